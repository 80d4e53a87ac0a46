"""What ``ingest`` and ``reread`` do: keep the texts, read them, publish."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from analytics.archive import Archive
from analytics.engine import Reader, reader
from analytics.ingest.record import Refusal
from analytics.model import Article
from analytics.publish import SAMPLE_MARK, publish
from analytics.snapshot import ROOT

SAMPLE = ROOT / "data" / "sample"
REFUSED = "refused.jsonl"
_BATCH = 1000

Progress = Callable[[str], None]


@dataclass
class Report:
    """What became of the input: every article given is in exactly one count."""

    read: int = 0
    new: int = 0
    unchanged: int = 0
    revised: int = 0
    refused: list[Refusal] = field(default_factory=list)
    snapshot_id: str | None = None

    def counts(self) -> dict[str, int]:
        """Lay out the counts; ``read`` is new, unchanged and revised together."""
        return {
            "read": self.read,
            "new": self.new,
            "unchanged": self.unchanged,
            "revised": self.revised,
            "refused": len(self.refused),
        }


def extra_lexicons(store: Path) -> tuple[Path, ...]:
    """Return the folders with further outlets and wires: the sample's are known in its store."""
    return (SAMPLE,) if (store / SAMPLE_MARK).exists() else ()


def ingest(
    given: Iterable[Article | Refusal],
    store: Path,
    *,
    sample: bool = False,
    workers: int | None = None,
    tell: Progress = lambda line: None,
) -> Report:
    """Keep and read what is given, then publish; each batch is told once it is on disk.

    Args:
        given: articles and refusals, in the order of the input.
        store: the folder; made where it is not there.
        sample: the articles are the sample that comes with the project.
        workers: processes to read with; null takes one a core.
        tell: is given a line at a time on how far the work is.

    Raises:
        StoreError: the store cannot be written.
    """
    store.mkdir(parents=True, exist_ok=True)
    if sample:
        (store / SAMPLE_MARK).touch()
    report, archive = Report(), Archive(store)
    with reader(extra_lexicons(store), _until(), workers) as opened:
        for batch in _batches(given):
            _take(batch, archive, opened, report)
            counts = Counter(report.counts())
            tell(" ".join(f"{name} {count:,}" for name, count in counts.items()))
        _read_on(archive, opened, tell)
        _note_refusals(store, report.refused)
        if report.read:
            tell("publishing")
            report.snapshot_id = publish(store, opened.known, opened.version).snapshot_id
    return report


def reread(store: Path, *, workers: int | None = None, tell: Progress = lambda line: None) -> str:
    """Make the readings that this version of the reader lacks, publish, return the snapshot id.

    Raises:
        StoreError: the archive is empty or cannot be read.
    """
    with reader(extra_lexicons(store), _until(), workers) as opened:
        _read_on(Archive(store), opened, tell)
        tell("publishing")
        return publish(store, opened.known, opened.version).snapshot_id


def _until() -> date:
    """Return the last day on which an article can have been published: tomorrow, for time zones."""
    return date.today() + timedelta(days=1)


def _batches(given: Iterable[Article | Refusal]) -> Iterator[list[Article | Refusal]]:
    left = iter(given)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _take(batch: list[Article | Refusal], archive: Archive, opened: Reader, report: Report) -> None:
    articles = [each for each in batch if isinstance(each, Article)]
    added = archive.add(articles)
    archive.add_readings(opened.read(added.articles))
    report.read += len(articles)
    report.new += added.new
    report.revised += added.revised
    report.unchanged += added.unchanged
    report.refused += [each for each in batch if isinstance(each, Refusal)]


def _read_on(archive: Archive, opened: Reader, tell: Progress) -> None:
    """Read what is kept and unread: after a kill, or after the reader changed."""
    for number, articles in enumerate(archive.unread(opened.version), start=1):
        archive.add_readings(opened.read(articles))
        tell(f"read again: batch {number}, {len(articles):,} articles")


def _note_refusals(store: Path, refused: list[Refusal]) -> None:
    """Add to the store's list what is not on it yet."""
    path = store / REFUSED
    there = set(path.read_text("utf-8").splitlines()) if path.exists() else set()
    lines = (json.dumps(refusal._asdict(), ensure_ascii=True) for refusal in refused)
    fresh = [line for line in dict.fromkeys(lines) if line not in there]
    if fresh:
        with path.open("a", encoding="utf-8") as file:
            file.write("\n".join(fresh) + "\n")
