"""Names of models inside a noun phrase: "F-35As", "2A8", "155mm"."""

from analytics.extract.amounts import DASHES
from analytics.extract.tokens import Tokens


def model_end(tokens: Tokens, k: int) -> int:
    """Give where the name of a model that begins at ``k`` ends: "F-35As", "2A8"; 0 for none."""
    word = tokens.words[k]
    digit = word[0].isdigit()
    if not (tokens.capital(k) or (digit and tokens.capital(k - 1) and not tokens.joined(k))):
        return 0
    end = k + 1
    while end < k + 9 and tokens.joined(end):
        if not (tokens.words[end][0].isalnum() or tokens.words[end] in _WITHIN_MODELS):
            break
        digit = digit or tokens.words[end][0].isdigit()
        end += 1
    while tokens.words[end - 1] in _WITHIN_MODELS:
        end -= 1
    return end if digit and end > k + 1 else 0


_WITHIN_MODELS = frozenset("-‐‑/")


def ends_in_s(tokens: Tokens, last: int) -> bool:
    """Tell "F-35As" and "K9s" from "S-300PMU": a small s after a capital or a digit."""
    if tokens.words[last][-1] != "s" or tokens.text[tokens.end(last) - 1] != "s":
        return False
    before = tokens.text[tokens.end(last) - 2]
    return before.isdigit() or before.isupper()


def bore_end(tokens: Tokens, k: int) -> int:
    """Give where a bore that begins at ``k`` ends: "155mm", "7.62-mm"; 0 for none."""
    at = k + 1 + (tokens.word(k + 1) in DASHES)
    if at == k + 2 and tokens.joined(at) and tokens.word(at).isdigit() and tokens.joined(k + 1):
        return at + 1 if tokens.word(at + 1).isalpha() else 0  # "10 737-800 planes"
    return at + 1 if tokens.word(at) in _BORES else 0


_BORES = frozenset("mm millimeter millimetre millimeters millimetres".split())
