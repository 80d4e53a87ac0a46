"""What may date an article: the given field, the URL, what the page prints, how the text opens."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from analytics.extract import head
from analytics.extract.moments import (
    Moment,
    epoch_moment,
    find_moments,
    is_relative,
    relative_days,
)
from analytics.extract.urls import url_day, url_host
from analytics.model import Article, Block

Evidence = Literal["given", "url", "text", "dateline", "relative", "prefix"]
DAY = timedelta(days=1)
FIT_BEFORE, _FIT_AFTER = 3 * DAY, 1 * DAY  # a dateline stands this near its publication
_DAY_FIRST_DOMAINS = (".uk", ".au", ".nz", ".ie", ".in", ".za", ".eu", ".fr", ".de", ".it", ".es")
_MONTH_FIRST = frozenset(("USA", "PHL", "GUM", "PRI", "FSM", "MHL", "PLW", "ASM"))
_URL_MONTH = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})(?=/)")
_LABEL = re.compile(
    r"(?P<update>(?:last\s)?(?:updated?|modified)(?:\s(?:on|at))?)"
    r"|(?P<first>(?:first\s|originally\s)?(?:published|posted|created|issued|input)(?:\s(?:on|at))?"
    r"|\bdate\b)",
    re.IGNORECASE,
)


class Found(NamedTuple):
    """A moment that may date the article, and what says so."""

    moment: Moment
    evidence: Evidence


class Bounds(NamedTuple):
    """What a date is held against; all may be missing."""

    crawled: date | None
    latest: date | None  # no article is from a later day
    day_first: bool


def bounds_of(article: Article, no_later_than: date | None, country: str | None) -> Bounds:
    """Tell between which days the article can be dated, and in which order a day is written."""
    if country:
        day_first = country not in _MONTH_FIRST
    else:
        day_first = url_host(article.url).endswith(_DAY_FIRST_DOMAINS)
    crawled = None
    if article.crawled:
        moment = _one_moment(article.crawled, day_first)
        crawled = moment.whole if moment else None
    latest = crawled + DAY if crawled else None
    if no_later_than is not None:
        latest = min(latest, no_later_than) if latest else no_later_than
    return Bounds(crawled, latest, day_first)


def _one_moment(field: str, day_first: bool) -> Moment | None:
    field = field.strip()[:200]
    return next(find_moments(field, day_first), None) or epoch_moment(field)


def candidates(
    article: Article,
    blocks: Sequence[Block],
    prints: Sequence[tuple[Moment, bool]],
    bounds: Bounds,
) -> Iterator[Found]:
    """What may date the article, the most telling first."""
    if article.date:
        yield from _given(article.date, article.url, bounds)
    of_url = url_day(article.url)
    if of_url is not None:
        yield Found(of_url, "url")
    for moment, update in prints:
        if not update:
            yield Found(moment, "text")
    yield from from_openings(article, blocks)


def _given(field: str, url: str | None, bounds: Bounds) -> Iterator[Found]:
    if is_relative(field):
        days = relative_days(field)
        if days is not None and bounds.crawled is not None:
            day = bounds.crawled - days * DAY
            yield Found(Moment(0, len(field), day.year, day.month, day.day), "relative")
        return
    moment = _one_moment(field, bounds.day_first)
    if moment is not None:
        yield Found(_settled(moment, url, bounds), "given")


def _settled(moment: Moment, url: str | None, bounds: Bounds) -> Moment:
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


def printed(text: str, blocks: Sequence[Block], bounds: Bounds) -> Iterator[tuple[Moment, bool]]:
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


def _labelled(piece: str, bounds: Bounds) -> Iterator[tuple[Moment, str | None]]:
    """Yield each moment with the label that it follows, "first", "update" or none."""
    moments = list(find_moments(piece, bounds.day_first))
    if not moments and bounds.crawled is None:
        return
    labels = [(match.end(), match.lastgroup) for match in _LABEL.finditer(piece)]
    for moment in moments:
        before = [name for end, name in labels if end <= moment.start + 3]
        yield moment, before[-1] if before else None
    if bounds.crawled is not None and is_relative(piece) and not _has_moment(piece):
        days = relative_days(piece)
        if days is not None:
            day = bounds.crawled - days * DAY
            label = labels[-1][1] if labels else None
            yield Moment(0, len(piece), day.year, day.month, day.day), label


def _has_moment(piece: str) -> bool:
    return next(find_moments(piece), None) is not None


def from_openings(article: Article, blocks: Sequence[Block]) -> Iterator[Found]:
    """Dates of the dateline and of the title, whole ones or with the year that fits."""
    text = article.text
    hint = prefix_day(text, blocks)
    for block in blocks:
        if block.kind == "dateline":
            opening = head.match_dateline(text, block.start)
            if opening is not None and opening.day is not None:
                for moment in find_moments(opening.day):
                    if moment.year is None and hint is not None:
                        moment = with_fitting_year(moment, hint)
                    if moment.year is not None:
                        yield Found(moment, "dateline")
            break
    for block in blocks:
        if block.kind == "title" and block.end - block.start < 300:
            for moment in find_moments(text[block.start : block.end]):
                if moment.year is not None and "-" not in text[moment.start : moment.end]:
                    yield Found(moment, "text")
            break


def prefix_day(text: str, blocks: Sequence[Block]) -> date | None:
    """Return the day of the crawler's prefix; null where there is none."""
    if blocks and blocks[0].kind == "prefix":
        moment = next(find_moments(text[: blocks[0].end]), None)
        return moment.whole if moment else None
    return None


def with_fitting_year(moment: Moment, near: date) -> Moment:
    """Give ``moment`` the year that puts it three days before to one day after ``near``."""
    for year in (near.year, near.year - 1, near.year + 1):
        dated = replace(moment, year=year)
        day = dated.whole
        if day is not None and near - FIT_BEFORE <= day <= near + _FIT_AFTER:
            return dated
    return moment
