"""Read made-up hostile texts for a while, and report what breaks the reader or its laws.

    python -m tests.bench.fuzz SECONDS [ARTICLES.jsonl …] [--seed 0]

Texts of up to two million characters are made of articles (spliced, cut, doubled, sown with junk),
of the words of the lexicons, of any characters, and of one short piece many times over. Of each:

* nothing raises;
* blocks cover the text, every span lies in it, figures are in order and apart;
* every figure is proved by its words, read again, and its row is JSON;
* time stays linear: a text of twice the length may take three times as long.

Prints one JSON object for each kind of fault, with the shortest text that still shows it, then the
slowest characters a CPU-second seen. Ends with status 1 where there was a fault.
"""

import argparse
import json
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from csv import reader
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from analytics.contract import to_row
from analytics.extract.article import read_article
from analytics.extract.proof import proves
from analytics.ingest.decode import clean
from analytics.lexicons import all as lexicons
from analytics.model import Article, Reading
from analytics.text import lower

LONGEST = 2_000_000  # characters
PATIENCE = 30  # CPU seconds for one text; the slowest honest reading takes a few
_MEASURED = 20_000  # characters: shorter texts say nothing about speed
_DRAGGING = 20_000  # characters a CPU-second
_SUSPECT = 400_000  # characters a CPU-second: a slower text is read again, half and whole
_SHORTENING = 40.0  # CPU seconds to shorten one text

ROOT = Path(__file__).resolve().parents[2]
SIGNS = (
    "$ € £ ¥ % ‰ ° ½ ¼ ² ³ № ( ) [ ] { } < > - – — − ~ ≈ ± + = / \\ | . , ; : ! ? … "
    "' ’ \" “ ” @ # & *"
).split()
ODD = [
    chr(c)
    for c in (
        0, 9, 10, 11, 13, 0x85, 0xA0, 0xAD, 0xB9, 0xDF, 0x130, 0x301, 0x660, 0x967, 0xE51, 0x200B,
        0x200D, 0x2009, 0x2028, 0x202E, 0x2160, 0x3000, 0x4E00, 0xD800, 0xFB01, 0xFEFF, 0xFF15,
        0xFFFD, 0x1D7D8, 0x1F4A3,
    )
]  # fmt: skip
SHAPES = (
    "{:d}", "{:,d}", "{:d}.5", "0{:d}", "{:d}-{:d}", "{:,d}–{:,d}", "{:d}/{:d}", "{:d}:{:d}",
    "{:d}th", "{:d}mm", "${:d}bn", "{:d}k", "F-{:d}", "{:d}-year-old", "{:d},{:d}",
    "{:d}.{:d}.{:d}", "1{:0>40d}", "{:d}e9", "USD {:d}m", "{:d} to {:d}", "({:d})", "{:d}%",
    "'{:d}", "{:d}+",
)  # fmt: skip


class Patience(Exception):
    """A text took too long."""


@dataclass
class Seen:
    """What was read, and what was found to be wrong."""

    texts: int = 0
    characters: int = 0
    figures: int = 0
    slowest: float = float("inf")  # characters a CPU-second
    how: str = ""
    faults: dict[str, str] = field(default_factory=dict)


class Fuzz:
    """Make texts and read them; everything by chance is drawn from one seed."""

    def __init__(self, articles: list[str], seed: int) -> None:
        self.known = lexicons.load()
        self.random = random.Random(seed)
        self.articles = articles or ["Some 28,500 soldiers crossed the river on Monday."]
        self.words = _lexicon_words()
        self.seen = Seen()

    def make(self) -> tuple[str, str]:
        """Make one text; tell how."""
        size = int(10 ** self.random.uniform(1, self.random.choice((3, 3, 3, 4, 5, 6.302))))
        how = self.random.choice(("mutated", "mutated", "words", "characters", "repeated"))
        text = {
            "mutated": self._mutated,
            "words": self._soup,
            "characters": self._characters,
            "repeated": self._repeated,
        }[how](min(size, LONGEST))
        return how, clean(text)[0][:LONGEST]

    def _mutated(self, size: int) -> str:
        made, length = [], 0
        while length < size:
            text = self.random.choice(self.articles)
            for _ in range(self.random.randint(0, 8)):
                at, to = sorted(self.random.randint(0, len(text)) for _ in range(2))
                text = self.random.choice(
                    (
                        text[:at] + self._soup(30) + text[at:],
                        text[:at] + text[to:],
                        text[at:to] * 2 + text[to:],
                        text[:at] + self.random.choice(self.articles)[at:],
                        text.replace("\n", self.random.choice(("", " ", "\n\n", "\u2028"))),
                        text.replace(". ", self.random.choice((".", " ", "; "))),
                        text[:at] + self._characters(5) + text[at:],
                        text.upper(),
                    )
                )[: 2 * size]
            made.append(text)
            length += len(text) + 1
        return "\n".join(made)[:size]

    def _piece(self) -> str:
        choice = self.random.random()
        if choice < 0.5:
            return self.random.choice(self.words)
        if choice < 0.75:
            numbers = [int(10 ** self.random.uniform(0, 7)) for _ in range(3)]
            return self.random.choice(SHAPES).format(*numbers)
        return self.random.choice(SIGNS if choice < 0.95 else ODD)

    def _soup(self, size: int) -> str:
        between = self.random.choice((" ", " ", " ", "", "-", ", ", "\n", ". "))
        made, length = [], 0
        while length < size:
            made.append(self._piece())
            length += len(made[-1]) + len(between)
        return between.join(made)[:size]

    def _characters(self, size: int) -> str:
        pool = [self.random.choice(ODD) for _ in range(4)]
        pool += [chr(self.random.randint(32, 0x24F)) for _ in range(12)]
        pool += [chr(self.random.randint(0x250, 0x1FFFF)) for _ in range(4)] + list("0123456789 . ")
        return "".join(self.random.choices(pool, k=size))

    def _repeated(self, size: int) -> str:
        pieces = [self._piece() for _ in range(self.random.randint(1, 4))]
        unit = self.random.choice((" ", "", "\n", "-")).join(pieces) + self.random.choice(" \n")
        if self.random.random() < 0.3:
            unit = unit.strip() or unit
        return unit * (size // len(unit) + 1)

    def read(self, text: str) -> Reading:
        """Read a text as an article, and hold the reading to its laws."""
        article = Article("id:f/1", text, "", "1", "f", title=text[:80], date=text[:40])
        reading = read_article(article, self.known)
        self._hold(text, reading)
        return reading

    def _hold(self, text: str, reading: Reading) -> None:
        lowered, end = lower(text), 0
        assert "".join(text[b.start : b.end] for b in reading.blocks) == text, "blocks"
        for figure in reading.figures:
            assert end <= figure.start < figure.end <= len(text), "spans of figures"
            assert figure.sentence_start <= figure.start, "sentence of a figure"
            assert figure.end <= figure.sentence_end <= len(text), "sentence of a figure"
            assert proves(text, lowered, figure, self.known.figures), "proof"
            end = figure.end
        others = (
            *reading.rejected,
            *reading.places,
            *(e for t in reading.topics for e in t.evidence),
        )
        assert all(0 <= each.start < each.end <= len(text) for each in others), "spans"
        json.dumps(to_row(reading, text, rejected=True, explain=True), allow_nan=False).encode()

    def step(self) -> None:
        """Make a text, read it, and note what is wrong with it."""
        how, text = self.make()
        start = time.process_time()
        try:
            with _patience(PATIENCE):
                self.seen.figures += len(self.read(text).figures)
        except Patience as error:
            self._note(f"too slow{_where(error)}", text, self._drags)
        except Exception as error:  # noqa: BLE001 - finding these is what it is for
            name = _name(error)
            self._note(name, text, lambda t: self._fault(t) == name)
        else:
            self._count(how, text, time.process_time() - start)

    def _count(self, how: str, text: str, seconds: float) -> None:
        self.seen.texts += 1
        self.seen.characters += len(text)
        if len(text) < _MEASURED or not seconds:
            return
        speed = len(text) / seconds
        if speed < self.seen.slowest:
            self.seen.slowest = speed
            self.seen.how = f"{how}, {len(text):,} characters from {text[:60]!r}"
        if speed < _SUSPECT and self._bends(text):
            self._note(f"more than linear{self._hot(text, seconds)}", text, self._bends)

    def _hot(self, text: str, seconds: float) -> str:
        """Tell what line is at work in the middle of a reading."""
        try:
            with _patience(seconds / 2):
                self.read(text)
        except Patience as error:
            return _where(error)
        return ""

    def _bends(self, text: str) -> bool:
        """Tell whether a text takes more than three times as long as its half."""
        if len(text) < _MEASURED:
            return False
        half, whole = (
            min(self._seconds(t) for _ in range(2)) for t in (text[: len(text) // 2], text)
        )
        return whole > 3 * half + 0.2

    def _drags(self, text: str) -> bool:
        """Tell whether a text is read at less than a twentieth of the speed of any honest one."""
        try:
            with _patience(1 + len(text) / _DRAGGING):
                self.read(text)
        except Patience:
            return True
        return False

    def _seconds(self, text: str) -> float:
        """Time a reading; one that takes too long is told as endless."""
        start = time.process_time()
        try:
            with _patience(PATIENCE):
                self.read(text)
        except Patience:
            return float("inf")
        return time.process_time() - start

    def _fault(self, text: str) -> str:
        try:
            with _patience(PATIENCE):
                self.read(text)
        except Exception as error:  # noqa: BLE001
            return _name(error)
        return ""

    def _note(self, name: str, text: str, shows: Callable[[str], bool]) -> None:
        if name in self.seen.faults:
            return
        self.seen.faults[name] = shortest = _shorten(text, shows)
        what = {"fault": name, "characters": len(shortest), "text": shortest[:2000]}
        print(json.dumps(what), flush=True)


def _lexicon_words() -> list[str]:
    """Give the first cell of every line of every lexicon."""
    words: set[str] = set()
    for path in sorted((ROOT / "data" / "lexicons").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            words.update(row[0] for row in reader(lines) if row and row[0])
    return sorted(words)


def _name(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error)[:80]}{_where(error)}"


def _where(error: Exception) -> str:
    """Name the last line of the project that an error went through."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "analytics" in f.filename]
    return f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


@contextmanager
def _patience(seconds: float) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise Patience(f"more than {seconds} CPU seconds")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _shorten(text: str, shows: Callable[[str], bool]) -> str:
    """Leave out pieces, ever smaller ones, as long as the fault still shows."""
    start, size = time.process_time(), len(text) // 2
    while size and time.process_time() - start < _SHORTENING:
        at = 0
        while at < len(text) and time.process_time() - start < _SHORTENING:
            less = text[:at] + text[at + size :]
            if less and shows(less):
                text = less
            else:
                at += size
        size //= 2
    return text


def main() -> int:
    """Fuzz for as long as is asked, and report."""
    parser = argparse.ArgumentParser(description="Read hostile texts.")
    parser.add_argument("seconds", type=float)
    parser.add_argument("articles", type=Path, nargs="*")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    articles: list[str] = []
    for path in options.articles:
        with path.open(encoding="utf-8") as lines:
            articles += [json.loads(line)["text"] for line in lines if line.strip()]
    fuzz, end = Fuzz(articles, options.seed), time.monotonic() + options.seconds
    while time.monotonic() < end:
        fuzz.step()
    seen = fuzz.seen
    print(f"{seen.texts:,} texts, {seen.characters / 1e6:.1f} million characters, ", end="")
    print(f"{seen.figures:,} figures; {len(seen.faults)} kinds of fault")
    print(f"slowest: {seen.slowest:,.0f} characters a CPU-second ({seen.how})")
    return bool(seen.faults)


if __name__ == "__main__":
    sys.exit(main())
