"""The lines that stand before a story: byline, dates, title; and the dateline that opens it."""

import re
from typing import NamedTuple

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = (
    rf"(?:{_MONTH}\s{{0,2}}\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:,?\s\d{{4}})?)"
)
_DATE = re.compile(
    rf"{_DAY}|\b\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}"
    rf"|\b\d{{1,2}}[- ]{_MONTH}[- ]\d{{2,4}}",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:\d{1,3}|an?|one|two|three)\s?(?:min(?:ute)?s?|m|h(?:ou)?rs?|h|days?|d|weeks?|w|months?"
    r"|years?)\sago\b|\byesterday\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:first |last |date |originally )?(?:published|posted|updated?|modified|created|issued"
    r"|print(?:ed)? edition|dated?|input)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_REST_WORDS = re.compile(r"[^\W\d_]{3,}")
_DATE_WORDS = re.compile(
    r"(?i)\b(?:first|last|originally|published|posted|updated?|modified|created|issued|date|at|on"
    r"|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|am|pm|noon|midnight|[ap]\.m\.|[a-z]{1,4}t|gmt|utc|ist|kst|jst|amt|local|time|minutes?"
    r"|mins?|read|page|comments?|views|since|for|hrs?|input|ago|hours?|days?|weeks?|ages?)\b"
)
BYLINE = re.compile(
    r"(?:[Bb]y|BY|From our|Written by|Story by|Words by)(?::|\s[—–-])?\s(?=[A-Z“\"])"
    r"|By(?=[A-Z][a-z]+ [A-Z])"
)
_NAME_WORD = re.compile(r"[A-Z][\w.'’-]*$|de$|van$|von$|al$|bin$|and$|&$|der$|la$|el$|del$|the$")


def is_date_line(line: str) -> bool:
    """Whether ``line`` does nothing but say when: printed, relative, labelled, or a clock."""
    if len(line) > 160 or "(@" in line:
        return False
    if not (has_date(line) or (len(line) < 40 and _LABEL.match(line))):
        return False
    rest = _DATE_WORDS.sub(" ", _AGO.sub(" ", _DATE.sub(" ", line)))
    return sum(map(len, _REST_WORDS.findall(rest))) <= 14


def has_date(line: str) -> bool:
    """Whether a printed date or a relative one stands in ``line``."""
    return _may_say_when(line) and bool(_DATE.search(line) or _AGO.search(line))


def _may_say_when(line: str) -> bool:
    """A quick look: without a digit or a word such as "ago" no date is in ``line``."""
    return _DIGIT.search(line) is not None or "ago" in line or "esterday" in line


def is_labelled(line: str) -> bool:
    """Whether a label says that the date in ``line`` is of publication or of an update."""
    return _LABEL.search(line) is not None


def is_byline(line: str) -> bool:
    """Whether ``line`` names who wrote: "By …" and then names, up to a hundred characters or so."""
    match = BYLINE.match(line)
    if not match or len(line) > 160:
        return False
    rest = line[match.end() :]
    if rest[-1:] in ".!?" and len(rest) > 60:
        return False
    words = rest.replace(",", " ").replace("|", " ").split()
    named = sum(1 for w in words[:8] if _NAME_WORD.match(w))
    return named * 3 >= min(len(words), 8) * 2


class Dateline(NamedTuple):
    """The opening that says where, when and by whom; spans are offsets, -1 where absent."""

    start: int
    end: int
    place: str | None
    day: str | None
    agency: str | None


_NO_PLACE = (
    r"(?!(?:READ|SEE|ALSO|WATCH|MORE|RELATED|SOURCES?|UPDATED?|BREAKING|EXCLUSIVE|OPINION|ANALYSIS"
    r"|COMMENTARY|EDITORIAL|NOTE|LISTEN|VIDEO|PHOTOS?|LIVE|DON.T|NEXT|EXPLAINER|FACT|QUESTION|Q|A"
    r"|FILE|BY|FROM|THE|PART|STORY|CORRECTION|INTERVIEW|WARNING|POLL|FACTBOX|TIMELINE)\b)"
)
_PLACE_CAPS = _NO_PLACE + (
    r"[A-Z][A-Z.'’-]{1,20}(?:[ /][A-Z][A-Z.'’/-]{1,20}){0,3}(?:,\s[A-Z][\w.'’-]{1,20}"
    r"(?:\s[A-Z][\w.'’-]{1,20}){0,2}){0,2}"
)
_PLACE_ANY = (
    r"[A-Z][\w.'’/-]{1,24}(?:\s[A-Z][\w.'’/-]{1,24}){0,3}(?:,\s[A-Z][\w.'’/-]{1,20}"
    r"(?:\s[A-Z][\w.'’-]{1,20}){0,2}){0,2}"
)
_WHEN = rf"(?P<day>{_DAY})"
_DASH = r"\s{0,2}(?:--|[-–—―:])\s{0,2}"
_AGENCY = r"(?P<agency>[A-Z][\w.&/’' -]{1,40})"
_AGENCY_BARE = r"(?P<agency>[A-Z][\w&/’' -]{1,30})"  # without brackets its sentence would follow
_BREAK = r"\s{0,3}(?:(?=[“\"‘'A-Z\d\n])|$)"
_DATELINES = tuple(
    (mark, re.compile(pattern))
    for mark, pattern in (  # and what must stand near: a character, or capitals where it begins
        # SEOUL, April 6 (Yonhap) --  |  KABUL, Afghanistan (AP) —  |  Washington (CNN)
        (
            "(",
            rf"(?P<place>{_PLACE_ANY}),?\s{{1,2}}(?:{_WHEN},?\s)?\({_AGENCY}\)(?:{_DASH}|{_BREAK})",
        ),
        # MOSCOW, May 3. /TASS/.
        ("/", rf"(?P<place>{_PLACE_ANY}),?\s(?:{_WHEN}\.?\s)?/{_AGENCY}/\.?{_BREAK}"),
        # WASHINGTON (Aug. 13) --  |  KABUL, Afghanistan (June 2, 2011)
        ("(", rf"(?P<place>{_PLACE_ANY}),?\s\({_WHEN}\)(?:{_DASH}|{_BREAK})"),
        # TBILISI, May 16 - RIA Novosti
        ("A", rf"(?P<place>{_PLACE_CAPS}),?\s{_WHEN}\s[-–—]\s{_AGENCY_BARE}(?:\s?[-–—.,]\s|\n)"),
        # GAZA CITY, May 16, 2021 —  |  BAGHDAD, Sept 12:
        ("A", rf"(?P<place>{_PLACE_CAPS}),?\s{_WHEN}{_DASH}"),
        # June 3 (UPI) --  |  (Reuters) –
        ("(", rf"(?:{_WHEN},?\s)?\({_AGENCY}\){_DASH}"),
        # WASHINGTON —  |  NEW DELHI:  |  RAMALLAH, West Bank –
        ("A", rf"(?P<place>{_PLACE_CAPS})(?:\s{{0,2}}(?:--|[–—―])\s{{0,2}}|\s-\s|\s?:\s)"),
        # Islamabad, Pakistan –
        (
            ",",
            r"(?P<place>[A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{1,20}){0,2},\s[A-Z][\w.'’-]{1,20}"
            r"(?:\s[A-Z][\w.'’-]{1,20}){0,2})\s[–—]\s",
        ),
    )
)
_LEADING_MARK = re.compile(
    r"(?P<place>[A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{1,20}){0,2}(?:,\s[A-Z][\w]{1,20})?\s)?"
    r"(?P<agency>[A-Z][A-Za-z.]{1,20}(?:\s[A-Z][A-Za-z]{1,20}){0,2})\s(?:--|[—–-])\s"
)


def match_dateline(text: str, at: int) -> Dateline | None:
    """Read the dateline that starts at ``at``, or nothing; an agency is as printed, unresolved."""
    near = text[at : at + 160]
    small = near[1:2].islower()
    for mark, pattern in _DATELINES:
        if small if mark == "A" else mark not in near:
            continue
        if match := pattern.match(text, at, at + 160):
            parts = match.groupdict()
            return Dateline(at, match.end(), parts.get("place"), parts.get("day"),
                            parts.get("agency"))  # fmt: skip
    return None


def match_leading_mark(text: str, at: int) -> Dateline | None:
    """Read "CNN —", "AFP -" or "Kyiv, Ukraine CNN —" at ``at``; the mark is for the lexicon."""
    if match := _LEADING_MARK.match(text, at, at + 90):
        return Dateline(at, match.end(), match["place"], None, match["agency"])
    return None
