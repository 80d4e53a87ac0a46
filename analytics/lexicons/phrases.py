"""Cut words from text, and find phrases of several words among them."""

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

V = TypeVar("V")

# A number with its separators; an abbreviation with dots; a word; any other sign, alone. The first
# line only finds most words sooner.
TOKEN = re.compile(
    r"[a-z]+(?=[ ,])"
    r"|[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?"
    r"|[0-9]+(?:\.[0-9]+)?"
    r"|(?:[a-z]\.){2,}"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|[^\w\s]|_"
)
# Each token with the white space before it: nothing is looked for in between.
SPACED = re.compile(rf"(\s{{0,4}})({TOKEN.pattern})")


def words_of(phrase: str) -> tuple[str, ...]:
    """Cut a lower-case phrase into the words that a sentence with it would be cut into."""
    return tuple(TOKEN.findall(phrase))


class Phrases(Generic[V]):
    """Surface forms of one word or more; the longest that stands at a place is found there."""

    def __init__(self, forms: Iterable[tuple[str, V]]) -> None:
        self._by_first: dict[str, list[tuple[list[str], V]]] = {}
        self._by_last: dict[str, list[tuple[list[str], V]]] = {}
        for surface, value in forms:
            words = list(words_of(surface))
            if words:
                self._by_first.setdefault(words[0], []).append((words, value))
                self._by_last.setdefault(words[-1], []).append((words, value))
        for index in (self._by_first, self._by_last):
            for entries in index.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def none_begins(self, words: Iterable[str]) -> bool:
        """Tell whether no phrase begins with any of ``words``: a cheap look before a search."""
        return self._by_first.keys().isdisjoint(words)

    def at(self, words: list[str], start: int) -> tuple[int, V] | None:
        """Find the longest phrase that begins at ``start``: how many words it has, its value."""
        if start >= len(words):
            return None
        phrases = self._by_first.get(words[start])
        if phrases is None:
            return None
        for phrase, value in phrases:
            size = len(phrase)
            if size == 1 or words[start : start + size] == phrase:
                return size, value
        return None

    def within(self, words: list[str], start: int, end: int) -> dict[int, V]:
        """Find what ``at`` finds at each place from ``start`` to before ``end``: place → value."""
        known = self._by_first
        places = [k for k in range(max(0, start), min(end, len(words))) if words[k] in known]
        return {k: found[1] for k in places if (found := self.at(words, k)) is not None}

    def before(self, words: list[str], end: int) -> tuple[int, V] | None:
        """Find the longest phrase that ends just before ``end``."""
        if end <= 0:
            return None
        phrases = self._by_last.get(words[end - 1])
        if phrases is None:
            return None
        for phrase, value in phrases:
            size = len(phrase)
            if size == 1 or (size <= end and words[end - size : end] == phrase):
                return size, value
        return None
