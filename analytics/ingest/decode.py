"""From bytes to a text, with the offsets of what was delivered.

What no text needs and what deceives a reader is replaced character for character, never removed, so
that offsets into the stored text are offsets into the text as delivered:

* NUL, the other C0 controls (but tab, line feed, carriage return), DEL, lone surrogates → U+FFFD
* vertical tab and form feed → line feed
* bidirectional embeddings, overrides and isolates → U+200B, which shows nothing
"""

import codecs
import re
from pathlib import Path

from analytics.errors import InputError

TEXT_CAP = 500_000  # characters of one article
PAGE_CAP = 2_000_000  # bytes of one HTML page
FILE_CAP = 20_000_000  # bytes of a file that must be read whole, unpacked

_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", re.ASCII
)
_LINE_FEEDS = "\x0b\x0c"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Files that are not text, by their first bytes: said by name, for the user knows them by name.
_NOT_TEXT = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip file (or a document of an office program)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file without its ending .parquet"),
)
_SAMPLE = 1_000_000
# The encodings that news is found in; a detector that may choose any finds EBCDIC in a short text.
_LIKELY = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r",
    "cp932", "euc_jp", "cp949", "gb18030", "big5",
]  # fmt: skip

_ASCII = bytes(range(128))
_FEW = 0.05


def clean(text: str) -> tuple[str, int]:
    """Replace what no text needs, one character by one; and tell how many were replaced."""
    return _UNWANTED.subn(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    character = match.group()
    if character in _LINE_FEEDS:
        return "\n"
    return "\u200b" if "\u2000" < character < "\u2100" else "\ufffd"


def decode(raw: bytes, encoding: str | None = None) -> str:
    """Decode the bytes of a whole file.

    Args:
        raw: the bytes; a byte order mark names the encoding, and is no part of the text.
        encoding: what the user says it is; else UTF-8, else what the bytes look like.

    Raises:
        InputError: not a text, or not in the encoding that the user named.
    """
    name = encoding_of(raw, encoding)
    try:
        return raw.decode(name)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError(f"not {name}: {error}") from error


def encoding_of(raw: bytes, encoding: str | None = None) -> str:
    """Name the encoding of ``raw``: the byte order mark, the user, UTF-8, else a guess.

    Raises:
        InputError: the bytes are of no text, or the guess is as good as another.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return name
    if encoding:
        return encoding
    refuse_binary(raw)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guess(raw, error)
    return _wide(raw) or "utf-8"


def refuse_binary(raw: bytes) -> None:
    """Raise for the first bytes of a file that is no text.

    Raises:
        InputError: saying what it is instead.
    """
    for magic, what in _NOT_TEXT:
        if raw.startswith(magic):
            raise InputError(f"not a text: {what}")


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of a text in Latin letters is NUL."""
    head = raw[:_SAMPLE]
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.4 * half and not head[0::2].count(0):
        return "utf-16-le"
    if half and head[0::2].count(0) > 0.4 * half and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _guess(raw: bytes, error: UnicodeDecodeError) -> str:
    if wide := _wide(raw):
        return wide
    head = raw[:_SAMPLE]
    # A few odd bytes in ASCII are the quotes, dashes and accents of English: a detector has too
    # little to go by there, and picks any encoding.
    if len(head.translate(None, _ASCII)) < _FEW * len(head) and _decodes(head, "cp1252"):
        return "cp1252"
    from charset_normalizer import from_bytes  # no text in UTF-8 waits for its tables

    guesses = from_bytes(head, cp_isolation=_LIKELY)
    best = guesses.best()
    # Among the Latin alphabets western Europe's is far the likeliest; another must fit better.
    western = next((g for g in guesses if "cp1252" in (g.encoding, *g.could_be_from_charset)), None)
    if best is not None and western and western.coherence >= best.coherence:
        return "cp1252"
    if best is None or head.count(0) > len(head) / 100:
        raise InputError(
            f"not UTF-8 (byte {error.start + 1}), and no other encoding fits; "
            "name it with --encoding"
        ) from error
    return best.encoding


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return b"\0" not in raw


def read_whole(path: Path, cap: int = FILE_CAP) -> bytes:
    """Read a file that is no longer than ``cap`` bytes.

    Raises:
        InputError: too large, empty, or not readable.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(cap + 1)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}") from error
    if len(raw) > cap:
        raise InputError(f"too large: more than {cap:,} bytes")
    if not raw.strip():
        raise InputError("empty")
    return raw
