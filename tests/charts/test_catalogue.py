"""Every chart says what it shows, of what, and how many; and its picture and its table agree."""

from dataclasses import replace
from typing import get_args

import pytest

from analytics.aggregates.coverage import Coverage
from analytics.charts import catalogue
from analytics.links import ChartName, View
from analytics.model import Selection
from analytics.snapshot import open_snapshot
from tests.snapshots import three_articles, write_snapshot

SERIES = "personnel|USA|KOR|stationed|level"
VIEW = View(Selection(), series=SERIES, outlet="Gazette", against=(("topic", "missiles"),))
MADE = [name for name in catalogue.CHARTS if name != "who-is-first"]  # needs many stories
OF_SELECTION = ("volume", "topics", "sources", "topic-by-source", "countries")


@pytest.fixture(scope="module")
def coverage(tmp_path_factory):
    with open_snapshot(write_snapshot(tmp_path_factory.mktemp("store"), three_articles())) as held:
        yield Coverage(held)


@pytest.fixture(scope="module")
def nothing(tmp_path_factory):
    with open_snapshot(write_snapshot(tmp_path_factory.mktemp("store"), {})) as held:
        yield Coverage(held)


def drawn(coverage, name, view=VIEW):
    return catalogue.CHARTS[name](coverage, view)


def test_a_link_may_name_every_chart_and_no_other():
    assert set(catalogue.CHARTS) == set(get_args(ChartName))


@pytest.mark.parametrize("name", MADE)
def test_a_chart_says_what_it_shows_of_what_and_how_many(coverage, name):
    chart = drawn(coverage, name)

    assert chart.title and chart.name
    assert any(character.isdigit() for character in chart.note) or name == "source-topics"
    assert chart.title.split(":")[0] in chart.alt and len(chart.alt) > 30
    assert chart.traces and chart.table.rows
    assert all(len(row) == len(chart.table.columns) for row in chart.table.rows)
    assert len(chart.table.picks) in (0, len(chart.table.rows))


@pytest.mark.parametrize("name", [name for name in MADE if name != "countries"])
def test_an_axis_of_numbers_says_what_it_counts(coverage, name):
    chart = drawn(coverage, name)
    axes = (chart.layout["xaxis"], chart.layout["yaxis"])
    numbers = [
        axis
        for side, axis in zip("xy", axes, strict=True)
        if axis.get("type") != "date"
        and not any(isinstance(v, str) for trace in chart.traces for v in trace[side])
    ]

    assert all(axis["title"]["text"] for axis in numbers)
    assert numbers or name == "topic-by-source"


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        ("articles", "3 articles"),
        ("publishers", "2 publishers"),
        ("stories", "2 independent stories"),
    ],
)
@pytest.mark.parametrize("name", OF_SELECTION)
def test_every_chart_obeys_what_is_counted(coverage, name, measure, said):
    chart = drawn(coverage, name, replace(VIEW, selection=Selection(measure=measure)))

    assert said in chart.note


def test_a_copied_story_is_two_articles_and_one_story(coverage):
    def by_topic(measure):
        chart = drawn(coverage, "topics", View(Selection(measure=measure)))
        return {row[0]: row[1] for row in chart.table.rows}

    assert by_topic("articles") == {"Alliances": 2, "Missiles": 1}
    assert by_topic("stories") == {"Alliances": 1, "Missiles": 1}


def test_the_bars_over_time_add_up_to_the_dated_articles(coverage):
    chart = drawn(coverage, "volume")

    assert sum(n for trace in chart.traces for n in trace["y"]) == 2
    assert sum(n for _, *counts in chart.table.rows for n in counts) == 2
    assert "1 without a date not drawn" in chart.note


def test_shares_over_time_add_up_to_a_hundred_in_each_bar(coverage):
    chart = drawn(coverage, "volume", replace(VIEW, scale="share"))
    sums = {}
    for trace in chart.traces:
        for day, share in zip(trace["x"], trace["y"], strict=True):
            sums[day] = sums.get(day, 0) + share

    assert sums and all(total == pytest.approx(100) for total in sums.values())


def test_a_report_without_a_day_is_in_the_table_and_not_drawn(coverage):
    chart = drawn(coverage, "series")
    dots = [trace for trace in chart.traces if trace["type"] == "scattergl"]

    assert len(chart.table.rows) == 2
    assert [dot["customdata"] for dot in dots] == [[{"figure": ["figure0"]}]]
    assert "1 without a date only in the table" in chart.note


def test_a_source_of_hostile_name_is_escaped_where_plotly_reads_markup(coverage):
    chart = drawn(coverage, "sources", View(Selection()))

    assert not any("<" in text for trace in chart.traces for text in trace["y"])


@pytest.mark.parametrize("name", catalogue.CHARTS)
def test_no_chart_is_drawn_of_an_empty_snapshot(nothing, name):
    assert drawn(nothing, name) is None


@pytest.mark.parametrize("name", [name for name in catalogue.CHARTS if name != "months"])
def test_no_chart_is_drawn_of_a_selection_that_holds_nothing(coverage, name):
    assert drawn(coverage, name, replace(VIEW, selection=Selection(topics=("naval",)))) is None


def test_two_sides_alike_are_not_compared(coverage):
    assert drawn(coverage, "compare", View(Selection())) is None
