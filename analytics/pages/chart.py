"""Put a chart on the page: one component that keeps its node and reports what was clicked."""

from functools import partial
from importlib.metadata import version
from pathlib import Path

import msgspec
import streamlit as st

from analytics.aggregates.coverage import Coverage
from analytics.charts.catalogue import Draw
from analytics.links import View
from analytics.pages import ahead, state

_CHARTS = Path(__file__).resolve().parents[1] / "charts"
# Where dashboard.py serves the chart library and the map; the version makes them cacheable.
LIBRARY = f"assets/plotly-{version('plotly')}.js"
MAPS = "assets/"

_component = st.components.v2.component(
    "muster_chart",
    css=(_CHARTS / "chart.css").read_text(encoding="utf-8"),
    js=(_CHARTS / "chart.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def show(draw: Draw, coverage: Coverage, view: View, key: str) -> None:
    """Draw a chart; a click, a box or a drag along it changes the selection in one run.

    Where the view holds nothing to draw, nothing is drawn.
    """
    desk = ahead.desk()
    asked = f"{base_path()}{ahead.PATH}{desk.name}" if desk else ""
    say = partial(_sent, draw, coverage, key, asked)
    if desk:
        desk.charts[key] = say
    if (sent := say(view)) is None:
        return
    _component(key=key, data=sent, on_pick_change=partial(_picked, key))


def _sent(draw: Draw, coverage: Coverage, key: str, asked: str, view: View) -> bytes | None:
    """Return what the browser is sent of a chart; null where there is nothing to draw."""
    chart = coverage.draw(draw, view)
    if chart is None:
        return None
    base = base_path()
    served = {"plotly": f"{base}{LIBRARY}", "maps": f"{base}{MAPS}", "ahead": asked, "key": key}
    # As bytes: a mapping would be written out three times, and read again only to be compared.
    return msgspec.json.encode({**chart.data(), **served})


def base_path() -> str:
    """Return where the page lies on its host, "/" or "/path/" (``server.baseUrlPath``)."""
    held = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{held}/" if held else "/"


def _picked(key: str) -> None:
    held = st.session_state.get(key)
    state.pick(held.get("pick") if held else None)
