"""Page: what the articles count, one series at a time, each report traced to its sentence."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.aggregates import articles, figures, key_numbers, words
from analytics.aggregates.coverage import Coverage
from analytics.aggregates.disputes import disputes
from analytics.aggregates.figures import Series
from analytics.baselines import baseline_for
from analytics.cells import csv_of
from analytics.charts import catalogue
from analytics.links import View
from analytics.model import Selection
from analytics.pages import chart, method, parts, reading, rights, state
from analytics.pages.safe import safe_html, safe_md

TITLE = "Figures"
ICON = ":material/tag:"
CLAIMS = 500  # rows of the table of claims
COLOURS = {"source": "By source", "speaker": "By who says so"}
CONVENTIONS = {"guidelines": "Dozens: 24+", "acled": "ACLED: 12+"}


def show(coverage: Coverage, selection: Selection) -> None:
    """Draw the page for a selection."""
    st.title(TITLE)
    known = coverage.ask(figures.series, selection)
    if not known:
        parts.nothing_counted(selection)
        return
    view = replace(state.view(), selection=selection)
    one = _pick_series(coverage, known, view)
    reports = coverage.ask(figures.reports, selection, one.series, view.convention)
    if reports.empty:
        st.info(
            f"No report of **{safe_md(words.series(one))}** is in this selection. Pick another "
            "series above, or take a filter away."
        )
        return
    if vague := int(reports["vague"].sum()):
        told = method.VAGUE[view.convention]
        st.caption(f"{vague:,} of {len(reports):,} reports here give a vague number. {told}")
    baseline = baseline_for(one.kind, one.force, one.place, one.role, one.aspect)
    parts.key_numbers(key_numbers.of_series(one, reports, baseline))
    left, right = st.columns((7, 3), gap="large")
    with left:
        chart.show(catalogue.of_series, coverage, view, "series-chart")
        if baseline is not None:
            days = reports["day"].dropna()
            ends = (days.min(), days.max()) if len(days) else (None, None)
            st.caption(
                f"**{safe_md(baseline.name)}**: {safe_md(baseline.definition)} "
                f"Source: {safe_md(baseline.source)}. {safe_md(baseline.gap(*ends))}"
            )
    with right:
        _evidence(coverage, reports, view)
        _disputes(coverage, view, one)
    _claims(reports, one)


def _pick_series(coverage: Coverage, known: tuple[Series, ...], view: View) -> Series:
    by_code = {one.series: one for one in known}
    if view.series and view.series not in by_code:  # known, but not within the selection
        by_code[view.series] = figures.series_of(view.series)
    now = view.series or figures.most_telling(known).series
    listed = f"{len(known)} series in this selection"
    if len(known) == figures.MOST_SERIES:
        listed = f"the {len(known)} series most reported in this selection"
    key = "series-pick"
    if st.session_state.get(key) != now:
        st.session_state[key] = now
    with st.container(horizontal=True, vertical_alignment="bottom", key="series-bar"):
        st.selectbox(
            f"What is counted · {listed}",
            list(by_code),
            format_func=lambda code: (
                f"{words.series(by_code[code])} · {by_code[code].reports:,} reports"
            ),
            key=key,
            on_change=state.on_change(key, lambda code: state.change(series=code, figure=None)),
        )
        switches: list[tuple[str, dict[str, str], str]] = [("colour", COLOURS, view.colour)]
        reports = coverage.ask(figures.reports, view.selection, now, view.convention)
        if view.convention != "guidelines" or reports["vague"].any():
            switches.insert(0, ("convention", CONVENTIONS, view.convention))
        parts.switches(*switches)
    return by_code[now]


def _evidence(coverage: Coverage, reports: pd.DataFrame, view: View) -> None:
    """Show the sentence of the chosen figure, else of the newest."""
    chosen = reports[reports["figure_id"] == view.figure]
    row = (chosen if len(chosen) else reports.tail(1)).iloc[0]
    dated = row["day"] == row["day"]
    with st.container(key="evidence"):
        st.html(
            "<h2 class='mu-headline'>"
            + ("The newest report’s sentence" if dated and not len(chosen) else "The sentence")
            + "</h2>"
        )
        if view.figure and not len(chosen):
            st.caption("The figure that was open is not in this selection.")
        st.html(reading.sentence(row, rights.whole_texts(coverage)))
        day = f"{row['day']:%-d %B %Y}" if dated else "no date known"
        title = row["title"] or "Without a title"
        st.html(
            f"<p class='mu-note'><b>{safe_html(title)}</b><br>{safe_html(row['outlet'])} · {day}"
            f"{' · first to report it' if row['first'] else ' · repeats an earlier report'}</p>"
        )
        if (page := state.pages().get("articles")) is not None:
            to = View(selection=view.selection, figure=row["figure_id"])
            st.page_link(
                page,
                label="Read the article",
                icon=":material/arrow_forward:",
                query_params=state.parameters(to),
            )
        copies = coverage.ask(articles.copies_of, row["key"])
        if len(copies):
            st.caption(f"The same story ran at {copies['outlet'].nunique():,} other sources.")


def _disputes(coverage: Coverage, view: View, shown: Series) -> None:
    """List where else reports differ, each a way to its series."""
    known = coverage.ask(disputes, view.selection, convention=view.convention)
    others = [one for one in known if one.series.series != shown.series]
    if not others:
        return
    st.html("<h2 class='mu-headline'>Where reports differ</h2>")
    st.caption("Reports of one week that cannot all be true.")
    with st.container(key="disputes", gap=None):
        for one in others:
            span = f"{words.number(one.least)} – {words.number(one.most)}"
            st.button(
                f"{safe_md(words.series(one.series))} · **{safe_md(span)}**",
                key=f"dispute-{one.series.series}",
                type="tertiary",
                icon=":material/difference:",
                help=f"{one.differ:,} of {one.series.reports:,} reports differ",
                on_click=state.change,
                kwargs={"series": one.series.series, "figure": None},
            )


def _claims(reports: pd.DataFrame, one: Series) -> None:
    newest = reports.iloc[::-1]
    said = [
        words.figure(low, high, hedge, words.unit(one))
        for low, high, hedge in zip(newest["low"], newest["high"], newest["hedge"], strict=True)
    ]
    table = pd.DataFrame(
        {
            "Day": newest["day"],
            "Reported": said,
            "Who says so": newest["speaker"].astype(object).where(newest["speaker"].notna(), "–"),
            "Source": newest["outlet"],
            "Differs": newest["disputed"].map({True: "differs", False: ""}),
            "First": newest["first"].map({True: "first", False: "repeats"}),
            "Title": newest["title"],
        }
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<h2 class='mu-headline'>Claims · {len(table):,}</h2>")
        st.space("stretch")
        st.download_button(
            "CSV",
            data=lambda: csv_of(newest.drop(columns=["sentence", "quote_at", "story"])),
            file_name="claims.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
    ids = list(newest["figure_id"].head(CLAIMS))
    st.dataframe(
        table.head(CLAIMS),
        key="claims",
        hide_index=True,
        height=min(420, 38 + 35 * len(table)),
        on_select=lambda: _chosen(ids),
        selection_mode="single-cell",
        column_config={
            "Day": st.column_config.DateColumn(format="YYYY-MM-DD", width=90),
            "Differs": st.column_config.TextColumn(
                width=70, help="Another report within seven days cannot be true together with it"
            ),
            "First": st.column_config.TextColumn(
                width=70, help="The first report of this figure within its story"
            ),
        },
        alt="Every report of the series, newest first; choosing a row opens its sentence",
    )
    if len(table) > CLAIMS:
        st.caption(f"The newest {CLAIMS:,} are listed; the CSV has all {len(table):,}.")


def _chosen(ids: list[str]) -> None:
    held = st.session_state.get("claims")
    cells = held["selection"]["cells"] if held else []
    if cells and cells[0][0] < len(ids):
        state.change(figure=ids[cells[0][0]])
