"""Run the reader over many articles: in this process, in a pool of processes, or on Spark.

All three run the same function over batches of rows of the archive's texts, ``read_batch``.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
from loky.backend import get_context
from loky.process_executor import ProcessPoolExecutor

from analytics.columns import articles_of, readings_of
from analytics.contract import to_row
from analytics.errors import AnalyticsError
from analytics.extract.article import read_article
from analytics.extract.moments import epoch_moment, find_moments
from analytics.lexicons import all as lexicons
from analytics.model import Article, Reading

_HERE = Path(__file__).parent
_SOURCES = ("extract/*.py", "lexicons/*.py", "*.py")
# Of the modules beside this one, those that a reading depends on.
_BESIDE = {"text.py", "matcher.py", "model.py", "contract.py", "columns.py", "engine.py"}
_CHUNK = 50  # articles handed to a process at a time
_WORTH = 1_500_000  # characters for which starting processes pays: a second's work and more


@cache
def load_lexicons(extra: tuple[Path, ...]) -> lexicons.Lexicons:
    """Load every lexicon once a process.

    Raises:
        LexiconError: a file breaks its rules.
    """
    return lexicons.load(extra=extra)


def reader_version(extra: tuple[Path, ...]) -> str:
    """Name the version of the reader: a hash of its code and its lexicons, 16 digits.

    Line ends do not count, so a checkout on any system gives the same.
    """
    digest = hashlib.sha256(load_lexicons(extra).version.encode())
    for pattern in _SOURCES:
        for path in sorted(_HERE.glob(pattern)):
            if "/" in pattern or path.name in _BESIDE:
                code = path.read_bytes().replace(b"\r\n", b"\n")
                digest.update(path.name.encode() + b"\0" + code + b"\0")
    return digest.hexdigest()[:16]


def read_batch(batch: pa.RecordBatch, extra: tuple[Path, ...], version: str) -> pa.RecordBatch:
    """Read rows of the archive's texts into rows of its readings, in order.

    No article can have been published later than the day after it was received (time zones): so a
    reading does not depend on the day it is made.
    """
    known = load_lexicons(extra)
    times = batch.column("received").to_pylist()
    articles = articles_of(batch)
    return readings_of(
        _read(article, known, version, received)
        for article, received in zip(articles, times, strict=True)
    )


def _read(
    article: Article, known: lexicons.Lexicons, version: str, received: datetime
) -> dict[str, Any]:
    latest = received.date() + timedelta(days=1)
    fault = None
    try:
        reading = read_article(article, known, latest)
    except Exception as error:  # noqa: BLE001 - one text must not stop the others; it is told
        fault = f"{type(error).__name__}: {error}"[:300]
        reading = _unread(article)
    row = to_row(reading, article.text, explain=True)
    outlet = known.sources.outlet_by_name.get((reading.outlet or "").lower())
    entries = known.topics.topics
    topics = [*reading.topics, *reading.subtopics]
    return row | {
        "identity": article.identity,
        "sha256": article.sha256,
        "reader_version": version,
        "crawled_day": _crawled(article.crawled),
        "words": sum(
            len(article.text[b.start : b.end].split()) for b in reading.blocks if b.kind == "body"
        ),
        "outlet_kind": outlet.kind if outlet else "unknown",
        "outlet_country": (outlet.country or None) if outlet else None,
        "topic_parents": [entries[t.topic].parent if t.topic in entries else None for t in topics],
        "fault": fault,
    }


def _crawled(given: str | None) -> str | None:
    """Return the day of the crawl in ISO form, where what was given names one."""
    text = (given or "")[:200]
    moment = epoch_moment(text) or next(find_moments(text), None)
    return moment.whole.isoformat() if moment and moment.whole else None


def _unread(article: Article) -> Reading:
    """Say of a text that broke the reader only what was given with it."""
    nothing: tuple[Any, ...] = ()
    return Reading(
        **dict.fromkeys(Reading.__slots__, None)
        | dict.fromkeys(
            ("wires", "topics", "subtopics", "countries", "places", "speakers", "figures"), nothing
        )
        | {"rejected": nothing, "blocks": nothing, "flags": ("could not be read",)}
        | {"article_id": article.id, "title": article.title, "outlet": article.outlet}
    )


class Reader:
    """Reads rows of texts with one set of lexicons, in as many processes as pay."""

    def __init__(self, extra: Sequence[Path] = (), workers: int | None = None) -> None:
        self.extra = tuple(extra)
        self.version = reader_version(self.extra)
        self._workers = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def read(self, texts: pa.Table) -> Iterator[pa.RecordBatch]:
        """Yield the readings of ``texts``, rows of TEXTS, in order; no rows, no readings.

        Raises:
            AnalyticsError: a process of the pool was killed (out of memory, as a rule).
        """
        batches = texts.combine_chunks().to_batches(max_chunksize=_CHUNK)
        if not self._pays(texts):
            yield from (read_batch(batch, self.extra, self.version) for batch in batches)
            return
        if self._pool is None:
            # Not forked: the archive's own threads do not survive that. Nor the standard library's
            # spawn: it runs the main module again, which under Streamlit is the page.
            self._pool = ProcessPoolExecutor(self._workers, context=get_context("loky"))
        count = len(batches)
        try:
            yield from self._pool.map(
                read_batch, batches, [self.extra] * count, [self.version] * count
            )
        except BrokenProcessPool as error:
            raise AnalyticsError(
                "a reading process was killed; what is kept is safe: run reread, with --workers 1"
            ) from error

    def _pays(self, texts: pa.Table) -> bool:
        if self._workers == 1 or self._pool is not None:
            return self._workers > 1
        return sum(map(len, texts.column("text").to_pylist())) >= _WORTH

    def close(self) -> None:
        """End the processes, if any."""
        if self._pool:
            self._pool.shutdown(kill_workers=True)


@contextmanager
def reader(extra: Sequence[Path] = (), workers: int | None = None) -> Iterator[Reader]:
    """Open a reader, and end its processes at the end.

    Args:
        extra: folders with outlets and wires beside the lexicons' own.
        workers: processes; 1 reads in this one; null takes one a core.
    """
    opened = Reader(extra, workers)
    try:
        yield opened
    finally:
        opened.close()


def map_in_arrow(extra: tuple[Path, ...], version: str) -> Any:
    """Return the function that Spark's ``mapInArrow`` runs on its executors."""

    def run(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for at in range(0, batch.num_rows, _CHUNK):
                yield read_batch(batch.slice(at, _CHUNK), extra, version)

    return run
