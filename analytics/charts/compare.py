"""Two selections in one chart: over time side by side, and by the difference of their shares."""

from typing import Any

import pandas as pd

from analytics.aggregates.volume import Period
from analytics.charts.chart import Chart, Table, axis, pick_of, plain, rows_of, safe, short
from analytics.charts.volume import XPERIOD, room, said_name

DIFFERENCES = 14


def over_time(
    rows: pd.DataFrame, period: Period, names: tuple[str, str], sizes: tuple[int, int], noun: str
) -> Chart:
    """Draw ``compare.over_time``: a bar of each selection beside that of the other."""
    traces = [
        {
            "type": "bar",
            "name": safe(name),
            "x": plain(rows["period"]),
            "y": plain(rows[column]),
            "xperiod": XPERIOD[period],
            "xperiodalignment": "middle",
            "marker": {"color": colour, "line": {"width": 0}},
            "hovertemplate": f"<b>{safe(name)}</b><br>%{{x|%b %Y}}: %{{y:,}} {noun}<extra></extra>",
            "meta": {"legend": f"{side}: {name}"},
        }
        for column, side, name, colour in (
            ("first", "A", names[0], "@1"),
            ("second", "B", names[1], "@2"),
        )
    ]
    title = f"{noun.capitalize()} a {period}, A and B"
    return Chart(
        name="compared-over-time",
        title=title,
        note=f"A: {sizes[0]:,} {noun} · B: {sizes[1]:,} {noun}",
        alt=f"{title}: {names[0]} and {names[1]}. The table has every number.",
        traces=traces,
        layout={
            "barmode": "group",
            "bargap": 0.18,
            "bargroupgap": 0.04,
            "xaxis": axis(type="date", showgrid=False, **room(list(rows["period"]), period)),
            "yaxis": axis(noun, rangemode="tozero"),
        },
        table=Table(
            (f"{period} from", f"A: {names[0]}", f"B: {names[1]}"),
            rows_of(rows["period"], rows["first"], rows["second"]),
        ),
        height=320,
    )


def _from_zero(*shares: list[float]) -> dict[str, Any]:
    """Return a range from zero with room for a mark that stands on it."""
    most = max((share for listed in shares for share in listed), default=1.0) or 1.0
    return {"range": [-0.03 * most, 1.05 * most]}


def differences(rows: pd.DataFrame, split: str, names: tuple[str, str]) -> Chart:
    """Draw ``compare.by_topic`` or ``by_outlet``: each share in A and in B, a line between them."""
    top = rows.head(DIFFERENCES)
    said = [said_name(name, split) for name in top["name"]]
    marks = [safe(short(name, 26)) for name in said]
    first = [round(100 * share, 2) for share in top["first"]]
    second = [round(100 * share, 2) for share in top["second"]]
    picks = [pick_of(split, name) for name in top["name"]]
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": [x for a, b in zip(first, second, strict=True) for x in (a, b, None)],
        "y": [y for mark in marks for y in (mark, mark, None)],
        "line": {"width": 3, "color": "@grid"},
        "hoverinfo": "skip",
    }
    dots = [
        {
            "type": "scatter",
            "mode": "markers",
            "x": values,
            "y": marks,
            "marker": {"size": 12, "color": colour, "symbol": symbol},
            "customdata": picks,
            "text": [f"{n:,}" for n in counts],
            "hovertemplate": f"<b>%{{y}}</b><br>{safe(name)}: %{{x:.1f}} % · %{{text}}"
            "<extra></extra>",
            "meta": {"legend": name, "form": form},
        }
        for values, counts, name, colour, symbol, form in (
            (first, top["n_first"], f"A: {names[0]}", "@1", "circle", "circle"),
            (second, top["n_second"], f"B: {names[1]}", "@2", "diamond", "diamond"),
        )
    ]
    title = f"Share by {split}, the largest differences first"
    widest = said[0] if said else "none"
    return Chart(
        name=f"compared-by-{split}",
        title=title,
        note=f"% of each selection · {len(top)} of {len(rows)} shown",
        alt=f"{title}. Largest: {widest}. The table has every number.",
        traces=[line, *dots],
        layout={
            "xaxis": axis("% of the selection", fixedrange=True, **_from_zero(first, second)),
            "yaxis": axis(autorange="reversed", ticksuffix="  "),
        },
        table=Table(
            (split, "A %", "B %", "A", "B"),
            rows_of(
                [said_name(name, split) for name in rows["name"]],
                (rows["first"] * 100).round(1),
                (rows["second"] * 100).round(1),
                rows["n_first"],
                rows["n_second"],
            ),
            tuple(pick_of(split, name) for name in rows["name"]),
        ),
        height=max(180, 70 + 26 * len(top)),
    )
