"""What lies in the snapshot itself: what was refused, what has no date, what was set aside."""

import pandas as pd

from analytics.snapshot import Snapshot


def refused(snapshot: Snapshot, limit: int = 1000) -> pd.DataFrame:
    """List what was given and could not be read: ``file``, ``line``, ``reason``; none, no rows."""
    return snapshot.query("select file, line, reason from refused limit $limit", {"limit": limit})


def refusals(snapshot: Snapshot) -> int:
    """Count what was given and could not be read."""
    [(count,)] = snapshot.rows("select count(*) from refused")
    return int(count)


def sources(snapshot: Snapshot, limit: int = 40) -> pd.DataFrame:
    """Describe what each of the largest sources has here.

    Returns:
        ``source``, ``articles``, ``undated``, ``first_day``, ``last_day`` and ``months`` (the first
        days of those with an article, in order; a month that is not among them is a gap); the
        largest first. An empty snapshot, no rows.
    """
    return snapshot.query(
        """
        select outlet::varchar as source, count(*) as articles,
            count(*) filter (day is null) as undated, min(day) as first_day, max(day) as last_day,
            coalesce(list(distinct month order by month) filter (month is not null), []) as months
        from articles group by source order by articles desc, source limit $limit
        """,
        {"limit": limit},
    )


def collections(snapshot: Snapshot) -> pd.DataFrame:
    """Describe each collection of articles.

    Returns:
        ``collection``, ``articles``, ``sources``, ``undated`` (articles without a day),
        ``first_day``, ``last_day``; the largest first. An empty snapshot, no rows.
    """
    return snapshot.query(
        """
        select collection::varchar as collection, count(*) as articles,
            count(distinct outlet) as sources, count(*) filter (day is null) as undated,
            min(day) as first_day, max(day) as last_day
        from articles group by collection order by articles desc, collection
        """
    )


def evidence(snapshot: Snapshot) -> pd.DataFrame:
    """Count what told the day of an article: ``told_by`` (null: nothing), ``articles``."""
    return snapshot.query(
        "select published_evidence::varchar as told_by, count(*) as articles from articles "
        "group by told_by order by articles desc"
    )


def flags(snapshot: Snapshot) -> pd.DataFrame:
    """Count what was set aside in articles: ``flag``, ``articles``; nothing, no rows."""
    return snapshot.query(
        "select flag, count(*) as articles from (select unnest(flags) as flag from articles) "
        "group by flag order by articles desc, flag"
    )


def months(snapshot: Snapshot) -> pd.DataFrame:
    """Count articles of each month from the first to the last; a month without any is null.

    Returns:
        ``month``, ``articles``, in order. No dated article, no rows.
    """
    return snapshot.query(
        """
        with counts as (
            select month, count(*) as articles from articles where month is not null group by month
        ), whole as (
            select unnest(generate_series(min(month)::timestamp, max(month)::timestamp,
                interval 1 month))::date as month from counts
        )
        select whole.month, counts.articles from whole left join counts using (month)
        order by whole.month
        """
    )
