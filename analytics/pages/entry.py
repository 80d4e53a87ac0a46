"""One run of the page: open the snapshot, read the link, draw the menu, the filters and the page."""

from functools import partial
from pathlib import Path
from types import ModuleType

import streamlit as st

from analytics.aggregates.coverage import Coverage
from analytics.pages import articles, figures, filters, overview, state
from analytics.pages.safe import safe_md
from analytics.snapshot import current_id, open_snapshot, store_folder

PAGES: tuple[ModuleType, ...] = (overview, figures, articles)
STYLE = Path(__file__).with_name("style.css")
PAGE_ICON = Path(__file__).resolve().parents[2] / "static" / "muster.svg"


@st.cache_resource(show_spinner=False, max_entries=4, on_release=lambda held: held.snapshot.close())
def _open(store: str, snapshot_id: str) -> Coverage:
    return Coverage(open_snapshot(Path(store), snapshot_id))


def run() -> None:
    """Draw one run."""
    st.set_page_config(page_title="Muster", page_icon=str(PAGE_ICON), layout="wide")
    st.html(STYLE)
    store = store_folder()
    coverage = _open(str(store), current_id(store) or "")
    view, notices = state.begin(coverage)
    menu = {name_of(page): _page(page, coverage, view.selection) for page in PAGES}
    state.set_pages(menu)
    current = st.navigation(list(menu.values()), position="hidden")
    with st.container(horizontal=True, gap="medium", key="menu"):
        for page in menu.values():
            st.page_link(page, query_params=state.parameters(view))
    for notice in notices:
        st.warning(safe_md(notice))
    filters.show(coverage, view)
    current.run()


def name_of(page: ModuleType) -> str:
    """Return a page's name in its address: its module's."""
    return page.__name__.rpartition(".")[2]


def _page(page: ModuleType, coverage: Coverage, selection: object) -> "st.Page":
    return st.Page(
        partial(page.show, coverage, selection),
        title=page.TITLE,
        icon=page.ICON,
        url_path=name_of(page),
        default=page is overview,
    )
