"""Read the amounts of a sentence: numbers with their currency or unit, ranges, shares."""

from itertools import pairwise

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.currencies import currency_before
from analytics.extract.magnitudes import Number
from analytics.extract.numbers import read_number
from analytics.extract.ranges import join_range
from analytics.extract.tokens import Tokens
from analytics.extract.units import unit_after, unit_before
from analytics.lexicons.figures import FigureLexicon


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
        amount = _one_in(tokens, amount, lexicon) or amount
        end = amount.last
        if not (amounts and join_range(tokens, amounts[-1], amount, lexicon)):
            if amounts and amount.kind == "money" and tokens.word(amount.first - 1) == "(":
                _tell_currency(tokens, amounts)
            amounts.append(amount)
    return amounts


def _tell_currency(tokens: Tokens, amounts: list[Amount]) -> None:
    """Read the last amount, beside which a sum stands in brackets, as the sum before it was read.

    "The tank costs 4,000,000 yen ($30,000), and 5,200,000 ($39,000) with a gun."
    """
    last = amounts[-1]
    whole = last.unit is None and tokens.word(last.last) == "("
    if not whole or not (last.scale > 1 or "," in tokens.words[last.number_first]):
        return
    for told, beside in reversed(list(pairwise(amounts[-_PAIRS:-1]))):
        if told.kind == beside.kind == "money" and tokens.word(told.last) == "(":
            last.unit, last.kind = told.unit, told.kind
            return


_PAIRS = 8  # amounts among which a sum and its value in another currency are looked for


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
    elif not currency_before(tokens, amount, lexicon):
        unit_after(tokens, amount, lexicon)
        if amount.unit is None:
            unit_before(tokens, amount, lexicon)
    _sign(tokens, amount)
    return amount


def _sign(tokens: Tokens, amount: Amount) -> None:
    """Make "-1.3%" and "minus 40 degrees" negative; a hyphen after a word is none."""
    first = amount.number_first
    sign = tokens.padded[first - 1]
    if sign != "minus" and sign not in DASHES:
        return
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
    link = tokens.padded[at]
    if (
        link not in ("in", "out", "of")
        or amount.unit is not None
        or amount.low is None
        or amount.form == "vague"
        or not 1 <= amount.low <= 9
    ):
        return None
    skip = 2 if tokens.words[at : at + 2] == ["out", "of"] else 1
    of_every = tokens.words[at : at + 2] == ["of", "every"]  # "two of every three"
    if not of_every and (link not in ("in", "out") or (link == "out" and skip == 1)):
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
    if under.value > 10 and under.value % 10:
        return None  # "three out of 12 tanks" are two counts
    return Amount(
        amount.first, under.last, 100 * low / under.value, 100 * low / under.value,
        "share", "exact", 1.0, amount.first, under.last, "percent", "percent", count=2,
    )  # fmt: skip
