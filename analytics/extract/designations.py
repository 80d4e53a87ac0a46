"""Tell numbers that are parts of names from counts: "Resolution 2397", "Phase Two", "38 North"."""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.models import ends_in_s
from analytics.extract.noun_phrase import find_head
from analytics.extract.nouns import plural_noun
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon


def figurative_reason(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> str | None:
    """Judge "a hundred times", "zero tolerance", "the Five Eyes", "38 North"."""
    first, last = amount.number_first, amount.last
    words = tokens.padded
    word, after, before = words[first], words[last], words[first - 1]
    if amount.form == "digits" and amount.unit is None and amount.scale == 1:
        sort = words[last + 1] if after in DASHES else after
        if after in ("x", "×") and tokens.word(last + 1)[:1].isdigit():
            return "designation"  # of a data sheet: "2 x 12.7 mm"
        if after == "fm" and tokens.raw(last, last + 1) == "FM":
            return "designation"  # a station
        if _is_address(tokens, last):
            return "designation"
        if after in _REGIMENTS and tokens.capital(last):
            return "designation"  # the battalion "14 Bn", "3 Para"
        if word.endswith(".0") and amount.kind is None and _is_version(tokens, first, last):
            return "designation"  # "the 2.0 model"
        if sort in _BORES or (sort in ("gen", "generation") and (amount.low or 0) < 10):
            return "designation"  # "0.50 calibre rounds", "4.5 gen aircraft"
    if before == "or" and words[first - 3] in ("a", "an"):
        if words[first - 2] == "thing":
            return "idiom"  # "knows a thing or two"
        then = after in _APART or (words[first - 4] == "in" and after in (",", "."))
        if then and lexicon.units.at(tokens.words, first - 2):
            return "relative date"  # "a day or two later", "in a month or two,"
    if word == "a" and amount.unit == "times":
        return None if lexicon.hedges_before.before(tokens.words, first) else "idiom"
    if before == "of" and words[first - 2] == "group" and tokens.capital(first):
        return "designation"  # "the Group of Seven"
    if before == "per" and amount.unit is None and (amount.low or 0) >= 1000:
        return "rate"  # "five killings per 100,000 people"
    if word in _AIRLINERS and amount.unit is None and not after.startswith("people"):
        return "designation"
    if word == "zero" and amount.unit is None and not plural_noun(tokens, last, lexicon):
        return "idiom"
    if amount.unit is not None or not tokens.capital(last) or tokens.capital(last + 1):
        return None
    if amount.form == "digits":
        return "designation" if after in lexicon.grammar["compass"] else None
    if not tokens.capital(first) or first == 0:
        return None
    if before in QUOTES:
        closed = tokens.word(last + 1) in _CLOSING  # "the “Five Eyes” alliance"
        return "designation" if closed or after not in lexicon.nouns else None
    named = before.isalpha() and not tokens.capital(first - 1)
    return "designation" if named and is_prose(tokens, first) else None


def _is_version(tokens: Tokens, first: int, last: int) -> bool:
    """Tell the 2.0 of "much of the 2.0 plan" from a reading, "a 5.0 magnitude quake"."""
    word, after = tokens.words[first], tokens.word(last)
    if len(word) != 3 or tokens.word(first - 1) in _READ_AS:
        return False
    return after.isalpha() and after not in _READINGS


_READ_AS = frozenset("magnitude to of at by from and than nearly about a an".split())
_READINGS = frozenset("magnitude quake earthquake points point out or grade mach".split())


def _is_address(tokens: Tokens, at: int) -> bool:
    """Tell "14 Wattle Street" from "14 streets"."""
    for k in range(at, at + 4):
        if not tokens.capital(k):
            return False
        if tokens.word(k) in _STREETS:
            return k > at
    return False


_STREETS = frozenset("street road avenue lane boulevard drive".split())
_REGIMENTS = frozenset(
    """bn bde commando para rar regt scots sqn yorks rashtriya assam garhwal gorkha rajput sikh
    dogra kumaon""".split()
)
_AIRLINERS = frozenset("707 717 727 737 747 757 767 777 787".split())
_BORES = frozenset("calibre caliber cal gauge bore".split())
_APART = frozenset("ago later earlier after before".split())


def is_prose(tokens: Tokens, at: int) -> bool:
    """Tell running text from a headline, in which every word has a capital."""
    near = range(max(0, at - 12), min(at + 12, len(tokens)))
    return sum(len(tokens.words[k]) > 4 and not tokens.capital(k) for k in near) > 1


QUOTES = frozenset("\"“‘'")
_CLOSING = frozenset("\"”’'")


def named_reason(
    tokens: Tokens, amount: Amount, previous: str | None, lexicon: FigureLexicon
) -> str | None:
    """Judge by a name before the number: "Resolution 2397", "Freedom Shield 24", "Phase Two"."""
    first, last = amount.number_first, amount.last
    if amount.first != first or amount.scale > 1 or amount.unit is not None or not first:
        return None
    at = first - 1 - (tokens.word(first - 1) == ".")
    before = tokens.word(at)
    digits = amount.form == "digits"
    if before == "mach":
        return None
    if before == "lower" and amount.low == 48:
        return "designation"  # the states without Alaska and Hawaii
    if before == "p" and tokens.word(at - 1) == "&":
        return "designation"
    if digits and first == 1 and before == "(" and tokens.word(last) == ")":
        return "marker"
    if digits and before == "day" and tokens.word(last) == "of":
        return "ordinal"  # "day 1,204 of the war"
    if digits and "," in tokens.words[first]:
        numbered = before == "no" and at < first - 1 and tokens.capital(at)
        return "designation" if numbered else None  # "update No. 1,240"
    if len(before) == 1 and before.isalpha():
        if tokens.raw(at, at + 1) == before or (before == "a" and at == 0):
            return None  # "a 12-nation fleet"
    if before == "number" and _amounts_to(tokens, at, lexicon):
        return None
    if before in lexicon.grammar["designator"] and before.isalpha():
        named = tokens.raw(at, at + 1) != before
        counted = plural_noun(tokens, last, lexicon)
        if at < first - 1:
            return "designation" if before in ("no", "art", "sec", "vol", "fig", "nos") else None
        if before in ("no", "number") or named or (digits and not counted):
            return "designation" if not (counted and not named) else None
    if previous == "designation" and before in (",", "and", "or", "&") and digits:
        sort = first - 3
        named = tokens.capital(sort) and tokens.word(sort) in lexicon.grammar["designator"]
        told = tokens.word(first - 2)
        if told.isdecimal() and len(told) < 3 and amount.low == int(told) + 1:
            return "designation"  # "the Arrow 2 and 3 systems"
        if told.isdigit() and (named or not plural_noun(tokens, last, lexicon)):
            return "designation"  # "Groups 3, 4 and 5", "Group 1 and 2 drones"
    if not tokens.capital(at) or at != first - 1 or not before.isalpha() or at == 0:
        return None
    if digits and (amount.low or 0) < 10 and _is_numbered(tokens, first, previous):
        return "designation"
    if digits or tokens.capital(first):
        counts = _may_count(tokens, at, last, lexicon) or _is_given(tokens, amount, lexicon)
        return None if counts else "designation"
    return None


def _is_numbered(tokens: Tokens, first: int, previous: str | None) -> bool:
    """Tell "the Bright River 2 pipes" and "Fadi 1 and Fadi 2 missiles" from "gave Chad 3 boats"."""
    if previous == "designation" and tokens.word(first - 1) == tokens.word(first - 4):
        return True
    start = first - 1
    while start and tokens.capital(start - 1) and tokens.words[start - 1].isalpha():
        start -= 1
    if first - start < 2:
        return False
    lead = tokens.word(start - 1)
    where = tokens.word(start - 2) in ("in", "at", "near", "off", "from", "to", "on", "across")
    return lead == "of" or (lead in ("the", "a", "an", "its") and not where)


def _may_count(tokens: Tokens, at: int, last: int, lexicon: FigureLexicon) -> bool:
    """Tell whether a number after a capitalised word can count: "Blast Kills 12 in Town"."""
    word = tokens.words[at]
    if word in lexicon.roles or word in lexicon.grammar["verb"] or word in lexicon.grammar["stop"]:
        return True
    if lexicon.hedges_before.before(tokens.words, at + 1):
        return True
    return plural_noun(tokens, last, lexicon) or tokens.word(last) in lexicon.roles


def _amounts_to(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    """Tell "its brigades now number eight" from "highway number eight"."""
    noun = lexicon.nouns.get(tokens.word(at - 1))
    return tokens.word(at - 1) in _MAY_NUMBER or (noun is not None and noun.plural)


_MAY_NUMBER = frozenset("now still currently could may might will would to they who".split())


def _is_given(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> bool:
    """Tell "sent Chad 18 155mm guns", "gives Chad 66 F-16s" from "sent Leopard 2 A6 tanks"."""
    start = amount.first - 1
    while start and tokens.capital(start - 1) and tokens.word(start - 1) not in lexicon.roles:
        start -= 1
    verb = tokens.word(start - 1)
    role = lexicon.roles.get(verb)
    if (amount.low or 0) < 10:
        return False
    head = find_head(tokens, amount.last, True, lexicon)
    if head is None:
        return False
    if ends_in_s(tokens, head):
        return True  # "and Sweden 16 CV90s"
    if not (verb in _GIVES or (role and role.role in _GIVEN)):
        return False
    noun = lexicon.nouns.get(tokens.words[head])
    return noun is not None and noun.plural


_GIVES = frozenset("give gives gave given giving hand hands handed offer offers offered".split())
_GIVEN = frozenset("deployed delivered ordered pledged".split())
