"""Say where a figure is, whose it is, who says so and of which time."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from analytics.model import Kind, Place, Speaker

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
    rf"\b(?:(?P<month>{_MONTH})\b\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>[12][0-9]{{3}}))?\b"
    rf"|(?P<day2>[0-9]{{1,2}}) (?P<month2>{_MONTH})\b\.?(?: (?P<year2>[12][0-9]{{3}}))?"
    rf"|(?P<month3>{_MONTH})\b\.?,? (?P<year3>[12][0-9]{{3}})\b"
    r"|(?:in|since|by|of|during|for|until) (?P<year4>(?:19|20)[0-9]{2})\b"
    r"|(?P<word>yesterday|today|currently|now|last year|this year|last month|this month"
    r"|next year|last week|this week)\b"
    r"|(?:on |last |this )?(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\b)"
)
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_LOCATING = re.compile(
    r"(?:\b(?:in|to|at|on|near|from|into|inside|across|of|for|off|over|against|outside|around"
    r"|within|toward|towards|through|with) (?:the |northern |southern |eastern |western |central )*)$"
)


class Surroundings:
    """The places and speakers of one article, found quickly by offset."""

    def __init__(
        self,
        lowered: str,
        places: Sequence[Place],
        speakers: Sequence[Speaker],
        published: date | None,
    ) -> None:
        self._lowered = lowered
        self._places = [p for p in places if p.iso3]
        self._starts = [p.start for p in self._places]
        self._speakers = sorted(speakers, key=lambda s: s.scope_start)
        self._scopes = [s.scope_start for s in self._speakers]
        self._published = published
        self._when: tuple[int, list[tuple[int, int, date]]] = (-1, [])

    def places_in(self, start: int, end: int) -> list[Place]:
        """List the places with a country that begin within ``start`` to before ``end``."""
        return self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def place_of(self, start: int, end: int, sentence: tuple[int, int], kind: Kind) -> str | None:
        """Find where a figure is: after it, then before it in the sentence, then further up."""
        here = self.places_in(*sentence)
        after = [p for p in here if p.start >= end]
        before = [p for p in here if p.end <= start]
        inside = [p for p in here if start <= p.start < end]
        for place in after[:2]:
            if (
                place.start - end <= 60
                and self._located(place)
                and not self._clause_between(end, place.start)
            ):
                return place.iso3
        if kind in ("percent", "duration", "distance") and not here:
            return None
        for place in reversed(before):
            if self._located(place):
                return place.iso3
        if inside:
            return inside[0].iso3
        if before:
            return before[-1].iso3
        if after:
            return after[0].iso3
        if kind in ("percent", "duration", "distance", "other", "money"):
            return None
        return self._above(sentence[0])

    def force_of(self, start: int, end: int, sentence_start: int) -> str | None:
        """Find whose the counted things are: "American troops", "the US plans to send"."""
        for place in self.places_in(start, end):
            if place.form in ("demonym", "abbreviation", "name"):
                return place.iso3
        for place in reversed(self.places_in(sentence_start, start)):
            if place.form == "demonym" or not self._located(place):
                return place.iso3
        return None

    def speaker_of(self, start: int, end: int) -> str | None:
        """Find who is credited with the words from ``start`` to ``end``; the narrowest scope."""
        best: Speaker | None = None
        last = bisect_right(self._scopes, start)
        for speaker in self._speakers[max(0, last - 8) : last]:
            if speaker.scope_end >= end and (
                best is None or speaker.scope_start >= best.scope_start
            ):
                best = speaker
        return best.name if best else None

    def as_of(self, start: int, sentence: tuple[int, int]) -> date | None:
        """Find the time a figure is about: the nearest date told in its sentence."""
        if self._when[0] != sentence[0]:
            self._when = (sentence[0], list(self._dates(*sentence)))
        told = self._when[1]
        if not told:
            return None
        return min(told, key=lambda d: (min(abs(d[0] - start), abs(start - d[1])), d[0]))[2]

    def _dates(self, start: int, end: int) -> list[tuple[int, int, date]]:
        found = []
        for match in _WHEN.finditer(self._lowered, start, end):
            day = _day(match, self._published)
            if day is not None:
                found.append((match.start(), match.end(), day))
        return found

    def _located(self, place: Place) -> bool:
        return place.form != "demonym" and bool(
            _LOCATING.search(self._lowered, max(0, place.start - 24), place.start)
        )

    def _clause_between(self, start: int, end: int) -> bool:
        between = self._lowered[start:end]
        return ";" in between or " while " in between or " but " in between

    def _above(self, sentence_start: int) -> str | None:
        at = bisect_left(self._starts, sentence_start)
        return self._places[at - 1].iso3 if at else None


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
