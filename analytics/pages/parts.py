"""Small pieces that several pages show alike."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from analytics.aggregates import words
from analytics.model import Selection
from analytics.pages import state
from analytics.pages.safe import safe_html, safe_md


def key_numbers(numbers: Sequence[tuple[str, str, str]]) -> None:
    """Show a row of numbers, each with its name and what puts it in proportion."""
    cells = "".join(
        f"<div><dt>{safe_html(name)}</dt><dd>{safe_html(value)}</dd>"
        f"<dd class='mu-aside'>{safe_html(aside)}</dd></div>"
        for name, value, aside in numbers
    )
    st.html(f"<dl class='mu-numbers'>{cells}</dl>")


def switches(*given: tuple[str, dict[str, str], str]) -> None:
    """Show switches of the view side by side: field, label of each value, value now."""
    with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        for field, labels, now in given:
            key = f"switch-{field}"
            if st.session_state.get(key) != now:
                st.session_state[key] = now
            options: list[Any] = list(labels)
            st.segmented_control(
                field.capitalize(),
                options,
                format_func=labels.__getitem__,
                key=key,
                required=True,
                label_visibility="collapsed",
                on_change=state.on_change(key, partial(_switch, field)),
            )


def _switch(field: str, value: Any) -> None:
    if value is not None:
        state.change(**{field: value})


def nothing(selection: Selection) -> None:
    """Say that a selection holds nothing, and offer ways out."""
    with st.container(border=True, key="nothing"):
        if replace(selection, measure="articles") == Selection():
            st.html("<h2 class='mu-headline'>No article is here yet</h2>")
            st.markdown("The snapshot is empty. The page *Data* says what was refused, and why.")
            return
        st.html("<h2 class='mu-headline'>Nothing matches all of these filters</h2>")
        st.markdown(
            f"No article is in: **{safe_md(words.chosen(selection))}**. Take a filter away with "
            "the ✕ on its chip above, or widen the period."
        )
        _ways_out()


def nothing_counted(selection: Selection) -> None:
    """Say that a selection's articles report no figure."""
    with st.container(border=True, key="nothing"):
        st.html("<h2 class='mu-headline'>No figure here</h2>")
        st.markdown(
            f"The articles in **{safe_md(words.chosen(selection))}** report no figure that counts "
            "like with like. Take a filter away with the ✕ on its chip above."
        )
        if replace(selection, measure="articles") != Selection():
            _ways_out()


def _ways_out() -> None:
    with st.container(horizontal=True, gap="small"):
        if state.can_undo():
            st.button("Undo the last step", key="nothing-undo", on_click=state.undo)
        st.button("Clear all filters", key="nothing-clear", on_click=_clear)


def _clear() -> None:
    view = state.view()
    state.go(replace(view, selection=Selection(measure=view.selection.measure), page=1))
