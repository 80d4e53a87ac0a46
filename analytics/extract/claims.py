"""Say of the figures of one article where they are, of which time, and who says so."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from analytics.extract.as_of import Times
from analytics.extract.mentions import Asked
from analytics.extract.senders import Senders, since
from analytics.extract.setting import Body, Setting
from analytics.extract.where import Where
from analytics.model import Place, Speaker

_FEW = 2  # bodies, of which an article is not full


class Surroundings:
    """The places, times and speakers of one article, found quickly by offset."""

    def __init__(
        self,
        lowered: str,
        places: Sequence[Place],
        speakers: Sequence[Speaker],
        published: date | None,
        setting: Setting,
    ) -> None:
        self._places = [p for p in places if p.iso3]
        self._starts = [p.start for p in self._places]
        self._speakers = sorted(speakers, key=lambda s: s.scope_start)
        self._scopes = [s.scope_start for s in self._speakers]
        self._setting = setting
        self.where = Where(lowered, places, setting)
        self.times = Times(lowered, published)
        self._senders = Senders(lowered)

    def places_in(self, start: int, end: int) -> list[Place]:
        """List the places with a country that begin within ``start`` to before ``end``."""
        return self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def bodies_about(self, start: int, end: int) -> Sequence[Body]:
        """List the bodies named within ``start`` to before ``end``, else those of the article.

        A sentence that names a country but no body speaks of none.
        """
        here = self.where.mentions.bodies_in(start, end)
        if not here and not self.places_in(start, end) and len(self._setting.bodies) > _FEW:
            here = self._setting.bodies
        return [body for body in here if body.state]

    def force_of(self, asked: Asked, place: str | None) -> str | None:
        """Find whose the counted things are, with what the text before says of troops."""
        if asked.kind != "personnel":
            return asked.force
        return self._senders.of(asked, self.places_in(since(asked), asked.sentence[0]), place)

    def speaker_of(self, start: int, end: int) -> str | None:
        """Find who is credited with the words from ``start`` to ``end``; the narrowest scope."""
        last = bisect_right(self._scopes, start)
        for speaker in self._speakers[max(0, last - 8) : last][::-1]:
            if speaker.scope_end >= end:
                return speaker.name
        return None
