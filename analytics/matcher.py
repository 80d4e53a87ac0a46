"""Find many surface forms in a text in one pass.

A set matcher (Aho-Corasick) over the text spelled in bytes, one a character, with a capital where a
word may begin: so it finds next to nothing inside a word. Only where it hits does Python look
again: at the word boundary, and at the case where a form asks for it ("US" is a country, "us" is
not).
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

V = TypeVar("V")
_LONG = 300  # characters; a longer text is an article's, which several matchers are asked about
_FEW = 300  # forms; an automaton of so many runs twice as fast as a table, built in two ms
_UNSPELLED = b"?"  # stands for every character that the encoding lacks
# Whether a byte may stand for a letter or a digit.
_IN_WORD = tuple(byte == _UNSPELLED[0] or chr(byte).isalnum() for byte in range(256))


class Form(NamedTuple, Generic[V]):
    """A surface form and what it stands for."""

    surface: str
    value: V
    exact_case: bool = False


# What a hit is held against: whether the form has more than one word, what it stands for, and the
# forms to try in turn where the bytes do not tell it all, those of any case in lower case.
_Entry: TypeAlias = tuple[bool, V, list[tuple[str, V, bool]] | None]


class Matcher(Generic[V]):
    """Leftmost-longest matches of many forms, as whole words, left to right, apart."""

    def __init__(self, forms: Iterable[tuple[str, V, bool]]) -> None:
        """Prepare to find ``forms``, each a ``Form`` or as plain a tuple where there are many."""
        by_bytes: dict[bytes, list[tuple[str, V, bool]]] = {}
        given = list(forms)
        # All are spelled at once, each with an end that is no letter.
        ended = "\0".join([*[surface for surface, _, _ in given], ""])
        for spelled, form in zip(_spell(ended.lower()).split(b"\0")[:-1], given, strict=True):
            by_bytes.setdefault(spelled, []).append(form)
        self._entries = [_entry(spelled, same) for spelled, same in by_bytes.items()]
        self._automaton = BytesAhoCorasick(
            list(by_bytes),
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA if len(by_bytes) <= _FEW else None,
        )

    def find(
        self, text: str, lowered: str, spelled: bytes | None = None
    ) -> list[tuple[int, int, V]]:
        """Find ``start, end, value`` of each match.

        Args:
            text: the text as delivered.
            lowered: ``text.lower(text)`` of this package: same length.
            spelled: ``spell(lowered)``, where it is known.
        """
        if spelled is None:
            spelled = spell(lowered)
        hits = self._automaton.find_matches_as_indexes(spelled)
        # A blank after its end, and so at -1 before its start.
        return self._held(hits, text, lowered + " ", spelled + b" ", 0) if hits else []

    def _within(
        self, text: str, around: str, spelled: bytes, first: int, last: int
    ) -> list[tuple[int, int, V]]:
        """Find the forms from ``first`` to ``last`` of the text."""
        hits = self._automaton.find_matches_as_indexes(spelled[first:last])
        return self._held(hits, text, around, spelled, first) if hits else []

    def _held(
        self,
        hits: list[tuple[int, int, int]],
        text: str,
        around: str,
        spelled: bytes,
        first: int,
    ) -> list[tuple[int, int, V]]:
        """Hold the hits in ``spelled``, which are told from ``first`` on, against the text."""
        found: list[tuple[int, int, V]] = []
        entries = self._entries
        for index, start, end in hits:
            several, value, looks = entries[index]
            if first:
                start, end = first + start, first + end
            if _IN_WORD[spelled[start - 1]] or _IN_WORD[spelled[end]]:
                if around[start - 1].isalnum() and around[start].isalnum():
                    if several:  # it may hide a match: "Gaza" in "again Gaza" behind "in Gaza"
                        found += self._within(text, around, spelled, start + 1, end)
                    continue
                if around[end].isalnum() and around[end - 1].isalnum():
                    if several:  # "Donetsk" in "Donetsk oblasts" behind "Donetsk oblast"
                        found += self._within(text, around, spelled, start, end - 1)
                    continue
            if looks is None:
                found.append((start, end, value))
                continue
            for wanted, value, cased in looks:
                if (text if cased else around)[start:end] == wanted:
                    found.append((start, end, value))
                    break
            else:  # what is spelled the same, and is not, may hide a match as well
                if several and _UNSPELLED in spelled[start:end]:
                    found += self._within(text, around, spelled, start, end - 1)
        return found


def _entry(spelled: bytes, forms: list[tuple[str, V, bool]]) -> _Entry[V]:
    surface, value, exact_case = forms[0]
    if not exact_case and _UNSPELLED not in spelled:  # the bytes tell it all
        return not surface.isalnum(), value, None
    several = not all(map(str.isalnum, [surface for surface, _, _ in forms]))
    return several, value, [form if form[2] else (form[0].lower(), *form[1:]) for form in forms]


def spell(lowered: str) -> bytes:
    """Spell a text in lower case in bytes, one a character, with a capital where words may begin.

    What Latin-1 lacks is a question mark. The last long text is remembered.
    """
    return _spell_long(lowered) if len(lowered) > _LONG else _spell(lowered)


def _spell(lowered: str) -> bytes:
    return lowered.encode("latin-1", "replace").title()


_spell_long = lru_cache(maxsize=1)(_spell)
