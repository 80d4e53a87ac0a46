"""Write a selection to a file: its articles, its figures, a page as a report."""

from pathlib import Path
from typing import Literal

from analytics.commands.app import TAKE, Store, app


@app.command(group=TAKE)
def export(
    what: Literal["articles", "figures", "report"],
    out: Path,
    /,
    *,
    link: str = "",
    store: Store = None,
) -> None:
    """Write the articles or figures of a selection as CSV or Parquet, or a page as a report.

    Examples:

    ``python -m analytics export figures troops.csv --link "kind=personnel&country=KOR"``

    ``python -m analytics export articles all.parquet``

    ``python -m analytics export report week.html --link "http://localhost:8501/?topic=missiles"``

    Parameters
    ----------
    what
        articles (without their texts), figures (with the sentence of each), or report: the page of
        the link as one file that opens offline and prints.
    out
        A file that ends in .csv or .parquet; a report's in .html.
    link
        The selection, as the address of the page holds it: topic=nuclear&country=KOR.
        A whole address will do; a frozen one is answered from its snapshot. Default everything,
        and for a report the overview.
    store
        Where the archive lies; default data/store.
    """
    from analytics.commands import exporting

    print(exporting.write(what, out, link, store))
