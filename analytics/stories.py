"""Which articles tell one story, and which of them are copies of which.

A story here is one text and its copies: cut, led anew, mixed with local paragraphs, or printed by
another edition of the same house. The same event told independently is another story. Nothing
here reads a file, a table or the clock: tellings in, a grouping out, and the same set of tellings
gives the same grouping in whatever order it comes.
"""

import hashlib
import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from analytics.copies import DAYS, Dated, Link, find_links
from analytics.fingerprints import Print, fingerprint

LEAST_EQUAL = 5  # words; a shorter text, or title where there is no text, equals nothing

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
    texts = sorted(_equal_texts(tellings), key=lambda text: text.rank)
    edges: dict[int, list[Link]] = defaultdict(list)
    best, good = find_links([Dated(text.print, text.day) for text in texts])
    tree_of = _trees(len(texts), best)
    for link in good:
        if tree_of[link.longer] == tree_of[link.shorter]:
            edges[tree_of[link.longer]].append(link)
    groups: dict[int, list[int]] = defaultdict(list)
    for at, tree in enumerate(tree_of):
        groups[tree].append(at)
    found = [_ordered(texts, group, edges[tree]) for tree, group in groups.items()]
    return _grouping(sorted(found, key=lambda entries: entries[0].telling.order), previous or {})


@dataclass(frozen=True, slots=True)
class _Seen:
    """A telling without its body, so that a million fit in memory."""

    key: str
    house: str | None
    wire: str | None
    day: int | None
    order: tuple[bool, int, float, int, str]  # by appearance


@dataclass(frozen=True, slots=True)
class _Text:
    """One text, and those who printed it word for word, in the order of appearance."""

    print: Print
    tellings: tuple[_Seen, ...]
    day: int | None
    rank: tuple[int, bytes, tuple[bool, int, float, int, str]]  # the longest first


@dataclass(frozen=True, slots=True)
class _Entry:
    """A telling with what it was made from, before names are given."""

    telling: _Seen
    parent: str | None
    kept: float | None
    added: float | None


def _equal_texts(tellings: Iterable[Telling]) -> Iterator[_Text]:
    """Put together tellings with equal words that lie close enough in time."""
    prints: dict[tuple[bool, bytes | str], Print] = {}
    same: dict[tuple[bool, bytes | str], list[_Seen]] = defaultdict(list)
    for telling in tellings:
        body = fingerprint(telling.body)
        named = fingerprint(telling.title or "") if not body.words else body
        titled = not body.words
        mark = (titled, named.digest if named.words >= LEAST_EQUAL else telling.key)
        prints.setdefault(mark, body)
        same[mark].append(_seen(telling, body.words))
    for mark, seen in same.items():
        for run in _runs_of_days(seen):
            day = next((s.day for s in run if s.day is not None), None)
            print_ = prints[mark]
            yield _Text(print_, tuple(run), day, (-print_.words, print_.digest, run[0].order))


def _seen(telling: Telling, words: int) -> _Seen:
    day = telling.day or telling.crawled
    number = day.toordinal() if day else None
    return _Seen(
        key=telling.key,
        house=telling.family or telling.outlet,
        wire=telling.wire,
        day=number,
        order=(
            not telling.agency,
            number or date.max.toordinal(),
            telling.at.timestamp() if telling.at else math.inf,
            -words,
            telling.key,
        ),
    )


def _runs_of_days(seen: list[_Seen]) -> list[list[_Seen]]:
    """Cut at each silence of more than DAYS; the undated go with the first run."""
    dated = sorted((s for s in seen if s.day is not None), key=lambda s: (s.day or 0, s.order))
    runs: list[list[_Seen]] = [[]]
    last: int | None = None
    for one in dated:
        if last is not None and one.day is not None and one.day - last > DAYS:
            runs.append([])
        runs[-1].append(one)
        last = one.day
    runs[0] += [s for s in seen if s.day is None]
    return [sorted(run, key=lambda s: s.order) for run in runs]


def _trees(count: int, links: list[Link]) -> list[int]:
    """Number each text by the root of its tree; a link's longer text always comes before."""
    roots = list(range(count))
    for link in sorted(links, key=lambda link: link.shorter):
        roots[link.shorter] = roots[link.longer]
    return roots


def _ordered(texts: list[_Text], group: list[int], links: list[Link]) -> list[_Entry]:
    """Say of each telling of a story what it was made from; the lead comes first."""
    lead = min(group, key=lambda at: texts[at].tellings[0].order)
    made = _parents(texts, group, links, lead)
    entries = []
    for at in group:
        first, *others = texts[at].tellings
        if at == lead:
            entries.append(_Entry(first, None, None, None))
        else:
            link = made[at]
            shorter = link.shorter == at
            parent = texts[link.longer if shorter else link.shorter].tellings[0].key
            kept = link.of_longer if shorter else link.of_shorter
            added = 1 - (link.of_shorter if shorter else link.of_longer)
            entries.append(_Entry(first, parent, kept, added))
        entries += [_Entry(other, first.key, 1.0, 0.0) for other in others]
    return sorted(entries, key=lambda entry: (entry.parent is not None, entry.telling.order))


def _parents(texts: list[_Text], group: list[int], links: list[Link], lead: int) -> dict[int, Link]:
    """Choose for each text but the lead the link to its parent.

    That is the likest of those that appeared before it. Where some text resembles only later
    ones, the tree is grown from the lead instead, by the likest link first.
    """
    order = {at: texts[at].tellings[0].order for at in group}
    before: dict[int, Link] = {}
    around: dict[int, list[Link]] = defaultdict(list)
    for link in sorted(links, key=lambda k: (-k.alike, min(order[k.longer], order[k.shorter]))):
        later = max(link.longer, link.shorter, key=order.__getitem__)
        before.setdefault(later, link)
        around[link.longer].append(link)
        around[link.shorter].append(link)
    if len(before) == len(group) - 1:
        return before
    grown: dict[int, Link] = {}
    reach = [(-link.alike, lead, i, link) for i, link in enumerate(around[lead])]
    heapq.heapify(reach)
    while reach:
        _, at, _, link = heapq.heappop(reach)
        new = link.shorter if link.longer == at else link.longer
        if new == lead or new in grown:
            continue
        grown[new] = link
        for i, other in enumerate(around[new]):
            heapq.heappush(reach, (-other.alike, new, i, other))
    return grown


def _grouping(stories: list[list[_Entry]], previous: Mapping[str, str]) -> Grouping:
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
