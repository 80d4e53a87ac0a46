"""Official figures: which series they stand beside, blanks that are no zeros, bad files."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from analytics import baselines
from analytics.baselines import FORCES, TROOPS, Baseline, baseline_for
from analytics.errors import InputError
from tests.snapshots import three_articles, write_snapshot

DMDC, IISS = "Assigned (DMDC)", "Armed forces (IISS)"
HEAD = "iso3,as_of,troops\n"


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Return a function that puts a file of troops in the place of the project's."""
    monkeypatch.setattr(baselines, "BASELINES", tmp_path)
    baselines._read.cache_clear()

    def written(text, name=TROOPS):
        (tmp_path / name).write_text(text, encoding="utf-8")
        baselines._read.cache_clear()

    yield written
    baselines._read.cache_clear()


# what a series counts, the official series that counts the same
CASES = {
    "US troops in a country": (("personnel", "USA", "KOR", "stationed", "level"), DMDC),
    "wherever they came from": (("personnel", "USA", "KOR", None, None), DMDC),
    "US troops killed there": (("personnel", "USA", "KOR", "killed", "level"), None),
    "more US troops there": (("personnel", "USA", "KOR", "deployed", "change"), None),
    "US troops at home": (("personnel", "USA", "USA", "stationed", "level"), None),
    "another country's troops there": (("personnel", "PRK", "RUS", "deployed", "level"), None),
    "a country's forces": (("personnel", "KOR", None, None, "level"), IISS),
    "a country's forces at home": (("personnel", "KOR", "KOR", None, None), IISS),
    "money": (("money", "USA", "KOR", None, "level"), None),
    "nobody's": (("personnel", None, "KOR", "stationed", "level"), None),
    "a place without a row": (("personnel", "USA", "ZZZ", "stationed", "level"), None),
}  # fmt: skip


@pytest.mark.parametrize(("series", "name"), CASES.values(), ids=CASES)
def test_official_figures_stand_beside_what_counts_the_same(series, name):
    found = baseline_for(*series)

    assert (found.name if found else None) == name


def test_the_projects_files_are_read_in_order_of_time():
    found = baseline_for("personnel", "USA", "KOR", "stationed", "level")

    assert found.rows["day"].is_monotonic_increasing and len(found.rows) > 20
    assert found.rows["value"].between(10_000, 60_000).all()


def test_a_blank_is_no_zero_and_a_country_of_blanks_has_no_rows(files):
    files(HEAD + "KOR,2024-03,28000\nKOR,2024-06,\nSYR,2024-03, \n")

    assert baseline_for("personnel", "USA", "KOR", None, None).rows["value"].tolist() == [28000.0]
    none = baseline_for("personnel", "USA", "SYR", None, None)
    assert none.rows.empty
    assert none.gap(date(2024, 1, 1), date(2024, 2, 1)) == (
        "Nothing official was reported for this country."
    )


def test_the_gap_is_said_where_no_official_number_lies_near(files):
    files(HEAD + "KOR,2010-03,28000\nKOR,2012-06,27000\n")
    found = baseline_for("personnel", "USA", "KOR", None, None)

    assert found.gap(date(2012, 1, 1), date(2013, 1, 1)) == ""
    assert "March 2010 to June 2012" in found.gap(date(2024, 1, 1), date(2024, 2, 1))
    assert len(found.near(None, None)) == 2 and found.gap(None, None) == ""
    assert len(found.near(date(2011, 12, 1), date(2012, 1, 1))) == 1


BAD = {
    "a word for a number": HEAD + "KOR,2024-03,many\n",
    "a word for a month": HEAD + "KOR,spring,28000\n",
    "another heading": "country,year\nKOR,2024\n",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_a_bad_row_is_named_by_file_and_line(files, text):
    files(text)

    with pytest.raises(InputError, match=rf"{TROOPS}:2: not a row of official figures"):
        baseline_for("personnel", "USA", "KOR", None, None)


def test_without_the_files_there_is_nothing_to_hold_against(files):
    assert baseline_for("personnel", "USA", "KOR", None, None) is None
    files("iso3,year,armed_forces_personnel\nKOR,2020,600000\n", FORCES)
    assert isinstance(baseline_for("personnel", "KOR", None, None, None), Baseline)


def figures_page():  # AppTest runs this function's source as an app
    from analytics.aggregates.coverage import Coverage
    from analytics.model import Selection
    from analytics.pages import figures
    from analytics.snapshot import open_snapshot, store_folder

    figures.show(Coverage(open_snapshot(store_folder())), Selection())


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("KOR,2024-03,28000\n", None),
        ("KOR,2010-03,28000\n", "No official number lies near these reports"),
        ("KOR,2010-03,\n", "Nothing official was reported for this country."),
    ],
    ids=["near", "long ago", "blank"],
)
def test_the_page_says_where_no_line_can_be_drawn(files, tmp_path, monkeypatch, rows, said):
    files(HEAD + rows)
    monkeypatch.setenv("MUSTER_STORE", str(write_snapshot(tmp_path, three_articles())))
    app = AppTest.from_function(figures_page, default_timeout=20).run()

    [caption] = [one.value for one in app.caption if "Assigned" in one.value]
    assert not app.exception and "Source: US Department of Defense" in caption
    assert (said in caption) if said else ("No official" not in caption)
