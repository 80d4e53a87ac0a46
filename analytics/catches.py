"""Say what rows would catch, before an analyst adds them to ``topic_terms.csv``.

Both lexicons, as it is and with the rows, read the same articles; what differs is what the rows
do: which articles a topic gains or loses, under which topics those stand already, which words
catch nothing, and what happens to topics that the rows do not name.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from analytics.extract.layout import body_spans, find_blocks
from analytics.extract.sources import find_source
from analytics.extract.topics import find_topics
from analytics.lexicons.sources import SourceLexicon
from analytics.lexicons.topics import TopicLexicon
from analytics.model import Article, Topic
from analytics.text import lower

_BESIDE = 5  # topics that are told to overlap


class Example(NamedTuple):
    """An article that a topic would gain."""

    weight: float  # 1 just clears the bar
    title: str
    words: tuple[str, ...]  # as the text has them


@dataclass
class Catch:
    """What one topic holds before and after."""

    before: int = 0
    after: int = 0
    gained: int = 0
    lost: int = 0
    examples: list[Example] = field(default_factory=list)  # of what it gains, strongest first
    beside: Counter[str] = field(default_factory=Counter)  # other topics of what it then holds


@dataclass
class Report:
    """What rows would do to a number of articles."""

    named: dict[str, Catch]  # the topics of the rows
    found: Counter[str]  # form of the rows → articles with it
    others: dict[str, Catch] = field(default_factory=dict)  # topics that change beside them
    articles: int = 0


def check(
    rows: Sequence[tuple[str, str]],
    before: TopicLexicon,
    after: TopicLexicon,
    sources: SourceLexicon,
    articles: Iterable[Article],
    examples: int,
) -> Report:
    """Read ``articles`` by both lexicons, and tell the difference that the rows make.

    Args:
        rows: form and topic of each row.
        before: the lexicon as it is.
        after: the same with the rows.
        sources: what tells body from furniture, and the title.
        articles: the texts; each is held for a moment only.
        examples: how many articles to name for each topic.
    """
    forms = {form for form, _ in rows}
    topics = dict.fromkeys(topic for _, topic in rows)
    report = Report({topic: Catch() for topic in topics}, Counter(dict.fromkeys(forms, 0)))
    for article in articles:
        report.articles += 1
        text = article.text
        lowered = lower(text)
        blocks = find_blocks(article, sources)
        body = body_spans(blocks)
        title = find_source(article, blocks, sources).title
        old, new = (_by_name(find_topics(text, lowered, body, title, x)) for x in (before, after))
        report.found.update({term.surface for *_, term in after.terms.find(text, lowered)} & forms)
        _note(report, article, title, old, new)
        for name in new.keys() & report.named.keys():
            report.named[name].examples.sort(reverse=True)
            del report.named[name].examples[examples:]
    return report


def _by_name(found: tuple[tuple[Topic, ...], tuple[Topic, ...]]) -> dict[str, Topic]:
    return {topic.topic: topic for topics in found for topic in topics}


def _note(
    report: Report,
    article: Article,
    title: str | None,
    old: dict[str, Topic],
    new: dict[str, Topic],
) -> None:
    for name in old.keys() | new.keys():
        if name not in report.named and (name in old) == (name in new):
            continue
        named = name in report.named
        catch = report.named[name] if named else report.others.setdefault(name, Catch())
        catch.before += name in old
        catch.after += name in new
        catch.gained += name not in old
        catch.lost += name not in new
        if named and name in new:
            catch.beside.update(new.keys() - {name})
        if named and name not in old:
            words = tuple(dict.fromkeys(article.text[a:b] for a, b in new[name].evidence))
            told = title or " ".join(article.text[:80].split())
            catch.examples.append(Example(new[name].weight, told, words))


def lines(report: Report) -> Iterator[str]:
    """Lay a report out to be read, line by line."""
    yield f"{report.articles:,} articles"
    for name, catch in report.named.items():
        yield ""
        yield f"{name}: {catch.before:,} → {catch.after:,} articles" + _change(catch)
        for topic, count in catch.beside.most_common(_BESIDE):
            yield f"  {100 * count / catch.after:3.0f} % of them are under {topic} too"
        for weight, title, words in catch.examples:
            yield f"  {weight:4.1f}  {title}  ({', '.join(words)})"
    if report.others:
        yield ""
        yield "topics that the rows do not name"
    for name, catch in sorted(report.others.items()):
        yield f"  {name}{_change(catch)}"
    yield ""
    yield "articles with each form"
    for form, count in sorted(report.found.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"  {count:>6,}  {form}"


def _change(catch: Catch) -> str:
    gained = f" +{catch.gained:,}" if catch.gained else ""
    lost = f" −{catch.lost:,}" if catch.lost else ""
    return gained + lost or " (no change)"
