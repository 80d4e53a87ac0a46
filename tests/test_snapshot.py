"""Opening a snapshot: the current one, a pinned one, and everything that can be wrong with it."""

import threading

import duckdb
import pandas as pd
import pytest

from analytics.errors import StoreError
from analytics.snapshot import CURRENT, current_id, list_ids, open_snapshot, snapshot_path
from tests.snapshots import SNAPSHOT_ID, three_articles, write_snapshot

OTHER = "fedcba9876543210"


@pytest.fixture
def store(tmp_path):
    return write_snapshot(tmp_path / "store", three_articles())


def test_the_current_snapshot_answers(store):
    with open_snapshot(store) as snapshot:
        assert snapshot.id == SNAPSHOT_ID
        assert snapshot.meta.articles == 3
        assert snapshot.rows("select count(*) from figures where low > ?", [1000]) == [(2,)]
        assert snapshot.query("select outlet from articles")["outlet"].iloc[0] == "Gazette"


def test_a_pinned_snapshot_is_opened_whatever_is_current(store):
    write_snapshot(store, {}, OTHER)

    with open_snapshot(store, SNAPSHOT_ID) as pinned, open_snapshot(store) as current:
        assert (pinned.id, current.id) == (SNAPSHOT_ID, OTHER)
    assert set(list_ids(store)) == {SNAPSHOT_ID, OTHER}


def test_an_open_snapshot_reads_on_after_another_was_published(store):
    with open_snapshot(store) as snapshot:
        write_snapshot(store, {}, OTHER)
        assert snapshot.rows("select count(*) from articles") == [(3,)]


def test_threads_share_a_snapshot(store):
    counts, sql = [], "select count(*) from figures, range(10000)"
    with open_snapshot(store) as snapshot:
        threads = [
            threading.Thread(target=lambda: counts.append(snapshot.rows(sql)[0][0]))
            for _ in range(12)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert counts == [30_000] * 12


def test_nothing_outside_the_file_can_be_reached(store, tmp_path):
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n", "utf-8")

    with open_snapshot(store) as snapshot:
        for sql in (
            f"select * from read_csv('{secret}')",
            f"attach '{tmp_path / 'x.duckdb'}' as x",
            f"copy articles to '{tmp_path / 'out.csv'}'",
            "set enable_external_access = true",
            "delete from articles",
        ):
            with pytest.raises(duckdb.Error):
                snapshot.query(sql)


def test_a_closed_snapshot_says_so(store):
    snapshot = open_snapshot(store)
    snapshot.close()

    with pytest.raises(StoreError, match="cannot be read any more"):
        snapshot.query("select 1")


def test_a_store_without_a_snapshot_says_what_to_run(tmp_path):
    assert current_id(tmp_path) is None
    assert list_ids(tmp_path) == []
    with pytest.raises(StoreError, match="nothing is published here; run: python -m analytics"):
        open_snapshot(tmp_path)


def test_a_snapshot_that_is_gone_says_how_to_build_it_again(store):
    with pytest.raises(StoreError, match=f"publish --id {OTHER}"):
        open_snapshot(store, OTHER)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "0123456789ABCDEF", "0" * 17, "a\0b"])
def test_what_is_no_id_is_never_a_path(store, name):
    with pytest.raises(StoreError, match="not a snapshot id"):
        snapshot_path(store, name)


@pytest.mark.parametrize("content", [b"", b"not a database", b"\0" * 20_000])
def test_a_broken_file_is_told(store, content):
    snapshot_path(store, SNAPSHOT_ID).write_bytes(content)

    with pytest.raises(StoreError, match="broken, or not a snapshot"):
        open_snapshot(store)


def test_a_file_that_was_cut_is_told(store):
    path = snapshot_path(store, SNAPSHOT_ID)
    path.write_bytes(path.read_bytes()[:100_000])

    with pytest.raises(StoreError):
        open_snapshot(store).query("select * from articles")


def test_a_broken_pointer_is_told(store):
    (store / CURRENT).write_text("elsewhere", "utf-8")

    with pytest.raises(StoreError, match="does not hold a snapshot id"):
        open_snapshot(store)


def test_another_schema_is_told(tmp_path):
    meta = pd.DataFrame([{"snapshot_id": SNAPSHOT_ID, "schema_version": 99}])
    store = write_snapshot(tmp_path / "store", {"meta": meta})

    with pytest.raises(StoreError, match="schema version 99"):
        open_snapshot(store)


def test_a_file_under_the_id_of_another_is_told(store):
    snapshot_path(store, SNAPSHOT_ID).rename(snapshot_path(store, OTHER))

    with pytest.raises(StoreError, match=f"does not say that it is {OTHER}"):
        open_snapshot(store, OTHER)
