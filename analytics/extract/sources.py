"""Who published an article, and whose text it carries: outlet, byline, agencies and title."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analytics.extract.outlets import find_outlet
from analytics.extract.pieces import LED_BY, start_of
from analytics.extract.wires import find_wires
from analytics.lexicons.sources import SourceLexicon
from analytics.model import Article, Block


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


def find_source(article: Article, blocks: Sequence[Block], lexicon: SourceLexicon) -> Source:
    """Find outlet, byline, agencies and title; null or empty where nothing tells."""
    text = article.text
    bylines = [start_of(text, block, 300) for block in blocks if block.kind == "byline"]
    title = _title(article, blocks)
    named = find_outlet(article, blocks, bylines, title, lexicon)
    wires, evidence = find_wires(text, blocks, bylines, title, lexicon)
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


def _title(article: Article, blocks: Sequence[Block]) -> str | None:
    if article.title and article.title.strip():
        return article.title.strip()
    for block in blocks:
        if block.kind == "title" and block.rule != "standfirst":
            return start_of(article.text, block, 300).split("\n")[0] or None
    return None


def _byline(bylines: Iterable[str]) -> str | None:
    for line in bylines:
        name = LED_BY.sub("", line.replace("\n", " ")).strip()
        if len(name) > 2:
            return name[:200]
    return None
