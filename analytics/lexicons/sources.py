"""Who publishes: outlets by name and domain, the houses they belong to, and the wires.

`outlets.csv` is one row an outlet (`domain` may hold several, apart by ";"; a blank `family` is a
house of its own), `outlet_names.csv` one row a further name of it. `wires.csv` is one row an agency
with the marks by which pages print it, apart by ";" or "|"; those under `bracketed` are also words
or other bodies, and count only in a dateline or in brackets at the end. Further folders may bring
outlets and wires of their own, in files that lack the columns `bracketed` and `country`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from analytics.lexicons.furniture import FurnitureLexicon, load_furniture
from analytics.lexicons.rows import LEXICONS, Row, read_rows
from analytics.matcher import Form, Matcher

KINDS = ("general", "trade", "state", "official", "local", "wire")
_LIST = re.compile(r"[/,;&+-]|\band\b|\bwith\b")
_OUTLET_COLUMNS = ("outlet", "domain", "family", "country", "kind")
_NAME_COLUMNS = ("name", "outlet")
_WIRE_COLUMNS = ("wire", "marks", "bracketed", "country")
_SHORTER_WIRE_COLUMNS = (("wire", "marks"), ("wire", "marks", "country"))


@dataclass(frozen=True, slots=True)
class Outlet:
    """A site that publishes: its name, its house and where it sits."""

    name: str
    domains: tuple[str, ...]
    family: str  # the house; the outlet's own name when it stands alone
    country: str  # ISO 3166 alpha-3
    kind: str  # one of KINDS


@dataclass(frozen=True, slots=True)
class Wire:
    """A news agency and the marks by which datelines, tails and bylines name it."""

    name: str
    marks: tuple[str, ...]
    country: str  # ISO 3166 alpha-3; empty when unknown


@dataclass(frozen=True, slots=True)
class SourceLexicon:
    """Outlets and wires by every name they go by; keys are lower case."""

    outlet_by_domain: dict[str, Outlet]
    outlet_by_name: dict[str, Outlet]
    wire_by_mark: dict[str, Wire]
    furniture: FurnitureLexicon
    wires: Matcher[Wire]  # marks that no other word is like, in running text

    def knows(self, name: str | None) -> bool:
        """Whether ``name`` is an outlet or a wire."""
        return name is not None and (
            name.strip().lower() in self.outlet_by_name or bool(self.wires_in(name))
        )

    def wires_in(self, names: str) -> tuple[Wire, ...]:
        """Return the wires that ``names`` lists, apart by "/", "-" and so on, if nothing else."""
        whole = self.wire_by_mark.get(names.strip(" .").lower())
        if whole is not None:
            return (whole,)
        parts = [p.strip(" .").lower() for p in _LIST.split(names) if p.strip(" .")]
        if any(p not in self.wire_by_mark for p in parts):
            return ()
        return tuple(dict.fromkeys(self.wire_by_mark[p] for p in parts))

    def outlet_named(self, name: str) -> Outlet | None:
        """Return the outlet of a name, with or without its article."""
        key = name.strip(" .").lower()
        for form in (key, key.removeprefix("the "), f"the {key}"):
            if form in self.outlet_by_name:
                return self.outlet_by_name[form]
        return None

    def outlet_of_host(self, host: str) -> Outlet | None:
        """Return the outlet of a host, or of the nearest host above it; ``host`` is lower case."""
        while host:
            outlet = self.outlet_by_domain.get(host)
            if outlet is not None:
                return outlet
            host = host.partition(".")[2]
        return None


def load_sources(folder: Path = LEXICONS, extra: Sequence[Path] = ()) -> SourceLexicon:
    """Read the outlets and wires of ``folder`` and of each folder of ``extra``, in that order.

    Raises:
        LexiconError: a cell is blank or unknown, or a domain, name or mark is listed twice.
    """
    by_domain: dict[str, Outlet] = {}
    by_name: dict[str, Outlet] = {}
    by_mark: dict[str, Wire] = {}
    forms: list[Form[Wire]] = []
    for where in (folder, *extra):
        required = tuple(c for c in _OUTLET_COLUMNS if c != "family")
        for row in read_rows(where / "outlets.csv", _OUTLET_COLUMNS, required):
            _add_outlet(row, by_domain, by_name)
        if where == folder:
            for row in read_rows(where / "outlet_names.csv", _NAME_COLUMNS, _NAME_COLUMNS):
                _add_name(row, by_name)
        for row in _wire_rows(where / "wires.csv"):
            forms.extend(_add_wire(row, by_mark))
    return SourceLexicon(by_domain, by_name, by_mark, load_furniture(folder), Matcher(forms))


def _add_outlet(row: Row, by_domain: dict[str, Outlet], by_name: dict[str, Outlet]) -> None:
    name, domain, family, country, kind = row.cells
    if kind not in KINDS:
        raise row.refuse(f"unknown kind: {kind}")
    if len(country) != 3 or not country.isupper():
        raise row.refuse(f"not ISO 3166 alpha-3: {country}")
    domains = tuple(_several(domain.lower()))
    outlet = Outlet(name, domains, family or name, country, kind)
    for domain in domains:
        if domain in by_domain:
            raise row.refuse(f"domain listed twice: {domain}")
        by_domain[domain] = outlet
    if outlet.name.lower() in by_name:
        raise row.refuse(f"outlet listed twice: {outlet.name}")
    by_name[outlet.name.lower()] = outlet


def _add_name(row: Row, by_name: dict[str, Outlet]) -> None:
    name, named = row.cells
    outlet = by_name.get(named.lower())
    if outlet is None:
        raise row.refuse(f"no such outlet: {named}")
    if name.lower() in by_name:
        raise row.refuse(f"name listed twice: {name}")
    by_name[name.lower()] = outlet


def _add_wire(row: Row, by_mark: dict[str, Wire]) -> Iterator[Form[Wire]]:
    name, marks, bracketed, country = row.cells
    plain = list(dict.fromkeys(_several(marks)))
    wire = Wire(name, (*plain, *_several(bracketed)), country)
    for mark in {m.lower(): m for m in wire.marks}:
        if mark in by_mark:
            raise row.refuse(f"mark listed twice: {mark}")
        by_mark[mark] = wire
    for mark in plain:
        yield Form(mark, wire, exact_case=True)


def _wire_rows(path: Path) -> Iterator[Row]:
    """Read the rows by the columns that the header names; what a shorter form lacks is blank."""
    columns: tuple[str, ...] = _WIRE_COLUMNS
    required: tuple[str, ...] = ("wire",)
    if path.exists():
        with path.open(encoding="utf-8", errors="replace") as file:
            header = tuple(file.readline().strip().split(","))
        if header in _SHORTER_WIRE_COLUMNS:
            columns, required = header, ("wire", "marks")
    for row in read_rows(path, columns, required):
        cells = dict(zip(columns, row.cells, strict=True))
        yield row._replace(cells=tuple(cells.get(name, "") for name in _WIRE_COLUMNS))


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.replace("|", ";").split(";") if part.strip()]
