"""Page: the articles of the selection, and one of them to read."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics.aggregates import articles, volume, words
from analytics.aggregates.coverage import Coverage
from analytics.cells import csv_of
from analytics.links import View
from analytics.model import Selection
from analytics.pages import parts, reading, state

TITLE = "Articles"
ICON = ":material/article:"
ROWS = 50  # a page of the list
ORDERS = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "figures": "Most figures",
    "copies": "Most copied",
}


def show(coverage: Coverage, selection: Selection) -> None:
    """Draw the list and the reading pane."""
    st.title(TITLE)
    view = state.view()
    count = coverage.ask(volume.totals, selection).of(selection.measure)
    if not count:
        parts.nothing(selection)
        return
    page = min(view.page, -(-count // ROWS))
    found = coverage.ask(articles.found, selection, view.order, (page - 1) * ROWS, ROWS)
    left, right = st.columns((6, 5), gap="large")
    with left:
        _bar(coverage, view, count)
        _list(found, view)
        if count > ROWS:
            _pages(count, page)
    with right:
        _pane(coverage, view, found)


def _bar(coverage: Coverage, view: View, count: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="list-bar"):
        st.markdown(
            f"**{words.counted(count, view.selection.measure)}**"
            + {"publishers": ", the newest of each", "stories": ", one article each"}.get(
                view.selection.measure, ""
            )
        )
        st.space("stretch")
        key = "list-order"
        if st.session_state.get(key) != view.order:
            st.session_state[key] = view.order
        st.selectbox(
            "Order",
            list(ORDERS),
            format_func=ORDERS.__getitem__,
            key=key,
            label_visibility="collapsed",
            width=150,
            on_change=state.on_change(key, lambda order: state.change(order=order, page=1)),
        )
        st.download_button(
            "CSV",
            data=lambda: csv_of(coverage.ask(articles.rows_to_export, view.selection)),
            file_name="articles.csv",
            mime="text/csv",
            icon=":material/download:",
            help="Every article of the selection, without texts",
            on_click="ignore",
        )


def _list(found: pd.DataFrame, view: View) -> None:
    table = pd.DataFrame(
        {
            "Day": found["day"],
            "Title": found["title"].fillna("Without a title"),
            "Source": found["outlet"],
            "Figures": found["figures"],
            "Copies": found["copies"],
        }
    )
    st.dataframe(
        table,
        key="article-list",
        hide_index=True,
        height=620,
        row_height=34,
        on_select=lambda: _chosen(list(found["key"])),
        selection_mode="single-cell",
        column_config={
            "Day": st.column_config.DateColumn(format="YYYY-MM-DD", width=90),
            "Title": st.column_config.TextColumn(width=318),
            "Source": st.column_config.TextColumn(width=158),
            "Figures": st.column_config.NumberColumn(width=62),
            "Copies": st.column_config.NumberColumn(width=62),
        },
        alt="The articles of the selection; the reading pane shows the one chosen",
    )


def _chosen(keys: list[str]) -> None:
    held: Any = st.session_state.get("article-list")
    cells = held["selection"]["cells"] if held else []
    if cells and cells[0][0] < len(keys):
        state.change(article=keys[cells[0][0]], figure=None)


def _pages(count: int, page: int) -> None:
    last = -(-count // ROWS)
    key = f"list-page-{page}-{last}"  # a widget has a default or a session value, never both
    turn = state.on_change(key, lambda now: state.change(page=now or 1))
    st.pagination(last, default=page, key=key, on_change=turn)


def _pane(coverage: Coverage, view: View, found: pd.DataFrame) -> None:
    key = view.article
    if view.figure:
        key = coverage.ask(articles.key_of_figure, view.figure) or key
    read = coverage.ask(articles.read, key) if key else None
    if key and read is None:
        st.warning("The article that the link names is not in this snapshot.")
    if read is None and len(found):
        read = coverage.ask(articles.read, found["key"].iloc[0])
    if read is not None:
        with st.container(key="pane"):
            reading.show(coverage, read, view.figure)
