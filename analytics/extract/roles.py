"""Read what became of the counted things, and whether it is so, planned, denied or supposed."""

from dataclasses import dataclass

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon, Role
from analytics.model import Aspect, Change, Modality

_AUXILIARIES = frozenset(
    """is are was were be been being has have had will would to not also may might could can must
    should now still reportedly currently already later then both all each who that which were
    either allegedly since immediately immediately themselves subsequently also""".split()
)
_OBJECT = frozenset("a an the at more some another his her their its several".split())
_BARRIERS = frozenset(
    "in on by at with from near during after since against when while who which because".split()
)
_SHOT = frozenset(("shot", "shoot", "shoots", "shooting", "brought", "broken", "took", "gunned"))
_AID = frozenset(("aid", "package", "packages", "assistance", "grant", "grants", "increase", "cut",
    "cuts", "reduction", "rise", "boost", "upgrade", "loan", "loans", "hike", "drop", "decline"))  # fmt: skip
_AID_DOWN = frozenset(("cut", "cuts", "reduction", "drop", "decline"))
_CLAUSE_ENDS = frozenset((".", ",", ";", ":", "that", "which", "who", "as", "while", "after", "to"))
_MORE = frozenset(("additional", "another", "extra", "further"))
_ADDED = frozenset(("personnel", "weapons_platforms", "munitions", "money"))
_MOVED_TO = frozenset(("to", "at", "from", "with", "reaching", "hit", "hitting", "reached"))
_WEAK = frozenset(
    """have has had include includes including included up down lost losing lives drop drops
    additional leave training maintain order orders lay remain remains based fire fires
    serving keep""".split()
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
    return _passive(tokens, max(amount.last, counted.last), lexicon) or _active(
        tokens, amount, lexicon
    )


def _passive(tokens: Tokens, at: int, lexicon: FigureLexicon) -> Governed | None:
    """Read "12 soldiers were killed", "eight people injured", "500 troops will deploy"."""
    auxiliary = False
    for k in range(at, min(at + 7, len(tokens))):
        word = tokens.words[k]
        role = lexicon.roles.get(word)
        if role is not None and word not in ("have", "has", "had", "up", "down", "additional"):
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
        if word in (".", ";", ":", "(", "and") or word[0].isdigit() or word in lexicon.numbers:
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


def _active(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> Governed | None:
    """Read "killing 12 soldiers", "plans to send 500 troops": the nearest verb before."""
    barrier = False
    moved: Governed | None = None
    for k in range(amount.first - 1, max(-1, amount.first - 16), -1):
        word = tokens.words[k]
        if word in (".", ";", "?", "!") or (word == ":" and k < amount.first - 2):
            break
        role = lexicon.roles.get(word)
        if word == "down" and tokens.word(k - 1) in _SHOT:
            role = lexicon.roles["destroyed"]
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
        if word in _BARRIERS:
            barrier = True
    return moved


def change_of(
    tokens: Tokens, amount: Amount, counted: Counted, governed: Governed | None
) -> Change | None:
    """Tell whether the number is added to or taken from a stock, and which way."""
    kind = counted.kind
    if kind not in _ADDED and kind != "percent":
        return None
    told = _told_by_noun(tokens, amount, counted)
    if told is not None or governed is None:
        return told
    change = governed.role.change
    if change is None:
        return None
    before = tokens.word(amount.first - 1)
    gap = tokens.words[governed.at + 1 : amount.first] if not governed.after else []
    if governed.role.role in ("raised", "cut"):
        if before in _MOVED_TO and "by" not in gap:
            return None
        if kind == "percent" or "by" in gap or len(gap) <= 3 or governed.after:
            return change
        return None
    return None if kind == "percent" else change


def _told_by_noun(tokens: Tokens, amount: Amount, counted: Counted) -> Change | None:
    """Read "an additional 300 troops", "a $2 billion aid package", "a 5 percent increase"."""
    end = max(amount.last, counted.last)
    if counted.kind in _ADDED:
        around = tokens.words[max(0, amount.first - 3) : end]
        if any(word in _MORE for word in around) or tokens.word(amount.last) == "more":
            return "up"
    if counted.kind not in ("money", "percent", "personnel"):
        return None
    for k in range(end, min(end + 6, len(tokens))):
        word = tokens.words[k]
        if word in _CLAUSE_ENDS:
            return None
        if word in _AID and (counted.kind == "money" or word not in ("aid", "package")):
            return "down" if word in _AID_DOWN else "up"
    return None


def modality_of(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> Modality:
    """Tell what is reported from what is planned, denied or supposed, by the clause's words."""
    cues = lexicon.cues["modality"]
    low = max(0, amount.first - 12)
    k = amount.first - 1
    while k >= low:
        word = tokens.words[k]
        if word in (".", ";", ":", "”", '"', "but", "while"):
            break
        found = cues.at(tokens.words, k)
        if found is not None and not (word in ("may", "will") and tokens.capital(k)):
            return found[1]  # type: ignore[return-value]
        k -= 1
    end = max(amount.last, counted.last)
    for k in range(end, min(end + 3, len(tokens))):
        found = cues.at(tokens.words, k)
        if found is not None:
            return found[1]  # type: ignore[return-value]
    return "reported"


def aspect_of(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    change: Change | None,
    governed: Governed | None,
    lexicon: FigureLexicon,
) -> Aspect:
    """Tell a level from a change, a running total, a new count, a rate and a capacity."""
    cues = lexicon.cues["aspect"]
    end = max(amount.last, counted.last)
    for k in range(end, min(end + 3, len(tokens))):
        found = cues.at(tokens.words, k)
        if found is not None and found[1] == "rate":
            return "rate"
    for k in range(max(0, amount.first - 10), min(end + 10, len(tokens))):
        found = cues.at(tokens.words, k)
        if found is not None and (found[1] != "rate" or k < amount.first):
            return found[1] if found[1] != "rate" else "rate"  # type: ignore[return-value]
    if change is not None:
        return "change"
    if counted.kind in ("casualties", "events") or (
        governed is not None and governed.role.role in ("killed", "wounded", "captured", "launched")
    ):
        return "new"
    return "level"
