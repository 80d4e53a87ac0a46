"""WARC archives of crawls: each HTML response is a page.

By fastwarc (the extra ``warc``), which ends silently where a file is cut: so the end that was
reached is held against the file's size.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analytics.errors import InputError
from analytics.ingest.decode import PAGE_CAP, decode
from analytics.ingest.html import row_of_page
from analytics.ingest.record import Refusal


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, Any]] | Refusal]:
    """Yield number (from 1) and fields of each page; a bad record is a refusal.

    Raises:
        InputError: the extra is not installed, or the file is no WARC.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise InputError("WARC needs the extra: uv sync --extra warc --extra html") from error
    number = 0
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file, record_types=WarcRecordType.response):
                number += 1
                kind = record.http_content_type or ""
                if "html" in kind:
                    yield _page(path, number, record)
        except (OSError, ValueError) as error:
            yield Refusal(str(path), number or None, f"damaged after this record: {error}")
            return
        if file.tell() < path.stat().st_size:
            yield Refusal(str(path), number, "cut short: the rest cannot be read")
    if number == 0:
        raise InputError("no response record: not a WARC file, or an empty one")


def _page(path: Path, number: int, record: Any) -> tuple[int, dict[str, Any]] | Refusal:
    raw = record.reader.read(PAGE_CAP + 1)
    if len(raw) > PAGE_CAP:
        return Refusal(str(path), number, f"page too large: more than {PAGE_CAP:,} bytes")
    try:
        row = row_of_page(decode(raw, record.http_charset), f"{path.stem}-{number}")
    except InputError as error:
        return Refusal(str(path), number, str(error))
    target = record.headers.get("WARC-Target-URI")
    return number, {**row, "url": target or row["url"], "crawled": record.headers.get("WARC-Date")}
