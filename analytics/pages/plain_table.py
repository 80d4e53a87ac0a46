"""Small tables as plain HTML: whole at a glance, readable on a phone, by a screen reader, in print.

A long list is ``st.dataframe``'s, which scrolls and sorts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analytics.pages.safe import safe_html


@dataclass(frozen=True, slots=True)
class Html:
    """A cell that is HTML already, made here of escaped parts."""

    body: str


Cell = str | int | date | Html | None


def table(
    label: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    numbers: Sequence[int] = (),
) -> str:
    """Return a table as HTML.

    Args:
        label: what it is, for who does not see it.
        headings: of the columns.
        rows: the cells; the first names its row, a null is drawn as a dash.
        numbers: which columns stand to the right.
    """
    kinds = [" class='mu-number'" if at in numbers else "" for at in range(len(headings))]
    head = "".join(
        f"<th scope='col'{kind}>{safe_html(name)}</th>"
        for kind, name in zip(kinds, headings, strict=True)
    )
    body = "".join(f"<tr>{_row(row, kinds)}</tr>" for row in rows)
    return (
        f"<div class='mu-scroll' tabindex='0' role='region' aria-label='{safe_html(label)}'>"
        f"<table class='mu-table'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(cells: Sequence[Cell], kinds: Sequence[str]) -> str:
    return f"<th scope='row'{kinds[0]}>{said(cells[0])}</th>" + "".join(
        f"<td{_kind(cell, kind)}>{said(cell)}</td>"
        for cell, kind in zip(cells[1:], kinds[1:], strict=True)
    )


def _kind(cell: Cell, kind: str) -> str:
    return " class='mu-day'" if isinstance(cell, date) else kind


def said(cell: Cell) -> str:
    """Return a cell's HTML."""
    if isinstance(cell, Html):
        return cell.body
    if cell is None or cell == "":
        return "–"
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:,}" if isinstance(cell, int) else safe_html(cell)


def strip(held: Sequence[date], first: date, last: date, said_of: str) -> Html:
    """Draw which months between two are held, as bars on a line; a gap stays open.

    Args:
        held: the first days of the months, in order.
        first, last: the months at the ends of the line.
        said_of: the same in words.
    """
    whole = _months(first, last) + 1
    bars = "".join(
        f"<i style='left:{100 * at / whole:.2f}%;width:{100 * length / whole:.2f}%'></i>"
        for at, length in _runs([_months(first, month) for month in held])
    )
    return Html(f"<div class='mu-strip' role='img' aria-label='{safe_html(said_of)}'>{bars}</div>")


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _runs(months: Sequence[int]) -> list[tuple[int, int]]:
    """Join numbers that follow each other: where each run begins, and how long it is."""
    runs: list[tuple[int, int]] = []
    for month in months:
        if runs and month == sum(runs[-1]):
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((month, 1))
    return runs
