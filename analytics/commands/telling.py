"""What the commands that take a while say on stderr."""

import sys

from analytics import ingestion
from analytics.progress import Progress, teller

_SHOWN = 10  # failures of the reader that are listed one by one


def tell_on(progress: Progress) -> ingestion.Tell:
    """Return what tells on stderr how far the work is."""
    return teller(progress, sys.stderr)


def tell_faults(report: ingestion.Report) -> None:
    """Name on stderr the first articles that the reader failed on."""
    for fault in report.faults[:_SHOWN]:
        print(f"kept, but the reader failed on {fault}", file=sys.stderr)
    if len(report.faults) > _SHOWN:
        print(f"… and on {len(report.faults) - _SHOWN:,} more", file=sys.stderr)
