"""Add up how many people an article tells were killed or captured, at the fewest.

Figures alone do not tell: a release that says "captured a commander" prints no number, and one
that says so in its headline, its first line and its last tells of the same person three times.
Here each phrase that names those killed or captured is read, singulars and "several" included,
what is told again is left out, and so is what the article tells of other times: attacks of
the past, totals since, what was planned or did not happen. None of this is a figure, and none of
it is drawn among the figures.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analytics.extract.fates import Clause, Fate, find_clauses
from analytics.extract.layout import body_spans
from analytics.extract.tokens import Tokens, tokenise
from analytics.extract.victims import Here, People
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Reading
from analytics.text import lower, sentences

_WORTH_READING = re.compile(
    r"kill|dead\b|died\b|death|slain|captur|detain|deten|arrest|appreh|cust"
)
_OTHER_TIMES = re.compile(
    r"\bsince\b|\bthis (?:month|year)\b|\b(?:last|past) (?:\w+ )?(?:week|month|year)s?\b|\bso far\b"
    r"|\bto date\b|\bpreviously\b|\b(?:week|month|year)s? ago\b|\bin (?:19|20)\d\d\b"
)


class Victims(NamedTuple):
    """People told to be killed or captured; ``text[start:end]`` names them."""

    start: int
    end: int
    fate: Fate
    low: int  # the fewest people that the words allow
    noun: str | None  # what they are called, in the singular
    implied: bool  # no figure of the text says how many


def find_tolls(
    text: str, reading: Reading, lexicon: FigureLexicon, own: frozenset[str] = frozenset()
) -> tuple[Victims, ...]:
    """Find those whom an article tells were killed or captured, nobody twice.

    Args:
        text: the text as delivered.
        reading: what was read in it.
        lexicon: the word lists of figures.
        own: nouns, in the singular, of people who are left out: the losses of the side that
            tells.

    Returns:
        Victims whose ``low`` add up, fate by fate, to the fewest people that the article tells of.
        Nobody killed or captured, an empty tuple. No text raises.
    """
    lowered = lower(text)
    named = frozenset(place.start for place in reading.places)
    figures = {figure.start: figure for figure in reading.figures}
    clauses: list[Clause] = []
    for span in sentences(text, body_spans(reading.blocks)):
        if _WORTH_READING.search(lowered, span.start, span.end) is None:
            continue
        if _OTHER_TIMES.search(lowered, span.start, span.end) is None:
            tokens = tokenise(text, lowered, span.start, span.end)
            here = Here(figures, named, _is_headline(tokens))
            clauses += find_clauses(tokens, here, lexicon)
    fates: tuple[Fate, Fate] = ("killed", "captured")
    return tuple(
        victims
        for fate in fates
        for victims in _once([clause for clause in clauses if clause.fate == fate], own)
    )


def _is_headline(tokens: Tokens) -> bool:
    small = sum(word.isalpha() and not tokens.capital(k) for k, word in enumerate(tokens.words))
    return small * 4 < len(tokens)


def _once(clauses: Sequence[Clause], own: frozenset[str]) -> list[Victims]:
    """Choose the clauses that name everybody once: the leaders, and the most of the others."""
    leaders: list[Victims] = []
    others: list[Victims] = []
    among: list[Victims] = []
    more: list[Victims] = []
    told = False
    for clause in clauses:
        people = [p for p in clause.people if p.noun not in own]
        heads = [_victims(clause, p) for p in people if p.leader]
        rest = [p for p in people if not p.leader]
        counted = [p for p in rest if p.sort != "known"]
        if len(counted) == 1 and counted[0].more and others:
            more = [_victims(clause, counted[0])]
            continue
        here = [_victims(clause, p) for p in counted]
        one_told = not leaders and sum(v.low for v in others) == 1
        if one_told and any(p.other for p in rest):
            leaders, others = others, []  # "an official", then "two others"
        exact = any(p.sort == "told" for p in counted)
        if clause.including or any(p.all_of for p in counted):
            among = _larger(among, here)
        elif exact and not told:
            others, told = here, True
        elif exact or not told:
            others = _larger(others, here)
        leaders = _larger(leaders, heads)
    chosen = _larger([*leaders, *others, *more], among)
    if not chosen:
        known = [_victims(c, p) for c in clauses for p in c.people if p.noun not in own]
        chosen = known[:1]
    return sorted(chosen)


def _victims(clause: Clause, one: People) -> Victims:
    tokens = clause.tokens
    return Victims(
        tokens.starts[one.first],
        tokens.end(one.last - 1),
        clause.fate,
        one.low,
        one.noun,
        one.implied,
    )


def _larger(held: list[Victims], new: list[Victims]) -> list[Victims]:
    return new if sum(v.low for v in new) > sum(v.low for v in held) else held
