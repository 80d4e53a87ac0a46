"""Where the body of a raw page starts and ends: by text density and forms of lines.

A raw page has more menu than body. Each line gets a weight, for running text its length, against it
for menu entries, other stories' headlines and page services; the body is the heaviest run of lines.
"""

import re
from collections import Counter
from collections.abc import Sequence

from analytics.extract.lines import Line, ends_a_sentence, has_letters, is_prose

_STOP_OR_COMMA = re.compile(r"[a-z][.,;]")
_MENU_ENTRY = 40  # characters up to which a line without an end mark looks like a menu entry
_FEWEST = 12  # menu entries from which a text may be a raw page
_WEIGHT_OF_FORM = {
    "end": -260,
    "related": -50,
    "promo": -35,
    "navigation": -14,
    "tail": -60,
    "caption": 0,
    "credit": 0,
    "embed": 0,
    "title": -1,
}
_HEADINGS = (-14, -24)  # a short line and a longer one of no known form
_LIST_HEADING = -320  # "Most popular": what follows are other stories, teasers included
_CUT_SHORT = 40  # a teaser breaks off in the middle of a sentence
_PROSE_OF_FORM = {
    "promo": -50,
    "navigation": -60,
    "tail": -60,
    "end": -260,
    "related": -50,
    "title": -1,
}


def is_raw_page(lines: Sequence[Line]) -> bool:
    """Whether the lines are those of a page with its menus, not of a story alone."""
    short = sum(
        1
        for line in lines
        if len(line.text) <= _MENU_ENTRY and line.text[-1] not in ".!?\"”:;,…'’)"
    )
    return short >= _FEWEST and short * 3 >= len(lines)


def repeated_lines(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines that stand three times or more: separators, buttons, menu entries."""
    counts = Counter(line.text for line in lines if len(line.text) <= 90)
    return frozenset(text for text, count in counts.items() if count >= 3)


def twice_printed(lines: Sequence[Line]) -> frozenset[str]:
    """Lines that a page prints twice, a paragraph of running text excepted: captions, appeals."""
    counts = Counter(line.text for line in lines)
    return frozenset(
        text
        for text, count in counts.items()
        if count >= 2 and (len(text) <= 160 or not ends_a_sentence(text))
    )


def wrapped_lines(lines: Sequence[Line], forms: Sequence[str | None]) -> list[bool]:
    """Say of each line whether it is part of a paragraph that was broken into lines.

    Such lines start in lower case and, unlike the labels of buttons, have stops and commas.
    """
    lower = [
        form is None and " " in line.text and line.text[0].islower() and _is_open(before.text)
        for before, line, form in zip([*lines[:1], *lines], lines, forms, strict=False)
    ]
    lower.append(False)
    wrapped = [
        len(line.text) >= 12 and " " in line.text and (lower[i] or lower[i + 1])
        for i, line in enumerate(lines)
    ]
    for at in range(1, len(wrapped) - 1):
        if wrapped[at - 1] and wrapped[at + 1] and len(lines[at].text) >= 12:
            wrapped[at] = True
    first = 0
    while first < len(wrapped):
        end = first
        while end < len(wrapped) and wrapped[end]:
            end += 1
        marked = sum(1 for line in lines[first:end] if _STOP_OR_COMMA.search(line.text))
        if marked * 5 < end - first:
            wrapped[first:end] = [False] * (end - first)
        first = end + 1
    return wrapped


def _is_open(line: str) -> bool:
    """Whether a sentence may go on in the next line."""
    return line[-1] not in ";:" and not ends_a_sentence(line)


def find_window(
    lines: Sequence[Line],
    forms: Sequence[str | None],
    repeated: frozenset[str],
    wrapped: Sequence[bool],
) -> tuple[int, int]:
    """Return the first and the end index of the lines between which the body lies.

    Both are 0 when no line reads as running text.
    """
    weights = [
        len(line.text) if broken and form is None else _weigh(line.text, form)
        for line, form, broken in zip(lines, forms, wrapped, strict=True)
    ]
    best, best_first, best_end = 0, 0, 0
    total, first = 0, 0
    for index, weight in enumerate(weights):
        if total <= 0:
            total, first = 0, index
        if weight > 0 and _is_teaser(weights, index):
            weight //= 3
        elif lines[index].text in repeated and _is_between_paragraphs(weights, index):
            weight = -1
        total += weight
        if total > best:
            best, best_first, best_end = total, first, index + 1
    return best_first, best_end


def _is_between_paragraphs(weights: Sequence[int], index: int) -> bool:
    """Whether running text stands next to a repeated line: a separator, not a menu entry."""
    return max(weights[max(0, index - 1) : index + 2]) > 0


def _is_teaser(weights: Sequence[int], index: int) -> bool:
    """Whether headings stand above and below a paragraph: a list of stories, each with a line."""
    return (
        0 < index < len(weights) - 1
        and weights[index - 1] in _HEADINGS
        and weights[index + 1] in _HEADINGS
    )


def _weigh(line: str, form: str | None) -> int:
    if is_prose(line):
        if form in _PROSE_OF_FORM:
            return _PROSE_OF_FORM[form]
        return min(len(line), 400) if ends_a_sentence(line) or line[-1] == ":" else _CUT_SHORT
    if form == "related":
        return _LIST_HEADING if len(line) <= 30 else _WEIGHT_OF_FORM[form]
    if form is not None:
        return _WEIGHT_OF_FORM[form]
    if not has_letters(line):
        return -6
    return _HEADINGS[0] if len(line) <= 25 else _HEADINGS[1]
