"""Find many surface forms in a text in one pass.

A set matcher (Aho-Corasick) over the lower-cased text; only where it hits does Python look again:
at the word boundary, and at the case where a form asks for it ("US" is a country, "us" is not).
"""

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

V = TypeVar("V")
_SMALL = 1000  # surface forms


class Form(NamedTuple, Generic[V]):
    """A surface form and what it stands for."""

    surface: str
    value: V
    exact_case: bool = False


class Matcher(Generic[V]):
    """Leftmost-longest matches of many forms, as whole words, left to right, apart."""

    def __init__(self, forms: Iterable[Form[V]]) -> None:
        self._by_lower: dict[str, list[Form[V]]] = {}
        for form in forms:
            self._by_lower.setdefault(form.surface.lower(), []).append(form)
        self._entries = [_entry(word, forms) for word, forms in self._by_lower.items()]
        # The fast table of states is worth its memory where it is small.
        small = len(self._by_lower) < _SMALL
        self._automaton = AhoCorasick(
            list(self._by_lower),
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA if small else None,
        )

    def find(self, text: str, lowered: str) -> Iterator[tuple[int, int, V]]:
        """Yield ``start, end, value`` of each match.

        Args:
            text: the text as delivered.
            lowered: ``text.lower(text)`` of this package: same length.
        """
        # A blank after its end, and so at -1 before its start.
        return self._within(text, lowered + " ", 0, len(lowered))

    def _within(
        self, text: str, around: str, first: int, last: int
    ) -> Iterator[tuple[int, int, V]]:
        entries = self._entries
        for index, start, end in self._automaton.find_matches_as_indexes(around[first:last]):
            opens, closes, several, value, forms = entries[index]
            start, end = first + start, first + end
            if opens and around[start - 1].isalnum():
                if several:  # it may hide a match: "Gaza" in "again Gaza" behind "in Gaza"
                    yield from self._within(text, around, start + 1, end)
                continue
            if closes and around[end].isalnum():
                if several:  # "Donetsk" in "Donetsk oblasts" behind "Donetsk oblast"
                    yield from self._within(text, around, start, end - 1)
                continue
            if forms is None:
                yield start, end, value
                continue
            for form in forms:
                if not form.exact_case or text[start:end] == form.surface:
                    yield start, end, form.value
                    break


def _entry(word: str, forms: list[Form[V]]) -> tuple[bool, bool, bool, V, list[Form[V]] | None]:
    """Lay out what a hit is held against: whether its ends are letters, whether it is more than
    one word, its value, or its forms."""
    told = None if not forms[0].exact_case else forms
    return word[0].isalnum(), word[-1].isalnum(), not word.isalnum(), forms[0].value, told
