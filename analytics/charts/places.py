"""Countries written about, as a map of the world."""

import math

import pandas as pd

from analytics.aggregates import words
from analytics.charts.chart import Chart, Table, pick_of, plain, safe
from analytics.charts.volume import Shown


def world(rows: pd.DataFrame, shown: Shown) -> Chart:
    """Draw ``places.by_country``: the stronger the colour, the more; steps grow tenfold."""
    some = bool(rows["chosen"].any())
    names = [words.country(iso3) for iso3 in rows["country"]]
    most = int(rows["n"].max()) if len(rows) else 1
    widths = [1.8 if on else 0.4 for on in rows["chosen"]]
    ticks = [n for n in (1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 100_000, 10**6) if n <= most]
    ticks = ticks[-1::-2][::-1] if len(ticks) > 5 else ticks
    trace = {
        "type": "choropleth",
        "locationmode": "ISO-3",
        "locations": list(rows["country"]),
        "z": [round(math.log10(n), 3) if n else 0 for n in rows["n"]],
        "zmin": 0,
        "zmax": max(1.0, math.log10(most)),
        "colorscale": "@sequential",
        "customdata": [pick_of("country", iso3) for iso3 in rows["country"]],
        "text": [f"{n:,}" for n in rows["n"]],
        "hovertext": [safe(name) for name in names],
        "hovertemplate": "<b>%{hovertext}</b><br>%{text} " + shown.noun + "<extra></extra>",
        "marker": {
            "line": {"width": widths, "color": "@back" if not some else "@text"},
            "opacity": [1 if on or not some else 0.4 for on in rows["chosen"]],
        },
        "colorbar": {
            "orientation": "h",
            "x": 0.5,
            "y": -0.02,
            "yanchor": "top",
            "len": 0.45,
            "thickness": 8,
            "outlinewidth": 0,
            "tickvals": [math.log10(n) for n in ticks],
            "ticktext": [f"{n:,}" for n in ticks],
            "tickfont": {"size": 11},
        },
    }
    title = f"{shown.noun.capitalize()} by country written about"
    top = ", ".join(
        f"{name} {n:,}" for name, n in list(zip(names, plain(rows["n"]), strict=True))[:3]
    )
    return Chart(
        name="by-country",
        title=title,
        note=f"{shown.chosen} · {shown.counted} · one may name several countries",
        alt=f"{title}, a map. Most: {top or 'none'}. The table has every number.",
        traces=[trace],
        layout={
            "geo": {
                "projection": {"type": "natural earth"},
                "fitbounds": False,
                "lataxis": {"range": [-56, 84]},
                "showframe": False,
                "showcoastlines": False,
                "showcountries": False,
                "showland": True,
                "landcolor": "@land",
                "bgcolor": "rgba(0,0,0,0)",
                "lakecolor": "@back",
                "showlakes": False,
            },
            "margin": {"l": 0, "r": 0, "t": 0, "b": 34},
        },
        table=Table(
            ("country", "code", shown.noun),
            tuple(zip(names, rows["country"], plain(rows["n"]), strict=True)),
            tuple(pick_of("country", iso3) for iso3 in rows["country"]),
        ),
        height=360,
        brush="box",
    )
