"""Between the tables and the stories: what an article's story is found by, and where it went.

Rows of ``base`` (``tables.py``) become tellings; a grouping becomes rows to join with. On the way
each article's shown title, address and instants are worked out, which SQL is no good at.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

import duckdb
import pyarrow as pa

from analytics.ingest.record import host_of, without_secrets
from analytics.stories import Grouping
from analytics.tellings import Telling

_PART = 500  # articles whose texts are held at once
FACTS = pa.schema(
    [
        ("article", pa.int32()),
        ("shown_title", pa.string()),
        ("url", pa.string()),
        ("published_at", pa.timestamp("us")),
        ("updated_at", pa.timestamp("us")),
    ]
)
_ASKED = (
    "article, identity, text, blocks, title, url, outlet, outlet_kind, family, wires, published, "
    "published_at, updated_at, crawled_day"
)


def tellings(
    connection: duckdb.DuckDBPyConnection, facts: list[pa.RecordBatch]
) -> Iterator[Telling]:
    """Yield what each article's story is found by; beside it, work out what SQL is no good at."""
    rows = connection.execute(f"select {_ASKED} from base order by article")
    names = _ASKED.split(", ")
    while part := rows.fetchmany(_PART):
        asked = [dict(zip(names, values, strict=True)) for values in part]
        bodies = [_body(row) for row in asked]
        facts.append(
            pa.RecordBatch.from_pylist(
                [_facts(row, body) for row, body in zip(asked, bodies, strict=True)],
                schema=FACTS,
            )
        )
        yield from map(_telling, asked, bodies)


def _body(row: Mapping[str, Any]) -> str:
    text = row["text"]
    return " ".join(text[b["start"] : b["end"]] for b in row["blocks"] if b["kind"] == "body")


def _facts(row: Mapping[str, Any], body: str) -> dict[str, Any]:
    return {
        "article": row["article"],
        "shown_title": row["title"] or _opening(body or row["text"]),
        "url": shown_url(row["url"]),
        "published_at": _utc(_instant(row["published_at"])),
        "updated_at": _utc(_instant(row["updated_at"])),
    }


def _telling(row: Mapping[str, Any], body: str) -> Telling:
    instant = _instant(row["published_at"])
    return Telling(
        key=row["identity"],
        body=body,
        title=row["title"],
        outlet=row["outlet"],
        family=row["family"],
        wire=row["wires"][0] if row["wires"] else None,
        agency=row["outlet_kind"] == "wire",
        day=_day(row["published"]),
        at=instant if instant and instant.tzinfo else None,
        crawled=_day(row["crawled_day"]),
    )


def shown_url(url: str | None) -> str | None:
    """Return an address that can be shown and shared: http(s), no user, no secret; else null."""
    address = without_secrets(url)
    return address if host_of(address) else None


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


def members(grouping: Grouping) -> pa.Table:
    """Lay out each article's place in its story: one row an article, by identity."""
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


def stories(grouping: Grouping) -> pa.Table:
    """Lay out the stories, numbered 0, 1, 2 … in the grouping's order; ``lead`` is an identity."""
    rows = [
        {"story": number, "story_id": story.id, "lead": story.lead, "wire": story.wire}
        for number, story in enumerate(grouping.stories)
    ]
    fields = [("story", pa.int32()), ("story_id", pa.string())]
    fields += [("lead", pa.string()), ("wire", pa.string())]
    return pa.Table.from_pylist(rows, schema=pa.schema(fields))


def aliases(grouping: Grouping) -> pa.Table:
    """Lay out every id that a story may once have had, beside the one it has now."""
    rows = [{"alias": old, "story_id": now} for old, now in sorted(grouping.aliases.items())]
    schema = pa.schema([("alias", pa.string()), ("story_id", pa.string())])
    return pa.Table.from_pylist(rows, schema=schema)
