"""Tell who comes and goes: "will come in", "left for Malta", "were driven from their homes"."""

from analytics.extract.counted import Counted
from analytics.extract.governing import Governed
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon, Role

OBJECT = frozenset("a an the at more some another his her their its several".split())
# What says by the words after it that people come, or are driven out.
COME = frozenset(
    """follow reach reached take taking replace replacing relieve relieving driven forced chased
    brought left""".split()
)


def comes(
    tokens: Tokens, k: int, be: bool, counted: Counted, lexicon: FigureLexicon
) -> Governed | None:
    """Read "reached the Gulf", "will replace those from Ohio", "were driven from their homes"."""
    word, following = tokens.words[k], tokens.word(k + 1)
    if word == "brought":
        downed = be and following == "down"
        return Governed("downed", lexicon.roles["downed"], k, True) if downed else None
    if word in ("driven", "forced", "chased", "left"):
        driven = be and (following in ("from", "out") or tokens.word(k + 2) in ("flee", "leave"))
        own = following == "their" and tokens.word(k + 2) in _HOMES
        if counted.kind in ("other", None) and ((driven and word != "left") or own):
            return Governed("displaced", lexicon.roles["displaced"], k, True)
        return None
    if word == "follow":
        to_come = tokens.word(k - 1) in ("will", "to", "would", "could")
        known = counted.kind in ("weapons_platforms", "munitions", "personnel")
        due = known and to_come and (following in _LATER or not following.isalpha())
        name = "arrive" if counted.kind == "personnel" else "delivery"
        return Governed(word, lexicon.roles[name], k, True) if due else None
    if counted.kind == "weapons_platforms" and word.startswith("reach"):
        if counted.noun is None or counted.noun.singular not in _SHIPS:
            return None
    elif counted.kind != "personnel":
        return None
    if word.startswith("reach"):
        there = tokens.capital(k + 1) or (following == "the" and tokens.capital(k + 2))
    elif word.startswith("tak"):
        there = following == "over" and tokens.word(k + 2) in ("from", "for")
    else:
        there = following in ("those", "them") or any(
            other in ("unit", "units")
            or ((noun := lexicon.nouns.get(other)) is not None and noun.kind == "personnel")
            for other in tokens.words[k + 1 : k + 7]
        )
    return Governed("arrive", lexicon.roles["arrive"], k, True) if there else None


_HOMES = frozenset("homes home houses villages towns land".split())
_SHIPS = frozenset("ship warship vessel carrier destroyer frigate submarine cruiser boat".split())


def gone(tokens: Tokens, at: int, role: Role, lexicon: FigureLexicon) -> Governed | None:
    """Read where those go: "left for Malta", "would go back", but "left their last overhaul"."""
    word, following = tokens.words[at], tokens.words[at + 1 : at + 4]
    if word == "left":
        if following[:1] == ["for"]:
            role = lexicon.roles["deployed"]
        elif following[:1] == ["the"]:
            return Governed(word, role, at, True) if _LANDS.issuperset(following[1:2]) else None
        elif following[:1] and following[0] in OBJECT | {"no", "one", "our"}:
            return None
    elif "back" in following or "home" in following:
        role = lexicon.roles["withdrawn"]
    elif word.startswith("com") or word == "came":
        role = lexicon.roles["arrive"]
    return Governed(word, role, at, True)


_LANDS = frozenset(
    """base bases army forces service country city island region area capital province district
    town airport camp""".split()
)


def goes_somewhere(tokens: Tokens, at: int) -> bool:
    """Tell "will go to Liberia" and "are arriving in Poland" from "went missing"."""
    word = tokens.words[at]
    if word.startswith(("arriv", "land", "enter", "cross")):
        return True
    if word == "gone" and tokens.word(at + 1) == "to":
        return tokens.capital(at + 2) or (tokens.word(at + 2) == "the" and tokens.capital(at + 3))
    if word.startswith(("com", "return")) or word in ("came", "gone"):
        if tokens.word(at + 1) == "in" and word.startswith(("com", "cam")):
            return _is_when(tokens, at + 2)
        return tokens.word(at + 1) in ("home", "back")
    return not _TOWARDS.isdisjoint(tokens.words[at + 1 : at + 4])


def _is_when(tokens: Tokens, at: int) -> bool:
    """Tell "will come in to take their place" and "in 2027" from "come in two sizes"."""
    word = tokens.word(at)
    return word in _COMING_IN or (len(word) == 4 and word[:2] in ("19", "20"))


def is_time(tokens: Tokens, at: int) -> bool:
    """Tell "due in June" and "due in the spring" from "due in port"."""
    return _is_when(tokens, at) or tokens.word(at) in ("the", "early", "late", "mid", "two", "a")


_COMING_IN = frozenset(
    """to , . on from next as by january february march april may june july august september october
    november december""".split()
)
_TOWARDS = frozenset("to into toward towards for home back from".split())
_LATER = frozenset("in by next later from on before within".split())
