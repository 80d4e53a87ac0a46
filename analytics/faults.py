"""List one by one what differs: from the labels, or from an earlier run over the same texts."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from analytics.evaluate import NOTHING, Row, overlap, pair, value


class Fault(NamedTuple):
    """One figure that was missed, found without a label, or read with another value."""

    article_id: str
    sort: str  # missed, false alarm, other value, other hedge, other kind
    start: int
    end: int
    told: str  # what the label says, or what was found


def faults(gold: Mapping[str, Row], found: Mapping[str, Row]) -> list[Fault]:
    """List every figure on which labels and findings differ, article by article, by offset."""
    rows: list[Fault] = []
    for key, g in gold.items():
        f = found.get(key, NOTHING)
        valued = pair(g["figures"], f["figures"], value)
        left_labels = [x for i, x in enumerate(g["figures"]) if i not in valued]
        left_found = [x for i, x in enumerate(f["figures"]) if i not in set(valued.values())]
        spanned = pair(left_labels, left_found, overlap)
        here = [
            Fault(key, "other value", x["start"], x["end"], f"{_told(x)} ≠ {_told(left_found[j])}")
            for i, x in enumerate(left_labels)
            if (j := spanned.get(i)) is not None
        ]
        here += [
            Fault(key, "missed", x["start"], x["end"], _told(x))
            for i, x in enumerate(left_labels)
            if i not in spanned
        ]
        here += [
            Fault(key, "false alarm", x["start"], x["end"], _told(x))
            for i, x in enumerate(left_found)
            if i not in set(spanned.values())
        ]
        here += [
            Fault(
                key,
                f"other {field}",
                g["figures"][i]["start"],
                g["figures"][i]["end"],
                f"{g['figures'][i][field]} ≠ {f['figures'][j][field]}",
            )
            for i, j in valued.items()
            for field in ("hedge", "kind", "place")
            if g["figures"][i][field] != f["figures"][j][field]
        ]
        here += [
            Fault(key, "other change", x["start"], x["end"], f"{x['is_change']} ≠ {y['change']}")
            for i, j in valued.items()
            for x, y in ((g["figures"][i], f["figures"][j]),)
            if x["is_change"] != bool(y["change"])
        ]
        rows += sorted(here, key=lambda fault: fault.start)
    return rows


def _told(figure: Row) -> str:
    low = figure.get("value_low", figure.get("low"))
    high = figure.get("value_high", figure.get("high"))
    value = f"{low:g}" if low is not None and low == high else f"{_end(low)}…{_end(high)}"
    return f"{value} {figure['hedge']} {figure['kind']}"


def _end(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


class Differences(NamedTuple):
    """What two extractions of the same texts do not share."""

    articles: int  # in both
    gained: list[Fault]
    lost: list[Fault]
    changed: Counter[tuple[str, str, str]]  # (field, before, after) of the figures in both


_SAME = ("start", "low", "high", "hedge", "kind")
_FIELDS = (
    "unit",
    "of",
    "force",
    "place",
    "role",
    "change",
    "aspect",
    "speaker",
    "modality",
    "as_of",
)


def differences(before: Mapping[str, Row], after: Mapping[str, Row]) -> Differences:
    """Compare two extractions, by article id; articles that only one of them holds are left out.

    A figure is the same where start, value, hedge and kind agree; its other fields are compared.
    """
    gained: list[Fault] = []
    lost: list[Fault] = []
    changed: Counter[tuple[str, str, str]] = Counter()
    both = sorted(before.keys() & after.keys())
    for article in both:
        old, new = ({_key(x): x for x in rows[article]["figures"]} for rows in (before, after))
        gained += [_fault(article, "gained", new[key]) for key in new if key not in old]
        lost += [_fault(article, "lost", old[key]) for key in old if key not in new]
        changed.update(
            (field, str(old[key].get(field)), str(new[key].get(field)))
            for key in old.keys() & new.keys()
            for field in _FIELDS
            if old[key].get(field) != new[key].get(field)
        )
    return Differences(len(both), gained, lost, changed)


def _key(figure: Row) -> tuple[Any, ...]:
    return tuple(figure[field] for field in _SAME)


def _fault(article: str, sort: str, figure: Row) -> Fault:
    return Fault(article, sort, figure["start"], figure["end"], _told(figure))
