"""What an article's address tells: its host, and the day it was filed under."""

import re
from urllib.parse import urlsplit

from analytics.extract.moments import MONTH_BY_NAME, Moment

_URL_DAYS = tuple(
    re.compile(form)
    for form in (
        r"/((?:19|20)\d{2})/(\d{1,2}|[a-z]{3})/(\d{1,2})(?=[/-]|$)",
        r"/((?:19|20)\d{2})/(\d{2})(\d{2})/",
        r"(?<!\d)((?:19|20)\d{2})[-_](\d{1,2})[-_](\d{1,2})(?!\d)",
        r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)",
        r"/((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{6,12}(?=[-/.]|$)",
    )
)
_URL_SHORT = re.compile(r"/(20)(\d{2})/(\d{2})/[^/]{3,200}-(\d{2})(\d{2})(\d{2})\d{9}\.html?$")


def url_host(url: str | None) -> str:
    """Return the host of ``url`` in lower case, or an empty string for what is no address."""
    if not url:
        return ""
    url = url.strip()
    try:
        host = urlsplit(url if "//" in url[:12] else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.rstrip(".").lower() if "." in host else ""


def url_day(url: str | None) -> Moment | None:
    """Return the day that the path of ``url`` names, or nothing; queries do not count."""
    if not url:
        return None
    try:
        path = urlsplit(url.strip()).path
    except ValueError:
        return None
    path = path[:500]
    if short := _URL_SHORT.search(path):
        century, year, month, yy, mm, dd = short.groups()
        if year == yy and month == mm and 1 <= int(dd) <= 31 and 1 <= int(mm) <= 12:
            return Moment(0, 0, int(century + yy), int(mm), int(dd))
    for form in _URL_DAYS:
        if match := form.search(path):
            name = match[2]
            month = MONTH_BY_NAME.get(name, 0) if name.isalpha() else int(name)
            if 1 <= month <= 12 and 1 <= int(match[3]) <= 31:
                return Moment(0, 0, int(match[1]), month, int(match[3]))
    return None
