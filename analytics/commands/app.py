"""The command line that the commands are hung on: its groups, and what several of them share."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Group, Parameter, validators

from analytics.ingest.record import Refusal
from analytics.ingest.tabular import jsonl_rows

_PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def _version() -> str:
    import tomllib  # only where the version is asked for

    return str(tomllib.loads(_PROJECT.read_text("utf-8"))["project"]["version"])


app = App(
    name="python -m analytics",
    help="""Read defense news and count it: by topic, by source, and by the figures it mentions.

Begin with these:

* `python -m analytics ingest articles.jsonl` reads articles into data/store
* `streamlit run dashboard.py` shows them, and goes on showing the newest
* `python -m analytics export figures out.csv` takes numbers away

Each command tells more: `python -m analytics ingest --help`""",
    help_format="markdown",
    version=_version,
    group_commands=Group("Also", sort_key=9),
    default_parameter=Parameter(negative=(), show_default=False),
)
READ = Group("Read articles, and read on", sort_key=1)
TAKE = Group("Take out what was found", sort_key=2)
KEEP = Group("Look after the store", sort_key=3)
BETTER = Group("Make the reading better", sort_key=4)

Store = Annotated[Path | None, Parameter(env_var="MUSTER_STORE")]
Count = Annotated[int, Parameter(validator=validators.Number(gte=1))]
Json = Annotated[bool, Parameter(name="--json")]


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield line number and object of each line; a bad one is named on stderr and left out."""
    for row in jsonl_rows(path):
        if isinstance(row, Refusal):
            print(row, file=sys.stderr)
        else:
            yield row
