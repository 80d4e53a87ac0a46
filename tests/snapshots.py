"""Snapshots made by hand, for tests of what reads them: rows in, a store with one snapshot out."""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pandas as pd

from analytics.schema import SCHEMA_VERSION, TABLES
from analytics.snapshot import CURRENT, FOLDER

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


def three_articles() -> dict[str, pd.DataFrame]:
    """Two sources with one story, the copy without a day; a third, months later, with another."""
    text = "Seoul hosts 28,500 troops, officials said."
    texts = [text, text.replace("28,500 troops", "30,000 troops"), "Three missiles were fired."]
    days = pd.to_datetime(["2024-01-05", None, "2024-03-02"])
    shared = pd.DataFrame(
        {
            "article": [0, 1, 2],
            "day": days,
            "week": days,
            "month": days.to_period("M").to_timestamp(),
            "outlet": ["Gazette", "Post", "Herald"],
            "family": ["House A", "House A", "House B"],
            "story": [0, 0, 1],
        }
    )
    articles = shared.assign(
        article_id=["id:t/0", "id:t/1", "id:t/2"],
        collection="t",
        title=[
            "Troops <script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "Three $missiles$ *fired*",
        ],
        url=["javascript:alert(1)", "https://post.example/1", None],
        wires=[[], [], ["Wire One"]],
        topics=[["alliances"], ["alliances"], ["missiles"]],
        subtopics=[[], [], []],
        countries=[["KOR"], ["KOR"], ["PRK"]],
        figures=[1, 1, 1],
        figure_kinds=[["personnel"], ["personnel"], ["munitions"]],
        lead=[True, False, True],
        copy=["original", "copy", "original"],
        flags=[[], [], []],
        words=[6, 6, 4],
    )
    figures = shared.assign(
        figure=[0, 1, 2],
        figure_id=["figure0", "figure1", "figure2"],
        start=[12, 12, 0],
        end=[25, 25, 14],
        quote=["28,500 troops", "30,000 troops", "Three missiles"],
        low=[28500.0, 30000.0, 3.0],
        high=[28500.0, None, 3.0],
        hedge=["about", "at_least", "exact"],
        kind=["personnel", "personnel", "munitions"],
        unit=["troops", "troops", "missiles"],
        force=["USA", "USA", None],
        place=["KOR", "KOR", None],
        role=["stationed", "stationed", None],
        aspect="level",
        modality="reported",
        sentence_start=0,
        sentence_end=[len(one) for one in texts],
        sentence=texts,
        series=["personnel|USA|KOR|stationed|level"] * 2 + ["munitions||||level"],
        first=[True, False, True],
    )
    places = pd.DataFrame(
        {"article": [0], "start": [0], "end": [5], "name": ["Seoul"], "iso3": "KOR", "kind": "city"}
    )
    stories = pd.DataFrame(
        {"story": [0, 1], "story_id": ["s0", "s1"], "lead": [0, 2], "articles": [2, 1]}
    ).assign(outlets=[2, 1], families=[1, 1])
    return {
        "articles": articles,
        "texts": pd.DataFrame({"article": [0, 1, 2], "text": texts}),
        "topics": shared.assign(topic=["alliances", "alliances", "missiles"], rank=1, weight=1.0),
        "countries": shared.assign(country=["KOR", "KOR", "PRK"]),
        "figures": figures,
        "places": places,
        "stories": stories,
        "copies": pd.DataFrame({"article": [1], "parent": [0], "kept": [0.8], "added": [0.2]}),
    }
