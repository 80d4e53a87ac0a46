"""Text that means harm, in every field that is shown: nothing runs, nothing is fetched."""

import csv
import hashlib
import io
import re
from urllib.parse import urlencode

import pandas as pd
import pytest

from analytics.text import visible
from tests.browser.conftest import served
from tests.snapshots import three_articles, write_snapshot

HOSTILE = {
    "markup": "<script>window.ran=1</script><img src=x onerror='window.ran=1'>"
    "</style><style>body{display:none}</style>' onmouseover='window.ran=1' \"x",
    "images elsewhere": '<img src="https://tracker.example/a.png"> '
    "![t](https://tracker.example/b.png)",
    "links": "[click](javascript:window.ran=1) <a href='javascript:window.ran=1'>c</a> "
    "[click](data:text/html,<script>window.ran=1</script>)",
    "marks": r"$\href{javascript:window.ran=1}{x}$ US$5, $7 :red[big] :material/home: `a` **b** "
    "{{7*7}} ${7*7} %{x} %{customdata}",
    "a formula": "=cmd|' /C calc'!A0",
    "what is not seen": "Corps \u202egnp.exe\u202c \u200bGaz\u200bette\ufeff",
}
HARM = """() => ({
  ran: window.ran ?? null,
  links: [...document.querySelectorAll('a[href]')].map(a => a.href)
    .filter(href => new URL(href).hostname !== 'localhost'),
  images: [...document.querySelectorAll('img, iframe, object, embed')].map(i => i.outerHTML)
    .filter(html => /tracker|onerror/.test(html)),
  tex: document.querySelectorAll('.katex').length,
  hidden: getComputedStyle(document.body).display,
  errors: document.querySelectorAll('[data-testid=stException]').length,
})"""
MARKS = """() => [...document.querySelectorAll('.mu-chart')].flatMap(chart =>
  [...chart.querySelectorAll('.bars .point path, .scatterlayer .point')].slice(0, 6).map(mark => {
    const box = mark.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }))"""
AS_TABLES = "document.querySelectorAll('[aria-label=\"Show as table\"]').forEach(b => b.click())"
UNHARMED = {"ran": None, "links": [], "images": [], "tex": 0, "hidden": "block", "errors": 0}
READY = """() => document.querySelector('h1')
    && document.querySelector('[data-test-script-state=notRunning]')
    && [...document.querySelectorAll('.mu-chart')].every(c => c.dataset.drawn)"""


def hostile_frames():
    """One article of each hostile text, which stands in every one of its fields."""
    given = list(HOSTILE.values())
    every = three_articles()
    n = range(len(given))

    def rows(name):
        return pd.concat([every[name].iloc[[0]]] * len(given), ignore_index=True)

    days = pd.to_datetime([f"2024-01-{day + 1:02}" for day in n])
    shared = {"article": n, "day": days, "week": days, "outlet": given, "family": given, "story": 0}
    texts = [f"Seoul hosts {text} troops." for text in given]
    return {
        "articles": rows("articles").assign(
            **shared,
            article_id=[f"id:t/{at}" for at in n],
            collection=given,
            title=given,
            url=given,
            byline=given,
            wires=[[text] for text in given],
            flags=[[text] for text in given],
            outlet_kind=given,
            copy="copy",
        ),
        "texts": pd.DataFrame({"article": n, "text": texts}),
        "topics": rows("topics").assign(**shared),
        "countries": rows("countries").assign(**shared),
        "figures": rows("figures").assign(
            **shared,
            figure=n,
            figure_id=[f"figure{at}" for at in n],
            start=12,
            end=[12 + len(text) for text in given],
            quote=given,
            unit=given,
            speaker=given,
            sentence=texts,
            sentence_end=[len(text) for text in texts],
        ),
        "places": pd.DataFrame({"article": n, "start": 0, "end": 5, "name": given, "kind": given}),
        "speakers": pd.DataFrame({"article": n, "start": 6, "end": 11, "name": given}).assign(
            body=given, role=given
        ),
        "stories": every["stories"].iloc[[0]].assign(articles=len(given), outlets=len(given)),
        "refused": pd.DataFrame({"file": given, "line": 1, "reason": given}),
    }


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with served(write_snapshot(tmp_path_factory.mktemp("store"), hostile_frames())) as url:
        yield url


@pytest.fixture(scope="module")
def page(browser):
    """Yield a page that notes every request to elsewhere and every dialog."""
    context = browser.new_context(viewport={"width": 1440, "height": 1600}, accept_downloads=True)
    opened = context.new_page()
    opened.left = []
    ours = re.compile(r"(https?|wss?)://localhost[:/]|data:|blob:|file:")
    note = lambda sent: None if ours.match(sent) else opened.left.append(sent)  # noqa: E731
    context.on("request", lambda request: note(request.url))
    opened.on("websocket", lambda socket: note(socket.url))
    opened.on("dialog", lambda dialog: note(f"dialog {dialog.message}"))
    yield opened
    context.close()


def visit(page, url):
    page.goto(url)
    page.wait_for_function(READY, timeout=30000)


def assert_unharmed(page):
    assert page.evaluate(HARM) == UNHARMED
    assert page.left == []


def hover(page):
    """Move over marks of every chart, so that each says what it says under the mouse."""
    for place in page.evaluate(MARKS):
        page.mouse.move(*place)
        page.wait_for_timeout(60)


@pytest.mark.parametrize(
    "name", ["", "figures?colour=speaker", "sources", "compare?topic=alliances&by=source", "data"]
)
def test_a_page_full_of_hostile_text_is_unharmed(page, address, name):
    visit(page, f"{address}/{name}")
    hover(page)
    page.evaluate(AS_TABLES)
    page.wait_for_timeout(200)

    assert_unharmed(page)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_of_an_article_and_of_a_link_is_shown_as_text(page, address, text):
    at = list(HOSTILE.values()).index(text)
    key = hashlib.md5(f"id:t/{at}".encode()).hexdigest()[:12]
    words = text if text.isprintable() else "Seoul"  # what is not seen is not searched
    query = {"article": key, "figure": f"figure{at}", "q": words, "source": text, "topic": text}
    visit(page, f"{address}/articles?{urlencode(query)}")
    pane = page.locator(".st-key-pane")

    said = " ".join(visible(text).split())
    assert pane.locator(".mu-headline").inner_text() == said
    assert said in pane.locator(".mu-note").first.inner_text()
    assert pane.locator(".mu-text .mu-figure").first.inner_text() == said
    assert pane.locator(".mu-quote mark").inner_text() == said
    page.get_by_role("button", name="Clear all").wait_for()
    chips = visible(" ".join(page.locator(".st-key-chips").inner_text().split()))
    assert f"Source: {said}" in chips and f"“{words}”" in chips
    assert page.get_by_text("it is left out").count() == 1
    assert_unharmed(page)


def test_what_is_exported_is_text_for_a_spreadsheet(page, address):
    visit(page, f"{address}/articles")
    with page.expect_download() as exported:
        page.get_by_role("button", name="CSV", exact=True).click()
    page.locator("[data-testid=stDataFrame]").first.hover()
    assert page.get_by_role("button", name=re.compile("Download as CSV")).count() == 0
    visit(page, f"{address}/")
    chart = page.locator(".mu-chart").nth(2)
    with page.expect_download() as of_chart:
        chart.locator("summary").click()
        chart.get_by_role("button", name="Numbers (CSV)").click()

    for download in (exported, of_chart):
        text = download.value.path().read_text("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert "'=cmd|' /C calc'!A0" in cells
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("name", ["figures", "sources", "data"])
def test_a_report_of_hostile_text_is_unharmed(page, address, name, tmp_path):
    visit(page, f"{address}/{name}")
    page.get_by_role("button", name="Share").click()
    with page.expect_download() as made:
        page.get_by_role("button", name="Report (HTML)").click()
    made.value.save_as(tmp_path / "report.html")
    page.goto((tmp_path / "report.html").as_uri())

    said = page.locator("main").inner_text()
    assert "<script>window.ran=1</script>" in said
    assert_unharmed(page)


def test_a_file_of_a_hostile_name_is_named_as_text(page, address):
    visit(page, f"{address}/data")
    page.get_by_text("Add your own articles").click()
    name = "<img src=x onerror='window.ran=1'>![t](https:tracker.example) $x$.jsonl"
    content = b'{"text": "The army moved two batteries north."}\n<script>window.ran=1</script>\n'
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": content}
    )
    page.get_by_role("button", name="Read them").click()
    refused = page.locator("[data-testid=stCode]", has_text="onerror")
    refused.wait_for(timeout=60000)

    assert name in refused.inner_text()
    assert_unharmed(page)
