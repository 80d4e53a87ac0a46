"""Send the view on: its live link, its frozen link, and how to cite it."""

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from analytics import links
from analytics.aggregates import figures, volume, words
from analytics.aggregates.coverage import Coverage
from analytics.links import View


def show(coverage: Coverage, view: View, title: str) -> None:
    """Draw the popover for the page of this title."""
    with st.popover("Share", icon=":material/share:", key="share"):
        address = st.context.url or ""
        live = link(address, replace(view, snapshot=None))
        named = _with_series(coverage, view) if title == "Figures" else view
        frozen = link(address, replace(named, snapshot=coverage.snapshot.id))
        st.markdown("**Live link** — what you see, with the newest data")
        st.code(live, language=None, wrap_lines=True)
        st.markdown("**Frozen link** — the same numbers next year, too")
        st.code(frozen, language=None, wrap_lines=True)
        st.markdown("**Cite**")
        counted = coverage.ask(volume.totals, view.selection).of(view.selection.measure)
        said = citation(coverage, named, title, counted, date.today(), frozen)
        st.code(said, language=None, wrap_lines=True)


def _with_series(coverage: Coverage, view: View) -> View:
    """Name the series that the page chose itself: another day it may choose another."""
    known = coverage.ask(figures.series, view.selection)
    if view.series or not known:
        return view
    return replace(view, series=figures.most_telling(known).series)


def link(address: str, view: View) -> str:
    """Return the address of a view on the page at ``address``."""
    parts = urlsplit(address)
    query = urlencode(links.write(view), doseq=True)
    return urlunsplit((*parts[:2], parts.path or "/", query, ""))


def citation(
    coverage: Coverage, view: View, title: str, counted: int, accessed: date, frozen: str
) -> str:
    """Say what was looked at, so that another can look at the same.

    Args:
        coverage: what it was looked up in.
        view: the state of the page.
        title: of the page.
        counted: how many of what the selection counts it holds.
        accessed: the day.
        frozen: the frozen link.
    """
    meta = coverage.snapshot.meta
    about = words.chosen(view.selection)
    if title == "Figures" and view.series:
        about = f"{words.series(figures.series_of(view.series))}; {about}"
    data = "sample data" if meta.sample else "defense news coverage"
    return (
        f"Muster, “{title}: {about}” ({words.counted(counted, view.selection.measure)}; {data}), "
        f"snapshot {meta.snapshot_id}, accessed {accessed:%-d %B %Y}, {frozen}"
    )
