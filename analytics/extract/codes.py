"""Judge a number by what touches its digits: "F-16", "9:18", "87-13", "#3", "555-0134"."""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.calendar import is_month, is_year
from analytics.extract.nouns import noun_at
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

ORDINAL = frozenset(("st", "nd", "rd", "th"))


def touching_reason(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> str | None:
    """Judge by what touches the digits: "38th", "F-16", "9:18", "5G", "#3", "24/7"."""
    first, last = amount.number_first, amount.number_last
    word, after, before = tokens.words[first], tokens.word(last), tokens.word(first - 1)
    if tokens.joined(last):
        if after in ORDINAL:
            return "ordinal"
        if after == "s":
            return "year" if word.endswith("0") and len(word) in (2, 4) else "designation"
        if after == ":" and tokens.joined(last + 1) and tokens.word(last + 1).isdigit():
            return "clock"
        if after == "/" and tokens.word(last + 1).isdigit():
            return "ratio"
        if after.isalpha() and amount.unit is None and last == amount.last:
            return "designation"
        if after == "°" and (amount.unit is None or tokens.word(last + 1)[:1] in _FIXES):
            return "coordinate"
        if after in _MINUTES and "°" in tokens.words[max(0, first - 3) : first]:
            return "coordinate"  # "12°41'N"
        if after == ")" and amount.unit is None and _numbers_a_point(tokens, amount):
            return "marker"
        if after in DASHES and tokens.joined(last + 1) and amount.unit is None:
            reason = _dashed_reason(tokens, amount, last, lexicon)
            if reason:
                return reason
    if tokens.joined(first):
        if before == ":" and tokens.word(first - 2).isdigit():
            return "clock"
        if before in ("/", "@", "_", "=", "&") or (before == "+" and len(word) > 1):
            return "code"
        if before == "#":
            return "designation"
        if before == "[" and after == "]":
            return "marker"
        if before == "(" and after == ")" and len(word) < 3 and _follows_closely(tokens, first):
            return "marker"
        if before in "'’" and len(word) == 2 and not tokens.joined(first - 1):
            return "year"
        if before == "." and tokens.joined(first - 1):
            return "date" if is_month(tokens, first - 2, lexicon) else "code"
        if before.isalpha() and amount.first == first:
            return "year" if before in ("fy", "cy") else "designation"
        if before in DASHES and tokens.joined(first - 1) and amount.first == first:
            measured = amount.unit is not None and tokens.word(first - 3).isdigit()
            if measured and lexicon.units.at(tokens.words, first - 2):
                return None  # "400 MHz–8 GHz"
            return _after_dash_reason(tokens, first)
        if before in DASHES and amount.unit is None and first > 1:
            name = tokens.raw(first - 2, first - 1)
            if len(name) > 2 and name.isupper() and not tokens.joined(first - 1):
                return "designation"  # "COVID -19"
    if amount.kind == "distance":
        bore = tokens.words[amount.last - 1].removesuffix("s" if amount.compound else "") in _BORES
        if bore and amount.last <= last + 2 and tokens.word(amount.last) not in _MEASURING:
            return "designation"
    if word[0] != "0":
        return None
    if word.startswith("00."):
        return "clock"  # "at 00.01"
    if len(word) > 1 and word.isdigit():
        if len(word) == 2 and noun_at(tokens, amount.last, lexicon):
            return None  # of a police report: "01 magazine"
        return "clock" if len(word) == 4 else "code"
    return None


# The plural in full is a length: "60 millimetres of rain".
_BORES = frozenset("mm millimeter millimetre".split())


_MEASURING = frozenset("of thick long wide deep high tall across was were fell".split())


_MINUTES = frozenset("'’′\"”″")
_FIXES = frozenset("0123456789nsew")


def _follows_closely(tokens: Tokens, first: int) -> bool:
    """Tell a note's mark, as in "it failed.(1)", from "casualties (12)"."""
    return tokens.joined(first - 1) or tokens.word(first - 2) in (".", '"', "”")


def _numbers_a_point(tokens: Tokens, amount: Amount) -> bool:
    """Tell the 2 of "and 2) that it takes long" from the 2 of "(all 2)"."""
    before = tokens.words[max(0, amount.first - 30) : amount.first]
    return (amount.low or 0) <= 20 and before.count("(") <= before.count(")")


def _dashed_reason(tokens: Tokens, amount: Amount, dash: int, lexicon: FigureLexicon) -> str | None:
    """Judge digits before a hyphen: "87-13", "3-D", "15-series"; "12-nation" may count."""
    after = tokens.word(dash + 1)
    if after.isdigit():
        if tokens.word(dash + 2) in DASHES and tokens.joined(dash + 2):
            return "date" if len(tokens.words[dash - 1]) == 4 else "phone"
        if len(after) == 4 and len(tokens.words[dash - 1]) == 3:
            return "phone"
        if is_year(tokens.words[dash - 1]):
            return "year"
        return None if _votes(tokens, dash - 1, lexicon) else "score"
    if len(after) == 1 or after == "series":
        return "designation"
    return None


def _votes(tokens: Tokens, first: int, lexicon: FigureLexicon) -> bool:
    return tokens.words[max(0, first - 2) : first] == ["vote", "of"]


def _after_dash_reason(tokens: Tokens, first: int) -> str | None:
    before = tokens.word(first - 2)
    if before.isdigit():
        if tokens.word(first - 3) in DASHES and tokens.joined(first - 2):
            return "phone" if len(tokens.words[first]) > 2 else "date"
        if is_year(before):
            return "year"
        if tokens.words[max(0, first - 4) : first - 2] == ["vote", "of"]:
            return None
        return "phone" if len(tokens.words[first]) == 4 and len(before) == 3 else "score"
    if before in ("minus", "sub", "plus"):
        return None
    if before in ("mid", "pre", "post", "late", "early") and is_year(tokens.words[first]):
        return "year"
    if before == ")" and tokens.joined(first - 1):
        return "designation"  # "the Harrow Trainer (HLT)-42"
    return "designation" if before and before not in (")", '"', "”") else None
