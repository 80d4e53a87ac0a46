"""Hold what was found against what a person labelled: precision, recall, confusions.

Labels and findings are plain rows: labels as ``data/README.md`` describes them, findings as
``python -m analytics extract`` prints them. A found figure answers a labelled one where their
spans overlap; pairs are one to one, as many as can be made. ``value`` asks low and high to agree
within 0.1 %, an open end being null on both sides.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

Row = Mapping[str, Any]
Check = Callable[[Row, Row], bool]

_TOLERANCE = 1e-3


class Score(NamedTuple):
    """Hits among what was found and what was labelled."""

    hits: int
    found: int
    labelled: int

    @property
    def precision(self) -> float:
        """Share of the found that is right, 0 to 1; 0 where nothing was found."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the labelled that was found, 0 to 1; 0 where nothing was labelled."""
        return self.hits / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _same(labelled: float | None, found: float | None) -> bool:
    if labelled is None or found is None:
        return labelled is found
    return abs(labelled - found) <= 1e-9 + _TOLERANCE * max(abs(labelled), abs(found))


def overlap(labelled: Row, found: Row) -> bool:
    """Tell whether the spans of two figures share a character."""
    return bool(labelled["start"] < found["end"] and found["start"] < labelled["end"])


def value(labelled: Row, found: Row) -> bool:
    """Tell whether a found figure is where the labelled one is, and worth the same."""
    return (
        overlap(labelled, found)
        and _same(labelled["value_low"], found["low"])
        and _same(labelled["value_high"], found["high"])
    )


def _and(field: str) -> Check:
    return lambda labelled, found: value(labelled, found) and labelled[field] == found[field]


CHECKS: dict[str, Check] = {
    "span": overlap,
    "value": value,
    "value+hedge": _and("hedge"),
    "value+kind": _and("kind"),
    "value+place": _and("place"),
    "record": lambda labelled, found: (
        value(labelled, found)
        and labelled["hedge"] == found["hedge"]
        and labelled["kind"] == found["kind"]
    ),
}


def pair(labelled: Sequence[Row], found: Sequence[Row], good: Check) -> dict[int, int]:
    """Pair labelled with found figures one to one, as many as ``good`` allows.

    Returns:
        index into ``labelled`` → index into ``found``.
    """
    label_by_found: dict[int, int] = {}

    def place(label: int, tried: set[int]) -> bool:
        for index, candidate in enumerate(found):
            if index in tried or not good(labelled[label], candidate):
                continue
            tried.add(index)
            if index not in label_by_found or place(label_by_found[index], tried):
                label_by_found[index] = label
                return True
        return False

    for label in range(len(labelled)):
        place(label, set())
    return {label: index for index, label in label_by_found.items()}


@dataclass(frozen=True)
class Evaluation:
    """Everything that was measured over the articles that are both labelled and read."""

    articles: int
    missing: tuple[str, ...]  # labelled, but not read
    figures: dict[str, Score]  # by check
    by_kind: dict[str, Score]  # record, by labelled or found kind
    by_hedge: dict[str, Score]
    labels: dict[str, Score]  # topics, countries, wires
    outlet: Score  # found = labelled: an accuracy
    published: Score
    kinds: Counter[tuple[str, str]]  # (labelled, found) of the figures whose values agree
    hedges: Counter[tuple[str, str]]


def evaluate(gold: Mapping[str, Row], found: Mapping[str, Row]) -> Evaluation:
    """Score ``found`` against ``gold``, both by article id; what gold lacks is left out."""
    both = [(row, found.get(key, NOTHING)) for key, row in gold.items()]
    figures = {
        name: _total(_tally(g["figures"], f["figures"], check) for g, f in both)
        for name, check in CHECKS.items()
    }
    figures["value+change"] = _total(_tally_changes(g, f) for g, f in both)
    confused = [(g, f, pair(g["figures"], f["figures"], value)) for g, f in both]
    return Evaluation(
        articles=len(both),
        missing=tuple(key for key in gold if key not in found),
        figures=figures,
        by_kind=_by("kind", both),
        by_hedge=_by("hedge", both),
        labels={
            name: _total(_shared(g.get(key, ()), f[name]) for g, f in both)
            for name, key in (("topics", "topics"), ("countries", "countries"), ("wires", "wire"))
        },
        outlet=_total(
            _equal(_name(g["outlet"]), _name(f["outlet"]))
            for g, f in both
            if g.get("outlet_told", True)
        ),
        published=_total(
            _equal(g["published"] or "", (f["published"] or "")[:10]) for g, f in both
        ),
        kinds=_confusion("kind", confused),
        hedges=_confusion("hedge", confused),
    )


NOTHING: Row = {
    "figures": [],
    "topics": [],
    "countries": [],
    "wires": [],
    "outlet": None,
    "published": None,
}


def _tally(labelled: Sequence[Row], found: Sequence[Row], check: Check) -> Score:
    return Score(len(pair(labelled, found, check)), len(found), len(labelled))


def _tally_changes(gold: Row, found: Row) -> Score:
    return _tally(
        [figure for figure in gold["figures"] if figure["is_change"]],
        [figure for figure in found["figures"] if figure["change"]],
        value,
    )


def _shared(labelled: Iterable[str], found: Iterable[str]) -> Score:
    ours, theirs = set(found), set(labelled)
    return Score(len(ours & theirs), len(ours), len(theirs))


def _equal(labelled: str, found: str) -> Score:
    return Score(int(labelled == found), 1, 1)


def _total(scores: Iterable[Score]) -> Score:
    hits = found = labelled = 0
    for score in scores:
        hits, found, labelled = hits + score[0], found + score[1], labelled + score[2]
    return Score(hits, found, labelled)


def _by(field: str, both: Sequence[tuple[Row, Row]]) -> dict[str, Score]:
    """Score each kind (or hedge) apart: value and that field agree."""
    names = sorted({x[field] for g, f in both for x in (*g["figures"], *f["figures"])})

    def only(name: str, row: Row) -> list[Row]:
        return [figure for figure in row["figures"] if figure[field] == name]

    return {
        name: _total(_tally(only(name, g), only(name, f), value) for g, f in both) for name in names
    }


def _confusion(
    field: str, confused: Iterable[tuple[Row, Row, dict[int, int]]]
) -> Counter[tuple[str, str]]:
    return Counter(
        (g["figures"][label][field], f["figures"][index][field])
        for g, f, pairs in confused
        for label, index in pairs.items()
    )


# Names by which the same outlet goes, in lower case and without "the".
_SAME_OUTLET = {
    "ap": "associated press",
    "bbc": "bbc news",
    "npr online news": "npr",
    "fox online news": "fox news",
    "nyt": "new york times",
    "wsj": "wall street journal",
    "agence france-presse": "afp",
}


def _name(outlet: str | None) -> str:
    text = (outlet or "").casefold().strip().removeprefix("the ")
    return _SAME_OUTLET.get(text, text)


def accuracy(result: Evaluation, measured_on: str, reader_version: str) -> dict[str, Any]:
    """Lay out an evaluation as the file that the dashboard states its accuracy from.

    Returns:
        plain values for JSON: ``measured_on`` (ISO day), ``reader_version``, ``articles`` and
        ``figures`` (how many were labelled), and precision, recall, F1 (0 to 1) with the counts
        behind them: ``scores`` by check, ``by_kind`` and ``by_hedge`` of values.
    """

    def rows(scores: Mapping[str, Score]) -> dict[str, dict[str, float]]:
        return {
            name: {
                **score._asdict(),
                "precision": round(score.precision, 4),
                "recall": round(score.recall, 4),
                "f1": round(score.f1, 4),
            }
            for name, score in scores.items()
        }

    article_fields = {**result.labels, "outlet": result.outlet, "published": result.published}
    return {
        "measured_on": measured_on,
        "reader_version": reader_version,
        "articles": result.articles,
        "figures": result.figures["value"].labelled,
        "scores": rows({**result.figures, **article_fields}),
        "by_kind": rows(result.by_kind),
        "by_hedge": rows(result.by_hedge),
    }
