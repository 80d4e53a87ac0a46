"""Before there is anything to show: an empty store, a broken snapshot, a frozen link not here.

The page never writes. What is to be built is built by ``python -m analytics`` in a process of its
own, whose words are shown while it works.
"""

import subprocess
import sys
from pathlib import Path
from threading import Lock

import streamlit as st

from analytics.pages import upload
from analytics.pages.safe import safe_md
from analytics.snapshot import SAMPLE_STORE, current_id

ROOT = Path(__file__).resolve().parents[2]
LINES = 12  # of what the build says, as it goes on
_BUILDING = Lock()  # two readers at once: the second waits for what the first builds


def build_sample() -> bool:
    """Build the sample's store, showing the progress; tell whether it is there then."""
    st.title("Muster")
    st.markdown(
        "An interactive look at defense news: how much is written about what, by whom, and which "
        "figures it reports. Nothing of your own has been read yet, so this page begins with "
        "sample articles: invented sources, public numbers."
    )
    label = "Reading the sample articles, once. This takes some seconds."
    with _BUILDING:
        if current_id(SAMPLE_STORE) is not None:
            return True
        return _run(label, "ingest", "--sample", "--store", str(SAMPLE_STORE))


def empty(store: Path) -> None:
    """Say that nothing is here yet, and how to begin."""
    st.title("Muster")
    st.markdown("##### Nothing has been read yet")
    st.markdown(
        f"The store {safe_md(store)} is empty. Read your own articles (text, JSONL, CSV, "
        "Parquet, or a folder of them), here or on the command line:"
    )
    st.code("python -m analytics ingest PATH", language="bash")
    st.markdown("This page shows them as soon as they are in. Reload it then.")
    upload.show()


def broken(message: str) -> None:
    """Say that the snapshot cannot be read, and what to run."""
    st.title("Muster")
    st.error("The data cannot be opened. Nothing is lost: a snapshot is built from the archive.")
    st.markdown(safe_md(message))
    st.code("python -m analytics publish", language="bash")


def frozen_missing(snapshot_id: str, message: str) -> None:
    """Say that the snapshot which a frozen link names is not here; other numbers are not shown."""
    st.title("Muster")
    st.warning(
        f"This link is frozen to the snapshot {safe_md(snapshot_id)}, which is not here. Other "
        "numbers are not shown in its place."
    )
    st.markdown(safe_md(message))
    st.button("Show the newest data instead", on_click=_thaw)


def sample_store() -> Path:
    """Return where the sample's store lies."""
    return SAMPLE_STORE


def _thaw() -> None:
    del st.query_params["snapshot"]


def _run(label: str, *arguments: str) -> bool:
    command = [sys.executable, "-m", "analytics", *arguments]
    with st.status(label, expanded=True) as status:
        shown = st.empty()
        shown.caption("Starting …")
        lines: list[str] = []
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as process:
            for line in process.stdout or ():
                lines = [*lines, line.rstrip()][-LINES:]
                shown.code("\n".join(lines), language=None)
        if process.returncode == 0:
            status.update(label="Built.", state="complete", expanded=False)
            return True
        status.update(label="The sample could not be built.", state="error")
        return False
