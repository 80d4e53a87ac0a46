"""Find where the counted things are or where it happened: the country of each figure.

What the figure's own clause says comes first, then the sentence, then the setting of the article.
Null where several countries answer, or none.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from analytics.extract.setting import Body, Setting
from analytics.extract.stances import is_ground, is_receiver
from analytics.model import Kind, Place

_APART = re.compile(
    r"[;:]|\b(?:while|but|whereas|after|before|when|as|according to)\b|, (?:and|which|where)\b"
)
_AND = re.compile(r"(?: in [12][0-9]{3})?,? (?:and|or|&) (?:the |in |neighbou?ring |later in )?|, ")
_THE_COUNTRY = re.compile(
    r"\b(?:in|to|from|inside|across) (?:the|this|that) (?:country|nation)\b|\bthere\b"
)
_ELSE = re.compile(r",? (?:which|who|where|whose|since|while|whereas) |;")
_GIVEN = re.compile(r"\b(?:aid|assistance|package|invest|loan|grant)")
_A_NOUN = re.compile(
    r" (?:base|bases|fleet|command|region|island|islands|nations?|countries|states|coast|port|ally"
    r"|allies|officials?|theater|theatre|union|council)\b"
)
_NUMBER = re.compile(r"\b[0-9][0-9,.]*\b")
_BASED = re.compile(
    r"(?<!are )(?<!is )(?<!was )(?<!were )(?<!be )(?<!been )"
    r"\b(?:based|headquartered) (?:in|at) (?:[^,]{0,30}, )?$"
)
_AWAY = re.compile(
    r"\)?(?: \([^)]{1,20}\))? (?:away )?(?:(?:north|south|east|west)\w{0,8} )?(?:from|of) "
)
_FROM = re.compile(r"\bfrom (?:the )?$")
_MEMBERS = re.compile(r"\bmember[ -]states?\b")
_BETWEEN = re.compile(r"\bdistance\b|\bbetween (?![0-9])|\bshares? a(?:n)? $")
_SHOT_BY = re.compile(r"\b(?:intercepted|shot down|downed) by (?:the )?$")
_MOVED = re.compile(r"\b(?:in)?to (?:the |northern |southern |eastern |western ){0,2}$")
_TELLS = re.compile(
    r"(?:['’]s)?(?: [a-z’'-]{2,14}){0,4} (?:said|says|say|told|reported|reports"
    r"|estimates?|estimated|believes?|announced)\b"
)
_WITHIN = re.compile(r"\b(?:in|on) (?:[a-z]+ern )?$")
_WIDE = re.compile(
    r"\)?(?: \([^)]{1,20}\))?(?:-(?:wide|long))? (?:[a-z]{2,12} ){0,2}(?:strait|border|channel)\b"
)
_AT_SEA = re.compile(
    r"\b(?:through|in|into|across|over) (?:the strait|international (?:waters|airspace)"
    r"|the high seas)\b"
)
_FIRST_IN = re.compile(r"\b(?:first|last|only|worst|deadliest|largest|biggest)\b.{0,16} in $")
_WORLD = re.compile(r"\b(?:world|global|globally|international|worldwide|europe|nato)\b")
_TAKEN = frozenset(("captured", "displaced", "released", "evacuated"))
_SITES = frozenset(
    """cities city towns town villages village hospitals hospital schools school homes houses
    buildings building locations sites bases provinces districts checkpoints households camps
    settlements airports mosques churches shelters neighborhoods neighbourhoods
    apartments targets positions tunnels factories plants facilities stations offices compounds
    graves wells bridges roads farms fields fronts islands tents outposts posts shops stores points
    hectares acres blocks streets""".split()
)
# Those who deal with one another, and those who are cited: nothing that is in a place.
_PARTIES = frozenset(
    """countries country nations nation sides side leaders powers rivals neighbors neighbours
    allies governments parties adversaries superpowers signatories member-states""".split()
)
_TELLERS = frozenset(
    """officials official sources source diplomats diplomat analysts analyst experts expert aides
    aide""".split()
)
_SHORT = frozenset("minute minutes hour hours day days week weeks month months".split())
_THINGS = frozenset(("weapons_platforms", "munitions"))
_SENT = frozenset(("personnel", "weapons_platforms", "percent"))
_AFLOAT = frozenset(("personnel", "casualties", "events", "weapons_platforms"))
_PEOPLE = frozenset(("person", "fighter", "captive"))
_ABROAD = frozenset("USA GBR FRA DEU CAN AUS ITA ESP NLD DNK POL NOR TUR RUS CHN JPN KOR".split())
_LOST = frozenset(("destroyed", "intercepted", "captured", "killed", "hit"))
_LEAVING = frozenset(("withdrawn", "cut", "displaced", "released"))
_FEW = 6  # officials who are cited
_NEAR = 80  # characters after a figure in which its clause may still say where


class Asked(NamedTuple):
    """What is known of a figure when its place is asked for."""

    start: int
    end: int
    sentence: tuple[int, int]
    kind: Kind
    role: str | None = None
    unit: str | None = None
    group: str = ""  # of the noun: person, fighter, captive, unit, toll; blank for things
    of: str | None = None
    low: float | None = None
    force: str | None = None


class Where:
    """Answers where the figures of one article are."""

    def __init__(self, lowered: str, places: Sequence[Place], setting: Setting) -> None:
        self._lowered = lowered
        self._places = places
        self._starts = [p.start for p in places]
        self._setting = setting
        self._story = setting.country
        total = sum(setting.weights.values())
        self._scattered = setting.weights.get(setting.country or "", 0.0) < 0.5 * total
        self._body_starts = [b.start for b in setting.bodies]
        self._grounds: dict[int, bool] = {}
        self._by_kind: dict[Kind, Callable[[Asked, range], str | None]] = {
            "money": self._of_money,
            "percent": self._of_percent,
            "duration": self._of_duration,
            "distance": self._of_distance,
            "other": self._of_other,
        }

    def of(self, asked: Asked) -> str | None:
        """Find where the counted things are or happened, as an ISO 3166 alpha-3 code.

        Null where the place is not told, or is several countries or none.
        """
        here = self._here(asked)
        owner = self._owner(asked, here)
        if owner is not None:
            return owner.iso3
        return self._by_kind.get(asked.kind, self._of_things)(asked, here)

    def _here(self, asked: Asked) -> range:
        """Give the places of the sentence, but for those of whom a number is credited to."""
        start, end = asked.sentence
        credit = self._lowered.find("according to ", asked.end, end)
        if credit >= 0:
            end = credit
        elif self._lowered.startswith("according to ", start):
            start = max(start, self._lowered.find(", ", start, asked.start))
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def _of_things(self, asked: Asked, here: range) -> str | None:
        """What is counted on the ground: where it is told to be, else where the story is."""
        if _AT_SEA.search(self._lowered, asked.end, min(asked.end + _NEAR, asked.sentence[1])):
            return None
        told = self._told(asked, here)
        if told is not None:
            return self._alone(here, told)
        if asked.kind in _THINGS and asked.role not in _LOST:
            owner = self._actor(asked, here)
            if owner is not None:
                return owner
        later = self._later(asked, here)
        if later is not None:
            return self._alone(here, later)
        return (
            self._the_country(asked, here)
            or self._home(asked, here)
            or self._lately(asked, here)
            or self._abroad(asked)
            or self._story
        )

    def _of_money(self, asked: Asked, here: range) -> str | None:
        """A sum goes to its receiver, or is of whom the sentence names."""
        told = self._in_clause(asked, here)
        if told is None:
            before = [k for k in here if self._places[k].end <= asked.start]
            told = next((k for k in before[-1:] if self._gets(k)), None)
        if told is None:
            told = next((k for k in self._after(asked, here) if self._says(k, "money")), None)
        if told is not None:
            return self._alone(here, told)
        given = asked.role in ("pledged", "delivered") or _GIVEN.search(
            self._lowered,
            max(asked.sentence[0], asked.start - 40),
            min(asked.sentence[1], asked.end + 40),
        )
        if given and self._story:
            return self._story
        return self._whose(asked, here) or self._story

    def _of_percent(self, asked: Asked, here: range) -> str | None:
        """A share is where its whole is; a bare percentage is nowhere."""
        told = self._whole(asked, here)
        if told is None:
            told = self._in_clause(asked, here)
        if told is not None:
            return self._alone(here, told)
        if _WORLD.search(self._lowered, asked.end, min(asked.end + 60, asked.sentence[1])):
            return None
        if any(self._places[k].iso3 for k in here):
            return self._only(here)
        if self._lowered.startswith(" of ", asked.end):
            return self._story
        return None

    def _whole(self, asked: Asked, here: range) -> int | None:
        """Find the country in what a share is of: "52 percent of Israelis"."""
        for k in self._after(asked, here)[:1]:
            gap = self._lowered[asked.end : self._starts[k]]
            if (
                gap.startswith(" of ")
                and " size" not in gap
                and len(gap) < _NEAR
                and not _APART.search(gap)
            ):
                return k if self._places[k].iso3 else None
        return None

    def _of_duration(self, asked: Asked, here: range) -> str | None:
        """Days are where the story is; years are history unless a place is told."""
        told = self._in_clause(asked, here)
        if told is None and asked.unit not in _SHORT and self._relates(asked):
            return None
        if told is None:
            told = self._earlier(asked, here)
        if told is not None:
            return self._alone(here, told)
        compound = "-" in self._lowered[asked.start : asked.end + 1]
        if compound or asked.unit in _SHORT:
            return self._only(here) or self._story
        return self._only(here)

    def _of_distance(self, asked: Asked, here: range) -> str | None:
        if _AWAY.match(self._lowered, asked.end) or _BETWEEN.search(
            self._lowered, max(asked.sentence[0], asked.start - 80), asked.start
        ):
            return self._only(here)
        if _WIDE.match(self._lowered, asked.end):
            return None
        told = self._told(asked, here)
        if told is not None:
            return self._alone(here, told)
        return self._story

    def _of_other(self, asked: Asked, here: range) -> str | None:
        """People and sites are where the story is; other things only where they are told to be."""
        if asked.role not in _TAKEN and self._is_nowhere(asked):
            return None
        if asked.unit in _SITES or asked.role in _TAKEN or asked.role in _LOST:
            return self._of_things(asked, here)
        told = self._in_clause(asked, here)
        if told is None and self._relates(asked):
            return None
        if told is None:
            told = self._earlier(asked, here)
        if told is not None:
            return self._alone(here, told)
        country = self._the_country(asked, here)
        if country is not None or (asked.unit and not self._is_people(asked, here)):
            return country
        later = self._later(asked, here)
        if later is not None:
            return self._alone(here, later)
        return self._only(here) or self._story

    def _is_people(self, asked: Asked, here: range) -> bool:
        if asked.group in _PEOPLE:
            return True
        return any(
            self._places[k].form == "demonym" and self._places[k].end == asked.end for k in here
        )

    def _is_nowhere(self, asked: Asked) -> bool:
        """Tell those who deal with one another, and the few who are cited."""
        last = (asked.unit or "").rsplit(" ", 1)[-1]
        if last in _PARTIES or _MEMBERS.search(self._lowered, asked.start, asked.end):
            return True
        return last in _TELLERS and (asked.low or _FEW) < _FEW

    def _owner(self, asked: Asked, here: range) -> Place | None:
        """Find the owner that stands right before: "Gaza's 35 hospitals"."""
        if self._lowered[max(0, asked.start - 3) : asked.start] not in ("'s ", "’s "):
            return None
        return next((self._places[k] for k in here if self._places[k].end + 3 == asked.start), None)

    def _told(self, asked: Asked, here: range) -> int | None:
        """Find the place that the clause names after the figure, else the nearest before it."""
        told = self._in_clause(asked, here)
        return told if told is not None else self._earlier(asked, here)

    def _after(self, asked: Asked, here: range) -> range:
        return range(max(here.start, bisect_left(self._starts, asked.end)), here.stop)

    def _in_clause(self, asked: Asked, here: range) -> int | None:
        """Find the place that the figure's own clause names after it."""
        home = None
        for k in self._after(asked, here):
            gap = self._lowered[asked.end : self._starts[k]]
            if (
                len(gap) > (_NEAR if home is None else 2 * _NEAR)
                or _APART.search(gap)
                or (home is not None and _NUMBER.search(gap))
            ):
                break
            if _BASED.search(gap):
                home = k if home is None else home
                continue
            if asked.role in _LOST and _SHOT_BY.search(gap):
                return k
            if self._stays(asked) and _MOVED.search(gap):
                continue
            if asked.kind in _THINGS and self._is_given(k):
                return k
            leaving = asked.role in _LEAVING and gap.endswith("from ")
            if leaving or self._says(k, asked.kind):
                return k
        return home

    def _earlier(self, asked: Asked, here: range) -> int | None:
        """Find the nearest place of the sentence before the figure."""
        for k in reversed(here):
            if self._places[k].end <= asked.start and self._says(k, asked.kind):
                return k
        return None

    def _later(self, asked: Asked, here: range) -> int | None:
        """Find the next place of the sentence, but not one that only explains a name."""
        for k in self._after(asked, here):
            if _ELSE.search(self._lowered, asked.end, self._starts[k]):
                break
            moved = self._stays(asked) and _MOVED.search(self._lowered, asked.end, self._starts[k])
            if not moved and self._says(k, asked.kind):
                return k
        return None

    @staticmethod
    def _stays(asked: Asked) -> bool:
        """Tell those who are hurt where they are from those who are taken somewhere."""
        return asked.kind == "casualties" and asked.group != "captive"

    def _says(self, k: int, kind: Kind) -> bool:
        place = self._places[k]
        if place.iso3 is None:
            wide = place.kind == "region" and kind in _SENT
            if not wide and not (place.kind == "water" and kind in _AFLOAT):
                return False
            if place.kind == "water" and _A_NOUN.match(self._lowered, place.end):
                return False
        if kind == "money":
            return is_receiver(self._lowered, place)
        if k not in self._grounds:
            self._grounds[k] = is_ground(self._lowered, place) and not self._in_body(place)
        return self._grounds[k]

    def _in_body(self, place: Place) -> bool:
        """Tell a country in the name of a body: "the Israel Defense Forces"."""
        at = bisect_left(self._body_starts, place.start + 1) - 1
        return at >= 0 and place.end < self._setting.bodies[at].end

    def _gets(self, k: int) -> bool:
        """Tell who is said to get a sum that is told after: "gave Ukraine", "aid to Ukraine"."""
        place = self._places[k]
        where = _WITHIN.search(self._lowered, max(0, place.start - 30), place.start)
        return not where and self._says(k, "money")

    def _is_given(self, k: int) -> bool:
        """Tell a nation to whose forces things are given: "to the Iraqi army"."""
        place = self._places[k]
        return place.form == "demonym" and is_receiver(self._lowered, place)

    def _relates(self, asked: Asked) -> bool:
        """Tell what relates to something else: "the first in 12 years", "the two"."""
        before = self._lowered[max(0, asked.start - 24) : asked.start]
        two = before.endswith("the ") and asked.low == 2
        return two or bool(_FIRST_IN.search(before))

    def _home(self, asked: Asked, here: range) -> str | None:
        """Give the nation of those harmed, where the article speaks of it as a place."""
        for k in here if asked.kind == "casualties" else ():
            place = self._places[k]
            if asked.start <= place.start < asked.end and place.iso3:
                if place.iso3 not in _ABROAD:
                    return place.iso3
        for body in self.bodies_in(asked.start, asked.end) if asked.kind == "casualties" else ():
            if body.iso3 not in _ABROAD:
                return body.iso3
        return None

    def _abroad(self, asked: Asked) -> str | None:
        """Find where troops that are withdrawn are: where the story is that is not their home."""
        if asked.role != "withdrawn" or asked.kind != "personnel" or asked.force != self._story:
            return None
        grounds = {c: w for c, w in self._setting.grounds.items() if c != asked.force}
        return max(grounds, key=grounds.__getitem__, default=None)

    def _only(self, here: range) -> str | None:
        """Give the one country that a sentence names, if it names one."""
        countries = {self._places[k].iso3 for k in here if self._places[k].iso3}
        return countries.pop() if len(countries) == 1 else None

    def _actor(self, asked: Asked, here: range) -> str | None:
        """Give the last country or body of one that the sentence names before the figure."""
        named = [p for k in here if (p := self._places[k]).iso3 and p.end <= asked.start]
        named = [p for p in named if not _TELLS.match(self._lowered, p.end)]
        named = [p for p in named if p.form != "demonym"] or named
        if asked.kind == "money":
            named = [p for p in named if not is_ground(self._lowered, p)] or named
        bodies = self.bodies_in(asked.sentence[0], asked.start)
        if named and (not bodies or named[-1].start > bodies[-1].start):
            return named[-1].iso3
        return bodies[-1].iso3 if bodies else None

    def _whose(self, asked: Asked, here: range) -> str | None:
        """Find whose a sum is: who is named last before it, else next after it."""
        before = self._actor(asked, here)
        if before is not None:
            return before
        after = [p.iso3 for k in self._after(asked, here) if (p := self._places[k]).iso3]
        bodies = self.bodies_in(asked.end, asked.sentence[1])
        return next(iter((*after, *(b.iso3 for b in bodies))), None)

    def bodies_in(self, start: int, end: int) -> Sequence[Body]:
        """List the bodies of countries that are named within ``start`` to before ``end``."""
        first, last = bisect_left(self._body_starts, start), bisect_left(self._body_starts, end)
        return self._setting.bodies[first:last]

    def _alone(self, here: range, k: int) -> str | None:
        """Give the country of a place, or null where it is one of several in a row."""
        place = self._places[k]
        last, first = k, k
        while last + 1 < here.stop and self._again(last, last + 1):
            last += 1
        while first > here.start and self._again(first - 1, first):
            first -= 1
        if (last + 1 < here.stop and self._beside(last, last + 1)) or (
            first > here.start and self._beside(first - 1, first)
        ):
            return None
        return place.iso3

    def _lately(self, asked: Asked, here: range) -> str | None:
        """Give where the text last was, in an article that is in many countries."""
        if not self._scattered or any(self._places[k].iso3 for k in here):
            return None
        for k in range(here.start - 1, max(-1, here.start - 6), -1):
            if asked.sentence[0] - self._starts[k] > 400:
                break
            if self._places[k].iso3 and self._says(k, asked.kind):
                return self._places[k].iso3
        return None

    def _again(self, first: int, second: int) -> bool:
        """Tell a place said twice: "Ramadi in Iraq"."""
        one, two = self._places[first], self._places[second]
        return one.iso3 == two.iso3 and two.start - one.end < 6

    def _beside(self, first: int, second: int) -> bool:
        """Tell two countries in a row: "Iraq and Syria", "from Iraq to Syria"."""
        one, two = self._places[first], self._places[second]
        if one.iso3 == two.iso3:
            return False
        if self._lowered[one.end : two.start] == " to ":
            return self._lowered[max(0, one.start - 9) : one.start].startswith(
                ("from ", "from the ")
            )
        return bool(_AND.fullmatch(self._lowered, one.end, two.start))

    def _the_country(self, asked: Asked, here: range) -> str | None:
        """Read "in the country" as the country last named that the sentence does not name."""
        if not _THE_COUNTRY.search(self._lowered, *asked.sentence):
            return None
        named = {self._places[k].iso3 for k in here}
        for k in range(here.start - 1, max(-1, here.start - 13), -1):
            place = self._places[k]
            if place.iso3 and place.iso3 not in named and place.form != "demonym":
                return place.iso3
        return None
