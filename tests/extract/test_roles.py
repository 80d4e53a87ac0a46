"""What became of the counted things, over which time, and whether it is so: one rule a text."""

import pytest

from analytics.extract.article import read_article
from analytics.lexicons.all import load
from analytics.model import Article

LEXICONS = load()


def figures_in(text):
    article = Article(identity="text:1", text=text, sha256="1", id="1", collection="tests")
    return read_article(article, LEXICONS).figures


# rule → text, the role of each figure
ROLES = {
    "sent": ("Britain will send 200 soldiers to Estonia.", ["deployed"]),
    "recruited": ("The army hired 300 soldiers.", ["recruited"]),
    "there are": ("There are 900 troops in Mali.", ["stationed"]),
    "they have": ("Hezbollah has some 30,000 fighters.", ["stationed"]),
    "those who stay behind": ("The ship left, leaving 40 sailors ashore.", ["stationed"]),
    "jets lost": ("The air force lost 46 jets.", ["destroyed"]),
    "people lost": ("The army lost 46 soldiers.", ["killed"]),
    "rockets that hit": ("Two missiles hit the port.", ["launched"]),
    "ships that fire are not fired": ("Four ships fired 26 missiles.", [None, "launched"]),
    "a cost is no soldier's": (
        "Leaving could cost dear, as most of the 12,000 troops train there.",
        [None],
    ),
    "money sent": ("Rome will send $90 million to Kabul.", ["delivered"]),
    "money is not deployed": ("It costs $9,000 to move one soldier.", ["spent", "deployed"]),
    "a death ordered": ("The chief ordered the execution of two soldiers.", [None]),
    "arrest warrants": ("Warrants were issued for 48 officers.", [None]),
}


@pytest.mark.parametrize("rule", ROLES)
def test_a_role_says_what_became_of_them(rule):
    text, expected = ROLES[rule]
    assert [figure.role for figure in figures_in(text)] == expected
