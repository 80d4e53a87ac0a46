"""The houses behind the sources: editions of one house count as one publisher."""

import pandas as pd

from analytics.aggregates.selection import filter_of
from analytics.model import Selection
from analytics.snapshot import Snapshot


def profiles(snapshot: Snapshot, selection: Selection) -> pd.DataFrame:
    """Describe each publisher of the selection in one row.

    Returns:
        ``family``, ``editions`` (its sources here), ``outlets`` (their names, a list),
        ``articles``, ``stories`` (of which it told any part), ``figures`` (an article on average),
        ``wired`` (share under an agency's name), ``copied`` (share that copies another publisher),
        ``reprinted`` (share that repeats another edition of its own), largest first. Nothing
        chosen, no rows.
    """
    chosen = filter_of(selection)
    return snapshot.query(
        f"""
        select a.family::varchar as family, count(distinct a.outlet) as editions,
            list_sort(list_distinct(list(a.outlet::varchar))) as outlets,
            count(*) as articles, count(distinct a.story) as stories, avg(a.figures) as figures,
            avg((a.wire is not null)::integer) as wired,
            avg((a.copy = 'copy')::integer) as copied,
            avg((a.copy = 'edition')::integer) as reprinted
        from articles a {chosen.where}
        group by a.family order by articles desc, family
        """,
        chosen.parameters,
    )


def first_and_followers(snapshot: Snapshot, selection: Selection) -> pd.DataFrame:
    """Say of each publisher how often it was first with a story that others printed too.

    A story's first is the publisher of its lead: the wire's own print, else the first seen. A
    publisher follows a story once, by its earliest article of the selection; another edition of
    the first's own house follows nobody. Sources that nothing names are left out.

    Returns:
        ``family``, ``outlets`` (the names of its sources here, a list), ``shared`` (stories that
        several publishers told), of these ``first`` and ``followed``; ``lag`` (median hours behind
        the first, whole days where a time of day is not known; null where no time is), the
        most often first on top. No such story, no rows.
    """
    chosen = filter_of(selection)
    return snapshot.query(
        f"""
        with told as (
            select a.family, a.story, list(distinct a.outlet::varchar) as outlets,
                bool_or(a.family::varchar = l.family::varchar) as first,
                min(case when a.published_at is not null and l.published_at is not null
                    then date_diff('minute', l.published_at, a.published_at) / 60
                    else date_diff('day', l.day, a.day) * 24 end) as lag
            from articles a join stories s on a.story = s.story
            join articles l on l.article = s.lead
            semi join (select a.article from articles a {chosen.where}) c on a.article = c.article
            where s.families > 1 and a.outlet::varchar <> 'unknown'
            group by a.family, a.story
        )
        select family::varchar as family,
            list_sort(list_distinct(flatten(list(outlets)))) as outlets, count(*) as shared,
            count(*) filter (first) as first, count(*) filter (not first) as followed,
            median(lag) filter (not first and lag >= 0) as lag
        from told group by family order by first desc, shared desc, family
        """,
        chosen.parameters,
    )
