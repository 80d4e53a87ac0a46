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
from analytics.aggregates import compare, volume, words
from analytics.aggregates.coverage import Coverage, options
from analytics.charts import compare as drawn
from analytics.model import Selection
from analytics.pages import chart, parts, state
from analytics.pages.filters import FIELDS

TITLE = "Compare"
ICON = ":material/compare_arrows:"


def show(coverage: Coverage, selection: Selection) -> None:
    """Draw the page for a selection, A, against that of the link, B."""
    st.title(TITLE)
    view = state.view()
    other = replace(links.second_selection(view), measure=selection.measure)
    _choose(coverage, other)
    totals = [coverage.ask(volume.totals, one) for one in (selection, other)]
    counts = [one.of(selection.measure) for one in totals]
    names = (words.chosen(selection), words.chosen(other))
    parts.key_numbers(
        [
            ("A · the filter bar", words.counted(counts[0], selection.measure), names[0]),
            ("B · the other side", words.counted(counts[1], selection.measure), names[1]),
            ("A to B", _ratio(*counts), "of what is counted"),
            ("Figures", f"{totals[0].figures:,} · {totals[1].figures:,}", "in A and in B"),
        ]
    )
    if selection == other:
        st.info(
            "A and B are the same. Choose something in the filter bar, which is A, or narrow B "
            "in the bar above."
        )
        return
    if not all(counts):
        parts.nothing(selection if not counts[0] else other)
        return
    days = [day for one in totals for day in (one.first_day, one.last_day) if day]
    period = volume.period_for(min(days, default=None), max(days, default=None))
    noun = words.MEASURES[selection.measure]
    rows = coverage.ask(compare.over_time, selection, other, period)
    sizes = (counts[0], counts[1])
    chart.show(drawn.over_time(rows, period, names, sizes, noun), "compare-over-time")
    left, right = st.columns(2, gap="large")
    with left:
        rows = coverage.ask(compare.by_topic, selection, other)
        chart.show(drawn.differences(rows, "topic", names), "compare-topics")
    with right:
        rows = coverage.ask(compare.by_outlet, selection, other)
        chart.show(drawn.differences(rows, "source", names), "compare-sources")


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


def _ratio(first: int, second: int) -> str:
    return f"{first / second:.2g} : 1" if second else "–"
