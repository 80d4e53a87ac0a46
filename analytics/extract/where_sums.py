"""Find where sums and shares are: whose money it is, and where the whole of a percentage is."""

import re

from analytics.extract import actors
from analytics.extract.cued import Cued
from analytics.extract.mentions import APART, Asked, Mentions
from analytics.extract.scene import Scene
from analytics.extract.where_other import RULED, SITES
from analytics.extract.where_things import of_things

_EACH = re.compile(
    r" (?:apiece|each)\b"
    r"| (?:per|a|for each|for every) (?:unit|piece|(?:flight |flying )?hour|flight|aircraft|jet"
    r"|plane|drone|missile|round|shell|copy|vehicle|tank|shot|head|barrel|satellite|soldier)\b"
    r"|[ -](?:drones|missiles?|interceptors?|shells|rockets|jets|tanks?)\b"
)
_PRICE = Cued(
    r"\bmarket\b[^.;]{0,60} (?:from|to|at|of) $"
    r"|\b(?:unit cost|cost of one|cost an average of|each (?:unit )?costs?|sells? for|price tag"
    r"|per[- ]unit)\b|\b(?:half-year|quarterly|annual) revenues?\b|\border backlog\b"
    r"|\b(?:an estimated cost of|will cost|costs|cost just|procured for|billed at)"
    r"(?: just| only| around| about| nearly| between)? $",
    "cost|sell|price|unit|procured|billed|market|revenue|backlog",
)
_WORLDWIDE = Cued(r"\b(?:worldwide|global) (?:spending|expenditures?|sales)\b", "worldwide|global")
_GIVEN = Cued(
    r"\b(?:aid|assistance|package|invest|loan|grant)", "aid|assistance|package|invest|loan|grant"
)
_WORLD = Cued(
    r"\b(?:world|global|globally|international|worldwide|europe|nato)\b",
    "world|global|international|europe|nato",
)
# Polls, votes and majorities are of the country of the story.
_POLITICAL = Cued(
    r"\b(?:polls?|polling|voters?|votes?|voted|voting|majority|approval|ratings?|elections?|seats"
    r"|respondents|surveyed)\b",
    "poll|vot|majority|approval|rating|election|seats|respondents|surveyed",
)
_OTHERS = Cued(
    r"\b(?:(?:some|many|most|all) of (?:those|these|the) (?:countries|nations|members|allies"
    r"|states)|(?:nato|european) (?:partners|members|allies|states|countries|nations))\b",
    "countries|nations|members|allies|states|partners",
)
_OF_THEM = re.compile(r",? of (?:them|whom|which|those|its)\b")
_STOCKS = Cued(
    r"\b(?:stocks?(?! exchange)|shares (?:of|in)|shares? (?:rose|fell|price)|nasdaq|dow|s&p"
    r"|index)\b",
    "stock|share|nasdaq|dow|s&p|index",
)
_RESTS = (" for ", " for about ", " for more than ")  # "leans on Chile for 30 percent"
_LISTED = 240  # characters before a sentence in which a list of stocks may have begun
_ALL = 100
_CLOSE = 120  # characters around a share in which it may be told to be one of votes
_BY = 40  # characters around a sum in which it may be told to be given
_AFTER = 60  # characters after a share in which it may be told to be one of the world


def of_money(scene: Scene, asked: Asked, here: range) -> str | None:
    """A sum goes to its receiver, or is of whom the sentence names; the price of one is nowhere."""
    since = max(asked.sentence[0], asked.start - _BY)
    each = _EACH.match(scene.lowered, asked.end) or _PRICE.search(scene.lowered, since, asked.start)
    if each:
        return None
    if _WORLDWIDE.search(scene.lowered, since, asked.start):
        return None
    told = actors.getter(scene.mentions, asked, here)
    if told is not None:
        return scene.mentions.alone(here, told)
    given = asked.role in ("pledged", "delivered") or _GIVEN.search(
        scene.lowered,
        max(asked.sentence[0], asked.start - _BY),
        min(asked.sentence[1], asked.end + _BY),
    )
    if given and scene.story:
        return scene.story
    if actors.are_several(scene.mentions, asked, here):
        return None
    return actors.actor(scene.mentions, asked, here) or scene.story


def of_percent(scene: Scene, asked: Asked, here: range) -> str | None:
    """A share is where its whole is, as are those told after it; a bare one is nowhere."""
    place = _of_percent(scene, asked, here)
    if place is None and scene.share[0] == asked.sentence:
        place = scene.share[1]
    scene.share = asked.sentence, place
    return place


def _of_percent(scene: Scene, asked: Asked, here: range) -> str | None:
    """A share is where its whole is, of votes where the story is."""
    at, lowered = scene.mentions, scene.lowered
    if scene.before[0] == asked.sentence and _OF_THEM.match(lowered, asked.end):
        return scene.before[1]
    whole = asked.of.rsplit(" ", 1)[-1] if asked.of else ""
    ruler = actors.ruler(at, asked) if whole in RULED else None
    if ruler is not None:
        return ruler
    told = at.whole(asked, here)
    if told is None:
        told = at.in_clause(asked, here)
    if told is not None:
        return at.alone(here, told)
    country = scene.the_country(asked, here)
    if country is not None:
        return country
    if _WORLD.search(lowered, asked.end, min(asked.end + _AFTER, asked.sentence[1])):
        return None
    if _OTHERS.search(lowered, max(asked.sentence[0], asked.start - _CLOSE), asked.start):
        return None
    if whole in SITES:
        return of_things(scene, asked, here)
    if asked.low == _ALL and not lowered.startswith(" of ", asked.end):
        return None  # "he is 100 percent sure"
    if _STOCKS.search(lowered, max(0, asked.sentence[0] - _LISTED), asked.sentence[1]):
        return None
    since, until = max(asked.sentence[0], asked.start - _CLOSE), asked.end + _CLOSE
    political = _POLITICAL.search(lowered, since, min(until, asked.sentence[1]))
    if at.countries(here):
        named = at.only(_clause_of(at, asked, here)) or actors.subject(at, asked, here)
        if named is not None or political:
            return named
        told = at.earlier(asked, here)
        if told is not None:
            return at.alone(here, told)
        if lowered.endswith(_RESTS, 0, asked.start):
            return None
    return scene.story_of(asked, here)


def _clause_of(at: Mentions, asked: Asked, here: range) -> range:
    """Give the mentions of the sentence up to where the clause of a share ends."""
    after = at.after(asked, here)
    if after and APART.search(at.lowered, asked.end, at.places[after.start].start):
        return range(here.start, after.start)
    return here
