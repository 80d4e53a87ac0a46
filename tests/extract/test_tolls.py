"""The fewest people that an article tells were killed or captured, nobody twice."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.extract.article import read_article
from analytics.extract.tolls import find_tolls
from analytics.lexicons.all import load
from analytics.model import Article

LEXICONS = load()


def tolls_of(text, own=frozenset()):
    article = Article(identity="text:1", text=text, sha256="1", id="1", collection="tests")
    return find_tolls(text, read_article(article, LEXICONS), LEXICONS.figures, own)


def fewest(text, own=frozenset()):
    tolls = tolls_of(text, own)
    return tuple(sum(v.low for v in tolls if v.fate == fate) for fate in ("killed", "captured"))


# rule → text, the fewest killed and captured
CASES = {
    "a number": ("The patrol detained two suspected insurgents.", (0, 2)),
    "one without a number": ("The patrol captured a Taliban leader.", (0, 1)),
    "a doer no list knows": ("The patrol arrested an IED maker in Zabul.", (0, 1)),
    "several are three": ("An airstrike killed several insurgents.", (3, 0)),
    "a number whose noun is the one before": (
        "The patrol killed several insurgents and detained two near Herat.",
        (3, 2),
    ),
    "numerous are four": ("Numerous insurgents were detained.", (0, 4)),
    "a bare plural is two": ("The patrol detained insurgents near Herat.", (0, 2)),
    "more than ten are eleven": ("The force killed more than 10 insurgents.", (11, 0)),
    "a list": ("The force killed a commander and two of his men.", (3, 0)),
    "far along": ("They seized guns and captured a leader near Herat along with two men.", (0, 3)),
    "told twice": (
        "The force detained two insurgents. By noon the two insurgents were detained again.",
        (0, 2),
    ),
    "several, then how many": (
        "The force detained several insurgents in Logar. It detained eight insurgents in all.",
        (0, 8),
    ),
    "one more besides": (
        "The force captured a Taliban facilitator. One additional suspect was detained.",
        (0, 2),
    ),
    "others besides an official": (
        "The force captured a Haqqani official and detained two additional suspects.",
        (0, 3),
    ),
    "several more": (
        "The strike killed several insurgents. Several more insurgents were killed in the town.",
        (6, 0),
    ),
    "the leader again": (
        "The force captured a Taliban leader. The leader was detained without a shot.",
        (0, 1),
    ),
    "a leader among them": (
        "The force detained four insurgents, including a commander. The commander was captured "
        "with his rifle.",
        (0, 4),
    ),
    "all of them": ("Four insurgents fled. The aircraft struck them, killing all four.", (4, 0)),
    "both of them": (
        "The force captured a facilitator near Sangin. Later both men were detained.",
        (0, 2),
    ),
    "a name and what he was": ("The strike killed Karimov, the shadow governor.", (1, 0)),
    "both fates": ("Several insurgents were killed and captured.", (3, 3)),
    "killed and detained": ("Troops killed one insurgent and detained several others.", (1, 3)),
    "left at the end": ("The clash ended with 14 insurgents killed and one wounded.", (14, 0)),
    "into custody": ("Two men were taken into custody.", (0, 2)),
    "the death of": ("The raid resulted in the death of one insurgent.", (1, 0)),
    "planned": ("The operation aimed to capture a Taliban leader.", (0, 0)),
    "supposed": ("Three militants would be detained if found.", (0, 0)),
    "denied": ("No civilians were killed.", (0, 0)),
    "either": ("The force will capture or kill two leaders.", (0, 0)),
    "an attack of the past": ("He planned an ambush that killed two drivers.", (0, 0)),
    "a total since": ("They have detained more than 25 leaders since December.", (0, 0)),
    "taken things": ("The patrol seized two rifles and took three radios.", (0, 0)),
    "a force is no victim": ("The army said the force killed an insurgent.", (1, 0)),
}

KNOWN_GAPS = {
    "the two raids of one day": (
        "In Logar, one insurgent was killed. In Khost, two insurgents were killed.",
        (3, 0),
    ),
}


@pytest.mark.parametrize("rule", CASES)
def test_the_fewest_are_told_by(rule):
    text, expected = CASES[rule]
    assert fewest(text) == expected


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("rule", KNOWN_GAPS)
def test_a_gap_is_still_open(rule):
    text, expected = KNOWN_GAPS[rule]
    assert fewest(text) == expected


def test_those_of_ones_own_side_can_be_left_out():
    text = "Nine insurgents were killed. One soldier was killed."

    assert fewest(text, own=frozenset(["soldier"])) == (9, 0)


def test_a_toll_says_whether_a_number_tells_it():
    leader, men = tolls_of("The force captured a commander and two insurgents.")

    assert (leader.noun, leader.implied) == ("commander", True)
    assert (men.low, men.implied) == (2, False)


def test_a_long_text_without_a_stop_takes_linear_time():
    def seconds(n):
        text = "they killed a man and captured two men, " * n
        article = Article(identity="text:1", text=text, sha256="1", id="1", collection="tests")
        reading = read_article(article, LEXICONS)
        start = time.process_time()
        find_tolls(text, reading, LEXICONS.figures)
        return time.process_time() - start

    assert seconds(4000) < 40 * max(seconds(400), 0.005)


WORDS = """killed captured detained were was a an the two several leader insurgents Karimov and or
of along with including to that no . , more others him death 10 taken custody İ""".split()


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_gives_tolls_that_lie_in_it(text):
    for toll in tolls_of(text):
        assert 0 <= toll.start < toll.end <= len(text)
        assert toll.low >= 0
