"""Where the body of a raw page starts and ends: by text density and forms of lines.

A raw page has more menu than body. Each line gets a weight, for running text its length, against it
for menu entries, other stories' headlines and page services; the body is the heaviest run of lines.
"""

from collections import Counter
from collections.abc import Sequence

from analytics.extract.lines import Line, ends_a_sentence, has_letters, is_prose

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
    "promo": -120,
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


def wrapped_lines(lines: Sequence[Line]) -> list[bool]:
    """Say of each line whether a paragraph was broken at its start or at its end."""
    lower = [line.text[0].islower() and " " in line.text for line in lines]
    lower.append(False)
    return [
        len(line.text) >= 12 and " " in line.text and (lower[i] or lower[i + 1])
        for i, line in enumerate(lines)
    ]


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
        len(line.text) if broken and form is None else _weigh(line.text, form, repeated)
        for line, form, broken in zip(lines, forms, wrapped, strict=True)
    ]
    best, best_first, best_end = 0, 0, 0
    total, first = 0, 0
    for index, weight in enumerate(weights):
        if total <= 0:
            total, first = 0, index
        if weight > 0 and _is_teaser(weights, index):
            weight //= 3
        total += weight
        if total > best:
            best, best_first, best_end = total, first, index + 1
    return best_first, best_end


def _is_teaser(weights: Sequence[int], index: int) -> bool:
    """Whether headings stand above and below a paragraph: a list of stories, each with a line."""
    return (
        0 < index < len(weights) - 1
        and weights[index - 1] in _HEADINGS
        and weights[index + 1] in _HEADINGS
    )


def _weigh(line: str, form: str | None, repeated: frozenset[str]) -> int:
    if line in repeated:
        return -1
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
