"""Settle what a figure counts: a noun left out, aircraft or fighters, the killed."""

from analytics.extract.amounts import Amount
from analytics.extract.borrowed import borrow
from analytics.extract.counted import Counted
from analytics.extract.fighters import are_aircraft, are_fighters
from analytics.extract.governing import Governed
from analytics.extract.harm import HELD, PEOPLE, suffers
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

_VAGUE_ROLES = frozenset(("lost", "losing", "lives", "victims", "eliminated", "eliminating"))


def settle(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    before: Counted | None,
    harmed: Counted | None,
    lexicon: FigureLexicon,
) -> None:
    """Fill in unit and kind: a noun left out is the one before; killed people are casualties."""
    if counted.unit is None and counted.kind is None and _is_the_toll(tokens, amount):
        counted.kind = "casualties"
        return
    if counted.unit is None and counted.kind is None:
        borrow(tokens, amount, counted, before, lexicon)
        if "population" in tokens.words[max(0, amount.first - 2) : amount.first]:
            if counted.kind in ("casualties", None):  # who lives there, whatever became of others
                counted.unit, counted.kind, counted.noun = None, "other", None
            return
    flee = _flee(tokens, max(amount.last, counted.last), lexicon)
    if counted.borrowed and counted.kind == "casualties" and (flee or _lives(governed, before)):
        if counted.noun is not None and counted.noun.group == "toll":
            counted.unit, counted.noun = None, None  # the homeless are no "killed"
        counted.kind = counted.noun.kind if counted.noun else "other"
    _name_kind(tokens, amount, counted, governed, before, lexicon)
    if flee and counted.kind != "casualties":
        return
    if tokens.word(max(amount.last, counted.last)) in _TELL and counted.kind != "casualties":
        return  # "killing all 90 aboard, three officials told a paper"
    if governed is not None and governed.word in ("lives", "life"):
        if not _RISK.isdisjoint(tokens.words[max(0, governed.at - 4) : governed.at]):
            return  # "risk the lives of thousands of troops"
    if governed is not None and governed.word in _VAGUE_ROLES and _is_unit(counted):
        return  # "eliminating 10 brigades"
    if suffers(tokens, amount, counted, governed, harmed, lexicon):
        counted.kind = "casualties"
        return
    role = governed.role if governed else None
    if counted.noun is not None and counted.noun.singular in HELD:
        return
    if counted.kind in ("personnel", "other") and _are_hostages(tokens, amount, counted):
        counted.kind = "other"
        return
    if counted.kind == "personnel" and _are_held(tokens, amount, counted, governed):
        counted.kind = "other"  # captives are no longer of a force
        return
    if amount.unit is not None or (
        amount.form == "digits" and amount.scale == 1 and (amount.low or 0) % 1
    ):
        return  # nobody dies by the mile or by parts
    if role is None or role.kind != "casualties" or counted.kind not in (
        "personnel", "other", None
    ):  # fmt: skip
        return
    group = counted.noun.group if counted.noun else ""
    if governed is not None and governed.word in _BURNT and group not in PEOPLE:
        return  # "burnt 140 huts"
    if role.role == "missing" and group not in PEOPLE and not counted.borrowed and counted.unit:
        return  # syringes may be missing
    if counted.borrowed and group not in ("person", "fighter", "unit", "toll"):
        counted.unit, counted.noun, group = None, None, ""  # the dead are no "reports"
    if group in PEOPLE or (counted.noun is None and counted.unit not in lexicon.measures):
        counted.kind = "casualties"


_RISK = frozenset("risk risks risking save saved saving saves spare protect endanger".split())
_TELL = frozenset("said says say told tells".split())
_BURNT = frozenset(("burned", "burnt"))


def _is_the_toll(tokens: Tokens, amount: Amount) -> bool:
    """Read "bringing the death toll from the raids on three towns to 19", "put the toll at 19"."""
    first = amount.first
    if amount.scale > 1e5 or (amount.low or 0) % 1:
        return False
    if tokens.word(first - 1) in ("at", "of") and "toll" in tokens.words[max(0, first - 4) : first]:
        return True
    if tokens.word(first - 1) != "to":
        return False
    ahead = tokens.words[max(0, first - 15) : first]
    if "toll" not in ahead or not _STOPS.isdisjoint(ahead[ahead.index("toll") :]):
        return False
    return not _RAISED.isdisjoint(ahead[: ahead.index("toll")])


_SWAPS = frozenset(("swap", "exchange", "swapped", "exchanged"))


def _are_hostages(tokens: Tokens, amount: Amount, counted: Counted) -> bool:
    """Read "is holding more than 150 soldiers and civilians hostage"."""
    last = max(amount.last, counted.last)
    if _HOLD.isdisjoint(tokens.words[max(0, amount.first - 3) : amount.first]):
        return False
    return not {"hostage", "captive", "prisoner"}.isdisjoint(tokens.words[last : last + 4])


_HOLD = frozenset("hold holds holding held take takes taking took taken".split())


def _are_held(tokens: Tokens, amount: Amount, counted: Counted, governed: Governed | None) -> bool:
    if not _SWAPS.isdisjoint(tokens.words[max(0, amount.first - 3) : amount.first]):
        return True
    if governed is None:
        return False
    crew = "crew" in (counted.unit or "")  # goes with its ship
    rescued = governed.word.startswith("rescu")
    return governed.role.role in ("captured", "released") and not (crew or rescued)


_STOPS = frozenset(". , ; :".split())


_RAISED = frozenset("bring brings bringing brought raise raises raising raised rose".split())


def _flee(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    """Read "millions more driven from their homes", "10 million have fled"."""
    while tokens.word(at) in _HAVE_BEEN:
        at += 1
    word, following = tokens.word(at), tokens.word(at + 1)
    if "homeless" in (word, following) or (word == "driven" and following == "from"):
        return True
    role = lexicon.roles.get(word)
    return role is not None and role.role == "displaced"


_HAVE_BEEN = frozenset("more others have has had been were was are also since already".split())


def _lives(governed: Governed | None, before: Counted | None) -> bool:
    """Tell whether its own verb says something else than harm: "and displaced 900"."""
    if governed is None or governed.role.role not in _ALIVE:
        return False
    return governed.after or (before is not None and governed.at >= before.last)


_ALIVE = frozenset("captured released displaced evacuated".split())


def _name_kind(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    before: Counted | None,
    lexicon: FigureLexicon,
) -> None:
    """Tell occasions from factors, bare billions from things, aircraft from those who fight."""
    last = max(amount.last, counted.last)
    after = tokens.word(last)
    if before is not None and before.kind == "personnel" and _is_part_of_force(tokens, counted):
        counted.kind = "personnel"  # "9,000 reservists, including 30 women"
    elif _serve(counted, governed):
        counted.kind = "personnel"  # "sent 12,000 men", "some 3,600 will be drafted"
    elif counted.unit == "times" and amount.form != "factor" and amount.scale == 1:
        if (amount.low or 0) % 1 == 0 and after not in _FACTOR_OF:
            counted.kind = "events"
    elif counted.unit == "forces" and amount.low == amount.high == 2:
        counted.kind = "other"  # "the two forces" are parties
    elif counted.unit == "units" and not _COMBAT.isdisjoint(tokens.words[amount.last : last]):
        counted.kind = "personnel"  # "four combat and support units"
    elif counted.unit == "units" and governed is not None and governed.word in _MADE:
        counted.kind = "weapons_platforms"  # "is to procure 70 units of it"
    elif counted.unit in ("mortar", "mortars") and (
        (governed is not None and governed.role.role in ("launched", "hit")) or after in _FALLS
    ):
        counted.kind = "munitions"
    elif counted.unit == "groups" and tokens.word(last - 2) == "strike":
        counted.kind = "weapons_platforms"
    elif are_fighters(tokens, counted, last, lexicon):
        counted.kind = "personnel"
    elif counted.unit == "fighters" and are_aircraft(tokens, amount, governed):
        counted.kind = "weapons_platforms"
    elif (
        amount.form == "vague"
        and tokens.words[amount.last - 1] in ("billions", "trillions", "millions")
        and (counted.borrowed or counted.unit is None)
        and (
            tokens.words[amount.last - 1] != "millions"
            or (governed is not None and governed.role.role in ("spent", "invested"))
            or "cost" in tokens.words[max(0, amount.first - 12) : amount.first]
            or not _RUN.isdisjoint(tokens.words[max(0, amount.first - 3) : amount.first])
            or (after == "in" and not _SUMS.isdisjoint(tokens.words[last : last + 5]))
        )
    ):
        counted.kind, counted.unit, counted.noun = "money", None, None


def _serve(counted: Counted, governed: Governed | None) -> bool:
    if governed is None or counted.compound:
        return False
    role = governed.role.role
    if counted.kind is None and counted.unit is None:
        return role == "recruited"
    man = counted.noun is not None and counted.noun.singular == "man"
    return man and counted.kind == "other" and role in _SERVING


_SERVING = frozenset("deployed withdrawn recruited stationed".split())


def _is_part_of_force(tokens: Tokens, counted: Counted) -> bool:
    if counted.kind != "other" or counted.unit not in ("women", "men", "people"):
        return False
    ahead = tokens.words[max(0, counted.first - 5) : counted.first]
    if "including" in ahead or ahead[-3:-1] == ["of", "whom"]:
        return True
    listed = ahead[-3:-1] == ["men", "and"] or (ahead[-2:-1] == [","] and counted.unit == "men")
    return listed and counted.unit != "people"  # "340 soldiers, 287 men and 53 women"


_MADE = frozenset("procure procured procuring buy bought buying order ordered acquire".split())
_FALLS = frozenset("landed fell hit exploded struck fired".split())
_COMBAT = frozenset("combat infantry military army guard reserve commando artillery".split())
_SUMS = frozenset(
    """aid assistance payment payments cash damage damages funding contracts sales revenue fees
    debt""".split()
)
_RUN = frozenset(("run", "runs", "ran", "running"))  # "shipping could run in the millions"


_FACTOR_OF = frozenset(
    """more as larger bigger higher the greater faster its their his that what smaller longer
    stronger a an per less fewer over""".split()
)


def _is_unit(counted: Counted) -> bool:
    return counted.noun is not None and counted.noun.group == "unit"
