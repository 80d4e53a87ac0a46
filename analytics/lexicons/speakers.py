"""Who speaks: bodies by every name they go by, and the words that credit a speaker.

``speakers.csv`` is one row a name of a body. A body of kind "generic" ("defense ministry") belongs
to the country named beside it: "Ministry of Defense of Norway". ``speaker_words.csv`` is one row a
word: a verb of saying, a form of credit ("according to"), a role and the generic body behind it,
or a capitalised word that is no part of a person's name.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from analytics.lexicons.rows import LEXICONS, read_rows
from analytics.matcher import Form, Matcher

PARTS = ("verb", "credit", "role", "no-name")
_BODY_COLUMNS = ("surface", "body", "side", "kind")
_WORD_COLUMNS = ("surface", "part", "body")


class BodyForm(NamedTuple):
    """A body that a form names."""

    body: str
    side: str | None  # ISO 3166 alpha-3; null: of no country, or of the one named beside it
    kind: str


class RoleForm(NamedTuple):
    """A role, and the generic body that it speaks for, where it tells."""

    role: str
    body: str | None


@dataclass(frozen=True, slots=True)
class SpeakerLexicon:
    """Set matchers over the words of credit, and over bodies and roles; bodies by their name."""

    credits: Matcher[str]  # "verb" or "credit"
    no_names: frozenset[str]  # capitalised words that are no part of a person's name
    names: Matcher[BodyForm | RoleForm]
    body_by_name: dict[str, BodyForm]


def load_speakers(folder: Path = LEXICONS) -> SpeakerLexicon:
    """Read ``speakers.csv`` and ``speaker_words.csv``.

    Raises:
        LexiconError: a form listed twice, an unknown part, a side that is no ISO 3166 code.
    """
    names: dict[str, Form[BodyForm | RoleForm]] = {}
    by_name: dict[str, BodyForm] = {}
    for row in read_rows(folder / "speakers.csv", _BODY_COLUMNS, ("surface", "body", "kind")):
        surface, body, side, kind = row.cells
        if side and not (len(side) == 3 and side.isascii() and side.isupper()):
            raise row.refuse(f"not ISO 3166 alpha-3: {side}")
        if surface in names:
            raise row.refuse(f"form listed twice: {surface}")
        form = BodyForm(body, side or None, kind)
        names[surface] = Form(surface, form, surface != surface.lower())
        if kind != "generic":
            by_name.setdefault(body, form)
            by_name.setdefault(surface, form)
    credits: dict[str, Form[str]] = {}
    no_names: set[str] = set()
    for row in read_rows(folder / "speaker_words.csv", _WORD_COLUMNS, ("surface", "part")):
        surface, part, body = row.cells
        if part not in PARTS:
            raise row.refuse(f"unknown part: {part}")
        if surface in names or surface in credits:
            raise row.refuse(f"form listed twice, here or among the bodies: {surface}")
        if part == "no-name":
            no_names.add(surface)
        elif part == "role":
            names[surface] = Form(surface, RoleForm(surface, body or None))
        else:
            credits[surface] = Form(surface, part)
    return SpeakerLexicon(
        Matcher(credits.values()), frozenset(no_names), Matcher(names.values()), by_name
    )
