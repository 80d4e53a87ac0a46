"""The marks of a still chart: bars, lines, dots and squares, each as SVG."""

import html
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from analytics.charts.svg_scales import Scale
from analytics.text import visible

Trace = Mapping[str, Any]
Colours = Mapping[str, Any]
DASHES = {"dash": "6 4", "dot": "2 3"}


def text_of(value: object) -> str:
    """Escape plain text for SVG."""
    return html.escape(visible(str(value)), quote=True)


def plain_of(value: object) -> str:
    """Take back what ``chart.safe`` escaped for Plotly: plain text again."""
    return html.unescape(str(value))


def colour_of(role: object, colours: Colours) -> str:
    """Return the colour of a role ("@1", "@muted"), or a colour as it is."""
    name = str(role)
    if not name.startswith("@"):
        return html.escape(name, quote=True)
    if name[1:].isdigit():
        listed: Sequence[str] = colours["categorical"]
        return listed[(int(name[1:]) - 1) % len(listed)]
    return str(colours.get(name[1:], colours["text"]))


def shaded(share: float, colours: Colours) -> str:
    """Return the colour of a share, 0 to 1, of what is most."""
    steps: Sequence[str] = colours["sequential"]
    return steps[min(len(steps) - 1, max(0, round(share * (len(steps) - 1))))]


def bars(traces: Sequence[Trace], x: Scale, y: Scale, layout: Mapping[str, Any], c: Colours) -> str:
    """Draw the bars of a chart: stacked or side by side, upright or lying."""
    thick = 1 - layout.get("bargap", 0.2)
    grouped = layout.get("barmode") == "group"
    ends: dict[Any, float] = {}
    drawn = []
    for place, trace in enumerate(traces):
        lying = trace.get("orientation") == "h"
        names, values = (trace["y"], trace["x"]) if lying else (trace["x"], trace["y"])
        band, along = (y, x) if lying else (x, y)
        for at, (name, value) in enumerate(zip(names, values, strict=True)):
            across = _band(name, trace, band, thick)
            if across is None or value is None:
                continue
            if grouped:
                each = across[1] / len(traces)
                across, low = (across[0] + place * each, each), 0.0
            else:
                low = ends.get(name, 0.0)
                ends[name] = low + value
            drawn.append(_bar(across, (low, low + value), along, lying, _fill(trace, at, c)))
            if lying and trace.get("text"):
                drawn.append(_value(across, along.at(value), trace["text"][at], c))
    return "".join(drawn)


def _band(name: Any, trace: Trace, band: Scale, thick: float) -> tuple[float, float] | None:
    """Return where a bar begins across its axis, and how wide it is."""
    middle = band.at(name)
    if middle is None:
        return None
    if band.kind == "category":
        return middle - band.step * thick / 2, band.step * thick
    until = band.at(period_end(str(name), trace["xperiod"]))
    whole = abs((until or middle) - middle)
    return middle + whole * (1 - thick) / 2, max(1.0, whole * thick)


def period_end(start: str, period: object) -> str:
    """Return the day on which the period of a bar ends: milliseconds, or "M3" for months."""
    day = date.fromisoformat(start)
    if isinstance(period, str):
        month = day.month - 1 + int(period[1:])
        return date(day.year + month // 12, month % 12 + 1, 1).isoformat()
    return (day + timedelta(milliseconds=float(str(period)))).isoformat()


def _bar(
    across: tuple[float, float], span: tuple[float, float], along: Scale, lying: bool, fill: str
) -> str:
    ends = [point for value in span if (point := along.at(value)) is not None]
    first, length = min(ends), max(ends) - min(ends)
    box = (first, across[0], length, across[1]) if lying else (across[0], first, across[1], length)
    x, y, width, height = box
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" {fill}/>'


def _value(across: tuple[float, float], end: float | None, text: object, c: Colours) -> str:
    return (
        f'<text x="{(end or 0) + 5:.1f}" y="{across[0] + across[1] / 2 + 4:.1f}" '
        f'fill="{c["muted"]}">{text_of(text)}</text>'
    )


def _fill(trace: Trace, at: int, c: Colours) -> str:
    marker = trace["marker"]
    opacity = marker.get("opacity", 1)
    shown = opacity[at] if isinstance(opacity, list) else opacity
    fade = f' fill-opacity="{shown}"' if shown != 1 else ""
    return f'fill="{_colour_at(marker, at, c)}"{fade}'


def _colour_at(marker: Mapping[str, Any], at: int, c: Colours) -> str:
    colour = marker.get("color", "@1")
    if not isinstance(colour, list):
        return colour_of(colour, c)
    low, high = float(marker.get("cmin", 0)), float(marker.get("cmax", 1))
    return shaded((float(colour[at]) - low) / ((high - low) or 1), c)


def lines(trace: Trace, x: Scale, y: Scale, c: Colours) -> str:
    """Draw the line of a trace, broken at its nulls; a filled one as the areas it encloses."""
    runs: list[list[str]] = [[]]
    for a, b in zip(trace["x"], trace["y"], strict=True):
        points = x.at(a), y.at(b)
        if points[0] is None or points[1] is None:
            runs.append([])
        else:
            runs[-1].append(f"{points[0]:.1f} {points[1]:.1f}")
    path = "".join(f"M{'L'.join(run)}" for run in runs if len(run) > 1)
    if not path:
        return ""
    if trace.get("fill") == "toself":
        return f'<path d="{path}" fill="{colour_of(trace["fillcolor"], c)}"/>'
    line = trace.get("line", {})
    stroke, width = colour_of(line.get("color", "@muted"), c), line.get("width", 2)
    dash = DASHES.get(line.get("dash", ""), "none")
    return (
        f'<path d="{path}" fill="none" stroke="{stroke}" stroke-width="{width}" '
        f'stroke-dasharray="{dash}"/>'
    )


def dots(trace: Trace, x: Scale, y: Scale, cell: float, c: Colours) -> str:
    """Draw the marks of a trace; ``cell`` is how large a square of a matrix may be, or 0."""
    marker = trace["marker"]
    symbols = marker.get("symbol", "circle")
    drawn = []
    for at, (a, b) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        left, top = x.at(a), y.at(b)
        if left is None or top is None:
            continue
        symbol = symbols[at] if isinstance(symbols, list) else symbols
        size = cell if symbol == "square" and cell else float(marker.get("size", 6))
        opacity = marker.get("opacity", 1)
        fade = opacity[at] if isinstance(opacity, list) else opacity
        mark = symbol_of(symbol, left, top, size, _colour_at(marker, at, c))
        drawn.append(mark if fade == 1 else f'<g opacity="{fade}">{mark}</g>')
    return "".join(drawn)


def symbol_of(symbol: str, x: float, y: float, size: float, colour: str) -> str:
    """Draw one mark: Plotly's names of the forms."""
    r = size / 2
    if symbol == "square":
        box = f'x="{x - r:.1f}" y="{y - r:.1f}" width="{size:.1f}" height="{size:.1f}"'
        return f'<rect {box} fill="{colour}"/>'
    if symbol == "line-ns":
        return f'<path d="M{x:.1f} {y - r:.1f}v{size}" stroke="{colour}" stroke-width="2.5"/>'
    if symbol == "circle-open":
        return (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="none" stroke="{colour}" '
            'stroke-width="1.6"/>'
        )
    form = {
        "triangle-up": f"M{x:.1f} {y - r:.1f}l{r} {size}h{-size}z",
        "triangle-down": f"M{x:.1f} {y + r:.1f}l{r} {-size}h{-size}z",
        "diamond": f"M{x:.1f} {y - r:.1f}l{r} {r}l{-r} {r}l{-r} {-r}z",
    }.get(symbol)
    if form:
        return f'<path d="{form}" fill="{colour}"/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{colour}"/>'
