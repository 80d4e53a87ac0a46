"""What is reported of one series: a report is a dot, its range a line, its hedge the form."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pandas as pd

from analytics.aggregates import words
from analytics.aggregates.volume import OTHER, Period, period_end
from analytics.baselines import Baseline
from analytics.charts.chart import COLOURS, Chart, Table, axis, plain, safe
from analytics.charts.volume import Shown, colours

# Plotly's mark, and the same in chart.css, for each hedge.
SYMBOLS = {
    "exact": "circle",
    "about": "circle-open",
    "at_least": "triangle-up",
    "at_most": "triangle-down",
    "range": "diamond",
}
FORMS = {
    "exact": "circle",
    "about": "ring",
    "at_least": "up",
    "at_most": "down",
    "range": "diamond",
}
UNNAMED = "nobody named"
SHORT = pd.Timedelta(days=40)  # the least that a time axis spans
WIDE = 60.0  # largest over smallest value from which an axis is logarithmic


def series(
    reports: pd.DataFrame,
    periods: pd.DataFrame,
    period: Period,
    colour: str,
    usual: Sequence[str],
    baseline: Baseline | None,
    chosen: str | None,
    shown: Shown,
    name: str,
    unit: str | None,
) -> Chart:
    """Draw ``figures.reports`` over ``figures.by_period``.

    Args:
        reports: every report, dated or not; those without a day are only in the table.
        periods: least, median and most a period.
        period: how long these are.
        colour: "source" or "speaker".
        usual: sources in their usual order, for steady colours.
        baseline: the official figures for the same thing, or null.
        chosen: the id of the figure that is open, or null.
        shown: what the chart is about; ``n`` counts reports.
        name: what the series counts, in words.
        unit: its unit, for the axis.
    """
    dated = reports[reports["day"].notna()]
    traces = [*_band(periods, period), *_ranges(dated)]
    traces += _dots(dated, colour, usual, unit)
    official = _near(baseline, dated)
    if baseline is not None and len(official):
        traces.append(_official(baseline, official))
    traces += _open(dated, chosen)
    traces += _key(dated)
    undated = len(reports) - len(dated)
    disputed = int(reports["disputed"].sum())
    note = [f"{shown.chosen} · {len(reports):,} {'report' if len(reports) == 1 else 'reports'}"]
    if disputed:
        note.append(f"{disputed:,} differ from another within 7 days")
    if undated:
        note.append(f"{undated:,} without a date only in the table")
    wide = _is_wide(dated)
    return Chart(
        name="reported-figures",
        title=f"{name}: as reported",
        note=" · ".join(note),
        alt=_alt(dated, name, unit),
        traces=traces,
        layout={
            "xaxis": axis(type="date", showgrid=False, **_days(dated, official)),
            "yaxis": axis(
                f"{safe(unit or 'number')}{' (each step tenfold)' if wide else ''}",
                type="log" if wide else "linear",
                **({"dtick": 1} if wide else {}),
                exponentformat="B",
                separatethousands=True,
                rangemode="normal" if wide or _differ(dated) else "tozero",
            ),
            "hoverdistance": 12,
        },
        table=_table(reports, unit),
        height=440,
        brush="x",
    )


def _band(periods: pd.DataFrame, period: Period) -> list[dict[str, Any]]:
    """Least to most as a block a period, the median as a line across it.

    A period with a single report has neither: its dot says all there is.
    """
    periods = periods[periods["reports"] > 1]
    if periods.empty:
        return []
    starts = [start.date() for start in periods["period"]]
    spans = [
        (start.isoformat(), (period_end(start, period) + timedelta(days=1)).isoformat())
        for start in starts
    ]
    ends = list(zip(plain(periods["least"]), plain(periods["most"]), strict=True))
    said = [
        f"median {words.number(middle)}<br>{int(n):,} reports"
        for middle, n in zip(periods["median"], periods["reports"], strict=True)
    ]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [x for start, end in spans for x in (start, start, end, end, start, None)],
            "y": [y for low, high in ends for y in (low, high, high, low, low, None)],
            "line": {"width": 0, "color": "@muted"},
            "fill": "toself",
            "fillcolor": "@grid",
            "hoverinfo": "skip",
            "meta": {"legend": f"Least to most a {period}", "form": "band", "colour": "@muted"},
        },
        {
            "type": "scatter",
            "mode": "lines",
            "x": [x for start, end in spans for x in (start, end, None)],
            "y": [y for middle in plain(periods["median"]) for y in (middle, middle, None)],
            "line": {"width": 1.6, "color": "@muted"},
            "connectgaps": False,
            "hoverinfo": "text",
            "hovertext": [text for one in said for text in (one, one, "")],
            "meta": {"legend": f"Median a {period}", "form": "line", "colour": "@muted"},
        },
    ]


def _ranges(dated: pd.DataFrame) -> list[dict[str, Any]]:
    """One line trace for all ranges: far quicker than error bars."""
    wide = dated[dated["low"].notna() & dated["high"].notna() & (dated["low"] != dated["high"])]
    if wide.empty:
        return []
    days = plain(wide["day"])
    return [
        {
            "type": "scattergl",
            "mode": "lines",
            "x": [x for day in days for x in (day, day, None)],
            "y": [
                y
                for low, high in zip(wide["low"], wide["high"], strict=True)
                for y in (low, high, None)
            ],
            "line": {"width": 1.5, "color": "@muted"},
            "hoverinfo": "skip",
        }
    ]


def _dots(
    dated: pd.DataFrame, colour: str, usual: Sequence[str], unit: str | None
) -> list[dict[str, Any]]:
    column = "outlet" if colour == "source" else "speaker"
    by = dated[column].astype(object).where(dated[column].notna(), UNNAMED)
    sizes = by.value_counts()
    top = [name for name in sizes.index if name != UNNAMED][: COLOURS - 1]
    colour_by_name = colours(top, [name for name in usual if name in top])
    group = by.where(by.isin(top), OTHER)
    traces = []
    for name in (*top, OTHER):
        part = dated[group == name]
        if part.empty:
            continue
        said = name
        if name == OTHER:
            said = "Other sources" if colour == "source" else "Others, or nobody named"
        traces.append(
            {
                "type": "scattergl",
                "mode": "markers",
                "name": safe(said),
                "x": plain(part["day"]),
                "y": plain(part["value"]),
                "marker": {
                    "symbol": [SYMBOLS.get(hedge, "circle") for hedge in part["hedge"]],
                    "color": colour_by_name.get(name, f"@{COLOURS}"),
                    "size": 8,
                    "opacity": 0.8,
                    "line": {"width": 1.2, "color": colour_by_name.get(name, f"@{COLOURS}")},
                },
                "customdata": [{"figure": [figure]} for figure in part["figure_id"]],
                "text": [_hover(row, unit) for row in part.itertuples(index=False)],
                "hovertemplate": "%{text}<extra></extra>",
                "meta": {
                    "legend": said,
                    "form": "circle",
                    "pick": {"source": [name]} if colour == "source" and name != OTHER else None,
                },
            }
        )
    return traces


def _hover(row: Any, unit: str | None) -> str:
    said = words.figure(row.low, row.high, row.hedge, unit)
    day, outlet = row.day, row.outlet
    speaker = row.speaker
    lines = [f"<b>{safe(said)}</b>", f"{day:%-d %b %Y} · {safe(outlet)}"]
    if isinstance(speaker, str):
        lines.append(f"says {safe(speaker)}")
    if row.disputed:
        lines.append("<i>differs from another report within 7 days</i>")
    return "<br>".join(lines)


def _near(baseline: Baseline | None, dated: pd.DataFrame) -> pd.DataFrame:
    """The official figures of a year around the reports, not the whole history."""
    if baseline is None:
        return pd.DataFrame()
    days = dated["day"]
    return baseline.near(*((days.min(), days.max()) if len(days) else (None, None)))


def _official(baseline: Baseline, rows: pd.DataFrame) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": plain(rows["day"]),
        "y": plain(rows["value"]),
        "line": {"width": 2, "dash": "dash", "color": "@text"},
        "marker": {"size": 4, "color": "@text"},
        "hovertemplate": f"<b>%{{y:,}}</b> {safe(baseline.name)}<br>%{{x|%b %Y}}<extra></extra>",
        "meta": {"legend": baseline.name, "form": "dash", "colour": "@text"},
    }


def _open(dated: pd.DataFrame, chosen: str | None) -> list[dict[str, Any]]:
    one = dated[dated["figure_id"] == chosen]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": plain(one["day"]),
            "y": plain(one["value"]),
            "marker": {
                "symbol": "circle-open",
                "size": 18,
                "color": "@accent",
                "line": {"width": 2.5, "color": "@accent"},
            },
            "hoverinfo": "skip",
        }
    ]


def _key(dated: pd.DataFrame) -> list[dict[str, Any]]:
    """The forms of the marks that are there, for the legend."""
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [None],
            "y": [None],
            "marker": {"symbol": SYMBOLS[hedge], "color": "@muted", "size": 8},
            "meta": {"legend": words.HEDGES[hedge], "form": FORMS[hedge], "colour": "@muted"},
        }
        for hedge in SYMBOLS
        if (dated["hedge"] == hedge).any()
    ]


def _days(dated: pd.DataFrame, official: pd.DataFrame) -> dict[str, Any]:
    """At least some weeks on the axis: reports of one day would stretch over hours."""
    if dated.empty or len(official):
        return {}
    first, last = dated["day"].min(), dated["day"].max()
    if last - first > SHORT:
        return {}
    around = (SHORT - (last - first)) / 2
    return {"range": [(first - around).date().isoformat(), (last + around).date().isoformat()]}


def _differ(dated: pd.DataFrame) -> bool:
    """Values that are all but the same are drawn from zero, not with their noise enlarged."""
    values = dated["value"].dropna()
    return bool(len(values) and values.max() - values.min() > 0.05 * abs(values.max()))


def _is_wide(dated: pd.DataFrame) -> bool:
    positive = dated.loc[dated["value"] > 0, "value"]
    if positive.empty or (dated["value"] <= 0).any():
        return False
    return bool(positive.quantile(0.99) / positive.quantile(0.01) > WIDE)


def _alt(dated: pd.DataFrame, name: str, unit: str | None) -> str:
    if dated.empty:
        return f"{name}: no dated report."
    middle = words.number(float(dated["value"].median()))
    low, high = words.number(float(dated["value"].min())), words.number(float(dated["value"].max()))
    return (
        f"{name}: {len(dated):,} reports from {dated['day'].min():%B %Y} to "
        f"{dated['day'].max():%B %Y}, from {low} to {high}, median {middle} {unit or ''}. "
        "The table has every report."
    )


def _table(reports: pd.DataFrame, unit: str | None) -> Table:
    newest = reports.iloc[::-1]
    rows: Any = newest.itertuples(index=False)
    lines = tuple(
        (
            row.day.date().isoformat() if row.day == row.day else None,
            words.figure(row.low, row.high, row.hedge, unit),
            None if row.low != row.low else row.low,
            None if row.high != row.high else row.high,
            row.hedge,
            row.outlet,
            row.speaker if isinstance(row.speaker, str) else None,
            "yes" if row.disputed else "",
        )
        for row in rows
    )
    columns = ("day", "reported", "low", "high", "hedge", "source", "who says so", "differs")
    return Table(columns, lines, tuple({"figure": [one]} for one in newest["figure_id"]))
