"""Sentences that a selection's figures stand in, for who wants to see a few of them."""

import pandas as pd

from analytics.aggregates.figures import chosen_figures
from analytics.model import Selection
from analytics.snapshot import Snapshot


def newest(snapshot: Snapshot, selection: Selection, limit: int) -> pd.DataFrame:
    """List the first figure of each of the newest stories, as its original tells it.

    Returns:
        ``figure_id``, ``key`` (of its article), ``day`` (null where unknown), ``low``, ``high``,
        ``hedge``, ``unit``, ``quote``, ``outlet``, ``speaker``, ``title``, ``url``, ``sentence``,
        ``quote_at`` and ``elsewhere``: how many more sources printed the story. No figure, no rows.
    """
    chosen = chosen_figures(selection)
    return snapshot.query(
        f"""
        with f as (
            select f.*, row_number() over (
                partition by f.story order by a.lead desc, f.article, f.start) as turn
            from ({chosen.condition}) f join articles a using (article) where f.series is not null
        ), top as (
            select * from f where turn = 1 order by day desc nulls last, article limit $limit
        )
        select top.figure_id, left(md5(a.article_id), 12) as key, top.day, top.low, top.high,
            top.hedge::varchar as hedge, top.unit::varchar as unit, top.quote,
            top.outlet::varchar as outlet, top.speaker::varchar as speaker, a.title, a.url,
            top.sentence, top.start - top.sentence_start as quote_at,
            coalesce(s.outlets, 1) - 1 as elsewhere
        from top join articles a using (article) left join stories s on top.story = s.story
        order by top.day desc nulls last, top.article
        """,
        {**chosen.parameters, "limit": limit},
    )
