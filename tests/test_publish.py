"""From the archive to a snapshot: which texts are in it, under which id, and what stays."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from analytics import ingestion
from analytics.errors import InputError, StoreError
from analytics.ingest.formats import Given
from analytics.ingest.record import article_of
from analytics.publish import KEPT, publisher_version, republish
from analytics.schema import TABLES
from analytics.snapshot import FOLDER, current_id, list_ids, open_snapshot, snapshot_path

TEXT = "SEOUL (AP) -- The United States keeps some 28,500 troops in South Korea, officials said."


def given(*rows):
    return [Given(article_of({"text": TEXT, **row}, "c", "f:1"), 1.0) for row in rows]


def ingest(store, *rows):
    return ingestion.ingest(given(*rows), store, workers=1).snapshot_id


def ask(store, sql, snapshot_id=None):
    with open_snapshot(store, snapshot_id) as snapshot:
        return snapshot.rows(sql)


@pytest.fixture
def store(tmp_path):
    return tmp_path / "store"


def test_every_table_of_the_contract_is_there_with_its_columns(store):
    ingest(store, {"id": 1, "date": "2024-05-07"})

    for table, columns in TABLES.items():
        described = ask(store, f'describe "{table}"')
        assert [row[0] for row in described] == list(columns)
        for name, kind, *_ in described:
            assert (columns[name] == "CODE") == kind.startswith("ENUM")


def test_a_figure_has_its_words_its_sentence_and_its_series(store):
    ingest(store, {"id": 1, "date": "2024-05-07", "outlet": "The Post"})

    asked = "select quote, low, sentence, series, day::varchar, week::varchar, outlet from figures"
    assert ask(store, asked) == [
        (
            "some 28,500 troops",
            28500.0,
            TEXT.removeprefix("SEOUL (AP) -- "),
            "personnel|USA|KOR|stationed|level",
            "2024-05-07",
            "2024-05-06",
            "The Post",
        )
    ]


def test_the_newest_revision_is_shown_and_older_ones_are_not(store):
    ingest(store, {"id": 1, "text": "First."})
    ingest(store, {"id": 1, "text": "Second."})

    assert ask(store, "select text from texts") == [("Second.",)]


def test_copies_are_one_story_and_only_the_first_report_counts(store):
    text = TEXT + " The talks ended without an agreement, and the two sides will meet again in May."
    ingest(
        store,
        {"id": 1, "outlet": "The Post", "date": "2024-05-07", "text": text},
        {"id": 2, "outlet": "The Echo", "date": "2024-05-08", "text": text},
    )

    assert ask(store, "select articles, outlets from stories") == [(2, 2)]
    assert ask(store, "select lead, copy from articles order by day") == [
        (True, "original"),
        (False, "copy"),
    ]
    assert ask(store, "select article, parent from copies") == [(1, 0)]
    assert ask(store, "select article, first from figures where low = 28500 order by article") == [
        (0, True),
        (1, False),
    ]


def test_the_same_texts_give_the_same_id_in_any_store_and_order(tmp_path):
    rows = [{"id": n, "text": f"{TEXT} {n}"} for n in range(3)]
    one = ingest(tmp_path / "one", *rows)
    ingest(tmp_path / "other", rows[2])

    assert ingest(tmp_path / "other", rows[1], rows[0]) == one


@pytest.mark.parametrize(
    "change", [{"text": "Another."}, {"title": "Another"}, {"date": "2024-05-07"}, {"outlet": "x"}]
)
def test_what_can_change_a_number_changes_the_id(tmp_path, change):
    row = {"id": 1}

    assert ingest(tmp_path / "one", row) != ingest(tmp_path / "other", row | change)


def test_publishing_what_is_published_builds_nothing(store):
    first = ingest(store, {"id": 1})
    built = snapshot_path(store, first).stat().st_mtime_ns

    assert ingest(store, {"id": 1}) == first
    assert snapshot_path(store, first).stat().st_mtime_ns == built
    assert len((store / "manifest.jsonl").read_text("utf-8").splitlines()) == 1


def test_the_last_snapshots_are_kept_and_the_manifest_keeps_all(store):
    ids = [ingest(store, {"id": n, "text": f"Text {n}."}) for n in range(KEPT + 3)]

    assert list_ids(store) == ids[: -KEPT - 2 : -1]
    lines = (store / "manifest.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["snapshot_id"] for line in lines] == ids


def test_an_older_snapshot_is_built_again_from_the_history(store):
    first = ingest(store, {"id": 1, "text": "First."})
    second = ingest(store, {"id": 1, "text": "Second."})
    snapshot_path(store, first).unlink()

    republish(store, first)

    assert ask(store, "select text from texts", first) == [("First.",)]
    assert current_id(store) == second


def test_a_snapshot_that_never_was_is_not_built(store):
    ingest(store, {"id": 1})

    with pytest.raises(StoreError, match="no such snapshot was published"):
        republish(store, "0123456789abcdef")


def test_a_snapshot_of_another_publisher_says_that_it_cannot_be_built(store):
    first = ingest(store, {"id": 1})
    manifest = store / "manifest.jsonl"
    manifest.write_text(manifest.read_text("utf-8").replace(publisher_version(), "0" * 16), "utf-8")

    with pytest.raises(StoreError, match="published by another version of this program"):
        republish(store, first)


def test_after_a_takedown_no_snapshot_has_the_article_nor_can_be_built_again(store):
    first = ingest(store, {"id": 1, "text": "The secret text."}, {"id": 2})

    identity, report = ingestion.take_down(store, "1")

    assert identity == "id:c/1"
    assert list_ids(store) == [report.snapshot_id]
    assert ask(store, "select article_id from articles") == [("id:c/2",)]
    with pytest.raises(StoreError, match="takedown"):
        republish(store, first)


def test_a_takedown_of_the_last_article_leaves_an_empty_snapshot(store):
    ingest(store, {"id": 1})

    ingestion.take_down(store, "1")

    assert ask(store, "select count(*) from articles") == [(0,)]


def test_what_is_taken_down_is_refused_at_the_next_delivery(store):
    ingest(store, {"id": 1}, {"id": 2})
    ingestion.take_down(store, "id:c/1")

    report = ingestion.ingest(given({"id": 1}, {"id": 2}), store, workers=1)

    assert report.counts() == {"read": 1, "new": 0, "unchanged": 1, "revised": 0, "refused": 1}
    assert report.refused[0].reason == "taken down earlier: id:c/1"


def test_a_takedown_asks_which_where_several_are_called_so(store):
    articles = [article_of({"id": 1, "text": TEXT}, c, "f:1") for c in ("a", "b")]
    ingestion.ingest([Given(one, 1.0) for one in articles], store, workers=1)

    with pytest.raises(InputError, match="one of id:a/1, id:b/1"):
        ingestion.take_down(store, "1")


def test_the_sample_and_the_users_articles_are_never_mixed(tmp_path):
    ingestion.ingest(given({"id": 1}), tmp_path / "sample", sample=True, workers=1)
    ingestion.ingest(given({"id": 1}), tmp_path / "own", workers=1)

    for folder, sample in (("sample", False), ("own", True)):
        with pytest.raises(StoreError, match="never mixed"):
            ingestion.ingest(given({"id": 2}), tmp_path / folder, sample=sample, workers=1)
    with open_snapshot(tmp_path / "sample") as snapshot:
        assert snapshot.meta.sample


def test_what_a_killed_publish_left_is_cleared_away(store):
    (store / FOLDER).mkdir(parents=True)
    for name in ("building", "building.wal"):
        (store / FOLDER / name).write_bytes(b"half a file")

    ingest(store, {"id": 1})

    assert [path.suffix for path in (store / FOLDER).iterdir()] == [".duckdb"]


def test_a_text_that_breaks_the_reader_is_kept_and_told(store, monkeypatch):
    def broken(article, known, latest):
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr("analytics.engine.read_article", broken)
    report = ingestion.ingest(given({"id": 1, "title": "A title"}), store, workers=1)

    assert report.counts()["new"] == 1
    assert report.faults == ["id:c/1: ZeroDivisionError: a fault of ours"]
    assert ask(store, "select title, flags from articles") == [("A title", ["could not be read"])]


def test_a_pool_reads_as_one_process_does_and_never_runs_the_main_module(tmp_path, monkeypatch):
    page = tmp_path / "page.py"
    page.write_text("raise SystemExit('the page must not run in a process that reads')")
    main = ModuleType("__main__")
    main.__file__ = str(page)
    monkeypatch.setitem(sys.modules, "__main__", main)

    rows = [{"id": n, "text": f"{TEXT} {n} " + "Calm. " * 3000} for n in range(120)]
    one = ingestion.ingest(given(*rows), tmp_path / "one", workers=1)
    two = ingestion.ingest(given(*rows), tmp_path / "two", workers=2)

    assert one.snapshot_id == two.snapshot_id
    asked = "select article, start, low from figures order by all"
    assert ask(tmp_path / "one", asked) == ask(tmp_path / "two", asked)


def test_a_store_that_is_not_there_says_what_to_run(tmp_path):
    with pytest.raises(StoreError, match="python -m analytics ingest"):
        ingestion.reread(Path(tmp_path / "nowhere"))


@pytest.mark.parametrize("kept", [0, 0.3, 0.8], ids=["nothing", "a third", "most"])
def test_a_snapshot_that_is_broken_is_built_again(store, kept):
    made = ingest(store, {"id": 1, "text": "Two jets crossed the border."})
    path = snapshot_path(store, made)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])

    assert ingest(store, {"id": 1, "text": "Two jets crossed the border."}) == made
    assert ask(store, "select text from texts") == [("Two jets crossed the border.",)]
    assert len(path.read_bytes()) == len(whole)
