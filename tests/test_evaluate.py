"""Holding what was found against what was labelled."""

import pytest

from analytics.evaluate import accuracy, evaluate, pair
from analytics.faults import differences, faults

LABEL = {
    "start": 5,
    "end": 23,
    "value_low": 28500,
    "value_high": 28500,
    "hedge": "about",
    "kind": "personnel",
    "place": "KOR",
    "is_change": False,
}
FOUND = {
    "start": 10,
    "end": 23,
    "low": 28500,
    "high": 28500,
    "hedge": "about",
    "kind": "personnel",
    "place": "KOR",
    "change": None,
}


def gold(*figures, **fields):
    row = {
        "outlet": "The Courier",
        "wire": ["Meridian"],
        "published": "2024-05-01",
        "topics": ["alliances", "naval"],
        "countries": ["USA", "KOR"],
        "figures": list(figures),
    }
    return {"a": {**row, **fields}}


def found(*figures, **fields):
    row = {
        "outlet": "Courier",
        "wires": ["Meridian"],
        "published": "2024-05-01",
        "topics": ["alliances"],
        "countries": ["USA", "KOR", "JPN"],
        "figures": list(figures),
    }
    return {"a": {**row, **fields}}


def test_the_same_reading_is_all_right():
    result = evaluate(gold(LABEL), found(FOUND))

    assert {score.f1 for name, score in result.figures.items() if name != "value+change"} == {1.0}
    assert result.outlet == (1, 1, 1)
    assert result.labels["topics"] == (1, 1, 2)
    assert result.labels["countries"] == (2, 3, 2)


@pytest.mark.parametrize(
    ("field", "value", "checks"),
    [
        ("low", 28000, {"span"}),
        ("high", None, {"span"}),
        ("hedge", "exact", {"span", "value", "value+kind", "value+place"}),
        ("kind", "other", {"span", "value", "value+hedge", "value+place"}),
        ("place", None, {"span", "value", "value+hedge", "value+kind", "record"}),
        ("start", 23, set()),
    ],
)
def test_a_field_that_differs_fails_the_checks_that_ask_for_it(field, value, checks):
    result = evaluate(gold(LABEL), found({**FOUND, field: value, "end": 30}))

    assert {name for name, score in result.figures.items() if score.hits} == checks


def test_a_value_within_a_thousandth_agrees():
    assert evaluate(gold(LABEL), found({**FOUND, "low": 28510})).figures["value"].hits == 1
    assert evaluate(gold(LABEL), found({**FOUND, "low": 28600})).figures["value"].hits == 0


def test_changes_are_scored_over_changes_alone():
    up = {**LABEL, "is_change": True}

    assert evaluate(gold(LABEL), found(FOUND)).figures["value+change"] == (0, 0, 0)
    assert evaluate(gold(up), found({**FOUND, "change": "up"})).figures["value+change"] == (1, 1, 1)


def test_pairs_are_one_to_one_and_as_many_as_can_be():
    # The first label fits both findings, the second only the first of them.
    fits = {(0, 0), (0, 1), (1, 0)}
    labels, findings = [{"n": 0}, {"n": 1}], [{"n": 0}, {"n": 1}]

    assert pair(labels, findings, lambda g, f: (g["n"], f["n"]) in fits) == {0: 1, 1: 0}


def test_a_labelled_article_that_was_not_read_is_all_missed():
    result = evaluate(gold(LABEL), {})

    assert result.missing == ("a",)
    assert result.figures["value"] == (0, 0, 1)


def test_faults_name_what_was_missed_found_and_read_otherwise():
    other = {**LABEL, "start": 40, "end": 50}
    extra = {**FOUND, "start": 90, "end": 95}

    rows = faults(gold(LABEL, other), found({**FOUND, "hedge": "exact"}, extra))

    assert [(row.sort, row.start) for row in rows] == [
        ("other hedge", 5),
        ("missed", 40),
        ("false alarm", 90),
    ]


def test_confusion_counts_only_figures_whose_values_agree():
    result = evaluate(gold(LABEL), found({**FOUND, "kind": "other"}))

    assert result.kinds == {("personnel", "other"): 1}


def test_differences_are_what_came_and_went():
    result = differences(found(FOUND), found({**FOUND, "low": 1}))

    assert [row.told for row in result.gained] == ["1…28500 about personnel"]
    assert [row.told for row in result.lost] == ["28500 about personnel"]


def test_a_figure_in_both_is_compared_field_by_field():
    result = differences(found(FOUND), found({**FOUND, "place": "JPN"}))

    assert (result.gained, result.lost) == ([], [])
    assert result.changed == {("place", "KOR", "JPN"): 1}


def test_a_change_read_otherwise_is_a_fault():
    (row,) = faults(gold({**LABEL, "is_change": True}), found(FOUND))

    assert row.sort == "other change"


def test_accuracy_states_sample_size_and_scores():
    row = accuracy(evaluate(gold(LABEL), found(FOUND)), "2026-11-25", "v1")

    assert (row["articles"], row["figures"], row["measured_on"]) == (1, 1, "2026-11-25")
    assert row["by_kind"]["personnel"]["f1"] == 1.0
