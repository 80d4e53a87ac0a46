"""When an article was published and updated, and what says so."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from analytics.model import Article, Block

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Dates:
    """Published and updated: the calendar day in the outlet's own offset, and the instant."""

    published: date | None
    published_at: datetime | None
    published_evidence: str | None  # given, url, text, dateline, relative, prefix
    updated: date | None
    updated_at: datetime | None
    flags: tuple[str, ...]


def find_dates(
    article: Article, blocks: tuple[Block, ...], no_later_than: date | None = None
) -> Dates:
    """Read the dates of ``article``; null where nothing tells."""
    if article.date and (match := _ISO.match(article.date)):
        try:
            return Dates(date(*map(int, match.groups())), None, "given", None, None, ())
        except ValueError:
            return Dates(None, None, None, None, None, ("published is no day",))
    return Dates(None, None, None, None, None, ())
