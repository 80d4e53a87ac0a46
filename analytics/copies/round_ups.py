"""Texts put together from pieces of several that have nothing to do with one another."""

from collections import defaultdict
from collections.abc import Sequence

from analytics.copies.likeness import Link, Pair
from analytics.copies.runs import Flags

PIECE, PIECE_WORDS = 0.15, 20  # the least that a round-up takes from one text
WHOLE = 0.75  # a text that has so much from one other is no round-up
APART = 0.8  # of a piece, what the largest does not have


def round_ups(pairs: list[Pair], telling: list[Flags], links: Sequence[Link]) -> set[int]:
    """Find texts that take large pieces from texts that are strangers to one another."""
    akin = {(link.longer, link.shorter) for link in links}
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
        if int((flags & telling[at] & ~first_flags).sum()) >= APART * words:
            return True
    return False
