"""Tell a level from a change, a running total, a new count, a rate and a capacity."""

from collections.abc import Iterable, Mapping

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
    end = max(amount.last, counted.last)
    low = max(0, amount.first - 1 - _REACH)
    phrases = lexicon.cues["aspect"]
    if phrases.none_begins(tokens.words[low : end + _REACH]):
        return _without_cue(tokens, amount, counted, governed)
    cues = phrases.within(tokens.words, low, end + _REACH)
    if _is_rate(tokens, amount, counted, cues):
        return "rate"
    before = range(amount.first - 1, max(-1, amount.first - 1 - _REACH), -1)
    for k in _clause(tokens, before) if cues else ():
        found = cues.get(k)
        if found == "capacity" and counted.kind in _ABLE:
            return "capacity"
        if found == "cumulative" and not (tokens.words[k] == "since" and k > 2):
            return "cumulative"  # a later "since" is of another clause: "doubts since he sent 9"
    for k in _clause(tokens, range(end, min(end + _REACH, len(tokens)))) if cues else ():
        if tokens.words[k][0].isdigit() and k > end + 3:
            break  # it is said of the next number
        if cues.get(k) == "cumulative" and not _is_first(tokens, k):
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


def _clause(tokens: Tokens, places: Iterable[int]) -> Iterable[int]:
    for k in places:
        if tokens.words[k] in _CLAUSES:
            return
        yield k


def _is_rate(tokens: Tokens, amount: Amount, counted: Counted, cues: Mapping[int, str]) -> bool:
    """Read "$2 billion a year", "a daily 40 rockets", "the $10 billion annual cost"."""
    end = max(amount.last, counted.last)
    for k in range(max(0, amount.first - 2), min(end + 2, len(tokens))):
        if cues.get(k) != "rate":
            continue
        if tokens.word(k + 2) in _DATED:
            continue  # "19 percent a week earlier"
        if k >= amount.last or tokens.words[k].endswith(("ly", "annual")):
            if tokens.words[k - 1] not in _WITHIN or k == 0:
                return True
    around = tokens.words[max(0, amount.first - 4) : end + 5]
    if not _REGULARLY.isdisjoint(around) and "." not in around[4:-1]:
        return True
    return _of_annual(tokens, amount, cues)


def _of_annual(tokens: Tokens, amount: Amount, cues: Mapping[int, str]) -> bool:
    """Read "an annual budget of $700 billion"."""
    if tokens.word(amount.first - 1) != "of" or amount.kind != "money":
        return False
    ahead = range(max(0, amount.first - 5), amount.first - 1)
    return any(cues.get(k) == "rate" for k in ahead)


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
