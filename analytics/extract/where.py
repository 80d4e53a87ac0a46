"""Find where the counted things are or where it happened: the country of each figure.

What the figure's own clause says comes first, then the sentence, then the setting of the article.
Null where several countries answer, or none.
"""

import re
from collections.abc import Callable, Sequence

from analytics.extract.mentions import Asked, Mentions
from analytics.extract.setting import Setting
from analytics.model import Kind, Place

_GIVEN = re.compile(r"\b(?:aid|assistance|package|invest|loan|grant)")
_AWAY = re.compile(
    r"\)?(?: \([^)]{1,20}\))? (?:away )?(?:from|(?:north|south|east|west)\w{0,8} (?:from|of)) "
)
_MEMBERS = re.compile(r"\bmember[ -]states?\b")
_BETWEEN = re.compile(r"\bdistance\b|\bbetween (?![0-9])|\bshares? a(?:n)? $")
_WIDE = re.compile(
    r"\)?(?: \([^)]{1,20}\))?(?:-(?:wide|long))? (?:(?!of )[a-z]{2,12} ){0,2}"
    r"(?:strait|border(?! (?:wall|fenc|barrier))|channel)\b"
)
_AT_SEA = re.compile(
    r"\b(?:through|in|into|across|over) (?:the strait|international (?:waters|airspace)"
    r"|the high seas)\b"
)
_FIRST_IN = re.compile(r"\b(?:first|last|only|worst|deadliest|largest|biggest)\b.{0,16} in $")
_WORLD = re.compile(r"\b(?:world|global|globally|international|worldwide|europe|nato)\b")
_SHARE = re.compile(
    r" of |,? (?:had|have|has|were|was|are|is|said|say|believed?|supported?|opposed?|favou?red|died"
    r"|lived?|voted) "
)
_ITS = re.compile(r" of (?:all )?(?:the|its|that) (?:country|nation|island|territory)['’]s ")
# Polls, votes and majorities are of the country of the story.
_POLITICAL = re.compile(
    r"\b(?:polls?|polling|voters?|votes?|voted|majority|approval|ratings?|elections?|seats)\b"
)
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
# As people: of the country of the story, wherever else its sentence looks.
_CIVIC = frozenset("seats parties lawmakers justices senators ministers terms".split())
_SHORT = frozenset("minute minutes hour hours day days week weeks month months".split())
_THINGS = frozenset(("weapons_platforms", "munitions"))
_PEOPLE = frozenset(("person", "fighter", "captive"))
_LOST = frozenset(("destroyed", "intercepted", "captured", "killed", "hit"))
_GONE = frozenset(("launched", "pledged", "deployed"))  # no longer where the one who did it is
_ALONE = 0.9  # of all that an article speaks of: it is about no other country
_SHARED = 0.15  # of the weight of the story's country that makes it one of another as well
_FEW = 6  # officials who are cited
_FLIGHT = 400  # characters after a missile or plane in which a length is that of its way
_CLOSE = 120  # characters around a share in which it may be told to be one of votes
_NEAR = 80  # characters after a figure in which its clause may say that it is at sea


class Where:
    """Answers where the figures of one article are."""

    def __init__(self, lowered: str, places: Sequence[Place], setting: Setting) -> None:
        self.mentions = Mentions(lowered, places, setting)
        self._lowered = lowered
        self._setting = setting
        self._story = setting.country
        weight = setting.weights.get(setting.country or "", 0.0)
        self._alone = setting.country if weight >= _ALONE * sum(setting.weights.values()) else None
        self._flown: tuple[int, str | None] = (-_FLIGHT, None)
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
        here = self.mentions.within(*asked.sentence)
        owner = self.mentions.owner(asked, here)
        if owner is not None:
            return owner.iso3
        place = self._by_kind.get(asked.kind, self._of_things)(asked, here)
        if asked.kind in _THINGS:
            self._flown = asked.end, place
        return place

    def _of_things(self, asked: Asked, here: range) -> str | None:
        """What is counted on the ground: where it is told to be, else where the story is."""
        if _AT_SEA.search(self._lowered, asked.end, min(asked.end + _NEAR, asked.sentence[1])):
            return None
        told = self.mentions.told(asked, here)
        if told is not None:
            return self.mentions.alone(here, told)
        gone = asked.kind == "weapons_platforms" and asked.role in _GONE
        if asked.kind in _THINGS and asked.role not in _LOST and not gone:
            owner = self.mentions.actor(asked, here)
            if owner is not None:
                return owner
        later = self.mentions.later(asked, here)
        if later is not None:
            return self.mentions.alone(here, later)
        place = (
            self.mentions.the_country(asked, here)
            or self.mentions.home(asked, here)
            or self.mentions.lately(asked, here)
            or self._abroad(asked, here)
            or self._story
        )
        return None if gone and place == asked.force else place

    def _of_money(self, asked: Asked, here: range) -> str | None:
        """A sum goes to its receiver, or is of whom the sentence names."""
        told = self.mentions.in_clause(asked, here)
        if told is None:
            before = [k for k in here if self.mentions.places[k].end <= asked.start]
            told = next((k for k in before[-1:] if self.mentions.gets(k)), None)
        if told is None:
            told = next(
                (k for k in self.mentions.after(asked, here) if self.mentions.says(k, "money")),
                None,
            )
        if told is not None:
            return self.mentions.alone(here, told)
        given = asked.role in ("pledged", "delivered") or _GIVEN.search(
            self._lowered,
            max(asked.sentence[0], asked.start - 40),
            min(asked.sentence[1], asked.end + 40),
        )
        if given and self._story:
            return self._story
        return self._whose(asked, here) or self._story

    def _of_percent(self, asked: Asked, here: range) -> str | None:
        """A share is where its whole is, of votes where the story is; a bare one is nowhere."""
        told = self.mentions.whole(asked, here)
        if told is None:
            told = self.mentions.in_clause(asked, here)
        if told is not None:
            return self.mentions.alone(here, told)
        if _ITS.match(self._lowered, asked.end):
            told = self.mentions.earlier(asked, here)
            return self.mentions.only(here) if told is None else self.mentions.alone(here, told)
        if _WORLD.search(self._lowered, asked.end, min(asked.end + 60, asked.sentence[1])):
            return None
        if self.mentions.countries(here):
            return self.mentions.only(here)
        political = _POLITICAL.search(
            self._lowered,
            max(asked.sentence[0], asked.start - _CLOSE),
            min(asked.end + _CLOSE, asked.sentence[1]),
        )
        if political or _SHARE.match(self._lowered, asked.end):
            return self._story
        return None

    def _of_duration(self, asked: Asked, here: range) -> str | None:
        """Days are where the story is; years are history unless a place is told."""
        told = self.mentions.in_clause(asked, here)
        if told is None and asked.unit not in _SHORT and self._relates(asked):
            return None
        if told is None:
            told = self.mentions.earlier(asked, here)
        if told is not None:
            return self.mentions.alone(here, told)
        compound = "-" in self._lowered[asked.start : asked.end + 1]
        if compound or asked.unit in _SHORT:
            return self.mentions.only(here) or self._story
        return self.mentions.only(here)

    def _of_distance(self, asked: Asked, here: range) -> str | None:
        """A length is where the story is; a way between two countries is in neither."""
        if _AWAY.match(self._lowered, asked.end) or _BETWEEN.search(
            self._lowered, max(asked.sentence[0], asked.start - 80), asked.start
        ):
            return self.mentions.only(here)
        if _WIDE.match(self._lowered, asked.end):
            return None
        told = self.mentions.told(asked, here)
        if told is not None:
            return self.mentions.alone(here, told)
        since, place = self._flown
        return place if place and asked.start - since < _FLIGHT else self._story

    def _of_other(self, asked: Asked, here: range) -> str | None:
        """People and sites are where the story is; other things only where they are told to be."""
        if asked.role not in _TAKEN and self._is_nowhere(asked):
            return None
        if asked.unit in _SITES or asked.role in _TAKEN or asked.role in _LOST:
            return self._of_things(asked, here)
        told = self.mentions.in_clause(asked, here)
        if told is None and self._relates(asked):
            return None
        if told is None:
            told = self.mentions.earlier(asked, here)
        if told is not None:
            return self.mentions.alone(here, told)
        country = self.mentions.the_country(asked, here)
        if country is not None or (asked.unit and not self._is_people(asked, here)):
            return country or (None if self.mentions.countries(here) else self._alone)
        later = self.mentions.later(asked, here)
        if later is not None:
            return self.mentions.alone(here, later)
        return self.mentions.only(here) or self._story

    def _is_people(self, asked: Asked, here: range) -> bool:
        """Tell people by their noun or by their nationality: "35,000 Palestinians"."""
        if asked.group in _PEOPLE or (asked.unit or "").rsplit(" ", 1)[-1] in _CIVIC:
            return True
        return any(
            self.mentions.places[k].form == "demonym" and self.mentions.places[k].end == asked.end
            for k in here
        )

    def _is_nowhere(self, asked: Asked) -> bool:
        """Tell those who deal with one another, and the few who are cited."""
        last = (asked.unit or "").rsplit(" ", 1)[-1]
        if last in _PARTIES or _MEMBERS.search(self._lowered, asked.start, asked.end):
            return True
        return last in _TELLERS and (asked.low or _FEW) < _FEW

    def _relates(self, asked: Asked) -> bool:
        """Tell what relates to something else: "the first in 12 years", "the two"."""
        before = self._lowered[max(0, asked.start - 24) : asked.start]
        two = before.endswith("the ") and asked.low == 2
        return two or bool(_FIRST_IN.search(before))

    def _abroad(self, asked: Asked, here: range) -> str | None:
        """Find where those are who are not at home where the story is: withdrawn, or killed away.

        That is where else the article is for a good part.
        """
        if asked.kind == "casualties":
            if self._story not in self.mentions.nations(asked, here):
                return None
        elif asked.role != "withdrawn" or asked.force != self._story:
            return None
        least = _SHARED * self._setting.weights.get(self._story or "", 0.0)
        grounds = {
            c: w for c, w in self._setting.grounds.items() if c != self._story and w >= least
        }
        return max(grounds, key=grounds.__getitem__, default=None)

    def _whose(self, asked: Asked, here: range) -> str | None:
        """Find whose a sum is: who is named last before it, else next after it."""
        before = self.mentions.actor(asked, here)
        if before is not None:
            return before
        after = [
            p.iso3 for k in self.mentions.after(asked, here) if (p := self.mentions.places[k]).iso3
        ]
        bodies = self.mentions.bodies_in(asked.end, asked.sentence[1])
        return next(iter((*after, *(b.iso3 for b in bodies))), None)
