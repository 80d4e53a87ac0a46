"""The present view as one file: HTML that opens offline, asks nothing of anybody, and prints.

Charts are still drawings, everything is escaped, and the file itself forbids scripts and requests.
It holds what its page shows: key numbers, charts, tables, sentences, and how to find it again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from analytics import accuracy
from analytics.aggregates import articles as articles_table
from analytics.aggregates import evidence as sentences
from analytics.aggregates import holdings, key_numbers, volume, words
from analytics.aggregates import sources as sources_table
from analytics.aggregates.coverage import Coverage
from analytics.baselines import baseline_for
from analytics.charts import catalogue
from analytics.errors import InputError
from analytics.links import View
from analytics.pages import citation, method
from analytics.pages import report_parts as parts
from analytics.pages.safe import safe_html

STYLE = Path(__file__).with_name("report.css")
SENTENCES = 20  # of the evidence
ARTICLES = 100  # of a list
NARROW = ("by-topic", "by-source", "compared-by-topic", "compared-by-source")
# The file may not run or load anything, whatever stands in it.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is made of."""

    coverage: Coverage
    view: View
    page: str  # its name in an address: "overview"
    address: str  # of the page, for the links back
    today: date

    @property
    def title(self) -> str:
        """The page's title."""
        return self.page.capitalize()

    @property
    def frozen(self) -> View:
        """The view as its frozen link names it."""
        return citation.frozen(self.coverage, self.view, self.title)


def build(asked: Asked) -> str:
    """Return the report of a view as an HTML document."""
    counted = asked.coverage.ask(volume.totals, asked.view.selection)
    body = PAGES[asked.page](asked) if counted.articles or asked.page == "data" else _nothing()
    title = f"{asked.title}: {citation.about(asked.frozen, asked.title)}"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Muster – {safe_html(title)}</title><style>{STYLE.read_text('utf-8')}</style>"
        f"</head><body><main>{_head(asked, title)}{body}{_accuracy()}{_method(asked)}"
        f"{_citation(asked)}</main></body></html>"
    )


def file_name(asked: Asked) -> str:
    """Return what to call the file: its page, its snapshot and its day."""
    return f"muster-{asked.page}-{asked.coverage.id[:8]}-{asked.today.isoformat()}.html"


def _head(asked: Asked, title: str) -> str:
    meta, selection = asked.coverage.snapshot.meta, asked.view.selection
    n = asked.coverage.ask(volume.totals, selection).of(selection.measure)
    line = words.counted(n, selection.measure)
    if asked.page == "data":
        line = "the whole snapshot"
    sample = parts.paragraph("Sample data: invented sources, public numbers.", "note")
    return (
        f"<header>{parts.heading(title, 1)}{parts.paragraph(line)}"
        f"{parts.paragraph(f'Muster · snapshot {meta.snapshot_id} · {asked.today:%-d %B %Y}')}"
        f"{sample if meta.sample else ''}</header>"
    )


def _nothing() -> str:
    return parts.paragraph("No article is in this selection.")


def _overview(asked: Asked) -> str:
    numbers = key_numbers.of_coverage(asked.coverage, asked.view.selection)
    return parts.numbers(numbers) + _charts(asked) + _evidence(asked) + _tables(asked)


def _figures(asked: Asked) -> str:
    one = catalogue.series_chosen(asked.coverage, asked.view)
    reports = catalogue.reports_of(asked.coverage, asked.view)
    if one is None or reports is None or reports.empty:
        return parts.paragraph("No figure of this series is in this selection.")
    official = baseline_for(one.kind, one.force, one.place, one.role, one.aspect)
    told = ""
    if official is not None:
        said = f"{official.name}: {official.definition} Source: {official.source}."
        told = parts.paragraph(said, "note")
    shown = _said(reports, asked.view.figure).assign(unit=words.unit(one))
    return (
        parts.numbers(key_numbers.of_series(one, reports, official))
        + _charts(asked)
        + told
        + _quoted(asked, shown, "What the articles say, the newest first")
        + _tables(asked)
    )


def _sources(asked: Asked) -> str:
    profiles = asked.coverage.ask(sources_table.profiles, asked.view.selection)
    outlet = catalogue.source_chosen(asked.coverage, asked.view) or ""
    shown = profiles.assign(
        country=[words.country(one) for one in profiles["country"]],
        figures=profiles["figures"].round(1),
        **{name: (profiles[name] * 100).round() for name in ("wired", "copied", "first")},
    )
    columns = {"outlet": "source", "family": "house", "figures": "figures an article"}
    columns |= {"wired": "wire %", "copied": "copies %", "first": "first %"}
    columns |= {"first_day": "from", "last_day": "to"}
    return (
        parts.numbers(key_numbers.of_source(profiles, outlet))
        + _charts(asked)
        + _tables(asked)
        + parts.table_of("All sources of the selection", shown.rename(columns=columns))
    )


def _articles(asked: Asked) -> str:
    view = asked.view
    numbers = key_numbers.of_coverage(asked.coverage, view.selection)
    rows = asked.coverage.ask(articles_table.found, view.selection, view.order, 0, ARTICLES)
    return parts.numbers(numbers) + _charts(asked) + _list(asked, rows) + _evidence(asked)


def _list(asked: Asked, rows: pd.DataFrame) -> str:
    n = asked.coverage.ask(volume.totals, asked.view.selection).of(asked.view.selection.measure)
    heading = f"Articles · {len(rows):,} of {n:,}" if n > len(rows) else f"Articles · {n:,}"
    found: Any = rows.itertuples(index=False)
    listed = "".join(
        f"<li>{parts.title(row)}"
        f"<br><span>{safe_html(row.outlet)}, {_day(row.day)} · {row.figures:,} figures · "
        f"{row.copies:,} copies elsewhere</span></li>"
        for row in found
    )
    return f'{parts.heading(heading)}<ol class="articles">{listed}</ol>'


def _compare(asked: Asked) -> str:
    sides = asked.view.selection, catalogue.other_side(asked.view)
    numbers = parts.numbers(key_numbers.of_two(asked.coverage, *sides))
    return numbers + _charts(asked) + _tables(asked)


def _data(asked: Asked) -> str:
    refused = asked.coverage.ask(holdings.refused)
    tables = (
        ("Collections", asked.coverage.ask(holdings.collections)),
        ("Refused", refused),
        ("Set aside", asked.coverage.ask(holdings.flags)),
    )
    written = "".join(
        parts.table_of(name, rows.rename(columns=lambda column: column.replace("_", " ")))
        for name, rows in tables
        if len(rows)
    )
    numbers = key_numbers.of_snapshot(asked.coverage, asked.coverage.ask(holdings.refusals))
    return parts.numbers(numbers) + _charts(asked) + _tables(asked) + written


PAGES: dict[str, Callable[[Asked], str]] = {
    "overview": _overview,
    "figures": _figures,
    "sources": _sources,
    "articles": _articles,
    "compare": _compare,
    "data": _data,
}


def _charts(asked: Asked) -> str:
    made = [draw(asked.coverage, asked.view) for draw in _drawn(asked)]
    return parts.charts([chart for chart in made if chart is not None], NARROW)


def _tables(asked: Asked) -> str:
    made = [draw(asked.coverage, asked.view) for draw in _drawn(asked)]
    written = [
        parts.table(chart.title, chart.table.columns, chart.table.rows)
        for chart in made
        if chart is not None
    ]
    return parts.heading("The numbers of the charts") + "".join(written) if written else ""


def _drawn(asked: Asked) -> list[catalogue.Draw]:
    return list(catalogue.CHARTS_BY_PAGE[asked.page].values())


def _evidence(asked: Asked) -> str:
    rows = asked.coverage.ask(sentences.newest, asked.view.selection, SENTENCES)
    return _quoted(asked, rows, "What the articles count, the newest first")


def _said(reports: pd.DataFrame, figure: str | None) -> pd.DataFrame:
    """Order a series' reports for reading: the open one, then the newest; a story's number once."""
    same = reports.groupby(["story", "low", "high"], dropna=False)["outlet"].transform("nunique")
    newest = reports.assign(elsewhere=same - 1).iloc[::-1]
    ordered = pd.concat([newest[newest["figure_id"] == figure], newest])
    once = ordered.drop_duplicates(["story", "low", "high"]).drop_duplicates("key")
    return once.head(SENTENCES)


def _quoted(asked: Asked, rows: pd.DataFrame, heading: str) -> str:
    """Write sentences; a report is sent on, so only our own sample is quoted whole."""
    if rows.empty:
        return ""
    return parts.heading(heading) + parts.evidence(rows, asked.coverage.snapshot.meta.sample)


def _accuracy() -> str:
    heading = parts.heading("How right the figures are")
    try:
        held = accuracy.measured(accuracy.FILE)
    except InputError:
        return heading + parts.paragraph("It cannot be told: data/accuracy.json is broken.")
    if held is None:
        return heading + parts.paragraph("Not measured yet.")
    said = method.accuracy(held)
    percent = held.by_kind.assign(
        name=[words.KINDS.get(kind, kind) for kind in held.by_kind["name"]],
        precision=(held.by_kind["precision"] * 100).round().where(held.by_kind["found"] > 0),
        recall=(held.by_kind["recall"] * 100).round().where(held.by_kind["labelled"] > 0),
    )
    columns = {"name": "kind of figure", "precision": "precision %", "recall": "recall %"}
    table = parts.table_of("By kind of figure", percent.rename(columns=columns))
    return heading + parts.paragraph(said) + table


def _method(asked: Asked) -> str:
    said = method.told(asked.coverage, asked.view)
    return parts.heading("How this was made") + "".join(map(parts.paragraph, said))


def _citation(asked: Asked) -> str:
    view = asked.frozen
    counted = asked.coverage.ask(volume.totals, asked.view.selection)
    frozen = citation.link(asked.address, view)
    said = citation.citation(
        asked.coverage,
        view,
        asked.title,
        counted.of(asked.view.selection.measure),
        asked.today,
        frozen,
    )
    live = citation.link(asked.address, replace(asked.view, snapshot=None))
    return (
        f'<section class="cite">{parts.heading("Cite")}{parts.paragraph(said)}'
        f"<p>The same numbers, live: {parts.web_link(frozen, safe_html(frozen))}</p>"
        f"<p>With the newest data: {parts.web_link(live, safe_html(live))}</p></section>"
    )


def _day(day: object) -> str:
    return f"{day:%-d %b %Y}" if isinstance(day, date) and day == day else "no date"
