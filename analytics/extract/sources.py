"""Who published an article, and whose text it carries.

The outlet comes from the domain, else from an address inside the URL, a byline, the text's own
marks, or the given field, which may be wrong. An agency's dateline names no outlet. Wires come from
the dateline, else the tail, an agency's byline, or who contributed; never from a caption, nor from
whom a story quotes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from analytics.extract import head
from analytics.extract.lines import cut_lines
from analytics.extract.urls import url_host
from analytics.lexicons.sources import Outlet, SourceLexicon, Wire
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
_POSSESSIVE = re.compile(r"^\W{0,3}((?:[A-Z][\w.&]{1,20}\s?){1,4})(?:’s?|'s?)\s[A-Z]")
_MAIL = re.compile(r"@([\w-]{2,40}(?:\.[\w-]{2,20}){1,3})")
_OWN_STAFF = re.compile(
    r"\b(?:told|tells|by|for|with|to|of)\s((?:Fox News|CNN|NBC News|ABC News|CBS News) Digital)\b"
)
_LED_BY = re.compile(r"^(?:By|BY|by|From our|Written by)(?::|\s[—–-])?\s+")
_REUTERS_CREDITS = re.compile(
    r"\(?(?:Additional r|R)eporting by [A-Z].{0,600}?[;.]\s?(?:Writing|Editing) by [A-Z]", re.DOTALL
)
_CONTRIBUTED = re.compile(
    r"contribut|[Rr]eporting|inputs?\b|material|[Ww]riters?\b|files\b|agenc|wire|[Ss]ource|©|Copyright"
    r"|[Ww]ith\b|\bvia\b|[Bb]ased on",
)
_NAME_SPLIT = re.compile(r"\s[|/·•]\s|,\s|\s[-–—]\s|\sfor\s|\n")
_LETTERHEAD = re.compile(r"\s?[–—-]\s")
_TITLE_SPLIT = re.compile(r"\s[|–—-]\s|\s::\s|\s»\s")
_NOTE = re.compile(r"\s?\((?:press release|company|blog|online|web)\)$", re.IGNORECASE)
_LOWER_HOST = re.compile(r"^(?:www\d?|m|amp|mobile|en|edition|us|uk|news|beta)\.")


@dataclass(frozen=True, slots=True)
class Source:
    """The outlet, its house, the byline and the agencies, each with what says so."""

    outlet: str | None
    outlet_evidence: str | None  # domain, url, byline, text, given
    family: str | None
    byline: str | None
    wires: tuple[str, ...]
    wire_evidence: str | None  # dateline, tail, byline, credit, outlet
    title: str | None
    country: str | None = None  # the outlet's, ISO 3166 alpha-3


class _Named(NamedTuple):
    name: str
    outlet: Outlet | None
    evidence: str


def find_source(article: Article, blocks: Sequence[Block], lexicon: SourceLexicon) -> Source:
    """Find outlet, byline, agencies and title; null or empty where nothing tells."""
    text = article.text
    bylines = [_piece(text, block, 300) for block in blocks if block.kind == "byline"]
    title = _title(article, blocks)
    named = _outlet(article, blocks, bylines, title, lexicon)
    wires, evidence = _wires(text, blocks, bylines, title, lexicon)
    outlet = named.outlet if named else None
    if outlet is not None and outlet.kind == "wire":
        own = lexicon.wires_in(outlet.name)
        if own and own[0] not in wires:
            wires = (own[0], *wires)
        evidence = evidence or ("outlet" if own else None)
    return Source(
        outlet=named.name if named else None,
        outlet_evidence=named.evidence if named else None,
        family=outlet.family if outlet else None,
        byline=_byline(bylines),
        wires=tuple(wire.name for wire in wires),
        wire_evidence=evidence,
        title=title,
        country=outlet.country if outlet else None,
    )


def _piece(text: str, block: Block, longest: int) -> str:
    return text[block.start : min(block.end, block.start + longest)].strip()


def _title(article: Article, blocks: Sequence[Block]) -> str | None:
    if article.title and article.title.strip():
        return article.title.strip()
    for block in blocks:
        if block.kind == "title" and block.rule != "standfirst":
            return _piece(article.text, block, 300).split("\n")[0] or None
    return None


def _byline(bylines: Iterable[str]) -> str | None:
    for line in bylines:
        name = _LED_BY.sub("", line.replace("\n", " ")).strip()
        if len(name) > 2:
            return name[:200]
    return None


def _outlet(
    article: Article,
    blocks: Sequence[Block],
    bylines: Sequence[str],
    title: str | None,
    lexicon: SourceLexicon,
) -> _Named | None:
    host = url_host(article.url)
    if host:
        known = lexicon.outlet_of_host(host)
        if known is not None and not host.endswith(_ARCHIVES):
            return _Named(known.name, known, "domain")
        for inner in _INNER_URL.finditer(unquote(article.url or "")[:1000], len("https://")):
            known = lexicon.outlet_of_host(inner[1].lower())
            if known is not None:
                return _Named(known.name, known, "url")
        if not host.endswith(_ARCHIVES):
            return _unknown_host(host, article, blocks, title, lexicon)
    for line in bylines:
        for part in _NAME_SPLIT.split(_LED_BY.sub("", line)):
            known = lexicon.outlet_named(part)
            if known is not None and known.kind != "wire":
                return _Named(known.name, known, "byline")
    known = _outlet_in_text(article.text, blocks, title, lexicon)
    if known is not None:
        return _Named(known.name, known, "text")
    return _given(article.outlet, lexicon)


def _unknown_host(
    host: str,
    article: Article,
    blocks: Sequence[Block],
    title: str | None,
    lexicon: SourceLexicon,
) -> _Named:
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
            return _Named(name.strip(), lexicon.outlet_named(name), "url")
    if given is not None and (given.outlet is None or not given.outlet.domains):
        return given
    return _Named(host, None, "url")


def _copyright_names(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Names behind the copyright signs of the text, the last first."""
    if "©" not in text and "opyright" not in text and "(c)" not in text:
        return
    for block in reversed(blocks):
        if block.kind in ("tail", "navigation", "promo"):
            piece = text[max(block.start, block.end - 4000) : block.end]
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
        if block.kind == "tail" and (match := _POSSESSIVE.match(_piece(text, block, 120))):
            yield match[1]
    if match := _OWN_STAFF.search(text, 0, 6000):
        yield match[1]


def _given(field: str | None, lexicon: SourceLexicon) -> _Named | None:
    """Name the given outlet as the lexicon does; one that it does not know stays as given."""
    name = (field or "").strip()
    if not name:
        return None
    plain = _NOTE.sub("", name)
    for form in (name, plain):
        known = lexicon.outlet_named(form)
        if known is not None:
            return _Named(known.name, known, "given")
    if "." in plain and " " not in plain:
        known = lexicon.outlet_of_host(plain.lower().removeprefix("www."))
        if known is not None:
            return _Named(known.name, known, "given")
    return _Named(name, None, "given")


def _wires(
    text: str,
    blocks: Sequence[Block],
    bylines: Sequence[str],
    title: str | None,
    lexicon: SourceLexicon,
) -> tuple[tuple[Wire, ...], str | None]:
    """Find the agencies by the first of dateline, tail, byline and credit that names any."""
    tails = [block for block in blocks if block.kind == "tail"]
    for evidence, wires in (
        ("dateline", _wires_of_dateline(text, blocks, lexicon)),
        ("tail", _wires_of_marks(text, tails, lexicon)),
        ("byline", _wires_of_bylines(bylines, lexicon)),
        ("credit", _wires_of_credits(text, tails, lexicon)),
    ):
        found = tuple(dict.fromkeys(wires))
        if found:
            return found, evidence
    return (), None


def _wires_of_dateline(
    text: str, blocks: Sequence[Block], lexicon: SourceLexicon
) -> Iterator[Wire]:
    for block in blocks:
        if block.kind == "dateline":
            for mark in (
                head.match_dateline(text, block.start),
                head.match_leading_mark(text, block.start),
            ):
                if mark is not None and mark.agency is not None and mark.end <= block.end + 2:
                    yield from lexicon.wires_in(mark.agency)
            return


def _wires_of_marks(text: str, tails: Sequence[Block], lexicon: SourceLexicon) -> Iterator[Wire]:
    """Agencies that stand alone at the end: "(Yonhap)", "– IANS", "Source: Xinhua"."""
    for block in tails:
        piece = _piece(text, block, 200)
        if block.rule == "mark at the end" or len(piece) <= 60:
            name = re.sub(r"^(?:SOURCES?|Sources?)\s?:\s", "", piece).strip(" ()[]–—-.|")
            yield from lexicon.wires_in(name)


def _wires_of_bylines(bylines: Iterable[str], lexicon: SourceLexicon) -> Iterator[Wire]:
    for line in bylines:
        if line.startswith("SOURCE"):
            yield from lexicon.wires_in(line.partition(":")[2].strip(" /"))
        for _, _, wire in lexicon.wires.find(line, line.lower()):
            yield wire


def _wires_of_credits(text: str, tails: Sequence[Block], lexicon: SourceLexicon) -> Iterator[Wire]:
    """Agencies that contributed, or whose text it is: "The Associated Press contributed"."""
    anonymous = False
    for block in tails:
        piece = _piece(text, block, 1200)
        if not _CONTRIBUTED.search(piece):
            continue
        lowered = piece.lower()
        if len(lowered) != len(piece):
            continue
        yield from (wire for _, _, wire in lexicon.wires.find(piece, lowered))
        anonymous = anonymous or _REUTERS_CREDITS.search(piece) is not None
    if anonymous and (reuters := lexicon.wire_by_mark.get("reuters")):
        yield reuters  # the agency's own form of credits names no agency
