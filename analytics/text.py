"""Text as it was delivered: lower case without moving an offset, what is seen, and sentences.

The splitter is a few rules over one scan: it stops at marks that may end a sentence, and looks
there at the word before and the letter after. Offsets are code points.
"""

import re
from collections.abc import Iterable, Iterator

from analytics.model import Span

_ASCII = bytes(range(128))


def lower(text: str) -> str:
    """Lower-case ``text`` without moving any offset.

    "İ", the one character that grows when lower-cased, stays as it is.
    """
    if not text.isascii():  # what is seldom but in quotation marks is lowered faster as bytes
        spelled = text.encode("utf-8", "surrogatepass")
        others = spelled.translate(None, _ASCII).decode("utf-8", "surrogatepass")
        if others.lower() == others:
            return spelled.lower().decode("utf-8", "surrogatepass")
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "İ".join(part.lower() for part in text.split("İ"))


# Marks that turn the reading direction of what follows, and controls that are no letters. Joiners
# stay: some scripts cannot be written without them.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)


def visible(text: str) -> str:
    """Take the controls out of a text that is to be shown; it may get shorter."""
    return _CONTROLS.sub("", text)


_TITLES = """
adm amb asst atty brig capt cdr cmdr cmsgt col cpl cpo cpt dep det dr ens fr gen gov hon lance lt
ltc ltcol ltg maj mgr mr mrs ms msgt mt mx ofc pfc pres prof pvt rear ret rev rep reps sec sen sens
sfc sgt ssgt st supt spc spec tsgt vice viz vs messrs mme mlle sra wo fig approx cf ca
"""
_SHORT_NAMES = """
jan feb mar apr jun jul aug sep sept oct nov dec art ch pp par pt univ ave blvd rd sq ft bldg dept
est ext div inf bn bde regt bat btn sqn arty armd mech fla ala ariz ark calif colo conn ga ill ind
kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo del kans penn
"""
_ENDINGS = """
inc co corp ltd jr sr etc al bros plc llc lb lbs oz kg km mi hr hrs min mph
"""
_OPENING_WORDS = """
the a an in on at it its he she they we i you his her their our this that these those there but and
or so as if when while after before since although though however meanwhile still yet last next
what who why how where officials both some many most several one two no not also among about
according over under with by for from to earlier later instead nevertheless despite during because
until such each every all any another other more
"""
_NEVER_LAST = frozenset(_TITLES.split())  # the sentence goes on whatever follows
_SELDOM_LAST = frozenset(_SHORT_NAMES.split())  # ends one only before a word that opens sentences
_OFTEN_LAST = frozenset(_ENDINGS.split())  # ends one as readily as it stands within
_LAST_FOUR = frozenset(word[-4:] for word in _NEVER_LAST | _SELDOM_LAST | _OFTEN_LAST)
_STARTERS = frozenset(_OPENING_WORDS.split())
# It begins with one character, which the engine looks for six times as fast as for a set.
_STOP = re.compile(
    r"(?P<stop>\.\.{0,3})(?P<close>[\"'”’»)\]]{0,3})(?:(?P<blank>\s{1,4})|(?=[A-Z“\"‘])|$)"
)
_OTHER_STOPS = "!?…"
_WORD_BEFORE = re.compile(r"[^\s(\[“\"‘'—–/]{1,14}$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.){1,5}[A-Za-z]?$")
_OPENERS = "\"“‘'([«"


def sentences(text: str, spans: Iterable[Span]) -> list[Span]:
    """Cut each span into sentences, in order; blank ones are dropped and edges are trimmed.

    A line break ends a sentence unless a lower-case letter follows it (a wrapped line). A stop ends
    one where blank follows and a new sentence can start, or where the next is glued to it.
    """
    found: list[Span] = []
    dotted = text
    for mark in _OTHER_STOPS:
        dotted = dotted.replace(mark, ".")
    for start, end in spans:
        at = start
        for stop, following in _ends(text, dotted, start, end):
            _add(found, text, at, stop)
            at = following
        _add(found, text, at, end)
    return found


def _ends(text: str, dotted: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield where each sentence ends, and where what is behind its end begins.

    ``dotted`` is the text with a full stop for every mark that may end a sentence.
    """
    seen = low
    line = text.find("\n", low, high)
    for match in _STOP.finditer(dotted, low, high):
        first = match.start()
        while 0 <= line < first:
            if line >= seen and _is_line_end(text, line, high):
                yield line, line + 1
            line = text.find("\n", line + 1, high)
        seen = match.end()
        if _is_end(text, match, low, high):
            yield match.end("close"), seen
    while line >= 0:
        if line >= seen and _is_line_end(text, line, high):
            yield line, line + 1
        line = text.find("\n", line + 1, high)


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def _is_line_end(text: str, at: int, high: int) -> bool:
    """Whether the line break at ``at`` ends a sentence, not only a line of a wrapped one."""
    return not (at + 1 < high and text[at + 1].islower() and text[at - 1].isalnum())


def _is_end(text: str, match: re.Match[str], low: int, high: int) -> bool:
    at, end = match.span()
    if end >= high:
        return True
    close, blank = match.group(2, 3)
    if blank is None:
        return _is_glued_end(text, match, low, high)
    following = text[end]
    if blank != " " and "\n" in blank and ("\n\n" in blank or not following.islower()):
        return True
    if following.islower():
        return False  # "Sept. 3 p.m. local", “Go!” he said
    stop = text[at : match.end(1)]
    if stop == "." and (not close or not close.strip("'’")):
        return _is_end_after(text, at, end, low, high)
    if stop in ("...", "…"):
        return following not in ",;:)"
    return following not in ",;:)–—-" or stop == "."


def _is_glued_end(text: str, match: re.Match[str], low: int, high: int) -> bool:
    """Whether two sentences touch: "war.The", "said.”The"; not "U.S.", "Fox.com", "v.Smith"."""
    at, end = match.start(), match.end()
    before = text[at - 1] if at > low else " "
    after = text[end : end + 2]
    if not (after[:1].isupper() or after[:1] in '“‘"'):
        return False
    if match["close"] and match["close"][-1] in "\"'" and after[:1].isupper():
        return before.isalnum() or before in "%)”’"
    if before.isupper():  # "NATO.The", "U.S.The": the letter after that tells a word from initials
        return after[1:2].islower() and (at - 2 >= low and text[at - 2].isupper())
    return before.islower() or before.isdigit() or before in "%)”’\"'"


def _is_end_after(text: str, at: int, after: int, low: int, high: int) -> bool:
    """Whether the full stop at ``at``, before blank and no lower-case letter, ends a sentence."""
    if at - 4 >= low and (last := text[at - 4 : at]).isalpha() and last.lower() not in _LAST_FOUR:
        return True  # a word of four letters or more, and none of those
    found = _WORD_BEFORE.search(text, max(low, at - 14), at)
    if found is None:
        return True
    word = found[0].rstrip(".")
    key = word.lower()
    if key in _NEVER_LAST:
        return False
    following = text[after]
    if key in ("no", "nos"):
        return not following.isdigit()
    if key in _SELDOM_LAST and (word[0].isupper() or key in ("ft", "pp")):
        return not following.isdigit() and _next_word(text, after, high) in _STARTERS
    if "." in found[0] or (len(word) == 1 and word.isalpha()):
        return _ends_after_initials(text, found[0], at, after, high)
    if key in _OFTEN_LAST:
        return _next_word(text, after, high) in _STARTERS or following in _OPENERS
    return True


def _ends_after_initials(text: str, word: str, at: int, after: int, high: int) -> bool:
    """After "U.S.", "a.m.", "J." a sentence ends only before a word that opens sentences."""
    key = word.rstrip(".").lower()
    if not _INITIALS.match(word + ".") and len(key) > 1:
        return True
    following = _next_word(text, after, high)
    if len(key) == 1:
        return key.islower() and not text[at - 1].isupper() and following in _STARTERS
    if text[after].isdigit():
        return False
    return following in _STARTERS or (text[after] in '“"' and key not in ("u.s", "u.k", "u.n"))


def _next_word(text: str, at: int, high: int) -> str:
    end = at
    stop = min(high, at + 16)
    while end < stop and (text[end].isalnum() or text[end] in "’'"):
        end += 1
    return text[at:end].lower()
