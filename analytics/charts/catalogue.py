"""Every chart of the pages by its name: what it asks of the coverage, and how it is drawn.

The pages, the embedded chart and the report all take their charts from here, so the same view
gives the same chart in each. A chart is null where the selection holds nothing to draw.
"""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from analytics import links
from analytics.aggregates import compare as compared
from analytics.aggregates import figures as figures_table
from analytics.aggregates import holdings, places, volume, words
from analytics.aggregates import publishers as publishers_table
from analytics.aggregates import sources as sources_table
from analytics.aggregates import topics as topics_table
from analytics.aggregates.coverage import Coverage, options
from analytics.baselines import baseline_for
from analytics.charts import bars, matrix, publishers
from analytics.charts import compare as comparison
from analytics.charts import figures as figures_chart
from analytics.charts import holdings as holdings_chart
from analytics.charts import places as maps
from analytics.charts import volume as time
from analytics.charts.chart import Chart
from analytics.charts.volume import Shown
from analytics.links import ChartName, View
from analytics.model import Selection

Draw = Callable[[Coverage, View], Chart | None]


def by_time(coverage: Coverage, view: View) -> Chart | None:
    """Draw coverage over time, split by main topic or by source."""
    shown = _shown(coverage, view.selection)
    if shown is None:
        return None
    totals = coverage.ask(volume.totals, view.selection)
    known = coverage.ask(options)
    period = volume.period_for(totals.first_day, totals.last_day)
    by: volume.By = "topic" if view.split == "topic" else "outlet"
    rows = coverage.ask(volume.over_time, view.selection, by, period)
    usual = known.topics if by == "topic" else known.outlets
    share = view.scale == "share"
    return time.over_time(rows, view.split, period, share, usual, shown, totals.undated)


def by_topic(coverage: Coverage, view: View) -> Chart | None:
    """Draw the selection under each topic."""
    shown = _shown(coverage, view.selection)
    rows = coverage.ask(topics_table.by_topic, view.selection)
    return None if shown is None else bars.ranked(rows, "topic", shown, len(rows))


def by_source(coverage: Coverage, view: View) -> Chart | None:
    """Draw the selection at each source."""
    shown = _shown(coverage, view.selection)
    rows = coverage.ask(sources_table.by_outlet, view.selection)
    usual = len(coverage.ask(options).outlets)
    return None if shown is None else bars.ranked(rows, "source", shown, usual)


def by_topic_and_source(coverage: Coverage, view: View) -> Chart | None:
    """Draw how each of the largest sources spreads what it writes."""
    shown = _shown(coverage, view.selection)
    rows = coverage.ask(topics_table.topic_by_outlet, view.selection)
    return None if shown is None else matrix.topic_by_outlet(rows, shown)


def by_country(coverage: Coverage, view: View) -> Chart | None:
    """Draw the countries written about, as a map."""
    shown = _shown(coverage, view.selection)
    rows = coverage.ask(places.by_country, view.selection)
    return None if shown is None else maps.world(rows, shown)


def series_chosen(coverage: Coverage, view: View) -> figures_table.Series | None:
    """Return the series of a view, else the one that the page begins with; none, null."""
    known = coverage.ask(figures_table.series, view.selection)
    if view.series:
        held = {one.series: one for one in known}
        return held.get(view.series) or figures_table.series_of(view.series)
    return figures_table.most_telling(known) if known else None


def reports_of(coverage: Coverage, view: View) -> pd.DataFrame | None:
    """Return every report of the view's series in its selection; no series, null."""
    one = series_chosen(coverage, view)
    if one is None:
        return None
    return coverage.ask(figures_table.reports, view.selection, one.series, view.convention)


def of_series(coverage: Coverage, view: View) -> Chart | None:
    """Draw what is reported of one series."""
    one, reports = series_chosen(coverage, view), reports_of(coverage, view)
    if one is None or reports is None or reports.empty:
        return None
    days = reports["day"].dropna()
    first, last = (days.min().date(), days.max().date()) if len(days) else (None, None)
    period = volume.period_for(first, last)
    return figures_chart.series(
        reports,
        coverage.ask(figures_table.by_period, view.selection, one.series, period, view.convention),
        period,
        view.colour,
        coverage.ask(options).outlets if view.colour == "source" else (),
        baseline_for(one.kind, one.force, one.place, one.role, one.aspect),
        view.figure,
        Shown(words.chosen(view.selection), view.selection.measure, len(reports)),
        words.series(one),
        words.unit(one),
    )


def source_chosen(coverage: Coverage, view: View) -> str | None:
    """Return the source that a view looks at, else the largest of its selection; none, null."""
    outlets = list(coverage.ask(sources_table.profiles, view.selection)["outlet"])
    if view.outlet in outlets:
        return view.outlet
    return outlets[0] if outlets else None


def source_by_time(coverage: Coverage, view: View) -> Chart | None:
    """Draw one source's coverage over time, by main topic."""
    outlet = source_chosen(coverage, view)
    if outlet is None:
        return None
    own = replace(view.selection, outlets=(outlet,))
    return by_time(coverage, replace(view, selection=own, split="topic", scale="count"))


def source_topics(coverage: Coverage, view: View) -> Chart | None:
    """Draw one source's topics against all sources'."""
    outlet = source_chosen(coverage, view)
    if outlet is None:
        return None
    rows = coverage.ask(sources_table.topic_mix, view.selection, outlet)
    return bars.mix(rows, outlet, words.chosen(view.selection))


def who_is_first(coverage: Coverage, view: View) -> Chart | None:
    """Draw which publishers tell shared stories first, and which follow."""
    rows = coverage.ask(publishers_table.first_and_followers, view.selection)
    chosen = words.chosen(view.selection)
    return publishers.first_and_followers(rows, chosen) if len(rows) else None


def other_side(view: View) -> Selection:
    """Return the selection that a view compares with; it counts what the first one counts."""
    return replace(links.second_selection(view), measure=view.selection.measure)


def comparable(coverage: Coverage, view: View) -> bool:
    """Tell whether the two selections of a view differ, and each holds something."""
    sides = (view.selection, other_side(view))
    return sides[0] != sides[1] and all(coverage.ask(volume.totals, s).articles for s in sides)


def compared_by_time(coverage: Coverage, view: View) -> Chart | None:
    """Draw two selections over time."""
    if not comparable(coverage, view):
        return None
    first, second = view.selection, other_side(view)
    totals = [coverage.ask(volume.totals, one) for one in (first, second)]
    sizes = (totals[0].of(first.measure), totals[1].of(first.measure))
    days = [day for one in totals for day in (one.first_day, one.last_day) if day]
    period = volume.period_for(min(days, default=None), max(days, default=None))
    rows = coverage.ask(compared.over_time, first, second, period)
    noun = words.MEASURES[first.measure]
    return comparison.over_time(rows, period, _names(view), sizes, noun)


def compared_by_topic(coverage: Coverage, view: View) -> Chart | None:
    """Draw the topics whose shares differ most between two selections."""
    if not comparable(coverage, view):
        return None
    rows = coverage.ask(compared.by_topic, view.selection, other_side(view))
    return comparison.differences(rows, "topic", _names(view))


def compared_by_source(coverage: Coverage, view: View) -> Chart | None:
    """Draw the sources whose shares differ most between two selections."""
    if not comparable(coverage, view):
        return None
    rows = coverage.ask(compared.by_outlet, view.selection, other_side(view))
    return comparison.differences(rows, "source", _names(view))


def held_by_month(coverage: Coverage, view: View) -> Chart | None:
    """Draw what the whole snapshot holds month by month, whatever is chosen."""
    rows = coverage.ask(holdings.months)
    return holdings_chart.months(rows) if len(rows) else None


# By the page each stands on: the charts by their names in a link, in the page's order.
CHARTS_BY_PAGE: dict[str, dict[ChartName, Draw]] = {
    "overview": {
        "volume": by_time,
        "topics": by_topic,
        "sources": by_source,
        "topic-by-source": by_topic_and_source,
        "countries": by_country,
    },
    "figures": {"series": of_series},
    "sources": {
        "source-volume": source_by_time,
        "source-topics": source_topics,
        "who-is-first": who_is_first,
    },
    "articles": {"volume": by_time},
    "compare": {
        "compare": compared_by_time,
        "compare-topics": compared_by_topic,
        "compare-sources": compared_by_source,
    },
    "data": {"months": held_by_month},
}
CHARTS: dict[ChartName, Draw] = {
    name: draw for charts in CHARTS_BY_PAGE.values() for name, draw in charts.items()
}


def _shown(coverage: Coverage, selection: Selection) -> Shown | None:
    n = coverage.ask(volume.totals, selection).of(selection.measure)
    return Shown(words.chosen(selection), selection.measure, n) if n else None


def _names(view: View) -> tuple[str, str]:
    return words.chosen(view.selection), words.chosen(other_side(view))
