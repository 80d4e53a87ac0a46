"""Tell whether a number is added to or taken from a stock: sent, cut, pledged, up 12 percent."""

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.roles import BARRIERS, SHOT, Governed
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Aspect, Change

_MOVED_TO = frozenset(("to", "at", "from", "with", "reaching", "hit", "hitting", "reached"))
_POINTS = frozenset(("points", "point", "cents", "sen", "pence"))


def change_of(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    aspect: Aspect,
    lexicon: FigureLexicon,
) -> Change | None:
    """Tell whether the number is added to or taken from a stock, and which way."""
    kind, grammar = counted.kind or "other", lexicon.grammar
    if kind in ("percent", "money") and (amount.low or 0) < 0:
        return "down"
    if kind in ("casualties", "duration", "distance", "events") or counted.compound:
        return None
    before = tokens.word(amount.first - 1)
    if before == "down" and tokens.word(amount.first - 2) in SHOT:
        return None
    if before in ("up", "down") and kind != "personnel" and tokens.word(amount.last) != "from":
        return "up" if before == "up" else "down"
    named = _named_change(tokens, amount, counted, lexicon)
    if named is not None or governed is None:
        return named
    change, role = governed.role.change, governed.role.role
    if counted.unit in _POINTS or kind == "percent":
        if governed.at == amount.first - 1 and governed.word in ("lost", "lose", "loses", "losing"):
            return "down"
        if governed.at == amount.first - 1 and role not in ("delivered", "ordered"):
            return change
    if governed.word in ("leave", "leaves", "leaving") and not governed.after:
        return None  # what is left in a place stays there
    if change is None or aspect in ("cumulative", "rate"):
        return None
    gap = tokens.words[governed.at + 1 : amount.first] if not governed.after else []
    if role in ("raised", "cut"):
        direct = not gap or gap[-1] in ("by", "of") or (kind == "percent" and len(gap) <= 3)
        return change if direct and before not in _MOVED_TO else None
    if kind == "percent" or (kind == "other" and not _of_stock(counted, role)):
        return None
    if len(gap) > 7 or not BARRIERS.isdisjoint(gap) or not grammar["weekday"].isdisjoint(gap):
        return None
    return change


def _of_stock(counted: Counted, role: str) -> bool:
    """Tell things that are bought and sold from people who come and go."""
    return (
        counted.noun is not None
        and counted.noun.group == ""
        and role in ("ordered", "delivered", "withdrawn")
    )


def _named_change(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> Change | None:
    """Read "a 12 percent increase", "an additional $5 million", "a $2 billion aid package"."""
    grammar = lexicon.grammar
    last = max(amount.last, counted.last)
    kind = counted.kind
    ahead = tokens.words[last : last + 4]
    if kind in ("money", "percent"):
        for word in ahead:
            if word in grammar["rise"]:
                return "up"
            if word in grammar["drop"]:
                return "down"
            if kind == "money" and word in grammar["granted"]:
                return "up"
            if word in grammar["stop"] and word not in ("in", "worth"):
                break
    if kind in ("money", "personnel", "weapons_platforms", "munitions"):
        near = tokens.words[max(0, amount.first - 2) : last]
        if not grammar["added"].isdisjoint(near) and "than" not in near:
            return "up"
    return None
