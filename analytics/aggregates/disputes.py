"""Where reports differ: series in which reports near in time cannot all be true."""

from dataclasses import dataclass

from analytics.aggregates.figures import ABOUT, NEAR_DAYS, Series, chosen_figures
from analytics.conventions import Convention
from analytics.model import Selection
from analytics.snapshot import Snapshot

# Counts of one lasting thing. Reports of what is new, added or a day's differ by their events.
_LASTING = "f.aspect in ('level', 'cumulative', 'capacity')"
_COUNTED = "f.kind in ('personnel', 'casualties', 'money', 'weapons_platforms', 'munitions')"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A series, how many of its reports another contradicts, and what these reach from and to."""

    series: Series
    differ: int
    least: float
    most: float


def disputes(
    snapshot: Snapshot,
    selection: Selection,
    limit: int = 6,
    convention: Convention = "guidelines",
) -> tuple[Dispute, ...]:
    """List the series of the selection whose reports differ, those by most sources first.

    Only what lasts, somewhere and in some role, is compared: forces, losses so far, money, arms.
    Two reports differ where they lie within seven days of each other and no number is in both:
    open ends are open, and "about" reaches a tenth to either side; vague numbers count by the
    convention. None differ, an empty tuple.
    """
    chosen = chosen_figures(selection, convention)
    rows = snapshot.rows(
        f"""
        with r as (
            select f.series, f.kind, f.unit, f.force, f.place, f.role, f.aspect, f.outlet,
                f.story, f.day, f.low, f.high,
                coalesce(f.low, '-infinity'::double)
                    * (case when f.hedge = 'about' then 1 - {ABOUT} else 1 end) as least,
                coalesce(f.high, 'infinity'::double)
                    * (case when f.hedge = 'about' then 1 + {ABOUT} else 1 end) as most
            from ({chosen.condition}) f where f.series is not null and f.day is not null
                and f.place is not null and f.role is not null and {_LASTING} and {_COUNTED}
        ), held as (
            select *, max(least) over near > most or min(most) over near < least as differs
            from r window near as (
                partition by series order by day
                range between interval {NEAR_DAYS} days preceding
                    and interval {NEAR_DAYS} days following)
        )
        select series::varchar, any_value(kind)::varchar, mode(unit)::varchar,
            any_value(force)::varchar, any_value(place)::varchar, any_value(role)::varchar,
            any_value(aspect)::varchar, count(*), count(distinct outlet), count(distinct story),
            count(*) filter (differs) as differ,
            min(coalesce(low, high)) filter (differs), max(coalesce(high, low)) filter (differs)
        from held group by series having differ > 0
            and count(distinct outlet) filter (differs) > 1
        order by count(distinct outlet) filter (differs) desc, differ desc, series limit $limit
        """,
        {**chosen.parameters, "limit": limit},
    )
    return tuple(Dispute(Series(*row[:10]), int(row[10]), row[11], row[12]) for row in rows)
