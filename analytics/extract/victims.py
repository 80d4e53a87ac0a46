"""Read a phrase that names people: "a Taliban leader", "several of his men", "two others".

The count is the fewest people that the words allow. It need not stand in the text as a number: a
commander is one, *several* are three. Such a count is no figure (no number proves it) and is kept
apart from the figures; what uses it says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Figure

Sort = Literal["told", "vague", "known"]  # a number or "a"; "several"; "the", a name, "him"

# The fewest that "several", "numerous", and "a couple" or a bare plural stand for.
FEW, MANY, PLURAL = 3, 4, 2
_REACH = 12  # words of a phrase
_KNOWN = frozenset("the his her their its that this these those said both all".split())
_QUANTITY = {
    **dict.fromkeys("several multiple some few various".split(), FEW),
    **dict.fromkeys("numerous many".split(), MANY),
    "couple": PLURAL,
    "number": FEW,
    "group": FEW,
}
_FURTHER = frozenset("additional other others another more further".split())
_DESCRIBE = frozenset(
    """suspected known wanted armed targeted alleged accused confirmed wounded injured captured
    detained arrested unarmed identified heavily""".split()
)
_PEOPLE = frozenset(("person", "fighter", "captive"))
_SINGLE = frozenset(("him", "her", "he", "she"))
_NEVER_FIRST = frozenset(("captured", "detained", "arrested", "wounded", "injured", "unarmed"))


@dataclass(frozen=True, slots=True)
class Here:
    """What was read in a sentence: its figures by where they start, where places start."""

    figures: Mapping[int, Figure]
    places: frozenset[int]
    headline: bool  # every word has a capital, so none tells a name


@dataclass(frozen=True, slots=True)
class People:
    """People whom tokens ``first`` to before ``last`` name."""

    first: int
    last: int
    low: int
    sort: Sort
    noun: str | None = None  # in the singular; null where it is left out
    leader: bool = False  # one who leads or is named, not one of the many
    implied: bool = True  # the count is no figure of the text
    more: bool = False  # "several more": besides those told before
    other: bool = False  # "two others": besides somebody
    all_of: bool = False  # "both", "all four": of those told before


def people_at(tokens: Tokens, at: int, here: Here, lexicon: FigureLexicon) -> People | None:
    """Read the phrase that begins at token ``at``; null where it names no people.

    Args:
        tokens: the sentence.
        at: where to begin.
        here: what else was read in the sentence.
        lexicon: the word lists of figures.
    """
    word = tokens.word(at)
    every = lexicon.numbers.get(tokens.word(at + 1)) if word == "all" else None
    if every is not None and every.group in ("unit", "teen") and tokens.word(at + 2) in _ALONE:
        return People(at, at + 2, int(every.value), "told", all_of=True)
    number = at + (word in _KNOWN)
    figure = here.figures.get(tokens.starts[number]) if number < len(tokens) else None
    if figure is not None:
        return _numbered(tokens, number, figure, here, lexicon)
    if word == "both":
        head = _headed(tokens, at, here, lexicon)
        return head and replace(head, low=PLURAL, sort="told", all_of=True)
    if word in _SINGLE:
        return People(at, at + 1, 1, "known")
    if word == "one" and tokens.word(at + 1) == "of":
        rest = _headed(tokens, at + 2, here, lexicon)
        owned = tokens.word(at + 2) in ("his", "her", "their")
        return rest and replace(rest, low=1, sort="told" if owned else "known", leader=False)
    if word in ("a", "an") and tokens.word(at + 1) in _QUANTITY:
        at, word = at + 1, tokens.word(at + 1)
    if word in _QUANTITY:
        return _quantified(tokens, at, _QUANTITY[word], here, lexicon)
    return _headed(tokens, at, here, lexicon)


def _numbered(
    tokens: Tokens, at: int, figure: Figure, here: Here, lexicon: FigureLexicon
) -> People | None:
    if figure.low is None or figure.kind not in ("personnel", "casualties", "other"):
        return None
    low = int(figure.low)
    first = tokens.words[at]
    if first in ("more", "over", "above"):
        low += 1  # "more than 30" are at least 31
    last = at
    while last < len(tokens) and tokens.starts[last] < figure.end:
        last += 1
    noun = lexicon.nouns.get(tokens.words[last - 1])
    words = tokens.words[at + 1 : last + 1]
    told = People(
        at,
        last,
        low,
        "told",
        implied=False,
        more="more" in words[1:],
        other=not _FURTHER.isdisjoint(words) and "more" not in words,
        all_of=tokens.word(at - 1) == "all",
    )
    if noun is not None:
        if noun.group not in _PEOPLE and noun.kind != "casualties" and noun.singular != "personnel":
            return None
        leader = noun.singular in lexicon.grammar["leader"]
        return replace(told, noun=noun.singular, leader=leader)
    if figure.unit in lexicon.grammar["follower"]:
        return replace(told, noun=figure.unit)
    if figure.unit is not None and figure.kind == "other" and figure.end > tokens.end(last - 1):
        return None
    if tokens.word(last) == "of" and tokens.word(last + 1) in _KNOWN:
        head = _headed(tokens, last + 1, here, lexicon)
        return head and replace(told, last=head.last, noun=head.noun)
    further = _headed(tokens, last, here, lexicon) if tokens.word(last) in _FURTHER else None
    if further is not None:
        return replace(told, last=further.last, noun=further.noun, leader=further.leader)
    if figure.kind != "other" or figure.unit in (None, "others") or figure.role == "captured":
        return told  # "killed several insurgents and detained two"
    return None


def _quantified(
    tokens: Tokens, at: int, low: int, here: Here, lexicon: FigureLexicon
) -> People | None:
    start = at + 1
    if tokens.word(start) == "of":
        start += 1
    head = _headed(tokens, start, here, lexicon)
    if head is not None:
        return replace(head, first=at, low=low, sort="vague", leader=False)
    word = tokens.word(start)
    if word in _FURTHER or word in ("them", "") or not word[0].isalpha() or word in _ALONE:
        last = start + (word in _FURTHER)
        return People(at, last, low, "vague", more=word == "more", other=word in _FURTHER)
    return None


_ALONE = frozenset(". , and were in during while after for with on at from as of".split())


def _headed(tokens: Tokens, at: int, here: Here, lexicon: FigureLexicon) -> People | None:
    """Read determiner, modifiers and the noun, as far as the phrase goes."""
    first = tokens.word(at)
    if first in _NEVER_FIRST:
        return None
    head: int | None = None
    follower = lexicon.grammar["follower"]
    k = at + (first in _KNOWN or first in ("a", "an") or first in _FURTHER)
    while k < min(at + _REACH, len(tokens)):
        word = tokens.words[k]
        noun = lexicon.nouns.get(word)
        leads = word.removesuffix("s") in lexicon.grammar["leader"] or word in follower
        if word[0].isdigit() or word in lexicon.numbers or word in _QUANTITY:
            break
        if leads or (noun is not None and noun.group in _PEOPLE):
            head = k
        elif noun is not None and head is not None and word not in _FURTHER:
            head = None  # "the Taliban vehicles"
        elif _ends(tokens, k, lexicon):
            break
        elif noun is None and head is None and first in ("a", "an") and word.endswith(_DOERS):
            head = k  # "a Taliban forger", "an IED maker"
        k += 1
    if head is None or any(w in _FOES_OF for w in tokens.words[head + 1 : head + 2]):
        return _named(tokens, at, here, lexicon)
    return _of_head(tokens, at, head, lexicon)


_FOES_OF = frozenset(("’s", "'s", "compound", "leadership", "network", "activity", "-"))
_OWNER = frozenset(("his", "her", "their"))
_DOERS = ("er", "or", "ist")


def _ends(tokens: Tokens, k: int, lexicon: FigureLexicon) -> bool:
    word = tokens.words[k]
    if word in _DESCRIBE or word in _FURTHER:
        return False
    if word == "of":
        return not (tokens.capital(k - 1) and tokens.capital(k + 1))
    if word in ("(", ")", "-", "‐", "’", "'", '"', "“", "”"):
        return False
    grammar = lexicon.grammar
    if word in lexicon.roles and word not in lexicon.nouns:
        return True
    return not word[0].isalnum() or word in grammar["stop"] or word in grammar["verb"]


def _of_head(tokens: Tokens, at: int, head: int, lexicon: FigureLexicon) -> People | None:
    word, first = tokens.words[head], tokens.word(at)
    noun = lexicon.nouns.get(word)
    plural = noun.plural if noun is not None else word.endswith("s")
    name = noun.singular if noun is not None else word.removesuffix("s")
    leader = name in lexicon.grammar["leader"] or (noun is None and not plural)
    leader = leader and word not in lexicon.grammar["follower"]
    words = tokens.words[at:head]
    sort: Sort = "known"
    if plural:
        sort = "known" if first in _KNOWN else "vague"
    elif first in ("a", "an", "another") or (first in _OWNER and not leader):
        sort = "told"
    return People(
        at,
        head + 1,
        PLURAL if plural else 1,
        sort,
        name,
        leader=leader and not plural,
        more="more" in words,
        other=not _FURTHER.isdisjoint(words),
    )


def _named(tokens: Tokens, at: int, here: Here, lexicon: FigureLexicon) -> People | None:
    """Read a person's name: a capitalised word that is no noun, place or start of a sentence."""
    word = tokens.word(at)
    if here.headline or not (tokens.capital(at) and len(word) > 2 and word.isalpha()):
        return None
    if tokens.starts[at] in here.places or tokens.raw(at, at + 1).isupper():
        return None
    grammar = lexicon.grammar
    if word in grammar["stop"] or word in grammar["month"] or word in grammar["weekday"]:
        return None
    if word in lexicon.nouns or word in lexicon.roles or word in grammar["verb"]:
        return None
    last = at + 1
    while last < len(tokens) and tokens.capital(last) and last < at + 4:
        if tokens.words[last] in lexicon.nouns:
            return None  # "Special Operations Forces"
        last += 1
    return People(at, last, 1, "known", leader=True)
