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
    cues = lexicon.cues["modality"]
    end = max(amount.last, counted.last)
    if cues.none_begins(tokens.words[max(0, amount.first - 12) : end + 2]):
        return "reported"
    for k in range(amount.first - 1, max(-1, amount.first - 13), -1):
        word = tokens.words[k]
        if word in _CLAUSES or (word == "," and tokens.word(k + 1) in _DETERMINERS):
            break
        found = cues.at(tokens.words, k)
        if found is not None and not (word in ("may", "will") and tokens.capital(k)):
            if word.startswith("den") and tokens.word(k + 1) in ("its", "his", "their"):
                continue  # "denies its $9 million drone was there"
            supposed = "if" in tokens.words[max(0, k - 10) : k]
            return "hypothetical" if supposed else found[1]  # type: ignore[return-value]
    for k in range(end, min(end + 2, len(tokens))):
        if tokens.words[k] in _MODALS and not tokens.capital(k):
            found = cues.at(tokens.words, k)
            if found is not None:
                return found[1]  # type: ignore[return-value]
    return "reported"
