"""Find what is said of the counted things after them: "12 soldiers were killed", "500 will go"."""

from typing import NamedTuple

from analytics.extract.asides import past_aside
from analytics.extract.counted import Counted
from analytics.extract.going import COME, OBJECT, comes, goes_somewhere, gone, is_time
from analytics.extract.governing import (
    BE,
    CLAUSES,
    INTRANSITIVE,
    PHRASAL,
    TAKEN,
    Governed,
    can_be_taken,
)
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon, Role

_AUXILIARIES = frozenset(
    """is are was were be been being has have had will would to not also may might could can must
    should now still reportedly currently already later then both all each who that which were
    either allegedly since immediately themselves subsequently expected due set scheduled planned
    slated likely ready supposed believed reported feared thought going about to began begin begun
    started start did manage managed""".split()
)
_DUE = frozenset("in by next this later from on before".split())
_BRING = frozenset(("bring", "brings", "brought", "bringing"))
_ABSTRACT = frozenset(("money", "percent", None))
# Whoever does these stands before them; what is before them is not what they are done to.
_ACTIVE = frozenset(
    """get gets getting got give gives gave given giving receive receives received
    receiving""".split()
)
_LEFT = frozenset(("left", "depart", "departed", "departing"))
# What the counted do themselves, whatever they do it to: "114 countries have joined the treaty".
_DONE = frozenset("taking_part displaced stationed evacuated raised cut withdrawn".split())


def find_predicate(
    tokens: Tokens, at: int, counted: Counted, lexicon: FigureLexicon
) -> Governed | None:
    """Read "12 soldiers were killed", "eight people injured", "500 troops will deploy"."""
    if tokens.capital(at) or tokens.word(at) in ("it", "they", "the"):
        told = _told_of(tokens, at, counted, lexicon)
        if told is not None:
            return told
    if tokens.word(at) in _LISTS:
        at = _past_list(tokens, at, lexicon)
    at = past_aside(tokens, at, lexicon)
    auxiliary = be = False
    for k in range(at, min(at + 7, len(tokens))):
        word, following = tokens.words[k], tokens.word(k + 1)
        role = lexicon.roles.get(word)
        if not (role or be or word in _READ or word.endswith("ly") or following == "missing"):
            break
        if following == "missing" and word.startswith(_STILL):
            return Governed("missing", lexicon.roles["missing"], k + 1, True)
        if word in _LOST and tokens.word(k + 2) in ("lives", "life"):
            return Governed(word, lexicon.roles["died"], k, True)
        if word == "taken" and following == "from" and counted.kind == "personnel":
            return Governed(word, lexicon.roles["withdrawn"], k, True)
        if word in TAKEN:
            taken = _taken(tokens, k, lexicon)
            if taken is not None:
                return Governed(word, taken, k, True)
        if word in COME:
            come = comes(tokens, k, be, counted, lexicon)
            if come is not None:
                return come
        if word == "worth" and (counted.kind != "money" or following == "of"):
            return None  # "sold 120 jets worth $9 billion", "sent $9 million worth of arms"
        if counted.kind == "munitions" and word in _FLEW:
            return Governed(word, lexicon.roles["launched"], k, True)
        if be and word == "test" and tokens.word(k + 2) == "fired":
            return Governed(word, lexicon.roles["launched"], k, True)
        if word == "on" and following == "order" and not be:
            return Governed(following, lexicon.roles["ordered"], k + 1, True, True)
        if be and word == "on" and tokens.word(k + 2) == "way":
            return Governed(word, lexicon.roles["arrive"], k, True)
        if (
            word == "due"
            and be
            and following in _DUE
            and (following != "in" or is_time(tokens, k + 2))
        ):
            return Governed(word, lexicon.roles["delivery"], k, True)
        phrasal = PHRASAL.get((word[:3], following)) if be else None
        if phrasal is not None:
            return Governed(phrasal, lexicon.roles[phrasal], k, True)
        if word in _BRING and "home" not in tokens.words[k + 1 : k + 4]:
            return None  # "missiles that brought down the jet"
        if role is not None and role.role in ("raised", "cut") and counted.kind not in _ABSTRACT:
            return None  # "two drones fell into the river"
        if role is not None and not (word in TAKEN and not can_be_taken(counted)):
            said = _Said(k, role, be, auxiliary, k > at and tokens.words[k - 1] == "to")
            return _predicate(tokens, said, counted, lexicon)
        if word == "as":
            be = auxiliary = True  # "listed 12 tanks as destroyed"
            continue
        be = be or word in BE
        if word in _AUXILIARIES or word.endswith("ly"):
            auxiliary = auxiliary or word in _AUXILIARIES
            continue
        break
    return _far_passive(tokens, at, counted, lexicon)


def _told_of(tokens: Tokens, at: int, counted: Counted, lexicon: FigureLexicon) -> Governed | None:
    """Read a clause that leaves "which" out: "the 74 drones Russia sent overnight"."""
    if counted.kind not in ("weapons_platforms", "munitions") or counted.noun is None:
        return None
    k = at + 1
    while k < at + 3 and (tokens.capital(k) or tokens.word(k - 1) == "the"):
        k += 1
    k += tokens.word(k) in ("has", "had", "have")
    word = tokens.word(k)
    role = lexicon.roles.get(word)
    if role is None or role.role not in _TOLD or not (word.endswith("ed") or word in _PAST):
        return None
    if _has_object(tokens, k + 1, lexicon) or tokens.capital(k + 1):
        return None
    if word == "shot" and tokens.word(k + 1) == "down":
        role = lexicon.roles["downed"]
    elif word == "sent" and ("drone" in counted.noun.singular or counted.kind == "munitions"):
        role = lexicon.roles["launched"]
    return Governed(word, role, k, True, True)


_TOLD = frozenset(
    """launched deployed ordered delivered pledged requested built destroyed intercepted
    captured""".split()
)
_PAST = frozenset("sent shot bought built got lent gave sold".split())


def _taken(tokens: Tokens, k: int, lexicon: FigureLexicon) -> Role | None:
    """Read "took part", "taking their own lives", "were taken to the camp as hostages"."""
    following = tokens.words[k + 1 : k + 8]
    if following[:1] == ["part"]:
        return lexicon.roles["participate"]
    if following[:1] == ["their"] and following[1 + ("own" in following[1:2]) :][:1] == ["lives"]:
        return lexicon.roles["died"]
    if tokens.words[k] in ("taken", "held") and not _CAPTIVE.isdisjoint(following):
        return lexicon.roles["captured"]
    return None


_STILL = ("remain", "went", "gone", "still", "are", "were", "reported", "listed", "declared")
_LOST = frozenset(("lost", "lose", "loses"))
_FLEW = frozenset("fell fall falls flew flown travelled traveled landed crashed slammed".split())
_READ = (
    _FLEW | _AUXILIARIES | TAKEN | _BRING | _LOST | COME | {"as", "on", "worth"}
)  # go on without a role
_CAPTIVE = frozenset(("hostage", "hostages", "captive", "prisoner"))


class _Said(NamedTuple):
    """A role word after what is counted, and what was read on the way to it."""

    at: int
    role: Role
    be: bool  # "were", "been": a passive
    auxiliary: bool
    to: bool  # right after "to"


def _predicate(
    tokens: Tokens, said: _Said, counted: Counted, lexicon: FigureLexicon
) -> Governed | None:
    """Tell what was done to the counted from what they do to others, and what money is for."""
    at, role, word = said.at, said.role, tokens.words[said.at]
    following = tokens.word(at + 1)
    if word in INTRANSITIVE:
        if word not in _LEFT and not goes_somewhere(tokens, at):
            return None
        return None if word == "left" and said.be else gone(tokens, at, role, lexicon)
    if word in _ACTIVE and (not said.be or word.endswith("ing")):
        return None
    if role.role == "delivered" and said.be and following == "with":
        return None  # "17 jets that were provided with a new radar"
    themselves = role.role in _DONE
    if said.to and not (said.be or themselves) and following[:1].isalpha():
        if following not in _PLACING:
            return None  # "$15 million to produce prototypes"
    if role.role == "built" and counted.kind == "money":
        return None  # "$3 million to develop"
    if word.startswith(("ask", "call", "want", "require", "seek")):
        return None  # "one soldier called it a farce"
    if role.role in ("trained", "requested") and not said.be:
        return None  # "nine soldiers sought cover"
    if word.startswith(("announc", "unveil")) and counted.kind != "money":
        return None  # "the deployment of 800 men was announced"
    if role.role in _AIMED | _TRADED and word.endswith("ing") and not said.be:
        return None  # "two drones targeting the base", "a dozen firms selling arms"
    suffers = said.auxiliary if role.kind == "casualties" else said.be or themselves
    missile = role.role == "hit" and counted.kind == "munitions"
    if not (suffers or missile) and _has_object(tokens, at + 1, lexicon):
        return None
    past = not (said.be or said.auxiliary) and role.change is not None
    return Governed(word, role, at, True, past and _in_a_year(tokens, at))


def _in_a_year(tokens: Tokens, at: int) -> bool:
    """Tell "the four boats bought from France in 2009": told to say which are meant."""
    for k in range(at + 1, min(at + 6, len(tokens) - 1)):
        if tokens.words[k] == "in" and tokens.words[k + 1][:2] in ("19", "20"):
            return len(tokens.words[k + 1]) == 4
    return False


_AIMED = frozenset("hit destroyed intercepted captured".split())
_TRADED = frozenset("ordered delivered built pledged recruited".split())


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
        while tokens.word(noun + 1) in lexicon.nouns:
            noun += 1  # "hundreds of Canadian Forces personnel"
        if tokens.word(noun + 1) not in _GOES_ON:
            return at
        at = noun + 1
    return at


_GOES_ON = {"took"} | _AUXILIARIES | INTRANSITIVE | {",", "and", "as"}
_LISTS = frozenset(", and about some more than over around nearly up to".split())


_PLACING = frozenset("to into toward towards for from in at on by near with across over".split())


def _has_object(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    word = tokens.word(at)
    if word == "at":
        return tokens.word(at + 1) in ("least", "most")
    if word in OBJECT and tokens.word(at + 1) in _WHEN:
        return False  # "killed the day before"
    return word in OBJECT or word in lexicon.numbers or word[:1].isdigit()


_WHEN = frozenset("day night week month year weekend previous same".split())
_ORDINAL = ("st", "nd", "rd", "th")
_ATTACHED = frozenset(("in", "from", "at", "on", "of", "near", "aboard", "with", ","))


def _far_passive(
    tokens: Tokens, at: int, counted: Counted, lexicon: FigureLexicon
) -> Governed | None:
    """Read "12 people in the town were killed": the predicate past a prepositional phrase."""
    first = tokens.word(at)
    if first not in _ATTACHED and not (first == "for" and counted.kind == "money"):
        return None
    if _PREDICATES.isdisjoint(tokens.words[at + 1 : at + 18]):
        return None
    for k in range(at + 1, min(at + 18, len(tokens) - 1)):
        word = tokens.words[k]
        # A unit's ordinal is none: "from the 9th Brigade".
        ordinal = word.endswith(_ORDINAL) or tokens.words[k + 1] in _ORDINAL
        if first == "of" and k == at + 2 and tokens.words[k - 1] in ("the", "its", "their"):
            continue  # "two of the three ships in the region will head home"
        number = (word[0].isdigit() and not ordinal) or word in lexicon.numbers
        if number and first == "from" and k < at + 4 and tokens.words[k + 1] in _FROM:
            continue  # "9,000 troops from 12 countries are taking part"
        if word in (".", ";", ":", "(", "and") or number or word in CLAUSES or word in _RELATIVE:
            return None
        if word in _PREDICATES:
            if word == "died":
                return Governed(word, lexicon.roles["died"], k, True)
            for j in range(k + 1, min(k + 4, len(tokens))):
                role = lexicon.roles.get(tokens.words[j])
                if tokens.words[j] in TAKEN and tokens.words[j + 1 : j + 2] == ["part"]:
                    role = lexicon.roles["participate"]
                if role is not None:
                    if role.role in _TRADED and BE.isdisjoint(tokens.words[k:j]):
                        return None  # "eight boats, could lend few"
                    if tokens.words[j] not in INTRANSITIVE:
                        return Governed(tokens.words[j], role, j, True)
                    going = goes_somewhere(tokens, j)
                    return gone(tokens, j, role, lexicon) if going else None
                if tokens.words[j] not in _AUXILIARIES and not tokens.words[j].endswith("ly"):
                    return None
    return None


_FROM = frozenset("countries nations states members allies units bases brigades".split())
_RELATIVE = frozenset(("who", "which", "while", "when", "where", "if", "as", "after", "before"))
_PREDICATES = frozenset("were was been are is died be will would could might may".split())
