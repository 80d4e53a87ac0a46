"""Signing in, from the link to the page: who is on the list, who is not, and what must not leak."""

import re
import time
import urllib.request

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from tests.browser import provider as fake
from tests.browser.conftest import served
from tests.snapshots import three_articles, write_snapshot

COOKIE = "c" * 64

SECRETS = """
[auth]
redirect_uri = "http://localhost:{{port}}/oauth2callback"
cookie_secret = "{cookie}"
client_id = "{client}"
client_secret = "{secret}"
server_metadata_url = "{issuer}/.well-known/openid-configuration"

[muster]
allow = ["ann@desk.example", "@press.example"]
owners = ["ann@desk.example"]
"""
TOLD = "Independent stories"  # stands on the page that a reader who is in receives


@pytest.fixture(scope="module")
def provider():
    with fake.provider() as held:
        yield held


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return write_snapshot(tmp_path_factory.mktemp("store"), three_articles())


@pytest.fixture(scope="module")
def settings(provider):
    return SECRETS.format(
        cookie=COOKIE, client=fake.CLIENT, secret=fake.SECRET, issuer=provider.issuer
    )


@pytest.fixture(scope="module")
def guarded(settings, store, tmp_path_factory):
    """Yield the address of a dashboard whose readers sign in."""
    file = tmp_path_factory.mktemp("secrets") / "secrets.toml"
    file.write_text(settings)
    with served(store, "--secrets.files", str(file), MUSTER_LOGIN="required") as url:
        yield url


@pytest.fixture
def page(browser, provider):
    """Yield a page of a new reader that notes what comes over the socket."""
    provider.signs_with = provider.key
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    context.set_default_timeout(15000)
    opened = context.new_page()
    opened.received = []
    opened.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda frame: opened.received.append(frame)),
    )
    yield opened
    context.close()


def told(page):
    """Everything that came over the socket, as far as it is text."""
    raw = [f if isinstance(f, bytes) else str(f).encode() for f in page.received]
    return b"".join(raw).decode("utf-8", "ignore")


def sign_in(page, url):
    page.goto(url)
    page.get_by_role("button", name="Sign in").click()


def test_a_listed_reader_signs_in_and_lands_where_the_link_led(page, provider, guarded):
    provider.is_at_the_browser("Ann@Desk.example")
    sign_in(page, f"{guarded}/articles?topic=missiles&order=oldest")

    page.get_by_role("heading", name="Articles", exact=True).wait_for()
    assert page.url == f"{guarded}/articles?topic=missiles&order=oldest"
    page.get_by_role("button", name=re.compile("Topic: Missiles")).wait_for()


def test_all_of_a_listed_domain_come_in_and_may_sign_out(page, provider, guarded):
    provider.is_at_the_browser("anybody@press.example")
    sign_in(page, guarded)
    page.locator(".mu-numbers").wait_for()
    before = provider.signed_out

    page.get_by_role("button", name="Account").click()
    page.get_by_text("anybody@press.example").wait_for()
    page.get_by_role("button", name="Sign out").click()

    page.get_by_role("button", name="Sign in").wait_for()
    assert provider.signed_out == before + 1
    page.reload()
    page.get_by_role("button", name="Sign in").wait_for()


def test_a_reader_who_is_not_listed_is_told_so_and_receives_nothing(page, provider, guarded):
    provider.is_at_the_browser("eve@press.example.evil.example")
    sign_in(page, f"{guarded}/?topic=missiles")

    page.get_by_text("not on the list of readers").wait_for()
    page.get_by_text("eve@press.example.evil.example").wait_for()
    assert TOLD not in told(page) and page.locator(".mu-numbers").count() == 0
    provider.is_at_the_browser("ann@desk.example")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in").click()
    page.locator(".mu-numbers").wait_for()
    assert TOLD in told(page)


def cookies_after_sign_in(url):
    """Go the way of a browser, from the button to the page, without one; return the cookies."""
    claims = {"provider": "default", "exp": int(time.time()) + 60}
    asked = jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(COOKIE))
    with httpx.Client(follow_redirects=True, timeout=15) as client:
        answer = client.get(f"{url}/auth/login", params={"provider": asked})
        assert answer.status_code == 200 and len(answer.history) >= 3
        return set(client.cookies)


def test_a_token_that_is_for_here_signs_in(provider, guarded):
    provider.signs_with = provider.key
    provider.is_at_the_browser("ann@desk.example")

    assert "_streamlit_user" in cookies_after_sign_in(guarded)


FORGED = {
    "another's key": {"signs_with": RSAKey.generate_key(2048, {"kid": "test"})},
    "another client's": {"aud": "another"},
    "another issuer's": {"iss": "http://elsewhere.example"},
    "one seen before": {"nonce": "replayed"},
    "one that has ended": {"exp": 1_700_000_000},
}


@pytest.mark.parametrize("fault", FORGED.values(), ids=FORGED)
def test_a_token_that_is_not_for_here_signs_nobody_in(provider, guarded, fault):
    fault = dict(fault)
    provider.signs_with = fault.pop("signs_with", provider.key)
    provider.is_at_the_browser("ann@desk.example", **fault)

    assert "_streamlit_user" not in cookies_after_sign_in(guarded)


@pytest.mark.parametrize(
    "path",
    ["assets/world_110m.json", "_stcore/health", "_stcore/metrics", "_stcore/host-config", "data"],
)
def test_no_route_tells_what_is_in_the_store(guarded, path):
    with urllib.request.urlopen(f"{guarded}/{path}", timeout=5) as answer:
        body = answer.read().decode("utf-8", "ignore")

    assert "Gazette" not in body and "muster_link" not in body
    assert answer.headers["x-robots-tag"] == "noindex, noarchive"


def test_a_missing_list_or_a_broken_file_closes_the_door_until_repaired(
    page, settings, store, tmp_path
):
    file = tmp_path / "secrets.toml"
    file.write_text(settings + "=")
    with served(store, "--secrets.files", str(file)) as url:
        for broken in (settings + "=", settings.replace("allow =", "allowed =")):
            file.write_text(broken)
            page.goto(url)
            page.get_by_text("Nobody can come in at the moment").wait_for()
        file.write_text(settings)  # repaired while it runs
        for _ in range(20):  # the server looks at the file in its own time
            page.reload()
            page.wait_for_timeout(1500)
            if page.get_by_role("button", name="Sign in").is_visible():
                break
        assert page.get_by_role("button", name="Sign in").is_visible()
        assert TOLD not in told(page)
