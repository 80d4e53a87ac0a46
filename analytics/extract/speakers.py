"""Find who is quoted or cited, for whom they speak, and which words are credited to them.

It looks only where a verb of saying or "according to" stands, and takes the noun phrase beside it
if that holds a known body, a role, a country or a name. Precision before recall: a phrase with none
of these ("the plan said to be ready") is no speaker. Who is told is not who tells: only the subject
counts.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from analytics.lexicons.speakers import BodyForm, RoleForm, SpeakerLexicon
from analytics.model import Place, Span, Speaker

_LONGEST = 110  # characters of a phrase
_REACH = 220  # characters of a sentence looked at on one side of a verb
_QUOTES = '"“”«»'
# What may stand between a subject and its verb: "Kirby also said", "the ministry on Monday said".
_ADVERBS = re.compile(
    r"(?:\s{1,3}(?:also|later|then|has|have|had|earlier|previously|recently|repeatedly|separately"
    r"|reportedly|himself|herself|(?:late )?(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|in a (?:written )?(?:statement|tweet|post|report|briefing|letter)))*\s{0,3}$"
)
# A phrase starts after these.
_CUT = re.compile(
    r"[;:—“”\"()\n]|\s[–-]{1,2}\s|,\s|\b(?:but|while|although|though|whereas|when|where|if|as|that"
    r"|because|after|before|since|so|which)\s"
)
# A phrase that follows ends before these.
_STOP = re.compile(
    r"[;:—“”\"()\n]|(?<!\bGen)(?<!\bLt)(?<!\bCol)(?<!\bMaj)(?<!\bCapt)(?<!\bAdm)(?<!\bCmdr)(?<!\bSen)"
    r"(?<!\bRep)(?<!\bGov)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSgt)(?<!\b[A-Z])\.(?=\s|$)"
    r"|\s[–-]{1,2}\s|,\s|\s(?:that|who|which|while|as|on|after|before"
    r"|during|when|and (?:has|is|was|had)|told|said|has|have|had|is|was|were|are)\s"
)
_PRONOUN = re.compile(r"(?:^|[\s\"“”])(he|she|they|it|who)$")
_PASSIVE = re.compile(r"\b(?:is|was|were|are|be|been|being|get|got)$")
_PERSON = re.compile(
    r"(?<![\w'’-])[A-Z][\w'’.-]{1,24}"
    r"(?:\s{1,2}(?:al-|bin |von |van |de |der |el-)?[A-Z][\w'’.-]{0,24}){0,3}"
)
# A run of capitals after one of these is the name of a thing or a place.
_OF_THING = re.compile(r"\b(?:the|an?|of|in|at|from|by|with|for|to|on|and|near)\s$|['’]s\s$")
_PREPOSITION = re.compile(r"(?:in|on|at|that|to|by|for|of|from|with|the same|it|he|she|they)\b")


class _Phrase(NamedTuple):
    """A noun phrase, read: whose words, and what was recognised."""

    start: int
    end: int
    label: str  # the words, or those that a pronoun stands for
    person: str | None
    role: str | None
    body: str | None
    side: str | None

    @property
    def known(self) -> bool:
        return bool(self.person or self.role or self.body)


def find_speakers(
    text: str,
    lowered: str,
    sentences: Sequence[Span],
    places: Sequence[Place],
    lexicon: SpeakerLexicon,
) -> tuple[Speaker, ...]:
    """Find the speakers of an article, left to right.

    Args:
        sentences: of the body, in order; nothing outside them is looked at.
        places: the mentions in the body, in order; they tell sides.

    Returns:
        One speaker a credit. The scope is the sentence, and the quoted sentences that go on from
        it; a second credit in a sentence has the rest of it.
    """
    reader = _Reader(text, lowered, places, lexicon)
    starts = [s.start for s in sentences]
    for start, end, part in lexicon.credits.find(text, lowered):
        at = bisect_left(starts, start + 1) - 1
        if at >= 0 and end <= sentences[at].end:
            reader.credit(start, end, part, at, sentences[at])
    return tuple(_carried(text, sentences, reader.found))


class _Reader:
    """One article, read from left to right: remembers who has been named."""

    def __init__(
        self, text: str, lowered: str, places: Sequence[Place], lexicon: SpeakerLexicon
    ) -> None:
        self._text, self._lowered = text, lowered
        self._places, self._lexicon = places, lexicon
        self._place_starts = [p.start for p in places]
        self._by_surname: dict[str, _Phrase] = {}
        self._by_body: dict[str, tuple[str, str | None]] = {}  # generic body → the one named last
        self._last: _Phrase | None = None
        self.found: list[tuple[int, Speaker]] = []  # with the number of the sentence

    def credit(self, start: int, end: int, part: str, number: int, sentence: Span) -> None:
        """Read one verb of saying or "according to", and keep the speaker if there is one."""
        if part == "credit":
            phrase = self._after(end, sentence)
        else:
            phrase = self._subject(start, end, sentence)
        if phrase is None:
            return
        phrase = self._named_at_last(phrase, start)
        self._last = phrase
        scope = sentence.start
        if self.found and self.found[-1][0] == number:
            last = self.found[-1][1]
            if phrase.start < last.end:
                return  # one phrase with two verbs: "said and confirmed"
            scope = phrase.start
        inside = self._text[scope : sentence.end]
        name = phrase.person or phrase.label
        self.found.append(
            (
                number,
                Speaker(
                    phrase.start,
                    phrase.end,
                    name,
                    phrase.body,
                    phrase.role,
                    phrase.side,
                    any(mark in inside for mark in _QUOTES),
                    scope,
                    sentence.end,
                ),
            )
        )

    def _named_at_last(self, phrase: _Phrase, verb: int) -> _Phrase:
        """Know "a Pentagon spokesman" by name where the next speaker is a name that "also said"."""
        last = self._last
        if (
            last is None
            or last.person
            or not (last.body and last.role and last.label.lower().startswith(("a ", "an ")))
            or not phrase.person
            or phrase.body
            or phrase.role
            or "also" not in self._lowered[phrase.end : verb].split()
        ):
            return phrase
        return (
            self._remember(phrase._replace(role=last.role, body=last.body, side=last.side))
            or phrase
        )

    def _subject(self, start: int, end: int, sentence: Span) -> _Phrase | None:
        low = max(sentence.start, start - _REACH)
        tail = _ADVERBS.search(self._lowered, low, start)
        stop = tail.start() if tail else start
        before = self._lowered[low:stop]
        if not before or before[-1] in _QUOTES:
            return self._after(end, sentence)
        if _PASSIVE.search(before):
            return None
        pronoun = _PRONOUN.search(before)
        if pronoun:
            return self._pronoun(pronoun[1], stop - len(pronoun[1]), stop, low)
        if before[-1] == ",":
            return self._apposed(low, stop - 1) or self._after(end, sentence)
        return self._read(self._begin(low, stop), stop)

    def _begin(self, low: int, stop: int) -> int:
        begin = low
        for match in _CUT.finditer(self._lowered, low, stop):
            begin = match.end()
        return begin

    def _pronoun(self, word: str, start: int, end: int, low: int) -> _Phrase | None:
        if word == "who":
            stop = start
            while stop > low and self._text[stop - 1] in " ,":
                stop -= 1
            return self._read(self._begin(low, stop), stop)
        last = self._last
        if last is None:
            return None
        human = word in ("he", "she")
        if human != bool(last.person or (human and last.role)):
            return None
        return last._replace(start=start, end=end)

    def _apposed(self, low: int, stop: int) -> _Phrase | None:
        """Read "John Kirby, a Pentagon spokesman," or "the ministry, in a report,"."""
        cut = self._lowered.rfind(",", low, stop)
        if cut < 0:
            return None
        head = self._read(self._begin(low, cut), cut)
        apposed = self._read(cut + 1, stop)
        if head is None:
            return None
        if apposed is not None and apposed.person and head.role and not head.person:
            head, apposed = apposed._replace(start=head.start), head
        if apposed is None or not head.person:
            return head if head.body or head.role else None
        merged = head._replace(
            role=apposed.role or head.role,
            body=apposed.body or head.body,
            side=apposed.side or head.side,
        )
        return self._remember(merged)

    def _after(self, end: int, sentence: Span) -> _Phrase | None:
        """Read the phrase that follows: "said John Kirby, a Pentagon spokesman"."""
        high = min(sentence.end, end + _REACH)
        stop = _STOP.search(self._text, end + 1, high)
        if _PREPOSITION.match(self._lowered, end + 1):
            return None
        head = self._read(end, stop.start() if stop else high)
        if head is None or stop is None or stop[0] != ", " or not head.person:
            return head
        further = _STOP.search(self._text, stop.end(), high)
        apposed = self._read(stop.end(), further.start() if further else high)
        if apposed is None or apposed.person or not (apposed.role or apposed.body):
            return head
        return self._remember(
            head._replace(
                role=apposed.role or head.role,
                body=apposed.body or head.body,
                side=apposed.side or head.side,
            )
        )

    def _read(self, start: int, end: int) -> _Phrase | None:
        """Read a noun phrase; None where nothing in it can speak."""
        text = self._text
        while start < end and not (text[start].isalnum()):
            start += 1
        while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
            end -= 1
        if self._lowered.startswith("and ", start, end):
            start += 4
        if start >= end or end - start > _LONGEST:
            return None
        piece = text[start:end]
        role, body, generic, covered = self._named(piece, self._lowered[start:end])
        first = bisect_left(self._place_starts, start)
        last = bisect_left(self._place_starts, end)
        places = [p for p in self._places[first:last] if p.iso3 and p.end <= end]
        covered += [Span(p.start - start, p.end - start) for p in places]
        person = _person(piece, covered, self._lexicon.no_names)
        country = next((p for p in places if p.iso3), None)
        again = self._lowered.startswith("the ", start)
        name, side = self._resolve(body, generic, role, country, again)
        role_name = role.role if role else None
        if not (person or role or name):
            if country is None or country.end - country.start < len(piece) - 4:
                return None  # a country alone speaks as its government; more words are not it
            if country.form == "demonym":
                return None
            name, side = f"Government of {country.name}", country.iso3
        phrase = _Phrase(start, end, piece, person, role_name, name, side)
        return self._remember(phrase)

    def _named(
        self, piece: str, lowered: str
    ) -> tuple[RoleForm | None, BodyForm | None, BodyForm | None, list[Span]]:
        """Find the role, the body and the generic body that a phrase names, and where."""
        role: RoleForm | None = None
        body: BodyForm | None = None
        generic: BodyForm | None = None
        covered: list[Span] = []
        for start, end, form in self._lexicon.names.find(piece, lowered):
            covered.append(Span(start, end))
            if isinstance(form, RoleForm):
                role = role or form
            elif form.kind == "generic":
                generic = generic or form
            else:
                body = body or form
        return role, body, generic, covered

    def _resolve(
        self,
        body: BodyForm | None,
        generic: BodyForm | None,
        role: RoleForm | None,
        country: Place | None,
        again: bool,
    ) -> tuple[str | None, str | None]:
        """Name the body and its side: of the lexicon, of the country beside it.

        "The ministry" ``again``, without a country, is the one named last.
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
            return self._by_body.get(kind, (None, None)) if generic and again else (None, None)
        whole = f"{kind} of {country.name}"
        known = self._lexicon.body_by_name.get(whole)
        found = (known.body, known.side) if known else (whole, country.iso3)
        self._by_body[kind] = found
        return found

    def _remember(self, phrase: _Phrase) -> _Phrase | None:
        """Complete a person from what was said of them before, and keep what is said now."""
        if phrase.person is None:
            return phrase if phrase.known else None
        surname = phrase.person.split()[-1]
        known = self._by_surname.get(surname)
        if known is not None:
            phrase = phrase._replace(
                person=known.person if " " not in phrase.person else phrase.person,
                role=phrase.role or known.role,
                body=phrase.body or known.body,
                side=phrase.side or known.side,
            )
        self._by_surname[surname] = phrase
        return phrase


def _person(piece: str, covered: Sequence[Span], no_names: frozenset[str]) -> str | None:
    """Find the person's name that ends a phrase: "Pentagon spokesman John Kirby".

    A run of capitalised words that are no place, body, role or title, and not the name of a thing:
    "the Daily Express", "with Bloomberg Opinion". One word alone is a name only where it is the
    whole phrase ("Kirby") or follows a role or a title.
    """
    matches = [m for m in _PERSON.finditer(piece) if m.end() >= len(piece) - 1]
    if not matches:
        return None
    run = matches[-1]
    words = [w for w in _uncovered(run, covered) if w.rstrip(".") not in no_names]
    if not words or not run[0].endswith(words[-1]):
        return None
    if _OF_THING.search(piece, 0, run.start() + run[0].find(words[0])):
        return None
    name = " ".join(words).removesuffix("'s").removesuffix("’s")
    if len(name) < 3 or (name.isupper() and len(name) < 6):
        return None
    at = run.end() - len(words[-1])
    after_role = any(s.end == at - 1 for s in covered)
    if len(words) == 1 and run.start() == at > 0 and not after_role:
        return None
    return name


def _uncovered(match: "re.Match[str]", covered: Sequence[Span]) -> list[str]:
    """List the words of a run that no place, body or role covers."""
    words = []
    for word in re.finditer(r"\S+", match[0]):
        start, end = match.start() + word.start(), match.start() + word.end()
        if not any(s.start < end and start < s.end for s in covered):
            words.append(word[0])
    return words


def _carried(
    text: str, sentences: Sequence[Span], found: Sequence[tuple[int, Speaker]]
) -> list[Speaker]:
    """Let a scope run on over sentences that are quoted on and have no credit of their own."""
    out = []
    credited = {number for number, _ in found}
    for number, speaker in found:
        end = speaker.scope_end
        following = number + 1
        while (
            speaker.direct
            and following < len(sentences)
            and following not in credited
            and following <= number + 6
            and text[sentences[following].start] in _QUOTES
        ):
            end = sentences[following].end
            following += 1
        if end != speaker.scope_end:
            speaker = Speaker(
                speaker.start,
                speaker.end,
                speaker.name,
                speaker.body,
                speaker.role,
                speaker.side,
                speaker.direct,
                speaker.scope_start,
                end,
            )
        out.append(speaker)
    return out
