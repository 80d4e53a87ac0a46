"""The nouns of the product, as frozen records.

Nothing here reads a file, opens a table or draws: every other module may import this one, and it
imports only the standard library. Offsets are code points into ``Article.text``, the text as
delivered, whatever cleaning did in between.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

Hedge = Literal["exact", "about", "at_least", "at_most", "range"]
Kind = Literal[
    "personnel",
    "casualties",
    "money",
    "weapons_platforms",
    "munitions",
    "distance",
    "percent",
    "duration",
    "events",
    "other",
]
Change = Literal["up", "down"]
Aspect = Literal["level", "change", "cumulative", "new", "rate", "capacity"]
Modality = Literal["reported", "planned", "denied", "hypothetical"]
BlockKind = Literal[
    "prefix",  # the crawler's " date 2021-04-06 "
    "navigation",
    "section",
    "title",
    "byline",
    "dates",
    "caption",
    "dateline",
    "body",
    "related",  # "READ MORE: …", other stories' headlines
    "promo",  # newsletters, apps, appeals
    "embed",  # the date line of an embedded post; its words are body
    "tail",  # "(Yonhap)", "Reporting by …", copyright
]


# What a chart counts: every article, every publisher once, every story once however often copied.
Measure = Literal["articles", "publishers", "stories"]


class Span(NamedTuple):
    """The characters ``text[start:end]`` of one article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One text as it was delivered, with what was said about it; nothing is read into it yet."""

    identity: str  # "url:…", "id:COLLECTION/…" or "text:SHA256": who it is, across revisions
    text: str
    sha256: str  # of the text in UTF-8: which revision it is
    id: str  # as given, or the identity
    collection: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    date: str | None = None  # in any form
    crawled: str | None = None  # the day it was fetched, in any form
    origin: str = ""  # file, or file:line


class Block(NamedTuple):
    """A run of the text that plays one part in the page, with the rule that said so."""

    start: int
    end: int
    kind: BlockKind
    rule: str


class Place(NamedTuple):
    """A mention of a place: a country by any of its names, a city, a base, a sea."""

    start: int
    end: int
    name: str  # as the lexicon names it
    iso3: str | None  # ISO 3166 alpha-3; null for seas and regions
    kind: Literal["country", "territory", "city", "base", "water", "region", "organisation"]
    form: Literal["name", "demonym", "abbreviation", "capital", "other"]
    government: bool = False  # "Kyiv said": the capital stands for its government


class Speaker(NamedTuple):
    """A person or body credited with saying something: "John Kirby, a Pentagon spokesman"."""

    start: int
    end: int
    name: str  # as the text has it: "a Pentagon spokesman", "John Kirby"
    body: str | None  # the body spoken for, as the lexicon names it: "US Department of Defense"
    role: str | None  # "spokesman"
    side: str | None  # ISO 3166 alpha-3 of the body's country
    direct: bool  # quoted in quotation marks
    scope_start: int  # what is credited to the speaker: the sentence or the quotation
    scope_end: int


class Topic(NamedTuple):
    """How much an article is about a topic, and the words that say so."""

    topic: str  # a key of data/lexicons/topics.csv
    weight: float
    evidence: tuple[Span, ...]


class Figure(NamedTuple):
    """A number that a text reports, with what it counts: "some 28,500 troops in South Korea"."""

    start: int
    end: int
    low: float | None  # null: open below
    high: float | None  # null: open above
    hedge: Hedge
    kind: Kind
    # ISO 4217, "percent" or the head noun, of kind other with its modifiers; "dollar per month"
    unit: str | None
    of: str | None  # what a sum or a percent is of
    force: str | None  # whose, ISO 3166 alpha-3
    place: str | None  # where, ISO 3166 alpha-3
    role: str | None  # stationed, deployed, withdrawn, killed, ordered, …
    change: Change | None
    aspect: Aspect
    speaker: str | None  # who says so
    modality: Modality
    as_of: date | None  # the time it is about
    sentence_start: int
    sentence_end: int


class Rejected(NamedTuple):
    """A number that was seen and not counted, and why."""

    start: int
    end: int
    low: float | None
    high: float | None
    reason: str  # date, year, age, designation, ordinal, clock, boilerplate, …


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says, each fact with the span it came from."""

    article_id: str
    title: str | None
    outlet: str | None
    outlet_evidence: str | None  # domain, url, byline, text, given
    family: str | None  # the house whose edition the outlet is
    byline: str | None
    wires: tuple[str, ...]
    wire_evidence: str | None  # dateline, tail, byline, credit
    published: date | None  # the calendar day in the outlet's own offset
    published_at: datetime | None
    published_evidence: str | None  # given, url, text, dateline, relative, prefix
    updated: date | None
    updated_at: datetime | None
    flags: tuple[str, ...]  # what was set aside: "published in the future", …
    topics: tuple[Topic, ...]  # the 16 of the taxonomy, most central first
    subtopics: tuple[Topic, ...]
    countries: tuple[str, ...]  # ISO 3166 alpha-3, by first mention
    places: tuple[Place, ...]
    speakers: tuple[Speaker, ...]
    figures: tuple[Figure, ...]
    rejected: tuple[Rejected, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """What an analyst has chosen to look at; an empty tuple or null filters nothing."""

    topics: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()  # ISO 3166 alpha-3
    kinds: tuple[str, ...] = ()  # kinds of figure
    wires: tuple[str, ...] = ()
    start: date | None = None  # first day, inclusive
    end: date | None = None  # last day, inclusive
    words: str = ""  # every one must stand in the title or the text
    measure: Measure = "articles"  # what the charts count; filters nothing
