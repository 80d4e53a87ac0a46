"""Who publishes: outlets by name and domain, the houses they belong to, and the wires.

`outlets.csv` is one row an outlet (`domain` may hold several, apart by ";"), `outlet_names.csv` one
row a further name of it, `wires.csv` one row an agency with its marks, apart by ";". A folder of
the same files can be given beside the first: its outlets and wires are added.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from analytics.lexicons.furniture import FurnitureLexicon, load_furniture
from analytics.lexicons.rows import LEXICONS, Row, read_rows

KINDS = ("general", "trade", "state", "official", "local", "wire")
_LIST = re.compile(r"[/,;&+-]|\band\b|\bwith\b")
_OUTLET_COLUMNS = ("outlet", "domain", "family", "country", "kind")
_NAME_COLUMNS = ("name", "outlet")
_WIRE_COLUMNS = ("wire", "marks", "country")


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


def load_sources(folder: Path = LEXICONS, extra: Sequence[Path] = ()) -> SourceLexicon:
    """Read the outlets and wires of ``folder`` and of each folder of ``extra``, in that order.

    Raises:
        LexiconError: a cell is blank or unknown, or a domain, name or mark is listed twice.
    """
    by_domain: dict[str, Outlet] = {}
    by_name: dict[str, Outlet] = {}
    by_mark: dict[str, Wire] = {}
    for where in (folder, *extra):
        for row in read_rows(where / "outlets.csv", _OUTLET_COLUMNS, _OUTLET_COLUMNS):
            _add_outlet(row, by_domain, by_name)
        if where == folder:
            for row in read_rows(where / "outlet_names.csv", _NAME_COLUMNS, _NAME_COLUMNS):
                _add_name(row, by_name)
        for row in _wire_rows(where / "wires.csv"):
            _add_wire(row, by_mark)
    return SourceLexicon(by_domain, by_name, by_mark, load_furniture(folder))


def _add_outlet(row: Row, by_domain: dict[str, Outlet], by_name: dict[str, Outlet]) -> None:
    cells = row.cells
    if cells["kind"] not in KINDS:
        raise row.refuse(f"unknown kind: {cells['kind']}")
    if len(cells["country"]) != 3 or not cells["country"].isupper():
        raise row.refuse(f"not ISO 3166 alpha-3: {cells['country']}")
    domains = tuple(_several(cells["domain"].lower()))
    outlet = Outlet(cells["outlet"], domains, cells["family"], cells["country"], cells["kind"])
    for domain in domains:
        if domain in by_domain:
            raise row.refuse(f"domain listed twice: {domain}")
        by_domain[domain] = outlet
    if outlet.name.lower() in by_name:
        raise row.refuse(f"outlet listed twice: {outlet.name}")
    by_name[outlet.name.lower()] = outlet


def _add_name(row: Row, by_name: dict[str, Outlet]) -> None:
    name, outlet = row.cells["name"].lower(), by_name.get(row.cells["outlet"].lower())
    if outlet is None:
        raise row.refuse(f"no such outlet: {row.cells['outlet']}")
    if name in by_name:
        raise row.refuse(f"name listed twice: {row.cells['name']}")
    by_name[name] = outlet


def _add_wire(row: Row, by_mark: dict[str, Wire]) -> None:
    marks = tuple(_several(row.cells["marks"]))
    wire = Wire(row.cells["wire"], marks, row.cells.get("country", ""))
    for mark in {wire.name.lower(), *(m.lower() for m in marks)}:
        if mark in by_mark:
            raise row.refuse(f"mark listed twice: {mark}")
        by_mark[mark] = wire


def _wire_rows(path: Path) -> Iterator[Row]:
    with_country = path.exists() and "country" in path.open(encoding="utf-8").readline()
    columns = _WIRE_COLUMNS if with_country else _WIRE_COLUMNS[:2]
    yield from read_rows(path, columns, columns)


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.replace("|", ";").split(";") if part.strip()]
