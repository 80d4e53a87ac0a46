"""The measured accuracy: read as it was written, absent, or refused by name."""

import json
from datetime import date

import pytest

from analytics.accuracy import measured
from analytics.errors import InputError
from analytics.evaluate import accuracy, evaluate

LABEL = {
    "start": 0, "end": 3, "value_low": 12.0, "value_high": 12.0, "hedge": "exact",
    "kind": "personnel", "place": "KOR", "change": None, "is_change": False,
}  # fmt: skip


def written(path):
    gold = {"a": {"figures": [LABEL], "outlet": "Gazette", "published": None}}
    path.write_text(json.dumps(accuracy(evaluate(gold, {}), "2026-03-01", "reader")))
    return path


def test_what_evaluate_writes_is_read_with_the_counts_behind_it(tmp_path):
    held = measured(written(tmp_path / "accuracy.json"))

    assert (held.measured_on, held.articles, held.figures) == (date(2026, 3, 1), 1, 1)
    kinds = held.by_kind.set_index("name")
    assert kinds.loc["personnel", "labelled"] == 1 and kinds.loc["personnel", "recall"] == 0


def test_nothing_measured_is_null(tmp_path):
    assert measured(tmp_path / "accuracy.json") is None


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"measured_on": "soon"}'])
def test_another_file_is_refused_by_name(tmp_path, content):
    path = tmp_path / "accuracy.json"
    path.write_text(content)

    with pytest.raises(InputError, match=r"accuracy\.json: not a measurement"):
        measured(path)
