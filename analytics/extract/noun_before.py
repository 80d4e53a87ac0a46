"""Find the noun that a number has left behind: "Helicopters: 36", "pilots fell to 90"."""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.counted import Counted
from analytics.extract.modifiers import looks_plural
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Kind

_SAID = frozenset(
    """said says say saying told reported announced claimed put puts estimate estimates
    estimated show shows showed indicate""".split()
)
_SIZE = frozenset("size strength ranks number".split())


def noun_before(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> Counted | None:
    """Find the noun of a list entry or of a subject: "Helicopters: 36", "pilots fell to 90"."""
    at = amount.first - 1
    if tokens.word(at) in (":", "=") or tokens.word(at) in DASHES:
        return _named_before(tokens, at, lexicon)
    within: Counted | None = None
    teller = False
    for k in range(at, max(-1, at - 12), -1):
        word = tokens.words[k]
        if word in (".", ";", ")"):
            return within
        teller = (teller or word in _SAID) and word not in (",", "“", '"')
        if teller:
            continue  # "the officials said 54 had died"
        noun = lexicon.nouns.get(word)
        if k and (phrase := f"{tokens.words[k - 1]} {word}") in lexicon.nouns:
            word, noun = phrase, lexicon.nouns[phrase]  # "troop levels fell to 900"
        if tokens.capital(k) and tokens.capital(k - 1) and k < amount.first - 1:
            if _SIZE.isdisjoint(tokens.words[max(0, k - 5) : k]):
                continue  # of a name: "the group Front Line Defenders"
        if noun is not None and (noun.plural or noun.group in ("unit", "toll")):
            if amount.scale >= 1e6 and noun.group in ("person", "fighter"):
                return within  # "brothers with a worth of 1.3 billion"
            told = Counted(amount.last, amount.last, word, noun.kind, noun, borrowed=True)
            if noun.group != "unit" or tokens.word(k - 1 - (tokens.word(k - 1) == "the")) != "in":
                return told
            within = within or told  # "suicides in the army reached 349"
        if word == "strength" and (amount.low or 0) >= 100:
            return Counted(amount.last, amount.last, None, "personnel", borrowed=True)
        if word in ("troop", "personnel"):
            return Counted(amount.last, amount.last, word, "personnel", noun, borrowed=True)
    return within


def _named_before(tokens: Tokens, colon: int, lexicon: FigureLexicon) -> Counted | None:
    head = colon - 1
    word = tokens.word(head)
    noun = lexicon.nouns.get(word)
    end = colon + 1
    if noun is not None:
        return Counted(end, end, word, noun.kind, noun, borrowed=True)
    if word == "s" and tokens.joined(head) and tokens.words[head - 1].isdigit():
        first = head - 1
        while first > 0 and tokens.joined(first):
            first -= 1
        unit = tokens.raw(first, colon).lower()
        return Counted(end, end, unit, "weapons_platforms", borrowed=True)
    if looks_plural(word):
        kind: Kind = "weapons_platforms" if tokens.word(head - 1).isdigit() else "other"
        return Counted(end, end, word, kind, borrowed=True)
    return None
