"""What is shown has a name."""

import csv

from analytics.aggregates import words
from analytics.lexicons.rows import LEXICONS


def test_every_country_and_territory_of_the_gazetteer_has_a_name():
    with (LEXICONS / "gazetteer.csv").open(encoding="utf-8", newline="") as file:
        codes = {row["iso3"] for row in csv.DictReader(file) if row["iso3"]}

    assert codes
    assert [code for code in sorted(codes) if words.country(code) == code] == []
