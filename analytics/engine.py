"""Run the reader over many articles: in this process, in a pool of processes, or on Spark."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from analytics.contract import to_row
from analytics.extract.article import read_article
from analytics.lexicons import all as lexicons
from analytics.model import Article

_HERE = Path(__file__).parent
_SOURCES = ("extract/*.py", "lexicons/*.py", "text.py", "matcher.py", "model.py", "contract.py")
_CHUNK = 50  # articles handed to a process at a time
_WORTH = 500  # articles for which starting processes pays


def reader_version(known: lexicons.Lexicons) -> str:
    """Name the version of the reader: a hash of its code and its lexicons, 16 digits."""
    digest = hashlib.sha256(known.version.encode())
    for pattern in _SOURCES:
        for path in sorted(_HERE.glob(pattern)):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def read_all(
    articles: Sequence[Article], known: lexicons.Lexicons, version: str, no_later_than: date
) -> list[dict[str, Any]]:
    """Read articles into rows of the archive's readings, in order."""
    return [_read(article, known, version, no_later_than) for article in articles]


def _read(
    article: Article, known: lexicons.Lexicons, version: str, no_later_than: date
) -> dict[str, Any]:
    row = to_row(read_article(article, known, no_later_than), article.text, explain=True)
    del row["article_id"]
    return {
        "identity": article.identity,
        "sha256": article.sha256,
        "reader_version": version,
        **row,
    }


class Reader:
    """Reads batches of articles with one set of lexicons, in as many processes as pay."""

    def __init__(self, extra: Sequence[Path], no_later_than: date, workers: int | None) -> None:
        self.known = lexicons.load(extra=extra)
        self.version = reader_version(self.known)
        self._extra = tuple(extra)
        self._until = no_later_than
        self._workers = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def read(self, articles: Sequence[Article]) -> list[dict[str, Any]]:
        """Read the articles into rows, in order; a pool is started when it pays."""
        if self._workers == 1 or (self._pool is None and len(articles) < _WORTH):
            return read_all(articles, self.known, self.version, self._until)
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._workers, initializer=_start, initargs=(self._extra,)
            )
        chunks = [articles[at : at + _CHUNK] for at in range(0, len(articles), _CHUNK)]
        parts = self._pool.map(_read_chunk, chunks, *_same(len(chunks), self.version, self._until))
        return [row for part in parts for row in part]

    def close(self) -> None:
        """End the processes, if any."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


@contextmanager
def reader(
    extra: Sequence[Path], no_later_than: date, workers: int | None = None
) -> Iterator[Reader]:
    """Open a reader, and end its processes at the end.

    Args:
        extra: folders with outlets and wires beside the lexicons' own.
        no_later_than: a day after which no article can have been published.
        workers: processes; 1 reads in this one; null takes one a core.
    """
    opened = Reader(extra, no_later_than, workers)
    try:
        yield opened
    finally:
        opened.close()


def _same(count: int, *values: Any) -> list[list[Any]]:
    return [[value] * count for value in values]


# One process reads with one set of lexicons, loaded when it starts.
_known: lexicons.Lexicons | None = None


def _start(extra: Sequence[Path]) -> None:
    global _known
    _known = lexicons.load(extra=extra)


def _read_chunk(articles: Sequence[Article], version: str, until: date) -> list[dict[str, Any]]:
    assert _known is not None  # _start ran when the process did
    return read_all(articles, _known, version, until)
