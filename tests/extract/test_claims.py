"""Where a figure is: one rule a text."""

import pytest

from analytics.extract.article import read_article
from analytics.lexicons.all import load
from analytics.model import Article

LEXICONS = load()


def read(text):
    article = Article(identity="text:1", text=text, sha256="1", id="1", collection="tests")
    return [(text[f.start : f.end], f) for f in read_article(article, LEXICONS).figures]


# text → the country of each figure
PLACES = {
    "where they will be": ("Britain will send 200 soldiers to Estonia.", ["EST"]),
    "where the bomb was": ("A bomb in Kabul killed 12 people and wounded 30.", ["AFG", "AFG"]),
    "at whom they were fired": ("Militants fired 40 rockets at Israel.", ["ISR"]),
    "a nationality is no place": (
        "Two American soldiers were killed in a blast near Mosul.",
        ["IRQ"],
    ),
    "each its own in a list": (
        "The US has 28,500 troops in South Korea, about 54,000 in Japan and 35,000 in Germany.",
        ["KOR", "JPN", "DEU"],
    ),
    "several countries are none": (
        "The alliance moved 4,000 soldiers to Iraq and Syria.",
        [None],
    ),
    "a region of many countries is none": ("France has 900 soldiers in the Sahel.", [None]),
    "the country named before": (
        "Poland passed its budget. The United States keeps 10,000 troops in the country.",
        ["POL"],
    ),
    "what is left is where it left": ("The U.S. withdrew 2,000 troops from Syria.", ["SYR"]),
    "a buyer gets the jets": ("Argentina ordered 12 jets from Denmark.", ["ARG"]),
    "aid is the receiver's": (
        "The Senate approved a $3 billion aid package for Ukraine.",
        ["UKR"],
    ),
    "a budget is whose it is": ("India's defence budget is $70 billion.", ["IND"]),
    "a share of nothing named is nowhere": ("Some 40 percent of the crew were new.", [None]),
    "where they are based": (
        "Some 9,000 airmen are based in Japan, and 700 sailors based in Guam train in Peru.",
        ["JPN", "PER"],
    ),
    "a distance inside one country": ("The reef lies 20 miles from Palawan.", ["PHL"]),
    "a distance between two": ("The reef in Vietnam lies 20 miles from Palawan.", [None]),
    "the two that were named": ("Peru is at odds. A rift between the two leaders grew.", [None]),
    "an unknown town with its country": (
        "A strike on the village of Qarbul, southern Lebanon, wounded 11 people.",
        ["LBN"],
    ),
    "a brigade away from home": (
        "Some 300 soldiers from a brigade based in Vicenza, Italy, arrived in Latvia.",
        ["LVA"],
    ),
    "what the claimant does elsewhere": (
        "The Afghan south was calm, as was the rest of Afghanistan. At least 14 guards were killed "
        "by the group, "
        "which holds talks in Doha, Qatar.",
        ["AFG"],
    ),
}


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*case, id=name) for name, case in PLACES.items()]
)
def test_a_figure_is_where_its_things_are(text, expected):
    assert [figure.place for _, figure in read(text)] == expected
