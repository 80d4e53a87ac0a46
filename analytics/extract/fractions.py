"""Read fractions: "two thirds", "half a million", "a year and a half", "1/4th"."""

from analytics.extract.magnitudes import DASHES, Number
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Hedge

DENOMINATORS = frozenset((2, 3, 4, 5, 8, 10))


def written_fraction(
    tokens: Tokens, i: int, over: float, under: float, lexicon: FigureLexicon
) -> Number | None:
    """Read "1/4", "1/4th": a share; "9/11" and "24/7" are none."""
    if under not in DENOMINATORS or over >= under or tokens.word(i + 3) == "/":
        return None
    last = i + 3
    if lexicon.units.at(tokens.words, last) and tokens.word(last) != "%":
        return Number(i, last, over / under, "digits")  # "1/2 pound"
    if tokens.joined(last) and tokens.word(last) in ("th", "rd", "ths", "rds"):
        last += 1
    return Number(i, last, over / under, "share")


def share_after(tokens: Tokens, number: Number, lexicon: FigureLexicon) -> Number:
    """Turn "two thirds", "three-quarters" into a share where a fraction follows."""
    at = number.last + (tokens.word(number.last) in DASHES)
    entry = lexicon.numbers.get(tokens.word(at))
    if entry is None or entry.group not in ("fraction", "half") or not 1 <= number.value <= 9:
        return number
    if (number.value == 1) == tokens.words[at].endswith("s"):
        return number
    if entry.group == "half" and not (at > number.last or tokens.word(at + 1) == "of"):
        return number  # "one half hour late"
    number.value *= entry.value
    number.last, number.form = at + 1, "share"
    return _of_one(tokens, number, lexicon)


def _of_one(tokens: Tokens, number: Number, lexicon: FigureLexicon) -> Number:
    """Read "two-thirds of a mile", "one-half of a percent", "three quarters of a million"."""
    at = number.last + 2
    if tokens.words[number.last : at] not in (["of", "a"], ["of", "an"], ["of", "one"]):
        return number
    entry = lexicon.numbers.get(tokens.word(at))
    if entry is not None and entry.group == "magnitude":
        number.value, number.scale = number.value * entry.value, entry.value
        number.last, number.form = at + 1, "words"
    elif lexicon.units.at(tokens.words, at):
        number.last, number.form = at, "words"
    return number


def half_at(tokens: Tokens, i: int, lexicon: FigureLexicon) -> Number | None:
    """Read "half a million", "half-dozen" as counts, "half of them" as a share."""
    at = i + 1
    while tokens.word(at) in ("a", "an") or tokens.word(at) in DASHES:
        at += 1
    entry = lexicon.numbers.get(tokens.word(at))
    if entry is not None and entry.group in ("magnitude", "dozen") and at <= i + 2:
        hedge: Hedge = "about" if entry.group == "dozen" else "exact"
        first = i - 1 if tokens.word(i - 1) == "a" else i
        return Number(first, at + 1, entry.value / 2, "words", hedge, entry.value)
    if at == i + 2 and tokens.words[i + 1] in ("a", "an") and lexicon.units.at(tokens.words, at):
        return Number(i, at, 0.5, "words")  # "half an hour"
    if at == i + 1 and tokens.word(i - 1) == "a" and tokens.word(at) in _LONG:
        return Number(i - 1, at, 0.5, "words")  # "a half century"
    if at == i + 2 and tokens.joined(at) and lexicon.units.at(tokens.words, at):
        return Number(i, i + 1, 0.5, "words")  # "half-ton bombs"
    if tokens.words[max(0, i - 2) : i] == ["and", "a"]:
        return _one_and_a_half(tokens, i, lexicon)
    if at > i + 1 or tokens.joined(i):
        return None
    of_them = tokens.word(i + 1) == "of" and tokens.word(i + 2) in _WHOLES
    if tokens.word(i - 1) in _NO_SHARE and not (of_them and tokens.word(i - 1) == "and"):
        return None
    return _of_one(tokens, Number(i, i + 1, 0.5, "share"), lexicon)


def _one_and_a_half(tokens: Tokens, i: int, lexicon: FigureLexicon) -> Number | None:
    """Read "a year and a half", whose unit stands within the number."""
    unit = lexicon.units.at(tokens.words, i - 3) if i > 3 else None
    if unit is None or unit[0] != 1 or tokens.words[i - 4] not in ("a", "an"):
        return None
    return Number(i - 4, i + 1, 1.5, "words") if unit[1].kind == "duration" else None


_LONG = frozenset("century decade year hour mile day".split())
_WHOLES = frozenset("the its their them those these all".split())
_NO_SHARE = frozenset(
    """first second other latter former better - early late and northern southern eastern western
    upper lower top bottom back front rear""".split()
)


def fraction_at(tokens: Tokens, i: int, value: float, lexicon: FigureLexicon) -> Number | None:
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
        if word == "third" and after in _CLOSED and not _is_share_of(tokens, i - 2, lexicon):
            return None  # "killed two soldiers and seized a third."
        return Number(i - 1, i + 1, value, "share")
    return None


def _is_share_of(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    """Tell "fell by a third" and "nearly a third" from a third person or thing."""
    word = tokens.word(at)
    if word in ("by", "up", "down"):
        before = tokens.words[max(0, at - 12) : at]
        return not lexicon.grammar["moving"].isdisjoint(before)
    if at < 0 or lexicon.hedges_before.before(tokens.words, at + 1) is not None:
        return True
    return word in _SHARED or word in lexicon.grammar["moving"]


_CLOSED = frozenset(". , ; )".split())
_SHARED = frozenset("to of is was only just about than or".split())
_SIDES = frozenset("northern southern eastern western central remaining upper lower".split())
_AFTER_SHARE = frozenset(
    """of . , ; less more fewer lower higher to in since by and from ) are were have has had
    live lived""".split()
)
