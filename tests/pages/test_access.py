"""Who comes in: the settings that are right, each that is wrong, and whom they let in."""

import asyncio
import re
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import httpx
import pytest
from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from streamlit.testing.v1 import AppTest

from analytics.errors import SetupError
from analytics.pages import access, doorway
from analytics.pages.access import refusal, rules_of

NOW = 1_800_000_000.0
RULES = rules_of({"allow": ["Ann@Desk.example", "@press.example"], "owners": ["ann@desk.example"]})
TRUSTING = rules_of({"allow": ["ann@desk.example"], "trust_unverified_email": True})
ANN = {
    "is_logged_in": True,
    "email": "ann@desk.example",
    "email_verified": True,
    "iat": NOW - 60,
}


@pytest.fixture(autouse=True)
def fresh_server(monkeypatch):
    """Let each test be a server that has just begun."""
    monkeypatch.setattr(access, "_ASKED", Event())


# what the provider says, why the reader stays out
CASES = {
    "a listed address": ({}, None),
    "whatever its case": ({"email": "ANN@desk.EXAMPLE"}, None),
    "an address of a listed domain": ({"email": "bob@press.example"}, None),
    "verified, said as a word": ({"email_verified": "true"}, None),
    "not listed": ({"email": "bob@desk.example"}, "not listed"),
    "a domain below a listed one": ({"email": "bob@evil.press.example"}, "not listed"),
    "a domain that ends in a listed one": ({"email": "bob@notpress.example"}, "not listed"),
    "a listed domain as the name": ({"email": "@press.example"}, "not listed"),
    "two ats": ({"email": "eve@evil.example@press.example.evil.example"}, "not listed"),
    "no address": ({"email": None}, "not listed"),
    "not verified": ({"email_verified": False}, "not verified"),
    "nothing said of it": ({"email_verified": None}, "not verified"),
    "not signed in": ({"is_logged_in": False}, "signed out"),
    "signed in, said as a word": ({"is_logged_in": "yes"}, "signed out"),
    "a day ago": ({"iat": NOW - 24 * 3600 - 1}, "too long ago"),
    "no day": ({"iat": None}, "too long ago"),
}


@pytest.mark.parametrize(("said", "why"), CASES.values(), ids=CASES)
def test_who_is_let_in(said, why):
    assert refusal({**ANN, **said}, RULES, NOW) == why


def test_a_provider_that_says_nothing_of_addresses_can_be_trusted():
    unverified = {**ANN, "email_verified": None}

    assert refusal(unverified, TRUSTING, NOW) is None
    assert refusal({**unverified, "email": "eve@desk.example"}, TRUSTING, NOW) == "not listed"


def test_the_settings_are_read_in_any_case():
    assert RULES.allow == {"ann@desk.example", "@press.example"}
    assert RULES.owners == {"ann@desk.example"} and not RULES.trust_unverified


WRONG = {
    "no section": None,
    "no list": {},
    "an empty list": {"allow": []},
    "a word": {"allow": "ann@desk.example"},
    "a star": {"allow": ["*"]},
    "everybody": {"allow": ["@"]},
    "all of a top domain": {"allow": ["@example"]},
    "two in one": {"allow": ["ann@desk.example, bob@desk.example"]},
    "a number": {"allow": [1]},
    "another setting": {"allow": ["ann@desk.example"], "alow": []},
    "no hours": {"allow": ["ann@desk.example"], "hours": 0},
    "hours as a word": {"allow": ["ann@desk.example"], "hours": "24"},
    "trust as a word": {"allow": ["ann@desk.example"], "trust_unverified_email": "yes"},
}


@pytest.mark.parametrize("given", WRONG.values(), ids=WRONG)
def test_wrong_settings_let_nobody_in(given):
    with pytest.raises(SetupError, match=r"\[muster\]"):
        rules_of(given)


AUTH = {
    "redirect_uri": "https://x.example/oauth2callback",
    "cookie_secret": "c" * 32,
    "client_id": "i",
    "client_secret": "s",
    "server_metadata_url": "https://p.example/.well-known/openid-configuration",
}
LISTED = {"allow": ["ann@desk.example"]}


def asked(**changes):
    return {"auth": {**AUTH, **changes}, "muster": LISTED}


# secrets, MUSTER_LOGIN, whether a reader who did not sign in comes in
SETUPS = {
    "nothing set": ({}, "", True),
    "other secrets": ({"database": {"host": "h"}}, "", True),
    "sign-in": (asked(), "", False),
    "sign-in without a list": ({"auth": AUTH}, "", False),
    "a list without sign-in": ({"muster": LISTED}, "", False),
    "demanded, nothing set": ({}, "required", False),
    "demanded, no sign-in": ({"muster": LISTED}, "required", False),
    "demanded in another word": ({}, "yes", False),
    "a short cookie secret": (asked(cookie_secret="c" * 31), "", False),
    "no client": (asked(client_id=""), "", False),
    "another way back": (asked(redirect_uri="https://x.example/"), "", False),
}  # fmt: skip


def door():  # AppTest runs this function's source as an app
    import streamlit as st

    from analytics.pages import access

    st.write("in" if access.admitted() else "out")


@pytest.mark.parametrize(("secrets", "demanded", "comes_in"), SETUPS.values(), ids=SETUPS)
def test_the_door_is_open_only_where_nothing_is_asked_for(monkeypatch, secrets, demanded, comes_in):
    monkeypatch.setenv("MUSTER_LOGIN", demanded)
    app = AppTest.from_function(door, default_timeout=10)
    for name, section in secrets.items():
        app.secrets[name] = section
    app.run()

    assert not app.exception
    assert app.markdown[-1].value == ("in" if comes_in else "out")


def test_a_door_that_was_closed_stays_so_when_the_settings_vanish():
    app = AppTest.from_function(door, default_timeout=10)
    app.secrets["auth"], app.secrets["muster"] = AUTH, LISTED
    assert app.run().markdown[-1].value == "out"
    del app.secrets["auth"], app.secrets["muster"]  # as while the file is written anew

    assert app.run().markdown[-1].value == "out"


def test_a_missing_package_closes_the_door(monkeypatch):
    monkeypatch.setattr(access, "find_spec", lambda name: None)
    with pytest.raises(SetupError, match="uv sync --extra auth"):
        access._check_auth(AUTH)


def test_the_readme_shows_settings_that_work():
    readme = Path(__file__).parents[2].joinpath("README.md").read_text("utf-8")
    [block] = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    held = tomllib.loads(block.replace("…", "c" * 64))

    access._check_auth(held["auth"])
    assert rules_of(held["muster"]).owners == {"ann@desk.example"}


# the link in the cookie, where the reader is led
WAYS = {
    "a link of the page": ("%2Farticles%3Ftopic%3Dnaval", "/articles?topic=naval"),
    "encoded words": ("%2F%3Fq%3D%25C3%25A9", "/?q=%C3%A9"),
    "elsewhere": ("https%3A%2F%2Fevil.example", "/"),
    "elsewhere by two slashes": ("%2F%2Fevil.example", "/"),
    "elsewhere by a backslash": ("%2F%5Cevil.example", "/"),
    "a script": ("javascript%3Aalert(1)", "/"),
    "another header": ("%2F%0D%0Ax%3A1", "/"),
    "nothing": ("", "/"),
}


@pytest.mark.parametrize(("kept", "to"), WAYS.values(), ids=WAYS)
def test_the_way_back_stays_on_this_site(kept, to):
    answer = MutableHeaders({"location": "/"})
    doorway._lead_back(answer, kept)

    assert answer["location"] == to
    assert (answer.get("set-cookie", "").find("Max-Age=0") > 0) == (to != "/")


def answer_to(method, path):
    """What comes back through the doorway from a server that takes everything."""

    async def asked():
        taken = doorway.Doorway(PlainTextResponse("taken"))
        transport = httpx.ASGITransport(taken)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.request(method, path)

    with ThreadPoolExecutor() as pool:  # browser tests hold a loop in this thread
        return pool.submit(asyncio.run, asked()).result()


def test_a_page_that_is_read_only_refuses_files(monkeypatch):
    path = "/_stcore/upload_file/session/file"

    assert answer_to("PUT", path).status_code == 200
    monkeypatch.setenv("MUSTER_READ_ONLY", "1")
    assert answer_to("PUT", path).status_code == 403
    assert answer_to("GET", "/").headers["x-robots-tag"] == "noindex, noarchive"
