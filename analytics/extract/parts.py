"""Which part each line of a text plays, for a raw page and for a story with little around it."""

import re
from collections.abc import Sequence

from analytics.extract import head
from analytics.extract.lines import Line, ends_a_sentence, has_letters, is_prose
from analytics.extract.page import find_window, repeated_lines, twice_printed, wrapped_lines
from analytics.model import BlockKind

Part = tuple[BlockKind, str]
TITLE_OPENS = "title opens the text"
BODY: Part = ("body", "running text")
_OUTSIDE: Part = ("navigation", "outside the body")
_STANDFIRST: Part = ("title", "standfirst")
_OTHER_STORY: Part = ("related", "another story")
_COUNTER: Part = ("navigation", "counter")
_REPEATED: Part = ("navigation", "repeated line")
_TWICE: Part = ("caption", "line twice")
_BYLINE: Part = ("byline", "who wrote")
_DATES: Part = ("dates", "date line")
_TITLE: Part = ("title", "title under the head")
_PART_OF_FORM: dict[str, Part] = {
    "title": ("title", "title printed again"),
    "navigation": ("navigation", "menu line"),
    "related": _OTHER_STORY,
    "promo": ("promo", "appeal"),
    "caption": ("caption", "caption mark"),
    "credit": ("caption", "credit line"),
    "tail": ("tail", "tail line"),
    "end": ("tail", "end mark"),
    "embed": ("embed", "embedded post"),
}
_LONGEST = {"navigation": 80, "related": 240, "promo": 320, "caption": 500, "tail": 600, "end": 80}
_CAPTION_DATE = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?: ")
_SERIAL = re.compile(r"(?=[A-Z-]{0,8}\d)[A-Z\d]{1,6}(?:-[A-Z\d]{1,6}){2,5}$")
_HEAD_LINES = 16
_BRACKETED = re.compile(r"\[ .{3,200} \]$|\[[^\]]{3,200}\]\|?$|\([A-Z][\w./& -]{2,40}\)$")
_CREDIT = re.compile(
    r"(?:[A-Z][\w.'’-]+\s){0,4}[A-Z][\w.'’-]+\s?[/|]\s?(?:[A-Z][\w.'’-]+\s?/?\s?){1,5}$"
    r"|(?:Getty|Reuters|REUTERS|AP|AFP|EPA|CC0|Shutterstock|iStock)(?:\sImages)?$"
    r"|.{0,60}\b(?:Getty(?:\sImages)?|AFP|REUTERS|Reuters|EPA|AP Photo|Bloomberg)$"
)
_WORD = re.compile(r"\w{3,}")
_NOT_LETTERS = re.compile(r"[\W_]+")
_CREDITED = re.compile(
    r"[^\n]{15,480}\s?\((?:[A-Z][\w.'’-]*\s){0,5}[A-Z][\w.'’-]*\s?/\s?[A-Z][\w .,'’/-]{1,48}\)$"
)
_PHOTO_NOTE = re.compile(
    r".{0,400}[(\[](?:[^()\[\]]{0,40}\b)?(?:[Pp]hoto|Reuters|REUTERS|Getty|AP|AFP|EPA|Image|Picture|File)\b"
    r"[^()\[\]]{0,60}[)\]]$"
)
_REPORTED_FROM = re.compile(r"[—–_ ]{0,4}[A-Z][\w.'’ ,-]{4,160} reported from [A-Z].{2,160}\.$")
_BIO = re.compile(
    r"(?:[A-Z][\w.'’-]+\s){1,4}(?:is|was|are|covers?|writes?|reports?|has|joined|serves?|works?)\s"
    r".{0,200}?\b(?:editor|reporter|correspondent|writer|columnist|contributor|contributing|fellow"
    r"|professor|journalist|author|director|analyst|researcher|Twitter|twitter|bureau|freelance)\b"
)
_NAMES = re.compile(r"(?:[A-Z][\w.'’-]+[\s,|]{1,3}){1,5}(?:[A-Z][\w.'’-]+)$")
_ROLE = re.compile(
    r"\b(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Ss]taff|[Cc]olumnist|Associated Press"
    r"|Reuters|AFP|Agence|Yonhap|Press Trust|Bureau|Desk|Agency|Agencies|News Service)\b"
)


def parts_of_page(
    lines: Sequence[Line], forms: Sequence[str | None], title: str | None
) -> list[Part]:
    """Say which part each line of a raw page plays; outside the body most is navigation."""
    titles = _title_lines(lines, title)
    forms = ["title" if i in titles else form for i, form in enumerate(forms)]
    wrapped = wrapped_lines(lines, forms)
    first, end = find_window(lines, forms, repeated_lines(lines), wrapped)
    parts: list[Part] = [_OUTSIDE] * len(lines)
    if end == 0:
        return parts
    start = _after_standfirst(lines, forms, wrapped, first, end)
    end = _before_tail(lines, forms, wrapped, start, end)
    title_at = _find_title(lines, forms, titles, title, first)
    for index in range(title_at if title_at >= 0 else max(0, first - 12), start):
        parts[index] = _part_in_head(lines, forms, index)
    if title_at >= 0:
        parts[title_at] = _TITLE
        _date_over_title(lines, parts, title_at)
    for index in range(first, start):
        if parts[index] == _OUTSIDE:
            parts[index] = _STANDFIRST
    _fill_body(lines, forms, twice_printed(lines), wrapped, parts, start, end)
    for index in range(end, len(lines)):
        parts[index] = _part_after(lines, forms, index, near=index < end + 8)
    return parts


def _date_over_title(lines: Sequence[Line], parts: list[Part], title_at: int) -> None:
    """Name dates over the title: labelled ones, and a bare one right above it.

    A bare one with a clock may be the hour of the crawl.
    """
    for index in range(max(0, title_at - 30), title_at):
        text = lines[index].text
        if len(text) > 120 or not head.has_date(text):
            continue
        near = index >= title_at - 3 and head.is_date_line(text) and ":" not in text
        if near or head.is_labelled(text):
            parts[index] = _DATES


def _after_standfirst(
    lines: Sequence[Line],
    forms: Sequence[str | None],
    wrapped: Sequence[bool],
    first: int,
    end: int,
) -> int:
    """Skip what parts title and story: a standfirst, then a byline or date, or a dateline."""
    start = _opening_dateline(lines, first, end)
    if start > first:
        return start
    prose = 0
    for index in range(first, min(first + 14, end)):
        text = lines[index].text
        prose += is_prose(text)
        if prose > 3:
            break
        if head.is_date_line(text) or head.is_byline(text):
            start = index + 1
        elif index - first in (1, 2) and index > start and forms[index] is None:
            opening = head.match_dateline(text, 0)
            if opening is not None and opening.place is not None and opening.place.isupper():
                start = index
        elif index - first <= 3 and forms[index] == "navigation" and len(text) <= 30:
            start = index + 1
    while start < end - 1 and not (wrapped[start] or is_prose(lines[start].text)):
        if forms[start] is None and ends_a_sentence(lines[start].text):
            break
        start += 1
    if start == first and start + 1 < end and _is_credited(lines, start):
        return start + 2
    before = lines[start - 1].text if start else ""
    short_opening = start == first and 12 <= len(before) <= 60 and before[-1] in ".!"
    if short_opening and forms[start - 1] is None and not _CREDIT.match(before):
        start -= 1
    return start


def _opening_dateline(lines: Sequence[Line], first: int, end: int) -> int:
    """Return the line, among the first of the window, whose dateline names an agency."""
    size = sum(len(line.text) for line in lines[first:end])
    seen = 0
    for index in range(first, min(first + 16, end)):
        text = lines[index].text
        if seen * 5 > size * 2:
            break
        if len(text) > 60 and "(" in text[:70]:
            opening = head.match_dateline(text, 0)
            if opening is not None and opening.place and opening.agency:
                return index if opening.place.split(",")[0].isupper() else first
        seen += len(text)
    return first


def _is_credited(lines: Sequence[Line], index: int) -> bool:
    """Whether a short paragraph is a caption: a line that only credits an agency follows it."""
    return len(lines[index].text) <= 300 and _CREDIT.match(lines[index + 1].text) is not None


def _before_tail(
    lines: Sequence[Line],
    forms: Sequence[str | None],
    wrapped: Sequence[bool],
    start: int,
    end: int,
) -> int:
    """Step back from the end of the window over who wrote, who contributed and what was updated."""
    sizes = [len(line.text) if is_prose(line.text) else 0 for line in lines[start:end]]
    total = sum(sizes)
    seen = 0
    for index in range(start, end):
        text = lines[index].text
        after = total - seen
        seen += sizes[index - start]
        if after * 3 > total:
            continue
        ends = forms[index] == "end" or (forms[index] == "tail" and len(text) <= 600)
        if ends or (len(text) < 500 and after * 5 < total * 2 and _is_about_authors(text)):
            return index
    while end > start + 1 and not (wrapped[end - 1] or is_prose(lines[end - 1].text)):
        if forms[end - 1] is None and ends_a_sentence(lines[end - 1].text):
            break
        end -= 1
    return end


def _is_about_authors(text: str) -> bool:
    return bool(_BIO.match(text) or _REPORTED_FROM.match(text))


def _title_lines(lines: Sequence[Line], title: str | None) -> frozenset[int]:
    """Indices of the lines that print the given title."""
    wanted = _plain(title) if title else ""
    if len(wanted) < 12:
        return frozenset()
    longest = len(title or "") + 40
    return frozenset(
        index
        for index, line in enumerate(lines)
        if 12 <= len(line.text) <= longest and _is_same(_plain(line.text), wanted)
    )


def _is_same(found: str, wanted: str) -> bool:
    """Whether two titles agree, but for an outlet's name behind one of them."""
    return len(found) >= 12 and (wanted.startswith(found) or found.startswith(wanted))


def _find_title(
    lines: Sequence[Line],
    forms: Sequence[str | None],
    titles: frozenset[int],
    title: str | None,
    first: int,
) -> int:
    """Find the title above ``first``: the given one, else the likest or longest; or -1."""
    above = [index for index in titles if first - 120 < index <= first]
    if above:
        return max(above)
    wanted = set(_WORD.findall(title.lower())) if title else set()
    best, score = -1, 24.0
    for index in range(first - 1, max(-1, first - 16), -1):
        text = lines[index].text
        if forms[index] is not None or is_prose(text) or head.has_date(text):
            continue
        if len(text) > 220 or _CREDIT.match(text):
            continue
        shared = len(wanted.intersection(_WORD.findall(text.lower())))
        this = len(text) + 60.0 * shared
        if this > score:
            best, score = index, this
    return best


def _plain(text: str) -> str:
    return _NOT_LETTERS.sub("", text.lower())


def _part_in_head(lines: Sequence[Line], forms: Sequence[str | None], index: int) -> Part:
    text = lines[index].text
    form = forms[index]
    if head.is_byline(text):
        return _BYLINE
    if head.is_date_line(text):
        return _DATES
    if form is not None:
        return _PART_OF_FORM[form]
    if index + 1 < len(lines) and lines[index + 1].text == text and len(text) > 20:
        return _TWICE
    if len(text) <= 120 and _ROLE.search(text) and not is_prose(text):
        return _BYLINE
    if _CREDIT.match(text):
        return ("caption", "credit line")
    if is_prose(text):
        return _STANDFIRST
    if head.has_date(text) and len(text) <= 120:
        return _DATES
    if len(text) <= 60 and _NAMES.match(text):
        beside = [lines[at].text for at in (index - 1, index + 1) if 0 <= at < len(lines)]
        if any(head.is_date_line(other) for other in beside):
            return _BYLINE
    return _OUTSIDE


def _part_after(lines: Sequence[Line], forms: Sequence[str | None], index: int, near: bool) -> Part:
    text = lines[index].text
    form = forms[index]
    if form == "tail" or (form == "end" and near):
        return _PART_OF_FORM[form]
    if near and (head.is_byline(text) or _BIO.match(text)):
        return _BYLINE if head.is_byline(text) else ("tail", "about the author")
    if near and head.is_date_line(text):
        return _DATES
    if form is not None:
        return _PART_OF_FORM[form]
    return _OUTSIDE


def _fill_body(
    lines: Sequence[Line],
    forms: Sequence[str | None],
    repeated: frozenset[str],
    wrapped: Sequence[bool],
    parts: list[Part],
    start: int,
    end: int,
) -> None:
    """Tell body from furniture between ``start`` and ``end``; headings alone stay with the body."""
    index = start
    led = False  # a list of other stories has begun
    while index < end:
        part = (
            BODY
            if wrapped[index] and forms[index] is None
            else _part_inside(lines, forms, repeated, index)
        )
        if part is not None:
            parts[index] = part
            size = len(lines[index].text)
            heads_a_list = size <= 30 or lines[index].text[-1] == ":"
            if part == _COUNTER or (part[0] in ("related", "promo") and heads_a_list):
                led = True
            elif part[0] == "body":
                led = False
            index += 1
            continue
        stop = index
        while stop < end and not wrapped[stop]:
            if _part_inside(lines, forms, repeated, stop) is not None:
                break
            stop += 1
        heading = stop - index == 1 or _are_headings(lines, forms, index, stop, end)
        for at in range(index, stop):
            parts[at] = ("body", "heading") if heading and not led else _OTHER_STORY
        index = stop


def _are_headings(
    lines: Sequence[Line], forms: Sequence[str | None], index: int, stop: int, end: int
) -> bool:
    """Whether two short lines before a paragraph are headings of the story's own."""
    if stop - index > 2 or stop >= end or forms[stop] is not None:
        return False
    return all(len(line.text) <= 70 for line in lines[index:stop])


def _part_inside(
    lines: Sequence[Line], forms: Sequence[str | None], repeated: frozenset[str], index: int
) -> Part | None:
    """Return the part of a line within the body, or nothing for one that looks like a heading."""
    text = lines[index].text
    if text in repeated:
        return _REPEATED
    form = forms[index]
    if form is not None and len(text) <= _LONGEST.get(form, 300):
        return _PART_OF_FORM[form]
    if not has_letters(text):
        return _COUNTER
    if _CAPTION_DATE.match(text) and index and _CREDIT.match(lines[index - 1].text):
        return ("caption", "dated caption")
    if len(text) <= 250 and (
        (index + 1 < len(lines) and lines[index + 1].text == text)
        or (index and lines[index - 1].text == text)
    ):
        return _TWICE
    if text[-1] in ")]" and len(text) <= 500 and _is_credited_line(text):
        return ("caption", "credit ends the line")
    if text[0] in '“"' and text[-1] in '”"' and _is_pulled(lines, index):
        return ("promo", "pulled quote")
    if is_prose(text):
        return BODY
    if _BRACKETED.match(text):
        return _OTHER_STORY
    if _CREDIT.match(text):
        return ("caption", "credit line")
    if head.is_byline(text):
        return _BYLINE
    if head.is_date_line(text):
        return _DATES
    if "(@" in text or text[0] in "•●▪-–—[" or text[-1] in '.!,;:—…”"':
        return BODY
    return None


def _is_credited_line(text: str) -> bool:
    """Whether brackets at the end credit a photograph: "(A. Name/Agency)", "(Reuters photo)"."""
    if _CREDITED.match(text):
        return True
    return len(text) > 30 and _PHOTO_NOTE.match(text) is not None and not head.is_byline(text)


def _is_pulled(lines: Sequence[Line], index: int) -> bool:
    """Whether a quotation that stands alone is only repeated from the story."""
    core = lines[index].text[1:-1].rstrip(".,…")
    if not 25 <= len(core) <= 300:
        return False
    return any(core in line.text for at, line in enumerate(lines) if at != index)


def parts_of_story(
    lines: Sequence[Line], forms: Sequence[str | None], title: str | None, headed: bool
) -> list[Part]:
    """Say which part each line of a story plays; all is body that no rule says otherwise.

    Args:
        headed: something of a page stands before the first line, so a title does not open it.
    """
    parts: list[Part] = [BODY] * len(lines)
    start = _read_head(lines, forms, title, headed, parts)
    count = len(lines)
    index = start
    while index < count:
        part = _part_in_story(lines, forms, index, start)
        parts[index] = part
        index += 1
        if (part == _OTHER_STORY and lines[index - 1].text[-1:] == ":") or (
            part == _OTHER_STORY and len(lines[index - 1].text) <= 25
        ):
            while index < count and not is_prose(lines[index].text) and forms[index] is None:
                parts[index] = _OTHER_STORY
                index += 1
    return parts


def _read_head(
    lines: Sequence[Line],
    forms: Sequence[str | None],
    title: str | None,
    headed: bool,
    parts: list[Part],
) -> int:
    """Name the lines before the story; return the index of its first line."""
    wanted = _plain(title) if title else ""
    titled = False
    index = 0
    while index < min(_HEAD_LINES, len(lines) - 1):
        text = lines[index].text
        part = _part_of_head_line(lines, forms, index)
        if part is None and not titled and _is_title(lines, index, wanted):
            titled = True
            part = _TITLE if headed else ("title", TITLE_OPENS)
        elif part is None and not titled and _is_section(lines, forms, index):
            part = ("section", "short line over the title")
        if part is None or _goes_on(lines, index):
            break
        parts[index] = part
        headed = headed or part[0] not in ("title",)
        index += 1
        if part == _TWICE:
            while index < len(lines) and lines[index].text == text:
                parts[index] = part
                index += 1
    return index


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is the first of a wrapped paragraph."""
    return lines[index + 1].text[0].islower() and " " in lines[index + 1].text


def _part_of_head_line(
    lines: Sequence[Line], forms: Sequence[str | None], index: int
) -> Part | None:
    text = lines[index].text
    form = forms[index]
    if head.is_byline(text):
        return _BYLINE
    if head.is_date_line(text):
        return _DATES
    if form is not None and len(text) <= _LONGEST.get(form, 300):
        return _PART_OF_FORM[form]
    if len(text) <= 250 and index + 1 < len(lines) and lines[index + 1].text == text:
        return _TWICE
    if _BRACKETED.match(text) and len(text) <= 60:
        return ("caption", "credit line")
    if not has_letters(text) or (len(text) <= 30 and _SERIAL.match(text)):
        return _COUNTER
    if text[-1] in ")]" and len(text) <= 500 and _is_credited_line(text):
        return ("caption", "credit ends the line")
    if index and len(text) <= 120 and not is_prose(text):
        if _CREDIT.match(text):
            return ("caption", "credit line")
        if _ROLE.search(text) and not ends_a_sentence(text):
            return _BYLINE if head.match_dateline(text, 0) is None else None
    return None


def _is_title(lines: Sequence[Line], index: int, wanted: str) -> bool:
    text = lines[index].text
    if wanted and len(wanted) >= 12:
        found = _plain(text)
        if len(found) >= 12 and (wanted.startswith(found) or found.startswith(wanted)):
            return True
    if not 15 <= len(text) <= 220 or text[-1] in ".,;:" or head.match_dateline(text, 0):
        return False
    if is_prose(text) or (text[-1] in ")]" and _is_credited_line(text)):
        return False
    return not _is_short(text) and any(is_prose(line.text) for line in lines[index + 1 : index + 9])


def _is_short(text: str) -> bool:
    return len(text) <= 30 and len(text.split()) <= 3


def _is_section(lines: Sequence[Line], forms: Sequence[str | None], index: int) -> bool:
    text = lines[index].text
    return _is_short(text) and text[-1] not in '.,;:!?"”' and index + 1 < len(lines)


def _part_in_story(
    lines: Sequence[Line], forms: Sequence[str | None], index: int, start: int
) -> Part:
    text = lines[index].text
    form = forms[index]
    late = index - start >= 2 and (index >= len(lines) - 8 or index * 5 >= len(lines) * 3)
    if form is not None and len(text) <= _LONGEST.get(form, 300):
        if form not in ("tail", "end") or late:
            return _PART_OF_FORM[form]
        return BODY
    if len(text) <= 250 and (
        (index + 1 < len(lines) and lines[index + 1].text == text)
        or (index > start and lines[index - 1].text == text)
    ):
        return _TWICE
    if len(text) <= 8 and not has_letters(text):
        return _COUNTER
    if text[-1] in ")]" and len(text) <= 500 and _is_credited_line(text):
        return ("caption", "credit ends the line")
    if len(text) <= 160 and not is_prose(text):
        if _CREDIT.match(text) and len(text) > 6:
            return ("caption", "credit line")
        if late and head.is_date_line(text):
            return _DATES
        if late and head.is_byline(text):
            return _BYLINE
    return BODY
