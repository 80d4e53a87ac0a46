"""Strings of outside origin, made harmless for where they are shown.

Controls that are not seen go first: a mark that turns the reading direction would turn what our own
words say around it.
"""

import html
import re
from urllib.parse import urlsplit

from analytics.text import visible

# What markdown finds by itself, escaped or not: ":name:", "https://…", "www.…".
_FOUND = re.compile(r"(?::|\bwww)(?=[\w+./-])", re.IGNORECASE)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-!|<>$:~&^=])")


def safe_md(text: object) -> str:
    """Escape text for Streamlit's markdown, labels included; line breaks become spaces.

    Icons (":material/home:") and bare addresses are looked for where escapes are undone already:
    only a joiner that is not seen keeps them text.
    """
    parted = _FOUND.sub("\\g<0>\u2060", " ".join(visible(str(text)).split()))
    return _MARKDOWN.sub(r"\\\1", parted)


def safe_html(text: object) -> str:
    """Escape text for HTML."""
    return html.escape(visible(str(text)), quote=True)


def safe_url(url: str | None) -> str | None:
    """Return a web address that may be linked, or null: http and https only, no user, no blanks."""
    if not url or any(c.isspace() or ord(c) < 32 for c in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host and "@" not in parts.netloc else None
