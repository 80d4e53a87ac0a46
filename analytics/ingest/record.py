"""From a row of any table to an article: what is needed, what is taken, who it is."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from analytics.errors import InputError
from analytics.ingest.decode import TEXT_CAP, clean
from analytics.model import Article

FIELDS = ("id", "text", "title", "url", "outlet", "date", "crawled")

# Query parameters that say where a reader came from, not what is read.
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ocid", "smid")
# Parameters that let whoever holds them in: never stored, never shown.
_SECRETS = {
    "token", "access_token", "auth", "key", "apikey", "api_key", "sig", "signature", "password",
    "session", "sessionid", "x-amz-signature", "x-amz-credential", "x-amz-security-token",
}  # fmt: skip


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
        origin: file and line, kept beside the text.
        columns: field → the column that holds it, where the names differ.

    Returns:
        An article whose text is as delivered but for what ``decode.clean`` replaces, one
        character by one, and whose address is without secrets.

    Raises:
        InputError: no text, a text that is no string, or one that is too large; says why, and
            leaves file and line to the caller.
    """
    cells = {field: row.get((columns or {}).get(field, field)) for field in FIELDS}
    text = cells["text"]
    if text is None or text == "" or text != text:  # a table's empty cell is NaN
        raise InputError("no text")
    if not isinstance(text, str):
        raise InputError(f"text is {type(text).__name__}, not a string")
    if not text.strip():
        raise InputError("text is blank")
    if len(text) > TEXT_CAP:
        raise InputError(f"text too large: {len(text):,} of {TEXT_CAP:,} characters")
    text, _ = clean(text)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    given = {field: _string(cells[field]) for field in FIELDS if field != "text"}
    if given["id"] is None and isinstance(cells["id"], list | dict | bool):
        raise InputError("id is neither a string nor a number")
    given["url"] = without_secrets(given["url"])
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
    """Strip what does not name the page: scheme, "www.", fragment, tracking, secrets.

    Returns:
        Host, path and query; null for what is no web address, or one that names a whole site.
    """
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    if parts.scheme not in ("http", "https") or not host or not (path or parts.query):
        return None
    query = [(key, value) for key, value in _query(parts.query) if not _is_tracking(key)]
    return urlunsplit(("", host + port, path, urlencode(query), "")).lstrip("/")


def host_of(url: str | None) -> str | None:
    """Return the host of a web address (http or https); null for anything else."""
    try:
        parts = urlsplit((url or "").strip())
        host = parts.hostname
    except ValueError:
        return None
    return host if parts.scheme in ("http", "https") else None


def without_secrets(url: str | None) -> str | None:
    """Take the user's name, password and keys out of an address; another string is left as is."""
    try:
        parts = urlsplit(url or "")
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return url
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if host == parts.netloc and not any(key.lower() in _SECRETS for key, _ in pairs):
        return url
    return urlunsplit(parts._replace(netloc=host, query=urlencode(_query(parts.query))))


def _query(query: str) -> list[tuple[str, str]]:
    pairs = parse_qsl(query, keep_blank_values=True)
    return [(key, value) for key, value in pairs if key.lower() not in _SECRETS]


def _is_tracking(key: str) -> bool:
    return key.lower().startswith(_TRACKING)


def _identity(url: str | None, given_id: str | None, collection: str, sha256: str) -> str:
    if address := normalised_url(url):
        return f"url:{address}"
    return f"id:{collection}/{given_id}" if given_id else f"text:{sha256}"


def _string(value: Any) -> str | None:
    """An id or a date may come as a number or a time; NaN, blanks, lists are nothing."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if not isinstance(value, str | int | float) or isinstance(value, bool) or value != value:
        return None
    return clean(str(value))[0].strip() or None


class Refusal(NamedTuple):
    """Something given that could not be read, and why."""

    file: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        """Say it as compilers do: ``file:line: reason``."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.reason}"
