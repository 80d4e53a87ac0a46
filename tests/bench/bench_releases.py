"""Hold the tolls of press releases against labels: ``python -m tests.bench.bench_releases FILE``.

A report, not a test. FILE is JSONL: ``id``, ``text``, ``min_killed`` and ``min_captured``, the
fewest people that an annotator read to be killed and captured. Two readings are held against them:

* figures alone: ``low`` of every figure whose role is killed or captured, added up. A release that
  says "captured a commander" prints no number, and one that tells it twice has two figures.
* tolls: ``analytics.extract.tolls``, which reads singulars and "several" and counts nobody twice.

The annotator counts what the telling side did, so its own losses are left out of both.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analytics.extract.article import read_article
from analytics.extract.tolls import find_tolls
from analytics.ingest.record import Refusal, article_of
from analytics.ingest.tabular import jsonl_rows
from analytics.lexicons import all as lexicons
from analytics.model import Reading

FATES = ("killed", "captured")
OWN = frozenset(
    """soldier trooper troop marine airman sailor serviceman servicemember policeman police officer
    guard guardsman contractor""".split()
)


def main() -> None:
    """Print on how many releases each reading is exact, and with --faults where tolls are not."""
    faults = "--faults" in sys.argv
    (file,) = (Path(name) for name in sys.argv[1:] if not name.startswith("--"))
    known = lexicons.load()
    exact: Counter[tuple[str, str]] = Counter()
    releases = 0
    for line, row in _rows(file):
        article = article_of(row, file.stem, f"{file}:{line}")
        reading = read_article(article, known)
        wanted = {fate: int(row[f"min_{fate}"]) for fate in FATES}
        tolls = find_tolls(article.text, reading, known.figures, OWN)
        told = {fate: sum(v.low for v in tolls if v.fate == fate) for fate in FATES}
        releases += 1
        for name, got in (("figures alone", _by_figures(reading)), ("tolls", told)):
            right = [fate for fate in FATES if got[fate] == wanted[fate]]
            exact.update((name, fate) for fate in right)
            exact[name, "both"] += len(right) == len(FATES)
        if faults and told != wanted:
            quotes = [f"{v.fate} {v.low}: {article.text[v.start : v.end]}" for v in tolls]
            print(f"{article.id}\t{wanted} ≠ {told}\t{'; '.join(quotes)}")
    print(f"{releases} releases, exact in percent")
    print(f"{'':16}" + "".join(f"{fate:>10}" for fate in (*FATES, "both")))
    for name in ("figures alone", "tolls"):
        shares = (100 * exact[name, fate] / max(releases, 1) for fate in (*FATES, "both"))
        print(f"{name:16}" + "".join(f"{share:>10.1f}" for share in shares))


def _by_figures(reading: Reading) -> dict[str, float]:
    people = [f for f in reading.figures if f.unit is None or f.unit.rstrip("s") not in OWN]
    return {fate: sum(f.low or 0 for f in people if f.role == fate) for fate in FATES}


def _rows(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for row in jsonl_rows(file):
        if isinstance(row, Refusal):
            print(row, file=sys.stderr)
        else:
            yield row


if __name__ == "__main__":
    main()
