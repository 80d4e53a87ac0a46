"""Where the body of a raw page starts and ends: by text density and forms of lines.

A raw page has more menu than body. Each line gets a weight, for running text its length, against it
for menu entries, other stories' headlines and page services; the body is the heaviest run of lines.
"""

from collections import Counter
from collections.abc import Sequence

from analytics.extract.lines import Line, has_letters, is_prose

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
}
_PROSE_OF_FORM = {"promo": -120, "navigation": -60, "tail": -60, "end": -260, "related": -50}


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


def find_window(
    lines: Sequence[Line], forms: Sequence[str | None], repeated: frozenset[str]
) -> tuple[int, int]:
    """Return the first and the end index of the lines between which the body lies.

    Both are 0 when no line reads as running text.
    """
    best, best_first, best_end = 0, 0, 0
    total, first = 0, 0
    for index, line in enumerate(lines):
        if total <= 0:
            total, first = 0, index
        total += _weigh(line.text, forms[index], repeated)
        if total > best:
            best, best_first, best_end = total, first, index + 1
    return best_first, best_end


def _weigh(line: str, form: str | None, repeated: frozenset[str]) -> int:
    if line in repeated:
        return -1
    if is_prose(line):
        return _PROSE_OF_FORM[form] if form in _PROSE_OF_FORM else min(len(line), 400)
    if form is not None:
        return _WEIGHT_OF_FORM[form]
    if not has_letters(line):
        return -6
    return -14 if len(line) <= 25 else -24
