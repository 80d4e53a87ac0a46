"""Which texts are worth comparing: those that share fingerprints."""

import numpy as np

from analytics.copies.runs import Numbers
from analytics.fingerprints import Print, winnow

SHORT = 12  # words; under this only equal texts are copies
LONGEST, NEAREST = 4, 8  # of a fingerprint's holders, which are candidates: by length
CANDIDATES = 16  # compared for each text
HINT = 0.08  # share of fingerprints in common that makes a candidate; one of a brief is enough


def candidates(prints: list[Print]) -> list[tuple[int, int]]:
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
    enough = shared >= HINT * sizes[shorter]
    return _best(longer[enough], shorter[enough], shared[enough])


def _best(longer: Numbers, shorter: Numbers, shared: Numbers) -> list[tuple[int, int]]:
    order = np.lexsort((longer, -shared, shorter))
    longer, shorter = longer[order], shorter[order]
    opens = np.flatnonzero(np.diff(shorter, prepend=-1))
    rank = np.arange(len(shorter)) - np.repeat(opens, np.diff(opens, append=len(shorter)))
    keep = rank < CANDIDATES
    return list(zip(longer[keep].tolist(), shorter[keep].tolist(), strict=True))
