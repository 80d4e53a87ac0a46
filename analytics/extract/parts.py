"""The parts that a line can play, and what the form of a single line tells about it."""

import re

from analytics.extract import head
from analytics.model import BlockKind

Part = tuple[BlockKind, str]
TITLE_OPENS = "title opens the text"
BODY: Part = ("body", "running text")
OUTSIDE: Part = ("navigation", "outside the body")
STANDFIRST: Part = ("title", "standfirst")
OTHER_STORY: Part = ("related", "another story")
COUNTER: Part = ("navigation", "counter")
REPEATED: Part = ("navigation", "repeated line")
TWICE: Part = ("caption", "line twice")
BYLINE: Part = ("byline", "who wrote")
DATES: Part = ("dates", "date line")
TITLE: Part = ("title", "title under the head")
CREDIT_LINE: Part = ("caption", "credit line")
CREDITED: Part = ("caption", "credit ends the line")
PART_OF_FORM: dict[str, Part] = {
    "title": ("title", "title printed again"),
    "navigation": ("navigation", "menu line"),
    "related": OTHER_STORY,
    "promo": ("promo", "appeal"),
    "caption": ("caption", "caption mark"),
    "credit": ("caption", "credit line"),
    "tail": ("tail", "tail line"),
    "end": ("tail", "end mark"),
    "embed": ("embed", "embedded post"),
}
LONGEST = {"navigation": 80, "related": 240, "promo": 320, "caption": 500, "tail": 600, "end": 80}
BRACKETED = re.compile(r"\[ .{3,200} \]$|\[[^\]]{3,200}\]\|?$|\([A-Z][\w./& -]{2,40}\)$")
CREDIT = re.compile(
    r"(?:[A-Z][\w.'’-]+\s){0,4}[A-Z][\w.'’-]+\s?[/|]\s?(?:[A-Z][\w.'’-]+\s?/?\s?){1,5}$"
    r"|(?:Getty|Reuters|REUTERS|AP|AFP|EPA|CC0|Shutterstock|iStock)(?:\sImages)?$"
    r"|.{0,60}\b(?:Getty(?:\sImages)?|AFP|REUTERS|Reuters|EPA|AP Photo|Bloomberg)$"
)
NAMES = re.compile(r"(?:[A-Z][\w.'’-]+[\s,|]{1,3}){1,5}(?:[A-Z][\w.'’-]+)$")
ROLE = re.compile(
    r"\b(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Ss]taff|[Cc]olumnist"
    r"|(?i:Associated Press)|Reuters|AFP|Agence|Yonhap|Press Trust|Bureau|Desk|Agency|Agencies"
    r"|News Service)\b"
)
_NOT_LETTERS = re.compile(r"[\W_]+")
_CREDITED = re.compile(
    r"[^\n]{15,480}\s?\((?:[A-Z][\w.'’-]*\s){0,5}[A-Z][\w.'’-]*\s?/\s?[A-Z][\w .,'’/-]{1,48}\)$"
)
_PHOTO_NOTE = re.compile(
    r".{0,400}[(\[](?:[^()\[\]]{0,40}\b)?(?:[Pp]hoto|Reuters|REUTERS|Getty|AP|AFP|EPA|Image|Picture|File)\b"
    r"[^()\[\]]{0,60}[)\]]$"
)
_REPORTED_FROM = re.compile(r"[—–_ ]{0,4}[A-Z][\w.'’ ,-]{4,160} reported from [A-Z].{2,160}\.$")
_BIO = re.compile(
    r"(?:[A-Z][\w.'’-]+\s){1,4}(?:is|was|are|covers?|writes?|reports?|has|joined|serves?|works?)\s"
    r".{0,200}?\b(?:editor|reporter|correspondent|writer|columnist|contributor|contributing|fellow"
    r"|professor|journalist|author|director|analyst|researcher|Twitter|twitter|bureau|freelance)\b"
)


def plain(text: str) -> str:
    """Return the letters and digits of ``text`` in lower case, to hold titles side by side."""
    return _NOT_LETTERS.sub("", text.lower())


def is_title(line: str, wanted: str) -> bool:
    """Whether a line is the title ``wanted``, a plain one, but for a name behind one of them."""
    if line[0].isalnum() and not wanted.startswith(line[0].lower()[0]):
        return False
    found = plain(line)
    return len(found) >= 12 and (wanted.startswith(found) or found.startswith(wanted))


def is_about_authors(text: str) -> bool:
    """Whether a line presents who wrote: "Eva Mala is a reporter for …"."""
    return bool(_BIO.match(text) or _REPORTED_FROM.match(text))


def is_credited_line(text: str) -> bool:
    """Whether brackets at the end credit a photograph: "(A. Name/Agency)", "(Reuters photo)"."""
    if _CREDITED.match(text):
        return True
    return len(text) > 30 and _PHOTO_NOTE.match(text) is not None and not head.is_byline(text)
