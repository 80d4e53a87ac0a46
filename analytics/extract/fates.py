"""Find who is told to have been killed or captured, clause by clause.

What was planned, denied or undecided is left out, and what is told of the attacks of others: "an
ambush that killed two soldiers".
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from analytics.extract.tokens import Tokens
from analytics.extract.victims import Here, People, people_at
from analytics.lexicons.figures import FigureLexicon

Fate = Literal["killed", "captured"]

_FATES: dict[str, Fate] = {
    **dict.fromkeys("killed killing kills kill dead died death deaths slain".split(), "killed"),
    **dict.fromkeys(
        """captured capturing captures capture detained detaining detains detain detention
        arrested arresting arrests arrest apprehended apprehending apprehends apprehend taken
        taking took nabbed""".split(),
        "captured",
    ),
}
_NOUNS = frozenset("death deaths capture arrest arrests detention".split())
_BASE = frozenset("kill capture detain arrest apprehend".split())
_MANAGED = frozenset("able managed helped identify identified and".split())
_BE = frozenset("was were been being is are be".split())
_BETWEEN = frozenset("also both all later subsequently then reportedly safely each".split())
_NO = frozenset("no not never nor without neither".split())
_LINKS = (("along", "with"), ("together", "with"), ("as", "well", "as"), (",", "and"), ("and",))
_NOT_YET = frozenset("will would could might may should if".split())
_ATTACK = frozenset(
    """attack attacks ambush ambushes bombing bombings blast explosion shooting assassination
    murder murders suicide""".split()
)
_CLAUSE = frozenset((".", ";", ":", "—", "–", "--", "while", "but"))
_PREPOSITIONS = frozenset(
    "in of on at by from for with against targeting near to into between including".split()
)
_WINDOW = 60  # words before a verb in which those it was done to are looked for
_MOST = 12  # phrases of one list


class Clause(NamedTuple):
    """Those whom one verb governs."""

    fate: Fate
    people: tuple[People, ...]
    including: bool  # those named next are among them
    tokens: Tokens


def find_clauses(tokens: Tokens, here: Here, lexicon: FigureLexicon) -> Iterator[Clause]:
    """Yield those killed or captured in a sentence, verb by verb, left to right."""
    before: Clause | None = None
    for k, word in enumerate(tokens.words):
        fate = _FATES.get(word)
        if fate is None or not _happened(tokens, k):
            continue
        people, end = _governed(tokens, k, here, lexicon)
        if not people and before is not None and tokens.word(k - 1) == "and":
            people, end = list(before.people), k  # "several were killed and captured"
        if not people:
            continue
        including = "including" in tokens.words[end : end + 16]
        before = Clause(fate, tuple(people), including, tokens)
        yield before


def _happened(tokens: Tokens, k: int) -> bool:
    """Tell what came about from what is planned, denied, undecided or told of other attacks."""
    word, before = tokens.words[k], tokens.words[max(0, k - 4) : k]
    if word in ("taken", "taking", "took") and "custody" not in tokens.words[k : k + 12]:
        return False
    if word in _NOUNS and tokens.word(k + 1) == "of":
        return "or" not in before and "responsible" not in before
    if word in _BASE and not (
        len(before) > 1 and before[-1] in ("to", "and") and before[-2] in _MANAGED
    ):
        return False
    if "or" in (tokens.word(k - 1), tokens.word(k + 1)) or not _NO.isdisjoint(before):
        return False
    if not _NOT_YET.isdisjoint(before):
        return False
    if {"that", "which", "who"} & set(before) or word == "killing":
        wide = set(tokens.words[max(0, k - 10) : k])
        if wide & _ATTACK or {"responsible", "for"} <= wide:
            return "airstrike" in wide or "strike" in wide
    return True


def _governed(
    tokens: Tokens, k: int, here: Here, lexicon: FigureLexicon
) -> tuple[list[People], int]:
    """Find those whom the verb at ``k`` was done to, and where their phrases end."""
    start = k + 1
    if tokens.word(start) == "of" and tokens.words[k] in _NOUNS:
        return _list(tokens, start + 1, here, lexicon)
    if tokens.words[k] in _NOUNS:
        return [], k
    aux = k
    while aux > 0 and (tokens.words[aux - 1] in _BETWEEN or tokens.words[aux - 1].endswith("ly")):
        aux -= 1
    intransitive = tokens.words[k] in ("died", "dead")
    if aux > 0 and (tokens.words[aux - 1] in _BE or intransitive):
        subject = _subject(tokens, aux - 1, here, lexicon)
        return _with_others(tokens, start, subject, here, lexicon), k
    people, end = _list(tokens, start, here, lexicon)
    return (people, end) if people else (_left(tokens, k, here, lexicon), k)


def _left(tokens: Tokens, k: int, here: Here, lexicon: FigureLexicon) -> list[People]:
    """Read "resulting in 14 insurgents killed": the phrase that ends at the verb."""
    if tokens.words[k][-1] not in "dn":
        return []
    for first in range(max(0, k - 9), k):
        one = people_at(tokens, first, here, lexicon)
        if one is not None and one.last == k and one.sort != "known":
            return [one]
    return []


def _list(tokens: Tokens, at: int, here: Here, lexicon: FigureLexicon) -> tuple[list[People], int]:
    """Read "a leader, two of his men and several others"; "…, along with one other" far on."""
    people: list[People] = []
    while at < len(tokens) and len(people) < _MOST:
        one = people_at(tokens, at, here, lexicon)
        if one is None:
            break
        people.append(one)
        link = _link(tokens, one.last)
        if link is not None and one.noun is None and one.leader and tokens.word(one.last) == ",":
            break  # "Karim, the governor": one person
        if link is None:
            break
        at = link
    if not people:
        return people, at
    end = people[-1].last
    return _with_others(tokens, end, people, here, lexicon), end


def _with_others(
    tokens: Tokens, at: int, people: list[People], here: Here, lexicon: FigureLexicon
) -> list[People]:
    """Add whom the sentence names later on: "…, along with two of his men"."""
    for k in range(at, min(at + 25, len(tokens) - 2)):
        if people and tuple(tokens.words[k : k + 2]) == _LINKS[0]:
            one = people_at(tokens, k + 2, here, lexicon)
            return [*people, one] if one else people
    return people


def _link(tokens: Tokens, at: int) -> int | None:
    for link in _LINKS:
        if tuple(tokens.words[at : at + len(link)]) == link:
            return at + len(link)
    return at + 1 if tokens.word(at) == "," else None


def _subject(tokens: Tokens, end: int, here: Here, lexicon: FigureLexicon) -> list[People]:
    """Find the last people before ``end`` that stand behind no preposition."""
    start = end
    while start > max(0, end - _WINDOW) and tokens.words[start - 1] not in _CLAUSE:
        start -= 1
    last: list[People] = []
    k = start
    while k < end:
        if tokens.word(k - 1) in _PREPOSITIONS and k > start:
            skipped = people_at(tokens, k, here, lexicon)
            k = max(k + 1, skipped.last if skipped else k)
            continue
        if tokens.words[k] in _NO:
            return []
        found, _ = _list(tokens, k, here, lexicon)
        found = [one for one in found if one.last <= end]
        if found:
            last, k = found, found[-1].last
        else:
            k += 1
    return last
