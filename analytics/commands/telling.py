"""What the commands that take a while say on stderr."""

import sys
from collections.abc import Sequence

from analytics.progress import Progress, Tell, teller

_SHOWN = 10  # failures of the reader that are listed one by one


def tell_on(progress: Progress) -> Tell:
    """Return what tells on stderr how far the work is."""
    return teller(progress, sys.stderr)


def tell_faults(faults: Sequence[str]) -> None:
    """Name on stderr the first articles that the reader failed on."""
    for fault in faults[:_SHOWN]:
        print(f"kept, but the reader failed on {fault}", file=sys.stderr)
    if len(faults) > _SHOWN:
        print(f"… and on {len(faults) - _SHOWN:,} more", file=sys.stderr)
