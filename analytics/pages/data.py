"""Page: what lies in here: periods, sources, what was refused, how right it is, licences."""

import pandas as pd
import streamlit as st

from analytics.accuracy import Accuracy, measured
from analytics.aggregates import holdings, key_numbers, words
from analytics.aggregates.coverage import Coverage
from analytics.charts import catalogue
from analytics.model import Selection
from analytics.pages import chart, parts, state, upload
from analytics.pages.reading import EVIDENCE
from analytics.pages.safe import safe_md

TITLE = "Data"
ICON = ":material/database:"
LICENCES = """
| what | licence |
|---|---|
| Muster itself | Apache-2.0 |
| articles | their publishers'; shown as the setting `MUSTER_TEXTS` allows |
| sample articles | written for this project, Apache-2.0; the sources are invented |
| US troops by country (DMDC) | facts of the US government; cite Allen, Flynn and Machain (2022) |
| armed forces, military spending (World Bank) | CC BY 4.0, by way of Gapminder |
| outlines of countries | MIT, from plotly.js |
"""

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
    meta = coverage.snapshot.meta
    if meta.sample:
        st.info("This is sample data: invented sources, written for this project, public numbers.")
    refused = coverage.ask(holdings.refused)
    parts.key_numbers(key_numbers.of_snapshot(coverage, len(refused)))
    st.caption("The whole snapshot, whatever the filter bar says.")
    upload.show()
    if (months := catalogue.held_by_month(coverage, state.view())) is not None:
        chart.show(months, "months")
    _accuracy(measured())
    left, right = st.columns(2, gap="large")
    with left:
        _table("Collections", coverage.ask(holdings.collections))
        _table("Refused", refused, "Nothing was refused.")
    with right:
        told = coverage.ask(holdings.evidence)
        said = [EVIDENCE.get(str(one), "nothing told it") for one in told["told_by"]]
        _table("What told the day", told.assign(told_by=said))
        _table("Set aside", coverage.ask(holdings.flags), "Nothing was set aside.")
    st.html("<h2 class='mu-headline'>Licences</h2>")
    st.markdown(LICENCES)
    st.html("<h2 class='mu-headline'>This snapshot</h2>")
    st.markdown(
        f"id `{safe_md(meta.snapshot_id)}` · reader {safe_md(meta.reader_version)} · publisher "
        f"{safe_md(meta.publisher_version)} · schema {meta.schema_version}. The same texts, reader "
        "and publisher give the same id on any machine; put "
        f"`?snapshot={meta.snapshot_id}` in a link to freeze it."
    )


def _accuracy(held: Accuracy | None) -> None:
    st.html("<h2 class='mu-headline'>How right the figures are</h2>")
    if held is None:
        st.caption(
            "Not measured yet: `python -m analytics evaluate GOLD ARTICLES --write "
            "data/accuracy.json` holds what is found against articles that a person labelled."
        )
        return
    st.caption(
        f"Measured on {held.measured_on:%-d %B %Y} on {held.articles:,} articles with "
        f"{held.figures:,} figures labelled by hand; "
        f"reader {safe_md(held.reader_version)}. Precision: of the figures found, how many are "
        "right. Recall: of the figures there, how many were found. A kind with few labels is "
        "known only roughly."
    )
    whole = held.scores[held.scores["name"].isin(AGREE)]
    kinds = held.by_kind.assign(name=[words.KINDS.get(k, k) for k in held.by_kind["name"]])
    hedges = held.by_hedge.assign(name=[words.HEDGES.get(h, h) for h in held.by_hedge["name"]])
    left, right = st.columns(2, gap="large")
    with left:
        _scores("Kind of figure", kinds)
    with right:
        _scores("What has to agree", whole.assign(name=[AGREE[n] for n in whole["name"]]))
        _scores("Hedge", hedges)


def _scores(heading: str, rows: pd.DataFrame) -> None:
    percent = st.column_config.NumberColumn(format="%.0f %%", width=90)
    table = pd.DataFrame(
        {
            heading: rows["name"],
            "Precision": 100 * rows["precision"].where(rows["found"] > 0),
            "Recall": 100 * rows["recall"].where(rows["labelled"] > 0),
            "Labelled": rows["labelled"],
            "Found": rows["found"],
        }
    )
    st.dataframe(
        table,
        hide_index=True,
        height=38 + 35 * len(table),
        column_config={"Precision": percent, "Recall": percent},
        alt=f"Precision and recall by {heading.lower()}",
    )


def _table(title: str, rows: pd.DataFrame, nothing: str = "") -> None:
    st.html(f"<h2 class='mu-headline'>{title}</h2>")
    if rows.empty:
        st.caption(nothing)
        return
    day = st.column_config.DateColumn(format="YYYY-MM-DD")
    shown = rows.rename(columns=lambda name: name.replace("_", " ").capitalize())
    st.dataframe(
        shown,
        hide_index=True,
        height=min(300, 38 + 35 * len(rows)),
        column_config={"First day": day, "Last day": day},
        alt=title,
    )
