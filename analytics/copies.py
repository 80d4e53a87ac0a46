"""Which texts are copies of which: the single best parent of each.

Texts are taken from the longest to the shortest, and each is attached to at most one of those
before it, so no text can draw two stories together, and the order of arrival says nothing.
Candidates share fingerprints; the exact share of common words then decides.

What does not count as common: runs of words found in many texts that are otherwise apart (shared
background, a site's own furniture). What is never attached: a text put together from pieces of
several unrelated ones (a round-up), and a text whose numbers are other ones (a daily report made
to one form).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analytics.fingerprints import RUN, Print, Runs, winnow

DAYS = 14  # a copy follows within so many days; also the width of a block
SHORT = 24  # words; under this only equal texts are copies
CONTAINED = 0.45  # of the one or the other, the share of words that both have
ALIKE = 0.22  # common words over all words of both
RAW = 0.4  # the like, background included
BOTH = 0.9  # CONTAINED and ALIKE together: a form filled anew has a little of each
CLOSE = 0.25  # likeness that makes two texts one for the sake of counting backgrounds
BACKGROUND = 8  # a run found in more texts that are apart is background
LEAST = 30  # words beside the background; where there are fewer, all words count
LONGEST, NEAREST = 4, 8  # of a fingerprint's holders, which are candidates: by length
CANDIDATES = 16  # compared for each text
HINT = 0.08  # share of fingerprints in common that makes a candidate
PIECE, PIECE_WORDS = 0.15, 40  # the least that a round-up takes from one text
GAP = 4  # words that may be other ones amid common words
WHOLE = 0.75  # a text that has so much from one other is no round-up

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]


class Dated(NamedTuple):
    """A text's print, and the day it appeared as a count of days; null where unknown."""

    print: Print
    day: int | None


@dataclass(frozen=True, slots=True)
class Link:
    """Two texts compared: places in the sequence given, shares of words from 0 to 1."""

    longer: int
    shorter: int
    of_longer: float  # the share of the longer one's words that both have
    of_shorter: float
    alike: float  # without background


@dataclass(frozen=True, slots=True)
class _Pair:
    longer: int
    shorter: int
    in_longer: Flags  # words that both have
    in_shorter: Flags


def find_links(texts: Sequence[Dated]) -> tuple[list[Link], list[Link]]:
    """Compare ``texts``, which come from the longest to the shortest, in an order of their own.

    Returns:
        First the links to the best parent, at most one for each shorter text: they make a forest
        whose trees are the stories. Then every link that was good enough, those included.
    """
    chosen: dict[int, Link] = {}
    good: dict[tuple[int, int], Link] = {}
    mixed: set[int] = set()
    for block, done in _blocks(texts):
        links, round_ups = _link_block([texts[at].print for at in block], done)
        mixed.update(block[at] for at in round_ups)
        for link in links:
            longer, shorter = block[link.longer], block[link.shorter]
            if _near(texts[longer].day, texts[shorter].day):
                good[longer, shorter] = Link(
                    longer, shorter, link.of_longer, link.of_shorter, link.alike
                )
    kept = [link for pair, link in sorted(good.items()) if mixed.isdisjoint(pair)]
    for link in kept:
        best = chosen.get(link.shorter)
        if best is None or link.alike > best.alike:
            chosen[link.shorter] = link
    return list(chosen.values()), kept


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
    scratch = _Scratch(prints)
    pairs = [
        _Pair(longer, shorter, *scratch.common(prints[longer], prints[shorter]))
        for longer, shorter in _candidates(prints)
    ]
    plain = np.zeros(0, np.bool_)
    provisional = [_link(prints, pair, plain, plain) for pair in pairs]
    background = scratch.background(prints, _groups(len(prints), provisional))
    telling = [~scratch.covered(p, background) for p in prints]
    telling = [t if t.sum() >= LEAST else np.ones(len(t), np.bool_) for t in telling]
    round_ups = _round_ups(prints, pairs, telling, provisional)
    links = []
    for pair in pairs:
        if done[pair.longer] and done[pair.shorter]:
            continue
        link = _link(prints, pair, telling[pair.longer], telling[pair.shorter])
        if link is not None and not _renumbered(prints, pair):
            links.append(link)
    return links, round_ups


def _candidates(prints: list[Print]) -> list[tuple[int, int]]:
    """Pairs that share enough fingerprints: (longer, shorter), in order."""
    marks = [winnow(p.runs) if p.words >= SHORT else p.runs[:0] for p in prints]
    sizes = np.array([len(m) for m in marks], np.int64)
    total = int(sizes.sum())
    if not total:
        return []
    owners = np.repeat(np.arange(len(prints), dtype=np.uint64), sizes)
    entries = np.sort((np.concatenate(marks).astype(np.uint64) << np.uint64(32)) | owners)
    owner = (entries & np.uint64(0xFFFFFFFF)).astype(np.int64)
    opens = np.flatnonzero(np.diff(entries >> np.uint64(32), prepend=np.uint64(1 << 40)))
    start = np.repeat(opens, np.diff(opens, append=total))
    found = []
    at = np.arange(total)
    for place in range(LONGEST):
        later = at[start + place < at]
        found.append(owner[later] * len(prints) + owner[start[later] + place])
    for back in range(1, NEAREST + 1):
        later = at[start + LONGEST <= at - back]
        found.append(owner[later] * len(prints) + owner[later - back])
    codes, shared = np.unique(np.concatenate(found), return_counts=True)
    shorter, longer = np.divmod(codes, len(prints))
    enough = shared >= np.maximum(2, HINT * sizes[shorter])
    return _best(longer[enough], shorter[enough], shared[enough])


def _best(longer: Numbers, shorter: Numbers, shared: Numbers) -> list[tuple[int, int]]:
    order = np.lexsort((longer, -shared, shorter))
    longer, shorter = longer[order], shorter[order]
    opens = np.flatnonzero(np.diff(shorter, prepend=-1))
    rank = np.arange(len(shorter)) - np.repeat(opens, np.diff(opens, append=len(shorter)))
    keep = rank < CANDIDATES
    return list(zip(longer[keep].tolist(), shorter[keep].tolist(), strict=True))


class _Scratch:
    """A table of run hashes, to look up one text's runs in another's."""

    def __init__(self, prints: list[Print]) -> None:
        runs = sum(len(p.runs) for p in prints)
        bits = min(28, max(16, (4 * runs).bit_length()))
        self._mask = np.uint32((1 << bits) - 1)
        self._table = np.zeros(1 << bits, np.bool_)

    def common(self, one: Print, other: Print) -> tuple[Flags, Flags]:
        """Which words of each stand in a run that both have."""
        return self._in(one, other.runs), self._in(other, one.runs)

    def covered(self, text: Print, runs: Runs) -> Flags:
        """Which words of ``text`` stand in one of ``runs``."""
        return self._in(text, runs) if len(runs) else np.zeros(text.words, np.bool_)

    def background(self, prints: list[Print], groups: Numbers) -> Runs:
        """Runs of words found in more than BACKGROUND groups."""
        if not prints:
            return np.zeros(0, np.uint32)
        runs = np.concatenate([p.runs for p in prints])
        slots = runs & self._mask
        often = np.bincount(slots, minlength=1)[slots] > BACKGROUND
        group = np.repeat(groups.astype(np.uint64), [len(p.runs) for p in prints])[often]
        pairs = np.unique((runs[often].astype(np.uint64) << np.uint64(32)) | group)
        found, count = np.unique(pairs >> np.uint64(32), return_counts=True)
        common: Runs = found[count > BACKGROUND].astype(np.uint32)
        return common

    def _in(self, text: Print, runs: Runs) -> Flags:
        slots = runs & self._mask
        self._table[slots] = True
        hit = self._table[text.runs & self._mask]
        self._table[slots] = False
        words = np.zeros(text.words, np.bool_)
        if len(hit):
            for step in range(RUN):
                words[step : step + len(hit)] |= hit
        return words


def _link(prints: list[Print], pair: _Pair, in_longer: Flags, in_shorter: Flags) -> Link | None:
    """Weigh a pair by its telling words (all, where the flags are empty); null for strangers."""
    long_words, short_words = prints[pair.longer].words, prints[pair.shorter].words
    long_all, short_all = int(pair.in_longer.sum()), int(pair.in_shorter.sum())
    long_common, short_common, long_size, short_size = long_all, short_all, long_words, short_words
    if len(in_longer):
        long_common = int((pair.in_longer & in_longer).sum())
        short_common = int((pair.in_shorter & in_shorter).sum())
        long_size, short_size = int(in_longer.sum()), int(in_shorter.sum())
    contained = max(long_common / long_size, short_common / short_size)
    common = (long_common + short_common) / 2
    alike = common / (long_size + short_size - common)
    if contained < CONTAINED or alike < ALIKE or contained + alike < BOTH:
        return None
    if max(long_all / long_words, short_all / short_words) < RAW:
        return None
    return Link(pair.longer, pair.shorter, long_all / long_words, short_all / short_words, alike)


def _groups(count: int, links: Sequence[Link | None]) -> Numbers:
    """Number the groups that close links make: each text with its closest one before it."""
    best: dict[int, Link] = {}
    for link in links:
        if link is not None and link.alike >= CLOSE:
            at = link.shorter
            if at not in best or link.alike > best[at].alike:
                best[at] = link
    groups = list(range(count))
    for at in range(count):
        if at in best:
            groups[at] = groups[best[at].longer]
    return np.array(groups, np.int64)


def _round_ups(
    prints: list[Print], pairs: list[_Pair], telling: list[Flags], links: Sequence[Link | None]
) -> set[int]:
    """Find texts that take large pieces from texts that are strangers to one another."""
    akin = {(link.longer, link.shorter) for link in links if link is not None}
    pieces: dict[int, list[tuple[int, Flags]]] = defaultdict(list)
    for pair in pairs:
        pieces[pair.shorter].append((pair.longer, pair.in_shorter))
        pieces[pair.longer].append((pair.shorter, pair.in_longer))
    return {
        at for at, taken in pieces.items() if len(taken) > 1 and _is_mixed(at, taken, telling, akin)
    }


def _is_mixed(
    at: int, taken: list[tuple[int, Flags]], telling: list[Flags], akin: set[tuple[int, int]]
) -> bool:
    size = int(telling[at].sum())
    sized = sorted(
        ((int((flags & telling[at]).sum()), other, flags) for other, flags in taken),
        key=lambda piece: (-piece[0], piece[1]),
    )
    largest, first, first_flags = sized[0]
    if largest >= WHOLE * size:
        return False
    for words, other, flags in sized[1:]:
        if words < max(PIECE_WORDS, PIECE * size):
            return False
        if (min(first, other), max(first, other)) in akin:
            continue
        if int((flags & telling[at] & ~first_flags).sum()) >= 0.8 * words:
            return True
    return False


def _renumbered(prints: list[Print], pair: _Pair) -> bool:
    """Tell whether most numbers that stand amid the common words are others: a form filled anew."""
    text, other = prints[pair.shorter], prints[pair.longer]
    amid = _amid(pair.in_shorter)[text.numbers]
    if int(amid.sum()) < 3:
        return False
    known = np.isin(text.number_hashes[amid], other.number_hashes)
    return bool(known.mean() < 0.5)


def _amid(flags: Flags) -> Flags:
    """Widen common words by the gaps between them, where something was put in another's place."""
    after, before = flags.copy(), flags.copy()
    for step in range(1, GAP + 1):
        after[step:] |= flags[:-step]
        before[:-step] |= flags[step:]
    return after & before
