"""Find many surface forms in a text in one pass.

A set matcher (Aho-Corasick) over the lower-cased text; only where it hits does Python look again:
at the word boundary, and at the case where a form asks for it ("US" is a country, "us" is not).
"""

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

V = TypeVar("V")


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
        self._forms = list(self._by_lower.values())
        self._automaton = AhoCorasick(list(self._by_lower), matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str, lowered: str) -> Iterator[tuple[int, int, V]]:
        """Yield ``start, end, value`` of each match.

        Args:
            text: the text as delivered.
            lowered: ``text.lower(text)`` of this package: same length.
        """
        length = len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(lowered):
            if start and lowered[start - 1].isalnum() and lowered[start].isalnum():
                continue
            if end < length and lowered[end].isalnum() and lowered[end - 1].isalnum():
                continue
            for form in self._forms[index]:
                if not form.exact_case or text[start:end] == form.surface:
                    yield start, end, form.value
                    break
