"""A peer that reads quantities: ``python quantities.py NAME < TEXTS.jsonl``.

Texts are JSON strings, one a line; NAME is ``quantulum3``, ``spacy`` or ``regex``. Prints one
JSON object: the peer's ``version``, the ``seconds`` of CPU of one pass (its own start left out;
several passes where one is short), and what it ``found``: for each text rows of low, high and
bound, one of ``= ~ < >``. Imports nothing of this project, so that it runs in an environment that
has the peer alone.
"""

import json
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from importlib.metadata import version

Row = tuple[float, float, str]
Reader = Callable[[str], list[Row]]

_LONG_ENOUGH = 1.0  # CPU seconds: below, a pass is repeated

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = (
    {word: float(value) for value, word in enumerate(_SMALL)}
    | {word: 20.0 + 10 * value for value, word in enumerate(_TENS)}
    | {"dozen": 12.0, "half": 0.5}
)
_MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9,
}  # fmt: skip
_NAMED = "|".join(sorted(_WORDS, key=len, reverse=True))
_BIG = "hundred|thousand|million|billion|trillion"
_PLAIN = rf"\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{_NAMED})(?:[ -](?:{_NAMED}))?"
_NUMBER = rf"(?<![\w.,:-])(?:[$€£] ?)?(?:{_PLAIN})(?:[ -]?(?:{_BIG})s?|(?:k|m|mn|bn|b)\b){{0,2}}"
_FIND = re.compile(
    rf"(?P<hedge>\b(?:about|around|some|nearly|almost|roughly|approximately|an estimated|more than"
    rf"|over|at least|up to|as many as|less than|fewer than|under|at most|between)\s+)?"
    rf"(?P<low>{_NUMBER})(?:\s*(?:-|–|to|and(?=\s+[\d$€£]))\s*(?P<high>{_NUMBER}))?"
    r"(?!\d|[.,:]\d|(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_BOUNDS = (
    dict.fromkeys("more than,over,at least".split(","), ">")
    | dict.fromkeys("up to,as many as,less than,fewer than,under,at most".split(","), "<")
    | dict.fromkeys(
        "about,around,some,nearly,almost,roughly,approximately,an estimated".split(","), "~"
    )
)
_PART = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? $")


def value_of(words: str) -> float:
    """Add up a number in digits or words: "28,500", "twenty-five", "two hundred million"."""
    total = part = 0.0
    for word in _PART.findall(words.lower()):
        if word[0].isdigit():
            part += float(word.replace(",", ""))
        elif word in _WORDS:
            part += _WORDS[word]
        else:
            part = (part or 1.0) * _MAGNITUDES.get(word.rstrip("s") or word, 1.0)
            if part >= 1e3:
                total, part = total + part, 0.0
    return total + part


def regex() -> Reader:
    """Give the floor: one pattern of numbers in digits and words, with the words before them."""

    def rows(text: str) -> Iterator[Row]:
        for match in _FIND.finditer(text):
            if not match["high"] and _YEAR.fullmatch(match["low"]):
                continue
            if _MONTH.search(text, max(0, match.start("low") - 12), match.start("low")):
                continue
            low = value_of(match["low"])
            if not match["high"]:
                yield low, low, _BOUNDS.get((match["hedge"] or "").strip().lower(), "=")
            elif (match["hedge"] or "").strip().lower() == "between" or "and" not in match[0]:
                yield *sorted((low, value_of(match["high"]))), "="
            else:
                yield low, low, _BOUNDS.get((match["hedge"] or "").strip().lower(), "=")
                yield value_of(match["high"]), value_of(match["high"]), "="

    return lambda text: list(rows(text))


def quantulum3() -> Reader:
    """Give quantulum3 without its optional classifier of units; it knows no bounds."""
    from quantulum3 import parser

    def rows(text: str) -> Iterator[Row]:
        for quantity in parser.parse(text):
            spread = quantity.uncertainty or 0.0
            yield quantity.value - spread, quantity.value + spread, "="

    return lambda text: list(rows(text))


def spacy() -> Reader:
    """Give spaCy's English tokeniser and its rule of what is like a number: no trained model."""
    import spacy as library

    tokeniser = library.blank("en")

    def rows(text: str) -> Iterator[Row]:
        run: list[str] = []
        for token in tokeniser(text):
            if token.like_num:
                run.append(token.text)
            elif run:
                yield (value_of(" ".join(run)),) * 2 + ("=",)
                run = []
        if run:
            yield (value_of(" ".join(run)),) * 2 + ("=",)

    return lambda text: list(rows(text))


def main() -> None:
    """Read the texts of standard input with the peer that is named."""
    warnings.simplefilter("ignore")
    name = sys.argv[1]
    texts = [json.loads(line) for line in sys.stdin]
    read = {"regex": regex, "quantulum3": quantulum3, "spacy": spacy}[name]()
    read("Some 28,500 soldiers, 12 ships and $2.5 billion.")  # whatever it loads late
    found: list[list[Row]] = []
    passes = 0
    start = time.process_time()
    while not passes or time.process_time() - start < _LONG_ENOUGH:
        found = [_safe(read, text) for text in texts]
        passes += 1
    seconds = (time.process_time() - start) / passes
    known = "" if name == "regex" else version(name)
    print(json.dumps({"version": known, "seconds": seconds, "found": found}))


def _safe(read: Reader, text: str) -> list[Row]:
    """Count a text on which a peer breaks as one in which it found nothing."""
    try:
        return read(text)
    except Exception as error:  # noqa: BLE001 - a peer's fault is part of what is measured
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return []


if __name__ == "__main__":
    main()
