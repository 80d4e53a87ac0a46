"""The archive: two Delta tables, the truth and what was read from it.

*texts* holds each text as it was delivered, one row a revision of an article; *readings* holds what
one version of the reader found in one text. Nothing is overwritten: a row is merged in by its
identity, so a retry is harmless and two writers lose nothing. Files are plain Parquet (no deletion
vectors, no column mapping), which Spark and others read as well. A takedown is the one thing that
deletes; it leaves a tombstone, so that the text does not come back with the next delivery.
"""

import hashlib
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.dataset as ds
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

from analytics.columns import READINGS, TEXTS, text_row
from analytics.durable import sync_commit, table_folder
from analytics.errors import StoreError
from analytics.model import Article

_KEYS = {"texts": ("identity", "sha256"), "readings": ("identity", "sha256", "reader_version")}
_SCHEMAS = {"texts": TEXTS, "readings": READINGS}
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
_ROWS = 500  # texts handed on at a time

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a batch of articles: counts, what is new, and what may not come back."""

    new: int
    revised: int
    unchanged: int
    withdrawn: tuple[Article, ...]  # taken down earlier, so not kept
    rows: pa.Table  # of TEXTS: the new and the revised


@dataclass(frozen=True, slots=True)
class Files:
    """One version of a table as Parquet files, for whatever can read those."""

    paths: tuple[str, ...]
    version: int


class Archive:
    """The archive of one store folder; the tables are made when first written."""

    def __init__(self, store: Path) -> None:
        self.store = store

    def add(self, articles: Sequence[Article], received: datetime | None = None) -> Added:
        """Write the articles that are not there yet; when this returns they are on disk.

        Args:
            articles: in the order in which they were given; of two texts of one identity the
                later one is the newer revision.
            received: when; null for now.

        Raises:
            StoreError: the tables cannot be read or written.
        """
        at = received or datetime.now(UTC)
        return _retry(partial(self._add, articles, at), self.store / "texts")

    def _add(self, articles: Sequence[Article], received: datetime) -> Added:
        table = self._created("texts")
        known, gone = _known(table, {article.identity for article in articles})
        rows: list[dict[str, Any]] = []
        withdrawn, revised, unchanged = [], 0, 0
        for article in articles:
            revisions = known.setdefault(article.identity, {})
            if article.identity in gone:
                withdrawn.append(article)
            elif article.sha256 in revisions:
                unchanged += 1
            else:
                revised += bool(revisions)
                revisions[article.sha256] = max(revisions.values(), default=-1) + 1
                rows.append(
                    text_row(article)
                    | {
                        "revision": revisions[article.sha256],
                        "received": received + timedelta(microseconds=len(rows)),
                        "withdrawn": False,
                    }
                )
        added = pa.Table.from_pylist(rows, schema=TEXTS)
        if rows:
            self._merge(table, "texts", added)
        return Added(len(rows) - revised, revised, unchanged, tuple(withdrawn), added)

    def add_readings(self, batches: Sequence[pa.RecordBatch]) -> None:
        """Write readings, batches of READINGS, that are not there yet.

        Raises:
            StoreError: the table cannot be read or written.
        """
        rows = pa.Table.from_batches(batches, schema=READINGS)
        if rows.num_rows:
            _retry(
                lambda: self._merge(self._created("readings"), "readings", rows),
                self.store / "readings",
            )

    def unread(self, reader_version: str) -> Iterator[pa.Table]:
        """Yield the texts, rows of TEXTS, that this version of the reader has not read."""
        texts, readings = self._open("texts"), self._open("readings")
        if texts is None:
            return
        done: set[tuple[str, str]] = set()
        if readings is not None:
            this = ds.field("reader_version") == reader_version
            for batch in _scan(readings, READINGS, ["identity", "sha256", "reader_version"], this):
                done.update(_pairs(batch))
        for batch in _scan(texts, TEXTS, TEXTS.names, ~ds.field("withdrawn")):
            left = pa.array([pair not in done for pair in _pairs(batch)], pa.bool_())
            if (rows := batch.filter(left)).num_rows:
                yield pa.Table.from_batches([rows], schema=TEXTS)

    def texts(self) -> Iterator[pa.RecordBatch]:
        """Yield every text that is kept, rows of TEXTS, once a revision.

        Raises:
            StoreError: a file cannot be read.
        """
        if texts := self._open("texts"):
            yield from _scan(texts, TEXTS, TEXTS.names, ~ds.field("withdrawn"))

    def files(self, name: str, version: int | None = None) -> Files:
        """Return the files of *texts* or *readings*, as they are now or at an older version.

        Raises:
            StoreError: there is no archive, or not this version of it any more.
        """
        table = self._open(name, version)
        if table is None:
            raise StoreError(f"{self.store}: the archive is empty; run: python -m analytics ingest")
        paths = tuple(_paths(table))
        if not all(Path(path).is_file() for path in paths):
            raise StoreError(f"{table_folder(table)}: version {version} was deleted by a takedown")
        return Files(paths, table.version())

    def damaged(self) -> Iterator[str]:
        """Hold each text against its hash; yield the identities that fail.

        Raises:
            StoreError: a file cannot be read.
        """
        if texts := self._open("texts"):
            columns = ["identity", "sha256", "text", "withdrawn"]
            for batch in _scan(texts, TEXTS, columns, ~ds.field("withdrawn")):
                for row in batch.to_pylist():
                    if hashlib.sha256((row["text"] or "").encode()).hexdigest() != row["sha256"]:
                        yield row["identity"]

    def identities(self) -> Iterator[str]:
        """Yield the identity of each text that is kept, once a revision."""
        if texts := self._open("texts"):
            for batch in _scan(texts, TEXTS, ["identity", "withdrawn"], ~ds.field("withdrawn")):
                yield from batch["identity"].to_pylist()

    def called(self, name: str) -> list[str]:
        """Return the identities of what is called ``name``: an identity, a given id, an address."""
        texts = self._open("texts")
        if texts is None:
            return []
        exact, others = set(), set()
        columns = ["identity", "id", "url", "withdrawn"]
        for batch in _scan(texts, TEXTS, columns, ~ds.field("withdrawn")):
            for row in batch.to_pylist():
                if row["identity"] == name:
                    exact.add(name)
                elif name in (row["id"], row["url"]):
                    others.add(row["identity"])
        return sorted(exact or others)

    def take_down(self, identity: str, received: datetime | None = None) -> None:
        """Delete every revision of an article and what was read from it, bytes included.

        The tombstone is written first: what is deleted cannot come back in between.

        Raises:
            StoreError: the tables cannot be read or written.
        """
        tombstone = dict.fromkeys(TEXTS.names) | {
            "identity": identity,
            "sha256": "",
            "revision": -1,
            "received": received or datetime.now(UTC),
            "withdrawn": True,
        }
        rows = pa.Table.from_pylist([tombstone], schema=TEXTS)
        path = self.store / "texts"
        _retry(lambda: self._merge(self._created("texts"), "texts", rows), path)
        for name in ("readings", "texts"):
            if self._open(name) is not None:
                _retry(partial(self._delete, name, identity), self.store / name)

    def _delete(self, name: str, identity: str) -> None:
        table = self._created(name)
        # A literal in SQL; the only character that could end it is doubled.
        quoted = identity.replace("'", "''")
        table.delete(f"identity = '{quoted}' and sha256 <> ''")
        sync_commit(table)
        table.vacuum(retention_hours=0, enforce_retention_duration=False, dry_run=False, full=True)

    def _created(self, name: str) -> DeltaTable:
        if (table := self._open(name)) is not None:
            return table
        path = self.store / name
        path.mkdir(parents=True, exist_ok=True)
        DeltaTable.create(str(path), _SCHEMAS[name], mode="ignore", configuration=_CONFIGURATION)
        return DeltaTable(str(path))

    def _open(self, name: str, version: int | None = None) -> DeltaTable | None:
        path = self.store / name
        try:
            table = DeltaTable(str(path), version=version)
        except TableNotFoundError:
            return None
        except (DeltaError, OSError) as error:
            raise StoreError(f"{path}: cannot be read: {error}") from error
        lacking = set(_SCHEMAS[name].names) - {field.name for field in table.schema().fields}
        if lacking:
            raise StoreError(
                f"{path}: made by another version of this program (no {sorted(lacking)[0]}); "
                "ingest into another folder: --store DIR"
            )
        return table

    def _merge(self, table: DeltaTable, name: str, rows: pa.Table) -> None:
        (
            table.merge(
                rows,
                predicate=" and ".join(f"there.{key} = here.{key}" for key in _KEYS[name]),
                source_alias="here",
                target_alias="there",
            )
            .when_not_matched_insert_all()
            .execute()
        )
        sync_commit(table)


def _known(table: DeltaTable, identities: set[str]) -> tuple[dict[str, dict[str, int]], set[str]]:
    """Look identities up: the revision of each text's hash, and which were taken down."""
    known: dict[str, dict[str, int]] = {}
    gone = set()
    wanted = ds.field("identity").isin(pa.array(sorted(identities), pa.string()))
    for batch in _scan(table, TEXTS, ["identity", "sha256", "revision", "withdrawn"], wanted):
        for row in batch.to_pylist():
            if row["withdrawn"]:
                gone.add(row["identity"])
            else:
                known.setdefault(row["identity"], {})[row["sha256"]] = row["revision"]
    return known, gone


def _scan(
    table: DeltaTable, schema: pa.Schema, columns: list[str], wanted: ds.Expression
) -> Iterator[pa.RecordBatch]:
    """Yield the rows that are wanted; ``columns`` holds what ``wanted`` asks for.

    Rows are chosen after they are read: the package writes strings as views, which the filter of
    pyarrow's own reader cannot compare with the files' statistics.
    """
    paths = _paths(table)
    if not paths:
        return
    try:
        data = ds.dataset(paths, schema=schema, format="parquet")
        for batch in data.to_batches(columns=columns, batch_size=_ROWS):
            if (rows := batch.filter(wanted)).num_rows:
                yield rows
    except (pa.ArrowException, OSError) as error:
        raise StoreError(f"{table_folder(table)}: cannot be read: {error}") from error


def _paths(table: DeltaTable) -> list[str]:
    folder = table_folder(table)
    return [str(folder / uri.rsplit("/", 1)[-1]) for uri in table.file_uris()]


def _pairs(batch: pa.RecordBatch) -> list[tuple[str, str]]:
    return list(zip(batch["identity"].to_pylist(), batch["sha256"].to_pylist(), strict=True))


def _retry(write: Callable[[], _T], path: Path) -> _T:
    """Try again where another writer was first; its rows and ours are both kept."""
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
