"""Say what an article is about, with the words that say so.

Each form of the lexicon found in the body adds its weight to its topics; a form found again adds
less, one in the title or the lead more. How much an article says of a topic, for its length,
times a power of the topic's share of all it says, is how the topic stands; it is kept where it
clears its bar. So an aside falls however long the article, a second subject stays beside a strong
first one, and what little a short article says is enough.

The bars, the numbers below and the weights of common words were fitted together on 707 labelled
articles, by what served those of them that were left out of each fit.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import starmap
from math import sqrt

from analytics.lexicons.topics import ENOUGH, Term, TopicLexicon
from analytics.model import Span, Topic
from analytics.text import lower

TITLE = 25.0  # a form in the title counts as so many in the body
LEAD = 4.0  # and one among the first characters as so many
LEAD_LENGTH = 500
FIRST = 0.5  # of the bar is enough for the strongest topic: an article is about something
GROWTH = 0.4  # the power of its length that a text is held to
SHARE = 0.8  # the power of its share of all that is said that a topic is held to
MOST = 4  # topics of the taxonomy an article may have
MOST_FINE = 8
EVIDENCE = 12  # spans kept for a topic
_NO_MORE = (sys.maxsize, sys.maxsize)
_FAR = FIRST - 0.1  # below the bar: not kept however it is rounded
_SHORT = 800  # texts below this length are held to its measure
_UNSAID = 5.0  # joins all that is said, so that two stray words are no whole
_SITE = re.compile(r"\s{1,3}[|–—-]\s{1,3}[^|–—]{2,40}$")


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
    times, spans = _forms(text, lowered, body, title, lexicon)
    weights = _weights(times)
    main: list[tuple[float, str]] = []
    fine: list[tuple[float, str]] = []
    topics = lexicon.topics
    said = sum(weight for name, weight in weights.items() if topics[name].parent is None)
    for name, weight in weights.items():
        entry = topics[name]
        share = weight / (max(said, weight) + _UNSAID)
        weight = weight / measure * share**SHARE / entry.bar
        if weight > _FAR:
            (fine if entry.parent else main).append((round(weight, 3), name))
    return _central(main, MOST, FIRST, spans), _central(fine, MOST_FINE, 1.0, spans)


def _central(
    weighed: list[tuple[float, str]],
    most: int,
    first: float,
    spans: Mapping[Term, list[tuple[int, int]]],
) -> tuple[Topic, ...]:
    weighed.sort(key=lambda pair: (-pair[0], pair[1]))
    if not weighed or weighed[0][0] < first:
        return ()
    kept = weighed[:1] + [pair for pair in weighed[1:most] if pair[0] >= 1]
    return tuple(Topic(name, weight, _evidence(name, spans)) for weight, name in kept)


def _evidence(topic: str, spans: Mapping[Term, list[tuple[int, int]]]) -> tuple[Span, ...]:
    found: list[tuple[int, int]] = []
    for term, at in spans.items():
        if topic in term.speaks_for:
            found += at[:EVIDENCE]
    found.sort()
    return tuple(starmap(Span, found[:EVIDENCE]))


def _weights(times: Mapping[Term, float]) -> dict[str, float]:
    """Weigh the topics that are spoken of, strongly once or weakly twice."""
    weights: defaultdict[str, float] = defaultdict(float)
    votes: defaultdict[str, int] = defaultdict(int)
    for term, often in times.items():
        amount = sqrt(often)
        for topic, weight, vote in term.uses:
            weights[topic] += weight * amount
            votes[topic] += vote
    return {
        topic: weight for topic, weight in weights.items() if weight > 0 and votes[topic] >= ENOUGH
    }


def _forms(
    text: str, lowered: str, body: Sequence[Span], title: str | None, lexicon: TopicLexicon
) -> tuple[dict[Term, float], dict[Term, list[tuple[int, int]]]]:
    """Find the forms of the title, then those of the body: how much that counts, and where."""
    times: defaultdict[Term, float] = defaultdict(float)
    spans: defaultdict[Term, list[tuple[int, int]]] = defaultdict(list)
    title_start = title_end = 0
    if title:
        head = _SITE.sub("", title)
        at = text.find(head)
        if at >= 0:
            title_start, title_end = at, at + len(head)
        for start, end, term in lexicon.terms.find(head, lower(head)):
            times[term] += TITLE
            if at >= 0:
                spans[term].append((at + start, at + end))
    lead = _lead_end(body)
    parts = iter(body)
    opens, closes = next(parts, (0, 0))
    for start, end, term in lexicon.terms.find(text, lowered):
        while closes <= start:
            opens, closes = next(parts, _NO_MORE)
        if start < opens or title_start <= start < title_end:
            continue
        times[term] += LEAD if start < lead else 1.0
        spans[term].append((start, end))
    return times, spans


def _lead_end(body: Sequence[Span]) -> int:
    left = LEAD_LENGTH
    for start, end in body:
        if end - start >= left:
            return start + left
        left -= end - start
    return body[-1].end if body else 0
