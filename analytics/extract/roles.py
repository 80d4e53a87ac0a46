"""Read what became of the counted things: sent, killed, ordered, stationed."""

from dataclasses import dataclass

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon, Role

_AUXILIARIES = frozenset(
    """is are was were be been being has have had will would to not also may might could can must
    should now still reportedly currently already later then both all each who that which were
    either allegedly since immediately immediately themselves subsequently also""".split()
)
_OBJECT = frozenset("a an the at more some another his her their its several".split())
BARRIERS = frozenset(
    "in on by at with from near during after since against when while who which because".split()
)
SHOT = frozenset(("shot", "shoot", "shoots", "shooting", "brought", "bring", "gunned"))
_WEAK = frozenset(
    "lost losing drop drops maintain remain remains based fire fires serving keep".split()
)
_ABSTRACT = frozenset(("money", "percent", None))
_TAKEN = frozenset(("took", "taken", "taking", "holds", "held", "holding"))
_TRANSPARENT = frozenset(
    """include includes included including involve involving expected needed planned scheduled
    set ready able due reportedly said almost nearly currently already recently used using
    separate expects plans plan intend intends agreed agree want wants continue continued
    help helped""".split()
)


@dataclass(slots=True)
class Governed:
    """The role word that governs a number, where it stands and on which side."""

    word: str
    role: Role
    at: int
    after: bool


def find_role(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> Governed | None:
    """Find the role of the counted things: the predicate after them, else the verb before them."""
    if counted.noun is not None and counted.noun.group == "toll" and counted.last > amount.last:
        word = tokens.words[counted.last - 1]
        if word in lexicon.roles:
            return Governed(word, lexicon.roles[word], counted.last - 1, True)
    return _passive(tokens, max(amount.last, counted.last), counted, lexicon) or _active(
        tokens, amount, counted, lexicon
    )


def _can_be_taken(counted: Counted) -> bool:
    return counted.noun is not None and counted.noun.group == "captive"


def _passive(tokens: Tokens, at: int, counted: Counted, lexicon: FigureLexicon) -> Governed | None:
    """Read "12 soldiers were killed", "eight people injured", "500 troops will deploy"."""
    auxiliary = False
    for k in range(at, min(at + 7, len(tokens))):
        word = tokens.words[k]
        role = lexicon.roles.get(word)
        if role is not None and role.role in ("raised", "cut") and counted.kind not in _ABSTRACT:
            return None  # "two drones fell into the river"
        if role is not None and not (word in _TAKEN and not _can_be_taken(counted)):
            if role.kind == "casualties" and not auxiliary and _has_object(tokens, k + 1, lexicon):
                return None
            return Governed(word, role, k, True)
        if word in _AUXILIARIES or word.endswith("ly"):
            auxiliary = auxiliary or word in _AUXILIARIES
            continue
        break
    return _far_passive(tokens, at, lexicon)


def _has_object(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    word = tokens.word(at)
    return word in _OBJECT or word in lexicon.numbers or word[:1].isdigit()


def _far_passive(tokens: Tokens, at: int, lexicon: FigureLexicon) -> Governed | None:
    """Read "12 people in the town were killed": the predicate past a prepositional phrase."""
    if tokens.word(at) not in ("in", "from", "at", "on", "of", "near", "aboard", "with", ","):
        return None
    for k in range(at + 1, min(at + 14, len(tokens) - 1)):
        word = tokens.words[k]
        ordinal = word.endswith(("st", "nd", "rd", "th"))  # a unit's: "from the 9th Brigade"
        number = (word[0].isdigit() and not ordinal) or word in lexicon.numbers
        if word in (".", ";", ":", "(", "and") or number:
            return None
        if word in ("were", "was", "been", "are", "died", "be"):
            if word == "died":
                return Governed(word, lexicon.roles["died"], k, True)
            for j in range(k + 1, min(k + 4, len(tokens))):
                role = lexicon.roles.get(tokens.words[j])
                if role is not None:
                    return Governed(tokens.words[j], role, j, True)
                if tokens.words[j] not in _AUXILIARIES and not tokens.words[j].endswith("ly"):
                    return None
    return None


def _active(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> Governed | None:
    """Read "killing 12 soldiers", "plans to send 500 troops": the nearest verb before."""
    barrier = False
    moved: Governed | None = None
    verbs = lexicon.grammar["verb"]
    for k in range(amount.first - 1, max(-1, amount.first - 16), -1):
        word = tokens.words[k]
        if word in (".", ";", "?", "!") or (word == ":" and k < amount.first - 2):
            break
        role = lexicon.roles.get(word)
        if word == "down" and tokens.word(k - 1) in SHOT:
            role = lexicon.roles["downed"]
        if role is None and word in verbs and word not in _TRANSPARENT:
            break
        if role is not None and word in _TAKEN and not _can_be_taken(counted):
            break
        if role is not None:
            governed = Governed(word, role, k, False)
            if role.kind == "casualties":
                if not barrier or (moved is not None and word in ("toll", "deaths", "casualties")):
                    return governed
                continue
            if role.role in ("raised", "cut") and barrier is False and moved is None:
                moved = governed
                continue
            if word in _WEAK and barrier:
                continue
            return moved or governed
        if word in BARRIERS:
            barrier = True
    return moved


def role_of(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    lexicon: FigureLexicon,
) -> str | None:
    """Name what became of the counted things, where that can be for things of their kind."""
    kind = counted.kind
    role = governed.role.role if governed else None
    if kind in ("duration", "distance"):
        return None
    if kind == "casualties":
        suffered = governed is not None and governed.role.kind == "casualties"
        return role if suffered else _suffered(tokens, amount, counted, lexicon)
    if kind == "percent":
        return role if role in ("raised", "cut") else None
    if kind == "events":
        return "launched" if role in ("launched", "ordered") else None
    if kind == "personnel":
        if role == "ordered":
            return "deployed"
        if role is None and _are_there(tokens, amount, counted):
            return "stationed"
    if governed is not None and governed.word in ("shot", "shooting"):
        if tokens.word(governed.at + 1) == "down":
            return "destroyed"
    if kind == "other" or kind is None:
        if counted.noun is not None and counted.noun.group == "captive":
            return role if role in ("released", "captured", "displaced") else "captured"
        return role if role in _OF_ANYTHING else None
    return role


_OF_ANYTHING = frozenset(
    "captured released displaced destroyed taking_part ordered evacuated hit".split()
)


def _are_there(tokens: Tokens, amount: Amount, counted: Counted) -> bool:
    """Read "There are 900 troops in", "it has 28,500 troops in", "500 soldiers at the base"."""
    ahead = tokens.words[max(0, amount.first - 3) : amount.first]
    after = tokens.word(max(amount.last, counted.last))
    return (
        "there" in ahead
        or not {"has", "have", "had", "keeps", "with"}.isdisjoint(ahead)
        or after in ("in", "at", "on", "are", "there")
    )


def _suffered(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> str | None:
    """Find the nearest word of the sentence that says how people came to harm."""
    last = max(amount.last, counted.last)
    after = range(amount.last, min(last + 14, len(tokens)))
    before = range(amount.first - 1, max(-1, amount.first - 16), -1)
    for k in (*after, *before):
        role = lexicon.roles.get(tokens.words[k])
        if role is not None and role.kind == "casualties":
            return role.role
        if tokens.words[k] in lexicon.grammar["struck"]:
            return "wounded"
    return None
