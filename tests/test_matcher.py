"""The set matcher: whole words, the longest of those that begin first."""

import pytest

from analytics.matcher import Form, Matcher
from analytics.text import lower

MATCHER = Matcher(
    [
        Form("US", "country", exact_case=True),
        Form("Donetsk", "city"),
        Form("Donetsk oblast", "region"),
        Form("in Gaza", "there"),
        Form("Gaza", "strip"),
        Form("U.S.", "country"),
        Form("Ādaži", "base"),
        Form("Ādaži’s range", "range"),
        Form("⅓", "third"),
    ]
)

CASES = [
    ("Shelling in Donetsk oblast went on", [("Donetsk oblast", "region")]),
    ("a donetsk street", [("donetsk", "city")]),
    ("The US told us", [("US", "country")]),
    ("U.S. forces", [("U.S.", "country")]),
    ("Donetskaya, gazania", []),
    # What is no whole word hides nothing that is one.
    ("Both Donetsk oblasts", [("Donetsk", "city")]),
    ("again Gaza", [("Gaza", "strip")]),
    # Letters and signs beyond Western Europe's are told from one another.
    ("Ādaži, ōdaži and Ādaži‘s range", [("Ādaži", "base"), ("Ādaži", "base")]),
    ("Ādaži’s range is ⅔ or ⅓ of it", [("Ādaži’s range", "range"), ("⅓", "third")]),
    ("a3US3 b3Gaza éUS", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_matches_are_whole_words(text, expected):
    found = [(text[start:end], value) for start, end, value in MATCHER.find(text, lower(text))]

    assert found == expected
