"""From the archive to a snapshot: the newest text of each article, what one reader version found
in it, grouped into stories and laid out as wide tables in an immutable DuckDB file.

The file is built under another name, synced, then renamed; a pointer to it is renamed last. Whoever
has an older snapshot open keeps it. Two publishes queue on a lock.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import duckdb
import pyarrow as pa
from filelock import FileLock

from analytics.archive import Archive
from analytics.errors import StoreError
from analytics.lexicons.all import Lexicons
from analytics.snapshot import (
    CURRENT,
    FOLDER,
    SCHEMA_VERSION,
    TABLES,
    current_id,
    list_ids,
    open_snapshot,
    snapshot_path,
)
from analytics.stories import Grouping, Telling, group
from analytics.tables import ORDER, QUERIES

SAMPLE_MARK = "sample"  # a file of this name says that the store holds the sample
MANIFEST = "manifest.jsonl"
KEPT = 5  # files of older snapshots; any can be built again from the archive's history
_SOURCES = ("publish.py", "tables.py", "stories.py", "fingerprints.py", "copies.py")
_SECRETS = ("token", "key", "sig", "auth", "session", "password", "secret")


@dataclass(frozen=True, slots=True)
class Published:
    """A line of the manifest: what a snapshot was built from."""

    snapshot_id: str
    texts_version: int
    readings_version: int
    reader_version: str
    publisher_version: str


def publish(store: Path, known: Lexicons, reader_version: str) -> Published:
    """Build the snapshot of the archive as it is now, and point the readers to it.

    The same texts, reader and publisher give the same id; then the file is not built again.

    Raises:
        StoreError: the archive is empty or cannot be read.
    """
    with FileLock(store / "publish.lock"):
        return _publish(store, known, reader_version, None)


def republish(store: Path, known: Lexicons, snapshot_id: str) -> Published:
    """Build an older snapshot again from the archive's history, and leave the pointer alone.

    Raises:
        StoreError: no such snapshot was ever published here, its texts were taken down, or this
            program lays snapshots out otherwise.
    """
    path = store / MANIFEST
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    found = [row for row in map(json.loads, lines) if row["snapshot_id"] == snapshot_id]
    if not found:
        raise StoreError(f"{snapshot_id}: no such snapshot was published in {store}")
    wanted = Published(**found[-1])
    if wanted.publisher_version != publisher_version():
        raise StoreError(
            f"{snapshot_id}: published by another version of this program "
            f"({wanted.publisher_version}); it cannot give the same numbers"
        )
    with FileLock(store / "publish.lock"):
        return _publish(store, known, wanted.reader_version, wanted)


def publisher_version() -> str:
    """Name the version of the publisher: a hash of its code, 16 digits."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for name in _SOURCES:
        if (here / name).exists():
            digest.update(name.encode() + b"\0" + (here / name).read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _publish(
    store: Path, known: Lexicons, reader_version: str, wanted: Published | None
) -> Published:
    texts, readings, texts_version, readings_version = Archive(store).tables(
        reader_version,
        wanted.texts_version if wanted else None,
        wanted.readings_version if wanted else None,
    )
    with duckdb.connect() as memory:
        memory.register("texts", texts)
        newest = memory.execute(
            "select identity, sha256 from texts qualify row_number() over "
            "(partition by identity order by revision desc, sha256) = 1 order by identity"
        ).fetchall()
    made = Published(
        _id_of(newest, reader_version),
        texts_version,
        readings_version,
        reader_version,
        publisher_version(),
    )
    if wanted and made.snapshot_id != wanted.snapshot_id:
        raise StoreError(f"{wanted.snapshot_id}: its texts are not all here any more")
    path = snapshot_path(store, made.snapshot_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        building = path.with_suffix(".building")
        building.unlink(missing_ok=True)
        with duckdb.connect(str(building)) as connection:
            _build(connection, texts, readings, made, store, known)
        _sync(building)
        building.replace(path)
    if wanted is None:
        _point(store, made)
    return made


def _id_of(newest: Iterable[tuple[str, str]], reader_version: str) -> str:
    digest = hashlib.sha256(f"{reader_version}\0{SCHEMA_VERSION}\0{publisher_version()}\0".encode())
    for identity, sha256 in newest:
        digest.update(f"{identity}\0{sha256}\0".encode())
    return digest.hexdigest()[:16]


def _build(
    connection: duckdb.DuckDBPyConnection,
    texts: pa.Table,
    readings: pa.Table,
    made: Published,
    store: Path,
    known: Lexicons,
) -> None:
    connection.execute("set preserve_insertion_order = true")
    connection.register("texts_in", texts)
    connection.register("readings_in", readings)
    connection.execute(QUERIES["base"])
    facts, tellings = _facts(connection, known)
    grouping = group(tellings, _published_stories(store))
    connection.register("facts", pa.Table.from_pylist(facts, schema=_FACTS))
    connection.register("members", _members(grouping))
    connection.register("story_rows", _stories(grouping))
    connection.register("alias_rows", _aliases(grouping))
    connection.register("parents", _parents(known))
    connection.register("refused_rows", _refused(store))
    meta = (
        made.snapshot_id,
        SCHEMA_VERSION,
        made.reader_version,
        made.publisher_version,
        (store / SAMPLE_MARK).exists(),
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


_FACTS = pa.schema(
    [
        ("article", pa.int32()),
        ("shown_title", pa.string()),
        ("url", pa.string()),
        ("outlet_kind", pa.string()),
        ("outlet_country", pa.string()),
        ("published_at", pa.timestamp("us")),
        ("updated_at", pa.timestamp("us")),
        ("crawled", pa.date32()),
        ("words", pa.int32()),
    ]
)


def _facts(
    connection: duckdb.DuckDBPyConnection, known: Lexicons
) -> tuple[list[dict[str, Any]], list[Telling]]:
    """Work out, for each article, what SQL is no good at, and what its story is found by."""
    columns = (
        "article, identity, text, blocks, title, url, outlet, family, wires, published, "
        "published_at, updated_at, crawled"
    )
    rows = connection.execute(f"select {columns} from base order by article")
    names = columns.split(", ")
    facts, tellings = [], []
    while part := rows.fetchmany(1000):
        for values in part:
            row = dict(zip(names, values, strict=True))
            body = " ".join(
                row["text"][b["start"] : b["end"]] for b in row["blocks"] if b["kind"] == "body"
            )
            outlet = known.sources.outlet_by_name.get((row["outlet"] or "").lower())
            instant = _instant(row["published_at"])
            crawled = _day(row["crawled"])
            facts.append(
                {
                    "article": row["article"],
                    "shown_title": row["title"] or _opening(body or row["text"]),
                    "url": shown_url(row["url"]),
                    "outlet_kind": outlet.kind if outlet else "unknown",
                    "outlet_country": (outlet.country if outlet else None) or None,
                    "published_at": _utc(instant),
                    "updated_at": _utc(_instant(row["updated_at"])),
                    "crawled": crawled,
                    "words": len(body.split()),
                }
            )
            tellings.append(
                Telling(
                    key=row["identity"],
                    body=body,
                    title=row["title"],
                    outlet=row["outlet"],
                    family=row["family"],
                    wire=row["wires"][0] if row["wires"] else None,
                    agency=outlet is not None and outlet.kind == "wire",
                    day=_day(row["published"]),
                    at=instant if instant and instant.tzinfo else None,
                    crawled=crawled,
                )
            )
    return facts, tellings


def shown_url(url: str | None) -> str | None:
    """Return an address that can be shown and shared: http(s), no user, no secret; else null."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not any(secret in name.lower() for secret in _SECRETS)
    ]
    return urlunsplit((parts.scheme, host + port, parts.path, urlencode(query), ""))


def _opening(text: str) -> str:
    words = " ".join(text[:400].split())
    return words if len(words) <= 90 else words[:90].rpartition(" ")[0] + " …"


def _day(value: str | None) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat((value or "")[:10])
    return None


def _instant(value: str | None) -> datetime | None:
    with suppress(ValueError):
        return datetime.fromisoformat(value or "")
    return None


def _utc(value: datetime | None) -> datetime | None:
    if value is None or value.tzinfo is None:
        return value
    return value.astimezone(UTC).replace(tzinfo=None)


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


def _members(grouping: Grouping) -> pa.Table:
    number = {story.id: index for index, story in enumerate(grouping.stories)}
    leads = {story.lead for story in grouping.stories}
    rows = [
        {
            "identity": m.key,
            "story": number[m.story],
            "lead": m.key in leads,
            "parent": m.parent,
            "copy": m.role,
            "kept": m.kept,
            "added": m.added,
        }
        for m in grouping.members.values()
    ]
    schema = pa.schema(
        [
            ("identity", pa.string()),
            ("story", pa.int32()),
            ("lead", pa.bool_()),
            ("parent", pa.string()),
            ("copy", pa.string()),
            ("kept", pa.float32()),
            ("added", pa.float32()),
        ]
    )
    return pa.Table.from_pylist(rows, schema=schema)


def _stories(grouping: Grouping) -> pa.Table:
    rows = [
        {"story": number, "story_id": story.id, "lead": story.lead, "wire": story.wire}
        for number, story in enumerate(grouping.stories)
    ]
    fields = [("story", pa.int32()), ("story_id", pa.string())]
    fields += [("lead", pa.string()), ("wire", pa.string())]
    return pa.Table.from_pylist(rows, schema=pa.schema(fields))


def _aliases(grouping: Grouping) -> pa.Table:
    rows = [{"alias": old, "story_id": now} for old, now in sorted(grouping.aliases.items())]
    schema = pa.schema([("alias", pa.string()), ("story_id", pa.string())])
    return pa.Table.from_pylist(rows, schema=schema)


def _parents(known: Lexicons) -> pa.Table:
    rows = [{"topic": name, "parent": entry.parent} for name, entry in known.topics.topics.items()]
    schema = pa.schema([("topic", pa.string()), ("parent", pa.string())])
    return pa.Table.from_pylist(rows, schema=schema)


def _refused(store: Path) -> pa.Table:
    path = store / "refused.jsonl"
    rows = (
        [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []
    )
    schema = pa.schema([("file", pa.string()), ("line", pa.int32()), ("reason", pa.string())])
    return pa.Table.from_pylist(rows, schema=schema)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _point(store: Path, made: Published) -> None:
    """Enter the snapshot in the manifest, point to it, and let the oldest files go."""
    line = json.dumps({name: getattr(made, name) for name in made.__slots__})
    manifest = store / MANIFEST
    there = manifest.read_text("utf-8").splitlines() if manifest.exists() else []
    if line not in there:
        with manifest.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
            file.flush()
            os.fsync(file.fileno())
    pointer = store / f"{CURRENT}.new"
    pointer.write_text(made.snapshot_id, encoding="utf-8")
    _sync(pointer)
    pointer.replace(store / CURRENT)
    for old in [name for name in list_ids(store) if name != made.snapshot_id][KEPT:]:
        with suppress(OSError):  # Windows: open in a reader; gone at a later publish
            (store / FOLDER / f"{old}.duckdb").unlink()
