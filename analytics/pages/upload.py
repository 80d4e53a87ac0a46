"""Read a reader's own files from the page, on the machine that it runs on only.

The page itself writes nothing but the files it was given, into a folder that is gone afterwards;
``python -m analytics ingest`` reads them in a process of its own, as on the command line.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.pages import rights
from analytics.pages.safe import safe_md
from analytics.snapshot import ROOT, store_folder

KINDS = ["txt", "md", "jsonl", "ndjson", "csv", "tsv", "parquet", "html", "htm", "xml", "rss"]
KINDS += ["atom", "warc", "gz"]
_REPORT = "upload-report"
_FORGET = "upload-round"  # the widget's key ends in it: another round, an empty widget
NAMES = ("read", "new", "unchanged", "revised", "refused")


class Given(Protocol):
    """A file as the browser sent it."""

    name: str

    def getbuffer(self) -> memoryview:
        """Return its bytes."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of an upload; without counts the reading itself failed."""

    counts: dict[str, int]
    refused: tuple[str, ...]
    message: str  # of the failure, or empty


def show(opened: bool = False, sample: bool = False) -> None:
    """Draw the form, and what became of the files given last; nothing for a reader elsewhere.

    Args:
        opened: whether the form is open at once.
        sample: whether the page shows the sample, which makes way for a reader's own articles.
    """
    if not rights.may_add():
        return
    report: Report | None = st.session_state.get(_REPORT)
    icon = ":material/upload_file:"
    with st.expander("Add your own articles", icon=icon, expanded=opened or bool(report)):
        if report is not None:
            _told(report)
        leaves = "; the sample then leaves this page" if sample else ""
        st.caption(
            "Text, JSONL, CSV, TSV or Parquet with a column “text”, or saved pages. They stay on "
            f"this machine, in {safe_md(store_folder())}{leaves}."
        )
        key = f"upload-{st.session_state.get(_FORGET, 0)}"
        files = st.file_uploader(
            "Files", KINDS, accept_multiple_files=True, key=key, label_visibility="collapsed"
        )
        if st.button("Read them", disabled=not files, key="upload-read"):
            with st.status("Reading …", expanded=True):
                st.session_state[_REPORT] = take(files, store_folder(), st.empty())
            st.session_state[_FORGET] = st.session_state.get(_FORGET, 0) + 1
            st.rerun()


def take(files: Sequence[Given], store: Path, shown: DeltaGenerator | None = None) -> Report:
    """Have the files read into a store; its words are shown in ``shown`` as they come."""
    with TemporaryDirectory(prefix="muster-") as folder:
        for name, given in zip(_names(f.name for f in files), files, strict=True):
            Path(folder, name).write_bytes(given.getbuffer())
        command = [sys.executable, "-m", "analytics", "ingest", folder, "--json"]
        command += ["--store", str(store)]
        lines = []
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as process:
            for line in process.stdout or ():
                lines.append(line.rstrip().replace(f"{folder}/", ""))
                if shown is not None:
                    shown.caption(safe_md(lines[-1]))
        return _report(lines, process.returncode)


def _names(given: Iterable[str]) -> list[str]:
    """Return a name within a folder for each file: no path, no dot before, no name twice."""
    names: list[str] = []
    for one in given:
        name = Path(one.replace("\\", "/")).name.lstrip(".")[-120:] or "text.txt"
        names.append(name if name not in names else f"{len(names)}-{name}")
    return names


def _report(lines: Sequence[str], code: int) -> Report:
    refused = tuple(line.removeprefix("refused ") for line in lines if line.startswith("refused "))
    counts: dict[str, int] = {}
    for line in lines:
        if line.startswith("{"):
            counts = json.loads(line)
    said = [line for line in lines if not line.startswith(("{", "refused "))]
    message = ""
    if code and counts:  # it went to its end, with nothing to show for it
        message = "nothing could be read"
    elif code:
        message = said[-1] if said else f"ended with code {code}"
    return Report(counts, refused, message)


def _told(report: Report) -> None:
    said = ", ".join(f"{report.counts[name]:,} {name}" for name in NAMES if name in report.counts)
    if report.message:
        st.error(f"{safe_md(report.message)}{f' ({said})' if said else ''}")
    else:
        st.success(f"Done: {said}.")
    if report.refused:
        st.markdown(f"**Refused · {len(report.refused):,}** — the rest was read")
        st.code("\n".join(report.refused[:200]), language=None, wrap_lines=True)
