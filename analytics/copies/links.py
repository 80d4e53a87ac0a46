"""Which texts are copies of which: the single best parent of each.

Texts are taken from the longest to the shortest, and the order of arrival says nothing.
Candidates share fingerprints; the exact share of common words then decides.

What does not count as common: runs of words found in many texts that are otherwise apart (shared
background, a site's own furniture). What is never attached: a text put together from pieces of
several unrelated ones (a round-up), and a text whose numbers are other ones (a daily report made
to one form).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from analytics.copies.candidates import candidates
from analytics.copies.forest import branches, trees
from analytics.copies.likeness import Link, Pair, renumbered, weigh
from analytics.copies.round_ups import round_ups
from analytics.copies.runs import Flags, Numbers, RunTable
from analytics.fingerprints import Print

DAYS = 14  # a copy follows within so many days; also the width of a block
CLOSE, STRONG = 0.25, 0.5  # likeness that makes a branch, or any two texts, one for backgrounds
LEAST = 12  # words beside the background; where there are fewer, all words count


class Dated(NamedTuple):
    """A text's print, and the day it appeared as a count of days; null where unknown."""

    print: Print
    day: int | None


def find_links(texts: Sequence[Dated]) -> tuple[list[Link], list[Link]]:
    """Compare ``texts``, which come from the longest to the shortest, in an order of their own.

    Returns:
        First the links that texts hang on: they make a forest whose trees are the stories. Then
        every link that was good enough, those included.
    """
    good: dict[tuple[int, int], Link] = {}
    mixed: set[int] = set()
    for block, done in _blocks(texts):
        links, of_many = _link_block([texts[at].print for at in block], done)
        mixed.update(block[at] for at in of_many)
        for link in links:
            longer, shorter = block[link.longer], block[link.shorter]
            if _near(texts[longer].day, texts[shorter].day):
                good[longer, shorter] = replace(link, longer=longer, shorter=shorter)
    kept = [link for pair, link in sorted(good.items()) if mixed.isdisjoint(pair)]
    return branches(kept), kept


def _near(one: int | None, other: int | None) -> bool:
    return one is None or other is None or abs(one - other) <= DAYS


def _blocks(texts: Sequence[Dated]) -> Iterator[tuple[list[int], Flags]]:
    """Yield runs of days that lie close enough, with the undated, and who was in the run before.

    Only one run is held at a time. The flags mark pairs already compared: both flagged.
    """
    undated = [at for at, text in enumerate(texts) if text.day is None]
    by_run: dict[int, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        if text.day is not None:
            by_run[text.day // DAYS].append(at)
    if not by_run:
        yield undated, np.zeros(len(undated), np.bool_)
    first = True
    for run in sorted(by_run):
        before = by_run.get(run - 1, [])
        seen = set(before) | (set() if first else set(undated))
        block = sorted([*before, *by_run[run], *undated])
        yield block, np.array([at in seen for at in block], np.bool_)
        first = False


def _link_block(prints: list[Print], done: Flags) -> tuple[list[Link], set[int]]:
    table = RunTable(prints)
    pairs = [
        Pair(longer, shorter, *table.common(prints[longer], prints[shorter]))
        for longer, shorter in candidates(prints)
    ]
    provisional = [link for pair in pairs if (link := weigh(prints, pair))]
    background = table.background(prints, _groups(len(prints), provisional))
    telling = [~table.covered(p, background) for p in prints]
    telling = [t if t.sum() >= LEAST else np.ones(len(t), np.bool_) for t in telling]
    links = []
    for pair in pairs:
        if done[pair.longer] and done[pair.shorter]:
            continue
        link = weigh(prints, pair, telling)
        if link is not None and not renumbered(prints, pair):
            links.append(link)
    return links, round_ups(pairs, telling, provisional)


def _groups(count: int, links: list[Link]) -> Numbers:
    """Number the texts that are one for the sake of counting where a run is found."""
    close = branches(link for link in links if link.alike >= CLOSE)
    strong = [link for link in links if link.alike >= STRONG]
    return np.array(trees(count, [*close, *strong]), np.int64)
