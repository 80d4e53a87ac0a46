"""The pieces of a report, each as HTML; every string of outside origin is escaped here."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import pandas as pd

from analytics.aggregates import words
from analytics.aggregates.key_numbers import KeyNumber
from analytics.charts import svg
from analytics.charts.chart import Chart
from analytics.pages.safe import safe_html, safe_url

WIDE, NARROW = 740, 352  # points: a chart alone on its line, and one of two
ROWS = 60  # of a table
SNIPPET = 160  # characters of a text whose licence nobody has looked up


def heading(text: str, level: int = 2) -> str:
    """Write a heading."""
    return f"<h{level}>{safe_html(text)}</h{level}>"


def paragraph(text: str, style: str = "") -> str:
    """Write a paragraph."""
    return f'<p class="{style}">{safe_html(text)}</p>' if style else f"<p>{safe_html(text)}</p>"


def numbers(given: Sequence[KeyNumber]) -> str:
    """Write the row of key numbers."""
    cells = "".join(
        f"<div><dt>{safe_html(name)}</dt><dd><b>{safe_html(value)}</b></dd>"
        f"<dd>{safe_html(aside)}</dd></div>"
        for name, value, aside in given
    )
    return f'<dl class="numbers">{cells}</dl>'


def figure(chart: Chart, width: int) -> str:
    """Write a chart: title, note, legend and drawing."""
    entries = "".join(f"<li>{mark} {safe_html(said)}</li>" for mark, said in svg.legend(chart))
    listed = f'<ul class="legend">{entries}</ul>' if entries else ""
    return (
        f"<figure><figcaption><h3>{safe_html(chart.title)}</h3>"
        f"<p>{safe_html(chart.note)}</p></figcaption>{listed}{svg.drawing(chart, width)}</figure>"
    )


def charts(given: Sequence[Chart], narrow: Iterable[str]) -> str:
    """Write charts one under the other; those named in ``narrow`` two a line."""
    small = set(narrow)
    pieces = [
        f'<div class="{"half" if chart.name in small else "whole"}">'
        f"{figure(chart, NARROW if chart.name in small else WIDE)}</div>"
        for chart in given
    ]
    return f'<div class="charts">{"".join(pieces)}</div>'


def table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Write a table, its first ``ROWS`` rows, and how many more there are."""
    numeric = [
        all(row[at] is None or isinstance(row[at], int | float) for row in rows)
        for at in range(len(columns))
    ]
    style = [' class="n"' if is_number else "" for is_number in numeric]
    head = "".join(
        f'<th scope="col"{form}>{safe_html(name)}</th>'
        for name, form in zip(columns, style, strict=True)
    )
    body = "".join(
        f"<tr>{''.join(f'<td{form}>{_cell(v)}</td>' for v, form in zip(row, style, strict=True))}"
        "</tr>"
        for row in islice(rows, ROWS)
    )
    more = len(rows) - ROWS
    rest = f'<p class="note">and {more:,} more rows, in the CSV of the page</p>' if more > 0 else ""
    return (
        f"<table><caption>{safe_html(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>{rest}"
    )


def table_of(caption: str, rows: pd.DataFrame) -> str:
    """Write a DataFrame as a table; its columns are named as they are to be read."""
    listed = [tuple(map(_plain, row)) for row in rows.itertuples(index=False, name=None)]
    return table(caption, [str(name) for name in rows.columns], listed)


def evidence(rows: pd.DataFrame, whole: bool) -> str:
    """Write the sentences of figures, each with what it says, outlet, day and link.

    Args:
        rows: as ``figures.reports`` or ``evidence.newest`` list them, with a ``unit`` and with
            ``elsewhere``: how many more sources say the same in the same story.
        whole: whole sentences; else ``SNIPPET`` characters around the number.
    """
    return "".join(_sentence(row, whole) for row in rows.itertuples(index=False))


def _sentence(row: Any, whole: bool) -> str:
    before, quote, after = words.snippet(
        row.sentence or row.quote, int(row.quote_at), len(row.quote), 10_000 if whole else SNIPPET
    )
    facts = [words.figure(row.low, row.high, row.hedge, _text(row.unit))]
    if speaker := _text(row.speaker):
        facts.append(f"says {speaker}")
    if row.elsewhere:
        facts.append(f"the same story at {row.elsewhere:,} more")
    day = f"{row.day:%-d %B %Y}" if row.day == row.day else "no date known"
    return (
        f"<blockquote><p>{safe_html(before)}<mark>{safe_html(quote)}</mark>{safe_html(after)}</p>"
        f"<footer>{safe_html(' · '.join(facts))}<br>{title(row)}, {safe_html(row.outlet)}, {day}"
        "</footer></blockquote>"
    )


def title(row: Any) -> str:
    """Write an article's title, linked to where it stands; a null of a table is no title."""
    return web_link(_text(row.url), safe_html(_text(row.title) or "Without a title"))


def web_link(url: str | None, said: str) -> str:
    """Link what is said, already HTML, to a web address; without a safe one it stays text."""
    if (target := safe_url(url)) is None:
        return said
    return f'<a href="{safe_html(target)}" rel="noopener noreferrer nofollow">{said}</a>'


def _cell(value: Any) -> str:
    if value is None or value != value:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, int | float):
        return f"{value:,.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
    return safe_html(value)


def _plain(value: Any) -> Any:
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return value.item() if hasattr(value, "item") else value


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
