"""Turn away numbers that count nothing: "the bottom three", "a father of five", "one that"."""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.counted import Counted, is_of_many
from analytics.extract.governing import Governed
from analytics.extract.harm import TOLL
from analytics.extract.modifiers import looks_plural
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

_RANKED = frozenset("top bottom last first final big".split())


_STATISTICS = frozenset(
    """average total mean median maximum minimum high low record peak sum rate ratio score level
    average price value tally""".split()
)


_REACHED = frozenset(
    """magnitude reached hit totaled totalled number numbers numbered numbering exceeded
    surpassed""".split()
)


_CROWDS = frozenset(
    """crew party team force crowd delegation convoy fleet staff garrison complement inventory
    stockpile arsenal""".split()
)


_SET_AT = frozenset("is was at stood stands of reached averaged hit and".split())


_LINKS = frozenset(("and", ",", "or", "(", "another", "including", "-", "–", "plus", "to", "from"))


def unfit(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    lexicon: FigureLexicon,
) -> str | None:
    """Give the reason why an amount counts nothing, judged by what it counts; or null."""
    if counted.compound and counted.kind is None:
        return "compound"
    lone = amount.low == amount.high == 1 and tokens.words[amount.number_first] == "one"
    described = counted.kind == "other" and counted.last > amount.last + 1
    vague = described and counted.unit in lexicon.grammar["one_stop"]  # "one crucial detail"
    if lone and (vague or _is_many(counted)):
        return "pronoun"  # "it is one that officials avoid", without "that"
    if counted.unit == "votes" and counted.last == amount.last + 1 and (amount.low or 0) < 1e4:
        if tokens.word(amount.number_first - 2) != "of":  # but "24 of the 100 votes"
            return "vote"
    if (counted.unit in _HALVES and amount.low == 2) or _is_named_unit(tokens, amount, counted):
        return "designation"
    if counted.unit is not None or counted.kind is not None:
        return None
    if tokens.word(amount.last - 1) == "dozen" and tokens.word(amount.last) == "is":
        return "no noun"  # "a baker's dozen is 13"
    first, last = amount.number_first, amount.last
    if tokens.word(first - 1) in ("to", "against") and _voted(tokens, first - 2):
        return "vote"  # "by 162 votes to 137", "the vote was 51 to 48"
    if "." in tokens.words[first] and amount.scale == 1 and _is_price(tokens, first):
        return "price"
    of = first - 1 - (tokens.word(first - 1) in DASHES)  # "a father-of-five"
    parent = of - 1 - (tokens.word(of - 1) in DASHES)
    if tokens.word(of) == "of" and tokens.word(parent) in ("gang", "group"):
        return "no noun"
    if governed is not None and governed.role.kind == "casualties":
        return None
    if amount.hedge != "exact" or amount.form == "vague" or amount.scale > 1:
        return None
    if tokens.word(last) == "of" or "," in tokens.words[first]:
        return None
    if tokens.word(last) == "out" and is_of_many(tokens, last, lexicon):
        return None
    before = tokens.word(first - 1)
    if tokens.words[max(0, first - 2) : first] == ["the", "other"]:
        return None  # "one soldier and the other two"
    if before == "all" and amount.form == "words" and tokens.word(last) in ("were", "are"):
        return None  # "when all three were in office"
    if before == "the" or (before in _RANKED and tokens.word(first - 2) == "the"):
        return "no noun" if before in _RANKED else None  # "the bottom three", "the two agreed"
    if before in (":", "by", "from", "to") or governed is not None:
        return None
    if before == "of" and tokens.word(first - 2) in _STATISTICS:
        return None
    if amount.form == "digits" and "." in tokens.words[first] and before in _SET_AT:
        return None
    if before in _REACHED or (before == "of" and _is_crowd(tokens, first - 2, lexicon)):
        return None
    if before == "at" and not TOLL.isdisjoint(tokens.words[max(0, first - 4) : first]):
        return None  # "put the injured at 12"
    if amount.form == "words" and tokens.word(first - 1) in (
        "and",
        "for",
        "in",
        "on",
        "at",
        "with",
    ):
        return "no noun"
    return "no noun" if tokens.word(first - 1) not in _LINKS else None


def _is_crowd(tokens: Tokens, k: int, lexicon: FigureLexicon) -> bool:
    noun = lexicon.nouns.get(tokens.word(k))
    return tokens.word(k) in _CROWDS or (noun is not None and noun.group == "unit")


def _voted(tokens: Tokens, k: int) -> bool:
    if tokens.word(k) == "votes":
        return True
    return tokens.word(k).isdigit() and not _VOTING.isdisjoint(tokens.words[max(0, k - 12) : k])


_VOTING = frozenset("vote voted votes voting".split())


def _is_named_unit(tokens: Tokens, amount: Amount, counted: Counted) -> bool:
    """Tell the names "617 Squadron", "16 Air Assault Brigade", "1 (UK) Division" from counts."""
    noun = counted.noun
    if noun is None or noun.group != "unit" or amount.form != "digits" or counted.compound:
        return False
    if counted.unit != noun.singular or (noun.plural and noun.singular.endswith("s")):
        return False
    if tokens.word(counted.last) == "strength":
        return False  # "to reach a 42 Squadron strength"
    words = range(amount.last, counted.last)
    named = all(tokens.capital(k) or not tokens.words[k].isalpha() for k in words)
    return named and counted.last > amount.last and "," not in tokens.words[amount.number_first]


def _is_price(tokens: Tokens, first: int) -> bool:
    """Tell the price of a share, "the stock climbed 1.5 percent to 356.30"."""
    words = tokens.near(first)
    return not _STOCK.isdisjoint(words) and "points" not in words


_STOCK = frozenset("stock stocks shares nasdaq".split())


# Lands of one name: "the two Koreas" names them and counts nothing.
_HALVES = frozenset("koreas germanys sudans congos chinas irelands yemens vietnams".split())


def _is_many(counted: Counted) -> bool:
    """Tell a plural, which "one" cannot count."""
    if counted.unit is None or counted.kind in ("duration", "distance"):
        return False
    if counted.noun is not None:
        return counted.noun.plural and counted.noun.singular != counted.unit
    return looks_plural(counted.unit) and counted.unit not in _ONE_AND_MANY


_ONE_AND_MANY = frozenset("series means species headquarters gas lens canvas corps news".split())
