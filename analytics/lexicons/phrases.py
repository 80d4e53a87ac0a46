"""Cut words from text, and find phrases of several words among them."""

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

V = TypeVar("V")

# A number with its separators; an abbreviation with dots; a word; any other sign, alone. The first
# three lines only find most tokens sooner.
TOKEN = re.compile(
    r"[a-z][a-z]*+(?=[ ,])"
    r"|[^\w\s]"
    r"|[a-z][a-z]++(?=[.-])"
    r"|[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?"
    r"|[0-9]+(?:\.[0-9]+)?"
    r"|(?:[a-z]\.){2,}"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|_"
)
# Each token with the space behind it: nothing is looked for in between.
SPACED = re.compile(rf"(?:{TOKEN.pattern})\s?")


def words_of(phrase: str) -> tuple[str, ...]:
    """Cut a lower-case phrase into the words that a sentence with it would be cut into."""
    return tuple(TOKEN.findall(phrase))


class Phrases(Generic[V]):
    """Surface forms of one word or more; the longest that stands at a place is found there.

    ``firsts`` and ``lasts`` are the words that they begin and end with: a look before a search.
    """

    def __init__(self, forms: Iterable[tuple[str, V]]) -> None:
        entries = [(words, value) for surface, value in forms if (words := list(words_of(surface)))]
        entries.sort(key=lambda entry: -len(entry[0]))
        self._most = max((len(words) for words, _ in entries), default=0)
        self._marks = frozenset(max(words, key=len) for words, _ in entries)  # one of each
        self._by_first: _Index[V] = {}
        self._by_last: _Index[V] = {}
        for words, value in entries:
            _add(self._by_first, words, value, 0, 1)
            _add(self._by_last, words, value, -1, -2)
        self.firsts, self.lasts = frozenset(self._by_first), frozenset(self._by_last)

    def at(self, words: list[str], start: int) -> tuple[int, V] | None:
        """Find the longest phrase that begins at ``start``: how many words it has, its value."""
        if start >= len(words):
            return None
        known = self._by_first.get(words[start])
        if known is None:
            return None
        alone, longer = known
        if longer and start + 1 < len(words):
            for phrase, found in longer.get(words[start + 1], ()):
                if words[start : start + found[0]] == phrase:
                    return found
        return alone

    def within(self, words: list[str], start: int, end: int) -> dict[int, V]:
        """Find what ``at`` finds at each place from ``start`` to before ``end``: place → value."""
        if start < 0:
            start = 0
        if self._marks.isdisjoint(words[start : end + self._most]):  # a cheap look first
            return {}
        known = self._by_first
        places = [k for k, word in enumerate(words[start:end], start) if word in known]
        return {k: found[1] for k in places if (found := self.at(words, k)) is not None}

    def before(self, words: list[str], end: int) -> tuple[int, V] | None:
        """Find the longest phrase that ends just before ``end``."""
        if end <= 0:
            return None
        known = self._by_last.get(words[end - 1])
        if known is None:
            return None
        alone, longer = known
        if longer and end > 1:
            for phrase, found in longer.get(words[end - 2], ()):
                size = found[0]
                if size <= end and words[end - size : end] == phrase:
                    return found
        return alone


# By its word at one edge: the phrase of that word alone, then those that go on, by the word next
# to it, longest first. Each has its number of words and its value.
_Found = tuple[int, V]
_Index = dict[str, tuple[_Found[V] | None, dict[str, list[tuple[list[str], _Found[V]]]]]]


def _add(index: _Index[V], words: list[str], value: V, edge: int, beside: int) -> None:
    alone, longer = index.get(words[edge], (None, {}))
    found = len(words), value
    if len(words) > 1:
        longer.setdefault(words[beside], []).append((words, found))
    index[words[edge]] = (alone or found if len(words) == 1 else alone), longer
