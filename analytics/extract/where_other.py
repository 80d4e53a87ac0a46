"""Find where people, sites and other things are; what is only thought or said is nowhere."""

import re

from analytics.extract import actors
from analytics.extract.cued import Cued
from analytics.extract.mentions import Asked
from analytics.extract.scene import Scene
from analytics.extract.where_lengths import relates
from analytics.extract.where_things import LOST, WEIGHTS, is_nowhere, of_things

SITES = frozenset(
    """cities city towns town villages village hospitals hospital schools school homes houses
    buildings building locations sites bases provinces districts checkpoints households camps
    settlements airports mosques churches shelters neighborhoods neighbourhoods apartments
    targets positions tunnels factories plants facilities stations offices compounds graves
    wells bridges roads farms fields islands tents outposts posts shops stores points
    runways hectares acres blocks streets structures hideouts hangars bunkers depots warehouses
    trenches silos shipyards ports terminals dams universities clinics temples story storey
    floors airfields airbases barracks rooms garrisons warehouses crossings headquarters prisons
    jails courts squares""".split()
)
_TAKEN = frozenset(("captured", "displaced", "released", "evacuated"))
_MEMBERS = Cued(r"\bmember[ -]states?\b|-member$", "member")
# Those who deal with one another, and those who are cited: nothing that is in a place.
_PARTIES = frozenset(
    """countries country nations nation sides side leaders powers rivals neighbors neighbours
    allies governments parties adversaries superpowers signatories member-states militaries
    counterparts partners""".split()
)
_TELLERS = frozenset(
    """officials official sources source diplomats diplomat analysts analyst experts expert aides
    aide activists activist lobbyists lobbyist reporters reporter confidant confidants insiders
    insider watcher watchers advisers adviser advisors advisor spokesman spokesmen spokeswoman
    blogger bloggers critic critics observer observers scholar scholars""".split()
)
# What is thought, said or measured of things is nowhere; in the singular.
_IDEAS = frozenset(
    """advantage aim alternative answer approach argument arm article aspect assessment
    assignment assumption batch book category chapter choice clause concept concern conclusion
    condition consideration copy cycle decision deferment degree demand difference dimension
    document domain draft effect element email error exception exchange excuse extreme fact
    factor feat feature finding function goal hurdle idea image interpretation issue item kind
    layer lesson letter level magnitude message method mistake name narrative need norm notion
    objective obstacle offer opinion option outcome page paragraph pathway pattern phase photo
    phrase picture pillar point portion possibility principle priority problem promise
    proposal provision pull-up pullup push-up question reason recommendation reply report
    request resolution response rule scenario sense sentence series shift sign similarity
    solution sort stage standard statement step strand strategy style success suggestion survey
    tenet theme theory thing thought threat tier tone topic tranche trend video view vision warning
    wave way word instance measure model trap type variant version vendor predecessor front knot
    mph kph km/h mach hertz megahertz gigahertz horsepower volt ampere
    calorie""".split()
)
# As people: of the country of the story, wherever else its sentence looks.
_CIVIC = frozenset(
    """seat seats parties lawmakers justices senators ministers terms presidents governors
    legislators congressmen families family households residents respondents
    crowds crowd colleagues colleague""".split()
)
# Of the country whose leader or parliament is named beside them.
RULED = frozenset(
    """seat seats lawmaker lawmakers justices senators ministers terms governors legislators
    congressmen respondents votes voters ballots""".split()
)
_GROUPS = frozenset(("group", "groups", "team", "teams"))
_PEOPLES = ("ists", "ians", "men", "ist", "ian", "man")  # motorcyclists, pedestrians, gunmen
# Their nationality is where they are; the bases of some nations may be anywhere.
_HOMELY = _CIVIC | frozenset(
    """democrats republicans islands island cities city towns town villages village provinces
    districts""".split()
)
_RULING = re.compile(r"\b(?:opposition|political|ruling|governing|coalition|rival|main) parties$")
_PEOPLE = frozenset(("person", "fighter", "captive"))
_WEIGHS = Cued(
    r"\b(?:weigh(?:s|ing|t|t of)?|displac(?:es?|ing|ement of)|mass of)"
    r"(?: just| only| around| about| less than| more than)? $",
    "weigh|displac|mass of",
)
_WROTE = re.compile(
    r"(?:, [^,;.]{3,40},)? (?:said|says|wrote|writes|told|tweeted|posted|added|suspects?|argues?"
    r"|warned|believes?)\b"
)
_TALKED = re.compile(r" who (?:spoke|talked) (?:to|with) | wrote in an? (?:open )?letter\b")
# Who comes over a border comes to whom the sentence is about.
_OVER = re.compile(r"(?: [a-z]{3,12}){0,2} (?:over|across|into|through) its (?:[a-z]+ )?borders?\b")
_SIZES = WEIGHTS | frozenset("pound pounds kilogram kilograms kg lb lbs".split())
_FEW = 6  # officials who are cited


def of_other(scene: Scene, asked: Asked, here: range) -> str | None:
    """People and sites are where the story is; other things only where they are told to be."""
    at = scene.mentions
    if _is_nowhere(scene, asked):
        return None
    nation = _of_nation(scene, asked, here)
    if nation is not None:
        return nation
    if _is_on_ground(scene, asked, here):
        return of_things(scene, asked, here)
    if _last_word(asked) in RULED:
        ruler = actors.ruler(at, asked)
        if ruler is not None:
            return ruler
    told = at.in_clause(asked, here)
    if told is None and relates(scene, asked):
        return None
    if told is None:
        told = at.earlier(asked, here)
    if told is not None:
        return at.alone(here, told)
    people = _people_of(scene, asked, here)
    if people is not None and people not in actors.ABROAD:
        return people
    country = scene.the_country(asked, here)
    if country is not None:
        return country
    if asked.unit and not _is_people(scene, asked, here):
        if scene.is_afloat(asked):
            return None
        return scene.only_of_story(asked, here) or actors.group_of(at, asked)
    later = at.later(asked, here)
    if later is not None:
        return at.alone(here, later)
    if _OVER.match(scene.lowered, asked.end):
        return actors.actor(at, asked, here) or scene.story
    return at.only(here) or scene.story_of(asked, here)


def _is_on_ground(scene: Scene, asked: Asked, here: range) -> bool:
    unit = asked.unit or ""
    if (
        unit in SITES
        or f"{unit}s" in SITES
        or unit in WEIGHTS
        or unit.startswith("square ")
        or asked.role in LOST
    ):
        return True
    if asked.role == "released":  # videos are
        return _is_people(scene, asked, here)
    return asked.role in _TAKEN


def _is_people(scene: Scene, asked: Asked, here: range) -> bool:
    """Tell people by their noun or by their nationality: "35,000 Palestinians"."""
    last = _last_word(asked)
    if asked.group in _PEOPLE or last in _CIVIC or last.endswith(_PEOPLES):
        return True
    if last in _GROUPS and scene.lowered.startswith(" of ", asked.end):
        return True  # "three groups of residents"
    return _people_of(scene, asked, here) is not None


def _people_of(scene: Scene, asked: Asked, here: range) -> str | None:
    """Give the nation that is counted: "some 300 Palestinians"."""
    named = (scene.mentions.places[k] for k in here)
    return next((p.iso3 for p in named if p.form == "demonym" and p.end == asked.end), None)


def _is_nowhere(scene: Scene, asked: Asked) -> bool:
    """Tell those who deal with one another, and the few who are cited."""
    last = _last_word(asked)
    if is_nowhere(scene, asked):
        return True
    if _WEIGHS.search(scene.lowered, max(0, asked.start - 32), asked.start):
        return True
    if asked.unit in _SIZES and "-" in scene.lowered[asked.start : asked.end + 1]:
        return True  # "a 60,000-ton carrier"
    if last == "times" and scene.lowered.endswith("times", asked.start, asked.end):
        return True  # "seven times stronger"
    if last == "parties" and _RULING.search(scene.lowered, asked.start, asked.end):
        return False
    if asked.group not in _PEOPLE and not _IDEAS.isdisjoint(_singulars(last)):
        return True
    if asked.role in _TAKEN or asked.role in LOST:
        return False
    if last in _PARTIES or _MEMBERS.search(scene.lowered, asked.start, asked.end):
        return True
    if asked.low == 1 and asked.group in _PEOPLE and _WROTE.match(scene.lowered, asked.end):
        return True
    if _TALKED.match(scene.lowered, asked.end):
        return True  # "nine miners who spoke to the paper"
    if last in _GROUPS and scene.lowered.startswith(" of ", asked.end):
        return False
    return (last in _TELLERS or last in _GROUPS) and (asked.low or _FEW) < _FEW


def _of_nation(scene: Scene, asked: Asked, here: range) -> str | None:
    """Give the nation of an island or a lawmaker: "two Japanese islands"."""
    last = _last_word(asked)
    nation = next(iter(actors.nations(scene.mentions, asked, here)), None)
    if last in _HOMELY or (last in SITES and nation not in actors.ABROAD):
        return nation
    return None


def _singulars(noun: str) -> tuple[str, ...]:
    return noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("ies") + "y"


def _last_word(asked: Asked) -> str:
    return (asked.unit or "").rsplit(" ", 1)[-1]
