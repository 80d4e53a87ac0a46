"""A chart as a still drawing: SVG made here, without a browser, for paper and for slides.

It draws what the charts of this package are made of (bars, lines, dots, squares, the map) with
their colours on white. All text is escaped; the drawing holds no script, no link and no address.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from analytics.charts import svg_map, svg_marks
from analytics.charts.chart import Chart, short
from analytics.charts.svg_marks import Colours, colour_of, plain_of, symbol_of, text_of
from analytics.charts.svg_scales import Scale, scale_of

CONFIG = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"
LETTER = 7.0  # about how wide one is, in points of the drawing, in a wide font
LONGEST = 26  # letters of a name beside a bar
SLANTED = 18  # letters of a name under a matrix


@cache
def colours() -> Colours:
    """Return the colours of the light theme, as .streamlit/config.toml has them."""
    light: dict[str, Any] = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]["light"]
    return {
        "text": light["textColor"],
        "muted": "#56606c",
        "grid": light["borderColor"],
        "land": "#e9ecf1",
        "back": light["backgroundColor"],
        "accent": light["primaryColor"],
        "categorical": light["chartCategoricalColors"],
        "sequential": light["chartSequentialColors"],
    }


def drawing(chart: Chart, width: int) -> str:
    """Draw a chart ``width`` points wide, as an SVG element with its text as alternative."""
    c = colours()
    if any(trace["type"] == "choropleth" for trace in chart.traces):
        body = svg_map.world(chart.traces[0], width, chart.height, c)
    else:
        body = _plot(chart, width, c)
    return (
        f'<svg class="drawing" role="img" viewBox="0 0 {width} {chart.height}" '
        f'width="{width}" height="{chart.height}" font-size="12" fill="{c["text"]}">'
        f"<title>{text_of(chart.alt)}</title>{body}</svg>"
    )


def legend(chart: Chart) -> list[tuple[str, str]]:
    """Return the entries of a chart's legend: a small drawing and its words, not yet escaped."""
    c = colours()
    return [
        (_swatch(trace, c), trace["meta"]["legend"])
        for trace in chart.traces
        if trace.get("meta", {}).get("legend")
    ]


def _swatch(trace: Mapping[str, Any], c: Colours) -> str:
    meta = trace["meta"]
    marker = trace.get("marker", {}).get("color")
    role = meta.get("colour") or (marker if isinstance(marker, str) else None) or "@1"
    colour, form = colour_of(role, c), meta.get("form", "square")
    if form in ("line", "dash"):
        dash = "4 3" if form == "dash" else "none"
        mark = f'<path d="M0 6h16" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>'
    elif form == "band":
        mark = f'<rect y="1" width="16" height="10" fill="{c["grid"]}"/>'
    else:
        symbol = {"ring": "circle-open", "up": "triangle-up", "down": "triangle-down"}
        mark = symbol_of(symbol.get(form, form), 8, 6, 10, colour)
    return f'<svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">{mark}</svg>'


def _plot(chart: Chart, width: int, c: Colours) -> str:
    bars = [trace for trace in chart.traces if trace["type"] == "bar"]
    others = [trace for trace in chart.traces if trace["type"] != "bar"]
    x, y = _scales(chart, bars, width)
    cell = 0.0
    if chart.cells:
        cell = max(4.0, min(x.step, y.step) - 3)
    pieces = [_axes(chart, x, y, c), svg_marks.bars(bars, x, y, chart.layout, c)]
    for trace in others:
        mode = trace.get("mode", "markers")
        if "lines" in mode:
            pieces.append(svg_marks.lines(trace, x, y, c))
        if "markers" in mode:
            pieces.append(svg_marks.dots(trace, x, y, cell, c))
    return "".join(pieces)


def _scales(chart: Chart, bars: Sequence[Mapping[str, Any]], width: int) -> tuple[Scale, Scale]:
    xs, ys = _values(chart, bars)
    axes = chart.layout["xaxis"], chart.layout["yaxis"]
    names = [value for value in ys if isinstance(value, str)]
    slanted = any(isinstance(v, str) for v in xs) and axes[0].get("type") != "date"
    bottom = chart.height - (96 if slanted else 40 if axes[0]["title"]["text"] else 24)
    lying = any(trace.get("orientation") == "h" for trace in bars)
    standing = bool(bars) and not lying
    if names:
        left = 10 + LETTER * min(LONGEST, max(len(plain_of(name)) for name in names))
        y = scale_of(axes[1], ys, 6, bottom, False)
    else:
        y = scale_of(axes[1], ys, bottom, 8, standing)
        said = max((len(text) for _, text in y.ticks()), default=1)
        left = 10 + LETTER * said + (18 if axes[1]["title"]["text"] else 0)
    right = width - (LETTER * 6 if lying else 16)
    return scale_of(axes[0], xs, left, right, standing or lying), y


def _values(chart: Chart, bars: Sequence[Mapping[str, Any]]) -> tuple[list[Any], list[Any]]:
    """Return everything that is drawn along each axis: stacks by their sum, bars to their end."""
    xs = [value for trace in chart.traces for value in trace["x"]]
    ys = [value for trace in chart.traces for value in trace["y"]]
    if bars and bars[0].get("orientation") != "h":
        ends = {str(day): trace["xperiod"] for trace in bars for day in trace["x"]}
        xs += [svg_marks.period_end(day, period) for day, period in ends.items()]
        if chart.layout.get("barmode") == "stack":
            sums: dict[str, float] = {}
            for trace in bars:
                for day, value in zip(trace["x"], trace["y"], strict=True):
                    sums[day] = sums.get(day, 0.0) + (value or 0.0)
            ys += sums.values()
    return xs, ys


def _axes(chart: Chart, x: Scale, y: Scale, c: Colours) -> str:
    top, bottom = min(y.start, y.end), max(y.start, y.end)
    left, right = x.start, x.end
    drawn = []
    for at, said in y.ticks():
        if y.kind != "category":
            drawn.append(_line(left, at, right, at, c))
        drawn.append(_label(left - 6, at + 4, short(plain_of(said), LONGEST), "end", c))
    for at, said in x.ticks():
        if x.kind == "category":
            drawn.append(_slanted(at, bottom + 8, short(plain_of(said), SLANTED), c))
            continue
        if x.kind != "date":
            drawn.append(_line(at, top, at, bottom, c))
        drawn.append(_label(at, bottom + 15, said, "middle", c))
    drawn.append(_line(left, bottom, right, bottom, c))
    if title := chart.layout["xaxis"]["title"]["text"]:
        drawn.append(_label((left + right) / 2, bottom + 33, plain_of(title), "middle", c))
    if title := chart.layout["yaxis"]["title"]["text"]:
        middle = (top + bottom) / 2
        turned = f'transform="rotate(-90 12 {middle:.1f})"'
        drawn.append(_label(12, middle, plain_of(title), "middle", c, turned))
    return "".join(drawn)


def _line(x: float, y: float, to_x: float, to_y: float, c: Colours) -> str:
    return f'<path d="M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}" stroke="{c["grid"]}"/>'


def _label(x: float, y: float, said: str, anchor: str, c: Colours, more: str = "") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{c["muted"]}" {more}>'
        f"{text_of(said)}</text>"
    )


def _slanted(x: float, y: float, said: str, c: Colours) -> str:
    return _label(x, y, said, "end", c, f'transform="rotate(-40 {x:.1f} {y:.1f})"')
