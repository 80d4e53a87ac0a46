"""How codes are said in words: countries, topics, kinds, series, values."""

from functools import cache

from analytics.aggregates.figures import Series
from analytics.lexicons.places import load_places
from analytics.model import Selection

# What countries are called before a noun, where their name reads badly there.
FORCE_BY_ISO3 = {
    "AFG": "Afghan",
    "AUS": "Australian",
    "CAN": "Canadian",
    "CHN": "Chinese",
    "DEU": "German",
    "FRA": "French",
    "GBR": "UK",
    "IND": "Indian",
    "IRN": "Iranian",
    "ISR": "Israeli",
    "ITA": "Italian",
    "JPN": "Japanese",
    "KOR": "South Korean",
    "PAK": "Pakistani",
    "POL": "Polish",
    "PRK": "North Korean",
    "RUS": "Russian",
    "SYR": "Syrian",
    "TUR": "Turkish",
    "TWN": "Taiwanese",
    "UKR": "Ukrainian",
    "USA": "US",
}
# Units under which people in uniform are simply troops; a series holds several units.
TROOPS = {"troops", "soldiers", "forces", "servicemembers", "service members"}
HARMED = {"killed", "wounded", "missing", "captured", "injured"}
SHORT_BY_ISO3 = {"USA": "United States", "GBR": "United Kingdom", "ARE": "UAE"}
# Territories that a place may lie in, though no country (ISO 3166).
TERRITORY_BY_ISO3 = {
    "ABW": "Aruba",
    "ASM": "American Samoa",
    "BMU": "Bermuda",
    "CUW": "Curaçao",
    "ESH": "Western Sahara",
    "FLK": "Falkland Islands",
    "FRO": "Faroe Islands",
    "GIB": "Gibraltar",
    "GRL": "Greenland",
    "GUM": "Guam",
    "HKG": "Hong Kong",
    "IOT": "British Indian Ocean Territory",
    "MAC": "Macao",
    "MNP": "Northern Mariana Islands",
    "PRI": "Puerto Rico",
    "SGS": "South Georgia",
    "SJM": "Svalbard",
    "VIR": "US Virgin Islands",
}
MEASURES = {
    "articles": "articles",
    "publishers": "publishers",
    "stories": "independent stories",
}
KINDS = {
    "personnel": "Personnel",
    "casualties": "Casualties",
    "money": "Money",
    "weapons_platforms": "Weapons and platforms",
    "munitions": "Munitions",
    "distance": "Distances",
    "percent": "Percentages",
    "duration": "Durations",
    "events": "Events",
    "other": "Other counts",
}
HEDGES = {
    "exact": "exact",
    "about": "about",
    "at_least": "at least",
    "at_most": "at most",
    "range": "range",
}
_UNITS_OF_SIZE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}


@cache
def _names() -> dict[str, str]:
    return {**TERRITORY_BY_ISO3, **load_places().name_by_iso3, **SHORT_BY_ISO3}


def country(iso3: str | None) -> str:
    """Say a country: its name, else its code, else "unknown"."""
    return _names().get(iso3, iso3) if iso3 else "unknown"


def topic(code: str) -> str:
    """Say a topic: "arms-sales-procurement" → "Arms sales procurement"."""
    known = {
        "arms-sales-procurement": "Arms sales",
        "casualties-conflict": "Casualties",
        "diplomacy-talks": "Diplomacy",
        "personnel-policy": "Personnel policy",
        "space-cyber": "Space and cyber",
        "troop-deployments": "Troop deployments",
    }
    return known.get(code, code.replace("-", " ").capitalize())


def series(one: Series) -> str:
    """Say what a series counts: "US troops in South Korea, stationed".

    A change, a total so far or a rate says that it is one; a level says nothing.
    """
    noun = _noun(one)
    whose = FORCE_BY_ISO3.get(one.force, country(one.force)) if one.force else ""
    said = f"{whose} {noun}".strip() if whose else noun
    if one.place and one.place != one.force:
        where = country(one.place)
        said += f", {where}" if one.kind in ("money", "percent", "duration") else f" in {where}"
    more = [part.replace("_", " ") for part in (one.role,) if part and part != noun]
    if one.aspect and one.aspect != "level":
        more.append({"cumulative": "total so far", "new": "newly"}.get(one.aspect, one.aspect))
    said = ", ".join([said, *more])
    return said[0].upper() + said[1:]


def _noun(one: Series) -> str:
    if one.kind == "money":
        return f"money ({one.unit})" if one.unit else "money"
    if one.kind == "percent":
        return f"share of {one.of.replace('_', ' ')}" if one.of else "percentages"
    if one.kind == "casualties":
        return one.role if one.role and one.role in HARMED else "casualties"
    if one.kind == "personnel":
        return "troops" if one.unit in TROOPS or one.unit is None else "personnel"
    return one.unit or KINDS.get(one.kind, one.kind).lower()


def unit(one: Series) -> str | None:
    """Say what the values of a series count; people by what they are, not by one report's word."""
    if one.kind == "personnel":
        return _noun(one)
    if one.kind == "casualties":
        return one.role if one.role and one.role in HARMED else "people"
    return one.unit


def number(value: float | None) -> str:
    """Say a number: "28,500", "7.6 billion"; null is "?"."""
    if value is None or value != value:
        return "?"
    for size, name in _UNITS_OF_SIZE:
        if abs(value) >= size:
            return f"{value / size:,.3g} {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")


def figure(low: float | None, high: float | None, hedge: str, unit: str | None) -> str:
    """Say a figure with its hedge: "about 28,500 troops", "$10 to 12 billion", "at least 24"."""
    low, high = (None if value is None or value != value else value for value in (low, high))
    sign = _SIGNS.get(unit or "", "")
    if low is not None and high is not None and low != high:
        said = f"{sign}{number(low)} to {sign}{number(high)}"
    elif low is None and high is not None:
        said = f"at most {sign}{number(high)}"
    elif high is None and low is not None:
        said = f"at least {sign}{number(low)}"
    else:
        said = f"{'about ' if hedge == 'about' else ''}{sign}{number(low)}"
    if unit == "percent":
        return f"{said} %"
    return said if sign or not unit else f"{said} {unit if low == high == 1 else _many(unit)}"


_ALIKE = ("yen", "yuan", "won", "baht", "ringgit", "rand", "dong", "s", "sterling")


def _many(unit: str) -> str:
    """Put the unit of a rate in the plural: "dollars per month"; others are as the text says."""
    head, per, by = unit.partition(" per ")
    return unit if not per or head.endswith(_ALIKE) else f"{head}s{per}{by}"


def chosen(selection: Selection) -> str:
    """Say a selection: "Missiles · Gazette · since 2024-01-01"; nothing chosen: "all coverage"."""
    parts = [
        " or ".join(map(topic, selection.topics)),
        " or ".join(selection.outlets),
        " or ".join(map(country, selection.countries)),
        " or ".join(KINDS.get(kind, kind).lower() for kind in selection.kinds),
        " or ".join(selection.wires),
        period(selection),
        f"“{selection.words}”" if selection.words else "",
    ]
    return " · ".join(part for part in parts if part) or "all coverage"


def period(selection: Selection) -> str:
    """Say the days of a selection; no limit, an empty string."""
    if selection.start and selection.end:
        return f"{selection.start} to {selection.end}"
    if selection.start:
        return f"since {selection.start}"
    return f"until {selection.end}" if selection.end else ""


def counted(n: int, measure: str) -> str:
    """Say a count of what a measure counts: "1 article", "3 independent stories"."""
    noun = MEASURES[measure]
    if n == 1:
        noun = {"articles": "article", "publishers": "publisher"}.get(measure, "independent story")
    return f"{n:,} {noun}"


def snippet(sentence: str, at: int, length: int, most: int) -> tuple[str, str, str]:
    """Cut a sentence to ``most`` characters around its quote: before, the quote, after.

    Args:
        sentence: the whole sentence.
        at: where the quote begins in it.
        length: how long the quote is.
        most: how many characters may be shown, ellipses included.
    """
    at = min(max(at, 0), len(sentence))
    quote = sentence[at : at + length]
    if len(sentence) <= most:
        return sentence[:at], quote, sentence[at + length :]
    quote = quote[:most]
    room = max(0, most - len(quote) - 2)
    before, after = sentence[:at], sentence[at + len(quote) :]
    left = min(len(before), max(room // 2, room - len(after)))
    right = min(len(after), room - left)
    kept_before = before[len(before) - left :] if left else ""
    kept_after = after[:right]
    return (
        f"…{kept_before}" if left < len(before) else kept_before,
        quote,
        f"{kept_after}…" if right < len(after) else kept_after,
    )
