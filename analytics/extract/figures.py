"""Find the figures that a text reports: numbers with what they count, whose, where and when.

Precision before recall: a wrong figure on a chart costs more than a missing one. The stages are
modules beside this one: tokens, numbers, quantities (with currencies, units, ranges), rejections,
counted, hedges, governing, roles, kinds, sentence, changes, granted, carried, aspects, modality,
claims, proof. Only sentences in which a digit or a number word stands are read.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from analytics.extract.aspects import aspect_of
from analytics.extract.carried import carried_change
from analytics.extract.changes import change_of
from analytics.extract.claims import Surroundings
from analytics.extract.counted import Counted
from analytics.extract.ellipsis import is_main, may_be_told
from analytics.extract.forces import force_of
from analytics.extract.mentions import Asked
from analytics.extract.modality import modality_of
from analytics.extract.naming import unit_of
from analytics.extract.proof import proves_by
from analytics.extract.roles import role_of
from analytics.extract.sentence import ReadAmount, read_sentence
from analytics.extract.setting import NOWHERE, Setting
from analytics.extract.tokens import Tokens, tokenise
from analytics.extract.wholes import whole_of
from analytics.lexicons.figures import FigureLexicon
from analytics.matcher import spell
from analytics.model import Change, Figure, Place, Rejected, Span, Speaker

_NEAR = 600  # characters; a longer sentence is searched in pieces of this length


_DIGITS = re.compile(r"[0-9]+(?:[.,:/-][0-9]+)*")
_SHAPES = bytes(b" 0"[byte in b"0123456789"] for byte in range(256))


def find_figures(
    text: str,
    lowered: str,
    body: Sequence[Span],
    sentences: Sequence[Span],
    places: Sequence[Place],
    speakers: Sequence[Speaker],
    published: date | None,
    lexicon: FigureLexicon,
    setting: Setting = NOWHERE,
) -> tuple[tuple[Figure, ...], tuple[Rejected, ...]]:
    """Find the figures of a text, left to right, apart, and the numbers that are none.

    Args:
        text: the text as delivered.
        lowered: ``analytics.text.lower(text)``: the same length.
        body: the runs of the text that count, in order; a number outside is boilerplate.
        sentences: the sentences of the body, in order.
        places: the places mentioned, in order.
        speakers: who is credited with which words.
        published: the day of publication, to date "yesterday" by.
        lexicon: the word lists.
        setting: where the story is.

    Returns:
        Figures and rejected numbers, each in order of their spans, which are code points of
        ``text``. A text without numbers gives two empty tuples; no text raises.
    """
    around = Surroundings(lowered, places, speakers, published, setting)
    figures: list[Figure] = []
    rejected: list[Rejected] = []
    earlier: Counted | None = None
    until = 0
    for span, inside in _to_read(text, lowered, body, sentences, lexicon):
        if not inside:
            rejected.append(Rejected(span.start, span.end, None, None, "boilerplate"))
            continue
        tokens = tokenise(text, lowered, span.start, span.end)
        main = False
        before: tuple[ReadAmount, Change] | None = None
        for read, reason in read_sentence(tokens, lexicon, earlier if span.start < until else None):
            if reason is None:
                if may_be_told(read.counted) and (is_main(read.counted) or not main):
                    earlier, until = read.counted, span.end + _NEAR
                    main = is_main(read.counted)
                figure = _figure(tokens, span, read, around, before, lexicon)
                if figure.change is not None:
                    before = (read, figure.change)
                elif not read.counted.compound and figure.kind in _ENDS_A_LIST:
                    before = None
                if proves_by(tokens.between(figure.start, figure.end), figure, lexicon):
                    figures.append(figure)
                    continue
                reason = "unproved"
            amount = read.amount
            start, end = tokens.starts[amount.first], tokens.end(amount.last - 1)
            rejected.append(Rejected(start, end, amount.low, amount.high, reason))
    return tuple(figures), tuple(rejected)


def _to_read(
    text: str,
    lowered: str,
    body: Sequence[Span],
    sentences: Sequence[Span],
    lexicon: FigureLexicon,
) -> Iterator[tuple[Span, bool]]:
    """Yield each sentence in which a number stands, and each number that stands outside all."""
    hits = [(start, end) for start, end, _ in lexicon.triggers.find(text, lowered)]
    hits += _digits(lowered)
    hits.sort()
    runs, lines = iter(body), iter(sentences)
    run, line = next(runs, None), next(lines, None)
    read = -1
    for start, end in hits:
        while line is not None and line.end <= start:
            line = next(lines, None)
        if line is not None and line.start <= start:
            if line.start != read:
                read = line.start
                yield line, True
            continue
        while run is not None and run.end <= start:
            run = next(runs, None)
        if run is None or start < run.start:
            yield Span(start, end), False


def _digits(lowered: str) -> Iterator[tuple[int, int]]:
    """Yield where digits stand with what may join them: "9:18", "1,204"."""
    shapes = spell(lowered).translate(_SHAPES)  # all are "0", and so one is quickly found
    end = 0
    while (start := shapes.find(b"0", end)) >= 0:
        match = _DIGITS.match(lowered, start)
        end = match.end() if match else start + 1
        yield start, end


def _near(sentence: Span, start: int) -> tuple[int, int]:
    """Give what is searched about a figure: its sentence, or its part of one without an end."""
    if sentence.end - sentence.start <= 3 * _NEAR:
        return sentence
    piece = sentence.start + (start - sentence.start) // _NEAR * _NEAR
    return max(sentence.start, piece - _NEAR), min(sentence.end, piece + 2 * _NEAR)


# What breaks off a list of changes; "8-ton trucks" and "25 miles of fence" stand in one.
_ENDS_A_LIST = frozenset("personnel weapons_platforms munitions money casualties other".split())
_MAY_CHANGE = frozenset(("level", "new", "cumulative"))


_CHANGED = frozenset(("raised", "cut"))  # "raised by 180,000 to a total of": no running total


def _figure(
    tokens: Tokens,
    sentence: Span,
    read: ReadAmount,
    around: Surroundings,
    before: tuple[ReadAmount, Change] | None,
    lexicon: FigureLexicon,
) -> Figure:
    amount, counted, governed = read.amount, read.counted, read.governed
    kind = counted.kind or "other"
    last = max(amount.last, counted.last)
    start, end = tokens.starts[amount.first], tokens.end(last - 1)
    aspect = aspect_of(tokens, amount, counted, governed, lexicon)
    role = role_of(tokens, amount, counted, governed, lexicon)
    change = change_of(tokens, amount, counted, governed, role, aspect, lexicon)
    if change is None and before is not None:
        change = carried_change(tokens, *before, read, lexicon)
    group = counted.noun.group if counted.noun else ""
    near = _near(sentence, start)
    whole = whole_of(tokens, amount, counted, lexicon)
    here = around.places_in(*near)
    bodies = around.bodies_about(*near) if kind == "personnel" else ()
    force = force_of(tokens, amount, counted, governed, here, bodies, lexicon)
    asked = Asked(start, end, near, kind, role, counted.unit, group, whole, amount.low, force)
    place = around.where.of(asked)
    return Figure(
        start=start,
        end=end,
        low=amount.low,
        high=amount.high,
        hedge=amount.hedge,
        kind=kind,
        unit=unit_of(tokens, amount, counted, lexicon),
        of=whole,
        force=around.force_of(asked, place),
        place=place,
        role=role,
        change=change,
        aspect="change" if change and (aspect in _MAY_CHANGE or role in _CHANGED) else aspect,
        speaker=around.speaker_of(start, end),
        modality=modality_of(tokens, amount, counted, lexicon),
        as_of=around.times.of(start, near),
        sentence_start=sentence.start,
        sentence_end=sentence.end,
    )
