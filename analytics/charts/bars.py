"""Names by size, as horizontal bars that are filters."""

import pandas as pd

from analytics.aggregates import words
from analytics.charts.chart import Chart, Table, axis, pick_of, plain, safe, short
from analytics.charts.volume import Shown, said_name

BARS = 14


def ranked(rows: pd.DataFrame, split: str, shown: Shown, usual: int) -> Chart:
    """Draw ``topics.by_topic`` or ``sources.by_outlet``: the largest first, the chosen in colour.

    Args:
        rows: ``topic`` or ``outlet``, ``n``, ``chosen``.
        split: "topic" or "source".
        shown: what the chart is about.
        usual: how many names there are in all, for the note.
    """
    column = "topic" if split == "topic" else "outlet"
    top = rows.head(BARS)
    some = bool(rows["chosen"].any())
    names = list(top[column])
    said = [said_name(name, split) for name in names]
    opacity = [1 if on or not some else 0.3 for on in top["chosen"]]
    trace = {
        "type": "bar",
        "orientation": "h",
        "y": [safe(short(name, 24)) for name in said],
        "x": plain(top["n"]),
        "marker": {"color": "@1", "opacity": opacity, "line": {"width": 0}},
        "customdata": [pick_of(split, name) for name in names],
        "text": [f"{n:,}" for n in top["n"]],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "<b>%{hovertext}</b><br>%{x:,} " + shown.noun + "<extra></extra>",
        "hovertext": [safe(name) for name in said],
    }
    note = f"{shown.chosen} · {shown.counted}"
    if split == "topic":
        note += " · one may have several topics"
    if usual > len(top):
        note += f" · {len(top)} of {usual} shown"
    title = f"{shown.noun.capitalize()} by {split}"
    return Chart(
        name=f"by-{split}",
        title=title,
        note=note,
        alt=_alt(title, said, list(top["n"])),
        traces=[trace],
        layout={
            "bargap": 0.28,
            "xaxis": axis(shown.noun, rangemode="tozero", nticks=5, fixedrange=True),
            "yaxis": axis(autorange="reversed", ticksuffix="  ", showgrid=False),
            "margin": {"l": 8, "r": 44, "t": 4, "b": 8},
        },
        table=Table(
            (split, shown.noun, "chosen"),
            tuple(
                (said_name(name, split), int(n), "yes" if on else "")
                for name, n, on in zip(rows[column], rows["n"], rows["chosen"], strict=True)
            ),
            tuple(pick_of(split, name) for name in rows[column]),
        ),
        height=max(150, 60 + 25 * len(top)),
        brush="box",
    )


def mix(rows: pd.DataFrame, outlet: str, chosen: str) -> Chart:
    """Draw ``sources.topic_mix``: a source's share of each topic, and the usual share as a tick."""
    rows = rows[(rows["share"] > 0) | (rows["usual"] > 0.01)]
    said = [words.topic(name) for name in rows["topic"]]
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "y": [safe(name) for name in said],
            "x": plain((rows["share"] * 100).round(2)),
            "marker": {"color": "@1", "line": {"width": 0}},
            "customdata": [pick_of("topic", name) for name in rows["topic"]],
            "hovertemplate": "<b>%{y}</b><br>%{x:.1f} % of this source<extra></extra>",
            "meta": {"legend": "This source"},
        },
        {
            "type": "scatter",
            "mode": "markers",
            "y": [safe(name) for name in said],
            "x": plain((rows["usual"] * 100).round(2)),
            "marker": {
                "symbol": "line-ns",
                "size": 15,
                "line": {"width": 2.5, "color": "@text"},
                "color": "@text",
            },
            "customdata": [pick_of("topic", name) for name in rows["topic"]],
            "hovertemplate": "<b>%{y}</b><br>%{x:.1f} % of all sources<extra></extra>",
            "meta": {"legend": "All sources", "colour": "@text", "form": "line"},
        },
    ]
    title = f"What {outlet} writes about, against all sources"
    return Chart(
        name="topic-mix",
        title=title,
        note=f"{chosen} · share of articles with the topic; one may have several",
        alt=_alt(title, said, [round(100 * share) for share in rows["share"]], " %"),
        traces=traces,
        layout={
            "bargap": 0.35,
            "xaxis": axis("% of articles", rangemode="tozero", fixedrange=True),
            "yaxis": axis(autorange="reversed", ticksuffix="  ", showgrid=False),
        },
        table=Table(
            ("topic", "articles", "share %", "usual %"),
            tuple(
                (words.topic(topic), int(n), round(100 * share, 1), round(100 * usual, 1))
                for topic, n, share, usual in rows[["topic", "n", "share", "usual"]].itertuples(
                    index=False, name=None
                )
            ),
            tuple(pick_of("topic", name) for name in rows["topic"]),
        ),
        height=max(180, 70 + 26 * len(rows)),
    )


def _alt(title: str, names: list[str], sizes: list[int], unit: str = "") -> str:
    if not names:
        return f"{title}: nothing to draw."
    first = ", ".join(f"{name} {n:,}{unit}" for name, n in list(zip(names, sizes, strict=True))[:3])
    return f"{title}. Largest: {first}. The table has every number."
