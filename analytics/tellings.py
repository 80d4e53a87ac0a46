"""Articles as far as their stories are concerned: who printed which text, word for word."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from analytics.copies.links import DAYS
from analytics.fingerprints import Print, fingerprint

LEAST_EQUAL = 5  # words; a shorter text, or title where there is no text, equals nothing


@dataclass(frozen=True, slots=True)
class Telling:
    """One article, as far as finding its copies needs to know it."""

    key: str  # the article's identity, unique among the tellings
    body: str  # its own words: body blocks, without dateline, captions and tail
    title: str | None = None
    outlet: str | None = None  # null where nothing tells
    family: str | None = None  # the house; null stands for the outlet itself
    wire: str | None = None  # the first wire it bears
    agency: bool = False  # the outlet is a wire, so this is the wire's own print
    day: date | None = None  # published
    at: datetime | None = None  # published, as an aware instant, where it is known so well
    crawled: date | None = None  # stands in for an unknown day


@dataclass(frozen=True, slots=True)
class Seen:
    """A telling without its body, so that a million fit in memory."""

    key: str
    house: str | None
    wire: str | None
    day: int | None
    order: tuple[bool, int, float, int, str]  # by appearance


@dataclass(frozen=True, slots=True)
class Text:
    """One text, and those who printed it word for word, in the order of appearance."""

    print: Print
    tellings: tuple[Seen, ...]
    day: int | None
    rank: tuple[int, bytes, tuple[bool, int, float, int, str]]  # the longest first


def equal_texts(tellings: Iterable[Telling]) -> Iterator[Text]:
    """Put together tellings with equal words that lie close enough in time."""
    prints: dict[tuple[bool, bytes | str], Print] = {}
    same: dict[tuple[bool, bytes | str], list[Seen]] = defaultdict(list)
    for telling in tellings:
        body = fingerprint(telling.body)
        named = fingerprint(telling.title or "") if not body.words else body
        titled = not body.words
        mark = (titled, named.digest if named.words >= LEAST_EQUAL else telling.key)
        prints.setdefault(mark, body)
        same[mark].append(_seen(telling, body.words))
    for mark, seen in same.items():
        for run in _runs_of_days(seen):
            day = next((s.day for s in run if s.day is not None), None)
            print_ = prints[mark]
            yield Text(print_, tuple(run), day, (-print_.words, print_.digest, run[0].order))


def _seen(telling: Telling, words: int) -> Seen:
    day = telling.day or telling.crawled
    number = day.toordinal() if day else None
    return Seen(
        key=telling.key,
        house=telling.family or telling.outlet,
        wire=telling.wire,
        day=number,
        order=(
            not telling.agency,
            number or date.max.toordinal(),
            telling.at.timestamp() if telling.at else math.inf,
            -words,
            telling.key,
        ),
    )


def _runs_of_days(seen: list[Seen]) -> list[list[Seen]]:
    """Cut at each silence of more than DAYS; the undated go with the first run."""
    dated = sorted((s for s in seen if s.day is not None), key=lambda s: (s.day or 0, s.order))
    runs: list[list[Seen]] = [[]]
    last: int | None = None
    for one in dated:
        if last is not None and one.day is not None and one.day - last > DAYS:
            runs.append([])
        runs[-1].append(one)
        last = one.day
    runs[0] += [s for s in seen if s.day is None]
    return [sorted(run, key=lambda s: s.order) for run in runs]
