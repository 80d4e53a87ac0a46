"""How far the work is, told on a terminal in one line that changes, elsewhere a line a step."""

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Literal, TextIO

Progress = Literal["plain", "json", "none"]
_BAR = 24  # characters
_SAID = {
    "rereading": "reading again",
    "publishing": "laying out what the dashboard reads …",
}


Stage = Literal["reading", "rereading", "publishing", "done"]


@dataclass(frozen=True, slots=True)
class Step:
    """How far the work is. What a step counts as read is on disk when the step is told."""

    stage: Stage
    share: float | None  # of the input, 0 to 1; null where nothing says how much there is
    read: int = 0
    new: int = 0
    unchanged: int = 0
    revised: int = 0
    refused: int = 0

    def as_json(self) -> str:
        """Lay the step out as one line of JSON."""
        return json.dumps(asdict(self))

    def __str__(self) -> str:
        """Say it in a line."""
        if self.stage in ("publishing", "done"):
            return self.stage
        share = "" if self.share is None else f" {100 * self.share:.0f} %"
        counts = ("read", "new", "unchanged", "revised", "refused")
        return f"{self.stage}{share}: " + ", ".join(f"{getattr(self, n):,} {n}" for n in counts)


Tell = Callable[[Step], None]


def teller(progress: Progress, out: TextIO) -> Tell:
    """Return what tells steps on ``out``: one changing line where a person looks on."""
    if progress == "none":
        return lambda step: None
    if progress == "json":
        return lambda step: print(step.as_json(), file=out, flush=True)
    if out.isatty():
        return Line(out).tell
    return lambda step: print(step, file=out, flush=True)


class Line:
    """One line of a terminal, written anew at each step; the terminal keeps only the last."""

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._out = out
        self._clock = clock
        self._began = clock()
        self._width = 0

    def tell(self, step: Step) -> None:
        """Write a step over the one before; what is done leaves the line empty."""
        text = "" if step.stage == "done" else said(step, self._clock() - self._began)
        text = text[: shutil.get_terminal_size().columns - 1]
        self._out.write(f"\r{text.ljust(self._width)}")
        if not text:
            self._out.write("\r")
        self._out.flush()
        self._width = len(text)


def said(step: Step, seconds: float) -> str:
    """Say a step in a line: a bar, how long it may last, and the counts.

    Args:
        step: what was told.
        seconds: since the work began.
    """
    counts = ", ".join(
        f"{n:,} {name}"
        for name in ("read", "new", "revised", "refused")
        if (n := getattr(step, name)) or name == "read"
    )
    if step.stage == "publishing" or step.share is None:
        what = _SAID.get(step.stage, step.stage)
        return f"{what} {counts}" if step.stage == "rereading" else f"{counts}: {what}"
    full = round(_BAR * step.share)
    left = ""
    if 0.02 < step.share < 1 and seconds > 5:
        left = f", {duration(seconds * (1 - step.share) / step.share)} left"
    bar = "#" * full + "." * (_BAR - full)
    return f"[{bar}] {step.share:4.0%}{left}: {counts}"


def duration(seconds: float) -> str:
    """Say how long: "40 s", "3 min", "2 h 5 min"."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
