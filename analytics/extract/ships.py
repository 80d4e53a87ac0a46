"""Tell a ship from the place that it is named for: "the Fujian", "HMS Glasgow"."""

import re

from analytics.lexicons.places import PlaceKind

# What stands right before the name of a ship, and never before a place.
_TITLES = frozenset(
    """uss usns hms hmas hmcs hmnzs rfa ins jds js roks rss kri mv mt ss carrier warship destroyer
    frigate cruiser submarine corvette flagship tanker freighter ferry trawler battleship
    icebreaker""".split()
)
_CLASSES = ("-ton", "-tonne", "-class")
_A_SHIP = re.compile(
    r"\b(?:carriers?|warships?|destroyers?|frigates?|cruisers?|submarines?|corvettes?|flagship"
    r"|tankers?|freighters?|vessels?|ships?)\b"
)
_LED = re.compile(r"\b(?:in|at|near|from|to|into|of|across|around|over|through|off|on|along) the $")
_THERE = re.compile(r"\b(?:in|at|near|from|to|of|outside|around|off) $")
_LONGEST = 24  # characters of the word before a name
_NEAR = 60  # characters around "the Fujian" in which it is said to be a ship


def is_ship(lowered: str, start: int, end: int, kind: PlaceKind | None) -> bool:
    """Tell whether the name from ``start`` to ``end`` is said to be a ship's.

    A title or a class before it tells; so does an article, which towns and provinces go without,
    where a ship is spoken of beside it. ``kind`` is that of the place.
    """
    if lowered[start - 1 : start] != " ":
        return False
    led = lowered[lowered.rfind(" ", max(0, start - _LONGEST), start - 1) + 1 : start - 1]
    if led != "the":
        return led in _TITLES or led.endswith(_CLASSES)
    if kind not in ("city", "region") or " " in lowered[start:end]:
        return False
    if _LED.search(lowered, max(0, start - 12), start):
        return False
    return bool(_A_SHIP.search(lowered, max(0, start - _NEAR), end + _NEAR))


def may_be_ship(lowered: str, start: int) -> bool:
    """Tell whether a name that is a ship's elsewhere in the text may be one here too."""
    return not _THERE.search(lowered, max(0, start - 9), start)
