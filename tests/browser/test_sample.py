"""The sample in a real browser: copies counted once, links that hold, pages that fit a phone."""

import json
import shutil

import pytest

from analytics.under_way import Work, seen, told
from tests.browser.conftest import ROOT, ingest, served, serving
from tests.snapshots import three_articles, write_snapshot
from tests.test_under_way import wait_until

# Words that stand in the ten printings of one wire story of the sample, and nowhere else together.
STORY = "q=hague+doubling+proper"
READY = """() => document.querySelector('h1') && document.querySelector('.mu-numbers')
    && document.querySelectorAll('.mu-chart').length >= 5
    && [...document.querySelectorAll('.mu-chart')].every(c => c.dataset.drawn)"""
WHOLE = """() => document.querySelector('h1') && document.querySelector('.st-key-filters')
    && document.querySelector('[data-test-script-state=notRunning]')
    && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')
    && [...document.querySelectorAll('.mu-chart')].every(c => c.dataset.drawn)"""
PAGES = ("", "figures", "sources", "articles", "compare?topic=naval", "data")


@pytest.fixture
def open_page(new_reader):
    """Return a function that opens an address as a new reader; what leaves is on the page."""

    def opened(url, ready=READY, width=1440, height=1600):
        page = new_reader(width, height)
        page.goto(url)
        page.wait_for_function(ready, timeout=30000)
        return page

    return opened


def number(page, name):
    """The key number of this name."""
    cell = page.locator(".mu-numbers > div", has=page.locator("dt", has_text=name)).first
    return int(cell.locator("dd").first.inner_text().replace(",", ""))


def test_a_wire_story_printed_by_ten_sources_is_ten_articles_and_one_story(
    open_page, sample_address
):
    page = open_page(f"{sample_address}/?{STORY}")

    assert number(page, "Articles") == number(page, "Sources") == 10
    assert number(page, "Independent stories") == 1
    counted = open_page(f"{sample_address}/?{STORY}&count=stories")
    notes = counted.locator(".mu-chart .mu-note").all_inner_texts()
    assert notes and all("1 independent story" in note for note in notes)
    assert page.left == counted.left == []


def test_the_page_that_was_asked_for_is_there_once_the_sample_is_built(
    open_page, tmp_path, monkeypatch
):
    monkeypatch.delenv("MUSTER_STORE", raising=False)
    for name in ("analytics", "data", "static", ".streamlit"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("store"))
    shutil.copy(ROOT / "dashboard.py", tmp_path)

    with serving("dashboard.py", folder=tmp_path) as address:
        page = open_page(f"{address}/figures?topic=naval", WHOLE)

        assert page.url == f"{address}/figures?topic=naval"
        assert page.locator("h1").inner_text() == "Figures"


@pytest.mark.parametrize(
    "name", PAGES, ids=[name.partition("?")[0] or "overview" for name in PAGES]
)
def test_a_page_fits_a_phone_and_asks_nothing_of_elsewhere(open_page, sample_address, name):
    page = open_page(f"{sample_address}/{name}", WHOLE, 390, 844)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".st-key-filters").bounding_box()["height"] < 70
    share = page.get_by_role("button", name="Share").bounding_box()
    assert share["x"] >= 0 and share["x"] + share["width"] <= 390
    assert page.locator("[data-testid=stException]").count() == 0
    assert page.left == []


def test_the_links_of_share_give_the_same_numbers_to_another_reader(open_page, sample_address):
    page = open_page(f"{sample_address}/?topic=naval")
    here = number(page, "Articles")
    page.get_by_role("button", name="Share").click()
    shared = page.locator("[data-testid=stCode]")
    shared.nth(2).wait_for()

    live, frozen, cited = (shared.nth(at).inner_text().strip() for at in range(3))

    assert "snapshot=" in frozen and "snapshot=" not in live
    assert f"({here:,} articles" in cited and "Overview: Naval" in cited
    assert cited.replace("\n", "").endswith(frozen)
    for link in (live, frozen):
        assert number(open_page(link), "Articles") == here


def test_a_frozen_link_keeps_its_numbers_when_newer_data_is_read(open_page, tmp_path):
    ready = "() => document.querySelector('.mu-numbers')"
    texts = ("The coast guard found three boats off the cape.", "Two jets crossed the border.")
    store, own = tmp_path / "store", tmp_path / "own.jsonl"
    before = ""
    for number_of, text in enumerate(texts):
        before = (store / "current").read_text().strip() if number_of else ""
        own.write_text(json.dumps({"id": f"new{number_of}", "text": text}) + "\n")
        ingest(str(own), "--store", str(store))
    with served(store) as url:
        frozen = open_page(f"{url}/?snapshot={before}", ready)

        assert number(frozen, "Articles") == 1
        assert frozen.get_by_text("This link is frozen").count() == 1
        assert number(open_page(url, ready), "Articles") == 2


def test_a_first_import_from_the_page_shows_the_articles_and_names_the_refused(open_page, tmp_path):
    ready = "() => document.querySelector('h1')"
    own = tmp_path / "own.jsonl"
    own.write_text('{"text": "The army moved two batteries north."}\n{"text": 3}\n')
    with served(tmp_path / "store") as url:
        page = open_page(url, ready)
        page.get_by_text("Nothing has been read yet").wait_for()
        page.locator("input[type=file]").set_input_files(str(own))
        page.get_by_role("button", name="Read them").click()
        page.locator(".mu-numbers").wait_for(timeout=60000)

        assert number(page, "Articles") == 1
        page.get_by_role("link", name="Data").click()
        page.get_by_text("Done: 1 read, 1 new, 0 unchanged, 0 revised, 1 refused.").wait_for()
        assert "own.jsonl:2" in page.locator("[data-testid=stCode]").first.inner_text()
        assert page.left == []


def test_a_page_opens_by_itself_when_the_first_articles_are_in(open_page, tmp_path):
    ready = "() => document.querySelector('h1')"
    store = tmp_path / "store"
    with served(store) as url, told(store, Work("reading", 0.5, 7)) as telling:
        wait_until(lambda: seen(store))
        page = open_page(url, ready)
        page.get_by_text("Articles are being read: 7 so far, 50% of the input.").wait_for()
        telling.now = Work("publishing", None, 14)
        page.get_by_text("14 articles have been read").wait_for()
        write_snapshot(store, three_articles())
        page.locator(".mu-numbers").wait_for()

        assert number(page, "Articles") == 3
        page.get_by_text("The numbers below are from before.").wait_for()
        write_snapshot(store, three_articles(), "1" * 16)
        page.get_by_role("button", name="Show them").click()
        page.get_by_text("numbers on this page have changed").wait_for()
