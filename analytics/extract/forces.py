"""Say whose the counted things are: "American troops", "Germany sailed two frigates"."""

from collections.abc import Sequence

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.governing import Governed
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
    "in at on near from into inside across off over outside around against".split()
)


def force_of(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    places: Sequence[Place],
    lexicon: FigureLexicon,
) -> str | None:
    """Find whose the counted things are, as an ISO 3166 alpha-3 code; null where nothing says.

    Args:
        tokens: the sentence.
        amount: the amount, with its hedge.
        counted: what it counts.
        governed: the word that says what became of them.
        places: the places of the sentence that have a country, in order.
        lexicon: the word lists.
    """
    if counted.kind in _MEASURES:
        return None
    group = counted.noun.group if counted.noun else ""
    if counted.kind == "other" or (counted.kind == "casualties" and group not in _ARMED):
        return None  # "Turkish officials" are people, not a force
    last = max(amount.last, counted.last)
    start, end = tokens.starts[amount.first], tokens.ends[last - 1]
    for place in places:
        if start <= place.start < end:
            return place.iso3
    body = _body_in(tokens, amount.last, last, lexicon)
    if body is not None or counted.kind not in _OWNED:
        return body
    if governed is not None and governed.role.role in _SUFFERED:
        return None
    return _subject(tokens, amount, places, lexicon)


def _body_in(tokens: Tokens, first: int, last: int, lexicon: FigureLexicon) -> str | None:
    for k in range(first, last):
        found = lexicon.bodies.at(tokens.words, k)
        if found is not None and tokens.capital(k):
            return found[1]
    return None


def _subject(
    tokens: Tokens, amount: Amount, places: Sequence[Place], lexicon: FigureLexicon
) -> str | None:
    """Find the nearest country or body before the number that is no mere place."""
    start = tokens.starts[amount.first]
    by_start = {place.start: place for place in places if place.start < start}
    for k in range(amount.first - 1, max(-1, amount.first - 25), -1):
        word = tokens.words[k]
        if word in (";", ".", "while", "whereas"):
            return None
        place = by_start.get(tokens.starts[k])
        if place is not None:
            led = tokens.word(k - 1) if tokens.word(k - 1) != "the" else tokens.word(k - 2)
            if led not in _BY_PLACE and place.kind in ("country", "territory", "organisation"):
                return place.iso3
            continue
        found = lexicon.bodies.at(tokens.words, k)
        if found is not None and tokens.capital(k):
            return found[1]
    return None
