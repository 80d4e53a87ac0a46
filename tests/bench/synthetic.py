"""Make a store of invented articles, as many as asked, to measure the page on.

    python -m tests.bench.synthetic 20000 /tmp/muster-bench

A few sources write most, a few topics fill most, half of the articles are copies: the proportions
of real coverage. The same seed gives the same store.
"""

import hashlib
import sys
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from tests.snapshots import write_snapshot

TOPICS = [
    "alliances",
    "exercises",
    "troop-deployments",
    "nuclear",
    "missiles",
    "arms-sales-procurement",
    "budget",
    "naval",
    "air",
    "space-cyber",
    "casualties-conflict",
    "diplomacy-talks",
    "personnel-policy",
    "industry",
    "intelligence",
    "humanitarian",
]
COUNTRIES = [
    "USA",
    "KOR",
    "PRK",
    "JPN",
    "CHN",
    "RUS",
    "UKR",
    "DEU",
    "POL",
    "GBR",
    "FRA",
    "SYR",
    "AFG",
    "IRQ",
    "IRN",
    "ISR",
    "TWN",
    "PHL",
    "AUS",
    "IND",
    "PAK",
    "TUR",
    "SAU",
    "EST",
    "LTU",
    "LVA",
    "ROU",
    "NOR",
    "SWE",
    "FIN",
    "ITA",
    "ESP",
    "CAN",
    "NGA",
    "MLI",
    "YEM",
]
WIRES = ("Meridian Wire", "Harbour News Agency")
FIRST_DAY = date(2017, 1, 2)
DAYS = 3400
# kind, unit, force, place, role, aspect, middle, spread
SERIES = (
    ("personnel", "troops", "USA", "KOR", "stationed", "level", 28500, 0.02),
    ("personnel", "troops", "USA", "JPN", "stationed", "level", 54000, 0.04),
    ("personnel", "troops", "USA", "DEU", "stationed", "level", 35000, 0.06),
    ("personnel", "troops", "USA", "POL", "stationed", "level", 9000, 0.2),
    ("personnel", "troops", "USA", "SYR", "stationed", "level", 1500, 0.3),
    ("personnel", "troops", "USA", "AFG", "withdrawn", "change", 4000, 0.5),
    ("casualties", "people", None, "UKR", "killed", "new", 20, 0.9),
    ("casualties", "soldiers", "RUS", "UKR", "killed", "cumulative", 90000, 0.5),
    ("money", "USD", "USA", "USA", "spent", "level", 7.6e11, 0.15),
    ("money", "USD", None, "UKR", "pledged", "change", 1.2e9, 0.9),
    ("weapons_platforms", "aircraft", "CHN", "TWN", "deployed", "new", 25, 0.8),
    ("munitions", "missiles", "PRK", "PRK", "launched", "new", 3, 0.6),
    ("distance", "kilometers", "PRK", "PRK", None, "capacity", 900, 0.7),
    ("percent", "percent", None, None, None, "change", 12, 0.8),
    ("duration", "days", None, None, None, "level", 10, 0.6),
    ("events", "exercises", "KOR", "KOR", None, "level", 4, 0.5),
    ("other", "people", None, "SYR", "evacuated", "new", 400, 0.9),
)
HEDGES = ("exact", "about", "at_least", "at_most", "range")
SPEAKERS = ("Defence Ministry", "Pentagon spokesman", "Joint Chiefs", "government office", None)


def make(articles: int, store: Path, seed: int = 7) -> Path:
    """Write a store with one snapshot of ``articles`` invented articles; return it."""
    random = np.random.default_rng(seed)
    table = _articles(articles, random)
    figures = _figures(table, random)
    counted = figures.groupby("article")
    table["figures"] = counted.size().reindex(table["article"], fill_value=0).to_numpy()
    kinds = counted["kind"].agg(lambda values: sorted(set(values)))
    table["figure_kinds"] = [kinds.get(article, []) for article in table["article"]]
    frames = {
        "articles": table,
        "texts": _texts(table, figures),
        "topics": _unnested(table, "topics", "topic"),
        "countries": _unnested(table, "countries", "country"),
        "figures": figures,
        "stories": _stories(table),
        "copies": _copies(table, random),
    }
    name = hashlib.sha256(f"{articles} {seed}".encode()).hexdigest()[:16]
    return write_snapshot(store, frames, name)


def _articles(count: int, random: np.random.Generator) -> pd.DataFrame:
    outlets = [f"Gazette {index:02d}" for index in range(40)]
    weight = 1 / np.arange(1, 41)
    outlet = random.choice(40, count, p=weight / weight.sum())
    day = pd.to_datetime(FIRST_DAY) + pd.to_timedelta(random.integers(0, DAYS, count), unit="D")
    topic_weight = 1 / np.arange(1, 17) ** 0.7
    topic_weight /= topic_weight.sum()
    story = np.sort(random.integers(0, max(1, int(count * 0.7)), count))
    table = pd.DataFrame({"article": range(count), "story": story})
    first = ~table["story"].duplicated()
    table["article_id"] = [f"id:bench/{index}" for index in range(count)]
    table["given_id"] = [str(index) for index in range(count)]
    table["collection"] = "bench"
    table["title"] = [f"Invented report {index} on forces and figures" for index in range(count)]
    table["url"] = [f"https://gazette.example/{index}" for index in range(count)]
    table["outlet"] = [outlets[index] for index in outlet]
    table["family"] = [f"House {index // 2:02d}" for index in outlet]
    table["outlet_kind"] = random.choice(["general", "trade", "state", "local"], count)
    table["outlet_country"] = [COUNTRIES[index % 12] for index in outlet]
    wired = random.random(count) < 0.35
    wire = random.choice(WIRES, count)
    table["wire"] = np.where(wired, wire, None)
    table["wires"] = [[name] if on else [] for name, on in zip(wire, wired, strict=True)]
    table["day"] = day
    table["week"] = day - pd.to_timedelta(day.day_of_week, unit="D")
    table["month"] = day.to_period("M").to_timestamp()
    table["published_evidence"] = "given"
    table["words"] = random.integers(80, 900, count)
    sizes = random.integers(1, 4, count)
    table["topics"] = [
        list(random.choice(TOPICS, size, replace=False, p=topic_weight)) for size in sizes
    ]
    table["subtopics"] = [[] for _ in range(count)]
    country_weight = 1 / np.arange(1, len(COUNTRIES) + 1) ** 0.9
    country_weight /= country_weight.sum()
    table["countries"] = [
        list(random.choice(COUNTRIES, size, replace=False, p=country_weight)) for size in sizes + 1
    ]
    table["lead"] = first
    table["copy"] = np.where(first, "original", "copy")
    table["flags"] = [[] for _ in range(count)]
    return table


def _figures(table: pd.DataFrame, random: np.random.Generator) -> pd.DataFrame:
    count = int(len(table) * 2.2)
    of = np.sort(random.integers(0, len(table), count))
    rows = table.iloc[of].reset_index(drop=True)
    chosen = random.integers(0, len(SERIES), count)
    middle = np.array([SERIES[index][6] for index in chosen])
    spread = np.array([SERIES[index][7] for index in chosen])
    low = np.maximum(1, np.round(middle * np.exp(random.normal(0, spread, count)), -1))
    hedge = random.choice(HEDGES, count, p=[0.55, 0.2, 0.12, 0.06, 0.07])
    high = np.where(hedge == "range", np.round(low * 1.25), low)
    figures = pd.DataFrame({"figure": range(count), "article": rows["article"]})
    figures["figure_id"] = [
        hashlib.sha256(str(index).encode()).hexdigest()[:12] for index in range(count)
    ]
    for position, column in enumerate(("kind", "unit", "force", "place", "role", "aspect")):
        figures[column] = [SERIES[index][position] for index in chosen]
    figures["low"] = np.where(hedge == "at_most", np.nan, low)
    figures["high"] = np.where(hedge == "at_least", np.nan, high)
    figures["hedge"] = hedge
    figures["quote"] = [f"{value:,.0f}" for value in low]
    before, after = "Officials counted ", " in an invented report."
    figures["sentence"] = [f"{before}{quote}{after}" for quote in figures["quote"]]
    figures["sentence_start"] = 0
    length = figures["sentence"].str.len()
    # Every sentence of an article stands after the one before it, one space between.
    ends = (length + 1).groupby(figures["article"]).cumsum() - 1
    figures["sentence_start"] = ends - length
    figures["sentence_end"] = ends
    figures["start"] = figures["sentence_start"] + len(before)
    figures["end"] = figures["start"] + figures["quote"].str.len()
    figures["speaker"] = random.choice(np.array(SPEAKERS, dtype=object), count)
    figures["modality"] = random.choice(["reported", "planned"], count, p=[0.9, 0.1])
    figures["series"] = [
        "|".join(part or "" for part in (*SERIES[index][:1], *SERIES[index][2:6]))
        for index in chosen
    ]
    for column in ("day", "week", "month", "outlet", "family", "wire", "story"):
        figures[column] = rows[column].to_numpy()
    figures["first"] = ~figures.duplicated(["story", "quote"])
    return figures


def _texts(table: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    joined = figures.groupby("article")["sentence"].agg(" ".join)
    texts = joined.reindex(table["article"], fill_value="An invented report without a figure.")
    return pd.DataFrame({"article": table["article"], "text": texts.to_numpy()})


def _unnested(table: pd.DataFrame, column: str, name: str) -> pd.DataFrame:
    shared = ["article", "day", "week", "month", "outlet", "family", "wire", "story"]
    rows = table[[*shared, column]].explode(column).rename(columns={column: name})
    rows["rank"] = rows.groupby("article").cumcount() + 1
    rows["weight"] = 1 / rows["rank"]
    return rows


def _stories(table: pd.DataFrame) -> pd.DataFrame:
    told = table.groupby("story")
    rows = told.agg(
        lead=("article", "first"),
        articles=("article", "size"),
        outlets=("outlet", "nunique"),
        families=("family", "nunique"),
        wire=("wire", "first"),
        first_day=("day", "min"),
        last_day=("day", "max"),
    ).reset_index()
    rows["story_id"] = [f"story{story}" for story in rows["story"]]
    return rows


def _copies(table: pd.DataFrame, random: np.random.Generator) -> pd.DataFrame:
    lead = table.groupby("story")["article"].transform("first")
    rows = pd.DataFrame({"article": table["article"], "parent": lead})
    rows = rows[rows["article"] != rows["parent"]].reset_index(drop=True)
    rows["kept"] = random.uniform(0.5, 1, len(rows))
    rows["added"] = random.uniform(0, 0.4, len(rows))
    return rows


if __name__ == "__main__":
    print(make(int(sys.argv[1]), Path(sys.argv[2])))
