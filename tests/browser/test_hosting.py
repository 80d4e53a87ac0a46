"""A page as a host serves it: under a path of its own, packed, its health told."""

import urllib.request

import pytest

from tests.browser.conftest import served
from tests.snapshots import three_articles, write_snapshot


@pytest.fixture(scope="module")
def hosted(tmp_path_factory):
    """Yield the address of a dashboard under a path of its host."""
    store = write_snapshot(tmp_path_factory.mktemp("store"), three_articles())
    with served(store, STREAMLIT_SERVER_BASE_URL_PATH="news/muster") as url:
        yield url


def test_charts_and_links_hold_under_a_path_of_the_host(new_reader, hosted):
    page = new_reader(1300, 1600)
    page.goto(f"{hosted}/?topic=alliances")
    page.wait_for_function(
        "() => { const all = [...document.querySelectorAll('.mu-chart')];"
        " return all.length >= 5 && all.every(one => one.dataset.drawn); }",
        timeout=30000,
    )
    page.get_by_role("link", name="Articles", exact=True).click()
    page.get_by_role("heading", name="Articles", exact=True).wait_for()

    assert page.url == f"{hosted}/articles?topic=alliances"


def test_what_the_page_loads_from_us_is_packed_and_kept(hosted):
    asked = urllib.request.Request(f"{hosted}/assets/world_110m.json")
    asked.add_header("accept-encoding", "gzip")
    with urllib.request.urlopen(asked, timeout=10) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert "max-age=31536000" in answer.headers["cache-control"]
    with urllib.request.urlopen(f"{hosted}/_stcore/health", timeout=10) as answer:
        assert answer.read() == b"ok"
