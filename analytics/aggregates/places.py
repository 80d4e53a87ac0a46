"""Which countries are written about."""

import pandas as pd

from analytics.aggregates.selection import counted, filter_of
from analytics.model import Selection
from analytics.snapshot import Snapshot


def by_country(snapshot: Snapshot, selection: Selection) -> pd.DataFrame:
    """Count the selection under each country, whatever countries it is narrowed to.

    An article counts under each country that it names.

    Returns:
        ``country`` (ISO 3166 alpha-3), ``n``, ``chosen`` (in the selection), largest first.
        Nothing chosen, no rows.
    """
    chosen = filter_of(selection, without=("countries",))
    rows = snapshot.query(
        f"""
        select c.country::varchar as country, {counted(selection, "c")} as n
        from countries c {chosen.only("c")} group by c.country order by n desc, country
        """,
        chosen.parameters,
    )
    rows["chosen"] = rows["country"].isin(selection.countries)
    return rows
