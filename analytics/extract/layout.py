"""What part each run of a text plays: body, caption, byline, menu …

Blocks cover the text in order and apart; each carries the name of the rule that made it.
"""

import re

from analytics.lexicons.sources import SourceLexicon
from analytics.model import Article, Block, Span

_PREFIX = re.compile(r"\s{0,4}date \d{4}-\d{2}-\d{2}\s{0,4}")


def find_blocks(article: Article, sources: SourceLexicon) -> tuple[Block, ...]:
    """Cut the text of ``article`` into blocks that cover it; an empty text has none."""
    text = article.text
    blocks = []
    at = 0
    if prefix := _PREFIX.match(text):
        blocks.append(Block(0, prefix.end(), "prefix", "crawler's prefix"))
        at = prefix.end()
    if at < len(text):
        blocks.append(Block(at, len(text), "body", "all of it"))
    return tuple(blocks)


def body_spans(blocks: tuple[Block, ...]) -> list[Span]:
    """Spans from which figures may come: the body, and a title that opens a body text."""
    return [
        Span(b.start, b.end)
        for b in blocks
        if b.kind == "body" or (b.kind == "title" and b.rule == "title opens the text")
    ]
