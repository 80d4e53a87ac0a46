"""Give a number without a noun what it counts: the noun before, a crew, the measure before."""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.counted import Counted
from analytics.extract.noun_before import noun_before
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon


def borrow(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    before: Counted | None,
    lexicon: FigureLexicon,
) -> None:
    """Fill in unit, kind and noun of ``counted`` by what stands before it, where that tells.

    ``before`` is what the number before counts.
    """
    at = amount.first - 1 - (tokens.word(amount.first - 1) in ("all", "another", "the"))
    verb = lexicon.roles.get(tokens.word(at))
    if verb is not None and verb.kind == "casualties" and verb.role != "missing":
        counted.kind = "casualties"  # "Crash kills 12:"
        if before is None or before.kind != "casualties" or before.noun is None:
            return
    body = lexicon.nouns.get(tokens.word(amount.first - 2))
    if tokens.word(amount.first - 1) == "of" and body is not None and body.kind == "personnel":
        if body.group == "unit" and not body.singular.endswith("group"):
            counted.unit, counted.kind, counted.noun = body.singular, "personnel", body
            counted.borrowed = True
            return  # "a crew of 145"
    if tokens.words[max(0, amount.first - 2) : amount.first] == ["strength", "of"]:
        counted.kind = "personnel"  # "its authorised strength of 63,597"
        return
    low = amount.low or amount.high or 0.0
    if amount.form == "digits" and low % 1 and amount.scale == 1:
        if low > 100 and "points" in tokens.near(amount.first):
            counted.unit, counted.kind, counted.borrowed = "points", "other", True
            return  # the level of an index: "lost 9.2 points, or 1 percent, to 8,120.4"
        if before is not None and (
            {before.unit, f"{before.unit}s"} & lexicon.measures
            or (before.kind == "distance" and tokens.word(amount.last) in _THEN)
            or _is_share_too(tokens, amount, before)
            or (
                before.kind == "percent"
                and low < 100
                and tokens.word(amount.first - 1) in _TO_LEVEL
            )
        ):
            counted.unit, counted.kind, counted.borrowed = before.unit, before.kind, True
        return  # "at 84.75 cents, the lowest is 74.07"; nothing is counted by parts
    found = noun_before(tokens, amount, lexicon) if amount.scale < 1e9 else None
    after = tokens.word(amount.last)
    if after in _LIVED and before is not None and before.kind == "casualties":
        counted.unit, counted.noun, counted.borrowed = before.unit, before.noun, True
        counted.kind = before.noun.kind if before.noun and before.noun.group != "toll" else "other"
        return  # "nine sailors died; three survived"
    if found is not None and found.kind == "events" and amount.form == "vague":
        found = None  # "strikes that plunged millions into darkness"
    if (
        before is not None
        and (
            before.noun is not None
            or (
                tokens.word(amount.first - 1) in ("from", "by", "than")
                and (found is None or before.kind not in ("money", "percent"))
            )
            or (before.kind == "other" and after == "more")
        )
        and (found is None or tokens.word(amount.first - 1) not in (":", *DASHES))
    ):
        found = before
    if found is not None:
        counted.unit, counted.kind, counted.noun = found.unit, found.kind, found.noun
        counted.borrowed = True
        if found.kind == "casualties" and found.noun and tokens.word(amount.first - 1) in _HAS:
            counted.kind = found.noun.kind  # "it lost seven members; it has 2,600 in Mali"
    elif before is not None and before.kind == "percent" and tokens.word(amount.first - 1) == "and":
        if after in ("a", "last", "in"):  # "up from 52 percent in May and 45 a year ago"
            counted.unit, counted.kind, counted.borrowed = before.unit, before.kind, True


_HAS = frozenset("has have had keeps".split())
_LIVED = frozenset("survived escaped survive escape lived fled recovered".split())
_TO_LEVEL = frozenset(("from", "than", "to"))
_THEN = frozenset("last this in on".split())


def _is_share_too(tokens: Tokens, amount: Amount, before: Counted) -> bool:
    """Read on in "Northland's 3.2 percent, Southland's 2.7 and Westland's 1.9"."""
    owner = amount.first - 1
    owned = tokens.word(owner).endswith(("'s", "’s")) and tokens.capital(owner)
    return before.kind == "percent" and owned
