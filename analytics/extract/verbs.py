"""Find the verb or noun before a number that governs it: "killing 12 soldiers", "a cut of 3".

It governs only within its own clause; one that says what the counted do themselves ("go",
"receive") governs nothing after it.
"""

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.governing import (
    BARRIERS,
    BE,
    CLAUSES,
    INTRANSITIVE,
    PHRASAL,
    SHOT,
    TAKEN,
    Governed,
    can_be_taken,
)
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon, Role

_WEAK = frozenset(
    "lost losing drop drops maintain remain remains based fire fires serving keep".split()
)
_STATES = frozenset("is are was were has have had isn't aren't hasn't".split())
_BRING = frozenset("bring brings brought bringing".split())
# Words that have a role by the word before them.
_PARTICLES = frozenset(particle for _, particle in PHRASAL) | _BRING | {"down"}
# Where a clause or a phrase begins or ends.
_REPLACE = frozenset(("replace", "replaces", "replacing"))
_MARKS = _REPLACE | CLAUSES | BARRIERS | _STATES | frozenset((".", ";", "?", "!", ":", "as"))
_DEALS = frozenset("order orders contract contracts deal deals tender".split())
_ADDED = frozenset(("modification", "option", "extension", "award"))
_AS = frozenset(("such", "known", "as", "well"))
_SALES = _DEALS | {"sale", "sales", "package", "packages", "purchase", "purchases"}
_CANCEL = frozenset(
    """cancel cancels cancelled canceled cancelling canceling scrap scrapped scrapping axed
    dropped lost lose""".split()
)
_OF_DEAL = frozenset("for of to worth covers covering includes including".split())
_TRANSPARENT = frozenset(
    """include includes included including involve involving remaining expected needed planned
    scheduled set ready able due reportedly said almost nearly currently already recently used using
    separate expects plans plan intend intends agreed agree want wants continue continued help
    helped""".split()
)


def find_verb(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> Governed | None:
    """Read "killing 12 soldiers", "plans to send 500 troops": the nearest verb before."""
    barrier = clause = False
    moved: Governed | None = None
    priced: Governed | None = None
    verbs, roles = lexicon.grammar["verb"], lexicon.roles
    for k in range(amount.first - 1, max(-1, amount.first - 16), -1):
        word, role = tokens.words[k], None
        if word in roles or word in _PARTICLES:
            word, role = _role_at(tokens, k, amount, lexicon)
        elif word not in _MARKS and word not in verbs:
            continue
        if word in (".", ";", "?", "!") or (word == ":" and k < amount.first - 2):
            break
        if role is None and (word in CLAUSES or (word in _STATES and moved is None)):
            clause = clause or word != "that" or tokens.word(k + 1) not in ("in", "by", "to")
        if word == "pay" and tokens.word(k + 1) == "by":
            continue  # "raise pay by 17 percent"
        if role is None and (word in verbs or word in _REPLACE) and word not in _TRANSPARENT:
            if tokens.word(k - 1) in _SALES:
                continue  # "the sales announced today include 12 jets"
            break
        if role is not None and word in TAKEN and not can_be_taken(counted):
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
            if word in ("toll", "death") and amount.kind == "percent":
                continue  # "the death toll rose 17 percent"
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
        elif word == "as" and tokens.word(k - 1) not in _AS and tokens.word(k + 1) != "well":
            barrier = True  # "were hurt as two crowds met"
    return moved or priced


def _role_at(
    tokens: Tokens, k: int, amount: Amount, lexicon: FigureLexicon
) -> tuple[str, Role | None]:
    """Give the word at ``k``, or the one it makes with the word before it, and its role."""
    word = tokens.words[k]
    phrasal = PHRASAL.get((tokens.word(k - 1)[:3], word))
    if phrasal is not None:
        return phrasal, lexicon.roles[phrasal]
    if word == "down" and tokens.word(k - 1) in SHOT:
        return word, lexicon.roles["downed"]
    if word in _BRING and _brought_somewhere(tokens, amount):
        return word, lexicon.roles["deployed"]
    if word == "station" and tokens.word(k - 1) == "to":
        return word, lexicon.roles["stationing"]
    if word in _SALES and not _CANCEL.isdisjoint(tokens.words[max(0, k - 5) : k]):
        return word, lexicon.roles["cancelled"]
    role = lexicon.roles.get(word)
    return word, role if role is not None and _governs(tokens, k, amount, lexicon) else None


def _brought_somewhere(tokens: Tokens, amount: Amount) -> bool:
    """Read "brought 1,500 Americans to Romania", but not "brought 12 people to safety"."""
    for k in range(amount.last, min(amount.last + 6, len(tokens) - 2)):
        if tokens.words[k] == "to":
            name = k + 1 + (tokens.words[k + 1] == "the")
            return tokens.capital(name) or tokens.word(name) == "region"
    return False


def _governs(tokens: Tokens, at: int, amount: Amount, lexicon: FigureLexicon) -> bool:
    """Tell whether the word at ``at`` can be said of a number that follows it."""
    word = tokens.words[at]
    if word == "remaining" and at == amount.first - 1:
        return False  # "withdraw the remaining 900"
    if word in INTRANSITIVE or _describes(tokens, at, amount, lexicon):
        return False
    passive = tokens.word(at - 1) in BE and word.endswith(("ed", "t", "n"))
    role = lexicon.roles[word]
    moved = role.kind is not None or role.role in ("raised", "cut", "withdrawn")
    if passive and not moved and not {"by", "with"} & set(tokens.words[at + 1 : amount.first]):
        # "was awarded $2 billion", not "half to be built at home, 96 guns": those went before
        return at == amount.first - 1 and word in _RECEIVED
    if word in _DEALS and at + 1 < amount.first:
        sort = tokens.words[at + 1 + (tokens.words[at + 1] in _ADDED)]
        return sort in _OF_DEAL and tokens.words[at + 1 : at + 3] != ["of", "magnitude"]
    if word.startswith(("arrival", "gift")) and not word.endswith("d"):
        return tokens.words[at + 1] == "of"
    if word == "flown":
        return False
    if word == "recalled":
        return "from" in tokens.words[amount.last : amount.last + 4]
    if word.startswith("requirement"):
        return tokens.words[at + 1] in ("for", "of")
    if word.startswith(_ADJACENT):
        return at == amount.first - 1
    if word.startswith(("ask", "call")):
        return tokens.words[at + 1] == "for"
    if word == "lose":  # "the base could lose 900 soldiers": nobody dies by it
        return not _MODALS.isdisjoint(tokens.words[max(0, at - 2) : at])
    if word in _LAWS:
        between = tokens.words[at + 1 : amount.first]
        return between == ["with"] or not _CONTAINS.isdisjoint(between)
    if word in _BRING:
        return "home" in tokens.words[at + 1 : amount.last + 3]
    if word.startswith(_TOLD):
        return at == amount.first - 1 and amount.kind == "money"
    if role.role == "built" and amount.kind == "money":
        return False
    if word == "advanced" and at < amount.first - 1 and tokens.word(at + 1) != "by":
        return False  # "an advanced radar"
    if word == "presence" and tokens.word(amount.first - 1) == "by":
        return False  # "cut the presence by 900": the cut governs
    if tokens.word(amount.first - 1) == "by" or amount.kind == "percent":
        return role.role not in _SIDE  # "raised its budget by 3 percent"
    return True


_RECEIVED = frozenset("given handed promised offered awarded granted loaned lent sent".split())
_SIDE = frozenset(("spent", "delivered", "ordered", "pledged", "built"))
_ADJACENT = ("want", "require", "train", "recover", "see", "sought")
_MODALS = frozenset("will would could may might to shall".split())
_LAWS = frozenset(("bill", "bills", "legislation"))
_CONTAINS = frozenset(
    "include includes included including contains contained provides provided allocates".split()
)
_TOLD = ("announc", "unveil")


def _describes(tokens: Tokens, at: int, amount: Amount, lexicon: FigureLexicon) -> bool:
    """Tell "five retired generals and one", where the word describes a noun, from a verb."""
    noun = lexicon.nouns.get(tokens.word(at + 1))
    if noun is not None and noun.plural and tokens.word(at - 1)[:1].isdigit():
        return True  # "has 1,550 deployed warheads and the other 1,420"
    return (
        tokens.words[at].endswith("ed")
        and at + 1 < amount.first - 1
        and noun is not None
        and noun.plural
        and noun.group != ""
    )
