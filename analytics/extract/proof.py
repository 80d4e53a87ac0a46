"""No figure without its proof: its digits or words stand at its span and say its value again."""

from itertools import pairwise

from analytics.extract.quantities import read_amounts
from analytics.extract.tokens import Tokens, tokenise
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Figure


def proves(text: str, lowered: str, figure: Figure, lexicon: FigureLexicon) -> bool:
    """Tell whether the words of ``text`` at the span of ``figure`` say its value, read anew.

    What the hedge opened is closed again: the ends that are not null must be those of one and the
    same amount, so that digits of two numbers never make one.
    """
    return proves_by(tokenise(text, lowered, figure.start, figure.end), figure, lexicon)


def proves_by(tokens: Tokens, figure: Figure, lexicon: FigureLexicon) -> bool:
    """Tell the same of ``tokens``, which are all that stands at the span of ``figure``."""
    numbers = lexicon.numbers
    starts = [i for i, w in enumerate(tokens.words) if w in numbers or ":" > w >= "0"]
    if len(starts) == 1 and _is_alone(tokens, starts[0]):
        # A number that no other and no sign stands with: there is nothing to read anew.
        value = _value(tokens.words[starts[0]], lexicon)
        if value is not None and figure.low in (None, value) and figure.high in (None, value):
            return True
    amounts = read_amounts(tokens, starts, lexicon)
    for left, right in pairwise(amounts):  # "5-10", a range by the words after it
        close = figure.hedge == "range" and right.number_first - left.last <= 2
        if close and left.low == figure.low and right.high == figure.high:
            return True
    for amount in amounts:
        ends = (None, amount.low, amount.high)
        if figure.low in ends and figure.high in ends:
            return True
    return False


def _value(word: str, lexicon: FigureLexicon) -> float | None:
    """Give what digits or a word for a whole number say by themselves: "1,204", "twelve"."""
    if ":" > word >= "0":
        return float(word.replace(",", ""))
    number = lexicon.numbers[word]
    return number.value if number.group in _WHOLE else None


_WHOLE = frozenset(("unit", "teen", "ten"))


def _is_alone(tokens: Tokens, at: int) -> bool:
    """Tell a number that nothing beside it adds to: no sign, no point, no "m" for a million."""
    before = tokens.word(at - 1)
    return tokens.word(at + 1) != "m" and (not at or (before.isalpha() and before != "minus"))
