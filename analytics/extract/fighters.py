"""Tell fighters who fight from fighters that fly, and those of an armed body from civilians."""

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.governing import Governed
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon


def are_fighters(tokens: Tokens, counted: Counted, last: int, lexicon: FigureLexicon) -> bool:
    """Tell civilians by their noun who fight or are of an armed body."""
    if counted.kind != "other" or counted.noun is None or counted.noun.group != "person":
        return False
    if counted.noun.singular == "man" and _under_arms(tokens, counted, last):
        return True
    served = tokens.words[last : last + 2] if tokens.word(last) == "in" else []
    if served == ["in", "uniform"] or tokens.words[last : last + 4] == _ALL_SERVING:
        return True
    if _go_to_fight(tokens, last, lexicon) or _is_named_armed(tokens, counted):
        return True
    return counted.noun.singular == "member" and _are_armed(tokens, last, lexicon)


def _is_named_armed(tokens: Tokens, counted: Counted) -> bool:
    """Read "two rebel leaders", "the 1,200-member National Guard"."""
    if counted.compound:
        following = tokens.words[counted.last : counted.last + 6]
        return counted.unit in ("member", "person", "man") and not _BODIES.isdisjoint(following)
    if counted.noun is None or counted.noun.singular not in _LED or counted.borrowed:
        return False
    return not _GROUPS.isdisjoint(tokens.words[max(0, counted.first - 3) : counted.first])


def _under_arms(tokens: Tokens, counted: Counted, last: int) -> bool:
    """Read "20,000 men under arms", "commanded 200 men"."""
    if tokens.words[last : last + 2] == ["under", "arms"]:
        return True
    before = tokens.words[max(0, counted.first - 16) : counted.first]
    if not _BANDS.isdisjoint(before) and _ENDS_CLAUSE.isdisjoint(before):
        return True  # "the regiment, once 1,600 strong, is down to 350 men"
    return not _COMMANDED.isdisjoint(tokens.words[max(0, counted.first - 4) : counted.first])


_ALL_SERVING = ["and", "women", "in", "uniform"]
_BANDS = frozenset("regiment brigade battalion garrison company platoon division squad".split())
_ENDS_CLAUSE = frozenset(". ; killed wounded arrested detained accused charged abducted".split())
_COMMANDED = frozenset("commanded commands commanding command led leads fields fielded".split())
_LED = frozenset("leader member chief commander associate".split())
_GROUPS = frozenset(
    """rebel insurgent militant militia taliban haqqani network hamas hezbollah terrorist isis isil
    qaida qaeda al-qaida al-qaeda jihadist guerrilla separatist operations commando""".split()
)
_BODIES = frozenset("guard army force forces militia brigade battalion corps crew unit".split())


def _go_to_fight(tokens: Tokens, last: int, lexicon: FigureLexicon) -> bool:
    """Read "2,000 foreigners have gone to fight", "nationals who are fighting for the group"."""
    for k in range(last, min(last + 7, len(tokens))):
        word = tokens.words[k]
        if word in ("fight", "fighting", "fought"):
            return tokens.word(k + 1) in _FIGHT_FOR or tokens.word(k - 1) == "to"
        if not word.isalpha() or word in lexicon.numbers:
            return False
    return False


_FIGHT_FOR = frozenset("for with alongside in against on".split())


def _are_armed(tokens: Tokens, last: int, lexicon: FigureLexicon) -> bool:
    """Read "12 members of the brigade", "members of a group linked to"; others are civilians."""
    if tokens.word(last) != "of":
        return False
    if not _ELECTED.isdisjoint(tokens.words[last + 1 : last + 8]):
        return False
    for k in range(last + 1, min(last + 8, len(tokens))):
        word = tokens.words[k]
        noun = lexicon.nouns.get(word)
        if word in _ARMED or (noun is not None and noun.group == "unit"):
            return True
        if word in lexicon.grammar["verb"] or word in _END_OF_NAME:
            return False
    return False


_ARMED = frozenset(
    """army navy militia militias militant rebel insurgent terrorist terror extremist jihadist armed
    paramilitary taliban hamas hezbollah isis isil qaida qaeda al-qaida al-qaeda linked marines
    forces guard guards infantry""".split()
)


_ELECTED = frozenset("committee council parliament congress senate house board cabinet".split())


_END_OF_NAME = frozenset(". , ; : who were was are is in at from and".split())


def are_aircraft(tokens: Tokens, amount: Amount, governed: Governed | None) -> bool:
    """Tell fighters that are built, bought and flown from fighters who fight."""
    last = amount.last
    if "role" in tokens.words[last : last + 4]:
        return True  # "36 multi-role fighters"
    while last < len(tokens) and tokens.words[last] != "fighters":
        if tokens.words[last][0].isdigit():
            return True  # "32 F-35A fighters"
        last += 1
    if governed is not None and governed.role.role in ("ordered", "delivered"):
        return True
    words = tokens.words
    wide = words[max(0, amount.first - 8) : amount.last + 10]
    if not _FIGHTING.isdisjoint(wide):
        return False
    close = words[max(0, amount.first - 4) : amount.last + 5]
    escort = not _ESCORT.isdisjoint(wide) and not _FLYERS.isdisjoint(wide)
    return escort or not _FLYING.isdisjoint(wide) or not _FLYERS.isdisjoint(close)


_FLYING = frozenset(
    """batch squadron squadrons airframe airframes fleet stealth generation scrambled scramble
    aeronautics gripen rafale rafales multirole hornets cargo airlifter""".split()
)


_FLYERS = frozenset("jet jets aircraft bombers helicopters warplanes airspace planes".split())


_ESCORT = frozenset(("escorted", "escorting", "accompanied", "flanked"))


_FIGHTING = frozenset(
    """killed wounded dead died captured militant militants rebel rebels militia militias armed
    insurgents taliban hamas hezbollah houthi isis isil kurdish islamist jihadist foreign tribal
    surrendered recruited trained""".split()
)
