"""Say whose the troops are of which their own sentence tells only where they are."""

import re
from collections.abc import Sequence

from analytics.extract.mentions import Asked
from analytics.model import Place

_LED = re.compile(
    r"\b(?:in|at|on|near|from|into|inside|across|off|over|outside|around|against|to|for|with|than"
    r"|by|between|toward|towards|like|of|as|and|or) (?:the )?$"
)
_TROOPS = frozenset(
    "troops soldiers marines sailors airmen servicemembers servicemen personnel".split()
)
_SENT = frozenset(("stationed", "deployed", "withdrawn", "cut"))
_BEFORE = 300  # characters before a sentence in which who sends them may have been named
_AGAIN = 600  # characters after other troops of a country in which these are its own too
_FEW = 6  # mentions that are asked


class Senders:
    """Remembers whose troops an article counts, asked about its figures in their order."""

    def __init__(self, lowered: str) -> None:
        self._lowered = lowered
        self._last: tuple[int, str | None] = (-_AGAIN, None)

    def of(self, asked: Asked, before: Sequence[Place], place: str | None) -> str | None:
        """Find whose the counted things are: as told, else who sends troops that are somewhere.

        That is whose troops were counted shortly before, else who acted last before the sentence.

        Args:
            asked: the figure, of troops, with its force where its own sentence tells it.
            before: the places with a country that are named shortly before, in order.
            place: where the figure is, as an ISO 3166 alpha-3 code.
        """
        force = asked.force
        if force is None and place and asked.role in _SENT and asked.unit in _TROOPS:
            if asked.start - self._last[0] < _AGAIN:
                force = self._last[1]
            force = force or self._actor(asked, before, place)
        if force is not None:
            self._last = asked.end, force
        return force

    def _actor(self, asked: Asked, before: Sequence[Place], away: str) -> str | None:
        for place in before[: -_FEW - 1 : -1]:
            if place.iso3 == away or place.form == "demonym":
                continue
            if not _LED.search(self._lowered, max(0, place.start - 16), place.start):
                return place.iso3
        return None


def since(asked: Asked) -> int:
    """Give from where on what is named before the sentence of a figure may have sent it."""
    return asked.sentence[0] - _BEFORE
