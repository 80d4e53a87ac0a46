"""What stands before every answer of the server: the way back after signing in, no crawler.

A sign-in leads over the provider and would end on the first page; the link that a reader came by is
kept in a cookie for a day, on this site only, and followed afterwards.
"""

import re
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, unquote

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analytics.pages import rights
from analytics.pages.access import CALLBACK

COOKIE = "muster_link"
SECONDS = 86_400
LONGEST = 2000
# Within this site, whatever a browser makes of it: one slash, no backslash, no control.
_HERE = re.compile(r"/(?![/\\])[!-\[\]-~]{0,2000}")
_ON_THE_WAY = (CALLBACK, "/auth/login", "/auth/logout")


class Doorway:
    """Keep the link of a reader on the way in; refuse files where nothing may be written."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or refuse; with what is to be remembered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path, headers = scope["path"], Headers(scope=scope)
        if "/_stcore/upload_file/" in path and scope["method"] != "GET" and rights.read_only():
            await PlainTextResponse("read-only", 403)(scope, receive, send)
            return
        cookies = _cookies(headers.get("cookie", ""))

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                answer["x-robots-tag"] = "noindex, noarchive"
                if path.endswith(CALLBACK) and message["status"] == 302:
                    _lead_back(answer, cookies.get(COOKIE, ""))
                elif _asks_for_page(scope, headers):
                    _keep(answer, _link(scope), _secure(scope, headers))
            await send(message)

        await self.app(scope, receive, sent)


def _cookies(header: str) -> dict[str, str]:
    try:
        return {name: held.value for name, held in SimpleCookie(header).items()}
    except CookieError:
        return {}


def _asks_for_page(scope: Scope, headers: Headers) -> bool:
    """Tell whether a browser goes to a page of a site that asks its readers to sign in."""
    page = "text/html" in headers.get("accept", "") and not scope["path"].endswith(_ON_THE_WAY)
    asked = scope["method"] == "GET" and page
    return asked and st.secrets.load_if_toml_exists() and "auth" in st.secrets


def _link(scope: Scope) -> str:
    query = scope.get("query_string", b"").decode("latin-1")
    return quote(scope["path"]) + (f"?{query}" if query else "")


def _secure(scope: Scope, headers: Headers) -> bool:
    return "https" in (scope["scheme"], headers.get("x-forwarded-proto", ""))


def _keep(answer: MutableHeaders, link: str, secure: bool) -> None:
    if len(link) <= LONGEST and _HERE.fullmatch(link):
        flags = "; Secure" if secure else ""
        held = f"{COOKIE}={quote(link, safe='')}; Path=/; Max-Age={SECONDS}; HttpOnly"
        answer.append("set-cookie", f"{held}; SameSite=Lax{flags}")


def _lead_back(answer: MutableHeaders, kept: str) -> None:
    link = unquote(kept)
    if _HERE.fullmatch(link):
        answer["location"] = link
        answer.append("set-cookie", f"{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")


MIDDLEWARE = [Middleware(Doorway)]
