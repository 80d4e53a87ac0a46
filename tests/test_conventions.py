"""One convention turned into another says what reading anew by the other says."""

import csv

import pytest

from analytics.conventions import UNITS_BY_CONVENTION, is_vague, least
from analytics.extract.figures import find_figures
from analytics.lexicons.figures import load_figures
from analytics.lexicons.rows import LEXICONS
from analytics.model import Span
from analytics.text import lower

GUIDELINES, ACLED = load_figures(), load_figures(convention="acled")

VAGUE = [
    "Dozens of tanks burned.",
    "Scores of boats sank.",
    "They lost hundreds of men.",
    "Tens of thousands of people fled.",
    "It cost hundreds of millions of dollars.",
    "Several hundred troops left, and a few dozen stayed.",
    "More than several thousand shells fell.",
    "The war has lasted decades.",
    "Many thousands marched.",
    "Tens of rockets hit the port.",
]
NOT_VAGUE = [
    "A dozen tanks burned.",
    "Two dozen boats sank.",
    "They lost two hundred men.",
    "It cost 300 million dollars.",
    "The war has lasted two decades.",
    "Some 40 thousand people fled.",
    "Half a million marched, one in five of them armed.",
]


def read(sentence, lexicon):
    whole = [Span(0, len(sentence))]
    figures, _ = find_figures(sentence, lower(sentence), whole, whole, (), (), None, lexicon)
    return [(figure.low, sentence[figure.start : figure.end]) for figure in figures]


@pytest.mark.parametrize("sentence", VAGUE + NOT_VAGUE)
def test_either_way_gives_the_same(sentence):
    by_guidelines = read(sentence, GUIDELINES)

    assert by_guidelines
    assert [least(low, quote, "acled") for low, quote in by_guidelines] == [
        low for low, _ in read(sentence, ACLED)
    ]


@pytest.mark.parametrize("sentence", VAGUE)
def test_every_vague_number_is_known_by_its_words(sentence):
    assert all(is_vague(quote) for _, quote in read(sentence, GUIDELINES))


@pytest.mark.parametrize("sentence", NOT_VAGUE)
def test_no_other_number_is_vague(sentence):
    assert not any(is_vague(quote) for _, quote in read(sentence, GUIDELINES))


def test_what_is_stored_follows_the_guidelines():
    assert least(24.0, "dozens of tanks", "guidelines") == 24.0
    assert least(None, "up to dozens", "acled") is None


def test_the_rows_of_the_lexicon_hold_to_both_conventions():
    with (LEXICONS / "numbers.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["acled"]]
    per_unit = UNITS_BY_CONVENTION["guidelines"] / UNITS_BY_CONVENTION["acled"]

    assert rows
    assert all(float(row["value"]) == per_unit * float(row["acled"]) for row in rows)
