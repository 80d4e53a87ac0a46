"""Where a value lies on a drawing: the axes of a still chart, with their ticks."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Literal

from analytics.aggregates import words

Kind = Literal["linear", "log", "date", "category"]
TICKS = 6  # about as many on an axis of numbers
DATES = 11  # at most as many on an axis of months or years
DAYS = 7  # at most about as many on an axis of days
# Months between ticks of days, the finest that gives at most DATES of them.
STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class Scale:
    """One axis: from values to points of the drawing."""

    kind: Kind
    low: float
    high: float
    start: float  # where low lies
    end: float
    names: tuple[str, ...] = ()

    def at(self, value: Any) -> float | None:
        """Return where a value lies; what has no place (null, zero on a log axis) gives null."""
        number = self._number(value)
        if number is None:
            return None
        return self.start + (number - self.low) / (self.high - self.low) * (self.end - self.start)

    def _number(self, value: Any) -> float | None:
        if value is None or value != value:
            return None
        if self.kind == "category":
            return self.names.index(value) if value in self.names else None
        if self.kind == "date":
            return day_number(value)
        if self.kind == "log":
            return math.log10(value) if value > 0 else None
        return float(value)

    @property
    def step(self) -> float:
        """The width of one name's band."""
        return abs(self.end - self.start) / max(1.0, self.high - self.low)

    def ticks(self) -> list[tuple[float, str]]:
        """Return where the ticks lie, with what they say."""
        if self.kind == "category":
            said = [(self.at(name), name) for name in self.names]
        elif self.kind == "date":
            said = [(self.at(day), text) for day, text in _days(self.low, self.high)]
        elif self.kind == "log":
            tens = range(math.ceil(self.low), math.floor(self.high) + 1)
            said = [(self.at(10.0**ten), number(10.0**ten)) for ten in tens]
        else:
            said = [(self.at(value), number(value)) for value in _round(self.low, self.high)]
        return [(point, text) for point, text in said if point is not None]


def scale_of(
    axis: Mapping[str, Any], values: Sequence[Any], start: float, end: float, zero: bool
) -> Scale:
    """Make the scale of an axis.

    Args:
        axis: Plotly's axis: ``type``, ``rangemode``, ``range`` and ``categoryarray`` are used.
        values: everything that is drawn along it; nulls are left out.
        start: the point of the least value, or of the first name.
        end: the point of the largest.
        zero: whether zero belongs to it, as where bars stand on it.
    """
    held = [value for value in values if value is not None and value == value]
    if axis.get("type") == "date":
        days = [day_number(value) for value in (axis.get("range") or held)]
        if not days:  # nothing has a day: an axis without a place
            return Scale("category", -0.5, 0.5, start, end)
        low, high = min(days), max(days)
        edge = 0.0 if zero else max(1.0, (high - low) * 0.02)
        return Scale("date", low - edge, high + edge, start, end)
    if any(isinstance(value, str) for value in held):
        names = tuple(dict.fromkeys([*(axis.get("categoryarray") or ()), *held]))
        return Scale("category", -0.5, len(names) - 0.5, start, end, names)
    if axis.get("type") == "log":
        tens = [math.log10(value) for value in held if value > 0] or [0.0]
        return Scale("log", min(tens) - 0.1, max(max(tens), min(tens) + 0.5) + 0.1, start, end)
    if axis.get("range"):
        low, high = axis["range"]
        return Scale("linear", float(low), float(high), start, end)
    zero = zero or axis.get("rangemode") == "tozero"
    low, high = min(held, default=0.0), max(held, default=1.0)
    low, high = (min(low, 0.0), max(high, 0.0)) if zero else (low, high)
    room = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
    below = 0.0 if zero and low == 0 else room
    return Scale("linear", low - below, high + room, start, end)


def day_number(value: Any) -> float:
    """Return the number of a day that is given as text."""
    return float(date.fromisoformat(str(value)[:10]).toordinal())


def number(value: float) -> str:
    """Say a number on an axis: "28,500", "7.6 billion"."""
    return words.number(value)


def _round(low: float, high: float) -> Iterable[float]:
    """Yield round numbers between two, about ``TICKS`` of them."""
    rough = (high - low) / TICKS
    ten = 10 ** math.floor(math.log10(rough))
    step = next(ten * by for by in (1, 2, 2.5, 5, 10) if ten * by >= rough)
    first = math.ceil(low / step - 1e-9)
    return [round(place * step, 10) for place in range(first, math.floor(high / step + 1e-9) + 1)]


def _days(low: float, high: float) -> list[tuple[str, str]]:
    """Return the days of an axis that carry a tick, with what they say."""
    first, last = (date.fromordinal(max(1, int(day))) for day in (low, high))
    months = (last.year - first.year) * 12 + last.month - first.month
    if months < 3:
        return _near_days(int(low), int(high))
    step = next((step for step in STEPS if months / step <= DATES), STEPS[-1])
    begin = (first.year * 12 + first.month - 1) // step * step
    starts = [date(m // 12, m % 12 + 1, 1) for m in range(begin, begin + months + 2 * step, step)]
    within = [day for day in starts if low <= day.toordinal() <= high]
    form = "%Y" if step >= 12 else "%b %Y"
    return [(day.isoformat(), f"{day:{form}}") for day in within]


def _near_days(low: int, high: int) -> list[tuple[str, str]]:
    step = max(1, -(-(high - low) // DAYS))
    days = [date.fromordinal(day) for day in range(low, high + 1, step)]
    said = [f"{day:%-d %b}" for day in days]
    for place, (before, day) in enumerate(pairwise([None, *days])):
        if day is not None and (before is None or before.year != day.year):
            said[place] = f"{day:%-d %b %Y}"
    return [(day.isoformat(), text) for day, text in zip(days, said, strict=True)]
