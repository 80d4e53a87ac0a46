"""Step over what stands between a subject and its verb: "12 men - a third of it - were sent"."""

from analytics.extract.amounts import DASHES
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

_LONGEST = 12  # words
_WITH = {"accompanied": "by", "backed": "by", "along": "with", "together": "with"}
_BEGIN = DASHES | _WITH.keys() | {"(", "of", ",", "and"}
_PART = frozenset("most many some including among all half both mostly mainly".split())
_WHOLE = frozenset("the its their these those".split())
_ONE = frozenset(("a", "an", "one", "his", "her", "their"))
VERBS = frozenset(
    """were was are have had will would died drowned perished arrived left returned departed
    landed""".split()
)
_ENDS = frozenset(". ; : ! ?".split())


def past_aside(tokens: Tokens, at: int, lexicon: FigureLexicon) -> int:
    """Give where the sentence goes on after the aside at ``at``; ``at`` where none begins."""
    word = tokens.word(at)
    if word not in _BEGIN:
        return at
    if (word in DASHES and not tokens.joined(at)) or word == "(":
        for k in range(at + 1, min(at + _LONGEST, len(tokens))):
            closing = tokens.words[k] in DASHES and not tokens.joined(k)
            if tokens.words[k] == ")" if word == "(" else closing:
                return at if tokens.word(k + 1) in ("to", "for") else k + 1
            if tokens.words[k] in _ENDS:
                break
    elif word == "of" and tokens.word(at + 1) in _WHOLE:
        for k in range(at + 2, min(at + 7, len(tokens))):
            noun = lexicon.nouns.get(tokens.words[k])
            if noun is not None and noun.plural:
                return k + 1 if tokens.word(k + 1) in VERBS else at  # "10 of the 32 jets are"
            if not tokens.words[k][0].isalnum():
                break
    elif word == "," and tokens.word(at + 1) in _PART:
        for k in range(at + 2, min(at + _LONGEST, len(tokens))):
            if tokens.words[k] == ",":
                return k + 1 if tokens.word(k + 1) in VERBS else at
            if tokens.words[k] in _ENDS:
                break
    elif word == "and" and tokens.word(at + 1) in _ONE and tokens.word(at + 2) in lexicon.nouns:
        return at + 3 if tokens.word(at + 3) in VERBS else at  # "six guards and a driver were"
    elif _WITH.get(word) == tokens.word(at + 1):
        for k in range(at + 2, min(at + _LONGEST, len(tokens))):
            noun = lexicon.nouns.get(tokens.words[k])
            if noun is not None and noun.plural:
                return k + 1
            if not tokens.words[k][0].isalnum():
                break
    return at
