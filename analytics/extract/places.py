"""Find the places that a text names, the countries it speaks of, and the bodies of countries."""

import re
from collections.abc import Iterable, Iterator, Sequence

from analytics.extract.setting import Body
from analytics.extract.ships import is_ship, may_be_ship
from analytics.lexicons.places import PlaceEntry, PlaceLexicon
from analytics.model import Place, Span

# "in Kyiv", "near Seoul": there the capital is a place. "Kyiv said", "Seoul's": its government.
_WHERE = re.compile(
    r"\b(?:in|near|at|from|to|outside|around|over|of|into|via|toward|towards|downtown|central"
    r"|inside|across|above|through|leave|left|reach|reached|visit|visited)\s{1,3}$"
)
# Georgia is the state where its neighbours and towns are, and nothing of the Caucasus is; so it is
# where nothing of the east of Europe is.
_STATE = re.compile(
    r"atlanta|savannah|augusta|fort (?:benning|moore|stewart|gordon|eisenhower)|south carolina"
    r"|alabama|florida|georgia (?:republican|democrat|gov)|\(r-ga|r-ga\.|, ga\."
)
# In an article on Korea "the North" and "the South" are its halves.
_HALF = re.compile(r"(?:North|South)(?=['’]s\b|[,.;:)]|\s(?!of\b)[a-z]|$)", re.MULTILINE)
_BEFORE_HALF = re.compile(r"(?:\b[Tt]he |^|[.!?\n]\s{1,3})\Z", re.MULTILINE)
_NORTH = PlaceEntry("PRK", "North Korea", "name", "country")
_SOUTH = PlaceEntry("KOR", "South Korea", "name", "country")
_CAUCASUS = re.compile(r"tbilisi|abkhaz|ossetia|georgian|caucasus|saakashvili|gori\b|black sea")
_EASTERN = re.compile(r"russia|ukrain|moldova|armenia|azerbaijan|soviet|\bnato\b")
_FEW = 4  # countries, beside which South Korea alone makes an article one on Korea


def find_places(
    text: str, lowered: str, body: Sequence[Span], lexicon: PlaceLexicon
) -> tuple[Place, ...]:
    """Find the mentions of places in the body, left to right, apart.

    A name in lower case is no mention ("turkey", "china"), nor is a person ("Michael Jordan").
    """
    spans = iter(body)
    span = next(spans, None)
    found: list[Place] = []
    persons: set[str] = set()
    ships: set[str] = set()
    state: bool | None = None
    for start, end, entry in lexicon.places.find(text, lowered):
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is None:
            break
        name = text[start:end]
        if start < span.start or entry.kind is None or name.islower():
            continue
        if name in persons or text.startswith("$", end):  # "US$500"
            continue
        if entry.kind in ("country", "city") and entry.form != "abbreviation":
            before = text[max(0, start - 17) : start].rsplit(None, 1)
            if before and before[-1] in lexicon.given_names:
                if entry.form != "name":
                    persons.add(name)  # "Mark Welsh" is "Welsh" from there on
                continue
        if entry.iso3 == "GEO" and entry.form == "name":
            if state is None:
                state = not _CAUCASUS.search(lowered) and bool(
                    _STATE.search(lowered) or not _EASTERN.search(lowered)
                )
            if state:
                entry = PlaceEntry("USA", "Georgia", "other", "region")
        if entry.form in ("name", "other", "capital") and is_ship(lowered, start, end, entry.kind):
            ships.add(text[start:end])
            continue
        found.append(_place(text, lowered, start, end, entry))
    if ships:
        found = [
            place
            for place in found
            if text[place.start : place.end] not in ships or not may_be_ship(lowered, place.start)
        ]
    named = {place.iso3 for place in found}
    if "PRK" in named or (len(named) < _FEW and "KOR" in named):
        found += _halves(text, lowered, body, found)
        found.sort(key=lambda place: place.start)
    return tuple(found)


def _halves(
    text: str, lowered: str, body: Sequence[Span], found: Sequence[Place]
) -> Iterator[Place]:
    """Find "the North" and "the South" of Korea where no other name stands."""
    taken = {place.start for place in found}
    for span in body:
        for match in _HALF.finditer(text, span.start, span.end):
            start, end = match.span()
            if start not in taken and _BEFORE_HALF.search(text, max(span.start, start - 4), start):
                entry = _NORTH if match[0] == "North" else _SOUTH
                yield _place(text, lowered, start, end, entry)


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


def find_bodies(text: str, lowered: str, body: Sequence[Span], lexicon: PlaceLexicon) -> list[Body]:
    """Find the forces, ministries, parliaments and heads of state that the body names.

    The country of one that every country has ("the Army") is null: ``find_setting`` tells it.
    """
    spans = iter(body)
    span = next(spans, None)
    found = []
    for start, end, entry in lexicon.bodies.find(text, lowered):
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is None:
            break
        name = start + 4 if lowered.startswith("the ", start) else start
        if start >= span.start and text[name].isupper():
            found.append(Body(start, end, entry.iso3, entry.state))
    return found
