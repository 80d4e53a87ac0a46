"""Pages, feeds and crawls: the kinds of file that need an extra."""

import sys
from pathlib import Path

import pytest

from analytics.ingest.formats import Options, read_paths
from analytics.ingest.record import Refusal

PAGE = """<html><head><title>Troops move</title><meta property="og:site_name" content="The Gazette">
<link rel="canonical" href="https://gazette.example/troops"></head><body><nav>Home | World</nav>
<article><h1>Troops move</h1><p>%s</p></article></body></html>"""
SENTENCE = "Some 40 troops moved to the northern border on Monday, officials said in a statement. "
FEED = """<rss version="2.0"><channel><title>The Gazette</title><item><title>Troops move</title>
<link>https://gazette.example/troops</link><pubDate>Mon, 05 Feb 2024 10:00:00 GMT</pubDate>
<description>Some 40 troops &lt;b&gt;moved&lt;/b&gt;.</description></item></channel></rss>"""
RESPONSE = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def read(path):
    return [one.what for one in read_paths([path], Options())]


def warc(pages):
    records = []
    for number, page in enumerate(pages):
        block = (RESPONSE + page).encode()
        records.append(
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Target-URI: https://gazette.example/{number}\r\n"
            "WARC-Date: 2024-02-06T00:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000%d>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n".replace("%d", str(number)).encode()
            + block
            + b"\r\n\r\n"
        )
    return b"".join(records)


def test_a_page_gives_its_text_and_what_it_says_of_itself(tmp_path):
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    path = tmp_path / "a.html"
    path.write_text(PAGE % (SENTENCE * 5), "utf-8")

    (article,) = read(path)

    assert article.identity == "url:gazette.example/troops"
    assert SENTENCE.strip() in article.text
    assert "Home" not in article.text


def test_a_page_without_an_article_is_refused(tmp_path):
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    path = tmp_path / "a.html"
    path.write_text("<html><body></body></html>", "utf-8")

    (refusal,) = read(path)

    assert refusal.reason == "no article in this page"


def test_a_feed_gives_an_article_an_entry_without_its_markup(tmp_path):
    pytest.importorskip("feedparser", reason="feedparser is not installed")
    path = tmp_path / "a.xml"
    path.write_text(FEED, "utf-8")

    (article,) = read(path)

    assert article.text == "Troops move\nSome 40 troops moved."
    assert (article.outlet, article.date) == ("The Gazette", "Mon, 05 Feb 2024 10:00:00 GMT")


def test_other_xml_is_no_feed(tmp_path):
    pytest.importorskip("feedparser", reason="feedparser is not installed")
    path = tmp_path / "a.xml"
    path.write_text("<invoice/>", "utf-8")

    (refusal,) = read(path)

    assert refusal.reason == "no entry: not a feed, or an empty one"


def test_a_crawl_gives_its_pages_by_their_addresses(tmp_path):
    pytest.importorskip("fastwarc", reason="fastwarc is not installed")
    path = tmp_path / "a.warc"
    path.write_bytes(warc([PAGE % (SENTENCE * 5), "<html></html>"]))

    article, refusal = read(path)

    assert (article.identity, article.crawled) == ("url:gazette.example/0", "2024-02-06T00:00:00Z")
    assert isinstance(refusal, Refusal)
    assert (refusal.line, refusal.reason) == (2, "no article in this page")


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("a.html", "trafilatura", "html"),
        ("a.xml", "feedparser", "feeds"),
        ("a.warc", "fastwarc.warc", "warc"),
    ],
)
def test_a_missing_extra_is_named(tmp_path, monkeypatch, name, module, extra):
    monkeypatch.setitem(sys.modules, module, None)
    Path(tmp_path / name).write_text(FEED, "utf-8")

    (refusal,) = read(tmp_path / name)

    assert f"--extra {extra}" in refusal.reason
