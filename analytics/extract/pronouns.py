"""Tell "one soldier" from "one of the", "no one", "the one that", "one can"."""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.designations import QUOTES, is_prose
from analytics.extract.modifiers import is_name
from analytics.extract.nouns import noun_at
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon


def one_reason(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> str | None:
    """Tell "one soldier" from "one of the", "no one", "the one that", "one can"."""
    at, before = amount.last, tokens.word(amount.number_first - 1)
    after = tokens.word(at)
    if amount.count == 2 and noun_at(tokens, at + (after == "such"), lexicon):
        return None  # "one or two such weapons"
    if after == "of":
        return "one of the"
    if after == "china" or (after in QUOTES and tokens.word(at + 1) == "china"):
        return "designation"  # the policy of "one China"
    if before == "least" and noun_at(tokens, at, lexicon):
        return None
    more = lexicon.hedges_after.at(tokens.words, at) if after == "or" else None
    if more is not None:  # "one or more members", "one or more of them"
        return None if tokens.word(at + more[0]) != "of" else "pronoun"
    if tokens.joined(amount.number_first) and before in DASHES:
        return "pronoun"  # "two-to-one", "one-on-one"
    if before == "by" and tokens.word(amount.number_first - 2) == "one":
        return "pronoun"
    if after == "by" or (after in DASHES and tokens.word(at + 1) in ("on", "to", "by")):
        return "pronoun"  # "one by one"
    if tokens.capital(amount.number_first) and tokens.capital(amount.number_first - 1):
        if amount.number_first > 1 and is_prose(tokens, at):
            return "designation"  # "Air Force One"
    said = tokens.word(amount.number_first - 2)
    if before == "that" and (said in lexicon.grammar["verb"] or said.endswith("ed")):
        before = ""  # "conceded that one sailor died"
    if before in ("what", "as") and not _CALLED.isdisjoint(tokens.words[at + 1 : at + 6]):
        return "pronoun"  # "what one official called a mess", "as one envoy put it"
    if before in ("at", "in") and tokens.word(amount.number_last) in ("point", "form", "incident"):
        return "pronoun"
    if amount.unit is not None and (amount.kind == "distance" or amount.compound):
        return None  # "a one-ton payload"
    grammar = lexicon.grammar
    if before in ("a", "an") and after in DASHES and tokens.joined(at + 1):
        thing = tokens.word(at + 1)
        if noun_at(tokens, at + 1, lexicon) and thing not in grammar["compound_stop"]:
            return None if thing not in grammar["one_stop"] else "pronoun"  # "a one-seat lead"
    if before in ("only", "just") and after.isalpha():
        if after not in grammar["stop"] and after not in grammar["verb"]:
            return None if tokens.word(amount.number_first - 2) != "the" else "pronoun"
    role = lexicon.roles.get(after)
    hurt = role is not None and role.kind == "casualties"
    led = lexicon.roles.get(before)
    if hurt and before not in grammar["one_before"]:
        return None
    if (led is not None and led.kind == "casualties") and not after.isalpha():
        return None
    if led is not None and led.kind == "casualties" and after in ("and", "in", "at", "on", "near"):
        return None
    if before in grammar["one_before"] and not (
        before in ("the", "only", "not") and noun_at(tokens, at, lexicon)
    ):
        return (
            "pronoun"
            if after not in lexicon.nouns
            or before
            in ("no", "any", "every", "each", "this", "that", "which", "another", "number")
            else None
        )
    if after == "us" and is_name(tokens, at):
        return None  # "killed one US contractor"
    if after in grammar["one_stop"] and f"{after} {tokens.word(at + 1)}" in lexicon.nouns:
        return None  # "one hand grenade"
    if after in grammar["one_stop"] or after in grammar["stop"] or not after[:1].isalnum():
        return "pronoun"
    told = after in lexicon.nouns or after in grammar["adjective"]
    if after.endswith(("ed", "ing")) and not told and not noun_at(tokens, at + 1, lexicon):
        return "pronoun"  # "one reviewed a draft"
    return None


_CALLED = frozenset("called calls described put puts termed dubbed labeled labelled".split())
