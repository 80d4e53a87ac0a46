"""Read the currency or unit after a number: "4 billion euros", "12-day", "33km", "12.3m tonnes"."""

from analytics.extract.amounts import DASHES, Amount, scale
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon, Unit

_BIG_CURRENCIES = frozenset(("KRW", "VND", "RON", "ZAR"))  # "two won": small numbers are no money


def unit_after(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> None:
    """Take in the currency or unit after the number: "4 billion euros", "12-day", "33km"."""
    at = amount.last
    words = tokens.padded
    word = words[at]
    if (
        word not in _LEADS_ON
        and word not in lexicon.units.firsts
        and word not in lexicon.currencies_after.firsts
        and word not in lexicon.grammar["adjective"]
        and not word.endswith("ing")
        and words[at - 1] not in _RUPEES
    ):
        return  # as most words: "12 tanks"
    dash = word in DASHES and tokens.joined(at) and tokens.joined(at + 1)
    at += dash
    at += not dash and word == "+" and tokens.joined(at)  # "200+ km"
    if dash and tokens.word(at) in ("plus", "odd") and tokens.word(at + 1) in DASHES:
        at += 2  # "a 2,000-plus-mile range"
    if tokens.word(at) == "plus" and lexicon.units.at(tokens.words, at + 1) is not None:
        at += 1  # "sixty plus years"
    if word == "m" and lexicon.currencies_after.at(tokens.words, at + 1) is not None:
        scale(amount, 1e6)  # "1.9m roubles"
        at += 1
    of = amount.form == "vague" and tokens.word(at) == "of"
    at += of
    found = lexicon.currencies_after.at(tokens.words, at)
    hyphened = dash and amount.scale >= 1e6  # "a two-trillion-dollar war"
    shouted = found is not None and word == "rand" and tokens.raw(at, at + 1) == "RAND"
    if found is not None and shouted:
        found = None  # the think tank
    if found is not None and (not dash or hyphened) and _is_money(amount, found[1].code):
        amount.unit, amount.kind, amount.last = found[1].code, "money", at + found[0]
        return
    unit = lexicon.units.at(tokens.words, at)
    if unit is None and not dash:
        at, unit = _described_unit(tokens, at, lexicon)
    if unit is None:
        if tokens.words[amount.last - 1] in _RUPEES and _counts_nothing(tokens, at, lexicon):
            amount.unit, amount.kind = "INR", "money"  # "25,000 crores of funding"
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
    if kind == "duration" and tokens.words[amount.last : amount.last + 3] == ["and", "a", "half"]:
        _add_half(amount)  # "two years and a half"
    amount.compound = kind != "percent" and (dash or _before_noun(tokens, at, surface))
    if name not in ("GBP", "percent") and " per " not in name and "°" not in name:
        if size == 1 and (len(surface) > 2 or (name in _SHORT_UNITS and surface.isalpha())):
            amount.unit = surface
        if size > 1 and all(len(word) > 2 for word in tokens.words[at : at + size]):
            amount.unit = " ".join(tokens.words[at : at + size])
    if surface.isalpha() and surface not in ("percent", "pct") and len(surface) == 3:
        amount.unit = name if surface not in _PLAIN_UNITS else surface


def _counts_nothing(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    word = tokens.word(at)
    if word.isalpha() and word not in lexicon.grammar["stop"]:
        return False
    return not plural_after(tokens, at + (word == "of"), lexicon)


_RUPEES = frozenset(("crore", "crores"))
_LEADS_ON = DASHES | {"+", "plus", "of", "m"}  # what may stand between a number and its unit


def _add_half(amount: Amount) -> None:
    amount.low = amount.low + 0.5 if amount.low is not None else None
    amount.high = amount.high + 0.5 if amount.high is not None else None
    amount.last += 3


_SHORT_UNITS = frozenset(("kilometres", "metres", "kilograms", "feet", "pounds"))


_PLAIN_UNITS = frozenset(("day", "ton", "won", "sen", "mph", "kph", "lbs", "kms"))


def unit_before(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> None:
    """Read "an altitude in feet of 35,000", "a year and a half"."""
    first = amount.number_first
    if amount.low == 1.5 and tokens.words[amount.last - 3 : amount.last] == ["and", "a", "half"]:
        within = lexicon.units.at(tokens.words, first + 1)
        if within is not None and first + 1 + within[0] == amount.last - 3:
            amount.unit, amount.kind = tokens.words[first + 1], within[1].kind
            return
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
    for k in range(at, at + 3):
        word = tokens.word(k)
        if word not in adjectives and not (word.endswith("ing") and len(word) > 7):
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
    if surface == "nm" and joined and tokens.raw(at, at + 1) == "Nm":
        return True
    if len(surface) <= 2 or surface == "pts":
        if amount.form != "digits":
            return surface == "km"
        if tokens.joined(at + 1) and tokens.words[at + 1][0].isdigit():
            return False  # "the 9M729"
        if surface == "m" and amount.scale == 1 and joined:
            return not plural_after(tokens, at + 1, lexicon)
        if surface == "c":
            return joined and tokens.capital(at)
        if surface in _JOINED_ONLY:
            if not joined and surface in _TECHNICAL and tokens.word(at + 1) not in DASHES:
                return not tokens.capital(at + 1) and not (surface == "m" and tokens.capital(at))
            return joined and not tokens.capital(at)
        return joined or not tokens.capital(at + 1) or (surface == "w" and tokens.capital(at))
    if surface in ("second", "seconds") and tokens.word(at + 1) in DASHES:
        return False
    if surface == "night" and tokens.words[at + 1 : at + 3] == ["-", "vision"]:
        return False
    if surface == "kilo" and tokens.capital(at):
        return False  # the submarines of that class
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


def plural_after(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    """Tell whether a plural, or a unit in the plural, follows within its noun phrase."""
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
    if plural_after(tokens, at + 1, lexicon):
        scale(amount, 1e6)
        amount.last = amount.number_last = at + 1
        unit_after(tokens, amount, lexicon)


_COSTS = frozenset("cost costs costing worth paid pay spent".split())


def _are_sterling(tokens: Tokens, amount: Amount, at: int) -> bool:
    if tokens.word(at + 1) == "worth" or amount.scale >= 1e6:
        return True
    if amount.form == "vague" and not _COSTS.isdisjoint(
        tokens.words[max(0, amount.first - 5) : amount.first]
    ):
        return True
    return tokens.words[at + 1 : at + 3] in (["(", "$"], ["(", "€"])
