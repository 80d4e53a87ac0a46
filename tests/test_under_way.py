"""Work that goes on: told while it lasts, over when it ends or is killed, never an error."""

import os
import time

import pytest

from analytics import under_way
from analytics.under_way import Work, seen, told


def wait_until(true):
    end = time.monotonic() + 5
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_work_is_seen_while_it_lasts_and_not_afterwards(tmp_path):
    with told(tmp_path, Work("reading", 0.25, 100)):
        wait_until(lambda: seen(tmp_path))
        assert seen(tmp_path) == [Work("reading", 0.25, 100)]

    assert seen(tmp_path) == [] and not any((tmp_path / under_way.FOLDER).iterdir())


def test_work_that_fails_is_over(tmp_path):
    with pytest.raises(ValueError), told(tmp_path, Work("reading")):
        raise ValueError

    assert seen(tmp_path) == []


def test_work_that_was_killed_is_over_after_a_while(tmp_path):
    (tmp_path / under_way.FOLDER).mkdir()
    left = tmp_path / under_way.FOLDER / "host-1.json"
    left.write_text('{"stage": "publishing", "share": null, "read": 7}')

    assert seen(tmp_path) == [Work("publishing", None, 7)]
    os.utime(left, (time.time() - 60, time.time() - 60))
    assert seen(tmp_path) == []


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"stage": 1, "read": []}', "\0"])
def test_a_file_of_something_else_is_nothing(tmp_path, content):
    (tmp_path / under_way.FOLDER).mkdir()
    (tmp_path / under_way.FOLDER / "host-1.json").write_text(content)

    assert seen(tmp_path) == []


def test_a_folder_that_cannot_be_written_stops_no_work(tmp_path):
    (tmp_path / under_way.FOLDER).write_text("in the way")

    with told(tmp_path, Work("reading")):
        assert seen(tmp_path) == []
    assert seen(tmp_path / "nowhere") == []
