"""Find where people and things are: on the ground where they are told to be, else in the story."""

import re

from analytics.extract import actors
from analytics.extract.mentions import Asked
from analytics.extract.scene import Scene
from analytics.extract.where_lengths import relates

SITES = frozenset(
    """cities city towns town villages village hospitals hospital schools school homes houses
    buildings building locations sites bases provinces districts checkpoints households camps
    settlements airports mosques churches shelters neighborhoods neighbourhoods
    apartments targets positions tunnels factories plants facilities stations offices compounds
    graves wells bridges roads farms fields fronts islands tents outposts posts shops stores points
    hectares acres blocks streets structures hideouts hangars bunkers depots warehouses trenches
    silos shipyards ports terminals dams universities clinics churches temples""".split()
)
_AT_SEA = re.compile(
    r"\b(?:through|in|into|across|over) (?:the strait|international (?:waters|airspace)"
    r"|the high seas)\b"
)
# What is so in several countries, or everywhere, is in none.
_WORLDWIDE = re.compile(
    r"\b(?:in|across|to|over|by) (?:[a-z]+ ){0,2}(?:[0-9]{1,3}|two|three|four|five|six|seven|eight"
    r"|nine|ten|several|many|various|multiple|both|different|other|dozens of) (?:[a-z]+ )?"
    r"(?:countries|nations)\b|\bfrom (?:the two|both) (?:countries|nations|sides)\b"
    r"|\b(?:around|across|throughout|all over) the (?:world|globe)\b|\bworldwide\b|\bglobally\b"
)
_MEMBERS = re.compile(r"\bmember[ -]states?\b")
_TAKEN = frozenset(("captured", "displaced", "released", "evacuated"))
# Those who deal with one another, and those who are cited: nothing that is in a place.
_PARTIES = frozenset(
    """countries country nations nation sides side leaders powers rivals neighbors neighbours
    allies governments parties adversaries superpowers signatories member-states""".split()
)
_TELLERS = frozenset(
    """officials official sources source diplomats diplomat analysts analyst experts expert aides
    aide""".split()
)
# As people: of the country of the story, wherever else its sentence looks.
_CIVIC = frozenset(
    """seats parties lawmakers justices senators ministers terms presidents governors legislators
    congressmen""".split()
)
_PEOPLES = ("ists", "ians", "men")  # motorcyclists, pedestrians, gunmen
# Their nationality is where they are; bases and ships may be anywhere.
_HOMELY = _CIVIC | frozenset(
    "islands island cities city towns town villages village provinces districts".split()
)
# What ships and bombs weigh is where the story is.
_WEIGHTS = frozenset(("tons", "ton", "tonnes", "tonne", "metric tons", "metric tonnes"))
_RULING = re.compile(r"\b(?:opposition|political|ruling|governing|coalition|rival|main) parties$")
_THINGS = frozenset(("weapons_platforms", "munitions"))
_PEOPLE = frozenset(("person", "fighter", "captive"))
_LOST = frozenset(("destroyed", "intercepted", "captured", "killed", "hit"))
_GONE = frozenset(("launched", "pledged", "deployed"))  # no longer where the one who did it is
_FEW = 6  # officials who are cited
_NEAR = 80  # characters after a figure in which its clause may say that it is at sea


def of_things(scene: Scene, asked: Asked, here: range) -> str | None:
    """What is counted on the ground: where it is told to be, else where the story is."""
    at = scene.mentions
    if _AT_SEA.search(scene.lowered, asked.end, min(asked.end + _NEAR, asked.sentence[1])):
        return None
    told = at.told(asked, here)
    if told is not None and not (
        asked.role == "withdrawn" and asked.force and at.places[told].iso3 == asked.force
    ):  # who is withdrawn is not at home
        scene.is_told = True
        return at.alone(here, told)
    if _WORLDWIDE.search(scene.lowered, *asked.sentence):
        return None
    beside = scene.beside(asked, here)
    if beside is not None:
        return beside
    gone = asked.kind == "weapons_platforms" and asked.role in _GONE
    if asked.kind in _THINGS and asked.role not in _LOST and not gone:
        owner = actors.actor(at, asked, here)
        if owner not in (None, scene.story) and _is_fired_at_story(scene, asked, here):
            owner = scene.story
        if owner is not None:
            return None if asked.kind == "munitions" and scene.is_afloat(asked) else owner
    later = at.later(asked, here)
    if later is not None:
        return at.alone(here, later)
    place = _untold(scene, asked, here)
    return None if gone and place == asked.force else place


def _is_fired_at_story(scene: Scene, asked: Asked, here: range) -> bool:
    """Tell what a warring country fires from what one tests: where the story is, people died."""
    if asked.kind != "munitions" or asked.role != "launched" or scene.story not in scene.harmed:
        return False
    own = [p for k in here if (p := scene.mentions.places[k]).iso3 == scene.story]
    return not any("from " in scene.lowered[max(0, p.start - 16) : p.start] for p in own)


def _untold(scene: Scene, asked: Asked, here: range) -> str | None:
    """Find where things are of which their own sentence tells nothing."""
    place = (
        scene.the_country(asked, here)
        or actors.home(scene.mentions, asked, here)
        or scene.again(asked, here)
        or scene.lately(asked, here)
        or scene.abroad(asked, here)
    )
    if place is None and not scene.is_afloat(asked):
        return scene.story_of(asked, here)
    return place


def of_other(scene: Scene, asked: Asked, here: range) -> str | None:
    """People and sites are where the story is; other things only where they are told to be."""
    at = scene.mentions
    if asked.role not in _TAKEN and _is_nowhere(scene, asked):
        return None
    nation = _of_nation(scene, asked, here)
    if nation is not None:
        return nation
    if _is_on_ground(scene, asked, here):
        return of_things(scene, asked, here)
    told = at.in_clause(asked, here)
    if told is None and relates(scene, asked):
        return None
    if told is None:
        told = at.earlier(asked, here)
    if told is not None:
        return at.alone(here, told)
    country = scene.the_country(asked, here)
    if country is not None or (asked.unit and not _is_people(scene, asked, here)):
        return country or (None if at.countries(here) else scene.alone)
    later = at.later(asked, here)
    if later is not None:
        return at.alone(here, later)
    return at.only(here) or scene.story_of(asked, here)


def _is_on_ground(scene: Scene, asked: Asked, here: range) -> bool:
    unit = asked.unit or ""
    if unit in SITES or unit in _WEIGHTS or unit.startswith("square ") or asked.role in _LOST:
        return True
    if asked.role == "released":  # videos are
        return _is_people(scene, asked, here)
    return asked.role in _TAKEN


def _is_people(scene: Scene, asked: Asked, here: range) -> bool:
    """Tell people by their noun or by their nationality: "35,000 Palestinians"."""
    last = _last_word(asked)
    if asked.group in _PEOPLE or last in _CIVIC or last.endswith(_PEOPLES):
        return True
    places = scene.mentions.places
    return any(places[k].form == "demonym" and places[k].end == asked.end for k in here)


def _is_nowhere(scene: Scene, asked: Asked) -> bool:
    """Tell those who deal with one another, and the few who are cited."""
    last = _last_word(asked)
    if last == "times" and scene.lowered.endswith("times", asked.start, asked.end):
        return True  # "seven times stronger"
    if last == "parties" and _RULING.search(scene.lowered, asked.start, asked.end):
        return False
    if last in _PARTIES or _MEMBERS.search(scene.lowered, asked.start, asked.end):
        return True
    return last in _TELLERS and (asked.low or _FEW) < _FEW


def _of_nation(scene: Scene, asked: Asked, here: range) -> str | None:
    """Give the nation of an island or a lawmaker: "two Japanese islands"."""
    if _last_word(asked) not in _HOMELY:
        return None
    return next(iter(actors.nations(scene.mentions, asked, here)), None)


def _last_word(asked: Asked) -> str:
    return (asked.unit or "").rsplit(" ", 1)[-1]
