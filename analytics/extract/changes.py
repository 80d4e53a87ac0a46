"""Tell whether a number is added to or taken from a stock: sent, cut, pledged, up 12 percent.

A level ("draw down to 6,000"), a total so far, a price, a casualty and a thing that was fired or
shot down change no stock.
"""

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.governing import BARRIERS, BE, Governed
from analytics.extract.granted import STOCKS, compound_change, named_change, said_first
from analytics.extract.role_words import ABSTRACT, LEVELS
from analytics.extract.roles import ATTACKERS, way_before
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Aspect, Change

_NEVER = frozenset(("casualties", "duration", "distance", "events"))
_POINTS = frozenset(("points", "point", "cents", "sen", "pence"))
_CHANGING = frozenset(
    "deployed withdrawn recruited requested built ordered delivered pledged raised cut".split()
)
_MOVES = frozenset(("raised", "cut", "deployed", "withdrawn"))
_SPENT = frozenset("launched destroyed intercepted killed hit captured".split())
_GIVEN_WITH = frozenset(("deployed", "delivered", "raised", "pledged"))
_LOST = frozenset(("lost", "lose", "loses", "losing"))
_HAVE = frozenset(("has", "have", "had"))
_NOT = frozenset(
    """not never cannot won't wouldn't didn't don't doesn't without refuse refused refuses
    refusing""".split()
)
_JOIN = frozenset(("join", "joined", "joins"))
_FORCES = frozenset("mission fleet operation patrol carrier flotilla armada uss hms".split())
_PRICED = frozenset("order orders contract contracts deal deals tender".split())


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
    end = max(amount.last, counted.last)
    if tokens.word(end) == "at" and tokens.word(end + 2) in ("height", "peak"):
        return None  # "the contingent, 1,200 at its height, will leave"
    if tokens.word(end) in ("short", "shy"):
        return None  # "hired 9,000, 900 short of its goal"
    if counted.compound:
        return compound_change(tokens, counted, lexicon) if kind in STOCKS else None
    first = said_first(tokens, amount)
    before = tokens.word(first - 1)
    way = way_before(tokens, first)
    if way is not None and kind != "personnel":
        return way
    named = named_change(tokens, amount, counted, governed, aspect, lexicon)
    level = before in LEVELS and not (kind == "money" and before.startswith("total"))
    if before == "remaining" and governed is not None:
        level = governed.role.role == "stationed"  # but "withdraw its remaining 900 troops"
    if named is not None or governed is None or governed.of_it or level:
        return named
    return _by_verb(tokens, first, counted, governed, role, aspect, lexicon)


def _join_force(tokens: Tokens, at: int) -> bool:
    """Tell jets that will join a mission abroad from people who join an army or a group."""
    phrase = tokens.words[at : at + 5]
    return not _FORCES.isdisjoint(phrase)


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
    if governed.after and word in _JOIN and kind in ("personnel", "weapons_platforms"):
        return "up" if _join_force(tokens, governed.at + 1) else None
    if word.startswith("develop") and kind == "munitions":
        return None  # "to develop two new missiles": two types
    if governed.after and governed.at == counted.last and tokens.word(first - 1) == "all":
        return None  # "all 22 boats sent to Malta": those that are there
    if tokens.words[max(0, first - 2) : first] in (["half", "the"], ["half", "its"]):
        return None  # "half the 9,800 soldiers will leave"
    gap = tokens.words[governed.at + 1 : first] if not governed.after else []
    if word in _AID:  # "the package, worth $9 million, will include 40 tanks"
        gap = next((gap[k:] for k, each in enumerate(gap) if each in _INCLUDE), gap)
    if kind == "percent" or counted.unit in _POINTS:
        if gap[-1:] == ["in"] and word.startswith(("cut", "slash")):
            return "down"  # "cut the budget in half"
        if not gap and not governed.after and word in _LOST:
            return "down"
        if not gap and not governed.after and governed.role.role in _MOVES:
            if word.startswith("deploy"):
                return None  # "to base and deploy 60 percent of the fleet there"
            whole = tokens.word(counted.last)[:1].isalpha()  # "withdraw half of them", not "2.7%,"
            return change if whole or governed.role.role != "withdrawn" else None
    if role is None and kind == "other" and governed.role.role in ("raised", "cut"):
        role = governed.role.role if gap[-1:] in (["by"], ["of"]) and len(gap) < 5 else None
    if role is None and kind == "other" and _of_stock(counted, governed, gap):
        role = governed.role.role
    if kind == "other" and word.startswith("plung"):
        return None  # "plunged millions into darkness"
    if role is None and counted.unit is None and not governed.after and _only_numbers(gap):
        role = governed.role.role  # "wants to send 800 or 5,000 or however many"
    to_come = word == "invest" and tokens.word(governed.at - 1) in ("to", "will")
    if kind == "money" and (word == "investing" or to_come):
        return "up"
    if kind in ("personnel", "weapons_platforms") and gap[-2:] == ["funding", "for"]:
        return "up" if governed.role.role == "pledged" else None
    if role not in _CHANGING or change is None:
        return None
    if word in _FALL and tokens.word(governed.at + 1) == "short":
        return None  # "fell short of its goal by 900 recruits"
    if word.startswith("requir") and kind != "weapons_platforms":
        return None
    if role == "deployed" and counted.noun and counted.noun.singular in ATTACKERS:
        return None  # gunmen who come are no reinforcement
    if word.startswith("cross") and tokens.word(counted.last - 1) in _PASSING:
        return None  # "36 aircraft crossed into the zone" and left again
    if word.startswith("enter") and kind == "weapons_platforms":
        if not _ZONES.isdisjoint(tokens.words[governed.at + 1 : governed.at + 6]):
            return None
    if kind == "money" and not _REWARDS.isdisjoint(gap):
        return None  # "offered a reward of $5 million"
    led = tokens.words[max(0, governed.at - 2) : governed.at]
    if not _NOT.isdisjoint(led) or (_is_made(role, word) and _is_output(word, led)):
        return None
    if role in ("raised", "cut"):
        saved = word.startswith("sav")
        if kind == "money" and not (gap or saved) and "by" in tokens.words[first + 2 : first + 8]:
            return None  # "to cut the $740 billion budget by a tenth"
        if governed.after and kind not in ("money", "percent", "personnel"):
            return None  # "16 fell short of their targets"
        if governed.after and tokens.word(governed.at + 1) == "to":
            return None  # "the force of 35,000 will be cut to 9,800"
        near = not gap or gap[-1] in ("by", "of") or (kind == "percent" and len(gap) <= 3)
        with_it = gap[-1:] == ["with"] and word.startswith(("boost", "expand"))
        level = gap[-1:] != ["by"] and not LEVELS.isdisjoint(gap[-4:])
        return change if (near or with_it) and not level else None
    if governed.after and _is_part_so_far(tokens, first, governed):
        return None
    since = governed.at > 1 and tokens.words[governed.at - 1] == "since"
    then = since and tokens.words[governed.at - 2] in _HAVE  # "has since sent 100 more"
    if aspect == "rate" or (
        aspect == "cumulative" and not then and _so_far(tokens, first, governed)
    ):
        return None
    if kind == "other" and word in ("sales", "sale", "sells", "sold"):
        return None  # "sales of 5,000 units": what is sold in a time, no stock
    if word.startswith("add") and gap[:1] == ["to"]:
        return None  # "to add to the 8,400 there"
    if "for" in gap[1:] and word not in _PRICED and not word.startswith(("call", "appeal")):
        return None  # "requested visas for the envoy and seven officers"
    if kind == "percent" or (word in ("leave", "leaves", "leaving") and not governed.after):
        return None  # what is left in a place stays there
    if kind == "money" and ("for" in gap[-2:] or word in _PRICED):
        return None  # a price
    if kind == "money" and role == "ordered" and gap[-1:] == ["a"]:
        return None  # "to buy a $300,000 drone"
    strengthened = word.startswith(("reinforc", "bolster", "strengthen", "augment"))
    last = gap[-1:]
    if (last == ["with"] and role in _GIVEN_WITH) or (last == ["by"] and strengthened):
        gap = gap[:-1]  # "reinforce Latvia with 500 soldiers"
    weekdays = lexicon.grammar["weekday"]
    dated = not weekdays.isdisjoint(gap) and not _INCLUDE.issuperset(gap[-1:])
    farthest = 20 if gap[-3:] == ["as", "well", "as"] else 8
    if len(gap) > farthest or not BARRIERS.isdisjoint(gap) or dated:
        return None
    return change


_PASSING = frozenset("aircraft jets planes drones warplanes bombers ships vessels boats".split())
_AID = frozenset(("package", "packages", "aid", "assistance"))
_REWARDS = frozenset("reward rewards bounty bounties ransom salary salaries fine fines".split())
_ZONES = frozenset("airspace waters zone territory".split())
_INCLUDE = frozenset(("include", "includes", "included", "including"))


def _is_made(role: str | None, word: str) -> bool:
    return role == "built" or word.startswith("field")


def _is_output(word: str, led: list[str]) -> bool:
    """Tell "has built 5,000 of them" and "is producing 900 a day", so far, from "will build"."""
    if any(each in _HAVE or each.endswith(("'ve", "’ve")) for each in led):
        return True
    return word in ("produces", "manufactures") or (
        word in ("producing", "manufacturing") and not BE.isdisjoint(led)
    )


def _so_far(tokens: Tokens, first: int, governed: Governed) -> bool:
    """Tell "has sent a total of 900 since May" from "will send a total of 900"."""
    begin, end = min(first, governed.at), max(first, governed.at)
    if not _HAVE.isdisjoint(tokens.words[max(0, begin - 4) : end]):
        return True
    return not _UNTIL_NOW.isdisjoint(tokens.words[max(0, begin - 12) : end + 12])


def _is_part_so_far(tokens: Tokens, first: int, governed: Governed) -> bool:
    """Tell "of the 40 tanks it ordered, 12 have been delivered", "orders for 40, with 12 built"."""
    words = tokens.words
    if words[max(0, first - 1) : first] == ["with"] and governed.at < first + 3:
        return words[governed.at].endswith("ed")
    if _HAVE.isdisjoint(words[first : governed.at]):
        return False
    return words[0] == "of" or words[max(0, first - 2) : first] in (["of", "which"], ["of", "whom"])


_UNTIL_NOW = frozenset("since far date already until cumulative toll".split())


def _only_numbers(gap: list[str]) -> bool:
    return all(word in ("or", "and", ",") or word[0].isdigit() for word in gap)


def _of_stock(counted: Counted, governed: Governed, gap: list[str]) -> bool:
    """Tell things that are bought and sold from people who come and go."""
    if counted.noun is None and counted.unit in _BULK and not gap:
        return governed.word in _SHIPPED
    if counted.noun is None or len(gap) > 4 or "," in gap or governed.word in _LOOSE:
        return False
    if governed.word == "dismissed":
        return governed.after and counted.noun.singular in _STAFF
    if counted.noun.singular.split()[-1] in ABSTRACT:
        return False
    if governed.word in _DISMISSED:
        return not gap and counted.noun.group in ("", "person")
    if governed.word in ("sales", "sale", "sells"):
        return False  # "sells 2 million cases a year"
    if governed.role.role == "built":
        return governed.word in _BUILD and counted.noun.group == ""
    return counted.noun.group == "" and governed.role.role in ("ordered", "delivered", "withdrawn")


_FALL = frozenset("fall falls fell falling fallen".split())
_BUILD = frozenset(("build", "construct", "building", "erect"))
_STAFF = frozenset("staff member employee worker job post position staffer".split())
_BULK = frozenset("tons tonnes barrels gallons kilograms".split())
_SHIPPED = frozenset(
    """shipped ship ships shipping delivered deliver delivering donated donate sent send sending
    supplied supply provided""".split()
)
_LOOSE = frozenset(
    "get gets getting got give gives gave given giving left come comes coming".split()
)
_DISMISSED = frozenset(
    """cut cuts cutting slash slashed slashing trim trimmed shed axe axed axing hire hired lose
    losing""".split()
)
