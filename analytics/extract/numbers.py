"""Read numbers from the words of a sentence: digits, words, magnitudes, fractions, vague ones."""

from analytics.extract.fractions import (
    DENOMINATORS,
    fraction_at,
    half_at,
    share_after,
    written_fraction,
)
from analytics.extract.magnitudes import DASHES, Number, and_a_half, scaled
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

_INDEFINITE = frozenset(("several", "few", "many"))
_LONGEST = 15  # digits; a longer run is a code, not a count
_GOES_ON = DASHES | {",", "/", "and"}  # signs and a word behind which a number may go on


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
        return half_at(tokens, i, lexicon)
    if group == "fraction":
        return fraction_at(tokens, i, value, lexicon)
    if group == "glyph":
        return Number(i, i + 1, value, "digits")
    if group == "pair":
        first = i - 1 if tokens.word(i - 1) in ("a", "one") else i
        return Number(first, i + 1, 2, "words") if tokens.word(i + 1) == "of" else None
    if group == "factor":
        told = tokens.word(i + 1) in ("to", "")  # "doubled to 1,204"; "doubled down", "its size"
        told = told and tokens.word(i + 2) not in ("the", "a")  # "doubled to the most ever"
        return Number(i, i + 1, value, "factor") if told else None
    if group == "fold":
        return Number(i, i + 1, value, "factor")
    if group in ("decade", "decades"):
        return _decades(tokens, i, value, group == "decades")
    return None  # a suffix without digits: "a K2 tank"


def _digits(tokens: Tokens, i: int, lexicon: FigureLexicon) -> Number | None:
    words = tokens.padded
    word, after, over = words[i], words[i + 1], words[i + 2]
    if len(word) > _LONGEST:
        return None
    value, first, last = float(word.replace(",", "")), i, i + 1
    if words[i - 1] == "." and tokens.joined(i) and not tokens.joined(i - 1):
        value, first = float(f"0.{word}") if word.isdecimal() else value, i - 1
    if over != "/" and after not in _GOES_ON and after not in lexicon.numbers:
        return Number(first, last, value, "digits")
    if over == "/" and word.isdecimal() and not tokens.joined(i + 1):
        under = words[i + 3]
        if after.isdecimal() and under.isdecimal() and float(under) in DENOMINATORS:
            return Number(i, i + 4, value + float(after) / float(under), "digits")
    if over == "000" and after == "," and len(word) < 4 and tokens.joined(i + 1):
        return scaled(tokens, Number(first, i + 3, value * 1000, "digits"), lexicon)
    if after == "/" and over.isdecimal() and tokens.joined(i + 1) and "," not in word:
        return written_fraction(tokens, i, value, float(over), lexicon)
    if tokens.joined(last):
        glyph = lexicon.numbers.get(after)
        if glyph and glyph.group == "glyph":
            value, last = value + glyph.value, last + 1
    value, last = and_a_half(tokens, value, last)
    return scaled(tokens, Number(first, last, value, "digits"), lexicon)


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
    if scale == 12:
        number.hedge = "about"  # "two dozen"
    number.value, number.last = and_a_half(tokens, number.value, number.last)
    if number.last > last:
        number = scaled(tokens, number, lexicon)
    return share_after(tokens, number, lexicon)


def _links(tokens: Tokens, at: int, last: int, room: float, lexicon: FigureLexicon) -> bool:
    """Tell whether token ``at`` joins two number words: "twenty-one", "hundred and five"."""
    word, entry = tokens.word(at), lexicon.numbers.get(tokens.word(at + 1))
    if at != last or entry is None or entry.group not in ("unit", "teen", "ten", "magnitude"):
        return False
    if word == "and":
        return room in (100.0, 1000.0) and entry.value < 100
    if word in DASHES and tokens.joined(at) and tokens.joined(at + 1):
        return entry.value < room or entry.group == "magnitude"
    return False


def _indefinite(tokens: Tokens, i: int, lexicon: FigureLexicon) -> Number | None:
    """Read a magnitude without a number of its own: "a hundred", "a dozen", "several thousand"."""
    entry = lexicon.numbers[tokens.words[i]]
    before = tokens.word(i - 1)
    if tokens.words[max(0, i - 2) : i] == ["by", "the"]:
        return None  # "built by the dozen"
    number = Number(i, i + 1, entry.value, "words", scale=entry.value)
    if entry.group == "dozen":
        number.hedge = "about"
    couple = tokens.words[max(0, i - 2) : i] == ["couple", "of"]
    if before in _INDEFINITE or couple:
        plural = lexicon.numbers.get(tokens.words[i] + "s")  # as much as "hundreds"
        number.value = plural.value if plural else 2 * entry.value
        number.first, number.form, number.hedge = i - 1 - couple, "vague", "at_least"
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
    return scaled(tokens, number, lexicon)


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
        led = lexicon.roles.get(tokens.word(i - 1))
        hurt = led is not None and led.kind == "casualties"  # "injuring scores"
        alone = len(tokens) == 1  # as it is proved
        if tokens.words[i] == "tens" or not (hurt or alone or tokens.word(last) in _HAVE):
            return None
    first = i
    if tokens.word(i - 1) in _INDEFINITE:
        first = i - 1
    return Number(first, last, value, "vague", "at_least")


_HAVE = frozenset("have were are had injured wounded dead killed missing".split())


def _decades(tokens: Tokens, i: int, value: float, plural: bool) -> Number | None:
    """Read "decades" and "a decade" where no number stands before them."""
    before = tokens.word(i - 1)
    if tokens.words[i].endswith(_GENITIVE) and tokens.word(i + 1) not in ("worth", ""):
        return None
    if plural:
        if tokens.words[max(0, i - 3) : i] == ["how", "many", "more"]:
            return None
        first = i - 1 if before in _INDEFINITE else i
        return Number(first, i + 1, value, "decades", "at_least")
    if tokens.words[i + 1 : i + 3] in (["-", "old"], ["-", "long"]):
        return Number(i, i + 3, value, "decades")  # "their decade-old war"
    if before not in _ONE_DECADE:
        return None
    return Number(i - 1, i + 1, value, "decades")


_ONE_DECADE = frozenset("a full past last entire next coming previous preceding".split())
_GENITIVE = ("'s", "’s", "s'", "s’")  # "a decade's worth" is one, "the decade's end" none
