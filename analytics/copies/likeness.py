"""How like two texts are: by the words that both have, and by the numbers amid them."""

from dataclasses import dataclass

import numpy as np

from analytics.copies.runs import Flags
from analytics.fingerprints import Print

CONTAINED = 0.45  # of the one or the other, the share of words that both have
ALIKE = 0.22  # common words over all words of both
BOTH = 0.9  # CONTAINED and ALIKE together: a form filled anew has a little of each
WHOLLY, ALIKE_WHOLLY = 0.9, 0.1  # the second for ALIKE where so much is the other's: a brief within
RAW = 0.4  # CONTAINED, background included …
RAW_WHOLLY = 0.25  # … or less, of a text whose own words are all the other's …
BRIEF, RAW_BRIEF = 60, 0.6  # … and more, where the shorter text has fewer words
GAP = 4  # words that may be other ones amid common words


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts held against each other, the longer first: places in a sequence."""

    longer: int
    shorter: int
    in_longer: Flags  # words that both have
    in_shorter: Flags


@dataclass(frozen=True, slots=True)
class Link:
    """Two texts that are like: places in the sequence given, shares of words from 0 to 1."""

    longer: int
    shorter: int
    of_longer: float  # the share of the longer one's words that both have
    of_shorter: float
    own_longer: float  # the same without background
    own_shorter: float
    alike: float  # without background


def weigh(prints: list[Print], pair: Pair, telling: list[Flags] | None = None) -> Link | None:
    """Weigh a pair by its telling words, or by all where none are given; null for strangers."""
    long_all, short_all = int(pair.in_longer.sum()), int(pair.in_shorter.sum())
    long_words, short_words = prints[pair.longer].words, prints[pair.shorter].words
    long_common, short_common, long_size, short_size = long_all, short_all, long_words, short_words
    if telling is not None:
        in_longer, in_shorter = telling[pair.longer], telling[pair.shorter]
        long_common = int((pair.in_longer & in_longer).sum())
        short_common = int((pair.in_shorter & in_shorter).sum())
        long_size, short_size = int(in_longer.sum()), int(in_shorter.sum())
    own_longer, own_shorter = long_common / long_size, short_common / short_size
    contained = max(own_longer, own_shorter)
    common = (long_common + short_common) / 2
    alike = common / (long_size + short_size - common)
    wholly = contained >= WHOLLY
    least = ALIKE_WHOLLY if wholly else ALIKE
    if contained < CONTAINED or alike < least or contained + alike < BOTH:
        return None
    raw = RAW_BRIEF if short_words < BRIEF else RAW
    if telling is not None and wholly:
        raw = RAW_WHOLLY
    if max(long_all / long_words, short_all / short_words) < raw:
        return None
    return Link(
        longer=pair.longer,
        shorter=pair.shorter,
        of_longer=long_all / long_words,
        of_shorter=short_all / short_words,
        own_longer=own_longer,
        own_shorter=own_shorter,
        alike=alike,
    )


def renumbered(prints: list[Print], pair: Pair) -> bool:
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
