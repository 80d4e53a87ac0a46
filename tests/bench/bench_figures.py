"""How well and how fast figures are read, beside other readers of quantities.

    python -m tests.bench.bench_figures ARTICLES.jsonl [--newsquant NEWSQUANT.json]
                                        [--megabytes 0.2] [--runs 3]

ARTICLES holds one JSON object a line with ``text``. Every reader gets the same texts, drawn from
them by a fixed seed, in one process, the readers taking turns; speeds are medians of the runs, in
MB of text a CPU-second, without what each needs to start. ``figures`` is the stage alone, ``full``
the whole reading: layout, dates, sources, places, topics, speakers and figures.

NEWSQUANT is the public test set of news sentences (Almasian et al., EMNLP 2023). Its numbers are
paired one to one with those that are found: precision, recall and F1 where the values agree, both
ends of a range, and F1 where the bound or trend agrees too. It counts ages as quantities: numbers
that were set aside as an age are scored as found.

Peers run apart, by ``uv run --with``; nothing here depends on them. The last line is what is known
of CQE on the whole test set, not measured by this run.
"""

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analytics.extract.article import read_article
from analytics.extract.figures import find_figures
from analytics.extract.layout import body_spans, find_blocks
from analytics.extract.places import find_places
from analytics.extract.speakers import find_speakers
from analytics.lexicons import all as lexicons
from analytics.model import Article, Figure, Rejected
from analytics.text import lower, sentences

Row = tuple[float, float, str]  # low, high, bound

_APART = ("uv", "run", "--quiet", "--isolated", "--no-project", "--with")
PEERS = {
    "quantulum3": (*_APART, "quantulum3", "python"),
    "spacy": (*_APART, "spacy", "python"),
    "regex": (sys.executable,),
}
TITLES = {
    "spacy": "spaCy, like_num (no model)",
    "regex": "one regular expression",
    "figures": "Muster, figures",
    "full": "Muster, full reading",
}
PUBLISHED = f"{'CQE 2.0.3, as published':28}{0.0035:9.4f}{'–':>8}{'–':>8}{90.4:8.1f}{85.7:10.1f}"
_BOUNDS = {"exact": "=", "range": "=", "about": "~", "at_least": ">", "at_most": "<"}


@dataclass
class Told:
    """What is known of one reader."""

    speeds: list[float] = field(default_factory=list)  # MB a CPU-second
    found: list[list[Row]] | None = None  # in the sentences of the test set
    fault: str = ""
    version: str = ""


def main() -> None:
    """Read the texts with every reader in turn and print the table."""
    parser = argparse.ArgumentParser(description="Read figures beside other readers.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--newsquant", type=Path)
    parser.add_argument("--megabytes", type=float, default=0.2)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    texts = _drawn(options.articles, options.megabytes * 1e6)
    size = sum(len(text.encode()) for text in texts) / 1e6
    told = {name: Told() for name in (*PEERS, "figures", "full")}
    for _ in range(options.runs):
        for name in PEERS:
            _ask(name, texts, size, told[name])
        for name, seconds in (("figures", _time_figures), ("full", _time_full)):
            told[name].speeds.append(size / seconds(texts))
    items: list[dict[str, Any]] = []
    if options.newsquant:
        items = json.loads(options.newsquant.read_text(encoding="utf-8"))
        given = [item["text"] for item in items]
        for name in PEERS:
            _ask(name, given, None, told[name])
        told["full"].found = _read_sentences(given)
    print(f"{len(texts)} texts, {size:.2f} MB; {len(items)} sentences\n")
    print(f"{'':28}{'MB/CPU-s':>9}{'P':>8}{'R':>8}{'F1':>8}{'F1+bound':>10}")
    for name, what in told.items():
        print(_line(name, what, items))
    print(PUBLISHED)


def _drawn(path: Path, size: float) -> list[str]:
    """Draw articles by a fixed seed until ``size`` bytes are reached."""
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    random.Random(1).shuffle(texts)
    drawn: list[str] = []
    while texts and sum(len(text.encode()) for text in drawn) < size:
        drawn.append(texts.pop())
    return drawn


def _ask(name: str, texts: Sequence[str], size: float | None, told: Told) -> None:
    """Run a peer over texts; ``size`` is given where its speed is wanted, not what it finds."""
    if told.fault:
        return
    if shutil.which(PEERS[name][0]) is None:
        told.fault = f"needs {PEERS[name][0]}"
        return
    script = str(Path(__file__).parent / "peers" / "quantities.py")
    done = subprocess.run(
        (*PEERS[name], script, name),
        input="".join(json.dumps(text) + "\n" for text in texts),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        told.fault = (done.stderr.strip().splitlines() or ["no reason given"])[-1][:120]
        return
    answer = json.loads(done.stdout)
    told.version = answer["version"]
    if size is None:
        told.found = [[(low, high, bound) for low, high, bound in row] for row in answer["found"]]
    else:
        told.speeds.append(size / answer["seconds"])


def _article(text: str) -> Article:
    return Article(identity="id:bench/1", text=text, sha256="", id="1", collection="bench")


def _time(work: Callable[[], object]) -> float:
    """Give the CPU seconds of one pass, over as many as take a second."""
    passes, start = 0, time.process_time()
    while not passes or time.process_time() - start < 1:
        work()
        passes += 1
    return (time.process_time() - start) / passes


def _time_full(texts: Sequence[str]) -> float:
    known = lexicons.load()
    articles = [_article(text) for text in texts]
    return _time(lambda: [read_article(article, known) for article in articles])


def _time_figures(texts: Sequence[str]) -> float:
    """Time the stage of figures alone: what it is given is made before."""
    known = lexicons.load()
    given = []
    for text in texts:
        lowered = lower(text)
        body = body_spans(find_blocks(_article(text), known.sources))
        lines = sentences(text, body)
        places = find_places(text, lowered, body, known.places)
        speakers = find_speakers(text, lowered, lines, places, known.speakers)
        given.append((text, lowered, body, lines, places, speakers, None, known.figures))
    return _time(lambda: [find_figures(*each) for each in given])


def _read_sentences(texts: Sequence[str]) -> list[list[Row]]:
    known = lexicons.load()
    readings = [read_article(_article(text), known) for text in texts]
    return [
        [_row(figure) for figure in reading.figures]
        + [_aged(number) for number in reading.rejected if number.reason == "age"]
        for reading in readings
    ]


def _row(figure: Figure) -> Row:
    low, high = figure.low, figure.high
    ends = (high, high) if low is None else (low, low) if high is None else (low, high)
    bound = _BOUNDS[figure.hedge]
    trend = figure.change if bound == "=" and figure.change else bound
    return float(ends[0] or 0), float(ends[1] or 0), trend


def _aged(number: Rejected) -> Row:
    return float(number.low or 0), float(number.high or 0), "="


def _labelled(quantity: dict[str, str]) -> Row:
    """Read a labelled value: "12.0", "-3", "1E9", or a range "10-20"."""
    told = str(quantity["value"])
    if "-" in told.lstrip("-") and "E" not in told:
        low, high = sorted(float(part) for part in told.split("-")[:2])
        return low, high, quantity["change"]
    return float(told), float(told), quantity["change"]


def _agree(labelled: Row, found: Row, bound: bool) -> bool:
    ends = zip(labelled[:2], found[:2], strict=True)
    return all(abs(a - b) <= 1e-8 + 1e-5 * abs(a) for a, b in ends) and (
        not bound or labelled[2] == found[2]
    )


def _pairs(labelled: Sequence[Row], found: Sequence[Row], bound: bool) -> int:
    """Count how many can be paired one to one."""
    label_of: dict[int, int] = {}

    def place(label: int, tried: set[int]) -> bool:
        for index, row in enumerate(found):
            if index in tried or not _agree(labelled[label], row, bound):
                continue
            tried.add(index)
            if index not in label_of or place(label_of[index], tried):
                label_of[index] = label
                return True
        return False

    return sum(place(label, set()) for label in range(len(labelled)))


def _line(name: str, told: Told, items: Sequence[dict[str, Any]]) -> str:
    title = f"{TITLES.get(name) or f'{name} {told.version}':28}"
    if told.fault:
        return f"{title}not to be had here: {told.fault}"
    line = f"{title}{statistics.median(told.speeds):9.4f}"
    if not items or told.found is None:
        return line
    labelled = [[_labelled(each) for each in item["quantities"]] for item in items]
    pairs = list(zip(labelled, told.found, strict=True))
    total, got = sum(map(len, labelled)), sum(map(len, told.found))
    right, bound = (sum(_pairs(a, b, strict) for a, b in pairs) for strict in (False, True))
    precision, recall = right / (got or 1), right / (total or 1)
    scores = (precision, recall, 2 * right / (got + total), 2 * bound / (got + total))
    return line + "".join(
        f"{100 * x:{width}.1f}" for x, width in zip(scores, (8, 8, 8, 10), strict=True)
    )


if __name__ == "__main__":
    main()
