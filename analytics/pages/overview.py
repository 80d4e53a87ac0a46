"""Page: what is covered, how much, by whom and where."""

from dataclasses import replace

import streamlit as st

from analytics.aggregates import key_numbers, volume
from analytics.aggregates.coverage import Coverage
from analytics.charts import catalogue
from analytics.model import Selection
from analytics.pages import chart, parts, state

TITLE = "Overview"
ICON = ":material/dashboard:"


def show(coverage: Coverage, selection: Selection) -> None:
    """Draw the page for a selection."""
    st.title(TITLE)
    if not coverage.ask(volume.totals, selection).articles:
        parts.nothing(selection)
        return
    view = replace(state.view(), selection=selection)
    numbers = st.container()
    parts.switches(
        ("split", {"topic": "By topic", "source": "By source"}, view.split),
        ("scale", {"count": "Count", "share": "Share"}, view.scale),
    )
    whole = st.container()
    left, right = st.columns(2, gap="large")
    lower_left, lower_right = st.columns(2, gap="large")
    places = {
        catalogue.by_time: (whole, "over-time"),
        catalogue.by_topic: (left, "by-topic"),
        catalogue.by_source: (right, "by-source"),
        catalogue.by_topic_and_source: (lower_left, "topic-by-source"),
        catalogue.by_country: (lower_right, "by-country"),
    }
    # All at once: the browser draws together what comes together, before it turns to the rest.
    coverage.draw_all(places, view)
    for draw, (place, key) in places.items():
        with place:
            chart.show(draw, coverage, view, key)
    with numbers:  # last: they ask most, and the charts are what a click waits for
        parts.key_numbers(key_numbers.of_coverage(coverage, selection))
