"""Read the word that governs by what it governs: jets that are lost are destroyed."""

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.governing import INTRANSITIVE, Governed
from analytics.extract.tokens import Tokens

# Before a number, these make it the level that is left, reached or gone below.
LEVELS = frozenset(
    """to at from reaching reached hit hitting below above current existing present remaining
    previous totaling totalling high low peak average total target level strength force""".split()
)


def role_by_word(
    tokens: Tokens, amount: Amount, counted: Counted, governed: Governed
) -> str | None:
    """Read the word that governs by what it governs: jets that are lost are destroyed."""
    kind, word, role = counted.kind, governed.word, governed.role.role
    following = tokens.word(governed.at + 1)
    if role == "ordered" and kind == "personnel":
        if word not in _ORDERED or "of" in _gap(tokens, amount, governed):
            return None
        return "deployed" if _goes(tokens, max(amount.last, counted.last)) else None
    if kind == "personnel" and role in ("pledged", "delivered"):
        said = _PROVIDED if role == "delivered" else _PROMISED
        if not word.startswith(said) or (governed.after and role == "pledged"):
            return None
        gap = _gap(tokens, amount, governed)
        if gap[-1:] == ["with"] and not governed.after:
            gap = gap[:-1]  # "provide Riga with 900 soldiers"
        if not LEVELS.isdisjoint(gap) or not _NOT_THEM.isdisjoint(gap):
            return None  # "its authorised strength of 63,000"
        if not governed.after and tokens.word(max(amount.last, counted.last)) not in _GOES_ON:
            return None  # "promised 900 soldiers better pay"
        return "deployed" if role == "delivered" else role
    if role == "ordered" and kind == "events":
        return "launched"
    if role == "killed" and kind in ("weapons_platforms", "munitions"):
        return "destroyed" if word in _RUINED else None
    if role == "deployed" and word in _SENT and not governed.after and _flies_off(counted):
        return "launched" if tokens.word(max(amount.last, counted.last)) in _AGAINST else role
    if role == "requested" and kind == "money":
        return None if not _CROOKS.isdisjoint(tokens.words[: amount.first]) else role
    if role == "requested" and kind == "personnel" and word.startswith(("want", "se", "sought")):
        return None  # "wants 300,000 people in uniform": a level; "seeking two soldiers"
    if word == "parked" and kind == "personnel":
        return None
    if word.startswith("join") and kind == "weapons_platforms" and governed.after:
        fleet = tokens.words[governed.at + 1 : governed.at + 6]
        return role if _FLEETS.isdisjoint(fleet) else "deployed"
    if role == "spent" and kind == "percent":
        return role if word.startswith("sp") and governed.at == amount.first - 1 else None
    if role == "delivered" and kind == "other":
        return role if word.startswith(_SHIPPED) and _is_thing(counted) else None
    if role == "killed" and kind == "other" and word in ("burned", "burnt"):
        return "destroyed" if not _is_people(counted) else None
    if role == "captured" and word.startswith("recover") and kind not in _ARMS:
        return None
    if role in _DONE_BY and tokens.word(amount.first - 1) == "by" and not governed.after:
        return "launched" if kind == "munitions" else None  # "sunk by two missiles"
    if word in ("lives", "life") and kind == "personnel":
        return None  # "risk the lives of thousands of troops"
    if word in _SINK and kind == "weapons_platforms":
        return "destroyed"
    if word.startswith("cross") and following == "the":
        if _BORDERS.isdisjoint(tokens.words[governed.at + 2 : governed.at + 6]):
            return None  # "36 crossed the median line"
    if word in ("shot", "shooting") and following == "down":
        return "destroyed"
    if word in ("leave", "leaves", "leaving") and not governed.after:
        return "stationed" if kind == "personnel" else None  # those who stay behind
    if kind == "munitions" and (role == "hit" or word in INTRANSITIVE or word.startswith("drop")):
        return "launched"  # "two rockets landed in a field"
    if word.startswith("sav") and (kind != "money" or (amount.low or 0) < _SAVINGS):
        return None  # "saved 12 jets from the fire", "save $30 on boots"
    if role == "deployed" and kind == "money" and word.startswith("add"):
        return "raised"
    if role == "deployed" and kind == "money":
        return "delivered" if word.startswith(_GIVEN) else None
    if word in _PLACED and governed.after:
        there = "there" in tokens.words[max(0, amount.first - 2) : amount.first]
        if there or _rests(tokens, governed.at):
            return "stationed"  # "there are 230 troops deployed for it"
    if role in ("raised", "cut") and not governed.after:
        gap = _gap(tokens, amount, governed)
        by = not gap or gap[-1] in ("by", "of") or (kind == "percent" and len(gap) <= 3)
        level = gap[-1:] != ["by"] and not LEVELS.isdisjoint(gap[-4:])
        return role if by and not level else None  # "rose to 9": the 9 is a level
    return role


_SINK = frozenset("sink sinks sank sinking".split())
_BORDERS = frozenset("border borders frontier river".split())
_SAVINGS = 1e5  # of a budget, in any currency
_DONE_BY = frozenset("destroyed hit intercepted captured evacuated".split())
_PLACED = frozenset("deployed massed amassed positioned assigned".split())
_ARMS = frozenset(("weapons_platforms", "munitions"))
_NOT_THEM = frozenset("for to with its their his".split())
_GOES_ON = frozenset('. , ; : ) to for in by from and or as on at a this next " ” —'.split()) | {""}
_SHIPPED = ("ship", "deliver", "donat", "suppl", "export", "airlift")


def _flies_off(counted: Counted) -> bool:
    """Tell missiles and drones, which may be sent to hit something, from tanks and men."""
    drones = counted.noun is not None and "drone" in counted.noun.singular
    return counted.kind == "munitions" or drones


_CROOKS = frozenset(
    "kidnappers captors abductors gunmen pirates hackers ransom bail damages prosecutors".split()
)
_SENT = frozenset("send sends sent sending".split())
_AGAINST = frozenset("against at toward towards overnight over".split())


def _goes(tokens: Tokens, end: int) -> bool:
    """Tell "ordered 900 men to the border" from "ordered 900 men to hold their fire"."""
    if tokens.word(end) != "to":
        return True
    return tokens.capital(end + 1) or tokens.word(end + 1) in _WHERE_TO


_WHERE_TO = frozenset("the its a their be deploy go move head march fly take patrol guard".split())


def _is_people(counted: Counted) -> bool:
    return counted.noun is not None and counted.noun.group not in ("", "toll")


def _is_thing(counted: Counted) -> bool:
    """Tell containers and tonnes from people, speeches and votes."""
    if counted.noun is None:
        return counted.unit in ("tons", "tonnes", "barrels")
    return counted.noun.group == "" and counted.noun.singular.split()[-1] not in ABSTRACT


ABSTRACT = frozenset(
    """aim goal objective message speech statement remark blow victory promise lesson answer
    opportunity chance result warning report letter vote seat town village city country customer
    person family""".split()
)
_RUINED = frozenset("lost lose loses losing burned burnt crushed eliminated neutralized".split())
_PROVIDED = ("provid", "suppl", "due", "deliver")
_PROMISED = ("pledg", "promis", "commit", "authori", "approv")
_FLEETS = frozenset("fleet carrier flotilla armada uss hms strike".split())
_GIVEN = ("sen", "contribut", "commit", "shift", "divert")
_ORDERED = frozenset(("order", "ordered", "ordering", "orders"))


def _gap(tokens: Tokens, amount: Amount, governed: Governed) -> list[str]:
    """Give the words between the word that governs and the number, then two beyond it."""
    if governed.after:
        return tokens.words[governed.at + 1 : governed.at + 3]
    return tokens.words[governed.at + 1 : amount.first]


def _rests(tokens: Tokens, at: int) -> bool:
    """Tell "the 900 deployed in Syria" and "are currently deployed" from "were deployed"."""
    before = tokens.word(at - 1)
    if before in ("are", "is", "currently", "already", "now", "still", "remain"):
        return tokens.word(at + 1) != "to" or before != "already"
    passive = before in ("were", "was", "been", "be", "being", "newly", "recently", "also")
    return not passive and tokens.word(at + 1) in ("in", "at", "across", "there", "around", "on")
