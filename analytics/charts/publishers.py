"""Who tells a story first: publishers as bars of what they began and what they followed."""

import math
from collections.abc import Iterable
from typing import Any

import pandas as pd

from analytics.charts.chart import Chart, Table, axis, plain, rows_of, safe, short

BARS = 12


def first_and_followers(rows: pd.DataFrame, chosen: str) -> Chart:
    """Draw ``publishers.first_and_followers``: stories a publisher was first with, and followed.

    Args:
        rows: at least one; those first most often are drawn.
        chosen: the selection in words.
    """
    top = rows.head(BARS)
    picks = [{"source": list(outlets)} for outlets in rows["outlets"]]
    names = [safe(short(name, 26)) for name in top["family"]]
    behind = [lag_said(lag) for lag in top["lag"]]
    title = "First with a story, or following another publisher"
    leader = top.iloc[0]
    return Chart(
        name="first-and-followers",
        title=title,
        note=f"{chosen} · stories that several publishers told · at the bar’s end: the median "
        "time behind the first" + _shown(len(top), len(rows)),
        alt=f"{title}. Most often first: {leader['family']}, with {leader['first']:,} of the "
        f"{leader['shared']:,} stories it shares with others. The table has every number.",
        traces=[
            _bars(names, top["first"], "First", "@1", picks[: len(top)]),
            _bars(names, top["followed"], "Followed", "@2", picks[: len(top)], behind),
        ],
        layout={
            "barmode": "stack",
            "bargap": 0.28,
            "xaxis": axis("stories", rangemode="tozero", nticks=5, fixedrange=True),
            "yaxis": axis(autorange="reversed", ticksuffix="  ", showgrid=False),
            "margin": {"l": 8, "r": 64, "t": 4, "b": 8},
        },
        table=Table(
            ("publisher", "shared stories", "first", "followed", "median hours behind"),
            rows_of(
                rows["family"],
                rows["shared"],
                rows["first"],
                rows["followed"],
                rows["lag"].round(1),
            ),
            tuple(picks),
        ),
        height=max(150, 80 + 26 * len(top)),
        brush="box",
    )


def _bars(
    names: list[str],
    counts: Iterable[int],
    legend: str,
    colour: str,
    picks: list[dict[str, list[str]]],
    said: list[str] | None = None,
) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "x": plain(counts),
        "marker": {"color": colour, "line": {"width": 0}},
        "customdata": picks,
        "text": said or [""] * len(names),
        "textposition": "outside" if said else "none",
        "cliponaxis": False,
        "hovertemplate": f"<b>%{{y}}</b><br>{legend}: %{{x:,}} stories<extra></extra>",
        "meta": {"legend": legend},
    }


def lag_said(hours: float) -> str:
    """Say a time in hours as a reader would; unknown, nothing.

    >>> lag_said(0), lag_said(0.5), lag_said(5.2), lag_said(24), lag_said(72), lag_said(math.nan)
    ('same day', '30 min', '5 h', '1 day', '3 days', '')
    """
    if math.isnan(hours):
        return ""
    if hours == 0:
        return "same day"
    if hours < 1:
        return f"{60 * hours:.0f} min"
    if hours < 24:
        return f"{hours:.0f} h"
    days = round(hours / 24)
    return f"{days} day{'s' if days > 1 else ''}"


def _shown(shown: int, there: int) -> str:
    return f" · {shown} of {there} shown" if there > shown else ""
