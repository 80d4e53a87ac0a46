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
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt
from operator import itemgetter
from typing import TypeAlias

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
_FAR = FIRST - 0.1  # below the bar: not kept however it is rounded
_SHORT = 800  # texts below this length are held to its measure
_UNSAID = 5.0  # joins all that is said, so that two stray words are no whole
_SITE = re.compile(r"\s{1,3}[|–—-]\s{1,3}[^|–—]{2,40}$")

_START = itemgetter(0)
_Hit: TypeAlias = tuple[int, int, Term]
_Hits: TypeAlias = Mapping[Term, list[_Hit]]  # by form, those of the title first


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
    hits, more = _hits(text, lowered, body, title, lexicon)
    weights = _weights(hits, more)
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
    return _central(main, MOST, FIRST, hits), _central(fine, MOST_FINE, 1.0, hits)


def _central(
    weighed: list[tuple[float, str]], most: int, first: float, hits: _Hits
) -> tuple[Topic, ...]:
    weighed.sort(key=lambda pair: (-pair[0], pair[1]))
    if not weighed or weighed[0][0] < first:
        return ()
    kept = weighed[:1] + [pair for pair in weighed[1:most] if pair[0] >= 1]
    return tuple(Topic(name, weight, _evidence(name, hits)) for weight, name in kept)


def _evidence(topic: str, hits: _Hits) -> tuple[Span, ...]:
    found: list[_Hit] = []
    for term, places in hits.items():
        if topic in term.speaks_for:
            found += places[:EVIDENCE]
    found.sort(key=_START)
    return tuple(map(Span._make, [hit[:2] for hit in found[:EVIDENCE]]))


def _weights(hits: _Hits, more: Mapping[Term, float]) -> dict[str, float]:
    """Weigh the topics that are spoken of, strongly once or weakly twice."""
    weights: dict[str, float] = {}
    votes: dict[str, int] = {}
    for term, places in hits.items():
        times = len(places) + more[term] if term in more else len(places)
        amount = sqrt(times)
        for topic, weight, vote in term.uses:
            if topic in weights:
                weights[topic] += weight * amount
                votes[topic] += vote
            else:
                weights[topic] = weight * amount
                votes[topic] = vote
    return {
        topic: weight for topic, weight in weights.items() if weight > 0 and votes[topic] >= ENOUGH
    }


def _hits(
    text: str, lowered: str, body: Sequence[Span], title: str | None, lexicon: TopicLexicon
) -> tuple[_Hits, dict[Term, float]]:
    """Find the forms of the title, then those of the body.

    Returns:
        Where each stands in the text, and how much more it counts than once for each of these.
    """
    hits: defaultdict[Term, list[_Hit]] = defaultdict(list)
    more: defaultdict[Term, float] = defaultdict(float)
    found = lexicon.terms.find(text, lowered)
    spoken: list[_Hit] = []
    for start, end in body:
        first = bisect_left(found, (start,))
        spoken += found[first : bisect_left(found, (end,), first)]
    if title:
        head = _SITE.sub("", title)
        at = text.find(head)
        if at >= 0:
            del spoken[bisect_left(spoken, (at,)) : bisect_left(spoken, (at + len(head),))]
        for start, end, term in lexicon.terms.find(head, lower(head)):
            places = hits[term]
            if at >= 0:
                places.append((at + start, at + end, term))
            more[term] += TITLE - (at >= 0)
    for _, _, term in spoken[: bisect_left(spoken, (_lead_end(body),))]:
        more[term] += LEAD - 1
    for hit in spoken:
        hits[hit[2]].append(hit)
    return hits, more


def _lead_end(body: Sequence[Span]) -> int:
    left = LEAD_LENGTH
    for start, end in body:
        if end - start >= left:
            return start + left
        left -= end - start
    return body[-1].end if body else 0
