"""Delta tables as the archive needs them: made when first written, merged into, read in batches.

Files are plain Parquet (no deletion vectors, no column mapping), which Spark and others read as
well, and none is deleted but by `erase`: an older version can always be read again.
"""

import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pyarrow as pa
import pyarrow.dataset as ds
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

from analytics.durable import sync_file, sync_folder
from analytics.errors import StoreError

_FOREVER = "interval 36500 days"  # older snapshots are rebuilt from the history
_CONFIGURATION: dict[str, str | None] = {
    "delta.enableDeletionVectors": "false",
    "delta.logRetentionDuration": _FOREVER,
    "delta.deletedFileRetentionDuration": _FOREVER,
    # Of other columns no least and greatest value goes into the log: with them the openings of
    # texts would stand there, and outlive a takedown.
    "delta.dataSkippingStatsColumns": "sha256",
}
_TRIES = 20
_ROWS = 500  # rows handed on at a time

_T = TypeVar("_T")


def open_table(path: Path, schema: pa.Schema, version: int | None = None) -> DeltaTable | None:
    """Open a table as it is now or was at a version; null where none was ever written.

    Raises:
        StoreError: it cannot be read, or lacks a column.
    """
    try:
        table = DeltaTable(str(path), version=version)
    except TableNotFoundError:
        return None
    except (DeltaError, OSError) as error:
        raise StoreError(f"{path}: cannot be read: {error}") from error
    lacking = set(schema.names) - {field.name for field in table.schema().fields}
    if lacking:
        raise StoreError(
            f"{path}: made by another version of this program (no {sorted(lacking)[0]}); "
            "ingest into another folder: --store DIR"
        )
    return table


def created(path: Path, schema: pa.Schema) -> DeltaTable:
    """Open a table, made where it is not there."""
    if (table := open_table(path, schema)) is not None:
        return table
    path.mkdir(parents=True, exist_ok=True)
    DeltaTable.create(str(path), schema, mode="ignore", configuration=_CONFIGURATION)
    return DeltaTable(str(path))


def merge(table: DeltaTable, rows: pa.Table, keys: Sequence[str]) -> None:
    """Add the rows whose keys are not there yet; on the disk when this returns."""
    (
        table.merge(
            rows,
            predicate=" and ".join(f"there.{key} = here.{key}" for key in keys),
            source_alias="here",
            target_alias="there",
        )
        .when_not_matched_insert_all()
        .execute()
    )
    sync_commit(table)


def erase(table: DeltaTable, rows: str) -> None:
    """Delete rows (a condition in SQL) and every file that held them, older versions included."""
    table.delete(rows)
    sync_commit(table)
    table.vacuum(retention_hours=0, enforce_retention_duration=False, dry_run=False, full=True)


def scan(
    table: DeltaTable, schema: pa.Schema, columns: list[str], wanted: ds.Expression
) -> Iterator[pa.RecordBatch]:
    """Yield the rows that are wanted; ``columns`` holds what ``wanted`` asks for.

    Rows are chosen after they are read: the package writes strings as views, which the filter of
    pyarrow's own reader cannot compare with the files' statistics.

    Raises:
        StoreError: a file cannot be read.
    """
    files = paths(table)
    if not files:
        return
    try:
        data = ds.dataset(files, schema=schema, format="parquet")
        for batch in data.to_batches(columns=columns, batch_size=_ROWS):
            if (rows := batch.filter(wanted)).num_rows:
                yield rows
    except (pa.ArrowException, OSError) as error:
        raise StoreError(f"{table_folder(table)}: cannot be read: {error}") from error


def paths(table: DeltaTable) -> list[str]:
    """Return the Parquet files of this version of a table."""
    folder = table_folder(table)
    return [str(folder / uri.rsplit("/", 1)[-1]) for uri in table.file_uris()]


def retry(write: Callable[[], _T], path: Path) -> _T:
    """Write; try again where another writer was first: its rows and ours are both kept.

    Raises:
        StoreError: the table cannot be written, or others are always first.
    """
    for tried in range(_TRIES):
        try:
            return write()
        except CommitFailedError as error:
            if tried == _TRIES - 1:
                raise StoreError(f"{path}: other writers are always first: {error}") from error
            time.sleep(random.uniform(0.02, 0.1) * (tried + 1))
        except (DeltaError, OSError) as error:
            raise StoreError(f"{path}: cannot be written: {error}") from error
    raise AssertionError("the last try returned or raised")


def table_folder(table: DeltaTable) -> Path:
    """Return where a Delta table lies; its address is quoted as in a browser."""
    return Path(url2pathname(urlsplit(table.table_uri).path))


def sync_commit(table: DeltaTable) -> None:
    """Have the newest commit of a Delta table on the disk: its data, then its log entry.

    The package writes files and leaves it to the system when they reach the disk; a process that
    is killed loses nothing by that, a machine that loses power might.
    """
    folder = table_folder(table)
    entry = folder / "_delta_log" / f"{table.version():020d}.json"
    for line in entry.read_text(encoding="utf-8").splitlines():
        if added := json.loads(line).get("add"):
            sync_file(folder / added["path"])
    sync_file(entry)
    sync_folder(folder)
    sync_folder(entry.parent)
