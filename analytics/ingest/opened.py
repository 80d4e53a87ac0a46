"""An opened input: its bytes unpacked, how far it is read, and a guard against bombs."""

import gzip
import io
import zlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from analytics.errors import InputError
from analytics.ingest.record import Refusal

_RATIO = 150  # text packs 3 to 10 times, long repeats up to 1,030 times
_FREE = 100_000_000  # unpacked bytes before the ratio counts


@dataclass
class Meter:
    """How much of a file is read, from 0 to 1; whoever reads it moves it on."""

    share: float = 0.0


class Opened:
    """A file that is being read, packed with gzip or not. Use it in a ``with``."""

    def __init__(self, path: Path, meter: Meter | None = None) -> None:
        """Open ``path``; ``meter`` is moved on by ``tick``.

        Raises:
            InputError: it cannot be read.
        """
        self.path = path
        self._meter = meter or Meter()
        try:
            self._size = max(1, path.stat().st_size)
            self._raw = path.open("rb")
        except OSError as error:
            raise InputError(f"cannot be read: {error.strerror}") from error
        packed = path.suffix == ".gz"
        self.file = io.BufferedReader(_Unpacked(self._raw) if packed else self._raw, 1 << 17)

    def head(self, size: int) -> bytes:
        """Return the first bytes without moving on."""
        head = self.file.read(size)
        self.file.seek(0)
        return head

    def tick(self) -> None:
        """Move the meter on to where the file is read."""
        self._meter.share = min(1.0, self._raw.tell() / self._size)

    def refuse(self, line: int | None, reason: str) -> Refusal:
        """Make the refusal of one line of this file."""
        return Refusal(str(self.path), line, reason)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._raw.close()


class _Unpacked(io.RawIOBase):
    """The bytes of a gzip file, read as they come; stops when they swell beyond belief."""

    def __init__(self, raw: io.BufferedReader) -> None:
        self._raw = raw
        self._packed = gzip.GzipFile(fileobj=raw)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._packed.seek(offset, whence)

    def tell(self) -> int:
        return self._packed.tell()

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            chunk = self._packed.read(len(view))
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(f"not a sound gzip file: {error}") from error
        done = self._packed.tell()
        if done > _FREE and done > _RATIO * max(1, self._raw.tell()):
            raise InputError(f"unpacks to more than {_RATIO} times its size: not read further")
        view[: len(chunk)] = chunk
        return len(chunk)
