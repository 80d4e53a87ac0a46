"""What every test run needs: options, compiled modules, laws without a clock, long files first."""

import os
import sys

from hypothesis import settings

settings.register_profile("laws", deadline=None, max_examples=100)
settings.load_profile("laws")

# Two workers take file after file. What takes longest begins first, so that none is left at the end
# to one worker while the other has nothing to do.
LONG_FIRST = (
    "faults/test_kill.py",
    "browser/",
    "test_publish.py",
    "pages/",
    "test_cli.py",
)


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden readings anew; read the diff before you keep them",
    )


def pytest_configure(config):
    """Keep compiled modules for the run even where the environment forbids it beside the sources.

    The tests start some eighty processes, and each would compile every library anew.
    """
    cache = getattr(config, "cache", None)
    if cache and os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        os.environ["PYTHONPYCACHEPREFIX"] = str(cache.mkdir("bytecode"))
        sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"]
        sys.dont_write_bytecode = False


def pytest_collection_modifyitems(items):
    items.sort(key=_rank)  # stable: tests of a file stay together and in order


def _rank(item):
    path = item.path.relative_to(item.config.rootpath / "tests").as_posix()
    ranks = (n for n, start in enumerate(LONG_FIRST) if path.startswith(start))
    return next(ranks, len(LONG_FIRST))
