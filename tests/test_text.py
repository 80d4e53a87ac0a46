"""Where sentences end, one case a rule."""

import pytest

from analytics.model import Span
from analytics.text import lower, sentences, visible

# sentences are apart by " | "; " ~ " is a glued seam
CASES = {
    "full stops": "The ships sailed. | The crews cheered.",
    "question and shout": "Who fired? | Nobody knew! | The town slept.",
    "a title before a name": "Gen. Ada Morrow spoke first. | Lt. Col. Ben Ferris followed.",
    "two titles": "Sgt. 1st Class Dan Poe met Maj. Gen. Eva Lund. | Done.",
    "U.S. before its noun": "The U.S. Army moved in. | It stayed.",
    "U.S. at the end": "They flew in from the U.S. | The rest drove.",
    "the capital's letters": "He spoke in Washington, D.C. | He left.",
    "No. before a number": "Brigade No. 4 lost two tanks. | Nobody was hurt.",
    "no at the end": "Rep. Ann Roe, R-Fla., voted no. | Sen. Joe Poe did not.",
    "a clock within": "It began at 3:15 a.m. Monday near the port. | Two men fled.",
    "a clock at the end": "They left at 5 p.m. | The road reopened.",
    "a month within": "On Sept. 12 the base closed. | On Oct. 1 it opened.",
    "a company within": "Acme Corp. Chairman Lee Ode resigned. | The shares fell.",
    "initials": "J. R. Smith of Dallas won. | So did A. B. Jones.",
    "decimals": "It cost $3.5 million. | That is 2.5 times more.",
    "a quotation": '"We are ready." | The minister left.',
    "a quotation goes on": "“We are ready!” he said. | Nobody moved.",
    "brackets": "He said it (in 2014). | Then he left.",
    "glued": "They feared a wider war. ~ The army denied it.",
    "glued to capitals": "It ended the war. ~ FOX crews filmed it.",
    "glued behind a quotation": 'They were told to "leave now." ~ Then shells fell.',
    "an address is no seam": "See example.com for more. | Goodbye.",
    "a compound of initials": "The U.S.-led force left. | The end.",
    "a short sum": "The frigate costs $3.5 bn. | Seoul hopes to sell ten.",
    "dots of omission": "Wait... | He came back.",
}
KNOWN_GAPS = {
    "a clock, then a demonym": "It was over at 3:15 a.m. | Iraqi officials declined to comment.",
}


@pytest.mark.parametrize(
    "marked",
    [
        *(pytest.param(case, id=name) for name, case in CASES.items()),
        *(
            pytest.param(case, id=name, marks=pytest.mark.xfail(strict=True))
            for name, case in KNOWN_GAPS.items()
        ),
    ],
)
def test_a_text_is_cut_into_its_sentences(marked):
    expected = marked.replace(" ~ ", " | ").split(" | ")
    text = marked.replace(" ~ ", "").replace(" | ", " ")

    assert [text[a:b] for a, b in sentences(text, [Span(0, len(text))])] == expected


def test_a_line_break_ends_a_sentence_but_not_in_a_wrapped_line():
    text = "Rebels advance\nThe column moved\nnorth at dawn. It stopped."

    found = [text[a:b] for a, b in sentences(text, [Span(0, len(text))])]

    assert found == ["Rebels advance", "The column moved\nnorth at dawn.", "It stopped."]


def test_each_span_is_cut_for_itself():
    text = "One. Two. Three."

    assert sentences(text, [Span(0, 4), Span(10, 16)]) == [Span(0, 4), Span(10, 16)]


def test_lower_case_keeps_every_offset():
    text = "İstanbul, ẞ and USA"

    assert len(lower(text)) == len(text)
    assert lower(text).endswith("usa")


@pytest.mark.parametrize(
    ("text", "seen"),
    {
        "a turned direction": ("Corps \u202egnp.exe", "Corps gnp.exe"),
        "isolates and marks": ("\u2066a\u2069\u200eb\u200f", "ab"),
        "nothing wide": ("Gaz\u200bette\ufeff", "Gazette"),
        "a bell and a null": ("a\x07\x00b", "ab"),
        "line breaks stay": ("a\r\nb\tc\x85d", "a\r\nb\tc\x85d"),
        "joiners stay": ("می\u200cخواهم 👩\u200d✈", "می\u200cخواهم 👩\u200d✈"),
    }.values(),
)
def test_controls_are_not_shown(text, seen):
    assert visible(text) == seen
