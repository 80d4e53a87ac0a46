"""One chart under the hand: drawn around, zoomed, saved, read without a mouse, never built anew."""

import csv
import io
import json
import re
import time

import pytest

DRAWN = """() => {
  const charts = [...document.querySelectorAll('.mu-chart')];
  return document.querySelector('h1') && charts.length && charts.every(c => c.dataset.drawn);
}"""
TIMES = "() => [...document.querySelectorAll('.mu-chart')].map(c => Number(c.dataset.drawn))"
QUIET = """() => {
  const state = document.querySelector('[data-test-script-state]').dataset.testScriptState;
  const drawn = [...document.querySelectorAll('.mu-chart')].map(c => c.dataset.drawn);
  const now = [state, location.href, ...drawn].join();
  if (window.seen?.now !== now) window.seen = {now, since: performance.now()};
  return state === 'notRunning' && performance.now() - window.seen.since > 700;
}"""
PAGES = ("", "figures", "sources", "compare?topic=missiles", "data")
# Where the reports of a series stand, which are drawn on a canvas: x, y, and the figure of each.
DOTS = """() => {
  const plot = document.querySelector('.js-plotly-plot');
  const { left, top } = plot.getBoundingClientRect();
  const { xaxis, yaxis } = plot._fullLayout;
  return plot._fullData
    .filter(({ customdata }) => customdata?.[0]?.figure)
    .flatMap(({ x, y, customdata }) => customdata.map(({ figure }, at) => [
      left + xaxis._offset + xaxis.d2p(x[at]), top + yaxis._offset + yaxis.d2p(y[at]), figure[0],
    ]));
}"""
OVER_TIME, TOPICS, SOURCES, MATRIX, MAP = range(5)


@pytest.fixture
def page(new_reader, address):
    """Return the overview of a new reader."""
    opened = new_reader()
    visit(opened, address)
    return opened


def visit(page, url):
    page.goto(url)
    page.wait_for_function(DRAWN, timeout=30000)
    page.wait_for_timeout(300)


def chart(page, place):
    return page.locator(".mu-chart").nth(place)


def counts(page):
    """The n that each chart's note states."""
    notes = page.locator(".mu-chart .mu-note").all_inner_texts()
    return {
        int(n.replace(",", "")) for note in notes for n in re.findall(r"([\d,]+) article", note)
    }


def settled(page, than):
    """Wait until all charts state one n, another one than ``than``; return it."""
    end = time.monotonic() + 20
    while len(here := counts(page)) != 1 or here == {than}:
        assert time.monotonic() < end, f"the charts state {here}"
        page.wait_for_timeout(100)
    return here.pop()


def drag(page, box, start, end, lasso=False):
    """Drag over a part of a box, given in shares of its sides; a lasso goes around the part."""
    at = lambda x, y: (box["x"] + x * box["width"], box["y"] + y * box["height"])  # noqa: E731
    path = [start, end]
    if lasso:
        path = [start, (end[0], start[1]), end, (start[0], end[1]), start]
    page.mouse.move(*at(*path[0]))
    page.mouse.down()
    for point in path[1:]:
        page.mouse.move(*at(*point), steps=6)
    page.mouse.up()


def plot_area(page, place):
    return chart(page, place).locator(".nsewdrag, .geo .bg").first.bounding_box()


def wait_for_link(page, part):
    page.wait_for_url(re.compile(re.escape(part)), timeout=15000)


def test_a_box_over_time_chooses_its_period_for_every_chart(page, new_reader):
    drag(page, plot_area(page, OVER_TIME), (0.2, 0.5), (0.4, 0.6))
    wait_for_link(page, "from=")

    here = settled(page, than=600)
    assert 0 < here < 600
    other = new_reader()
    visit(other, page.url)
    assert counts(other) == {here}


AROUND = {
    "a box on topics": (TOPICS, False, (0.02, 0.02), (0.3, 0.3), "topic="),
    "a box on the matrix": (MATRIX, False, (0.02, 0.02), (0.2, 0.2), "source="),
    "a lasso on the matrix": (MATRIX, True, (0.02, 0.02), (0.2, 0.2), "source="),
    "a lasso on sources": (SOURCES, True, (0.02, 0.02), (0.98, 0.3), "source="),
    "a box on the map": (MAP, False, (0.15, 0.1), (0.45, 0.6), "country="),
    "a lasso on the map": (MAP, True, (0.15, 0.1), (0.45, 0.6), "country="),
}


@pytest.mark.parametrize(
    ("place", "lasso", "start", "end", "parameter"), AROUND.values(), ids=AROUND
)
def test_what_is_drawn_around_filters_every_chart(page, place, lasso, start, end, parameter):
    if lasso:
        chart(page, place).get_by_role("button", name="Draw around what to choose").click()
    before = page.evaluate(TIMES)
    drag(page, plot_area(page, place), start, end, lasso)
    wait_for_link(page, parameter)

    assert 0 < settled(page, than=600) < 600
    page.wait_for_function(QUIET)
    assert page.evaluate(TIMES) == [times + 1 for times in before]
    assert page.locator(".selectionlayer path").count() == 0


def test_a_click_on_a_report_opens_its_sentence_and_so_does_its_link(new_reader, address):
    page = new_reader()
    visit(page, f"{address}/figures")
    dots = page.evaluate(DOTS)
    x, y, figure = dots[-1]

    page.mouse.move(x, y)
    page.wait_for_timeout(300)
    page.mouse.click(x, y)

    wait_for_link(page, f"figure={figure}")
    page.get_by_role("heading", name="The sentence", exact=True).wait_for()
    quoted = page.locator(".st-key-evidence mark").first.inner_text()
    other = new_reader()
    visit(other, page.url)
    assert other.locator(".st-key-evidence mark").first.inner_text() == quoted != ""


def test_a_lasso_around_reports_chooses_their_sources_and_days(new_reader, address):
    page = new_reader()
    visit(page, f"{address}/figures")
    chart(page, 0).get_by_role("button", name="Draw around what to choose").click()

    drag(page, plot_area(page, 0), (0.3, 0.02), (0.5, 0.98), lasso=True)

    wait_for_link(page, "from=")
    assert "source=" in page.url and "to=" in page.url


def test_an_outline_around_nothing_changes_nothing_and_goes(page, address):
    before = page.url
    drag(page, plot_area(page, MAP), (0.01, 0.9), (0.06, 0.98))

    page.wait_for_timeout(500)  # a choice would begin a run by then
    page.wait_for_function(QUIET)

    assert page.url == before
    assert page.locator(".select-outline, .selectionlayer path").count() == 0


def test_a_click_draws_each_chart_once_in_the_node_that_it_had(page):
    page.evaluate("document.querySelectorAll('.js-plotly-plot').forEach(p => { p.same = true; })")
    before = page.evaluate(TIMES)

    chart(page, TOPICS).locator(".bars .point path").nth(1).click(force=True)
    settled(page, than=600)
    page.wait_for_function(QUIET)

    assert page.evaluate(TIMES) == [times + 1 for times in before]
    same = "[...document.querySelectorAll('.js-plotly-plot')].map(plot => plot.same === true)"
    assert page.evaluate(same) == [True] * 5


@pytest.fixture
def ahead(page):
    """Return a function that puts another answer in the place of what is said ahead of a run."""
    yield lambda act: page.route("**/ahead/*", act)
    page.unroute("**/ahead/*")


def test_what_is_said_ahead_of_a_run_is_what_it_shows(page, ahead):
    said = []

    def listen(route):
        answer = route.fetch()
        said.append(answer.text())
        route.fulfill(response=answer)

    ahead(listen)
    chart(page, SOURCES).locator(".bars .point path").nth(1).click(force=True)
    n = settled(page, than=600)
    page.wait_for_function(QUIET)

    [lines] = [answer.splitlines() for answer in said]
    titles = page.locator(".mu-chart .mu-title").all_inner_texts()
    drawn = [json.loads(line.partition("\t")[2]) for line in lines]
    assert [data["title"] for data in drawn] == titles
    assert all(f"{n} articles" in data["note"] for data in drawn)


WRONG = {
    "an answer that never comes": lambda route: route.abort(),
    "a desk that is gone": lambda route: route.fulfill(status=404),
    "no lines": lambda route: route.fulfill(body="<p>Sign in to this network"),
    "a chart that is not here": lambda route: route.fulfill(body="elsewhere\t{}"),
}


@pytest.mark.parametrize("act", WRONG.values(), ids=WRONG)
def test_a_click_needs_no_answer_ahead(page, ahead, act):
    ahead(act)

    chart(page, TOPICS).locator(".bars .point path").nth(1).click(force=True)

    assert settled(page, than=600) < 600
    assert "topic=" in page.url


def test_a_run_puts_right_what_was_said_wrong_ahead_of_it(page, ahead):
    def stale(route):
        name, _, data = route.fetch().text().splitlines()[1].partition("\t")
        route.fulfill(body=f"{name}\t{json.dumps({**json.loads(data), 'title': 'Stale'})}")

    ahead(stale)
    right = chart(page, TOPICS).locator("h2").inner_text()
    chart(page, TOPICS).locator(".bars .point path").nth(1).click(force=True)
    page.get_by_text("Stale").wait_for()
    n = settled(page, than=600)
    page.wait_for_function(QUIET)

    assert chart(page, TOPICS).locator("h2").inner_text() == right
    assert counts(page) == {n}


def test_what_is_said_ahead_stays_until_its_run_begins(browser, address):
    context = browser.new_context(viewport={"width": 1440, "height": 1900})
    page = context.new_page()
    held = []

    def slow(socket):
        server = socket.connect_to_server()
        socket.on_message(
            lambda sent: held.append((server, sent)) if page.is_held else server.send(sent)
        )

    page.is_held = False
    page.route_web_socket("**/_stcore/stream*", slow)
    visit(page, address)
    before = page.evaluate(TIMES)
    page.is_held = True
    chart(page, TOPICS).locator(".bars .point path").nth(1).click(force=True)
    n = settled(page, than=600)
    page.wait_for_timeout(2500)  # longer than a run that has ended is waited for

    assert held and counts(page) == {n}
    for server, sent in held:
        server.send(sent)
    wait_for_link(page, "topic=")
    page.wait_for_function(QUIET)
    assert page.evaluate(TIMES) == [times + 1 for times in before]
    context.close()


def test_zoom_stays_through_a_filter_until_it_is_reset(page):
    spans = "document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range.join()"
    whole = page.evaluate(spans)
    chart(page, OVER_TIME).get_by_role("button", name="Drag to zoom").click()
    drag(page, plot_area(page, OVER_TIME), (0.3, 0.5), (0.6, 0.5))
    page.wait_for_function(f"{spans} !== '{whole}'")
    near = page.evaluate(spans)

    chart(page, TOPICS).locator(".bars .point path").nth(0).click(force=True)
    settled(page, than=600)

    assert page.evaluate(spans) == near
    chart(page, OVER_TIME).get_by_role("button", name="Show the whole chart again").click()
    page.wait_for_function(f"{spans} !== '{near}'")
    reset = page.locator(".mu-chart").first.get_by_role("button", name="Show the whole")
    assert not reset.is_visible()


@pytest.mark.parametrize(
    "name", PAGES, ids=[name.partition("?")[0] or "overview" for name in PAGES]
)
def test_every_chart_can_be_read_and_saved_without_a_mouse(new_reader, address, name):
    page = new_reader()
    visit(page, f"{address}/{name}")
    for place in range(page.locator(".mu-chart").count()):
        one = chart(page, place)
        title = one.locator(".mu-title").inner_text()
        assert len(one.get_by_role("img").first.get_attribute("aria-label")) > 20, title

        saved = {}
        for label in ("Image (PNG)", "Drawing (SVG)", "Numbers (CSV)"):
            one.locator("summary").press("Enter")
            with page.expect_download() as download:
                one.get_by_role("button", name=label).press("Enter")
            saved[download.value.suggested_filename[-3:]] = download.value.path().read_bytes()
        assert saved["png"].startswith(b"\x89PNG"), title
        assert b"<svg" in saved["svg"] and title.encode()[:12] in saved["svg"], title

        one.get_by_role("button", name="Show as table").press("Enter")
        headings = one.locator("th").all_inner_texts()
        lines = list(csv.reader(io.StringIO(saved["csv"].decode("utf-8-sig"))))
        assert lines[0] == headings, title
        assert len(lines) - 1 == one.locator("tbody tr").count() > 0, title


def test_a_finger_scrolls_the_page_over_a_chart_until_it_may_choose(browser, address):
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    visit(page, address)
    mode = "document.querySelector('.js-plotly-plot')._fullLayout.dragmode"

    assert page.evaluate(mode) is False
    chart(page, OVER_TIME).get_by_role("button", name="Drag to choose").click()
    page.wait_for_function(f"{mode} === 'select'")
    context.close()
