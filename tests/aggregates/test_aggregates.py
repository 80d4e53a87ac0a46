"""Three articles, and what each question says of them."""

from dataclasses import replace
from datetime import date

import pytest

from analytics.aggregates import (
    articles,
    compare,
    coverage,
    figures,
    holdings,
    places,
    sources,
    topics,
    volume,
    words,
)
from analytics.model import Selection
from analytics.snapshot import open_snapshot
from tests.snapshots import three_articles, write_snapshot

SERIES = "personnel|USA|KOR|stationed|level"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    store = write_snapshot(tmp_path_factory.mktemp("store"), three_articles())
    with open_snapshot(store) as opened:
        yield opened


@pytest.fixture(scope="module")
def nothing(tmp_path_factory):
    with open_snapshot(write_snapshot(tmp_path_factory.mktemp("store"), {})) as opened:
        yield opened


def test_totals_count_articles_publishers_and_stories(snapshot):
    totals = volume.totals(snapshot, Selection())

    assert (totals.articles, totals.outlets, totals.publishers, totals.stories) == (3, 3, 2, 2)
    assert (totals.figures, totals.undated) == (3, 1)


def test_a_filter_narrows_and_values_of_one_filter_widen(snapshot):
    def count(**fields):
        return volume.totals(snapshot, Selection(**fields)).articles

    assert count(topics=("missiles",)) == 1
    assert count(topics=("missiles", "alliances")) == 3
    assert count(topics=("alliances",), outlets=("Post",)) == 1
    assert count(start=date(2024, 1, 6)) == 1
    assert count(words="TROOPS seoul") == 2
    assert count(kinds=("munitions",)) == 1


def test_parts_add_up_to_the_dated_whole(snapshot):
    for by in ("topic", "outlet"):
        rows = volume.over_time(snapshot, Selection(), by, "month")

        assert rows["n"].sum() == 2


def test_a_topic_chart_shows_all_topics_and_marks_the_chosen(snapshot):
    rows = topics.by_topic(snapshot, Selection(topics=("missiles",)))

    assert dict(zip(rows["topic"], rows["n"], strict=True)) == {"alliances": 2, "missiles": 1}
    assert list(rows.loc[rows["chosen"], "topic"]) == ["missiles"]


def test_copies_count_once_as_stories(snapshot):
    rows = sources.by_outlet(snapshot, Selection(measure="stories"))
    found = articles.found(snapshot, Selection(measure="stories"), "newest")

    assert rows["n"].sum() == 3  # each source tells its story
    assert len(found) == 2


def test_reports_of_a_series_keep_open_ends_and_show_who_differs(snapshot):
    rows = figures.reports(snapshot, Selection(), SERIES)

    assert list(rows["value"]) == [30000, 28500]  # the one without a day is never the newest
    assert rows["high"].isna().tolist() == [True, False]
    assert rows["disputed"].tolist() == [False, False]  # 28,500 about may be 30,000


def test_an_article_is_read_with_its_marks_and_copies(snapshot):
    key = articles.key_of_figure(snapshot, "figure0")
    read = articles.read(snapshot, key)

    assert [(m.sort, read.text[m.start : m.end]) for m in read.marks] == [
        ("place", "Seoul"),
        ("figure", "28,500 troops"),
    ]
    assert list(articles.copies_of(snapshot, key)["outlet"]) == ["Post"]
    assert articles.read(snapshot, "no such key") is None


def test_two_selections_are_held_against_each_other(snapshot):
    first, second = Selection(outlets=("Gazette",)), Selection(outlets=("Herald",))

    rows = compare.by_topic(snapshot, first, second).set_index("name")

    assert rows.loc["alliances", "first"] == 1 and rows.loc["alliances", "second"] == 0


def test_a_month_without_articles_is_null_not_zero(snapshot):
    rows = holdings.months(snapshot)

    assert rows["articles"].isna().tolist() == [False, True, False]


def test_an_empty_snapshot_answers_everything_with_nothing(nothing):
    chosen = Selection(topics=("missiles",), words="a b")
    for selection in (Selection(), chosen):
        assert volume.totals(nothing, selection).articles == 0
        for question in (
            topics.by_topic,
            topics.topic_by_outlet,
            topics.rising,
            sources.by_outlet,
            sources.profiles,
            places.by_country,
            figures.by_kind,
            articles.rows_to_export,
        ):
            assert question(nothing, selection).empty, question.__name__
        assert figures.series(nothing, selection) == ()
        assert compare.by_topic(nothing, selection, chosen).empty
    assert holdings.months(nothing).empty
    assert coverage.options(nothing).topics == ()


def test_the_same_question_is_answered_from_memory(snapshot):
    held = coverage.Coverage(snapshot)

    assert held.ask(topics.by_topic, Selection()) is held.ask(topics.by_topic, Selection())


def test_the_page_begins_with_whose_troops_are_where_not_with_the_most_frequent():
    def series(code, stories):
        return replace(figures.series_of(code), stories=stories, reports=stories)

    casualties = series("casualties||UKR|killed|new", 90)
    somewhere = series("personnel||AFG||level", 40)
    abroad = series("personnel|USA|KOR|stationed|level", 3)
    once = series("personnel|USA|JPN|stationed|level", 1)

    assert figures.most_telling((casualties, somewhere, abroad, once)) == abroad
    assert figures.most_telling((casualties, somewhere)) == somewhere
    assert figures.most_telling((casualties, once)) == casualties


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("personnel|USA|KOR|stationed|level", "US troops in South Korea, stationed"),
        ("casualties||UKR|killed|new", "Killed in Ukraine, newly"),
        ("money:USD||UKR|pledged|level", "Money (USD), Ukraine, pledged"),
        ("percent:gdp||DEU||level", "Share of gdp, Germany"),
        ("weapons_platforms:tanks||POL||level", "Tanks in Poland"),
        ("nonsense", "Nonsense"),
    ],
)
def test_a_series_is_said_from_its_code(code, said):
    assert words.series(figures.series_of(code)) == said


@pytest.mark.parametrize(
    ("low", "unit", "said"),
    [
        (900, "dollar per month", "900 dollars per month"),
        (1, "dollar per month", "1 dollar per month"),
        (900, "japanese yen per day", "900 japanese yen per day"),
        (900, "soldiers", "900 soldiers"),
        (900, "USD", "$900"),
    ],
)
def test_a_rate_is_said_in_the_plural(low, unit, said):
    assert words.figure(low, low, "exact", unit) == said
