"""Tell days, years and hours of the clock from counts: "May 4", "in 2004", "2004 troops"."""

from analytics.extract.amounts import Amount
from analytics.extract.nouns import noun_at, plural_noun
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon


def is_month(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    """Tell the name of a month from "may" and "march"."""
    return tokens.word(at) in lexicon.grammar["month"] and tokens.capital(at)


def is_year(word: str) -> bool:
    """Tell four digits that can be a year of modern times."""
    return len(word) == 4 and word.isdigit() and "1500" <= word <= "2199"


def date_reason(
    tokens: Tokens, amount: Amount, previous: str | None, lexicon: FigureLexicon
) -> str | None:
    """Judge digits that may be a day, a year or an hour of the clock; null where they may count."""
    first, last = amount.number_first, amount.last
    word, months = tokens.words[first], lexicon.grammar["month"]
    following = tokens.word(amount.number_last)
    if following in lexicon.grammar["clock"] and amount.scale == 1:
        return "clock"
    if tokens.word(first - 1) in _AT_TIME and amount.unit is None and _is_dotted_clock(word):
        return "clock"  # "at 09.15"
    if amount.unit == "hours" and len(word) == 4 and word.isdigit():
        return "clock"
    after = amount.number_last + (following in ("of", "-", "–"))
    if len(word) <= 2 and tokens.word(after) in months and tokens.capital(after):
        return "date"
    if amount.unit is not None or not word.isdigit():
        return None
    at = first - 1
    before = tokens.word(at)
    if before in (".", ","):
        at -= 1
    if tokens.word(at) in months and tokens.capital(at) and at >= first - 2:
        if len(word) == 4:
            return "year"
        if len(word) <= 2 and not (
            plural_noun(tokens, last, lexicon) and tokens.word(at - 1) in ("in", "since")
        ):
            told = before == "," and (word > "31" or tokens.word(at - 1).isdigit())
            return "date" if not told else None  # "since 7 October, 11 in one week"
    if previous == "date" and before in _CLOSE and len(word) <= 2:
        if not noun_at(tokens, last, lexicon):
            return "date"
    if is_year(word):
        return _year_reason(tokens, amount, previous, lexicon)
    return None


_AT_TIME = frozenset("at by until since from around about".split())


def _is_dotted_clock(word: str) -> bool:
    hours, dot, minutes = word.partition(".")
    if not dot or len(minutes) != 2 or not (hours + minutes).isdigit() or len(hours) > 2:
        return False
    return int(minutes) < 60 and (word[0] == "0" or (len(hours) == 2 and int(hours) < 24))


_CLOSE = frozenset((",", "-", "–", "and", "to", "or", "/"))


def _year_reason(
    tokens: Tokens, amount: Amount, previous: str | None, lexicon: FigureLexicon
) -> str | None:
    """Tell the year 2004 from 2004 troops: by what stands before, and what follows."""
    first, value = amount.number_first, amount.low or 0.0
    before = tokens.word(first - 1)
    counted = plural_noun(tokens, amount.last, lexicon)
    near = value if 1900 <= value <= 2100 else 0
    hedge = lexicon.hedges_before.before(tokens.words, first)
    if hedge is not None and hedge[0] > 1 and counted:
        return None  # "close to 2000 aircraft"
    if before in lexicon.grammar["year_before"] and (near or before in _SURE_OF_YEARS):
        return "year" if near or not counted else None
    if previous in ("year", "date") and before in (",", "and", "or", "-", "–", "/"):
        return "year"
    if hedge is not None and (
        counted or (before in ("over", "than", "nearly", "least", "almost") and not value % 50)
    ):
        return None
    if not counted and "1500" <= tokens.words[first] <= "1899":
        if tokens.capital(amount.last) or (before == "," and tokens.word(amount.last) == ","):
            return "year"  # "the 1842 Harbour Act", "on May Day, 1776, they"
    if near and not (counted and value % 50 == 0 and before != "the"):
        return "year"
    return None


_SURE_OF_YEARS = frozenset(("in", "since", "until", "till", "circa", "between", "from"))
