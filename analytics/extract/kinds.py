"""Settle the kind of a figure, and turn away numbers that count nothing."""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.counted import Counted, noun_before
from analytics.extract.roles import Governed
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

_PEOPLE = frozenset(("person", "fighter", "unit"))
_VAGUE_ROLES = frozenset(("lost", "losing", "lives", "victims", "eliminated", "eliminating"))
_LINKS = frozenset(("and", ",", "or", "(", "another", "including", "-", "–", "plus", "to", "from"))


def unfit(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    lexicon: FigureLexicon,
) -> str | None:
    """Give the reason why an amount counts nothing, judged by what it counts; or null."""
    if counted.compound and counted.kind is None:
        return "compound"
    if counted.unit is not None or counted.kind is not None:
        return None
    first, last = amount.number_first, amount.last
    if governed is not None and governed.role.kind == "casualties":
        return None
    if amount.hedge != "exact" or amount.form == "vague" or amount.scale > 1:
        return None
    if tokens.word(last) == "of" or "," in tokens.words[first]:
        return None
    if tokens.word(first - 1) in (":", "the", "by", "from", "to") or governed is not None:
        return None
    if amount.form == "words" and tokens.word(first - 1) in (
        "and",
        "for",
        "in",
        "on",
        "at",
        "with",
    ):
        return "no noun"
    return "no noun" if tokens.word(first - 1) not in _LINKS else None


def settle(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    before: Counted | None,
    lexicon: FigureLexicon,
) -> None:
    """Fill in unit and kind: a noun left out is the one before; killed people are casualties."""
    if counted.unit is None and counted.kind is None:
        _borrow(tokens, amount, counted, before, lexicon)
    role = governed.role if governed else None
    if role is None or role.kind != "casualties" or counted.kind not in (
        "personnel", "other", None
    ):  # fmt: skip
        return
    group = counted.noun.group if counted.noun else ""
    if group in _PEOPLE or (counted.noun is None and counted.unit not in _MEASURES):
        counted.kind = "casualties"


_MEASURES = frozenset(("times", "points", "point", "degrees", "cents", "pence"))


def _borrow(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    before: Counted | None,
    lexicon: FigureLexicon,
) -> None:
    found = noun_before(tokens, amount, lexicon)
    if (
        before is not None
        and before.noun is not None
        and (found is None or tokens.word(amount.first - 1) not in (":", *DASHES))
    ):
        found = before
    if found is not None:
        counted.unit, counted.kind, counted.noun = found.unit, found.kind, found.noun
        counted.borrowed = True
