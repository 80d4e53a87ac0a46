"""Page: one source at a time, and all of them in a table."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from analytics.aggregates import key_numbers, sources, words
from analytics.aggregates.coverage import Coverage
from analytics.cells import csv_of
from analytics.charts import catalogue
from analytics.model import Selection
from analytics.pages import chart, parts, publishers, state

TITLE = "Sources"
ICON = ":material/source:"


def show(coverage: Coverage, selection: Selection) -> None:
    """Draw the page for a selection."""
    st.title(TITLE)
    profiles = coverage.ask(sources.profiles, selection)
    if profiles.empty:
        parts.nothing(selection)
        return
    outlet = _pick(list(profiles["outlet"]))
    _one(coverage, selection, profiles, outlet)
    publishers.show(coverage, selection)
    _all(profiles)


def _pick(outlets: list[str]) -> str:
    asked = state.view().outlet
    now = asked if asked in outlets else outlets[0]
    key = "source-pick"
    if st.session_state.get(key) != now:
        st.session_state[key] = now
    st.selectbox(
        f"Source · {len(outlets)} in this selection",
        outlets,
        key=key,
        width=420,
        on_change=state.on_change(key, lambda one: state.change(outlet=one)),
    )
    return now


def _one(coverage: Coverage, selection: Selection, profiles: pd.DataFrame, outlet: str) -> None:
    parts.key_numbers(key_numbers.of_source(profiles, outlet))
    view = replace(state.view(), selection=selection)
    left, right = st.columns(2, gap="large")
    with left:
        chart.show(catalogue.source_by_time, coverage, view, "source-over-time")
    with right:
        chart.show(catalogue.source_topics, coverage, view, "source-mix")


def _all(profiles: pd.DataFrame) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<h2 class='mu-headline'>All sources of the selection · {len(profiles)}</h2>")
        st.space("stretch")
        st.download_button(
            "CSV",
            data=lambda: csv_of(profiles),
            file_name="sources.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
    table = pd.DataFrame(
        {
            "Source": profiles["outlet"],
            "Articles": profiles["articles"],
            "Stories": profiles["stories"],
            "Kind": profiles["kind"].fillna("unknown"),
            "Country": [words.country(one) for one in profiles["country"]],
            "House": profiles["family"],
            "Figures an article": profiles["figures"],
            "Wire": profiles["wired"] * 100,
            "Copies": profiles["copied"] * 100,
            "First": profiles["first"] * 100,
            "From": profiles["first_day"],
            "To": profiles["last_day"],
        }
    )
    percent = st.column_config.NumberColumn(format="%.0f %%", width=80)
    st.dataframe(
        table,
        key="source-list",
        hide_index=True,
        height=min(460, 38 + 35 * len(table)),
        on_select=lambda: _chosen(list(profiles["outlet"])),
        selection_mode="single-cell",
        column_config={
            "Articles": st.column_config.ProgressColumn(
                format="%d", min_value=0, max_value=int(table["Articles"].max())
            ),
            "Figures an article": st.column_config.NumberColumn(format="%.1f"),
            "Wire": percent,
            "Copies": percent,
            "First": percent,
            "From": st.column_config.DateColumn(format="YYYY-MM-DD"),
            "To": st.column_config.DateColumn(format="YYYY-MM-DD"),
        },
        alt="Every source of the selection with its volume and its habits",
    )


def _chosen(outlets: list[str]) -> None:
    held: Any = st.session_state.get("source-list")
    cells = held["selection"]["cells"] if held else []
    if cells and cells[0][0] < len(outlets):
        state.change(outlet=outlets[cells[0][0]])
