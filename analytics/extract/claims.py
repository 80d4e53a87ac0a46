"""Say where a figure is, whose it is, who says so and of which time."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

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
    rf"\b(?:(?P<month>{_MONTH})\b\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:,? (?P<year>[12][0-9]{{3}}))?\b"
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
    r"|within|toward|towards|through|with)"
    r" (?:the |northern |southern |eastern |western |central )*)$"
)
_ADJECTIVES = (
    r"(?:(?:the|northern|southern|eastern|western|central|northwest|northeast|southwest|southeast"
    r"|north|south|nearby|neighbou?ring|all of|most of|parts of|occupied"
    r"|(?:north|south|east|west)ern and) ){0,4}"
)
_GROUND = re.compile(
    r"\b(?:in|at|on|near|into|inside|across|outside|around|within|throughout|over|through|off|onto"
    r"|to|toward|towards|invasion of|capital of|(?:north|south|east|west|outskirts|province|city"
    r"|town|village|region|district|rest|whole|parts?|most|all|government) of"
    rf"|against|targeting|bombing|striking|hitting|reach(?:es|ed|ing)?) {_ADJECTIVES}$"
)
_RECEIVER = re.compile(
    r"\b(?:to|for|toward|towards|in|on|give|gives|giving|provide|providing|sell|offered|arm"
    rf"|arming|help|helps|helping|support|supporting|assist) {_ADJECTIVES}$"
)
_NOUN_NEXT = re.compile(
    r"[ -](?!(?:and|or|has|have|had|is|was|were|are|to|in|on|for|by|with|over|as|at"
    r"|from|after|since|during|before|will|would|that|which|who|while|when|where|but|last|this"
    r"|next|could|should|may|said|says)\b)[a-z]"
)
_APART = re.compile(r"[;:]|\b(?:while|but|whereas|after|before|when|as)\b|, (?:and|which|where)\b")
_AND = re.compile(r",? (?:and|or|&) (?:the |in |neighbou?ring )?|, ")
_ASIDE = frozenset(("percent", "duration", "distance", "other"))
_THE_COUNTRY = re.compile(
    r"\b(?:in|to|from|inside|across) (?:the|this|that) (?:country|nation)\b|\bthere\b"
)
_MOST = 100  # places that are asked where the story is
_FIRST = 600  # characters of a story that most likely tell where it is
_WHO = re.compile(r",? (?:which|who|where|whose) ")
_TAKEN = frozenset(("captured", "displaced"))
_SITES = frozenset(
    """cities city towns town villages village hospitals hospital schools school homes houses
    buildings building locations sites bases provinces districts checkpoints households camps
    settlements airports mosques churches shelters neighborhoods neighbourhoods
    apartments""".split()
)
_GIVEN = re.compile(r"\b(?:aid|assistance|package|invest|loan|grant)")
_DIGIT = re.compile(r"[0-9]")
_BASED = re.compile(
    r"(?<!are )(?<!is )(?<!was )(?<!were )(?<!be )(?<!been )"
    r"\b(?:based|headquartered) (?:in|at) (?:[^,]{0,30}, )?$"
)
_SENT = frozenset(("personnel", "weapons_platforms", "percent"))
_AWAY = re.compile(r"\)?(?: \([^)]{1,20}\))? (?:away )?from ")
_FIRST_IN = re.compile(r"\b(?:first|last|only|worst|deadliest|largest|biggest)\b.{0,16} in $")
_LOST = frozenset(("destroyed", "intercepted", "captured"))
_REGION = re.compile(r" (?:region|area|province|oblast|suburbs?|district)\b")
_TOWN = re.compile(
    r"\b(?:in|near|at|on|of) (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)[a-z’'-]{3,20}"
    rf"(?: [a-z’'-]{{3,20}})?, {_ADJECTIVES}$"
)
_LEAVING = frozenset(("withdrawn", "cut", "displaced", "released"))
_NEAR = 80  # characters after a figure in which its clause may still say where


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
        self._all = places
        self._all_starts = [p.start for p in places]
        self._places = [p for p in places if p.iso3]
        self._starts = [p.start for p in self._places]
        self._speakers = sorted(speakers, key=lambda s: s.scope_start)
        self._scopes = [s.scope_start for s in self._speakers]
        self._published = published
        self._when: tuple[int, list[tuple[int, int, date]]] = (-1, [])

    def places_in(self, start: int, end: int) -> list[Place]:
        """List the places with a country that begin within ``start`` to before ``end``."""
        return self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def place_of(
        self,
        start: int,
        end: int,
        sentence: tuple[int, int],
        kind: Kind,
        role: str | None = None,
        people: bool = False,
        unit: str | None = None,
    ) -> str | None:
        """Find where the counted things are or happened, as an ISO 3166 alpha-3 code.

        The clause tells first ("in", "near", "to" a place after the figure), then the nearest such
        place of the sentence; a sum goes to its receiver, or is of whom the sentence names. What
        is counted on the ground is where the text last was, or where the story is. Null where the
        place is not told, or is several countries or none.
        """
        here = self._all[
            bisect_left(self._all_starts, sentence[0]) : bisect_left(self._all_starts, sentence[1])
        ]
        after = [k for k, p in enumerate(here) if p.start >= end]
        if self._lowered[max(0, start - 3) : start] in ("'s ", "’s "):
            owner = next((p for p in here if p.end + 3 == start), None)
            if owner is not None:
                return owner.iso3
        if kind == "distance" and _AWAY.match(self._lowered, end):
            return None
        told = self._in_clause(here, after, end, kind, role)
        if told is None and kind in _ASIDE and self._relates(start):
            return None
        if told is None and kind != "percent":
            before = [k for k, p in enumerate(here) if p.end <= start]
            near = before[-1:] if kind == "money" else reversed(before)
            told = next((k for k in near if self._says(here[k], kind)), None)
        if told is not None:
            return self._alone(here, told)
        if kind == "percent":
            return self._only(here)
        if kind in _ASIDE and not (unit in _SITES and kind == "other") and role not in _TAKEN:
            if kind == "other" and self._the_country(sentence):
                return self._the_country(sentence)
            named = any(p.iso3 for p in here)
            if people and not named:
                return self._story
            return self._only(here) if people or kind == "duration" else None
        if kind == "money":
            told = next((k for k in after if self._says(here[k], kind)), None)
            if told is not None:
                return self._alone(here, told)
            # by one country, to whom the story is about
            given = role in ("pledged", "delivered") or _GIVEN.search(
                self._lowered, max(sentence[0], start - 40), min(sentence[1], end + 40)
            )
            return (given and self._story) or self._whose(start, end, sentence)
        if kind in ("weapons_platforms", "munitions") and role not in _LOST:
            owners = [p for p in here if p.iso3 and p.end <= start]
            if owners:
                return owners[-1].iso3
        for k in after:
            if _WHO.search(self._lowered, end, here[k].start):
                break
            if self._says(here[k], kind):
                return self._alone(here, k)
        return self._the_country(sentence) or self._story

    def _in_clause(
        self, here: Sequence[Place], after: Sequence[int], end: int, kind: Kind, role: str | None
    ) -> int | None:
        """Find the place that the figure's own clause names after it."""
        home = None
        for k in after:
            gap = self._lowered[end : here[k].start]
            if len(gap) > _NEAR or _APART.search(gap) or (home is not None and _DIGIT.search(gap)):
                break
            if _BASED.search(gap):
                home = k if home is None else home
                continue
            if self._says(here[k], kind) or (role in _LEAVING and gap.endswith("from ")):
                return k
        return home

    def _relates(self, start: int) -> bool:
        """Tell what relates to something else: "the first in 12 years", "the two"."""
        before = self._lowered[max(0, start - 24) : start]
        two = before.endswith("the ") and self._lowered.startswith("two", start)
        return two or bool(_FIRST_IN.search(before))

    def _says(self, place: Place, kind: Kind) -> bool:
        if place.iso3 is None and (place.kind != "region" or kind not in _SENT):
            return False
        return self._receives(place) if kind == "money" else self._grounds(place)

    @staticmethod
    def _only(here: Sequence[Place]) -> str | None:
        """Give the one country that a sentence names, if it names one."""
        countries = {p.iso3 for p in here if p.iso3}
        return countries.pop() if len(countries) == 1 else None

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
        """Tell a place by its preposition, as against one that acts or is a nationality."""
        return place.form != "demonym" and bool(
            _LOCATING.search(self._lowered, max(0, place.start - 24), place.start)
        )

    def _grounds(self, place: Place) -> bool:
        """Tell whether something is said to be, happen or go there."""
        if place.form == "demonym" or place.kind == "organisation":
            return False
        if place.government and not _REGION.match(self._lowered, place.end):
            return False
        if "-" in (
            self._lowered[place.start - 1 : place.start],
            self._lowered[place.end : place.end + 1],
        ):
            return False
        if place.form == "abbreviation" and _NOUN_NEXT.match(self._lowered, place.end):
            return False
        if place.kind in ("city", "base", "region", "territory") and place.form != "capital":
            return True
        before = max(0, place.start - 60)
        if _GROUND.search(self._lowered, before, place.start):
            return True
        closed = self._lowered[place.end : place.end + 1] in (",", ".", ";", ")", "")
        return closed and bool(_TOWN.search(self._lowered, before, place.start))

    def _receives(self, place: Place) -> bool:
        """Tell whether a sum is said to be for that country."""
        if place.form == "demonym" or (
            place.form == "abbreviation" and _NOUN_NEXT.match(self._lowered, place.end)
        ):
            return False
        return bool(_RECEIVER.search(self._lowered, max(0, place.start - 50), place.start))

    def _alone(self, here: Sequence[Place], k: int) -> str | None:
        """Give the country of a place, or null where it is one of several in a row."""
        place = here[k]
        for other in here[max(0, k - 1) : k + 2]:
            first, second = (other, place) if other.start < place.start else (place, other)
            if other.iso3 != place.iso3 and _AND.fullmatch(self._lowered, first.end, second.start):
                return None
        return place.iso3

    def _whose(self, start: int, end: int, sentence: tuple[int, int]) -> str | None:
        """Find whose a sum is: the last country named before it, else the next, else the story."""
        before = self.places_in(sentence[0], start)
        after = self.places_in(end, sentence[1])
        if before:
            return before[-1].iso3
        return after[0].iso3 if after else self._story

    def _the_country(self, sentence: tuple[int, int]) -> str | None:
        """Read "in the country" as the country last named that the sentence does not name."""
        if not _THE_COUNTRY.search(self._lowered, *sentence):
            return None
        named = {p.iso3 for p in self.places_in(*sentence)}
        at = bisect_left(self._starts, sentence[0])
        for place in reversed(self._places[max(0, at - 12) : at]):
            if place.iso3 not in named:
                return place.iso3
        return None

    @cached_property
    def _story(self) -> str | None:
        """Where the story is: the country most spoken of, weighed by place and by beginning."""
        votes: Counter[str] = Counter()
        first = self._starts[0] if self._starts else 0
        said = -_FIRST
        for place in self._places[:_MOST]:
            if place.iso3 and place.start - said > 3:  # "Doha, Qatar" is one place
                weight = 3 if self._grounds(place) else 1
                votes[place.iso3] += weight * (2 if place.start - first < _FIRST else 1)
            said = place.end
        return votes.most_common(1)[0][0] if votes else None


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
