"""Find where times and lengths are: a war where it is fought, a road where it runs."""

import re

from analytics.extract.cued import Cued
from analytics.extract.mentions import Asked
from analytics.extract.scene import Scene

_AGAIN = frozenset((" (", ", or ", " or ", " and ", "/", " / "))  # "600 km (373 miles)"
_AWAY = re.compile(
    r"\)?(?: \([^)]{1,20}\))? (?:away )?(?:from|(?:north|south|east|west)\w{0,8} (?:from|of)) "
)
_BETWEEN = re.compile(r"\bdistance\b|\bbetween (?![0-9])|\bshares? a(?:n)? $")
_WIDE = re.compile(
    r"\)?(?: \([^)]{1,20}\))?(?:-(?:wide|long))? "
    r"(?:(?!(?:of|from|beyond|inside|into|across|along|off|over|in|on|to|near) )[a-z]{2,12} ){0,2}"
    r"(?:strait|border(?! (?:wall|fenc|barrier))|channel)\b"
)
_FIRST_IN = re.compile(
    r"\b(?:first|last|only|worst|[a-z]{3,9}iest|heaviest|largest|biggest|most [a-z]{3,14})\b"
    r"[^.;,]{0,48} in $"
)
_WAR = re.compile(
    r"(?:[- ](?:old|long))?(?: of)?,? (?:[a-z’'-]{3,20},? ){0,3}(?:war|warfare|invasion"
    r"|fighting|conflict|insurgency|counterinsurgency|occupation|rebellion|revolt|uprising|violence"
    r"|bloodshed|truce|cease-?fire|siege|blockade|blackout|curfew|lockdown)\b"
    r"(?: in (?:[a-z-]{3,14} )?)?"
)
# Who talks so long may be anywhere.
_TALKS = re.compile(
    r"(?:[- ]long)? (?:of )?(?:[a-z]{4,12} )?(?:calls?|conversations?|negotiations?|talks|talking"
    r"|deliberations?|discussions?|consultations?|bargaining)\b"
)
_OFFICE = re.compile(
    r"(?: (?:mark |stint |stay )?in (?:office|power)"
    r"|[ -](?:presidency|premiership|tenure|reign|rule|administration)"
    r"| as (?:president|prime minister|defen[cs]e secretary|secretary of)"
    r"| (?:of|under) (?:former |the )?(?:president|prime minister|chancellor))\b"
)
_DELAYED = re.compile(
    r"\b(?:delayed|postponed|extended|tracked|in the air)(?: (?:by|for))?(?: [a-z]+){0,2} $"
)
_PENALTY = re.compile(
    r"(?: of arrest| in (?:prison|jail)| of (?:detention|jail)|[ -](?:jail|prison)"
    r"|['’]? (?:notice|deadline|delay|study|review|video|clip|interview)"
    r"| to (?:appeal|approve|block|comply|decide|respond|review|vote))\b"
    r"|[- ][a-z]+ (?:video|clip|film|interview)\b"
)
# Who withdraws within so long is where he leaves.
_LEAVES = Cued(r"\bwithdraw(?:al|ing)?\b[^.;]* $", "withdraw")
_MEETING = re.compile(
    r"[- ](?:[a-z]+ )?(?:meetings?|summit|visit|trip|conference|symposium|talks|tour)\b"
)
_FROM = ("from ", "from the ")
_TO_REACH = " to reach "  # "takes nine minutes to reach Lima"
_LASTS = re.compile(
    r"\b(?:war|conflict|insurgency|fighting|occupation|rebellion|revolt|siege|violence)"
    r"(?: (?:that|which|has|had|have|lasted|raged|went|gone|dragged|on|for|over|now|the|past"
    r"|last)){1,6} $"
)
# What a thing measures is nowhere.
_SIZE = re.compile(
    r"\b(?:length|wingspan|span|width|diameter|beam|draught|draft|calib(?:er|re)) of"
    r"(?: (?:just|only|about))? $"
)
_THAN = re.compile(r" (?:shorter|longer|taller|wider|deeper)\b")
# How far a weapon reaches, wherever it is: "a range of", "can hit targets", "at a distance of".
_REACH = re.compile(
    r"\b(?:(?:ranges?|radius|at a distance)(?: of| up to| from| exceeding| beyond)? "
    r"|(?:capable of|able to|can|could) (?:[a-z]{2,12} )?(?:deliver|destroy|engage|fly|hit|reach"
    r"|shoot|strik|tak|travel)[a-z]{0,4} (?:[a-z]{2,12} ){0,3}|targets at |margin of error of )$"
)
# How far who moves on the ground has come, and how far a place lies: where the story is.
_ADVANCED = re.compile(
    r"\b(?:advanc|captur|cross|mov|penetrat|push|retreat|retaken|retook|sail|seiz|stretch"
    r"|withdr)[a-z]*"
    r" (?:[a-z]{1,10} ){0,3}$"
)
_ALONG = re.compile(
    r"(?: \([^)]{1,20}\))?(?: away| beyond| deep| inside| into| inland| offshore| off"
    r"| (?:to the )?(?:north|south|east|west)|-deep"
    r"|(?: of)?(?: [a-z-]+){0,2} (?:fence|walls?|road|border|coast|tunnels?|barriers?|trench))"
)
_BORDER = re.compile(r"\bborders?\b|\b(?:frontier|soil|front line)\b")
_SHORT = frozenset("minute minutes hour hours day days week weeks".split())
_SINCE = 72  # characters before a time in which something may be told to be the first for so long
_OF_WHOM = 32  # characters after "a decade-long" in which it may be told to be of a country
_HELD = 110  # characters after "a two-day meeting" in which it may be told where it is held
_LEAVING = 90  # characters before a time in which somebody may be told to withdraw
_BEFORE = 40  # characters before a time in which it may be told to be that of a war


def of_duration(scene: Scene, asked: Asked, here: range) -> str | None:
    """Days are where the story is; years are history unless a place or a war is told."""
    at = scene.mentions
    if _TALKS.match(scene.lowered, asked.end) or _OFFICE.match(scene.lowered, asked.end):
        return None
    if _CAN.search(scene.lowered, max(asked.sentence[0], asked.start - _BEFORE), asked.start):
        return None
    told = at.in_clause(asked, here)
    since = max(asked.sentence[0], asked.start - _LEAVING)
    within = scene.lowered.startswith("within ", asked.start)
    if within and _LEAVES.search(scene.lowered, since, asked.start):
        for k in reversed(at.within(since, asked.start)):
            if scene.lowered.endswith(_FROM, 0, at.places[k].start):
                return at.alone(here, k)
    short = asked.unit in _SHORT
    if scene.lowered.startswith(_TO_REACH, asked.end):
        return None
    if told is None:
        war = _of_war(scene, asked)
        if war is not None:
            return war
        if not short and relates(scene, asked):
            return None
        if short and scene.before[0] == asked.sentence:
            return scene.before[1]
        told = at.earlier(asked, here)
    if told is not None:
        return at.alone(here, told)
    met = _MEETING.match(scene.lowered, asked.end)
    if met is not None:  # "a nine-minute meeting with Peru's president in Chile"
        for k in at.within(asked.end, min(asked.end + _HELD, asked.sentence[1])):
            if scene.lowered.endswith((" in ", " to "), 0, at.places[k].start):
                return at.places[k].iso3
    if "-" in scene.lowered[asked.start : asked.end + 1]:  # "a decade-long embargo against Peru"
        whose = at.within(asked.end, min(asked.end + _OF_WHOM, asked.sentence[1]))
        if whose and at.places[whose[0]].iso3:
            return at.places[whose[0]].iso3
    if not short or scene.nowhere == asked.sentence or _is_on_paper(scene, asked):
        return None  # "it flies at 90 mph for an hour"
    return scene.story_of(asked, here) or at.only(here)


_CAN = re.compile(r"\bcan (?:fly|loiter|hover|patrol|stay|sail|remain|operate)\b[^.;,]{0,20} $")


def _is_on_paper(scene: Scene, asked: Asked) -> bool:
    """Tell the time of a penalty, a delay, a flight or a video from one in which things happen."""
    since = max(asked.sentence[0], asked.start - _BEFORE)
    if _DELAYED.search(scene.lowered, since, asked.start) or scene.flies(asked):
        return True
    return bool(_PENALTY.match(scene.lowered, asked.end))


def of_distance(scene: Scene, asked: Asked, here: range) -> str | None:
    """A length is where the story is; a way between two countries is in neither."""
    end, place = scene.length
    if scene.lowered[end : asked.start] not in _AGAIN:
        place = _of_length(scene, asked, here)
    scene.length = asked.end, place
    return place


def _of_length(scene: Scene, asked: Asked, here: range) -> str | None:
    at = scene.mentions
    away = _AWAY.match(scene.lowered, asked.end)
    if away is not None:
        return _away_from(scene, asked, here, away.end())
    before = max(asked.sentence[0], asked.start - _BEFORE)
    if _REACH.search(scene.lowered, before, asked.start) or scene.lowered.startswith(
        "-range", asked.end
    ):
        return None
    if _BETWEEN.search(scene.lowered, max(asked.sentence[0], asked.start - 80), asked.start):
        return at.only(here)
    if _WIDE.match(scene.lowered, asked.end) or _THAN.match(scene.lowered, asked.end):
        return None
    if _SIZE.search(scene.lowered, max(asked.sentence[0], asked.start - _BEFORE), asked.start):
        return None
    told = at.in_clause(asked, here)
    if told is None and scene.flies(asked):
        return None  # it may have come down anywhere
    if told is None:
        told = at.earlier(asked, here)
    if told is not None:
        return at.alone(here, told)
    since = max(asked.sentence[0], asked.start - _BEFORE)
    on_ground = _ADVANCED.search(scene.lowered, since, asked.start)
    if on_ground or _ALONG.match(scene.lowered, asked.end):
        return scene.story
    return None  # a size, the way of a missile


def _away_from(scene: Scene, asked: Asked, here: range, start: int) -> str | None:
    """Find what is so far from something: where it is told to be, or on which side of a border.

    A way from one country to another is in neither.
    """
    at = scene.mentions
    told = at.earlier(asked, here)
    its = None if told is None else at.places[told].iso3
    named = [at.places[k] for k in at.after(asked, here) if at.places[k].start < start + _BEFORE]
    other = named[0].iso3 if named else None
    if other is not None and any(at.places[k].kind == "water" for k in here):
        return other  # "a ship 50 miles west of Peru in the Pacific"
    if _BORDER.search(scene.lowered, start, named[0].end + _BEFORE if named else start + _BEFORE):
        return its or scene.across_from(other, here)
    if other is None:
        return its or scene.story_of(asked, here)
    return other if (its or scene.story) == other else None


def relates(scene: Scene, asked: Asked) -> bool:
    """Tell what relates to something else: "the first in 12 years", "the two"."""
    before = scene.lowered[max(0, asked.start - _SINCE) : asked.start]
    two = before.endswith("the ") and asked.low == 2
    return two or bool(before.endswith(" in ") and _FIRST_IN.search(before))


def _of_war(scene: Scene, asked: Asked) -> str | None:
    """Give the country of a war that lasts so long: "nine years of war", "the 20-year war"."""
    match = _WAR.match(scene.lowered, asked.end)
    if match is not None:
        named = [
            k
            for k in scene.mentions.within(asked.end, match.end() + 1)
            if not scene.lowered.startswith(("'s", "’s"), scene.mentions.places[k].end)
        ]  # "Chile's war" is elsewhere
        return scene.mentions.places[named[-1]].iso3 if named else scene.front
    before = max(asked.sentence[0], asked.start - _BEFORE)
    return scene.front if _LASTS.search(scene.lowered, before, asked.start) else None
