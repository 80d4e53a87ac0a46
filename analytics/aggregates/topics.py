"""Which topics are written about, by whom, and which of them rose."""

import pandas as pd

from analytics.aggregates.selection import counted, filter_of
from analytics.model import Selection
from analytics.snapshot import Snapshot


def by_topic(snapshot: Snapshot, selection: Selection) -> pd.DataFrame:
    """Count the selection under each topic, whatever topics it is narrowed to.

    An article counts under each of its topics.

    Returns:
        ``topic``, ``n``, ``chosen`` (in the selection), largest first. Nothing chosen, no rows.
    """
    chosen = filter_of(selection, without=("topics",))
    rows = snapshot.query(
        f"""
        select t.topic::varchar as topic, {counted(selection, "t")} as n
        from topics t {chosen.only("t")} where t.parent is null
        group by t.topic order by n desc, topic
        """,
        chosen.parameters,
    )
    rows["chosen"] = rows["topic"].isin(selection.topics)
    return rows


def topic_by_outlet(snapshot: Snapshot, selection: Selection, outlets: int = 14) -> pd.DataFrame:
    """Count the selection under each topic at each of the largest sources.

    Shown whole: the selection's own topics and sources do not narrow it, they are only marked.

    Returns:
        ``outlet``, ``topic``, ``n``, ``share`` (of what the source published in the selection, 0
        to 1), ``chosen``; largest source and topic first. Nothing chosen, no rows.
    """
    chosen = filter_of(selection, without=("topics", "outlets"))
    rows = snapshot.query(
        f"""
        with c as (select a.article, a.outlet, a.family, a.story from articles a {chosen.where}),
        largest as (
            select outlet, {counted(selection, "c")} as size from c
            group by outlet order by size desc, outlet limit $outlets
        ), cells as (
            select t.outlet, t.topic, {counted(selection, "t")} as n
            from topics t semi join c on t.article = c.article
            where t.parent is null group by all
        )
        select cells.outlet::varchar as outlet, cells.topic::varchar as topic, cells.n,
            cells.n / largest.size as share
        from cells join largest using (outlet)
        order by largest.size desc, cells.outlet, sum(cells.n) over (partition by topic) desc, topic
        """,
        {**chosen.parameters, "outlets": outlets},
    )
    in_topic = rows["topic"].isin(selection.topics) | (not selection.topics)
    in_outlet = rows["outlet"].isin(selection.outlets) | (not selection.outlets)
    rows["chosen"] = in_topic & in_outlet
    return rows


def rising(
    snapshot: Snapshot, selection: Selection, days: int = 28, least: int = 3
) -> pd.DataFrame:
    """Hold each topic's last ``days`` days against as many days before them.

    Returns:
        ``topic``, ``last``, ``before``, strongest rise first; only topics with at least ``least``
        in the last days. No dated article, no rows.
    """
    chosen = filter_of(selection)
    return snapshot.query(
        f"""
        with c as (select a.article, a.day from articles a {chosen.where}),
        e as (select max(day) as d from c)
        select t.topic::varchar as topic,
            {counted(selection, "t")} filter (t.day > e.d - $days::integer) as last,
            {counted(selection, "t")} filter (t.day <= e.d - $days::integer) as before
        from topics t semi join c on t.article = c.article, e
        where t.parent is null and t.day > e.d - 2 * $days::integer
        group by t.topic having last >= $least
        order by (last + 1) / (before + 1) desc, last desc, topic
        """,
        {**chosen.parameters, "days": days, "least": least},
    )
