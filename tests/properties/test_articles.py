"""Laws of layout, dates, sources and sentences that hold for any text."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.extract.dates import find_dates
from analytics.extract.layout import body_spans, find_blocks
from analytics.extract.sources import find_source
from analytics.lexicons.sources import load_sources
from analytics.model import Article, Span
from analytics.text import lower, sentences

SOURCES = load_sources()

pieces = st.sampled_from(
    [
        "The brigade crossed the river before noon, the umpires said in a note to all.", "Home",
        "\n", "\n\n", " ", "\u2028", " date 2021-04-06 ", "By Eva Mala", "Published : Apr 6, 2021",
        "(AFP-Yonhap)", "READ MORE: Ten lost", "CLICK HERE TO GET THE FOX NEWS APP", "(Yonhap)",
        "Most popular", "SEOUL, April 6 (Yonhap) -- ", "CNN — ", "© 2020 Reuters", "2:34", "…",
        "— Jan Novy (@jannovy) May 4, 2021", "Image copyright AFP Image caption", "U.S.", "No. 4 ",
        "TEN SHIPS SENT NORTH AS STORM NEARS THE COAST", "(Photo by Eva Mala/AFP)", "“", "MORE",
        "Reuters contributed to this report.", "Updated 3 days ago", "1", "©", "İ", "\x00",
    ]
)  # fmt: skip
pages = st.lists(pieces, max_size=60).map("".join) | st.lists(pieces, max_size=60).map("\n".join)
texts = pages | st.text(max_size=400)


def an_article(text, **known):
    return Article(identity="id:t/1", text=text, sha256="", id="1", collection="t", **known)


@given(texts)
def test_blocks_cover_the_text_in_order_and_apart(text):
    blocks = find_blocks(an_article(text), SOURCES)

    assert "".join(text[b.start : b.end] for b in blocks) == text
    assert all(b.start < b.end for b in blocks)
    assert [b.start for b in blocks] == [0, *(b.end for b in blocks)][: len(blocks)]


@given(texts)
def test_neighbours_differ(text):
    blocks = find_blocks(an_article(text), SOURCES)

    assert all((a.kind, a.rule) != (b.kind, b.rule) for a, b in pairwise(blocks))


@given(
    texts, st.text(max_size=60), st.text(max_size=60), st.text(max_size=60), st.text(max_size=60)
)
def test_no_text_and_no_field_raises(text, url, day, crawled, outlet):
    article = an_article(text, url=url, date=day, crawled=crawled, outlet=outlet, title=outlet)
    blocks = find_blocks(article, SOURCES)

    found = find_source(article, blocks, SOURCES)
    dates = find_dates(article, blocks, date(2030, 1, 1))

    assert (found.outlet is None) == (found.outlet_evidence is None)
    assert bool(found.wires) == (found.wire_evidence is not None)
    assert (dates.published is None) == (dates.published_evidence is None)
    assert dates.published is None or dates.published <= date(2030, 1, 1)


@given(texts)
def test_sentences_lie_in_their_spans_in_order_and_apart(text):
    spans = body_spans(find_blocks(an_article(text), SOURCES))
    end = 0
    for start, stop in sentences(text, spans):
        assert end <= start < stop
        assert any(a <= start and stop <= b for a, b in spans)
        assert text[start:stop] == text[start:stop].strip()
        end = stop


@given(texts)
def test_sentences_lose_nothing_but_white_space(text):
    found = sentences(text, [Span(0, len(text))])

    assert "".join("".join(text[a:b] for a, b in found).split()) == "".join(text.split())


@given(st.text())
def test_lower_case_moves_nothing(text):
    assert len(lower(text)) == len(text)


HOSTILE = {
    "one long line": "a" * 500_000,
    "capitals": "A B" * 150_000,
    "full stops": "." * 300_000,
    "brackets": "(" * 200_000 + ")" * 200_000,
    "labels": "Published : Updated : " * 20_000,
    "dates": "Apr 6, 2021 " * 30_000,
    "bylines": "By Eva Mala\n" * 30_000,
    "captions": "Image caption " * 30_000,
    "posts": "— a (@a) " * 40_000,
    "marks": "CLICK HERE TO GET THE FOX NEWS APP" * 10_000,
    "credits": "(Photo by " * 40_000,
    "names": "JohnSmith MORE " * 20_000,
    "breaks": "\n" * 400_000,
    "places": "SEOUL, " * 60_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_takes_no_more_than_linear_time(text):
    """Twice the text may take three times as long, and a little for a start: never four times."""

    def seconds(size):
        article = an_article(text[:size], url="https://a.example/" + text[:200], date=text[:200])
        start = time.process_time()
        blocks = find_blocks(article, SOURCES)
        find_dates(article, blocks)
        find_source(article, blocks, SOURCES)
        sentences(article.text, body_spans(blocks))
        return time.process_time() - start

    half = min(seconds(len(text) // 4) for _ in range(2))
    assert min(seconds(len(text) // 2) for _ in range(2)) < 3 * half + 0.2
