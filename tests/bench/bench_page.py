"""How fast the page is, in Chromium, beside a bare one-chart Streamlit app.

    python -m tests.bench.bench_page [ARTICLES]

Prints the medians of the first paint: from navigation to the charts, on a warm server.
All run on this machine, one after the other, in one call; the ratios are what counts.
"""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.synthetic import make
from tests.browser.conftest import FLAGS, NAMES

ROOT = Path(__file__).resolve().parents[2]
PEERS = Path(__file__).parent / "peers"
RUNS = 15

DRAWN = """() => {
  const charts = [...document.querySelectorAll('.mu-chart')];
  return charts.length >= 5 && charts.every(chart => chart.dataset.drawn)
    && !document.querySelector('[data-testid=stSkeleton]');
}"""
FIRST = "() => document.querySelector('.mu-chart')?.dataset.drawn"
BARS = "() => document.querySelectorAll('.js-plotly-plot .bars path').length > 0"


@contextmanager
def served(command, port, **environment):
    """Start a server and wait until it answers."""
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.DEVNULL
    ) as server:
        try:
            for _ in range(300):
                try:
                    urllib.request.urlopen(f"http://localhost:{port}", timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()


def free_port():
    """Return a port that nobody listens on."""
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return opened.getsockname()[1]


def first_paint(browser, address, drawn):
    """Return the median seconds from navigation to the charts, each in a fresh context."""
    times = []
    for run in range(RUNS // 3 + 1):
        context = browser.new_context(viewport={"width": 1440, "height": 1600})
        page = context.new_page()
        begin = time.perf_counter()
        page.goto(address)
        page.wait_for_function(drawn, timeout=60_000)
        if run:  # the first warms the server
            times.append(time.perf_counter() - begin)
        context.close()
    return statistics.median(times)


def streamlit(script, port):
    """Return the command that serves a Streamlit script."""
    return [
        *(sys.executable, "-m", "streamlit", "run", str(script)),
        *("--server.port", str(port), "--server.headless", "true"),
    ]


def main(articles):
    """Measure and print the table."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    rows = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        store = make(articles, Path(folder))
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        apps = [
            ("bare Streamlit, one chart", lambda p: streamlit(PEERS / "bare.py", p), BARS),
            ("Muster, first chart", lambda p: streamlit("dashboard.py", p), FIRST),
            ("Muster, every chart", lambda p: streamlit("dashboard.py", p), DRAWN),
        ]
        for name, command, drawn in apps:
            port = free_port()
            with served(command(port), port, MUSTER_STORE=str(store)) as address:
                rows.append((name, first_paint(browser, address, drawn)))
        browser.close()
    floor = rows[0][1]
    print(f"first paint, warm server, {articles:,} articles, median s")
    for name, seconds in rows:
        print(f"{name:30}{seconds:8.2f}{seconds / floor:8.2f} x bare")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
