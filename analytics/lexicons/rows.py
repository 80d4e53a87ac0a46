"""Read a lexicon file row by row, refusing what is blank, unknown or repeated."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from sys import intern
from typing import NamedTuple

from analytics.errors import LexiconError

LEXICONS = Path(__file__).resolve().parents[2] / "data" / "lexicons"


class Row(NamedTuple):
    """One row of a lexicon: its cells by column, stripped, and where it stands."""

    cells: dict[str, str]
    path: Path
    line: int

    def refuse(self, reason: str) -> LexiconError:
        """Make the error that names this row."""
        return LexiconError(self.path, self.line, reason)


def read_rows(path: Path, columns: Sequence[str], required: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a CSV file whose header must be exactly ``columns``, in order.

    Raises:
        LexiconError: no file, another header, a cell missing or too many, a required cell blank.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(path, 1, f"cannot be read: {error}") from error
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    header = next(reader, [])
    if header != list(columns):
        raise LexiconError(path, 1, f"the header must be {','.join(columns)}")
    for values in reader:
        if len(values) != len(columns):
            raise LexiconError(path, reader.line_num, f"{len(values)} cells, not {len(columns)}")
        # Equal cells are one string: what is read again and again stays near, and compares at once.
        cells = [intern(value.strip()) for value in values]
        row = Row(dict(zip(columns, cells, strict=True)), path, reader.line_num)
        for name in required:
            if not row.cells[name]:
                raise row.refuse(f"blank cell: {name}")
        yield row
