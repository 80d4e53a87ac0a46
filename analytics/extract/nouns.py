"""Tell whether a noun that is counted stands after a number."""

from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon


def noun_at(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    """Tell whether a known noun stands at ``at``."""
    return tokens.word(at) in lexicon.nouns


def plural_noun(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    """Tell whether a plural that is counted begins within two words of ``at``."""
    for k in range(at, at + 3):
        noun = lexicon.nouns.get(tokens.word(k))
        if noun is not None and noun.plural:
            return True
        if not tokens.word(k).isalpha() or tokens.word(k) in lexicon.grammar["stop"]:
            return False
    return False
