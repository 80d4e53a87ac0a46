"""Before, without and instead of a page: each state says what it is and what to do."""

import os
from threading import Event

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from analytics import accuracy, under_way
from analytics.pages import entry, first
from analytics.snapshot import CURRENT, snapshot_path
from analytics.under_way import Work
from tests.snapshots import SNAPSHOT_ID, three_articles, write_snapshot

OLD, NEW = "0" * 16, "1" * 16


def run():  # AppTest runs this function's source as an app
    from analytics.pages import entry

    entry.run()


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("MUSTER_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


def opened(**link):
    app = AppTest.from_function(run, default_timeout=20)
    for name, value in link.items():
        app.query_params[name] = value
    return app.run()


def words(app):
    """All that is said on the page."""
    assert not app.exception
    said = [*app.markdown, *app.caption, *app.info, *app.warning, *app.code, *app.title]
    html = [element.proto.body for element in app.main if element.type == "html"]
    html += [element.proto.body for element in app.get("html")]
    return " ".join([*(element.value for element in said), *html])


def button(app, label):
    [found] = [one for one in app.button if label in one.label]
    return found


def break_file(store, snapshot_id, kept=0.3):
    path = snapshot_path(store, snapshot_id)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])


def test_an_empty_store_says_how_to_begin(store):
    app = opened()

    assert "Nothing has been read yet" in words(app)
    assert "python -m analytics ingest PATH" in words(app)
    write_snapshot(store, three_articles())
    button(app, "Look again").click().run()
    assert app.title[0].value == "Overview"


def test_articles_being_read_into_an_empty_store_are_told(store):
    (store / under_way.FOLDER).mkdir(parents=True)
    (store / under_way.FOLDER / "h-1.json").write_text(
        '{"stage": "reading", "share": 0.42, "read": 1200}'
    )

    assert "Articles are being read: 1,200 so far, 42% of the input." in words(opened())


def test_articles_being_read_are_told_above_the_numbers_from_before(store):
    write_snapshot(store, three_articles())
    (store / under_way.FOLDER).mkdir()
    (store / under_way.FOLDER / "h-1.json").write_text('{"stage": "publishing", "read": 12}')
    app = opened()

    assert app.title[0].value == "Overview"
    assert "12 articles have been read, and are being laid out" in words(app)
    assert "The numbers below are from before" in words(app)


def test_newer_data_are_announced_once(store):
    write_snapshot(store, three_articles(), OLD)
    app = opened()
    assert not app.toast
    write_snapshot(store, three_articles(), NEW)

    assert "numbers on this page have changed" in app.run().toast[0].value
    assert not app.run().toast


@pytest.fixture
def sample(tmp_path, monkeypatch):
    """The sample's store as an earlier program left it; its builds are listed, and do nothing."""
    built = []
    store = write_snapshot(tmp_path / "sample", three_articles(), OLD)
    os.utime(store / CURRENT, (0, 0))
    monkeypatch.delenv("MUSTER_STORE", raising=False)
    monkeypatch.setattr(entry, "STORE", tmp_path / "store")
    monkeypatch.setattr(entry, "store_folder", lambda: tmp_path / "store")
    monkeypatch.setattr(first, "SAMPLE_STORE", store)
    monkeypatch.setattr(first, "_LOOKED", Event())
    monkeypatch.setattr(first, "_run", lambda *told: built.append(told))
    return store, built


def test_a_sample_from_an_earlier_program_is_built_anew_once(sample):
    store, built = sample

    assert opened().title[-1].value == "Overview"  # the build failed: the older one is shown
    assert opened().title[0].value == "Overview"
    assert [told[1:] for told in built] == [("ingest", "--sample", "--store", str(store))]


def test_a_sample_from_this_program_is_shown_as_it_is(sample):
    store, built = sample
    os.utime(store / CURRENT)

    assert opened().title[0].value == "Overview"
    assert not built


@pytest.mark.parametrize("kept", [0, 0.01, 0.3], ids=["nothing", "a page", "a third"])
def test_a_truncated_snapshot_says_what_to_run_and_offers_an_earlier_one(store, kept):
    write_snapshot(store, three_articles(), OLD)
    write_snapshot(store, three_articles(), NEW)
    break_file(store, NEW, kept)
    app = opened()

    assert "The data cannot be opened" in words(app)
    assert "python -m analytics publish" in words(app)
    assert str(store) not in words(app)  # of paths a reader elsewhere learns nothing
    button(app, "Show an earlier snapshot: 3 articles, up to 2 March 2024").click().run()
    assert "This link is frozen" in words(app) and app.title[0].value == "Overview"


def test_a_snapshot_that_opens_and_breaks_further_on_is_told_too(store):
    write_snapshot(store, three_articles())
    path = snapshot_path(store, SNAPSHOT_ID)
    whole = path.read_bytes()
    damaged = b""
    for at in range(0, len(whole), 4096):  # every block that holds data, the first ones left
        block = whole[at : at + 4096]
        damaged += block if at < 12288 or not block.strip(b"\0") else bytes(len(block))
    path.write_bytes(damaged)

    assert "The data cannot be opened" in words(opened())


ANOTHER = {
    "schema": "update meta set schema_version = 999",
    "table": "drop table copies",
    "column": 'alter table articles drop column "wire"',
    "id": "update meta set snapshot_id = 'another'",
}


@pytest.mark.parametrize("change", ANOTHER.values(), ids=ANOTHER)
def test_a_snapshot_of_another_version_says_what_to_run(store, change):
    write_snapshot(store, three_articles())
    with duckdb.connect(str(snapshot_path(store, SNAPSHOT_ID))) as connection:
        connection.execute(change)

    assert "python -m analytics publish" in words(opened())


@pytest.mark.parametrize("content", ["", "nonsense", "f" * 16])
def test_a_pointer_to_nothing_says_what_to_run_and_offers_what_is_there(store, content):
    write_snapshot(store, three_articles())
    (store / CURRENT).write_text(content)
    app = opened()

    assert "The data cannot be opened" in words(app)
    button(app, "Show an earlier snapshot").click().run()
    assert app.title[0].value == "Overview"
    assert "The newest data cannot be opened" in words(app) or "frozen" in words(app)


@pytest.mark.parametrize("broken", [False, True], ids=["gone", "broken"])
def test_a_frozen_link_without_its_snapshot_shows_no_other_numbers(store, broken):
    write_snapshot(store, three_articles(), OLD)
    write_snapshot(store, three_articles(), NEW)
    if broken:
        break_file(store, OLD)
    else:
        snapshot_path(store, OLD).unlink()
    app = opened(snapshot=OLD)

    assert "The data of this link are not here" in words(app)
    assert f"python -m analytics publish --id {OLD}" in words(app)
    button(app, "Show the newest data instead").click().run()
    assert app.title[0].value == "Overview"


def test_a_frozen_link_says_that_newer_data_exist(store):
    write_snapshot(store, three_articles(), OLD)
    write_snapshot(store, three_articles(), NEW)

    assert "This link is frozen" in words(opened(snapshot=OLD))


def test_a_filter_that_matches_nothing_offers_ways_out(store):
    write_snapshot(store, three_articles())
    app = opened(topic="alliances", q="nosuchword")

    assert "Nothing matches all of these filters" in words(app)
    button(app, "Clear all filters").click().run()
    assert "Nothing matches" not in words(app)


ACCURACY = {"empty": "", "another file": "[]", "a list for a table": '{"measured_on": 1}'}


@pytest.mark.parametrize("content", ACCURACY.values(), ids=ACCURACY)
def test_a_broken_accuracy_file_is_told_and_the_page_goes_on(tmp_path, monkeypatch, store, content):
    write_snapshot(store, three_articles())
    file = tmp_path / "accuracy.json"
    file.write_text(content)
    monkeypatch.setattr(accuracy, "FILE", file)
    app = AppTest.from_function(data_page, default_timeout=20).run()

    assert "cannot be told" in words(app) and "This snapshot" in words(app)


def data_page():
    from analytics.aggregates.coverage import Coverage
    from analytics.model import Selection
    from analytics.pages import data
    from analytics.snapshot import open_snapshot, store_folder

    data.show(Coverage(open_snapshot(store_folder())), Selection())


def test_how_far_the_work_is_is_said_in_a_sentence():
    assert first.said(Work("reading", None, 3)) == "Articles are being read: 3 so far."
    assert "laid out" in first.said(Work("publishing", None, 3))
