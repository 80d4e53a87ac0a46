"""A number with the words that say it, and the magnitudes that multiply it."""

from dataclasses import dataclass
from typing import Literal

from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Hedge

Form = Literal["digits", "words", "vague", "share", "factor", "decades", "ordinal"]

DASHES = frozenset("-‐‑–")


@dataclass(slots=True)
class Number:
    """A number and the tokens ``first`` to before ``last`` that say it."""

    first: int
    last: int
    value: float
    form: Form
    hedge: Hedge = "exact"
    scale: float = 1.0  # the magnitude that ``value`` was multiplied by


def and_a_half(tokens: Tokens, value: float, last: int) -> tuple[float, int]:
    if tokens.word(last) not in ("and", "-"):
        return value, last
    if tokens.words[last : last + 3] == ["and", "a", "half"]:
        return value + 0.5, last + 3
    if tokens.words[last : last + 6] == ["-", "and", "-", "a", "-", "half"]:
        return value + 0.5, last + 6
    return value, last


def scaled(tokens: Tokens, number: Number, lexicon: FigureLexicon) -> Number:
    """Multiply by the magnitudes that follow: "1.5 million", "4 hundred thousand", "25k"."""
    for _ in range(3):
        at = number.last
        word = tokens.word(at)
        dash = word in DASHES and tokens.joined(at) and tokens.joined(at + 1)
        if dash:
            at += 1
            word = tokens.word(at)
        entry = lexicon.numbers.get(word)
        if entry is None:
            break
        joined = tokens.joined(at) and not dash
        if entry.value == 1e9 and not joined and _is_battalion(tokens, number, at, lexicon):
            break
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


def _is_battalion(tokens: Tokens, number: Number, at: int, lexicon: FigureLexicon) -> bool:
    """Tell "14 Bn", a battalion, from "Rs 14 Bn" and "14 bn"."""
    if tokens.raw(at, at + 1) != "Bn":
        return False
    priced = lexicon.currencies_before.before(tokens.words, number.first)
    return not priced and not lexicon.currencies_after.at(tokens.words, at + 1)
