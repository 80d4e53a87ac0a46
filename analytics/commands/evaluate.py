"""Measure the reading against labels, and print what was found."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from analytics import evaluate as evaluation
from analytics import faults as listing
from analytics.commands.app import BETTER, app, rows_of


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
    from analytics.contract import to_row
    from analytics.engine import reader_version
    from analytics.extract.article import read_article
    from analytics.ingest.record import article_of
    from analytics.lexicons import all as lexicons

    known = lexicons.load()
    files = sorted(gold.glob("*.jsonl")) if gold.is_dir() else [gold]
    labels = [row for path in files for _, row in rows_of(path)]
    wanted = {str(row[key]) for row in labels for key in ("sha256", "article_id") if key in row}
    before = {row["article_id"]: row for _, row in rows_of(against)} if against else {}
    found, texts, id_by_hash = {}, {}, {}
    for line, row in rows_of(articles):
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
