"""Addresses of a view, and how to cite it; pure."""

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode, urlsplit, urlunsplit

from analytics import links
from analytics.aggregates import figures, words
from analytics.aggregates.coverage import Coverage
from analytics.charts import catalogue
from analytics.links import View


def link(address: str, view: View) -> str:
    """Return the address of a view on the page at ``address``."""
    parts = urlsplit(address)
    query = urlencode(links.write(view), doseq=True)
    return urlunsplit((*parts[:2], parts.path or "/", query, ""))


def frozen(coverage: Coverage, view: View, title: str) -> View:
    """Return the view as it stays: of its snapshot, with what the page chose itself named."""
    if title == "Figures" and (one := catalogue.series_chosen(coverage, view)) is not None:
        view = replace(view, series=one.series)
    if title == "Sources":
        view = replace(view, outlet=catalogue.source_chosen(coverage, view))
    return replace(view, snapshot=coverage.snapshot.id)


def about(view: View, title: str) -> str:
    """Say what the page of this title shows of a view: its series, its source, its selection."""
    chosen = words.chosen(view.selection)
    if title == "Figures" and view.series:
        by = "" if view.convention == "guidelines" else "; vague numbers by ACLED’s convention"
        return f"{words.series(figures.series_of(view.series))}; {chosen}{by}"
    if title == "Sources" and view.outlet:
        return f"{view.outlet}; {chosen}"
    if title == "Compare":
        return f"{chosen} against {words.chosen(catalogue.other_side(view))}"
    return chosen


def citation(
    coverage: Coverage, view: View, title: str, counted: int, accessed: date, address: str
) -> str:
    """Say what was looked at, so that another can look at the same.

    Args:
        coverage: what it was looked up in.
        view: the state of the page.
        title: of the page.
        counted: how many of what the selection counts it holds.
        accessed: the day.
        address: the frozen link.
    """
    meta = coverage.snapshot.meta
    data = "sample data" if meta.sample else "defense news coverage"
    return (
        f"Muster, “{title}: {about(view, title)}” "
        f"({words.counted(counted, view.selection.measure)}; {data}), "
        f"snapshot {meta.snapshot_id}, accessed {accessed:%-d %B %Y}, {address}"
    )
