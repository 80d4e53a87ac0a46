"""Whose text an article carries: the agencies.

From the dateline, else the tail, an agency's byline, or who contributed; never from a caption,
nor from whom a story quotes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from analytics.extract import head
from analytics.extract.pieces import start_of
from analytics.lexicons.sources import SourceLexicon, Wire
from analytics.model import Block

_INITIALS = 8  # characters; a shorter line in capitals may be a name cut short
_REUTERS_CREDITS = re.compile(
    r"\(?(?:Additional r|R)eporting by [A-Z].{0,600}?[;.]\s?(?:Writing|Editing) by [A-Z]", re.DOTALL
)
_CONTRIBUTED = re.compile(
    r"contribut|[Rr]eporting|inputs?\b|material|[Ww]riters?\b|files\b|agenc|wire|[Ss]ource|©|Copyright"
    r"|[Ww]ith\b|\bvia\b|[Bb]ased on",
)


def find_wires(
    text: str,
    blocks: Sequence[Block],
    bylines: Sequence[str],
    title: str | None,
    lexicon: SourceLexicon,
) -> tuple[tuple[Wire, ...], str | None]:
    """Find the agencies by the first of dateline, tail, byline and credit that names any."""
    tails = [block for block in blocks if block.kind == "tail"]
    for evidence, wires in (
        ("dateline", _wires_of_dateline(text, blocks, lexicon)),
        ("tail", _wires_of_marks(text, tails, lexicon)),
        ("byline", _wires_of_bylines(bylines, lexicon)),
        ("credit", _wires_of_credits(text, tails, lexicon)),
    ):
        found = tuple(dict.fromkeys(wires))
        if found:
            return found, evidence
    return (), None


def _wires_of_dateline(
    text: str, blocks: Sequence[Block], lexicon: SourceLexicon
) -> Iterator[Wire]:
    for block in blocks:
        if block.kind == "dateline":
            for mark in (
                head.match_dateline(text, block.start),
                head.match_leading_mark(text, block.start),
            ):
                if mark is not None and mark.agency is not None and mark.end <= block.end + 2:
                    yield from lexicon.wires_in(mark.agency)
            return


def _wires_of_marks(text: str, tails: Sequence[Block], lexicon: SourceLexicon) -> Iterator[Wire]:
    """Agencies that stand alone at the end: "(Yonhap)", "– IANS", "Source: Xinhua"."""
    for block in tails:
        piece = start_of(text, block, 200)
        if block.rule == "mark at the end" or len(piece) <= 60:
            name = re.sub(r"^(?:SOURCES?|Sources?)\s?:\s", "", piece).strip(" ()[]–—-.|")
            yield from lexicon.wires_in(name)


def _wires_of_bylines(bylines: Iterable[str], lexicon: SourceLexicon) -> Iterator[Wire]:
    for line in bylines:
        if line.startswith("SOURCE"):
            yield from lexicon.wires_in(line.partition(":")[2].strip(" /"))
        if line.isupper() and len(line) > _INITIALS:
            yield from lexicon.wires_in(line)
        for _, _, wire in lexicon.wires.find(line, line.lower()):
            yield wire


def _wires_of_credits(text: str, tails: Sequence[Block], lexicon: SourceLexicon) -> Iterator[Wire]:
    """Agencies that contributed, or whose text it is: "The Associated Press contributed"."""
    anonymous = False
    for block in tails:
        piece = start_of(text, block, 1200)
        if not _CONTRIBUTED.search(piece):
            continue
        lowered = piece.lower()
        if len(lowered) != len(piece):
            continue
        yield from (wire for _, _, wire in lexicon.wires.find(piece, lowered))
        anonymous = anonymous or _REUTERS_CREDITS.search(piece) is not None
    if anonymous and (reuters := lexicon.wire_by_mark.get("reuters")):
        yield reuters  # the agency's own form of credits names no agency
