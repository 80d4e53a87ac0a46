"""Say who acts in a sentence: who owns, sends, hosts or gets what one of its figures counts."""

import re

from analytics.extract.cued import Cued
from analytics.extract.mentions import TELLS, Asked, Mentions
from analytics.model import Place

_LED = re.compile(
    r"\b(?:in|at|on|near|from|into|inside|across|off|over|outside|around|against|to|for|with|than"
    r"|by|between|toward|towards|like|of|as) (?:the )?$"
)
_HOSTS = re.compile(
    r"(\bwhich )?(?:[a-z]+ly |also |now |already |has |had )?\b(?:host(?:s|ed|ing)?|admitted"
    r"|admitting|sheltered|sheltering|taken in|took in|taking in|home to)(?: up)? $"
)
_HOSTING = (
    *(f"{word} " for word in "host hosts hosted hosting admitted admitting sheltered".split()),
    *("sheltering ", "taken in ", "took in ", "taking in ", "home to ", " up "),
)
# "Oman gave Peru 12 jets": whom things are given, right before them.
_GIVES = re.compile(
    r"\b(?:giv(?:e|es|en|ing)|gave|send(?:s|ing)?|sent|promis(?:e|es|ed|ing)|offer(?:s|ed|ing)?"
    r"|sell(?:s|ing)?|sold|lend(?:s|ing)?|lent|hand(?:s|ed|ing)?|grant(?:s|ed|ing)?) (?:the )?$"
)
# "Oman and Peru each have": after the last of several who have the same.
_HAVE = re.compile(
    r"(?: each| both| together| still| now){0,2}(?: say they)?"
    r" (?:each|have|had|possess|own|hold|keep|operate|field)\b"
)
_BY = re.compile(r"-(?:[a-z]{2,12}ed|led|made|held|built|run)\b")  # "Danish-backed"
_NUMBER = re.compile(r"\b[0-9][0-9,.]*\b")
_WITHIN = re.compile(r"\b(?:in|on) (?:[a-z]+ern )?$")
# Who counts the dead of their own country, and of no other.
_LOCAL = re.compile(
    r"(?:['’]s)? (?:(?:public|state|local|national) )?"
    r"(?:health ministry|ministry of (?:public )?health"
    r"|(?:health|rescue|medical|emergency|hospital) (?:authorities|officials|services?|workers)"
    r"|police|authorities|civil defen[cs]e)\b"
)
# Who backs or makes has nothing of it: "rebels armed by Peru".
_BACKED = Cued(
    r"\b(?:backed|supported|funded|financed|supplied|armed|trained|equipped|made|built) by"
    r" (?:the )?$",
    "ed by |made by |built by ",
)
_TO = ("according to ", "according to the ")
# Nations whose soldiers and citizens come to harm abroad as often as at home.
ABROAD = frozenset("USA GBR FRA DEU CAN AUS ITA ESP NLD DNK POL NOR TUR RUS CHN JPN KOR".split())
# Who is never at home, whatever the nation.
_ABROAD_TOO = ("peacekeeper", "peacekeepers", "observers", "monitors", "migrants", "refugees")
_AT_ONCE = 12  # characters of a sentence before "hosting", of which the subject then follows


def owner(at: Mentions, asked: Asked, here: range) -> Place | None:
    """Find the owner that stands right before: "Gaza's 35 hospitals"."""
    if not at.lowered.endswith(("'s ", "’s "), 0, asked.start):
        return None
    return next((at.places[k] for k in here if at.places[k].end + 3 == asked.start), None)


def subject(at: Mentions, asked: Asked, here: range) -> str | None:
    """Give the last country that the sentence names before the figure, where it acts or has."""
    for k in reversed(here):
        place = at.places[k]
        if place.end > asked.start or at.attached(k) or not place.iso3:
            continue
        led = _LED.search(at.lowered, max(0, place.start - 16), place.start)
        return None if led or TELLS.match(at.lowered, place.end) else at.alone(here, k)
    return None


def actor(at: Mentions, asked: Asked, here: range) -> str | None:
    """Give the last country or body of one that the sentence names before the figure."""
    since = max(asked.sentence[0], at.lowered.rfind(";", asked.sentence[0], asked.start))
    before = [
        k
        for k in at.within(since, asked.start)
        if at.places[k].iso3
        and not TELLS.match(at.lowered, at.places[k].end)
        and not at.lowered.endswith(_TO, 0, at.places[k].start)
        and not _BACKED.search(at.lowered, max(0, at.places[k].start - 20), at.places[k].start)
    ]
    before = [k for k in before if at.places[k].form != "demonym"] or before
    while before and at.is_about(before[-1]):
        before.pop()
    if asked.kind == "money":
        before = [k for k in before if not at.is_ground(k)] or before
    elif asked.kind == "duration":
        before = [k for k in before if not at.is_ground(k)]
    named = [at.places[k] for k in before[-1:]]
    bodies = [
        body for body in at.bodies_in(since, asked.start) if not TELLS.match(at.lowered, body.end)
    ]
    if named and (not bodies or named[-1].start > bodies[-1].start):
        return named[-1].iso3
    return bodies[-1].iso3 if bodies else None


def are_several(at: Mentions, asked: Asked, here: range) -> bool:
    """Tell a sum of several in a row: "the budgets of Canada and Turkey"."""
    last = max((k for k in here if at.places[k].end <= asked.start), default=None)
    return last is not None and at.places[last].iso3 is not None and at.alone(here, last) is None


def each_have(at: Mentions, asked: Asked, here: range) -> bool:
    """Tell several in a row who have what is counted: "Oman and Peru each have"."""
    last = max((k for k in here if at.places[k].end <= asked.start), default=None)
    if last is None or not _HAVE.match(at.lowered, at.places[last].end):
        return False
    return at.places[last].iso3 is not None and at.alone(here, last) is None


def given(at: Mentions, asked: Asked, here: range) -> str | None:
    """Give to whom things are given, where that stands right before them."""
    for k in here:
        place = at.places[k]
        if place.end + 1 == asked.start:
            gives = _GIVES.search(at.lowered, max(0, place.start - 24), place.start)
            return place.iso3 if gives else None
    return None


def nations(at: Mentions, asked: Asked, here: range) -> list[str]:
    """List the nations that the figure's own words name, by a nationality or a body."""
    named = [
        at.places[k].iso3
        for k in here
        if asked.start <= at.places[k].start < asked.end
        and not _BY.match(at.lowered, at.places[k].end)
    ]
    named += [body.iso3 for body in at.bodies_in(asked.start, asked.end)]
    return [iso3 for iso3 in named if iso3]


def home(at: Mentions, asked: Asked, here: range) -> str | None:
    """Give the nation of those harmed, or whose body they are of, unless it goes abroad."""
    if asked.kind != "casualties" or (asked.unit or "").endswith(_ABROAD_TOO):
        return None
    return next((iso3 for iso3 in nations(at, asked, here) if iso3 not in ABROAD), None)


def ruler(at: Mentions, asked: Asked) -> str | None:
    """Give the country whose leader, parliament or party the sentence names, where it is one."""
    named = {body.iso3 for body in at.bodies_in(*asked.sentence) if body.state}
    return named.pop() if len(named) == 1 else None


def group(at: Mentions, asked: Asked) -> str | None:
    """Give the country of the armed group that the sentence names last before its fighters."""
    if asked.kind != "personnel" and not (asked.kind == "casualties" and asked.group == "fighter"):
        return None
    return group_of(at, asked)


def group_of(at: Mentions, asked: Asked) -> str | None:
    """Give the country of the body that the sentence names last, where it is an armed group."""
    bodies = at.bodies_in(asked.sentence[0], asked.end)
    return bodies[-1].iso3 if bodies and not bodies[-1].state else None


def counted_by(at: Mentions, asked: Asked, here: range) -> str | None:
    """Give the country whose own authorities count: "the Lebanese health ministry said"."""
    for k in reversed(here):
        place = at.places[k]
        said = place.end <= asked.start or at.lowered.endswith(_TO, 0, place.start)
        if said and _LOCAL.match(at.lowered, place.end):
            return None if place.iso3 in ABROAD else place.iso3
    return None


def host(at: Mentions, asked: Asked, here: range) -> str | None:
    """Give the country that is said to hold those who came: "Jordan, which hosts 600,000"."""
    since = max(asked.sentence[0], asked.start - 32)
    if not at.lowered.endswith(_HOSTING, since, asked.start):  # a cheap look first
        return None
    verb = _HOSTS.search(at.lowered, since, asked.start)
    if verb is None:
        return None
    named = [k for k in here if at.places[k].iso3 and at.places[k].end <= verb.start()]
    if verb[1]:  # "Peru, which views Chile as …, and which hosts"
        which = at.lowered.find(", which ", asked.sentence[0], verb.start() + 8)
        named = [k for k in named if at.places[k].end == which] or named
    if not named and verb.start() - asked.sentence[0] < _AT_ONCE:
        named = [k for k in at.after(asked, here) if at.places[k].iso3][:1]
    return at.places[named[-1]].iso3 if named else None


def getter(at: Mentions, asked: Asked, here: range) -> int | None:
    """Find who is said to get a sum: after it, unless they get another; else right before it."""
    told = at.in_clause(asked, here)
    if told is not None:
        return told
    before = [k for k in here if at.places[k].end <= asked.start]
    if before and _gets(at, before[-1]):
        return before[-1]
    for k in at.after(asked, here):
        if _NUMBER.search(at.lowered, asked.end, at.places[k].start):
            break
        if at.says(k, "money"):
            return k
    return None


def _gets(at: Mentions, k: int) -> bool:
    """Tell who gets a sum that is told after: "gave Ukraine", "aid to Ukraine"."""
    start = at.places[k].start
    where = _WITHIN.search(at.lowered, max(0, start - 30), start)
    return not where and at.says(k, "money")
