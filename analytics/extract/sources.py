"""Who published an article, and whose text it carries."""

from dataclasses import dataclass
from urllib.parse import urlsplit

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
    wire_evidence: str | None  # dateline, tail, byline, credit
    title: str | None


def find_source(article: Article, blocks: tuple[Block, ...], lexicon: SourceLexicon) -> Source:
    """Find outlet, byline, agencies and title; null or empty where nothing tells."""
    host = urlsplit(article.url or "").hostname or ""
    while host and host not in lexicon.outlet_by_domain:
        host = host.partition(".")[2]
    outlet = lexicon.outlet_by_domain.get(host)
    if outlet is None:
        return Source(article.outlet, "given" if article.outlet else None, None, None, (), None,
                      article.title)  # fmt: skip
    return Source(outlet.name, "domain", outlet.family, None, (), None, article.title)
