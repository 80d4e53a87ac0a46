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
from dataclasses import dataclass, field
from itertools import chain
from math import sqrt

from analytics.lexicons.topics import Term, TopicLexicon
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
_SHORT = 800  # texts below this length are held to its measure
_UNSAID = 5.0  # joins all that is said, so that two stray words are no whole
_SITE = re.compile(r"\s{1,3}[|–—-]\s{1,3}[^|–—]{2,40}$")


class _Found:
    """Where a form stands, and how often that is by what the places count for."""

    __slots__ = ("spans", "times")

    def __init__(self) -> None:
        self.times = 0.0
        self.spans: list[tuple[int, int]] = []


@dataclass(slots=True)
class _Score:
    weight: float = 0.0
    strong: bool = False
    weak_forms: int = 0
    found: list[_Found] = field(default_factory=list)


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
        for name, score in _scores(_forms(text, lowered, body, title, lexicon)).items()
        if score.weight > 0 and (score.strong or score.weak_forms > 1)
    }
    main: list[tuple[float, str]] = []
    fine: list[tuple[float, str]] = []
    said = sum(scores[name].weight for name in scores if lexicon.topics[name].parent is None)
    for name, score in scores.items():
        entry = lexicon.topics[name]
        share = score.weight / (max(said, score.weight) + _UNSAID)
        weight = score.weight / measure * share**SHARE / entry.bar
        (fine if entry.parent else main).append((round(weight, 3), name))
    return _central(main, MOST, FIRST, scores), _central(fine, MOST_FINE, 1.0, scores)


def _central(
    weighed: list[tuple[float, str]], most: int, first: float, scores: Mapping[str, _Score]
) -> tuple[Topic, ...]:
    weighed.sort(key=lambda pair: (-pair[0], pair[1]))
    if not weighed or weighed[0][0] < first:
        return ()
    kept = weighed[:1] + [pair for pair in weighed[1:most] if pair[0] >= 1]
    return tuple(Topic(name, weight, _evidence(scores[name])) for weight, name in kept)


def _evidence(score: _Score) -> tuple[Span, ...]:
    spans = set(chain.from_iterable(found.spans[:EVIDENCE] for found in score.found))
    return tuple(map(Span._make, sorted(spans)[:EVIDENCE]))


def _scores(forms: Mapping[Term, _Found]) -> dict[str, _Score]:
    scores: dict[str, _Score] = {}
    for term, found in forms.items():
        amount = sqrt(found.times)
        for topic, weight, strong in term.uses:
            score = scores.get(topic)
            if score is None:
                score = scores[topic] = _Score()
            score.weight += weight * amount
            if strong:
                score.strong = True
            else:
                score.weak_forms += 1
            if weight > 0:
                score.found.append(found)
    return scores


def _forms(
    text: str, lowered: str, body: Sequence[Span], title: str | None, lexicon: TopicLexicon
) -> dict[Term, _Found]:
    """Find the forms of the title, then those of the body: where, and how much that counts."""
    forms: defaultdict[Term, _Found] = defaultdict(_Found)
    title_start = title_end = 0
    if title:
        head = _SITE.sub("", title)
        at = text.find(head)
        if at >= 0:
            title_start, title_end = at, at + len(head)
        for start, end, term in lexicon.terms.find(head, lower(head)):
            forms[term].times += TITLE
            if at >= 0:
                forms[term].spans.append((at + start, at + end))
    lead = _lead_end(body)
    spans = iter(body)
    opens, closes = next(spans, (0, 0))
    for start, end, term in lexicon.terms.find(text, lowered):
        while closes <= start:
            opens, closes = next(spans, _NO_MORE)
        if start < opens or title_start <= start < title_end:
            continue
        found = forms[term]
        found.times += LEAD if start < lead else 1.0
        found.spans.append((start, end))
    return forms


def _lead_end(body: Sequence[Span]) -> int:
    left = LEAD_LENGTH
    for start, end in body:
        if end - start >= left:
            return start + left
        left -= end - start
    return body[-1].end if body else 0
