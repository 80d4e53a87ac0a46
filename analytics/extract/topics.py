"""Say what an article is about, with the words that say so.

Each form of the lexicon found in the body adds its weight to its topics; a form found again adds
less, one in the title or the lead more. How much an article says of a topic, for its length,
times the topic's share of all it says, is how the topic stands; it is kept where it clears its
bar. So an aside falls however long the article, and what little a short one says is enough.

The constants and the bars were fitted on labelled articles, each part by the others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt

from analytics.lexicons.topics import Term, TopicLexicon
from analytics.model import Span, Topic
from analytics.text import lower

TITLE = 12.0  # a form in the title counts as so many in the body
LEAD = 2.0  # and one among the first characters as so many
LEAD_LENGTH = 500
FIRST = 0.6  # of the bar is enough for the strongest topic: an article is about something
GROWTH = 0.4  # the power of its length that a text is held to
MOST = 4  # topics of the taxonomy an article may have
MOST_FINE = 8
EVIDENCE = 12  # spans kept for a topic
_SHORT = 800  # texts below this length are held to its measure
_SITE = re.compile(r"\s{1,3}[|–—-]\s{1,3}[^|–—]{2,40}$")


@dataclass(slots=True)
class _Score:
    weight: float = 0.0
    strong: bool = False
    weak_forms: int = 0
    spans: list[Span] = field(default_factory=list)


def find_topics(
    text: str, lowered: str, body: Sequence[Span], title: str | None, lexicon: TopicLexicon
) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
    """Weigh the topics of an article, most central first.

    Returns:
        Up to four topics of the taxonomy, and the finer ones; a weight of 1 just clears
        the bar. Evidence lies in the text. A text that speaks of none gives none.
    """
    length = sum(end - start for start, end in body)
    measure = (max(length, _SHORT) / 1000) ** GROWTH
    scores = {
        name: score
        for name, score in _scores(text, lowered, body, title, lexicon).items()
        if score.weight > 0 and (score.strong or score.weak_forms > 1)
    }
    main: list[Topic] = []
    fine: list[Topic] = []
    said = sum(scores[name].weight for name in scores if lexicon.topics[name].parent is None)
    for name, score in scores.items():
        entry = lexicon.topics[name]
        share = score.weight / max(said, score.weight)
        weight = (1 + score.weight / measure) * share / entry.bar
        found = Topic(name, round(weight, 3), tuple(sorted(set(score.spans))[:EVIDENCE]))
        (fine if entry.parent else main).append(found)
    return tuple(_central(main, MOST, FIRST)), tuple(_central(fine, MOST_FINE, 1.0))


def _central(topics: list[Topic], most: int, first: float) -> list[Topic]:
    topics.sort(key=lambda topic: (-topic.weight, topic.topic))
    if not topics or topics[0].weight < first:
        return []
    return topics[:1] + [topic for topic in topics[1:most] if topic.weight >= 1]


def _scores(
    text: str, lowered: str, body: Sequence[Span], title: str | None, lexicon: TopicLexicon
) -> dict[str, _Score]:
    counts: dict[Term, list[float]] = {}
    spans: dict[Term, list[Span]] = {}
    for span, term, times in _hits(text, lowered, body, title, lexicon):
        counts.setdefault(term, []).append(times)
        if span is not None:
            spans.setdefault(term, []).append(span)
    scores: dict[str, _Score] = {}
    for term, times_found in counts.items():
        amount = sqrt(sum(times_found))
        for use in term.uses:
            score = scores.setdefault(use.topic, _Score())
            score.weight += use.weight * amount
            score.strong |= use.strong
            score.weak_forms += not use.strong
            if use.weight > 0:
                score.spans += spans.get(term, ())[:EVIDENCE]
    return scores


def _hits(
    text: str, lowered: str, body: Sequence[Span], title: str | None, lexicon: TopicLexicon
) -> Iterator[tuple[Span | None, Term, float]]:
    """Yield the forms of the title, then those of the body: where, which, how much they count."""
    titled = Span(0, 0)
    if title:
        head = _SITE.sub("", title)
        at = text.find(head)
        if at >= 0:
            titled = Span(at, at + len(head))
        for start, end, term in lexicon.terms.find(head, lower(head)):
            yield (Span(at + start, at + end) if at >= 0 else None), term, TITLE
    lead = _lead_end(body)
    spans = iter(body)
    span = next(spans, None)
    for start, end, term in lexicon.terms.find(text, lowered):
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is None:
            break
        if start < span.start or titled.start <= start < titled.end:
            continue
        yield Span(start, end), term, LEAD if start < lead else 1.0


def _lead_end(body: Sequence[Span]) -> int:
    left = LEAD_LENGTH
    for start, end in body:
        if end - start >= left:
            return start + left
        left -= end - start
    return body[-1].end if body else 0
