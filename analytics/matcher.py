"""Find many surface forms in a text in one pass.

A set matcher (Aho-Corasick) over the text spelled in bytes, one a character, with a capital where a
word may begin: so it finds next to nothing inside a word. Only where it hits does Python look
again: at the word boundary, and at the case where a form asks for it ("US" is a country, "us" is
not).
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import BytesAhoCorasick, MatchKind

V = TypeVar("V")
_LONG = 300  # characters; a longer text is an article's, which several matchers are asked about
_UNSPELLED = b"?"  # stands for every character that the encoding lacks


class Form(NamedTuple, Generic[V]):
    """A surface form and what it stands for."""

    surface: str
    value: V
    exact_case: bool = False


class _Entry(NamedTuple, Generic[V]):
    """What a hit is held against.

    ``looks`` are tried in turn where the bytes do not tell it all: whether the text as delivered is
    asked, what must stand there, and for which value.
    """

    several: bool  # more than one word
    value: V
    looks: list[tuple[bool, str, V]] | None


class Matcher(Generic[V]):
    """Leftmost-longest matches of many forms, as whole words, left to right, apart."""

    def __init__(self, forms: Iterable[Form[V]]) -> None:
        by_bytes: dict[bytes, list[Form[V]]] = {}
        for form in forms:
            by_bytes.setdefault(spell(form.surface.lower()), []).append(form)
        self._entries = [_entry(spelled, forms) for spelled, forms in by_bytes.items()]
        self._automaton = BytesAhoCorasick(list(by_bytes), matchkind=MatchKind.LeftmostLongest)

    def find(
        self, text: str, lowered: str, spelled: bytes | None = None
    ) -> Iterable[tuple[int, int, V]]:
        """Yield ``start, end, value`` of each match.

        Args:
            text: the text as delivered.
            lowered: ``text.lower(text)`` of this package: same length.
            spelled: ``spell(lowered)``, where it is known.
        """
        if spelled is None:
            spelled = spell(lowered)
        hits = self._automaton.find_matches_as_indexes(spelled)
        # A blank after its end, and so at -1 before its start.
        return self._held(hits, text, lowered + " ", spelled, 0) if hits else ()

    def _within(
        self, text: str, around: str, spelled: bytes, first: int
    ) -> Iterator[tuple[int, int, V]]:
        """Find the forms in ``spelled``, which begins at ``first`` of the text."""
        hits = self._automaton.find_matches_as_indexes(spelled)
        return self._held(hits, text, around, spelled, first)

    def _held(
        self,
        hits: Iterable[tuple[int, int, int]],
        text: str,
        around: str,
        spelled: bytes,
        first: int,
    ) -> Iterator[tuple[int, int, V]]:
        """Hold the hits in ``spelled`` against the text."""
        entries = self._entries
        for index, start, end in hits:
            several, value, looks = entries[index]
            if first:
                start, end = first + start, first + end
            if around[start - 1].isalnum() and around[start].isalnum():
                if several:  # it may hide a match: "Gaza" in "again Gaza" behind "in Gaza"
                    hidden = spelled[start + 1 - first : end - first]
                    yield from self._within(text, around, hidden, start + 1)
                continue
            if not (around[end].isalnum() and around[end - 1].isalnum()):
                if looks is None:
                    yield start, end, value
                    continue
                for cased, wanted, value in looks:
                    if (text if cased else around)[start:end] == wanted:
                        yield start, end, value
                        several = False
                        break
                # What is spelled the same, and is not, may hide a match as well.
                several = several and _UNSPELLED in spelled[start - first : end - first]
            if several:  # "Donetsk" in "Donetsk oblasts" behind "Donetsk oblast"
                hidden = spelled[start - first : end - 1 - first]
                yield from self._within(text, around, hidden, start)


def _entry(spelled: bytes, forms: list[Form[V]]) -> _Entry[V]:
    looks = [
        (form.exact_case, form.surface if form.exact_case else form.surface.lower(), form.value)
        for form in forms
    ]
    told = not forms[0].exact_case and _UNSPELLED not in spelled
    several = not all(form.surface.isalnum() for form in forms)
    return _Entry(several, forms[0].value, None if told else looks)


def spell(lowered: str) -> bytes:
    """Spell a text in lower case in bytes, one a character, with a capital where words may begin.

    What Latin-1 lacks is a question mark. The last long text is remembered.
    """
    return _spell_long(lowered) if len(lowered) > _LONG else _spell(lowered)


def _spell(lowered: str) -> bytes:
    return lowered.encode("latin-1", "replace").title()


_spell_long = lru_cache(maxsize=1)(_spell)
