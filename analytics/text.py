"""Sentences, with offsets into the text as delivered."""

import re
from collections.abc import Iterable

from analytics.model import Span


def lower(text: str) -> str:
    """Lower-case ``text`` without moving any offset.

    A few characters (such as "İ") grow when lower-cased; those stay as they are.
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


_END = re.compile(r"[.!?][\"'”’)\]]{0,3}(?=\s|$)|\n")


def sentences(text: str, spans: Iterable[Span]) -> list[Span]:
    """Cut each span into sentences, in order; blank ones are dropped and edges are trimmed."""
    found = []
    for start, end in spans:
        at = start
        for match in _END.finditer(text, start, end):
            found.append(_trim(text, at, match.end()))
            at = match.end()
        found.append(_trim(text, at, end))
    return [s for s in found if s.start < s.end]


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, start + lead + len(piece.strip()))
