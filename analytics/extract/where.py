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
_HOSTED = frozenset(("personnel", "other", "weapons_platforms"))


class Where:
    """Answers where the figures of one article are, asked about them in their order."""

    def __init__(self, lowered: str, places: Sequence[Place], setting: Setting) -> None:
        self._scene = Scene(lowered, places, setting)
        self.mentions = self._scene.mentions

    def of(self, asked: Asked) -> str | None:
        """Find where the counted things are or happened, as an ISO 3166 alpha-3 code.

        Null where the place is not told, or is several countries or none.
        """
        here = self.mentions.within(*asked.sentence)
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
