"""What stands around an article on a page: menus, promotions, marks of captions and endings."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from analytics.lexicons.rows import LEXICONS, read_rows

PARTS = ("navigation", "related", "promo", "caption", "credit", "tail", "end", "embed")
# Characters of a line that are looked at: a form that is a whole line, at its ends, a word there.
_WHOLE, _LONGEST, _WORD = 80, 120, 40
FITS = ("line", "start", "end", "inside", "INSIDE")
_COLUMNS = ("form", "part", "fits")
_EDGES = " \t\xa0:›»>•|*-–—·…"


@dataclass(frozen=True, slots=True)
class FurnitureLexicon:
    """Forms of furniture by how they fit a line, each with the part it plays.

    ``lines`` and the first words of ``starts`` and ``ends`` are lower case. ``marks`` are found
    anywhere in a text in one pass; those of ``exact`` must also agree in case.
    """

    lines: dict[str, str]
    starts: dict[str, tuple[tuple[str, str], ...]]  # first word: (form, part)
    ends: dict[str, tuple[tuple[str, str], ...]]  # last word: (form, part)
    marks: tuple[tuple[str, str, bool], ...]  # form, part, exact case
    automaton: AhoCorasick

    def part_of_line(self, line: str) -> str | None:
        """Return the part that a whole line plays by its form, or nothing."""
        if len(line) <= _WHOLE:
            part = self.lines.get(line.lower().strip(_EDGES))
            if part is not None:
                return part
        starts = self.starts.get(line[:_WORD].split(None, 1)[0].lower())
        if starts:
            opening = line[:_LONGEST].lower()
            for form, part in starts:
                if opening.startswith(form):
                    return part
        ends = self.ends.get(line[-_WORD:].rsplit(None, 1)[-1].lower())
        if ends:
            closing = line[-_LONGEST:].lower()
            for form, part in ends:
                if closing.endswith(form):
                    return part
        return None

    def find_marks(self, text: str, lowered: str) -> Iterator[tuple[int, int, str]]:
        """Yield ``start, end, part`` of each mark in ``text``, left to right, apart."""
        for index, start, end in self.automaton.find_matches_as_indexes(lowered):
            form, part, exact = self.marks[index]
            if exact and text[start:end] != form:
                continue
            if start and lowered[start - 1].isalnum() and lowered[start].isalnum() and not exact:
                continue
            if lowered[end - 1].isalnum() and text[end : end + 1].islower():
                continue
            yield start, end, part


def load_furniture(folder: Path = LEXICONS) -> FurnitureLexicon:
    """Read `furniture.csv`: one row a form, the part it plays, and how it fits a line.

    Raises:
        LexiconError: an unknown part or fit, or a form listed twice for one fit.
    """
    lines: dict[str, str] = {}
    edges: dict[str, dict[str, list[tuple[str, str]]]] = {"start": {}, "end": {}}
    marks: dict[str, tuple[str, str, bool]] = {}
    seen = set()
    for row in read_rows(folder / "furniture.csv", _COLUMNS, _COLUMNS):
        form, part, fit = row.cells
        if part not in PARTS:
            raise row.refuse(f"unknown part: {part}")
        if fit not in FITS:
            raise row.refuse(f"unknown fit: {fit}")
        key = form.lower()
        if (key, fit.lower()) in seen:
            raise row.refuse(f"form listed twice: {form}")
        seen.add((key, fit.lower()))
        if fit == "line":
            lines[key.strip(_EDGES)] = part
        elif fit.lower() == "inside":
            marks[key] = (form, part, fit == "INSIDE")
        else:
            word = key.split()[0 if fit == "start" else -1]
            edges[fit].setdefault(word, []).append((key, part))
    return FurnitureLexicon(
        lines,
        {word: tuple(forms) for word, forms in edges["start"].items()},
        {word: tuple(forms) for word, forms in edges["end"].items()},
        tuple(marks.values()),
        AhoCorasick(
            list(marks), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
        ),
    )
