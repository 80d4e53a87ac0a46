"""The state of the page is its link: read from it at each run, written to it by each act.

Nothing else holds what is chosen. A widget is set from the link before it is drawn, and its
callback writes the link; so Back, a shared link and a click all take the same way.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from analytics import links
from analytics.aggregates.coverage import Coverage, Options, options
from analytics.links import Known, View

_VIEW = "muster-view"
_STEPS = "muster-steps"
_PAGES = "muster-pages"
STEPS = 50  # acts that can be undone
OPENED = ("figure", "series", "article", "outlet")  # what a mark may open rather than filter by


def begin(coverage: Coverage) -> tuple[View, tuple[str, ...]]:
    """Read the view from the link, once at the start of a run; with what was repaired in it."""
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    to, notices = links.read(parameters, known(coverage.ask(options)))
    _came_back(to)
    st.session_state[_VIEW] = to
    return to, notices


def view() -> View:
    """Return the view of this run."""
    held: View | None = st.session_state.get(_VIEW)
    return held or View()


def known(given: Options) -> Known:
    """Return what a link may name in this snapshot."""
    return Known(
        topics=frozenset(given.topics),
        outlets=frozenset(given.outlets),
        countries=frozenset(given.countries),
        kinds=frozenset(given.kinds),
        wires=frozenset(given.wires),
        series=frozenset(given.series),
    )


def go(to: View) -> None:
    """Show another view: write its link, as one step that Back and Undo take back."""
    here = view()
    if to == here:
        return
    steps = [*st.session_state.get(_STEPS, []), here][-STEPS:]
    st.session_state[_STEPS] = steps
    _write(to)


def change(**fields: Any) -> None:
    """Change some fields of the view."""
    go(replace(view(), **fields))


def choose(**fields: Any) -> None:
    """Change some fields of the selection; what was open of the old one is closed."""
    go(_choosing(view(), **fields))


def undo() -> None:
    """Go back to the view before the last act."""
    steps: list[View] = st.session_state.get(_STEPS, [])
    here = view()
    while steps and steps[-1] == here:
        steps.pop()
    if steps:
        _write(steps.pop())


def can_undo() -> bool:
    """Tell whether there is an act to undo."""
    here = view()
    return any(step != here for step in st.session_state.get(_STEPS, []))


def pick(event: Mapping[str, Any] | None) -> None:
    """Take what a chart reports."""
    if event:
        go(after(view(), event))


def after(here: View, event: Mapping[str, Any]) -> View:
    """Return the view after what a chart reports; one that is no such report changes nothing.

    What was clicked is toggled, what a box held is added, a period is set.
    """
    if event.get("sort") == "period":
        start, end = _day(event.get("from")), _day(event.get("to"))
        if not (start and end):
            return here
        return _choosing(here, start=min(start, end), end=max(start, end))
    given = event.get("picks")
    picks = [pick for pick in given if _is_pick(pick)] if isinstance(given, list) else []
    if event.get("sort") == "click" and len(picks) == 1:
        return _clicked(here, picks[0])
    return _boxed(here, picks) if event.get("sort") == "box" and picks else here


def pages() -> dict[str, Any]:
    """Return the pages of the menu by name; none where a page is shown alone."""
    held: dict[str, Any] = st.session_state.get(_PAGES, {})
    return held


def set_pages(menu: Mapping[str, Any]) -> None:
    """Keep the pages of the menu, for links between them."""
    st.session_state[_PAGES] = dict(menu)


def parameters(to: View) -> dict[str, list[str]]:
    """Return a view's link parameters, with those of an embedded page kept."""
    kept = {
        n: st.query_params.get_all(n) for n in ("embed", "embed_options") if n in st.query_params
    }
    return {**links.write(to), **kept}


def on_change(key: str, act: Callable[[Any], None]) -> Callable[[], None]:
    """Return a widget's callback that hands its new value to ``act``."""
    return lambda: act(st.session_state.get(key))


def _came_back(to: View) -> None:
    """Forget the steps that the browser's Back has taken back already."""
    steps: list[View] = st.session_state.get(_STEPS, [])
    if to != view() and to in steps:
        st.session_state[_STEPS] = steps[: len(steps) - 1 - steps[::-1].index(to)]


def _write(to: View) -> None:
    st.session_state[_VIEW] = to
    st.query_params.from_dict(parameters(to))


def _is_pick(given: object) -> bool:
    """Tell whether something has the form of a pick: each name with the values it stands for."""
    return isinstance(given, dict) and all(
        isinstance(values, list) and values for values in given.values()
    )


def _clicked(here: View, pick: Mapping[str, Any]) -> View:
    """One value is toggled; a mark that stands for several at once, a cell, sets all of them."""
    opened: dict[str, Any] = {name: str(pick[name][0]) for name in OPENED if name in pick}
    values = {n: tuple(map(str, pick[n])) for n in links.FIELD_BY_PARAMETER if n in pick}
    period = {n: _day(pick[n][0]) for n in ("from", "to") if n in pick}
    selection = here.selection
    if len(values) == 1 and not period:
        [(name, given)] = values.items()
        selection = links.toggle(selection, name, given)
    elif values or period:
        fields: dict[str, Any] = {links.FIELD_BY_PARAMETER[n]: v for n, v in values.items()}
        if period:
            fields |= {"start": period.get("from"), "end": period.get("to")}
        if replace(selection, **fields) == selection:  # the same mark again lets go of it
            fields = {name: None if name in ("start", "end") else () for name in fields}
        selection = replace(selection, **fields)
    page = here.page if selection == here.selection else 1
    return replace(here, selection=selection, page=page, **opened)


def _boxed(here: View, picks: list[dict[str, Any]]) -> View:
    fields: dict[str, Any] = {}
    for name, attribute in links.FIELD_BY_PARAMETER.items():
        values = list(dict.fromkeys(str(v) for p in picks for v in p.get(name, ())))
        if values:
            fields[attribute] = tuple(values[: links.MOST])
    days = [day for p in picks for n in ("from", "to", "day") if (day := _day(p.get(n, [None])[0]))]
    if days:
        fields |= {"start": min(days), "end": max(days)}
    return _choosing(here, **fields)


def _choosing(here: View, **fields: Any) -> View:
    """Return the view with some fields of its selection changed, from the first page on."""
    return replace(here, selection=replace(here.selection, **fields), page=1)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
