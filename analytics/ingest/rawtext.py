"""One article in a file of its own, as a scraper left it."""

from pathlib import Path

from analytics.ingest.decode import decode, read_whole


def row_of(path: Path, encoding: str | None = None) -> dict[str, str]:
    """Read a text file: the whole of it is the article, line ends and all.

    Such a file brings no id: the same text is the same article, whatever the file is called.

    Raises:
        InputError: empty, too large, or not a text.
    """
    return {"text": decode(read_whole(path), encoding)}
