"""Measure the grouping of copies: real articles, copies made of them on purpose.

    python -m tests.bench.bench_stories ARTICLES.jsonl [--originals 245] [--seed 1] [--dated]

ARTICLES holds one JSON object a line with ``id`` and ``text``; data/sample/articles.jsonl will do.
Of each original nine copies are made: word for word; cut to 30, 50 and 70 %; with one to three
local paragraphs; with a new lead, dateline and agency; with both; with 35 % of the paragraphs
dropped; with 12 % of the words changed. 30 % of all get paragraphs of shared background, and
round-ups quote three stories each. Local and background paragraphs come from articles that are no
originals. Two originals of which one holds half of the other's runs of words count as one story.

Prints pairwise precision and recall, recall by kind and by length of the original, tellings a
CPU-second, and whether three random orders give one grouping.
"""

import argparse
import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, cycle, islice
from math import comb
from pathlib import Path

from analytics.stories import Grouping, group
from analytics.tellings import Telling

LOCAL_LEAD = (
    "Readers in the county awoke to the news on {day}, which touches families on every street.",
    "What was long rumoured is now plain, people close to the matter told this paper on {day}.",
    "It took only hours on {day} for the report to reach the garrison towns along the river.",
)
BRIDGE = (
    "Here is what happened while you slept.",
    "Elsewhere, the desk is watching one more development this week.",
    "And finally, a subject that readers asked us about.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
LENGTHS = (30, 60, 100, 200, 400, 1_000_000)  # words, each the end of a step
CITIES = ("HARBORLINE", "MINATO", "WATTLE BAY", "NILGIRI", "RHEINSTEG")


@dataclass(frozen=True)
class Made:
    """A telling, the story that it is known to tell, and how it was made."""

    telling: Telling
    story: str
    kind: str


def make(articles: list[tuple[str, str]], originals: int, seed: int, dated: bool) -> list[Made]:
    """Make the copies, backgrounds and round-ups of ``originals`` articles, or of a third."""
    rng = random.Random(seed)
    articles = sorted(articles)
    rng.shuffle(articles)
    originals = min(originals, len(articles) // 3)
    chosen = {key: paragraphs(text) for key, text in articles[:originals]}
    spare = [p for _, text in articles[originals:] for p in paragraphs(text) if len(p) > 120]
    rng.shuffle(spare)
    background, local = spare[:40], cycle(spare[40:] or spare)  # a local paragraph stands once
    vocabulary = sorted({word for text in chosen.values() for p in text for word in p.split()})
    story_of = one_story({key: "\n".join(text) for key, text in chosen.items()})
    texts = []
    for key, text in chosen.items():
        for kind, copy in copies(text, local, vocabulary, rng):
            texts.append((f"{key}/{kind}", story_of[key], kind, copy))
    for n in range(originals // 2):
        quoted = rng.sample(sorted(chosen), min(3, originals))
        parts = [part for at, key in enumerate(quoted) for part in (BRIDGE[at], *chosen[key][:2])]
        texts.append((f"round-up/{n}", f"round-up/{n}", "round-up", parts))
    first = date(2024, 3, 1)
    days = {story: rng.randrange(60) for story in sorted({t[1] for t in texts})}
    made = []
    for key, story, kind, text in texts:
        if rng.random() < 0.3:
            text = with_some(text, rng.sample(background, rng.randint(1, 2)), rng)
        day = first + timedelta(days[story] + rng.randrange(4)) if dated else None
        made.append(Made(Telling(key, "\n\n".join(text), day=day), story, kind))
    return made


def copies(
    text: list[str], local: Iterator[str], vocabulary: list[str], rng: random.Random
) -> list[tuple[str, list[str]]]:
    """Copies of one article: (how it was made, paragraphs), the original first."""
    lead = rng.choice(LOCAL_LEAD).format(day=rng.choice(DAYS))
    led = [f"{rng.choice(CITIES)} (Ardent) — {lead}", *text[1:]] if len(text) > 2 else [lead, *text]
    foreign = [list(islice(local, rng.randint(1, 3))) for _ in range(2)]
    noised = [
        " ".join(rng.choice(vocabulary) if rng.random() < 0.12 else w for w in p.split())
        for p in text
    ]
    dropped = [p for p in text if rng.random() >= 0.35] or text[:1]
    return [
        ("original", text),
        ("exact", list(text)),
        *((f"cut-{share}", cut(text, share)) for share in (30, 50, 70)),
        ("local", with_some(text, foreign[0], rng)),
        ("led", led),
        ("both", with_some(led, foreign[1], rng)),
        ("dropped", dropped),
        ("noised", noised),
    ]


def cut(text: list[str], share: int) -> list[str]:
    words = " \n ".join(text).split(" ")
    return " ".join(words[: max(1, len(words) * share // 100)]).split("\n")


def with_some(text: list[str], others: list[str], rng: random.Random) -> list[str]:
    text = list(text)
    for other in others:
        text.insert(rng.randint(1, len(text)), other)
    return text


def paragraphs(text: str) -> list[str]:
    """The text's own paragraphs; three sentences each where it is all one line."""
    found = [line.strip() for line in re.split(r"\n+", text) if line.strip()]
    if len(found) >= 4:
        return found
    sentences = re.split(r"(?<=[.!?]) +", " ".join(found))
    return [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]


def one_story(texts: dict[str, str]) -> dict[str, str]:
    """Name each original's story: its own, or that of an original that holds half of it."""
    runs = {}
    for key, text in texts.items():
        words = re.findall(r"\w+", text.lower())
        runs[key] = set(zip(words, words[1:], words[2:], words[3:], strict=False))
    story_of = {key: key for key in texts}
    for one, other in combinations(texts, 2):
        if len(runs[one] & runs[other]) >= 0.5 * max(1, min(len(runs[one]), len(runs[other]))):
            old = story_of[other]
            story_of = {k: story_of[one] if s == old else s for k, s in story_of.items()}
    return story_of


def score(made: list[Made], grouping: Grouping) -> tuple[float, float, dict[str, float]]:
    """Pairwise precision and recall, and the recall of each kind's pairs."""
    found = Counter(grouping.members[m.telling.key].story for m in made)
    known = Counter(m.story for m in made)
    both = Counter((grouping.members[m.telling.key].story, m.story) for m in made)
    right = sum(comb(n, 2) for n in both.values())
    by_kind: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for m in made:
        by_kind[m.kind][0] += both[grouping.members[m.telling.key].story, m.story] - 1
        by_kind[m.kind][1] += known[m.story] - 1
    return (
        right / max(1, sum(comb(n, 2) for n in found.values())),
        right / max(1, sum(comb(n, 2) for n in known.values())),
        {kind: hit / total for kind, (hit, total) in by_kind.items() if total},
    )


def by_length(made: list[Made], grouping: Grouping) -> dict[str, float]:
    """Pairwise recall by the words of the story's longest original; a round-up has none."""
    words: Counter[str] = Counter()
    for m in made:
        if m.kind == "original":
            words[m.story] = max(words[m.story], len(m.telling.body.split()))
    known = Counter(m.story for m in made)
    both = Counter((grouping.members[m.telling.key].story, m.story) for m in made)
    hits: Counter[int] = Counter()
    for (_, story), n in both.items():
        hits[_step(words[story])] += comb(n, 2)
    totals: Counter[int] = Counter()
    for story, n in known.items():
        totals[_step(words[story])] += comb(n, 2)
    return {f"<{top}": hits[top] / totals[top] for top in LENGTHS if totals[top]}


def _step(words: int) -> int:
    return next(top for top in LENGTHS if words < top)


def read(path: Path, least_words: int) -> list[tuple[str, str]]:
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [(r["id"], r["text"]) for r in rows if len(r["text"].split()) >= least_words]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the grouping of copies.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--originals", type=int, default=245)
    parser.add_argument("--least-words", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dated", action="store_true", help="give days, so that blocks are used")
    parser.add_argument("--wrong", type=int, default=0, help="list so many wrongly joined pairs")
    given = parser.parse_args()
    made = make(read(given.articles, given.least_words), given.originals, given.seed, given.dated)
    tellings = [m.telling for m in made]
    began = time.process_time()
    grouping = group(tellings)
    spent = time.process_time() - began
    precision, recall, by_kind = score(made, grouping)
    size = sum(len(t.body) for t in tellings) / 1e6
    print(f"{len(made)} tellings, {size:.1f} M characters, {len(grouping.stories)} stories")
    print(f"precision {100 * precision:.1f}  recall {100 * recall:.1f}")
    print("recall: " + "  ".join(f"{kind} {100 * hit:.0f}" for kind, hit in by_kind.items()))
    lengths = by_length(made, grouping).items()
    print("by words: " + "  ".join(f"{step} {100 * hit:.0f}" for step, hit in lengths))
    print(f"{len(made) / spent:.0f} tellings a CPU-second")
    same = 0
    for order in range(3):
        random.Random(order).shuffle(tellings)
        same += group(tellings) == grouping
    print(f"{same} of 3 random orders give the same grouping")
    story_of = {m.telling.key: m.story for m in made}
    wrong = [
        member
        for member in grouping.members.values()
        if member.parent is not None and story_of[member.key] != story_of[member.parent]
    ]
    for member in wrong[: given.wrong]:
        print(f"  {member.key} <- {member.parent} kept {member.kept:.2f} added {member.added:.2f}")


if __name__ == "__main__":
    main()
