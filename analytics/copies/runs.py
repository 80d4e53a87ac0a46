"""Which words of one text stand in another: runs of words, looked up in one table."""

import numpy as np
from numpy.typing import NDArray

from analytics.fingerprints import RUN, Print, Runs

BACKGROUND = 7  # a run found in more texts that are apart is background

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]


class RunTable:
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
