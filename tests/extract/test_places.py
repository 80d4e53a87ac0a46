"""Which places a text names, which countries it speaks of, and whose bodies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.extract.places import countries_of, find_bodies, find_places
from analytics.lexicons.places import load_places
from analytics.model import Place, Span
from analytics.text import lower

LEXICON = load_places()


def places_of(text: str) -> tuple[Place, ...]:
    return find_places(text, lower(text), [Span(0, len(text))], LEXICON)


# rule → text, countries
CASES = {
    "a name": ("Ships left Norway.", ["NOR"]),
    "a demonym": ("A Danish frigate sailed.", ["DNK"]),
    "an abbreviation in capitals": ("The US and the UK agreed; it is up to us.", ["USA", "GBR"]),
    "a capital that speaks": ("Oslo said no.", ["NOR"]),
    "a capital that is a place": ("They met in Oslo.", []),
    "a dateline in capitals": ("OSLO — Ships left.", []),
    "a name inside an organisation's": ("The US Central Command agreed.", ["USA"]),
    "a country in an armed group's name": (
        "The Islamic State in Iraq and Syria lost ground.",
        ["IRQ", "SYR"],
    ),
    "Gaza": ("Convoys reached Gaza.", ["PSE"]),
    "both Koreas": ("North Korean and South Korean envoys met.", ["PRK", "KOR"]),
    "a territory is no country": ("Bombers left Guam and Hong Kong.", []),
    "the Soviet Union is no country": ("The Soviet Union fell.", []),
    "a word in lower case": ("They ate turkey from fine china.", []),
    "a person": ("Michael Jordan and Kobi Oman spoke.", []),
    "a person by a nationality": ("General Mark Welsh spoke. Then Welsh left.", []),
    "a currency": ("It cost US$500 in Oman.", ["OMN"]),
    "a phrase": ("It was Russian roulette.", []),
    "a water": ("Tankers crossed the Gulf of Oman.", []),
    "a province that sounds like a country": ("The base is in British Columbia.", []),
    "an agency": ("He told Agence France-Presse.", []),
    "a newspaper": ("The Washington Post said so.", []),
    "a plant named for a town": ("He saw the Lima Army Tank Plant.", []),
    "Georgia beside its towns is the state": ("Soldiers left Georgia for Alabama.", []),
    "Georgia beside its neighbours is the country": ("Georgia borders Abkhazia.", ["GEO"]),
    "order is by first mention": ("Poland and Japan, then Poland.", ["POL", "JPN"]),
}


@pytest.mark.parametrize("rule", CASES)
def test_the_countries_of(rule: str) -> None:
    text, countries = CASES[rule]
    assert list(countries_of(places_of(text))) == countries


HALVES = {
    "the South in an article on Korea": (
        "South Korea and Japan met. The South agreed.",
        ["KOR", "JPN", "KOR"],
    ),
    "the North at the beginning": ("North fires on North Korea's own.", ["PRK", "PRK"]),
    "the south of elsewhere": (
        "South Korea saw it. The South China Sea. The south.",
        ["KOR", None],
    ),
    "the South in an article on no Korea": ("The South agreed with Japan.", ["JPN"]),
}


@pytest.mark.parametrize("rule", HALVES)
def test_the_halves_of_korea(rule: str) -> None:
    text, countries = HALVES[rule]
    assert [place.iso3 for place in places_of(text)] == countries


GAZETTEER = {
    "Camp Humphreys": ("KOR", "base"),
    "Ramstein": ("DEU", "base"),
    "Bagram": ("AFG", "base"),
    "Helmand": ("AFG", "region"),
    "Donbas": ("UKR", "region"),
    "Idlib": ("SYR", "region"),
    "Strait of Hormuz": (None, "water"),
    "NATO": (None, "organisation"),
    "Guam": ("GUM", "territory"),
    "Guantanamo Bay": ("CUB", "base"),
}


@pytest.mark.parametrize("name", GAZETTEER)
def test_the_gazetteer_knows(name: str) -> None:
    (place,) = places_of(f"Trucks left {name} at noon.")
    assert (place.iso3, place.kind) == GAZETTEER[name]


def test_nothing_outside_the_body_is_read() -> None:
    text = "Norway | Sweden\nShips left Finland.\nIceland"
    body = [Span(16, 35)]
    assert [p.iso3 for p in find_places(text, lower(text), body, LEXICON)] == ["FIN"]


BODIES = {
    "a body of one country": ("The Pentagon and the Kremlin agreed.", ["USA", "RUS"]),
    "an armed group is its country's": ("Hezbollah rearmed.", ["LBN"]),
    "a body that every country has": ("Some in the Army left.", [None]),
    "a word in lower case is no body": ("The army of ants stopped; we trump that.", []),
}


@pytest.mark.parametrize("rule", BODIES)
def test_the_bodies_of(rule: str) -> None:
    text, countries = BODIES[rule]
    found = find_bodies(text, lower(text), [Span(0, len(text))], LEXICON)
    assert [body.iso3 for body in found] == countries


words = st.sampled_from(
    ["Georgia", "in", "Oslo", "US", "İ", "Michael", "Jordan", "the", ",", "GEO"]
)


@given(st.lists(words, max_size=40).map(" ".join) | st.text(max_size=200))
def test_places_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for place in places_of(text):
        assert end <= place.start < place.end <= len(text)
        end = place.end


# text → the towns and provinces that it names as places
SHIPS = {
    "a ship beside its class": ("The 66,000-ton Shandong left.", []),
    "a ship with its title": ("HMS Glasgow and the destroyer Nanning met.", []),
    "a ship and the town": ("The Fujian, a carrier, left a yard in Fujian.", ["Fujian"]),
    "a province led by a word of place": ("A ship was seen off the Fujian coast.", ["Fujian"]),
    "a province with an article, no ship near": ("He crossed the Donbas on foot.", ["Donbas"]),
}


@pytest.mark.parametrize("rule", SHIPS)
def test_a_ship_is_no_place(rule: str) -> None:
    text, expected = SHIPS[rule]
    assert [place.name for place in places_of(text)] == expected


def test_an_alliance_may_be_written_as_a_word() -> None:
    assert [place.name for place in places_of("Nato and OPEC met.")] == ["NATO", "OPEC"]
