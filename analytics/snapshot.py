"""The contract between the write side and the read side: an immutable DuckDB file.

``publish`` makes it, the pages read it, and this module is what both know: how a snapshot is
found, opened and pinned (its tables are in ``schema``). It writes nothing.
"""

import os
import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

import duckdb
import pandas as pd

from analytics.errors import StoreError
from analytics.schema import SCHEMA_VERSION, TABLES

# A snapshot lies in its store as snapshots/ID.duckdb; the file CURRENT beside that folder holds the
# ID to read now. Files are never changed, so what is open stays true while a new one is built.
FOLDER = "snapshots"
CURRENT = "current"
ROOT = Path(__file__).resolve().parents[1]
STORE = ROOT / "data" / "store"
SAMPLE_STORE = ROOT / "data" / "sample" / "store"
FRAMES = 64  # answers of queries that an open snapshot keeps
SMALL = 500_000_000  # bytes of a file, up to which one thread answers sooner than several
_ID = re.compile(r"[0-9a-f]{16}")
# The same everywhere: one process cannot open one file in two ways.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "lock_configuration": "true",
}
_UNREADABLE = (
    duckdb.IOException,
    duckdb.ConnectionException,
    duckdb.FatalException,
    duckdb.InternalException,
)


@dataclass(frozen=True, slots=True)
class Meta:
    """What a snapshot is: the one row of its ``meta`` table."""

    snapshot_id: str
    schema_version: int
    reader_version: str
    publisher_version: str
    sample: bool
    articles: int
    first_day: Any  # date, or null where no article has one
    last_day: Any
    texts_version: int
    readings_version: int


class Snapshot:
    """One open snapshot. Share it between threads: each query takes a cursor of its own."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, meta: Meta) -> None:
        self.path = path
        self.meta = meta
        self._connection = connection
        self._frames: OrderedDict[tuple[str, str], pd.DataFrame] = OrderedDict()
        self._lock = Lock()

    @property
    def id(self) -> str:
        """The snapshot's id: the same texts, reader and publisher give the same one anywhere."""
        return self.meta.snapshot_id

    def query(
        self, sql: str, parameters: Sequence[object] | dict[str, object] = ()
    ) -> pd.DataFrame:
        """Run one query; its rows as a DataFrame (no row, no rows; CODE columns as categories).

        A query asked again is answered from memory: charts that show their own field whole ask the
        same whatever is chosen in it. Each caller has a frame of its own to change.

        Raises:
            StoreError: the file cannot be read any more, or is closed.
        """
        key = (sql, repr(parameters))
        with self._lock:
            held = self._frames.get(key)
        if held is None:
            with self._reading() as cursor:
                held = cursor.execute(sql, parameters).df()
            with self._lock:
                self._frames[key] = held
                while len(self._frames) > FRAMES:
                    self._frames.popitem(last=False)
        return held.copy(deep=False)  # nothing is copied before it is written to

    def rows(self, sql: str, parameters: Sequence[object] | dict[str, object] = ()) -> list[Any]:
        """Run one query; its rows as tuples of plain Python values.

        Raises:
            StoreError: the file cannot be read any more, or is closed.
        """
        with self._reading() as cursor:
            return cursor.execute(sql, parameters).fetchall()

    @contextmanager
    def _reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        try:
            with self._connection.cursor() as cursor:
                yield cursor
        except duckdb.Error as error:  # of the base class itself: a checksum that does not hold
            if type(error) is duckdb.Error or isinstance(error, _UNREADABLE):
                raise StoreError(f"{self.path}: cannot be read any more: {error}") from error
            raise

    def close(self) -> None:
        """Let the file go; closing twice is harmless."""
        with self._lock:
            self._frames.clear()
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def store_folder(given: Path | None = None) -> Path:
    """Return the store to use: the one given, else ``MUSTER_STORE``, else data/store."""
    return given or Path(os.environ.get("MUSTER_STORE") or STORE)


def current_id(store: Path) -> str | None:
    """Return the id that the store's pointer names; null where nothing was published yet.

    Raises:
        StoreError: the pointer is there and does not hold an id.
    """
    pointer = store / CURRENT
    try:
        text = pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{pointer}: cannot be read: {error}") from error
    if not is_id(text):
        raise StoreError(
            f"{pointer}: does not hold a snapshot id; run: python -m analytics publish"
        )
    return text


def is_id(text: str) -> bool:
    """Tell whether ``text`` has the form of a snapshot id (16 hexadecimal digits)."""
    return bool(_ID.fullmatch(text))


def snapshot_path(store: Path, snapshot_id: str) -> Path:
    """Return where the snapshot of this id lies, whether it does or not."""
    if not is_id(snapshot_id):
        raise StoreError(f"{snapshot_id[:40]!r} is not a snapshot id (16 hexadecimal digits)")
    return store / FOLDER / f"{snapshot_id}.duckdb"


def list_ids(store: Path) -> list[str]:
    """Return the ids whose files are there to open, newest first; no store, no ids."""
    files = [path for path in (store / FOLDER).glob("*.duckdb") if is_id(path.stem)]
    return [path.stem for path in sorted(files, key=lambda p: (-p.stat().st_mtime_ns, p.stem))]


def open_snapshot(store: Path, snapshot_id: str | None = None) -> Snapshot:
    """Open the current snapshot of a store, or pin the one with ``snapshot_id``.

    Raises:
        StoreError: nothing was published; the file is missing, broken, or of another version. The
            message says what to run.
    """
    wanted = snapshot_id or current_id(store)
    if wanted is None:
        raise StoreError(
            f"{store}: nothing is published here; run: python -m analytics ingest PATH"
        )
    path = snapshot_path(store, wanted)
    if not path.is_file():
        raise StoreError(
            f"{path}: this snapshot is not here; run: python -m analytics publish --id {wanted}"
        )
    try:
        threads = {"threads": 1} if path.stat().st_size <= SMALL else {}
        connection = duckdb.connect(str(path), read_only=True, config={**_CONFIG, **threads})
    except duckdb.Error as error:
        raise StoreError(f"{path}: broken, or not a snapshot: {error}") from error
    try:
        return Snapshot(path, connection, _meta(path, connection, wanted))
    except StoreError:
        connection.close()
        raise


def _meta(path: Path, connection: duckdb.DuckDBPyConnection, wanted: str) -> Meta:
    try:
        version = connection.execute("select schema_version from meta").fetchone()
        if version is not None and version[0] != SCHEMA_VERSION:
            raise StoreError(
                f"{path}: of schema version {version[0]}, this program reads {SCHEMA_VERSION}; "
                "run: python -m analytics publish"
            )
        held = connection.execute("select table_name, column_name from duckdb_columns()").fetchall()
        wanted_columns = {(table, name) for table, columns in TABLES.items() for name in columns}
        if missing := sorted(wanted_columns - set(held)):
            raise StoreError(
                f"{path}: broken: it lacks {'.'.join(missing[0])}; run: python -m analytics publish"
            )
        columns = ", ".join(TABLES["meta"])
        row = connection.execute(f"select {columns} from meta").fetchone()
    except duckdb.Error as error:
        raise StoreError(f"{path}: broken, or not a snapshot: {error}") from error
    if row is None or row[0] != wanted:
        raise StoreError(f"{path}: broken: it does not say that it is {wanted}")
    return Meta(*row)
