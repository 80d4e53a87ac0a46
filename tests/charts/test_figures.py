"""The chart of a series: what lies between least and most, period by period."""

from datetime import date

import pandas as pd

from analytics.charts.figures import _band


def periods(*starts, reports=4):
    rows = [
        (start, low, low + 1, low + 2, reports, 2) for low, start in enumerate(starts, start=10)
    ]
    columns = ["period", "least", "median", "most", "reports", "outlets"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(period=pd.to_datetime(frame["period"]))


def test_a_missing_period_is_a_gap_between_two_closed_blocks():
    band, median = _band(periods(date(2024, 1, 1), date(2024, 4, 1)), "month")

    assert band["x"] == [
        *("2024-01-01", "2024-01-01", "2024-02-01", "2024-02-01", "2024-01-01", None),
        *("2024-04-01", "2024-04-01", "2024-05-01", "2024-05-01", "2024-04-01", None),
    ]
    assert band["y"] == [10, 12, 12, 10, 10, None, 11, 13, 13, 11, 11, None]
    assert median["y"] == [11, 11, None, 12, 12, None]


def test_a_period_with_one_report_has_no_band():
    assert _band(periods(date(2024, 1, 1), date(2024, 4, 1), reports=1), "month") == []


def test_no_report_has_no_band():
    assert _band(periods(), "month") == []
