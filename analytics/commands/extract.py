"""Print what articles say, and store nothing."""

import sys
from datetime import date, timedelta
from pathlib import Path

from analytics.commands.app import TAKE, app, rows_of
from analytics.conventions import Convention
from analytics.errors import InputError


@app.command(group=TAKE)
def extract(
    file: Path,
    /,
    *,
    rejected: bool = False,
    explain: bool = False,
    tolls: bool = False,
    convention: Convention = "guidelines",
) -> None:
    """Print what each article of a JSONL file says, and store nothing.

    One line of JSON an article: source, date, topics, countries, speakers, and every figure with
    the words it stands in.

    Each line of FILE holds ``text`` and, where known, ``id title url outlet date crawled``.
    Offsets count code points of the text as it was given.

    Parameters
    ----------
    file
        JSONL, one article a line.
    rejected
        Also list the numbers that were seen and not counted, each with its reason.
    explain
        Also list the blocks of each text: body or furniture, and the rule that said so.
    tolls
        Also list those told to be killed or captured, nobody twice; ``low`` adds up to the fewest.
        Singulars and "several" are counted in, so these are no figures: ``implied`` says which.
    convention
        How vague numbers count: "dozens" is 24 or more by the guidelines, 12 or more by ACLED's.
    """
    import msgspec

    from analytics.contract import to_row
    from analytics.extract.article import read_article
    from analytics.extract.tolls import find_tolls
    from analytics.ingest.record import article_of
    from analytics.lexicons import all as lexicons

    known = lexicons.load(convention=convention)
    encode = msgspec.json.Encoder().encode
    tomorrow = date.today() + timedelta(days=1)
    for line, row in rows_of(file):
        try:
            article = article_of(row, file.stem, f"{file}:{line}")
        except InputError as error:
            print(f"{file}:{line}: {error}", file=sys.stderr)
            continue
        reading = read_article(article, known, tomorrow)
        found = to_row(reading, article.text, rejected=rejected, explain=explain)
        if tolls:
            found["tolls"] = [
                {**toll._asdict(), "quote": article.text[toll.start : toll.end]}
                for toll in find_tolls(article.text, reading, known.figures)
            ]
        print(encode(found).decode())
