"""Points in time as people and machines print them, in any of the usual forms.

A moment may lack its year ("June 25"), its clock or its offset from UTC; nothing is filled in here.
Day and month are checked against the calendar; a form that is no date gives no moment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal

FIRST_YEAR, LAST_YEAR = 1900, 2099

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_BY_NAME = {name: number for number, name in enumerate(_MONTHS, start=1)}
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_YEAR = r"(?P<year>(?:1[89]|2\d)\d{2})(?!\d(?!\d?:\d))"  # "20247:55" is a year and a clock
# Each with the marks of which it needs one, or none.
_FORMS = tuple(
    (marks, re.compile(form, re.IGNORECASE))
    for marks, form in (
        # 2024-10-16T00:00:00+08:00, 2024-10-16
        (
            "-",
            r"(?<!\d)(?P<year>\d{4})-(?P<number>\d{1,2})-(?P<day>\d{1,2})(?!\d)(?:(?:T|\s{1,2})"
            r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?\s?"
            r"(?P<zone>Z\b|[+-]\d{2}:?\d{2}(?!\d))?)?",
        ),
        # Oct 16, 2024; October 16th 2024; Oct. 16
        (
            "",
            rf"\b{_MONTH}\s{{0,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s{{0,2}}{_YEAR})?",
        ),
        # 16 October 2024; 16-Oct-24; 16th Oct
        (
            "",
            rf"(?<![\d.:])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s{{1,2}}(?:of\s)?|-){_MONTH}"
            rf"(?:,?\s{{1,2}}{_YEAR}|-(?P<short>\d{{2}})(?!\d)|-(?P<dashed>\d{{4}})(?!\d))?",
        ),
        # 2024/10/16, 2024.10.16
        (
            "/.",
            r"(?<!\d)(?P<year>(?:19|20)\d{2})[/.]\s?(?P<number>\d{1,2})[/.]\s?(?P<day>\d{1,2})"
            r"(?!\d)",
        ),
        # 16.10.2024, 16/10/2024: which is the day is not settled here
        (
            "/.-",
            r"(?<![\d.])(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)"
            r"(?P<year>\d{4}|\d{2})(?![\d.])",
        ),
        # 20241016
        (
            "",
            r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<number>0[1-9]|1[0-2])"
            r"(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        ),
    )
)
_DIGIT = re.compile(r"\d")
_EPOCH = re.compile(r"(?P<seconds>1?\d{9})(?:\.\d+|(?P<thousandths>\d{3}))?")
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?(?!\d)\s{0,2}"
    r"(?P<half>[ap]\.?m\b\.?)?\s{0,2}\(?(?P<zone>Z\b|(?:UTC|GMT)?\s?[+-]\d{2}:?\d{2}(?!\d)"
    r"|[A-Z]{2,4}\b)?",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\b(?P<hour>1[0-2]|[1-9])\s?(?P<half>[ap])\.?m\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven)\s?"
    r"(?P<unit>min(?:ute)?s?|m|h(?:ou)?rs?|h|days?|d|weeks?|wk?s?|months?|years?|yrs?)\s{1,2}ago\b"
    r"|\b(?P<word>yesterday|today|just now)\b",
    re.IGNORECASE,
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
           "seven": 7}  # fmt: skip
_MINUTES_BY_ZONE = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "west": 60, "cest": 120, "eet": 120,
    "sast": 120, "eest": 180, "msk": 180, "trt": 180, "irst": 210, "gst": 240, "amt": 240,
    "azt": 240, "aft": 270, "pkt": 300, "ist": 330, "npt": 345, "ict": 420, "wib": 420, "hkt": 480,
    "sgt": 480, "pht": 480, "myt": 480, "awst": 480, "jst": 540, "kst": 540, "aest": 600,
    "aedt": 660, "nzst": 720, "nzdt": 780, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600,
}  # fmt: skip
_STANDARD_BY_ZONE = {"et": -300, "ct": -360, "mt": -420, "pt": -480}  # US, summer time by rule
Precision = Literal["day", "hour", "minute", "second"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as printed: ``month`` and ``day`` always, the rest where it stands."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    hour: int | None = None
    minute: int = 0
    second: int | None = None
    offset: timezone | None = None
    unsettled: bool = False  # day and month might be the other way round

    @property
    def whole(self) -> date | None:
        """The calendar day, or nothing while the year is not known."""
        return _calendar_day(self.year, self.month, self.day) if self.year is not None else None

    @property
    def precision(self) -> Precision:
        """How fine the moment is told."""
        if self.hour is None:
            return "day"
        return "minute" if self.second is None else "second"

    def instant(self, offset: timezone | None = None) -> datetime | None:
        """The instant, where day, clock and offset are known; ``offset`` stands in for none."""
        day, zone = self.whole, self.offset or offset
        if day is None or self.hour is None or zone is None:
            return None
        return datetime(
            day.year, day.month, day.day, self.hour, self.minute, self.second or 0, tzinfo=zone
        )


def find_moments(text: str, day_first: bool = False) -> Iterator[Moment]:
    """Yield the moments of a short text (a field, a line), left to right.

    Args:
        text: at most a few hundred characters are meant.
        day_first: reads 3/4/2021 as the third of April.
    """
    if _DIGIT.search(text) is None:
        return
    found = []
    taken: list[tuple[int, int]] = []
    for marks, form in _FORMS:
        if marks and not any(mark in text for mark in marks):
            continue
        for match in form.finditer(text):
            start, end = match.span()
            if any(start < t_end and t_start < end for t_start, t_end in taken):
                continue
            moment = _moment(match, day_first)
            if moment is not None:
                taken.append((start, end))
                found.append(moment)
    found.sort(key=lambda moment: moment.start)
    for index, moment in enumerate(found):
        low = found[index - 1].end if index else 0
        high = found[index + 1].start if index + 1 < len(found) else len(text)
        yield _with_clock(moment, text, low, high) if moment.hour is None else moment


def epoch_moment(text: str) -> Moment | None:
    """Read seconds or milliseconds since 1970, as feeds and databases give them."""
    match = _EPOCH.fullmatch(text.strip())
    if match is None:
        return None
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(match["seconds"]))
    return Moment(0, len(text), at.year, at.month, at.day, at.hour, at.minute, at.second,
                  UTC)  # fmt: skip


def relative_days(text: str) -> int | None:
    """Return how many days ago a short text says: "3 days ago" is 3, "8 hrs ago" 0.

    Weeks and longer give nothing: no day follows from them.
    """
    match = _RELATIVE.search(text)
    if match is None:
        return None
    if match["word"]:
        return 1 if match["word"].lower() == "yesterday" else 0
    unit = match["unit"].lower()
    if unit[0] == "d":
        count = match["count"].lower()
        return _COUNTS[count] if count in _COUNTS else int(count)
    return 0 if unit[0] == "h" or unit in ("m", "min", "mins", "minute", "minutes") else None


def is_relative(text: str) -> bool:
    """Whether a short text says how long ago rather than when."""
    return _RELATIVE.search(text) is not None


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moment(match: re.Match[str], day_first: bool) -> Moment | None:
    parts = match.groupdict()
    unsettled = False
    if parts.get("one"):
        one, two = int(parts["one"]), int(parts["two"])
        unsettled = one <= 12 and two <= 12 and one != two and parts["mark"] != "."
        turned = one > 12 or ((day_first or parts["mark"] == ".") and two <= 12)
        day, month = (one, two) if turned else (two, one)
    else:
        day = int(parts["day"])
        name = parts.get("month")
        month = MONTH_BY_NAME[name[:3].lower()] if name else int(parts["number"])
    digits = parts.get("year") or parts.get("dashed") or parts.get("short")
    year = int(digits) if digits else None
    if year is not None and year < 100:
        year += 2000 if year < 70 else 1900
    if _calendar_day(year or 2000, month, day) is None:
        return None
    moment = Moment(match.start(), match.end(), year, month, day, unsettled=unsettled)
    if parts.get("hour"):
        return _clocked(moment, match) or moment
    return moment


def _with_clock(moment: Moment, text: str, low: int, high: int) -> Moment:
    """Add the clock that stands behind the date, or else before it."""
    for start, end in ((moment.end, high), (low, moment.start)):
        if match := _CLOCK.search(text, start, end):
            return _clocked(moment, match) or moment
    if match := _HOUR.search(text, moment.end, high):
        hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
        return Moment(moment.start, max(moment.end, match.end()), moment.year, moment.month,
                      moment.day, hour, unsettled=moment.unsettled)  # fmt: skip
    return moment


def _clocked(moment: Moment, match: re.Match[str]) -> Moment | None:
    parts = match.groupdict()
    hour, minute = int(parts["hour"]), int(parts["minute"])
    second = int(parts["second"]) if parts.get("second") else None
    if half := parts.get("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0].lower() == "p" else 0)
    if hour > 23 or minute > 59 or (second or 0) > 59:
        return None
    return Moment(
        min(moment.start, match.start()), max(moment.end, match.end()), moment.year, moment.month,
        moment.day, hour, minute, second, _offset(parts.get("zone"), moment), moment.unsettled,
    )  # fmt: skip


def _offset(zone: str | None, moment: Moment) -> timezone | None:
    if not zone:
        return None
    name = zone.lower().strip()
    digits = re.search(r"([+-])(\d{2}):?(\d{2})", name)
    if digits:
        minutes = int(digits[2]) * 60 + int(digits[3])
        if minutes >= 24 * 60:
            return None
        return timezone(timedelta(minutes=-minutes if digits[1] == "-" else minutes))
    if name in _STANDARD_BY_ZONE and moment.year is not None:
        summer = _is_us_summer(date(moment.year, moment.month, moment.day))
        return timezone(timedelta(minutes=_STANDARD_BY_ZONE[name] + (60 if summer else 0)))
    minutes_known = _MINUTES_BY_ZONE.get(name)
    return None if minutes_known is None else timezone(timedelta(minutes=minutes_known))


def _is_us_summer(day: date) -> bool:
    """Summer time in the United States since 2007: second Sunday of March to first of November."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    start = march + timedelta(days=6 - march.weekday())
    end = november + timedelta(days=6 - november.weekday())
    return start <= day < end
