"""What a page that is shared shows of a text, in a real browser."""

import socket
import threading
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import served
from tests.snapshots import three_articles, write_snapshot

LONG = "Quiet words stand here so that the text is long. " * 8


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    frames = three_articles()
    frames["texts"] = frames["texts"].assign(text=[f"{t} {LONG}" for t in frames["texts"]["text"]])
    return write_snapshot(tmp_path_factory.mktemp("store"), frames)


@contextmanager
def passed_on(url):
    """Pass bytes on from a port of its own, as from another machine: not from 127.0.0.1."""
    to = ("127.0.0.1", urlsplit(url).port)

    def pour(source, sink):
        try:
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # the other side has gone

    def accept(listening):
        while True:
            try:
                near, _ = listening.accept()
            except OSError:
                return
            far = socket.create_connection(to, source_address=("127.0.0.2", 0))
            for pair in ((near, far), (far, near)):
                threading.Thread(target=pour, args=pair, daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=accept, args=(listening,), daemon=True).start()
        yield f"http://localhost:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)


def seen(page, url):
    """The reading pane, and how many forms for files the page of the data has."""
    page.goto(f"{url}/articles")
    page.locator(".mu-quote, .mu-text").first.wait_for()
    pane = page.locator(".st-key-pane").inner_text()
    page.goto(f"{url}/data")
    page.get_by_role("heading", name="This snapshot").wait_for()
    forms = page.get_by_text("Add your own articles").count()
    return pane, forms


def test_whole_texts_and_files_are_for_the_reader_on_this_machine_only(new_reader, store):
    with served(store) as url:
        pane, forms = seen(new_reader(), url)
        assert LONG.strip()[-100:] in pane and forms == 1

        with passed_on(url) as elsewhere:  # the same words from the browser, another machine
            pane, forms = seen(new_reader(), elsewhere)
            assert "one snippet" in pane and "Quiet words" not in pane and forms == 0


def test_a_page_set_to_snippets_and_read_only_is_so_for_everybody(new_reader, store):
    with served(store, MUSTER_TEXTS="snippet", MUSTER_READ_ONLY="1") as url:
        pane, forms = seen(new_reader(), url)

        assert "one snippet" in pane and "Quiet words" not in pane and forms == 0
