"""How much was published, and when."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import pandas as pd

from analytics.aggregates.selection import counted, filter_of
from analytics.model import Selection
from analytics.snapshot import Snapshot

Period = Literal["day", "week", "month", "quarter", "year"]
By = Literal["topic", "outlet"]
DAYS_BY_PERIOD: dict[Period, int] = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
BARS = 64  # more than these on one axis cannot be told apart
OTHER = "other"
NO_TOPIC = "no topic"


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a selection holds."""

    articles: int
    outlets: int
    publishers: int
    stories: int
    figures: int
    undated: int  # articles without a day: in every count, on no time axis
    first_day: date | None
    last_day: date | None

    def of(self, measure: str) -> int:
        """The count that a measure names."""
        return {
            "articles": self.articles,
            "publishers": self.publishers,
            "stories": self.stories,
        }[measure]


def totals(snapshot: Snapshot, selection: Selection) -> Totals:
    """Count what the selection holds; nothing chosen gives zeros and no days."""
    chosen = filter_of(selection)
    row = snapshot.rows(
        f"""
        select count(*), count(distinct a.outlet), count(distinct a.family),
            count(distinct a.story), coalesce(sum(a.figures), 0)::bigint,
            count(*) filter (a.day is null), min(a.day), max(a.day)
        from articles a {chosen.where}
        """,
        chosen.parameters,
    )[0]
    return Totals(*row)


def change(snapshot: Snapshot, selection: Selection, days: int = 28) -> tuple[int, int]:
    """Count articles of the selection's last ``days`` days, and of as many days before them.

    Returns:
        ``(last, before)``; zeros where no article has a day.
    """
    chosen = filter_of(selection)
    parameters = {**chosen.parameters, "days": days}
    row = snapshot.rows(
        f"""
        with c as (select a.* from articles a {chosen.where}), e as (select max(day) as d from c)
        select {counted(selection, "c")} filter (c.day > e.d - $days::integer),
            {counted(selection, "c")} filter (
                c.day <= e.d - $days::integer and c.day > e.d - 2 * $days::integer)
        from c, e
        """,
        parameters,
    )[0]
    return int(row[0]), int(row[1])


def period_for(first: date | None, last: date | None) -> Period:
    """Choose the finest period that gives at most ``BARS`` bars between two days."""
    if first is None or last is None:
        return "month"
    days = (last - first).days + 1
    for period, length in DAYS_BY_PERIOD.items():
        if days / length <= BARS:
            return period
    return "year"


def period_end(start: date, period: Period) -> date:
    """Return the last day of the period that starts on ``start``."""
    if period == "day":
        return start
    if period == "week":
        return start + timedelta(days=6)
    months = {"month": 1, "quarter": 3, "year": 12}[period]
    later = start.month - 1 + months
    return date(start.year + later // 12, later % 12 + 1, 1) - timedelta(days=1)


def over_time(
    snapshot: Snapshot, selection: Selection, by: By, period: Period, shown: int = 7
) -> pd.DataFrame:
    """Count the selection in each period, split by main topic or by source.

    An article counts once, under its most central topic. The ``shown`` largest names stand alone
    and the rest is ``other``.

    Returns:
        One row a period and name that has any: ``period`` (its first day), ``name``, ``n``; names
        by size, periods in order. Articles without a day are left out. Nothing chosen, no rows.
    """
    chosen = filter_of(selection)
    name = {"topic": f"coalesce(a.topics[1], '{NO_TOPIC}')", "outlet": "a.outlet::varchar"}[by]
    return snapshot.query(
        f"""
        with dated as (
            select date_trunc('{period}', a.day)::date as period, {name} as name,
                a.article, a.family, a.story
            from articles a {chosen.where} {"and" if chosen.condition else "where"}
            a.day is not null
        ), sizes as (
            select name, count(*) as size,
                row_number() over (order by (name = '{NO_TOPIC}'), count(*) desc, name) as place
            from dated group by name
        ), named as (
            select d.*, case when s.place <= $shown then d.name else '{OTHER}' end as shown,
                case when s.place <= $shown then s.place else $shown + 1 end as place
            from dated d join sizes s using (name)
        )
        select period, shown as name, {counted(selection, "n")} as n
        from named n group by period, shown, place order by place, period
        """,
        {**chosen.parameters, "shown": shown},
    )
