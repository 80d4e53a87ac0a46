"""Read a lexicon file row by row, refusing what is blank, unknown or repeated."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from sys import intern
from typing import NamedTuple

from analytics.errors import LexiconError

LEXICONS = Path(__file__).resolve().parents[2] / "data" / "lexicons"


class Row(NamedTuple):
    """One row of a lexicon: its cells in the order of the columns, and where it stands."""

    cells: tuple[str, ...]  # stripped
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
        row = Row(tuple(map(intern, map(str.strip, values))), path, reader.line_num)
        if not all(row.cells):
            for name, cell in zip(columns, row.cells, strict=True):
                if not cell and name in required:
                    raise row.refuse(f"blank cell: {name}")
        yield row
