"""Answer what a reader does in a chart ahead of the run that it begins: with the charts alone.

A run draws all that is on the page, and the browser goes through all of it before it turns to the
charts. So a chart first asks here what the charts of its page are after the act, draws them, and
begins the run; that finds them in memory, and sends again what is drawn already. A chart that gets
no answer begins the run at once: nothing depends on this, and what a run sends is what stays.

Each session has a desk, known by a name that only its own page is told, and gone with the session.
It knows what the session looks at, and tells no more than a run would. Where readers sign in none
is told of anything here, since only a run looks at who they are.
"""

import gzip
import json
from collections.abc import Callable, Mapping
from secrets import token_urlsafe
from typing import Any
from weakref import WeakValueDictionary

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from analytics import links
from analytics.aggregates.coverage import Coverage, options
from analytics.errors import AnalyticsError, SetupError
from analytics.links import View
from analytics.pages import access, state

PATH = "ahead/"
LONGEST = 1_000_000  # bytes of an act: a box around every report of a series
_KEY = "muster-desk"

Say = Callable[[View], bytes | None]  # a chart as a run sends it for a view; null: nothing to draw


class Desk:
    """What a session looks at, and the charts of its page by their keys."""

    def __init__(self) -> None:
        self.name = token_urlsafe()
        self.charts: dict[str, Say] = {}
        _DESKS[self.name] = self

    def lay(self, coverage: Coverage, view: View) -> None:
        """Begin a run, with the charts still to come."""
        self.coverage, self.view = coverage, view
        self.charts = {}

    def say(self, act: Mapping[str, Any]) -> bytes:
        """Return the charts after an act, a line each: its key, a tab, and what a run will send.

        Raises:
            AnalyticsError: the snapshot cannot be read any more.
        """
        after = links.write(state.after(self.view, act))
        view, _ = links.read(after, state.known(self.coverage.ask(options)))  # as the run will
        said = {key: say(view) for key, say in dict(self.charts).items()}
        return b"\n".join(key.encode() + b"\t" + line for key, line in said.items() if line)


_DESKS: WeakValueDictionary[str, Desk] = WeakValueDictionary()


def lay(coverage: Coverage, view: View) -> None:
    """Lay the desk of this session for a run."""
    if _anybody():
        held = st.session_state[_KEY] = desk() or Desk()
        held.lay(coverage, view)
    else:
        st.session_state.pop(_KEY, None)


def desk() -> Desk | None:
    """Return the desk of this session; null where it has none."""
    held: Desk | None = st.session_state.get(_KEY)
    return held


async def answer(request: Request) -> Response:
    """Answer an act, given as JSON, to the page whose desk the path names."""
    held = _DESKS.get(request.path_params["name"])
    length = request.headers.get("content-length", "")
    if held is None or not (length.isdecimal() and int(length) < LONGEST) or not _anybody():
        return Response(status_code=404)
    try:
        act = json.loads(await request.body())
        packed = "gzip" in request.headers.get("accept-encoding", "")
        said = await run_in_threadpool(_said, held, act if isinstance(act, dict) else {}, packed)
    except (ValueError, RecursionError):
        return Response(status_code=400)
    except AnalyticsError:  # the run tells of it
        return Response(status_code=404)
    headers = {"cache-control": "no-store"} | ({"content-encoding": "gzip"} if packed else {})
    return Response(said, media_type="text/plain", headers=headers)


def _said(desk: Desk, act: Mapping[str, Any], packed: bool) -> bytes:
    said = desk.say(act)
    # The server itself would pack it smaller by a third, in twenty times the time.
    return gzip.compress(said, 1) if packed else said


def _anybody() -> bool:
    """Tell whether anybody may come in."""
    try:
        return access.required() is None
    except SetupError:
        return False
