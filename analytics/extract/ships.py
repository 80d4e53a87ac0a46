"""Tell a ship from the place that it is named for: "the Fujian", "HMS Glasgow"."""

import re

from analytics.lexicons.places import PlaceKind

# What stands right before the name of a ship, and never before a place.
_TITLES = frozenset(
    """uss usns hms hmas hmcs hmnzs rfa ins jds js roks rss kri mv mt ss carrier warship destroyer
    frigate cruiser submarine corvette flagship tanker freighter ferry trawler battleship
    icebreaker""".split()
)
_CLASSED = re.compile(r"(?:-(?:ton|tonne|class)|\btype [0-9]{2,3}) $")
_A_SHIP = re.compile(
    r"\b(?:carriers?|warships?|destroyers?|frigates?|cruisers?|submarines?|corvettes?|flagship"
    r"|tankers?|freighters?|vessels?|ships?)\b"
)
_LED = re.compile(r"\b(?:in|at|near|from|to|into|of|across|around|over|through|off|on|along) the $")
_THERE = re.compile(r"\b(?:in|at|near|from|to|of|outside|around|off) $")
_NEAR = 60  # characters around "the Fujian" in which it is said to be a ship


def is_ship(lowered: str, start: int, end: int, kind: PlaceKind | None) -> bool:
    """Tell whether the name from ``start`` to ``end`` is said to be a ship's.

    A title or a class before it tells; so does an article, which towns and provinces go without,
    where a ship is spoken of beside it. ``kind`` is that of the place.
    """
    before = lowered[max(0, start - 24) : start]
    if before.endswith("the "):
        if kind not in ("city", "region") or " " in lowered[start:end] or _LED.search(before):
            return False
        return bool(_A_SHIP.search(lowered, max(0, start - _NEAR), end + _NEAR))
    words = before.rsplit(None, 1)
    led = words[-1] if words and before.endswith(" ") else ""
    return led in _TITLES or bool(_CLASSED.search(before))


def may_be_ship(lowered: str, start: int) -> bool:
    """Tell whether a name that is a ship's elsewhere in the text may be one here too."""
    return not _THERE.search(lowered, max(0, start - 9), start)
