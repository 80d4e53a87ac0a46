"""The words of a sentence: each stands in the text where its offsets say."""

import pytest

from analytics.extract.tokens import tokenise
from analytics.text import lower

CASES = [
    ("Some 1,204 troops.", ["some", "1,204", "troops", "."]),
    ("The U.S. sent $3.5m", ["the", "u.s.", "sent", "$", "3.5", "m"]),
    # White space at the edges and a lot of it within; digits of other scripts are no tokens.
    ("  two \t\n tanks      and more  ", ["two", "tanks", "and", "more"]),
    ("\u0663 of 12 \u0664", ["of", "12"]),
    ("a\u0663b \u0664c", ["a", "b", "c"]),
    ("12 [billion] and [3]", ["12", "billion", "and", "[", "3", "]"]),
    ("", []),
    ("\u0663", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_token_stands_where_its_offsets_say(text, expected):
    tokens = tokenise(text, lower(text), 0, len(text))

    assert tokens.words == expected
    spans = [(start, tokens.end(i)) for i, start in enumerate(tokens.starts)]
    assert [lower(text)[start:end] for start, end in spans] == expected
