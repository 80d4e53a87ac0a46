"""The peer: the five charts of the overview in Dash, from the same snapshot, filtered by a click.

    uv run --with dash --with orjson --with waitress python -m tests.bench.peers.dash_app PORT

Written as its best users write it: the questions and the figures are the very ones of the page,
the figures are plain dicts, one callback answers a click with all five, the selection lies in a
store of the browser, zoom is kept, JSON is written by orjson, and a production server answers.
Charts only: the page's key numbers, chips, links and tables are not here, which is to its favour.
"""

import sys
from datetime import date
from pathlib import Path

import waitress
from dash import ALL, Dash, Input, Output, State, ctx, dcc, html
from flask import send_from_directory

from analytics.aggregates.coverage import Coverage
from analytics.charts import catalogue
from analytics.links import FIELD_BY_PARAMETER, View, toggle
from analytics.model import Selection
from analytics.snapshot import open_snapshot, store_folder

ROOT = Path(__file__).resolve().parents[3]
COLOURS = ["#1f6fb4", "#d9691e", "#11866f", "#b0509a", "#a98600", "#4fa3d8", "#7d5fb2", "#a3abb5"]
SHADES = ["#eaf1f8", "#d3e3f1", "#b6d1e8", "#94bcdd", "#70a4d0", "#4f8bc1", "#3572ae", "#225a97"]
ROLES = {"text": "#1a222c", "muted": "#6c727a", "grid": "#e4e6e8", "back": "#ffffff"}
ROLES |= {"land": "#eaebed", "sequential": [[at / 7, shade] for at, shade in enumerate(SHADES)]}
ROLES |= {str(at): colour for at, colour in enumerate(COLOURS, 1)}
DATA = {"x", "y", "z", "customdata", "locations", "text", "hovertext"}
DRAWN = (
    catalogue.by_time,
    catalogue.by_topic,
    catalogue.by_source,
    catalogue.by_topic_and_source,
    catalogue.by_country,
)
DAYS = {"from": "start", "to": "end"}
CONFIG = {"displayModeBar": False, "topojsonURL": "/maps/"}
coverage = Coverage(open_snapshot(store_folder()))


def charts(selection):
    """Return the five charts of the page for a selection, in its order."""
    return [draw(coverage, View(selection=selection)) for draw in DRAWN]


def coloured(value):
    """Return a figure with its roles of colours as colours."""
    if isinstance(value, str):
        return ROLES.get(value[1:], value) if value[:1] == "@" else value
    if isinstance(value, list):
        return [coloured(one) for one in value]
    if isinstance(value, dict):
        return {name: one if name in DATA else coloured(one) for name, one in value.items()}
    return value


def figure(chart):
    """Return a chart as Dash takes it."""
    layout = {
        "font": {"size": 12.5, "color": ROLES["muted"]},
        "margin": {"l": 8, "r": 12, "t": 8, "b": 8},
        "showlegend": False,
        "hovermode": "closest",
        "uirevision": chart.name,
        **coloured(chart.layout),
        "height": chart.height,
    }
    return {"data": coloured(chart.traces), "layout": layout}


def block(chart):
    """Return the place of one chart: title, note, plot."""
    graph = dcc.Graph(id={"chart": chart.name}, figure=figure(chart), config=CONFIG)
    title = html.H3(chart.title, id={"title": chart.name})
    return html.Section([title, html.P(chart.note, id={"note": chart.name}), graph])


def page():
    """Return the page with its charts in it: the first paint needs no callback."""
    over, *others = map(block, charts(Selection()))
    two = {"display": "grid", "gridTemplateColumns": "repeat(2, minmax(0, 1fr))", "gap": "2rem"}
    return html.Main(
        [
            html.H1("Overview"),
            html.Button("Clear all", id="clear"),
            dcc.Store(id="chosen", data={}),
            over,
            html.Div(others[:2], style=two),
            html.Div(others[2:], style=two),
        ],
        style={"maxWidth": "1300px", "margin": "0 auto", "fontFamily": "sans-serif"},
    )


app = Dash(__name__, title="The peer", suppress_callback_exceptions=True)
app.layout = page


def narrowed(chosen, pick):
    """Return a selection after a click on a mark, and the same as JSON."""
    days = {name: date.fromisoformat(chosen[name]) for name in DAYS.values() if name in chosen}
    days |= {DAYS[name]: date.fromisoformat(pick[name][0]) for name in DAYS if name in pick}
    fields = {name: tuple(chosen.get(name, ())) for name in FIELD_BY_PARAMETER.values()}
    selection = Selection(**fields, **days)
    for name, given in pick.items():
        if name in FIELD_BY_PARAMETER:
            selection = toggle(selection, name, tuple(given))
    kept = {name: list(getattr(selection, name)) for name in fields}
    return selection, kept | {name: day.isoformat() for name, day in days.items()}


@app.callback(
    Output({"chart": ALL}, "figure"),
    Output({"title": ALL}, "children"),
    Output({"note": ALL}, "children"),
    Output("chosen", "data"),
    Input({"chart": ALL}, "clickData"),
    Input("clear", "n_clicks"),
    State("chosen", "data"),
    prevent_initial_call=True,
)
def drawn(_clicks, _cleared, chosen):
    """Answer a click with all five charts."""
    pick = {}
    if ctx.triggered_id == "clear":
        chosen = {}
    else:
        points = ctx.triggered[0]["value"]["points"]
        pick = next((point["customdata"] for point in points if point.get("customdata")), {})
    selection, chosen = narrowed(chosen, pick)
    made = charts(selection)
    return [figure(c) for c in made], [c.title for c in made], [c.note for c in made], chosen


@app.server.route("/maps/<path:name>")
def outlines(name):
    """Serve the outlines of the countries."""
    return send_from_directory(ROOT / "static", name, max_age=31_536_000)


if __name__ == "__main__":
    waitress.serve(app.server, host="127.0.0.1", port=int(sys.argv[1]), threads=8)
