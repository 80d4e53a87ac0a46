"""Files that survive a power cut: what is reported as written is on the disk."""

import json
import os
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from deltalake import DeltaTable


def sync_file(path: Path) -> None:
    """Have the bytes of ``path`` on the disk when this returns."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(path: Path) -> None:
    """Have the names in the folder on the disk; systems that cannot do it do not need it."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_text(path: Path, text: str) -> None:
    """Put ``text`` in the place of a small file, whole or not at all."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.write_text(text, encoding="utf-8")
    sync_file(fresh)
    fresh.replace(path)
    sync_folder(path.parent)


def append_line(path: Path, line: str) -> None:
    """Add one line to a file and have it on the disk."""
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())


def table_folder(table: DeltaTable) -> Path:
    """Return where a Delta table lies; its address is quoted as in a browser."""
    return Path(url2pathname(urlsplit(table.table_uri).path))


def sync_commit(table: DeltaTable) -> None:
    """Have the newest commit of a Delta table on the disk: its data, then its log entry.

    The package writes files and leaves it to the system when they reach the disk; a process that
    is killed loses nothing by that, a machine that loses power might.
    """
    folder = table_folder(table)
    entry = folder / "_delta_log" / f"{table.version():020d}.json"
    for line in entry.read_text(encoding="utf-8").splitlines():
        if added := json.loads(line).get("add"):
            sync_file(folder / added["path"])
    sync_file(entry)
    sync_folder(folder)
    sync_folder(entry.parent)
