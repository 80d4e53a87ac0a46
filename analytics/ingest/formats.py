"""From paths to articles: which module reads which kind of file, and what is refused."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from analytics.errors import InputError
from analytics.ingest import feeds, html, parquet, rawtext, tabular, warc
from analytics.ingest.opened import Meter
from analytics.ingest.record import FIELDS, Refusal, article_of
from analytics.model import Article

_TEXTS = {".txt", ".text", ".md", ""}
_PAGES = {".html", ".htm", ".xhtml"}
_FEEDS = {".xml", ".rss", ".atom"}
_LINES = {".jsonl", ".ndjson"}
_SHEETS = {".csv", ".tsv"}
_PARQUET = {".parquet", ".pq"}
_WARC = {".warc"}
_KNOWN = " ".join(
    sorted(_TEXTS | _PAGES | _FEEDS | _LINES | _SHEETS | _PARQUET | _WARC | {".gz"})
).strip()

Rows = Iterator[tuple[int, Mapping[str, Any]] | Refusal]


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says about the input as a whole."""

    collection: str | None = None  # where ids are unique; else each file's stem
    columns: Mapping[str, str] = field(default_factory=dict)  # field → its name in the files
    encoding: str | None = None

    def __post_init__(self) -> None:
        """Refuse a field that no article has."""
        unknown = sorted(set(self.columns) - set(FIELDS))
        if unknown:
            raise InputError(
                f"--column {unknown[0]}=…: no such field; there are {', '.join(FIELDS)}"
            )


class Given(NamedTuple):
    """One article or one refusal, and the share of all input that is behind it, 0 to 1."""

    what: Article | Refusal
    share: float


def read_paths(paths: Sequence[Path], options: Options) -> Iterator[Given]:
    """Read files, and folders of files, in order; what cannot be read is refused by name.

    A folder is read through, its files by name; names that start with a dot are passed over.
    Nothing raises: a path that is not there is a refusal as well.
    """
    files = [file for path in paths for file in _files(path)]
    sizes = [_size(path) for path, _ in files]
    total, before = max(1, sum(sizes)), 0
    for (path, folder), size in zip(files, sizes, strict=True):
        meter = Meter()
        for what in _read_file(path, folder, options, meter):
            yield Given(what, (before + meter.share * size) / total)
        before += size


def _files(path: Path) -> list[tuple[Path, Path | None]]:
    """List the files of ``path``, each with the folder that was named; a file stands alone."""
    if not path.is_dir():
        return [(path, None)]
    found = sorted(p for p in path.rglob("*") if p.is_file())
    shown = [p for p in found if not any(n.startswith(".") for n in p.relative_to(path).parts)]
    return [(p, path) for p in shown] or [(path, path)]


def _size(path: Path) -> int:
    try:
        return max(1, path.stat().st_size)
    except OSError:
        return 1


def _read_file(
    path: Path, folder: Path | None, options: Options, meter: Meter
) -> Iterator[Article | Refusal]:
    try:
        if path.is_dir():
            raise InputError("an empty folder")
        kind = _kind(path)
        # A text of its own has no id, so its collection says only where it came from.
        place = (folder or path.absolute().parent).name if kind in _TEXTS else _stem(path)
        collection = options.collection or place or "texts"
        for row in _rows(path, kind, options, meter):
            if isinstance(row, Refusal):
                yield row
            else:
                yield _article(path, row[0], row[1], collection, options)
    except (InputError, OSError) as error:
        yield Refusal(str(path), None, getattr(error, "strerror", None) or str(error))


def _article(
    path: Path, line: int, cells: Mapping[str, Any], collection: str, options: Options
) -> Article | Refusal:
    origin = f"{path.name}:{line}" if line else path.name
    try:
        return article_of(cells, collection, origin, options.columns)
    except InputError as error:
        return Refusal(str(path), line or None, str(error))


def _rows(path: Path, kind: str, options: Options, meter: Meter) -> Rows:
    columns, encoding = options.columns, options.encoding
    if kind in _LINES:
        return tabular.jsonl_rows(path, encoding, meter)
    if kind in _SHEETS:
        return tabular.csv_rows(path, columns, encoding, meter)
    if kind in _PARQUET:
        return parquet.rows_of(path, columns, meter)
    if kind in _TEXTS:
        return _one(rawtext.row_of(path, encoding), columns)
    if kind in _PAGES:
        return _one(html.row_of(path), columns)
    if kind in _FEEDS:
        return _mapped(feeds.rows_of(path), columns)
    if kind in _WARC:
        return _mapped(warc.rows_of(path), columns)
    raise InputError(f"unknown kind of file: {kind}; known are {_KNOWN}")


def _one(cells: Mapping[str, Any], columns: Mapping[str, str]) -> Rows:
    yield from _mapped(iter([(0, cells)]), columns)


def _mapped(rows: Rows, columns: Mapping[str, str]) -> Rows:
    """Name the fields that a format knows by itself as the user's columns are named."""
    for row in rows:
        if isinstance(row, Refusal):
            yield row
        else:
            yield row[0], {columns.get(name, name): value for name, value in row[1].items()}


def _kind(path: Path) -> str:
    """Return the ending that says what is in the file: "a.jsonl.gz" holds lines."""
    return Path(path.name.lower().removesuffix(".gz")).suffix


def _stem(path: Path) -> str:
    return path.name.partition(".")[0] or path.name
