"""Body and furniture between the first and the last line of a raw page's story."""

import re
from collections.abc import Sequence

from analytics.extract import head
from analytics.extract.lines import Line, has_letters, is_prose
from analytics.extract.parts import (
    BODY,
    BRACKETED,
    BYLINE,
    COUNTER,
    CREDIT,
    CREDIT_LINE,
    CREDITED,
    DATES,
    LONGEST,
    OTHER_STORY,
    PART_OF_FORM,
    REPEATED,
    TWICE,
    Part,
    is_credited_line,
)

_CAPTION_DATE = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?: ")


def fill_body(
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
            if part == COUNTER or (part[0] in ("related", "promo") and heads_a_list):
                led = True
            elif part[0] == "body":
                led = False
            index += 1
            continue
        stop = index + 1
        while stop < end and not wrapped[stop]:
            if _part_inside(lines, forms, repeated, stop) is not None:
                break
            stop += 1
        heading = stop - index == 1 or _are_headings(lines, forms, index, stop, end)
        for at in range(index, stop):
            parts[at] = ("body", "heading") if heading and not led else OTHER_STORY
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
        return REPEATED
    form = forms[index]
    if form is not None and len(text) <= LONGEST.get(form, 300):
        return PART_OF_FORM[form]
    if not has_letters(text):
        return COUNTER
    if _CAPTION_DATE.match(text) and index and CREDIT.match(lines[index - 1].text):
        return ("caption", "dated caption")
    if len(text) <= 250 and (
        (index + 1 < len(lines) and lines[index + 1].text == text)
        or (index and lines[index - 1].text == text)
    ):
        return TWICE
    if text[-1] in ")]" and len(text) <= 500 and is_credited_line(text):
        return CREDITED
    if text[0] in '“"' and text[-1] in '”"' and _is_pulled(lines, index):
        return ("promo", "pulled quote")
    if is_prose(text):
        return BODY
    if BRACKETED.match(text):
        return OTHER_STORY
    if CREDIT.match(text):
        return CREDIT_LINE
    if head.is_byline(text):
        return BYLINE
    if head.is_date_line(text):
        return DATES
    if "(@" in text or text[0] in "•●▪-–—[" or text[-1] in '.!,;:—…”"':
        return BODY
    return None


def _is_pulled(lines: Sequence[Line], index: int) -> bool:
    """Whether a quotation that stands alone is only repeated from the story."""
    core = lines[index].text[1:-1].rstrip(".,…")
    if not 25 <= len(core) <= 300:
        return False
    return any(core in line.text for at, line in enumerate(lines) if at != index)
