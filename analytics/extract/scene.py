"""Carry from sentence to sentence where an article is, and where what it counted was."""

import re
from collections.abc import Sequence

from analytics.extract import actors
from analytics.extract.cued import Cued
from analytics.extract.mentions import Asked, Mentions
from analytics.extract.setting import Setting
from analytics.model import Kind, Place

_THE_COUNTRY = Cued(
    r"\b(?:in|to|from|inside|across) (?:the|this|that) (?:[a-z-]{4,14} )?(?:country|nation)\b"
    r"|\bof (?:all )?(?:the|this|that|its) (?:country|nation|island|territory)['’]s "
    r"|\bthere\b(?!['’]| (?:is|are|was|were|has|have|had|will|would|may|might|could|can|remains?"
    r"|seem(?:s|ed)?|appear(?:s|ed)?|exists?|came|comes)\b)",
    "country|nation|island|territory|there",
)
_LED = re.compile(r"\b(?:(?<!out )of|from|by|with|to|and|or|than|for|against) (?:the )?$")
_BORDER = re.compile(r"\b(?:to|along|at|on|near) the (?:[a-z]+ )?border\b")
# Who is on a ship that is attacked is at sea, wherever the story is.
_AFLOAT = Cued(
    r"\b(?:tankers?|(?:the|a|nuclear-powered) (?:vessel|ship)|freighters?|crew|mv|small boats"
    r"|(?:merchant|cargo|container|commercial|civilian) (?:ships?|vessels?))\b",
    "tanker|vessel|ship|freighter|crew|mv|boats",
)
_FLEW = Cued(
    r"\b(?:flew|flown|flying|flies|travel(?:s|l?ed)|altitude|height|apogee)\b",
    "fl|travel|altitude|height|apogee",
)
# A number that stands in a row with another, or is compared with it.
_LISTED = re.compile(
    r"[^.;:]{0,60}(?:,| and| or| with| plus| (?:up|down) from| compared to"
    r"| (?:double|triple|twice|half) the) [a-z ]{0,24}$"
)
_OTHERS = re.compile(r"\b(?:another|others?|a further|additional)\b")
_SAME = frozenset(("casualties", "personnel", "weapons_platforms", "munitions"))
_MEASURES = frozenset(("distance", "money", "percent"))
_STRUCK = frozenset(("killed", "wounded", "destroyed", "hit"))
_HARMED = frozenset(("killed", "wounded"))
FIGHT_NEXT_DOOR = frozenset(("ISR", "RUS"))  # whose wars are in another country
_MAINLY = 0.78  # of it: it is about another in passing
_SCATTERED = 0.5  # of it: below, the article is in many countries
_SHARED = 0.15  # of the weight of the story's country that makes it one of another as well
_NEAR = 70  # characters around a figure in which its clause may say "in the country"
_LATELY = 400  # characters of text before a sentence in which it may have been somewhere
_LAST = 300  # characters before a sentence in which its subject may have been named
_RIGHT_BEFORE = 150  # characters before a sentence in which the forces whose arms it counts are
_BESIDE = 90  # characters between two figures that are told of together


class Scene:
    """What one article has said of places so far, and where its story is.

    Attributes:
        lowered: its text in lower case.
        mentions: the places that it names.
        story: the country in which its story is; null where nothing tells.
        spoken_of: the countries that it speaks of.
        front: where its war is, which some nations fight next door.
        length: where the length told last ends, and where it is.
        share: the sentence of the share told last, and where it is.
        nowhere: the sentence of the figure told last, if that is nowhere.
        held: where the last of what something is told to carry ends.
        harmed: the countries in which people were told to be killed or hurt.
        is_told: set where the place of the figure in hand was told in its own sentence.
    """

    def __init__(self, lowered: str, places: Sequence[Place], setting: Setting) -> None:
        self.lowered = lowered
        self.mentions = Mentions(lowered, places, setting)
        self.story = setting.country
        weight, total = setting.weights.get(self.story or "", 0.0), sum(setting.weights.values())
        self.spoken_of = setting.weights.keys()
        self._mainly = self.story if weight >= _MAINLY * total else None
        self.is_told = False
        least = _SHARED * weight
        self._elsewhere = {
            iso3: ground
            for iso3, ground in setting.grounds.items()
            if iso3 != self.story and ground >= least
        }
        self._away = max(
            self._elsewhere,
            key=lambda iso3: (self._elsewhere[iso3], setting.weights.get(iso3, 0.0)),
            default=None,
        )
        self.front = (self._away if self.story in FIGHT_NEXT_DOOR else None) or self.story
        self._there = setting.grounds.get(self.story or "", 0.0)
        self._scattered = weight < _SCATTERED * total
        self._at_sea = any(place.kind == "water" for place in places)
        self._told: dict[tuple[Kind, float | None], str | None] = {}
        self._latest: tuple[Asked, str | None] | None = None
        self.length: tuple[int, str | None] = (0, None)
        self.share: tuple[tuple[int, int], str | None] = ((0, 0), None)
        self.before: tuple[tuple[int, int], str | None] = ((0, 0), None)
        self.nowhere: tuple[int, int] = (0, 0)
        self.harmed: set[str | None] = set()
        self.held = -1

    def remember(self, asked: Asked, place: str | None) -> None:
        """Keep where a figure was found to be, for those that are told of after it."""
        self.nowhere = asked.sentence if place is None else (0, 0)
        if (place or asked.kind in _MEASURES) and asked.kind != "munitions":  # these fly away
            self.before = asked.sentence, place
        if self.is_told and asked.kind in _SAME:
            self._told[asked.kind, asked.low] = place
        if asked.kind == "casualties" and asked.role in _HARMED:
            self.harmed.add(place)
        if asked.kind in _SAME or asked.role == "displaced":
            self._latest = asked, place
        self.is_told = False

    def beside(self, asked: Asked, here: range) -> str | None:
        """Give where those are who are counted right before: "killed nine, and hurt 30 others"."""
        if self._latest is None:
            return None
        before, place = self._latest
        if _family(before) != _family(asked) or asked.start - before.end > _BESIDE:
            return None
        between = self.lowered[before.end : asked.start]
        if self.mentions.countries(self.mentions.within(before.end, asked.start)):
            return None
        if before.sentence == asked.sentence and _LISTED.match(between):
            return place
        others = _OTHERS.search(self.lowered, max(0, asked.start - 12), asked.end)
        return place if others else None

    def again(self, asked: Asked, here: range) -> str | None:
        """Give where the same number of the same was told to be: "the two soldiers"."""
        place = self._told.get((asked.kind, asked.low))
        return None if place is None or self.mentions.countries(here) else place

    def the_country(self, asked: Asked, here: range) -> str | None:
        """Read "in the country" as the one named last before it that does not send what counts."""
        since = max(asked.sentence[0], asked.start - _NEAR)
        until = min(asked.sentence[1], asked.end + _NEAR)
        told = _THE_COUNTRY.search(self.lowered, since, until)
        if told is None or _BORDER.search(self.lowered, *asked.sentence):
            return None
        before = self.mentions.within(told.start() - _LAST, told.start())
        for k in reversed(before):
            place = self.mentions.places[k]
            if place.iso3 in (None, asked.force) or place.form == "demonym":
                continue
            if asked.kind == "personnel" and self._keeps(place, asked):
                continue
            return self.mentions.alone(before, k)
        return None

    def _keeps(self, place: Place, asked: Asked) -> bool:
        """Tell who has troops somewhere from where they are: the subject of their sentence."""
        if place.start < asked.sentence[0]:
            return False
        return not _LED.search(self.lowered, max(0, place.start - 12), place.start)

    def is_nowhere_again(self, asked: Asked, here: range) -> bool:
        """Tell the same number of the same that was told to be at sea, or in several countries."""
        nowhere = self._told.get((asked.kind, asked.low), "") is None
        return nowhere and not self.mentions.countries(here)

    def of_forces(self, asked: Asked) -> str | None:
        """Give whose arms are counted: of the one country whose forces were told of right before.

        No place may be named since.
        """
        since = max(0, asked.sentence[0] - _RIGHT_BEFORE)
        if self.mentions.within(since, asked.end):
            return None
        owners = {body.iso3 for body in self.mentions.bodies_in(since, asked.end)}
        return owners.pop() if len(owners) == 1 else None

    def lately(self, asked: Asked, here: range) -> str | None:
        """Give where the text last was, in an article that is in many countries."""
        if not self._scattered or asked.kind == "personnel" or self.mentions.countries(here):
            return None
        since = asked.sentence[0] - _LATELY
        lately = {
            place.iso3
            for k in range(here.start - 1, max(-1, here.start - 8), -1)
            if (place := self.mentions.places[k]).start >= since
            and place.iso3
            and self.mentions.says(k, asked.kind)
        }
        return lately.pop() if len(lately) == 1 else None

    def story_of(self, asked: Asked, here: range) -> str | None:
        """Give the country of the story, or where it has none of what was last spoken of."""
        if self.story is not None or here:
            return self.story
        last = here.start - 1
        place = self.mentions.places[last] if last >= 0 else None
        if place is None or place.start < asked.sentence[0] - _LAST or self.mentions.attached(last):
            return None
        return self.mentions.alone(range(max(0, last - 3), here.start), last)

    def only_of_story(self, asked: Asked, here: range) -> str | None:
        """Give the country of the story, where the sentence speaks of no other.

        Where it speaks of none at all, the article must be about hardly any other.
        """
        named: set[str | None] = {*self.mentions.countries(here)}
        named |= {body.iso3 for body in self.mentions.bodies_in(*asked.sentence)}
        return self._mainly if not named else self.story if named == {self.story} else None

    def abroad(self, asked: Asked, here: range) -> str | None:
        """Find where those are who are not at home where the story is: withdrawn, or killed away.

        That is where else the article is for a good part. So are those whom the country of the
        story killed, where the article is as much elsewhere as there, or it fights next door.
        """
        if self.story is None:
            return None
        away = self._away
        if asked.kind == "casualties" and self.story in actors.nations(self.mentions, asked, here):
            return away
        if asked.role == "withdrawn" and asked.force == self.story:
            return away
        if self.is_afloat(asked):
            return None
        more = self._there < self._elsewhere.get(away or "", 0.0)
        if more and self.story in actors.ABROAD and _is_fought_over(asked):
            return away
        if asked.role not in _STRUCK:
            return None
        as_much = 0.0 < self._there <= self._elsewhere.get(away or "", 0.0)
        if as_much:
            return away if actors.actor(self.mentions, asked, here) == self.story else None
        if away is None or self.story not in FIGHT_NEXT_DOOR:
            return None
        return away if actors.subject(self.mentions, asked, here) == self.story else None

    def left(self, asked: Asked, here: range) -> str | None:
        """Give whence those are withdrawn who are not told to be anywhere but at home."""
        named = self.mentions.countries(here) - {asked.force}
        if len(named) == 1:
            return named.pop()
        return self.story if self.story != asked.force else self._away

    def across_from(self, iso3: str | None, here: range) -> str | None:
        """Give the country on the other side of a border: that of the story, else the last told."""
        if self.story != iso3:
            return self.story
        for k in range(here.start - 1, max(-1, here.start - 9), -1):
            place = self.mentions.places[k]
            if place.iso3 not in (None, iso3) and self.mentions.is_ground(k):
                return place.iso3
        return None

    def flies(self, asked: Asked) -> bool:
        """Tell how far or high a missile or plane is told to have flown."""
        since = max(asked.sentence[0], asked.start - _NEAR)
        return bool(_FLEW.search(self.lowered, since, asked.start))

    def in_port(self, asked: Asked, here: range) -> str | None:
        """Give where a ship is told to be shortly before, unless a sea is named there too."""
        before = self.mentions.within(asked.sentence[0] - _LAST, asked.sentence[0])
        if any(self.mentions.places[k].kind == "water" for k in before):
            return None
        grounds = (self.mentions.places[k].iso3 for k in before if self.mentions.is_ground(k))
        return next(reversed([iso3 for iso3 in grounds if iso3]), None)

    def is_afloat(self, asked: Asked) -> bool:
        """Tell what is told of a crew or a merchant ship, in an article that speaks of a sea."""
        return self._at_sea and bool(_AFLOAT.search(self.lowered, *asked.sentence))


def _is_fought_over(asked: Asked) -> bool:
    """Tell who is hurt, held or freed where others fight far from home."""
    held = asked.role in ("captured", "released") or asked.group == "captive"
    return asked.kind in ("casualties", "munitions") or held


def _family(asked: Asked) -> str:
    """Give the kind, of those who were driven away that of those who were hurt."""
    return "casualties" if asked.role == "displaced" else asked.kind
