"""Say what a sum or a share is of: "2 percent of GDP", "a $2 billion aid package"."""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.counted import Counted
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

_LONGEST = 5  # words
_LEADING = frozenset("the a an its their his her our this that all new additional more".split())


def whole_of(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> str | None:
    """Give the words that name what a sum or a share is of, lower case; null where none do."""
    if counted.kind not in ("money", "percent"):
        return None
    at = max(amount.last, counted.last)
    word = tokens.word(at)
    if word == "worth":
        at += 1
        word = tokens.word(at)
    if word in ("of", "in", "for"):
        if word == "for" and counted.kind == "percent":
            return None
        at += 1
    elif word in DASHES:
        at += 1
    elif word in _EACH and _is_time(tokens, at + 1, lexicon):
        return None  # "$2 million a year"
    while tokens.word(at) in _LEADING:
        at += 1
    return _phrase(tokens, at, lexicon)


_EACH = frozenset(("a", "an", "each", "every", "per"))


def _is_time(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    unit = lexicon.units.at(tokens.words, at)
    return unit is not None and unit[1].kind == "duration" and not tokens.words[at].endswith("s")


def _phrase(tokens: Tokens, at: int, lexicon: FigureLexicon) -> str | None:
    """Take the words from ``at`` to where the noun phrase ends."""
    stops, verbs = lexicon.grammar["stop"], lexicon.grammar["verb"]
    if tokens.word(at).endswith(("'s", "’s")) and tokens.word(at + 1)[:1].isdigit():
        at += 2  # "half of the country's 24 million drivers"
        while tokens.word(at) in lexicon.numbers:
            at += 1
    last = at
    while last < min(at + _LONGEST, len(tokens)):
        word = tokens.words[last]
        if not word[0].isalpha() or word in stops or (word in verbs and word not in lexicon.nouns):
            break
        if word in lexicon.grammar["month"] and tokens.capital(last):
            break
        last += 1
    if last == at or tokens.words[at] in lexicon.grammar["weekday"]:
        return None
    return " ".join(tokens.words[at:last])
