"""The row of numbers on top of a page: each with its name, and with what puts it in proportion."""

from typing import Any, NamedTuple

import pandas as pd

from analytics.aggregates import topics, volume, words
from analytics.aggregates.coverage import Coverage
from analytics.aggregates.figures import Series
from analytics.aggregates.volume import Totals
from analytics.baselines import Baseline
from analytics.model import Selection


class KeyNumber(NamedTuple):
    """One number, as it is shown."""

    name: str
    value: str
    aside: str


def of_coverage(coverage: Coverage, selection: Selection) -> list[KeyNumber]:
    """Sum up a selection that holds any article."""
    totals = coverage.ask(volume.totals, selection)
    last, before = coverage.ask(volume.change, selection)
    rose = coverage.ask(topics.rising, selection)
    per_article = f"{totals.figures / totals.articles:.1f} an article"
    recent = f"{words.MEASURES[selection.measure]}; {before:,} in the 4 before"
    numbers = [
        KeyNumber("Articles", f"{totals.articles:,}", _days(totals)),
        KeyNumber("Sources", f"{totals.outlets:,}", f"of {totals.publishers:,} publishers"),
        KeyNumber("Independent stories", f"{totals.stories:,}", _copied(totals)),
        KeyNumber("Figures", f"{totals.figures:,}", per_article),
        KeyNumber("Last 4 weeks", f"{last:,}", recent),
    ]
    if len(rose):
        top = rose.iloc[0]
        if top["last"] > top["before"]:
            said = f"{int(top['before']):,} → {int(top['last']):,} in 4 weeks"
            numbers.append(KeyNumber("Rose most", words.topic(top["topic"]), said))
    return numbers


def of_series(one: Series, reports: pd.DataFrame, baseline: Baseline | None) -> list[KeyNumber]:
    """Sum up the reports of a series (``figures.reports``, at least one)."""
    values = reports["value"].dropna()
    newest = reports[reports["day"].notna()].tail(1)
    least, most = words.number(float(values.min())), words.number(float(values.max()))
    differ = f"{int(reports['disputed'].sum()):,} differ within a week"
    numbers = [
        KeyNumber("Reports", f"{len(reports):,}", f"by {reports['outlet'].nunique():,} sources"),
        KeyNumber("Median", words.number(float(values.median())), words.unit(one) or ""),
        KeyNumber("Least to most", f"{least} – {most}", differ),
    ]
    if len(newest):
        row = newest.iloc[0]
        said = words.figure(row["low"], row["high"], row["hedge"], None)
        where = f"{row['day']:%-d %b %Y} · {row['outlet']}"
        numbers.append(KeyNumber("Newest report", said, where))
    if baseline is not None and len(baseline.rows):
        last = baseline.rows.iloc[-1]
        value = words.number(float(last["value"]))
        numbers.append(KeyNumber(baseline.name, value, f"{last['day']:%b %Y}, official"))
    return numbers


def of_two(coverage: Coverage, first: Selection, second: Selection) -> list[KeyNumber]:
    """Hold the sizes of two selections against each other."""
    totals = [coverage.ask(volume.totals, one) for one in (first, second)]
    counts = [one.of(first.measure) for one in totals]
    said = [words.counted(count, first.measure) for count in counts]
    ratio = f"{counts[0] / counts[1]:.2g} : 1" if counts[1] else "–"
    figures = f"{totals[0].figures:,} · {totals[1].figures:,}"
    return [
        KeyNumber("A · the filter bar", said[0], words.chosen(first)),
        KeyNumber("B · the other side", said[1], words.chosen(second)),
        KeyNumber("A to B", ratio, "of what is counted"),
        KeyNumber("Figures", figures, "in A and in B"),
    ]


def of_source(profiles: pd.DataFrame, outlet: str) -> list[KeyNumber]:
    """Sum up one source of ``sources.profiles``."""
    row = profiles[profiles["outlet"] == outlet].iloc[0]
    first = "–" if row["first"] != row["first"] else f"{row['first']:.0%}"
    share = f"{row['articles'] / profiles['articles'].sum():.1%} of all"
    return [
        KeyNumber("Articles", f"{row['articles']:,}", share),
        KeyNumber("Independent stories", f"{row['stories']:,}", "of which it told any part"),
        KeyNumber("Figures", f"{row['figures']:.1f}", "an article, on average"),
        KeyNumber("Under a wire’s name", f"{row['wired']:.0%}", "of its articles"),
        KeyNumber("Copies", f"{row['copied']:.0%}", "of its articles copy another"),
        KeyNumber("First", first, "of the stories it shares with others"),
        KeyNumber("House", str(row["family"] or outlet), kind_of(row)),
    ]


def of_snapshot(coverage: Coverage, refused: int) -> list[KeyNumber]:
    """Sum up the whole snapshot, whatever is chosen."""
    totals = coverage.ask(volume.totals, Selection())
    undated = f"{totals.undated:,} without a date"
    return [
        KeyNumber("Articles", f"{totals.articles:,}", undated),
        KeyNumber("Sources", f"{totals.outlets:,}", f"of {totals.publishers:,} publishers"),
        KeyNumber("Figures", f"{totals.figures:,}", f"in {totals.stories:,} stories"),
        KeyNumber("Refused", f"{refused:,}", "inputs that could not be read"),
    ]


def kind_of(row: "pd.Series[Any]") -> str:
    """Say what a source of ``sources.profiles`` is: "newspaper, France"."""
    kind = row["kind"] if isinstance(row["kind"], str) else "unknown kind"
    country = row["country"]
    return f"{kind}, {words.country(country)}" if isinstance(country, str) else kind


def _days(totals: Totals) -> str:
    if totals.first_day is None or totals.last_day is None:
        return "none with a date"
    return f"{totals.first_day:%b %Y} to {totals.last_day:%b %Y}"


def _copied(totals: Totals) -> str:
    return f"{1 - totals.stories / totals.articles:.0%} of articles are copies"
