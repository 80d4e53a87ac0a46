"""The map of a still chart: outlines of static/world_110m.json in the natural earth projection."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from analytics.charts.svg_marks import Colours, colour_of, shaded, text_of

WORLD = Path(__file__).resolve().parents[2] / "static" / "world_110m.json"
SOUTH, NORTH = -56.0, 84.0  # the latitudes that are drawn, as in charts.places
FOOT = 34  # points under the map, for the scale
JUMP = 180.0  # degrees of longitude: a longer step goes round the back of the map

Ring = tuple[tuple[float, float], ...]  # longitude, latitude


@cache
def outlines() -> dict[str, tuple[Ring, ...]]:
    """Read the rings of each country, by its ISO 3166 alpha-3 code."""
    world = json.loads(WORLD.read_text(encoding="utf-8"))
    arcs = list(_arcs(world))
    rings: dict[str, tuple[Ring, ...]] = {}
    for shape in world["objects"]["countries"]["geometries"]:
        polygons = {"Polygon": [shape.get("arcs")], "MultiPolygon": shape.get("arcs")}
        listed = polygons.get(shape["type"]) or []
        found = tuple(_ring(one, arcs) for polygon in listed for one in polygon)
        rings[str(shape["id"])] = (*rings.get(str(shape["id"]), ()), *found)
    return rings


def _arcs(world: Mapping[str, Any]) -> Iterator[Ring]:
    """Undo the packing of a TopoJSON file: each arc is steps on a grid of whole numbers."""
    scale, origin = world["transform"]["scale"], world["transform"]["translate"]
    for arc in world["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale[0] + origin[0], y * scale[1] + origin[1]))
        yield tuple(points)


def _ring(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Join arcs to a ring; a negative number is an arc walked backwards."""
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc if not points else arc[1:]
    return tuple(points)


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Return where a place lies in the natural earth projection, in radians at the equator."""
    east, north = math.radians(longitude), math.radians(latitude)
    second = north * north
    fourth = second * second
    x = (
        0.8707
        - 0.131979 * second
        + fourth * (-0.013791 + fourth * (0.003971 * second - 0.001529 * fourth))
    )
    y = 1.007226 + second * (
        0.015085 + fourth * (-0.044475 + 0.028874 * second - 0.005916 * fourth)
    )
    return east * x, north * y


def world(trace: Mapping[str, Any], width: int, height: int, c: Colours) -> str:
    """Draw a choropleth trace: each country in the colour of its size, and the scale under it."""
    by_country = dict(zip(trace["locations"], trace["z"], strict=True))
    most = float(trace["zmax"]) or 1.0
    drawn = []
    for code, rings in outlines().items():
        value = by_country.get(code)
        fill = c["land"] if value is None else shaded(value / most, c)
        path = "".join(_path(ring, width, height - FOOT) for ring in rings)
        drawn.append(f'<path d="{path}" fill="{fill}" stroke="{c["back"]}" stroke-width="0.5"/>')
    return "".join(drawn) + _scale(trace["colorbar"], most, width, height, c)


def _path(ring: Ring, width: float, height: float) -> str:
    """Write a ring as a path, cut where it would run across the whole map."""
    edge = project(180, 0)[0]
    top, bottom = project(0, NORTH)[1], project(0, SOUTH)[1]
    size = min(width / (2 * edge), height / (top - bottom))
    left = width / 2
    pieces: list[list[str]] = [[]]
    before = ring[0][0] if ring else 0.0
    for longitude, latitude in ring:
        if abs(longitude - before) > JUMP:
            pieces.append([])
        before = longitude
        x, y = project(longitude, min(NORTH, max(SOUTH, latitude)))
        pieces[-1].append(f"{left + x * size:.1f} {(top - y) * size:.1f}")
    return "".join(f"M{'L'.join(piece)}Z" for piece in pieces if len(piece) > 2)


def _scale(bar: Mapping[str, Any], most: float, width: int, height: int, c: Colours) -> str:
    """Draw the scale of colours, with what its steps stand for."""
    steps, length = c["sequential"], width * 0.45
    left, top = (width - length) / 2, height - FOOT + 8
    each = length / len(steps)
    boxes = "".join(
        f'<rect x="{left + at * each:.1f}" y="{top}" width="{each:.1f}" height="8" '
        f'fill="{colour_of(colour, c)}"/>'
        for at, colour in enumerate(steps)
    )
    said = "".join(
        f'<text x="{left + value / most * length:.1f}" y="{top + 20}" text-anchor="middle" '
        f'font-size="11" fill="{c["muted"]}">{text_of(text)}</text>'
        for value, text in zip(bar["tickvals"], bar["ticktext"], strict=True)
    )
    return boxes + said
