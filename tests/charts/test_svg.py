"""A still drawing of a chart: well-formed, to scale, without anything that runs or loads."""

from dataclasses import replace
from xml.etree import ElementTree

import pandas as pd
import pytest

from analytics.aggregates.coverage import Coverage
from analytics.charts import catalogue, svg, svg_map
from analytics.charts.svg_scales import Scale, scale_of
from analytics.snapshot import open_snapshot
from tests.charts.test_catalogue import MADE, VIEW
from tests.snapshots import three_articles, write_snapshot

HARM = "</text><script>run()</script> & $x$"


@pytest.fixture(scope="module")
def coverage(tmp_path_factory):
    frames = three_articles()
    for name in ("articles", "figures"):
        frames[name] = frames[name].assign(outlet=[HARM, "Post", "Herald"])
    with open_snapshot(write_snapshot(tmp_path_factory.mktemp("store"), frames)) as held:
        yield Coverage(held)


def drawn(chart, width=700):
    return ElementTree.fromstring(svg.drawing(chart, width))


@pytest.mark.parametrize("name", MADE)
def test_a_drawing_is_well_formed_and_holds_only_shapes_and_text(coverage, name):
    view = replace(VIEW, outlet=None)
    root = drawn(catalogue.CHARTS[name](coverage, view))

    tags = {one.tag for one in root.iter()}
    assert tags <= {"svg", "title", "g", "path", "rect", "circle", "text"}
    named = {key for one in root.iter() for key in one.attrib}
    assert not [key for key in named if "href" in key or key.startswith("on")]
    assert root.find("title").text


def test_a_name_of_markup_is_drawn_as_it_stands(coverage):
    root = drawn(catalogue.by_source(coverage, VIEW))

    said = [one.text for one in root.iter("text")]
    assert any(text.startswith("</text><script>run()") for text in said)


def test_a_bar_is_as_long_as_its_number(coverage):
    root = drawn(catalogue.by_topic(coverage, VIEW))
    widths = [float(one.get("width")) for one in root.iter("rect")]

    assert len(widths) == 2
    assert widths[0] == pytest.approx(2 * widths[1], rel=0.01)


def test_a_country_is_coloured_by_its_number(coverage):
    root = drawn(catalogue.by_country(coverage, VIEW))
    land = svg.colours()["land"]
    fills = dict(zip(svg_map.outlines(), root.iter("path"), strict=True))

    assert fills["FRA"].get("fill") == land
    assert fills["KOR"].get("fill") not in (land, fills["PRK"].get("fill"))


def test_a_chart_without_marks_is_still_drawn(coverage):
    chart = replace(catalogue.by_topic(coverage, VIEW), traces=[])

    assert drawn(chart).tag == "svg"


SCALES = {
    "from zero": ({"rangemode": "tozero"}, [5, 10], False, 0),
    "bars stand on zero": ({}, [5, 10], True, 0),
    "one value has room": ({}, [7], False, 6.3),
    "tenfold steps": ({"type": "log"}, [10, 1000], False, 0.9),
    "no value": ({}, [], False, -0.06),
}


@pytest.mark.parametrize(("axis", "values", "zero", "low"), SCALES.values(), ids=SCALES)
def test_a_scale_holds_what_is_drawn_on_it(axis, values, zero, low):
    scale = scale_of(axis, values, 0, 100, zero)

    assert scale.low == pytest.approx(low)
    assert all(0 <= scale.at(value) <= 100 for value in values)
    assert scale.ticks()


def test_reports_without_a_day_leave_the_axis_of_days_empty(tmp_path):
    frames = three_articles()
    frames["figures"] = frames["figures"].assign(day=pd.NaT)
    with open_snapshot(write_snapshot(tmp_path, frames)) as snapshot:
        view = replace(VIEW, series="munitions||||level")
        root = drawn(catalogue.of_series(Coverage(snapshot), view))

    assert not list(root.iter("circle"))


def test_what_has_no_place_is_not_drawn():
    assert Scale("log", 0, 3, 0, 100).at(0) is None
    assert Scale("linear", 0, 3, 0, 100).at(None) is None
    assert Scale("category", -0.5, 0.5, 0, 100, ("a",)).at("b") is None


@pytest.mark.parametrize(
    ("first", "last", "some"),
    [
        ("2024-01-03", "2024-01-20", "5 Jan"),
        ("2024-01-03", "2024-12-20", "May 2024"),
        ("1999-01-03", "2024-12-20", "2010"),
    ],
)
def test_days_are_said_as_coarsely_as_they_lie(first, last, some):
    said = [text for _, text in scale_of({"type": "date"}, [first, last], 0, 700, False).ticks()]

    assert 3 <= len(said) <= 13
    assert some in said
