"""A text as numbers that can be compared: its words, its runs of words, its fingerprints.

Words are hashed all at once from the code points, so a text costs some vector operations and no
Python work for each word. The hashes depend on nothing but the text: the same in every process.
Case, accents, apostrophes, quotation marks and white space do not count.

Winnowing: S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing: local algorithms for document
fingerprinting", SIGMOD 2003. Of any RUN + WINDOW - 1 words in a row that two texts share, at
least one fingerprint is in both.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

RUN = 4  # words to a run; with longer ones a text with every eighth word changed is lost
WINDOW = 8  # runs of which the least is a fingerprint: one in 4.5 is kept

Hashes = NDArray[np.uint64]
Runs = NDArray[np.uint32]

_BASE = np.uint64(0x9E3779B97F4A7C15)
_BACK = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))  # _BASE * _BACK == 1 modulo 2**64
_MIX = np.uint64(0xD6E8FEB86659FD93)
_APART, _DROPPED = 0, 1  # codes of what is no letter and no digit


@dataclass(frozen=True, slots=True)
class Print:
    """One text, ready to be compared; 4 bytes a word."""

    words: int
    runs: Runs  # one for each word but the last RUN - 1, in order; empty for shorter texts
    numbers: NDArray[np.int32]  # which words start with a digit
    number_hashes: Runs  # those words
    digest: bytes  # equal for texts with equal words


def fingerprint(text: str) -> Print:
    """Hash the words of ``text``; a text without words gives an empty print."""
    words = word_hashes(text)
    numbers = np.flatnonzero(words & np.uint64(1)).astype(np.int32)
    return Print(
        words=len(words),
        runs=_runs(words),
        numbers=numbers,
        number_hashes=(words[numbers] >> np.uint64(32)).astype(np.uint32),
        digest=_digest(words),
    )


def word_hashes(text: str) -> Hashes:
    """Hash each word of ``text``, in order; the lowest bit says that it starts with a digit."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    points = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32)
    codes = _codes()[np.minimum(points, 0xFFFF)]
    if not text.isascii():
        codes = codes[codes != _DROPPED]
    inside = np.zeros(len(codes) + 2, np.bool_)
    inside[1:-1] = codes != _APART
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    ahead, back = _powers(1 << max(12, len(codes).bit_length()))
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(codes * ahead[: len(codes)], out=sums[1:])
    hashes = _mixed((sums[ends] - sums[starts]) * back[starts])
    first = codes[starts]
    digit = (first >= ord("0")) & (first <= ord("9"))
    return (hashes & ~np.uint64(1)) | digit.astype(np.uint64)


def winnow(runs: Runs) -> Runs:
    """Pick the fingerprints of a text's runs: distinct, in ascending order."""
    if len(runs) <= WINDOW:
        return np.unique(runs)[:1]
    least = runs
    width = 1
    while width < WINDOW:  # WINDOW is a power of two
        least = np.minimum(least[:-width], least[width:])
        width *= 2
    return np.unique(least)


def _runs(words: Hashes) -> Runs:
    if len(words) < RUN:
        return np.zeros(0, np.uint32)
    count = len(words) - RUN + 1
    total = np.zeros(count, np.uint64)
    for at in range(RUN):
        total *= _BASE
        total += words[at : at + count]
    return (_mixed(total) >> np.uint64(32)).astype(np.uint32)


def _mixed(hashes: Hashes) -> Hashes:
    hashes = (hashes ^ (hashes >> np.uint64(32))) * _MIX
    hashes = (hashes ^ (hashes >> np.uint64(29))) * _MIX
    return hashes ^ (hashes >> np.uint64(32))


def _digest(words: Hashes) -> bytes:
    ahead, back = _powers(1 << max(12, len(words).bit_length()))
    one = np.bitwise_xor.reduce(words * ahead[: len(words)], initial=0)
    two = np.sum(_mixed(words + back[: len(words)]), dtype=np.uint64)
    return np.array([len(words), one, two], np.uint64).tobytes()


@cache
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """Powers of the base and of its inverse, from the zeroth: one pair for each power of two."""
    pair = []
    for base in (_BASE, _BACK):
        powers = np.full(count, base, np.uint64)
        powers[0] = 1
        pair.append(np.multiply.accumulate(powers))
    return pair[0], pair[1]


@cache
def _codes() -> Hashes:
    """For each code point of the basic plane, its letter without case and accent.

    Marks that join or do not print are dropped; all else, and other planes, stands between words.
    """
    codes = np.zeros(0x10000, np.uint64)
    for point in range(0x80, 0xFFFF):
        char = chr(point)
        if char.isalnum():
            plain = unicodedata.normalize("NFKD", char)[0].lower()
            codes[point] = ord(plain[0]) if plain[0].isalnum() else point
        elif unicodedata.category(char) in ("Mn", "Cf"):
            codes[point] = _DROPPED
    for point in range(0x80):
        codes[point] = ord(chr(point).lower()) if chr(point).isalnum() else _APART
    return codes
