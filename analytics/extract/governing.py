"""Find the word that governs a number: the predicate after what is counted, the verb before it.

A verb governs only within its own clause. One that says what the counted do themselves ("go",
"receive") governs only what stands before it.
"""

from dataclasses import dataclass

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon, Role

_AUXILIARIES = frozenset(
    """is are was were be been being has have had will would to not also may might could can must
    should now still reportedly currently already later then both all each who that which were
    either allegedly since immediately themselves subsequently expected due set scheduled planned
    slated likely ready supposed believed reported feared thought going about to began begin begun
    started start""".split()
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
_CLAUSES = frozenset("— – but whereas although though that because unless he she they we i".split())
_STATES = frozenset("is are was were has have had isn't aren't hasn't".split())
# People and things do these; nobody does them to what is counted.
INTRANSITIVE = frozenset(
    """go goes going went head heads headed heading arrive arrived arriving arrives depart departed
    departing land landed landing come comes coming came sail sails sailed fly flies flying flew
    left rotate rotates rotating enter enters entered entering""".split()
)
# Whoever does these stands before them; what is before them is not what they are done to.
_ACTIVE = frozenset(
    """get gets getting got give gives gave given giving receive receives received
    receiving""".split()
)
# What the counted do themselves, whatever they do it to: "114 countries have joined the treaty".
_LEFT = frozenset(("left", "depart", "departed", "departing"))
_DONE = frozenset("taking_part displaced stationed evacuated raised cut withdrawn".split())
_BRING = frozenset("bring brings brought bringing".split())
_DEALS = frozenset("order orders contract contracts deal deals tender".split())
_OF_DEAL = frozenset("for of to worth covers covering includes including".split())
_BE = frozenset("is are was were be been being".split())
_TAKEN = frozenset(("took", "taken", "taking", "take", "takes", "holds", "held", "holding"))
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
    at = _past_list(tokens, at, lexicon)
    auxiliary = be = False
    for k in range(at, min(at + 7, len(tokens))):
        word = tokens.words[k]
        role = lexicon.roles.get(word)
        if tokens.word(k + 1) == "part" and word in _TAKEN:
            return Governed(word, lexicon.roles["participate"], k, True)
        phrasal = _PHRASAL.get((word[:3], tokens.word(k + 1)))
        if phrasal is not None and be:
            return Governed(phrasal, lexicon.roles[phrasal], k, True)
        if role is not None and role.role in ("raised", "cut") and counted.kind not in _ABSTRACT:
            return None  # "two drones fell into the river"
        if role is not None and not (word in _TAKEN and not _can_be_taken(counted)):
            if word in INTRANSITIVE and not _goes_somewhere(tokens, k) and word not in _LEFT:
                return None
            if word in INTRANSITIVE:
                return None if word == "left" and be else _gone(tokens, k, role, lexicon)
            if word in _ACTIVE and not be:
                return None
            purpose = tokens.words[k - 1] == "to" and k > at and not be and role.role not in _DONE
            if purpose and tokens.word(k + 1)[:1].isalpha() and tokens.word(k + 1) not in _PLACING:
                return None  # "$15 million to produce prototypes"
            suffers = auxiliary if role.kind == "casualties" else be or role.role in _DONE
            missile = role.role == "hit" and counted.kind == "munitions"
            if not (suffers or missile) and _has_object(tokens, k + 1, lexicon):
                return None
            return Governed(word, role, k, True)
        if word == "as":
            be = auxiliary = True  # "listed 12 tanks as destroyed"
            continue
        be = be or word in _BE
        if word in _AUXILIARIES or word.endswith("ly"):
            auxiliary = auxiliary or word in _AUXILIARIES
            continue
        break
    return _far_passive(tokens, at, counted, lexicon)


def _gone(tokens: Tokens, at: int, role: Role, lexicon: FigureLexicon) -> Governed | None:
    """Read where those go: "left for Malta", "would go back", but "left their last overhaul"."""
    word, following = tokens.words[at], tokens.words[at + 1 : at + 4]
    if word == "left":
        if following[:1] == ["for"]:
            role = lexicon.roles["deployed"]
        elif following[:1] and following[0] in _OBJECT | {"no", "one", "our"} - {"the"}:
            return None
    elif "back" in following or "home" in following:
        role = lexicon.roles["withdrawn"]
    return Governed(word, role, at, True)


def _past_list(tokens: Tokens, at: int, lexicon: FigureLexicon) -> int:
    """Step over what is listed: "9,000 troops, 120 tanks and 30 planes are massed"."""
    for _ in range(4):
        k = at
        while k < at + 4 and tokens.word(k) in _LISTS:
            k += 1
        word = tokens.word(k)
        if k == at or not (word[:1].isdigit() or word in lexicon.numbers):
            return at
        for noun in range(k + 1, min(k + 5, len(tokens))):
            known = lexicon.nouns.get(tokens.words[noun])
            if known is not None and known.plural:
                break
        else:
            return at
        if tokens.word(noun + 1) not in _AUXILIARIES | {",", "and", "as"}:
            return at
        at = noun + 1
    return at


_LISTS = frozenset((",", "and", "about", "some", "more", "than", "over", "around", "nearly"))


def _goes_somewhere(tokens: Tokens, at: int) -> bool:
    """Tell "will go to Liberia" and "are arriving in Poland" from "went missing"."""
    word = tokens.words[at]
    if word.startswith(("arriv", "land", "enter")):
        return True
    if word.startswith("com") or word == "came":
        return tokens.word(at + 1) in ("home", "back")
    return not _TOWARDS.isdisjoint(tokens.words[at + 1 : at + 4])


_PLACING = frozenset("to into toward towards for from in at on by near with across over".split())
_TOWARDS = frozenset("to into toward towards for home back from".split())


def _has_object(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    word = tokens.word(at)
    if word == "at":
        return tokens.word(at + 1) in ("least", "most")
    return word in _OBJECT or word in lexicon.numbers or word[:1].isdigit()


_ORDINAL = ("st", "nd", "rd", "th")
_ATTACHED = frozenset(("in", "from", "at", "on", "of", "near", "aboard", "with", ","))


def _far_passive(
    tokens: Tokens, at: int, counted: Counted, lexicon: FigureLexicon
) -> Governed | None:
    """Read "12 people in the town were killed": the predicate past a prepositional phrase."""
    first = tokens.word(at)
    if first not in _ATTACHED and not (first == "for" and counted.kind == "money"):
        return None
    for k in range(at + 1, min(at + 18, len(tokens) - 1)):
        word = tokens.words[k]
        # A unit's ordinal is none: "from the 9th Brigade".
        ordinal = word.endswith(_ORDINAL) or tokens.words[k + 1] in _ORDINAL
        number = (word[0].isdigit() and not ordinal) or word in lexicon.numbers
        if word in (".", ";", ":", "(", "and") or number or word in _CLAUSES or word in _RELATIVE:
            return None
        if word in _PREDICATES:
            if word == "died":
                return Governed(word, lexicon.roles["died"], k, True)
            for j in range(k + 1, min(k + 4, len(tokens))):
                role = lexicon.roles.get(tokens.words[j])
                if role is not None:
                    going = tokens.words[j] not in INTRANSITIVE or _goes_somewhere(tokens, j)
                    return Governed(tokens.words[j], role, j, True) if going else None
                if tokens.words[j] not in _AUXILIARIES and not tokens.words[j].endswith("ly"):
                    return None
    return None


_RELATIVE = frozenset(("who", "which", "while", "when", "where", "if", "as", "after", "before"))
_PREDICATES = frozenset("were was been are is died be will would could might may".split())


def _active(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> Governed | None:
    """Read "killing 12 soldiers", "plans to send 500 troops": the nearest verb before."""
    barrier = clause = False
    moved: Governed | None = None
    priced: Governed | None = None
    verbs = lexicon.grammar["verb"]
    for k in range(amount.first - 1, max(-1, amount.first - 16), -1):
        word = tokens.words[k]
        if word in (".", ";", "?", "!") or (word == ":" and k < amount.first - 2):
            break
        role = lexicon.roles.get(word)
        if role is not None and not _governs(tokens, k, amount, lexicon):
            role = None
        if word == "down" and tokens.word(k - 1) in SHOT:
            role = lexicon.roles["downed"]
        phrasal = _PHRASAL.get((tokens.word(k - 1)[:3], word))
        if phrasal is not None:
            word, role = phrasal, lexicon.roles[phrasal]
        if role is None and (word in _CLAUSES or (word in _STATES and moved is None)):
            clause = clause or word != "that" or tokens.word(k + 1) not in ("in", "by", "to")
        if role is None and word in verbs and word not in _TRANSPARENT:
            break
        if role is not None and word in _TAKEN and not _can_be_taken(counted):
            break
        if role is not None:
            governed = Governed(word, role, k, False)
            if clause and role.kind != "casualties":
                return moved or priced
            if priced is not None and role.role == "ordered":
                return priced  # "a purchase of 400 missiles worth $2 billion": a price
            if word == "worth":
                priced = governed  # "approved an aid package worth $3 billion": approved
                continue
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
        if word in BARRIERS and not (word == "by" and k == amount.first - 1):
            barrier = True
    return moved or priced


# The beginning of a verb, and the word after it that makes it another verb.
_PHRASAL = {
    ("han", "over"): "delivered",
    ("tur", "over"): "delivered",
    ("set", "aside"): "allocated",
    ("tak", "off"): "withdrawn",
    ("tak", "out"): "withdrawn",
    ("sen", "home"): "withdrawn",
    ("sen", "back"): "withdrawn",
    ("pha", "out"): "withdrawn",
    ("hol", "back"): "stationed",
    ("lay", "off"): "cut",
    ("lai", "off"): "cut",
    ("dra", "down"): "cut",
    ("dre", "down"): "cut",
    ("cal", "up"): "mobilize",
    ("sig", "up"): "recruited",
    ("bri", "home"): "withdrawn",
    ("bro", "home"): "withdrawn",
}


def _governs(tokens: Tokens, at: int, amount: Amount, lexicon: FigureLexicon) -> bool:
    """Tell whether the word at ``at`` can be said of a number that follows it."""
    word = tokens.words[at]
    if word in INTRANSITIVE or _describes(tokens, at, amount, lexicon):
        return False
    passive = tokens.word(at - 1) in _BE and word.endswith(("ed", "t", "n"))
    role = lexicon.roles[word]
    moved = role.kind is not None or role.role in ("raised", "cut", "withdrawn")
    if passive and not moved and not {"by", "with"} & set(tokens.words[at + 1 : amount.first]):
        return False  # "half of them to be built at home, 96 guns": what was built went before
    if word in _DEALS and at + 1 < amount.first:
        return tokens.words[at + 1] in _OF_DEAL
    if word == "lose":  # "the base could lose 900 soldiers": nobody dies by it
        return not _MODALS.isdisjoint(tokens.words[max(0, at - 2) : at])
    if word in _LAWS:
        return not _CONTAINS.isdisjoint(tokens.words[at + 1 : amount.first])
    if word in _BRING:
        return "home" in tokens.words[at + 1 : amount.last + 3]
    if word.startswith(_TOLD):
        return at == amount.first - 1 and amount.kind == "money"
    if tokens.word(amount.first - 1) == "by" or amount.kind == "percent":
        return role.role != "spent"  # "raised its budget by 3 percent"
    return True


_MODALS = frozenset("will would could may might to shall".split())
_LAWS = frozenset(("bill", "bills", "legislation"))
_CONTAINS = frozenset(
    "include includes included including contains contained provides provided allocates".split()
)
_TOLD = ("announc", "unveil")


def _describes(tokens: Tokens, at: int, amount: Amount, lexicon: FigureLexicon) -> bool:
    """Tell "five retired generals and one", where the word describes a noun, from a verb."""
    noun = lexicon.nouns.get(tokens.word(at + 1))
    return (
        tokens.words[at].endswith("ed")
        and at + 1 < amount.first - 1
        and noun is not None
        and noun.plural
        and noun.group != ""
    )
