"""Tables as files: CSV that a spreadsheet opens as text, never as formulas."""

import csv
import io
from typing import Any

import pandas as pd


def safe_cell(value: object) -> object:
    """Return a value for a CSV file: what a spreadsheet would run gets an apostrophe before it."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value


def csv_of(rows: pd.DataFrame) -> bytes:
    """Write rows as CSV in UTF-8 with a mark, so that every spreadsheet reads accents."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(rows.columns)
    for row in rows.itertuples(index=False):
        writer.writerow(["" if _missing(value) else safe_cell(_plain(value)) for value in row])
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def _missing(value: Any) -> bool:
    return value is None or value != value


def _plain(value: Any) -> object:
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else value
