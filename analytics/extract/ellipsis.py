"""Read numbers whose noun is left out: "Eleven hit the base", "36 of them", "Norway 52".

The noun is the one that the number before counts, in the same sentence or in the one before it.
"""

from collections.abc import Sequence
from typing import Protocol

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.counted import Counted
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

_STILL = frozenset("still now also later already then".split())
_PREPOSITIONS = frozenset("in for over after within by at of through under".split())
_ENDS = frozenset((".", ",", ";", ")", "and", "", '"', "”"))
_BE = frozenset(
    """is are was were be been has have had will would could can may might must should did do does
    remain remained need needed come came went go said say""".split()
)
_BEFORE = frozenset(
    """and or but only just with other while than to even then another by including all those these
    has have had where when after before as compared against additional among further reached
    reach reaches hit totaled totalled numbered number numbers saw sent lost took brought needed
    wants want has is""".split()
)
_AFTER = frozenset(
    """. , ; : ) ( in at on from of for by with and but or that who which when while since after
    during across more others dead wounded injured killed missing near inside outside over under
    between among this last next as — – - " ” every per a each there here yet so far now""".split()
)
_WITHIN = frozenset("than to as against by where is when after before".split())
_NAMES = frozenset((",", ";", "and", "while"))
_LISTING = frozenset(("or", "and", ",", "even", "perhaps", "maybe", "then", "almost", "nearly"))
_COUNTS = frozenset(("personnel", "casualties", "weapons_platforms", "munitions", "events"))


class Reading(Protocol):
    """An amount with what it counts."""

    amount: Amount
    counted: Counted


def may_be_told(counted: Counted | None) -> bool:
    """Tell whether what a number counts can be left out with the next one."""
    if counted is None or counted.noun is None or counted.compound:
        return False
    return counted.noun.plural or counted.noun.group in ("unit", "toll")


def is_main(counted: Counted) -> bool:
    """Tell forces, arms, harm, attacks and people from places, groups and the like."""
    noun = counted.noun
    return counted.kind in _COUNTS or (noun is not None and noun.group != "")


def opens(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> bool:
    """Tell the number that is the subject of a sentence of its own: "Eleven hit the base."."""
    at = amount.last + (tokens.word(amount.last) in _STILL)
    after = tokens.word(at)
    if amount.unit is not None:
        return False
    first = amount.first - (tokens.word(amount.first - 1) in ("only", "just"))
    if first > 0 and tokens.words[first - 1] not in (";", ":"):
        return False  # a hedge may lead: "About 690 are there already."
    return amount.low != 1 and (
        after in _BE or after in lexicon.grammar["verb"] or after in lexicon.roles
    )


def refers_back(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> bool:
    """Tell "of those, 29" and "five of them" at a sentence without a noun of their own."""
    if amount.kind is not None:
        return False
    if opens(tokens, amount, lexicon):
        return True
    ahead = tokens.words[max(0, amount.first - 3) : amount.first]
    if ahead == ["combined", "total", "of"]:
        return True
    if ahead[:2] in (["of", "those"], ["of", "these"], ["of", "them"]):
        return True
    if ahead[-2:] in (["of", "which"], ["of", "whom"]):
        return True
    return tokens.words[amount.last : amount.last + 2] in (["of", "them"], ["of", "those"])


def leaves_noun_out(
    tokens: Tokens, amount: Amount, told: Counted | None, here: bool, lexicon: FigureLexicon
) -> bool:
    """Tell "sent 20 tanks, lost three in a week", "has reached 109" from a name or an age.

    ``here`` says that the noun was told in the same sentence.
    """
    if told is None or not may_be_told(told) or amount.kind is not None or amount.low == 1:
        return False
    if opens(tokens, amount, lexicon):
        return True
    word = tokens.words[amount.number_first]
    if tokens.words[0] == "of" and here and tokens.word(amount.last) in ("were", "are"):
        return True  # "Of the 957 killed since May 119 were women"
    if tokens.words[max(0, amount.first - 2) : amount.first] in (["of", "which"], ["of", "whom"]):
        return True
    if amount.form == "words" and here and _is_named_gap(tokens, amount):
        return True
    if amount.form == "words" and here and _is_done_to(tokens, amount):
        return True
    value = amount.low or amount.high or 0.0
    if amount.form == "digits" and (len(word) == 4 or len(word) > 9 or value < 10):
        return False
    before, after = tokens.word(amount.first - 1), tokens.word(amount.last)
    if after == "more":
        return True
    ahead = tokens.words[max(0, amount.first - 2) : amount.first]
    compared = ahead in (["compared", "with"], ["compared", "to"]) or ahead[-1:] == ["against"]
    if compared and here and after in ("the", "last", "a"):
        return True  # "14 murders, compared with 21 the year before"
    if after and after not in _AFTER and after not in _BE and after not in lexicon.roles:
        return False
    if after in DASHES and tokens.joined(amount.last):
        return False
    if before in _WITHIN and not here:
        return False
    role = lexicon.roles.get(before)
    return before in _BEFORE or (role is not None and role.role not in ("raised", "cut"))


def _is_done_to(tokens: Tokens, amount: Amount) -> bool:
    """Tell "attacked 90 ships, sinking two" from what goes on, ", meaning two"."""
    at = amount.first - 1
    doing = tokens.word(at).endswith("ing") and tokens.word(at) not in _NO_DEED
    return doing and tokens.word(at - 1) in (",", "and") and tokens.word(amount.last) in _ENDS


_NO_DEED = frozenset("including counting totaling totalling being having meaning making".split())


def _is_named_gap(tokens: Tokens, amount: Amount) -> bool:
    """Tell "the Alder made 10 trips and the Birch nine before" from the name of "Channel Four"."""
    name = amount.number_first - 1
    if not tokens.capital(name) or tokens.capital(name + 1) or name < 2:
        return False
    link = name - 1 - (tokens.word(name - 1) == "the")
    after = tokens.word(amount.last)
    return tokens.word(link) in _NAMES and (after in _ENDS or after in _TIMES)


_TIMES = _PREPOSITIONS | frozenset(("before", "since", "last", "this", "while"))


def is_gap(tokens: Tokens, amount: Amount, told: Counted | None, lexicon: FigureLexicon) -> bool:
    """Tell "Finland bought 64 fighters and Norway 52" from the name of a thing, "Norway 52"."""
    first = amount.number_first
    if told is None or told.compound or amount.form != "digits" or amount.unit is not None:
        return False
    decimal = "." in tokens.words[first]
    if told.noun is None and not (decimal and told.kind in ("percent", "money")):
        return False
    name = first - 1
    word = tokens.words[name]
    if not tokens.capital(name) or word in lexicon.grammar["designator"] or word in lexicon.nouns:
        return False
    if tokens.joined(first) or not (decimal or 10 <= (amount.low or 0) != 2000):
        return False
    return tokens.word(name - 1) in _NAMES and tokens.word(amount.last) in _ENDS


def is_parallel(tokens: Tokens, before: Reading, read: Reading) -> bool:
    """Tell the second measure of "fell in nine weeks, the port in seven": its unit is left out."""
    left, right = before.amount, read.amount
    if read.counted.unit is not None or before.counted.kind not in ("duration", "distance"):
        return False
    if before.counted.compound or tokens.word(right.last) not in _ENDS:
        return False
    link = tokens.word(right.first - 1)
    if link == "of":
        return False  # "a range of 40 km and a crew of five"
    return link in _PREPOSITIONS and link == tokens.word(left.first - 1)


def share_nouns(
    tokens: Tokens, done: Sequence[tuple[Reading, str | None]], lexicon: FigureLexicon
) -> list[int]:
    """Give each number of "10,000 or 15,000 or 25,000 troops" the noun of the last.

    Returns the places in ``done`` of those that were turned away for want of a noun and have one
    now: the 260 of "flew 260 and 170 miles".
    """
    found: list[int] = []
    for at in range(len(done) - 1, 0, -1):
        (left, against), (right, also) = done[at - 1], done[at]
        told = right.counted
        if (against and against != "no noun") or (also and at not in found):
            continue
        measured = told.kind in ("percent", "distance", "duration") or told.unit == "points"
        if told.noun is None and not measured:
            continue
        own = left.counted
        if left.amount.kind is not None:
            continue
        described = _is_adjective(tokens, left, right, lexicon)
        if described:
            own.unit, own.kind, own.noun = told.unit, told.kind, told.noun
            own.borrowed = True
        if told.unit == "points" and _is_index(tokens, left, right):
            own.unit, own.kind, own.noun, own.borrowed = told.unit, told.kind, None, True
        elif not described and not _is_listed(tokens, left, right):
            continue
        if (against and told.borrowed) or (own.borrowed and right.amount.low == 1):
            continue  # "a crew of 70 and one helicopter"
        if own.borrowed and tokens.word(left.amount.first - 1) == "from":
            continue  # "68 jets, down from 83, and seven ships"
        if own.unit is None or (own.borrowed and not told.borrowed):
            own.unit, own.kind, own.noun = told.unit, told.kind, told.noun
            if against:
                found.append(at - 1)
    return found


def _is_listed(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Tell "260 and 170 miles", "10,000 or 15,000 troops"."""
    if left.counted.last > left.amount.last:
        return False
    link = tokens.words[left.amount.last : right.amount.number_first]
    if link == ["to"] and left.counted.kind in (None, "other"):
        return tokens.word(left.amount.first - 1) == "from"  # "from 3.2 to 2.8 percent"
    if not link or not _LISTING.issuperset(link):
        return False
    return link != [",", "or"]  # "by 15,000, or 25 percent" says it in other words


def _is_index(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Tell the level of an index: "closed at 16,369.03, up 58.06 points"."""
    link = tokens.words[left.amount.last : right.amount.number_first]
    return link[-1:] in (["up"], ["down"]) and link[:-1] in ([], [","])


def _is_adjective(tokens: Tokens, left: Reading, right: Reading, lexicon: FigureLexicon) -> bool:
    """Tell "16,000 military and 7,400 civilian personnel", "4 Polish and 9 Danish ships"."""
    own, told = left.counted, right.counted
    if told.noun is None or told.borrowed or not told.noun.plural or left.amount.low == 1:
        return False
    words = tokens.words[left.amount.last : right.amount.first]
    if not 2 <= len(words) <= 4 or words[-1] not in ("and", "or", ","):
        return False
    if own.noun is not None and not own.borrowed and own.noun.singular != own.unit:
        return False
    parallel = tokens.capital(right.amount.last)  # "46 Apache and 23 Chinook helicopters"
    for at, word in enumerate(words[:-1], left.amount.last):
        noun = lexicon.nouns.get(word)
        known = noun is not None and noun.group != "person"
        if parallel and tokens.capital(at) and word.isalpha() and not word.endswith("s"):
            continue
        if known or not word.isalpha() or word.endswith("s") or word in lexicon.roles:
            return False
        if word in lexicon.grammar["compass"]:
            continue
        if word in lexicon.grammar["stop"] or (noun is None and tokens.capital(at)):
            return False
    return True
