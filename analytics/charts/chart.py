"""A chart as plain data: what Plotly draws, what it says in words, and its rows as a table.

A figure here is Plotly's JSON as dicts and lists, with two additions that chart.js reads in the
browser, where the theme is known: a colour may be a role ("@1" the first categorical colour,
"@text", "@muted", "@grid", "@accent", "@back"), and ``customdata`` of a mark is its *pick*: the
parameters of the link that a click on it toggles.
"""

import html
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analytics.text import visible

Pick = dict[str, list[str]]
ROWS = 5000  # rows of a chart's table twin that are sent
COLOURS = 8  # how many categorical colours a theme has; the last one is for "other"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows a chart was drawn from; ``picks`` holds what a row filters by, or is empty."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    picks: tuple[Pick | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart, ready to be sent to the browser."""

    name: str  # of its files, and of what zoom belongs to
    title: str  # what it shows
    note: str  # for which selection, how many, and how to read it
    alt: str  # the same in words, for who does not see it
    traces: list[dict[str, Any]]
    layout: dict[str, Any]
    table: Table
    height: int = 340
    brush: str = ""  # "x": a drag along the time axis chooses a period; "box": a drag chooses marks
    legend: bool = False
    cells: dict[str, int] = field(default_factory=dict)  # columns and rows of a matrix of squares

    def data(self) -> dict[str, Any]:
        """Return the chart as chart.js takes it."""
        return {
            "name": self.name,
            "title": self.title,
            "note": self.note,
            "alt": self.alt,
            "figure": {"data": self.traces, "layout": {**self.layout, "height": self.height}},
            "table": {
                "columns": self.table.columns,
                "rows": self.table.rows[:ROWS],
                "picks": self.table.picks[:ROWS],
                "left_out": max(0, len(self.table.rows) - ROWS),
            },
            "height": self.height,
            "brush": self.brush,
            "cells": self.cells,
        }


def safe(text: object) -> str:
    """Make a string of outside origin harmless in Plotly's text: no tag, TeX, template, control."""
    escaped = html.escape(visible(str(text)), quote=True)
    return escaped.replace("$", "&#36;").replace("%{", "&#37;{")


def short(text: str, length: int = 28) -> str:
    """Cut a label for an axis."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def axis(title: str = "", **more: Any) -> dict[str, Any]:
    """Return an axis in our manner: a quiet grid, no frame, its title said."""
    return {
        "title": {"text": title, "standoff": 10},
        "gridcolor": "@grid",
        "zeroline": False,
        "fixedrange": False,
        "automargin": True,
        **more,
    }


def pick_of(parameter: str, value: str) -> Pick:
    """Return the pick of a mark that stands for one value."""
    return {parameter: [value]}


def plain(values: Iterable[Any]) -> list[Any]:
    """Turn a column into values that JSON knows: days as text, NaN as null."""
    listed: list[Any] = []
    for value in values:
        if pd.isna(value):
            listed.append(None)
        elif hasattr(value, "isoformat"):
            listed.append(value.isoformat()[:10])
        else:
            listed.append(value.item() if hasattr(value, "item") else value)
    return listed


def rows_of(*columns: Iterable[Any]) -> tuple[tuple[Any, ...], ...]:
    """Turn columns into the rows of a table."""
    return tuple(zip(*(plain(column) for column in columns), strict=True))


def size_of(chart: Chart) -> int:
    """Return how many bytes a chart sends."""
    return len(json.dumps(chart.data()))
