"""Which figures are reported: the series there are, every report of one, and where they differ.

A report's ``value`` is where its dot stands: the figure itself, the middle of a range, or the end
that the text gives where the other is open.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.aggregates.selection import Filter, filter_of
from analytics.aggregates.volume import Period
from analytics.conventions import UNITS_BY_CONVENTION, VAGUE, Convention
from analytics.model import Selection
from analytics.snapshot import Snapshot

VALUE = "coalesce((f.low + f.high) / 2, f.low, f.high)"
# Whether the words of a figure are a vague number: "dozens of tanks".
IS_VAGUE = f"coalesce(regexp_matches(lower(f.quote), '{VAGUE}'), false)"
# What counts as one report: every article's, each house's once a story, or the story's first.
REPORTS_BY_MEASURE = {
    "articles": "true",
    "publishers": "row_number() over (partition by f.story, f.family, f.series, f.low, f.high "
    "order by f.day, f.figure) = 1",
    "stories": "row_number() over (partition by f.story, f.series, f.low, f.high "
    "order by f.day, f.figure) = 1",
}
NEAR_DAYS = 7  # reports of one series this near in time speak of the same moment
TELLING = 3  # stories, or reports, from which a series shows a course
MOST_SERIES = 500  # listed of a selection
ABOUT = 0.1  # how far "about" reaches, as a share


@dataclass(frozen=True, slots=True)
class Series:
    """Figures that count the same thing, and how many reports of it a selection holds."""

    series: str
    kind: str
    unit: str | None  # the most frequent
    force: str | None
    place: str | None
    role: str | None
    aspect: str | None
    reports: int
    outlets: int
    stories: int = 0

    @property
    def of(self) -> str | None:
        """What a percentage is a share of, or null."""
        what = self.series.partition("|")[0].partition(":")[2]
        return what if self.kind == "percent" and what else None


def series_of(code: str) -> Series:
    """Read a series from its code, ``kind[:unit]|force|place|role|aspect``; no report is known."""
    head, *rest = (code.split("|") + [""] * 5)[:5]
    kind, _, unit = head.partition(":")
    force, place, role, aspect = (part or None for part in rest)
    known_unit = "percent" if kind == "percent" else unit or None
    return Series(code, kind or "other", known_unit, force, place, role, aspect, 0, 0)


def most_telling(known: Sequence[Series]) -> Series:
    """Choose the series to begin with: how many of whose forces are where, else where, else any.

    Among those alike the one with most stories is chosen; of whose forces are where
    three reports are enough, a series of another sort needs three stories to come first.
    """

    def rank(one: Series) -> tuple[bool, bool, bool, bool, int, int]:
        shows = one.stories >= TELLING
        home = one.force is not None and one.force == one.place
        people = one.kind == "personnel"
        stays = one.aspect == "level" and one.role in (None, "stationed", "deployed")
        abroad = one.force is not None and one.place is not None and not home
        return (
            people and stays and abroad and one.reports >= TELLING,
            people and stays and not home and shows,
            people and not home and shows,
            shows,
            one.stories,
            one.reports,
        )

    return max(known, key=rank)


def series(snapshot: Snapshot, selection: Selection) -> tuple[Series, ...]:
    """List the series that the selection reports on, most reports first; none, an empty tuple.

    No more than ``MOST_SERIES``.
    """
    chosen = chosen_figures(selection)
    rows = snapshot.rows(
        f"""
        select f.series::varchar, any_value(f.kind)::varchar, mode(f.unit)::varchar,
            any_value(f.force)::varchar, any_value(f.place)::varchar, any_value(f.role)::varchar,
            any_value(f.aspect)::varchar, count(*), count(distinct f.outlet),
            count(distinct f.story)
        from ({chosen.condition}) f where f.series is not null
        group by f.series order by count(*) desc, f.series limit {MOST_SERIES}
        """,
        chosen.parameters,
    )
    return tuple(Series(*row) for row in rows)


def reports(
    snapshot: Snapshot, selection: Selection, series: str, convention: Convention = "guidelines"
) -> pd.DataFrame:
    """List every report of a series in the selection; no report, no rows.

    Undated ones come first, then the oldest to the newest.

    Args:
        snapshot: what is asked.
        selection: what is chosen of it.
        series: the code of the series.
        convention: how vague numbers count.

    Returns:
        ``figure_id``, ``key`` (of its article), ``day`` (null where unknown), ``value``, ``low``,
        ``high`` (null = open), ``hedge``, ``quote``, ``outlet``, ``speaker`` (or null), ``story``,
        ``first``, ``title``, ``url``, ``sentence``, ``quote_at`` (of the quote within the
        sentence), ``vague`` (its number is) and ``disputed``: another report within seven days
        cannot be true together with this one.
    """
    chosen = chosen_figures(selection, convention)
    return snapshot.query(
        f"""
        with r as (
            select f.*, {VALUE} as value, {IS_VAGUE} as vague,
                coalesce(f.low, '-infinity'::double) * (case when f.hedge = 'about' then
                    1 - {ABOUT} else 1 end) as least,
                coalesce(f.high, 'infinity'::double) * (case when f.hedge = 'about' then
                    1 + {ABOUT} else 1 end) as most
            from ({chosen.condition}) f where f.series::varchar = $series
        )
        select r.figure_id, left(md5(a.article_id), 12) as key, r.day, r.value, r.low, r.high,
            r.hedge::varchar as hedge, r.quote, r.outlet::varchar as outlet,
            r.speaker::varchar as speaker, r.story, r.first, a.title, a.url,
            r.sentence, r.start - r.sentence_start as quote_at, r.vague,
            exists (
                select 1 from r other
                where other.day between r.day - {NEAR_DAYS} and r.day + {NEAR_DAYS}
                    and (other.most < r.least or other.least > r.most)
            ) as disputed
        from r join articles a using (article) order by r.day nulls first, r.figure
        """,
        {**chosen.parameters, "series": series},
    )


def by_period(
    snapshot: Snapshot,
    selection: Selection,
    series: str,
    period: Period,
    convention: Convention = "guidelines",
) -> pd.DataFrame:
    """Sum up a series in each period, vague numbers by a convention.

    Returns:
        ``period`` (its first day), ``least``, ``median`` and ``most`` of the reported values,
        ``reports``, ``outlets``; in order; periods without a report have no row.
    """
    chosen = chosen_figures(selection, convention)
    return snapshot.query(
        f"""
        select date_trunc('{period}', f.day)::date as period,
            min(coalesce(f.low, f.high)) as least, median({VALUE}) as median,
            max(coalesce(f.high, f.low)) as most, count(*) as reports,
            count(distinct f.outlet) as outlets
        from ({chosen.condition}) f
        where f.series::varchar = $series and f.day is not null
        group by period order by period
        """,
        {**chosen.parameters, "series": series},
    )


def by_kind(snapshot: Snapshot, selection: Selection) -> pd.DataFrame:
    """Count the selection's figures of each kind: ``kind``, ``n``, largest first."""
    chosen = chosen_figures(selection)
    return snapshot.query(
        f"select f.kind::varchar as kind, count(*) as n from ({chosen.condition}) f "
        "group by f.kind order by n desc, kind",
        chosen.parameters,
    )


def rows_to_export(
    snapshot: Snapshot, selection: Selection, convention: Convention = "guidelines"
) -> pd.DataFrame:
    """Return every figure of the selection with its sentence, for a file; none, no rows."""
    chosen = chosen_figures(selection, convention)
    return snapshot.query(
        f"""
        select f.figure_id, a.article_id, f.day, f.outlet::varchar as source,
            f.wire::varchar as wire, f.quote, f.low, f.high, f.hedge::varchar as hedge,
            f.kind::varchar as kind, f.unit::varchar as unit, f."of", f.force::varchar as force,
            f.place::varchar as place, f.role::varchar as role, f.change::varchar as change,
            f.aspect::varchar as aspect, f.speaker::varchar as speaker,
            f.modality::varchar as modality, f.as_of, f.series::varchar as series, f.first,
            f.start, f."end", f.sentence, a.title, a.url
        from ({chosen.condition}) f join articles a using (article)
        order by f.day desc nulls last, f.article, f.start
        """,
        chosen.parameters,
    )


def chosen_figures(selection: Selection, convention: Convention = "guidelines") -> Filter:
    """Return the figures of a selection's articles, of its kinds and by its measure: a subquery.

    What is stored follows the guidelines; by another convention ``low`` of a vague number is what
    ``conventions.least`` makes of it.
    """
    chosen = filter_of(selection)
    parameters = dict(chosen.parameters)
    kinds = ""
    if selection.kinds:
        kinds = "where list_contains($kinds, f.kind::varchar)"
    once = REPORTS_BY_MEASURE[selection.measure]
    kept = "" if once == "true" else f"qualify {once}"
    sql = f"select {_columns(convention)} from figures f {chosen.only('f')} {kinds} {kept}"
    return Filter(sql, parameters)


def _columns(convention: Convention) -> str:
    if convention == "guidelines":
        return "f.*"
    share = UNITS_BY_CONVENTION[convention] / UNITS_BY_CONVENTION["guidelines"]
    return f"f.* replace (case when {IS_VAGUE} then f.low * {share} else f.low end as low)"
