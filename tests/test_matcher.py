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
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_matches_are_whole_words(text, expected):
    found = [(text[start:end], value) for start, end, value in MATCHER.find(text, lower(text))]

    assert found == expected
