"""Read the noun phrases that can speak: a person, a role, a body, a country as its government.

What is said of a person or of a body once is remembered for the rest of the article: "Brook" is
the Pentagon spokeswoman Ann Brook of three lines before.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analytics.lexicons.speakers import BodyForm, RoleForm, SpeakerLexicon
from analytics.matcher import spell
from analytics.model import Place

_LONGEST = 110  # characters of a phrase
# Words of more than a body's name: "was fine and the military".
_LOOSE = re.compile(
    r"\b(?:and|says?|claims?|of|was|were|is|what|what[’']s|including|told|a|month)\b|(?:\S+\s+){4}\S"
)
_PERSON = re.compile(
    r"[A-Z](?<![\w'’-].)[\w'’.-]{1,24}"  # a set first, which is quickly looked for
    r"(?:\s{1,2}(?:al-|bin |von |van |de |der |el-)?[A-Z][\w'’.-]{0,24}){0,3}"
)
_WORD = re.compile(r"\S+")
# A run of capitals after one of these is the name of a thing or a place.
_OF_THING = re.compile(r"\b(?:the|an?|of|in|at|from|by|with|for|to|on|and|near)\s$|['’]s\s$")
_LONGEST_OF = 8  # characters of it, and more


@dataclass(slots=True)  # not frozen, which is made four times as slowly; complete when it is read
class Phrase:
    """A noun phrase, read: whose words, and what was recognised."""

    start: int
    end: int
    label: str  # the words, or those that a pronoun stands for
    person: str | None
    role: str | None
    body: str | None
    side: str | None
    spoken: bool  # a body that no country names: "the military", "police"

    def at(self, start: int, end: int) -> "Phrase":
        """Say the same of other words: of a pronoun."""
        return Phrase(
            start, end, self.label, self.person, self.role, self.body, self.side, self.spoken
        )

    def told(self, first: "Phrase", then: "Phrase") -> "Phrase":
        """Complete it by the role, the body and the side that the first of two tells."""
        return Phrase(
            self.start,
            self.end,
            self.label,
            self.person,
            first.role or then.role,
            first.body or then.body,
            first.side or then.side,
            self.spoken,
        )


class Names:
    """The noun phrases of one article, read from left to right: remembers who has been named."""

    def __init__(
        self, text: str, lowered: str, places: Sequence[Place], lexicon: SpeakerLexicon
    ) -> None:
        self._text, self._lowered = text, lowered
        self._places, self._lexicon = places, lexicon
        self._place_starts = [p.start for p in places]
        self._spelled = spell(lowered)
        self._by_surname: dict[str, Phrase] = {}
        self._by_body: dict[str, tuple[str, str | None]] = {}  # generic body → the one named last

    def read(self, start: int, end: int) -> Phrase | None:
        """Read a noun phrase; None where nothing in it can speak."""
        text = self._text
        while start < end and not (text[start].isalnum()):
            start += 1
        while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
            end -= 1
        if self._lowered[start : start + 4] == "and " and start + 4 < end:
            start += 4
        if start >= end or end - start > _LONGEST:
            return None
        piece = text[start:end]
        role, body, generic, covered = _named(self._found(piece, start, end))
        spoken = generic is not None and (
            covered[-1][1] == len(piece) and not _LOOSE.search(piece[: covered[0][0]])
        )
        country: Place | None = None
        for place in self._places_in(start, end):
            covered.append((place.start - start, place.end - start))
            country = country or place
        person = _person(piece, covered, self._lexicon.no_names)
        name, side = self._resolve(body, generic, role, country, start)
        if not (person or role or name or spoken):
            if country is None or country.end - country.start < len(piece) - 4:
                return None  # a country alone speaks as its government; more words are not it
            if country.form == "demonym":
                return None
            name, side = f"Government of {country.name}", country.iso3
        role_name = role.role if role else None
        phrase = Phrase(start, end, piece, person, role_name, name, side, spoken)
        return phrase if person is None else self.remember(phrase, person)

    def _found(
        self, piece: str, start: int, end: int
    ) -> Iterable[tuple[int, int, BodyForm | RoleForm]]:
        """Find the names of bodies and roles in a phrase, by their offsets in it."""
        # A phrase that begins within a word is spelled anew: with a capital.
        spelled = None if self._text[start - 1].isalnum() else self._spelled[start:end]
        return self._lexicon.names.find(piece, self._lowered[start:end], spelled)

    def _places_in(self, start: int, end: int) -> Sequence[Place]:
        """List the places with a country that lie within ``start`` to ``end``."""
        starts = self._place_starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return ()
        last = bisect_left(starts, end, first)
        return [p for p in self._places[first:last] if p.iso3 and p.end <= end]

    def _resolve(
        self,
        body: BodyForm | None,
        generic: BodyForm | None,
        role: RoleForm | None,
        country: Place | None,
        start: int,
    ) -> tuple[str | None, str | None]:
        """Name the body and its side: of the lexicon, of the country beside it.

        "The ministry" at ``start``, without a country, is the one named last.
        """
        if body is not None:
            return body.body, body.side
        kind = generic.body if generic else role.body if role else None
        if kind is None:
            return None, country.iso3 if country else None
        known = self._lexicon.body_by_name.get(kind)
        if known is not None:  # "the Secretary of State" is of one country
            return known.body, known.side
        if country is None:
            again = generic and self._lowered.startswith("the ", start)
            return self._by_body.get(kind, (None, None)) if again else (None, None)
        whole = f"{kind} of {country.name}"
        known = self._lexicon.body_by_name.get(whole)
        found = (known.body, known.side) if known else (whole, country.iso3)
        self._by_body[kind] = found
        return found

    def remember(self, phrase: Phrase, person: str) -> Phrase:
        """Complete a person, in place, from what was said before, and keep what is said now."""
        surname = person.rsplit(None, 1)[-1]
        known = self._by_surname.get(surname)
        if known is not None:
            if " " not in person:
                phrase.person = known.person
            phrase.role = phrase.role or known.role
            phrase.body = phrase.body or known.body
            phrase.side = phrase.side or known.side
        self._by_surname[surname] = phrase
        return phrase

    def of_country(self, start: int, end: int, like: Phrase) -> Phrase | None:
        """Read "Polish" before "and Czech officials" as Polish officials."""
        at = bisect_left(self._place_starts, start)
        place = self._places[at] if at < len(self._places) else None
        if place is None or place.iso3 is None or (place.start, place.end) != (start, end):
            return None
        at = bisect_left(self._place_starts, like.start)
        other = self._places[at] if at < len(self._places) else None
        if like.role is None or other is None or other.end > like.end:
            return None
        rest = self._text[other.end : like.end]
        role, _, generic, _ = _named(self._lexicon.names.find(rest, rest.lower()))
        body, side = self._resolve(None, generic, role, place, start)
        name = self._text[start:end] + rest
        return replace(like, start=start, end=end, label=name, body=body, side=side)


def _named(
    found: Iterable[tuple[int, int, BodyForm | RoleForm]],
) -> tuple[RoleForm | None, BodyForm | None, BodyForm | None, list[tuple[int, int]]]:
    """Tell the role, the body and the generic body that a phrase names, and where."""
    role: RoleForm | None = None
    body: BodyForm | None = None
    generic: BodyForm | None = None
    covered = []
    for start, end, form in found:
        covered.append((start, end))
        if isinstance(form, RoleForm):
            role = role or form
        elif form.kind == "generic":
            generic = generic or form
        else:
            body = body or form
    return role, body, generic, covered


def _person(piece: str, covered: Sequence[tuple[int, int]], no_names: frozenset[str]) -> str | None:
    """Find the person's name that ends a phrase: "Pentagon spokesman John Kirby".

    A run of capitalised words that are no place, body, role or title, and not the name of a thing:
    "the Daily Express", "with Bloomberg Opinion". One word alone is a name only where it is the
    whole phrase ("Kirby") or follows a role or a title.
    """
    last = piece.rsplit(None, 1)[-1]
    if last == last.lower():  # a cheap look first
        return None
    span = _last_run(piece)
    if span is None:
        return None
    start, end = span
    run = piece[start:end]
    words = _uncovered(run, start, covered) if covered else run.split()
    words = [w for w in words if w.rstrip(".") not in no_names]
    if not words or not run.endswith(words[-1]):
        return None
    begin = start + run.find(words[0])
    if begin and _OF_THING.search(piece, begin - _LONGEST_OF, begin):
        return None
    name = " ".join(words).removesuffix("'s").removesuffix("’s")
    if len(name) < 3 or (len(name) < 6 and name.isupper()):
        return None
    at = end - len(words[-1])
    if len(words) == 1 and start == at > 0 and all(to != at - 1 for _, to in covered):
        return None
    return name


def _last_run(piece: str) -> tuple[int, int] | None:
    """Find the run of capitalised words that ends a phrase; one character may follow it."""
    run = _PERSON.match(piece)  # the whole phrase, most often
    if run is None or run.end() < len(piece) - 1:
        runs = [*_PERSON.finditer(piece, run.end() if run else 0)]
        run = runs[-1] if runs else None
    return run.span() if run and run.end() >= len(piece) - 1 else None


def _uncovered(run: str, first: int, covered: Sequence[tuple[int, int]]) -> list[str]:
    """List the words of a run, which begins at ``first``, that no place, body or role covers."""
    for start, end in covered:
        if end > first and start < first + len(run):
            break
    else:
        return run.split()
    words = []
    for word in _WORD.finditer(run):
        low, high = first + word.start(), first + word.end()
        for start, end in covered:
            if start < high and low < end:
                break
        else:
            words.append(word[0])
    return words
