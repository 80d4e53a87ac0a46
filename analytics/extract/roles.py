"""Say what became of the counted things: sent, killed, ordered, stationed."""

from analytics.extract.amounts import Amount
from analytics.extract.asides import VERBS
from analytics.extract.counted import Counted
from analytics.extract.governing import INTRANSITIVE, SHOT, Governed
from analytics.extract.leading import find_lead
from analytics.extract.predicates import find_predicate
from analytics.extract.tokens import Tokens
from analytics.extract.verbs import find_verb
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Change

# Before a number, these make it the level that is left, reached or gone below.
LEVELS = frozenset(
    """to at from reaching reached hit hitting below above current existing present remaining
    previous totaling totalling high low peak average total target level strength force""".split()
)
# What can become of things of a kind. No role is better than one that the kind cannot have.
_ROLES_BY_KIND: dict[str, frozenset[str]] = {
    "personnel": frozenset(
        """stationed deployed withdrawn recruited requested pledged trained killed wounded missing
        captured released raised cut taking_part evacuated displaced""".split()
    ),
    "weapons_platforms": frozenset(
        """stationed deployed withdrawn requested built ordered delivered pledged destroyed
        intercepted launched captured raised cut taking_part hit released""".split()
    ),
    "munitions": frozenset(
        """stationed deployed withdrawn requested built ordered delivered pledged destroyed
        intercepted launched captured raised cut""".split()
    ),
    "money": frozenset("spent pledged delivered ordered requested raised cut withdrawn".split()),
    "percent": frozenset(("raised", "cut", "spent")),
    "events": frozenset(("launched",)),
    "other": frozenset(
        "captured released displaced destroyed taking_part ordered delivered evacuated hit".split()
    ),
    "duration": frozenset(),
    "distance": frozenset(),
}


def find_role(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> Governed | None:
    """Find the word that governs a number: the predicate after what is counted, else the verb."""
    if counted.noun is not None and counted.noun.group == "toll" and counted.last > amount.last:
        word = tokens.words[counted.last - 1]
        if _DIED & set(tokens.words[counted.last : counted.last + 3]):
            word = "died"  # "eight of the wounded died"
        known = "dead" if word == "fallen" else word  # prices are fallen otherwise
        if known in lexicon.roles:
            return Governed(word, lexicon.roles[known], counted.last - 1, True)
    if counted.borrowed and counted.unit == "children":
        return None  # of a father of five
    end = max(amount.last, counted.last)
    whole = _is_whole(tokens, amount.first, lexicon)
    if whole and tokens.word(end) in VERBS:
        return None  # "10 of the 32 jets arrived": not all of them
    said = find_predicate(tokens, end, counted, lexicon)
    if said is not None and _is_of_another(tokens, amount, counted, said):
        said = None
    if said is not None or whole:
        return said
    led = find_lead(tokens, amount, counted, lexicon)
    if led is not None:
        return led
    verb = find_verb(tokens, amount, counted, lexicon)
    if verb is None or verb.role.kind == "casualties" or tokens.word(amount.first - 1) != ",":
        return verb
    # "of 40 soldiers sent, two have returned": what was said before is not said of them
    return None if tokens.word(end) in ("have", "has", "had") else verb


_DIED = {"died", "dead"}


def _is_of_another(tokens: Tokens, amount: Amount, counted: Counted, said: Governed) -> bool:
    """Tell "contracts for 24 jets were signed", "we have 12 launchers left"."""
    if said.role.role == "recruited" and counted.kind not in ("personnel", None):
        return True
    if said.word != "left" or tokens.word(said.at + 1) in ("the", "for"):
        return False
    return not _HAVE.isdisjoint(tokens.words[max(0, amount.first - 3) : amount.first])


def _is_whole(tokens: Tokens, first: int, lexicon: FigureLexicon) -> bool:
    """Tell the 40 of "lost 12 of its 40 tanks", of which the verb says nothing."""
    if tokens.word(first - 2) != "of" or tokens.word(first - 1) not in _OWNERS:
        return False
    part = tokens.word(first - 3)
    return part[:1].isdigit() or part in lexicon.numbers


_OWNERS = frozenset("the its their his her our those these".split())


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
        own = counted.noun if not counted.borrowed else None
        if own is not None and own.singular == "casualty" and role == _HARMED:
            return None
        if tokens.word(amount.first - 2) == "fatally":
            return "killed"
        suffered = governed is not None and governed.role.kind == "casualties" and role != _HARMED
        if not suffered and _is_toll(tokens, amount):
            return "killed"
        return role if suffered else _suffered(tokens, amount, counted, lexicon)
    if governed is not None:
        role = _role_by_word(tokens, amount, counted, governed)
    if role is None and counted.noun is not None and counted.noun.singular == "participant":
        return "taking_part"
    if kind == "personnel" and role is None and _are_there(tokens, amount, counted):
        return "stationed"
    if kind == "percent" and role is None:
        return _ROLE_BY_WAY.get(way_before(tokens, amount.first))
    if kind in ("other", None) and counted.noun is not None and counted.noun.group == "captive":
        return role if role in ("released", "displaced") else "captured"
    return role if role in _ROLES_BY_KIND[kind or "other"] else None


def _is_toll(tokens: Tokens, amount: Amount) -> bool:
    """Tell the 47 and the 39 of "the toll of the blast rose to 47 from 39"."""
    if tokens.word(amount.first - 1) not in ("to", "from", "at"):
        return False
    ahead = tokens.words[max(0, amount.first - 16) : amount.first]
    return "toll" in ahead and "," not in ahead[ahead.index("toll") :]


_HARMED = "harmed"  # casualties are killed or wounded: the word does not say which
_ROLE_BY_WAY: dict[Change | None, str] = {"up": "raised", "down": "cut"}


def way_before(tokens: Tokens, first: int) -> Change | None:
    """Read "up 12 percent" and "was down 3"; null where women "make up 7 percent" of a corps."""
    way, before = tokens.word(first - 1), tokens.word(first - 2)
    if way not in ("up", "down") or before in _WITH_UP or before in SHOT:
        return None
    return "up" if way == "up" else "down"


# With these, "up" and "down" make another verb: "blew up three bridges".
_WITH_UP = frozenset(
    """make makes made making take takes took taken taking to blow blows blew blown blowing give
    gives gave given giving put puts putting set sets setting pick picks picked back backed open
    opened striking struck knocked knocking broken break broke breaking tear tore torn call called
    calling sign signed held hold holding build built turn turned turning line lined keep
    kept""".split()
)


def _role_by_word(
    tokens: Tokens, amount: Amount, counted: Counted, governed: Governed
) -> str | None:
    """Read the word that governs by what it governs: jets that are lost are destroyed."""
    kind, word, role = counted.kind, governed.word, governed.role.role
    following = tokens.word(governed.at + 1)
    if role == "ordered" and kind == "personnel":
        return (
            "deployed" if word in _ORDERED and "of" not in _gap(tokens, amount, governed) else None
        )
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


def _are_there(tokens: Tokens, amount: Amount, counted: Counted) -> bool:
    """Read "There are 900 troops", "it has an army of 30,000 soldiers", "500 soldiers in Mali"."""
    k = amount.first - 1
    while k >= 0 and tokens.words[k] in _LEADING:
        k -= 1
    if tokens.word(k) in _HAVE or (tokens.word(k) in _BE and tokens.word(k - 1) == "there"):
        return True
    at = max(amount.last, counted.last)
    if tokens.word(at) in _BE:
        at += 1
        while tokens.word(at) in ("currently", "now", "still", "already"):
            at += 1
    elif counted.noun is not None and counted.noun.singular in ATTACKERS:
        return False
    following = tokens.word(at + 1)
    if tokens.word(at) == "there":
        return True
    known = following in _GROUNDS and tokens.word(at + 2) != "custody"
    return tokens.word(at) in _THERE and (tokens.capital(at + 1) or known)


_BE = frozenset(("are", "were", "is", "was"))
_LEADING = frozenset(
    """a an of the army force contingent crew total garrison its own still now only just currently
    already also anywhere""".split()
)
_HAVE = frozenset(("has", "have", "had", "keeps", "hosts", "houses", "maintains"))
_THERE = frozenset(("in", "at", "on", "across", "inside", "near", "around"))
_GROUNDS = frozenset("the eastern western northern southern central neighboring nearby".split())
ATTACKERS = frozenset(
    """insurgent militant gunman terrorist attacker assailant rebel operative spy saboteur
    infiltrator""".split()
) | {"mossad agent", "intelligence agent", "secret agent"}


def _suffered(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> str | None:
    """Find the nearest word of the sentence that says how people came to harm."""
    last = max(amount.last, counted.last)
    after = range(amount.last, min(last + 14, len(tokens)))
    before = range(amount.first - 1, max(-1, amount.first - 16), -1)
    for k in (*after, *before):
        role = lexicon.roles.get(tokens.words[k])
        if role is not None and role.kind == "casualties" and role.role != _HARMED:
            return role.role
        if tokens.words[k] in lexicon.grammar["struck"]:
            return "wounded"
    return None
