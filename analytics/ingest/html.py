"""Pages of HTML: the article's text, with what the page says of itself.

Body and metadata by trafilatura (the extra ``html``).
"""

from pathlib import Path
from typing import Any

from analytics.errors import InputError
from analytics.ingest.decode import PAGE_CAP, decode, read_whole


def row_of(path: Path) -> dict[str, Any]:
    """Read one page.

    Raises:
        InputError: the extra is not installed; too large; no article in it.
    """
    return row_of_page(decode(read_whole(path, PAGE_CAP)), path.stem)


def row_of_page(page: str, page_id: str) -> dict[str, Any]:
    """Find the article in a page's HTML; ``page_id`` stands in where it has no address.

    Raises:
        InputError: the extra is not installed; no article in the page.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise InputError("HTML needs the extra: uv sync --extra html") from error
    document = bare_extraction(page, fast=True, with_metadata=True)
    if document is None or isinstance(document, dict) or not document.text:
        raise InputError("no article in this page")
    return {
        "id": None if document.url else page_id,
        "text": document.text,
        "title": document.title,
        "url": document.url,
        "outlet": document.sitename,
        "date": document.date,
    }
