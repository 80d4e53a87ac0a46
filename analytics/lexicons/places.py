"""Countries by every name that the news gives them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from analytics.lexicons.rows import LEXICONS, read_rows
from analytics.matcher import Form, Matcher

PlaceForm = Literal["name", "demonym", "abbreviation", "capital"]


class CountryForm(NamedTuple):
    """What a surface form says: which country, and by what kind of word."""

    iso3: str
    name: str
    form: PlaceForm


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """A set matcher over the surface forms, and the first name of each country."""

    countries: Matcher[CountryForm]
    name_by_iso3: dict[str, str]


def load_places(folder: Path = LEXICONS) -> PlaceLexicon:
    """Read ``countries.csv``: one row a surface form, ``surface,iso3,form``.

    Raises:
        LexiconError: a surface listed twice, an unknown form, a code that is not three capitals.
    """
    path = folder / "countries.csv"
    forms: list[Form[CountryForm]] = []
    seen: dict[str, int] = {}
    names: dict[str, str] = {}
    columns = ["surface", "iso3", "form"]
    for row in read_rows(path, columns, required=columns):
        surface, iso3, form = (row.cells[name] for name in columns)
        if surface.lower() in seen:
            raise row.refuse(f"{surface!r} stands in line {seen[surface.lower()]} already")
        if form not in get_args(PlaceForm):
            raise row.refuse(f"form {form!r} is none of {', '.join(get_args(PlaceForm))}")
        if not (len(iso3) == 3 and iso3.isascii() and iso3.isupper()):
            raise row.refuse(f"{iso3!r} is no ISO 3166 alpha-3 code")
        seen[surface.lower()] = row.line
        if form == "name":
            names.setdefault(iso3, surface)
        value = CountryForm(iso3, names.get(iso3, surface), form)  # type: ignore[arg-type]
        forms.append(Form(surface, value, exact_case=form == "abbreviation"))
    return PlaceLexicon(Matcher(forms), names)
