"""What is looked at ↔ a readable query string. Pure: nothing is opened, nothing is drawn.

    topic=missiles&source=Yonhap&from=2024-01-01&count=stories

A parameter that may hold several values is repeated. What a link holds is given by strangers:
``read`` keeps only what has the right form and what the snapshot knows, and says what it left out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, get_args

from analytics.conventions import Convention
from analytics.model import Measure, Selection

Split = Literal["topic", "source"]
Scale = Literal["count", "share"]
Colour = Literal["source", "speaker"]
Order = Literal["newest", "oldest", "figures", "copies"]
ChartName = Literal[
    "volume",
    "topics",
    "sources",
    "topic-by-source",
    "countries",
    "series",
    "source-volume",
    "source-topics",
    "who-is-first",
    "compare",
    "compare-topics",
    "compare-sources",
    "months",
]
LONGEST = 200  # characters of one value
MOST = 60  # values of one parameter
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)

FIELD_BY_PARAMETER = {
    "topic": "topics",
    "source": "outlets",
    "country": "countries",
    "kind": "kinds",
    "wire": "wires",
}


@dataclass(frozen=True, slots=True)
class View:
    """The whole state of the page: what is chosen, and what of it is looked at."""

    selection: Selection = field(default_factory=Selection)
    split: Split = "topic"  # what coverage over time is split by
    scale: Scale = "count"
    colour: Colour = "source"  # what the dots of a series are coloured by
    convention: Convention = "guidelines"  # how vague numbers of a series count
    order: Order = "newest"  # of the list of articles
    page: int = 1  # of the list of articles
    series: str | None = None
    article: str | None = None  # its key
    figure: str | None = None  # its id
    outlet: str | None = None  # the source looked at
    against: tuple[tuple[str, str], ...] = ()  # the second selection, as parameters of its own
    snapshot: str | None = None  # the snapshot a frozen link names
    chart: ChartName | None = None  # the one that an embedded page shows


@dataclass(frozen=True, slots=True)
class Known:
    """What a snapshot knows; a null is not checked."""

    topics: frozenset[str] | None = None
    outlets: frozenset[str] | None = None
    countries: frozenset[str] | None = None
    kinds: frozenset[str] | None = None
    wires: frozenset[str] | None = None
    series: frozenset[str] | None = None


Parameters = Mapping[str, Sequence[str]]
_CHOICES: dict[str, tuple[str, Any]] = {
    "by": ("split", Split),
    "scale": ("scale", Scale),
    "colour": ("colour", Colour),
    "vague": ("convention", Convention),
    "order": ("order", Order),
    "chart": ("chart", ChartName),
}
_IDS = {"article": "article", "figure": "figure", "snapshot": "snapshot"}
_NOT_OURS = ("embed", "embed_options")


def write(view: View) -> dict[str, list[str]]:
    """Return the parameters of a view; what is as it is anyway is left out."""
    parameters = write_selection(view.selection)
    default = View()
    for name, (attribute, _) in _CHOICES.items():
        if getattr(view, attribute) != getattr(default, attribute):
            parameters[name] = [getattr(view, attribute)]
    if view.page != 1:
        parameters["page"] = [str(view.page)]
    for name in ("series", "article", "figure", "outlet"):
        if getattr(view, name) is not None:
            parameters[name] = [getattr(view, name)]
    for name, value in view.against:
        parameters.setdefault(f"b.{name}", []).append(value)
    if view.snapshot is not None:
        parameters["snapshot"] = [view.snapshot]
    return parameters


def write_selection(selection: Selection) -> dict[str, list[str]]:
    """Return the parameters of a selection alone."""
    parameters: dict[str, list[str]] = {}
    for name, attribute in FIELD_BY_PARAMETER.items():
        if values := getattr(selection, attribute):
            parameters[name] = list(values)
    if selection.start:
        parameters["from"] = [selection.start.isoformat()]
    if selection.end:
        parameters["to"] = [selection.end.isoformat()]
    if selection.words:
        parameters["q"] = [selection.words]
    if selection.measure != "articles":
        parameters["count"] = [selection.measure]
    return parameters


def read(parameters: Parameters, known: Known) -> tuple[View, tuple[str, ...]]:
    """Read a view from a link.

    Returns:
        The view, and a notice for each thing that was left out, in plain words without markup.
        Nothing raises, whatever the link holds. ``read(write(view))`` gives ``view`` again.
    """
    notices: list[str] = []
    selection = _selection(parameters, known, notices, "")
    changes: dict[str, Any] = {}
    for name, (attribute, choices) in _CHOICES.items():
        value = _one(parameters, name, notices)
        if value is not None and _allowed(name, value, get_args(choices), notices):
            changes[attribute] = value
    for name, attribute in _IDS.items():
        value = _one(parameters, name, notices)
        if value is not None and _of_form(name, value, _is_id, notices):
            changes[attribute] = value
    if (value := _one(parameters, "page", notices)) and _of_form("page", value, _is_page, notices):
        changes["page"] = int(value)
    for name, allowed in (("series", known.series), ("outlet", known.outlets)):
        value = _one(parameters, name, notices)
        if value is not None and _allowed(name, value, allowed, notices):
            changes[name] = value
    second = _selection(parameters, known, notices, "b.")
    changes["against"] = tuple(
        (name, value) for name, values in write_selection(second).items() for value in values
    )
    known_names = {*FIELD_BY_PARAMETER, "from", "to", "q", "count"}
    known_names |= {f"b.{name}" for name in known_names}
    known_names |= {*_CHOICES, *_IDS, "page", "series", "outlet", *_NOT_OURS}
    for name in parameters:
        if name not in known_names:
            notices.append(f"The link holds “{_short(name)}”, which means nothing here.")
    return View(selection, **changes), tuple(notices[:5])


def second_selection(view: View) -> Selection:
    """Return the selection that the first one is compared with."""
    parameters: dict[str, list[str]] = {}
    for name, value in view.against:
        parameters.setdefault(name, []).append(value)
    return _selection(parameters, Known(), [], "")


def toggle(selection: Selection, parameter: str, values: Sequence[str]) -> Selection:
    """Add ``values`` to the field of a parameter; take them away where all of them are there."""
    attribute = FIELD_BY_PARAMETER[parameter]
    held: tuple[str, ...] = getattr(selection, attribute)
    if set(values) <= set(held):
        kept = tuple(value for value in held if value not in values)
    else:
        kept = (*held, *(value for value in dict.fromkeys(values) if value not in held))
    changes: dict[str, Any] = {attribute: kept[:MOST]}
    return replace(selection, **changes)


def _selection(parameters: Parameters, known: Known, notices: list[str], before: str) -> Selection:
    changes: dict[str, Any] = {}
    for name, attribute in FIELD_BY_PARAMETER.items():
        given = list(dict.fromkeys(parameters.get(before + name, ())))
        allowed = getattr(known, attribute)
        kept = [value for value in given[:MOST] if _allowed(name, value, allowed, notices)]
        if len(given) > MOST:
            notices.append(f"Only the first {MOST} values of “{name}” in the link are kept.")
        changes[attribute] = tuple(kept)
    start = _day(_one(parameters, f"{before}from", notices), "from", notices)
    end = _day(_one(parameters, f"{before}to", notices), "to", notices)
    if start and end and start > end:
        notices.append("The period in the link ends before it begins; its ends were exchanged.")
        start, end = end, start
    words = _one(parameters, f"{before}q", notices) or ""
    measure = _one(parameters, f"{before}count", notices)
    if measure is not None and _allowed("count", measure, get_args(Measure), notices):
        changes["measure"] = measure
    kept_words = " ".join("".join(c for c in words if c.isprintable()).split())
    return Selection(start=start, end=end, words=kept_words[:LONGEST].strip(), **changes)


def _one(parameters: Parameters, name: str, notices: list[str]) -> str | None:
    values = [value for value in parameters.get(name, ()) if value != ""]
    if len(values) > 1:
        notices.append(f"The link holds “{_short(name)}” more than once; the first is kept.")
    return values[0] if values else None


def _day(value: str | None, name: str, notices: list[str]) -> date | None:
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        notices.append(f"“{_short(value)}” in the link is not a day; “{name}” is left out.")
        return None
    return day


def _allowed(
    name: str, value: str, allowed: frozenset[str] | Sequence[str] | None, notices: list[str]
) -> bool:
    if allowed is None or value in allowed:
        return True
    notices.append(f"“{_short(value)}” in the link is no {name} known here; it is left out.")
    return False


def _of_form(name: str, value: str, test: Callable[[str], bool], notices: list[str]) -> bool:
    if test(value):
        return True
    notices.append(f"“{_short(value)}” in the link names no {name}; it is left out.")
    return False


def _is_id(value: str) -> bool:
    return 6 <= len(value) <= 64 and value.isascii() and value.isalnum()


def _is_page(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 6 and int(value) > 0


def _short(value: str) -> str:
    plain = "".join(c if c.isprintable() else " " for c in value[:LONGEST])
    return plain if len(plain) <= 40 else f"{plain[:39]}…"
