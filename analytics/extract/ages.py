"""Tell ages and dates told by their distance from lengths of time: "aged 46", "two days ago"."""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.designations import QUOTES
from analytics.extract.nouns import noun_at, plural_noun
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon, Noun

_RELATIVE = frozenset("ago later earlier hence beforehand afterwards removed away".split())


_DISTANT = (["from", "now"], ["down", "the"], ["ahead", "of"])


_RELATIVE_TO = frozenset(("after", "before", "prior", "since", "following", "from"))


_FOR = frozenset(("for", "within", "over", "during", "lasting", "lasted", "every", "of"))


_ARE = frozenset(("is", "are", "was", "were"))
_CLOSED = frozenset(", . ; – — and".split())
_SOMETIME = frozenset("day night morning evening afternoon".split())
_LASTS = frozenset("take took takes taken taking lasted lasting".split())


_ABOUT = frozenset("around about nearly almost roughly some".split())
_AGE = frozenset(("age", "aged", "ages"))


_AROUND = frozenset("under over about around nearly below above between up".split())


_IS = frozenset(("is", "was", "of", "at"))


def ages_of(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> bool:
    """Tell "men between 18 and 60" from "between 18 and 60 men"."""
    if amount.unit is not None or not 5 <= (amount.low or 0) < (amount.high or 0) <= _OLDEST:
        return False
    if not _AGE.isdisjoint(tokens.words[max(0, amount.first - 3) : amount.first]):
        return True  # "ranged in age from 46 to 73"
    if tokens.words[max(0, amount.first - 2) : amount.first] == ["must", "be"]:
        return tokens.word(amount.last) in (".", ",", "and")  # "must be between 16 and 36"
    if tokens.word(amount.first - 1) == "are" and tokens.word(amount.first - 2) == "they":
        return tokens.word(amount.last) in (",", ".", "and")
    who = lexicon.nouns.get(tokens.word(amount.first - 1))
    between = tokens.word(amount.first) == "between" and tokens.word(amount.last)[:1].isalpha()
    person = who is not None and who.plural and who.group in ("person", "fighter")
    counts = plural_noun(tokens, amount.last, lexicon)
    return person and between and not counts and tokens.word(amount.last) not in ("of", "more")


def age_reason(
    tokens: Tokens, amount: Amount, previous: str | None, lexicon: FigureLexicon
) -> str | None:
    """Tell an age by what stands before it and after it; ``previous`` is why the last was none."""
    first, last, low = amount.number_first, amount.last, amount.low or 0
    if amount.kind == "duration":
        return None
    before = tokens.word(first - 1)
    if before not in _LEADS_AGE:
        return None
    if before in _AGE or (before == "of" and tokens.word(first - 2) == "age"):
        return "age"
    if before in _AROUND and tokens.word(first - 2) in _AGE:
        return "age"  # "aged under 30"
    if before in ("and", "or", ",") and amount.unit is None and _aged_before(tokens, first):
        return "age"
    if amount.unit is None and _are_aged(tokens, amount, previous):
        return "age"
    if amount.unit is not None or not 5 <= low <= _OLDEST or low % 1:
        return None
    if before in ("to", "from") and "age" in tokens.words[max(0, first - 14) : first]:
        return "age"  # "raised the conscription age by three years to 30"
    after = tokens.word(last)
    if before == "then" and tokens.word(first - 2) == "," and _is_capital(tokens, first - 3):
        return "age"  # "the general, then 60, took power"
    if before == "," and after == "and" and _are_two_ages(tokens, first, last, lexicon):
        return "age"  # "two women, 58 and 39, have died"
    if before in ("both", "all") and tokens.word(first - 2) == "," and after in (",", "."):
        return "age"  # "two soldiers, both 19, died"
    if before in ("was", "is") and tokens.word(first - 2) in _OF_AGE:
        return "age"  # "the youngest is 21"
    if before in ("was", "is", "turned") and tokens.word(first - 2) in _SELF:
        return "age" if after in _ENDS_AGE or after[:2] in ("i'", "i’") else None
    who = lexicon.nouns.get(tokens.word(first - 2))
    if before in _AROUND and who is not None and who.plural and who.group in _PEOPLE:
        if before not in ("about", "around") and not plural_noun(tokens, last, lexicon):
            return "age"  # "adults over 65"
    person = who is not None and not who.plural and who.group in ("person", "fighter")
    named = (
        _is_capital(tokens, first - 2) or tokens.word(first - 2) in (".", '"', "”", "jr") or person
    )
    if before == "," and tokens.word(first - 3) in _WHERE and tokens.word(first - 4) in _NEXT:
        return None  # "300 died in Syria; in Ukraine, 13."
    if before == "," and previous == "age" and tokens.capital(first - 2):
        return "age" if not plural_noun(tokens, last, lexicon) else None
    if before == "of" and who is not None and _is_one_person(tokens, first - 2, who):
        if not noun_at(tokens, last, lexicon):
            return "age"  # "killed a woman of 33"
    grown = low >= 16 and tokens.word(first - 2).isalpha() and (who is None or not who.plural)
    if before == "," and grown and after in (",", ".") and _is_titled(tokens, first - 3):
        return "age"  # "Morocco's king, 62, pardoned"
    if after == "of" and tokens.word(last + 1) in _WHOLES:
        return None  # "voted for it, 17 of the 35 lands"
    if before == "," and named and after in (",", ".", ";", ")", "of", "and", "was", "from", ""):
        return "age" if after not in ("and",) or tokens.capital(last + 1) else None
    if before == "(" and after == ")" and tokens.capital(first - 2):
        return "age"
    if before == "," and tokens.words[last : last + 2] == [",", "who"]:
        return "age"
    if (
        before in ("turned", "turns")
        and after in (".", ",", "")
        and tokens.words[last - 1].isdigit()
    ):
        return "age"
    if before in ("was", "is", "be", "turned", "turns") and (not after.isalnum() or after == "by"):
        whom = tokens.words[max(0, first - 4) : first - 1]
        return "age" if not {"he", "she", "who"}.isdisjoint(whom) else None
    return None


def _is_one_person(tokens: Tokens, at: int, who: Noun) -> bool:
    person = not who.plural and who.group in _PEOPLE
    return person and tokens.word(at - 1) in _SINGLE and tokens.word(at) not in PARENTS


PARENTS = frozenset("father mother parent parents dad mum mom".split())


def _are_two_ages(tokens: Tokens, first: int, last: int, lexicon: FigureLexicon) -> bool:
    who = lexicon.nouns.get(tokens.word(first - 2))
    plural = who is not None and who.plural and who.group in _PEOPLE
    second = tokens.word(last + 1)
    return plural and second.isdigit() and len(second) == 2 and tokens.word(last + 2) in (",", ".")


def _is_capital(tokens: Tokens, k: int) -> bool:
    """Tell the end of a name: "Reed", "Min-jun"."""
    while tokens.joined(k) and tokens.word(k - 1) in DASHES:
        k -= 2
    return tokens.capital(k)


_WHOLES = frozenset("the them those these its their all whom which".split())
_PEOPLE = frozenset(("person", "fighter"))
_ENDS_AGE = frozenset(", . when and at i he she we".split())
_WHERE = frozenset(("in", "for", "across"))
_NEXT = frozenset((";", "and", ",", "while", "but"))
_SELF = frozenset(("he", "she", "i"))
_OF_AGE = frozenset("youngest oldest eldest".split())
_SINGLE = frozenset(("a", "an", "the", "one"))
_TITLED = frozenset(("the", "its", "his", "her"))


def _is_titled(tokens: Tokens, k: int) -> bool:
    return tokens.word(k) in _TITLED or tokens.word(k).endswith(("'s", "’s"))


def _are_aged(tokens: Tokens, amount: Amount, previous: str | None) -> bool:
    """Tell either age in "the boys, they're 10 and 13"."""
    last, before = amount.last, tokens.word(amount.number_first - 1)
    if previous == "age" and before == "and":
        return tokens.word(last) in _ENDS
    if before not in _THEY_ARE or tokens.word(last) != "and" or (amount.low or 0) > _OLDEST:
        return False
    return tokens.word(last + 1).isdigit() and tokens.word(last + 2) in _ENDS


_ENDS = frozenset((".", ",", "”", '"', ";"))
_THEY_ARE = frozenset(("they're", "they’re", "are", "were"))
# Only behind these is an age told without a length of time.
_LEADS_AGE = (
    _AGE
    | _AROUND
    | _THEY_ARE
    | frozenset("of and or , ( was is be turned turns both all to from then".split())
)


def _aged_before(tokens: Tokens, first: int) -> bool:
    """Tell the second age in "aged 4 and 11"."""
    return tokens.word(first - 2).isdigit() and not _AGE.isdisjoint(
        tokens.words[max(0, first - 4) : first - 1]
    )


def time_reason(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> str | None:
    """Judge a length of time: an age, or a date told by its distance."""
    at = amount.last
    dash = tokens.word(at) in DASHES
    if tokens.word(at + dash) in ("old", "olds") and amount.form != "decades":
        return _old_reason(tokens, amount, at + dash + 1, lexicon)
    led = amount.first - 1
    while tokens.word(led) in _ABOUT:
        led -= 1
    before = tokens.word(led)
    after = tokens.word(at)
    if after == "on" and tokens.word(at + 1) in _CLOSED and amount.form == "digits":
        return "relative date"  # "work has not begun 3 years on"
    named = tokens.capital(at - 1) and tokens.capital(amount.number_first)
    if named and after == "war" and amount.form == "words":
        return "designation"  # "the Six-Day War"
    quoted = tokens.word(amount.number_first - 1) in QUOTES and amount.form == "digits"
    if quoted and tokens.capital(at - 1) and not tokens.capital(amount.number_first - 2):
        return "designation"  # the programme "60 Minutes"
    if before in _IS and not _AGE.isdisjoint(tokens.words[max(0, amount.first - 9) : amount.first]):
        return "age"  # "the average age of the ships is 35 years"
    if before in _AGE or tokens.words[max(0, amount.first - 2) : amount.first] == ["age", "of"]:
        return "age"
    if tokens.words[at : at + 2] == ["of", "age"]:
        return "age"
    if after == "past" and tokens.word(at + 1) == "the":
        return "clock"  # "18 minutes past the hour"
    nearing = before in ("approaching", "nearing") and tokens.word(amount.first - 2) in _ARE
    if nearing and amount.form == "digits" and after in _CLOSED and not dash:
        return "age"  # "the pier is approaching 70 years, and"
    if after == "down" and tokens.words[at + 1 : at + 2] == ["the"]:
        driven = (amount.unit or "").startswith(("min", "hour"))  # "ten minutes down the road"
        ahead = tokens.word(at + 2) in ("line", "road", "track")
        return "relative date" if ahead and not driven else None
    if after in _RELATIVE or tokens.words[at : at + 2] in _DISTANT:
        return "relative date"
    lasts = not _LASTS.isdisjoint(tokens.words[max(0, amount.first - 4) : amount.first])
    if after in _RELATIVE_TO and after != "from" and before not in _FOR and not dash and not lasts:
        return "relative date" if after != "following" else None
    if tokens.words[amount.number_first] == "one" and after != "long":
        sometime = tokens.word(amount.last - 1) in _SOMETIME and after != "of"
        if sometime and before not in _FOR and not amount.compound:
            return "pronoun"
        if before in lexicon.grammar["one_before"] and before not in ("a", "only", "first"):
            return "pronoun" if before not in ("the", "last", "next") else None
    return None


def _old_reason(tokens: Tokens, amount: Amount, at: int, lexicon: FigureLexicon) -> str | None:
    """Tell a child of ten years from a war of ten years; months and days count for things."""
    things = lexicon.grammar["thing"]
    if tokens.word(at - 2) not in DASHES and not noun_at(tokens, at, lexicon):
        return "age"  # "was 13 years old when the house"
    if any(tokens.word(k) in things for k in range(at, at + 3)):
        return None
    years = (amount.unit or "").startswith(("year", "yr"))
    if years:  # nobody is 800 years old
        return "age" if (amount.low or 0) <= _OLDEST else None
    return None if _is_thing(tokens, at, lexicon) else "age"


_OLDEST = 110


def _is_thing(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    """Tell the noun phrase of a thing, "cease-fire", "submarine base", from that of a person."""
    thing, k = False, at
    while k < at + 5:
        word = tokens.word(k)
        hyphened = tokens.words[k + 1 : k + 2] == ["-"]
        noun = lexicon.nouns.get("".join(tokens.words[k : k + 3]) if hyphened else word)
        if noun is None and (not word.isalpha() or word in lexicon.grammar["stop"]):
            return thing
        thing = noun is not None and noun.group not in ("person", "fighter")
        k += 3 if hyphened else 1
    return thing
