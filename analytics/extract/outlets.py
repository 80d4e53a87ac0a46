"""Which outlet published an article.

By its domain, else by an address inside the URL, a byline, the text's own marks, or the given
field, which may be wrong. An agency's dateline names no outlet.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from analytics.extract import head
from analytics.extract.lines import cut_lines
from analytics.extract.pieces import LED_BY, start_of
from analytics.extract.urls import url_host
from analytics.lexicons.sources import Outlet, SourceLexicon
from analytics.model import Article, Block

_INNER_URL = re.compile(
    r"(?:https?:/{1,2}|/amp/s?/?|[?&]url=)(?:https?:/{1,2})?([\w-]{1,60}(?:\.[\w-]{1,40}){1,4})"
)
_ARCHIVES = ("web.archive.org", "archive.org", "google.com", "archive.ph", "archive.is",
             "cdn.ampproject.org", "ampproject.org", "googleusercontent.com")  # fmt: skip
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|Copyright)[\s:©(cC)]{0,6}(?:(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)?\d{2,4})?)?"
    r"[\s,]{0,3}(?:by\s)?([^\n.|©]{2,80})"
)
_COPYRIGHT_SIGNS = ("©", "Copyright", "(c)", "(C)")
_POSSESSIVE = re.compile(r"^\W{0,3}((?:[A-Z][\w.&]{1,20}\s?){1,4})(?:’s?|'s?)\s[A-Z]")
_MAIL = re.compile(r"@([\w-]{2,40}(?:\.[\w-]{2,20}){1,3})")
_OWN_STAFF = re.compile(
    r"\b(?:told|tells|by|for|with|to|of)\s((?:Fox News|CNN|NBC News|ABC News|CBS News) Digital)\b"
)
_NAME = r"((?:[A-Z][\w.&]{0,30}\s){0,4}[A-Z][\w.&]{1,30})"
# A site speaks of itself in its furniture, sends its own people, and says who writes for it.
# It begins with a set of characters, which the engine looks for faster than for a word's start.
_PROMOTED = re.compile(
    r"[ADGMOPRSVadgoprsv](?<=\b.)(?:(?<=G)ET THE|(?<=[Gg])et the|(?<=[Dd])ownload the"
    r"|(?<=[Ss])(?:ign up for|ubscribe to)|(?<=[Aa])(?:lerts from|lso on)"
    r"|(?<=[Oo])ffers (?:for|from)|(?<=[Pp])romotions from|(?<=[Vv])(?:iew more at|iews of)"
    r"|(?<=M)ore (?:from|on)|(?<=[Rr])ead more (?:on|at))\s(?:the\s)?" + _NAME
)
# What stands behind the name, which is quickly looked for: its apostrophe is a straight one here.
_SENDS = re.compile(
    r"'(?=(?P<rest>s?\s[A-Z][\w'-]{1,20}\s(?:[A-Z][\w'.-]{0,20}\s){1,2}"
    r"(?:reports?\b|has more|in [A-Z])))"
)
_LONGEST_NAME = 160
_SENDER = re.compile(r"(?<!told )(?<!with )(?<!tells )(?<!told the )(?<!to )" + _NAME + r"\Z")
_WRITES = re.compile(
    r"is(?<=\bis) an? (?!former)(?:[\w-]{1,20}\s){0,3}(?:[Rr]eporter|[Cc]orrespondent|[Cc]olumnist|"
    r"[Ww]riter|[Ee]ditor|[Pp]roducer) (?:at|for|with) (?:the\s)?" + _NAME
)
_NAME_SPLIT = re.compile(r"\s[|/·•]\s|,\s|\s[-–—]\s|\sfor\s|\n")
_LETTERHEAD = re.compile(r"\s?[–—-]\s")
_TITLE_SPLIT = re.compile(r"\s[|–—-]\s|\s::\s|\s»\s")
_NOTE = re.compile(r"\s?\((?:press release|company|blog|online|web)\)$", re.IGNORECASE)
_LOWER_HOST = re.compile(r"^(?:www\d?|m|amp|mobile|en|edition|us|uk|news|beta)\.")


class Named(NamedTuple):
    """An outlet by its name, as the lexicon has it where it does, and what names it."""

    name: str
    outlet: Outlet | None
    evidence: str


def find_outlet(
    article: Article,
    blocks: Sequence[Block],
    bylines: Sequence[str],
    title: str | None,
    lexicon: SourceLexicon,
) -> Named | None:
    host = url_host(article.url)
    if host:
        known = lexicon.outlet_of_host(host)
        if known is not None and not host.endswith(_ARCHIVES):
            return Named(known.name, known, "domain")
        for inner in _INNER_URL.finditer(unquote(article.url or "")[:1000], len("https://")):
            known = lexicon.outlet_of_host(inner[1].lower())
            if known is not None:
                return Named(known.name, known, "url")
        if not host.endswith(_ARCHIVES):
            return _unknown_host(host, article, blocks, title, lexicon)
    for line in bylines:
        for part in _NAME_SPLIT.split(LED_BY.sub("", line)):
            known = lexicon.outlet_named(part)
            if known is not None and known.kind != "wire":
                return Named(known.name, known, "byline")
    known = _outlet_in_text(article.text, blocks, title, lexicon)
    if known is not None:
        return Named(known.name, known, "text")
    return _given(article.outlet, lexicon)


def _unknown_host(
    host: str,
    article: Article,
    blocks: Sequence[Block],
    title: str | None,
    lexicon: SourceLexicon,
) -> Named:
    """Name the site of a host that no row lists: by a name that spells the host, or by the host."""
    while _LOWER_HOST.match(host) and host.count(".") > 1:
        host = host.partition(".")[2]
    letters = host.replace(".", "").replace("-", "")
    label = host.split(".")[0].replace("-", "")
    names = [*_TITLE_SPLIT.split(title or "")[1:], *_copyright_names(article.text, blocks)]
    given = _given(article.outlet, lexicon)
    if given is not None:
        names.append(given.name)
    for name in names:
        spelled = "".join(c for c in name.lower() if c.isalnum())
        if spelled and (spelled in (letters, label) or spelled.removeprefix("the") == label):
            return Named(name.strip(), lexicon.outlet_named(name), "url")
    if given is not None and (given.outlet is None or not given.outlet.domains):
        return given
    return Named(host, None, "url")


def _copyright_names(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Names behind the copyright signs of the text, the last first."""
    if "©" not in text and "opyright" not in text and "(c)" not in text:
        return
    for block in reversed(blocks):
        if block.kind in ("tail", "navigation", "promo"):
            piece = text[max(block.start, block.end - 4000) : block.end]
            if not any(sign in piece for sign in _COPYRIGHT_SIGNS):
                continue
            for match in reversed(list(_COPYRIGHT.finditer(piece))):
                name = re.split(r"\s?,\s?(?:a|an|Inc|LLC|Ltd)\b|\sAll\s|\s-\s", match[1])[0]
                yield name.strip(" ,.;:")


def _outlet_in_text(
    text: str, blocks: Sequence[Block], title: str | None, lexicon: SourceLexicon
) -> Outlet | None:
    """Find the site's own marks: opening, copyright, its staff, its address, a title's suffix."""
    for name in _own_names(text, blocks, title):
        known = lexicon.outlet_named(name)
        if known is None or known.kind == "wire":
            continue
        # A section line "National" is not The National: one word needs its article.
        if " " in name.strip() or known.name.lower() != f"the {name.strip().lower()}":
            return known
    for block in reversed(blocks):
        if block.kind == "tail" and block.end - block.start < 800:
            for match in _MAIL.finditer(text, block.start, block.end):
                known = lexicon.outlet_of_host(match[1].lower())
                if known is not None:
                    return known
    return None


def _own_names(text: str, blocks: Sequence[Block], title: str | None) -> Iterator[str]:
    for block in blocks:
        if block.kind == "dateline":
            found = head.match_dateline(text, block.start)
            mark = found or head.match_leading_mark(text, block.start)
            if mark is None or mark.agency is None:
                mark = head.match_leading_mark(text, block.start)
            if mark is not None and mark.agency is not None:
                yield mark.agency
            break
    yield from _TITLE_SPLIT.split(title or "")[1:]
    for line in cut_lines(text[:600])[:6]:  # a letterhead stands on a line of its own
        if len(line.text) <= 80:
            yield line.text
            yield _LETTERHEAD.split(line.text)[0]
    yield from _copyright_names(text, blocks)
    for block in blocks:
        if block.kind == "tail" and (match := _POSSESSIVE.match(start_of(text, block, 120))):
            yield match[1]
    if text.find(" Digital", 0, 6000) >= 0 and (match := _OWN_STAFF.search(text, 0, 6000)):
        yield match[1]
    yield from _of_itself(text, blocks)


def _of_itself(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Names by which a site speaks of itself; the longest form of each first."""
    for block in blocks:
        if block.kind in ("promo", "related", "navigation", "tail"):
            for match in _PROMOTED.finditer(text, block.start, min(block.end, block.start + 2000)):
                yield from _shorter(match[1])
    for name in _senders(text[:12_000].replace("’", "'")):
        yield from _shorter(name, first=False)
    for match in _WRITES.finditer(text, max(0, len(text) - 1000)):
        yield from _shorter(match[1])


def _senders(text: str) -> Iterator[str]:
    """Names whose own people report, left to right: "Harbour News' Ann Lee reports"."""
    end = 0
    for match in _SENDS.finditer(text):
        at = match.start()
        if at >= end and (sender := _SENDER.search(text, max(end, at - _LONGEST_NAME), at)):
            yield sender[1]
            end = match.end("rest")


def _shorter(name: str, first: bool = True) -> Iterator[str]:
    """Yield ``name`` and what is left of it word by word: its first words, or its last ones."""
    words = name.split()
    for count in range(len(words), 0, -1):
        yield " ".join(words[:count] if first else words[-count:])


def _given(field: str | None, lexicon: SourceLexicon) -> Named | None:
    """Name the given outlet as the lexicon does; one that it does not know stays as given."""
    name = (field or "").strip()
    if not name:
        return None
    plain = _NOTE.sub("", name)
    for form in (name, plain):
        known = lexicon.outlet_named(form)
        if known is not None:
            return Named(known.name, known, "given")
    if "." in plain and " " not in plain:
        known = lexicon.outlet_of_host(plain.lower().removeprefix("www."))
        if known is not None:
            return Named(known.name, known, "given")
    return Named(name, None, "given")
