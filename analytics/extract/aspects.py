"""Tell a level from a change, a running total, a new count, a rate and a capacity."""

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.governing import Governed
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Aspect

_WITHIN = frozenset(("in", "within", "over", "for", "after", "than", "once", "twice"))


def aspect_of(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    lexicon: FigureLexicon,
) -> Aspect:
    """Tell a level from a change, a running total, a new count, a rate and a capacity."""
    cues = lexicon.cues["aspect"]
    end = max(amount.last, counted.last)
    for k in range(end, min(end + 2, len(tokens))):
        found = cues.at(tokens.words, k)
        if found is not None and found[1] == "rate" and tokens.words[k - 1] not in _WITHIN:
            return "rate"
    for k in range(max(0, amount.first - 10), min(end + 10, len(tokens))):
        found = cues.at(tokens.words, k)
        if tokens.words[k] == "since" and 2 < k < amount.first:
            continue  # of another clause: "doubts since he chose to withdraw 900 troops"
        if found is not None and (found[1] != "rate" or found[0] == 1):
            return found[1]  # type: ignore[return-value]
    if counted.kind in ("casualties", "events") or (
        governed is not None and governed.role.role in ("killed", "wounded", "captured", "launched")
    ):
        return "new"
    return "level"
