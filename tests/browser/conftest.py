"""A real browser on a real server: an installed Chromium, else Playwright's own, else a skip."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bench.synthetic import make

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")
HERE = re.compile(r"(https?|wss?)://localhost[:/]|data:|blob:|file:")


@pytest.fixture(scope="session")
def browser():
    """Yield a browser; without one skip, or fail where REQUIRE_BROWSER=1."""
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        yield from _launched(playwright, api.Error)


def _launched(playwright, error):
    path = next(filter(None, map(shutil.which, NAMES)), None)
    try:
        opened = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
    except error as reason:
        message = "no browser: install Debian's package chromium, or run: playwright install"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(f"{message}\n{reason}")
        pytest.skip(message)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def tabs():
    """Return the tabs of this worker that wait for a reader."""
    return []


@pytest.fixture
def new_reader(browser, tabs):
    """Return a function that gives a new reader a tab; see ``lending``."""
    with lending(browser, tabs) as lend:
        yield lend


@contextmanager
def lending(browser, tabs):
    """Lend tabs to readers; ``left`` of a tab notes each address that is not ``ours``.

    A tab that has opened a page has its scripts compiled and opens the next in a third of the
    time. So tabs are lent, and forget their reader, where each could be made anew.
    """
    lent = []

    def lend(width=1440, height=1900, ours=HERE):
        tab = tabs.pop() if tabs else browser.new_context().new_page()
        tab.set_viewport_size({"width": width, "height": height})
        tab.left = []
        note = lambda sent: None if ours.match(sent.url) else tab.left.append(sent.url)  # noqa: E731
        for event in ("request", "websocket"):
            tab.on(event, note)
        lent.append((tab, note))
        return tab

    yield lend
    for tab, note in lent:
        for event in ("request", "websocket"):
            tab.remove_listener(event, note)
        _forget(tab)
        tabs.append(tab)


def _forget(tab):
    tab.emulate_media(color_scheme="light", reduced_motion="no-preference")
    if tab.url.startswith("http"):
        tab.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    tab.context.clear_cookies()
    tab.goto("about:blank")


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Yield the address of the dashboard on a store of 600 invented articles."""
    with served(make(600, tmp_path_factory.mktemp("store"))) as url:
        yield url


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory):
    """Return a store of the sample, read as ``ingest --sample`` reads it."""
    store = tmp_path_factory.mktemp("sample") / "store"
    ingest("--sample", "--store", str(store))
    return store


@pytest.fixture(scope="session")
def sample_address(sample_store):
    """Yield the address of the dashboard on the sample."""
    with served(sample_store) as url:
        yield url


def ingest(*arguments):
    """Run the command line's ``ingest``."""
    command = [sys.executable, "-m", "analytics", "ingest", *arguments]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)


@contextmanager
def served(store, *options, **environment):
    """Serve the dashboard on a store, at an address of its own; more options, more settings."""
    with serving("dashboard.py", *options, MUSTER_STORE=str(store), **environment) as url:
        yield url


@contextmanager
def serving(script, *options, folder=ROOT, **environment):
    """Serve a Streamlit script of a folder at an address of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += ["--server.port", str(port), "--server.headless", "true", *options]
    settings = {**os.environ, **environment}
    at = f"http://localhost:{port}"
    if path := environment.get("STREAMLIT_SERVER_BASE_URL_PATH"):
        at += f"/{path}"
    with subprocess.Popen(command, cwd=folder, env=settings) as server:
        try:
            _wait(f"{at}/_stcore/health", server)
            yield at
        finally:
            server.terminate()


def _wait(url, server):
    for _ in range(300):
        if server.poll() is not None:
            pytest.fail("the dashboard ended before it answered")
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the dashboard did not answer within 30 s")
