"""Find where the counted things are or where it happened: the country of each figure.

What the figure's own clause says comes first, then the sentence, then the text before it, then the
setting of the article. Null where several countries answer, or none.
"""

from collections.abc import Callable, Sequence

from analytics.extract import actors
from analytics.extract.mentions import Asked
from analytics.extract.scene import Scene
from analytics.extract.setting import Setting
from analytics.extract.where_lengths import of_distance, of_duration
from analytics.extract.where_other import of_other
from analytics.extract.where_sums import of_money, of_percent
from analytics.extract.where_things import of_things
from analytics.model import Kind, Place

_BY_KIND: dict[Kind, Callable[[Scene, Asked, range], str | None]] = {
    "money": of_money,
    "percent": of_percent,
    "duration": of_duration,
    "distance": of_distance,
    "other": of_other,
}
_AMONG = (" including ", " of those, ", " of these, ", " of them, ", " of which ", " of whom ")
_MEASURES = frozenset(("duration", "distance"))
_FAR = 100  # characters between a whole and its part
_HOSTED = frozenset(("personnel", "other", "weapons_platforms"))


class Where:
    """Answers where the figures of one article are, asked about them in their order."""

    def __init__(self, lowered: str, places: Sequence[Place], setting: Setting) -> None:
        self._scene = Scene(lowered, places, setting)
        self.mentions = self._scene.mentions
        self._whole: tuple[Asked | None, str | None] = (None, None)

    def of(self, asked: Asked) -> str | None:
        """Find where the counted things are or happened, as an ISO 3166 alpha-3 code.

        Null where the place is not told, or is several countries or none.
        """
        place = self._of(asked)
        self._whole = asked, place
        return place

    def _of(self, asked: Asked) -> str | None:
        here = self.mentions.within(*asked.sentence)
        if self._is_part(asked, here):
            return self._whole[1]
        owner = actors.owner(self.mentions, asked, here)
        if owner is not None and asked.kind != "duration":  # "Israel's 40-day war" is elsewhere
            return owner.iso3
        if asked.kind in _HOSTED:
            host = actors.host(self.mentions, asked, here)
            if host is not None:
                return host
        place = _BY_KIND.get(asked.kind, of_things)(self._scene, asked, here)
        self._scene.remember(asked, place)
        return place

    def _is_part(self, asked: Asked, here: range) -> bool:
        """Tell a part of what was counted right before: "70 jets, including nine"."""
        whole, lowered = self._whole[0], self._scene.lowered
        if not self._whole[1] or whole is None or not lowered.endswith(_AMONG, 0, asked.start):
            return False
        if asked.start - whole.end > _FAR or asked.kind in _MEASURES or whole.kind in _MEASURES:
            return False
        if self.mentions.in_clause(asked, here) is not None:
            return False
        between = self.mentions.within(whole.end, asked.start)
        return not any(self.mentions.is_ground(k) for k in between)
