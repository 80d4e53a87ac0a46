"""What the browser loads besides Streamlit itself, all of it from here: nothing comes from outside.

The chart library is served out of the installed plotly package, packed once; the outlines of the
countries lie in static/. Each answer carries headers that keep the browser from asking elsewhere.
"""

import gzip
from functools import cache
from importlib.resources import files
from pathlib import Path

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analytics.pages import ahead
from analytics.pages.chart import LIBRARY, MAPS, base_path

WORLD = Path(__file__).resolve().parents[2] / "static" / "world_110m.json"
FOR_A_YEAR = "public, max-age=31536000, immutable"
# Streamlit needs inline styles and compiled scripts ('unsafe-eval'); charts draw into blobs.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' blob: data:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)


@cache
def _packed(name: str) -> bytes:
    if name == "library":
        content = files("plotly").joinpath("package_data", "plotly.min.js").read_bytes()
    else:
        content = WORLD.read_bytes()
    return gzip.compress(content, 6, mtime=0)


def _answer(request: Request, name: str, kind: str) -> Response:
    headers = {"cache-control": FOR_A_YEAR, "vary": "accept-encoding"}
    content = _packed(name)
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
    else:
        content = gzip.decompress(content)
    return Response(content, media_type=kind, headers=headers)


async def _library(request: Request) -> Response:
    return _answer(request, "library", "text/javascript")


async def _world(request: Request) -> Response:
    return _answer(request, "world", "application/json")


class Headers:
    """Add the headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with the headers added where an HTTP answer begins."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                held = {name.lower() for name, _ in message.get("headers", ())}
                added = [(name, value) for name, value in HEADERS if name not in held]
                message["headers"] = [*message.get("headers", ()), *added]
            await send(message)

        await self.app(scope, receive, sent if scope["type"] == "http" else send)


ROUTES = [
    Route(f"{base_path()}{LIBRARY}", _library),
    Route(f"{base_path()}{MAPS}world_110m.json", _world),
    Route(f"{base_path()}{ahead.PATH}{{name}}", ahead.answer, methods=["POST"]),
]
MIDDLEWARE = [Middleware(Headers)]
