"""Read what a quantity is told by: "$52 a barrel", "40 hours per week", "3,000 tests each day"."""

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

_EVERY = frozenset(("a", "an", "each", "every"))
_PERIODS = frozenset("second minute hour day night week month quarter year decade season".split())
_MEASURES = frozenset(
    "barrel share gallon litre liter tonne ton pound kilo kilogram ounce head person".split()
)
# "a year earlier" is a date, "a day of rest" a length.
_NO_PERIOD = frozenset("ago earlier later before after old of long from since".split())
_IN_A_YEAR = frozenset(("annually", "yearly"))
_KINDS = frozenset(("money", "other", "duration", "events", "distance"))


def period_after(tokens: Tokens, at: int) -> str | None:
    """Give what stands after "a", "per" or a stroke at ``at``: "month"; null where nothing does."""
    word, following = tokens.word(at), tokens.word(at + 1)
    if word in _EVERY:
        known = following in _PERIODS or (word in ("a", "an") and following in _MEASURES)
        return following if known and tokens.word(at + 2) not in _NO_PERIOD else None
    if word == "per":
        return "year" if following == "annum" else following if following.isalpha() else None
    if word == "/" and following in _PERIODS:
        return following
    return "year" if word in _IN_A_YEAR else None


def with_rate(
    tokens: Tokens, amount: Amount, counted: Counted, unit: str | None, lexicon: FigureLexicon
) -> str | None:
    """Name the unit of a rate, "australian dollar per month"; any other unit stays as it is.

    A rate is no sum, so its money is named and not given by its ISO 4217 code. Forces, arms and
    casualties keep their head noun.
    """
    if unit is None or counted.kind not in _KINDS or amount.compound or " per " in unit:
        return unit
    per = period_after(tokens, max(amount.last, counted.last))
    return unit if per is None else f"{_singular(unit, lexicon)} per {per}"


def _singular(unit: str, lexicon: FigureLexicon) -> str:
    if unit in lexicon.currency_names:
        return lexicon.currency_names[unit]
    rest, _, head = unit.rpartition(" ")
    noun = lexicon.nouns.get(head)
    if noun is not None:
        head = noun.singular
    elif head.endswith("s") and not head.endswith("ss"):
        head = head[:-1]
    return f"{rest} {head}" if rest else head
