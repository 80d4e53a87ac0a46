"""Find the places that a text names, the countries it speaks of, and where its story is."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from analytics.lexicons.places import PlaceEntry, PlaceLexicon
from analytics.model import Place, Span

# "in Kyiv", "near Seoul": there the capital is a place. "Kyiv said", "Seoul's": its government.
_WHERE = re.compile(
    r"\b(?:in|near|at|from|to|outside|around|over|of|into|via|toward|towards|downtown|central"
    r"|inside|across|above|through|leave|left|reach|reached|visit|visited)\s{1,3}$"
)
_BEFORE = re.compile(r"([A-Z][a-z]{1,15})\s$")
# Georgia is the state where its neighbours and towns are, and nothing of the Caucasus is.
_STATE = re.compile(
    r"atlanta|savannah|augusta|fort (?:benning|moore|stewart|gordon|eisenhower)|south carolina"
    r"|alabama|florida|georgia (?:republican|democrat|gov)|\(r-ga|r-ga\.|, ga\."
)
_CAUCASUS = re.compile(r"tbilisi|abkhaz|ossetia|georgian|caucasus|saakashvili|gori\b|black sea")
_FIRST = 600  # characters of a body that most likely tell where the story is


def find_places(
    text: str, lowered: str, body: Sequence[Span], lexicon: PlaceLexicon
) -> tuple[Place, ...]:
    """Find the mentions of places in the body, left to right, apart.

    A name in lower case is no mention ("turkey", "china"), nor is a person ("Michael Jordan").
    """
    spans = iter(body)
    span = next(spans, None)
    found = []
    state: bool | None = None
    for start, end, entry in lexicon.places.find(text, lowered):
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is None:
            break
        if start < span.start or entry.kind is None or text[start:end].islower():
            continue
        if entry.form == "name" or entry.kind == "city":
            given = _BEFORE.search(text, max(0, start - 17), start)
            if given and given[1] in lexicon.given_names:
                continue
        if entry.iso3 == "GEO" and entry.form == "name":
            if state is None:
                state = bool(_STATE.search(lowered)) and not _CAUCASUS.search(lowered)
            if state:
                entry = PlaceEntry("USA", "Georgia", "other", "region")
        found.append(_place(text, lowered, start, end, entry))
    return tuple(found)


def _place(text: str, lowered: str, start: int, end: int, entry: PlaceEntry) -> Place:
    government = (
        entry.form == "capital"
        and not text[start:end].isupper()  # a dateline; below, "the Lima Tank Plant"
        and not _WHERE.search(lowered, max(0, start - 12), start)
        and not (lowered[start - 4 : start] == "the " and text[end + 1 : end + 2].isupper())
    )
    assert entry.kind is not None
    return Place(start, end, entry.name, entry.iso3, entry.kind, entry.form, government)


def countries_of(places: Iterable[Place]) -> tuple[str, ...]:
    """List the countries named, by first mention: a capital counts where it is a government.

    Cities, bases, waters, territories and organisations name no country.
    """
    return tuple(
        dict.fromkeys(
            place.iso3
            for place in places
            if place.iso3 and (place.kind == "country" or place.government)
        )
    )


def where_of(text: str, places: Sequence[Place], dateline: str | None = None) -> str | None:
    """Say in which country the story is, as against who is mentioned.

    Places on the ground (a city, base or region, a country after "in") weigh most, and more at the
    beginning; a nationality or a government weighs nothing.

    Args:
        text: the text that the places lie in.
        places: the mentions of the body, in order.
        dateline: the ISO 3166 alpha-3 code of the dateline's place, where there is one.

    Returns:
        An ISO 3166 alpha-3 code; null where nothing tells.
    """
    votes: Counter[str] = Counter()
    if dateline:
        votes[dateline] += 2
    first = places[0].start if places else 0
    for place in places:
        if place.iso3 is None or place.government or place.form in ("demonym", "abbreviation"):
            continue
        located = place.kind in ("city", "base", "region", "territory") or _WHERE.search(
            text, max(0, place.start - 12), place.start
        )
        if located:
            votes[place.iso3] += 3 if place.start - first < _FIRST else 1
    if not votes:
        return None
    return votes.most_common(1)[0][0]
