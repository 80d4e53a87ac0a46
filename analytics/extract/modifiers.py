"""Tell words that describe a noun after them from the noun and from verbs."""

from analytics.extract.amounts import DASHES
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon


def describes(tokens: Tokens, k: int, lexicon: FigureLexicon) -> bool:
    """Tell "40,000 fully equipped, modernized troops" from "12 wounded, police said"."""
    word = tokens.words[k]
    adjective = word in lexicon.grammar["adjective"]
    if not (adjective or word.endswith(("ed", "en", "wn"))):
        return False
    if leads(tokens, k, lexicon) or (adjective and leads_plural(tokens, k, lexicon)):
        return True
    if tokens.word(k + 1) != "," or not tokens.word(k + 2).endswith("ed"):
        return False
    role = lexicon.roles.get(word)
    hurt = role is not None and role.kind == "casualties"
    return not hurt and leads_plural(tokens, k + 1, lexicon)


def leads(tokens: Tokens, k: int, lexicon: FigureLexicon, plural: bool = True) -> bool:
    """Tell whether a noun follows within two words, so that the word at ``k`` may describe it."""
    for at in (k + 1, k + 2):
        word = tokens.word(at)
        noun = lexicon.nouns.get(word)
        if noun is not None and (plural or word == noun.singular):
            return True
        if plural and at == k + 1 and looks_plural(word):
            return True
        if word in lexicon.grammar["stop"] or not word.isalpha():
            if word == "us" and is_name(tokens, at):
                return leads(tokens, at, lexicon, plural)  # "one senior US official"
            return False
    return False


def leads_plural(tokens: Tokens, k: int, lexicon: FigureLexicon) -> bool:
    """Tell whether a list of modifiers goes on to a known plural: "air, sea and land drones"."""
    for at in range(k + 1, min(k + 10, len(tokens))):
        word = tokens.words[at]
        noun = lexicon.nouns.get(word)
        if noun is not None and noun.plural:
            return not (noun.group == "toll" and word.endswith("ed"))  # "crew and killed one"
        if word in ("and", ",") or word in DASHES or word in lexicon.grammar["adjective"]:
            continue
        hyphened = tokens.joined(at) and tokens.joined(at + 1)  # "air-to-air"
        stops = word in lexicon.grammar["stop"] and not hyphened
        if stops or not word.isalpha() or word in lexicon.numbers:
            return False
        if word in lexicon.grammar["verb"] and tokens.word(at - 1) not in DASHES:
            return is_plural(tokens, at + 1, lexicon)  # "combat and support units"
    return False


def is_plural(tokens: Tokens, k: int, lexicon: FigureLexicon) -> bool:
    noun = lexicon.nouns.get(tokens.word(k))
    return noun is not None and noun.plural


def is_peoples_name(tokens: Tokens, name: int, k: int, lexicon: FigureLexicon) -> bool:
    """Tell "23 Chinese military aircraft" from "23 Chinese were held": a people's name leads."""
    noun = lexicon.nouns.get(tokens.words[name])
    word, grammar = tokens.words[k], lexicon.grammar
    if noun is None or noun.group != "person" or not word.isalpha():
        return False
    if word in grammar["stop"] or (word in grammar["verb"] and word not in grammar["adjective"]):
        return False
    if word in lexicon.nouns or is_verb(word, lexicon):
        return False
    return any(
        (found := lexicon.nouns.get(tokens.word(at))) is not None and found.plural
        for at in (k + 1, k + 2)
    )


def is_name(tokens: Tokens, k: int) -> bool:
    """Tell US and IS from a pronoun and a verb; a line of capitals tells nothing about "is"."""
    if not tokens.raw(k, k + 1).isupper():
        return False
    return tokens.words[k] == "us" or k + 1 == len(tokens) or not tokens.raw(k + 1, k + 2).isupper()


def is_verb(word: str, lexicon: FigureLexicon) -> bool:
    return word in lexicon.roles or word.endswith(("ed", "ing"))


def looks_plural(word: str) -> bool:
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
    )
