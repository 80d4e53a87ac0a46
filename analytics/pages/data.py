"""Page: what lies in here: periods, sources, what was refused, how right it is, licences."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analytics import accuracy
from analytics.accuracy import Accuracy
from analytics.aggregates import holdings, key_numbers, volume, words
from analytics.aggregates.coverage import Coverage
from analytics.cells import csv_of
from analytics.charts import catalogue
from analytics.errors import InputError
from analytics.model import Selection
from analytics.pages import chart, parts, rights, state, upload
from analytics.pages.plain_table import Cell, Html, strip, table
from analytics.pages.reading import EVIDENCE
from analytics.pages.safe import safe_html, safe_md
from analytics.snapshot import Meta

TITLE = "Data"
ICON = ":material/database:"
LICENCES = (
    ("Muster", "Apache-2.0"),
    ("Articles", "their publishers’; how much of a text is shown is said below"),
    ("Sample articles", "written for Muster, Apache-2.0; their sources are invented"),
    ("Topics", "written for Muster, Apache-2.0; ids of IPTC Media Topics, CC BY 4.0"),
    ("Places", "cities of GeoNames, CC BY 4.0; the rest written for Muster, Apache-2.0"),
    ("Outlines of countries", "MIT, from plotly.js"),
    (
        "US troops by country",
        "Defense Manpower Data Center, facts of the US government; cite Allen, Flynn and Machain "
        "(2022)",
    ),
    (
        "Armed forces, military spending",
        "World Bank (IISS, SIPRI), CC BY 4.0, by way of Gapminder",
    ),
)
AGREE = {
    "span": "Where it stands",
    "value": "Its value",
    "value+hedge": "Value and hedge",
    "value+kind": "Value and kind",
    "value+place": "Value and place",
    "record": "Value, hedge and kind",
}


def show(coverage: Coverage, selection: Selection) -> None:
    """Draw the page; it describes the whole snapshot, whatever is chosen."""
    st.title(TITLE)
    st.caption("What lies in here: the whole snapshot, whatever the filter bar says.")
    refused = coverage.ask(holdings.refusals)
    parts.key_numbers(key_numbers.of_snapshot(coverage, refused))
    upload.show(sample=coverage.snapshot.meta.sample)
    chart.show(catalogue.held_by_month, coverage, state.view(), "months")
    _sources(coverage)
    _accuracy(coverage.snapshot.meta)
    left, right = st.columns(2, gap="large")
    with left:
        _refused(coverage, refused)
        _counts("Set aside in articles", "Flag", coverage.ask(holdings.flags), "flag")
    with right:
        _collections(coverage)
        told = coverage.ask(holdings.evidence)
        said = [EVIDENCE.get(str(one), "nothing told it") for one in told["told_by"]]
        _counts("What told the day", "Told by", told.assign(told_by=said), "told_by")
    left, right = st.columns(2, gap="large")
    with left:
        _heading("Licences")
        st.html(table("Licences", ("What", "Licence"), LICENCES))
    with right:
        _snapshot(coverage)


def _heading(text: str) -> None:
    st.html(f"<h2 class='mu-headline'>{text}</h2>")


def _sources(coverage: Coverage) -> None:
    found = coverage.ask(holdings.sources)
    if found.empty:
        return
    totals = coverage.ask(volume.totals, Selection())
    _heading("Sources and their gaps")
    more = totals.outlets - len(found)
    st.caption(
        "A bar is a month with articles; an open place is a gap in what was read, not a zero."
        + (f" The largest {len(found)}; {more:,} more are on the page Sources." if more else "")
    )
    rows = [_source(row, totals.first_day, totals.last_day) for row in found.itertuples()]
    first, last = totals.first_day, totals.last_day
    years = f"{first:%b %Y} – {last:%b %Y}" if first and last else "Months"
    headings = ("Source", "Articles", "Undated", "First", "Last", years)
    st.html(table("Sources and their gaps", headings, rows, numbers=(1, 2)))


def _source(row: Any, first: date | None, last: date | None) -> tuple[Cell, ...]:
    months = [pd.Timestamp(month).date() for month in row.months]
    days = [None if pd.isna(day) else day.date() for day in (row.first_day, row.last_day)]
    drawn: Cell = None
    if months and first and last:
        drawn = strip(months, first, last, f"{len(months)} months with articles")
    return (row.source, int(row.articles), int(row.undated) or None, *days, drawn)


def _accuracy(meta: Meta) -> None:
    _heading("How right the figures are")
    try:
        held = accuracy.measured(accuracy.FILE)
    except InputError as error:
        st.warning(
            "How right the figures are cannot be told: data/accuracy.json is not a measurement. "
            "Write it anew: `python -m analytics evaluate GOLD ARTICLES --write "
            "data/accuracy.json`."
        )
        if rights.same_machine():
            st.caption(safe_md(error))
        return
    if held is None:
        st.caption(
            "Not measured yet: `python -m analytics evaluate GOLD ARTICLES --write "
            "data/accuracy.json` holds what is found against articles that a person labelled."
        )
        return
    another = not meta.sample and held.reader_version != meta.reader_version
    st.markdown(
        f"Measured on **{held.measured_on:%-d %B %Y}** on {held.articles:,} articles with "
        f"{held.figures:,} figures labelled by hand (reader {safe_md(held.reader_version)}"
        f"{', another than read this snapshot' if another else ''}). "
        "*Precision*: of the figures found, how many are right. *Recall*: of the figures there, "
        "how many were found. Small numbers: where the true share lies, 95 times in 100."
    )
    _scores(held)


def _scores(held: Accuracy) -> None:
    whole = held.scores[held.scores["name"].isin(AGREE)]
    kinds = held.by_kind.assign(name=[words.KINDS.get(k, k) for k in held.by_kind["name"]])
    hedges = held.by_hedge.assign(name=[words.HEDGES.get(h, h) for h in held.by_hedge["name"]])
    left, right = st.columns(2, gap="large")
    left.html(_score_table("Kind of figure", kinds))
    agree = whole.assign(name=[AGREE[name] for name in whole["name"]])
    right.html(_score_table("What has to agree", agree))
    right.html(_score_table("Hedge", hedges))


def _score_table(heading: str, scores: pd.DataFrame) -> str:
    listed: Any = scores.itertuples()
    rows = [
        (
            str(row.name),
            _share(row.precision, row.found),
            _share(row.recall, row.labelled),
            int(row.labelled),
            int(row.found),
        )
        for row in listed
    ]
    headings = (heading, "Precision", "Recall", "Labelled", "Found")
    return table(f"Precision and recall by {heading.lower()}", headings, rows, (1, 2, 3, 4))


def _share(share: float, of: int) -> Cell:
    if not of:
        return None
    low, high = accuracy.likely(share, of)
    return Html(
        f"{share:.0%}<small title='where the true share lies, 95 times in 100'>"
        f"{100 * low:.0f}–{100 * high:.0f}</small>"
    )


def _refused(coverage: Coverage, count: int) -> None:
    rows = coverage.ask(holdings.refused)
    with st.container(horizontal=True, vertical_alignment="center"):
        _heading(f"Refused · {count:,}")
        if count:
            st.download_button(
                "CSV",
                data=lambda: csv_of(coverage.ask(holdings.refused, count)),
                file_name="refused.csv",
                mime="text/csv",
                icon=":material/download:",
                on_click="ignore",
            )
    if not count:
        st.caption("Nothing was refused: all that was given could be read.")
        return
    st.caption("What was given and could not be read, with file, line and reason.")
    st.dataframe(
        rows.rename(columns=str.capitalize),
        hide_index=True,
        height=min(300, 38 + 35 * len(rows)),
        alt="What was given and could not be read",
    )
    if count > len(rows):
        st.caption(f"The first {len(rows):,} are listed; the CSV has all.")


def _collections(coverage: Coverage) -> None:
    _heading("Collections")
    found: Any = coverage.ask(holdings.collections).itertuples()
    rows = [
        (
            str(row.collection),
            int(row.articles),
            int(row.sources),
            int(row.undated),
            *(None if pd.isna(day) else day.date() for day in (row.first_day, row.last_day)),
        )
        for row in found
    ]
    headings = ("Collection", "Articles", "Sources", "Undated", "First", "Last")
    st.html(table("Collections", headings, rows, (1, 2, 3)))


def _counts(title: str, heading: str, rows: pd.DataFrame, column: str) -> None:
    _heading(title)
    if rows.empty:
        st.caption("Nothing.")
        return
    pairs = [(str(name), int(n)) for name, n in zip(rows[column], rows["articles"], strict=True)]
    st.html(table(title, (heading, "Articles"), pairs, (1,)))


def _snapshot(coverage: Coverage) -> None:
    meta = coverage.snapshot.meta
    _heading("This snapshot")
    shown = "whole" if rights.whole_texts(coverage) else f"{rights.SNIPPET} characters of each"
    rows: list[tuple[Cell, Cell]] = [
        ("Id", _code(meta.snapshot_id)),
        ("Reader", _code(meta.reader_version)),
        ("Publisher", _code(meta.publisher_version)),
        ("Schema", str(meta.schema_version)),
        ("Texts are shown to you", shown),
    ]
    st.html(table("This snapshot", ("What", "Value"), rows))
    st.caption(
        "The same texts, reader and publisher give the same id on any machine. Put "
        f"`?snapshot={meta.snapshot_id}` in a link to freeze its numbers; where an older snapshot "
        "is no longer kept, `python -m analytics publish --id ID` builds it again."
    )


def _code(text: str) -> Html:
    return Html(f"<code>{safe_html(text)}</code>")
