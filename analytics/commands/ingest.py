"""Read articles, read them anew, publish what was read."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from analytics.commands.app import READ, Count, Json, Store, app
from analytics.commands.telling import tell_faults, tell_on
from analytics.errors import InputError
from analytics.progress import Progress


@app.command(group=READ, usage="Usage: python -m analytics ingest [OPTIONS] PATHS...")
def ingest(
    *paths: Path,
    store: Store = None,
    collection: str | None = None,
    column: tuple[str, ...] = (),
    encoding: str | None = None,
    sample: bool = False,
    workers: Count | None = None,
    batch: Count | None = None,
    progress: Progress = "plain",
    as_json: Json = False,
) -> None:
    """Read articles into the store, and publish what the dashboard shows.

    Takes text (.txt, .md), JSONL, CSV, TSV and Parquet, packed with gzip or not, and folders of
    them; HTML, feeds and WARC with their extras (``uv sync --extra html``, ``feeds``, ``warc``).
    A row needs ``text``; ``id``, ``title``, ``url``, ``outlet``, ``date`` and ``crawled`` are used
    where they are given.

    Nothing is lost and nothing is counted twice: the same input again adds nothing, the same
    article with another text is kept as a revision. An article is known again by its address; else
    by its id within its collection; else by its text. What cannot be read is refused with file,
    line and reason, and the rest goes on; if nothing at all can be read, the exit code is 1. What
    is told as read is on disk, so a run that was broken off is simply run again.

    Examples:

    ``python -m analytics ingest articles.jsonl``

    ``python -m analytics ingest clippings/ --collection clippings --column text=body``

    Parameters
    ----------
    paths
        Files or folders.
    store
        Where the articles are kept; default data/store.
    collection
        A name within which ids are unique, so that "17" of two agencies stays two articles;
        default each file's name.
    column
        FIELD=COLUMN where a column has another name: --column text=body. May be repeated.
    encoding
        What the files are in, where they are not UTF-8 and do not say so.
    sample
        Read the sample that comes with the project, into its own store.
    workers
        Processes to read with; default one a core.
    batch
        Articles that are kept at once; default 1000. Fewer need less memory.
    progress
        How to tell on stderr how far the work is: plain is one changing line on a terminal and a
        line a batch elsewhere, json one object a line, none nothing.
    as_json
        Print the counts as one JSON object on the last line, for programs.
    """
    from analytics import ingestion, snapshot
    from analytics.ingest.formats import Options, read_paths

    if sample:
        if paths:
            raise InputError("--sample reads the project's own file: leave PATHS out")
        paths = (ingestion.SAMPLE / "articles.jsonl",)
        store = store or snapshot.SAMPLE_STORE
    if not paths:
        raise InputError("nothing to read: name a file or a folder, or try --sample")
    options = Options("sample" if sample else collection, _columns(column), encoding)
    folder = snapshot.store_folder(store)
    report = ingestion.ingest(
        read_paths(paths, options),
        folder,
        sample=sample,
        workers=workers,
        batch=batch or ingestion.BATCH,
        tell=tell_on(progress),
    )
    for refusal in report.refused:
        print(f"refused {refusal}", file=sys.stderr)
    tell_faults(report.faults)
    counts = report.counts()
    print(json.dumps(counts) if as_json else ", ".join(f"{n:,} {k}" for k, n in counts.items()))
    if not report.read:
        raise InputError(f"nothing could be read; {folder} is as it was")


@app.command(group=READ)
def reread(
    *, store: Store = None, workers: Count | None = None, progress: Progress = "plain"
) -> None:
    """Read the stored articles anew after a change of grammar or lexicon, and publish.

    Run it after you have added a topic, a name or a unit to ``data/lexicons``. Only what the new
    reader has not read yet is read; no stored text changes. Prints the id of the snapshot.

    Parameters
    ----------
    store
        Where the archive lies; default data/store.
    workers
        Processes to read with; default one a core.
    progress
        How to tell on stderr how far the work is.
    """
    from analytics import ingestion, snapshot

    folder = snapshot.store_folder(store)
    report = ingestion.reread(folder, workers=workers, tell=tell_on(progress))
    tell_faults(report.faults)
    print(report.snapshot_id)


@app.command(group=READ)
def publish(*, store: Store = None, id: str | None = None, progress: Progress = "plain") -> None:
    """Build what the dashboard reads; with --id an older state again, for a frozen link.

    ``ingest`` does this by itself: you need it where a snapshot was deleted or is broken. Prints
    the id. The same texts, read by the same version, give the same id on any machine.

    Parameters
    ----------
    store
        Where the archive lies; default data/store.
    id
        The id of a snapshot that was published here before, as a frozen link names it
        (snapshot=…). The dashboard goes on showing the newest; the link can be opened again.
    progress
        How to tell on stderr how far the work is.
    """
    from analytics import snapshot
    from analytics.publish import republish

    if id is None:
        reread(store=store, progress=progress)
    else:
        print(republish(snapshot.store_folder(store), id).snapshot_id)


def _columns(given: Sequence[str]) -> dict[str, str]:
    columns = {}
    for pair in given:
        field, equals, column = pair.partition("=")
        if not equals or not column:
            raise InputError(f"--column {pair}: want FIELD=COLUMN, as in --column text=body")
        columns[field] = column
    return columns
