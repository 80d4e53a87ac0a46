"""Articles in tables of text, JSONL and CSV: one row an article.

Files are read as streams: what is held at once is a row.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from io import BufferedIOBase, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple

from analytics.errors import InputError
from analytics.ingest.decode import TEXT_CAP, encoding_of, refuse_binary
from analytics.ingest.opened import Meter, Opened
from analytics.ingest.record import Refusal

LINE_CAP = 16 * TEXT_CAP  # bytes of one line: every character escaped, and as much again beside
_DELIMITERS = ",;\t|"
_HEAD = 1_000_000  # bytes that tell an encoding


class Row(NamedTuple):
    """One row of a table as it stands there."""

    line: int  # for Parquet: the row, from 1
    cells: dict[str, Any]


def jsonl_rows(
    path: Path, encoding: str | None = None, meter: Meter | None = None
) -> Iterator[Row | Refusal]:
    """Yield the object of each line; a line that is none is refused and the rest goes on.

    Lines end at a line feed and nowhere else: texts hold other line ends (U+2028) within strings.

    Raises:
        InputError: the file is empty, cannot be read, or is no sound gzip file.
    """
    with Opened(path, meter) as opened:
        yield from _jsonl_rows(opened, encoding)


def _jsonl_rows(opened: Opened, encoding: str | None) -> Iterator[Row | Refusal]:
    head = opened.head(_HEAD)
    if not head.strip():
        raise InputError("empty")
    refuse_binary(head)
    wide = encoding_of(head, encoding) if _is_wide(head) else None
    lines = _decoded_lines(opened, wide) if wide else _lines(opened.file)
    for number, raw in enumerate(lines, start=1):
        opened.tick()
        if raw is None:
            yield opened.refuse(number, f"line too long: more than {LINE_CAP:,} bytes")
        elif raw.strip():
            yield _row_of(opened, number, raw, encoding)


def _row_of(opened: Opened, number: int, raw: bytes | str, encoding: str | None) -> Row | Refusal:
    try:
        line = raw if isinstance(raw, str) else raw.decode(encoding or "utf-8").lstrip("\ufeff")
    except (UnicodeDecodeError, LookupError) as error:
        hint = "" if encoding else "; name the encoding with --encoding"
        return opened.refuse(number, f"not {encoding or 'UTF-8'}: {error}{hint}")
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return opened.refuse(number, f"not JSON: {error}")
    if not isinstance(row, dict):
        return opened.refuse(number, f"not a JSON object but {type(row).__name__}")
    return Row(number, row)


def _is_wide(head: bytes) -> bool:
    return b"\0" in head[:200] or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def _lines(file: BufferedIOBase) -> Iterator[bytes | None]:
    """Yield each line; null for one that is longer than the cap, read past without being held."""
    while line := file.readline(LINE_CAP):
        if len(line) == LINE_CAP and not line.endswith(b"\n"):
            while (line := file.readline(LINE_CAP)) and not line.endswith(b"\n"):
                pass
            yield None
        else:
            yield line


def _decoded_lines(opened: Opened, encoding: str) -> Iterator[str | None]:
    file = TextIOWrapper(opened.file, encoding, newline="\n")
    try:
        while line := file.readline(LINE_CAP):
            yield line
    except UnicodeError as error:
        raise InputError(f"not {encoding}: {error}") from error


def csv_rows(
    path: Path,
    columns: Mapping[str, str],
    encoding: str | None = None,
    meter: Meter | None = None,
) -> Iterator[Row | Refusal]:
    """Yield the rows of a CSV file; a blank cell is nothing, and no word is ("NA" is Namibia).

    Raises:
        InputError: empty, or without the column that holds the text; names those it has.
    """
    with Opened(path, meter) as opened:
        yield from _csv_file(opened, columns, encoding)


def _csv_file(
    opened: Opened, columns: Mapping[str, str], encoding: str | None
) -> Iterator[Row | Refusal]:
    head = opened.head(_HEAD)
    if not head.strip():
        raise InputError("empty")
    name = encoding_of(_whole_lines(head), encoding)
    file = TextIOWrapper(opened.file, "utf-8-sig" if name == "utf-8" else name, newline="")
    csv.field_size_limit(LINE_CAP)
    first = head.decode(name, "replace").lstrip("\ufeff").split("\n", 1)[0]
    reader = csv.reader(file, delimiter=max(_DELIMITERS, key=first.count), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        check_columns(header, columns)
        yield from _csv_rows(opened, reader, header)
    except UnicodeError as error:
        raise InputError(f"not {name}: {error}; name the encoding with --encoding") from error


def _whole_lines(head: bytes) -> bytes:
    """Cut at a line end, so that no character is cut in two."""
    return head[: head.rfind(b"\n") + 1] if len(head) >= _HEAD and b"\n" in head else head


def _csv_rows(opened: Opened, reader: Any, header: list[str]) -> Iterator[Row | Refusal]:
    while True:
        line = reader.line_num + 1
        opened.tick()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            open_quote = "unexpected end" in str(error)
            reason = "a quotation mark opens here and never closes" if open_quote else error
            yield opened.refuse(line, f"not CSV: {reason}")
            continue
        if len(cells) > len(header):
            yield opened.refuse(line, f"{len(cells)} cells, but the header has {len(header)}")
        elif any(cells):
            named = zip(header, cells, strict=False)
            yield Row(line, {key: cell for key, cell in named if cell != ""})


def check_columns(found: Sequence[str], columns: Mapping[str, str]) -> None:
    """Refuse a table without a text, or without a column that the user named.

    Raises:
        InputError: naming the columns that there are, and how to say which is which.
    """
    wanted = {"text": columns.get("text", "text"), **columns}
    lacking = [name for name in wanted.values() if name not in found]
    if lacking:
        has = ", ".join(found[:30]) or "none"
        field = next(field for field, name in wanted.items() if name == lacking[0])
        raise InputError(
            f"no column {lacking[0]!r}; its columns: {has}. Say which is which: "
            f"--column {field}=NAME"
        )
