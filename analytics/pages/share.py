"""Send the view on: live and frozen link, citation, report, and one chart for another page."""

from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from analytics.aggregates import volume
from analytics.aggregates.coverage import Coverage
from analytics.charts import catalogue
from analytics.links import View
from analytics.pages import embed, report
from analytics.pages.citation import citation, frozen, link


def show(coverage: Coverage, view: View, title: str) -> None:
    """Draw the popover for the page of this title."""
    popover = st.popover("Share", icon=":material/share:", key="share", on_change="rerun")
    if not popover.open:  # nothing of it is made before it is asked for
        return
    with popover:
        address = st.context.url or ""
        view = replace(view, chart=None)
        named = frozen(coverage, view, title)
        kept = link(address, named)
        live = link(address, replace(view, snapshot=None))
        st.markdown("**Live link** — what you see, with the newest data")
        st.code(live, language=None, wrap_lines=True)
        st.markdown("**Frozen link** — the same numbers next year, too")
        st.code(kept, language=None, wrap_lines=True)
        counted = coverage.ask(volume.totals, view.selection).of(view.selection.measure)
        said = citation(coverage, named, title, counted, date.today(), kept)
        st.markdown("**Cite**")
        st.code(said, language=None, wrap_lines=True)
        _report(report.Asked(coverage, view, title.lower(), address, date.today()))
        _embedded(coverage, view, title.lower(), address)


def _report(asked: report.Asked) -> None:
    st.markdown("**Report** — this view as one file that opens offline and prints")
    st.download_button(
        "Report (HTML)",
        data=partial(report.build, asked),
        file_name=report.file_name(asked),
        mime="text/html",
        icon=":material/description:",
        key="share-report",
        on_click="ignore",
    )


def _embedded(coverage: Coverage, view: View, page: str, address: str) -> None:
    """Offer one chart of the page as a frame for another page or a slide."""
    made = {
        name: chart
        for name, draw in catalogue.CHARTS_BY_PAGE[page].items()
        if (chart := draw(coverage, view)) is not None
    }
    if not made:
        return
    st.markdown("**Embed one chart** — in a page or a slide")
    chosen = st.selectbox(
        "Chart",
        list(made),
        format_func=lambda name: made[name].title,
        key=f"share-chart-{page}",
        label_visibility="collapsed",
    )
    framed = link(address, replace(view, chart=chosen))
    said = embed.frame(framed, made[chosen].title, made[chosen].height)
    st.code(said, language=None, wrap_lines=True)
