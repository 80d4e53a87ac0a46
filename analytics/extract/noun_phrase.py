"""Find the head of the noun phrase after a number: "12 heavily armed Turkish F-16 fighter jets"."""

from analytics.extract.amounts import DASHES
from analytics.extract.models import bore_end, ends_in_s, model_end
from analytics.extract.modifiers import (
    describes,
    is_name,
    is_peoples_name,
    is_plural,
    is_verb,
    leads,
    leads_plural,
    looks_plural,
)
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

_QUOTES = frozenset("\"“”‘’'`´")
_DRIVEN = frozenset(("propelled", "guided"))
_MADE = frozenset("made built based led backed style type class born owned run held".split())
_PLACING = frozenset(("overseas", "onboard", "offshore"))
_DONE = "ed"
_REACH = 9  # how many words after the number its head may stand; a hyphened name is one word
_FARTHEST = 20


def find_head(tokens: Tokens, at: int, plural: bool, lexicon: FigureLexicon) -> int | None:
    """Find the head of the noun phrase that begins at ``at``.

    The first plural that is known, or looks like one, is the head, unless a known noun follows it
    at once ("weapons systems"); without a plural it is the last word before the phrase ends.
    """
    words, nouns, grammar = tokens.padded, lexicon.nouns, lexicon.grammar
    stops, verbs, adjectives = grammar["stop"], grammar["verb"], grammar["adjective"]
    at += words[at] == "such"  # "five such crashes"
    best: int | None = None
    last_word: int | None = None
    listed = False  # an "and" joins two modifiers
    k, limit, farthest = at, at + _REACH, min(at + _FARTHEST, len(tokens))
    while k < min(limit, farthest):
        word = words[k]
        joined, capital, sort = tokens.joined(k), tokens.capital(k), word[0]
        limit += joined
        noun = nouns.get(word)
        digit = sort.isdigit()
        if (capital or digit) and (end := model_end(tokens, k)):
            if ends_in_s(tokens, end - 1):
                best = end - 1
                break
            last_word, k, limit = end - 1, end, limit + end - k - 1
            continue
        if words[k + 1] in _MODIFIES and tokens.joined(k + 1) and sort.isalpha():
            last_word, k, limit = k, k + 2, limit + 1  # "made-up names", "veterans' group"
            if words[k - 1] in DASHES and not tokens.joined(k):
                break
            continue
        if word.endswith(("'s", "’s")):
            last_word, k = k, k + 1
            continue
        if not sort.isalnum():
            step = _pass_sign(tokens, k, best, last_word if plural else None, lexicon)
            if not step:
                break
            k += step
            continue
        if digit:
            bore = bore_end(tokens, k)
            if bore:
                last_word, k, limit = k, bore, limit + 2  # "12 155-mm howitzers"
                continue
            if not (joined or tokens.capital(k - 1)):
                break
            last_word, k = k, k + 1
            continue
        if word in ("us", "is") and is_name(tokens, k):
            last_word, k = k, k + 1  # "two US officials", "70 IS militants"
            continue
        if word == "u" and words[k + 1 : k + 3] == [".", "s"] and tokens.joined(k + 2):
            last_word, k = k, k + 3  # "two U.S officials"
            continue
        if capital and (word in grammar["weekday"] or word in grammar["month"]):
            break
        if capital and word in grammar["compass"] and tokens.capital(k + 1):
            last_word, k = k, k + 1  # "South Korean troops", and not "miles south of Kabul"
            continue
        if word in _PLACING and leads(tokens, k, lexicon):
            last_word, k = k, k + 1  # "five overseas deployments"
            continue
        if word in stops and not (word in adjectives and leads(tokens, k, lexicon)):
            if (
                word == "and"
                and best is None
                and last_word is not None
                and (_pair_of_names(tokens, k) or leads_plural(tokens, k, lexicon))
            ):
                k, listed = k + 1, True
                continue
            if noun is None or last_word is not None or not noun.plural:
                break
        if best is not None and word in _DRIVEN:
            best, last_word, k = None, k, k + 1  # "one rocket propelled grenade launcher"
            continue
        if best is not None:
            if tokens.capital(best) and is_peoples_name(tokens, best, k, lexicon):
                best, last_word, k = None, k, k + 1
                continue
            if noun is None or word in verbs or is_verb(word, lexicon):
                break
            if not plural and noun.plural:
                break  # "one official asks"
            if plural and not noun.plural and not leads_plural(tokens, k, lexicon):
                break  # "two policemen point their rifles"
            best, last_word, k = k, k, k + 1
            continue
        done = last_word is not None and (word in _MADE or word.endswith(_DONE))
        if done and joined and words[k - 1] in DASHES and tokens.joined(k - 1):
            last_word, k = k, k + 1
            continue
        if word.endswith("ly") and word not in adjectives and noun is None:
            if last_word is not None and not leads(tokens, k, lexicon):
                break
            k += 1
            continue
        if listed and word in verbs and is_plural(tokens, k + 1, lexicon):
            last_word, k = k, k + 1  # "combat and support units"
            continue
        if word in verbs and not describes(tokens, k, lexicon):
            if noun is None or not noun.plural:
                break
        if word == "wounds" and last_word is not None and words[k - 1] in nouns:
            best = k  # "nine bullet wounds"
            break
        if last_word is not None and noun is None and is_verb(word, lexicon):
            named = capital and leads_plural(tokens, k, lexicon)
            if not (named or leads(tokens, k, lexicon) or describes(tokens, k, lexicon)):
                break
        if noun is not None and (noun.plural or not plural):
            if (
                noun.singular == word
                and noun.group == "person"
                and leads(tokens, k, lexicon, plural)
            ):
                last_word, k = k, k + 1  # "Chinese aircraft", "French soldiers"
                continue
            best = k
        elif noun is None and plural and looks_plural(word):
            if capital and (
                leads_plural(tokens, k, lexicon)
                or (k + 1 < len(tokens) and model_end(tokens, k + 1))
            ):
                last_word, k = k, k + 1  # "Customs and Border Protection forces", "Tejas Mk1A"
                continue
            following = nouns.get(words[k + 1])
            if following is not None and following.plural and words[k + 1] not in verbs:
                last_word, k = k, k + 1  # "communications satellites"
                continue
            best = k
            k += 1
            break
        last_word = k
        k += 1
    head = best if best is not None else last_word
    if best is None and plural and words[at] in nouns:
        head = at  # "a 12 page document"
    return None if head is None or not words[head][0].isalnum() else head


def measure_end(tokens: Tokens, k: int, lexicon: FigureLexicon) -> int:
    """Give where a measure ends that describes: "six 500-pound bombs", "12 8-ton trucks"."""
    if tokens.word(k + 1) not in DASHES or not tokens.joined(k + 1) or not tokens.joined(k + 2):
        return 0
    unit = None if bore_end(tokens, k) else lexicon.units.at(tokens.words, k + 2)
    if unit is None or not tokens.word(k + 2).isalpha() or unit[1].kind == "duration":
        return 0
    return k + 2 + unit[0]


def _pass_sign(
    tokens: Tokens, k: int, best: int | None, last_word: int | None, lexicon: FigureLexicon
) -> int:
    """How many tokens to step over a sign inside a noun phrase; 0 ends the phrase."""
    word = tokens.words[k]
    if word in DASHES and tokens.joined(k) and tokens.joined(k + 1):
        return 1
    if word in _QUOTES and best is None:
        said = tokens.word(k + 1) in lexicon.grammar["stop"] and tokens.word(k + 2) in _QUOTES
        return 3 if said else 1  # "67 “no” votes"
    if word == "," and best is None and k + 1 < len(tokens):
        following = tokens.words[k + 1]
        if following in lexicon.grammar["adjective"]:
            return 1
        if last_word is None or tokens.words[k - 1] in ("more", "others"):
            return 0  # "wounding 30 more, police said"
        return 1 if leads_plural(tokens, k, lexicon) else 0
    if word == "(" and best is None and tokens.word(k + 2) == ")" and tokens.capital(k + 1):
        return 3  # "Islamic State (ISIS) members"
    if word in ("/", "&") and tokens.word(k + 1).isalpha():
        return 1
    return 0


_MODIFIES = frozenset("-‐‑'’")


def _pair_of_names(tokens: Tokens, k: int) -> bool:
    """Tell "US and Filipino troops" from "12 killed and"."""
    return tokens.capital(k - 1) and tokens.capital(k + 1)
