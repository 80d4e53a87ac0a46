"""Find what a number counts: the noun after it, with its modifiers, or the one it refers to."""

from dataclasses import dataclass

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.numbers import read_number
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon, Noun
from analytics.model import Kind

_QUOTES = frozenset("\"“”‘’'`´")
_OWNERS = frozenset("the its their his her our my your these those this that us all".split())
_PRONOUNS = frozenset(("them", "whom", "us", "which", "those", "these"))
_MADE = frozenset("made built based led backed style type class born owned run held".split())
_WHEN = frozenset(("last", "this", "next"))
_ONE = frozenset(("a", "an", "another", "one"))
_REACH = 9  # how many words after the number its head may stand
_COUNTED_COMPOUNDS = frozenset(
    """nation member country man person woman seat bed page strong people state volunteer story
    storey piece""".split()
)


@dataclass(slots=True)
class Counted:
    """What is counted; tokens ``first`` to before ``last`` name it, none where nothing does."""

    first: int
    last: int
    unit: str | None
    kind: Kind | None
    noun: Noun | None = None
    compound: bool = False
    borrowed: bool = False  # the noun is one said elsewhere


def find_counted(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> Counted:
    """Find what ``amount`` counts by the words after it."""
    at = amount.last
    if amount.kind is not None:
        return Counted(at, at, amount.unit, amount.kind, compound=amount.compound)
    if tokens.word(amount.number_first - 1) == "mach":
        amount.first = amount.number_first - 1
        return Counted(at, at, "mach", "other")
    word = tokens.word(at)
    if "vote" in tokens.words[max(0, amount.first - 4) : amount.first] and _is_tally(tokens, at):
        return Counted(at, at, "votes", "other")
    if word == "or":
        hedge = lexicon.hedges_after.at(tokens.words, at)
        at += hedge[0] if hedge else 0
        word = tokens.word(at)
    if word in _WHEN and tokens.word(at + 1) in lexicon.grammar["period"]:
        return Counted(at, at, None, None)  # "5.3 in the north and 2.1 last year"
    if word in DASHES and tokens.joined(at) and _hangs(tokens, at):
        return _suspended(tokens, at, lexicon)
    if word in DASHES and tokens.joined(at) and tokens.joined(at + 1):
        if tokens.word(at + 1) not in ("plus", "odd"):
            return _compound(tokens, at + 1, lexicon)
        at += 2
        word = tokens.word(at)
    if word == "of":
        following = tokens.word(at + 1)
        named = following == "us" and tokens.raw(at + 1, at + 2) == "US"
        if following in _PRONOUNS and not named and tokens.word(at + 2) not in lexicon.nouns:
            return Counted(at, at, None, None)
        at += 2 if following in _OWNERS and not named else 1
        at += tokens.word(at) == "same"
        whole = _whole(tokens, at, lexicon)
        if whole is not None:
            return Counted(amount.last, amount.last, whole.unit, whole.kind, whole.noun)
    elif word == "+" and tokens.joined(at):
        at += 1
    plural = amount.low != 1 or amount.high != 1
    lone = _or_two(tokens, amount, lexicon)
    if lone is not None and not word.isalpha():
        return lone
    return _head(tokens, at, plural, lexicon) or Counted(amount.last, amount.last, None, None)


def _hangs(tokens: Tokens, dash: int) -> bool:
    return not tokens.joined(dash + 1) or tokens.word(dash + 1) == ","


def _suspended(tokens: Tokens, dash: int, lexicon: FigureLexicon) -> Counted:
    """Read "four-, five- and six-wheel": the last of the list names what all count."""
    for k in range(dash + 1, min(dash + 10, len(tokens))):
        word = tokens.words[k]
        if word in DASHES and tokens.joined(k) and tokens.joined(k + 1):
            told = _compound(tokens, k + 1, lexicon)
            return Counted(dash, dash, told.unit, told.kind, told.noun, True, True)
        number = word[0].isdigit() or word in lexicon.numbers or word in DASHES
        if not (number or word in (",", "and", "or")):
            break
    return Counted(dash, dash, None, None)


def _or_two(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> Counted | None:
    """Find the noun of "a day or two" before the number."""
    first, last = amount.number_first, amount.last
    if tokens.word(first - 1) != "or" or tokens.word(first - 3) not in _ONE:
        return None
    word = tokens.word(first - 2)
    unit = lexicon.units.at(tokens.words, first - 2)
    if unit is not None and len(word) > 2:
        return Counted(last, last, word, unit[1].kind, borrowed=True)
    noun = lexicon.nouns.get(word)
    if not word.isalpha() or word in lexicon.grammar["stop"]:
        return None
    return Counted(last, last, word, noun.kind if noun else "other", noun, borrowed=True)


def _is_tally(tokens: Tokens, at: int) -> bool:
    """Tell either number of "a vote of 87-13"."""
    if tokens.word(at) in DASHES and tokens.word(at + 1).isdigit():
        return tokens.words[max(0, at - 3) : at - 1] == ["vote", "of"]
    return tokens.words[max(0, at - 5) : at - 3] == ["vote", "of"]


def _whole(tokens: Tokens, at: int, lexicon: FigureLexicon) -> Counted | None:
    """Find what the whole of a part is: the 14 in "14 of 18 drones" are drones too."""
    word = tokens.word(at)
    entry = lexicon.numbers.get(word)
    if not (word[:1].isdigit() or (entry is not None and entry.group in ("unit", "teen", "ten"))):
        return None
    number = read_number(tokens, at, lexicon)
    if number is None or number.form not in ("digits", "words"):
        return None
    return _head(tokens, number.last, True, lexicon)


def _compound(tokens: Tokens, at: int, lexicon: FigureLexicon) -> Counted:
    """Read "4,500-strong brigade", "12-nation fleet", "two-vehicle patrol"."""
    word = tokens.words[at]
    if word == "strong":
        head = _head(tokens, at + 1, False, lexicon)
        kind: Kind = head.kind if head and head.kind == "other" else "personnel"
        last = head.last if head else at + 1
        return Counted(
            at, last, head.unit if head else None, kind, head.noun if head else None, True
        )
    noun = lexicon.nouns.get(word)
    if noun is None:
        return Counted(at, at + 1, word, None, compound=True)
    counts = word not in lexicon.grammar["compound_stop"]
    return Counted(at, at + 1, word, noun.kind if counts else None, noun, compound=True)


def _head(tokens: Tokens, at: int, plural: bool, lexicon: FigureLexicon) -> Counted | None:
    """Find the head of the noun phrase that begins at ``at``.

    The first plural that is known, or looks like one, is the head, unless a known noun follows it
    at once ("weapons systems"); without a plural it is the last word before the phrase ends.
    """
    words, nouns, grammar = tokens.words, lexicon.nouns, lexicon.grammar
    stops, verbs, adjectives = grammar["stop"], grammar["verb"], grammar["adjective"]
    best: int | None = None
    last_word: int | None = None
    k, limit = at, min(at + _REACH, len(words))
    while k < limit:
        word = words[k]
        noun = nouns.get(word)
        if tokens.joined(k + 1) and words[k + 1] in _MODIFIES and word[0].isalpha():
            last_word, k = k, k + 2  # "made-up names", "veterans' group"
            if words[k - 1] in DASHES and not tokens.joined(k):
                break
            continue
        if word.endswith(("'s", "’s")):
            last_word, k = k, k + 1
            continue
        if not word[0].isalnum() and not word[0].isalpha():
            step = _pass_sign(tokens, k, best, last_word, lexicon)
            if not step:
                break
            k += step
            continue
        if word[0].isdigit():
            if not (tokens.capital(k - 1) or tokens.joined(k)):
                break
            if tokens.joined(k + 1) and tokens.word(k + 1) == "s":
                best, k = k + 1, k + 2
                break
            last_word, k = k, k + 1
            continue
        if word == "us" and tokens.raw(k, k + 1) == "US":
            last_word, k = k, k + 1
            continue
        if tokens.capital(k) and (word in grammar["weekday"] or word in grammar["month"]):
            break
        if tokens.capital(k) and tokens.capital(k + 1) and word in grammar["compass"]:
            last_word, k = k, k + 1  # "South Korean troops", and not "miles south of Kabul"
            continue
        if word in stops and not (word in adjectives and _leads(tokens, k, lexicon)):
            if (
                word == "and"
                and best is None
                and last_word is not None
                and (_pair_of_names(tokens, k) or _leads_plural(tokens, k, lexicon))
            ):
                k += 1
                continue
            if noun is None or last_word is not None or not noun.plural:
                break
        if best is not None:
            if tokens.capital(best) and _is_peoples_name(tokens, best, k, lexicon):
                best, last_word, k = None, k, k + 1
                continue
            if noun is None or word in verbs or _is_verb(word, lexicon):
                break
            if not noun.plural and plural and nouns[words[best]].kind == "other":
                break
            best, last_word, k = k, k, k + 1
            continue
        if last_word is not None and word in _MADE and tokens.word(k - 1) in DASHES:
            last_word, k = k, k + 1
            continue
        if word.endswith("ly") and word not in adjectives and noun is None:
            if last_word is not None and not _leads(tokens, k, lexicon):
                break
            k += 1
            continue
        if word in verbs and not (_may_describe(word, lexicon) and _leads(tokens, k, lexicon)):
            if noun is None or not noun.plural:
                break
        if last_word is not None and noun is None and _is_verb(word, lexicon):
            if not _leads(tokens, k, lexicon):
                break
        if noun is not None and (noun.plural or not plural):
            if noun.singular == word and noun.group == "person" and _leads(tokens, k, lexicon):
                last_word, k = k, k + 1  # "Chinese aircraft", "French soldiers"
                continue
            best = k
        elif noun is None and plural and _looks_plural(word):
            if tokens.capital(k) and _leads_plural(tokens, k, lexicon):
                last_word, k = k, k + 1  # "Customs and Border Protection forces"
                continue
            best = k
            k += 1
            break
        last_word = k
        k += 1
    head = best if best is not None else last_word
    if best is None and plural and at < len(words) and words[at] in nouns:
        head = at  # "a 12 page document"
    if head is None or not words[head][0].isalnum():
        return None
    return _counted(tokens, at, head, plural, lexicon)


def _pass_sign(
    tokens: Tokens, k: int, best: int | None, last_word: int | None, lexicon: FigureLexicon
) -> int:
    """How many tokens to step over a sign inside a noun phrase; 0 ends the phrase."""
    word = tokens.words[k]
    if word in DASHES and tokens.joined(k) and tokens.joined(k + 1):
        return 1
    if word in _QUOTES and best is None:
        return 1
    if word == "," and best is None and k + 1 < len(tokens):
        following = tokens.words[k + 1]
        if following in lexicon.grammar["adjective"]:
            return 1
        return 1 if last_word is not None and _leads_plural(tokens, k, lexicon) else 0
    if word == "(" and best is None and tokens.word(k + 2) == ")" and tokens.capital(k + 1):
        return 3  # "Islamic State (ISIS) members"
    if word in ("/", "&") and tokens.word(k + 1).isalpha():
        return 1
    return 0


def _may_describe(word: str, lexicon: FigureLexicon) -> bool:
    return word in lexicon.grammar["adjective"] or word.endswith(("ed", "en", "wn"))


def _leads_plural(tokens: Tokens, k: int, lexicon: FigureLexicon) -> bool:
    """Tell whether a list of modifiers goes on to a known plural: "air, sea and land drones"."""
    for at in range(k + 1, min(k + 7, len(tokens))):
        word = tokens.words[at]
        noun = lexicon.nouns.get(word)
        if noun is not None and noun.plural:
            return True
        if word in ("and", ",") or word in DASHES or word in lexicon.grammar["adjective"]:
            continue
        if not word.isalpha() or word in lexicon.grammar["stop"] or word in lexicon.numbers:
            return False
        if word in lexicon.grammar["verb"] and tokens.word(at - 1) not in DASHES:
            return False
    return False


_MODIFIES = frozenset("-‐‑'’")


def _pair_of_names(tokens: Tokens, k: int) -> bool:
    """Tell "US and Filipino troops" from "12 killed and"."""
    return tokens.capital(k - 1) and tokens.capital(k + 1)


def _is_peoples_name(tokens: Tokens, name: int, k: int, lexicon: FigureLexicon) -> bool:
    """Tell "23 Chinese military aircraft" from "23 Chinese were held": a people's name leads."""
    noun = lexicon.nouns.get(tokens.words[name])
    word, grammar = tokens.words[k], lexicon.grammar
    if noun is None or noun.group != "person" or not word.isalpha():
        return False
    if word in grammar["stop"] or (word in grammar["verb"] and word not in grammar["adjective"]):
        return False
    if word in lexicon.nouns or _is_verb(word, lexicon):
        return False
    return any(
        (found := lexicon.nouns.get(tokens.word(at))) is not None and found.plural
        for at in (k + 1, k + 2)
    )


def _leads(tokens: Tokens, k: int, lexicon: FigureLexicon) -> bool:
    """Tell whether a noun follows within two words, so that the word at ``k`` may describe it."""
    for at in (k + 1, k + 2):
        word = tokens.word(at)
        if word in lexicon.nouns or (at == k + 1 and _looks_plural(word)):
            return True
        if word in lexicon.grammar["stop"] or not word.isalpha():
            return False
    return False


def _is_verb(word: str, lexicon: FigureLexicon) -> bool:
    return word in lexicon.roles or word.endswith(("ed", "ing"))


def _looks_plural(word: str) -> bool:
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
    )


def _counted(
    tokens: Tokens, at: int, head: int, plural: bool, lexicon: FigureLexicon
) -> Counted | None:
    word = tokens.words[head]
    first = head
    if word == "s" or word[0].isdigit():
        first = head - 1 if word == "s" else head
        while first > at and (tokens.joined(first) or tokens.capital(first - 1)):
            first -= 1
        return Counted(first, head + 1, tokens.raw(first, head + 1).lower(), "weapons_platforms")
    noun = lexicon.nouns.get(word)
    unit = lexicon.units.at(tokens.words, head) if noun is None else None
    if unit is not None and unit[1].kind == "duration" and plural and word.endswith("s"):
        return Counted(head, head + 1, word, "duration")  # "the two previous days"
    if noun is None and word.endswith(("'s", "’s")):
        return None
    if noun is None and plural and word.endswith(("ly", "ed", "ing")):
        return None  # "three critically injured"
    if noun is None:
        designated = any(tokens.words[k][0].isdigit() for k in range(at, head))
        named = tokens.capital(head) and head > at and designated
        return Counted(head, head + 1, word, "weapons_platforms" if named else "other", None)
    return Counted(head, head + 1, word, noun.kind, noun)


def noun_before(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> Counted | None:
    """Find the noun of a list entry or of a subject: "Helicopters: 36", "pilots fell to 90"."""
    at = amount.first - 1
    if tokens.word(at) in (":", "=") or tokens.word(at) in DASHES:
        return _named_before(tokens, at, lexicon)
    for k in range(at, max(-1, at - 12), -1):
        word = tokens.words[k]
        if word in (".", ";", ")"):
            return None
        noun = lexicon.nouns.get(word)
        if noun is not None and (noun.plural or noun.group in ("unit", "toll")):
            if amount.scale >= 1e6 and noun.group in ("person", "fighter"):
                return None  # "brothers with a worth of 1.3 billion"
            return Counted(amount.last, amount.last, word, noun.kind, noun, borrowed=True)
        if word in ("troop", "personnel"):
            return Counted(amount.last, amount.last, word, "personnel", noun, borrowed=True)
    return None


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
    if _looks_plural(word):
        kind: Kind = "weapons_platforms" if tokens.word(head - 1).isdigit() else "other"
        return Counted(end, end, word, kind, borrowed=True)
    return None
