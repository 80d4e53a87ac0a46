"""The command line: ``python -m analytics COMMAND``. An error is one line, and exit code 1."""

import sys
from collections.abc import Sequence

# Each module hangs its commands on the app when it is imported.
from analytics.commands import evaluate, export, extract, ingest, keep, topics
from analytics.commands.app import app
from analytics.errors import AnalyticsError

COMMANDS = (ingest, export, keep, topics, extract, evaluate)


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line; an error of ours is one line on stderr.

    Args:
        words: what was typed after the program's name; null takes them from the process.
    """
    try:
        app(sys.argv[1:] if words is None else words)
    except AnalyticsError as error:
        print(error, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
