"""Articles and readings as columns: the two tables of the archive, as Arrow schemas.

Both are plain Parquet to anything else that reads them. Times are UTC.
"""

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from analytics.contract import FIELD_TYPES
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
# One row an article, revision and version of the reader.
READINGS = pa.schema(
    [
        ("identity", pa.string()),
        ("sha256", pa.string()),
        ("reader_version", pa.string()),
        *FIELD_TYPES.items(),
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
