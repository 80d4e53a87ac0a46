"""Find where people and things are: on the ground where they are told to be, else in the story."""

import re

from analytics.extract import actors
from analytics.extract.cued import Cued
from analytics.extract.mentions import Asked
from analytics.extract.scene import FIGHT_NEXT_DOOR, Scene

_AT_SEA = Cued(
    r"\b(?:through|in|into|across|over|near|off) (?:(?:the |[a-z]+ )?(?:strait|gulf)(?! of| war|s)"
    r"|international (?:waters|airspace)|the high seas)\b|\bat sea\b",
    " strait| gulf|international | sea",
)
# What a vehicle has room for is nowhere: "can carry", "a capacity of".
_HOLDS = Cued(
    r"\b(?:(?:(?<!managed )to|can|could|may) carry|capable of carrying|capacity of)"
    r"(?: (?:up to|more than|more then|as many as|around|about|some))? $"
    r"|\bcan (?:fly|loiter|stay|travel)\b[^.;]{0,90} (?:and )?(?:carry|to) $",
    "carry|capacity of|can ",
)
# "room for nine tanks and up to 60 men": the next of what may be carried.
_AND_MORE = re.compile(r"(?:, | and |, and )(?:up to |as many as |about |some )?$")
# Who serves on a named ship is at sea: "the crew of the USS Example".
_ABOARD = Cued(r"\b(?:uss|hms|usns) [a-z]", "uss |hms |usns ")
_SAILS = re.compile(r"(?:ships?|destroyers?|carriers?|frigates?|cruisers?|sailors|missiles)$")
_WORLD_WAR = Cued(r"[^,;0-9]{0,40}\b(?:in|during) world war\b", "world war", reach=60)
# What is so in several countries, or everywhere, is in none.
_WORLDWIDE = Cued(
    r"\b(?:in|across|to|over|by) (?:[a-z]+ ){0,2}(?:[0-9]{1,3}|two|three|four|five|six|seven|eight"
    r"|nine|ten|several|many|various|multiple|both|different|other|dozens of) (?:[a-z]+ )?"
    r"(?:countries|nations)\b|\b(?:from|on) (?:the two|both) (?:countries|nations|sides)\b"
    r"|\b(?:around|across|throughout|all over) the (?:world|globe)\b|\bworldwide\b|\bglobally\b",
    "countries|nations| sides|world|glob",
)
_EVERYWHERE = Cued(
    r"\b(?:worldwide|globally|overseas|orbiting|in orbit"
    r"|(?:around|across|throughout|all over|for) the (?:world|globe)"
    r"|(?:across|throughout) the region|in the (?:wider|whole|entire) region)\b",
    "world|glob|overseas|region|orbit",
)
# What ships and bombs weigh is theirs to whom they belong.
WEIGHTS = frozenset(("tons", "ton", "tonnes", "tonne", "metric tons", "metric tonnes"))
# Those who meet, or fight wars with one another, are of several countries.
_MET = re.compile(
    r"\b(?:summits?|meetings?|talks|calls?|conversations?|visits?|trips?|negotiations|interviews?)$"
    r"|\b(?:met|meet|meets|spoken|spoke|talked) [a-z0-9 -]{0,20}times$"
    r"|\bf(?:ought|ighting) [a-z0-9 -]{0,20}wars$"
)
_THINGS = frozenset(("weapons_platforms", "munitions"))
LOST = frozenset(("destroyed", "intercepted", "captured", "killed", "hit"))
_GONE = frozenset(("launched", "pledged", "deployed"))  # no longer where the one who did it is
_BEFORE = 24  # characters before a count that tell what it is, and after it whether everywhere
_HOLDING = 40  # characters before a figure in which it may be told to be what something carries
_NEAR = 80  # characters after a figure in which its clause may say that it is at sea
# Whose armed groups fire over a border, and at whom.
_FOES = {"PSE": "ISR", "LBN": "ISR", "SYR": "ISR"}
_ROCKETS = frozenset("rocket rockets projectile projectiles mortar mortars".split())
_FIRED = frozenset(("launched", "intercepted"))
_IN_WORLD = Cued(r"\bin the world today\b|\bworldwide\b", "in the world|worldwide")
_AT_BORDER = re.compile(
    r"(?:(?!\bto\b)[^;:]){0,40}\b(?:along|on|to|near|at|around|towards?|close to|next to)"
    r" (?:the |its (?=border with))?(?:[a-z-]{3,14} ){0,3}(?:borders?|frontier|fence)\b"
    r"(?! (?:town|village|city|crossing|area|region))"
)
# Two borders of a country are with several others.
_AT_BORDERS = re.compile(
    r"[^,;:]{0,30}\b(?:along|on|near|at) (?:[a-z’']+ )?[a-z]+ern and [a-z]+ern borders\b"
)
_CALLED_UP = frozenset(("reservists", "recruits", "conscripts", "draftees"))
_TESTS = ("test", "tests", "launch", "launches")
_CONDUCTED = re.compile(
    r"\b(?:conduct(?:s|ed|ing)?|carried out|carrying out|attempt(?:ed|ing)?|performed|staged|made"
    r"|held|detonated)(?: (?:at least|two|three|one) of its)? $"
)
# Whose troops at a border are at that of others, unless the story is theirs.
_FAR = actors.ABROAD - frozenset("RUS CHN TUR POL".split())


def is_nowhere(scene: Scene, asked: Asked) -> bool:
    """Tell what may be carried, and what is so everywhere, from what is somewhere."""
    until = min(asked.end + _BEFORE, asked.sentence[1])
    if _EVERYWHERE.search(scene.lowered, asked.start, until):
        return True
    if _IN_WORLD.search(scene.lowered, max(asked.sentence[0], asked.start - 60), asked.start):
        return True
    since = max(asked.sentence[0], asked.start - _HOLDING)
    held, more = scene.held, _AND_MORE.search(scene.lowered, since, asked.start)
    listed = more is not None and asked.sentence[0] <= held and more.start() <= held
    if listed or _HOLDS.search(scene.lowered, since, asked.start):
        scene.held = asked.end
        return True
    return False


def of_things(scene: Scene, asked: Asked, here: range) -> str | None:
    """What is counted on the ground: where it is told to be, else where the story is."""
    place = _of_things(scene, asked, here)
    if asked.role == "withdrawn" and place is not None and place == asked.force:
        place = scene.left(asked, here) or place  # who is withdrawn may not be at home
    foe = _FOES.get(place or "")
    if foe is not None and foe in scene.spoken_of and _is_fired_over(scene, asked, here, place):
        return foe
    return place


def _is_fired_over(scene: Scene, asked: Asked, here: range, place: str | None) -> bool:
    """Tell rockets that fly over a border from those that are told to come down at home."""
    if asked.kind != "munitions" or asked.role not in _FIRED:
        return False
    if (asked.unit or "").rsplit(" ", 1)[-1] not in _ROCKETS:
        return False
    if place == "SYR":  # the part of the Golan that is fired at is held by its foe
        return any(scene.mentions.places[k].name.startswith("Golan") for k in here)
    return scene.mentions.in_clause(asked, here) is None


def _is_at_own_border(scene: Scene, asked: Asked) -> bool:
    """Tell who masses troops along its border: they are on its own side."""
    if asked.role != "deployed" or asked.force is None:
        return False
    if asked.force in _FAR and asked.force != scene.story:
        return False
    return bool(_AT_BORDER.match(scene.lowered, asked.end))


def _of_things(scene: Scene, asked: Asked, here: range) -> str | None:
    at = scene.mentions
    if _AT_SEA.search(scene.lowered, asked.end, min(asked.end + _NEAR, asked.sentence[1])):
        scene.is_told = True
        return None
    if _WORLD_WAR.match(scene.lowered, asked.end) or is_nowhere(scene, asked):
        return None
    if scene.lowered.startswith("world war", asked.end - 10):
        return None  # "two World Wars"
    told = at.in_clause(asked, here)
    if asked.kind == "events":
        if _MET.search(scene.lowered[max(0, asked.start - _BEFORE) : asked.end]):
            return None if told is None else at.alone(here, told)
    if _is_at_own_border(scene, asked):
        return asked.force
    if asked.role == "deployed" and asked.force != scene.story:
        if _AT_BORDERS.match(scene.lowered, asked.end):
            return None
    home = actors.home(at, asked, here)
    if told is None:
        own = home if asked.force is None else None  # soldiers may be away
        own = own or _called_up(asked) or _tester(scene, asked, here)
        if own is not None:
            return own
    if told is None:
        told = at.earlier(asked, here)
    if told is not None and not (
        asked.role == "withdrawn" and asked.force and at.places[told].iso3 == asked.force
    ):  # who is withdrawn is not at home
        scene.is_told = True
        return at.alone(here, told)
    if _WORLDWIDE.search(scene.lowered, *asked.sentence):
        return None
    if _SAILS.search(asked.unit or "") and _ABOARD.search(scene.lowered, *asked.sentence):
        later = at.later(asked, here)
        return None if later is None else at.alone(here, later)
    return home or scene.beside(asked, here) or _owned(scene, asked, here)


def _called_up(asked: Asked) -> str | None:
    """Give whose reservists or recruits are called up."""
    return asked.force if asked.role == "deployed" and asked.unit in _CALLED_UP else None


def _tester(scene: Scene, asked: Asked, here: range) -> str | None:
    """Give who is said to have made tests: "Peru has conducted two missile tests"."""
    if asked.kind != "events" or not (asked.unit or "").endswith(_TESTS):
        return None
    made = _CONDUCTED.search(scene.lowered, max(0, asked.start - 2 * _BEFORE), asked.start)
    return actors.subject(scene.mentions, asked, here) if made else None


def _owned(scene: Scene, asked: Asked, here: range) -> str | None:
    """Find where things are that are told nowhere: with whom they are, else where the story is."""
    at = scene.mentions
    gone = asked.kind == "weapons_platforms" and asked.role in _GONE
    owned = asked.kind in _THINGS or asked.unit in WEIGHTS
    getter = actors.given(at, asked, here) if owned else None
    if getter is not None:
        return getter
    if owned and asked.role not in LOST and not gone:
        if actors.each_have(at, asked, here):
            return None
        owner = actors.actor(at, asked, here)
        if owner not in (None, scene.story) and _is_fired_at_story(scene, asked, here, owner):
            owner = scene.story
        if owner is not None:
            return None if asked.kind == "munitions" and scene.is_afloat(asked) else owner
    later = at.later(asked, here)
    if later is not None:
        return at.alone(here, later)
    place = _untold(scene, asked, here)
    return None if gone and place == asked.force else place


def _is_fired_at_story(scene: Scene, asked: Asked, here: range, owner: str | None) -> bool:
    """Tell what a warring country fires from what one tests: where the story is, people died."""
    if asked.kind != "munitions" or asked.role != "launched":
        return False
    at_war = owner in FIGHT_NEXT_DOOR and " test" not in scene.lowered[slice(*asked.sentence)]
    if not at_war and scene.story not in scene.harmed:
        return False
    own = [p for k in here if (p := scene.mentions.places[k]).iso3 == scene.story]
    return not any("from " in scene.lowered[max(0, p.start - 16) : p.start] for p in own)


def _untold(scene: Scene, asked: Asked, here: range) -> str | None:
    """Find where things are of which their own sentence tells nothing."""
    if scene.is_nowhere_again(asked, here):
        return None
    place = (
        scene.the_country(asked, here)
        or actors.group(scene.mentions, asked)
        or actors.counted_by(scene.mentions, asked, here)
        or scene.again(asked, here)
        or (scene.of_forces(asked) if asked.kind in _THINGS else None)
        or scene.lately(asked, here)
        or scene.abroad(asked, here)
    )
    if place is None and scene.is_afloat(asked):
        return scene.in_port(asked, here)
    return place or scene.story_of(asked, here)
