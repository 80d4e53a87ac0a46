"""One chart alone, for another page or a slide: ``?embed=true&chart=volume``.

Streamlit itself leaves its header and margins away where ``embed=true`` is in the link. What is
left is the chart with its title, selection and count, the snapshot, and the way back.
"""

import html
from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from analytics.aggregates.coverage import Coverage
from analytics.charts import catalogue
from analytics.links import ChartName, View
from analytics.pages import chart, parts, state
from analytics.pages.citation import link
from analytics.pages.safe import safe_html, safe_md, safe_url

ROOM = 130  # points of a frame above and below the plot


def wanted() -> bool:
    """Tell whether the link asks for an embedded page."""
    return bool(st.context.is_embedded)


def show(coverage: Coverage, view: View, page: str, notices: tuple[str, ...]) -> None:
    """Draw the chart that the link names, else the first of its page."""
    first: ChartName = next(iter(catalogue.CHARTS_BY_PAGE[page]))
    name = view.chart or first
    with st.container(key="embedded"):
        draw = catalogue.CHARTS[name]
        if coverage.draw(draw, view) is None:
            parts.nothing(view.selection)
        chart.show(draw, coverage, view, f"embed-{name}")
        _foot(coverage, view, _home(page, name))
        for notice in notices:
            st.caption(safe_md(notice))
        if state.can_undo():
            st.button("Undo", key="undo", type="tertiary", on_click=state.undo)


def frame(address: str, title: str, height: int) -> str:
    """Return the HTML that puts the chart at an address, so many points high, into a page."""
    source = f"{address}{'&' if '?' in address else '?'}embed=true"
    return (
        f'<iframe src="{html.escape(source)}" title="{html.escape(title)}" width="100%" '
        f'height="{height + ROOM}" style="border: 0" loading="lazy"></iframe>'
    )


def _foot(coverage: Coverage, view: View, address: str) -> None:
    meta = coverage.snapshot.meta
    back = link(address, replace(view, chart=None))
    facts = ["sample data"] if meta.sample else []
    facts.append(f"snapshot {meta.snapshot_id}")
    said = safe_html(" · ".join(facts))
    if (target := safe_url(back)) is not None:
        said += (
            f" · <a href='{safe_html(target)}' target='_blank' rel='noopener noreferrer'>"
            "open in Muster</a>"
        )
    st.html(f"<p class='mu-note'>{said}</p>")


def _home(page: str, name: ChartName) -> str:
    """Return the address of the page that a chart stands on."""
    address = urlsplit(st.context.url or "")
    root = address.path if page == "overview" else address.path.removesuffix(page)
    held = [one for one, charts in catalogue.CHARTS_BY_PAGE.items() if name in charts]
    home = page if page in held else held[0]
    path = f"{root.rstrip('/')}/{'' if home == 'overview' else home}"
    return urlunsplit((*address[:2], path, "", ""))
