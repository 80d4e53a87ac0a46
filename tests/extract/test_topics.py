"""What an article is about, and the words that say so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.extract.topics import MOST, find_topics
from analytics.lexicons.topics import load_topics
from analytics.model import Span
from analytics.text import lower

LEXICON = load_topics()


def topics_of(text: str, title: str | None = None) -> list[str]:
    found, _ = find_topics(text, lower(text), [Span(0, len(text))], title, LEXICON)
    return [topic.topic for topic in found]


def subtopics_of(text: str) -> list[str]:
    _, found = find_topics(text, lower(text), [Span(0, len(text))], None, LEXICON)
    return [topic.topic for topic in found]


# topic → a text that is about it first
CASES = {
    "exercises": "The two armies began a joint military exercise; the live-fire drill ends Friday.",
    "naval": "A destroyer and two frigates left port; the navy widened its patrol.",
    "budget": "The defense budget grows; lawmakers put the spending bill above the budget request.",
    "personnel-policy": "The defense secretary resigned; the nominee has a confirmation hearing.",
    "missiles": "The army test-fired a ballistic missile; a missile launcher stood near.",
    "nuclear": "Inspectors found enriched uranium that a nuclear weapon would need.",
    "space-cyber": "Hackers hit the network; the cyber command traced the cyberattack to malware.",
    "humanitarian": "Refugees fled the flood; aid agencies sent humanitarian aid to the displaced.",
    "casualties-conflict": "A suicide bomber killed nine soldiers and wounded 20 in the attack.",
    "troop-deployments": "The plan would deploy troops: additional troops leave, a troop surge.",
    "diplomacy-talks": "Envoys held talks; the foreign minister hopes for a negotiated peace deal.",
    "alliances": "At the NATO summit the allies spoke of collective defense and Article 5.",
    "intelligence": "The spy agency ran an espionage ring, leaked documents of the CIA show.",
    "industry": "The manufacturer opens a production line; the defense contractor seeks suppliers.",
    "air": "Fighter jets of the air force flew a sortie; the squadron has new aircraft.",
    "arms-sales-procurement": "The arms sale is a foreign military sale; the arms deal is big.",
}


# finer topic → a text that is about it
FINER = {
    "drones": "FPV drones of the drone unit hit a tanker; a drone swarm followed at dawn.",
    "air-defense": "Patriot batteries and NASAMS shot down the targets; air defense held.",
    "shipbuilding": "The shipyard laid the keel; the shipbuilder plans sea trials in a year.",
    "hypersonics": "The hypersonic glide vehicle flew at Mach 10, its maker said.",
    "electronic-warfare": "GPS jamming and spoofing: electronic warfare blinded the receivers.",
    "nuclear-submarines": "The Virginia-class boats and a ballistic missile submarine are late.",
    "conscription": "Conscripts are drafted into the army; conscription was widened.",
    "sanctions": "The sanctions were eased; the arms embargo and export controls stay.",
    "veterans": "Veterans asked the Department of Veterans Affairs for burn pit care.",
    "withdrawal": "Troops withdraw in spring; the troop withdrawal takes a year.",
    "enrichment": "Centrifuges at Natanz enrich uranium, the IAEA said.",
    "aircraft-carriers": "The carrier strike group sailed; the aircraft carrier leads it.",
}


@pytest.mark.parametrize("topic", FINER)
def test_a_finer_topic_is_found(topic: str) -> None:
    assert topic in subtopics_of(FINER[topic])


@pytest.mark.parametrize("topic", CASES)
def test_the_first_topic_is(topic: str) -> None:
    assert topics_of(CASES[topic])[0] == topic


def test_a_text_about_nothing_of_this_has_no_topic() -> None:
    assert topics_of("The bakery on the corner sells rye bread and apple cake.") == []


def test_capitals_matter_where_the_row_has_them() -> None:
    assert "arms-control" in subtopics_of("New START and the INF treaty limit warheads.")
    assert "arms-control" not in subtopics_of("A new start for the school on the hill.")


def test_finer_topics_come_with_their_parent() -> None:
    text = "Three drones were launched; the drone attack was met by counter-drone guns."
    assert "drones" in subtopics_of(text)
    assert "air" in topics_of(text)


def test_the_title_weighs_more_than_the_body() -> None:
    text = "Lawmakers met. " + "The day was long and the coffee was cold. " * 20
    assert topics_of(text, title="Navy gets a new destroyer") == ["naval"]


def test_a_topic_named_once_among_much_else_is_an_aside() -> None:
    fight = "Shells fell on the town and killed nine; the wounded lay near the front line. " * 8
    assert topics_of(fight + "A budget request is due in spring.") == ["casualties-conflict"]


def test_the_same_words_are_the_topic_where_they_are_all_that_is_said() -> None:
    assert topics_of("A budget request is due in spring.") == ["budget"]


def test_a_second_subject_stays_beside_a_strong_first_one() -> None:
    fight = "Shells fell on the town and killed nine; the wounded lay near the front line. " * 9
    talks = "Envoys held talks on a cease-fire; the mediator hopes for a peace deal."
    assert topics_of(fight + talks) == ["casualties-conflict", "diplomacy-talks"]


# everyday words that spell a form → a text that uses them otherwise, and what it is not about
OTHERWISE = {
    "restraint": ("Drivers should exercise caution and exercise restraint on ice.", "exercises"),
    "a name": (
        "Mr. Morales paints; the paintings of Morales hang in the hall.",
        "personnel-policy",
    ),
    "a seller": ("The bakery sells rye bread to all who come.", "arms-sales-procurement"),
    "a firm hand": ("She fired the clay twice; firing took a day.", "personnel-policy"),
    "arms of a service": (
        "The course drills combined arms, say its teachers.",
        "arms-sales-procurement",
    ),
    "what is not nuclear": ("It is a non-nuclear bomb, and a big one.", "nuclear"),
    "a secretary of the world": ("The U.N. secretary general called for calm.", "alliances"),
    "a parliament": ("The National Assembly has a stake in the parts it funds.", "industry"),
}


@pytest.mark.parametrize("words", OTHERWISE)
def test_an_everyday_use_is_no_evidence(words: str) -> None:
    text, topic = OTHERWISE[words]
    assert topic not in topics_of(text)


# topic → a text in words that are not the plainest ones for it
OTHER_WORDS = {
    "alliances": "Article 5 binds them; leaders of the transatlantic alliance met the new SACEUR.",
    "exercises": "Marines rehearsed a beach landing in the annual war games, named Balikatan.",
    "troop-deployments": "A brigade combat team is ordered to deploy; more troops follow.",
    "nuclear": "The IAEA found centrifuges; denuclearization is far off with fissile material.",
    "arms-sales-procurement": "The letter of offer covers tanks; the arms package awaits approval.",
    "budget": "Appropriators passed a continuing resolution; sequestration would cut the topline.",
    "naval": "The frigate and a patrol boat escorted oil tankers through the Strait of Hormuz.",
    "space-cyber": "The spy satellite reached orbit; ransomware and phishing hit its operators.",
    "personnel-policy": "Cadets at the academy face a court-martial; recruiting goals were missed.",
    "industry": "The joint venture will expand its production line; supply chains slow the maker.",
    "intelligence": "Counterintelligence arrested a double agent; the spymaster denied espionage.",
    "humanitarian": "Aid convoys reached the displaced people; famine threatens, the UNHCR said.",
}


@pytest.mark.parametrize("topic", OTHER_WORDS)
def test_the_first_topic_in_other_words_is(topic: str) -> None:
    assert topics_of(OTHER_WORDS[topic])[0] == topic


def test_leaving_a_treaty_moves_no_troops() -> None:
    text = (
        "Moscow may withdraw from the treaty; arms control and every nuclear warhead are at stake."
    )
    assert "troop-deployments" not in topics_of(text)
    assert "arms-control" in subtopics_of(text)


# two topics of one short report, in the words that it is told in
BOTH = {
    "a strike from the air": (
        "An air strike killed nine fighters in the valley, the coalition said.",
        {"air", "casualties-conflict"},
    ),
    "a missile that reaches far": (
        "The intercontinental ballistic missile was test-fired; it can carry a nuclear warhead.",
        {"missiles", "nuclear"},
    ),
    "a crew not found": (
        "The helicopter crashed off the cape; the three missing Marines are presumed dead.",
        {"air", "casualties-conflict"},
    ),
    "jets that are sold": (
        "The proposed sale of F-16 fighter jets was notified as a foreign military sale.",
        {"air", "arms-sales-procurement"},
    ),
}


@pytest.mark.parametrize("report", BOTH)
def test_a_report_may_be_about_two_things(report: str) -> None:
    text, topics = BOTH[report]
    assert set(topics_of(text)) == topics


def test_the_home_front_is_no_battlefield() -> None:
    text = "The secretary would not invoke the Insurrection Act, nor deploy active-duty troops."
    assert topics_of(text) == ["troop-deployments"]


def test_a_row_of_its_own_wins_over_the_plural_of_another() -> None:
    surfaces = [term.surface for _, _, term in LEXICON.terms.find("Morales", "morales")]
    assert surfaces == ["Morales"]


def test_the_name_of_the_site_in_a_title_is_no_evidence() -> None:
    assert (
        topics_of("The bakery sells bread.", title="Bread is cheap again this week | Navy Times")
        == []
    )


def test_words_outside_the_body_do_not_count() -> None:
    text = "Navy Army Missile Nuclear weapon. The bakery sells bread."
    found, fine = find_topics(text, lower(text), [Span(34, len(text))], None, LEXICON)
    assert (found, fine) == ((), ())


pieces = st.sampled_from([*CASES.values(), "İ", " ", "Bread.", "\n"])


@given(st.lists(pieces, max_size=8).map("".join), st.none() | st.text(max_size=40))
def test_evidence_lies_in_the_text_in_order(text: str, title: str | None) -> None:
    found, fine = find_topics(text, lower(text), [Span(0, len(text))], title, LEXICON)
    assert len(found) <= MOST
    for topic in (*found, *fine):
        assert topic.weight > 0
        assert list(topic.evidence) == sorted(topic.evidence)
        assert all(0 <= start < end <= len(text) for start, end in topic.evidence)


@given(st.lists(pieces, max_size=8).map("".join))
def test_the_strongest_topic_comes_first(text: str) -> None:
    found, fine = find_topics(text, lower(text), [Span(0, len(text))], None, LEXICON)
    for topics in (found, fine):
        weights = [topic.weight for topic in topics]
        assert weights == sorted(weights, reverse=True)
