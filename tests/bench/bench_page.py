"""How fast the page is, in Chromium, beside a bare Streamlit app and the same charts in Dash.

    python -m tests.bench.bench_page [ARTICLES] [RUNS]

Prints medians, 90th percentiles and ratios of two waits, all of one call on one machine, the three
apps taking turns:

* first paint: from navigation in a fresh context, on a warm server, to the first frame that shows
  the app's charts;
* click: from the press on a mark (bare: on a filter, it has one chart) to the first frame after
  the last ``plotly_afterplot`` of all charts. No click asks for what was asked before.

Dash is run apart, by ``uv run --with dash``: nothing here depends on it. ``bare`` is the floor.
"""

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.synthetic import make
from tests.browser.conftest import FLAGS, NAMES

ROOT = Path(__file__).resolve().parents[2]
PEERS = Path(__file__).parent / "peers"
VIEWPORT = {"width": 1440, "height": 1800}  # all five charts are in it
QUIET = 1000  # ms without a repaint, after which a click has done all it does

# Notes when each chart was plotted, and the frame that showed it. In every app the same.
WATCH = """(() => {
  const seen = new WeakSet();
  const watch = () => {
    for (const plot of document.querySelectorAll('.js-plotly-plot')) {
      if (seen.has(plot) || !plot.on) continue;
      seen.add(plot);
      const note = () => requestAnimationFrame(() => setTimeout(() => {
        plot.painted = performance.now();
      }));
      plot.on('plotly_afterplot', note);
      note();
    }
  };
  addEventListener('pointerdown', (event) => { window.pressed = event.timeStamp; }, true);
  new MutationObserver(watch).observe(document, {
    subtree: true, childList: true, attributeFilter: ['class'],
  });
})()"""
PAINTED = """(least) => {
  const plots = [...document.querySelectorAll('.js-plotly-plot')];
  const times = plots.map(plot => plot.painted ?? 0);
  return plots.length >= least && Math.min(...times) > (window.pressed ?? 0) && times;
}"""
QUIETED = """([least, quiet]) => {
  const times = [...document.querySelectorAll('.js-plotly-plot')].map(plot => plot.painted ?? 0);
  return times.length >= least && Math.min(...times) > (window.pressed ?? 0)
    && performance.now() - Math.max(...times) > quiet
    && {first: Math.min(...times) - window.pressed, last: Math.max(...times) - window.pressed};
}"""


@dataclass(frozen=True)
class App:
    """One of the apps that are compared."""

    name: str
    command: tuple[str, ...]  # the port comes last
    charts: int
    notes: str = ""  # where each chart states its n
    reset: str = ""  # what takes the filter away


BARE = App("bare Streamlit, one chart", (), 1)
MUSTER = App("Muster", (), 5, ".mu-chart .mu-note", ".st-key-chips button")
DASH = App("Dash, the same five charts", (), 5, "section > p", "#clear")


def streamlit(script):
    """Return the command that serves a Streamlit script."""
    served = (sys.executable, "-m", "streamlit", "run", str(script))
    return (*served, "--server.headless", "true", "--server.port")


def dash():
    """Return the command that serves the peer in Dash, in an environment of its own."""
    needs = [part for name in ("dash", "orjson", "waitress") for part in ("--with", name)]
    return ("uv", "run", *needs, "python", "-m", "tests.bench.peers.dash_app")


COMMANDS = {
    BARE: lambda: streamlit(PEERS / "bare.py"),
    DASH: dash,
    MUSTER: lambda: streamlit("dashboard.py"),
}


@contextmanager
def served(command, **environment):
    """Start a server and wait until it answers."""
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        port = opened.getsockname()[1]
    with subprocess.Popen(
        [*command, str(port)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
    ) as server:
        try:
            for _ in range(600):
                try:
                    urllib.request.urlopen(f"http://localhost:{port}", timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()


def visit(browser, app, address):
    """Open an app; return its page, and the seconds to its first and to all of its charts."""
    page = browser.new_context(viewport=VIEWPORT).new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function(PAINTED, arg=app.charts, timeout=60_000)
    page.wait_for_function(QUIETED, arg=[app.charts, QUIET], timeout=60_000)
    times = page.evaluate(PAINTED, app.charts)
    return page, min(times) / 1000, max(times) / 1000


def stated(page, app):
    """Return the counts that the charts state."""
    notes = page.locator(app.notes).all_inner_texts()
    return [re.search(r"([\d,]+) article", note)[1] for note in notes]


def press(page, target):
    """Hover and press, as a hand does; hovering is no part of the wait."""
    box = target.bounding_box()
    page.mouse.move(box["x"] + min(box["width"] / 2, 40), box["y"] + box["height"] / 2)
    page.wait_for_timeout(300)
    page.mouse.down()
    page.mouse.up()


def click(page, app, run):
    """Filter by another mark each run; return the milliseconds to the last and the first chart."""
    page.bring_to_front()  # a page behind another is drawn late
    if app is BARE:
        target = page.get_by_text(("air", "naval")[run % 2], exact=True).first
    else:
        chart = page.locator(".js-plotly-plot").nth(1 + run % 2)
        target = chart.locator(".bars .point path").nth(run // 2 % 14)
        before = stated(page, app)
    press(page, target)
    times = page.wait_for_function(QUIETED, arg=[app.charts, QUIET], timeout=30_000).json_value()
    if app.notes:
        here = stated(page, app)
        assert len(here) == app.charts and len(set(here)) == 1 and here != before, here
        press(page, page.locator(app.reset).first)
        page.wait_for_function(QUIETED, arg=[app.charts, QUIET], timeout=30_000)
        assert stated(page, app) == before
    return times["last"], times["first"]


def measure(browser, addresses, runs):
    """Return each app's waits by what was waited for."""
    waits = {app: {"first": [], "all": [], "click": [], "soonest": []} for app in addresses}
    for run in range(runs + 1):
        for app, address in addresses.items():
            page, first, every = visit(browser, app, address)
            page.context.close()
            if run:  # the first warms the server
                waits[app]["first"].append(first)
                waits[app]["all"].append(every)
    pages = {app: visit(browser, app, address)[0] for app, address in addresses.items()}
    for run in range(runs + 1):
        for app, page in pages.items():
            last, soonest = click(page, app, run)
            if run:  # the first warms the browser's compiler
                waits[app]["click"].append(last)
                waits[app]["soonest"].append(soonest)
    return waits


ROWS = {
    "first": "first paint: first chart, s",
    "all": "first paint: every chart, s",
    "soonest": "click: first chart, ms",
    "click": "click: every chart, ms",
}


def table(waits):
    """Return the table: median, 90th percentile, and the ratios of the medians."""
    lines = [f"{'':30}{'':30}{'median':>8}{'p90':>8}{'x bare':>8}{'x Dash':>8}"]
    for key, title in ROWS.items():
        floor, peer = (statistics.median(waits[app][key]) for app in (BARE, DASH))
        for app, held in waits.items():
            middle, late = statistics.median(held[key]), statistics.quantiles(held[key], n=10)[8]
            shown = f"{middle:8.0f}{late:8.0f}" if middle > 30 else f"{middle:8.2f}{late:8.2f}"
            ratios = f"{middle / floor:8.2f}{middle / peer:8.2f}"
            lines.append(f"{title:30}{app.name:30}{shown}{ratios}")
    return "\n".join(lines)


def main(articles, runs):
    """Measure and print the table."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        store = make(articles, Path(stack.enter_context(tempfile.TemporaryDirectory())))
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        stack.callback(browser.close)
        addresses = {
            app: stack.enter_context(served(command(), MUSTER_STORE=str(store)))
            for app, command in COMMANDS.items()
        }
        print(f"{articles:,} articles, {runs} runs, in turn, warm servers")
        print(table(measure(browser, addresses, runs)))


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(*(given + [20_000, 15][len(given) :]))
