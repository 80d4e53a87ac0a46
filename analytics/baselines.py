"""Official figures to hold reported ones against: "reported" against "assigned", never "wrong".

Each file of data/baselines is a table of public numbers with its source; a blank cell means that
nothing was reported, not zero.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd

from analytics.errors import InputError

BASELINES = Path(__file__).resolve().parents[1] / "data" / "baselines"
TROOPS = "us_troops_by_country.csv"
FORCES = "armed_forces_personnel.csv"
NEAR = 400  # days before and after the reports: an official count comes once a year or a quarter
# What a series of troops may count to be held against those assigned to a country.
PRESENT = (None, "stationed", "based", "deployed")


@dataclass(frozen=True, slots=True)
class Baseline:
    """One official series: what it is called, what it counts, and its rows, oldest first."""

    name: str
    definition: str
    source: str
    rows: pd.DataFrame  # day, value

    def near(self, first: date | None, last: date | None) -> pd.DataFrame:
        """Return the rows of a year around a period; without a period, all of them."""
        if first is None or last is None:
            return self.rows
        year = pd.Timedelta(days=NEAR)
        days = self.rows["day"]
        return self.rows[(days >= pd.Timestamp(first) - year) & (days <= pd.Timestamp(last) + year)]

    def gap(self, first: date | None, last: date | None) -> str:
        """Say that nothing official was counted near a period; where something was, say nothing."""
        if len(self.near(first, last)):
            return ""
        if self.rows.empty:
            return "Nothing official was reported for this country."
        ends = (self.rows["day"].iloc[0], self.rows["day"].iloc[-1])
        return (
            "No official number lies near these reports, so no line is drawn: those known are of "
            f"{ends[0]:%B %Y} to {ends[1]:%B %Y}."
        )


def baseline_for(
    kind: str, force: str | None, place: str | None, role: str | None, aspect: str | None
) -> Baseline | None:
    """Return the official figures that count what a series counts; none, null.

    Raises:
        InputError: a file of data/baselines is there and cannot be read.
    """
    if kind != "personnel" or aspect not in (None, "level") or role not in PRESENT:
        return None
    if force == "USA" and place and place != "USA":
        rows = _read(TROOPS).get(place)
        if rows is None:
            return None
        return Baseline(
            name="Assigned (DMDC)",
            definition="US active-duty troops permanently assigned to the country at the end of "
            "the quarter, as the Defense Manpower Data Center counts them. Rotating units, ships "
            "and temporary duty are not in it, so it often lies below what officials say.",
            source="US Department of Defense, Defense Manpower Data Center, by way of Allen, Flynn "
            "and Machain (2022)",
            rows=rows,
        )
    if force and role is None and (place is None or place == force):
        rows = _read(FORCES).get(force)
        if rows is None:
            return None
        return Baseline(
            name="Armed forces (IISS)",
            definition="All active-duty personnel of the country, paramilitary forces included "
            "where they can replace regular ones.",
            source="World Bank WDI MS.MIL.TOTL.P1 (IISS) by way of Gapminder, CC BY 4.0",
            rows=rows,
        )
    return None


@cache
def _read(name: str) -> dict[str, pd.DataFrame]:
    """Read one file: the rows of each country, oldest first; no file, no countries.

    A country whose every cell is blank has no rows: nothing was reported.
    """
    path = BASELINES / name
    if not path.is_file():
        return {}
    read: dict[str, list[tuple[pd.Timestamp, float]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            try:
                day, value = _row(name, row)
            except (KeyError, ValueError) as error:
                raise InputError(
                    f"{path}:{line}: not a row of official figures: {error}"
                ) from error
            known = read.setdefault(row["iso3"], [])
            if value is not None:
                known.append((pd.Timestamp(day), value))
    return {
        iso3: pd.DataFrame(sorted(rows), columns=["day", "value"]) for iso3, rows in read.items()
    }


def _row(name: str, row: dict[str, str]) -> tuple[date, float | None]:
    if name == TROOPS:
        year, month = (int(part) for part in row["as_of"].split("-")[:2])
        text = row["troops"]
    else:
        year, month, text = int(row["year"]), 7, row["armed_forces_personnel"]
    return date(year, month, 1), float(text) if text.strip() else None
