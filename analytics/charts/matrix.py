"""Topic by source, as a matrix of squares: how a source spreads what it writes."""

import pandas as pd

from analytics.charts.chart import Chart, Table, axis, plain, safe, short
from analytics.charts.volume import Shown, said_name


def topic_by_outlet(rows: pd.DataFrame, shown: Shown) -> Chart:
    """Draw ``topics.topic_by_outlet``: a column a source, the stronger the larger its share."""
    outlets = list(dict.fromkeys(rows["outlet"]))
    topics = list(rows.groupby("topic", sort=False)["n"].sum().sort_values(ascending=False).index)
    some = not bool(rows["chosen"].all())
    percent = (rows["share"] * 100).round(1)
    said = [safe(said_name(topic, "topic")) for topic in rows["topic"]]
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [safe(short(outlet, 18)) for outlet in rows["outlet"]],
        "y": said,
        "marker": {
            "symbol": "square",
            "size": 18,
            "color": plain(percent),
            "colorscale": "@sequential",
            "cmin": 0,
            "cmax": float(percent.quantile(0.98)) if len(rows) else 1.0,
            "opacity": [1 if on or not some else 0.3 for on in rows["chosen"]],
            "line": {"width": 0},
            "showscale": False,
        },
        "customdata": [
            {"topic": [topic], "source": [outlet]}
            for topic, outlet in zip(rows["topic"], rows["outlet"], strict=True)
        ],
        "text": [f"{n:,} {shown.noun}" for n in rows["n"]],
        "hovertext": [safe(outlet) for outlet in rows["outlet"]],
        "hovertemplate": "<b>%{y}</b> at %{hovertext}<br>%{text} · %{marker.color:.1f} % of the "
        "source<extra></extra>",
    }
    left = max((len(said_name(topic, "topic")) for topic in topics), default=0) * 7 + 16
    title = "Which source writes about what"
    order = [safe(said_name(topic, "topic")) for topic in topics]
    top = rows.sort_values("share").iloc[-1] if len(rows) else None
    highest = (
        f"Highest: {said_name(top['topic'], 'topic')} at {top['outlet']}, "
        f"{100 * top['share']:.0f} % of its {shown.noun}. The table has every number."
        if top is not None
        else "Nothing to draw."
    )
    return Chart(
        name="topic-by-source",
        title=title,
        note=f"{shown.chosen} · {shown.counted} · stronger colour: a larger share of the source",
        alt=f"{title}. {highest}",
        traces=[trace],
        layout={
            "xaxis": axis(
                categoryorder="array",
                categoryarray=[safe(short(outlet, 18)) for outlet in outlets],
                showgrid=False,
                tickangle=-40,
                automargin=False,
                range=[-0.5, len(outlets) - 0.5],
            ),
            "yaxis": axis(
                categoryorder="array",
                categoryarray=order,
                showgrid=False,
                automargin=False,
                range=[len(topics) - 0.5, -0.5],
            ),
            "margin": {"l": left, "r": 8, "t": 4, "b": 92},
        },
        table=Table(
            ("topic", "source", shown.noun, "% of the source"),
            tuple(
                (said_name(topic, "topic"), outlet, int(n), float(p))
                for topic, outlet, n, p in zip(
                    rows["topic"], rows["outlet"], rows["n"], percent, strict=True
                )
            ),
            tuple(trace["customdata"]),  # type: ignore[arg-type]
        ),
        height=110 + 20 * max(len(topics), 4),
        brush="box",
        cells={"columns": len(outlets), "rows": len(topics)},
    )
