"""From the archive to a snapshot: the newest text of each article, what one reader version found
in it, grouped into stories and laid out as wide tables in an immutable DuckDB file.

The file is built under another name, synced, then renamed; a pointer to it is renamed last. Whoever
has an older snapshot open keeps it. Two publishes queue on a lock.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
from filelock import FileLock

from analytics.archive import Archive, Files
from analytics.columns import READINGS, TEXTS
from analytics.durable import append_line, replace_text, sync_file, sync_folder
from analytics.errors import StoreError
from analytics.schema import SCHEMA_VERSION, TABLES
from analytics.snapshot import (
    CURRENT,
    FOLDER,
    current_id,
    list_ids,
    open_snapshot,
    snapshot_path,
)
from analytics.stories import group
from analytics.story_rows import FACTS, aliases, members, stories, tellings
from analytics.tables import ORDER, QUERIES

SAMPLE_MARK = "sample"  # a file of this name says that the store holds the sample
MANIFEST = "manifest.jsonl"
REFUSED = "refused.jsonl"
KEPT = 5  # files of older snapshots; any can be built again from the archive's history
_SOURCES = (
    *("publish.py", "schema.py", "tables.py", "story_rows.py", "stories.py", "parents.py"),
    *("tellings.py", "fingerprints.py", "copies/links.py", "copies/candidates.py"),
    *("copies/likeness.py", "copies/runs.py", "copies/round_ups.py", "copies/forest.py"),
)


@dataclass(frozen=True, slots=True)
class Published:
    """A line of the manifest: what a snapshot was built from."""

    snapshot_id: str
    texts_version: int
    readings_version: int
    reader_version: str
    publisher_version: str


def publish(store: Path, reader_version: str) -> Published:
    """Build the snapshot of the archive as it is now, and point the readers to it.

    The same texts, reader and publisher give the same id; then the file is not built again.

    Raises:
        StoreError: the archive is empty or cannot be read.
    """
    with _alone(store):
        return _publish(store, reader_version, None)


def republish(store: Path, snapshot_id: str) -> Published:
    """Build an older snapshot again from the archive's history, and leave the pointer alone.

    Raises:
        StoreError: no such snapshot was ever published here, its texts were taken down, or this
            program lays snapshots out otherwise.
    """
    rows = map(json.loads, _lines(store / MANIFEST))
    found = [row for row in rows if row["snapshot_id"] == snapshot_id]
    if not found:
        raise StoreError(f"{snapshot_id}: no such snapshot was published in {store}")
    wanted = Published(**found[-1])
    if wanted.publisher_version != publisher_version():
        raise StoreError(
            f"{snapshot_id}: published by another version of this program "
            f"({wanted.publisher_version}); it cannot give the same numbers"
        )
    with _alone(store):
        return _publish(store, wanted.reader_version, wanted)


@contextmanager
def _alone(store: Path) -> Iterator[None]:
    """Wait for another publish to end; killed ones let go by themselves."""
    if not store.is_dir():
        raise StoreError(f"{store}: no such store; run: python -m analytics ingest PATH")
    try:
        with FileLock(store / "publish.lock"):
            yield
    except PermissionError as error:
        raise StoreError(f"{store}: cannot be written: {error.strerror}") from error


def is_sample(store: Path) -> bool:
    """Tell whether the store holds the sample, and nothing else."""
    return (store / SAMPLE_MARK).exists()


def publisher_version() -> str:
    """Name the version of the publisher: a hash of its code, 16 digits, on any system."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for name in _SOURCES:
        code = (here / name).read_bytes().replace(b"\r\n", b"\n")
        digest.update(name.encode() + b"\0" + code + b"\0")
    return digest.hexdigest()[:16]


def _publish(store: Path, reader_version: str, wanted: Published | None) -> Published:
    archive = Archive(store)
    texts = archive.files("texts", wanted.texts_version if wanted else None)
    readings = archive.files("readings", wanted.readings_version if wanted else None)
    (store / FOLDER).mkdir(parents=True, exist_ok=True)
    building = store / FOLDER / "building"
    _remove(building)
    with duckdb.connect(str(building)) as connection:
        _view(connection, "texts_in", TEXTS, texts, "true")
        _view(connection, "readings_in", READINGS, readings, f"reader_version = '{reader_version}'")
        connection.execute(QUERIES["newest"])
        made = Published(
            _id_of(connection, reader_version),
            texts.version,
            readings.version,
            reader_version,
            publisher_version(),
        )
        if wanted and made.snapshot_id != wanted.snapshot_id:
            raise StoreError(f"{wanted.snapshot_id}: its texts are not all here any more")
        path = snapshot_path(store, made.snapshot_id)
        there = path.exists() and _whole(store, made.snapshot_id)
        if not there:
            _build(connection, made, store)
    if there:
        _remove(building)
    else:
        sync_file(building)
        building.replace(path)
        sync_folder(path.parent)
    if wanted is None:
        _point(store, made)
    return made


def _whole(store: Path, snapshot_id: str) -> bool:
    """Tell whether a snapshot's file can be read to its end; a broken one is built again."""
    try:
        with open_snapshot(store, snapshot_id) as snapshot:
            for table in TABLES:
                snapshot.rows(f'select count(hash(t)) from "{table}" t')
    except StoreError:
        return False
    return True


def _remove(building: Path) -> None:
    """Clear away what a killed publish left."""
    building.unlink(missing_ok=True)
    building.with_name(building.name + ".wal").unlink(missing_ok=True)
    shutil.rmtree(building.with_name(building.name + ".tmp"), ignore_errors=True)


def _view(
    connection: duckdb.DuckDBPyConnection, name: str, schema: pa.Schema, files: Files, where: str
) -> None:
    """Name the rows of a table's files; nothing is read into memory here."""
    if not files.paths:
        connection.register(name, schema.empty_table())
        return
    listed = ", ".join("'" + path.replace("'", "''") + "'" for path in files.paths)
    connection.execute(
        f"create temp view {name} as select * from read_parquet([{listed}]) where {where}"
    )


def _id_of(connection: duckdb.DuckDBPyConnection, reader_version: str) -> str:
    """Hash what decides every number: the texts with what was given about them, and the code."""
    digest = hashlib.sha256(f"{reader_version}\0{SCHEMA_VERSION}\0{publisher_version()}\0".encode())
    rows = connection.execute("select identity, sha256, given from newest order by identity")
    while part := rows.fetchmany(10_000):
        for row in part:
            digest.update("\0".join((*row, "")).encode())
    return digest.hexdigest()[:16]


def _build(connection: duckdb.DuckDBPyConnection, made: Published, store: Path) -> None:
    connection.execute(QUERIES["base"])
    facts: list[pa.RecordBatch] = []
    grouping = group(tellings(connection, facts), _published_stories(store))
    connection.register("facts", pa.Table.from_batches(facts, schema=FACTS))
    connection.register("members", members(grouping))
    connection.register("story_rows", stories(grouping))
    connection.register("alias_rows", aliases(grouping))
    connection.register("refused_rows", _refused(store))
    meta = (
        made.snapshot_id,
        SCHEMA_VERSION,
        made.reader_version,
        made.publisher_version,
        is_sample(store),
        made.texts_version,
        made.readings_version,
    )
    connection.execute(
        "create temp table meta_in as select * from (values (?,?,?,?,?,?,?)) v", meta
    )
    for table in ORDER:
        _lay(connection, table, TABLES[table])
    connection.execute("checkpoint")


def _lay(connection: duckdb.DuckDBPyConnection, table: str, columns: Mapping[str, str]) -> None:
    """Fill one table from its query; CODE columns become ENUMs of the values that occur."""
    connection.execute(f"create temp table rows_in as {QUERIES[table]}")
    casts = []
    for column, kind in columns.items():
        if kind == "CODE":
            kind = f'"{table}_{column}"'
            values = [
                value
                for (value,) in connection.execute(
                    f'select distinct "{column}"::varchar v from rows_in '
                    "where v is not null order by v"
                ).fetchall()
            ]
            listed = ", ".join("'" + value.replace("'", "''") + "'" for value in values or [""])
            connection.execute(f"create type {kind} as enum ({listed})")
        casts.append(f'"{column}"::{kind} as "{column}"')
    connection.execute(f'create table "{table}" as select {", ".join(casts)} from rows_in')
    connection.execute("drop table rows_in")


def _published_stories(store: Path) -> dict[str, str]:
    """Article → story id, as the current snapshot has it; nothing published, nothing."""
    try:
        if current_id(store) is None:
            return {}
        with open_snapshot(store) as snapshot:
            return dict(
                snapshot.rows(
                    "select a.article_id, s.story_id from articles a join stories s using (story)"
                )
            )
    except StoreError:  # broken or of another version: its ids cannot be told any more
        return {}


def _refused(store: Path) -> pa.Table:
    path = store / REFUSED
    rows = [json.loads(line) for line in _lines(path)]
    schema = pa.schema([("file", pa.string()), ("line", pa.int32()), ("reason", pa.string())])
    return pa.Table.from_pylist(rows, schema=schema)


def _point(store: Path, made: Published) -> None:
    """Enter the snapshot in the manifest, point to it, and let the oldest files go."""
    line = json.dumps({name: getattr(made, name) for name in made.__slots__})
    manifest = store / MANIFEST
    if line not in _lines(manifest):
        append_line(manifest, line)
    replace_text(store / CURRENT, made.snapshot_id)
    for old in [name for name in list_ids(store) if name != made.snapshot_id][KEPT:]:
        with suppress(OSError):  # Windows: open in a reader; gone at a later publish
            snapshot_path(store, old).unlink()


def _lines(path: Path) -> list[str]:
    """Read the whole lines of a file; a last one without its end was cut by a kill."""
    text = path.read_text("utf-8") if path.exists() else ""
    return text[: text.rfind("\n") + 1].split("\n")[:-1]
