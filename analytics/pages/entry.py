"""One run: open the snapshot, read the link, draw the menu, the filters and the page."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import ModuleType

import streamlit as st

from analytics.aggregates.coverage import Coverage
from analytics.errors import AnalyticsError, StoreError
from analytics.links import View
from analytics.pages import (
    access,
    ahead,
    articles,
    compare,
    data,
    embed,
    figures,
    filters,
    first,
    overview,
    share,
    sources,
    state,
)
from analytics.pages.safe import safe_md
from analytics.snapshot import (
    CURRENT,
    STORE,
    Meta,
    current_id,
    is_id,
    list_ids,
    open_snapshot,
    store_folder,
)

PAGES: tuple[ModuleType, ...] = (overview, figures, sources, articles, compare, data)
STYLE = Path(__file__).with_name("style.css")
OTHERS = 3  # snapshots offered in place of a broken one
PAGE_ICON = Path(__file__).resolve().parents[2] / "static" / "muster.svg"


@st.cache_resource(show_spinner=False, max_entries=4, on_release=lambda held: held.snapshot.close())
def _open(store: str, snapshot_id: str) -> Coverage:
    return Coverage(open_snapshot(Path(store), snapshot_id))


def run() -> None:
    """Draw one run."""
    st.set_page_config(page_title="Muster", page_icon=str(PAGE_ICON), layout="wide")
    st.html(STYLE)
    if not access.admitted():
        return
    try:
        coverage = _coverage()
    except StoreError as error:
        coverage = _other(error)
    if coverage is not None:
        _guarded(coverage)


def _guarded(coverage: Coverage) -> None:
    """Draw the page; what breaks on the way is told as a state of its own."""
    try:
        _page_of(coverage)
    except StoreError as error:
        snapshot = coverage.snapshot
        store = snapshot.path.parents[1]
        _open.clear(str(store), snapshot.id)  # opened anew at the next run
        first.broken(str(error), store, _others(store, snapshot.id))
    except AnalyticsError as error:
        first.unreadable(str(error))


def _coverage() -> Coverage | None:
    """Open what is to be shown; null where a state of its own was drawn instead.

    Raises:
        StoreError: the current snapshot cannot be read.
    """
    store = store_folder()
    newest = current_id(store)
    if newest is None and store == STORE:  # nothing of the reader's own: the sample
        store = first.sample_store()
        if first.sample_wanting():
            # Known before the run ends, so that the next one is of the page that was asked for.
            st.navigation([_page(page, _nothing) for page in PAGES], position="hidden")
            if first.build_sample():
                st.rerun()  # what was said while building makes room for the page
        newest = current_id(store)
    if newest is None:
        first.empty(store_folder())
        return None
    frozen = st.query_params.get("snapshot", "")
    if is_id(frozen) and frozen != newest:
        try:
            coverage = _open(str(store), frozen)
        except StoreError as error:
            first.frozen_missing(frozen, str(error))
            return None
        st.info("This link is frozen: newer data exists, and is not in these numbers.")
        return coverage
    coverage = _open(str(store), newest)
    first.news(newest, store_folder())
    return coverage


def _other(error: StoreError) -> Coverage | None:
    """Open the snapshot that a link names although the newest is broken; else say what is."""
    store = store_folder()
    if store == STORE and not (store / CURRENT).exists():
        store = first.sample_store()
    frozen = st.query_params.get("snapshot", "")
    others = _others(store, None)
    if frozen in [meta.snapshot_id for meta in others]:
        st.warning("The newest data cannot be opened. These are the numbers of an earlier day.")
        return _open(str(store), frozen)
    first.broken(str(error), store, others)
    return None


def _others(store: Path, broken: str | None) -> list[Meta]:
    """Return what is known of the snapshots of a store that can be opened, newest first."""
    metas = []
    for snapshot_id in list_ids(store):
        with suppress(StoreError):
            if snapshot_id != broken:
                metas.append(_open(str(store), snapshot_id).snapshot.meta)
    return metas[:OTHERS]


def _page_of(coverage: Coverage) -> None:
    view, notices = state.begin(coverage)
    ahead.lay(coverage, view)
    menu = {
        name_of(page): _page(page, partial(page.show, coverage, view.selection)) for page in PAGES
    }
    state.set_pages(menu)
    current = st.navigation(list(menu.values()), position="hidden")
    if embed.wanted():
        embed.show(coverage, view, current.url_path or name_of(overview), notices)
        return
    bars, below = st.container(), st.container()
    with below:  # first what a click waits for
        current.run()
    with bars:
        _bars(coverage, view, menu, current.title, notices)


def _bars(
    coverage: Coverage,
    view: View,
    menu: Mapping[str, "st.Page"],
    title: str,
    notices: Sequence[str],
) -> None:
    """Draw what stands above every page: the menu, what must be said, and the filters."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="menu"):
        for page in menu.values():
            st.page_link(page, query_params=state.parameters(view))
        st.space("stretch")
        share.show(coverage, view, title)
        access.account()
    if coverage.snapshot.meta.sample:
        st.caption(
            "Sample data: invented sources, public numbers. Read your own articles with "
            "`python -m analytics ingest PATH`; the sample then leaves this page."
        )
    for notice in notices:
        st.warning(safe_md(notice))
    filters.show(coverage, view)


def name_of(page: ModuleType) -> str:
    """Return a page's name in its address: its module's."""
    return page.__name__.rpartition(".")[2]


def _page(page: ModuleType, show: Callable[[], None]) -> "st.Page":
    return st.Page(
        show,
        title=page.TITLE,
        icon=page.ICON,
        url_path=name_of(page),
        default=page is overview,
    )


def _nothing() -> None:
    """Draw no page, where there is none to draw yet."""
