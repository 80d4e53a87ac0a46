"""Every page opens: with three articles of hostile titles, with none, and with none that match."""

import pytest
from streamlit.testing.v1 import AppTest

from analytics.aggregates.coverage import Coverage
from analytics.cells import csv_of
from analytics.model import Selection
from analytics.pages import articles, compare, data, figures, overview, sources
from analytics.pages.safe import safe_md, safe_url
from analytics.snapshot import open_snapshot
from tests.snapshots import three_articles, write_snapshot

PAGES = (overview, figures, sources, articles, compare, data)


@pytest.fixture(scope="module", params=["some", "none"])
def coverage(request, tmp_path_factory):
    frames = three_articles() if request.param == "some" else {}
    with open_snapshot(write_snapshot(tmp_path_factory.mktemp("store"), frames)) as snapshot:
        yield Coverage(snapshot)


def show(page, coverage, selection):  # AppTest runs this function's source as an app
    page.show(coverage, selection)


@pytest.mark.parametrize(
    "selection", [Selection(), Selection(topics=("naval",))], ids=["all", "no"]
)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.TITLE)
def test_page_opens(page, coverage, selection):
    app = AppTest.from_function(show, args=(page, coverage, selection), default_timeout=20).run()

    assert not app.exception
    assert app.title[0].value == page.TITLE


@pytest.mark.parametrize(
    ("most", "said"),
    [(2, "the 2 series most reported in this selection"), (3, "2 series in this selection")],
)
def test_a_list_of_series_that_was_cut_says_so(monkeypatch, tmp_path, most, said):
    monkeypatch.setattr("analytics.aggregates.figures.MOST_SERIES", most)
    with open_snapshot(write_snapshot(tmp_path, three_articles())) as snapshot:
        given = (figures, Coverage(snapshot), Selection())
        app = AppTest.from_function(show, args=given, default_timeout=20).run()

    assert app.selectbox[0].label == f"What is counted · {said}"


def test_exported_cells_are_text_for_a_spreadsheet(coverage):
    from analytics.aggregates.articles import rows_to_export

    exported = csv_of(coverage.ask(rows_to_export, Selection())).decode("utf-8-sig")

    assert "\n=cmd" not in exported and ",=cmd" not in exported


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "https://a b", "//x", "https://u@x.example/", None],
)
def test_only_web_addresses_are_linked(url):
    assert safe_url(url) is None


def test_markdown_from_outside_is_shown_as_it_stands():
    joined = "\u2060"
    assert safe_md("![x](http://t) $a$ :red[b]") == (
        rf"\!\[x\]\(http\:{joined}//t\) \$a\$ \:{joined}red\[b\]"
    )
    said = safe_md("www.a.example :home: 10: a")
    assert said == rf"www{joined}.a.example \:{joined}home\: 10\: a"


@pytest.mark.parametrize("coverage", ["some"], indirect=True)
def test_compare_offers_a_pair_to_begin_with(coverage):
    app = AppTest.from_function(
        show, args=(compare, coverage, Selection()), default_timeout=20
    ).run()
    pair = next(button for button in app.button if (button.key or "").startswith("begin-"))
    pair.click().run()

    first, second = pair.label.lower().split(" | ")
    link = str(dict(app.query_params))
    assert first in link and second in link


def test_the_convention_of_vague_numbers_is_switched_where_there_are_any(tmp_path):
    frames = three_articles()
    vague = frames["figures"].assign(
        quote=["28,500 troops", "dozens of troops", "Three missiles"],
        low=[28500.0, 24.0, 3.0],
        high=[28500.0, None, 3.0],
    )
    with open_snapshot(write_snapshot(tmp_path, {**frames, "figures": vague})) as snapshot:
        given = (figures, Coverage(snapshot), Selection())
        app = AppTest.from_function(show, args=given, default_timeout=20).run()
        assert app.caption[0].value.startswith("1 of 2 reports here give a vague number.")
        assert "at least 24 troops" in list(app.dataframe[0].value["Reported"])

        app.segmented_control(key="switch-convention").set_value("acled").run()

        assert "count by ACLED’s convention" in app.caption[0].value
        assert "at least 12 troops" in list(app.dataframe[0].value["Reported"])
        assert dict(app.query_params)["vague"] == "acled"


@pytest.mark.parametrize("coverage", ["some"], indirect=True)
def test_without_a_vague_number_no_convention_is_asked_for(coverage):
    app = AppTest.from_function(show, args=(figures, coverage, Selection()), default_timeout=20)

    assert "switch-convention" not in [one.key for one in app.run().segmented_control]
