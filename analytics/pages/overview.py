"""Page: what is covered, how much, by whom and where."""

import streamlit as st

from analytics.aggregates import places, sources, topics, volume, words
from analytics.aggregates.coverage import Coverage, options
from analytics.aggregates.volume import Totals
from analytics.charts import bars, matrix
from analytics.charts import places as maps
from analytics.charts import volume as time
from analytics.charts.volume import Shown
from analytics.model import Selection
from analytics.pages import chart, parts, state

TITLE = "Overview"
ICON = ":material/dashboard:"


def show(coverage: Coverage, selection: Selection) -> None:
    """Draw the page for a selection."""
    st.title(TITLE)
    totals = coverage.ask(volume.totals, selection)
    if not totals.articles:
        parts.nothing(selection)
        return
    _key_numbers(coverage, selection, totals)
    shown = Shown(words.chosen(selection), selection.measure, totals.of(selection.measure))
    _over_time(coverage, selection, totals, shown)
    left, right = st.columns(2, gap="large")
    known = coverage.ask(options)
    with left:
        rows = coverage.ask(topics.by_topic, selection)
        chart.show(bars.ranked(rows, "topic", shown, len(rows)), "by-topic")
    with right:
        rows = coverage.ask(sources.by_outlet, selection)
        chart.show(bars.ranked(rows, "source", shown, len(known.outlets)), "by-source")
    left, right = st.columns(2, gap="large")
    with left:
        cells = coverage.ask(topics.topic_by_outlet, selection)
        chart.show(matrix.topic_by_outlet(cells, shown), "topic-by-source")
    with right:
        chart.show(maps.world(coverage.ask(places.by_country, selection), shown), "by-country")


def _over_time(coverage: Coverage, selection: Selection, totals: Totals, shown: Shown) -> None:
    view = state.view()
    known = coverage.ask(options)
    period = volume.period_for(totals.first_day, totals.last_day)
    by: volume.By = "topic" if view.split == "topic" else "outlet"
    rows = coverage.ask(volume.over_time, selection, by, period)
    usual = known.topics if by == "topic" else known.outlets
    parts.switches(
        ("split", {"topic": "By topic", "source": "By source"}, view.split),
        ("scale", {"count": "Count", "share": "Share"}, view.scale),
    )
    drawn = time.over_time(
        rows, view.split, period, view.scale == "share", usual, shown, totals.undated
    )
    chart.show(drawn, "over-time")


def _key_numbers(coverage: Coverage, selection: Selection, totals: Totals) -> None:
    last, before = coverage.ask(volume.change, selection)
    rose = coverage.ask(topics.rising, selection)
    numbers = [
        ("Articles", f"{totals.articles:,}", _days(totals)),
        ("Sources", f"{totals.outlets:,}", f"of {totals.publishers:,} publishers"),
        ("Independent stories", f"{totals.stories:,}", _copied(totals)),
        ("Figures", f"{totals.figures:,}", f"{totals.figures / totals.articles:.1f} an article"),
        (
            "Last 4 weeks",
            f"{last:,}",
            f"{words.MEASURES[selection.measure]}; {before:,} in the 4 before",
        ),
    ]
    if len(rose):
        top = rose.iloc[0]
        if top["last"] > top["before"]:
            said = f"{int(top['before']):,} → {int(top['last']):,} in 4 weeks"
            numbers.append(("Rose most", words.topic(top["topic"]), said))
    parts.key_numbers(numbers)


def _days(totals: Totals) -> str:
    if totals.first_day is None or totals.last_day is None:
        return "none with a date"
    return f"{totals.first_day:%b %Y} to {totals.last_day:%b %Y}"


def _copied(totals: Totals) -> str:
    return f"{1 - totals.stories / totals.articles:.0%} of articles are copies"
