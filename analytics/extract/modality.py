"""Tell what is reported from what is planned, denied or supposed, by the clause's words."""

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Modality

_CLAUSES = frozenset(
    """. ; : ” " — – but while after because why who which where when said says told carrying
    containing""".split()
)
_DETERMINERS = frozenset("a an the its their his".split())
_MODALS = frozenset("will would shall could might may are is".split())


def modality_of(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> Modality:
    """Tell what is reported from what is planned, denied or supposed, by the clause's words."""
    words, first, end = tokens.words, amount.first, max(amount.last, counted.last)
    cues = lexicon.cues["modality"].within(words, first - 12, end + 2)
    for k in reversed(cues):
        if k >= first:
            continue
        if _is_apart(words, k, first):
            break
        word = words[k]
        if word in ("may", "will") and tokens.capital(k):
            continue
        if word.startswith("den") and words[k + 1] in ("its", "his", "their"):
            continue  # "denies its $9 million drone was there"
        supposed = "if" in words[max(0, k - 10) : k]
        return "hypothetical" if supposed else cues[k]  # type: ignore[return-value]
    for k, found in cues.items():
        if k >= end and words[k] in _MODALS and not tokens.capital(k):
            return found  # type: ignore[return-value]
    return "reported"


def _is_apart(words: list[str], k: int, first: int) -> bool:
    """Tell whether another clause, or what is put in, begins between ``k`` and the number."""
    if not _CLAUSES.isdisjoint(words[k:first]):
        return True
    return any(words[j] == "," and words[j + 1] in _DETERMINERS for j in range(k, first))
