"""Tell whether a number is added to or taken from a stock: sent, cut, pledged, up 12 percent.

A level ("draw down to 6,000"), a total so far, a price, a casualty and a thing that was fired or
shot down change no stock.
"""

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.governing import BARRIERS, Governed
from analytics.extract.roles import ATTACKERS, LEVELS, way_before
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Aspect, Change

_NEVER = frozenset(("casualties", "duration", "distance", "events"))
_STOCKS = frozenset(("money", "personnel", "weapons_platforms", "munitions"))
_POINTS = frozenset(("points", "point", "cents", "sen", "pence"))
_CHANGING = frozenset(
    "deployed withdrawn recruited requested built ordered delivered pledged raised cut".split()
)
_MOVES = frozenset(("raised", "cut", "deployed", "withdrawn"))
_SPENT = frozenset("launched destroyed intercepted killed hit captured".split())
_GIVEN_WITH = frozenset(("deployed", "delivered", "raised"))
_LOST = frozenset(("lost", "lose", "loses", "losing"))
_HAVE = frozenset(("has", "have", "had"))
_NOT = frozenset("not never cannot won't wouldn't didn't don't doesn't without".split())
_PRICED = frozenset("order orders contract contracts deal deals tender".split())
_NEWLY = frozenset("a an the another new additional further fresh separate its".split())


def change_of(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    role: str | None,
    aspect: Aspect,
    lexicon: FigureLexicon,
) -> Change | None:
    """Tell which way the number changes a stock, if it does.

    Args:
        tokens: the sentence.
        amount: the amount, with its hedge.
        counted: what it counts.
        governed: the word that governs it.
        role: what became of the counted things, as ``roles.role_of`` says.
        aspect: as ``aspects.aspect_of`` says.
        lexicon: the word lists.
    """
    kind = counted.kind or "other"
    if kind in ("percent", "money") and (amount.low or 0) < 0:
        return "down"
    if kind in _NEVER or role in _SPENT:
        return None
    if counted.compound:
        return _of_compound(tokens, counted, lexicon) if kind in _STOCKS else None
    first = _said_first(tokens, amount)
    before = tokens.word(first - 1)
    way = way_before(tokens, first)
    if way is not None and kind != "personnel":
        return way
    named = _named(tokens, amount, counted, governed, aspect, lexicon)
    if named is not None or governed is None or before in LEVELS:
        return named
    return _by_verb(tokens, first, counted, governed, role, aspect, lexicon)


def _said_first(tokens: Tokens, amount: Amount) -> int:
    """Find where the number begins that this one only says again: "up 9 points, or 2 percent"."""
    k = amount.first - 1
    if tokens.word(k) not in ("(", "or", "/") or (tokens.word(k) == "or" and k < 2):
        return amount.first
    k -= 1 + (tokens.word(k - 1) == ",")
    for at in range(k, max(-1, k - 4), -1):
        if tokens.words[at][0].isdigit():
            while at > 0 and tokens.words[at - 1] in _OF_NUMBER:
                at -= 1
            while at > 1 and tokens.words[at - 1] == "to" and tokens.words[at - 2][0].isdigit():
                at -= 2
            return at
    return amount.first


_OF_NUMBER = frozenset("$ € £ us about some nearly almost around more than over a - –".split())


def _by_verb(
    tokens: Tokens,
    first: int,
    counted: Counted,
    governed: Governed,
    role: str | None,
    aspect: Aspect,
    lexicon: FigureLexicon,
) -> Change | None:
    """Read the verb or noun that governs the number: "will send 500", "a cut of 3 percent"."""
    kind, change, word = counted.kind or "other", governed.role.change, governed.word
    gap = tokens.words[governed.at + 1 : first] if not governed.after else []
    if kind == "percent" or counted.unit in _POINTS:
        if not gap and not governed.after and word in _LOST:
            return "down"
        if not gap and not governed.after and governed.role.role in _MOVES:
            moved = governed.role.role in ("withdrawn", "deployed")
            whole = tokens.word(counted.last)[:1].isalpha()  # "withdraw half of them", not "2.7%,"
            return change if whole or not moved else None
    if role is None and kind == "other" and governed.role.role in ("raised", "cut"):
        role = governed.role.role if gap[-1:] in (["by"], ["of"]) else None
    if role is None and kind == "other" and _of_stock(counted, governed, gap):
        role = governed.role.role
    if kind == "other" and word.startswith("plung"):
        return None  # "plunged millions into darkness"
    if role is None and counted.unit is None and _only_numbers(gap):
        role = governed.role.role  # "wants to send 800 or 5,000 or however many"
    if role not in _CHANGING or change is None:
        return None
    if role == "deployed" and counted.noun and counted.noun.singular in ATTACKERS:
        return None  # gunmen who come are no reinforcement
    led = tokens.words[max(0, governed.at - 2) : governed.at]
    if not _NOT.isdisjoint(led) or (role == "built" and not _HAVE.isdisjoint(led)):
        return None  # "has built 5,000 of them": so far
    if role in ("raised", "cut"):
        if governed.after and kind not in ("money", "percent", "personnel"):
            return None  # "16 fell short of their targets"
        near = not gap or gap[-1] in ("by", "of") or (kind == "percent" and len(gap) <= 3)
        with_it = gap[-1:] == ["with"] and word.startswith(("boost", "expand"))
        level = gap[-1:] != ["by"] and not LEVELS.isdisjoint(gap[-4:])
        return change if (near or with_it) and not level else None
    if aspect in ("cumulative", "rate"):
        return None
    if kind == "other" and word in ("sales", "sale", "sells", "sold"):
        return None  # "sales of 5,000 units": what is sold in a time, no stock
    if "for" in gap[1:] and not word.startswith(("ask", "call", "appeal")):
        return None  # "requested visas for the envoy and seven officers"
    if kind == "percent" or (word in ("leave", "leaves", "leaving") and not governed.after):
        return None  # what is left in a place stays there
    if kind == "money" and (tokens.word(first - 1) == "for" or word in _PRICED):
        return None  # a price
    strengthened = word.startswith(("reinforc", "bolster", "strengthen", "augment"))
    last = gap[-1:]
    if (last == ["with"] and role in _GIVEN_WITH) or (last == ["by"] and strengthened):
        gap = gap[:-1]  # "reinforce Latvia with 500 soldiers"
    weekdays = lexicon.grammar["weekday"]
    if len(gap) > 8 or not BARRIERS.isdisjoint(gap) or not weekdays.isdisjoint(gap):
        return None
    return change


def _only_numbers(gap: list[str]) -> bool:
    return all(word in ("or", "and", ",") or word[0].isdigit() for word in gap)


def _of_stock(counted: Counted, governed: Governed, gap: list[str]) -> bool:
    """Tell things that are bought and sold from people who come and go."""
    if counted.noun is None or len(gap) > 4 or "," in gap or governed.word in _LOOSE:
        return False
    if governed.word in _DISMISSED:
        return not gap and counted.noun.group in ("", "person")
    if governed.word in ("sales", "sale", "sells"):
        return False  # "sells 2 million cases a year"
    return counted.noun.group == "" and governed.role.role in ("ordered", "delivered", "withdrawn")


_COMPARED: dict[str, Change] = {
    **dict.fromkeys("more higher larger bigger greater stronger faster".split(), "up"),
    **dict.fromkeys("less lower fewer smaller cheaper weaker slower".split(), "down"),
}
_LOOSE = frozenset(
    "get gets getting got give gives gave given giving left come comes coming".split()
)
_DISMISSED = frozenset(
    "cut cuts cutting slash slashed slashing trim trimmed shed hire hired".split()
)


def _of_compound(tokens: Tokens, counted: Counted, lexicon: FigureLexicon) -> Change | None:
    """Read "a 5,000-troop increase", "the 2,000-soldier deployment"."""
    for k in range(counted.last, min(counted.last + 2, len(tokens))):
        word = tokens.words[k]
        if word in lexicon.grammar["rise"]:
            return "up"
        if word in lexicon.grammar["drop"]:
            return "down"
        role = lexicon.roles.get(word)
        if role is not None and role.role in ("deployed", "withdrawn"):
            return role.change
    return None


def _named(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    aspect: Aspect,
    lexicon: FigureLexicon,
) -> Change | None:
    """Read "a 12 percent increase", "an additional $5 million", "a $2 billion aid package"."""
    grammar, kind = lexicon.grammar, counted.kind
    last = max(amount.last, counted.last)
    compared = tokens.word(last)
    if kind == "percent" and compared in _COMPARED:
        if compared not in ("more", "less", "fewer") or tokens.word(last + 1) in grammar["stop"]:
            return _COMPARED[compared]
    if kind in ("money", "percent"):
        for word in tokens.words[last : last + 4]:
            if word in grammar["rise"]:
                return "up"
            if word in grammar["drop"]:
                return "down"
            if kind == "money" and word in grammar["granted"]:
                return _granted(tokens, amount, governed, aspect)
            if word in grammar["stop"] and word not in ("in", "worth"):
                break
    if kind == "money":
        first = _said_first(tokens, amount)
        if tokens.word(first - 1) == "worth" and tokens.word(first - 2) in grammar["granted"]:
            return _granted(tokens, amount, governed, aspect)  # "a bailout worth $12 billion"
    if kind in _STOCKS:
        near = tokens.words[max(0, amount.first - 2) : last + 1]
        if near[-1:] and last < len(tokens) and near[-1] not in ("more", "extra"):
            near = near[:-1]
        if "fewer" in near and "than" not in near and tokens.word(last) != "than":
            return "down"
        if not grammar["added"].isdisjoint(near):
            elided = counted.noun is None or counted.borrowed or counted.last <= amount.last
            besides = elided and "with" in near  # "with 1,500 more in reserve"
            than = "than" in near or tokens.word(last + 1) == "than"
            held = tokens.word(_said_first(tokens, amount) - 1) in _HAVE  # "has hundreds more"
            if besides or than or held or (counted.noun and counted.noun.singular in ATTACKERS):
                return None
            return "down" if governed is not None and governed.role.change == "down" else "up"
    return None


def _granted(
    tokens: Tokens, amount: Amount, governed: Governed | None, aspect: Aspect
) -> Change | None:
    """Read "$300 million in aid": given, cut, or the sum of what was given so far."""
    near = amount.first - 3
    if governed is not None and governed.role.role in ("cut", "withdrawn") and governed.at >= near:
        return "down"
    if not _HELD_BACK.isdisjoint(tokens.words[max(0, near) : amount.first]):
        return "down"
    so_far = aspect == "cumulative" and tokens.word(amount.first - 1) not in _NEWLY
    return None if so_far else "up"


_HELD_BACK = frozenset(
    """froze frozen freeze freezing suspend suspended suspending withhold withheld withholding block
    blocked blocking halt halted cancel""".split()
)
