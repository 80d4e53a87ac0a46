"""What stands around an article on a page: menus, promotions, marks of captions and endings."""

from dataclasses import dataclass
from pathlib import Path

from analytics.lexicons.rows import LEXICONS, read_rows

PARTS = ("navigation", "section", "related", "promo", "caption", "tail")
FITS = ("line", "start", "end", "inside")
_COLUMNS = ("form", "part", "fits")


@dataclass(frozen=True, slots=True)
class FurnitureLexicon:
    """Forms of furniture in lower case, by how they fit a line, with the part they play."""

    lines: dict[str, str]  # the whole line
    starts: dict[str, str]  # the line starts so
    ends: dict[str, str]  # the line ends so
    inside: dict[str, str]  # anywhere, exact case, in capitals


def load_furniture(folder: Path = LEXICONS) -> FurnitureLexicon:
    """Read `furniture.csv`: one row a form, the part it plays, and how it fits.

    Raises:
        LexiconError: an unknown part or fit, or a form listed twice for one fit.
    """
    tables: dict[str, dict[str, str]] = {fit: {} for fit in FITS}
    for row in read_rows(folder / "furniture.csv", _COLUMNS, _COLUMNS):
        form, part, fit = (row.cells[c] for c in _COLUMNS)
        if part not in PARTS:
            raise row.refuse(f"unknown part: {part}")
        if fit not in FITS:
            raise row.refuse(f"unknown fit: {fit}")
        key = form if fit == "inside" else form.lower()
        if key in tables[fit]:
            raise row.refuse(f"form listed twice: {form}")
        tables[fit][key] = part
    return FurnitureLexicon(tables["line"], tables["start"], tables["end"], tables["inside"])
