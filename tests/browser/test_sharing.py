"""What leaves the page: a report that opens offline, an embedded chart; and two readers."""

import re
from html import unescape

import pytest

from tests.browser.test_dashboard import click_bar, counts, settled, visit, wait_for_link


@pytest.fixture
def page(new_reader):
    return new_reader(1440, 2000)


def key_numbers(page, name="dt", value="dd >> nth=0"):
    cells = page.locator(".mu-numbers > div, .numbers > div").all()
    return {
        cell.locator(name).inner_text(): cell.locator(value).inner_text().strip() for cell in cells
    }


def report_of(page, folder):
    page.get_by_role("button", name="Share").click()
    with page.expect_download() as made:
        page.get_by_role("button", name="Report (HTML)").click()
    made.value.save_as(folder / "report.html")
    return folder / "report.html"


@pytest.mark.parametrize("name", ["?topic=missiles", "figures?topic=missiles"])
def test_a_report_opens_offline_with_the_numbers_of_the_page(
    browser, page, address, tmp_path, name
):
    visit(page, f"{address}/{name}")
    shown, notes = key_numbers(page), page.locator(".mu-chart .mu-note").all_inner_texts()
    file = report_of(page, tmp_path)

    offline = browser.new_context(offline=True, java_script_enabled=False)
    sheet = offline.new_page()
    asked = []
    sheet.on("request", lambda request: asked.append(request.url))
    sheet.goto(file.as_uri())

    assert asked == [file.as_uri()]
    assert key_numbers(sheet) == shown
    assert sheet.locator("figcaption p").all_inner_texts() == notes
    assert sheet.locator("svg.drawing").count() == len(notes)
    assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")
    offline.close()


def test_an_embedded_chart_is_alone_and_leads_back(page, address):
    visit_embedded(page, f"{address}/?embed=true&chart=topics&topic=missiles")
    n = settled(page)

    assert page.locator(".mu-chart").count() == 1
    assert page.locator(".st-key-menu, .st-key-filters").count() == 0
    assert page.locator("h2").inner_text() == "Articles by topic"
    assert "Missiles" in page.locator(".mu-note").first.inner_text()
    foot = page.locator(".mu-note").last
    assert "snapshot" in foot.inner_text()
    page.goto(foot.locator("a").get_attribute("href"))
    page.wait_for_function("document.querySelectorAll('.mu-chart').length === 5")
    assert settled(page) == n


def test_a_click_in_an_embedded_chart_stays_in_it(page, address):
    visit_embedded(page, f"{address}/?embed=true&chart=sources")
    page.locator(".bars .point path").nth(1).click(force=True)
    wait_for_link(page, "source=")

    assert settled(page, than={600}) < set(range(600))
    assert page.locator(".mu-chart").count() == 1
    assert "embed=true" in page.evaluate("location.href")


def test_share_offers_the_frame_of_each_chart_of_the_page(page, address):
    visit(page, f"{address}/?topic=missiles")
    page.get_by_role("button", name="Share").click()
    code = page.locator("[data-testid=stCode]", has_text="<iframe")
    frame = code.inner_text()
    source = unescape(re.search('src="([^"]*)"', frame)[1])

    visit_embedded(page, source)
    assert page.locator("h2").inner_text() in frame


def visit_embedded(page, url):
    page.goto(url)
    page.wait_for_function(
        "() => document.querySelector('.mu-chart')?.dataset.drawn", timeout=30000
    )


def test_two_readers_do_not_see_what_the_other_has_chosen(new_reader, page, address):
    other = new_reader(1440, 2000)
    visit(page, address)
    visit(other, address)

    click_bar(page, 1, 1)
    wait_for_link(page, "topic=")
    here = settled(page, than={600})
    click_bar(other, 2, 2)
    wait_for_link(other, "source=")
    there = settled(other, than={600})

    assert here != there
    assert page.locator(".st-key-chips button").first.inner_text().startswith("Topic")
    assert other.locator(".st-key-chips button").first.inner_text().startswith("Source")
    other.reload()
    assert settled(other) == there and counts(page) == here
    assert "topic=" not in other.evaluate("location.href")
