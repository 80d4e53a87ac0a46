"""The archive: two Delta tables, the truth and what was read from it.

*texts* holds each text as it was delivered, one row a revision of an article; *readings* holds what
one version of the reader found in one text. Nothing is overwritten: a row is merged in by its
identity, so a retry is harmless and two writers lose nothing. A takedown is the one thing that
deletes; it leaves a tombstone, so that the text does not come back with the next delivery.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
from deltalake import DeltaTable

from analytics.columns import READINGS, TEXTS, text_row
from analytics.delta import created, erase, merge, open_table, paths, retry, scan, table_folder
from analytics.errors import StoreError
from analytics.model import Article

_KEYS = {"texts": ("identity", "sha256"), "readings": ("identity", "sha256", "reader_version")}
_SCHEMAS = {"texts": TEXTS, "readings": READINGS}


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
        return retry(partial(self._add, articles, at), self.store / "texts")

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
            merge(table, added, _KEYS["texts"])
        return Added(len(rows) - revised, revised, unchanged, tuple(withdrawn), added)

    def add_readings(self, batches: Sequence[pa.RecordBatch]) -> None:
        """Write readings, batches of READINGS, that are not there yet.

        Raises:
            StoreError: the table cannot be read or written.
        """
        rows = pa.Table.from_batches(batches, schema=READINGS)
        if rows.num_rows:
            retry(
                lambda: merge(self._created("readings"), rows, _KEYS["readings"]),
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
            for batch in scan(readings, READINGS, ["identity", "sha256", "reader_version"], this):
                done.update(_pairs(batch))
        for batch in scan(texts, TEXTS, TEXTS.names, ~ds.field("withdrawn")):
            left = pa.array([pair not in done for pair in _pairs(batch)], pa.bool_())
            if (rows := batch.filter(left)).num_rows:
                yield pa.Table.from_batches([rows], schema=TEXTS)

    def texts(self) -> Iterator[pa.RecordBatch]:
        """Yield every text that is kept, rows of TEXTS, once a revision.

        Raises:
            StoreError: a file cannot be read.
        """
        if texts := self._open("texts"):
            yield from scan(texts, TEXTS, TEXTS.names, ~ds.field("withdrawn"))

    def files(self, name: str, version: int | None = None) -> Files:
        """Return the files of *texts* or *readings*, as they are now or at an older version.

        Raises:
            StoreError: there is no archive, or not this version of it any more.
        """
        table = self._open(name, version)
        if table is None:
            raise StoreError(f"{self.store}: the archive is empty; run: python -m analytics ingest")
        files = tuple(paths(table))
        if not all(Path(path).is_file() for path in files):
            raise StoreError(f"{table_folder(table)}: version {version} was deleted by a takedown")
        return Files(files, table.version())

    def damaged(self) -> Iterator[str]:
        """Hold each text against its hash; yield the identities that fail.

        Raises:
            StoreError: a file cannot be read.
        """
        if texts := self._open("texts"):
            columns = ["identity", "sha256", "text", "withdrawn"]
            for batch in scan(texts, TEXTS, columns, ~ds.field("withdrawn")):
                for row in batch.to_pylist():
                    if hashlib.sha256((row["text"] or "").encode()).hexdigest() != row["sha256"]:
                        yield row["identity"]

    def identities(self) -> Iterator[str]:
        """Yield the identity of each text that is kept, once a revision."""
        if texts := self._open("texts"):
            for batch in scan(texts, TEXTS, ["identity", "withdrawn"], ~ds.field("withdrawn")):
                yield from batch["identity"].to_pylist()

    def called(self, name: str) -> list[str]:
        """Return the identities of what is called ``name``: an identity, a given id, an address."""
        texts = self._open("texts")
        if texts is None:
            return []
        exact, others = set(), set()
        columns = ["identity", "id", "url", "withdrawn"]
        for batch in scan(texts, TEXTS, columns, ~ds.field("withdrawn")):
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
        retry(lambda: merge(self._created("texts"), rows, _KEYS["texts"]), path)
        for name in ("readings", "texts"):
            if self._open(name) is not None:
                retry(partial(self._erase, name, identity), self.store / name)

    def _erase(self, name: str, identity: str) -> None:
        # A literal in SQL; the only character that could end it is doubled.
        quoted = identity.replace("'", "''")
        erase(self._created(name), f"identity = '{quoted}' and sha256 <> ''")

    def _created(self, name: str) -> DeltaTable:
        return created(self.store / name, _SCHEMAS[name])

    def _open(self, name: str, version: int | None = None) -> DeltaTable | None:
        return open_table(self.store / name, _SCHEMAS[name], version)


def _known(table: DeltaTable, identities: set[str]) -> tuple[dict[str, dict[str, int]], set[str]]:
    """Look identities up: the revision of each text's hash, and which were taken down."""
    known: dict[str, dict[str, int]] = {}
    gone = set()
    wanted = ds.field("identity").isin(pa.array(sorted(identities), pa.string()))
    for batch in scan(table, TEXTS, ["identity", "sha256", "revision", "withdrawn"], wanted):
        for row in batch.to_pylist():
            if row["withdrawn"]:
                gone.add(row["identity"])
            else:
                known.setdefault(row["identity"], {})[row["sha256"]] = row["revision"]
    return known, gone


def _pairs(batch: pa.RecordBatch) -> list[tuple[str, str]]:
    return list(zip(batch["identity"].to_pylist(), batch["sha256"].to_pylist(), strict=True))
