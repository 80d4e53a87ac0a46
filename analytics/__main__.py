"""The command line: ``python -m analytics COMMAND``. An error is one line, and exit code 1."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from cyclopts import App

from analytics import evaluate as evaluation
from analytics.contract import to_row
from analytics.errors import AnalyticsError, InputError
from analytics.extract.article import read_article
from analytics.ingest.record import article_of
from analytics.lexicons import all as lexicons

app = App(
    name="python -m analytics",
    help="Read defense news and count it: by topic, by source, and by the figures it mentions.",
)


@app.command
def extract(file: Path, /, *, rejected: bool = False) -> None:
    """Print what each article of a JSONL file says, one JSON line an article; store nothing.

    Each line of FILE holds ``text`` and, where known, ``id title url outlet date crawled``.
    Offsets count code points of the text as it was given.

    Parameters
    ----------
    file
        JSONL, one article a line.
    rejected
        Also list the numbers that were seen and not counted, each with its reason.
    """
    known = lexicons.load()
    tomorrow = date.today() + timedelta(days=1)
    for line, row in _rows(file):
        try:
            article = article_of(row, file.stem, f"{file}:{line}")
        except InputError as error:
            print(error, file=sys.stderr)
            continue
        reading = read_article(article, known, tomorrow)
        print(json.dumps(to_row(reading, article.text, rejected=rejected), ensure_ascii=False))


@app.command
def evaluate(
    gold: Path,
    articles: Path,
    /,
    *,
    faults: bool = False,
    against: Path | None = None,
    write: Path | None = None,
) -> None:
    """Hold what is found in ARTICLES against the labels of GOLD: precision, recall, F1.

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
        _print_faults(evaluation.faults(by_id, found), texts)
    for changed in evaluation.differences(before, found):
        _print_faults(changed, texts)
    if write:
        today = date.today().isoformat()
        measured = evaluation.accuracy(result, today, known.version)
        write.write_text(json.dumps(measured, indent=1) + "\n", "utf-8")


def _print_faults(faults: Sequence[evaluation.Fault], texts: Mapping[str, str]) -> None:
    for fault in faults:
        around = texts[fault.article_id][max(0, fault.start - 50) : fault.end + 50]
        print(f"{fault.article_id}\t{fault.sort}\t{fault.told}\t{' '.join(around.split())}")


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
    try:
        file = path.open("rb")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
    with file:
        for line, raw in enumerate(file, start=1):
            if not raw.strip():
                continue
            try:
                row = json.loads(raw)
            except ValueError as error:
                print(f"{path}:{line}: not JSON: {error}", file=sys.stderr)
                continue
            if isinstance(row, dict):
                yield line, row
            else:
                print(f"{path}:{line}: not an object", file=sys.stderr)


def main() -> None:
    """Run the command line; an error of ours is one line on stderr."""
    try:
        app()
    except AnalyticsError as error:
        print(error, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
