"""Whose the counted things are: one rule a text."""

import pytest

from analytics.extract.article import read_article
from analytics.lexicons.all import load
from analytics.model import Article

LEXICONS = load()

# text → whose each figure's things are
FORCES = {
    "a nationality": ("Some 900 Danish soldiers left.", ["DNK"]),
    "who sends them": ("Norway will send 40 tanks to Latvia.", ["NOR"]),
    "a body in the words": ("The storm hurt 30 IDF soldiers.", ["ISR"]),
    "a body that acts": ("The Pentagon will move 300 troops.", ["USA"]),
    "a body beside them": (
        "An aide at the Kremlin said that a first group of 500 troops would leave on Monday.",
        ["RUS"],
    ),
    "the army that the article is about": (
        "The Bundeswehr trains. The Bundeswehr is short of men, the Bundestag heard. "
        "About 300 recruits came late.",
        ["DEU"],
    ),
    "a speaker owns no missiles": ("Japan said four missiles fell into the sea.", [None]),
    "what a speaker says of its own": ("Peru says it has 12 jets.", ["PER"]),
    "nobody's fighters": ("The United States estimates that 900 militants hide there.", [None]),
    "an armed group is no state": ("Hezbollah said that 500 troops came.", [None]),
    "by whom they were launched": ("Kenya shot down six drones launched by Chad.", ["TCD"]),
    "who gets them does not own them": ("Spain gave aid to Mali and sent 30 trucks.", ["ESP"]),
    "an abbreviation is no end": (
        "The Danish air force formed a squadron on Feb. 16, which will fly four jets.",
        ["DNK"],
    ),
    "those who are not of a nation": ("More than 600 non-US forces are in Mali.", [None]),
    "who acted before troops are said to be there": (
        "Norway wants Peru to pay more. Nearly 900 troops are based in Peru.",
        ["NOR"],
    ),
    "the same country's as the troops before": (
        "Some 40 Danish troops are in Peru. It is hot. The base in Chad has 300 soldiers.",
        ["DNK", "DNK"],
    ),
    "not of a country that is only a place before": (
        "Towns in Norway wait. Nearly 900 troops are based in Peru.",
        [None],
    ),
    "who sees ships does not own them": ("Peru said it detected 34 ships.", [None]),
    "whose soldiers were lost": ("Peru has lost 18 soldiers.", ["PER"]),
    "rebels are nobody's": ("Peru freed an aide for three senior insurgents.", [None]),
    "an air force by its letters": ("The RAAF has ordered seven drones.", ["AUS"]),
    "out of a country": ("The Pentagon got out of Peru and will move 300 troops.", ["USA"]),
    "people are no force": ("Two Turkish officials spoke.", [None]),
}


@pytest.mark.parametrize("rule", FORCES)
def test_the_force_of(rule: str) -> None:
    text, expected = FORCES[rule]
    article = Article(identity="text:1", text=text, sha256="1", id="1", collection="tests")
    assert [f.force for f in read_article(article, LEXICONS).figures] == expected
