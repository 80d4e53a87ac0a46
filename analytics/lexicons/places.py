"""Places by every name that the news gives them: countries, and a gazetteer of what lies in them.

``countries.csv`` is one row a name of a country. ``gazetteer.csv`` is one row a name of a city,
base, region, territory, water or organisation; ``iso3`` is blank where it is in no one country. A
row of kind "none" is a phrase that only looks like a place ("Russian roulette").
``given_names.csv`` tells persons from countries ("Michael Jordan"). ``bodies.csv`` is one row a
force, parliament or head of state, which stands for its country; ``iso3`` is blank for one that
every country has ("the Army"): there it is that of the outlet. The bodies of ``speakers.csv`` that
have a side are added.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from analytics.lexicons.rows import LEXICONS, Row, read_rows
from analytics.matcher import Matcher

PlaceForm = Literal["name", "demonym", "abbreviation", "capital", "other"]
PlaceKind = Literal["country", "territory", "city", "base", "water", "region", "organisation"]
_FORMS, _KINDS = get_args(PlaceForm), (*get_args(PlaceKind), "none")
_COUNTRY_COLUMNS = ("surface", "iso3", "form")
_PLACE_COLUMNS = ("surface", "name", "iso3", "kind")
_BODY_COLUMNS = ("surface", "iso3")
_SPEAKER_COLUMNS = ("surface", "body", "side", "kind")
_OF_A_COUNTRY = ("government", "military", "legislature", "intelligence", "armed group")
_SPOKEN = 4  # letters of a short name that is said as a word, and written as one by some


class PlaceEntry(NamedTuple):
    """What a surface form says: which place, of which country, by what kind of word."""

    iso3: str | None
    name: str
    form: PlaceForm
    kind: PlaceKind | None  # null: the form is no place


class BodyEntry(NamedTuple):
    """What a name of a body says: whose it is, and whether it is of a state."""

    iso3: str | None  # null: every country has one ("the Army")
    state: bool  # an armed group is of none


_PlaceForm = tuple[str, PlaceEntry, bool]  # whether it is looked for in exact case


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """Set matchers over places and bodies, the first name of each country, given names."""

    places: Matcher[PlaceEntry]
    name_by_iso3: dict[str, str]
    given_names: frozenset[str]
    bodies: Matcher[BodyEntry]


def load_places(folder: Path = LEXICONS) -> PlaceLexicon:
    """Read the countries, the gazetteer, the given names and the bodies.

    Raises:
        LexiconError: a surface listed twice, an unknown form or kind, a code that is not three
            capitals.
    """
    names: dict[str, str] = {}
    seen: set[str] = set()
    forms = [*_countries(folder, names, seen), *_gazetteer(folder, seen)]
    given = {row.cells[0] for row in read_rows(folder / "given_names.csv", ["name"], ["name"])}
    return PlaceLexicon(Matcher(forms), names, frozenset(given), Matcher(_bodies(folder)))


def _countries(folder: Path, names: dict[str, str], seen: set[str]) -> Iterator[_PlaceForm]:
    for row in read_rows(folder / "countries.csv", _COUNTRY_COLUMNS, _COUNTRY_COLUMNS):
        surface, iso3, form = row.cells
        _once(row, surface, seen)
        if form not in _FORMS:
            raise row.refuse(f"form {form!r} is none of {', '.join(_FORMS)}")
        _code(row, iso3)
        if form == "name":
            names.setdefault(iso3, surface)
        kind: PlaceKind = "city" if form == "capital" else "country"
        entry = PlaceEntry(iso3, names.get(iso3, surface), form, kind)  # type: ignore[arg-type]
        yield surface, entry, form == "abbreviation"


def _gazetteer(folder: Path, seen: set[str]) -> Iterator[_PlaceForm]:
    for row in read_rows(folder / "gazetteer.csv", _PLACE_COLUMNS, ("surface", "name", "kind")):
        surface, name, iso3, kind = row.cells
        _once(row, surface, seen)
        if kind not in _KINDS:
            raise row.refuse(f"unknown kind: {kind}")
        if iso3:
            _code(row, iso3)
        entry = PlaceEntry(iso3 or None, name, "other", None if kind == "none" else kind)  # type: ignore[arg-type]
        spoken = kind == "organisation" and len(surface) >= _SPOKEN  # "Nato", "Opec"
        yield surface, entry, surface.isupper() and not spoken


def _bodies(folder: Path) -> Iterator[tuple[str, BodyEntry, bool]]:
    seen: set[str] = set()
    for row in read_rows(folder / "bodies.csv", _BODY_COLUMNS, ("surface",)):
        surface, iso3 = row.cells
        _once(row, surface, seen)
        if iso3:
            _code(row, iso3)
        yield surface, BodyEntry(iso3 or None, state=True), False
    required = ("surface", "body", "kind")
    for row in read_rows(folder / "speakers.csv", _SPEAKER_COLUMNS, required):
        surface, _, side, kind = row.cells
        if side and kind in _OF_A_COUNTRY and surface.lower() not in seen:
            seen.add(surface.lower())
            entry = BodyEntry(side, state=kind != "armed group")
            yield surface, entry, surface.isupper()


def _once(row: Row, surface: str, seen: set[str]) -> None:
    lowered = surface.lower()
    if lowered in seen:
        raise row.refuse(f"surface listed twice: {surface}")
    seen.add(lowered)


def _code(row: Row, iso3: str) -> None:
    if not (len(iso3) == 3 and iso3.isascii() and iso3.isupper()):
        raise row.refuse(f"{iso3!r} is no ISO 3166 alpha-3 code")
