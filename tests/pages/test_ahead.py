"""An act in a chart is answered ahead of its run: with what the run will send, and nothing else."""

import asyncio
import json
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import httpx
import pytest
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from analytics import links
from analytics.aggregates.coverage import Coverage, options
from analytics.links import View
from analytics.model import Selection
from analytics.pages import access, ahead, assets, compare, data, figures, overview, sources, state
from analytics.pages.ahead import Desk
from analytics.snapshot import open_snapshot
from tests.bench.synthetic import make

PAGES = (overview, figures, sources, compare, data)
NAVAL = {"sort": "click", "picks": [{"topic": ["naval"]}]}
ONE = Selection(topics=("air",))
ACTS = {
    "a click": NAVAL,
    "a click on what is chosen": {"sort": "click", "picks": [{"topic": ["air"]}]},
    "a box": {"sort": "box", "picks": [{"topic": ["naval"]}, {"topic": ["air"]}]},
    "a period": {"sort": "period", "from": "2025-06-30", "to": "2025-01-01"},
}


@pytest.fixture(scope="module")
def coverage(tmp_path_factory):
    with open_snapshot(make(300, tmp_path_factory.mktemp("store"))) as snapshot:
        yield Coverage(snapshot)


@pytest.fixture(autouse=True)
def fresh_server(monkeypatch):
    """Let each test be a server that has just begun."""
    monkeypatch.setattr(access, "_ASKED", Event())


def show(page, coverage, selection):  # AppTest runs this function's source as an app
    import streamlit as st

    from analytics.links import View
    from analytics.pages import ahead, state

    view = View(selection=selection)
    st.session_state["muster-view"] = view
    ahead.lay(coverage, view)
    page.show(coverage, state.view().selection)


def drawn(page, coverage, selection):
    """Run a page; return its session's desk and what its charts were sent, by key."""
    app = AppTest.from_function(show, args=(page, coverage, selection), default_timeout=20).run()
    assert not app.exception
    desk = app.session_state["muster-desk"]
    sent = [element.proto.bytes for element in app.get("bidi_component")]
    return desk, {json.loads(data)["key"]: data for data in sent}


def lines(said):
    return dict(line.split(b"\t", 1) for line in said.split(b"\n") if line)


def without_desk(sent):
    """What is sent of each chart, but for the name of the desk: each session has its own."""
    return {key: {**json.loads(line), "ahead": ""} for key, line in sent.items()}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.TITLE)
def test_what_is_said_ahead_is_what_the_run_sends(page, act, coverage):
    desk, _ = drawn(page, coverage, ONE)

    said = lines(desk.say(act))

    then = state.after(View(selection=ONE), act)
    _, sent = drawn(page, coverage, then.selection)
    assert without_desk({key.decode(): line for key, line in said.items()}) == without_desk(sent)


def test_a_chart_knows_the_desk_of_its_session(coverage):
    desk, sent = drawn(overview, coverage, ONE)

    asked = {json.loads(data)["ahead"] for data in sent.values()}
    assert asked == {f"/ahead/{desk.name}"}
    assert lines(desk.say({})) == {key.encode(): data for key, data in sent.items()}


# No report of a chart of ours: each changes nothing.
NONSENSE = {
    "nothing": {},
    "an act of no sort": {"sort": ["click"], "picks": [{"topic": ["naval"]}]},
    "picks that are no list": {"sort": "click", "picks": {"topic": ["naval"]}},
    "a pick that is no mapping": {"sort": "click", "picks": ["naval"]},
    "a value that is no list": {"sort": "click", "picks": [{"topic": 7}]},
    "no value": {"sort": "box", "picks": [{"from": []}]},
    "two clicks at once": {"sort": "click", "picks": [{"topic": ["air"]}, {"topic": ["naval"]}]},
    "an empty box": {"sort": "box", "picks": []},
    "no day": {"sort": "period", "from": "yesterday", "to": ["2025-01-01"]},
}


@pytest.mark.parametrize("act", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_changes_nothing(act):
    here = View(selection=ONE)

    assert state.after(here, act) == here


def test_what_the_snapshot_does_not_know_is_left_out_as_by_the_run(coverage):
    desk = Desk()
    desk.lay(coverage, View())
    seen = []
    desk.charts["seen"] = seen.append

    desk.say({"sort": "click", "picks": [{"topic": ["no such topic"], "source": ["nobody"]}]})

    assert seen == [links.read({}, state.known(coverage.ask(options)))[0]]


@pytest.fixture
def asked(coverage):
    """Return a function that asks the desk of a name over HTTP, as the browser does."""

    async def ask(name, **given):
        transport = httpx.ASGITransport(Starlette(routes=assets.ROUTES))
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return await client.post(f"/ahead/{name}", **given)

    # In a thread of its own: in this one a browser's loop may be running.
    with ThreadPoolExecutor(1) as thread:
        yield lambda name, **given: thread.submit(asyncio.run, ask(name, **given)).result()


@pytest.fixture
def desk(coverage):
    desk = Desk()
    desk.lay(coverage, View())
    desk.charts["one"] = lambda view: ",".join(view.selection.topics).encode()
    desk.charts["none"] = lambda view: None
    return desk


def test_a_desk_answers_by_its_name_and_only_while_its_session_lasts(desk, asked):
    name = desk.name

    assert asked(name, json=NAVAL).content == b"one\tnaval"
    assert asked(name, json=NAVAL).headers["cache-control"] == "no-store"
    bare = asked(name, json=NAVAL, headers={"accept-encoding": "br"})
    assert bare.content == b"one\tnaval" and "content-encoding" not in bare.headers
    assert asked(name[:-1], json=NAVAL).status_code == 404


def test_a_desk_is_gone_with_its_session(coverage, asked):
    desk = Desk()
    desk.lay(coverage, View())
    name = desk.name
    assert asked(name, json={}).status_code == 200

    del desk

    end = time.monotonic() + 15  # the thread that answered last lets go of it in its own time
    while asked(name, json={}).status_code != 404:
        assert time.monotonic() < end


BAD = {
    "no JSON": ({"content": b"{"}, 400),
    "no text": ({"content": b"\xff"}, 400),
    "deep as a well": ({"content": b"[" * 200_000}, 400),
    "longer than any act": ({"content": b" " * ahead.LONGEST}, 404),
    "a length that is no number": ({"content": b"", "headers": {"content-length": "-1"}}, 404),
    "no mapping": ({"json": [NAVAL]}, 200),
}


@pytest.mark.parametrize(("given", "status"), BAD.values(), ids=BAD)
def test_a_bad_act_breaks_nothing(given, status, desk, asked):
    assert asked(desk.name, **given).status_code == status


def test_where_readers_sign_in_nothing_is_said_ahead(desk, asked, monkeypatch, coverage):
    monkeypatch.setenv("MUSTER_LOGIN", "required")

    assert asked(desk.name, json=NAVAL).status_code == 404
    app = AppTest.from_function(show, args=(overview, coverage, ONE), default_timeout=20)
    app.session_state["muster-desk"] = desk
    app.run()
    assert "muster-desk" not in app.session_state
    sent = [json.loads(element.proto.bytes) for element in app.get("bidi_component")]
    assert len(sent) == 5 and {data["ahead"] for data in sent} == {""}
