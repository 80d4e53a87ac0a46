"""The filter bar: what is chosen, how it is counted, and a chip for each choice."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from analytics import links
from analytics.aggregates import words
from analytics.aggregates.coverage import Coverage, options
from analytics.links import View
from analytics.pages import state
from analytics.pages.safe import safe_md

FIELDS: tuple[tuple[str, str, str, Callable[[str], str]], ...] = (
    ("topics", "topic", "Topic", words.topic),
    ("outlets", "source", "Source", str),
    ("countries", "country", "Country", words.country),
    ("kinds", "kind", "Figures", lambda kind: words.KINDS.get(kind, kind)),
    ("wires", "wire", "Wire", str),
)
MEASURES = {"articles": "Articles", "publishers": "Publishers", "stories": "Stories"}


def show(coverage: Coverage, view: View) -> None:
    """Draw the bar and, where anything is chosen, the chips under it."""
    known = coverage.ask(options)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="filters"):
        for attribute, _, label, said in FIELDS:
            values = getattr(known, attribute)
            if values:
                _field(attribute, label, values, getattr(view.selection, attribute), said)
        _period(coverage, view)
        _search(view)
        _measure(view)
    _chips(view)


def _field(
    attribute: str,
    label: str,
    values: Sequence[str],
    chosen: Sequence[str],
    said: Callable[[str], str],
) -> None:
    key = f"filter-{attribute}"
    _set(key, list(chosen))
    with st.popover(f"{label} · {len(chosen)}" if chosen else label):
        st.multiselect(
            label,
            values,
            format_func=said,
            key=key,
            on_change=state.on_change(key, lambda now: state.choose(**{attribute: tuple(now)})),
            placeholder="Type to search",
        )


def _period(coverage: Coverage, view: View) -> None:
    meta = coverage.snapshot.meta
    if meta.first_day is None:
        return
    selection = view.selection
    label = words.period(selection) or "Period"
    least = min(meta.first_day, selection.start or meta.first_day)
    most = max(meta.last_day, selection.end or meta.last_day)
    with st.popover(label):
        for attribute, name, value in (
            ("start", "From", selection.start),
            ("end", "To", selection.end),
        ):
            key = f"filter-{attribute}"
            _set(key, value)
            st.date_input(
                name,
                value=None,
                min_value=least,
                max_value=most,
                key=key,
                format="YYYY-MM-DD",
                on_change=state.on_change(key, partial(_dated, attribute)),
            )
        st.pills(
            "Quick choices",
            ("Last 4 weeks", "Last year", "All"),
            key="filter-quick",
            label_visibility="collapsed",
            on_change=state.on_change("filter-quick", lambda now: _quick(most, now)),
        )


def _dated(attribute: str, now: date | None) -> None:
    selection = state.view().selection
    start, end = selection.start, selection.end
    start, end = (now, end) if attribute == "start" else (start, now)
    if start and end and start > end:
        start, end = end, start
    state.choose(start=start, end=end)


def _quick(last: date, now: str | None) -> None:
    st.session_state["filter-quick"] = None
    days = {"Last 4 weeks": 28, "Last year": 365}.get(now or "")
    start = date.fromordinal(last.toordinal() - days + 1) if days else None
    if now:
        state.choose(start=start, end=last if days else None)


def _search(view: View) -> None:
    key = "filter-words"
    _set(key, view.selection.words)
    st.text_input(
        "Words in the text",
        key=key,
        type="search",
        placeholder="Words in the text",
        label_visibility="collapsed",
        max_chars=links.LONGEST,
        width=190,
        on_change=state.on_change(
            key, lambda now: state.choose(words=" ".join((now or "").split()))
        ),
    )


def _measure(view: View) -> None:
    key = "filter-measure"
    _set(key, view.selection.measure)
    st.segmented_control(
        "Count",
        list(MEASURES),
        format_func=MEASURES.__getitem__,
        key=key,
        required=True,
        label_visibility="collapsed",
        help="What every chart counts: each article; each publisher once; or each story once, "
        "however many copied it.",
        on_change=state.on_change(key, lambda now: state.choose(measure=now or "articles")),
    )


def _chips(view: View) -> None:
    selection = view.selection
    chips: list[tuple[str, dict[str, Any]]] = []
    for attribute, _, label, said in FIELDS:
        held = getattr(selection, attribute)
        for value in held:
            rest = tuple(other for other in held if other != value)
            chips.append((f"{label}: {said(value)}", {attribute: rest}))
    if period := words.period(selection):
        chips.append((period, {"start": None, "end": None}))
    if selection.words:
        chips.append((f"“{selection.words}”", {"words": ""}))
    # Also without a chip: a row that came and went would push the page from under the pointer.
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="chips"):
        if not chips and not state.can_undo():
            st.html("<p class='mu-note'>No filter: choose above, or click a mark in a chart.</p>")
        for at, (label, without) in enumerate(chips):
            st.button(
                f"{safe_md(label)} ✕",
                key=f"chip-{at}",
                help="Remove this filter",
                on_click=lambda fields=without: state.choose(**fields),
            )
        if len(chips) > 1:
            st.button("Clear all", key="clear", type="tertiary", on_click=_clear)
        if state.can_undo():
            st.button("Undo", key="undo", type="tertiary", on_click=state.undo)


def _clear() -> None:
    fields: dict[str, Any] = {attribute: () for attribute, *_ in FIELDS}
    state.choose(**fields, start=None, end=None, words="")


def _set(key: str, value: object) -> None:
    """Set a widget from the link before it is drawn."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
