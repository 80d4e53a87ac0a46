"""The places and bodies that a sentence names, asked about one of its figures."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from analytics.extract.cued import Cued
from analytics.extract.setting import Body, Setting
from analytics.extract.stances import Stance, is_receiver, stance_of
from analytics.model import Kind, Place

APART = Cued(
    r"[;:]|\b(?:while|but|whereas|since|after|before|when|as|according to)\b"
    r"|, (?:and|which|where|following)\b|\band [a-z]{3,9} them\b",
    ";|:|while|but|since|after|before|when|as|according to|, and|, wh| them|, following",
)
_AND = re.compile(r"(?: in [12][0-9]{3})?,? (?:and|or|&) (?:the |in |neighbou?ring |later in )?|, ")
_ELSE = Cued(
    r",? (?:which|who|where|whose|since|while|whereas|according to|and [a-z]{3,9} them) |;",
    ";| wh| since | according to | them ",
)
_A_NOUN = re.compile(
    r" (?:base|bases|fleet|command|region|island|islands|nations?|countries|states|coast|port|ally"
    r"|allies|officials?|theater|theatre|union|council)\b"
)
_NUMBER = re.compile(r"\b[0-9][0-9,.]*\b")
_BASED = Cued(
    r"(?<!are )(?<!is )(?<!was )(?<!were )(?<!be )(?<!been )"
    r"\b(?:based|headquartered) (?:in|at) (?:[^,]{0,30}, )?$",
    "based |headquartered ",
)
_TRAINED = Cued(
    r"\b(?:train(?:s|ed|ing)?|advis(?:e|es|ed|ing)|assist(?:s|ed|ing)?|mentor(?:s|ed|ing)?)"
    r" (?:the )?$",
    "train|advis|assist|mentor",
)
_FORCES = re.compile(r" (?:[a-z]+ )?(?:forces|army|troops|soldiers|military|police|recruits)\b")
_FROM = re.compile(r"\bfrom (?:the )?$")
_SHOT_BY = Cued(r"\b(?:intercepted|shot down|downed) by (?:the )?$", " by ")
# "rockets fired by rebels in Peru": whence they come.
_FIRED_IN = Cued(r"\b(?:fired|launched) by (?:[a-z-]+ ){1,4}in (?:the |[a-z]+ern ){0,2}$", "ed by ")
_MOVED = Cued(
    r"(?<!raid )(?<!raids )(?<!incursion )(?<!push )\b(?:in)?to"
    r" (?:the |northern |southern |eastern |western ){0,2}$",
    "to ",
)
TELLS = Cued(
    r"(?:['’]s)?(?: (?!(?:is|are|was|were|be|been) )[a-z’'-]{2,14}){0,4}"
    r" (?:said|says|say|told|reported|reports|estimates?|estimated|believes?|announced)\b",
    "sa|told|report|estimate|believe|announce",
    reach=80,
)
_THINGS = frozenset(("weapons_platforms", "munitions"))
# Told to be in a wide region, or at sea, these are in no country.
_SENT = frozenset(("personnel", "weapons_platforms", "percent"))
_AFLOAT = frozenset(("personnel", "casualties", "events", "weapons_platforms", "percent"))
_LEAVING = frozenset(("withdrawn", "cut", "displaced", "released"))
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


class Mentions:
    """The mentions of one article, by the sentence and clause in which a figure stands.

    ``here`` is the range of the sentence's mentions; the mention ``k`` is ``places[k]``.
    """

    def __init__(self, lowered: str, places: Sequence[Place], setting: Setting) -> None:
        self.places = places
        self.lowered = lowered
        self._starts = [p.start for p in places]
        self._setting = setting
        self._body_starts = [b.start for b in setting.bodies]
        self._grounds: dict[int, bool] = {}

    def within(self, start: int, end: int) -> range:
        """Give the mentions that begin within ``start`` to before ``end``."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def countries(self, here: range) -> set[str]:
        """Give the countries that the mentions name, but for "pro-Russian" and "U.S.-backed"."""
        return {iso3 for k in here if (iso3 := self.places[k].iso3) and not self.attached(k)}

    def attached(self, k: int) -> bool:
        place = self.places[k]
        return "-" in (
            self.lowered[place.start - 1 : place.start],
            self.lowered[place.end : place.end + 1],
        )

    def told(self, asked: Asked, here: range) -> int | None:
        """Find the place that the clause names after the figure, else the nearest before it."""
        told = self.in_clause(asked, here)
        return told if told is not None else self.earlier(asked, here)

    def in_clause(self, asked: Asked, here: range) -> int | None:
        """Find the place that the figure's own clause names after it."""
        home = None
        for k in self.after(asked, here):
            gap = self.lowered[asked.end : self._starts[k]]
            if (
                len(gap) > (_NEAR if home is None else 2 * _NEAR)
                or APART.search(gap)
                or (home is not None and _NUMBER.search(gap))
            ):
                break
            if _BASED.search(gap):
                home = k if home is None else home
                continue
            if asked.kind in _THINGS and _SHOT_BY.search(gap):
                return k
            if self._stays(asked) and _MOVED.search(gap):
                continue
            if asked.kind in _THINGS and self._is_given(k):
                return k
            if (
                asked.kind == "personnel"
                and _TRAINED.search(gap)
                and _FORCES.match(self.lowered, self.places[k].end)
            ):
                return k
            leaving = (
                asked.role in _LEAVING
                and gap.endswith(("from ", "out of "))
                and not (asked.role == "displaced" and self.places[k].form == "demonym")
            )
            if leaving or self.says(k, asked.kind):
                return k
        return home

    def whole(self, asked: Asked, here: range) -> int | None:
        """Find the country in what a share is of: "52 percent of Israelis".

        Soldiers of a nation may be anywhere.
        """
        for k in self.after(asked, here)[:1]:
            gap = self.lowered[asked.end : self._starts[k]]
            place = self.places[k]
            if (
                gap.startswith(" of ")
                and " size" not in gap
                and len(gap) < _NEAR
                and not APART.search(gap)
                and not (place.form == "demonym" and _FORCES.match(self.lowered, place.end))
            ):
                return k if place.iso3 else None
        return None

    def earlier(self, asked: Asked, here: range) -> int | None:
        """Find the nearest place of the sentence before the figure."""
        for k in reversed(here):
            if self.places[k].end <= asked.start and self.says(k, asked.kind):
                return k
        return None

    def later(self, asked: Asked, here: range) -> int | None:
        """Find the next place of the sentence, but not one that only explains a name."""
        for k in self.after(asked, here):
            if _ELSE.search(self.lowered, asked.end, self._starts[k]):
                break
            moved = self._stays(asked) and _MOVED.search(self.lowered, asked.end, self._starts[k])
            if not moved and self.places[k].iso3 and self.says(k, asked.kind):
                return k
        return None

    def after(self, asked: Asked, here: range) -> range:
        """Give the mentions of the sentence after the figure."""
        if not here or self._starts[here.stop - 1] < asked.end:
            return range(here.stop, here.stop)
        return range(bisect_left(self._starts, asked.end, here.start, here.stop), here.stop)

    def says(self, k: int, kind: Kind) -> bool:
        """Tell whether a mention says where things of a kind are, be it in no country."""
        place = self.places[k]
        if place.iso3 is None:
            wide = place.kind == "region" and kind in _SENT
            if not wide and not (place.kind == "water" and kind in _AFLOAT):
                return False
            if place.kind == "water" and _A_NOUN.match(self.lowered, place.end):
                return False
        if kind == "money":
            return is_receiver(self.lowered, place)
        before = max(0, place.start - 60)
        if kind == "munitions" and _FIRED_IN.search(self.lowered, before, place.start):
            return False
        return self.is_ground(k)

    def only(self, here: range) -> str | None:
        """Give the one country that a sentence names."""
        countries = self.countries(here)
        return countries.pop() if len(countries) == 1 else None

    def alone(self, here: range, k: int) -> str | None:
        """Give the country of a place, or null where it is one of several in a row."""
        place = self.places[k]
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

    def bodies_in(self, start: int, end: int) -> Sequence[Body]:
        """List the bodies of countries that are named within ``start`` to before ``end``."""
        first, last = bisect_left(self._body_starts, start), bisect_left(self._body_starts, end)
        return self._setting.bodies[first:last]

    @staticmethod
    def _stays(asked: Asked) -> bool:
        """Tell those who are hurt where they are from those who are taken somewhere."""
        return asked.kind == "casualties" and asked.group != "captive"

    def is_ground(self, k: int) -> bool:
        if k not in self._grounds:
            self._grounds[k] = self._stance(k) == "there" and not self._in_body(self.places[k])
        return self._grounds[k]

    def is_about(self, k: int) -> bool:
        """Tell a country that something is only of: "missiles able to reach Peru"."""
        return self._stance(k) == "of"

    def _stance(self, k: int) -> Stance:
        place = self.places[k]
        return self._setting.stances.get(place.start) or stance_of(self.lowered, place)

    def _in_body(self, place: Place) -> bool:
        """Tell a country in the name of a body: "the Israel Defense Forces"."""
        at = bisect_left(self._body_starts, place.start + 1) - 1
        return at >= 0 and place.end < self._setting.bodies[at].end

    def _is_given(self, k: int) -> bool:
        """Tell a nation to whose forces things are given: "to the Iraqi army"."""
        place = self.places[k]
        return place.form == "demonym" and is_receiver(self.lowered, place)

    def _again(self, first: int, second: int) -> bool:
        """Tell a place said twice: "Ramadi in Iraq"."""
        one, two = self.places[first], self.places[second]
        return one.iso3 == two.iso3 and two.start - one.end < 6

    def _beside(self, first: int, second: int) -> bool:
        """Tell two countries in a row: "Iraq and Syria", "from Iraq to Syria"."""
        one, two = self.places[first], self.places[second]
        if one.iso3 == two.iso3:
            return False
        if self.lowered[one.end : two.start] == " to ":
            return bool(_FROM.search(self.lowered, max(0, one.start - 10), one.start))
        return bool(_AND.fullmatch(self.lowered, one.end, two.start))
