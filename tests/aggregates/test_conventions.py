"""What a series is by each convention of vague numbers, asked of one snapshot."""

import pandas as pd
import pytest

from analytics.aggregates import figures
from analytics.aggregates.disputes import disputes
from analytics.conventions import least
from analytics.model import Selection
from analytics.snapshot import open_snapshot
from tests.snapshots import three_articles, write_snapshot

SERIES = "weapons_platforms:tank||UKR|lost|level"
QUOTES = ["Dozens of tanks", "40 tanks", "hundreds of tanks", "a dozen tanks", "up to dozens"]
LOWS = [24.0, 40.0, 200.0, 12.0, None]
HIGHS = [None, 40.0, None, 12.0, 24.0]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    n = len(QUOTES)
    days = pd.to_datetime([f"2024-05-0{day + 1}" for day in range(n)])
    frames = three_articles()
    shared = {"article": range(n), "story": range(n), "day": days, "outlet": list("ABCDE")}
    articles = pd.concat([frames["articles"].iloc[[0]]] * n, ignore_index=True)
    rows = pd.concat([frames["figures"].iloc[[0]]] * n, ignore_index=True).assign(
        **shared,
        figure=range(n),
        figure_id=[f"figure{at}" for at in range(n)],
        quote=QUOTES,
        low=LOWS,
        high=HIGHS,
        hedge="exact",
        kind="weapons_platforms",
        unit="tanks",
        place="UKR",
        role="lost",
        series=SERIES,
    )
    frames = {"articles": articles.assign(**shared), "figures": rows}
    with open_snapshot(write_snapshot(tmp_path_factory.mktemp("store"), frames)) as opened:
        yield opened


@pytest.mark.parametrize("convention", ["guidelines", "acled"])
def test_a_query_counts_vague_numbers_as_the_convention_says(snapshot, convention):
    found = figures.reports(snapshot, Selection(), SERIES, convention)

    said = [least(low, quote, convention) for low, quote in zip(LOWS, QUOTES, strict=True)]
    assert found["low"].astype(object).where(found["low"].notna(), None).tolist() == said
    assert found["high"].isna().tolist() == [high is None for high in HIGHS]
    assert found["vague"].tolist() == [True, False, True, False, True]


def test_acled_counts_one_where_the_guidelines_count_two(snapshot):
    by_default = figures.reports(snapshot, Selection(), SERIES)
    by_acled = figures.reports(snapshot, Selection(), SERIES, "acled")

    assert by_default["value"].tolist() == [24, 40, 200, 12, 24]
    assert by_acled["value"].tolist() == [12, 40, 100, 12, 24]


def test_the_middle_of_a_period_follows_the_convention(snapshot):
    [middle] = figures.by_period(snapshot, Selection(), SERIES, "month")["median"]
    [by_acled] = figures.by_period(snapshot, Selection(), SERIES, "month", "acled")["median"]

    assert (middle, by_acled) == (24, 24)
    [most] = figures.by_period(snapshot, Selection(), SERIES, "month", "acled")["most"]
    assert most == 100


def test_what_is_taken_away_follows_the_convention(snapshot):
    rows = figures.rows_to_export(snapshot, Selection(), "acled").sort_values("day")

    assert rows["low"].tolist()[:4] == [12, 40, 100, 12]


def test_reports_may_differ_by_one_convention_alone(snapshot):
    [by_default] = disputes(snapshot, Selection())
    [by_acled] = disputes(snapshot, Selection(), convention="acled")

    assert (by_default.most, by_acled.most) == (200, 100)
