"""A disk that cannot be written to: what is there can still be read, and the message says why."""

import os

import pytest

from analytics import ingestion
from analytics.errors import StoreError
from analytics.ingest.formats import Given
from analytics.ingest.record import article_of
from analytics.snapshot import open_snapshot


def ingest(store, number):
    article = article_of({"id": number, "text": f"Some {number} troops."}, "c", "f:1")
    return ingestion.ingest([Given(article, 1.0)], store, workers=1)


@pytest.fixture
def read_only(tmp_path):
    store = tmp_path / "store"
    ingest(store, 40)
    folders = [store, *(path for path in store.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o500)
    yield store
    for folder in folders:
        folder.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_read_only_store_can_be_read_and_says_that_it_cannot_be_written(read_only):
    with pytest.raises(StoreError, match="cannot be written"):
        ingest(read_only, 41)

    with open_snapshot(read_only) as snapshot:
        assert snapshot.meta.articles == 1


def test_a_full_disk_is_an_error_of_ours_and_what_was_kept_stays(tmp_path, monkeypatch):
    store = tmp_path / "store"
    ingest(store, 40)

    def full(table):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analytics.delta.sync_commit", full)
    with pytest.raises(StoreError, match="No space left on device"):
        ingest(store, 41)
    monkeypatch.undo()

    with open_snapshot(store) as snapshot:
        assert snapshot.meta.articles == 1
    assert ingest(store, 41).counts()["read"] == 1
    with open_snapshot(store) as snapshot:
        assert snapshot.meta.articles == 2


def test_a_store_under_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")

    with pytest.raises(StoreError, match="cannot be written"):
        ingest(tmp_path / "file" / "store", 40)
