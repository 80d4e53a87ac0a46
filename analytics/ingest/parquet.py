"""Articles in Parquet files, one row an article: what is held at once is a small group of rows."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from analytics.errors import InputError
from analytics.ingest.opened import Meter
from analytics.ingest.record import FIELDS
from analytics.ingest.tabular import Row, check_columns

_GROUP = 200  # rows at once


def rows_of(path: Path, columns: Mapping[str, str], meter: Meter | None = None) -> Iterator[Row]:
    """Yield the rows of a Parquet file.

    Raises:
        InputError: not a Parquet file, broken, or without the column that holds the text.
    """
    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            names = file.schema_arrow.names
            check_columns(names, columns)
            wanted = [n for n in (columns.get(f, f) for f in FIELDS) if n in names]
            number, total = 0, max(1, file.metadata.num_rows)
            meter = meter or Meter()
            for batch in file.iter_batches(_GROUP, columns=wanted):
                for cells in batch.to_pylist():
                    number += 1
                    meter.share = number / total
                    yield Row(number, cells)
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"not a sound Parquet file: {_one_line(error)}") from error


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
