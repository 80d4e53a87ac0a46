"""The page Data: gaps stay open, counts are whole, what was measured is said with its sample."""

import json
import re
from datetime import date

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics import accuracy
from analytics.accuracy import likely
from analytics.pages.plain_table import Html, said, strip, table
from tests.snapshots import three_articles, write_snapshot


def page():  # AppTest runs this function's source as an app
    from analytics.aggregates.coverage import Coverage
    from analytics.model import Selection
    from analytics.pages import data
    from analytics.snapshot import open_snapshot, store_folder

    data.show(Coverage(open_snapshot(store_folder())), Selection())


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """Return a function that shows the page of a snapshot, and gives its HTML."""
    monkeypatch.setenv("MUSTER_STORE", str(tmp_path))
    monkeypatch.setattr(accuracy, "FILE", tmp_path / "accuracy.json")

    def opened(frames):
        write_snapshot(tmp_path, frames)
        app = AppTest.from_function(page, default_timeout=20).run()
        assert not app.exception
        return " ".join(element.proto.body for element in app.get("html")), app

    return opened


def test_a_source_has_its_days_and_the_months_it_lacks(shown):
    frames = three_articles()
    frames["articles"] = frames["articles"].assign(outlet=["Gazette", "<b>Post</b>", "Gazette"])
    html, _ = shown(frames)

    assert "Jan 2024 – Mar 2024" in html and "2 months with articles" in html
    assert html.count("<i style=") == 2  # January and March: February is open
    assert "&lt;b&gt;Post" in html and "<b>Post" not in html


def test_all_that_was_refused_is_counted_however_little_is_listed(shown):
    frames = three_articles()
    frames["refused"] = pd.DataFrame(
        {"file": "own.jsonl", "line": range(1, 1502), "reason": "not JSON"}
    )
    html, app = shown(frames)

    assert "Refused · 1,501" in html
    assert "The first 1,000 are listed; the CSV has all." in [c.value for c in app.caption]


def test_the_accuracy_is_said_with_day_sample_and_by_kind(shown, tmp_path):
    score = {"precision": 0.5, "recall": 0.75, "labelled": 8, "found": 12}
    held = {
        "measured_on": "2026-03-01",
        "reader_version": "another",
        "articles": 30,
        "figures": 206,
        "scores": {"value": score},
        "by_kind": {"personnel": score, "money": {**score, "labelled": 0}},
        "by_hedge": {"exact": score},
    }
    (tmp_path / "accuracy.json").write_text(json.dumps(held))
    html, app = shown(three_articles())

    [told] = [one.value for one in app.markdown if "Measured on" in one.value]
    assert "1 March 2026" in told and "30 articles with 206 figures" in told
    assert "another than read this snapshot" in told
    row = re.search(r"Personnel</th>.*?</tr>", html)[0]
    assert "50%" in row and "75%" in row and ">8<" in row and ">12<" in row
    assert "–" in re.search(r"Money</th>.*?</tr>", html)[0]


def test_nothing_measured_says_how_to_measure(shown):
    _, app = shown(three_articles())

    assert any("Not measured yet" in one.value for one in app.caption)


def test_an_empty_snapshot_has_a_page_of_data(shown):
    html, _ = shown({})

    assert "Sources and their gaps" not in html and "Nothing" not in html.split("Licences")[0]


def test_a_small_sample_leaves_much_open():
    low, high = likely(1.0, 1)
    assert low < 0.25 and high == 1
    assert likely(0.5, 0) == (0, 1)
    low, high = likely(0.9, 1000)
    assert 0.87 < low < 0.9 < high < 0.92


def test_cells_are_escaped_and_nulls_are_dashes():
    made = table("<x>", ("A", "B"), [("<i>", None), ("b", 1200), ("c", date(2024, 1, 2))])

    assert "&lt;i&gt;" in made and "aria-label='&lt;x&gt;'" in made
    assert "<td>–</td>" in made and "1,200" in made
    assert "<td class='mu-day'>2024-01-02</td>" in made
    assert said(Html("<b>")) == "<b>"


MONTHS = [date(2024, 1, 1), date(2024, 2, 1), date(2024, 12, 1)]


def test_months_that_follow_each_other_are_one_bar():
    drawn = strip(MONTHS, date(2024, 1, 5), date(2024, 12, 30), "3 months").body

    assert re.findall(r"left:([\d.]+)%;width:([\d.]+)%", drawn) == [
        ("0.00", "16.67"),
        ("91.67", "8.33"),
    ]
