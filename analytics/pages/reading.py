"""One article as it is read: every figure, topic word, place and speaker marked where it stands."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd
import streamlit as st

from analytics.aggregates import articles, words
from analytics.aggregates.articles import Mark, Read
from analytics.aggregates.coverage import Coverage
from analytics.pages import rights, state
from analytics.pages.safe import safe_html, safe_md, safe_url

LONGEST = 60_000  # characters of a text that are shown
QUIET = {"prefix", "navigation", "section", "caption", "related", "promo", "tail"}
SORTS = {"figure": "figure", "place": "place", "speaker": "speaker", "topic": "topic word"}
EVIDENCE = {
    "given": "as delivered",
    "url": "from its address",
    "text": "as printed",
    "dateline": "from its dateline",
    "relative": "from “days ago” and the day it was fetched",
    "prefix": "from the crawler’s note, a hint only",
}


def show(coverage: Coverage, read: Read, figure: str | None) -> None:
    """Draw the pane of one article, with the open figure's sentence on top."""
    found = coverage.ask(articles.figures_of, read.key)
    whole = rights.whole_texts(coverage)
    st.html(_head(read))
    chosen = found[found["figure_id"] == figure]
    if len(chosen):
        st.html(sentence(chosen.iloc[0], whole))
    elif not whole and len(found):
        st.html(sentence(found.iloc[0], whole))
    if whole:
        st.html(f"{_key(read.marks)}<div class='mu-text'>{marked(read, figure)}</div>")
    else:
        st.caption(
            "Only title, source and one snippet are shown here: the licence of this text is not "
            "known."
        )
    _figures(found)
    _copies(coverage, read)


def sentence(row: pd.Series, whole: bool) -> str:
    """Return a figure's sentence as HTML, the quote marked, with who says so."""
    before, quote, after = words.snippet(
        row["sentence"] or row["quote"],
        int(row["quote_at"]),
        len(row["quote"]),
        10_000 if whole else rights.SNIPPET,
    )
    said = words.figure(row["low"], row["high"], row["hedge"], row.get("unit"))
    facts = [said]
    if isinstance(row.get("speaker"), str):
        facts.append(f"says {row['speaker']}")
    return (
        f"<blockquote class='mu-quote'><p>{safe_html(before)}<mark>{safe_html(quote)}</mark>"
        f"{safe_html(after)}</p><footer>{safe_html(' · '.join(facts))}</footer></blockquote>"
    )


def marked(read: Read, figure: str | None) -> str:
    """Return the text as HTML: a paragraph a line, furniture dimmed, marks as coloured spans."""
    text = read.text[:LONGEST]
    quiet = [(start, end) for start, end, kind in read.body if kind in QUIET]
    pieces = []
    for start, end, marks in _segments(text, read.marks, quiet):
        piece = safe_html(text[start:end]).replace("\n", "</p><p>")
        classes = sorted({f"mu-{mark.sort}" for mark in marks if mark is not None})
        if any(mark is None for mark in marks):
            classes.append("mu-quiet")
        if any(mark is not None and mark.name == figure and figure for mark in marks):
            classes.append("mu-open")
        if classes:
            said = "; ".join(f"{SORTS[m.sort]}: {m.label}" for m in marks if m is not None)
            title = f" title='{safe_html(said)}'" if said else ""
            piece = f"<span class='{' '.join(classes)}'{title}>{piece}</span>"
            piece = piece.replace("</p><p>", f"</span></p><p><span class='{' '.join(classes)}'>")
        pieces.append(piece)
    if len(read.text) > LONGEST:
        pieces.append(f"</p><p class='mu-quiet'>… {len(read.text) - LONGEST:,} characters more")
    return f"<p>{''.join(pieces)}</p>".replace("<p></p>", "")


def _segments(
    text: str, marks: Sequence[Mark], quiet: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, list[Mark | None]]]:
    """Cut a text where any mark begins or ends; null stands for furniture."""
    spans: list[tuple[int, int, Mark | None]] = [
        *((mark.start, min(mark.end, len(text)), mark) for mark in marks),
        *((start, min(end, len(text)), None) for start, end in quiet),
    ]
    spans = sorted((s for s in spans if 0 <= s[0] < s[1]), key=lambda span: span[0])
    edges = sorted({0, len(text), *(s[0] for s in spans), *(s[1] for s in spans)})
    at = 0
    active: list[tuple[int, int, Mark | None]] = []
    for start, end in pairwise(edges):
        while at < len(spans) and spans[at][0] <= start:
            active.append(spans[at])
            at += 1
        active = [span for span in active if span[1] > start]
        yield start, end, [span[2] for span in active]


def _head(read: Read) -> str:
    day = f"{read.day:%-d %B %Y}" if read.day is not None else "no date known"
    if read.day is not None and read.evidence:
        day += f" ({EVIDENCE.get(read.evidence, read.evidence)})"
    facts = [read.outlet, day]
    if read.byline:
        facts.append(read.byline)
    if read.wires:
        facts.append(f"wire: {', '.join(read.wires)}")
    line = " · ".join(safe_html(fact) for fact in facts)
    if url := safe_url(read.url):
        line += (
            f" · <a href='{safe_html(url)}' target='_blank' rel='noopener noreferrer nofollow'>"
            "original</a>"
        )
    tags = [words.topic(topic) for topic in read.topics]
    tags += [words.country(iso3) for iso3 in read.countries]
    chips = "".join(f"<li>{safe_html(tag)}</li>" for tag in tags)
    title = safe_html(read.title or "Without a title")
    return (
        f"<h2 class='mu-headline'>{title}</h2><p class='mu-note'>{line}</p>"
        f"<ul class='mu-tags'>{chips}</ul>"
    )


def _key(marks: Sequence[Mark]) -> str:
    counts = {sort: sum(mark.sort == sort for mark in marks) for sort in SORTS}
    said = "".join(
        f"<li><span class='mu-{sort}'>{name if n == 1 else name + 's'}</span> {n}</li>"
        for sort, name in SORTS.items()
        if (n := counts[sort])
    )
    return f"<ul class='mu-marks'>{said}</ul>" if said else ""


def _figures(found: pd.DataFrame) -> None:
    if found.empty:
        st.caption("No figure was found in this article.")
        return
    with st.expander(f"Figures in this article · {len(found)}"):
        rows: Any = found.itertuples(index=False)
        for row in rows:
            said = words.figure(row.low, row.high, row.hedge, row.unit)
            about = [words.KINDS.get(str(row.kind), str(row.kind))]
            about += [words.country(part) for part in (row.place,) if isinstance(part, str)]
            st.button(
                f"{safe_md(said)} — {safe_md(', '.join(about))}",
                key=f"figure-{row.figure_id}",
                type="tertiary",
                on_click=lambda one=row.figure_id: state.change(figure=one),
            )


def _copies(coverage: Coverage, read: Read) -> None:
    copies = coverage.ask(articles.copies_of, read.key)
    if copies.empty:
        return
    with st.expander(f"The same story elsewhere · {len(copies)}", expanded=True):
        rows: Any = copies.head(30).itertuples(index=False)
        for row in rows:
            kept = ""
            if row.kept == row.kept:
                kept = f" — keeps {row.kept:.0%}, adds {row.added:.0%}"
            day = f"{row.day:%-d %b %Y}" if row.day == row.day else "no date"
            st.button(
                f"{safe_md(row.outlet)}, {day}{safe_md(kept)}",
                key=f"copy-{row.key}",
                type="tertiary",
                help=safe_md(row.title or "Without a title"),
                on_click=lambda key=row.key: state.change(article=key, figure=None),
            )
