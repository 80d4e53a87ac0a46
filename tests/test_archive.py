"""The archive keeps every text that it was given, once, and gives up what is taken down."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from deltalake import DeltaTable

from analytics.archive import Archive
from analytics.columns import TEXTS
from analytics.engine import reader
from analytics.errors import StoreError
from analytics.ingest.record import article_of

MONDAY = datetime(2024, 5, 6, tzinfo=UTC)


def articles(*texts, collection="c"):
    rows = [{"id": number, "text": text} for number, text in enumerate(texts)]
    return [article_of(row, collection, f"f:{row['id']}") for row in rows]


def read_on(archive, **options):
    """Read what is unread; return how many texts that were."""
    done = 0
    with reader(workers=1, **options) as opened:
        for texts in archive.unread(opened.version):
            archive.add_readings(list(opened.read(texts)))
            done += texts.num_rows
    return done


def texts(archive):
    files = archive.files("texts").paths
    rows = [row for path in files for row in pq.read_table(path).to_pylist()]
    return sorted((row["identity"], row["revision"], row["text"]) for row in rows)


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "a store, with spaces & ümlauts")


def test_a_text_is_new_once_and_then_unchanged(archive):
    first, again = (archive.add(articles("one", "two")) for _ in range(2))

    assert (first.new, first.unchanged) == (2, 0)
    assert (again.new, again.unchanged) == (0, 2)
    assert texts(archive) == [("id:c/0", 0, "one"), ("id:c/1", 0, "two")]


def test_the_same_article_twice_in_one_delivery_is_kept_once(archive):
    added = archive.add(articles("one") + articles("one"))

    assert (added.new, added.revised, added.unchanged) == (1, 0, 1)


def test_another_text_is_a_revision_and_the_first_one_stays(archive):
    archive.add(articles("one"))

    added = archive.add(articles("one, corrected"))

    assert (added.new, added.revised) == (0, 1)
    assert texts(archive) == [("id:c/0", 0, "one"), ("id:c/0", 1, "one, corrected")]


def test_what_is_unread_is_read_once_for_each_version_of_the_reader(archive):
    archive.add(articles("Some 40 troops.", "Calm."))

    assert [read_on(archive), read_on(archive)] == [2, 0]


def test_an_article_is_never_newer_than_the_day_after_it_came(archive):
    row = {"id": 1, "text": "Calm.", "date": "2024-05-09"}
    archive.add([article_of(row, "c", "f:1")], MONDAY)
    read_on(archive)

    (path,) = archive.files("readings").paths
    (reading,) = pq.read_table(path).to_pylist()
    assert reading["published"] is None
    assert reading["flags"]


def test_other_readers_can_read_the_files(archive):
    archive.add(articles("one"))

    table = DeltaTable(archive.store / "texts")
    assert table.protocol().min_reader_version == 1
    assert table.metadata().configuration["delta.enableDeletionVectors"] == "false"
    assert pq.read_table(archive.files("texts").paths[0])["text"].to_pylist() == ["one"]


def test_a_takedown_leaves_a_tombstone_and_nothing_else(archive):
    archive.add(articles("The secret opening of a text.", "two"))
    archive.add(articles("The secret opening, revised."))
    read_on(archive)

    archive.take_down("id:c/0")

    files = [path for path in archive.store.rglob("*") if path.is_file()]
    parquet = [path for path in files if path.suffix == ".parquet"]
    assert not any(b"secret" in path.read_bytes() for path in files)
    assert "secret" not in json.dumps([pq.read_table(p).to_pylist() for p in parquet], default=str)
    assert [row[0] for row in texts(archive)] == ["id:c/0", "id:c/1"]


def test_what_was_taken_down_does_not_come_back(archive):
    archive.add(articles("one", "two"))
    archive.take_down("id:c/0")

    added = archive.add(articles("one", "two"))

    assert [article.identity for article in added.withdrawn] == ["id:c/0"]
    assert (added.new, added.unchanged) == (0, 1)


def test_an_apostrophe_in_an_identity_takes_down_that_article_alone(archive):
    name = "x' or 'a' = 'a"
    archive.add(articles("one") + articles("two", collection=name))

    archive.take_down(f"id:{name}/0")

    assert archive.called("0") == ["id:c/0"]


def test_an_older_version_is_there_until_a_takedown(archive):
    archive.add(articles("one"))
    version = archive.files("texts").version
    archive.add(articles("one", "two"))
    assert len(archive.files("texts", version).paths) == 1

    archive.take_down("id:c/0")

    with pytest.raises(StoreError, match="deleted by a takedown"):
        archive.files("texts", version)


def test_an_article_is_found_by_identity_by_id_and_by_address(archive):
    row = {"id": "k", "text": "one", "url": "https://a.example/n"}
    archive.add([article_of(row, "c", "f:1"), *articles("two")])

    for name in ("url:a.example/n", "k", "https://a.example/n"):
        assert archive.called(name) == ["url:a.example/n"]
    assert archive.called("nobody") == []


def test_a_damaged_text_is_found(archive):
    archive.add(articles("one", "two"))
    (path,) = archive.files("texts").paths
    rows = pq.read_table(path, schema=TEXTS).to_pylist()
    rows[1]["text"] = "twe"
    pq.write_table(pa.Table.from_pylist(rows, schema=TEXTS), path)

    assert list(archive.damaged()) == ["id:c/1"]


def test_a_file_that_cannot_be_read_is_an_error_that_names_the_table(archive):
    archive.add(articles("one"))
    Path(archive.files("texts").paths[0]).write_bytes(b"PAR1 and no more")

    with pytest.raises(StoreError, match="texts"):
        archive.add(articles("two"))


def test_an_archive_that_is_not_there_says_what_to_run(archive):
    with pytest.raises(StoreError, match="the archive is empty; run"):
        archive.files("texts")
