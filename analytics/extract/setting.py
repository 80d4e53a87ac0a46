"""Find the setting of an article: the country in which its story is."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from analytics.extract.stances import Stance, first_of_each, stance_of
from analytics.model import Place

_MOST = 60  # mentions that are asked
_FIRST = 600  # characters of a body that most likely tell where the story is
_THERE, _NAMED, _ACTING = 3.0, 1.0, 0.5  # how much a mention says
_TITLE = 4.0  # times as much in a title
_HOME = 0.2  # of the weight that makes a story one of the outlet's country too
_NEARLY = 0.75  # of the greatest weight
_MAIN = 1 / 3  # of all the weight; a story below it is spread over several
_EARLY = 2.0  # times as much at the beginning


class Body(NamedTuple):
    """A mention of a force, ministry, parliament or head of state, which stands for a country."""

    start: int
    end: int
    iso3: str | None  # null: every country has one ("the Army")
    state: bool = True  # an armed group is of none


class Setting(NamedTuple):
    """Where a story is, and how strongly it is spoken of as a place, by country."""

    country: str | None  # ISO 3166 alpha-3; null where nothing tells
    weights: dict[str, float]
    grounds: dict[str, float]  # of these, what says that something is there
    bodies: Sequence[Body] = ()
    stances: Mapping[int, Stance] = MappingProxyType({})  # by the start of a mention


NOWHERE = Setting(None, {}, {})


def find_setting(
    lowered: str,
    places: Sequence[Place],
    bodies: Sequence[Body] = (),
    title: str = "",
    title_places: Sequence[Place] = (),
    home: str | None = None,
) -> Setting:
    """Weigh the countries that an article speaks of.

    Where something is weighs most, a name less, a nationality, a government or an abbreviation
    least, for they act anywhere; bodies ("the Pentagon") count as a name. The beginning and the
    title weigh more. Of those that are spoken of nearly as much as the most, the story is where
    the most is said to be; it is nowhere where it is spread over several.

    Args:
        lowered: the text in lower case; places and bodies lie in it.
        places: the mentions of the body, in order.
        bodies: the mentions of bodies that belong to a country.
        title: the title in lower case.
        title_places: the mentions that lie in the title.
        home: the outlet's country, as an ISO 3166 alpha-3 code: whose "the Army" is, unless the
            story is of others or its title names others only.
    """
    weights: dict[str, float] = defaultdict(float)
    grounds: dict[str, float] = defaultdict(float)
    told = first_of_each([p for p in places if p.iso3])[:_MOST]
    first = min([m.start for m in told[:1]] + [b.start for b in bodies[:1]], default=0)
    stances: dict[int, Stance] = {}
    for place in told:
        stances[place.start] = stance = stance_of(lowered, place)
        early = _EARLY if place.start - first < _FIRST else 1.0
        _count(weights, grounds, place, stance, early)
    for place in title_places:
        _count(weights, grounds, place, stance_of(title, place), _TITLE)
    _count_bodies(weights, bodies[:_MOST], first)
    titled = {place.iso3 for place in title_places if place.iso3}
    whose = _whose(
        weights, () if titled else bodies, home if not titled or home in titled else None
    )
    if whose is not None:
        named = bodies
        bodies = [body if body.iso3 else Body(*body[:2], whose, body.state) for body in named]
        army = [own for body, own in zip(named[:_MOST], bodies, strict=False) if not body.iso3]
        _count_bodies(weights, army, first)
    if not weights:
        return NOWHERE
    least = _NEARLY * max(weights.values())
    spoken_of = [iso3 for iso3, weight in weights.items() if weight >= least]
    country: str | None = max(spoken_of, key=lambda iso3: (grounds.get(iso3, 0.0), weights[iso3]))
    if weights[country or ""] < _MAIN * sum(weights.values()):
        country = None
    return Setting(country, dict(weights), dict(grounds), bodies, stances)


def _count_bodies(weights: dict[str, float], bodies: Sequence[Body], first: int) -> None:
    for body in bodies:
        if body.iso3 is not None:
            weights[body.iso3] += _NAMED * (_EARLY if body.start - first < _FIRST else 1.0)


def _whose(weights: Mapping[str, float], bodies: Sequence[Body], home: str | None) -> str | None:
    """Tell whose "the Army" is: of the outlet's country, else of that whose other bodies are named.

    Where neither tells, it is of the country that is most spoken of.
    """
    if not weights:
        return home
    if home is not None and weights.get(home, 0.0) >= _HOME * sum(weights.values()):
        return home
    own = Counter(body.iso3 for body in bodies if body.iso3 and body.state)
    return max(own or weights, key=(own or weights).__getitem__)


def _count(
    weights: dict[str, float],
    grounds: dict[str, float],
    place: Place,
    stance: Stance,
    times: float,
) -> None:
    if place.iso3 is None:
        return
    if stance != "named":
        weights[place.iso3] += _THERE * times
        if stance == "there":
            grounds[place.iso3] += _THERE * times
    elif place.form == "abbreviation" or place.government:
        weights[place.iso3] += _ACTING * times
    else:
        weights[place.iso3] += _NAMED * times
