"""What a reader of figures knows: number words, hedges, currencies, units, nouns, roles."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from analytics.conventions import Convention
from analytics.lexicons.phrases import Phrases
from analytics.lexicons.rows import LEXICONS, Row, read_rows
from analytics.matcher import Form, Matcher
from analytics.model import Change, Hedge, Kind

NumberClass = Literal[
    "unit",  # zero to nine
    "teen",
    "ten",
    "magnitude",
    "dozen",
    "suffix",  # 25k, 3bn
    "money_suffix",  # $3m; without a currency it is something else
    "plural",  # hundreds, dozens
    "decades",
    "decade",
    "half",
    "fraction",
    "glyph",
    "pair",
    "factor",
    "fold",
]
Voice = Literal["verb", "noun"]
_CLASSES, _HEDGES, _KINDS = get_args(NumberClass), get_args(Hedge), get_args(Kind)
_CHANGES, _SIDES = get_args(Change), ("before", "after")


class NumberWord(NamedTuple):
    """A word that stands for a number or multiplies one."""

    group: NumberClass
    value: float


class Currency(NamedTuple):
    """A currency by its ISO 4217 code."""

    code: str


class Unit(NamedTuple):
    """A unit of measure."""

    name: str  # in the plural: "kilometres"
    kind: Kind


class Noun(NamedTuple):
    """A noun that is counted."""

    kind: Kind
    group: str  # fighter, person, unit, toll; blank for things
    singular: str
    plural: bool


class Role(NamedTuple):
    """What a word says became of what is counted."""

    role: str
    change: Change | None
    kind: Kind | None  # what people become by it: the killed are casualties


@dataclass(frozen=True, slots=True)
class FigureLexicon:
    """The word lists that figures are read with, lower case."""

    numbers: dict[str, NumberWord]
    hedges_before: Phrases[Hedge]
    hedges_after: Phrases[Hedge]
    currencies_before: Phrases[Currency]
    currencies_after: Phrases[Currency]
    currency_names: dict[str, str]  # ISO 4217 -> in the singular: "australian dollar"
    units: Phrases[Unit]
    measures: frozenset[str]  # names of units in which no one and no thing is counted
    nouns: dict[str, Noun]
    roles: dict[str, Role]
    grammar: dict[str, frozenset[str]]  # class -> words
    cues: dict[str, Phrases[str]]  # field -> phrase -> its value
    bodies: Phrases[str]  # a force, ministry or head of state -> ISO 3166 alpha-3
    triggers: Matcher[None]  # every word that a number may begin with or be made of


def load_figures(folder: Path = LEXICONS, convention: Convention = "guidelines") -> FigureLexicon:
    """Read the word lists of figures.

    Args:
        folder: where the files lie.
        convention: how vague numbers count: ``guidelines`` (dozens from 24, hundreds from 200) or
            ``acled`` (dozens from 12, hundreds from 100).

    Raises:
        LexiconError: a row is blank, repeated, or names an unknown hedge, kind or class.
    """
    numbers = dict(_numbers(folder, convention))
    units = list(_units(folder))
    suffixes = ("suffix", "money_suffix")
    return FigureLexicon(
        numbers=numbers,
        hedges_before=Phrases(_hedges(folder, "before")),
        hedges_after=Phrases(_hedges(folder, "after")),
        currencies_before=Phrases(_currencies(folder, "before")),
        currencies_after=Phrases(_currencies(folder, "after")),
        currency_names=_currency_names(folder),
        units=Phrases(units),
        measures=frozenset(unit.name for _, unit in units if unit.kind == "other"),
        nouns=_nouns(folder),
        roles=dict(_roles(folder)),
        grammar=_grammar(folder),
        cues=_cues(folder),
        bodies=Phrases(_bodies(folder)),
        triggers=Matcher(Form(w, None) for w, n in numbers.items() if n.group not in suffixes),
    )


def _numbers(folder: Path, convention: Convention) -> Iterator[tuple[str, NumberWord]]:
    columns = ("surface", "class", "value", "acled")
    for row in _once(folder / "numbers.csv", columns, 3, ("surface",)):
        surface, group, value, acled = row.cells
        _check(row, "class", group, _CLASSES)
        value = (acled if convention == "acled" else "") or value
        yield surface, NumberWord(group, _float(row, value))  # type: ignore[arg-type]


def _hedges(folder: Path, side: str) -> Iterator[tuple[str, Hedge]]:
    for row in _once(folder / "hedges.csv", ("phrase", "hedge", "side"), 3, ("phrase", "side")):
        phrase, hedge, where = row.cells
        _check(row, "hedge", hedge, _HEDGES)
        _check(row, "side", where, _SIDES)
        if where == side:
            yield phrase, hedge  # type: ignore[misc]


def _currencies(folder: Path, side: str) -> Iterator[tuple[str, Currency]]:
    columns = ("surface", "code", "side", "name")
    for row in _once(folder / "currencies.csv", columns, 3, ("surface", "side")):
        surface, code, where, _ = row.cells
        if len(code) != 3 or not code.isupper():
            raise row.refuse(f"not an ISO 4217 code: {code}")
        _check(row, "side", where, _SIDES)
        if where == side:
            yield surface, Currency(code)


def _currency_names(folder: Path) -> dict[str, str]:
    columns = ("surface", "code", "side", "name")
    rows = _once(folder / "currencies.csv", columns, 3, ("surface", "side"))
    return {code: name for _, code, _, name in (row.cells for row in rows) if name}


def _units(folder: Path) -> Iterator[tuple[str, Unit]]:
    for row in _once(folder / "units.csv", ("surface", "name", "kind"), 3, ("surface",)):
        surface, name, kind = row.cells
        _check(row, "kind", kind, _KINDS)
        yield surface, Unit(name, kind)  # type: ignore[arg-type]


def _nouns(folder: Path) -> dict[str, Noun]:
    nouns: dict[str, Noun] = {}
    columns = ("singular", "plural", "kind", "group")
    for row in _once(folder / "nouns.csv", columns, 3, ("singular",)):
        singular, plural, kind, group = row.cells
        _check(row, "kind", kind, _KINDS)
        nouns[singular] = Noun(kind, group, singular, plural=False)  # type: ignore[arg-type]
        nouns[plural] = Noun(kind, group, singular, plural=True)  # type: ignore[arg-type]
    return nouns


def _roles(folder: Path) -> Iterator[tuple[str, Role]]:
    columns = ("surface", "role", "change", "kind")
    for row in _once(folder / "roles.csv", columns, 2, ("surface",)):
        surface, role, change, kind = row.cells
        _check(row, "change", change, ("", *_CHANGES))
        _check(row, "kind", kind, ("", *_KINDS))
        yield surface, Role(role, change or None, kind or None)  # type: ignore[arg-type]


def _grammar(folder: Path) -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for row in _once(folder / "grammar.csv", ("surface", "class"), 2, ("surface", "class")):
        surface, group = row.cells
        words.setdefault(group, set()).add(surface)
    return {group: frozenset(members) for group, members in words.items()}


def _cues(folder: Path) -> dict[str, Phrases[str]]:
    cues: dict[str, list[tuple[str, str]]] = {"modality": [], "aspect": []}
    for row in _once(folder / "cues.csv", ("phrase", "field", "value"), 3, ("phrase", "field")):
        phrase, field, value = row.cells
        _check(row, "field", field, tuple(cues))
        cues[field].append((phrase, value))
    return {field: Phrases(entries) for field, entries in cues.items()}


def _bodies(folder: Path) -> Iterator[tuple[str, str]]:
    for row in _once(folder / "bodies.csv", ("surface", "iso3"), 1, ("surface",)):
        surface, iso3 = row.cells
        if iso3 and (len(iso3) != 3 or not iso3.isupper()):
            raise row.refuse(f"not an ISO 3166 alpha-3 code: {iso3}")
        if iso3:  # else of the outlet's country: "the army"
            yield surface, iso3


def _once(
    path: Path, columns: tuple[str, ...], required: int, key: tuple[str, ...]
) -> Iterator[Row]:
    """Yield the rows, refusing a surface that is not lower case or is listed twice."""
    seen: set[tuple[str, ...]] = set()
    places = [columns.index(name) for name in key]
    for row in read_rows(path, columns, columns[:required]):
        surface = row.cells[0]
        if surface != surface.lower() and len(surface.lower()) == len(surface):
            raise row.refuse(f"not in lower case: {surface}")
        cells = tuple([row.cells[place] for place in places])
        if cells in seen:
            raise row.refuse(f"listed twice: {' '.join(cells)}")
        seen.add(cells)
        yield row


def _check(row: Row, column: str, cell: str, allowed: tuple[str, ...]) -> None:
    if cell not in allowed:
        raise row.refuse(f"{column} must be one of {', '.join(allowed)}, not {cell!r}")


def _float(row: Row, cell: str) -> float:
    try:
        return float(cell)
    except ValueError as error:
        raise row.refuse(f"not a number: {cell!r}") from error
