"""Which articles tell one story, and which of them are copies of which.

A story here is one text and its copies: cut, led anew, mixed with local paragraphs, or printed by
another edition of the same house. The same event told independently is another story. Nothing
here reads a file, a table or the clock: tellings in, a grouping out, and the same set of tellings
gives the same grouping in whatever order it comes.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

Role = Literal["original", "copy", "edition"]


@dataclass(frozen=True, slots=True)
class Telling:
    """One article, as far as finding its copies needs to know it."""

    key: str  # the article's identity, unique among the tellings
    body: str  # its own words: body blocks, without dateline, captions and tail
    title: str | None = None
    outlet: str | None = None  # null where nothing tells
    family: str | None = None  # the house; null stands for the outlet itself
    wire: str | None = None  # the first wire it bears
    agency: bool = False  # the outlet is a wire, so this is the wire's own print
    day: date | None = None  # published
    at: datetime | None = None  # published, as an aware instant, where it is known so well
    crawled: date | None = None  # stands in for an unknown day


@dataclass(frozen=True, slots=True)
class Member:
    """What one article is within its story."""

    key: str
    story: str  # Story.id
    parent: str | None  # the article that it was made from, by all that is seen; null for a lead
    role: Role  # edition: a copy of something that its own house had printed
    kept: float | None  # share of the parent's words that stand in it; null for a lead
    added: float | None  # share of its words that do not stand in the parent; null for a lead


@dataclass(frozen=True, slots=True)
class Story:
    """One text with its copies; most stories have one article."""

    id: str  # derived from the lead's key
    lead: str  # the wire's own print, else the first seen
    members: tuple[str, ...]  # keys, the lead first, then in the order of appearance
    wire: str | None  # the lead's, else the first that a member bears


@dataclass(frozen=True, slots=True)
class Grouping:
    """Every telling's place, and every id that a story may once have been published under."""

    members: Mapping[str, Member]  # by key, one for each telling
    stories: tuple[Story, ...]  # by day of the lead, then by id
    aliases: Mapping[str, str]  # a former or possible id → the id of the story now


def story_id(key: str) -> str:
    """Name the story that the article ``key`` leads; the same in every snapshot."""
    return "s" + hashlib.sha256(key.encode()).hexdigest()[:15]


def group(tellings: Iterable[Telling], previous: Mapping[str, str] | None = None) -> Grouping:
    """Group ``tellings`` into stories.

    Args:
        tellings: each article once, in any order.
        previous: article key → story id, as once published. Needed only so that the id of a
            story whose lead was since withdrawn resolves: each article has a story id of its
            own, and where it does not lead, that id is an alias of the story that it is in. So
            whichever article led at some time, the id of that time is found.

    Returns:
        A member for each telling. No tellings, no members and no stories.
    """
    by_text: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_text[" ".join(telling.body.casefold().split()) or telling.key].append(telling)
    return _grouping([sorted(same, key=_appearance) for same in by_text.values()], previous or {})


def _grouping(groups: list[list[Telling]], previous: Mapping[str, str]) -> Grouping:
    members: dict[str, Member] = {}
    stories: list[Story] = []
    aliases: dict[str, str] = {}
    for tellings in sorted(groups, key=lambda g: _appearance(g[0])):
        lead = tellings[0]
        name = story_id(lead.key)
        members[lead.key] = Member(lead.key, name, None, "original", None, None)
        houses = {lead.family or lead.outlet}
        for telling in tellings[1:]:
            house = telling.family or telling.outlet
            role: Role = "edition" if house is not None and house in houses else "copy"
            houses.add(house)
            members[telling.key] = Member(telling.key, name, lead.key, role, 1.0, 0.0)
            aliases[story_id(telling.key)] = name
        wire = next((t.wire for t in tellings if t.wire), None)
        stories.append(Story(name, lead.key, tuple(t.key for t in tellings), wire))
    votes: dict[str, list[str]] = defaultdict(list)
    for key, old in previous.items():
        if key in members:
            votes[old].append(members[key].story)
    current = {story.id for story in stories}
    for old, now in sorted(votes.items()):
        if old not in current and old not in aliases:
            aliases[old] = max(sorted(set(now)), key=now.count)
    return Grouping(members, tuple(stories), aliases)


_LAST = datetime.max.replace(tzinfo=UTC)


def _appearance(telling: Telling) -> tuple[bool, date, datetime, int, str]:
    """Order by who was first; a day without an hour comes after the hours of that day."""
    return (
        not telling.agency,
        telling.day or telling.crawled or date.max,
        telling.at or _LAST,
        -len(telling.body),
        telling.key,
    )
