"""The place files are checked when they are read."""

from pathlib import Path

import pytest

from analytics.errors import LexiconError
from analytics.lexicons.places import load_places

COUNTRIES = "surface,iso3,form\nNorway,NOR,name\n"
GAZETTEER = "surface,name,iso3,kind\n"

BROKEN = {
    "a surface twice": (COUNTRIES + "norway,NOR,name\n", GAZETTEER, "countries.csv:3: surface"),
    "an unknown form": (COUNTRIES + "Oslo,NOR,town\n", GAZETTEER, "countries.csv:3: form 'town'"),
    "a two-letter code": (COUNTRIES + "Oslo,NO,capital\n", GAZETTEER, "countries.csv:3: 'NO' is"),
    "a surface of the other file": (
        COUNTRIES,
        GAZETTEER + "Norway,Norway,NOR,region\n",
        "gazetteer.csv:2: surface listed twice",
    ),
    "an unknown kind": (COUNTRIES, GAZETTEER + "X,X,NOR,hill\n", "gazetteer.csv:2: unknown kind"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_row_is_refused_for(fault: str, tmp_path: Path) -> None:
    countries, gazetteer, reason = BROKEN[fault]
    (tmp_path / "countries.csv").write_text(countries, encoding="utf-8")
    (tmp_path / "gazetteer.csv").write_text(gazetteer, encoding="utf-8")
    (tmp_path / "given_names.csv").write_text("name\nAnn\n", encoding="utf-8")
    (tmp_path / "bodies.csv").write_text("surface,iso3\nstorting,NOR\n", encoding="utf-8")
    (tmp_path / "speakers.csv").write_text("surface,body,side,kind\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=reason):
        load_places(tmp_path)


def test_every_country_has_a_name() -> None:
    lexicon = load_places()
    assert lexicon.name_by_iso3["USA"] == "United States"
    assert len(lexicon.name_by_iso3) > 190
