"""The publishers of the Sources page: who is first, and the houses behind the sources."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from analytics.aggregates import publishers
from analytics.aggregates.coverage import Coverage
from analytics.cells import csv_of
from analytics.charts import catalogue
from analytics.charts.publishers import lag_said
from analytics.model import Selection
from analytics.pages import chart, state


def show(coverage: Coverage, selection: Selection) -> None:
    """Draw who is first with a story, and one row a publisher, its editions together."""
    rows = coverage.ask(publishers.profiles, selection)
    told = coverage.ask(publishers.first_and_followers, selection)
    view = replace(state.view(), selection=selection)
    chart.show(catalogue.who_is_first, coverage, view, "who-is-first")
    rows = rows.merge(told.drop(columns="outlets"), on="family", how="left")
    with st.container(horizontal=True, vertical_alignment="center"):
        houses = int((rows["editions"] > 1).sum())
        st.html(
            f"<h2 class='mu-headline'>Publishers of the selection · {len(rows):,}, of which "
            f"{houses:,} with several editions</h2>"
        )
        st.space("stretch")
        st.download_button(
            "CSV",
            data=lambda: csv_of(rows.drop(columns="outlets")),
            file_name="publishers.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="publishers-csv",
        )
    _table(rows)


def _table(rows: pd.DataFrame) -> None:
    table = pd.DataFrame(
        {
            "Publisher": rows["family"],
            "Editions": rows["editions"],
            "Articles": rows["articles"],
            "Stories": rows["stories"],
            "Wire": rows["wired"] * 100,
            "Copies of others": rows["copied"] * 100,
            "Own reprints": rows["reprinted"] * 100,
            "First": rows["first"],
            "Followed": rows["followed"],
            "Behind": [lag_said(lag) for lag in rows["lag"]],
        }
    )
    percent = st.column_config.NumberColumn(format="%.0f %%", width=110)
    st.dataframe(
        table,
        key="publisher-list",
        hide_index=True,
        height=min(390, 38 + 35 * len(table)),
        on_select=lambda: _chosen(list(rows["outlets"])),
        selection_mode="single-cell",
        column_config={
            "Editions": st.column_config.NumberColumn(help="Its sources in this selection"),
            "Stories": st.column_config.NumberColumn(
                help="Independent stories it told any part of"
            ),
            "Wire": percent,
            "Copies of others": percent,
            "Own reprints": percent,
            "First": st.column_config.NumberColumn(
                help="Stories told by several publishers that it was first with"
            ),
            "Behind": st.column_config.TextColumn(
                help="The median time behind the first of the stories that it followed"
            ),
        },
        alt="Every publisher of the selection with its three counts, and how often it is first",
    )


def _chosen(outlets: list[Any]) -> None:
    """Narrow the selection to the sources of the publisher that was clicked."""
    held: Any = st.session_state.get("publisher-list")
    cells = held["selection"]["cells"] if held else []
    if cells and cells[0][0] < len(outlets):
        state.choose(outlets=tuple(outlets[cells[0][0]]))
