"""The archive: two Delta tables, the truth and what was read from it.

*texts* holds each text as it was delivered, one row a revision of an article; *readings* holds what
one version of the reader found in one text. Nothing is overwritten: a row is merged in by its
identity, so a retry is harmless and two writers lose nothing. Files are plain Parquet (no deletion
vectors, no column mapping), which Spark and others read as well.
"""

import hashlib
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

from analytics.contract import FIELD_TYPES
from analytics.errors import StoreError
from analytics.model import Article

TEXTS = pa.schema(
    [
        ("identity", pa.string()),
        ("sha256", pa.string()),
        ("revision", pa.int32()),  # 0, 1, 2 … of its identity
        ("id", pa.string()),
        ("collection", pa.string()),
        ("title", pa.string()),
        ("url", pa.string()),
        ("outlet", pa.string()),
        ("date", pa.string()),
        ("crawled", pa.string()),
        ("origin", pa.string()),
        ("text", pa.string()),
    ]
)
READINGS = pa.schema(
    [
        ("identity", pa.string()),
        ("sha256", pa.string()),
        ("reader_version", pa.string()),
        *FIELD_TYPES.items(),
    ]
)
_TRIES = 12


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a batch of articles: counts, and what was not there yet."""

    new: int
    revised: int
    unchanged: int
    articles: tuple[Article, ...]  # the new and the revised


class Archive:
    """The archive of one store folder; the tables are made when first written."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self._revisions: dict[str, dict[str, int]] | None = None

    def add(self, articles: Sequence[Article]) -> Added:
        """Write the articles that are not there yet; when this returns they are on disk.

        Raises:
            StoreError: the tables cannot be read or written.
        """
        known = self._known()
        rows, fresh, new, revised = [], [], 0, 0
        for article in articles:
            revisions = known.setdefault(article.identity, {})
            if article.sha256 in revisions:
                continue
            revised += bool(revisions)
            new += not revisions
            revisions[article.sha256] = len(revisions)
            fresh.append(article)
            rows.append({**_row(article), "revision": revisions[article.sha256]})
        if rows:
            self._merge("texts", TEXTS, rows, ("identity", "sha256"))
        return Added(new, revised, len(articles) - len(fresh), tuple(fresh))

    def add_readings(self, rows: Sequence[dict[str, Any]]) -> None:
        """Write readings, rows of READINGS, that are not there yet."""
        if rows:
            self._merge("readings", READINGS, rows, ("identity", "sha256", "reader_version"))

    def unread(self, reader_version: str, batch: int = 1000) -> Iterator[list[Article]]:
        """Yield the texts that this version of the reader has not read, in batches."""
        done = set()
        if readings := self._open("readings"):
            table = _arrow(readings, ["identity", "sha256", "reader_version"])
            done = {
                (row["identity"], row["sha256"])
                for row in table.to_pylist()
                if row["reader_version"] == reader_version
            }
        if not (texts := self._open("texts")):
            return
        left = []
        for part in _arrow(texts, TEXTS.names).to_batches(max_chunksize=batch):
            left += [
                _article(row)
                for row in part.to_pylist()
                if (row["identity"], row["sha256"]) not in done
            ]
            if len(left) >= batch:
                yield left
                left = []
        if left:
            yield left

    def tables(
        self, reader_version: str, texts_version: int | None, readings_version: int | None
    ) -> tuple[pa.Table, pa.Table, int, int]:
        """Read both tables, now or as they were: texts, readings, and their versions.

        Raises:
            StoreError: there is no archive, or not this version of it any more.
        """
        texts = self._open("texts", texts_version)
        readings = self._open("readings", readings_version)
        if texts is None or readings is None:
            raise StoreError(f"{self.store}: the archive is empty; run: python -m analytics ingest")
        read = _arrow(readings, READINGS.names, [("reader_version", "=", reader_version)])
        return _arrow(texts, TEXTS.names), read, texts.version(), readings.version()

    def verify(self) -> list[str]:
        """Hold each text against its hash; return the identities that fail."""
        texts = self._open("texts")
        if texts is None:
            return []
        return [
            row["identity"]
            for part in _arrow(texts, ["identity", "sha256", "text"]).to_batches()
            for row in part.to_pylist()
            if hashlib.sha256(row["text"].encode()).hexdigest() != row["sha256"]
        ]

    def take_down(self, identity: str) -> int:
        """Delete every revision of an article and what was read from it, bytes included.

        Returns:
            how many revisions there were.
        """
        quoted = identity.replace("'", "''")
        deleted = 0
        for name in ("readings", "texts"):
            if table := self._open(name):
                deleted = table.delete(f"identity = '{quoted}'")["num_deleted_rows"]
                table.vacuum(retention_hours=0, enforce_retention_duration=False, dry_run=False)
        self._revisions = None
        return int(deleted)

    def _known(self) -> dict[str, dict[str, int]]:
        """Every identity with its texts' hashes and revisions."""
        if self._revisions is None:
            self._revisions = {}
            if texts := self._open("texts"):
                for row in _arrow(texts, ["identity", "sha256", "revision"]).to_pylist():
                    of = self._revisions.setdefault(row["identity"], {})
                    of[row["sha256"]] = row["revision"]
        return self._revisions

    def _open(self, name: str, version: int | None = None) -> DeltaTable | None:
        try:
            return DeltaTable(str(self.store / name), version=version)
        except TableNotFoundError:
            return None
        except (DeltaError, OSError) as error:
            raise StoreError(f"{self.store / name}: cannot be read: {error}") from error

    def _merge(
        self, name: str, schema: pa.Schema, rows: Iterable[dict[str, Any]], keys: Sequence[str]
    ) -> None:
        source = pa.Table.from_pylist(list(rows), schema=schema)
        path = self.store / name

        def write() -> None:
            path.mkdir(parents=True, exist_ok=True)
            table = DeltaTable.create(str(path), schema=schema, mode="ignore")
            (
                table.merge(
                    source,
                    predicate=" and ".join(f"there.{key} = here.{key}" for key in keys),
                    source_alias="here",
                    target_alias="there",
                )
                .when_not_matched_insert_all()
                .execute()
            )

        _retry(write, path)


def _retry(write: Callable[[], None], path: Path) -> None:
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
    return None


def _arrow(
    table: DeltaTable, columns: list[str], filters: list[tuple[str, str, Any]] | None = None
) -> pa.Table:
    try:
        return table.to_pyarrow_table(columns=columns, filters=filters)
    except (DeltaError, pa.ArrowException, OSError) as error:
        raise StoreError(f"{table.table_uri}: cannot be read: {error}") from error


def _row(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in TEXTS.names if name != "revision"}


def _article(row: dict[str, Any]) -> Article:
    return Article(**{name: value for name, value in row.items() if name != "revision"})
