"""Links and citations to send on; and files given to the page, read as on the command line."""

import io
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from analytics import links
from analytics.aggregates.coverage import Coverage
from analytics.links import Known, View
from analytics.model import Selection
from analytics.pages import share, upload
from analytics.pages.citation import about
from analytics.snapshot import current_id, open_snapshot
from tests.snapshots import three_articles, write_snapshot


class Sent(io.BytesIO):
    def __init__(self, name, content):
        super().__init__(content)
        self.name = name


def test_a_link_keeps_page_and_view():
    view = View(Selection(topics=("naval",), words="a & b"), snapshot="0" * 16)
    given = urlsplit(share.link("http://localhost:8501/figures?old=1", view))

    assert given.path == "/figures"
    assert links.read(parse_qs(given.query), Known()) == (view, ())


def test_a_citation_names_selection_count_snapshot_and_day(tmp_path):
    with open_snapshot(write_snapshot(tmp_path, three_articles())) as snapshot:
        view = View(Selection(topics=("naval",)), series="personnel|USA|KOR|stationed|level")
        day = date(2026, 3, 1)
        said = share.citation(Coverage(snapshot), view, "Figures", 3, day, "http://x/")

    assert "Figures: US troops in South Korea, stationed; Naval" in said
    assert f"(3 articles; defense news coverage), snapshot {snapshot.id}" in said
    assert said.endswith("accessed 1 March 2026, http://x/")


def test_a_citation_names_the_convention_that_is_not_the_usual_one():
    view = View(series="personnel|USA|KOR|stationed|level", convention="acled")

    assert about(view, "Figures").endswith("vague numbers by ACLED’s convention")
    assert "ACLED" not in about(replace(view, convention="guidelines"), "Figures")


def test_files_are_read_into_the_store_and_what_is_refused_is_named(tmp_path):
    lines = b'{"text": "The navy sent two ships to the strait on Monday."}\n{"text": 3}\nnot json\n'
    report = upload.take([Sent("../own.jsonl", lines)], tmp_path / "store")

    assert report.message == "" and report.counts["new"] == 1
    assert len(report.refused) == report.counts["refused"] == 2
    assert all(line.startswith("own.jsonl:") for line in report.refused)
    assert current_id(tmp_path / "store") is not None


def test_files_without_an_article_are_a_failure_that_says_so(tmp_path):
    report = upload.take([Sent("own.jsonl", b"not json\n")], tmp_path / "store")

    assert report.message == "nothing could be read" and len(report.refused) == 1


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (["/etc/passwd", "..\\..\\a.txt"], ["passwd", "a.txt"]),
        (["a.txt", "a.txt"], ["a.txt", "1-a.txt"]),
        (["..", ".hidden"], ["text.txt", "hidden"]),
    ],
)
def test_a_name_stays_within_the_folder_and_is_there_once(given, names):
    assert upload._names(given) == names
