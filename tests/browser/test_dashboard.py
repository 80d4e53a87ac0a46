"""What a reader does, in a real browser: click, go back, send a link; and nothing leaves."""

import csv
import re
import time

import pytest

DRAWN = """() => {
  const charts = [...document.querySelectorAll('.mu-chart')];
  return document.querySelector('h1') && charts.length && charts.every(c => c.dataset.drawn);
}"""


@pytest.fixture
def page(new_reader, address):
    """Return a page of a new reader that notes every request to elsewhere."""
    here = re.escape(address.removeprefix("http"))
    return new_reader(1440, 2000, ours=re.compile(rf"(http|ws){here}|data:|blob:"))


def visit(page, url):
    page.goto(url)
    page.wait_for_function(DRAWN, timeout=30000)


def counts(page):
    """The n that each chart's note states."""
    notes = page.locator(".mu-chart .mu-note").all_inner_texts()
    return {
        int(n.replace(",", "")) for note in notes for n in re.findall(r"([\d,]+) article", note)
    }


def settled(page, than=frozenset(), seconds=15):
    """Wait until all charts state one n, another one than ``than``; return it as a set."""
    end = time.monotonic() + seconds
    while len(here := counts(page)) != 1 or here == than:
        assert time.monotonic() < end, f"the charts state {here}"
        page.wait_for_timeout(100)
    return here


def wait_for_link(page, part):
    page.wait_for_url(re.compile(re.escape(part)), timeout=10000)


def click_bar(page, chart, place):
    page.locator(".mu-chart").nth(chart).locator(".bars .point path").nth(place).click(force=True)


MARKS = {
    "a bar of topics": (1, ".bars .point path", "topic="),
    "a bar of sources": (2, ".bars .point path", "source="),
    "a bar over time": (0, ".bars .point path", "from="),
    "a square": (3, ".scatterlayer .point", "source="),
    "a country": (4, ".choroplethlayer path", "country="),
}


@pytest.mark.parametrize(("chart", "mark", "parameter"), MARKS.values(), ids=MARKS)
def test_a_click_filters_every_chart_its_link_the_list_and_the_exported_rows(
    page, new_reader, address, chart, mark, parameter
):
    visit(page, address)
    assert settled(page) == {600}

    page.locator(".mu-chart").nth(chart).locator(mark).nth(2).click(force=True)
    wait_for_link(page, parameter)

    here = settled(page, than={600})
    other = new_reader()
    visit(other, page.url)
    assert settled(other) == here
    other.goto(page.url.replace("/?", "/articles?"))
    other.get_by_text(f"{min(here)} article").first.wait_for()
    with other.expect_download() as made:
        other.get_by_role("button", name="CSV", exact=True).click()
    with made.value.path().open(encoding="utf-8-sig", newline="") as file:
        assert {sum(1 for _ in csv.DictReader(file))} == here
    assert page.left == []


def test_back_takes_back_one_step_at_a_time(page, address):
    visit(page, address)
    click_bar(page, 1, 1)
    wait_for_link(page, "topic=")
    one = settled(page, than={600})
    click_bar(page, 2, 1)
    wait_for_link(page, "source=")
    two = settled(page, than=one)

    page.go_back()
    assert settled(page, than=two) == one
    page.go_back()
    assert settled(page, than=one) == {600}


def test_the_table_of_a_chart_is_its_keyboard_path(page, address):
    visit(page, address)
    chart = page.locator(".mu-chart").nth(1)
    chart.get_by_role("button", name="Show as table").press("Enter")
    chart.locator("td button").first.press("Enter")

    wait_for_link(page, "topic=")
    assert settled(page, than={600}) < set(range(600))


def test_every_page_opens_without_a_request_to_elsewhere(page, address):
    for name in ("figures", "sources", "compare?topic=missiles", "data"):
        visit(page, f"{address}/{name}")
        assert page.locator("[data-testid=stException]").count() == 0, name
    assert page.left == []


def test_nonsense_in_a_link_is_repaired_with_a_notice(page, address):
    visit(page, f"{address}/?topic=%3Cscript%3E&from=2999-99-99")

    assert settled(page) == {600}
    assert page.get_by_text("it is left out").count() == 1


def test_a_bar_of_a_sources_topics_filters_its_page_its_link_and_the_list(
    page, new_reader, address
):
    visit(page, f"{address}/sources")
    page.locator(".mu-chart").nth(1).locator(".bars .point path").first.click(force=True)
    wait_for_link(page, "topic=")

    here = settled_list(page, new_reader(1440, 2000))
    page.get_by_role("button", name=re.compile("Topic:")).wait_for()
    assert 0 < here < 600


def test_a_source_of_two_compared_filters_the_first_of_them(page, new_reader, address):
    visit(page, f"{address}/compare?topic=missiles&b.topic=naval")
    page.locator(".mu-chart").nth(2).locator(".scatterlayer .point").first.click(force=True)
    wait_for_link(page, "source=")

    assert "b.topic=naval" in page.url
    here = settled_list(page, new_reader(1440, 2000))
    page.locator(".mu-numbers dd", has_text=f"{here} article").first.wait_for()


def settled_list(page, other):
    """Open the list of articles of a page's link as another reader; return how many it tells."""
    other.goto(re.sub(r"/\w+\?", "/articles?", page.url))
    told = other.get_by_text(re.compile(r"^\d+ articles?\b")).first
    told.wait_for()
    return int(told.inner_text().split()[0])
