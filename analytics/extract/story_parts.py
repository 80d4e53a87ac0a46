"""Which part each line of a story plays when little stands around it: all is body but for rules."""

import re
from collections.abc import Sequence

from analytics.extract import head
from analytics.extract.lines import Line, ends_a_sentence, has_letters, is_prose
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
    NAMES,
    OTHER_STORY,
    PART_OF_FORM,
    ROLE,
    TITLE,
    TITLE_OPENS,
    TWICE,
    Part,
    is_credited_line,
    is_title,
    plain,
)

_SERIAL = re.compile(r"(?=[A-Z-]{0,8}\d)[A-Z\d]{1,6}(?:-[A-Z\d]{1,6}){2,5}$")
_HEAD_LINES = 16


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
        if (part == OTHER_STORY and lines[index - 1].text[-1:] == ":") or (
            part == OTHER_STORY and len(lines[index - 1].text) <= 25
        ):
            while index < count and not is_prose(lines[index].text) and forms[index] is None:
                parts[index] = OTHER_STORY
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
    wanted = plain(title) if title else ""
    titled = False
    index = 0
    while index < min(_HEAD_LINES, len(lines) - 1):
        text = lines[index].text
        part = _part_of_head_line(lines, forms, index)
        if part is None and not titled and _is_title(lines, index, wanted):
            titled = True
            part = TITLE if headed else ("title", TITLE_OPENS)
        elif part is None and not titled and _is_section(lines, forms, index):
            part = ("section", "short line over the title")
        if part is None or _goes_on(lines, index):
            break
        parts[index] = part
        headed = headed or part[0] not in ("title",)
        index += 1
        if part == TWICE:
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
        return BYLINE
    if head.is_date_line(text):
        return DATES
    if form is not None and len(text) <= LONGEST.get(form, 300):
        return PART_OF_FORM[form]
    if len(text) <= 250 and index + 1 < len(lines) and lines[index + 1].text == text:
        return TWICE
    if BRACKETED.match(text) and len(text) <= 60:
        return CREDIT_LINE
    if not has_letters(text) or (len(text) <= 30 and _SERIAL.match(text)):
        return COUNTER
    if text[-1] in ")]" and len(text) <= 500 and is_credited_line(text):
        return CREDITED
    if index and len(text) <= 120 and not is_prose(text):
        if CREDIT.match(text):
            return CREDIT_LINE
        if ROLE.search(text) and not ends_a_sentence(text):
            return BYLINE if head.match_dateline(text, 0) is None else None
        if len(text) <= 40 and NAMES.match(text) and _is_role(lines[index + 1].text):
            return BYLINE
    return None


def _is_role(text: str) -> bool:
    """Whether a line does nothing but say for whom the name above it writes."""
    return len(text) <= 40 and ROLE.search(text) is not None and not ends_a_sentence(text)


def _is_title(lines: Sequence[Line], index: int, wanted: str) -> bool:
    text = lines[index].text
    if len(wanted) >= 12 and is_title(text, wanted):
        return True
    if not 15 <= len(text) <= 220 or text[-1] in ".,;:" or head.match_dateline(text, 0):
        return False
    if is_prose(text) or (text[-1] in ")]" and is_credited_line(text)):
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
    size = len(text)
    form = forms[index]
    if form is None and size > 250 and text[-1] not in ")]":
        return BODY  # most lines are such
    late = index - start >= 2 and (index >= len(lines) - 8 or index * 5 >= len(lines) * 3)
    if form is not None and size <= LONGEST.get(form, 300):
        if form not in ("tail", "end") or late:
            return PART_OF_FORM[form]
        return BODY
    if size <= 250 and (
        (index + 1 < len(lines) and lines[index + 1].text == text)
        or (index > start and lines[index - 1].text == text)
    ):
        return TWICE
    if size <= 8 and not has_letters(text):
        return COUNTER
    if text[-1] in ")]" and size <= 500 and is_credited_line(text):
        return CREDITED
    if size <= 160 and not is_prose(text):
        if size > 6 and CREDIT.match(text):
            return CREDIT_LINE
        if late and head.is_date_line(text):
            return DATES
        if late and head.is_byline(text):
            return BYLINE
    return BODY
