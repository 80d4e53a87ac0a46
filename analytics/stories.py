"""Which articles tell one story, and which of them are copies of which.

A story here is one text and its copies: cut, led anew, mixed with local paragraphs, or printed by
another edition of the same house. The same event told independently is another story. Nothing
here reads a file, a table or the clock: tellings in, a grouping out, and the same set of tellings
gives the same grouping in whatever order it comes.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Literal

from analytics.copies.forest import trees
from analytics.copies.likeness import Link
from analytics.copies.links import Dated, find_links
from analytics.parents import Entry, ordered
from analytics.tellings import Telling, equal_texts

Role = Literal["original", "copy", "edition"]


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
    texts = sorted(equal_texts(tellings), key=lambda text: text.rank)
    edges: dict[int, list[Link]] = defaultdict(list)
    best, good = find_links([Dated(text.print, text.day) for text in texts])
    tree_of = trees(len(texts), best)
    for link in good:
        if tree_of[link.longer] == tree_of[link.shorter]:
            edges[tree_of[link.longer]].append(link)
    groups: dict[int, list[int]] = defaultdict(list)
    for at, tree in enumerate(tree_of):
        groups[tree].append(at)
    found = [ordered(texts, group, edges[tree]) for tree, group in groups.items()]
    return _grouping(sorted(found, key=lambda entries: entries[0].telling.order), previous or {})


def _grouping(stories: list[list[Entry]], previous: Mapping[str, str]) -> Grouping:
    members: dict[str, Member] = {}
    named: list[Story] = []
    aliases: dict[str, str] = {}
    for entries in stories:
        lead = entries[0].telling
        name = story_id(lead.key)
        houses: set[str] = set()
        for entry in entries:
            key, house = entry.telling.key, entry.telling.house
            role: Role = "edition" if house in houses else "copy"
            if entry.parent is None:
                role = "original"
            else:
                aliases[story_id(key)] = name
            if house is not None:
                houses.add(house)
            members[key] = Member(key, name, entry.parent, role, entry.kept, entry.added)
        wire = next((e.telling.wire for e in entries if e.telling.wire), None)
        named.append(Story(name, lead.key, tuple(e.telling.key for e in entries), wire))
    aliases.update(_withdrawn(members, previous, aliases.keys() | {s.id for s in named}))
    return Grouping(members, tuple(named), aliases)


def _withdrawn(
    members: Mapping[str, Member], previous: Mapping[str, str], known: Set[str]
) -> dict[str, str]:
    """Resolve ids whose lead is gone to the story that has most of their other articles."""
    votes: dict[str, list[str]] = defaultdict(list)
    for key, former in previous.items():
        if former not in known and key in members:
            votes[former].append(members[key].story)
    return {
        former: max(sorted(set(stories)), key=stories.count) for former, stories in votes.items()
    }
