"""Name what is counted: a soldier is a soldier, but "teams" are told apart by what is before them.

Of the kinds that the product knows (personnel, platforms, munitions …) the head noun is the unit,
so that their series hold like with like. The rest is of every sort, and its head noun alone says
little: there the unit is the noun with its modifiers, "charging stations", "eligible voters".
"""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.counted import Counted
from analytics.extract.rates import with_rate
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

_LONGEST = 5  # words; a longer phrase is named by its head alone
_SKIPPED = frozenset(
    """the its their his her our my your these those this that all of same more additional extra
    further another other such or so odd taken held""".split()
)


def unit_of(tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon) -> str | None:
    """Give the unit of a figure, lower case: the head noun, of other things with its modifiers.

    What is told by the month or the barrel has both in its name: "dollar per month". Null where
    the text names nothing.
    """
    named = _named(tokens, amount, counted, lexicon)
    return with_rate(tokens, amount, counted, named, lexicon)


def _named(tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon) -> str | None:
    at = amount.last
    if (
        counted.unit is None
        or counted.kind != "other"
        or counted.borrowed
        or counted.compound
        or counted.last <= at + 1
        or not counted.unit.endswith(tokens.words[counted.last - 1])
    ):
        return counted.unit
    words: list[str] = []
    for k in range(at, counted.last):
        word = tokens.words[k]
        if word in _SKIPPED and not words:
            continue
        if word.endswith(("'s", "’s")) or word in lexicon.numbers:
            words = []  # the owner, or the whole of a part
        elif word in DASHES and words and tokens.joined(k) and tokens.joined(k + 1):
            words[-1] += "-"
        elif not word[0].isalpha():
            return counted.unit
        elif words and words[-1].endswith("-"):
            words[-1] += word
        else:
            words.append(word)
    return " ".join(words) if 0 < len(words) <= _LONGEST else counted.unit
