"""Every kind of file, and what each refuses: with file, line and reason, and the rest goes on."""

import gzip
import io
import json
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analytics.errors import InputError
from analytics.ingest.formats import Options, read_paths
from analytics.ingest.record import Refusal

TEXT = "Some 40 troops moved to the border."
LINE = json.dumps({"id": 1, "text": TEXT})


def read(folder, files, **options):
    """Write files, read their folder: ids (or texts) that came out, refusals as (file, line)."""
    for name, content in files.items():
        raw = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(raw)
    given = [one.what for one in read_paths([folder], Options(**options))]
    refused = [one for one in given if isinstance(one, Refusal)]
    return [one for one in given if not isinstance(one, Refusal)], refused


def parquet(**columns):
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


READ = {
    "raw text": ({"a.txt": TEXT}, [TEXT]),
    "raw text without an ending": ({"a": TEXT}, [TEXT]),
    "lines": ({"a.jsonl": f"{LINE}\n{LINE}\n"}, [TEXT, TEXT]),
    "blank lines": ({"a.jsonl": f"\n{LINE}\n\n  \n{LINE}"}, [TEXT, TEXT]),
    "carriage returns": ({"a.jsonl": f"{LINE}\r\n{LINE}\r\n"}, [TEXT, TEXT]),
    "a mark at the start": ({"a.jsonl": f"\ufeff{LINE}"}, [TEXT]),
    "lines in UTF-16": ({"a.jsonl": LINE.encode("utf-16")}, [TEXT]),
    "a line separator within a text": ({"a.jsonl": '{"text": "a\u2028b"}'}, ["a\u2028b"]),
    "a lone surrogate": ({"a.jsonl": '{"text": "a\\ud800b"}'}, ["a\ufffdb"]),
    "packed": ({"a.jsonl.gz": gzip.compress(LINE.encode())}, [TEXT]),
    "CSV": ({"a.csv": 'id,text\n1,"a, ""b""\nc"\n'}, ['a, "b"\nc']),
    "CSV of a spreadsheet": ({"a.csv": "\ufeffid;text\r\n1;a b\r\n"}, ["a b"]),
    "CSV, western encoding": ({"a.csv": "id,text\n1,café – 4\n".encode("cp1252")}, ["café – 4"]),
    "TSV": ({"a.tsv": "id\ttext\n1\ta b\n"}, ["a b"]),
    "Namibia is not nothing": ({"a.csv": "id,text\nNA,NA\n"}, ["NA"]),
    "Parquet": ({"a.parquet": parquet(id=[1, 2], text=[TEXT, "b"])}, [TEXT, "b"]),
    "hidden files are passed over": ({"a.txt": TEXT, ".DS_Store": b"\0"}, [TEXT]),
}  # fmt: skip


@pytest.mark.parametrize(("files", "texts"), READ.values(), ids=READ)
def test_texts_that_are_read(tmp_path, files, texts):
    articles, refused = read(tmp_path, files)

    assert [article.text for article in articles] == texts
    assert not refused


# files, line and reason of the refusal; beside them a good line that must come through
REFUSED = {
    "an empty file": ({"a.txt": ""}, None, "empty"),
    "blank lines alone": ({"a.jsonl": "\n\n"}, None, "empty"),
    "an empty table": ({"a.csv": ""}, None, "empty"),
    "10 MB": ({"a.txt": "word " * 2_100_000}, None, "text too large: 10,500,000"),
    "30 MB": ({"a.txt": b"a" * 30_000_000}, None, "too large: more than 20,000,000 bytes"),
    "no text but a picture": ({"a.txt": b"\x89PNG\r\n\x1a\n\0\0"}, None, "not a text: an image"),
    "an unknown ending": ({"a.pdf": b"%PDF"}, None, "unknown kind of file: .pdf; known are"),
    "not JSON": ({"a.jsonl": f"{LINE}\nnot json\n"}, 2, "not JSON: Expecting value"),
    "cut short": ({"a.jsonl": LINE[:-5]}, 1, "not JSON: Unterminated string"),
    "not an object": ({"a.jsonl": "[1, 2]"}, 1, "not a JSON object but list"),
    "nested to death": ({"a.jsonl": "[" * 200_000}, 1, "not JSON: maximum recursion"),
    "no text": ({"a.jsonl": '{"id": 3, "body": "b"}'}, 1, "no text"),
    "a text that is none": ({"a.jsonl": '{"id": 3, "text": 5}'}, 1, "text is int, not a string"),
    "not UTF-8": ({"a.jsonl": b'{"text": "caf\xe9"}'}, 1, "not UTF-8: "),
    "a line of 9 MB": ({"a.jsonl": '{"text": "' + "a" * 9_000_000}, 1, "line too long: more than"),
    "other columns": ({"a.csv": "headline,body\nx,y\n"}, None,
                      "no column 'text'; its columns: headline, body. Say which is which"),
    "too many cells": ({"a.csv": "id,text\n1,a,b\n"}, 2, "3 cells, but the header has 2"),
    "an empty cell": ({"a.csv": "id,text\n1,\n"}, 2, "no text"),
    "a quote that stays open": ({"a.csv": 'id,text\n1,"a\n2,b\n'}, 2, "not CSV: a quotation mark"),
    "not Parquet": ({"a.parquet": b"PAR1 junk"}, None, "not a sound Parquet file"),
    "Parquet, other columns": ({"a.parquet": parquet(body=["b"])}, None, "no column 'text'"),
    "Parquet, no string": ({"a.parquet": parquet(text=[1])}, 1, "text is int, not a string"),
    "packed and cut": ({"a.jsonl.gz": gzip.compress(LINE.encode() * 99)[:40]}, None,
                       "not a sound gzip file"),
    "a bomb": ({"a.jsonl.gz": gzip.compress(b"a" * 150_000_000, 1)}, None,
               "unpacks to more than 150 times its size"),
}  # fmt: skip


@pytest.mark.parametrize(("files", "line", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_says_where_and_why_and_the_rest_goes_on(tmp_path, files, line, reason):
    articles, refused = read(tmp_path, {**files, "z.jsonl": LINE})

    assert [(Path(one.file).name, one.line) for one in refused] == [(next(iter(files)), line)]
    assert refused[0].reason.startswith(reason)
    assert articles[-1].origin == "z.jsonl:1"


def test_paths_that_are_not_there_or_empty_are_refused(tmp_path):
    missing, empty = tmp_path / "missing.txt", tmp_path / "empty"
    empty.mkdir()

    given = [one.what for one in read_paths([missing, empty], Options())]

    assert [(str(one.file), one.reason) for one in given] == [
        (str(missing), "cannot be read: No such file or directory"),
        (str(empty), "an empty folder"),
    ]


def test_ids_belong_to_the_file_or_to_the_collection_that_the_user_names(tmp_path):
    files = {"a.jsonl": LINE, "b.csv": "id,text\n1,b\n"}

    assert [one.identity for one in read(tmp_path, files)[0]] == ["id:a/1", "id:b/1"]
    named, _ = read(tmp_path, files, collection="mine")
    assert [one.identity for one in named] == ["id:mine/1", "id:mine/1"]


def test_columns_of_other_names(tmp_path):
    files = {"a.csv": "key,body,when\n1,b,5 May 2024\n"}

    (article,), _ = read(tmp_path, files, columns={"id": "key", "text": "body", "date": "when"})

    assert (article.id, article.text, article.date) == ("1", "b", "5 May 2024")


def test_a_named_column_that_is_not_there_is_told():
    with pytest.raises(InputError, match=r"--column author=…: no such field; there are id, text"):
        Options(columns={"author": "x"})


def test_times_of_parquet_are_given_on_as_iso(tmp_path):
    files = {"a.parquet": parquet(text=["a"], date=[datetime(2024, 5, 6, 7, 8)],
                                  crawled=[date(2024, 5, 7)])}  # fmt: skip

    (article,), _ = read(tmp_path, files)

    assert (article.date, article.crawled) == ("2024-05-06T07:08:00", "2024-05-07")


def test_the_share_that_is_read_grows_to_the_whole(tmp_path):
    (tmp_path / "a.jsonl").write_text(f"{LINE}\n" * 5000, "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")

    shares = [one.share for one in read_paths([tmp_path], Options())]

    assert shares == sorted(shares)
    assert shares[0] < 0.9
    assert shares[-1] > 0.99
