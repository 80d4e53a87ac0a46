"""Tell a level from a change, a running total, a new count, a rate and a capacity."""

from collections.abc import Mapping

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.governing import Governed
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Aspect

_REACH = 10  # words on either side
_WITHIN = frozenset(("in", "within", "over", "for", "after", "than", "once", "twice"))
_DATED = frozenset("earlier later ago before after".split())
_CLAUSES = frozenset(". ; ? ! — – but while whereas although though which who".split())
_ABLE = frozenset(("distance", "duration", "munitions", "weapons_platforms", "other"))
_FIRST = frozenset("time first second third fourth fifth level most worst record".split())
_REGULARLY = frozenset(("annually", "yearly", "hourly"))
_FATES = frozenset(("killed", "wounded", "captured", "launched"))


def aspect_of(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    lexicon: FigureLexicon,
) -> Aspect:
    """Tell a level from a change, a running total, a new count, a rate and a capacity.

    The cue stands in the figure's own clause: a rate beside the number, a capacity before it.
    """
    words, first, end = tokens.words, amount.first, max(amount.last, counted.last)
    cues = lexicon.cues["aspect"].within(words, first - 1 - _REACH, end + _REACH)
    if _is_rate(tokens, amount, end, cues):
        return "rate"
    for k in reversed(cues):
        if k >= first:
            continue
        if k < first - _REACH or not _CLAUSES.isdisjoint(words[k:first]):
            break
        if cues[k] == "capacity" and counted.kind in _ABLE:
            return "capacity"
        if cues[k] == "cumulative" and not (words[k] == "since" and k > 2):
            return "cumulative"  # a later "since" is of another clause: "doubts since he sent 9"
    for k, found in cues.items():
        if found == "cumulative" and k >= end and not _is_first(tokens, k):
            if _is_joined(words, end, k):
                return "cumulative"
    return _without_cue(tokens, amount, counted, governed)


def _without_cue(
    tokens: Tokens, amount: Amount, counted: Counted, governed: Governed | None
) -> Aspect:
    fate = governed is not None and governed.role.role in _FATES
    suffered = fate and counted.unit != "points"
    if not suffered and counted.kind not in ("casualties", "events"):
        return "level"
    return "cumulative" if _since_first(tokens, amount) else "new"


def _is_joined(words: list[str], end: int, k: int) -> bool:
    """Tell what is said of the number that ends before ``end`` from what is said of the next."""
    if not _CLAUSES.isdisjoint(words[end : k + 1]):
        return False
    return not any(word[0].isdigit() for word in words[end + 4 : k + 1])


def _is_rate(tokens: Tokens, amount: Amount, end: int, cues: Mapping[int, str]) -> bool:
    """Read "$2 billion a year", "a daily 40 rockets", "the $10 billion annual cost"."""
    for k, found in cues.items():
        if found != "rate" or not amount.first - 2 <= k < end + 2:
            continue
        if tokens.word(k + 2) in _DATED:
            continue  # "19 percent a week earlier"
        if k >= amount.last or tokens.words[k].endswith(("ly", "annual")):
            if tokens.words[k - 1] not in _WITHIN or k == 0:
                return True
    around = tokens.words[amount.first - 4 if amount.first > 4 else 0 : end + 5]
    if not _REGULARLY.isdisjoint(around) and "." not in around[4:-1]:
        return True
    return bool(cues) and _of_annual(tokens, amount, cues)


def _of_annual(tokens: Tokens, amount: Amount, cues: Mapping[int, str]) -> bool:
    """Read "an annual budget of $700 billion"."""
    first = amount.first
    if tokens.word(first - 1) != "of" or amount.kind != "money":
        return False
    return any(found == "rate" and first - 5 <= k < first - 1 for k, found in cues.items())


def _is_first(tokens: Tokens, k: int) -> bool:
    """Tell "the strongest since 2001", "its first loss since", from "killed since 2001"."""
    if tokens.words[k] != "since":
        return False
    before = tokens.words[max(0, k - 3) : k]
    return any(word in _FIRST or (len(word) > 4 and word.endswith("est")) for word in before)


def _since_first(tokens: Tokens, amount: Amount) -> bool:
    """Read "Since May the army has lost some 40 tanks": the sentence begins with the time."""
    if tokens.words[0] != "since" or amount.first > 30:
        return False
    near = tokens.words[max(0, amount.first - 6) : amount.last + 6]
    return not {"have", "has", "been"}.isdisjoint(near)
