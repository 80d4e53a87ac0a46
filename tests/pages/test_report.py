"""A view as one file: what the page shows, with nothing that runs or loads."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from analytics.aggregates import key_numbers
from analytics.aggregates.coverage import Coverage
from analytics.charts import catalogue
from analytics.links import View
from analytics.model import Selection
from analytics.pages import report
from analytics.pages.safe import safe_html
from analytics.snapshot import open_snapshot
from tests.snapshots import SNAPSHOT_ID, three_articles, write_snapshot

VIEW = View(Selection(), series="personnel|USA|KOR|stationed|level", against=(("topic", "air"),))
DAY = date(2026, 3, 1)


@pytest.fixture(scope="module")
def coverage(tmp_path_factory):
    with open_snapshot(write_snapshot(tmp_path_factory.mktemp("store"), three_articles())) as held:
        yield Coverage(held)


class Elements(HTMLParser):
    """Every element of a document with its attributes."""

    def __init__(self, document):
        super().__init__()
        self.found = []
        self.feed(document)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def made(coverage, page, view=VIEW):
    return report.build(report.Asked(coverage, view, page, f"http://host/{page}", DAY))


@pytest.mark.parametrize("page", catalogue.CHARTS_BY_PAGE)
def test_a_report_loads_nothing_and_runs_nothing(coverage, page):
    elements = Elements(made(coverage, page)).found

    assert not {tag for tag, _ in elements} & {"script", "img", "iframe", "link", "object", "form"}
    assert not [name for _, held in elements for name in held if name.startswith(("on", "src"))]
    targets = [held["href"] for tag, held in elements if tag == "a"]
    assert targets and all(target.startswith(("http://host/", "https://")) for target in targets)
    policy = next(held["content"] for _, held in elements if held.get("http-equiv"))
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("page", catalogue.CHARTS_BY_PAGE)
def test_a_report_has_the_charts_of_its_page_with_their_notes(coverage, page):
    document = made(coverage, page)
    charts = [draw(coverage, VIEW) for draw in catalogue.CHARTS_BY_PAGE[page].values()]

    for chart in filter(None, charts):
        assert f"<h3>{safe_html(chart.title)}</h3><p>{safe_html(chart.note)}</p>" in document
    assert document.count('class="drawing"') == len([one for one in charts if one])


@pytest.mark.parametrize("page", ["overview", "articles"])
def test_a_report_has_the_numbers_of_its_page(coverage, page):
    document = made(coverage, page)

    for number in key_numbers.of_coverage(coverage, Selection()):
        assert f"<dt>{number.name}</dt><dd><b>{number.value}</b></dd>" in document


@pytest.mark.parametrize("page", catalogue.CHARTS_BY_PAGE)
def test_a_report_says_how_to_cite_it_and_how_it_was_made(coverage, page):
    document = made(coverage, page)

    assert "accessed 1 March 2026, http://host/" in document
    assert f"snapshot={SNAPSHOT_ID}" in document and f"snapshot {SNAPSHOT_ID}" in document
    for heading in ("How right the figures are", "How this was made", "Cite"):
        assert f"<h2>{heading}</h2>" in document


@pytest.mark.parametrize("page", ["overview", "figures", "articles"])
def test_titles_of_markup_are_written_as_text(coverage, page):
    document = made(coverage, page)

    assert "<script" not in document
    assert "Troops &lt;script&gt;alert(1)&lt;/script&gt;" in document
    assert "javascript:" not in document


def test_a_quotation_is_short_and_one_an_article(tmp_path):
    frames = three_articles()
    long = "Long ago " * 40
    frames["figures"] = frames["figures"].assign(
        sentence=[f"{long}{quote}{long}" for quote in frames["figures"]["quote"]],
        start=frames["figures"]["sentence_start"] + len(long),
    )
    with open_snapshot(write_snapshot(tmp_path, frames)) as snapshot:
        documents = [made(Coverage(snapshot), page) for page in ("overview", "figures")]

    for document in documents:
        quoted = re.findall(r"<blockquote><p>(.*?)</p>", document)
        assert quoted
        assert all(len(re.sub("<[^>]+>", "", text)) <= 160 for text in quoted)


def test_one_report_of_a_story_stands_for_its_copies(coverage):
    frames = made(coverage, "overview")

    assert frames.count("<blockquote>") == 2  # of three articles, two tell one story
    assert "the same story at 1 more" in frames


@pytest.mark.parametrize("page", catalogue.CHARTS_BY_PAGE)
def test_a_selection_that_holds_nothing_is_reported_as_such(coverage, page):
    document = made(coverage, page, replace(VIEW, selection=Selection(topics=("naval",))))

    assert ("No article is in this selection." in document) == (page != "data")


def test_a_series_without_a_report_here_is_told(coverage):
    view = replace(VIEW, selection=Selection(topics=("missiles",)))

    assert "No figure of this series is in this selection." in made(coverage, "figures", view)


def test_a_file_is_named_by_page_snapshot_and_day(coverage):
    asked = report.Asked(coverage, VIEW, "figures", "http://host/figures", DAY)

    assert report.file_name(asked) == "muster-figures-01234567-2026-03-01.html"
