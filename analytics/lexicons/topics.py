"""Topics, finer topics under them, and the words that speak for each.

``topics.csv`` is one row a topic, ``topic_terms.csv`` one row a surface form and the topic it
speaks for; a form may stand in several rows. A form with a capital letter matches in exact case
("NATO", "START"), one without matches in any; the plural of its last word matches too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

from analytics.lexicons.rows import LEXICONS, Row, read_rows
from analytics.matcher import Matcher

_TOPIC_COLUMNS = ("topic", "parent", "label", "iptc", "share", "bar", "description")
_TOPIC_REQUIRED = ("topic", "label", "share", "bar", "description")
_TERM_COLUMNS = ("surface", "topic", "weight", "strength")
ENOUGH = 2  # votes for a topic, without which an article is not on it
_IPTC = re.compile(r"medtop:\d{8}")


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """One topic of the taxonomy, or one under it."""

    topic: str
    parent: str | None  # null for the topics of the taxonomy
    label: str
    iptc: str | None  # "medtop:…", the IPTC Media Topic, where there is one
    share: float  # how much of a word for this topic counts for its parent, 0 to 1
    bar: float  # how much, times the root of its share of all, makes it a topic of an article
    description: str


class TermUse(NamedTuple):
    """What one form says of one topic."""

    topic: str
    weight: float
    votes: int  # ``ENOUGH`` of one that may carry the topic alone, else 1


_Said: TypeAlias = tuple[tuple[tuple[str, float, int], ...], frozenset[str]]


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A form, and every topic it speaks for; itself only, so that it is quick to look up."""

    surface: str
    uses: tuple[tuple[str, float, int], ...]  # plain ``TermUse``s, taken apart at each article
    speaks_for: frozenset[str]  # the topics whose weight is above zero


@dataclass(frozen=True, slots=True)
class TopicLexicon:
    """The topics in the order of the file, and a set matcher over the forms."""

    topics: dict[str, TopicEntry]
    terms: Matcher[Term]


def load_topics(
    folder: Path = LEXICONS, more_terms: Path | None = None, more_topics: Path | None = None
) -> TopicLexicon:
    """Read ``topics.csv`` and ``topic_terms.csv``.

    Args:
        folder: where the files lie.
        more_terms: further rows of ``topic_terms.csv``, not added yet.
        more_topics: further rows of ``topics.csv``, for topics that are not there yet.

    Raises:
        LexiconError: a topic or a pair of form and topic is listed twice, a parent or topic is
            unknown, a number is out of range, an IPTC id is not "medtop:" and eight digits.
    """
    topics: dict[str, TopicEntry] = {}
    for path in filter(None, (folder / "topics.csv", more_topics)):
        for row in read_rows(path, _TOPIC_COLUMNS, _TOPIC_REQUIRED):
            entry = _topic(row, topics)
            topics[entry.topic] = entry
    uses: dict[str, tuple[TermUse, ...]] = {}
    known: dict[tuple[str, ...], TermUse] = {}  # what rows say of their surface, by its cells
    for path in filter(None, (folder / "topic_terms.csv", more_terms)):
        for row in read_rows(path, _TERM_COLUMNS, _TERM_COLUMNS):
            surface, said = row.cells[0], row.cells[1:]
            use = known.get(said) or known.setdefault(said, _use(row, topics))
            others = uses.get(surface, ())
            if others and any(other.topic == use.topic for other in others):
                raise row.refuse(f"{surface!r} is listed twice for {use.topic}")
            uses[surface] = (*others, use)
    return TopicLexicon(topics, Matcher(_forms(topics, uses)))


def term_rows(path: Path) -> list[tuple[str, str]]:
    """Read the form and the topic of each row of a file like ``topic_terms.csv``.

    Raises:
        LexiconError: the file cannot be read, or has another header.
    """
    rows = read_rows(path, _TERM_COLUMNS, _TERM_COLUMNS)
    return [(row.cells[0], row.cells[1]) for row in rows]


def _topic(row: Row, topics: dict[str, TopicEntry]) -> TopicEntry:
    topic, parent, label, iptc, share, bar, description = row.cells
    if topic in topics:
        raise row.refuse(f"topic listed twice: {topic}")
    if parent and (parent not in topics or topics[parent].parent):
        raise row.refuse(f"the parent must be a topic of the taxonomy, above: {parent}")
    if iptc and not _IPTC.fullmatch(iptc):
        raise row.refuse(f"not medtop: and eight digits: {iptc}")
    return TopicEntry(
        topic,
        parent or None,
        label,
        iptc or None,
        _number(row, "share", share, 0, 1),
        _number(row, "bar", bar, 0.01, 100),
        description,
    )


def _use(row: Row, topics: dict[str, TopicEntry]) -> TermUse:
    _, topic, weight, strength = row.cells
    if topic not in topics:
        raise row.refuse(f"no such topic: {topic}")
    if strength not in ("strong", "weak"):
        raise row.refuse(f"strength is strong or weak, not {strength}")
    return TermUse(
        topic, _number(row, "weight", weight, -100, 100), ENOUGH if strength == "strong" else 1
    )


def _number(row: Row, column: str, cell: str, low: float, high: float) -> float:
    try:
        value = float(cell)
    except ValueError as error:
        raise row.refuse(f"{column} is no number: {cell}") from error
    if not low <= value <= high:
        raise row.refuse(f"{column} must lie between {low} and {high}: {value}")
    return value


def _forms(
    topics: dict[str, TopicEntry], uses: dict[str, tuple[TermUse, ...]]
) -> Iterator[tuple[str, Term, bool]]:
    """Make the forms: a word for a finer topic speaks for its parent too, at its share.

    Plurals come last, so that a row of its own wins over the plural of another.
    """
    plurals: list[tuple[str, Term, bool]] = []
    shared: dict[tuple[TermUse, ...], _Said] = {}  # near when it is asked for
    for surface, own in uses.items():
        said = shared.get(own) or shared.setdefault(own, _said(own, topics))
        term = Term(surface, *said)
        exact = surface != surface.lower()
        yield surface, term, exact
        plural = plural_of(surface)
        if plural not in uses:
            plurals.append((plural, term, exact))
    yield from plurals


def _said(own: tuple[TermUse, ...], topics: dict[str, TopicEntry]) -> _Said:
    """Tell the uses of a form, those of the parents among them, and what it speaks for."""
    of_topic = {use.topic: use for use in own}
    whole = dict(of_topic)
    for use in own:
        entry = topics[use.topic]
        if entry.parent is None or entry.parent in of_topic:
            continue
        lent = TermUse(entry.parent, use.weight * entry.share, use.votes)
        most = whole.get(entry.parent)
        if most is None or most.weight < lent.weight:
            whole[entry.parent] = lent
    uses = tuple((use.topic, use.weight, use.votes) for use in whole.values())
    return uses, frozenset(topic for topic, weight, _ in uses if weight > 0)


def plural_of(surface: str) -> str:
    """Write the regular plural of the last word: "ally" → "allies", "coach" → "coaches"."""
    if surface.endswith("y") and surface[-2:-1] not in "aeiou":
        return surface[:-1] + "ies"
    if surface.endswith(("s", "x", "ch", "sh")):
        return surface + "es"
    return surface + "s"
