"""Who published: how much, on what, first or by copying."""

import pandas as pd

from analytics.aggregates.selection import counted, filter_of
from analytics.model import Selection
from analytics.snapshot import Snapshot


def by_outlet(snapshot: Snapshot, selection: Selection) -> pd.DataFrame:
    """Count the selection at each source, whatever sources it is narrowed to.

    Returns:
        ``outlet``, ``n``, ``chosen`` (in the selection), largest first. Nothing chosen, no rows.
    """
    chosen = filter_of(selection, without=("outlets",))
    rows = snapshot.query(
        f"""
        select a.outlet::varchar as outlet, {counted(selection, "a")} as n
        from articles a {chosen.where} group by a.outlet order by n desc, outlet
        """,
        chosen.parameters,
    )
    rows["chosen"] = rows["outlet"].isin(selection.outlets)
    return rows


def profiles(snapshot: Snapshot, selection: Selection) -> pd.DataFrame:
    """Describe each source of the selection in one row.

    Returns:
        ``outlet``, ``family``, ``kind``, ``country``, ``articles``, ``stories`` (of which it told
        any part), ``figures`` (an article on average), ``wired`` (share under an agency's name),
        ``copied`` (share that copies another article), ``first`` (share of its stories that it
        told first, of those told by more than one source; null where there is none),
        ``first_day``, ``last_day``; largest first.
    """
    chosen = filter_of(selection)
    return snapshot.query(
        f"""
        select a.outlet::varchar as outlet, any_value(a.family)::varchar as family,
            any_value(a.outlet_kind)::varchar as kind,
            any_value(a.outlet_country)::varchar as country,
            count(*) as articles, count(distinct a.story) as stories, avg(a.figures) as figures,
            avg((a.wire is not null)::integer) as wired,
            avg((a.copy <> 'original')::integer) as copied,
            avg(a.lead::integer) filter (s.outlets > 1) as first,
            min(a.day) as first_day, max(a.day) as last_day
        from articles a left join stories s on a.story = s.story {chosen.where}
        group by a.outlet order by articles desc, outlet
        """,
        chosen.parameters,
    )


def topic_mix(snapshot: Snapshot, selection: Selection, outlet: str) -> pd.DataFrame:
    """Hold one source's topics against all sources' in the same selection.

    Returns:
        ``topic``, ``n`` (articles of the source), ``share`` of its articles and ``usual`` share
        among all, both 0 to 1, the source's largest first. A source without articles, no rows.
    """
    chosen = filter_of(selection, without=("outlets", "topics"))
    return snapshot.query(
        f"""
        with c as (select a.article, a.outlet from articles a {chosen.where}),
        sizes as (
            select count(*) as everyone, count(*) filter (outlet::varchar = $outlet) as own from c
        )
        select t.topic::varchar as topic,
            count(*) filter (t.outlet::varchar = $outlet) as n,
            n / any_value(sizes.own) as share, count(*) / any_value(sizes.everyone) as usual
        from topics t semi join c on t.article = c.article, sizes
        where t.parent is null and sizes.own > 0
        group by t.topic order by share desc, usual desc, topic
        """,
        {**chosen.parameters, "outlet": outlet},
    )
