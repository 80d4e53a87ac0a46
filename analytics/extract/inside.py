"""Furniture inside a line of body: captions, promotions, other stories' headlines, post dates.

Scraped bodies are often one line, so a block may start and end inside it. Only where the lexicon's
marks hit, or a long run of capitals stands, is anything looked at.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analytics.extract.lines import Line, sentence_around
from analytics.lexicons.furniture import FurnitureLexicon
from analytics.model import BlockKind, Span


class Cut(NamedTuple):
    """A run of a line that is not body, and why."""

    start: int
    end: int
    kind: BlockKind
    rule: str


_SHORT = 300  # a line up to this long is furniture as a whole where a mark of it stands
_CAPTION_REACH = 420
_FEW_WORDS = {"promo": 60}
_POST = re.compile(
    r"(?:\s?(?:https?://)?(?:pic\.twitter\.com/|t\.co/)\w{4,20})?\s?[—–-]{1,2}\s?"
    r"[^\n(@]{1,60}\(@\w{1,20}\)(?:\s(?:on\s)?[A-Z][a-z]{2,9}\.?\s\d{1,2},\s\d{4})?"
)
_CAPITALS = re.compile(r"[A-Z][A-Z0-9'’.][^a-z\n]{16,180}")
# The same, so many characters without a small letter, for a quick look.
_SHAPES = bytes(b"Aa"[byte in b"abcdefghijklmnopqrstuvwxyz\n"] for byte in range(256))
_RUN = b"A" * 18
_BEFORE_CAPITALS = re.compile(r"(?:['\"‘“]|(?:[AI0-9]|\d{1,3}) )$")
_CAPITAL_WORD = re.compile(r"(?<![a-z])[A-Z][A-Z'’.-]+")
_OPEN_BEFORE = frozenset(".!?\"”’')]…")
_REPORTING = re.compile(r"\(?(?:Additional r|R|With r|W)(?:eporting|riting) (?:by|from) (?=[A-Z])")


def find_cuts(text: str, lowered: str, lines: list[Line], lexicon: FurnitureLexicon) -> list[Cut]:
    """Find what is furniture inside ``lines``; cuts are sorted by start and may overlap."""
    starts = [line.start for line in lines]
    single = len(lines) <= 3
    cuts: list[Cut] = []
    for start, end, part in lexicon.find_marks(text, lowered):
        index = bisect_right(starts, start) - 1
        if index < 0 or start >= lines[index].end:
            continue
        line = lines[index]
        cut = _CUTTERS[part](text, start, end, line, single)
        if cut is not None:
            cuts.append(Cut(max(cut.start, line.start), min(cut.end, line.end), cut.kind, cut.rule))
    # A text written in capitals throughout has no headlines that stand out.
    runs = list(_capital_runs(text, lines, starts))
    if sum(cut.end - cut.start for cut in runs) <= max(len(text) // 4, _SHORT):
        cuts.extend(runs)
    cuts.sort()
    return _joined(cuts)


def _joined(cuts: list[Cut]) -> list[Cut]:
    """Join cuts of one kind between which no more than a few words stand."""
    joined: list[Cut] = []
    for cut in cuts:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind == cut.kind
            and (cut.start - last.end <= _FEW_WORDS.get(cut.kind, 1))
        ):
            joined[-1] = last._replace(end=max(last.end, cut.end))
        else:
            joined.append(cut)
    return joined


def _promo(text: str, start: int, end: int, line: Line, single: bool) -> Cut | None:
    if text[start:end].isupper():
        return Cut(start, end, "promo", "appeal in capitals")
    if line.end - line.start <= _SHORT and not single:
        return Cut(line.start, line.end, "promo", "appeal")
    span = sentence_around(text, start, line.start, line.end)
    return Cut(span.start, span.end, "promo", "appeal inside a line")


def _caption(text: str, start: int, end: int, line: Line, single: bool) -> Cut | None:
    if line.end - line.start <= _CAPTION_REACH and not single:
        return Cut(line.start, line.end, "caption", "caption mark")
    span = sentence_around(text, end, start, line.end, _SHORT)
    return Cut(start, span.end, "caption", "caption mark inside a line")


def _credit(text: str, start: int, end: int, line: Line, single: bool) -> Cut | None:
    if text.startswith("file photo", start) or text.startswith("File photo", start):
        if start - line.start <= 40 and line.end - line.start <= _CAPTION_REACH and not single:
            return Cut(line.start, line.end, "caption", "file photo")
        return None
    if text[start:end] == "Credit" and text[start - 1 : start] not in set(".”\"’')"):
        return None
    opened = text.rfind("(", max(line.start, start - 110), end)
    closed = text.find(")", start, min(line.end, end + 110))
    in_brackets = opened >= 0 and closed >= 0 and ")" not in text[opened:start]
    if not single and line.end - end <= 60 and line.end - line.start <= _CAPTION_REACH:
        if in_brackets and opened - line.start > 20 and line.end - closed > 3:
            return Cut(opened, closed + 1, "caption", "credit in brackets")
        if in_brackets or _credit_ends(text, start, end, line):
            return Cut(line.start, line.end, "caption", "credit ends the line")
    if not in_brackets:
        return None
    first = opened
    if single and opened > line.start:  # the caption is the sentence before its credit
        before = text[opened - 1]
        if before in _OPEN_BEFORE or (before == " " and text[opened - 2] in _OPEN_BEFORE):
            last_word = opened - 2 if before == " " else opened - 1
            span = sentence_around(text, last_word, line.start, opened)
            if opened - span.start <= _CAPTION_REACH:
                first = span.start
    return Cut(first, closed + 1, "caption", "credit in brackets")


def _credit_ends(text: str, start: int, end: int, line: Line) -> bool:
    tail = text[end : line.end]
    return (
        len(tail.split()) <= 6
        and not tail.rstrip().endswith((".”", '."'))
        and (text[start : start + 1] in "/(" or text[start:end].rstrip().endswith((":", "by"))
             or not tail.strip(" ).") or tail[:1] == "/" or text[start:end] == "Credit")
    )  # fmt: skip


def _tail(text: str, start: int, end: int, line: Line, single: bool) -> Cut | None:
    if start < len(text) // 3:
        return None
    mark = text[start:end]
    if mark[0] in "©C(RWEA" and not mark.islower():
        if "by" in mark and not _REPORTING.match(text, start) and "Editing" not in mark:
            return None
        rule = "copyright" if mark[0] in "©C" else "who reported"
        return Cut(start, line.end, "tail", rule)
    span = sentence_around(text, start, line.start, line.end)
    return Cut(span.start, span.end, "tail", "who contributed")


def _embed(text: str, start: int, end: int, line: Line, single: bool) -> Cut | None:
    first = max(line.start, start - 90)
    for match in _POST.finditer(text, first, min(line.end, start + 70)):
        if match.start() <= start < match.end():
            return Cut(match.start(), match.end(), "embed", "date line of a post")
    if text.startswith("pic.twitter.com/", start):
        stop = text.find(" ", start, line.end)
        return Cut(start, stop if stop > 0 else line.end, "embed", "link of a post")
    return None


def _related(text: str, start: int, end: int, line: Line, single: bool) -> Cut | None:
    mark = text[start:end]
    if mark == "MORE":
        return _related_links(text, start, end, line)
    if mark[0] == "(":
        closed = text.find(")", end, min(line.end, end + 200))
        return Cut(start, closed + 1, "related", "story named in brackets") if closed > 0 else None
    if line.end - line.start <= _SHORT and start == line.start:
        return Cut(line.start, line.end, "related", "another story")
    stop = _SEAM_AFTER_HEADLINE.search(text, end + 3, min(line.end, end + 220))
    return Cut(start, stop.end() if stop else min(line.end, end + 220), "related", "another story")


_SEAM_AFTER_HEADLINE = re.compile(r"\n|\s{2,}|[a-z][.!?](?=\s?[A-Z])|(?<=[a-z'’\"”])(?=[A-Z][a-z])")
_GLUE = re.compile(r"(?<=[a-z])(?=[A-Z][A-Za-z])")


def _related_links(text: str, start: int, end: int, line: Line) -> Cut | None:
    """Headlines glued behind a name, up to "MORE": "John SmithSenators ask for more MORE said"."""
    first = None
    for match in _GLUE.finditer(text, max(line.start, start - 400), start):
        first = match.start() if first is None else first
    if first is None or ". " in text[first:start]:
        return None
    return Cut(first, end, "related", "headlines glued behind a name")


def _nothing(text: str, start: int, end: int, line: Line, single: bool) -> Cut | None:
    return None


_CUTTERS = {
    "promo": _promo,
    "caption": _caption,
    "credit": _credit,
    "tail": _tail,
    "embed": _embed,
    "related": _related,
    "navigation": _promo,
    "end": _nothing,
}


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where ``_CAPITALS`` stands."""
    shapes = text.encode("latin-1", "replace").translate(_SHAPES)
    at = shapes.find(_RUN)
    while at >= 0:
        stop = shapes.find(b"a", at)
        stop = stop if stop >= 0 else len(text)
        match = _CAPITALS.search(text, at, stop)
        if match is not None:
            yield match.span()
            stop = match.end()
        at = shapes.find(_RUN, stop)


def _capital_runs(text: str, lines: list[Line], starts: list[int]) -> Iterator[Cut]:
    """Headlines of other stories: five words or more in capitals, glued between sentences."""
    for start, end in _runs(text):
        if before := _BEFORE_CAPITALS.search(text, max(0, start - 4), start):
            start = before.start()
        if (start and text[start - 1].isalnum()) or text.startswith("SOURCE", start):
            continue
        if end < len(text) and text[end].islower():
            end -= 1  # the capital belongs to the next word
        end = start + len(text[start:end].rstrip())
        if text[end : end + 1].isalpha() and text[end - 1] in "\"“‘'(":
            end -= 1  # so does the quotation mark before it
        words = _CAPITAL_WORD.findall(text, start, end)
        if len(words) < 5 or sum(map(len, words)) * 10 < (end - start) * 6:
            continue
        line = lines[max(0, bisect_right(starts, start) - 1)]
        lead = text[line.start : start].rstrip()
        if lead and lead[-1] not in _OPEN_BEFORE:
            continue
        if line.end - end <= 2 and not lead and len(words) < 7:
            continue  # a heading of the story's own
        if line.end - end > 2 and len(words) < 5:
            continue
        yield Cut(start, min(end, line.end), "related", "headline in capitals")


def subtract(whole: Span, cuts: Iterable[Cut]) -> Iterator[Cut | Span]:
    """Yield ``whole`` in pieces, body as spans and furniture as cuts, in order and apart."""
    at = whole.start
    for cut in cuts:
        start, end = max(cut.start, at), min(cut.end, whole.end)
        if start >= end:
            continue
        if start > at:
            yield Span(at, start)
        yield Cut(start, end, cut.kind, cut.rule)
        at = end
    if at < whole.end:
        yield Span(at, whole.end)
