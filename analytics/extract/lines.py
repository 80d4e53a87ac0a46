"""Lines of a text as delivered, and what their shape alone tells.

Offsets are code points. A line is its text without the white space around it.
"""

import re
from typing import NamedTuple

from analytics.model import Span

_OTHER_BREAKS = ("\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c")
_FUNCTION_WORDS = re.compile(
    r" (?:the|of|to|a|an|in|and|that|is|was|were|are|for|on|with|by|has|have|had|said|at|from) "
)
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’'»)]*")
LONG = 180  # characters from which a line is a paragraph unless it is a run of links
_SENTENCE = 45  # characters from which a line that ends like a sentence is one


class Line(NamedTuple):
    """One line that is not blank: ``text == whole[start:end]``."""

    start: int
    end: int
    text: str


def cut_lines(text: str, start: int = 0) -> list[Line]:
    """Return the lines of ``text`` from ``start`` on that are not blank, in order."""
    for other in _OTHER_BREAKS:
        if other in text:
            text = text.replace(other, "\n")
    lines = []
    at = start
    for piece in (text[start:] if start else text).split("\n"):
        words = piece.strip()
        if words:
            first = at if piece[0] == words[0] else at + piece.index(words[0])
            lines.append(Line(first, first + len(words), words))
        at += len(piece) + 1
    return lines


def ends_a_sentence(line: str) -> bool:
    """Whether the last mark of ``line``, closing quotes aside, ends a sentence."""
    last = line[-1]
    if last not in _CLOSERS:
        return last in _SENTENCE_ENDS
    at = len(line) - 1
    while at > 0 and line[at] in _CLOSERS and len(line) - at < 4:
        at -= 1
    if line[at] in _SENTENCE_ENDS:
        return True
    return at < len(line) - 1 and line[at] == ","  # “…,” he wrote on the next line


def is_prose(line: str) -> bool:
    """Whether ``line`` reads as running text rather than as a heading, a link or a menu entry."""
    size = len(line)
    if size < _SENTENCE:
        return False
    if size >= LONG:
        return ends_a_sentence(line) or reads_on(line)
    if ends_a_sentence(line):
        return line[-1] != "?" or size >= 90
    return line[-1] == ":" and size >= 60 and reads_on(line)


def reads_on(line: str) -> bool:
    """Whether ``line`` has the small words of running text: one in sixty characters or more."""
    return len(_FUNCTION_WORDS.findall(line)) * 70 >= len(line)


def has_letters(line: str) -> bool:
    """Whether any letter stands in ``line``: counters and clip lengths have none."""
    return _LETTER.search(line) is not None


def sentence_around(text: str, at: int, low: int, high: int, reach: int = 400) -> Span:
    """Bound the sentence that ``at`` stands in, glued neighbours cut off, within ``low:high``."""
    first = max(low, at - reach)
    start = first
    for match in _SEAM.finditer(text, first, at):
        start = _seam_at(match)
    match_after = _SEAM.search(text, at, min(high, at + reach))
    end = _seam_at(match_after) if match_after else min(high, at + reach)
    return Span(start, end)


def _seam_at(match: re.Match[str]) -> int:
    return match.end() if match["glued"] is None else match.start()


# Where one sentence ends and another starts, blank between them or not. It begins with a set of
# characters, which the engine looks for faster than for one of several beginnings.
_SEAM = re.compile(
    r"[.!?…\nA-Z](?:(?P<glued>(?<=[a-z][A-Z])(?=[a-z]))|(?<=\n)"
    r"|(?<=[.!?…])(?:(?<=[a-z0-9)\]”\"’'%].)|(?<=[A-Z]{2}.))[\"”’')\]]{0,3}"
    r"(?:\s{1,3}(?=[A-Z\"“‘(])|(?=[A-Z\"“‘(])))"
)
