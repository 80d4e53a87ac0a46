"""The command line, from what is typed to what is printed and kept."""

import json
import subprocess
import sys

import pandas as pd
import pytest

from analytics.__main__ import COMMANDS, main
from analytics.commands.app import app
from analytics.snapshot import ROOT, open_snapshot

TEXT = (
    "SEOUL (Ardent) -- The United States keeps some 28,500 troops in South Korea, a ministry "
    "spokesman said on Tuesday. {} exercises are planned for the autumn, he said."
)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command in its own store; return the exit code, what was printed, and the errors."""
    monkeypatch.setenv("MUSTER_STORE", str(tmp_path / "store"))

    def typed(*words):
        try:
            main([str(word) for word in words])
            code = 0
        except SystemExit as stop:
            code = stop.code or 0
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return typed


@pytest.fixture
def articles(tmp_path):
    def write(*rows, name="articles.jsonl"):
        path = tmp_path / name
        lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
        path.write_text("\n".join(lines) + "\n", "utf-8")
        return path

    return write


def counts(out):
    return json.loads(out.splitlines()[-1])


def rows(tmp_path, sql):
    with open_snapshot(tmp_path / "store") as snapshot:
        return snapshot.rows(sql)


def test_ingest_keeps_reads_and_publishes(run, articles, tmp_path):
    path = articles({"id": 1, "text": TEXT.format("Two"), "date": "2024-05-07"})

    code, out, _ = run("ingest", path, "--json")

    assert code == 0
    assert counts(out) == {"read": 1, "new": 1, "unchanged": 0, "revised": 0, "refused": 0}
    assert rows(tmp_path, "select low, hedge, kind, place from figures where low > 1000") == [
        (28500.0, "about", "personnel", "KOR")
    ]


def test_the_same_input_twice_adds_nothing(run, articles, tmp_path):
    path = articles({"id": 1, "text": TEXT.format("Two")}, {"id": 2, "text": TEXT.format("Six")})
    run("ingest", path)
    before = rows(tmp_path, "select snapshot_id from meta")

    _, out, _ = run("ingest", path, "--json")

    assert counts(out) == {"read": 2, "new": 0, "unchanged": 2, "revised": 0, "refused": 0}
    assert rows(tmp_path, "select snapshot_id from meta") == before


def test_the_same_id_with_another_text_is_a_revision(run, articles, tmp_path):
    run("ingest", articles({"id": "a", "text": TEXT.format("Two")}))

    _, out, _ = run("ingest", articles({"id": "a", "text": TEXT.format("Nine")}), "--json")

    assert counts(out)["revised"] == 1
    assert rows(tmp_path, "select count(*) from articles") == [(1,)]
    assert "Nine exercises" in rows(tmp_path, "select text from texts")[0][0]


def test_a_url_is_who_an_article_is_whatever_carries_it(run, articles, tmp_path):
    text = TEXT.format("Two")
    first = articles({"id": 1, "text": text, "url": "https://www.a.example/x?utm_source=mail"})
    second = articles({"id": 9, "text": text, "url": "http://a.example/x/"}, name="other.jsonl")

    _, out, _ = run("ingest", first, second, "--json")

    assert counts(out)["new"] == 1
    assert counts(out)["unchanged"] == 1


def test_what_cannot_be_read_is_refused_by_line_and_the_rest_goes_on(run, articles, tmp_path):
    path = articles(
        {"id": 1, "text": TEXT.format("Two")},
        "this is not JSON",
        {"id": 3},
        {"id": 4, "text": "   "},
        {"id": 5, "text": 12},
        '["a", "list"]',
        {"id": 7, "text": "x" * 10_000_000},
        {"id": 8, "text": TEXT.format("Six")},
    )

    code, out, err = run("ingest", path, "--json")

    assert code == 0
    assert counts(out) == {"read": 2, "new": 2, "unchanged": 0, "revised": 0, "refused": 6}
    for line in range(2, 8):
        assert f"articles.jsonl:{line}:" in err
    assert rows(tmp_path, "select line from refused order by line") == [(n,) for n in range(2, 8)]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.jsonl", b"", "empty"),
        ("empty.txt", b"", "empty"),
        ("bytes.txt", bytes(range(256)) * 8, ""),
        ("wrong.csv", b"headline,body\nA,B\n", "headline"),
        ("broken.parquet", b"PAR1 and no more", ""),
        ("notes.docx", b"PK\x03\x04", ""),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_that_names_it(run, tmp_path, name, content, reason):
    path = tmp_path / name
    path.write_bytes(content)

    code, _, err = run("ingest", path)

    assert code == 1
    assert name in err
    assert reason in err
    assert err.splitlines()[-1].startswith("nothing could be read; ")


def test_columns_of_other_names_are_mapped(run, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(f'headline,body\n"A talk","{TEXT.format("Two")}"\n', "utf-8")

    code, _out, _ = run("ingest", path, "--column", "text=body", "--column", "title=headline")

    assert code == 0
    assert rows(tmp_path, "select title from articles") == [("A talk",)]


def test_a_line_separator_within_a_text_ends_no_line(run, articles, tmp_path):
    path = articles(json.dumps({"id": 1, "text": "Two\u2028" + TEXT}, ensure_ascii=False))

    _, out, _ = run("ingest", path, "--json")

    assert counts(out)["read"] == 1


def test_control_characters_move_no_offset(run, articles, tmp_path):
    run("ingest", articles({"id": 1, "text": "\x00\x01" + TEXT.format("Two")}))

    [(text, start, end, quote)] = rows(
        tmp_path,
        'select t.text, f.start, f."end", f.quote from figures f join texts t using (article) '
        "where f.low = 28500",
    )

    assert "\x00" not in text
    assert text[start:end] == quote == "some 28,500 troops"


def test_a_date_in_the_far_future_is_set_aside(run, articles, tmp_path):
    run("ingest", articles({"id": 1, "text": TEXT.format("Two"), "date": "2999-01-01"}))

    [(day, flags)] = rows(tmp_path, "select day, flags from articles")

    assert day is None
    assert flags


def test_extract_prints_a_line_for_each_article_in_order(run, articles):
    path = articles(
        {"id": 1.5, "text": TEXT.format("Two")}, "no JSON", {"id": "b", "text": "Nothing."}
    )

    code, out, err = run("extract", path, "--rejected")

    found = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row["article_id"] for row in found] == ["1.5", "b"]
    assert next(row["quote"] for row in found[0]["figures"]) == "some 28,500 troops"
    assert ":2:" in err


def test_extract_adds_up_who_was_killed_or_captured_where_it_is_asked(run, articles):
    path = articles({"id": 1, "text": "The patrol captured a commander and two of his men."})

    assert "tolls" not in json.loads(run("extract", path)[1])
    tolls = json.loads(run("extract", path, "--tolls")[1])["tolls"]

    assert [(toll["fate"], toll["low"], toll["implied"]) for toll in tolls] == [
        ("captured", 1, True),
        ("captured", 2, False),
    ]


def test_evaluate_tells_what_changed_since_an_earlier_run(run, articles):
    path = articles({"id": 1, "text": TEXT.format("Two")})
    before = json.loads(run("extract", path)[1])
    before["figures"][0] |= {"place": "JPN"}
    before["figures"].pop()
    run_before = articles(before, name="before.jsonl")
    label = {"article_id": "1", "outlet": None, "published": None, "figures": []}
    gold = articles(label, name="gold.jsonl")

    code, out, _ = run("evaluate", gold, path, "--against", run_before)

    assert code == 0
    assert "1 articles in both: 1 figures gained, 0 lost, 1 fields of others changed" in out
    assert "place: JPN → KOR" in out


def test_reread_makes_the_same_snapshot_from_the_archive(run, articles, tmp_path):
    run("ingest", articles({"id": 1, "text": TEXT.format("Two")}))
    before = rows(tmp_path, "select snapshot_id from meta")

    code, _, _ = run("reread")

    assert code == 0
    assert rows(tmp_path, "select snapshot_id from meta") == before


def test_what_is_not_there_is_one_line_and_exit_code_one(run, tmp_path):
    code, _, err = run("ingest", tmp_path / "nowhere.jsonl")

    assert code == 1
    assert "nowhere.jsonl" in err
    assert "Traceback" not in err


def test_export_writes_what_a_link_selects(run, articles, tmp_path):
    run(
        "ingest",
        articles(
            {"id": 1, "text": TEXT.format("Two"), "title": "=1+1", "outlet": "The Post"},
            {"id": 2, "text": "A quiet day in Oslo, Norway.", "outlet": "The Echo"},
        ),
    )

    code, out, _ = run("export", "articles", tmp_path / "a.csv", "--link", "?country=KOR")
    table = (tmp_path / "a.csv").read_text("utf-8-sig")

    assert code == 0
    assert out.startswith("1 articles")
    assert "'=1+1" in table
    assert "Echo" not in table


def test_export_to_parquet_keeps_numbers(run, articles, tmp_path):
    run("ingest", articles({"id": 1, "text": TEXT.format("Two")}))

    run("export", "figures", tmp_path / "f.parquet")

    assert pd.read_parquet(tmp_path / "f.parquet")["low"].max() == 28500


def test_export_report_writes_the_page_of_a_link(run, articles, tmp_path):
    run("ingest", articles({"id": 1, "text": TEXT.format("Two")}))
    link = "http://localhost:8501/figures?country=KOR"
    code, out, _ = run("export", "report", tmp_path / "r.html", "--link", link)

    document = (tmp_path / "r.html").read_text("utf-8")
    assert code == 0 and out.startswith("a report from snapshot ")
    assert "South Korea" in document and "http://localhost:8501/figures?" in document


@pytest.mark.parametrize(
    ("what", "out", "link", "reason"),
    [
        ("report", "r.csv", "", "ends neither in .html"),
        ("report", "r.html", "http://localhost:8501/elsewhere?topic=air", "no page of ours"),
        ("articles", "a.html", "", "ends neither in .csv"),
    ],
)
def test_export_says_why_it_writes_nothing(run, articles, tmp_path, what, out, link, reason):
    run("ingest", articles({"id": 1, "text": TEXT.format("Two")}))
    code, _, err = run("export", what, tmp_path / out, "--link", link)

    assert code == 1 and reason in err and not (tmp_path / out).exists()


def test_a_takedown_leaves_nothing(run, articles, tmp_path):
    run("ingest", articles({"id": 1, "text": TEXT.format("Two")}, {"id": 2, "text": "Calm."}))

    code, _, _ = run("takedown", "id:articles/1")

    assert code == 0
    assert rows(tmp_path, "select article_id from articles") == [("id:articles/2",)]
    kept = [path for path in (tmp_path / "store").rglob("*") if path.is_file()]
    assert not any(b"ministry spokesman" in path.read_bytes() for path in kept)


def test_verify_finds_every_text_as_it_was(run, articles):
    run("ingest", articles({"id": 1, "text": TEXT.format("Two")}))

    assert run("verify")[0] == 0


@pytest.mark.parametrize("given", [(), ("nowhere",), ("empty",)], ids=" ".join)
def test_nothing_to_read_is_an_error_in_a_line(run, tmp_path, given):
    (tmp_path / "empty").mkdir()

    code, out, err = run("ingest", *(tmp_path / name for name in given))

    assert code == 1
    assert err.splitlines()[-1].startswith("nothing ")
    assert "Traceback" not in out + err


def test_the_help_names_every_command_and_what_to_begin_with(run):
    code, out, _ = run("--help")

    assert code == 0
    assert "analytics ingest articles.jsonl" in out and "streamlit run dashboard.py" in out
    for name in ("ingest", "reread", "publish", "export", "extract", "verify", "takedown"):
        assert f"\n│ {name} " in out
        code, told, _ = run(name, "--help")
        assert code == 0 and "--no-" not in told and "--empty-" not in told


def test_every_command_is_named_with_the_module_that_has_it(run):
    run("--help")

    assert {name for name in app if not name.startswith("-")} == set(COMMANDS)


def test_extract_starts_without_what_opens_a_store(articles):
    path = articles({"id": 1, "text": TEXT.format("Two")})
    told = (
        "import sys; from analytics.__main__ import main\n"
        "try: main(sys.argv[1:])\n"
        "finally: print(sorted({'duckdb', 'pandas', 'deltalake'} & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", told, "extract", path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout.splitlines()[-1] == "[]"
