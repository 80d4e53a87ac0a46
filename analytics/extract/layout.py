"""What part each run of a text plays: body, caption, byline, menu …

Blocks cover the text in order and apart; each carries the name of the rule that made it. A text is
either a raw page, whose body is looked for by density, or a story with little around it, where all
is body that no rule says otherwise.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from analytics.extract import head
from analytics.extract.inside import Cut, find_cuts, subtract
from analytics.extract.lines import Line, cut_lines
from analytics.extract.page import is_raw_page
from analytics.extract.page_parts import parts_of_page
from analytics.extract.parts import TITLE_OPENS, Part
from analytics.extract.story_parts import parts_of_story
from analytics.lexicons.sources import SourceLexicon
from analytics.model import Article, Block, Span
from analytics.text import lower

_PREFIX = re.compile(r"\s{0,4}date:?\s{1,2}\d{4}-\d{2}-\d{2}(?!\d)[ \t]{0,4}\n?")
_SOURCE_NOTE = re.compile(
    r"SOURCE\s?:\s(?:[A-Z0-9][A-Z0-9.&'’-]{1,24}(?:\s?/\s?|\s)){1,7}?"
    r"(?:(?<=\.ORG\s)|(?<=\.COM\s)|(?<=\.NET\s)|(?=[A-Z][a-z’]|[A-Z]\s[a-z]))"
)
_CLOSING_BRACKET = re.compile(r"\s?[(\[]([^()\[\]]{2,40})[)\]]\.?$")
_CLOSING_DASH = re.compile(r"\s?(?:--|[–—-])\s?([A-Z][\w/ -]{1,24})\.?$")
_CLOSERS = frozenset(")]–—-")  # one of these is in what either finds
_LAST_LINES = 4
_MARKED_KINDS = ("promo", "caption", "tail", "related")


def find_blocks(
    article: Article, sources: SourceLexicon, lowered: str | None = None
) -> tuple[Block, ...]:
    """Cut the text of ``article`` into blocks that cover it; an empty text has none.

    ``lowered`` is ``analytics.text.lower`` of the text, where the caller has it.
    """
    text = article.text
    prefix = _PREFIX.match(text)
    start = prefix.end() if prefix else 0
    lines = cut_lines(text, start)
    blocks = [Block(0, start, "prefix", "crawler's prefix")] if start else []
    if not lines:
        if start < len(text):
            blocks.append(Block(start, len(text), "navigation", "blank"))
        return tuple(blocks)
    furniture = sources.furniture
    forms = [furniture.part_of_line(line.text) for line in lines]
    cuts = find_cuts(text, lower(text) if lowered is None else lowered, lines, furniture)
    if is_raw_page(lines):
        forms = _with_marked_lines(lines, forms, cuts)
        parts = parts_of_page(lines, forms, article.title)
    else:
        parts = parts_of_story(lines, forms, article.title, headed=bool(start))
    cuts.extend(_openings(text, lines, parts, sources))
    cuts.extend(_closings(lines, parts, sources))
    cuts.sort()
    blocks.extend(_blocks(text, start, lines, parts, cuts))
    return tuple(blocks)


def body_spans(blocks: tuple[Block, ...]) -> list[Span]:
    """Spans from which figures may come: the body, and a title that opens a body text."""
    return [
        Span(b.start, b.end)
        for b in blocks
        if b.kind == "body" or (b.kind == "title" and b.rule == TITLE_OPENS)
    ]


def _with_marked_lines(
    lines: Sequence[Line], forms: Sequence[str | None], cuts: Sequence[Cut]
) -> list[str | None]:
    """Give lines that marks within them make furniture as a whole the form that says so."""
    by_start = {line.start: index for index, line in enumerate(lines)}
    marked = list(forms)
    for cut in cuts:
        index = by_start.get(cut.start)
        whole = index is not None and cut.end >= lines[index].end
        if whole and index is not None and marked[index] is None and cut.kind in _MARKED_KINDS:
            marked[index] = cut.kind
    return marked


def _openings(
    text: str, lines: Sequence[Line], parts: Sequence[Part], sources: SourceLexicon
) -> Iterator[Cut]:
    """The dateline, or the note of a source, that opens one of the first lines of body."""
    body = [line for line, part in zip(lines, parts, strict=True) if part[0] == "body"]
    for line in body[:3]:
        if note := _SOURCE_NOTE.match(text, line.start, min(line.end, line.start + 200)):
            yield Cut(note.start(), note.end(), "byline", "source named at the start")
            return
        found = head.match_dateline(text, line.start)
        if found is None or not _is_dateline(found, sources):
            found = head.match_leading_mark(text, line.start)
            if found is None or not sources.knows(found.agency):
                continue
        yield Cut(found.start, min(found.end, line.end), "dateline", "place, day or agency opens")
        return


def _is_dateline(found: head.Dateline, sources: SourceLexicon) -> bool:
    if found.agency is not None and sources.knows(found.agency):
        return True
    if found.place is None:
        return False
    if found.agency is None:
        return True
    return found.place.split(",")[0].isupper()


def _closings(
    lines: Sequence[Line], parts: Sequence[Part], sources: SourceLexicon
) -> Iterator[Cut]:
    """The agency's mark at the end of one of the last lines of body: "(Yonhap)", "– IANS"."""
    body = [line for line, part in zip(lines, parts, strict=True) if part[0] == "body"]
    for line in body[-_LAST_LINES:]:
        ending = line.text[-60:]
        if _CLOSERS.isdisjoint(ending):
            continue
        match = _CLOSING_BRACKET.search(ending) or _CLOSING_DASH.search(ending)
        if match and (sources.wires_in(match[1]) or match[1].upper() in ("END", "ENDS")):
            start = line.end - len(ending) + match.start()
            yield Cut(start, line.end, "tail", "mark at the end")


def _blocks(
    text: str, start: int, lines: Sequence[Line], parts: Sequence[Part], cuts: Sequence[Cut]
) -> Iterator[Block]:
    """Lay the parts of lines and the cuts inside them end to end, equal neighbours as one."""
    at, kind, rule = start, *parts[0]
    cursor = 0
    for index, (line, part) in enumerate(zip(lines, parts, strict=True)):
        first = start if index == 0 else line.start
        while cursor < len(cuts) and cuts[cursor].end <= line.start:
            cursor += 1
        pieces: Iterable[tuple[int, Part]] = ((first, part),)
        if part[0] == "body" and cursor < len(cuts) and cuts[cursor].start < line.end:
            stop = lines[index + 1].start if index + 1 < len(lines) else len(text)
            pieces = _pieces(Span(first, stop), line, part, cuts, cursor)
        for begin, (new_kind, new_rule) in pieces:
            if new_kind != kind or new_rule != rule:
                if begin > at:
                    yield Block(at, begin, kind, rule)
                at, kind, rule = begin, new_kind, new_rule
    yield Block(at, len(text), kind, rule)


def _pieces(
    whole: Span, line: Line, part: Part, cuts: Sequence[Cut], cursor: int
) -> Iterator[tuple[int, Part]]:
    """Yield where each piece of a line of body begins, and its part; a cut reaches to the end."""
    own = []
    while cursor < len(cuts) and cuts[cursor].start < line.end:
        cut = cuts[cursor]
        own.append(cut._replace(end=whole.end) if cut.end >= line.end else cut)
        cursor += 1
    for piece in subtract(whole, own):
        yield piece.start, ((piece.kind, piece.rule) if isinstance(piece, Cut) else part)
