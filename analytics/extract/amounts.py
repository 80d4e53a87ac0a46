"""Amounts: numbers with the currency or unit that they are written with, and ranges of them."""

from dataclasses import dataclass

from analytics.extract.numbers import Form, Number, read_number
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon, Unit
from analytics.model import Hedge, Kind

DASHES = frozenset("-‐‑–—−")
_BIG_CURRENCIES = frozenset(("KRW", "VND", "RON", "ZAR"))  # "two won": small numbers are no money


@dataclass(slots=True)
class Amount:
    """One quantity as written; tokens ``first`` to before ``last`` are the number with its unit."""

    first: int
    last: int
    low: float | None
    high: float | None
    form: Form
    hedge: Hedge
    scale: float
    number_first: int
    number_last: int
    unit: str | None = None
    kind: Kind | None = None
    compound: bool = False  # "12-day"
    count: int = 1  # how many numbers it is made of


def read_amounts(tokens: Tokens, starts: list[int], lexicon: FigureLexicon) -> list[Amount]:
    """Read the amounts of a sentence, left to right, apart.

    Args:
        tokens: the sentence.
        starts: the tokens at which a number may begin.
        lexicon: the word lists.
    """
    amounts: list[Amount] = []
    end = 0
    for i in starts:
        if i < end or (end and i <= end + 1 and tokens.words[i].startswith("decade")):
            continue
        number = read_number(tokens, i, lexicon)
        if number is None or number.last <= end:
            continue
        number.first = max(number.first, end)
        amount = _with_unit(tokens, number, lexicon)
        one_in = _one_in(tokens, amount, lexicon)
        if one_in is not None:
            amount = one_in
        end = amount.last
        if not (amounts and _join(tokens, amounts[-1], amount, lexicon)):
            amounts.append(amount)
    return amounts


def _with_unit(tokens: Tokens, number: Number, lexicon: FigureLexicon) -> Amount:
    hedge = number.hedge
    low: float | None = number.value
    high: float | None = None if hedge == "at_least" else number.value
    amount = Amount(
        number.first, number.last, low, high, number.form, hedge, number.scale,
        number.first, number.last,
    )  # fmt: skip
    if number.form == "share":
        amount.low = amount.high = round(number.value * 100, 2)
        amount.unit, amount.kind = "percent", "percent"
    elif number.form == "factor":
        amount.unit, amount.kind = "times", "other"
    elif number.form == "decades":
        amount.unit, amount.kind = "decades", "duration"
    elif not _currency_before(tokens, amount, lexicon):
        _unit_after(tokens, amount, lexicon)
        if amount.unit is None:
            _unit_before(tokens, amount, lexicon)
    _sign(tokens, amount)
    return amount


def _currency_before(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> bool:
    """Take in "$", "US$", "EUR" before the number, and "$3m"."""
    first = amount.number_first
    dash = tokens.word(first - 1) in DASHES and tokens.joined(first)
    found = lexicon.currencies_before.before(tokens.words, first - dash)
    if found is None or amount.form == "vague":
        return False
    size, currency = found
    begin = first - dash - size
    if size > 1 and not _one_sign(tokens, begin, begin + size):
        size, begin = 1, first - 1
        retry = lexicon.currencies_before.before(["", tokens.words[first - 1]], 2)
        if retry is None:
            return False
        currency = retry[1]
    code = tokens.words[begin]
    raw = tokens.raw(begin, first)[:2]
    if code.isalpha() and not raw.strip("$ ").isupper() and not (raw == "Rs" or raw == "Rp"):
        return False
    if code == "ps" and amount.scale == 1 and tokens.word(amount.last) not in ("m", "b"):
        if "," not in tokens.words[amount.number_first]:
            return False  # the sign of the pound, lost on its way; not a game console
    amount.first, amount.unit, amount.kind = begin, currency.code, "money"
    if dash and amount.low is not None and not tokens.raw(first - 2, first - 1).isalnum():
        amount.low = amount.high = -amount.low
    suffix = lexicon.numbers.get(tokens.word(amount.last))
    if suffix and suffix.group == "money_suffix" and tokens.joined(amount.last):
        _scale(amount, suffix.value)
        amount.last = amount.number_last = amount.last + 1
    _skip_currency_after(tokens, amount, lexicon)
    return True


def _one_sign(tokens: Tokens, begin: int, end: int) -> bool:
    """Tell "US$" and "HK $" from "a $"."""
    raw = tokens.raw(begin, end)
    return all(tokens.joined(k) for k in range(begin + 1, end)) or raw[:2].isupper()


def _skip_currency_after(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> None:
    """Take in a second naming of the currency: "$500 US", "$5 million USD"."""
    at = amount.last
    if tokens.word(at) in ("us", "usd", "cad", "aud", "dollars") and tokens.capital(at):
        amount.last += 1
    if tokens.word(at) == "dollars":
        amount.last = at + 1


def _scale(amount: Amount, by: float) -> None:
    amount.scale *= by
    amount.low = amount.low * by if amount.low is not None else None
    amount.high = amount.high * by if amount.high is not None else None


def _unit_after(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> None:
    """Take in the currency or unit after the number: "4 billion euros", "12-day", "33km"."""
    at = amount.last
    dash = tokens.word(at) in DASHES and tokens.joined(at) and tokens.joined(at + 1)
    at += dash
    at += tokens.word(at) == "+" and tokens.joined(at)  # "200+ km"
    of = amount.form == "vague" and tokens.word(at) == "of"
    at += of
    found = lexicon.currencies_after.at(tokens.words, at)
    if found is not None and not dash and _is_money(amount, found[1].code):
        amount.unit, amount.kind, amount.last = found[1].code, "money", at + found[0]
        return
    unit = lexicon.units.at(tokens.words, at)
    if unit is None and not dash:
        at, unit = _described_unit(tokens, at, lexicon)
    if unit is None:
        _million_suffix(tokens, amount, at, lexicon)
        return
    size, (name, kind) = unit
    surface = tokens.words[at]
    if size == 1 and not _is_unit(tokens, amount, at, surface, dash, lexicon):
        _million_suffix(tokens, amount, at, lexicon)
        return
    if surface == "nm" and tokens.raw(at, at + 1) == "Nm":
        name, kind = "newton metre", "other"
    if surface == "pounds" and _are_sterling(tokens, amount, at):
        name, kind = "GBP", "money"
    amount.unit, amount.kind, amount.last = name, kind, at + size
    amount.compound = kind != "percent" and (dash or _before_noun(tokens, at, surface))
    if name not in ("GBP", "percent") and " per " not in name and "°" not in name:
        if size == 1 and (len(surface) > 2 or (name in _SHORT_UNITS and surface.isalpha())):
            amount.unit = surface
        if size > 1 and all(len(word) > 2 for word in tokens.words[at : at + size]):
            amount.unit = " ".join(tokens.words[at : at + size])
    if surface.isalpha() and surface not in ("percent", "pct") and len(surface) == 3:
        amount.unit = name if surface not in _PLAIN_UNITS else surface


_SHORT_UNITS = frozenset(("kilometres", "metres", "kilograms", "feet", "pounds"))
_PLAIN_UNITS = frozenset(("day", "ton", "won", "sen", "mph", "kph", "lbs", "kms"))


def _unit_before(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> None:
    """Read "an altitude in feet of 35,000"."""
    first = amount.number_first
    if tokens.word(first - 1) != "of":
        return
    found = lexicon.units.before(tokens.words, first - 1)
    if found is not None and tokens.word(first - 2 - found[0]) == "in":
        amount.unit, amount.kind = found[1].name, found[1].kind


def _described_unit(
    tokens: Tokens, at: int, lexicon: FigureLexicon
) -> tuple[int, tuple[int, Unit] | None]:
    """Find a unit of time or length behind its adjectives: "two more years", "five long days"."""
    adjectives = lexicon.grammar["adjective"]
    for k in range(at, at + 2):
        if tokens.word(k) not in adjectives:
            return at, None
        unit = lexicon.units.at(tokens.words, k + 1)
        if unit is not None and unit[1].kind in ("duration", "distance"):
            word = tokens.words[k + 1]
            return (k + 1, unit) if len(word) > 2 and word.endswith(("s", "feet")) else (at, None)
    return at, None


def _before_noun(tokens: Tokens, at: int, surface: str) -> bool:
    """Tell a unit in the singular before its thing: "a 30 mile march"."""
    return not surface.endswith("s") and tokens.word(at + 1).isalpha() and len(surface) > 3


def _is_money(amount: Amount, code: str) -> bool:
    return code not in _BIG_CURRENCIES or (amount.low or 0) >= 1000


def _is_unit(
    tokens: Tokens, amount: Amount, at: int, surface: str, dash: bool, lexicon: FigureLexicon
) -> bool:
    """Sort out words that are units only in places: "m", "p", "second", "foot", "times"."""
    joined = tokens.joined(at) and not dash
    if surface in ("%", "′", "″"):
        return True
    if surface == "°":
        return tokens.word(at + 1) not in ("n", "s", "e", "w")
    if surface == "'":
        return joined and amount.form == "digits" and _is_prime(tokens, at)
    if len(surface) <= 2 or surface == "pts":
        if amount.form != "digits":
            return False
        if tokens.joined(at + 1) and tokens.words[at + 1][0].isdigit():
            return False  # "the 9M729"
        if surface == "m" and amount.scale == 1 and joined:
            return not _plural_after(tokens, at + 1, lexicon)
        if surface == "c":
            return joined and tokens.capital(at)
        if surface in _JOINED_ONLY:
            if not joined and surface in _TECHNICAL and tokens.word(at + 1) not in DASHES:
                return not tokens.capital(at + 1) and not (surface == "m" and tokens.capital(at))
            return joined and not tokens.capital(at)
        return joined or not tokens.capital(at + 1) or (surface == "w" and tokens.capital(at))
    if surface in ("second", "seconds") and tokens.word(at + 1) in DASHES:
        return False
    if surface in ("point", "points", "times", "degree", "degrees") and dash:
        return False
    if surface in ("°", "degrees") and tokens.word(at + 1) in (
        "n",
        "s",
        "e",
        "w",
        "north",
        "south",
    ):
        return False
    return not (surface == "second" and amount.form == "words")


_JOINED_ONLY = frozenset("p m g l b t gs ps mp mt kt ha pc cc kn nm".split())
_TECHNICAL = frozenset("m ps ha cc kn nm".split())


def _is_prime(tokens: Tokens, at: int) -> bool:
    """Tell "a 30' mast" from the end of a quotation or of a genitive."""
    before = tokens.words[max(0, at - 40) : at]
    opened = before.count("'") + before.count("‘")
    return not opened and not tokens.joined(at + 1) and tokens.word(at + 1).isalpha()


def _plural_after(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    unit = lexicon.units.at(tokens.words, at)
    if unit is not None:
        return tokens.words[at].endswith("s")
    for k in range(at, at + 6):
        noun = lexicon.nouns.get(tokens.word(k))
        if noun is not None and noun.plural:
            return True
        if not tokens.word(k).isalpha() or (
            tokens.words[k] in lexicon.grammar["stop"] and tokens.words[k] != "and"
        ):
            return False
    return False


def _million_suffix(tokens: Tokens, amount: Amount, at: int, lexicon: FigureLexicon) -> None:
    """Read "12.3m tonnes": a million where a plural follows."""
    if tokens.word(at) != "m" or not tokens.joined(at) or amount.form != "digits":
        return
    if _plural_after(tokens, at + 1, lexicon):
        _scale(amount, 1e6)
        amount.last = amount.number_last = at + 1
        _unit_after(tokens, amount, lexicon)


def _are_sterling(tokens: Tokens, amount: Amount, at: int) -> bool:
    if tokens.word(at + 1) == "worth" or amount.scale >= 1e6:
        return True
    return tokens.words[at + 1 : at + 3] in (["(", "$"], ["(", "€"])


def _sign(tokens: Tokens, amount: Amount) -> None:
    """Make "-1.3%" and "minus 40 degrees" negative; a hyphen after a word is none."""
    first = amount.number_first
    sign = tokens.word(first - 1)
    minus = sign == "minus" or (sign in DASHES and tokens.word(first - 2) == "minus")
    printed = (
        sign in ("-", "−")
        and amount.unit is not None
        and tokens.joined(first)
        and (first == 1 or not tokens.joined(first - 1))
        and amount.kind in ("percent", "other")
    )
    if (minus or printed) and amount.low and amount.high == amount.low and amount.low > 0:
        amount.low = amount.high = -amount.low
        amount.first = first - 1 - (minus and sign != "minus")


def _one_in(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> Amount | None:
    """Read "one in five", "nine out of ten" as a share; "two in four days" is none."""
    at = amount.last
    if (
        amount.unit is not None
        or amount.low is None
        or amount.form == "vague"
        or not 1 <= amount.low <= 9
    ):
        return None
    skip = 2 if tokens.words[at : at + 2] == ["out", "of"] else 1
    link = tokens.word(at)
    if link not in ("in", "out") or (link == "out" and skip == 1):
        return None
    if tokens.word(at + skip) == "every":
        skip += 1
    entry = tokens.word(at + skip)
    if not entry or not (entry.isdigit() or entry in lexicon.numbers):
        return None
    under = read_number(tokens, at + skip, lexicon)
    if under is None or under.form not in ("digits", "words") or under.scale != 1:
        return None
    low = amount.low
    if not (low < under.value <= 100) or lexicon.units.at(tokens.words, under.last):
        return None
    if link == "in" and under.value % 10 and under.value > 10:
        return None
    return Amount(
        amount.first, under.last, 100 * low / under.value, 100 * low / under.value,
        "share", "exact", 1.0, amount.first, under.last, "percent", "percent", count=2,
    )  # fmt: skip


def _join(tokens: Tokens, left: Amount, right: Amount, lexicon: FigureLexicon) -> bool:
    """Join ``right`` to the amount before it where the two are a range; tell whether they are."""
    link = tokens.words[left.last : right.first]
    if left.count > 1 or right.count > 1 or len(link) > 3 or not _alike(left, right):
        return False
    words = [w for w in link if w not in DASHES]
    dashed = bool(link) and not words
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
        return between and not (_year(tokens, left) and _year(tokens, right))
    if words == ["or"]:
        return high == low + 1 or (left.unit != right.unit and high < 2 * low)
    if words == [","]:
        return high == low + 1 and left.form == right.form == "words" and left.unit is None
    if dashed:
        return _is_dashed_range(tokens, left, right, low, high, lexicon)
    if before == "by":
        return high < 2 * low
    if before == "from":
        return _is_span(tokens, left.first - 1, lexicon) and not _year(tokens, left)
    return not _year(tokens, left)


def _is_dashed_range(
    tokens: Tokens, left: Amount, right: Amount, low: float, high: float, lexicon: FigureLexicon
) -> bool:
    """Tell "600-700 men" from a score, a vote, a telephone number or two years."""
    if _year(tokens, left) or (right.unit is None and left.unit is not None):
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
    if after in _SCORES or tokens.capital(first - 1) or len(word) > 3 or word.startswith("0"):
        return False
    if _plural_after(tokens, right.last, lexicon):
        return high >= 2
    counts = after in lexicon.grammar["stop"] or after in (".", ",", ";", "per", "a")
    return counts and 5 <= low < high <= 3 * low and (low, high) != (9, 11)


_SCORED = frozenset(
    """won win wins beat beats lost lose loses fell defeated defeat vote voted votes failed passed
    score scored record ratio odds split tie tied ages aged age""".split()
)
_SCORES = frozenset("vote votes record loss win defeat split lead score victory margin".split())


def _year(tokens: Tokens, amount: Amount) -> bool:
    word = tokens.words[amount.number_first]
    return len(word) == 4 and word.isdigit() and "1500" <= word <= "2100" and not amount.unit


def _is_span(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    """Tell "ranging from 5 to 10" from "rose from 5 to 10"."""
    for k in range(at - 1, max(-1, at - 8), -1):
        word = tokens.words[k]
        if word in lexicon.grammar["ranging"]:
            return True
        if word in lexicon.grammar["moving"] or word in (".", ";"):
            return False
    return True
