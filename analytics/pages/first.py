"""Where there is no page to show, or not the one asked for: each state says what to do.

An empty store, a broken snapshot, a frozen link whose snapshot is not here, articles that are being
read at the moment. The page never writes. What is to be built is built by ``python -m analytics``
in a process of its own, whose words are shown while it works.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event, Lock

import streamlit as st

from analytics import under_way
from analytics.pages import rights, upload
from analytics.pages.safe import safe_md
from analytics.snapshot import CURRENT, ROOT, SAMPLE_STORE, Meta, current_id
from analytics.under_way import Work

LINES = 12  # of what the build says, as it goes on
EVERY = 3  # seconds between two looks at work that goes on
_BUILDING = Lock()  # two readers at once: the second waits for what the first builds
_LOOKED = Event()  # set once the sample's age was looked at: once a server
_SOURCES = ("analytics/**/*.py", "data/lexicons/*.csv", "data/sample/*.*")
_SHOWN = "first-shown"  # the snapshot that this reader saw last


def sample_wanting() -> bool:
    """Tell whether the sample is yet to be built, or was built before this program was put here."""
    if current_id(SAMPLE_STORE) is None:
        return True
    if _LOOKED.is_set():
        return False
    built = (SAMPLE_STORE / CURRENT).stat().st_mtime
    sources = (path for each in _SOURCES for path in ROOT.glob(each))
    if any(path.stat().st_mtime > built for path in sources):
        return True
    _LOOKED.set()
    return False


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
        if not sample_wanting():
            return True
        _LOOKED.set()  # what fails now is not tried at every run: the older one is shown
        return _run(label, "ingest", "--sample", "--store", str(SAMPLE_STORE))


def empty(store: Path) -> None:
    """Say that nothing is here yet, and how to begin."""
    with st.container(key="state"):
        st.title("Muster")
        if under_way.seen(store):
            _heading("Your articles are being read")
            st.markdown("The page opens by itself when the first of them are in.")
            _watch(store, None)
            return
        _heading("Nothing has been read yet")
        if rights.may_add():
            st.markdown(
                "Give this page articles of your own: text, JSONL, CSV, Parquet or saved pages. "
                "What cannot be read is named with its reason; the rest goes on."
            )
            upload.show(opened=True)
            st.markdown("Or read them on the command line, whole folders too:")
        else:
            st.markdown("Whoever runs this page adds articles on the command line:")
        st.code("python -m analytics ingest PATH", language=None, wrap_lines=True)
        st.button("Look again", key="again", icon=":material/refresh:")


def broken(message: str, store: Path, others: Sequence[Meta]) -> None:
    """Say that the snapshot cannot be read, and what to run; offer those that can be."""
    sample = store == SAMPLE_STORE
    with st.container(key="state"):
        st.title("Muster")
        _heading("The data cannot be opened")
        st.markdown("Nothing is lost: a snapshot is built from the archive, and can be again.")
        _for_keeper(message, f"python -m analytics {'ingest --sample' if sample else 'publish'}")
        for meta in others:
            until = "" if meta.last_day is None else f", up to {meta.last_day:%-d %B %Y}"
            st.button(
                f"Show an earlier snapshot: {meta.articles:,} articles{until}",
                key=f"other-{meta.snapshot_id}",
                on_click=_freeze,
                args=(meta.snapshot_id,),
            )


def unreadable(message: str) -> None:
    """Say that a file which comes with the program cannot be read."""
    with st.container(key="state"):
        st.title("Muster")
        _heading("A file of this program cannot be read")
        st.markdown(
            "Your articles are as they were. Put the file right, or take it again from where you "
            "have Muster from, and load this page anew."
        )
        _for_keeper(message, "")


def frozen_missing(snapshot_id: str, message: str) -> None:
    """Say that the snapshot which a frozen link names is not here; other numbers are not shown."""
    with st.container(key="state"):
        st.title("Muster")
        _heading("The data of this link are not here")
        st.markdown(
            f"The link is frozen to the snapshot **{safe_md(snapshot_id)}**, which is no longer "
            "kept, cannot be read, or was never made here. Other numbers are not shown in its "
            "place. Where it was made, it can be built again from the archive:"
        )
        _for_keeper(message, f"python -m analytics publish --id {snapshot_id}")
        st.button("Show the newest data instead", on_click=_thaw, key="thaw")


def news(snapshot_id: str, store: Path) -> None:
    """Tell a reader of articles being read, and when the numbers have changed since the last act.

    Args:
        snapshot_id: what is shown now, perhaps the sample.
        store: the reader's own.
    """
    before = st.session_state.get(_SHOWN)
    st.session_state[_SHOWN] = snapshot_id
    if before not in (None, snapshot_id):
        st.toast(
            "Newer data than a moment ago: the numbers on this page have changed.",
            icon=":material/update:",
        )
    if under_way.seen(store):
        _watch(store, snapshot_id)


@st.fragment(run_every=EVERY)
def _watch(store: Path, shown: str | None) -> None:
    """Tell how far the work is, as it goes on, and when there is something new to see."""
    working = under_way.seen(store)
    newest = current_id(store)
    if shown is None:
        if newest is not None:
            st.rerun()
    elif newest not in (None, shown):
        with st.container(horizontal=True, vertical_alignment="center", key="news"):
            st.markdown("New articles have been read.")
            if st.button("Show them", key="show-news"):
                st.rerun()
        return
    for work in working:
        st.caption(said(work) + (" The numbers below are from before." if shown else ""))
    if not working and shown is None:
        st.caption("It has stopped before anything could be shown.")
        if st.button("Look again", key="again"):
            st.rerun()


def said(work: Work) -> str:
    """Say how far work is, in a sentence."""
    if work.stage == "publishing":
        return f"{work.read:,} articles have been read, and are being laid out for this page."
    how_far = "" if work.share is None else f", {work.share:.0%} of the input"
    return f"Articles are being read: {work.read:,} so far{how_far}."


def sample_store() -> Path:
    """Return where the sample's store lies."""
    return SAMPLE_STORE


def _heading(text: str) -> None:
    st.html(f"<h2 class='mu-headline'>{text}</h2>")


def _for_keeper(message: str, command: str) -> None:
    """Say what is wrong and what to run to who sits at the machine; to others, whom to ask.

    A reader elsewhere learns nothing of paths.
    """
    if rights.same_machine():
        st.caption(safe_md(message.partition("; run: ")[0]))
        if command:
            st.code(command, language=None, wrap_lines=True)
    else:
        st.caption(
            f"Whoever runs this page mends it with `{command}`."
            if command
            else "Please tell whoever runs this page."
        )


def _thaw() -> None:
    if "snapshot" in st.query_params:
        del st.query_params["snapshot"]


def _freeze(snapshot_id: str) -> None:
    st.query_params["snapshot"] = snapshot_id


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
