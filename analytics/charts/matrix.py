"""Topic by source, as a matrix of squares: how a source spreads what it writes."""

import numpy as np
import pandas as pd

from analytics.charts.chart import Chart, Table, axis, safe, short
from analytics.charts.volume import Shown, said_name


def topic_by_outlet(rows: pd.DataFrame, shown: Shown) -> Chart:
    """Draw ``topics.topic_by_outlet``: a column a source, the stronger the larger its share."""
    columns = ("topic", "outlet", "n", "chosen")
    topic_of, outlet_of, counts, chosen = (rows[name].tolist() for name in columns)
    outlets = list(dict.fromkeys(outlet_of))
    sizes = dict.fromkeys(topic_of, 0)
    for topic, n in zip(topic_of, counts, strict=True):
        sizes[topic] += n
    topics = sorted(sizes, key=lambda topic: -sizes[topic])
    some = not all(chosen)
    percent = [round(100 * share, 1) for share in rows["share"]]
    said = {topic: said_name(topic, "topic") for topic in topics}
    label = {topic: safe(said[topic]) for topic in topics}
    column = {outlet: safe(short(outlet, 18)) for outlet in outlets}
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [column[outlet] for outlet in outlet_of],
        "y": [label[topic] for topic in topic_of],
        "marker": {
            "symbol": "square",
            "size": 18,
            "color": percent,
            "colorscale": "@sequential",
            "cmin": 0,
            "cmax": float(np.quantile(percent, 0.98)) if percent else 1.0,
            "opacity": [1 if on or not some else 0.3 for on in chosen],
            "line": {"width": 0},
            "showscale": False,
        },
        "customdata": [
            {"topic": [topic], "source": [outlet]}
            for topic, outlet in zip(topic_of, outlet_of, strict=True)
        ],
        "text": [f"{n:,} {shown.noun}" for n in counts],
        "hovertext": [safe(outlet) for outlet in outlet_of],
        "hovertemplate": "<b>%{y}</b> at %{hovertext}<br>%{text} · %{marker.color:.1f} % of the "
        "source<extra></extra>",
    }
    left = max(map(len, said.values()), default=0) * 7 + 16
    title = "Which source writes about what"
    highest = "Nothing to draw."
    if percent:
        top = percent.index(max(percent))
        highest = (
            f"Highest: {said[topic_of[top]]} at {outlet_of[top]}, {percent[top]:.0f} % of its "
            f"{shown.noun}. The table has every number."
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
                categoryarray=list(column.values()),
                showgrid=False,
                tickangle=-40,
                automargin=False,
                range=[-0.5, len(outlets) - 0.5],
            ),
            "yaxis": axis(
                categoryorder="array",
                categoryarray=list(label.values()),
                showgrid=False,
                automargin=False,
                range=[len(topics) - 0.5, -0.5],
            ),
            "margin": {"l": left, "r": 8, "t": 4, "b": 92},
        },
        table=Table(
            ("topic", "source", shown.noun, "% of the source"),
            tuple(
                (said[topic], outlet, n, share)
                for topic, outlet, n, share in zip(
                    topic_of, outlet_of, counts, percent, strict=True
                )
            ),
            tuple(trace["customdata"]),  # type: ignore[arg-type]
        ),
        height=110 + 20 * max(len(topics), 4),
        brush="box",
        cells={"columns": len(outlets), "rows": len(topics)},
    )
