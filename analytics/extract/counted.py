"""Find what a number counts: the noun after it, with its modifiers, or the one it refers to."""

from dataclasses import dataclass

from analytics.extract.ages import PARENTS
from analytics.extract.amounts import DASHES, Amount
from analytics.extract.modifiers import looks_plural
from analytics.extract.noun_phrase import find_head, measure_end
from analytics.extract.numbers import read_number
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon, Noun
from analytics.model import Kind

_OWNERS = frozenset("the its their his her our my your these those this that us all whose".split())
_PRONOUNS = frozenset(("them", "whom", "us", "which", "those", "these"))
_WHEN = frozenset(("last", "this", "next"))
_LIVING = frozenset(("person", "fighter"))
_ONE = frozenset(("a", "an", "another", "one", "next", "last", "past", "coming"))


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
    part: bool = False  # of a toll told before: "including two civilians"


def find_counted(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> Counted:
    """Find what ``amount`` counts by the words after it."""
    at, words = amount.last, tokens.padded
    if amount.kind is not None:
        return Counted(at, at, amount.unit, amount.kind, compound=amount.compound)
    if words[amount.number_first - 1] == "mach":
        amount.first = amount.number_first - 1
        return Counted(at, at, "mach", "other")
    word = words[at]
    if "vote" in tokens.words[max(0, amount.first - 4) : amount.first] and _is_tally(tokens, at):
        return Counted(at, at, "votes", "other")
    if word == "or":
        hedge = lexicon.hedges_after.at(tokens.words, at)
        at += hedge[0] if hedge else 0
        word = words[at]
    if word in _WHEN and words[at + 1] in lexicon.grammar["period"]:
        return Counted(at, at, None, None)  # "5.3 in the north and 2.1 last year"
    if word in DASHES and tokens.joined(at):
        if _hangs(tokens, at):
            return _suspended(tokens, at, lexicon)
        if words[at + 1] not in ("plus", "odd"):
            return _compound(tokens, at + 1, lexicon)
        at += 2
        word = words[at]
    if word == "out" and is_of_many(tokens, at, lexicon):
        at, word = at + 1, "of"
    if word == "of":
        following = tokens.word(at + 1)
        named = following == "us" and tokens.raw(at + 1, at + 2) == "US"
        if following in _PRONOUNS and not named and tokens.word(at + 2) not in lexicon.nouns:
            return Counted(at, at, None, None)
        if tokens.words[at + 1 : at + 3] == ["the", "type"]:
            return Counted(at, at, None, None)  # "has 14 of the type"
        at += 2 if following in _OWNERS and not named else 1
        at += tokens.word(at) == "same"
        at += tokens.word(at).endswith(("'s", "’s"))  # "two of the fleet's 11 destroyers"
        at = _past_hedge(tokens, at)
        whole = _whole(tokens, at, lexicon)
        if whole is not None:
            return Counted(amount.last, amount.last, whole.unit, whole.kind, whole.noun)
    elif word == "+" and tokens.joined(at):
        at += 1
    elif word == "the" and words[at + 1 : at + 3] == ["number", "of"]:
        things = at + 3 + (words[at + 3] == "the")
        told = _head(tokens, things, True, lexicon)  # "bringing to 12 the number of raids"
        if told is not None:
            return Counted(at, at, told.unit, told.kind, told.noun, borrowed=True)
    plural = amount.low != 1 or amount.high != 1
    measured = measure_end(tokens, at, lexicon) if word[:1].isdigit() else 0
    if measured:
        told = _head(tokens, measured, plural, lexicon)  # "six 500-pound bombs" are two figures
        if told is not None:
            return Counted(at, at, told.unit, told.kind, told.noun, borrowed=True)
    if _are_children(tokens, amount.number_first):
        return Counted(at, at, "children", "other", lexicon.nouns.get("children"), borrowed=True)
    lone = _or_two(tokens, amount, lexicon)
    if lone is not None and (not word.isalpha() or word in lexicon.grammar["stop"]):
        return lone
    head = _head(tokens, at, plural, lexicon)
    if head is None or head.unit in ("more", "ones"):  # "sent 14 more", "400 smaller ones"
        last = at + 1 if word == "more" else amount.last
        head = Counted(amount.last, last, None, None)
    return head


def _are_children(tokens: Tokens, first: int) -> bool:
    """Read "a mother of three", "a father-of-five"."""
    of = first - 1 - (tokens.word(first - 1) in DASHES)
    return (
        tokens.word(of) == "of" and tokens.word(of - 1 - (tokens.word(of - 1) in DASHES)) in PARENTS
    )


def is_of_many(tokens: Tokens, out: int, lexicon: FigureLexicon) -> bool:
    """Tell "30 out of the 120 recruits" from "pulled 30 out of Chad"."""
    if tokens.word(out + 1) != "of":
        return False
    many = tokens.word(out + 2 + (tokens.word(out + 2) in _OWNERS))
    return many[:1].isdigit() or many in lexicon.numbers


def _past_hedge(tokens: Tokens, at: int) -> int:
    """Step to the number of the whole: "20 of the roughly 200 trainees"."""
    k = at
    while tokens.word(k) in _ABOUT:
        k += 1
    return k if tokens.word(k)[:1].isdigit() else at


_ABOUT = frozenset(
    "about roughly some nearly around approximately estimated more than over".split()
)


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
    if word in _LATELY:
        at, word = at + 1, tokens.word(at + 1)  # "118 of the past 365 days"
    entry = lexicon.numbers.get(word)
    if not (word[:1].isdigit() or (entry is not None and entry.group in ("unit", "teen", "ten"))):
        return None
    number = read_number(tokens, at, lexicon)
    if number is None or number.form not in ("digits", "words"):
        return None
    return _head(tokens, number.last, True, lexicon)


_LATELY = frozenset(("last", "past", "next", "first"))


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
    head = find_head(tokens, at, plural, lexicon)
    return None if head is None else _counted(tokens, at, head, plural, lexicon)


def _counted(
    tokens: Tokens, at: int, head: int, plural: bool, lexicon: FigureLexicon
) -> Counted | None:
    word = tokens.words[head]
    first = head
    if _in_model(tokens, at, head):
        while first > at and (tokens.joined(first) or tokens.capital(first - 1)):
            first -= 1
        model = tokens.raw(first, head + 1).lower()
        named = Noun("weapons_platforms", "", model, plural)  # "190 F-35s, against 110 last year"
        return Counted(first, head + 1, model, named.kind, named)
    noun = lexicon.nouns.get(word)
    for begin in range(max(at, head - 2), head):
        phrase = " ".join(tokens.words[begin : head + 1])
        longer = lexicon.nouns.get(phrase)  # "service members" are no "members"
        if longer is not None:
            told = noun is None or noun.kind != longer.kind
            return Counted(head, head + 1, phrase if told else word, longer.kind, longer)
    if noun is None:
        return _unknown(tokens, at, head, plural, lexicon)
    if plural and noun.group in _LIVING and not noun.plural:
        return None  # "the two officer ranks", "5,000 Korean and"
    return Counted(head, head + 1, word, noun.kind, noun)


def _unknown(
    tokens: Tokens, at: int, head: int, plural: bool, lexicon: FigureLexicon
) -> Counted | None:
    """Count by a head that is no known noun, where it looks like one."""
    word = tokens.words[head]
    unit = lexicon.units.at(tokens.words, head)
    if unit is not None and unit[1].kind == "duration" and plural and word.endswith("s"):
        return Counted(head, head + 1, word, "duration")  # "the two previous days"
    if word.endswith(("'s", "’s")) or (plural and word.endswith(("ly", "ed", "ing"))):
        return None  # "three critically injured"
    if plural and unit is None and not looks_plural(word) and not tokens.capital(head):
        return None  # "some 10,000 rotate"
    designated = any(tokens.words[k][0].isdigit() for k in range(at, head))
    named = tokens.capital(head) and head > at and designated
    return Counted(head, head + 1, word, "weapons_platforms" if named else "other", None)


def _in_model(tokens: Tokens, at: int, head: int) -> bool:
    """Tell the last part of the name of a model, as of the "F-35As"."""
    if tokens.words[head][0].isdigit():
        return True
    k = head
    while k > at and tokens.joined(k):
        k -= 1
        if tokens.words[k][0].isdigit():
            return True
    return False
