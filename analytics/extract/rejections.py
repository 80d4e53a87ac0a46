"""Say why a number is no figure: a date, an age, a designation, a score, a pronoun."""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

_ORDINAL = frozenset(("st", "nd", "rd", "th"))
_WHOSE = frozenset("the our its their his her my your these those this that them us a".split())
_RELATIVE = frozenset(
    ("ago", "later", "earlier", "hence", "beforehand", "afterwards", "removed", "away")
)
_RELATIVE_TO = frozenset(("after", "before", "prior", "since", "following", "from"))
_FOR = frozenset(("for", "within", "over", "during", "lasting", "lasted", "every", "of"))
_AGE = frozenset(("age", "aged", "ages"))
_AROUND = frozenset("under over about around nearly below above between up".split())
_IS = frozenset(("is", "was", "of", "at"))


def reason_against(
    tokens: Tokens, amount: Amount, previous: str | None, lexicon: FigureLexicon
) -> str | None:
    """Give the reason why an amount is no figure by its form and its neighbours, or null.

    Args:
        tokens: the sentence.
        amount: the amount.
        previous: why the amount before it was rejected, where it stands close by.
        lexicon: the word lists.
    """
    if amount.unit == "GBP" or amount.kind in ("money", "percent"):
        return _money_reason(tokens, amount)
    if amount.form in ("digits", "words"):
        reason = _written_reason(tokens, amount, previous, lexicon)
        if reason:
            return reason
    if amount.kind == "duration":
        return _time_reason(tokens, amount, lexicon)
    if amount.low == 1 and tokens.words[amount.number_first] == "one":
        return _one_reason(tokens, amount, lexicon)
    return None


def _money_reason(tokens: Tokens, amount: Amount) -> str | None:
    if tokens.word(amount.last) == "=" or tokens.word(amount.first - 1) == "=":
        return "rate"
    return None


def _written_reason(
    tokens: Tokens, amount: Amount, previous: str | None, lexicon: FigureLexicon
) -> str | None:
    if amount.count == 2 and tokens.word(amount.last) in _ORDINAL and tokens.joined(amount.last):
        return "ordinal"  # "one-100th"
    if amount.form == "digits" and amount.count == 2 and amount.unit is None:
        at = amount.number_first - 1
        if tokens.word(at) == ".":
            at -= 1
        listed = previous == "date" and tokens.word(at) in (",", "and", "or")
        if listed or _is_month(tokens, at, lexicon) or _is_month(tokens, amount.last, lexicon):
            return "date" if (amount.high or 0) <= 31 else None
    if amount.form == "digits" and amount.count == 2 and _ages_of(tokens, amount, lexicon):
        return "age"
    if amount.form == "digits" and amount.count == 1:
        reason = _touching_reason(tokens, amount, lexicon) or _date_reason(
            tokens, amount, previous, lexicon
        )
        if reason:
            return reason
    return (
        _age_reason(tokens, amount, lexicon)
        or _named_reason(tokens, amount, previous, lexicon)
        or _figurative_reason(tokens, amount, lexicon)
    )


def _ages_of(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> bool:
    """Tell "men between 18 and 60" from "between 18 and 60 men"."""
    if amount.unit is not None or not 5 <= (amount.low or 0) < (amount.high or 0) <= 110:
        return False
    if not _AGE.isdisjoint(tokens.words[max(0, amount.first - 3) : amount.first]):
        return True  # "ranged in age from 46 to 73"
    who = lexicon.nouns.get(tokens.word(amount.first - 1))
    between = tokens.word(amount.first) == "between" and tokens.word(amount.last)[:1].isalpha()
    person = who is not None and who.plural and who.group in ("person", "fighter")
    counts = _plural_noun(tokens, amount.last, lexicon)
    return person and between and not counts and tokens.word(amount.last) not in ("of", "more")


def _is_month(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    return tokens.word(at) in lexicon.grammar["month"] and tokens.capital(at)


def _figurative_reason(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> str | None:
    """Judge "a hundred times", "zero tolerance", "the Five Eyes", "38 North"."""
    first, last = amount.number_first, amount.last
    word, after = tokens.words[first], tokens.word(last)
    if word == "a" and amount.unit == "times":
        return None if lexicon.hedges_before.before(tokens.words, first) else "idiom"
    if word == "zero" and amount.unit is None and not _plural_noun(tokens, last, lexicon):
        return "idiom"
    if amount.unit is not None or not tokens.capital(last) or tokens.capital(last + 1):
        return None
    if amount.form == "digits":
        return "designation" if after in lexicon.grammar["compass"] else None
    if not tokens.capital(first) or first == 0:
        return None
    before = tokens.word(first - 1)
    if before in _QUOTES:
        return "designation" if after not in lexicon.nouns else None
    named = before.isalpha() and not tokens.capital(first - 1)
    return "designation" if named and _is_prose(tokens, first) else None


def _is_prose(tokens: Tokens, at: int) -> bool:
    """Tell running text from a headline, in which every word has a capital."""
    near = range(max(0, at - 12), min(at + 12, len(tokens)))
    return sum(len(tokens.words[k]) > 4 and not tokens.capital(k) for k in near) > 1


_QUOTES = frozenset("\"“‘'")


def _touching_reason(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> str | None:
    """Judge by what touches the digits: "38th", "F-16", "9:18", "5G", "#3", "24/7"."""
    first, last = amount.number_first, amount.number_last
    word, after, before = tokens.words[first], tokens.word(last), tokens.word(first - 1)
    if tokens.joined(last):
        if after in _ORDINAL:
            return "ordinal"
        if after == "s":
            return "year" if word.endswith("0") and len(word) in (2, 4) else "designation"
        if after == ":" and tokens.joined(last + 1) and tokens.word(last + 1).isdigit():
            return "clock"
        if after == "/" and tokens.word(last + 1).isdigit():
            return "ratio"
        if after.isalpha() and amount.unit is None and last == amount.last:
            return "designation"
        if after == "°" and amount.unit is None:
            return "coordinate"
        if after == ")" and amount.unit is None and _numbers_a_point(tokens, amount):
            return "marker"
        if after in DASHES and tokens.joined(last + 1) and amount.unit is None:
            reason = _dashed_reason(tokens, amount, last, lexicon)
            if reason:
                return reason
    if tokens.joined(first):
        if before == ":" and tokens.word(first - 2).isdigit():
            return "clock"
        if before in ("/", "@", "_", "=", "&") or (before == "+" and len(word) > 1):
            return "code"
        if before == "#":
            return "designation"
        if before == "[" and after == "]":
            return "marker"
        if before == "(" and after == ")" and len(word) < 3 and _follows_closely(tokens, first):
            return "marker"
        if before in "'’" and len(word) == 2 and not tokens.joined(first - 1):
            return "year"
        if before == "." and tokens.joined(first - 1):
            return "date" if _is_month(tokens, first - 2, lexicon) else "code"
        if before.isalpha() and amount.first == first:
            return "year" if before in ("fy", "cy") else "designation"
        if before in DASHES and tokens.joined(first - 1) and amount.first == first:
            return _after_dash_reason(tokens, first)
        if before in DASHES and amount.unit is None and first > 1:
            name = tokens.raw(first - 2, first - 1)
            if len(name) > 2 and name.isupper() and not tokens.joined(first - 1):
                return "designation"  # "COVID -19"
    if amount.unit == "millimetres" and amount.last <= last + 2:
        return "designation"
    if word[0] == "0" and len(word) > 1 and word.isdigit():
        return "clock" if len(word) == 4 else "code"
    return None


def _follows_closely(tokens: Tokens, first: int) -> bool:
    """Tell a note's mark, as in "it failed.(1)", from "casualties (12)"."""
    return tokens.joined(first - 1) or tokens.word(first - 2) in (".", '"', "”")


def _numbers_a_point(tokens: Tokens, amount: Amount) -> bool:
    """Tell the 2 of "and 2) that it takes long" from the 2 of "(all 2)"."""
    before = tokens.words[max(0, amount.first - 30) : amount.first]
    return (amount.low or 0) <= 20 and before.count("(") <= before.count(")")


def _dashed_reason(tokens: Tokens, amount: Amount, dash: int, lexicon: FigureLexicon) -> str | None:
    """Judge digits before a hyphen: "87-13", "3-D", "555-0134"; "12-nation" may count."""
    after = tokens.word(dash + 1)
    if after.isdigit():
        if tokens.word(dash + 2) in DASHES and tokens.joined(dash + 2):
            return "date" if len(tokens.words[dash - 1]) == 4 else "phone"
        if len(after) == 4 and len(tokens.words[dash - 1]) == 3:
            return "phone"
        if _is_year(tokens.words[dash - 1]):
            return "year"
        return None if _votes(tokens, dash - 1, lexicon) else "score"
    if len(after) == 1:
        return "designation"
    return None


def _votes(tokens: Tokens, first: int, lexicon: FigureLexicon) -> bool:
    return tokens.words[max(0, first - 2) : first] == ["vote", "of"]


def _after_dash_reason(tokens: Tokens, first: int) -> str | None:
    before = tokens.word(first - 2)
    if before.isdigit():
        if tokens.word(first - 3) in DASHES and tokens.joined(first - 2):
            return "phone" if len(tokens.words[first]) > 2 else "date"
        if _is_year(before):
            return "year"
        if tokens.words[max(0, first - 4) : first - 2] == ["vote", "of"]:
            return None
        return "phone" if len(tokens.words[first]) == 4 and len(before) == 3 else "score"
    if before in ("minus", "sub", "plus"):
        return None
    if before in ("mid", "pre", "post", "late", "early") and _is_year(tokens.words[first]):
        return "year"
    if before == ")" and tokens.joined(first - 1):
        return "designation"  # "the Harrow Trainer (HLT)-42"
    return "designation" if before and before not in (")", '"', "”") else None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and "1500" <= word <= "2199"


def _date_reason(
    tokens: Tokens, amount: Amount, previous: str | None, lexicon: FigureLexicon
) -> str | None:
    first, last = amount.number_first, amount.last
    word, months = tokens.words[first], lexicon.grammar["month"]
    if tokens.word(amount.number_last) in lexicon.grammar["clock"] and amount.scale == 1:
        return "clock"
    if amount.unit == "hours" and len(word) == 4 and word.isdigit():
        return "clock"
    after = amount.number_last + (tokens.word(amount.number_last) in ("of", "-", "–"))
    if len(word) <= 2 and tokens.word(after) in months and tokens.capital(after):
        return "date"
    if amount.unit is not None or not word.isdigit():
        return None
    at = first - 1
    if tokens.word(at) == "." or tokens.word(at) == ",":
        at -= 1
    if tokens.word(at) in months and tokens.capital(at) and at >= first - 2:
        if len(word) == 4:
            return "year"
        if len(word) <= 2 and not (
            _plural_noun(tokens, last, lexicon) and tokens.word(at - 1) in ("in", "since")
        ):
            return "date"
    close = tokens.word(first - 1) in (",", "-", "–", "and", "to", "or", "/")
    if previous == "date" and close and len(word) <= 2 and not _noun_at(tokens, last, lexicon):
        return "date"
    if _is_year(word):
        return _year_reason(tokens, amount, previous, lexicon)
    return None


def _year_reason(
    tokens: Tokens, amount: Amount, previous: str | None, lexicon: FigureLexicon
) -> str | None:
    """Tell the year 2004 from 2004 troops: by what stands before, and what follows."""
    first, value = amount.number_first, amount.low or 0.0
    before = tokens.word(first - 1)
    counted = _plural_noun(tokens, amount.last, lexicon)
    near = value if 1900 <= value <= 2100 else 0
    if before in lexicon.grammar["year_before"] and (near or before in _SURE_OF_YEARS):
        return "year" if near or not counted else None
    if previous in ("year", "date") and before in (",", "and", "or", "-", "–", "/"):
        return "year"
    if lexicon.hedges_before.before(tokens.words, first) and (
        counted or (before in ("over", "than", "nearly", "least", "almost") and not value % 50)
    ):
        return None
    if not counted and "1500" <= tokens.words[first] <= "1899":
        if tokens.capital(amount.last) or (before == "," and tokens.word(amount.last) == ","):
            return "year"  # "the 1842 Harbour Act", "on May Day, 1776, they"
    if near and not (counted and value % 50 == 0 and before != "the"):
        return "year"
    return None


_SURE_OF_YEARS = frozenset(("in", "since", "until", "till", "circa", "between", "from"))


def _noun_at(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    return tokens.word(at) in lexicon.nouns


def _plural_noun(tokens: Tokens, at: int, lexicon: FigureLexicon) -> bool:
    """Tell whether a plural that is counted begins within two words of ``at``."""
    for k in range(at, at + 3):
        noun = lexicon.nouns.get(tokens.word(k))
        if noun is not None and noun.plural:
            return True
        if not tokens.word(k).isalpha() or tokens.word(k) in lexicon.grammar["stop"]:
            return False
    return False


def _age_reason(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> str | None:
    first, last, low = amount.number_first, amount.last, amount.low or 0
    if amount.kind == "duration":
        return None
    before = tokens.word(first - 1)
    if before in _AGE or tokens.words[max(0, first - 2) : first] == ["age", "of"]:
        return "age"
    if tokens.word(first - 2) in _AGE and before in _AROUND:
        return "age"  # "aged under 30"
    if before in ("and", "or", ",") and amount.unit is None and _aged_before(tokens, first):
        return "age"
    if amount.unit is not None or not 5 <= low <= 110 or low % 1:
        return None
    after = tokens.word(last)
    if before in ("was", "is", "turned") and tokens.word(first - 2) in _SELF:
        return "age" if after in (",", ".", "when", "and", "at") else None
    who = lexicon.nouns.get(tokens.word(first - 2))
    person = who is not None and not who.plural and who.group in ("person", "fighter")
    named = tokens.capital(first - 2) or tokens.word(first - 2) in (".", '"', "”", "jr") or person
    if before == "," and named and after in (",", ".", ";", ")", "of", "and", "was", "from", ""):
        return "age" if after not in ("and",) or tokens.capital(last + 1) else None
    if before == "(" and after == ")" and tokens.capital(first - 2):
        return "age"
    if before == "," and tokens.words[last : last + 2] == [",", "who"]:
        return "age"
    if before in ("was", "is", "be", "turned", "turns") and (not after.isalnum() or after == "by"):
        whom = tokens.words[max(0, first - 4) : first - 1]
        return "age" if not {"he", "she", "who"}.isdisjoint(whom) else None
    return None


_SELF = frozenset(("he", "she", "i"))


def _aged_before(tokens: Tokens, first: int) -> bool:
    """Tell the second age in "aged 4 and 11"."""
    return tokens.word(first - 2).isdigit() and not _AGE.isdisjoint(
        tokens.words[max(0, first - 4) : first - 1]
    )


def _time_reason(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> str | None:
    """Judge a length of time: an age, or a date told by its distance."""
    at = amount.last
    dash = tokens.word(at) in DASHES
    if tokens.word(at + dash) in ("old", "olds") and amount.form != "decades":
        return _old_reason(tokens, amount, at + dash + 1, lexicon)
    before = tokens.word(amount.first - 1)
    after = tokens.word(at)
    quoted = tokens.word(amount.number_first - 1) in _QUOTES and amount.form == "digits"
    if quoted and tokens.capital(at - 1) and not tokens.capital(amount.number_first - 2):
        return "designation"  # the programme "60 Minutes"
    if before in _IS and not _AGE.isdisjoint(tokens.words[max(0, amount.first - 9) : amount.first]):
        return "age"  # "the average age of the ships is 35 years"
    if before in _AGE or tokens.words[max(0, amount.first - 2) : amount.first] == ["age", "of"]:
        return "age"
    if after == "down" and tokens.words[at + 1 : at + 2] == ["the"]:
        return "relative date" if tokens.word(at + 2) in ("line", "road", "track") else None
    if after in _RELATIVE or tokens.words[at : at + 2] in (["from", "now"], ["down", "the"]):
        return "relative date"
    if after in _RELATIVE_TO and after != "from" and before not in _FOR and not dash:
        return "relative date" if after != "following" else None
    if tokens.words[amount.number_first] == "one" and after != "long":
        if tokens.word(amount.last - 1) == "day" and before not in _FOR and not amount.compound:
            return "pronoun"
        if before in lexicon.grammar["one_before"] and before not in ("a", "only", "first"):
            return "pronoun" if before not in ("the", "last", "next") else None
    return None


def _old_reason(tokens: Tokens, amount: Amount, at: int, lexicon: FigureLexicon) -> str | None:
    """Tell a child of ten years from a war of ten years; months and days count for things."""
    things = lexicon.grammar["thing"]
    if tokens.word(at - 2) not in DASHES and not _noun_at(tokens, at, lexicon):
        return "age"  # "was 13 years old when the house"
    if any(tokens.word(k) in things for k in range(at, at + 3)):
        return None
    noun = lexicon.nouns.get(tokens.word(at))
    years = (amount.unit or "").startswith(("year", "yr"))
    if years or noun is None or noun.group in ("person", "fighter"):
        return "age"
    return None


def _named_reason(
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
    if before == "p" and tokens.word(at - 1) == "&":
        return "designation"
    named = tokens.raw(at, at + 1) != before
    if digits and first == 1 and before == "(" and tokens.word(last) == ")":
        return "marker"
    if digits and "," in tokens.words[first]:
        return None
    if before.isalpha() and len(before) == 1 and (not named or (before == "a" and at == 0)):
        return None  # "a 12-nation fleet"
    if before in lexicon.grammar["designator"] and before.isalpha():
        counted = _plural_noun(tokens, last, lexicon)
        if at < first - 1:
            return "designation" if before in ("no", "art", "sec", "vol", "fig", "nos") else None
        if before in ("no", "number") or named or (digits and not counted):
            return "designation" if not (counted and not named) else None
    if previous == "designation" and before in (",", "and", "or", "&") and digits:
        if tokens.word(first - 2).isdigit() and not _plural_noun(tokens, last, lexicon):
            return "designation"  # "Groups 3, 4 and 5"
    if not tokens.capital(at) or at != first - 1 or not before.isalpha() or at == 0:
        return None
    if digits or tokens.capital(first):
        return None if _may_count(tokens, at, last, lexicon) else "designation"
    return None


def _may_count(tokens: Tokens, at: int, last: int, lexicon: FigureLexicon) -> bool:
    """Tell whether a number after a capitalised word can count: "Blast Kills 12 in Town"."""
    word = tokens.words[at]
    if word in lexicon.roles or word in lexicon.grammar["verb"] or word in lexicon.grammar["stop"]:
        return True
    if lexicon.hedges_before.before(tokens.words, at + 1):
        return True
    return _plural_noun(tokens, last, lexicon) or tokens.word(last) in lexicon.roles


def _one_reason(tokens: Tokens, amount: Amount, lexicon: FigureLexicon) -> str | None:
    """Tell "one soldier" from "one of the", "no one", "the one that", "one can"."""
    at, before = amount.last, tokens.word(amount.number_first - 1)
    after = tokens.word(at)
    if after == "of":
        return "one of the"
    if tokens.joined(amount.number_first) and before in DASHES:
        return "pronoun"  # "two-to-one", "one-on-one"
    if before == "by" and tokens.word(amount.number_first - 2) == "one":
        return "pronoun"
    if after == "by" or (after in DASHES and tokens.word(at + 1) in ("on", "to", "by")):
        return "pronoun"  # "one by one"
    if tokens.capital(amount.number_first) and tokens.capital(amount.number_first - 1):
        if amount.number_first > 1 and _is_prose(tokens, at):
            return "designation"  # "Air Force One"
    said = tokens.word(amount.number_first - 2)
    if before == "that" and (said in lexicon.grammar["verb"] or said.endswith("ed")):
        before = ""  # "conceded that one sailor died"
    if before in ("at", "in") and tokens.word(amount.number_last) in ("point", "form"):
        return "pronoun"
    if amount.unit is not None and amount.kind == "distance":
        return None
    grammar = lexicon.grammar
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
        before in ("the", "only", "not") and _noun_at(tokens, at, lexicon)
    ):
        return (
            "pronoun"
            if after not in lexicon.nouns
            or before
            in ("no", "any", "every", "each", "this", "that", "which", "another", "number")
            else None
        )
    if after in grammar["one_stop"] or after in grammar["stop"] or not after[:1].isalnum():
        return "pronoun"
    told = after in lexicon.nouns or after in grammar["adjective"]
    if after.endswith(("ed", "ing")) and not told and not _noun_at(tokens, at + 1, lexicon):
        return "pronoun"  # "one reviewed a draft"
    return None
