"""Find the time that a figure is about: the nearest date told in its sentence."""

import re
from bisect import bisect_left
from datetime import date, timedelta

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from analytics.matcher import spell

_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|"
        "sep sept september|oct october|nov november|dec december".split("|"),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WHEN = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\b\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:,? (?P<year>[12][0-9]{{3}}))?\b"
    rf"|(?P<day2>[0-9]{{1,2}}) (?P<month2>{_MONTH})\b\.?(?: (?P<year2>[12][0-9]{{3}}))?"
    rf"|(?P<month3>{_MONTH})\b\.?,? (?P<year3>[12][0-9]{{3}})\b"
    r"|(?:in|since|by|of|during|for|until) (?P<year4>(?:19|20)[0-9]{2})\b"
    r"|(?P<word>yesterday|today|currently|now|last year|this year|last month|this month"
    r"|next year|last week|this week)\b"
    r"|(?:on |last |this )?(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\b)"
)
# A part of every phrase that names a time, which a sentence is first asked for.
_PARTS = (
    *_MONTHS,
    *"yesterday|today|currently|now|monday|tuesday|wednesday|thursday".split("|"),
    *"friday|saturday|sunday|last year|this year|next year".split("|"),
    *"last month|this month|last week|this week".split("|"),
    *(
        f"{word} {century}"
        for word in "in since by of during for until".split()
        for century in ("19", "20")
    ),
)
_HINTS = BytesAhoCorasick([spell(part) for part in _PARTS], matchkind=MatchKind.LeftmostLongest)
_BEFORE = 5  # characters of a phrase before its part: "this ", "12 "
_AFTER = 40  # and from there on, at most: "september 30th, 2021"
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


class Times:
    """The dates that an article tells, found sentence by sentence."""

    def __init__(self, lowered: str, published: date | None) -> None:
        self._lowered = lowered
        self._published = published
        self._hints: list[int] | None = None  # where a time may be told, in order
        self._when: tuple[tuple[int, int], list[tuple[int, int, date]]] = ((-1, -1), [])

    def of(self, start: int, sentence: tuple[int, int]) -> date | None:
        """Find the time of a figure; null where its sentence tells none."""
        if self._when[0] != sentence:
            self._when = (sentence, self._dates(*sentence))
        told = self._when[1]
        if len(told) < 2:
            return told[0][2] if told else None
        return min(told, key=lambda d: (min(abs(d[0] - start), abs(start - d[1])), d[0]))[2]

    def _dates(self, start: int, end: int) -> list[tuple[int, int, date]]:
        if self._hints is None:
            lowered = self._lowered
            hits = _HINTS.find_matches_as_indexes(spell(lowered))
            # Each part begins a word: the "may" of "dismay" is none.
            self._hints = [at for _, at, _ in hits if not at or not lowered[at - 1].isalnum()]
        found = []
        since = start
        first, last = bisect_left(self._hints, start), bisect_left(self._hints, end)
        for hint in self._hints[first:last]:
            if hint < since:
                continue
            since = max(since, hint - _BEFORE)
            match = _WHEN.search(self._lowered, since, min(hint + _AFTER, end))
            if match is None or match.start() > hint:
                continue
            since = match.end()
            day = _day(match, self._published)
            if day is not None:
                found.append((match.start(), since, day))
        return found


def _day(match: re.Match[str], published: date | None) -> date | None:
    """Give the day, or the first day of the month or year, that a phrase names."""
    month = match["month"] or match["month2"] or match["month3"]
    year = match["year"] or match["year2"] or match["year3"] or match["year4"]
    if month:
        number = int(year) if year else _nearest_year(_MONTHS[month], published)
        if number is None:
            return None
        return _date(number, _MONTHS[month], int(match["day"] or match["day2"] or 1))
    if year:
        return _date(int(year), 1, 1)
    if published is None:
        return None
    if match["weekday"] and published.year > 1:
        back = (published.weekday() - _WEEKDAYS.index(match["weekday"])) % 7
        return published - timedelta(days=back)
    return _relative(match["word"], published)


def _nearest_year(month: int, published: date | None) -> int | None:
    """A month without a year is the last one before the day of publication."""
    if published is None:
        return None
    return published.year if month <= published.month else published.year - 1


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # "February 30": not a day
        return None


def _relative(word: str, published: date) -> date | None:
    if not 2 <= published.year < 9999:
        return None
    first = published.replace(day=1)
    return {
        "yesterday": published - timedelta(days=1),
        "last year": date(published.year - 1, 1, 1),
        "this year": date(published.year, 1, 1),
        "next year": date(published.year + 1, 1, 1),
        "last month": (first - timedelta(days=1)).replace(day=1),
        "this month": first,
        "last week": published - timedelta(days=7),
    }.get(word, published)
