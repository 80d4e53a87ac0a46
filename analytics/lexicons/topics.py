"""Topics, finer topics under them, and the words that speak for each.

``topics.csv`` is one row a topic, ``topic_terms.csv`` one row a surface form and the topic it
speaks for; a form may stand in several rows. A form with a capital letter matches in exact case
("NATO", "START"), one without matches in any; the plural of its last word matches too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from analytics.lexicons.rows import LEXICONS, Row, read_rows
from analytics.matcher import Form, Matcher

_TOPIC_COLUMNS = ("topic", "parent", "label", "iptc", "share", "bar", "description")
_TOPIC_REQUIRED = ("topic", "label", "share", "bar", "description")
_TERM_COLUMNS = ("surface", "topic", "weight", "strength")
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
    strong: bool  # may carry the topic alone


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A form, and every topic it speaks for; itself only, so that it is quick to look up."""

    surface: str
    uses: tuple[TermUse, ...]


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
    uses: dict[str, dict[str, TermUse]] = {}
    for path in filter(None, (folder / "topic_terms.csv", more_terms)):
        for row in read_rows(path, _TERM_COLUMNS, _TERM_COLUMNS):
            _add_term(row, topics, uses)
    return TopicLexicon(topics, Matcher(_forms(topics, uses)))


def term_rows(path: Path) -> list[tuple[str, str]]:
    """Read the form and the topic of each row of a file like ``topic_terms.csv``.

    Raises:
        LexiconError: the file cannot be read, or has another header.
    """
    rows = read_rows(path, _TERM_COLUMNS, _TERM_COLUMNS)
    return [(row.cells["surface"], row.cells["topic"]) for row in rows]


def _topic(row: Row, topics: dict[str, TopicEntry]) -> TopicEntry:
    cells = row.cells
    if cells["topic"] in topics:
        raise row.refuse(f"topic listed twice: {cells['topic']}")
    parent = cells["parent"] or None
    if parent is not None and (parent not in topics or topics[parent].parent):
        raise row.refuse(f"the parent must be a topic of the taxonomy, above: {parent}")
    if cells["iptc"] and not _IPTC.fullmatch(cells["iptc"]):
        raise row.refuse(f"not medtop: and eight digits: {cells['iptc']}")
    return TopicEntry(
        cells["topic"],
        parent,
        cells["label"],
        cells["iptc"] or None,
        _number(row, "share", 0, 1),
        _number(row, "bar", 0.01, 100),
        cells["description"],
    )


def _add_term(row: Row, topics: dict[str, TopicEntry], uses: dict[str, dict[str, TermUse]]) -> None:
    surface, topic = row.cells["surface"], row.cells["topic"]
    if topic not in topics:
        raise row.refuse(f"no such topic: {topic}")
    if row.cells["strength"] not in ("strong", "weak"):
        raise row.refuse(f"strength is strong or weak, not {row.cells['strength']}")
    of_surface = uses.setdefault(surface, {})
    if topic in of_surface:
        raise row.refuse(f"{surface!r} is listed twice for {topic}")
    weight = _number(row, "weight", -100, 100)
    of_surface[topic] = TermUse(topic, weight, row.cells["strength"] == "strong")


def _number(row: Row, column: str, low: float, high: float) -> float:
    try:
        value = float(row.cells[column])
    except ValueError as error:
        raise row.refuse(f"{column} is no number: {row.cells[column]}") from error
    if not low <= value <= high:
        raise row.refuse(f"{column} must lie between {low} and {high}: {value}")
    return value


def _forms(
    topics: dict[str, TopicEntry], uses: dict[str, dict[str, TermUse]]
) -> Iterator[Form[Term]]:
    """Make the forms: a word for a finer topic speaks for its parent too, at its share.

    Plurals come last, so that a row of its own wins over the plural of another.
    """
    plurals: list[Form[Term]] = []
    shared: dict[TermUse, TermUse] = {}  # equal ones are one: few, and near when asked for
    for surface, of_surface in uses.items():
        whole = dict(of_surface)
        for use in of_surface.values():
            entry = topics[use.topic]
            if entry.parent is None:
                continue
            lent = TermUse(entry.parent, use.weight * entry.share, use.strong)
            own = whole.get(entry.parent)
            if own is None or (own.weight < lent.weight and entry.parent not in of_surface):
                whole[entry.parent] = lent
        term = Term(surface, tuple(shared.setdefault(use, use) for use in whole.values()))
        exact = surface != surface.lower()
        yield Form(surface, term, exact)
        plural = plural_of(surface)
        if plural not in uses:
            plurals.append(Form(plural, term, exact))
    yield from plurals


def plural_of(surface: str) -> str:
    """Write the regular plural of the last word: "ally" → "allies", "coach" → "coaches"."""
    if surface.endswith("y") and surface[-2:-1] not in "aeiou":
        return surface[:-1] + "ies"
    if surface.endswith(("s", "x", "ch", "sh")):
        return surface + "es"
    return surface + "s"
