"""The words of one sentence, with their offsets into the text as delivered."""

from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate

from analytics.lexicons.phrases import SPACED, TOKEN

_EDGE = [""] * 64  # farther than anyone looks beyond either edge, from the end as from the start
_NEAR = 60  # words before and behind


class Tokens:
    """Parallel lists, one entry a token; nothing outside the sentence is seen.

    ``word(i)`` gives the word at ``i``, an empty one beyond either edge; ``padded`` is the list
    that it asks.
    """

    __slots__ = ("padded", "starts", "text", "word", "words")

    def __init__(self, text: str, words: list[str], starts: list[int]) -> None:
        self.text = text
        self.words = words  # lower case
        self.starts = starts
        self.padded = words + _EDGE
        self.word: Callable[[int], str] = self.padded.__getitem__

    def __len__(self) -> int:
        return len(self.words)

    def joined(self, i: int) -> bool:
        """Tell whether token ``i`` touches the one before it."""
        starts = self.starts
        return 0 < i < len(starts) and starts[i] == starts[i - 1] + len(self.words[i - 1])

    def end(self, i: int) -> int:
        """Give where token ``i`` ends in the text."""
        return self.starts[i] + len(self.words[i])

    def capital(self, i: int) -> bool:
        """Tell whether token ``i`` begins with a capital."""
        return 0 <= i < len(self.starts) and self.text[self.starts[i]].isupper()

    def near(self, i: int) -> list[str]:
        """Give the words around token ``i``: the whole sentence, but of a list without an end."""
        return self.words[max(0, i - _NEAR) : i + _NEAR]

    def between(self, start: int, end: int) -> "Tokens":
        """Give the tokens that stand from ``start`` to before ``end``, offsets of the text."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if last and self.end(last - 1) > end:
            last -= 1
        return Tokens(self.text, self.words[first:last], self.starts[first:last])

    def raw(self, first: int, last: int) -> str:
        """Give the text from token ``first`` to before token ``last``, as delivered."""
        return self.text[self.starts[first] : self.end(last - 1)]


def tokenise(text: str, lowered: str, start: int, end: int) -> Tokens:
    """Cut ``text[start:end]`` into tokens; ``lowered`` is the whole text in lower case."""
    pieces = SPACED.findall(lowered, start, end)
    words = list(map(str.rstrip, pieces))
    starts = list(accumulate(map(len, pieces), initial=start))
    if starts.pop() != end:  # there is more white space somewhere, or what is no token: "٣"
        starts = [match.start() for match in TOKEN.finditer(lowered, start, end)]
    if "[" in words or "]" in words:
        kept = [i for i, word in enumerate(words) if not _inserts(words, i, word)]
        words = [words[i] for i in kept]
        starts = [starts[i] for i in kept]
    return Tokens(text, words, starts)


def _inserts(words: list[str], i: int, word: str) -> bool:
    """Tell the brackets of what an editor put in ("12 [billion]") from a note's mark ("[12]")."""
    if word == "[":
        return not (words[i + 2 : i + 3] == ["]"] and words[i + 1].isdigit())
    if word == "]":
        return not (words[i - 2 : i - 1] == ["["] and words[i - 1].isdigit())
    return False
