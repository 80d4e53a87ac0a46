"""Find who is quoted or cited, for whom they speak, and which words are credited to them.

It looks only where a verb of saying or "according to" stands, and takes the noun phrase beside it
if that holds a known body, a role, a country or a name. Precision before recall: a phrase with none
of these ("the plan said to be ready") is no speaker. Who is told is not who tells: only the subject
counts.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from analytics.extract.speaker_names import Names, Phrase
from analytics.lexicons.speakers import SpeakerLexicon
from analytics.model import Place, Span, Speaker

_REACH = 220  # characters of a sentence looked at on one side of a verb
_QUOTES = '"“”«»'
# What may stand between a subject and its verb: "Kirby also said", "the ministry on Monday said".
_ADVERB_ENDS = frozenset(
    """also later then has have had earlier previously recently repeatedly separately first
    initially now publicly formally reportedly himself herself monday tuesday wednesday thursday
    friday saturday sunday statement tweet post report briefing letter""".split()
)
_ADVERB = (
    r"(?:also|later|then|has|have|had|earlier|previously|recently|repeatedly|separately"
    r"|at first|initially|now|publicly|formally|reportedly|himself|herself"
    r"|(?:late )?(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|in a (?:written )?(?:statement|tweet|post|report|briefing|letter))"
)
# It begins with a set of characters, which the engine looks for quickly.
_ADVERBS = re.compile(rf"\s\s{{0,2}}{_ADVERB}(?:\s{{1,3}}{_ADVERB})*$")
# A phrase starts after the last of these. Spelled backwards, in a text read backwards: so the last
# is found first, and only blanks and marks are looked at.
_CUT_WORDS = """but while although though whereas when where if as that because after before since
    so which""".split()
_BY = "quoted polled cited interviewed contacted report study".split()  # "was quoted by" is no cut
_LAST_CUT = re.compile(
    r"[;:—“”\"()\n\s](?:(?<=[;:—“”\"()\n])|[–-]{1,2}[^\S\n]|,|(?:"
    + "|".join(word[::-1] for word in _CUT_WORDS)
    + rf"|yb(?! (?:{'|'.join(word[::-1] for word in _BY)})))\b)"
)
_LONGEST_BY = 1 + max(map(len, _BY))
# A phrase that follows ends before these.
_STOP = re.compile(
    r"[;:—“”\"()\n.,\s](?:(?<=[;:—“”\"()\n])"
    r"|(?<=\.)(?<!\bGen.)(?<!\bLt.)(?<!\bCol.)(?<!\bMaj.)(?<!\bCapt.)(?<!\bAdm.)(?<!\bCmdr.)"
    r"(?<!\bSen.)(?<!\bRep.)(?<!\bGov.)(?<!\bMr.)(?<!\bMrs.)(?<!\bMs.)(?<!\bDr.)(?<!\bSgt.)"
    r"(?<!\b[A-Z].)(?=\s|$)"
    r"|(?<=\s)(?:[–-]{1,2}|that|who|which|while|as|on|after|before|during|when"
    r"|and (?:has|is|was|had)|told|said|has|have|had|is|was|were|are)\s"
    r"|(?<=,)\s)"
)
# A phrase with one of these is a clause.
_CLAUSE = re.compile(r"\b(?:have|has|had|is|was|were|been|but)\b")
_VERB = re.compile(
    r"\s(?:would|will|could|has|have|had|was|is|were|are|also|came|took|brought|gave|made|told|said"
    r"|on|[a-z]{2,15}ed)\b"
)
_PRONOUNS = frozenset(("he", "she", "they", "it", "who"))
_JOINED = frozenset(("and", "but"))
_PASSIVE = frozenset("is was were are be been being get got".split())
_PREPOSITION = re.compile(r"(?:in|on|at|that|to|by|for|of|from|with|the same|it|he|she|they)\b")


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
    starts = [low for low, _ in sentences]
    for start, end, part in lexicon.credits.find(text, lowered):
        at = bisect_left(starts, start + 1) - 1
        if at >= 0:
            low, high = sentences[at]
            if end <= high:
                reader.credit(start, end, part, at, low, high)
    return tuple(_carried(text, sentences, reader.found))


class _Reader:
    """One article, read from left to right: remembers who has been named."""

    def __init__(
        self, text: str, lowered: str, places: Sequence[Place], lexicon: SpeakerLexicon
    ) -> None:
        self._text, self._lowered = text, lowered
        self._names = Names(text, lowered, places, lexicon)
        self._last: Phrase | None = None
        self._last_person: Phrase | None = None  # of whom "he said" is said
        self.found: list[tuple[int, Speaker]] = []  # with the number of the sentence

    def credit(self, start: int, end: int, part: str, number: int, low: int, high: int) -> None:
        """Read one verb of saying or "according to", and keep the speaker if there is one.

        Args:
            start: where the words of credit begin, and ``end``.
            part: "verb" or "credit".
            number: of their sentence.
            low: where the sentence begins, and ``high`` where it ends.
        """
        if start and self._text[start - 1] in "-‐‑":
            return  # "a Daesh-claimed attack" says nothing
        if self._lowered[end : end + 4] == " by " and self._lowered[start : start + 4] != "said":
            return  # "confirmed by the Senate"
        if part == "credit":
            phrase = self._after(end, high)
        else:
            phrase = self._subject(start, end, low, high)
        if phrase is None:
            return
        if phrase.person and not (phrase.role or phrase.body):
            phrase = self._named_at_last(phrase, phrase.person, start)
        self._last = phrase
        if phrase.person or phrase.role or not phrase.spoken:
            self._last_person = phrase if phrase.person or phrase.role else None
        scope = low
        if self.found and self.found[-1][0] == number:
            last = self.found[-1][1]
            if phrase.start < last.end:
                return  # one phrase with two verbs: "said and confirmed"
            scope = phrase.start
        direct = _has_quote(self._text[scope:high])
        for one in (phrase,) if phrase.person else self._each(phrase):
            speaker = Speaker(
                one.start,
                one.end,
                one.person or one.label,
                one.body,
                one.role,
                one.side,
                direct,
                scope,
                high,
            )
            self.found.append((number, speaker))

    def _each(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """Tell two speakers apart: "the Pentagon and the State Department", "Polish and Czech
        officials".
        """
        cut = self._lowered.find(" and ", phrase.start, phrase.end)
        if cut < 0:
            return (phrase,)
        right = self._names.read(cut + 5, phrase.end)
        if right is None or right.body is None or _CLAUSE.search(phrase.label):
            return (phrase,)
        left = self._names.of_country(phrase.start, cut, right) or self._names.read(
            phrase.start, cut
        )
        if left is None or left.body is None or left.body == right.body:
            return (phrase,)
        return left, right

    def _named_at_last(self, phrase: Phrase, person: str, verb: int) -> Phrase:
        """Know "a Pentagon spokesman" by name where the next speaker is a name that "also said"."""
        last = self._last
        if (
            last is None
            or last.person
            or not (last.body and last.role and last.label.lower().startswith(("a ", "an ")))
            or "also" not in self._lowered[phrase.end : verb].split()
        ):
            return phrase
        return self._names.remember(phrase.told(last, last), person)

    def _subject(self, start: int, end: int, low: int, high: int) -> Phrase | None:
        if start - low > _REACH:
            low = start - _REACH
        before = self._lowered[low:start].rstrip()
        last = before.rsplit(None, 1)[-1] if before else ""
        if last in _ADVERB_ENDS:
            tail = _ADVERBS.search(before)
            if tail:
                before = before[: tail.start()]
                last = before.rsplit(None, 1)[-1] if before else ""
        stop = low + len(before)
        if not before or before[-1] in _QUOTES:
            return self._after(end, high)
        if last in _PASSIVE:
            return None
        # "met the press and said": whoever met it
        if last in _JOINED and before.endswith((" and", " but")):
            begin = self._begin(low, stop)
            verb = _VERB.search(self._text, begin, stop)
            if verb is None or self._lowered[low:begin].endswith(("that ", "because ", "if ")):
                return None  # it may be of what was said
            return self._names.read(begin, verb.start())
        word = last.lstrip(_QUOTES)
        if word in _PRONOUNS:
            return self._pronoun(word, stop - len(word), stop, low)
        if before[-1] == ",":
            return self._apposed(low, stop - 1) or self._after(end, high)
        return self._names.read(self._begin(low, stop), stop)

    def _begin(self, low: int, stop: int) -> int:
        """Find where the phrase begins that ends at ``stop``, not before ``low``."""
        first = low - _LONGEST_BY if low > _LONGEST_BY else 0
        backwards = self._lowered[first:stop][::-1]
        last = _LAST_CUT.search(backwards)
        return stop - last.start() if last and stop - last.end() >= low else low

    def _pronoun(self, word: str, start: int, end: int, low: int) -> Phrase | None:
        if word == "who":
            stop = start
            while stop > low and self._text[stop - 1] in " ,":
                stop -= 1
            return self._names.read(self._begin(low, stop), stop)
        human = word in ("he", "she")
        last = self._last_person if human else self._last
        if last is None or (last.person and not human):
            return None
        return last.at(start, end)

    def _apposed(self, low: int, stop: int) -> Phrase | None:
        """Read "John Kirby, a Pentagon spokesman," or "the ministry, in a report,"."""
        cut = self._lowered.rfind(",", low, stop)
        if cut < 0:
            return None
        head = self._names.read(self._begin(low, cut), cut)
        apposed = self._names.read(cut + 1, stop)
        if head is None:
            return None
        if apposed is not None and apposed.person and head.role and not head.person:
            head, apposed = apposed.at(head.start, apposed.end), head
        if apposed is None or not head.person:
            return head if head.body or head.role or head.spoken else None
        return self._names.remember(head.told(apposed, head), head.person)

    def _after(self, end: int, high: int) -> Phrase | None:
        """Read the phrase that follows: "said John Kirby, a Pentagon spokesman"."""
        if high - end > _REACH:
            high = end + _REACH
        if _PREPOSITION.match(self._lowered, end + 1):
            return None
        stop = _STOP.search(self._text, end + 1, high)
        head = self._names.read(end, stop.start() if stop else high)
        if head is None or stop is None or stop[0] != ", " or not head.person:
            return head
        further = _STOP.search(self._text, stop.end(), high)
        apposed = self._names.read(stop.end(), further.start() if further else high)
        if apposed is None or apposed.person or not (apposed.role or apposed.body):
            return head
        return self._names.remember(head.told(apposed, head), head.person)


def _has_quote(words: str) -> bool:
    return '"' in words or "“" in words or "”" in words or "«" in words or "»" in words


def _carried(
    text: str, sentences: Sequence[Span], found: Sequence[tuple[int, Speaker]]
) -> list[Speaker]:
    """Let a scope run on over sentences that are quoted on and have no credit of their own."""
    out = []
    credited = {number for number, _ in found}
    for number, speaker in found:
        if speaker.direct:
            end = speaker.scope_end
            for following in range(number + 1, min(number + 7, len(sentences))):
                low, high = sentences[following]
                if following in credited or text[low] not in _QUOTES:
                    break
                end = high
            if end != speaker.scope_end:
                speaker = speaker._replace(scope_end=end)
        out.append(speaker)
    return out
