"""Which part each line of a raw page plays: its head, where its body lies, and its foot."""

import re
from collections.abc import Sequence

from analytics.extract import head
from analytics.extract.lines import Line, ends_a_sentence, is_prose
from analytics.extract.page import find_window, repeated_lines, twice_printed, wrapped_lines
from analytics.extract.page_body import fill_body
from analytics.extract.parts import (
    BYLINE,
    CREDIT,
    CREDIT_LINE,
    DATES,
    NAMES,
    OUTSIDE,
    PART_OF_FORM,
    ROLE,
    STANDFIRST,
    TITLE,
    TWICE,
    Part,
    is_about_authors,
    is_title,
    plain,
)

_WORD = re.compile(r"\w{3,}")


def parts_of_page(
    lines: Sequence[Line], forms: Sequence[str | None], title: str | None
) -> list[Part]:
    """Say which part each line of a raw page plays; outside the body most is navigation."""
    titles = _title_lines(lines, title)
    forms = ["title" if i in titles else form for i, form in enumerate(forms)]
    wrapped = wrapped_lines(lines, forms)
    first, end = find_window(lines, forms, repeated_lines(lines), wrapped)
    parts: list[Part] = [OUTSIDE] * len(lines)
    if end == 0:
        return parts
    start = _after_standfirst(lines, forms, wrapped, first, end)
    end = _before_tail(lines, forms, wrapped, start, end)
    title_at = _find_title(lines, forms, titles, title, first)
    for index in range(title_at if title_at >= 0 else max(0, first - 12), start):
        parts[index] = _part_in_head(lines, forms, index)
    if title_at >= 0:
        parts[title_at] = TITLE
        _date_over_title(lines, parts, title_at)
    for index in range(first, start):
        if parts[index] == OUTSIDE:
            parts[index] = STANDFIRST
    fill_body(lines, forms, twice_printed(lines), wrapped, parts, start, end)
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
            parts[index] = DATES


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
    if short_opening and forms[start - 1] is None and not CREDIT.match(before):
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
    return len(lines[index].text) <= 300 and CREDIT.match(lines[index + 1].text) is not None


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
        if ends or (len(text) < 500 and after * 5 < total * 2 and is_about_authors(text)):
            return index
    while end > start + 1 and not (wrapped[end - 1] or is_prose(lines[end - 1].text)):
        if forms[end - 1] is None and ends_a_sentence(lines[end - 1].text):
            break
        end -= 1
    return end


def _title_lines(lines: Sequence[Line], title: str | None) -> frozenset[int]:
    """Indices of the lines that print the given title."""
    wanted = plain(title) if title else ""
    if len(wanted) < 12:
        return frozenset()
    longest = len(title or "") + 40
    return frozenset(
        index
        for index, line in enumerate(lines)
        if 12 <= len(line.text) <= longest and is_title(line.text, wanted)
    )


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
        if len(text) > 220 or CREDIT.match(text):
            continue
        shared = len(wanted.intersection(_WORD.findall(text.lower())))
        this = len(text) + 60.0 * shared
        if this > score:
            best, score = index, this
    return best


def _part_in_head(lines: Sequence[Line], forms: Sequence[str | None], index: int) -> Part:
    text = lines[index].text
    form = forms[index]
    if head.is_byline(text):
        return BYLINE
    if head.is_date_line(text):
        return DATES
    if form is not None:
        return PART_OF_FORM[form]
    if index + 1 < len(lines) and lines[index + 1].text == text and len(text) > 20:
        return TWICE
    if len(text) <= 120 and ROLE.search(text) and not is_prose(text):
        return BYLINE
    if CREDIT.match(text):
        return CREDIT_LINE
    if is_prose(text):
        return STANDFIRST
    if head.has_date(text) and len(text) <= 120:
        return DATES
    if len(text) <= 60 and NAMES.match(text):
        beside = [lines[at].text for at in (index - 1, index + 1) if 0 <= at < len(lines)]
        if any(head.is_date_line(other) for other in beside):
            return BYLINE
    return OUTSIDE


def _part_after(lines: Sequence[Line], forms: Sequence[str | None], index: int, near: bool) -> Part:
    text = lines[index].text
    form = forms[index]
    if form == "tail" or (form == "end" and near):
        return PART_OF_FORM[form]
    if near and head.is_byline(text):
        return BYLINE
    if near and is_about_authors(text):
        return ("tail", "about the author")
    if near and head.is_date_line(text):
        return DATES
    if form is not None:
        return PART_OF_FORM[form]
    return OUTSIDE
