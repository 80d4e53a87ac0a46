"""What the sample promises to whoever builds on it: articles, their figures and their copies."""

import csv
import json
import re
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from analytics.lexicons.sources import load_sources

DATA = Path(__file__).resolve().parents[2] / "data"
SAMPLE, BASELINES = DATA / "sample", DATA / "baselines"
RUN = 8  # words in a row that only copies may share
KEY_COLUMN = {
    "us_troops_by_country": "as_of",
    "armed_forces_personnel": "year",
    "military_expenditure_pct_gdp": "year",
}
NUMBER_WORD = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|"
    "thirty|forty|fifty|dozens?|hundreds?|thousands?|million"
)
# What looks like a figure and is none, by the rules of annotation.
NOT_FIGURES = {
    ("s032", "thousands of soldiers"),  # a headline inside the furniture of a raw page
    ("s129", "13.9 percent"),  # the same
    ("s187", "12 missiles"),  # the name of a type
}


@cache
def articles() -> dict[str, dict]:
    with (SAMPLE / "articles.jsonl").open(encoding="utf-8") as file:
        return {row["id"]: row for row in map(json.loads, file)}


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def story_of() -> dict[str, str]:
    return {row["article_id"]: row["story"] for row in rows("copies.csv")}


@cache
def domains() -> dict[str, dict[str, str]]:
    return {row["domain"]: row for row in rows("outlets.csv")}


def outlet_of(article: dict) -> dict[str, str]:
    return domains()[urlsplit(article["url"]).hostname]


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))


def by_story() -> dict[str, list[dict[str, str]]]:
    stories = defaultdict(list)
    for row in rows("copies.csv"):
        stories[row["story"]].append(row)
    return stories


def test_there_are_enough_articles_and_each_has_its_own_id_and_url():
    with (SAMPLE / "articles.jsonl").open(encoding="utf-8") as file:
        lines = sum(1 for _ in file)

    assert lines == len(articles()) >= 170
    assert len({a["url"] for a in articles().values()}) == lines


def test_articles_have_between_80_and_250_words():
    lengths = {i: len(a["text"].split()) for i, a in articles().items()}

    assert {i: n for i, n in lengths.items() if not 80 <= n <= 250} == {}


def test_every_year_is_covered_and_recent_years_more():
    years = Counter(date.fromisoformat(a["crawled"]).year for a in articles().values())

    assert sorted(years) == list(range(2017, 2027))
    assert min(years.values()) >= 10
    assert sum(years[y] for y in range(2022, 2027)) > 1.5 * sum(years[y] for y in range(2017, 2022))


def test_printed_dates_come_in_many_forms_and_some_are_missing():
    printed = [a["date"] for a in articles().values() if "date" in a]
    shapes = {re.sub(r"[A-Za-z]+", "A", re.sub(r"\d+", "0", text)) for text in printed}

    assert len(shapes) >= 8
    assert len(printed) < len(articles())


def test_outlets_are_invented_and_every_article_is_from_one_of_them():
    assert 14 <= len(domains()) <= 18
    assert all(domain.endswith(".example") for domain in domains())
    assert all(urlsplit(a["url"]).hostname in domains() for a in articles().values())
    assert {o["kind"] for o in domains().values()} == {
        "general", "trade", "state", "official", "local"
    }  # fmt: skip


def test_an_article_that_names_its_outlet_names_the_one_of_its_address():
    named = [a for a in articles().values() if "outlet" in a]

    assert named
    assert all(a["outlet"] == outlet_of(a)["outlet"] for a in named)


def test_no_invented_name_is_a_real_one():
    real = load_sources()
    names = [row["outlet"] for row in rows("outlets.csv")]
    marks = [mark for row in rows("wires.csv") for mark in (row["wire"], *row["marks"].split(";"))]

    assert not [name for name in names if name.lower() in real.outlet_by_name]
    assert not [mark for mark in marks if mark.lower() in real.wire_by_mark]


def test_the_lexicon_takes_the_invented_sources_beside_the_real_ones():
    both = load_sources(extra=[SAMPLE])

    assert set(domains()) <= set(both.outlet_by_domain)
    assert both.wire_by_mark["ardent"].name == "Ardent"
    assert both.wire_by_mark["vesper"].name == "Vesper"


def test_one_publisher_has_three_editions():
    families = Counter(o["family"] for o in domains().values())

    assert [family for family, n in families.items() if n > 1] == ["Quarterdeck Media"]
    assert families["Quarterdeck Media"] == 3


def test_there_are_two_wires_and_both_are_credited():
    assert [row["wire"] for row in rows("wires.csv")] == ["Ardent", "Vesper"]
    for wire in ("Ardent", "Vesper"):
        dateline = re.compile(rf"\({wire}\) (?:—|-|--) ")
        tail = re.compile(rf"(?:\({wire}\)|\b{wire})\s*\Z")
        texts = [a["text"] for a in articles().values()]
        assert sum(bool(dateline.search(t)) for t in texts) >= 5
        assert sum(bool(tail.search(t)) for t in texts) >= 3


def test_at_least_fourteen_stories_have_two_to_six_prints_and_one_has_ten():
    sizes = Counter(len({outlet_of(articles()[r["article_id"]])["outlet"] for r in story})
                    for story in by_story().values())  # fmt: skip

    assert sum(n for size, n in sizes.items() if 2 <= size <= 6) >= 14
    assert sizes[10] == 1


def test_each_story_has_one_original_and_its_prints_are_close_in_time():
    for name, prints in by_story().items():
        days = [date.fromisoformat(articles()[r["article_id"]]["crawled"]) for r in prints]
        assert [r["role"] for r in prints].count("original") == 1, name
        assert (max(days) - min(days)).days <= 7, name


def test_editions_reprint_within_one_family():
    for name, prints in by_story().items():
        if any(r["role"] == "edition" for r in prints):
            families = {outlet_of(articles()[r["article_id"]])["family"] for r in prints}
            assert families == {"Quarterdeck Media"}, name


def test_a_copy_shares_a_run_of_words_with_another_print_of_its_story():
    alone = []
    for name, prints in by_story().items():
        runs = {r["article_id"]: set(_runs(articles()[r["article_id"]]["text"])) for r in prints}
        alone += [
            (name, one)
            for one in runs
            if not any(runs[one] & runs[other] for other in runs if other != one)
        ]

    assert alone == []


def test_articles_that_are_not_copies_share_no_run_of_eight_words():
    seen: dict[str, str] = {}
    shared = []
    for identity, article in articles().items():
        story = story_of().get(identity, identity)
        for run in _runs(article["text"]):
            if seen.setdefault(run, story) != story:
                shared.append((seen[run], story, run))

    assert shared == []


def _runs(text: str) -> list[str]:
    found = words(text)
    return [" ".join(found[i : i + RUN]) for i in range(len(found) - RUN + 1)]


def test_every_quote_stands_in_its_text_where_the_notes_say():
    wrong = [
        row
        for row in rows("figures.csv")
        if not articles()[row["article_id"]]["text"].startswith(row["quote"], int(row["start"]))
    ]

    assert wrong == []


def test_quotes_do_not_overlap():
    end: dict[str, int] = defaultdict(int)
    for row in rows("figures.csv"):
        assert int(row["start"]) >= end[row["article_id"]], row
        end[row["article_id"]] = int(row["start"]) + len(row["quote"])


def test_a_figure_is_from_a_baseline_or_public_or_illustrative():
    for row in rows("figures.csv"):
        assert row["status"] in {"baseline", "public", "illustrative"}, row
        assert bool(row["baseline"]) == (row["status"] == "baseline"), row
        assert row["note"] or row["status"] != "public", row


@pytest.mark.parametrize("table", KEY_COLUMN)
def test_every_baseline_named_is_a_row_with_a_number(table):
    value = {"us_troops_by_country": "troops", "armed_forces_personnel": "armed_forces_personnel"}
    with (BASELINES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        known = {
            f"{table}:{row['iso3']}:{row[KEY_COLUMN[table]]}"
            for row in csv.DictReader(file)
            if row["iso3"] and row[value.get(table, "milex_pct_gdp")]
        }
    named = {r["baseline"] for r in rows("figures.csv") if r["baseline"].startswith(table)}

    assert named
    assert named - known == set()


def test_no_number_that_could_be_a_figure_is_left_without_a_note():
    """Digits outside the notes are dates, years, clock times, ages, names or furniture."""
    covered = defaultdict(list)
    for row in rows("figures.csv"):
        start = int(row["start"])
        covered[row["article_id"]].append(range(start, start + len(row["quote"])))
    unit = re.compile(
        rf"\b(?:\d[\d,.]*|{NUMBER_WORD}) "
        r"(?:\w+ )?(?:troops|soldiers|tanks|missiles|drones|people|percent|kilometers|billion)\b",
        re.IGNORECASE,
    )
    left = [
        (identity, found[0])
        for identity, article in articles().items()
        for found in unit.finditer(article["text"])
        if not any(found.start() in span for span in covered[identity])
    ]

    assert set(left) == NOT_FIGURES


def test_ten_articles_and_more_have_no_figure():
    with_figures = {row["article_id"] for row in rows("figures.csv")}

    assert len(set(articles()) - with_figures) >= 10


def test_the_shapes_of_real_pages_are_there():
    texts = [a["text"] for a in articles().values()]

    assert sum(bool(re.match(r" date \d{4}-\d\d-\d\d  ", t)) for t in texts) >= 5  # crawler
    assert sum("\n" not in t and "\u2028" not in t for t in texts) >= 4  # one line
    assert sum(bool(re.search(r"[a-z]\.[A-Z]", t)) for t in texts) >= 3  # glued
    assert sum("\u2028" in t for t in texts) >= 2
    assert sum("Published : " in t for t in texts) >= 5
    assert sum(bool(re.search(r"\b[AP]M · ", t)) for t in texts) >= 2  # a tweet
    assert sum("READ MORE" in t or "CLICK HERE" in t or "MORE ON THIS" in t for t in texts) >= 3
    assert sum("Most read" in t or "Related\n" in t or "Top stories" in t for t in texts) >= 3


def test_the_baselines_are_small_and_keep_their_traps():
    size = sum(path.stat().st_size for path in BASELINES.glob("*.csv"))
    with (BASELINES / "us_troops_by_country.csv").open(encoding="utf-8", newline="") as file:
        troops = list(csv.DictReader(file))

    assert size < 1_000_000
    assert any(row["iso3"] == "NAM" for row in troops)
    assert any(row["troops"] == "" for row in troops)
    assert {"estimate", ""} < {row["flag"] for row in troops}
