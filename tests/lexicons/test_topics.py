"""The topic files are checked when they are read."""

from pathlib import Path

import pytest

from analytics.errors import LexiconError
from analytics.lexicons.topics import load_topics, plural_of

TOPICS = "topic,parent,label,iptc,share,bar,description\nnaval,,Naval,,1,1,Ships\n"
TERMS = "surface,topic,weight,strength\n"


def folder_with(folder: Path, topics: str, terms: str) -> Path:
    (folder / "topics.csv").write_text(topics, encoding="utf-8")
    (folder / "topic_terms.csv").write_text(terms, encoding="utf-8")
    return folder


BROKEN = {
    "a topic twice": (TOPICS + "naval,,Naval,,1,1,Ships\n", TERMS, "topics.csv:3: topic listed"),
    "an unknown parent": (TOPICS + "subs,sea,Subs,,1,1,S\n", TERMS, "topics.csv:3: the parent"),
    "a bad IPTC id": (TOPICS + "subs,naval,Subs,12,1,1,S\n", TERMS, "topics.csv:3: not medtop"),
    "a share above one": (TOPICS + "subs,naval,Subs,,2,1,S\n", TERMS, "topics.csv:3: share"),
    "a term of no topic": (TOPICS, TERMS + "tank,land,1,strong\n", "terms.csv:2: no such topic"),
    "a term twice": (TOPICS, TERMS + "s,naval,1,weak\ns,naval,1,weak\n", "terms.csv:3: 's' is"),
    "a weight in words": (TOPICS, TERMS + "s,naval,much,weak\n", "terms.csv:2: weight is no"),
    "an unknown strength": (TOPICS, TERMS + "s,naval,1,odd\n", "terms.csv:2: strength is"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_row_is_refused_for(fault: str, tmp_path: Path) -> None:
    topics, terms, reason = BROKEN[fault]
    with pytest.raises(LexiconError, match=reason):
        load_topics(folder_with(tmp_path, topics, terms))


def test_a_new_row_is_a_new_topic(tmp_path: Path) -> None:
    topics = TOPICS + "oars,naval,Oars,,0.5,1,Rowing\n"
    lexicon = load_topics(folder_with(tmp_path, topics, TERMS + "oar,oars,3,strong\n"))
    ((_, _, term),) = lexicon.terms.find("Two Oars", "two oars")
    assert [use[:2] for use in term.uses] == [("oars", 3.0), ("naval", 1.5)]


def test_the_taxonomy_is_whole() -> None:
    topics = load_topics().topics
    assert sum(entry.parent is None for entry in topics.values()) == 16


@pytest.mark.parametrize(
    ("one", "many"), [("ally", "allies"), ("coach", "coaches"), ("jet", "jets")]
)
def test_plurals_are_regular(one: str, many: str) -> None:
    assert plural_of(one) == many
