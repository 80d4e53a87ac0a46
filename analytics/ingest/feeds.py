"""RSS and Atom feeds: one article an entry, its text as far as the feed carries it.

By feedparser (the extra ``feeds``), which reads what is malformed too.
"""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analytics.errors import InputError
from analytics.ingest.decode import read_whole

FEED_CAP = 5_000_000  # bytes
ENTRY_CAP = 1000

_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"<(?:/p|br ?/?|/div|/li)>", re.IGNORECASE)


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield number (from 1) and fields of each entry, at most ``ENTRY_CAP``.

    Raises:
        InputError: the extra is not installed; too large; not a feed.
    """
    try:
        import feedparser
    except ImportError as error:
        raise InputError("feeds need the extra: uv sync --extra feeds") from error
    try:
        feed = feedparser.parse(read_whole(path, FEED_CAP), sanitize_html=False)
    except ValueError as error:  # a character reference beyond Unicode
        raise InputError(f"not a feed: {error}") from error
    if not feed.entries:
        raise InputError("no entry: not a feed, or an empty one")
    for number, entry in enumerate(feed.entries[:ENTRY_CAP], start=1):
        body = " ".join(part.get("value", "") for part in entry.get("content", []))
        title = _plain(entry.get("title", ""))
        text = _plain(body or entry.get("summary", ""))
        yield (
            number,
            {
                "id": entry.get("id"),
                "text": f"{title}\n{text}" if title else text,
                "title": title,
                "url": entry.get("link"),
                "outlet": feed.feed.get("title"),
                "date": entry.get("published") or entry.get("updated"),
            },
        )


def _plain(markup: str) -> str:
    text = html.unescape(_TAG.sub("", _BREAK.sub("\n", markup)))
    return re.sub(r"[ \t\u00a0]{1,1000}", " ", text).strip()
