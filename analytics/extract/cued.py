"""Patterns that are tried only where one of their words stands, which is told far sooner."""

import re
import sys


class Cued:
    """A pattern with cues, of which at least one is a part of whatever it matches.

    Whether a cue stands in some text costs a hundredth of what the pattern does, and most have
    none.
    """

    def __init__(self, pattern: str, cues: str, reach: int = 0) -> None:
        """Compile ``pattern``, with its cues in lower case between strokes.

        ``match`` looks for a cue in the next ``reach`` characters.
        """
        self.pattern = re.compile(pattern)
        self.cues = cues.split("|")
        self.reach = reach

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Find the pattern from ``start``, which is not negative, to before ``end``."""
        within = text[start:end]
        for cue in self.cues:
            if cue in within:
                return self.pattern.search(text, start, end)
        return None

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """Find the pattern right at ``start``."""
        within = text[start : start + self.reach]
        for cue in self.cues:
            if cue in within:
                return self.pattern.match(text, start)
        return None
