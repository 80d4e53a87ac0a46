"""From a row of any table to an article: what is needed, what is taken, who it is."""

import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from analytics.errors import InputError
from analytics.model import Article

FIELDS = ("id", "text", "title", "url", "outlet", "date", "crawled")

# Query parameters that say where a reader came from, not what is read.
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ocid", "smid")


def article_of(
    row: Mapping[str, Any],
    collection: str,
    origin: str,
    columns: Mapping[str, str] | None = None,
) -> Article:
    """Make an article of one row.

    Args:
        row: cells by column; ``text`` is needed, the rest of ``FIELDS`` is optional.
        collection: where ids are unique: a file's stem, or what the user says.
        origin: file and line, for messages.
        columns: field → the column that holds it, where the names differ.

    Raises:
        InputError: no text, or a text that is no string.
    """
    cells = {field: row.get((columns or {}).get(field, field)) for field in FIELDS}
    text = cells["text"]
    if text is None or text == "":
        raise InputError(f"{origin}: no text")
    if not isinstance(text, str):
        raise InputError(f"{origin}: text is {type(text).__name__}, not a string")
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    given = {field: _string(cells[field]) for field in FIELDS if field != "text"}
    identity = _identity(given["url"], given["id"], collection, sha256)
    return Article(
        identity=identity,
        text=text,
        sha256=sha256,
        id=given["id"] or identity,
        collection=collection,
        title=given["title"],
        url=given["url"],
        outlet=given["outlet"],
        date=given["date"],
        crawled=given["crawled"],
        origin=origin,
    )


def normalised_url(url: str | None) -> str | None:
    """Strip what does not name the page: scheme, "www.", fragment, tracking; null if no address."""
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    query = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not key.lower().startswith(_TRACKING)
    ]
    return urlunsplit(("", host + port, parts.path.rstrip("/"), urlencode(query), "")).lstrip("/")


def _identity(url: str | None, given_id: str | None, collection: str, sha256: str) -> str:
    if address := normalised_url(url):
        return f"url:{address}"
    return f"id:{collection}/{given_id}" if given_id else f"text:{sha256}"


def _string(value: Any) -> str | None:
    """An id or a date may come as a number; NaN and blanks are nothing."""
    if value is None or value != value:
        return None
    return str(value).strip() or None
