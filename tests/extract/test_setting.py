"""Where a story is: the country that its article speaks of as a place."""

from analytics.extract.places import find_bodies, find_places
from analytics.extract.setting import Setting, find_setting
from analytics.lexicons.places import load_places
from analytics.model import Span
from analytics.text import lower

LEXICON = load_places()


def setting_of(text: str, title: str = "", home: str | None = None) -> Setting:
    body = [Span(0, len(text))]
    return find_setting(
        lower(text),
        find_places(text, lower(text), body, LEXICON),
        find_bodies(text, lower(text), body, LEXICON),
        lower(title),
        find_places(title, lower(title), [Span(0, len(title))], LEXICON),
        home,
    )


def test_a_story_is_where_things_are_not_who_is_named() -> None:
    text = "American jets struck a depot in Syria, near Idlib. Washington and Moscow traded words."
    assert setting_of(text).country == "SYR"


def test_a_story_of_a_body_is_at_home() -> None:
    assert setting_of("The Pentagon asked Congress for more. It will wait.").country == "USA"


def test_an_army_without_a_name_is_that_of_the_outlet() -> None:
    assert setting_of("Cuts to the Army go on, said the Navy.", home="GBR").country == "GBR"


def test_an_army_is_that_of_the_country_which_the_story_is_of() -> None:
    text = "Troops in Mali rest in Mali. The Army is tired."
    setting = setting_of(text, home="GBR")
    assert [body.iso3 for body in setting.bodies] == ["MLI"]


def test_a_court_is_not_the_outlets_where_the_title_is_of_others() -> None:
    text = "The Supreme Court ruled. Peru watched, and the U.S. too."
    setting = setting_of(text, title="Peru's judges rule", home="USA")
    assert [body.iso3 for body in setting.bodies] == ["PER"]


def test_an_army_is_of_the_country_whose_other_bodies_are_named() -> None:
    text = "The Army rests after the war in Mali, where Mali is calm. The Pentagon is glad."
    assert [body.iso3 for body in setting_of(text).bodies] == ["USA", "USA"]


def test_a_story_spread_over_many_countries_is_nowhere() -> None:
    assert setting_of("Peru told Chile that Mali and Oman knew, and Laos met Cuba.").country is None


def test_a_title_tells_where_a_story_is() -> None:
    text = "Officials from Norway spoke to Sweden."
    assert setting_of(text, title="Floods in Sweden").country == "SWE"


def test_where_somebody_speaks_is_not_where_the_story_is() -> None:
    text = "He told reporters in Brussels that the troops in Mali would stay in Mali."
    assert setting_of(text).country == "MLI"


def test_a_story_is_not_where_it_only_speaks_of() -> None:
    text = "Sanctions on Mali, a threat to Mali and pressure on Mali: Peru, near Lima, said no."
    assert setting_of(text).grounds == {"PER": 6.0}


def test_a_story_without_a_place_is_nowhere() -> None:
    assert setting_of("Officials spoke.").country is None
