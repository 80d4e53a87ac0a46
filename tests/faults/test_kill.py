"""Killed at any moment, ingest loses nothing that it reported, and trying again is harmless."""

import json
import random
import signal
import subprocess
import sys
import time

import pytest

from analytics.archive import Archive
from analytics.snapshot import ROOT, open_snapshot

ROWS = 400
KILLS = 5
TEXT = "Some {} troops moved to the border near Lublin, officials said. " + "It was calm. " * 40


def started(path, store):
    words = [sys.executable, "-m", "analytics", "ingest", path, "--store", store]
    return subprocess.Popen(
        [*map(str, words), "--progress", "json", "--json", "--workers", "1", "--batch", "25"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def delivery(tmp_path):
    def write(name, first=0):
        path = tmp_path / f"{name}.jsonl"
        rows = ({"id": n, "text": TEXT.format(n)} for n in range(first, first + ROWS))
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return path

    return write


def test_a_killed_ingest_loses_nothing_that_it_reported(tmp_path, delivery):
    path, store = delivery("a"), tmp_path / "store"
    random.seed(7)
    reported = []

    for _ in range(KILLS):
        with started(path, store) as process:
            # Wait for the first report, so that the kill falls into the work and not the start.
            line = process.stderr.readline()
            time.sleep(random.uniform(0, 0.4))
            process.send_signal(signal.SIGKILL)
            lines = [line, *process.stderr]
        steps = [json.loads(one) for one in lines if one.startswith("{") and one.endswith("}\n")]
        reported.append(max(step["read"] for step in steps))
        kept = len(set(Archive(store).identities()))
        assert kept >= max(reported)
        assert list(Archive(store).damaged()) == []

    with started(path, store) as process:
        counts = json.loads(process.stdout.read().splitlines()[-1])
    assert process.returncode == 0
    assert counts["read"] == ROWS
    assert counts["new"] + counts["unchanged"] == ROWS
    assert counts["unchanged"] >= max(reported)
    with open_snapshot(store) as snapshot:
        asked = "select count(*), count(distinct article_id) from articles"
        assert snapshot.rows(asked) == [(ROWS, ROWS)]
        assert snapshot.rows("select count(*) from figures") == [(ROWS,)]


def test_two_writers_at_once_lose_nothing(tmp_path, delivery):
    store = tmp_path / "store"
    paths = [delivery("a"), delivery("b"), delivery("a")]

    running = [started(path, store) for path in paths]
    counts = [json.loads(one.communicate()[0].splitlines()[-1]) for one in running]

    assert [one.returncode for one in running] == [0, 0, 0]
    assert sum(one["new"] for one in counts) == 2 * ROWS
    with open_snapshot(store) as snapshot:
        asked = "select collection, count(*) from articles group by all order by all"
        assert snapshot.rows(asked) == [("a", ROWS), ("b", ROWS)]


def test_a_reader_reads_on_while_ingest_writes(tmp_path, delivery):
    store = tmp_path / "store"
    with started(delivery("a"), store) as process:
        process.communicate()
    reads = 0

    with open_snapshot(store) as before, started(delivery("b"), store) as process:
        while process.poll() is None:
            assert before.rows("select count(*) from articles") == [(ROWS,)]
            with open_snapshot(store) as current:
                assert current.meta.articles in (ROWS, 2 * ROWS)
            reads += 1
            time.sleep(0.02)
        process.communicate()

    assert reads > 5
    with open_snapshot(store) as after:
        assert after.meta.articles == 2 * ROWS
