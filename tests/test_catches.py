"""What rows would catch is told before they are added."""

import json
import sys

import pytest

from analytics.__main__ import main

ARTICLES = [
    {
        "id": "1",
        "title": "Dogsleds head north",
        "text": "Two dogsleds crossed the floes.",
    },
    {"id": "2", "title": "Bread is cheap", "text": "The bakery on the corner sells rye bread."},
    {"id": "3", "title": "Navy orders destroyers", "text": "The navy ordered two new destroyers."},
]
ROWS = "surface,topic,weight,strength\ndogsled,{0},3,strong\nsledge,{0},2,weak\n"
NEW = "topic,parent,label,iptc,share,bar,description\npolar,naval,Polar,,1,0.35,The far north\n"


@pytest.fixture
def check(tmp_path, monkeypatch, capsys):
    """Run ``topics check`` on rows for a topic; return the exit code, its lines, the errors."""
    monkeypatch.setenv("MUSTER_STORE", str(tmp_path / "store"))
    articles = tmp_path / "articles.jsonl"
    articles.write_text("".join(json.dumps(row) + "\n" for row in ARTICLES), "utf-8")
    (tmp_path / "new.csv").write_text(NEW, "utf-8")

    def typed(topic, *words, stored=False):
        rows = tmp_path / "rows.csv"
        rows.write_text(ROWS.format(topic), "utf-8")
        texts = [] if stored else [articles]
        named = [tmp_path / word if word.endswith(".csv") else word for word in words]
        code = run("topics", "check", rows, *texts, *named)
        printed = capsys.readouterr()
        return code, [line.strip() for line in printed.out.splitlines()], printed.err

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["analytics", *map(str, words)])
        try:
            main()
        except SystemExit as stop:
            return stop.code
        return 0

    def ingest():
        run("ingest", articles)
        capsys.readouterr()

    typed.ingest = ingest
    return typed


def test_a_topic_is_told_by_what_it_would_gain(check):
    code, told, _ = check("naval")

    assert code == 0
    assert told[0] == "3 articles"
    assert "naval: 1 → 2 articles +1" in told
    assert any(line.endswith("Dogsleds head north  (dogsleds)") for line in told)


def test_forms_are_told_with_the_articles_they_stand_in(check):
    _, told, _ = check("naval")

    assert told[-2:] == ["1  dogsled", "0  sledge"]


def test_a_new_topic_is_tried_with_its_row(check):
    code, told, _ = check("polar", "--new", "new.csv")

    assert code == 0
    assert "polar: 0 → 1 articles +1" in told
    assert "100 % of them are under naval too" in told
    assert told[told.index("topics that the rows do not name") + 1] == "naval +1"


def test_a_topic_that_is_not_there_is_refused_by_file_and_line(check):
    code, _, errors = check("polar")

    assert code == 1
    assert errors.endswith("rows.csv:2: no such topic: polar\n")


def test_what_the_store_holds_is_read_where_no_articles_are_named(check):
    check.ingest()

    _, told, _ = check("naval", stored=True)

    assert told[0] == "3 articles"
    assert "naval: 1 → 2 articles +1" in told


def test_an_empty_store_is_said_to_be_one(check):
    code, _, errors = check("naval", stored=True)

    assert code == 1
    assert "nothing to check the rows against" in errors


def test_examples_are_the_strongest_and_no_more_than_asked_for(check):
    _, told, _ = check("polar", "--new", "new.csv", "--examples", "1")

    assert sum("Dogsleds" in line for line in told) == 1
