"""Page: two selections side by side and as a difference.

A is the selection of the filter bar. B begins as all coverage; "Make A the other side" puts the
present selection there, and the filter bar goes on with A.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
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
DAY, YEAR = timedelta(days=1), timedelta(days=365)


def show(coverage: Coverage, selection: Selection) -> None:
    """Draw the page for a selection, A, against that of the link, B."""
    st.title(TITLE)
    view = replace(state.view(), selection=selection)
    other = catalogue.other_side(view)
    _choose(coverage, other)
    parts.key_numbers(key_numbers.of_two(coverage, selection, other))
    if selection == other:
        _begin(coverage, selection)
        return
    if not catalogue.comparable(coverage, view):
        empty = not coverage.ask(volume.totals, selection).articles
        parts.nothing(selection if empty else other)
        return
    chart.show(catalogue.compared_by_time, coverage, view, "compare-over-time")
    left, right = st.columns(2, gap="large")
    with left:
        chart.show(catalogue.compared_by_topic, coverage, view, "compare-topics")
    with right:
        chart.show(catalogue.compared_by_source, coverage, view, "compare-sources")


def _begin(coverage: Coverage, selection: Selection) -> None:
    """Offer pairs to begin with, where the two sides are the same."""
    with st.container(border=True, key="begin"):
        st.markdown("##### Two selections to hold against each other")
        st.markdown(
            "Choose one in the filter bar at the top (A) and the other in the bar of B, or begin "
            "with a pair:"
        )
        with st.container(horizontal=True):
            for label, first, second in _pairs(coverage, selection):
                st.button(label, key=f"begin-{label}", on_click=_set_both, args=(first, second))


def _pairs(coverage: Coverage, within: Selection) -> Iterator[tuple[str, Selection, Selection]]:
    """Yield the two largest sources, topics and countries of the snapshot, and its last years."""
    known = coverage.ask(options)
    for attribute, _, _, said in FIELDS:
        values: Sequence[str] = getattr(known, attribute)
        if attribute in ("outlets", "topics", "countries") and len(values) > 1:
            sides: list[dict[str, Any]] = [{attribute: (value,)} for value in values[:2]]
            label = " | ".join(said(value) for value in values[:2])
            yield label, replace(within, **sides[0]), replace(within, **sides[1])
    last = coverage.ask(volume.totals, within).last_day
    if last is not None:
        turn = last - YEAR
        latest = replace(within, start=turn + DAY, end=last)
        before = replace(within, start=turn - YEAR + DAY, end=turn)
        yield "The last 12 months | the 12 before", latest, before


def _choose(coverage: Coverage, other: Selection) -> None:
    known = coverage.ask(options)
    with st.container(horizontal=True, vertical_alignment="center", key="other-side"):
        st.markdown("**B** · the other side")
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
    changed: dict[str, Any] = {attribute: tuple(values or ())}
    _set_other(replace(other, **changed))


def _set_other(other: Selection) -> None:
    state.change(against=_written(other))


def _set_both(first: Selection, second: Selection) -> None:
    state.change(selection=first, against=_written(second))


def _written(other: Selection) -> tuple[tuple[str, str], ...]:
    pairs = links.write_selection(replace(other, measure="articles"))
    return tuple((name, one) for name, values in pairs.items() for one in values)
