"""Which series are listed as disputed."""

import pandas as pd
import pytest

from analytics.aggregates.disputes import disputes
from analytics.model import Selection
from analytics.snapshot import open_snapshot
from tests.snapshots import three_articles, write_snapshot


def listed(folder, *reports, **same):
    """Return the disputes among reports, each (day, outlet, low, high, hedge)."""
    days, outlets, lows, highs, hedges = zip(*reports, strict=True)
    n = len(reports)
    known = {
        "kind": "personnel",
        "force": "USA",
        "place": "KOR",
        "role": "stationed",
        "aspect": "level",
        "series": "personnel|USA|KOR|stationed|level",
        **same,
    }
    figures = pd.DataFrame(
        {
            "figure": range(n),
            "article": range(n),
            "story": range(n),
            "day": pd.to_datetime(list(days)),
            "outlet": outlets,
            "low": lows,
            "high": highs,
            "hedge": hedges,
        }
    ).assign(**known)
    articles = three_articles()["articles"].head(0)
    store = write_snapshot(folder, {"articles": articles, "figures": figures})
    with open_snapshot(store) as opened:
        return disputes(opened, Selection())


FIRST = ("2024-05-01", "Gazette", 28500.0, 28500.0, "exact")


def test_two_reports_of_one_week_that_share_no_number_differ(tmp_path):
    (one,) = listed(tmp_path, FIRST, ("2024-05-06", "Herald", 40000.0, None, "at_least"))

    assert (one.differ, one.least, one.most) == (2, 28500.0, 40000.0)
    assert (one.series.reports, one.series.outlets) == (2, 2)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(("2024-05-20", "Herald", 40000.0, 40000.0, "exact"), id="weeks later"),
        pytest.param(("2024-05-02", "Herald", 30000.0, 30000.0, "about"), id="about reaches it"),
        pytest.param(("2024-05-02", "Herald", 20000.0, None, "at_least"), id="an open end"),
        pytest.param(("2024-05-02", "Gazette", 40000.0, 40000.0, "exact"), id="one source"),
    ],
)
def test_reports_that_can_all_be_true_do_not(tmp_path, other):
    assert listed(tmp_path, FIRST, other) == ()


@pytest.mark.parametrize(
    "same", [{"aspect": "new"}, {"kind": "percent"}, {"place": None}, {"role": None}]
)
def test_what_does_not_last_or_stands_nowhere_is_not_compared(tmp_path, same):
    other = ("2024-05-02", "Herald", 40000.0, 40000.0, "exact")

    assert listed(tmp_path, FIRST, other, **same) == ()
