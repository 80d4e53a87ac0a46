"""Join two amounts that are a range: "600-700 men", "between 5 and 10", "three or four"."""

from analytics.extract.amounts import DASHES, Amount, looks_like_year
from analytics.extract.calendar import is_month
from analytics.extract.tokens import Tokens
from analytics.extract.units import plural_after
from analytics.lexicons.figures import FigureLexicon


def join_range(tokens: Tokens, left: Amount, right: Amount, lexicon: FigureLexicon) -> bool:
    """Join ``right`` to the amount before it where the two are a range; tell whether they are."""
    if not 0 < right.first - left.last <= 3 or left.count > 1 or right.count > 1:
        return False
    if not _alike(left, right):
        return False
    link = tokens.words[left.last : right.first]
    words = [w for w in link if w not in DASHES]
    dashed = not words
    if words == [","] and len(link) > 1:
        return False  # "four-, five- and six-wheel"
    if not dashed and words not in (["to"], ["or"], ["and"], [","]):
        return False
    if left.low is None or right.low is None or "vague" in (left.form, right.form):
        return False
    share = right.scale if left.scale == 1 and left.low * right.scale < right.low else 1.0
    if dashed and left.low < 1000 <= right.low and "," in tokens.words[right.number_first]:
        if left.low * 1000 < right.low and "," not in tokens.words[left.number_first]:
            share = 1000.0  # "20-25,000 troops"
    low, high = left.low * share, right.low
    if low > high and words == ["and"] and tokens.word(left.first - 1) == "between":
        low, high = high, low  # "between 14,000 and 13,000"
    if not low < high or not _is_range(tokens, left, right, words, dashed, low, high, lexicon):
        return False
    left.low, left.high, left.hedge = low, high, "range"
    if words == ["and"] and tokens.word(left.first - 1) == "between":
        left.first -= 1
    left.last, left.number_last = right.last, right.number_last
    left.unit, left.kind = right.unit or left.unit, right.kind or left.kind
    left.scale, left.count, left.compound = right.scale, 2, right.compound
    return True


def _alike(left: Amount, right: Amount) -> bool:
    if left.unit is None or right.unit is None:
        return left.unit is None or left.kind == "money"
    same = left.unit.rstrip("s") == right.unit.rstrip("s")
    return same or left.kind == right.kind == "money"


def _is_range(
    tokens: Tokens, left: Amount, right: Amount, words: list[str], dashed: bool,
    low: float, high: float, lexicon: FigureLexicon,
) -> bool:  # fmt: skip
    before = tokens.word(left.first - 1)
    if words == ["and"]:
        between = "between" in tokens.words[max(0, left.first - 3) : left.first]
        return between and not (looks_like_year(tokens, left) and looks_like_year(tokens, right))
    if words == ["or"] and low % 10 == high % 10 == 0 and 10 <= low < high <= 100:
        return high <= 2 * low  # "20 or 30"
    if words == ["or"]:
        return high == low + 1 or (left.unit != right.unit and high < 2 * low)
    if words == [","]:
        return high == low + 1 and left.form == right.form == "words" and left.unit is None
    if dashed:
        return _is_dashed_range(tokens, left, right, low, high, lexicon)
    if "by" in tokens.words[max(0, left.first - 3) : left.first] and before not in ("from", "by"):
        return high < 2 * low  # "to grow by almost 70,000 to 250,000"
    if before == "by":
        return high < 2 * low
    if high > _LAST_DAY >= low and is_month(tokens, left.first - 1, lexicon):
        return False  # "raised the toll since October 7 to 35,000"
    if before == "from":
        return _is_span(tokens, left.first - 1, lexicon) and not looks_like_year(tokens, left)
    return not looks_like_year(tokens, left)


def _is_dashed_range(
    tokens: Tokens, left: Amount, right: Amount, low: float, high: float, lexicon: FigureLexicon
) -> bool:
    """Tell "600-700 men" from a score, a vote, a telephone number or two years."""
    if looks_like_year(tokens, left) or (right.unit is None and left.unit is not None):
        return left.kind == "money"
    if right.unit is not None or right.scale > 1:
        return True
    word, after = tokens.words[right.number_first], tokens.word(right.last)
    if after in DASHES and tokens.joined(right.last) and tokens.word(right.last + 1).isdigit():
        return False
    if after.isalpha() and high >= 2 and (after.endswith("s") or after in ("people", "men")):
        return True
    if "," in word or lexicon.hedges_before.before(tokens.words, left.first):
        return not word.startswith("0")
    first = left.number_first
    before = tokens.words[max(0, first - 4) : first]
    if tokens.word(first - 1) in lexicon.grammar["designator"] or not _SCORED.isdisjoint(before):
        return False
    said = tokens.word(first - 1) in lexicon.roles or tokens.word(first - 1) in _CLAIMS
    if said and 10 <= low < high <= 3 * low and plural_after(tokens, right.last, lexicon):
        return True  # of a headline: "Envoy Claims 400-500 Soldiers Killed"
    if after in _SCORES or tokens.capital(first - 1) or len(word) > 3 or word.startswith("0"):
        return False
    if plural_after(tokens, right.last, lexicon):
        return high >= 2
    counts = after in lexicon.grammar["stop"] or after in (".", ",", ";", "per", "a")
    return counts and 5 <= low < high <= 3 * low and (low, high) != (9, 11)


_LAST_DAY = 31
_CLAIMS = frozenset("claim claims says say said reports report estimates estimate".split())


_SCORED = frozenset(
    """won win wins beat beats lost lose loses fell defeated defeat vote voted votes failed passed
    score scored record ratio odds split tie tied ages aged age""".split()
)


_SCORES = frozenset("vote votes record loss win defeat split lead score victory margin".split())


def _is_span(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    """Tell "ranging from 5 to 10" from "rose from 5 to 10"."""
    for k in range(at - 1, max(-1, at - 8), -1):
        word = tokens.words[k]
        if word in lexicon.grammar["ranging"]:
            return True
        if word in lexicon.grammar["moving"] or word in (".", ";"):
            return False
    return True
