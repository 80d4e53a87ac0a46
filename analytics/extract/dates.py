"""When an article was published and updated, and what says so.

The given field comes first, then the URL, then what the page prints, then a dateline; the crawler's
prefix only fills in a year, or stands alone with a flag. A date that cannot be is set aside with a
flag, and nothing is ever dated today for want of a date.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from typing import Literal, NamedTuple

from analytics.extract import head
from analytics.extract.moments import (
    FIRST_YEAR,
    LAST_YEAR,
    Moment,
    Precision,
    epoch_moment,
    find_moments,
    is_relative,
    relative_days,
)
from analytics.extract.urls import url_day, url_host
from analytics.model import Article, Block

Evidence = Literal["given", "url", "text", "dateline", "relative", "prefix"]
_DAY = timedelta(days=1)
_FIT_BEFORE, _FIT_AFTER = 3 * _DAY, 1 * _DAY  # a dateline stands this near its publication
_DAY_FIRST_DOMAINS = (".uk", ".au", ".nz", ".ie", ".in", ".za", ".eu", ".fr", ".de", ".it", ".es")
_MONTH_FIRST = frozenset(("USA", "PHL", "GUM", "PRI", "FSM", "MHL", "PLW", "ASM"))
_MINUTES_BY_COUNTRY = {  # of those with one offset and no summer time
    "KOR": 540, "JPN": 540, "PRK": 540, "CHN": 480, "HKG": 480, "TWN": 480, "SGP": 480,
    "PHL": 480, "MYS": 480, "THA": 420, "VNM": 420, "KHM": 420, "MMR": 390, "BGD": 360,
    "IND": 330, "LKA": 330, "NPL": 345, "PAK": 300, "AFG": 270, "ARE": 240, "OMN": 240,
    "AZE": 240, "ARM": 240, "GEO": 240, "IRN": 210, "SAU": 180, "QAT": 180, "KWT": 180,
    "BHR": 180, "IRQ": 180, "YEM": 180, "JOR": 180, "TUR": 180, "BLR": 180, "KEN": 180,
    "ETH": 180, "SOM": 180, "ZAF": 120, "ZWE": 120, "NGA": 60, "DZA": 60, "TUN": 60, "GUM": 600,
    "ARG": -180, "URY": -180, "COL": -300, "PER": -300, "VEN": -240,
}  # fmt: skip
_URL_MONTH = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})(?=/)")
_LABEL = re.compile(
    r"(?P<update>(?:last\s)?(?:updated?|modified)(?:\s(?:on|at))?)"
    r"|(?P<first>(?:first\s|originally\s)?(?:published|posted|created|issued|input)(?:\s(?:on|at))?"
    r"|\bdate\b)",
    re.IGNORECASE,
)


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


class _Found(NamedTuple):
    moment: Moment
    evidence: Evidence


class _Bounds(NamedTuple):
    """What a date is held against; all may be missing."""

    crawled: date | None
    latest: date | None  # no article is from a later day
    day_first: bool


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
    bounds = _bounds(article, no_later_than, country)
    offset = _offset_of(country)
    prints = list(_printed(article.text, blocks, bounds))
    updates = [moment for moment, update in prints if update]
    found = _first_sound(_candidates(article, blocks, prints, bounds), bounds, flags)
    if found is not None:
        found = _press_release(article, blocks, found)
    if found is None and updates:
        found = _first_sound([_Found(updates[0], "text")], bounds, flags)
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


def _bounds(article: Article, no_later_than: date | None, country: str | None) -> _Bounds:
    if country:
        day_first = country not in _MONTH_FIRST
    else:
        day_first = url_host(article.url).endswith(_DAY_FIRST_DOMAINS)
    crawled = None
    if article.crawled:
        moment = _one_moment(article.crawled, day_first)
        crawled = moment.whole if moment else None
    latest = crawled + _DAY if crawled else None
    if no_later_than is not None:
        latest = min(latest, no_later_than) if latest else no_later_than
    return _Bounds(crawled, latest, day_first)


def _one_moment(field: str, day_first: bool) -> Moment | None:
    field = field.strip()[:200]
    return next(find_moments(field, day_first), None) or epoch_moment(field)


def _candidates(
    article: Article,
    blocks: Sequence[Block],
    prints: Sequence[tuple[Moment, bool]],
    bounds: _Bounds,
) -> Iterator[_Found]:
    """What may date the article, the most telling first."""
    if article.date:
        yield from _given(article.date, article.url, bounds)
    of_url = url_day(article.url)
    if of_url is not None:
        yield _Found(of_url, "url")
    for moment, update in prints:
        if not update:
            yield _Found(moment, "text")
    yield from _from_openings(article, blocks)


def _given(field: str, url: str | None, bounds: _Bounds) -> Iterator[_Found]:
    if is_relative(field):
        days = relative_days(field)
        if days is not None and bounds.crawled is not None:
            day = bounds.crawled - days * _DAY
            yield _Found(Moment(0, len(field), day.year, day.month, day.day), "relative")
        return
    moment = _one_moment(field, bounds.day_first)
    if moment is not None:
        yield _Found(_settled(moment, url, bounds), "given")


def _settled(moment: Moment, url: str | None, bounds: _Bounds) -> Moment:
    """Turn day and month where only that agrees with the URL's month, or lies not ahead."""
    if not moment.unsettled:
        return moment
    turned = replace(moment, month=moment.day, day=moment.month)
    if match := _URL_MONTH.search(url or ""):
        months = [m.month for m in (moment, turned) if m.year == int(match[1])]
        if months.count(int(match[2])) == 1:
            return replace(moment if moment.month == int(match[2]) else turned, unsettled=False)
    day, other = moment.whole, turned.whole
    latest = bounds.latest
    if latest and day and other and (day > latest) != (other > latest):
        return replace(turned if day > latest else moment, unsettled=False)
    return moment


def _printed(text: str, blocks: Sequence[Block], bounds: _Bounds) -> Iterator[tuple[Moment, bool]]:
    """Yield the dates printed about the article and whether each is of an update.

    What stands under the title comes before what stands over it, which may be the crawl's clock;
    labelled dates come before bare ones.
    """
    titled = next((b.end for b in blocks if b.kind == "title" and b.rule != "standfirst"), 0)
    spans = [b for b in blocks if b.kind == "dates" or (b.kind == "tail" and b.end - b.start < 300)]
    spans.sort(key=lambda block: (block.start < titled, block.kind == "tail"))
    bare: list[tuple[Moment, bool]] = []
    for block in spans:
        piece = text[block.start : min(block.end, block.start + 600)]
        for moment, label in _labelled(piece, bounds):
            if label is not None:
                yield moment, label == "update"
            elif block.kind == "dates":
                bare.append((moment, False))
    yield from bare


def _labelled(piece: str, bounds: _Bounds) -> Iterator[tuple[Moment, str | None]]:
    """Yield each moment with the label that it follows, "first", "update" or none."""
    labels = [(match.end(), match.lastgroup) for match in _LABEL.finditer(piece)]
    for moment in find_moments(piece, bounds.day_first):
        before = [name for end, name in labels if end <= moment.start + 3]
        yield moment, before[-1] if before else None
    if is_relative(piece) and bounds.crawled is not None and not _has_moment(piece):
        days = relative_days(piece)
        if days is not None:
            day = bounds.crawled - days * _DAY
            label = labels[-1][1] if labels else None
            yield Moment(0, len(piece), day.year, day.month, day.day), label


def _has_moment(piece: str) -> bool:
    return next(find_moments(piece), None) is not None


def _from_openings(article: Article, blocks: Sequence[Block]) -> Iterator[_Found]:
    """Dates of the dateline and of the title, whole ones or with the year that fits."""
    text = article.text
    hint = _prefix_day(text, blocks)
    for block in blocks:
        if block.kind == "dateline":
            opening = head.match_dateline(text, block.start)
            if opening is not None and opening.day is not None:
                for moment in find_moments(opening.day):
                    if moment.year is None and hint is not None:
                        moment = _with_fitting_year(moment, hint)
                    if moment.year is not None:
                        yield _Found(moment, "dateline")
            break
    for block in blocks:
        if block.kind == "title" and block.end - block.start < 300:
            for moment in find_moments(text[block.start : block.end]):
                if moment.year is not None and "-" not in text[moment.start : moment.end]:
                    yield _Found(moment, "text")
            break


def _prefix_day(text: str, blocks: Sequence[Block]) -> date | None:
    if blocks and blocks[0].kind == "prefix":
        moment = next(find_moments(text[: blocks[0].end]), None)
        return moment.whole if moment else None
    return None


def _with_fitting_year(moment: Moment, near: date) -> Moment:
    """Give ``moment`` the year that puts it three days before to one day after ``near``."""
    for year in (near.year, near.year - 1, near.year + 1):
        dated = replace(moment, year=year)
        day = dated.whole
        if day is not None and near - _FIT_BEFORE <= day <= near + _FIT_AFTER:
            return dated
    return moment


def _first_sound(
    candidates: Iterator[_Found] | Sequence[_Found], bounds: _Bounds, flags: list[str]
) -> _Found | None:
    """Return the first candidate that can be; a day without a year gets the year that fits."""
    yearless: list[_Found] = []
    for found in candidates:
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
            fitted = _with_fitting_year(early.moment, day) if day else early.moment
            if fitted.year is not None:
                return early._replace(moment=fitted)
        return found
    return None


def _settle_year(found: _Found, bounds: _Bounds) -> _Found | None:
    """Give a field or a print without a year the last such day before the crawl."""
    if bounds.crawled is None:
        return None
    for year in (bounds.crawled.year, bounds.crawled.year - 1):
        dated = replace(found.moment, year=year)
        day = dated.whole
        if day is not None and day <= bounds.crawled + _DAY:
            return found._replace(moment=dated)
    return None


def _is_sound(moment: Moment, bounds: _Bounds, flags: list[str], what: str) -> bool:
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


def _press_release(article: Article, blocks: Sequence[Block], found: _Found) -> _Found:
    """Without a URL, a whole date printed at the opening outweighs a bare day in the field."""
    if article.url or found.evidence != "given" or found.moment.hour is not None:
        return found
    day = found.moment.whole
    for opening in _from_openings(article, blocks):
        other = opening.moment.whole
        if day is not None and other is not None and abs(other - day) <= _FIT_BEFORE:
            return opening
    return found


def _from_prefix(
    text: str, blocks: Sequence[Block], bounds: _Bounds, flags: list[str]
) -> _Found | None:
    day = _prefix_day(text, blocks)
    if day is None:
        return None
    moment = Moment(0, blocks[0].end, day.year, day.month, day.day)
    if not _is_sound(moment, bounds, flags, "published"):
        return None
    flags.append("published only by the crawler's prefix")
    return _Found(moment, "prefix")
