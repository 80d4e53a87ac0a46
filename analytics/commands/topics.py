"""Try topics before they are added."""

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from cyclopts import App, Group

from analytics.commands.app import BETTER, Count, Store, app
from analytics.errors import InputError
from analytics.ingest.record import Refusal
from analytics.model import Article

topics = App(
    name="topics",
    help="Try topics before they are added.",
    group=BETTER,
    group_commands=Group("Commands"),
)
app.command(topics)


@topics.command
def check(
    rows: Path,
    /,
    *articles: Path,
    new: Path | None = None,
    store: Store = None,
    examples: Count = 5,
) -> None:
    """Say what ROWS, rows for topic_terms.csv, would catch in ARTICLES; nothing is changed.

    Prints how many articles each topic of the rows holds before and after, what it would gain by
    title and word, under which topics those stand already, which topics change beside it, and in
    how many articles each form stands.

    Parameters
    ----------
    rows
        CSV with the header of data/lexicons/topic_terms.csv, the rows to be added alone.
    articles
        Files or folders, as for ``ingest``; default what the store holds.
    new
        CSV with the header of data/lexicons/topics.csv: the topics that the rows speak for and
        that are not there yet.
    store
        Where the archive lies; default data/store.
    examples
        How many articles to name for each topic.
    """
    from analytics import catches, snapshot
    from analytics.archive import Archive
    from analytics.columns import articles_of
    from analytics.lexicons import all as lexicons
    from analytics.lexicons.topics import load_topics, term_rows

    known = lexicons.load()
    after = load_topics(more_terms=rows, more_topics=new)
    kept = Archive(snapshot.store_folder(store)).texts()
    texts = _given(articles) if articles else chain.from_iterable(map(articles_of, kept))
    report = catches.check(term_rows(rows), known.topics, after, known.sources, texts, examples)
    if not report.articles:
        raise InputError("nothing to check the rows against: name articles, or a store with some")
    print("\n".join(catches.lines(report)))


def _given(paths: Sequence[Path]) -> Iterator[Article]:
    """Yield the articles of ``paths``; what cannot be read is named on stderr."""
    from analytics.ingest.formats import Options, read_paths

    for given in read_paths(paths, Options()):
        if isinstance(given.what, Refusal):
            print(f"refused {given.what}", file=sys.stderr)
        else:
            yield given.what
