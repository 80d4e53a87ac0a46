"""Read what became of the counted things: sent, killed, ordered, stationed."""

from dataclasses import dataclass

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon, Role
from analytics.model import Change

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
_CLAUSES = frozenset("— – but whereas although though that because unless he she they we i".split())
_STATES = frozenset("is are was were has have had isn't aren't hasn't".split())
# People and things do these; nobody does them to what is counted.
_INTRANSITIVE = frozenset(
    """go goes going went head heads headed heading arrive arrived arriving arrives return
    returned returning depart departed""".split()
)
# Whoever does these stands before them; what is before them is not what they are done to.
_ACTIVE = frozenset(
    "get gets getting got give gives gave giving receive receives received receiving".split()
)
# What the counted do themselves, whatever they do it to: "114 countries have joined the treaty".
_DONE = frozenset("taking_part displaced stationed evacuated raised cut".split())
_BRING = frozenset("bring brings brought bringing".split())
_DEALS = frozenset("order orders contract contracts deal deals tender".split())
_BE = frozenset("is are was were be been being".split())
# What can become of things of a kind. No role is better than one that the kind cannot have.
_ROLES_BY_KIND: dict[str, frozenset[str]] = {
    "personnel": frozenset(
        """stationed deployed withdrawn recruited killed wounded missing captured released raised
        cut taking_part evacuated displaced""".split()
    ),
    "weapons_platforms": frozenset(
        """stationed deployed withdrawn ordered delivered pledged destroyed intercepted launched
        captured raised cut taking_part hit released""".split()
    ),
    "munitions": frozenset(
        """stationed deployed withdrawn ordered delivered pledged destroyed intercepted launched
        captured raised cut""".split()
    ),
    "money": frozenset("spent pledged delivered ordered raised cut withdrawn".split()),
    "percent": frozenset(("raised", "cut")),
    "events": frozenset(("launched",)),
    "other": frozenset(
        "captured released displaced destroyed taking_part ordered evacuated hit".split()
    ),
    "duration": frozenset(),
    "distance": frozenset(),
}
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
    auxiliary = be = False
    for k in range(at, min(at + 7, len(tokens))):
        word = tokens.words[k]
        role = lexicon.roles.get(word)
        if role is not None and role.role in ("raised", "cut") and counted.kind not in _ABSTRACT:
            return None  # "two drones fell into the river"
        if role is not None and not (word in _TAKEN and not _can_be_taken(counted)):
            if word in _INTRANSITIVE and not _goes_somewhere(tokens, k):
                return None
            if word in _ACTIVE and not be:
                return None
            suffers = auxiliary if role.kind == "casualties" else be or role.role in _DONE
            if not suffers and _has_object(tokens, k + 1, lexicon):
                return None
            return Governed(word, role, k, True)
        be = be or word in _BE
        if word in _AUXILIARIES or word.endswith("ly"):
            auxiliary = auxiliary or word in _AUXILIARIES
            continue
        break
    return _far_passive(tokens, at, lexicon)


def _goes_somewhere(tokens: Tokens, at: int) -> bool:
    """Tell "will go to Liberia" and "are arriving in Poland" from "went missing"."""
    if tokens.words[at].startswith("arriv"):
        return True
    return not _TOWARDS.isdisjoint(tokens.words[at + 1 : at + 4])


_TOWARDS = frozenset("to into toward towards for home back from".split())


def _has_object(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    word = tokens.word(at)
    if word == "at":
        return tokens.word(at + 1) in ("least", "most")
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
        if word == "up" and tokens.word(k - 1) in _CALL:
            role = lexicon.roles["mobilize"]
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
        if word in BARRIERS:
            barrier = True
    return moved or priced


_CALL = frozenset(("call", "calls", "called", "calling"))


def _governs(tokens: Tokens, at: int, amount: Amount, lexicon: FigureLexicon) -> bool:
    """Tell whether the word at ``at`` can be said of a number that follows it."""
    word = tokens.words[at]
    if word in _INTRANSITIVE or _describes(tokens, at, amount, lexicon):
        return False
    if word in _DEALS and at + 1 < amount.first:
        return tokens.words[at + 1] in ("for", "of", "to", "worth")
    if word in _BRING:
        return "home" in tokens.words[at + 1 : amount.last + 3]
    return True


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
    if kind == "casualties":
        suffered = governed is not None and governed.role.kind == "casualties"
        return role if suffered else _suffered(tokens, amount, counted, lexicon)
    if governed is not None:
        role = _role_by_word(tokens, amount, governed, kind)
    if kind == "personnel" and role is None and _are_there(tokens, amount, counted):
        return "stationed"
    if kind == "percent" and role is None:
        return _ROLE_BY_WAY.get(way_before(tokens, amount))
    if kind in ("other", None) and counted.noun is not None and counted.noun.group == "captive":
        return role if role in ("released", "displaced") else "captured"
    return role if role in _ROLES_BY_KIND[kind or "other"] else None


_ROLE_BY_WAY: dict[Change | None, str] = {"up": "raised", "down": "cut"}
_STRUCK_DOWN = SHOT | frozenset("striking struck knocked knocking taking took take broken".split())


def way_before(tokens: Tokens, amount: Amount) -> Change | None:
    """Read "up 12 percent" and "down 3"; null where women "make up 7 percent"."""
    way, before = tokens.word(amount.first - 1), tokens.word(amount.first - 2)
    if way == "up" and before not in ("make", "makes", "made", "making", "take", "takes", "to"):
        return "up"
    return "down" if way == "down" and before not in _STRUCK_DOWN else None


def _role_by_word(
    tokens: Tokens, amount: Amount, governed: Governed, kind: str | None
) -> str | None:
    """Read the word that governs by what it governs: jets that are lost are destroyed."""
    word, role = governed.word, governed.role.role
    following = tokens.word(governed.at + 1)
    if role == "ordered" and kind == "personnel":
        return (
            "deployed" if word in _ORDERED and "of" not in _gap(tokens, amount, governed) else None
        )
    if role == "ordered" and kind == "events":
        return "launched"
    if role == "killed" and kind in ("weapons_platforms", "munitions"):
        return "destroyed"
    if word in ("shot", "shooting") and following == "down":
        return "destroyed"
    if role == "hit" and kind == "munitions":
        return "launched"
    if role == "deployed" and kind == "money":
        return "delivered" if word.startswith(_GIVEN) else None
    if word == "deployed" and governed.after and _rests(tokens, governed.at):
        return "stationed"
    return role


_GIVEN = ("sen", "contribut", "commit", "add")
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
