"""Every page for who sees little, or uses no mouse: axe finds no more than in a bare Streamlit app.

Each page is opened once; the dark theme is taken by the open page, as a reader's system gives it.
"""

import pytest

from tests.browser.conftest import lending, serving

axe = pytest.importorskip("axe_playwright_python.sync_playwright")

BARE = """
import pandas as pd
import streamlit as st

st.title("Bare")
st.selectbox("One", ["a", "b"])
st.popover("More").multiselect("Some", ["a", "b"])
st.dataframe(pd.DataFrame({"a": [1, 2]}))
st.download_button("CSV", "a")
"""
PAGES = {
    "overview, chips and a notice": "?topic=naval&source=nobody",
    "figures": "figures",
    "sources": "sources",
    "articles": "articles",
    "compare": "compare?topic=naval",
    "data": "data",
    "nothing found": "?q=zzzz",
    "an embedded chart": "?embed=true&chart=topics",
}
IDLE = """() => document.querySelector('[data-test-script-state=notRunning]')
    && document.querySelector('h1, .mu-chart')
    && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')
    && [...document.querySelectorAll('.mu-chart')].every(c => c.dataset.drawn)"""
FOCUSED = """() => {
  const here = document.activeElement;
  if (!/Show as (table|chart)/.test(here.getAttribute('aria-label'))) return null;
  return [...document.querySelectorAll('.mu-chart')].indexOf(here.closest('.mu-chart'));
}"""
SCHEME = "() => getComputedStyle(document.querySelector('.stApp')).colorScheme"


@pytest.fixture(scope="module", params=PAGES.values(), ids=PAGES)
def page(request, browser, tabs, sample_address):
    """Yield each page, opened once for all tests of it."""
    with lending(browser, tabs) as lend:
        page = lend(1440, 1600)
        page.goto(f"{sample_address}/{request.param}")
        page.wait_for_function(IDLE, timeout=30000)
        yield page


@pytest.fixture(scope="module")
def in_bare(browser, tabs, tmp_path_factory):
    """Return what axe finds in a bare app, by theme."""
    script = tmp_path_factory.mktemp("bare") / "bare.py"
    script.write_text(BARE)
    with serving(script) as url, lending(browser, tabs) as lend:
        page = lend()
        page.goto(url)
        page.wait_for_function(IDLE, timeout=30000)
        return {scheme: set(found(page, scheme)) for scheme in ("light", "dark")}


def found(page, scheme):
    """What axe finds in one theme: each rule with the elements that break it."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_function(f"() => ({SCHEME})().includes('{scheme}')", timeout=10000)
    page.wait_for_timeout(300)  # colours change in steps
    page.wait_for_function(IDLE, timeout=30000)
    # What does not hang on colours is the same in both.
    options = {"runOnly": ["color-contrast"]} if scheme == "dark" else None
    broken = axe.Axe().run(page, options=options).response["violations"]
    return {one["id"]: [node["html"] for node in one["nodes"]] for one in broken}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_more_than_in_a_bare_app(page, in_bare, scheme):
    more = {k: v for k, v in found(page, scheme).items() if k not in in_bare[scheme]}

    assert more == {}


def test_every_chart_is_reached_and_read_by_keys_alone(page):
    charts = page.locator(".mu-chart")

    read = set()
    for _ in range(170 if charts.count() else 0):
        if len(read) == charts.count():
            break
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is not None and at not in read:
            page.keyboard.press("Enter")
            assert charts.nth(at).locator("tbody tr").count() > 0
            assert len(charts.nth(at).locator(".mu-plot").get_attribute("aria-label")) > 20
            page.keyboard.press("Enter")  # its rows are many stops
            read.add(at)

    assert len(read) == charts.count()


def test_axe_finds_nothing_in_what_opens(new_reader, sample_address, in_bare):
    page = new_reader(1440, 1600)
    page.goto(f"{sample_address}/figures")
    page.wait_for_function(IDLE, timeout=30000)
    page.get_by_role("button", name="Show as table").click()
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Report (HTML)").wait_for()
    page.wait_for_function(IDLE, timeout=30000)

    for scheme in ("light", "dark"):
        more = {k: v for k, v in found(page, scheme).items() if k not in in_bare[scheme]}
        assert more == {}, scheme
