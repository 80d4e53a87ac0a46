"""The articles of a selection, and one of them read with everything found in it.

An article is named by its ``key``: the first twelve digits of its identity's MD5, short enough for
a link and the same in every snapshot.
"""

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from analytics.aggregates.selection import filter_of
from analytics.model import Selection
from analytics.snapshot import Snapshot

Order = Literal["newest", "oldest", "figures", "copies"]
ORDER_BY: dict[Order, str] = {
    "newest": "a.day desc nulls last, a.article",
    "oldest": "a.day nulls last, a.article",
    "figures": "a.figures desc, a.day desc nulls last, a.article",
    "copies": "s.articles desc, a.story, a.day nulls last, a.article",
}
KEY = "left(md5(a.article_id), 12)"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something found in a text, to be shown where it stands."""

    start: int
    end: int
    sort: Literal["figure", "place", "speaker", "topic"]
    label: str
    name: str | None = None  # of a figure: its id


@dataclass(frozen=True, slots=True)
class Read:
    """One article as it is shown."""

    key: str
    title: str | None
    url: str | None
    outlet: str
    byline: str | None
    wires: tuple[str, ...]
    day: Any  # date, or null
    evidence: str | None  # what told the day
    topics: tuple[str, ...]
    countries: tuple[str, ...]
    text: str
    body: tuple[tuple[int, int, str], ...]  # start, end, kind of each block
    marks: tuple[Mark, ...]
    story: int


def found(
    snapshot: Snapshot, selection: Selection, order: Order, offset: int = 0, limit: int = 50
) -> pd.DataFrame:
    """List a page of the selection's articles; none, no rows.

    Returns:
        ``key``, ``day``, ``outlet``, ``title``, ``topics``, ``countries``, ``wire``, ``figures``
        (a count), ``copies`` (other articles of its story), ``url``.
    """
    chosen = filter_of(selection)
    once = _once(selection)
    return snapshot.query(
        f"""
        select {KEY} as key, a.day, a.outlet::varchar as outlet, a.title, a.topics, a.countries,
            a.wire::varchar as wire, a.figures, coalesce(s.articles, 1) - 1 as copies, a.url
        from articles a left join stories s on a.story = s.story
        {chosen.where} {once} order by {ORDER_BY[order]} limit $limit offset $offset
        """,
        {**chosen.parameters, "limit": limit, "offset": offset},
    )


def read(snapshot: Snapshot, key: str) -> Read | None:
    """Read one article with its marks in order of the text; an unknown key gives null."""
    rows = snapshot.rows(
        f"""
        select a.article, a.title, a.url, a.outlet::varchar, a.byline, a.wires, a.day,
            a.published_evidence::varchar, a.topics, a.countries, t.text, t.blocks, a.story
        from articles a join texts t using (article) where {KEY} = $key limit 1
        """,
        {"key": key},
    )
    if not rows:
        return None
    (
        article,
        title,
        url,
        outlet,
        byline,
        wires,
        day,
        evidence,
        topics,
        countries,
        text,
        blocks,
        s,
    ) = rows[0]
    return Read(
        key=key,
        title=title,
        url=url,
        outlet=outlet,
        byline=byline,
        wires=tuple(wires or ()),
        day=day,
        evidence=evidence,
        topics=tuple(topics or ()),
        countries=tuple(countries or ()),
        text=text,
        body=tuple((b["start"], b["end"], b["kind"]) for b in blocks or ()),
        marks=_marks(snapshot, article),
        story=s,
    )


def key_of_figure(snapshot: Snapshot, figure_id: str) -> str | None:
    """Return the key of the article in which a figure stands; an unknown figure gives null."""
    rows = snapshot.rows(
        f"select {KEY} from figures f join articles a using (article) where f.figure_id = $id",
        {"id": figure_id},
    )
    return rows[0][0] if rows else None


def figures_of(snapshot: Snapshot, key: str) -> pd.DataFrame:
    """List what an article counts, in order of its text; no figure, no rows.

    Returns:
        ``figure_id``, ``series``, ``quote``, ``low``, ``high``, ``hedge``, ``kind``, ``unit``,
        ``of``, ``force``, ``place``, ``role``, ``aspect``, ``speaker``, ``modality``, ``sentence``,
        ``quote_at`` (of the quote within the sentence).
    """
    return snapshot.query(
        f"""
        select f.figure_id, f.series::varchar as series, f.quote, f.low, f.high,
            f.hedge::varchar as hedge, f.kind::varchar as kind, f.unit::varchar as unit, f."of",
            f.force::varchar as force, f.place::varchar as place, f.role::varchar as role,
            f.aspect::varchar as aspect, f.speaker::varchar as speaker,
            f.modality::varchar as modality, f.sentence, f.start - f.sentence_start as quote_at
        from figures f join articles a using (article) where {KEY} = $key order by f.start
        """,
        {"key": key},
    )


def copies_of(snapshot: Snapshot, key: str) -> pd.DataFrame:
    """List the other articles of the same story, the first told first; alone, no rows.

    Returns:
        ``key``, ``day``, ``outlet``, ``title``, ``copy`` (original, copy, edition), ``kept`` (share
        of its parent's words) and ``added`` (share of its own), both null for an original.
    """
    return snapshot.query(
        f"""
        with chosen as (select a.article, a.story from articles a where {KEY} = $key)
        select {KEY} as key, a.day, a.outlet::varchar as outlet, a.title, a.copy::varchar as copy,
            c.kept, c.added
        from articles a join chosen on a.story = chosen.story and a.article <> chosen.article
        left join copies c on a.article = c.article
        order by a.lead desc, a.day nulls last, a.article
        """,
        {"key": key},
    )


def rows_to_export(snapshot: Snapshot, selection: Selection) -> pd.DataFrame:
    """Return every article of the selection, for a file: no text, lists joined by ``; ``."""
    chosen = filter_of(selection)
    return snapshot.query(
        f"""
        select a.article_id, a.day, a.outlet::varchar as source, a.title, a.url,
            array_to_string(a.wires, '; ') as wires, array_to_string(a.topics, '; ') as topics,
            array_to_string(a.countries, '; ') as countries, a.figures, s.story_id as story,
            a.copy::varchar as copy
        from articles a left join stories s on a.story = s.story
        {chosen.where} {_once(selection)} order by {ORDER_BY["newest"]}
        """,
        chosen.parameters,
    )


def _once(selection: Selection) -> str:
    """One row a story, or a house: the list then has as many rows as the charts count."""
    if selection.measure == "articles":
        return ""
    by = {"stories": "a.story", "publishers": "a.family"}[selection.measure]
    return (
        f"qualify row_number() over (partition by {by} order by a.lead desc, a.day desc nulls last,"
        " a.article) = 1"
    )


def _marks(snapshot: Snapshot, article: int) -> tuple[Mark, ...]:
    rows = snapshot.rows(
        """
        select start, "end", 'figure', concat_ws(' · ', kind, hedge, unit, speaker), figure_id
        from figures where article = $article
        union all
        select start, "end", 'place', concat_ws(' · ', name, iso3), null
        from places where article = $article
        union all
        select start, "end", 'speaker', concat_ws(' · ', coalesce(body, name), role), null
        from speakers where article = $article
        union all
        select e.start, e."end", 'topic', topic::varchar, null
        from (select topic, unnest(evidence) as e from topics where article = $article)
        order by 1, 2, 3
        """,
        {"article": article},
    )
    return tuple(Mark(*row) for row in rows)
