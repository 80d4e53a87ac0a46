"""How right the figures are, as it was measured: data/accuracy.json, for the page to state."""

import json
from dataclasses import dataclass
from datetime import date
from math import sqrt
from pathlib import Path
from typing import Any

import pandas as pd

from analytics.errors import InputError
from analytics.snapshot import ROOT

FILE = ROOT / "data" / "accuracy.json"


@dataclass(frozen=True, slots=True)
class Accuracy:
    """One measurement against labelled articles.

    The tables have a row a name: ``name``, ``precision`` and ``recall`` (0 to 1), ``labelled``
    and ``found`` (how many figures stand behind them); those with most labels first.
    """

    measured_on: date
    reader_version: str
    articles: int
    figures: int  # labelled
    scores: pd.DataFrame  # by what was asked to agree
    by_kind: pd.DataFrame
    by_hedge: pd.DataFrame


def measured(path: Path = FILE) -> Accuracy | None:
    """Read what ``python -m analytics evaluate … --write`` wrote; nothing written, null.

    Raises:
        InputError: the file is there and is not such a file.
    """
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return Accuracy(
            date.fromisoformat(held["measured_on"]),
            str(held.get("reader_version", "unknown")),
            int(held["articles"]),
            int(held["figures"]),
            *(_table(held[name]) for name in ("scores", "by_kind", "by_hedge")),
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{path}: not a measurement ({error!r}); run: python -m analytics evaluate GOLD "
            f"ARTICLES --write {path.name}"
        ) from error


def likely(share: float, of: int) -> tuple[float, float]:
    """Return between which two shares the true one lies, 95 times in 100 (Wilson's interval).

    Args:
        share: what was found, 0 to 1.
        of: among how many; 0 says nothing, so all is possible.
    """
    if of <= 0:
        return 0.0, 1.0
    z = 1.96
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)


def _table(scores: dict[str, dict[str, Any]]) -> pd.DataFrame:
    rows = [
        (name, float(s["precision"]), float(s["recall"]), int(s["labelled"]), int(s["found"]))
        for name, s in scores.items()
    ]
    frame = pd.DataFrame(rows, columns=["name", "precision", "recall", "labelled", "found"])
    return frame.sort_values("labelled", ascending=False, kind="stable", ignore_index=True)
