"""The command line: ``python -m analytics COMMAND``. An error is one line, and exit code 1."""

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import parse_qs, urlsplit

import pandas as pd
from cyclopts import App, Group, Parameter, validators

from analytics import catches, ingestion, links, snapshot
from analytics import evaluate as evaluation
from analytics import faults as listing
from analytics.aggregates import articles as articles_table
from analytics.aggregates import figures as figures_table
from analytics.aggregates.coverage import Coverage
from analytics.archive import Archive
from analytics.cells import csv_of
from analytics.columns import articles_of
from analytics.contract import to_row
from analytics.conventions import Convention
from analytics.engine import reader_version
from analytics.errors import AnalyticsError, InputError, StoreError
from analytics.extract.article import read_article
from analytics.extract.tolls import find_tolls
from analytics.ingest.formats import Options, read_paths
from analytics.ingest.record import Refusal, article_of
from analytics.ingest.tabular import jsonl_rows
from analytics.ingestion import SAMPLE
from analytics.lexicons import all as lexicons
from analytics.lexicons.topics import load_topics, term_rows
from analytics.model import Article
from analytics.progress import Progress, teller
from analytics.publish import republish
from analytics.snapshot import ROOT, SAMPLE_STORE

app = App(
    name="python -m analytics",
    help="""Read defense news and count it: by topic, by source, and by the figures it mentions.

Begin with these:

* `python -m analytics ingest articles.jsonl` reads articles into data/store
* `streamlit run dashboard.py` shows them, and goes on showing the newest
* `python -m analytics export figures out.csv` takes numbers away

Each command tells more: `python -m analytics ingest --help`""",
    help_format="markdown",
    version=lambda: tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "version"
    ],
    group_commands=Group("Also", sort_key=9),
    default_parameter=Parameter(negative=(), show_default=False),
)
READ = Group("Read articles, and read on", sort_key=1)
TAKE = Group("Take out what was found", sort_key=2)
KEEP = Group("Look after the store", sort_key=3)
BETTER = Group("Make the reading better", sort_key=4)
topics = App(
    name="topics",
    help="Try topics before they are added.",
    group=BETTER,
    group_commands=Group("Commands"),
)
app.command(topics)

Store = Annotated[Path | None, Parameter(env_var="MUSTER_STORE")]
Count = Annotated[int, Parameter(validator=validators.Number(gte=1))]
Json = Annotated[bool, Parameter(name="--json")]
SAMPLE_FILE = SAMPLE / "articles.jsonl"
_SHOWN = 10  # failures of the reader that are listed one by one


@app.command(group=READ, usage="Usage: python -m analytics ingest [OPTIONS] PATHS...")
def ingest(
    *paths: Path,
    store: Store = None,
    collection: str | None = None,
    column: tuple[str, ...] = (),
    encoding: str | None = None,
    sample: bool = False,
    workers: Count | None = None,
    batch: Count = ingestion.BATCH,
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
    if sample:
        if paths:
            raise InputError("--sample reads the project's own file: leave PATHS out")
        paths, store = (SAMPLE_FILE,), store or SAMPLE_STORE
    if not paths:
        raise InputError("nothing to read: name a file or a folder, or try --sample")
    options = Options("sample" if sample else collection, _columns(column), encoding)
    folder = snapshot.store_folder(store)
    report = ingestion.ingest(
        read_paths(paths, options),
        folder,
        sample=sample,
        workers=workers,
        batch=batch,
        tell=_teller(progress),
    )
    for refusal in report.refused:
        print(f"refused {refusal}", file=sys.stderr)
    _tell_faults(report)
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
    folder = snapshot.store_folder(store)
    report = ingestion.reread(folder, workers=workers, tell=_teller(progress))
    _tell_faults(report)
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
    if id is None:
        reread(store=store, progress=progress)
    else:
        print(republish(snapshot.store_folder(store), id).snapshot_id)


_ENDINGS = {
    "articles": (".csv", ".parquet"),
    "figures": (".csv", ".parquet"),
    "report": (".html", ".htm"),
}
_ROWS_BY_WHAT = {"articles": articles_table.rows_to_export, "figures": figures_table.rows_to_export}


@app.command(group=TAKE)
def export(
    what: Literal["articles", "figures", "report"],
    out: Path,
    /,
    *,
    link: str = "",
    store: Store = None,
) -> None:
    """Write the articles or figures of a selection as CSV or Parquet, or a page as a report.

    Examples:

    ``python -m analytics export figures troops.csv --link "kind=personnel&country=KOR"``

    ``python -m analytics export articles all.parquet``

    ``python -m analytics export report week.html --link "http://localhost:8501/?topic=missiles"``

    Parameters
    ----------
    what
        articles (without their texts), figures (with the sentence of each), or report: the page of
        the link as one file that opens offline and prints.
    out
        A file that ends in .csv or .parquet; a report's in .html.
    link
        The selection, as the address of the page holds it: topic=nuclear&country=KOR.
        A whole address will do; a frozen one is answered from its snapshot. Default everything,
        and for a report the overview.
    store
        Where the archive lies; default data/store.
    """
    if out.suffix not in _ENDINGS[what]:
        raise InputError(f"{out}: ends neither in {' nor in '.join(_ENDINGS[what])}")
    whole = "://" in link or "?" in link
    query = urlsplit(link).query if whole else link
    view, notices = links.read(parse_qs(query), links.Known())
    for notice in notices:
        print(notice, file=sys.stderr)
    with snapshot.open_snapshot(snapshot.store_folder(store), view.snapshot) as opened:
        try:
            if what == "report":
                _write_report(opened, view, link if whole else f"?{link}", out)
                said = "a report"
            else:
                rows = _ROWS_BY_WHAT[what](opened, view.selection)
                _write_rows(rows, out)
                said = f"{len(rows):,} {what}"
        except OSError as error:
            raise InputError(f"{out}: cannot be written: {error.strerror}") from error
    print(f"{said} from snapshot {opened.id}")


def _write_rows(rows: pd.DataFrame, out: Path) -> None:
    if out.suffix == ".csv":
        out.write_bytes(csv_of(rows))
    else:
        rows.to_parquet(out, index=False)


def _write_report(opened: snapshot.Snapshot, view: links.View, link: str, out: Path) -> None:
    from analytics.pages import report  # the charts with it: no other command waits for them

    page = urlsplit(link).path.rpartition("/")[2] or "overview"
    if page not in report.PAGES:
        raise InputError(f"{link}: no page of ours; name one of {', '.join(report.PAGES)}")
    asked = report.Asked(Coverage(opened), view, page, link, date.today())
    out.write_text(report.build(asked), encoding="utf-8")


@app.command(group=KEEP)
def verify(*, store: Store = None) -> None:
    """Check that every stored text is byte for byte as it was delivered.

    Each text is held against the sha256 that was kept with it. Exit code 1 names the damaged ones.

    Parameters
    ----------
    store
        Where the archive lies; default data/store.
    """
    folder = snapshot.store_folder(store)
    damaged = list(Archive(folder).damaged())
    if damaged:
        raise StoreError(f"{folder}: {len(damaged)} texts are damaged: {', '.join(damaged[:10])}")
    print("every text is as it was delivered")


@app.command(group=KEEP)
def takedown(name: str, /, *, store: Store = None, progress: Progress = "plain") -> None:
    """Delete an article for good, where its owner asks for it.

    Every revision goes, what was read from it, and every snapshot that holds it. Its text does not
    come back with a later delivery. Frozen links to earlier snapshots say that they cannot be
    rebuilt. Copies of the text at other outlets are articles of their own.

    Parameters
    ----------
    name
        Its identity as the articles table shows it (url:…, id:COLLECTION/…, text:…), its id, or
        its address.
    store
        Where the archive lies; default data/store.
    progress
        How to tell on stderr how far the work is.
    """
    folder = snapshot.store_folder(store)
    identity, report = ingestion.take_down(folder, name, tell=_teller(progress))
    print(f"{identity} is deleted; the newest snapshot is {report.snapshot_id}")


@topics.command
def check(
    rows: Path,
    /,
    *articles: Path,
    new: Path | None = None,
    store: Store = None,
    examples: Count = 5,
) -> None:
    """Say what ROWS, rows for topic_terms.csv, would catch in ARTICLES; nothing is changed.

    Prints how many articles each topic of the rows holds before and after, what it would gain by
    title and word, under which topics those stand already, which topics change beside it, and in
    how many articles each form stands.

    Parameters
    ----------
    rows
        CSV with the header of data/lexicons/topic_terms.csv, the rows to be added alone.
    articles
        Files or folders, as for ``ingest``; default what the store holds.
    new
        CSV with the header of data/lexicons/topics.csv: the topics that the rows speak for and
        that are not there yet.
    store
        Where the archive lies; default data/store.
    examples
        How many articles to name for each topic.
    """
    known = lexicons.load()
    after = load_topics(more_terms=rows, more_topics=new)
    kept = Archive(snapshot.store_folder(store)).texts()
    texts = _given(articles) if articles else chain.from_iterable(map(articles_of, kept))
    report = catches.check(term_rows(rows), known.topics, after, known.sources, texts, examples)
    if not report.articles:
        raise InputError("nothing to check the rows against: name articles, or a store with some")
    print("\n".join(catches.lines(report)))


def _given(paths: Sequence[Path]) -> Iterator[Article]:
    """Yield the articles of ``paths``; what cannot be read is named on stderr."""
    for given in read_paths(paths, Options()):
        if isinstance(given.what, Refusal):
            print(f"refused {given.what}", file=sys.stderr)
        else:
            yield given.what


def _columns(given: Sequence[str]) -> dict[str, str]:
    columns = {}
    for pair in given:
        field, equals, column = pair.partition("=")
        if not equals or not column:
            raise InputError(f"--column {pair}: want FIELD=COLUMN, as in --column text=body")
        columns[field] = column
    return columns


def _teller(progress: Progress) -> ingestion.Tell:
    return teller(progress, sys.stderr)


def _tell_faults(report: ingestion.Report) -> None:
    for fault in report.faults[:_SHOWN]:
        print(f"kept, but the reader failed on {fault}", file=sys.stderr)
    if len(report.faults) > _SHOWN:
        print(f"… and on {len(report.faults) - _SHOWN:,} more", file=sys.stderr)


@app.command(group=TAKE)
def extract(
    file: Path,
    /,
    *,
    rejected: bool = False,
    explain: bool = False,
    tolls: bool = False,
    convention: Convention = "guidelines",
) -> None:
    """Print what each article of a JSONL file says, and store nothing.

    One line of JSON an article: source, date, topics, countries, speakers, and every figure with
    the words it stands in.

    Each line of FILE holds ``text`` and, where known, ``id title url outlet date crawled``.
    Offsets count code points of the text as it was given.

    Parameters
    ----------
    file
        JSONL, one article a line.
    rejected
        Also list the numbers that were seen and not counted, each with its reason.
    explain
        Also list the blocks of each text: body or furniture, and the rule that said so.
    tolls
        Also list those told to be killed or captured, nobody twice; ``low`` adds up to the fewest.
        Singulars and "several" are counted in, so these are no figures: ``implied`` says which.
    convention
        How vague numbers count: "dozens" is 24 or more by the guidelines, 12 or more by ACLED's.
    """
    known = lexicons.load(convention=convention)
    tomorrow = date.today() + timedelta(days=1)
    for line, row in _rows(file):
        try:
            article = article_of(row, file.stem, f"{file}:{line}")
        except InputError as error:
            print(f"{file}:{line}: {error}", file=sys.stderr)
            continue
        reading = read_article(article, known, tomorrow)
        found = to_row(reading, article.text, rejected=rejected, explain=explain)
        if tolls:
            found["tolls"] = [
                {**toll._asdict(), "quote": article.text[toll.start : toll.end]}
                for toll in find_tolls(article.text, reading, known.figures)
            ]
        print(json.dumps(found, ensure_ascii=False))


@app.command(group=BETTER)
def evaluate(
    gold: Path,
    articles: Path,
    /,
    *,
    faults: bool = False,
    against: Path | None = None,
    write: Path | None = None,
) -> None:
    """Measure the reading against articles that a person labelled: precision, recall, F1.

    Run it before and after a change; ``--faults`` lists every figure missed or read otherwise.

    Parameters
    ----------
    gold
        Labels, JSONL or a folder of it; a label names its article by ``sha256`` or ``article_id``.
    articles
        JSONL as for ``extract``.
    faults
        List each figure that was missed, found without a label, or read otherwise.
    against
        An earlier output of ``extract`` over ARTICLES: list the figures gained and lost since.
    write
        Write the measured accuracy to this file; the dashboard states data/accuracy.json.
    """
    known = lexicons.load()
    files = sorted(gold.glob("*.jsonl")) if gold.is_dir() else [gold]
    labels = [row for path in files for _, row in _rows(path)]
    wanted = {str(row[key]) for row in labels for key in ("sha256", "article_id") if key in row}
    before = {row["article_id"]: row for _, row in _rows(against)} if against else {}
    found, texts, id_by_hash = {}, {}, {}
    for line, row in _rows(articles):
        article = article_of(row, articles.stem, f"{articles}:{line}")
        if wanted & {article.sha256, article.id} or article.id in before:
            found[article.id] = to_row(read_article(article, known), article.text)
            texts[article.id] = article.text
            id_by_hash[article.sha256] = article.id
    by_id = {id_by_hash.get(row.get("sha256", ""), str(row["article_id"])): row for row in labels}
    result = evaluation.evaluate(by_id, found)
    _print_scores(result)
    if faults:
        _print_faults(listing.faults(by_id, found), texts)
    if against:
        _print_differences(listing.differences(before, found), texts)
    if write:
        today = date.today().isoformat()
        measured = evaluation.accuracy(result, today, reader_version(()))
        write.write_text(json.dumps(measured, indent=1) + "\n", "utf-8")


def _print_faults(faults: Sequence[listing.Fault], texts: Mapping[str, str]) -> None:
    for fault in faults:
        around = texts[fault.article_id][max(0, fault.start - 50) : fault.end + 50]
        print(f"{fault.article_id}\t{fault.sort}\t{fault.told}\t{' '.join(around.split())}")


def _print_differences(found: listing.Differences, texts: Mapping[str, str]) -> None:
    print(
        f"\n{found.articles} articles in both: {len(found.gained)} figures gained, "
        f"{len(found.lost)} lost, {found.changed.total()} fields of others changed"
    )
    _print_faults([*found.gained, *found.lost], texts)
    for (field, old, new), count in found.changed.most_common():
        print(f"{count:>4}  {field}: {old} → {new}")


def _print_scores(result: evaluation.Evaluation) -> None:
    print(f"{result.articles} articles, {result.figures['value'].labelled} labelled figures")
    for name in result.missing:
        print(f"not among the articles: {name}")
    print(f"{'':14}{'precision':>10}{'recall':>8}{'F1':>8}")
    for name, score in {**result.figures, **result.labels}.items():
        print(_line(name, score))
    for name, score in (("outlet", result.outlet), ("published", result.published)):
        print(f"{name:14}{100 * score.recall:>10.1f}  of {score.labelled}")
    for heading, scores in (("by kind", result.by_kind), ("by hedge", result.by_hedge)):
        print(f"\n{heading} (value)")
        for name, score in scores.items():
            print(f"{_line(name, score)}   {score.labelled} labelled")
    for heading, pairs in (("kind", result.kinds), ("hedge", result.hedges)):
        print(f"\n{heading}, labelled → found, where they differ")
        for (labelled, got), count in pairs.most_common():
            if labelled != got:
                print(f"{count:>4}  {labelled} → {got}")


def _line(name: str, score: evaluation.Score) -> str:
    percents = (100 * score.precision, 100 * score.recall, 100 * score.f1)
    return f"{name:18}" + "".join(f"{percent:>8.1f}" for percent in percents)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield line number and object of each line; a bad one is named on stderr and left out."""
    for row in jsonl_rows(path):
        if isinstance(row, Refusal):
            print(row, file=sys.stderr)
        else:
            yield row


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line; an error of ours is one line on stderr.

    Args:
        words: what was typed after the program's name; null takes them from the process.
    """
    try:
        app(sys.argv[1:] if words is None else words)
    except AnalyticsError as error:
        print(error, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
