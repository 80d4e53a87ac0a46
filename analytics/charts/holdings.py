"""What a snapshot holds, month by month: a month without an article is a gap, not a zero."""

import pandas as pd

from analytics.charts.chart import Chart, Pick, Table, axis, plain, rows_of


def months(rows: pd.DataFrame) -> Chart:
    """Draw ``holdings.months`` as points joined only where months follow each other."""
    held = rows[rows["articles"].notna()]
    gaps = len(rows) - len(held)
    picks: list[Pick] = [
        {
            "from": [month.date().isoformat()],
            "to": [(month + pd.offsets.MonthEnd(0)).date().isoformat()],
        }
        for month in rows["month"]
    ]
    title = "Articles a month, gaps left open"
    return Chart(
        name="months",
        title=title,
        note=f"whole snapshot · {int(held['articles'].sum()):,} dated articles · "
        f"{gaps:,} of {len(rows):,} months without any",
        alt=f"{title}: {len(held):,} months with articles, {gaps:,} without.",
        traces=[
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": plain(rows["month"]),
                "y": plain(rows["articles"]),
                "connectgaps": False,
                "line": {"width": 1.5, "color": "@1"},
                "marker": {"size": 5, "color": "@1"},
                "customdata": picks,
                "hovertemplate": "%{x|%b %Y}: %{y:,} articles<extra></extra>",
            }
        ],
        layout={
            "xaxis": axis(type="date", showgrid=False, **_months_apart(len(rows))),
            "yaxis": axis("articles", rangemode="tozero", **_ones(held["articles"].max())),
        },
        table=Table(("month", "articles"), rows_of(rows["month"], rows["articles"]), tuple(picks)),
        height=240,
        brush="x",
    )


def _months_apart(count: int) -> dict[str, str]:
    """Of few months name each one: Plotly's own choice names days between them."""
    return {"dtick": "M1", "tickformat": "%b %Y"} if count <= 12 else {}


def _ones(most: float) -> dict[str, int]:
    """Of few articles name whole numbers only."""
    return {"dtick": 1} if most <= 5 else {}
