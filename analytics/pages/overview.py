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
    parts.key_numbers(key_numbers.of_coverage(coverage, selection))
    parts.switches(
        ("split", {"topic": "By topic", "source": "By source"}, view.split),
        ("scale", {"count": "Count", "share": "Share"}, view.scale),
    )
    chart.show(coverage.draw(catalogue.by_time, view), "over-time")
    left, right = st.columns(2, gap="large")
    with left:
        chart.show(coverage.draw(catalogue.by_topic, view), "by-topic")
    with right:
        chart.show(coverage.draw(catalogue.by_source, view), "by-source")
    left, right = st.columns(2, gap="large")
    with left:
        chart.show(coverage.draw(catalogue.by_topic_and_source, view), "topic-by-source")
    with right:
        chart.show(coverage.draw(catalogue.by_country, view), "by-country")
