"""When an article was published and updated, and what says so.

The given field comes first, then the URL, then what the page prints, then a dateline; the crawler's
prefix only fills in a year, or stands alone with a flag. A date that cannot be is set aside with a
flag, and nothing is ever dated today for want of a date.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone

from analytics.extract.dated import (
    DAY,
    FIT_BEFORE,
    Bounds,
    Evidence,
    Found,
    bounds_of,
    candidates,
    from_openings,
    prefix_day,
    printed,
    with_fitting_year,
)
from analytics.extract.moments import FIRST_YEAR, LAST_YEAR, Moment, Precision
from analytics.model import Article, Block

_MINUTES_BY_COUNTRY = {  # of those with one offset and no summer time
    "KOR": 540, "JPN": 540, "PRK": 540, "CHN": 480, "HKG": 480, "TWN": 480, "SGP": 480,
    "PHL": 480, "MYS": 480, "THA": 420, "VNM": 420, "KHM": 420, "MMR": 390, "BGD": 360,
    "IND": 330, "LKA": 330, "NPL": 345, "PAK": 300, "AFG": 270, "ARE": 240, "OMN": 240,
    "AZE": 240, "ARM": 240, "GEO": 240, "IRN": 210, "SAU": 180, "QAT": 180, "KWT": 180,
    "BHR": 180, "IRQ": 180, "YEM": 180, "JOR": 180, "TUR": 180, "BLR": 180, "KEN": 180,
    "ETH": 180, "SOM": 180, "ZAF": 120, "ZWE": 120, "NGA": 60, "DZA": 60, "TUN": 60, "GUM": 600,
    "ARG": -180, "URY": -180, "COL": -300, "PER": -300, "VEN": -240,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dates:
    """Published and updated: the calendar day in the outlet's own offset, and the instant."""

    published: date | None
    published_at: datetime | None  # null unless day, clock and offset are told
    published_evidence: Evidence | None
    updated: date | None
    updated_at: datetime | None
    flags: tuple[str, ...]
    published_precision: Precision | None = None


def find_dates(
    article: Article,
    blocks: Sequence[Block],
    no_later_than: date | None = None,
    country: str | None = None,
) -> Dates:
    """Read the dates of ``article``; null where nothing tells.

    Args:
        article: ``date`` and ``crawled`` may have any form; relative ones need ``crawled``.
        blocks: what `layout.find_blocks` made of the text.
        no_later_than: an upper bound; a later date is set aside with a flag.
        country: the outlet's, ISO 3166 alpha-3: for the offset of a clock that names none, where
            the country has one only, and for the order of 3/4/2021.
    """
    flags: list[str] = []
    bounds = bounds_of(article, no_later_than, country)
    offset = _offset_of(country)
    prints = list(printed(article.text, blocks, bounds))
    updates = [moment for moment, update in prints if update]
    found = _first_sound(candidates(article, blocks, prints, bounds), bounds, flags)
    if found is not None:
        found = _press_release(article, blocks, found)
    if found is None and updates:
        found = _first_sound([Found(updates[0], "text")], bounds, flags)
        if found is not None:
            flags.append("only an update is dated")
    if found is None:
        found = _from_prefix(article.text, blocks, bounds, flags)
    updated = next((m for m in updates if _is_sound(m, bounds, flags, "updated")), None)
    if found is None:
        return Dates(None, None, None, updated.whole if updated else None,
                     updated.instant(offset) if updated else None, tuple(flags))  # fmt: skip
    if found.moment.unsettled:
        flags.append("day and month may be swapped")
    return Dates(
        found.moment.whole,
        found.moment.instant(offset),
        found.evidence,
        updated.whole if updated else None,
        updated.instant(offset) if updated else None,
        tuple(flags),
        found.moment.precision,
    )


def _offset_of(country: str | None) -> timezone | None:
    minutes = _MINUTES_BY_COUNTRY.get(country or "")
    return None if minutes is None else timezone(timedelta(minutes=minutes))


def _first_sound(
    told: Iterator[Found] | Sequence[Found], bounds: Bounds, flags: list[str]
) -> Found | None:
    """Return the first candidate that can be; a day without a year gets the year that fits."""
    yearless: list[Found] = []
    for found in told:
        if found.moment.year is None:
            settled = _settle_year(found, bounds)
            if settled is None:
                yearless.append(found)
                continue
            found = settled
        if not _is_sound(found.moment, bounds, flags, "published"):
            continue
        day = found.moment.whole
        for early in yearless:  # a field without a year is finer evidence than a whole URL day
            fitted = with_fitting_year(early.moment, day) if day else early.moment
            if fitted.year is not None:
                return early._replace(moment=fitted)
        return found
    return None


def _settle_year(found: Found, bounds: Bounds) -> Found | None:
    """Give a field or a print without a year the last such day before the crawl."""
    if bounds.crawled is None:
        return None
    for year in (bounds.crawled.year, bounds.crawled.year - 1):
        dated = replace(found.moment, year=year)
        day = dated.whole
        if day is not None and day <= bounds.crawled + DAY:
            return found._replace(moment=dated)
    return None


def _is_sound(moment: Moment, bounds: Bounds, flags: list[str], what: str) -> bool:
    if moment.year is None:
        return False
    day = moment.whole
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        flags.append(f"{what} on an impossible day")
        return False
    if bounds.latest is not None and day > bounds.latest:
        flags.append(f"{what} in the future")
        return False
    return True


def _press_release(article: Article, blocks: Sequence[Block], found: Found) -> Found:
    """Without a URL, a whole date printed at the opening outweighs a bare day in the field."""
    if article.url or found.evidence != "given" or found.moment.hour is not None:
        return found
    day = found.moment.whole
    for opening in from_openings(article, blocks):
        other = opening.moment.whole
        if day is not None and other is not None and abs(other - day) <= FIT_BEFORE:
            return opening
    return found


def _from_prefix(
    text: str, blocks: Sequence[Block], bounds: Bounds, flags: list[str]
) -> Found | None:
    day = prefix_day(text, blocks)
    if day is None:
        return None
    moment = Moment(0, blocks[0].end, day.year, day.month, day.day)
    if not _is_sound(moment, bounds, flags, "published"):
        return None
    flags.append("published only by the crawler's prefix")
    return Found(moment, "prefix")
