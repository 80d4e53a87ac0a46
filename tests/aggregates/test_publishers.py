"""Houses behind the sources: one wire story, printed by two houses, one of them twice."""

import pandas as pd
import pytest

from analytics.aggregates import publishers
from analytics.charts.publishers import first_and_followers, lag_said
from analytics.model import Selection
from analytics.snapshot import open_snapshot
from tests.snapshots import write_snapshot

HOURS = pd.Timedelta(hours=1)
SIX = pd.Timestamp("2024-05-01 06:00")


def told(*rows):
    """Lay out articles: outlet, family, story, hours after six or null, and the copy's role."""
    frame = pd.DataFrame(rows, columns=["outlet", "family", "story", "after", "copy"])
    at = [SIX + HOURS * after if after == after else pd.NaT for after in frame["after"]]
    days = pd.Series(at).dt.normalize()
    stories = frame.groupby("story").agg(
        outlets=("outlet", "nunique"), families=("family", "nunique"), articles=("outlet", "size")
    )
    lead = frame.reset_index().groupby("story")["index"].first()
    return {
        "articles": frame.drop(columns="after").assign(
            article=range(len(frame)),
            day=days,
            published_at=at,
            figures=1,
            topics=[["naval"]] * len(frame),
            subtopics=[[]] * len(frame),
            lead=frame.index.isin(list(lead)),
        ),
        "stories": stories.reset_index().assign(lead=list(lead)),
    }


@pytest.fixture
def ask(tmp_path):
    def asked(*rows, selection=None, question=publishers.first_and_followers):
        with open_snapshot(write_snapshot(tmp_path, told(*rows))) as snapshot:
            return question(snapshot, selection or Selection()).set_index("family")

    return asked


STORY = (
    ("Ardent", "Ardent", 0, 0, "original"),
    ("Dockside Daily", "Dock", 0, 2, "copy"),
    ("Dockside Evening", "Dock", 0, 5, "edition"),
    ("Ledger", "Ledger", 0, 26, "copy"),
    ("Ledger", "Ledger", 1, 30, "original"),
)


def test_the_first_is_who_led_and_the_others_followed(ask):
    rows = ask(*STORY)

    assert rows["first"].to_dict() == {"Ardent": 1, "Dock": 0, "Ledger": 0}
    assert rows["followed"].to_dict() == {"Ardent": 0, "Dock": 1, "Ledger": 1}


def test_a_house_follows_once_by_its_earliest_edition(ask):
    rows = ask(*STORY)

    assert rows.loc["Dock", "shared"] == 1
    assert rows.loc["Dock", "lag"] == pytest.approx(2)
    assert list(rows.loc["Dock", "outlets"]) == ["Dockside Daily", "Dockside Evening"]


def test_a_story_of_one_house_is_nobodys_to_follow(ask):
    rows = ask(("Daily", "Dock", 0, 0, "original"), ("Evening", "Dock", 0, 3, "edition"))

    assert rows.empty


def test_an_unknown_time_is_no_time_behind(ask):
    rows = ask(("Ardent", "Ardent", 0, 0, "original"), ("Ledger", "Ledger", 0, None, "copy"))

    assert rows.loc["Ledger", "followed"] == 1
    assert pd.isna(rows.loc["Ledger", "lag"])


def test_a_first_outside_the_selection_is_followed_all_the_same(ask):
    rows = ask(*STORY, selection=Selection(outlets=("Ledger",)))

    assert rows[["shared", "followed"]].to_dict("index") == {"Ledger": {"shared": 1, "followed": 1}}


def test_sources_that_nothing_names_are_left_out(ask):
    rows = ask(("Ardent", "Ardent", 0, 0, "original"), ("unknown", "unknown", 0, 1, "copy"))

    assert list(rows.index) == ["Ardent"]


def test_editions_add_up_to_their_house(ask):
    rows = ask(*STORY, question=publishers.profiles)

    assert rows.loc["Dock", ["editions", "articles", "stories"]].tolist() == [2, 2, 1]
    assert rows.loc["Dock", ["copied", "reprinted"]].tolist() == [0.5, 0.5]
    assert rows["articles"].sum() == len(STORY)


def test_the_chart_says_what_it_shows_and_a_bar_picks_every_edition(ask):
    chart = first_and_followers(ask(*STORY).reset_index(), "all coverage")

    assert chart.title == "First with a story, or following another publisher"
    assert [trace["meta"]["legend"] for trace in chart.traces] == ["First", "Followed"]
    assert ("Dock", 1, 0, 1, 2.0) in chart.table.rows
    assert {"source": ["Dockside Daily", "Dockside Evening"]} in chart.table.picks
    assert "2 h" in chart.traces[1]["text"]


@pytest.mark.parametrize(
    ("hours", "said"),
    [(0, "same day"), (0.5, "30 min"), (5.2, "5 h"), (24, "1 day"), (72, "3 days")],
)
def test_a_lag_is_said_as_a_reader_would(hours, said):
    assert lag_said(hours) == said


def test_an_empty_snapshot_has_no_publishers(tmp_path):
    with open_snapshot(write_snapshot(tmp_path, {})) as snapshot:
        assert publishers.profiles(snapshot, Selection()).empty
        assert publishers.first_and_followers(snapshot, Selection()).empty
