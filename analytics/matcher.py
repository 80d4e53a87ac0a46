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
        entries = self._entries
        around = lowered + " "  # a blank after its end, and so at -1 before its start
        for index, start, end in self._automaton.find_matches_as_indexes(lowered):
            opens, closes, value, forms = entries[index]
            if opens and around[start - 1].isalnum():
                continue
            if closes and around[end].isalnum():
                continue
            if forms is None:
                yield start, end, value
                continue
            for form in forms:
                if not form.exact_case or text[start:end] == form.surface:
                    yield start, end, form.value
                    break


def _entry(word: str, forms: list[Form[V]]) -> tuple[bool, bool, V, list[Form[V]] | None]:
    """Lay out what a hit is held against: whether its ends are letters, its value, or its forms."""
    told = None if not forms[0].exact_case else forms
    return word[0].isalnum(), word[-1].isalnum(), forms[0].value, told
