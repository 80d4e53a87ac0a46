"""Within one story: which article leads, and which was made from which."""

import heapq
from collections import defaultdict
from dataclasses import dataclass

from analytics.copies.likeness import Link
from analytics.tellings import Seen, Text


@dataclass(frozen=True, slots=True)
class Entry:
    """A telling with what it was made from, before names are given."""

    telling: Seen
    parent: str | None
    kept: float | None
    added: float | None


def ordered(texts: list[Text], group: list[int], links: list[Link]) -> list[Entry]:
    """Say of each telling of a story what it was made from; the lead comes first."""
    lead = min(group, key=lambda at: texts[at].tellings[0].order)
    made = _parents(texts, group, links, lead)
    entries = []
    for at in group:
        first, *others = texts[at].tellings
        if at == lead:
            entries.append(Entry(first, None, None, None))
        else:
            link = made[at]
            shorter = link.shorter == at
            parent = texts[link.longer if shorter else link.shorter].tellings[0].key
            kept = link.of_longer if shorter else link.of_shorter
            added = 1 - (link.of_shorter if shorter else link.of_longer)
            entries.append(Entry(first, parent, kept, added))
        entries += [Entry(other, first.key, 1.0, 0.0) for other in others]
    return sorted(entries, key=lambda entry: (entry.parent is not None, entry.telling.order))


def _parents(texts: list[Text], group: list[int], links: list[Link], lead: int) -> dict[int, Link]:
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
