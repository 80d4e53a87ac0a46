"""Coverage over time, as stacked bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analytics.aggregates import words
from analytics.aggregates.volume import DAYS_BY_PERIOD, NO_TOPIC, OTHER, Period, period_end
from analytics.charts.chart import COLOURS, Chart, Pick, Table, axis, safe

FEW = 4  # bars, under which an axis is given more room than they need
SHORT = pd.Timedelta(days=14)  # the least that it then spans
# Plotly's xperiod: a bar stands over the whole of its period.
XPERIOD: dict[Period, object] = {
    "day": 86_400_000,
    "week": 604_800_000,
    "month": "M1",
    "quarter": "M3",
    "year": "M12",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a chart is about, in words for its title, note and axes."""

    chosen: str  # the selection
    measure: str
    n: int  # of the whole selection

    @property
    def counted(self) -> str:
        """The whole selection, counted: "1,234 articles"."""
        return words.counted(self.n, self.measure)

    @property
    def noun(self) -> str:
        """What is counted: "articles"."""
        return words.MEASURES[self.measure]


def over_time(
    rows: pd.DataFrame,
    split: str,
    period: Period,
    share: bool,
    usual: Sequence[str],
    shown: Shown,
    undated: int,
) -> Chart:
    """Draw ``volume.over_time``: a bar a period, stacked by main topic or by source.

    Args:
        rows: what ``volume.over_time`` returns.
        split: "topic" or "source".
        period: what a bar covers.
        share: each bar as 100 % instead of a count.
        usual: names in their usual order, so that a name keeps its colour from view to view.
        shown: what the chart is about.
        undated: how many articles have no day, and so are not drawn.
    """
    bars = _bars(rows)
    colour_by_name = colours(list(bars), usual)
    totals = _totals(bars)
    pick_by_day = {day: _pick(None, day, period) for day in totals}
    traces = []
    for name, part in bars.items():
        said = said_name(name, split)
        form = "%{y:.1f} % · %{text}" if share else "%{y:,}"
        one: Pick | None = None if name in (OTHER, NO_TOPIC) else {split: [name]}
        traces.append(
            {
                "type": "bar",
                "name": safe(said),
                "x": [day.isoformat() for day in part],
                "y": [round(n / totals[day] * 100, 3) if share else n for day, n in part.items()],
                "text": [f"{n:,}" for n in part.values()] if share else None,
                "textposition": "none",
                "xperiod": XPERIOD[period],
                "xperiodalignment": "middle",
                "marker": {"color": colour_by_name[name], "line": {"width": 0}},
                "customdata": [pick_by_day[day] | (one or {}) for day in part],
                "hovertemplate": f"<b>{safe(said)}</b><br>%{{x|{_HOVER[period]}}}: {form}"
                "<extra></extra>",
                "meta": {"legend": said, "pick": one},
            }
        )
    noun = "Share of coverage" if share else f"{shown.noun.capitalize()}"
    note = [f"{shown.chosen} · {shown.counted}"]
    if split == "topic":
        note.append("each under its main topic")
    if undated:
        note.append(f"{undated:,} without a date not drawn")
    title = f"{noun} a {period} by {split}"
    return Chart(
        name="coverage-over-time",
        title=title,
        note=" · ".join(note),
        alt=_alt(bars, title, split),
        traces=traces,
        layout={
            "barmode": "stack",
            "bargap": 0.12,
            "xaxis": axis(
                type="date", showgrid=False, **room([pd.Timestamp(day) for day in totals], period)
            ),
            "yaxis": axis(
                "% of each bar" if share else shown.noun, rangemode="tozero", fixedrange=True
            ),
        },
        table=_table(bars, split, period),
        height=320,
        brush="x",
    )


_HOVER: dict[Period, str] = {
    "day": "%-d %b %Y",
    "week": "week of %-d %b %Y",
    "month": "%b %Y",
    "quarter": "quarter from %b %Y",
    "year": "%Y",
}


def room(starts: Sequence[pd.Timestamp], period: Period) -> dict[str, Any]:
    """Return the range of an axis that few bars stand on: one alone would fill it, in hours."""
    if not starts or len(starts) >= FEW:
        return {}
    first, last = min(starts), max(starts)
    length = pd.Timedelta(days=DAYS_BY_PERIOD[period])
    least = max(FEW * length, SHORT)
    around = max((least - (last - first)) / 2, length)
    return {"range": [(first - around).date().isoformat(), (last + around).date().isoformat()]}


def colours(names: Sequence[str], usual: Sequence[str]) -> dict[str, str]:
    """Give each name a categorical colour: its usual one, else one that is free; the rest grey."""
    by_name = {
        name: f"@{place}"
        for place, name in enumerate(usual[: COLOURS - 1], start=1)
        if name in names
    }
    free = [f"@{place}" for place in range(1, COLOURS) if f"@{place}" not in by_name.values()]
    for name in names:
        if name in (OTHER, NO_TOPIC):
            by_name[name] = f"@{COLOURS}"
        elif name not in by_name:
            by_name[name] = free.pop(0) if free else f"@{COLOURS}"
    return by_name


def said_name(name: str, split: str) -> str:
    """Say a topic in words; a source is its own word."""
    if name in (OTHER, NO_TOPIC):
        return {OTHER: "Other", NO_TOPIC: "No topic found"}[name]
    return words.topic(name) if split == "topic" else name


def _pick(one: Pick | None, day: date, period: Period) -> Pick:
    span = {"from": [day.isoformat()], "to": [period_end(day, period).isoformat()]}
    return {**span, **(one or {})}


def _bars(rows: pd.DataFrame) -> dict[str, dict[date, int]]:
    """Return the bars of each name, by their first day; plain values, far quicker to go through."""
    bars: dict[str, dict[date, int]] = {}
    days = pd.to_datetime(rows["period"]).dt.date
    for name, day, n in zip(rows["name"].tolist(), days, rows["n"].tolist(), strict=True):
        bars.setdefault(name, {})[day] = n
    return bars


def _totals(bars: dict[str, dict[date, int]]) -> dict[date, int]:
    days = sorted({day for part in bars.values() for day in part})
    return {day: sum(part.get(day, 0) for part in bars.values()) for day in days}


def _table(bars: dict[str, dict[date, int]], split: str, period: Period) -> Table:
    days = list(_totals(bars))
    lines = tuple((day.isoformat(), *(part.get(day, 0) for part in bars.values())) for day in days)
    picks = tuple(_pick(None, day, period) for day in days)
    return Table((f"{period} from", *(said_name(name, split) for name in bars)), lines, picks)


def _alt(bars: dict[str, dict[date, int]], title: str, split: str) -> str:
    if not bars:
        return f"{title}: nothing to draw."
    totals = _totals(bars)
    top = max(bars, key=lambda name: sum(bars[name].values()))
    peak = max(totals, key=lambda day: totals[day])
    return (
        f"{title}, from {min(totals):%B %Y} to {max(totals):%B %Y}. "
        f"Highest in {peak:%B %Y} with {totals[peak]:,}. "
        f"Most under {said_name(top, split)}. The table has every number."
    )
