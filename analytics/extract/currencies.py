"""Read the currency before a number: "$5 million USD", "HK$3m", "EUR 40"."""

from analytics.extract.amounts import DASHES, Amount, scale
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon


def currency_before(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> bool:
    """Take in "$", "US$", "EUR" before the number, and "$3m"."""
    first = amount.number_first
    sign = tokens.padded[first - 1]
    if sign not in DASHES and sign not in lexicon.currencies_before.lasts:
        return False
    dash = sign in DASHES and tokens.joined(first)
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
    if dash and code.isalpha() and len(code) < 3 and tokens.joined(first - 1):
        return False  # the missile "RS-18B"
    raw = tokens.raw(begin, first)[:2]
    if code.isalpha() and not raw.strip("$ ").isupper() and raw not in ("Rs", "Rp", "Sh", "Us"):
        return False
    if code in ("r", "p") and not (amount.scale >= 1e6 and tokens.joined(first)):
        return False  # rand and pesos by the million only: "R320 million", not the R9
    if code == "ps" and amount.scale == 1 and tokens.word(amount.last) not in ("m", "b"):
        if "," not in tokens.words[amount.number_first]:
            return False  # the sign of the pound, lost on its way; not a game console
    amount.first, amount.unit, amount.kind = begin, currency.code, "money"
    if dash and amount.low is not None and not tokens.raw(first - 2, first - 1).isalnum():
        amount.low = amount.high = -amount.low
    suffix = lexicon.numbers.get(tokens.word(amount.last))
    if suffix and suffix.group == "money_suffix" and tokens.joined(amount.last):
        scale(amount, suffix.value)
        amount.last = amount.number_last = amount.last + 1
    _skip_currency_after(tokens, amount, lexicon)
    return True


def _one_sign(tokens: Tokens, begin: int, end: int) -> bool:
    """Tell "US$" and "HK $" from "a $"."""
    raw = tokens.raw(begin, end)
    if all(tokens.joined(k) for k in range(begin + 1, end)):
        return True
    article = tokens.words[begin] == "a" and not tokens.word(begin - 1).isalpha()
    return raw[:2].isupper() and not article  # "A $4,000 drone", which opens a sentence


def _skip_currency_after(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> None:
    """Take in a second naming of the currency: "$500 US", "$5 million USD"."""
    at = amount.last
    if tokens.word(at) in ("us", "usd", "cad", "aud", "dollars") and tokens.capital(at):
        amount.last += 1
    if tokens.word(at) == "dollars":
        amount.last = at + 1
