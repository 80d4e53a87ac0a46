"""Every error that this package raises on purpose."""

from pathlib import Path


class AnalyticsError(Exception):
    """Base class: catch it at the edge (the command line, the page), nowhere else."""


class LexiconError(AnalyticsError):
    """A lexicon file breaks its own rules; the message is ``file:line: reason``."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class InputError(AnalyticsError):
    """Something given to be read cannot be; the message names what and where."""


class StoreError(AnalyticsError):
    """The archive or a snapshot is missing, broken, locked, or of another version."""


class SetupError(AnalyticsError):
    """A setting of a hosted page is missing or wrong; the message names it."""
