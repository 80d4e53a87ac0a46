"""Two selections held against each other."""

import pandas as pd

from analytics.aggregates import volume
from analytics.aggregates.selection import counted, filter_of
from analytics.aggregates.volume import Period
from analytics.model import Selection
from analytics.snapshot import Snapshot


def over_time(
    snapshot: Snapshot, first: Selection, second: Selection, period: Period
) -> pd.DataFrame:
    """Count both selections in each period.

    Returns:
        ``period``, ``first``, ``second``; a period is there where either has any. Neither has a
        dated article, no rows.
    """
    counts = []
    for name, selection in (("first", first), ("second", second)):
        rows = volume.over_time(snapshot, selection, "outlet", period, shown=0)
        counts.append(rows.set_index("period")["n"].rename(name))
    return pd.concat(counts, axis=1, sort=False).fillna(0).astype(int).sort_index().reset_index()


def by_topic(snapshot: Snapshot, first: Selection, second: Selection) -> pd.DataFrame:
    """Hold the share of each topic in one selection against that in the other.

    Returns:
        ``name``, ``first`` and ``second`` (shares of each selection, 0 to 1), ``n_first``,
        ``n_second``; the largest difference first. Both empty, no rows.
    """
    return _shares(snapshot, first, second, "topic")


def by_outlet(snapshot: Snapshot, first: Selection, second: Selection) -> pd.DataFrame:
    """Hold the share of each source in one selection against that in the other; as ``by_topic``."""
    return _shares(snapshot, first, second, "outlet")


def _shares(snapshot: Snapshot, first: Selection, second: Selection, column: str) -> pd.DataFrame:
    counts = [
        _within(snapshot, selection, column).set_index("name")["n"].rename(name)
        for name, selection in (("n_first", first), ("n_second", second))
    ]
    both = pd.concat(counts, axis=1, sort=False).fillna(0).astype(int)
    for name, selection in (("first", first), ("second", second)):
        size = volume.totals(snapshot, selection).of(selection.measure)
        both[name] = both[f"n_{name}"] / max(size, 1)
    order = (both["first"] - both["second"]).abs().sort_values(ascending=False, kind="stable")
    return both.loc[order.index].rename_axis("name").reset_index()


def _within(snapshot: Snapshot, selection: Selection, column: str) -> pd.DataFrame:
    """Count a selection under each of its own topics or sources: ``name``, ``n``."""
    chosen = filter_of(selection)
    table = {"topic": "topics t", "outlet": "articles t"}[column]
    top = "where t.parent is null" if column == "topic" else ""
    return snapshot.query(
        f"""
        select t.{column}::varchar as name, {counted(selection, "t")} as n
        from {table} {chosen.only("t")} {top} group by t.{column} order by n desc, name
        """,
        chosen.parameters,
    )
