"""Read the words beside a number that make it a change: "a 12 percent rise", "$2m in aid"."""

from collections.abc import Iterator

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.governing import Governed
from analytics.extract.roles import ATTACKERS
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Aspect, Change

STOCKS = frozenset(("money", "personnel", "weapons_platforms", "munitions"))
_HAVE = frozenset(("has", "have", "had"))
_NEWLY = frozenset("a an the another new additional further fresh separate its".split())
_COMPARED: dict[str, Change] = {
    **dict.fromkeys("more higher larger bigger greater stronger faster".split(), "up"),
    **dict.fromkeys("less lower fewer smaller cheaper weaker slower".split(), "down"),
}


def said_first(tokens: Tokens, amount: Amount) -> int:
    """Find where the number begins that this one only says again: "up 9 points, or 2 percent"."""
    k = amount.first - 1
    word = tokens.word(k)
    if word not in _AGAIN or (word == "or" and k < 2):
        return amount.first
    k -= 1 + (tokens.word(k - 1) == ",")
    for at in range(k, max(-1, k - 4), -1):
        if tokens.words[at][0].isdigit():
            while at > 0 and tokens.words[at - 1] in _OF_NUMBER:
                at -= 1
            while at > 1 and tokens.words[at - 1] == "to" and tokens.words[at - 2][0].isdigit():
                at -= 2
            return at
    return amount.first


_AGAIN = frozenset(("(", "or", "/"))
_OF_NUMBER = frozenset("$ € £ us about some nearly almost around more than over a - –".split())


def compound_change(tokens: Tokens, counted: Counted, lexicon: FigureLexicon) -> Change | None:
    """Read "a 5,000-troop increase", "the 2,000-soldier deployment"."""
    for k in range(counted.last, min(counted.last + 2, len(tokens))):
        word = tokens.words[k]
        if word in lexicon.grammar["rise"]:
            return "up"
        if word in lexicon.grammar["drop"]:
            return "down"
        if word in _CONTRACTS or word in ("purchase", "sale"):
            return "up"  # "the 40-jet order"
        role = lexicon.roles.get(word)
        if role is not None and role.role in ("deployed", "withdrawn"):
            return role.change
    return None


def named_change(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    aspect: Aspect,
    lexicon: FigureLexicon,
) -> Change | None:
    """Read "a 12 percent increase", "an additional $5 million", "a $2 billion aid package"."""
    grammar, kind = lexicon.grammar, counted.kind
    last = max(amount.last, counted.last)
    compared = tokens.word(last)
    if compared in _COMPARED and (
        kind == "percent"
        or counted.unit == "points"
        or (
            kind == "money"
            and compared in ("higher", "lower", "larger", "smaller", "bigger", "less")
        )
    ):
        if compared not in ("more", "less", "fewer") or tokens.word(last + 1) in grammar["stop"]:
            return _COMPARED[compared]
    if kind == "money" and compared == "available":
        return "up"  # "made $2 billion available"
    if kind in ("money", "percent"):
        for word in _said_after(tokens, last, lexicon):
            if word in grammar["rise"]:
                return "up"
            if word in grammar["drop"]:
                return "down"
            if kind == "money" and word in grammar["granted"]:
                return _granted(tokens, amount, governed, aspect)
            if (
                kind == "money"
                and word in ("sale", "sales")
                and _ARMS & set(tokens.words[last : last + 12])
            ):
                return "up"  # "billions of dollars in weapons sales"
            if kind == "money" and word == "bill" and _is_passed(tokens, amount):
                return "up"
            if kind == "money" and word in _CONTRACTS and _is_won(tokens, amount, word):
                return "up"
    if kind == "money":
        first = said_first(tokens, amount)
        before = tokens.word(first - 1)
        aid = before == "worth" and tokens.word(first - 2) in grammar["granted"]
        if aid and tokens.word(first - 2) != "tranche":
            return _granted(tokens, amount, governed, aspect)  # "a bailout worth $12 billion"
        if before in _HELD_BACK:
            return "down"  # "withheld $50 million"
        if before in _INCLUDE and not _BILLS.isdisjoint(
            tokens.words[max(0, first - 14) : first - 1]
        ):
            return "up"  # "a bill which he signed in May included $1.6 billion"
        if not _SOUGHT.isdisjoint(tokens.words[last : last + 5]):
            return "up"  # "the $25 billion the House sought"
        if _opens_a_bill(tokens, amount, last):
            return "up"  # "$61 billion for Latvia: what is in the bill"
        if before in _TAKE and "from" in tokens.words[last : last + 4]:
            return "down"  # "take $90 billion a year from the fund"
    if kind in STOCKS:
        near = tokens.words[max(0, amount.first - 2) : last + 1]
        if near[-1:] and last < len(tokens) and near[-1] not in ("more", "extra"):
            near = near[:-1]
        if "fewer" in near and "than" not in near and tokens.word(last) != "than":
            return "down"
        if not grammar["added"].isdisjoint(near):
            if _is_no_addition(tokens, amount, counted, governed, near):
                return None
            return "down" if governed is not None and governed.role.change == "down" else "up"
    return None


def _opens_a_bill(tokens: Tokens, amount: Amount, last: int) -> bool:
    if amount.first > 0 or tokens.word(last) != "for" or not tokens.capital(last + 1):
        return False
    return not _BILLS.isdisjoint(tokens.words[last + 2 : last + 24])


def _is_no_addition(
    tokens: Tokens, amount: Amount, counted: Counted, governed: Governed | None, near: list[str]
) -> bool:
    """Tell "with 1,500 more in reserve", "has hundreds more", "one or more jets" from additions."""
    last = max(amount.last, counted.last)
    if counted.kind == "munitions" and governed is None:
        return True  # "fired 35 rockets at one town, and another 20 at the next"
    elided = counted.noun is None or counted.borrowed or counted.last <= amount.last
    if (
        (elided and "with" in near)
        or not _COMPARING.isdisjoint(near)
        or tokens.word(last + 1) == "than"
    ):
        return True
    if "or" in near and near[near.index("or") + 1 :][:1] in ([], ["more"]):
        return True
    if tokens.word(last) in _ARE and (governed is None or not governed.after):
        # "a further 5,000 are in debt", and not "are on their way"
        to_be = tokens.words[last + 1 : last + 3] == ["to", "be"]
        return not to_be and _COMING.isdisjoint(tokens.words[last + 1 : last + 5])
    if tokens.word(said_first(tokens, amount) - 1) in _HAVE:
        return True
    return counted.noun is not None and counted.noun.singular in ATTACKERS


def _said_after(tokens: Tokens, last: int, lexicon: FigureLexicon) -> Iterator[str]:
    """Yield the words of the phrase after a sum: "in across-the-board budget cuts"."""
    stops = lexicon.grammar["stop"]
    for k in range(last, min(last + 12, len(tokens))):
        word = tokens.words[k]
        if word in stops and word not in ("in", "worth"):
            if not (tokens.joined(k) or tokens.joined(k + 1)):
                return
        if k >= last + 4 and tokens.words[last] != "in":
            return
        yield word


_COMPARING = frozenset(("than", "like"))  # "more like 30 tanks"
_INCLUDE = frozenset(("include", "includes", "included"))
_BILLS = frozenset("bill bills legislation package packages deal".split())
_SOUGHT = frozenset(("sought", "requested"))
_ARMS = frozenset(("arms", "weapons"))
_CONTRACTS = frozenset("contract contracts order orders award deal".split())
_WON = frozenset(
    """won win wins winning awarded award awards awarding landed secured got gets received receives
    clinched inked following""".split()
)
_TAKE = frozenset("take takes taking took taken".split())
_COMING = frozenset("way due set expected bound coming scheduled planned needed".split())
_ARE = frozenset("are were have had live".split())


def _is_passed(tokens: Tokens, amount: Amount) -> bool:
    """Tell "passed a $700 billion defense bill"."""
    return not _PASSED.isdisjoint(tokens.words[max(0, amount.first - 8) : amount.first])


_PASSED = frozenset("passed pass passes approved approve signed sign voted".split())


def _is_won(tokens: Tokens, amount: Amount, word: str) -> bool:
    """Tell "won a $4 billion contract", "in a $4 billion deal" from "under the $4 billion deal"."""
    ahead = tokens.words[max(0, amount.first - 6) : amount.first]
    if ahead[-2:] == ["in", "a"]:
        return True
    return not _WON.isdisjoint(ahead)


def _granted(
    tokens: Tokens, amount: Amount, governed: Governed | None, aspect: Aspect
) -> Change | None:
    """Read "$300 million in aid": given, cut, or the sum of what was given so far."""
    near = amount.first - 3
    if governed is not None and governed.role.role in ("cut", "withdrawn") and governed.at >= near:
        return "down"
    ahead = tokens.words[max(0, near) : amount.first]
    if not _HELD_BACK.isdisjoint(ahead) or ahead[-2:] in (["holding", "up"], ["held", "up"]):
        return "down"
    if tokens.word(amount.first - 1) == "total" or aspect == "rate":
        return None
    so_far = aspect == "cumulative" and tokens.word(amount.first - 1) not in _NEWLY
    return None if so_far else "up"


_HELD_BACK = frozenset(
    """froze frozen freeze freezing suspend suspended suspending withhold withheld withholding block
    blocked blocking halt halted cancel obstruct obstructs obstructed""".split()
)
