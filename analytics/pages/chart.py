"""Put a chart on the page: one component that keeps its node and reports what was clicked."""

import json
from functools import partial
from importlib.metadata import version
from pathlib import Path

import streamlit as st

from analytics.charts.chart import Chart
from analytics.pages import state

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


def show(chart: Chart | None, key: str) -> None:
    """Draw a chart; a click, a box or a drag along it changes the selection in one run.

    A null, where there is nothing to draw, draws nothing.
    """
    if chart is None:
        return
    base = base_path()
    data = {**chart.data(), "plotly": f"{base}{LIBRARY}", "maps": f"{base}{MAPS}"}
    # As bytes: a mapping would be written out three times, and read again only to be compared.
    sent = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    _component(key=key, data=sent, on_pick_change=partial(_picked, key))


def base_path() -> str:
    """Return where the page lies on its host, "/" or "/path/" (``server.baseUrlPath``)."""
    held = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{held}/" if held else "/"


def _picked(key: str) -> None:
    held = st.session_state.get(key)
    state.pick(held.get("pick") if held else None)
