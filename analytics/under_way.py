"""Work on a store that is going on: told by who does it, seen by the page.

While ``ingest`` or ``reread`` works, a file of its own in the store says how far it is, written
anew every two seconds. A process that is killed stops writing, so what is old is over.
"""

import contextlib
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

FOLDER = "under_way"  # in the store
EVERY = 2.0  # seconds
OVER = 15.0  # seconds without a word


@dataclass(frozen=True, slots=True)
class Work:
    """How far one process is."""

    stage: str  # reading, rereading, publishing
    share: float | None = None  # of the input, 0 to 1; null where nothing says how much there is
    read: int = 0  # articles


class Telling:
    """What the process that works says of itself; ``now`` is told from the next beat on."""

    def __init__(self, now: Work) -> None:
        self.now = now


@contextlib.contextmanager
def told(store: Path, first: Work) -> Iterator[Telling]:
    """Tell of work on a store for as long as the block lasts.

    A store that cannot be written to raises nothing here: the work itself will say so.
    """
    telling, over = Telling(first), threading.Event()
    path = store / FOLDER / f"{socket.gethostname()}-{os.getpid()}.json"

    def beat() -> None:
        while True:
            with contextlib.suppress(OSError):
                path.parent.mkdir(parents=True, exist_ok=True)
                fresh = path.with_suffix(".new")
                fresh.write_text(json.dumps(asdict(telling.now)), encoding="utf-8")
                fresh.replace(path)
            if over.wait(EVERY):
                return

    thread = threading.Thread(target=beat, name="under-way", daemon=True)
    thread.start()
    try:
        yield telling
    finally:
        over.set()
        thread.join()
        with contextlib.suppress(OSError):
            path.unlink()


def seen(store: Path, now: float | None = None) -> list[Work]:
    """Return the work that is going on, furthest first; none, an empty list.

    Args:
        store: the folder.
        now: seconds since 1970; null for the clock.
    """
    moment = time.time() if now is None else now
    found = []
    for path in sorted((store / FOLDER).glob("*.json")):
        try:
            if moment - path.stat().st_mtime <= OVER:
                found.append(_work(json.loads(path.read_text(encoding="utf-8"))))
        except (OSError, ValueError, TypeError, KeyError):
            continue  # gone in this moment, or not a file of ours: nothing to tell
    return sorted(found, key=lambda work: -work.read)


def _work(held: object) -> Work:
    if not isinstance(held, dict):
        raise TypeError("not an object")
    share = held.get("share")
    return Work(
        str(held["stage"]),
        float(share) if isinstance(share, int | float) else None,
        int(held.get("read", 0)),
    )
