"""What ``ingest``, ``reread`` and ``takedown`` do: keep the texts, read them, publish."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from analytics import under_way
from analytics.archive import Archive
from analytics.durable import append_line
from analytics.engine import Reader, reader
from analytics.errors import InputError, StoreError
from analytics.ingest.formats import Given
from analytics.ingest.record import Refusal
from analytics.model import Article
from analytics.progress import Stage, Step, Tell
from analytics.publish import REFUSED, SAMPLE_MARK, is_sample, publish
from analytics.snapshot import ROOT, list_ids, snapshot_path

SAMPLE = ROOT / "data" / "sample"
BATCH = 1000  # articles that are held, and kept, at once
_CHARACTERS = 8_000_000  # and no more text than this


def _silent(step: Step) -> None:
    """Tell nobody."""


@dataclass
class Report:
    """What became of the input: every article given is in exactly one count."""

    read: int = 0
    new: int = 0
    unchanged: int = 0
    revised: int = 0
    refused: list[Refusal] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)  # kept, but broke the reader: a bug of ours
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


def ingest(
    given: Iterable[Given],
    store: Path,
    *,
    sample: bool = False,
    workers: int | None = None,
    batch: int = BATCH,
    tell: Tell = _silent,
) -> Report:
    """Keep and read what is given, then publish; each batch is told once it is on disk.

    Args:
        given: articles and refusals, in the order of the input.
        store: the folder; made where it is not there.
        sample: the articles are the sample that comes with the project.
        workers: processes to read with; null takes one a core.
        batch: articles kept at once, 1 or more.
        tell: is given each step.

    Raises:
        StoreError: the store cannot be written, or is the sample's and the articles are not.
    """
    _open_store(store, sample)
    report, archive = Report(), Archive(store)
    with _told(store, "reading", tell) as tell, reader(_extra(store), workers) as opened:
        for part in _batches(given, batch):
            _take([one.what for one in part], archive, opened, report)
            tell(Step("reading", part[-1].share, **report.counts()))
        if report.read:
            _read_on(archive, opened, report, tell)
            tell(Step("publishing", None, **report.counts()))
            report.snapshot_id = publish(store, opened.version).snapshot_id
    tell(Step("done", 1.0, **report.counts()))
    return report


def reread(store: Path, *, workers: int | None = None, tell: Tell = _silent) -> Report:
    """Make the readings that this version of the reader lacks, then publish.

    Raises:
        StoreError: the archive is empty or cannot be read.
    """
    report = Report()
    with _told(store, "rereading", tell) as tell, reader(_extra(store), workers) as opened:
        _read_on(Archive(store), opened, report, tell)
        tell(Step("publishing", None))
        report.snapshot_id = publish(store, opened.version).snapshot_id
    tell(Step("done", 1.0))
    return report


def take_down(store: Path, name: str, *, tell: Tell = _silent) -> tuple[str, Report]:
    """Delete an article for good, with every snapshot that holds it, and publish without it.

    Args:
        store: the folder.
        name: its identity, its given id, or its address.
        tell: is given each step.

    Returns:
        the identity that was taken down, and the report of what was published.

    Raises:
        InputError: no article is called so, or several are; the message lists them.
        StoreError: the store cannot be written, or a snapshot is held open by another program.
    """
    archive = Archive(store)
    found = archive.called(name)
    if len(found) != 1:
        several = f": one of {', '.join(found[:10])}" if found else ""
        raise InputError(f"{name}: {len(found) or 'no'} article is called so{several}")
    archive.take_down(found[0])
    for old in list_ids(store):
        try:
            snapshot_path(store, old).unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                f"{snapshot_path(store, old)}: holds the article and cannot be deleted "
                f"({error.strerror}); close the dashboard and run takedown again"
            ) from error
    return found[0], reread(store, tell=tell)


def _open_store(store: Path, sample: bool) -> None:
    """Make the folder; the sample and the user's articles never share one."""
    try:
        store.mkdir(parents=True, exist_ok=True)
        fresh = not (store / "texts").exists()
        if sample and fresh:
            (store / SAMPLE_MARK).touch()
    except OSError as error:
        raise StoreError(f"{store}: cannot be written: {error.strerror}") from error
    if is_sample(store) != sample:
        whose = "the sample" if is_sample(store) else "other articles"
        raise StoreError(f"{store}: holds {whose}; the two are never mixed: name another --store")


@contextmanager
def _told(store: Path, stage: Stage, tell: Tell) -> Iterator[Tell]:
    """Let the page know as well, for as long as the work goes on."""
    with under_way.told(store, under_way.Work(stage)) as telling:

        def both(step: Step) -> None:
            telling.now = under_way.Work(step.stage, step.share, step.read)
            tell(step)

        yield both


def _extra(store: Path) -> tuple[Path, ...]:
    """Return the folders with further outlets and wires: the sample's are known in its store."""
    return (SAMPLE,) if is_sample(store) else ()


def _batches(given: Iterable[Given], most: int) -> Iterator[list[Given]]:
    batch: list[Given] = []
    characters = 0
    for one in given:
        batch.append(one)
        characters += len(one.what.text) if isinstance(one.what, Article) else 0
        if len(batch) >= most or characters >= _CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _take(batch: list[Article | Refusal], archive: Archive, opened: Reader, report: Report) -> None:
    articles = [each for each in batch if isinstance(each, Article)]
    refused = [each for each in batch if isinstance(each, Refusal)]
    if articles:
        added = archive.add(articles)
        _read(added.rows, archive, opened, report)
        report.read += added.new + added.revised + added.unchanged
        report.new += added.new
        report.revised += added.revised
        report.unchanged += added.unchanged
        refused += [
            Refusal(article.origin, None, f"taken down earlier: {article.identity}")
            for article in added.withdrawn
        ]
    _note_refusals(archive.store, refused)
    report.refused += refused


def _read_on(archive: Archive, opened: Reader, report: Report, tell: Tell) -> None:
    """Read what is kept and unread: after a kill, or after the reader changed."""
    done = 0
    for texts in archive.unread(opened.version):
        _read(texts, archive, opened, report)
        done += texts.num_rows
        tell(Step("rereading", None, read=done))


def _read(texts: pa.Table, archive: Archive, opened: Reader, report: Report) -> None:
    batches = list(opened.read(texts))
    archive.add_readings(batches)
    for batch in batches:
        pairs = zip(batch["identity"].to_pylist(), batch["fault"].to_pylist(), strict=True)
        report.faults += [f"{identity}: {fault}" for identity, fault in pairs if fault]


def _note_refusals(store: Path, refused: list[Refusal]) -> None:
    """Add to the store's list what is not on it yet."""
    path = store / REFUSED
    with suppress(FileNotFoundError):
        there = set(path.read_text("utf-8").split("\n"))
        refused = [each for each in refused if _line(each) not in there]
    for line in dict.fromkeys(map(_line, refused)):
        append_line(path, line)


def _line(refusal: Refusal) -> str:
    return json.dumps(refusal._asdict(), ensure_ascii=True)
