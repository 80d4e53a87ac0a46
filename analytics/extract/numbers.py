"""Read numbers from the words of a sentence: digits, words, magnitudes, fractions, vague ones."""

from dataclasses import dataclass
from typing import Literal

from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Hedge

Form = Literal["digits", "words", "vague", "share", "factor", "decades", "ordinal"]

_DASHES = frozenset("-‐‑–")
_INDEFINITE = frozenset(("several", "few", "many"))
_DENOMINATORS = frozenset((2, 3, 4, 5, 8, 10))
_LONGEST = 15  # digits; a longer run is a code, not a count


@dataclass(slots=True)
class Number:
    """A number and the tokens ``first`` to before ``last`` that say it."""

    first: int
    last: int
    value: float
    form: Form
    hedge: Hedge = "exact"
    scale: float = 1.0  # the magnitude that ``value`` was multiplied by


def read_number(tokens: Tokens, i: int, lexicon: FigureLexicon) -> Number | None:
    """Read the number that begins at token ``i``, or whose magnitude stands there ("a dozen")."""
    word = tokens.words[i]
    if "0" <= word[0] <= "9":
        return _digits(tokens, i, lexicon)
    entry = lexicon.numbers.get(word)
    if entry is None:
        return None
    group, value = entry
    if group in ("unit", "teen", "ten"):
        return _words(tokens, i, lexicon)
    if group in ("magnitude", "dozen"):
        return _indefinite(tokens, i, lexicon)
    if group == "plural":
        return _plural(tokens, i, value, lexicon)
    if group == "half":
        return _half(tokens, i, lexicon)
    if group == "fraction":
        return _fraction(tokens, i, value, lexicon)
    if group == "glyph":
        return Number(i, i + 1, value, "digits")
    if group == "pair":
        first = i - 1 if tokens.word(i - 1) in ("a", "one") else i
        return Number(first, i + 1, 2, "words") if tokens.word(i + 1) == "of" else None
    if group == "factor":  # "doubled to 1,204", not "doubled down"
        told = tokens.word(i + 1) in ("to", "from", "since", "their", "its", "the", "by", "")
        return Number(i, i + 1, value, "factor") if told else None
    if group == "fold":
        return Number(i, i + 1, value, "factor")
    if group in ("decade", "decades"):
        return _decades(tokens, i, value, group == "decades")
    return None  # a suffix without digits: "a K2 tank"


def _digits(tokens: Tokens, i: int, lexicon: FigureLexicon) -> Number | None:
    word = tokens.words[i]
    if len(word) > _LONGEST:
        return None
    value, first, last = float(word.replace(",", "")), i, i + 1
    if tokens.joined(i) and tokens.words[i - 1] == "." and not tokens.joined(i - 1):
        value, first = float(f"0.{word}") if word.isdecimal() else value, i - 1
    if tokens.words[i + 2 : i + 3] == ["/"] and word.isdecimal() and not tokens.joined(i + 1):
        under = tokens.word(i + 3)
        if tokens.words[i + 1].isdecimal() and under.isdecimal() and float(under) in _DENOMINATORS:
            return Number(i, i + 4, value + float(tokens.words[i + 1]) / float(under), "digits")
    over = tokens.word(i + 2)
    if over == "000" and tokens.word(i + 1) == "," and len(word) < 4 and tokens.joined(i + 1):
        return _scaled(tokens, Number(first, i + 3, value * 1000, "digits"), lexicon)
    if tokens.word(i + 1) == "/" and over.isdecimal() and tokens.joined(i + 1) and "," not in word:
        return _written_fraction(tokens, i, value, float(over), lexicon)
    if tokens.joined(last):
        glyph = lexicon.numbers.get(tokens.word(last))
        if glyph and glyph.group == "glyph":
            value, last = value + glyph.value, last + 1
    value, last = _and_a_half(tokens, value, last)
    return _scaled(tokens, Number(first, last, value, "digits"), lexicon)


def _written_fraction(
    tokens: Tokens, i: int, over: float, under: float, lexicon: FigureLexicon
) -> Number | None:
    """Read "1/4", "1/4th": a share; "9/11" and "24/7" are none."""
    if under not in _DENOMINATORS or over >= under or tokens.word(i + 3) == "/":
        return None
    last = i + 3
    if lexicon.units.at(tokens.words, last) and tokens.word(last) != "%":
        return Number(i, last, over / under, "digits")  # "1/2 pound"
    if tokens.joined(last) and tokens.word(last) in ("th", "rd", "ths", "rds"):
        last += 1
    return Number(i, last, over / under, "share")


def _and_a_half(tokens: Tokens, value: float, last: int) -> tuple[float, int]:
    if tokens.words[last : last + 3] == ["and", "a", "half"]:
        return value + 0.5, last + 3
    if tokens.words[last : last + 6] == ["-", "and", "-", "a", "-", "half"]:
        return value + 0.5, last + 6
    return value, last


def _scaled(tokens: Tokens, number: Number, lexicon: FigureLexicon) -> Number:
    """Multiply by the magnitudes that follow: "1.5 million", "4 hundred thousand", "25k"."""
    for _ in range(3):
        at = number.last
        dash = tokens.word(at) in _DASHES and tokens.joined(at) and tokens.joined(at + 1)
        at += dash
        entry = lexicon.numbers.get(tokens.word(at))
        if entry is None:
            break
        joined = tokens.joined(at) and not dash
        many = entry.group == "plural" and tokens.words[at] in ("lakhs", "crores")
        if many:
            entry = lexicon.numbers[tokens.words[at][:-1]]
        if not (
            entry.group in ("magnitude", "dozen")
            or (entry.group == "suffix" and (joined or len(tokens.words[at]) > 1))
        ):
            break
        number.value *= entry.value
        number.scale *= entry.value
        number.last = at + 1
    return number


def _words(tokens: Tokens, i: int, lexicon: FigureLexicon) -> Number:
    """Read "twenty-eight", "three hundred and fifty thousand", "two dozen"."""
    total, current, at = 0.0, 0.0, i
    last, scale = i, 1.0
    room = float("inf")  # what the next word must be smaller than
    limit = float("inf")  # and the next magnitude
    while at < i + 16:
        word = tokens.word(at)
        entry = lexicon.numbers.get(word)
        if entry is not None and entry.group in ("unit", "teen", "ten") and entry.value < room:
            current += entry.value
            room = 10.0 if entry.group == "ten" else 0.0
        elif entry is not None and entry.group in ("magnitude", "dozen"):
            if entry.value == 100 and current < 100:
                current, room = (current or 1) * 100, 100.0
            elif entry.value < limit and current:
                limit = entry.value
                total += current * entry.value
                current, room = 0.0, min(entry.value, 1000.0)
            else:
                break
            scale = max(scale, entry.value)
        elif _links(tokens, at, last, room, lexicon):
            at += 1
            continue
        else:
            break
        at += 1
        last = at
    number = Number(i, last, total + current, "words", scale=scale)
    number.value, number.last = _and_a_half(tokens, number.value, number.last)
    if number.last > last:
        number = _scaled(tokens, number, lexicon)
    return _shares(tokens, number, lexicon)


def _links(tokens: Tokens, at: int, last: int, room: float, lexicon: FigureLexicon) -> bool:
    """Tell whether token ``at`` joins two number words: "twenty-one", "hundred and five"."""
    word, entry = tokens.word(at), lexicon.numbers.get(tokens.word(at + 1))
    if at != last or entry is None or entry.group not in ("unit", "teen", "ten", "magnitude"):
        return False
    if word == "and":
        return room in (100.0, 1000.0) and entry.value < 100
    if word in _DASHES and tokens.joined(at) and tokens.joined(at + 1):
        return entry.value < room or entry.group == "magnitude"
    return False


def _shares(tokens: Tokens, number: Number, lexicon: FigureLexicon) -> Number:
    """Turn "two thirds", "three-quarters" into a share where a fraction follows."""
    at = number.last + (tokens.word(number.last) in _DASHES)
    entry = lexicon.numbers.get(tokens.word(at))
    if entry is None or entry.group != "fraction" or not 1 <= number.value <= 9:
        return number
    if (number.value == 1) == tokens.words[at].endswith("s"):
        return number
    number.value *= entry.value
    number.last, number.form = at + 1, "share"
    return number


def _indefinite(tokens: Tokens, i: int, lexicon: FigureLexicon) -> Number | None:
    """Read a magnitude without a number of its own: "a hundred", "a dozen", "several thousand"."""
    entry = lexicon.numbers[tokens.words[i]]
    before = tokens.word(i - 1)
    number = Number(i, i + 1, entry.value, "words", scale=entry.value)
    if entry.group == "dozen":
        number.hedge = "about"
    if before in _INDEFINITE or tokens.words[max(0, i - 2) : i] == ["couple", "of"]:
        plural = lexicon.numbers.get(tokens.words[i] + "s")  # as much as "hundreds"
        number.value = plural.value if plural else 2 * entry.value
        number.first, number.form, number.hedge = i - 1, "vague", "at_least"
    elif before in ("baker's", "baker’s"):
        number.first, number.value, number.hedge = i - 1, 13, "exact"
    elif before in ("a", "an", "one"):
        number.first = i - 1
    elif before == "couple":
        number.first, number.value, number.hedge = i - 1, 2 * entry.value, "about"
    elif entry.group != "dozen":
        return None
    if number.first and tokens.word(number.first - 1) == "a" and before != "a":
        number.first -= 1
    return _scaled(tokens, number, lexicon)


def _plural(tokens: Tokens, i: int, value: float, lexicon: FigureLexicon) -> Number | None:
    """Read "dozens", "hundreds of thousands", "tens of millions"."""
    last = i + 1
    if tokens.word(last) == "of":
        entry = lexicon.numbers.get(tokens.word(last + 1))
        if entry is not None and entry.group == "plural" and tokens.words[last + 1][0] in "tmb":
            singular = lexicon.numbers.get(tokens.words[last + 1][:-1])
            if singular is not None:
                return Number(i, last + 2, value * singular.value, "vague", "at_least")
    if tokens.word(last) in ("upon", "and", "of") and tokens.word(last + 1) == tokens.words[i]:
        return Number(i, last + 2, value, "vague", "at_least")
    if tokens.words[i] in ("tens", "scores") and tokens.word(last) not in ("of", "more"):
        return None
    first = i
    if tokens.word(i - 1) in _INDEFINITE:
        first = i - 1
    return Number(first, last, value, "vague", "at_least")


def _half(tokens: Tokens, i: int, lexicon: FigureLexicon) -> Number | None:
    """Read "half a million", "half-dozen" as counts, "half of them" as a share."""
    at = i + 1
    while tokens.word(at) in ("a", "an") or tokens.word(at) in _DASHES:
        at += 1
    entry = lexicon.numbers.get(tokens.word(at))
    if entry is not None and entry.group in ("magnitude", "dozen") and at <= i + 2:
        hedge: Hedge = "about" if entry.group == "dozen" else "exact"
        first = i - 1 if tokens.word(i - 1) == "a" else i
        return Number(first, at + 1, entry.value / 2, "words", hedge, entry.value)
    if at == i + 2 and tokens.words[i + 1] in ("a", "an") and lexicon.units.at(tokens.words, at):
        return Number(i, at, 0.5, "words")  # "half an hour"
    if tokens.words[max(0, i - 2) : i] == ["and", "a"]:
        return _one_and_a_half(tokens, i, lexicon)
    if at > i + 1 or tokens.word(i - 1) in _NO_SHARE or tokens.joined(i):
        return None
    return Number(i, i + 1, 0.5, "share")


def _one_and_a_half(tokens: Tokens, i: int, lexicon: FigureLexicon) -> Number | None:
    """Read "a year and a half", whose unit stands within the number."""
    unit = lexicon.units.at(tokens.words, i - 3) if i > 3 else None
    if unit is None or unit[0] != 1 or tokens.words[i - 4] not in ("a", "an"):
        return None
    return Number(i - 4, i + 1, 1.5, "words") if unit[1].kind == "duration" else None


_NO_SHARE = frozenset(
    """first second other latter former better - early late and northern southern eastern western
    upper lower top bottom back front rear""".split()
)


def _fraction(tokens: Tokens, i: int, value: float, lexicon: FigureLexicon) -> Number | None:
    """Read "a third of", "a quarter of a million"; "a third test" is an ordinal."""
    word = tokens.words[i]
    after = tokens.word(i + 1)
    if tokens.word(i - 1) in _SIDES and after in ("of", "") and not word.endswith("s"):
        return Number(i - 1, i + 1, value, "share")
    if tokens.word(i - 1) != "a" or word.endswith("s"):
        return None
    if tokens.words[i + 1 : i + 3] == ["of", "a"]:
        entry = lexicon.numbers.get(tokens.word(i + 3))
        if entry is not None and entry.group == "magnitude":
            return Number(i - 1, i + 4, value * entry.value, "words", scale=entry.value)
        if lexicon.units.at(tokens.words, i + 3):
            return Number(i - 1, i + 3, value, "words")  # "a quarter of a century"
    if after in _AFTER_SHARE or not after:
        return Number(i - 1, i + 1, value, "share")
    return None


_SIDES = frozenset("northern southern eastern western central remaining upper lower".split())
_AFTER_SHARE = frozenset(
    """of . , ; less more fewer lower higher to in since by and from ) are were have live
    lived""".split()
)


def _decades(tokens: Tokens, i: int, value: float, plural: bool) -> Number | None:
    """Read "decades" and "a decade" where no number stands before them."""
    before = tokens.word(i - 1)
    if plural:
        first = i - 1 if before in _INDEFINITE else i
        return Number(first, i + 1, value, "decades", "at_least")
    if before not in ("a", "full", "past", "last", "entire"):
        return None
    return Number(i - 1, i + 1, value, "decades")
