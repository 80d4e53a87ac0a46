"""Laws of find_figures that hold for any text."""

import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analytics.extract.figures import find_figures
from analytics.extract.proof import proves
from analytics.lexicons.figures import load_figures
from analytics.model import Figure, Span
from analytics.text import lower, sentences

LEXICON = load_figures()
OFFSETS = {"start", "end", "sentence_start", "sentence_end"}

pieces = st.sampled_from(
    """troops soldiers km miles $ € £ % percent up to between and or in of the a an one two twelve
    twenty hundred thousand million bn dozens half third decade days year-old were killed wounded
    withdraw sent to Poland May Mach F- S- Mr. more than about some 4.2 1,200 2,000 2004 5:30 38th
    ( ) - – , . ; : / + ' " U.S. minus doubled no fewer each per cent us US 155mm 12 40
    ² ³ ① ٣ 5/² ½ [ ] [sic] F-35As 2A8 AS90 more ones points up 10-12 20-25,000 1/2 30' South other
    both (1) Groups Four including people dead each. tens dozens decades""".split()
)
numbers = st.integers(0, 10**7).map("{:,}".format) | st.integers(0, 10**5).map(str)
prose = st.lists(pieces | numbers, max_size=30).map(" ".join)
glued = st.lists(pieces | numbers, max_size=30).map("".join)
texts = prose | glued | st.text(max_size=300)


def read(text, before=""):
    text = before + text
    body = [Span(0, len(before)), Span(len(before), len(text))]
    return find_figures(text, lower(text), body, sentences(text, body), (), (), None, LEXICON)


@given(texts)
def test_spans_lie_in_the_text_in_order_and_apart(text):
    figures, rejected = read(text)

    for found in (figures, rejected):
        end = 0
        for each in found:
            assert end <= each.start < each.end <= len(text)
            end = each.end


@given(texts)
def test_the_ends_of_a_figure_follow_its_hedge(text):
    for figure in read(text)[0]:
        if figure.hedge == "at_least":
            assert figure.low is not None and figure.high is None
        elif figure.hedge == "at_most":
            assert figure.low is None and figure.high is not None
        elif figure.hedge == "range":
            assert figure.low < figure.high
        else:
            assert figure.low == figure.high is not None


@example("t2³,4")
@example("3 IS")
@example("4]-21k-crew[")  # a bracket that only the whole sentence pairs
@given(texts)
def test_every_figure_is_proved_by_the_words_at_its_span(text):
    for figure in read(text)[0]:
        assert proves(text, lower(text), figure, LEXICON)


@given(prose)
def test_a_sentence_put_before_only_moves_the_spans(text):
    before = "Officials spoke of it. "
    moved = [
        f._replace(**{name: getattr(f, name) + len(before) for name in OFFSETS})
        for f in read(text)[0]
    ]

    assert list(read(text, before)[0]) == moved


@given(texts)
def test_reading_twice_reads_the_same(text):
    assert read(text) == read(text)


LIES = {
    "digits of two numbers": ("12 tanks and 34 guns", 1234),
    "the part before a separator": ("1,200 troops", 1),
    "the part after a separator": ("1,200 troops", 200),
    "a number of the unit": ("40 km2", 2),
    "a share as a count": ("half of the 40 guns", 0.5),
    "a magnitude left out": ("3 million shells", 3),
    "another sign": ("minus 40 degrees", 40),
}


@pytest.mark.parametrize(("text", "value"), LIES.values(), ids=LIES.keys())
def test_a_value_that_the_words_do_not_say_is_not_proved(text, value):
    known = dict.fromkeys(Figure._fields)
    figure = Figure(**{**known, "start": 0, "end": len(text), "low": value, "high": value})

    assert not proves(text, lower(text), figure, LEXICON)


def calls_to_read(text):
    """Count the Python calls that reading ``text`` makes: a measure of work without a clock."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    read("warm")
    sys.setprofile(note)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


HOSTILE = [
    "one in ", "12 of the ", "two-", "1,", "$", "killed 3 and ", "between 5 and ", "about ",
    "a dozen ", "hundreds of thousands of ", "9.9.9", "more than a half ", "May 5 ", "(1)", "-1",
    "some of the 40 big red long ", "half a ", "1/2", "$1-", "twenty-one thousand and ",
    "four-, ", "a week or two ", "F-35A-1/2 ", "[1] [x ", "10-12 ", "hundreds upon hundreds of ",
    "3, 4 and ", "killed 5, including 6, ", "Two men hit. Three hit. ", "points, up 5.5 ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_no_faster_than_the_text(piece):
    once, twice = calls_to_read(piece * 400), calls_to_read(piece * 800)

    assert twice <= 2.2 * once + 50


@settings(max_examples=30)
@given(st.lists(texts, max_size=8).map("\n".join))
def test_no_text_raises(text):
    read(text)
