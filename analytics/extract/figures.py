"""Find the figures that a text reports: numbers with what they count, whose, where and when.

Precision before recall: a wrong figure on a chart costs more than a missing one. The stages are
modules beside this one: tokens, numbers, amounts (with units and ranges), rejections, counted,
hedges, governing, roles, changes, aspects, modality, claims, proof. Only sentences in which a
digit or a number word stands are read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from analytics.extract.amounts import Amount, read_amounts
from analytics.extract.aspects import aspect_of
from analytics.extract.changes import change_of
from analytics.extract.claims import Surroundings
from analytics.extract.counted import Counted, find_counted, noun_before
from analytics.extract.ellipsis import (
    is_gap,
    is_main,
    is_parallel,
    leaves_noun_out,
    may_be_told,
    refers_back,
    share_nouns,
)
from analytics.extract.forces import force_of
from analytics.extract.governing import Governed
from analytics.extract.hedges import apply_hedge, carry_over
from analytics.extract.kinds import settle, unfit
from analytics.extract.mentions import Asked
from analytics.extract.modality import modality_of
from analytics.extract.naming import unit_of
from analytics.extract.proof import proves_by
from analytics.extract.rejections import reason_against
from analytics.extract.roles import find_role, role_of
from analytics.extract.setting import NOWHERE, Setting
from analytics.extract.tokens import Tokens, tokenise
from analytics.extract.wholes import whole_of
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Figure, Place, Rejected, Span, Speaker

_NEAR = 600  # characters; a longer sentence is searched in pieces of this length
_DIGITS = re.compile(r"[0-9]+(?:[.,:/-][0-9]+)*")


@dataclass(slots=True)
class _Read:
    """An amount on its way to become a figure."""

    amount: Amount
    counted: Counted
    governed: Governed | None


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
        for read, reason in _read(tokens, lexicon, earlier if span.start < until else None):
            if reason is None:
                if may_be_told(read.counted) and (is_main(read.counted) or not main):
                    earlier, until = read.counted, span.end + _NEAR
                    main = is_main(read.counted)
                figure = _figure(tokens, span, read, around, lexicon)
                if figure is not None and proves_by(
                    tokens.between(figure.start, figure.end), figure, lexicon
                ):
                    figures.append(figure)
                    continue
                reason = "unproved"
            amount = read.amount
            start, end = tokens.starts[amount.first], tokens.ends[amount.last - 1]
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
    hits = [match.span() for match in _DIGITS.finditer(lowered)]
    hits += [(start, end) for start, end, _ in lexicon.triggers.find(text, lowered)]
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


def _read(
    tokens: Tokens, lexicon: FigureLexicon, earlier: Counted | None
) -> Iterator[tuple[_Read, str | None]]:
    """Read the amounts of one sentence, each with the reason why it is no figure, or null.

    ``earlier`` is what a figure shortly before the sentence counts: "Of those, 29 were shot down".
    """
    numbers = lexicon.numbers
    starts = [i for i, w in enumerate(tokens.words) if w in numbers or "0" <= w < ":"]
    before: _Read | None = None
    harmed: Counted | None = None  # the last who were killed, hurt or missing
    previous: str | None = None
    end = 0
    told = earlier
    names: set[float | None] = set()  # what was a name is one again: "iPhone 11 and 11 Pro"
    done: list[tuple[_Read, str | None]] = []
    for amount in read_amounts(tokens, starts, lexicon):
        reason = reason_against(tokens, amount, previous, lexicon)
        counted = Counted(amount.last, amount.last, amount.unit, amount.kind)
        read = _Read(amount, counted, None)
        here = before is not None
        gap = here and reason == "designation" and is_gap(tokens, amount, told, lexicon)
        if gap:
            reason = None
        if reason is None and amount.number_first < end:
            reason = "designation"  # inside the name of what is counted: "106 Hawk 132s"
        if reason is None:
            read.counted = find_counted(tokens, amount, lexicon)
            if amount.low in names and read.counted.noun is None and tokens.capital(amount.last):
                reason = "designation"
        if reason is None:
            amount.first = max(amount.first, end)
            apply_hedge(tokens, amount, read.counted, lexicon)
            amount.first = max(amount.first, end)
            if before is not None and is_parallel(tokens, before, read):
                read.counted.unit, read.counted.kind = before.counted.unit, before.counted.kind
            read.governed = find_role(tokens, amount, read.counted, lexicon)
            reason = unfit(tokens, amount, read.counted, read.governed, lexicon)
            if reason == "no noun" and leaves_noun_out(tokens, amount, told, here, lexicon):
                reason = None
        if reason is None:
            _tell(tokens, read, before, told, gap, lexicon)
            settle(
                tokens,
                amount,
                read.counted,
                read.governed,
                before.counted if before else None,
                harmed,
                lexicon,
            )
            if read.counted.kind == "casualties":
                harmed = read.counted
            if before is not None:
                carry_over(tokens, (before.amount, before.counted), (amount, read.counted))
                if read.governed is None and read.counted.kind == "casualties":
                    read.governed = before.governed
            before, previous = read, None
            if may_be_told(read.counted):
                told = read.counted
            end = max(amount.last, read.counted.last)
        else:
            previous = reason
            end = max(end, amount.last)
            if reason == "designation":
                names.add(amount.low)
        done.append((read, reason))
    for at in share_nouns(tokens, done, lexicon):
        done[at] = (done[at][0], None)
    yield from done


def _tell(
    tokens: Tokens,
    read: _Read,
    before: _Read | None,
    told: Counted | None,
    gap: bool,
    lexicon: FigureLexicon,
) -> None:
    """Give a number without a noun the one that was told before, where the words refer to it."""
    counted = read.counted
    if told is None or counted.unit is not None or counted.kind is not None:
        return
    if gap:
        counted.unit, counted.kind, counted.noun = told.unit, told.kind, told.noun
        counted.borrowed = True
    elif told.noun is None or _is_told_otherwise(tokens, read, before, told, lexicon):
        return
    elif refers_back(tokens, read.amount, lexicon) or leaves_noun_out(
        tokens, read.amount, told, before is not None, lexicon
    ):
        counted.unit, counted.kind = told.unit, told.noun.kind
        counted.noun, counted.borrowed = told.noun, True


def _is_told_otherwise(
    tokens: Tokens,
    read: _Read,
    before: _Read | None,
    told: Counted,
    lexicon: FigureLexicon,
) -> bool:
    """Tell whether the sentence itself says what is counted: killed people, a noun before."""
    if before is not None and (before.counted.noun or before.counted.kind == "casualties"):
        return True
    if read.governed is not None and read.governed.role.kind == "casualties":
        people = told.noun is not None and told.noun.group in ("person", "fighter", "unit")
        return not (people and refers_back(tokens, read.amount, lexicon))
    return noun_before(tokens, read.amount, lexicon) is not None


def _near(sentence: Span, start: int) -> tuple[int, int]:
    """Give what is searched about a figure: its sentence, or its part of one without an end."""
    if sentence.end - sentence.start <= 3 * _NEAR:
        return sentence
    piece = sentence.start + (start - sentence.start) // _NEAR * _NEAR
    return max(sentence.start, piece - _NEAR), min(sentence.end, piece + 2 * _NEAR)


_MAY_CHANGE = frozenset(("level", "new"))
_CHANGED = frozenset(("raised", "cut"))  # "raised by 180,000 to a total of": no running total


def _figure(
    tokens: Tokens, sentence: Span, read: _Read, around: Surroundings, lexicon: FigureLexicon
) -> Figure | None:
    amount, counted, governed = read.amount, read.counted, read.governed
    kind = counted.kind or "other"
    last = max(amount.last, counted.last)
    start, end = tokens.starts[amount.first], tokens.ends[last - 1]
    aspect = aspect_of(tokens, amount, counted, governed, lexicon)
    role = role_of(tokens, amount, counted, governed, lexicon)
    change = change_of(tokens, amount, counted, governed, role, aspect, lexicon)
    group = counted.noun.group if counted.noun else ""
    near = _near(sentence, start)
    whole = whole_of(tokens, amount, counted, lexicon)
    here, bodies = around.places_in(*near), around.bodies_about(*near)
    force = force_of(tokens, amount, counted, governed, here, bodies, lexicon)
    return Figure(
        start=start,
        end=end,
        low=amount.low,
        high=amount.high,
        hedge=amount.hedge,
        kind=kind,
        unit=unit_of(tokens, amount, counted, lexicon),
        of=whole,
        force=force,
        place=around.where.of(
            Asked(start, end, near, kind, role, counted.unit, group, whole, amount.low, force)
        ),
        role=role,
        change=change,
        aspect="change" if change and (aspect in _MAY_CHANGE or role in _CHANGED) else aspect,
        speaker=around.speaker_of(start, end),
        modality=modality_of(tokens, amount, counted, lexicon),
        as_of=around.times.of(start, near),
        sentence_start=sentence.start,
        sentence_end=sentence.end,
    )
