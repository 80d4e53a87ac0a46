"""Snapshots made by hand, for tests of what reads them: rows in, a store with one snapshot out."""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pandas as pd

from analytics.snapshot import CURRENT, FOLDER, SCHEMA_VERSION, TABLES

SNAPSHOT_ID = "0123456789abcdef"


def write_snapshot(
    store: Path, frames: Mapping[str, pd.DataFrame], snapshot_id: str = SNAPSHOT_ID
) -> Path:
    """Write one snapshot that holds ``frames`` and make it the current one; return the store.

    A table without a frame is empty, a column that a frame lacks is null, and ``meta`` is made
    from the articles unless it is given.
    """
    (store / FOLDER).mkdir(parents=True, exist_ok=True)
    path = store / FOLDER / f"{snapshot_id}.duckdb"
    path.unlink(missing_ok=True)
    given = {"meta": _meta(frames.get("articles"), snapshot_id), **frames}
    with duckdb.connect(str(path)) as connection:
        for table, columns in TABLES.items():
            _write_table(connection, table, columns, given.get(table))
    (store / CURRENT).write_text(snapshot_id, encoding="utf-8")
    return store


def _write_table(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Mapping[str, str],
    frame: pd.DataFrame | None,
) -> None:
    if frame is not None:
        connection.register("given", frame)
    types = {}
    for column, kind in columns.items():
        types[column] = kind
        if kind == "CODE":
            types[column] = f'"{table}_{column}"'
            known = frame is not None and column in frame
            values = f'select distinct "{column}"::varchar v from given' if known else "select '' v"
            connection.execute(
                f"create type {types[column]} as enum "
                f"(select v from ({values}) where v is not null union all "
                f"select '' where not exists (select 1 from ({values}) where v is not null))"
            )
    listed = ", ".join(f'"{column}" {kind}' for column, kind in types.items())
    connection.execute(f'create table "{table}" ({listed})')
    if frame is not None:
        held = [column for column in columns if column in frame]
        names = ", ".join(f'"{column}"' for column in held)
        casts = ", ".join(f'"{column}"::{types[column]}' for column in held)
        connection.execute(f'insert into "{table}" ({names}) select {casts} from given')
        connection.unregister("given")


def _meta(articles: pd.DataFrame | None, snapshot_id: str) -> pd.DataFrame:
    days = articles["day"].dropna() if articles is not None and "day" in articles else pd.Series()
    row = {
        "snapshot_id": snapshot_id,
        "schema_version": SCHEMA_VERSION,
        "reader_version": "by hand",
        "publisher_version": "by hand",
        "sample": False,
        "articles": 0 if articles is None else len(articles),
        "first_day": days.min() if len(days) else None,
        "last_day": days.max() if len(days) else None,
        "texts_version": 0,
        "readings_version": 0,
    }
    return pd.DataFrame([row])
