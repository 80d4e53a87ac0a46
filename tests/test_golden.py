"""Whole articles, read as a person would read them.

Each tests/golden/NAME.txt has beside it NAME.json, which a person has checked. After a wanted
change: ``pytest tests/test_golden.py --update-golden``, then read the diff.
"""

import json
from pathlib import Path

import pytest

from analytics.contract import to_row
from analytics.extract.article import read_article
from analytics.ingest.record import article_of
from analytics.lexicons import all as lexicons

FOLDER = Path(__file__).parent / "golden"
ROOT = Path(__file__).parents[1]
KEPT = (
    "title",
    "outlet",
    "byline",
    "wires",
    "wire_evidence",
    "published",
    "published_at",
    "updated_at",
    "topics",
    "countries",
    "speakers",
    "figures",
    "rejected",
)


@pytest.fixture(scope="session")
def known():
    return lexicons.load(extra=[ROOT / "data" / "sample"])


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_reading_matches_the_one_a_person_checked(path, known, request):
    text = path.read_text("utf-8")
    article = article_of({"id": path.stem, "text": text}, "golden", path.name)
    row = to_row(read_article(article, known), text, rejected=True)
    actual = {name: row[name] for name in KEPT}
    for found in (*actual["speakers"], *actual["rejected"]):
        found["quote"] = text[found["start"] : found["end"]]
    actual = json.dumps(actual, indent=1, ensure_ascii=False) + "\n"
    expected = path.with_suffix(".json")
    if request.config.getoption("--update-golden"):
        expected.write_text(actual, "utf-8")

    assert actual == expected.read_text("utf-8")


def test_every_checked_reading_has_its_article():
    assert {p.stem for p in FOLDER.glob("*.json")} == {p.stem for p in FOLDER.glob("*.txt")}
