"""How fast articles become a snapshot: ``python -m tests.bench.bench_ingest FILE…``.

A report, not a test. Prints the time of each part in this process (CPU seconds of one process; the
pool and the command's start are left out), and the size of what is kept.
"""

import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa

from analytics.archive import Archive
from analytics.engine import reader
from analytics.ingest.formats import Options, read_paths
from analytics.model import Article
from analytics.publish import publish


def main() -> None:
    """Run each part once over the files that are named, and print what it took."""
    paths = [Path(name) for name in sys.argv[1:]] or [Path("data/sample/articles.jsonl")]
    with tempfile.TemporaryDirectory() as folder, reader(workers=1) as opened:
        store = Path(folder)
        archive = Archive(store)
        clock = time.process_time()
        given = [one.what for one in read_paths(paths, Options())]
        articles = [one for one in given if isinstance(one, Article)]
        clock = _told("read the files", clock)
        rows = archive.add(articles).rows
        clock = _told("keep the texts", clock)
        batches = list(opened.read(rows))
        reading = time.process_time() - clock
        clock = _told("read the articles", clock)
        archive.add_readings(batches)
        clock = _told("keep the readings", clock)
        publish(store, opened.version)
        clock = _told("publish", clock)
        assert archive.add(articles).unchanged == len(articles)
        _told("be given it all again", clock)
        size = sum(len(article.text.encode()) for article in articles)
        print(
            f"{len(articles):,} articles, {size / 1e6:.2f} MB, refused {len(given) - len(articles)}"
        )
        print(f"reading: {size / 1e6 / reading:.2f} MB of text a CPU-second")
        print(f"texts {_size(store / 'texts')}, readings {_size(store / 'readings')}, ", end="")
        print(f"snapshot {_size(store / 'snapshots')}; at most {_peak()} of Arrow memory")


def _told(what: str, since: float) -> float:
    now = time.process_time()
    print(f"{what:24}{now - since:8.2f} s")
    return time.process_time()


def _size(folder: Path) -> str:
    return f"{sum(p.stat().st_size for p in folder.rglob('*') if p.is_file()) / 1e6:.1f} MB"


def _peak() -> str:
    return f"{(pa.default_memory_pool().max_memory() or 0) / 1e6:.0f} MB"


if __name__ == "__main__":
    main()
