"""Say whose the counted things are: "American troops", "Germany sailed two frigates"."""

from collections.abc import Sequence

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.governing import Governed
from analytics.extract.setting import Body
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Place

_OWNED = frozenset(("personnel", "weapons_platforms", "munitions", "money"))
_ARMED = frozenset(("fighter", "unit"))
_MEASURES = frozenset(("percent", "duration", "distance"))
_SUFFERED = frozenset(
    "killed wounded missing captured released destroyed intercepted hit displaced".split()
)
_BY_PLACE = frozenset(
    """in at on near from into inside across off over outside around against to for with than
    between toward towards like""".split()
)
# Whose these are is not told by who counts them.
_IRREGULAR = frozenset(
    """fighter fighters militant militants insurgent insurgents rebel rebels jihadist jihadists
    jihadi jihadis terrorist terrorists gunman gunmen militia militias militiamen mercenary
    mercenaries extremist extremists""".split()
)
# What somebody sees or loses to another is another's.
_SEEN = frozenset(
    """detected detects detecting tracked tracks tracking spotted spots observed observes sighted
    monitored monitors monitoring faced faces facing saw""".split()
)
_USED = frozenset("launched fired operated owned flown sent deployed used supplied fielded".split())
_OWN = frozenset("it its they their them we our us he his".split())
_TELLING = frozenset(
    """said says say saying told reported reports estimate estimates estimated believe believes
    announced think thinks acknowledged confirmed confirms claims claimed""".split()
)


def force_of(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    places: Sequence[Place],
    bodies: Sequence[Body],
    lexicon: FigureLexicon,
) -> str | None:
    """Find whose the counted things are, as an ISO 3166 alpha-3 code; null where nothing says.

    Args:
        tokens: the sentence.
        amount: the amount, with its hedge.
        counted: what it counts.
        governed: the word that says what became of them.
        places: the places of the sentence that have a country, in order.
        bodies: the bodies of countries that the sentence names, else those of the article; they
            tell whose troops are, and nothing of other things.
        lexicon: the word lists.
    """
    if counted.kind in _MEASURES:
        return None
    group = counted.noun.group if counted.noun else ""
    if counted.kind == "other" or (counted.kind == "casualties" and group not in _ARMED):
        return None  # "Turkish officials" are people, not a force
    last = max(amount.last, counted.last)
    start, end = tokens.starts[amount.first], tokens.end(last - 1)
    for place in places:
        if start <= place.start < end:
            others = tokens.text[max(0, place.start - 4) : place.start].lower() == "non-"
            return None if others else place.iso3  # "non-US forces"
    body = _body_in(tokens, amount.last, last, lexicon)
    irregular = (counted.unit or "").rsplit(" ", 1)[-1] in _IRREGULAR
    if body is None and counted.kind == "casualties" and not irregular:
        if "lost" in tokens.words[max(0, amount.first - 3) : amount.first]:
            return _subject(tokens, amount, places, False, lexicon)  # "Israel has lost 18 soldiers"
    if body is not None or counted.kind not in _OWNED:
        return body
    if governed is not None and governed.role.role in _SUFFERED:
        return None
    agent = _agent(tokens, last, places)
    if agent is not None or irregular:
        return agent
    subject = _subject(tokens, amount, places, counted.kind != "personnel", lexicon)
    if subject is None and counted.kind == "personnel":
        nations = {body.iso3 for body in bodies}
        if len(nations) == 1:
            return nations.pop()
    return subject


def _body_in(tokens: Tokens, first: int, last: int, lexicon: FigureLexicon) -> str | None:
    for k in range(first, last):
        found = lexicon.bodies.at(tokens.words, k)
        if found is not None and tokens.capital(k):
            return found[1]
    return None


def _agent(tokens: Tokens, last: int, places: Sequence[Place]) -> str | None:
    """Read "67 drones launched by Russia": who acts on the counted things."""
    for k in range(last, min(last + 6, len(tokens) - 2)):
        if tokens.words[k + 1] == "by" and tokens.words[k] in _USED:
            at = k + 3 if tokens.words[k + 2] == "the" else k + 2
            if at < len(tokens):
                return next((p.iso3 for p in places if p.start == tokens.starts[at]), None)
    return None


def _subject(
    tokens: Tokens,
    amount: Amount,
    places: Sequence[Place],
    of_others: bool,
    lexicon: FigureLexicon,
) -> str | None:
    """Find the nearest country or body before the number that is no mere place."""
    start = tokens.starts[amount.first]
    by_start = {place.start: place for place in places if place.start < start}
    for k in range(amount.first - 1, max(-1, amount.first - 25), -1):
        word = tokens.words[k]
        if word in (";", "while", "whereas") or word in _SEEN:
            return None
        if of_others and word in _TELLING and _OWN.isdisjoint(tokens.words[k : amount.first]):
            return None
        place = by_start.get(tokens.starts[k])
        if place is not None:
            at = k - 1 if tokens.word(k - 1) != "the" else k - 2
            led = tokens.word(at) if tokens.word(at - 1) != "out" else "from"  # "out of Syria"
            if led not in _BY_PLACE and place.kind in ("country", "territory", "organisation"):
                return place.iso3
            continue
        found = lexicon.bodies.at(tokens.words, k)
        if found is not None and tokens.capital(k):
            return found[1]
    return None
