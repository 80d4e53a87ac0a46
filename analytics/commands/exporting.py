"""What ``export`` does: find what a link selects, and write it."""

import sys
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pandas as pd

from analytics import links, snapshot
from analytics.aggregates import articles as articles_table
from analytics.aggregates import figures as figures_table
from analytics.aggregates.coverage import Coverage
from analytics.cells import csv_of
from analytics.errors import InputError

_ENDINGS = {
    "articles": (".csv", ".parquet"),
    "figures": (".csv", ".parquet"),
    "report": (".html", ".htm"),
}


def write(
    what: Literal["articles", "figures", "report"], out: Path, link: str, store: Path | None
) -> str:
    """Write to ``out`` what ``link`` selects in ``store``, and say what was written.

    Raises:
        InputError: ``out`` has another ending or cannot be written, or the link is to no page.
    """
    if out.suffix not in _ENDINGS[what]:
        raise InputError(f"{out}: ends neither in {' nor in '.join(_ENDINGS[what])}")
    whole = "://" in link or "?" in link
    query = urlsplit(link).query if whole else link
    view, notices = links.read(parse_qs(query), links.Known())
    for notice in notices:
        print(notice, file=sys.stderr)
    with snapshot.open_snapshot(snapshot.store_folder(store), view.snapshot) as opened:
        try:
            if what == "report":
                _write_report(opened, view, link if whole else f"?{link}", out)
                said = "a report"
            else:
                rows = _rows(opened, view, what)
                _write_rows(rows, out)
                said = f"{len(rows):,} {what}"
        except OSError as error:
            raise InputError(f"{out}: cannot be written: {error.strerror}") from error
    return f"{said} from snapshot {opened.id}"


def _rows(
    opened: snapshot.Snapshot, view: links.View, what: Literal["articles", "figures"]
) -> pd.DataFrame:
    if what == "articles":
        return articles_table.rows_to_export(opened, view.selection)
    return figures_table.rows_to_export(opened, view.selection, view.convention)


def _write_rows(rows: pd.DataFrame, out: Path) -> None:
    if out.suffix == ".csv":
        out.write_bytes(csv_of(rows))
    else:
        rows.to_parquet(out, index=False)


def _write_report(opened: snapshot.Snapshot, view: links.View, link: str, out: Path) -> None:
    from analytics.pages import report  # the charts with it: no other command waits for them

    page = urlsplit(link).path.rpartition("/")[2] or "overview"
    if page not in report.PAGES:
        raise InputError(f"{link}: no page of ours; name one of {', '.join(report.PAGES)}")
    asked = report.Asked(Coverage(opened), view, page, link, date.today())
    out.write_text(report.build(asked), encoding="utf-8")
