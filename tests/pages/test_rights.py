"""What is sent to a reader of a shared page: of each text one piece of at most 160 characters."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from analytics.aggregates.articles import rows_to_export
from analytics.aggregates.coverage import Coverage
from analytics.cells import csv_of
from analytics.links import View
from analytics.model import Selection
from analytics.pages import report, rights
from analytics.snapshot import open_snapshot
from tests.snapshots import three_articles, write_snapshot

# One sentence of more than a thousand characters, no two parts of it alike, a figure within.
LONG = (
    " ".join(f"word{n}" for n in range(60))
    + " 28,500 troops "
    + " ".join(f"more{n}" for n in range(90))
)
AT = LONG.index("28,500")
PAGES = ("overview", "figures", "sources", "articles", "compare", "data")


def frames():
    made = three_articles()
    made["articles"].loc[2, ["title", "url"]] = None
    made["texts"] = made["texts"].assign(text=LONG)
    made["figures"] = made["figures"].assign(
        sentence=LONG,
        quote="28,500 troops",
        start=AT,
        end=AT + 13,
        sentence_start=0,
        sentence_end=len(LONG),
    )
    return made


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("MUSTER_STORE", str(tmp_path))
    monkeypatch.setenv("MUSTER_TEXTS", "snippet")
    return write_snapshot(tmp_path, frames())


def shown(name):  # AppTest runs this function's source as an app
    from importlib import import_module

    from analytics.aggregates.coverage import Coverage
    from analytics.model import Selection
    from analytics.snapshot import open_snapshot, store_folder

    page = import_module(f"analytics.pages.{name}")
    page.show(Coverage(open_snapshot(store_folder())), Selection())


def sent(block):
    """All that a page sends to the browser, as text."""
    if hasattr(block, "children"):
        return " ".join(sent(child) for child in block.children.values())
    return str(getattr(block, "proto", ""))


def longest(said):
    """The longest piece of the text that is said, in characters."""
    low, high = 0, len(LONG)
    while low < high:
        middle = (low + high + 1) // 2
        found = any(LONG[at : at + middle] in said for at in range(len(LONG) - middle + 1))
        low, high = (middle, high) if found else (low, middle - 1)
    return low


@pytest.mark.parametrize("name", PAGES)
def test_a_shared_page_sends_no_more_than_a_snippet(store, name):
    app = AppTest.from_function(shown, args=(name,), default_timeout=20).run()
    assert not app.exception

    assert longest(sent(app._tree)) <= rights.SNIPPET


def test_the_owner_of_the_texts_sees_them_whole(store, monkeypatch):
    monkeypatch.setenv("MUSTER_TEXTS", "full")
    app = AppTest.from_function(shown, args=("articles",), default_timeout=20).run()

    assert longest(sent(app._tree)) > 400


@pytest.mark.parametrize("setting", ["ful", "FULLY", "1", "yes"])
def test_a_setting_with_a_slip_shows_no_more_than_a_snippet(store, monkeypatch, setting):
    monkeypatch.setenv("MUSTER_TEXTS", setting)
    app = AppTest.from_function(shown, args=("articles",), default_timeout=20).run()

    assert 20 < longest(sent(app._tree)) <= rights.SNIPPET


@pytest.mark.parametrize("page", PAGES)
def test_a_report_that_is_sent_on_holds_no_more_than_a_snippet(store, page, monkeypatch):
    monkeypatch.setenv("MUSTER_TEXTS", "full")  # whoever makes it may see more than who gets it
    with open_snapshot(store) as snapshot:
        view = View(against=(("topic", "missiles"),))
        asked = report.Asked(Coverage(snapshot), view, page, "http://x/", date(2026, 3, 1))

        made = report.build(asked)
        assert longest(made) <= rights.SNIPPET and ">nan<" not in made


def test_the_list_of_articles_is_exported_without_their_texts(store):
    with open_snapshot(store) as snapshot:
        exported = csv_of(rows_to_export(snapshot, Selection())).decode("utf-8-sig")

    assert longest(exported) < 12
