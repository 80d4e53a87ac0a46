"""Say what became of the counted things: sent, killed, ordered, stationed."""

from analytics.extract.amounts import Amount
from analytics.extract.asides import VERBS
from analytics.extract.counted import Counted
from analytics.extract.governing import SHOT, Governed
from analytics.extract.leading import find_lead
from analytics.extract.predicates import find_predicate
from analytics.extract.role_words import role_by_word
from analytics.extract.tokens import Tokens
from analytics.extract.verbs import find_verb
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Change

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
    if whole:  # "two of the three ships here sail home": what follows is said of the two
        return said if said is not None and (said.of_it or said.at <= end + 1) else None
    if said is not None:
        return said
    led = find_lead(tokens, amount, counted, lexicon)
    if led is not None:
        return led
    verb = find_verb(tokens, amount, counted, lexicon)
    return None if verb is None else _verb_of(tokens, amount, end, verb, lexicon)


def _verb_of(
    tokens: Tokens, amount: Amount, end: int, verb: Governed, lexicon: FigureLexicon
) -> Governed | None:
    """Tell what a verb before says of a number that may have a clause of its own."""
    if verb.word == "missing" and tokens.word(amount.first - 1) == "by":
        return None  # "missing its goal by 15,000"
    out = tokens.word(end) == "out" and tokens.word(end + 1) == "of"
    if verb.role.role in ("deployed", "ordered") and (out or tokens.word(end) in _HOME):
        return Governed(verb.word, lexicon.roles["withdrawn"], verb.at, False)
    if verb.role.change is None:
        return verb
    before = tokens.word(amount.first - 1)
    own = (before == "," and tokens.word(end) in ("have", "has", "had")) or (
        before in _OF_WHICH and tokens.word(end) in VERBS
    )
    whose = tokens.word(end) == "of" and tokens.word(end + 1) in _OF_WHICH
    # "of 40 soldiers sent, two have returned": what was said before is not said of them
    return None if own or whose else verb


_HOME = frozenset(("home", "back"))
_OF_WHICH = frozenset(("which", "whom"))


_DIED = {"died", "dead"}


def _is_of_another(tokens: Tokens, amount: Amount, counted: Counted, said: Governed) -> bool:
    """Tell "contracts for 24 jets were signed", "we have 12 launchers left"."""
    if said.role.role == "recruited" and counted.kind not in ("personnel", None):
        return True
    if said.role.role == "pledged" and counted.kind == "personnel":
        return True  # "the sending of 900 soldiers was approved"
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
        role = role_by_word(tokens, amount, counted, governed)
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
    calling sign signed held hold holding build built turn turned turning line lined keep kept
    laid""".split()
)


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
