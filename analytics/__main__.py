"""The command line: ``python -m analytics COMMAND``. An error is one line, and exit code 1."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module

from analytics.commands.app import app
from analytics.errors import AnalyticsError

# The module of each command, which hangs it on the app when it is imported. Only the one that is
# named is.
COMMANDS = {
    **dict.fromkeys(("ingest", "reread", "publish"), "ingest"),
    "export": "export",
    **dict.fromkeys(("verify", "takedown"), "keep"),
    "topics": "topics",
    "extract": "extract",
    "evaluate": "evaluate",
}
_SELDOM = 20_000  # objects made before young ones are looked through; else 700


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line; an error of ours is one line on stderr.

    Args:
        words: what was typed after the program's name; null takes them from the process.
    """
    given = sys.argv[1:] if words is None else words
    named = COMMANDS.get(given[0]) if given else None
    for module in (named,) if named else dict.fromkeys(COMMANDS.values()):
        import_module(f"analytics.commands.{module}")
    try:
        app(given)
    except AnalyticsError as error:
        print(error, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    # What is made at the start stays: looking through it for garbage, time and again, finds none.
    gc.set_threshold(_SELDOM)
    main()
