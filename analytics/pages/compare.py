"""Page: two selections side by side and as a difference.

A is the selection of the filter bar. B begins as all coverage; "Make A the other side" puts the
present selection there, and the filter bar goes on with A.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from analytics import links
from analytics.aggregates import key_numbers, volume
from analytics.aggregates.coverage import Coverage, options
from analytics.charts import catalogue
from analytics.model import Selection
from analytics.pages import chart, parts, state
from analytics.pages.filters import FIELDS

TITLE = "Compare"
ICON = ":material/compare_arrows:"


def show(coverage: Coverage, selection: Selection) -> None:
    """Draw the page for a selection, A, against that of the link, B."""
    st.title(TITLE)
    view = replace(state.view(), selection=selection)
    other = catalogue.other_side(view)
    _choose(coverage, other)
    parts.key_numbers(key_numbers.of_two(coverage, selection, other))
    if selection == other:
        st.info(
            "A and B are the same. Choose something in the filter bar, which is A, or narrow B "
            "in the bar above."
        )
        return
    if not catalogue.comparable(coverage, view):
        empty = not coverage.ask(volume.totals, selection).articles
        parts.nothing(selection if empty else other)
        return
    chart.show(catalogue.compared_by_time(coverage, view), "compare-over-time")
    left, right = st.columns(2, gap="large")
    with left:
        chart.show(catalogue.compared_by_topic(coverage, view), "compare-topics")
    with right:
        chart.show(catalogue.compared_by_source(coverage, view), "compare-sources")


def _choose(coverage: Coverage, other: Selection) -> None:
    known = coverage.ask(options)
    with st.container(horizontal=True, vertical_alignment="center", key="other-side"):
        st.markdown("**B**")
        for attribute, _, label, said in FIELDS:
            values: Sequence[str] = getattr(known, attribute)
            held = list(getattr(other, attribute))
            if not values:
                continue
            key = f"other-{attribute}"
            if st.session_state.get(key) != held:
                st.session_state[key] = held
            with st.popover(f"{label} · {len(held)}" if held else label):
                st.multiselect(
                    f"{label} of B",
                    values,
                    format_func=said,
                    key=key,
                    on_change=state.on_change(key, partial(_set, other, attribute)),
                )
        st.button(
            "Make A the other side",
            on_click=lambda: _set_other(state.view().selection),
            help="B becomes what the filter bar shows now",
        )
        if other != Selection(measure=other.measure):
            st.button(
                "B is all coverage", type="tertiary", on_click=lambda: _set_other(Selection())
            )


def _set(other: Selection, attribute: str, values: Any) -> None:
    fields: dict[str, Any] = {attribute: tuple(values or ())}
    _set_other(replace(other, **fields))


def _set_other(other: Selection) -> None:
    pairs = links.write_selection(replace(other, measure="articles"))
    state.change(against=tuple((name, one) for name, values in pairs.items() for one in values))
