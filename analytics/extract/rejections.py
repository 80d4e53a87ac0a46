"""Say why a number is no figure: a date, an age, a designation, a score, a pronoun."""

from analytics.extract.ages import age_reason, ages_of, time_reason
from analytics.extract.amounts import Amount
from analytics.extract.calendar import date_reason, is_month
from analytics.extract.codes import ORDINAL, touching_reason
from analytics.extract.designations import figurative_reason, named_reason
from analytics.extract.pronouns import one_reason
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon


def reason_against(
    tokens: Tokens, amount: Amount, previous: str | None, lexicon: FigureLexicon
) -> str | None:
    """Give the reason why an amount is no figure by its form and its neighbours, or null.

    Args:
        tokens: the sentence.
        amount: the amount.
        previous: why the amount before it was rejected, where it stands close by.
        lexicon: the word lists.
    """
    if amount.unit == "GBP" or amount.kind in ("money", "percent"):
        return _money_reason(tokens, amount, lexicon)
    if amount.form in ("digits", "words"):
        reason = _written_reason(tokens, amount, previous, lexicon)
        if reason:
            return reason
    if amount.kind == "duration":
        return time_reason(tokens, amount, lexicon)
    if amount.low == 1 and tokens.words[amount.number_first] == "one":
        return one_reason(tokens, amount, lexicon)
    return None


def _money_reason(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> str | None:
    if tokens.words[max(0, amount.first - 2) : amount.first] == ["th", "of"]:
        return "ordinal"  # "one-100th of 1 percent"
    if tokens.word(amount.last) == "=" or tokens.word(amount.first - 1) == "=":
        return "rate"
    if tokens.words[amount.last : amount.last + 2] == ["to", "the"]:
        if lexicon.currencies_after.at(tokens.words, amount.last + 2) or tokens.word(
            amount.last + 2
        ) in ("pound", "dollar"):
            return "rate"  # "two dollars to the pound"
    return None


def _written_reason(
    tokens: Tokens, amount: Amount, previous: str | None, lexicon: FigureLexicon
) -> str | None:
    digits = amount.form == "digits"
    if amount.count == 2:
        if tokens.word(amount.last) in ORDINAL and tokens.joined(amount.last):
            return "ordinal"  # "one-100th"
        if digits and amount.unit is None:
            at = amount.number_first - 1
            if tokens.word(at) == ".":
                at -= 1
            listed = previous == "date" and tokens.word(at) in (",", "and", "or")
            if listed or is_month(tokens, at, lexicon) or is_month(tokens, amount.last, lexicon):
                return "date" if (amount.high or 0) <= 31 else None
        if digits and ages_of(tokens, amount, lexicon):
            return "age"
    elif digits:
        reason = touching_reason(tokens, amount, lexicon) or date_reason(
            tokens, amount, previous, lexicon
        )
        if reason:
            return reason
    return (
        age_reason(tokens, amount, previous, lexicon)
        or named_reason(tokens, amount, previous, lexicon)
        or figurative_reason(tokens, amount, lexicon)
    )
