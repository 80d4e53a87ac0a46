"""Articles and readings as columns: the two tables of the archive, as Arrow schemas.

Both are plain Parquet to anything else that reads them. Times are UTC.
"""

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from analytics.model import Article

# One row a revision of an article: what was given, and when it was received.
TEXTS = pa.schema(
    [
        ("identity", pa.string()),
        ("sha256", pa.string()),
        ("revision", pa.int32()),  # 0, 1, 2 … of its identity
        ("received", pa.timestamp("us", "UTC")),
        ("withdrawn", pa.bool_()),  # a tombstone: taken down, its text is gone and stays away
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


def _rows(**fields: pa.DataType) -> pa.DataType:
    return pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32()), *fields.items()]))


_TEXT, _TEXTS, _OFFSET = pa.string(), pa.list_(pa.string()), pa.int32()

# The fields of a reading: what ``contract.to_row`` gives with ``explain``.
_FIELDS: dict[str, pa.DataType] = {
    **dict.fromkeys(("title", "outlet", "outlet_evidence", "family", "byline"), _TEXT),
    "wires": _TEXTS,
    "wire_evidence": _TEXT,
    **dict.fromkeys(("published", "published_at", "published_evidence"), _TEXT),
    **dict.fromkeys(("updated", "updated_at"), _TEXT),
    **dict.fromkeys(("flags", "topics", "subtopics"), _TEXTS),
    "topic_evidence": pa.list_(
        pa.struct([("topic", _TEXT), ("weight", pa.float64()), ("evidence", _rows())])
    ),
    "countries": _TEXTS,
    "places": _rows(name=_TEXT, iso3=_TEXT, kind=_TEXT, form=_TEXT, government=pa.bool_()),
    "speakers": _rows(
        name=_TEXT,
        body=_TEXT,
        role=_TEXT,
        side=_TEXT,
        direct=pa.bool_(),
        scope_start=_OFFSET,
        scope_end=_OFFSET,
    ),
    "figures": _rows(
        low=pa.float64(),
        high=pa.float64(),
        **dict.fromkeys(("hedge", "kind", "unit", "of", "force", "place", "role"), _TEXT),
        **dict.fromkeys(("change", "aspect", "speaker", "modality", "as_of"), _TEXT),
        sentence_start=_OFFSET,
        sentence_end=_OFFSET,
        quote=_TEXT,
    ),
    "blocks": _rows(kind=_TEXT, rule=_TEXT),
}
# One row an article, revision and version of the reader.
READINGS = pa.schema(
    [
        ("identity", pa.string()),
        ("sha256", pa.string()),
        ("reader_version", pa.string()),
        *_FIELDS.items(),
        ("crawled_day", pa.string()),  # ISO, where what was given names a day
        ("words", pa.int32()),  # of the body
        ("outlet_kind", pa.string()),
        ("outlet_country", pa.string()),
        ("topic_parents", pa.list_(pa.string())),  # beside topic_evidence
        ("fault", pa.string()),  # why this text could not be read, where it could not
    ]
)
_GIVEN = [name for name in Article.__slots__ if name in TEXTS.names]


def text_row(article: Article) -> dict[str, Any]:
    """Lay out an article as a row of TEXTS, but for what the archive adds."""
    return {name: getattr(article, name) for name in _GIVEN}


def articles_of(batch: pa.RecordBatch) -> list[Article]:
    """Make articles of rows of TEXTS; further columns are passed over."""
    rows = batch.select(_GIVEN).to_pylist()
    return [Article(**row) for row in rows]


def readings_of(rows: Iterable[dict[str, Any]]) -> pa.RecordBatch:
    """Lay out readings as one batch of READINGS."""
    return pa.RecordBatch.from_pylist(list(rows), schema=READINGS)
