"""Read how sure a number is: "more than 100", "some 28,500", "a dozen or so"."""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.counted import Counted
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Hedge

_FILLERS = frozenset(("another", "additional", "further", "extra", "an", "a", "other", "estimated"))
_DEFINITE = frozenset(("the", "its", "their", "these", "those", "all"))
_PLACING = frozenset("over under around near above below within beyond breached breaching".split())
_BEFORE_OVER = frozenset(
    """by for well just little slightly lasted lasting took take takes spent served serving with of
    has have had been is was after in to at took spanning spans span and serve""".split()
)
_OVER = frozenset(
    """hand hands handed handing turn turns turned turning sign signs signed signing pass passed
    fly flies flew flown flying cross crossed look looked stretched spread scattered""".split()
)
_NOW = frozenset(
    """is are was were now i'm i’m 'm it's it’s already shot rose risen climbed jumped went gone
    grew grown soared""".split()
)
_QUOTES = frozenset("\"”’'")
_MEASURED = frozenset(("distance", "duration", "money", "percent"))


def apply_hedge(tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon) -> None:
    """Set the hedge and the open end of ``amount``, and widen it to the hedge's first word."""
    found = _before(tokens, amount, counted, lexicon) or _after(tokens, amount, counted, lexicon)
    if found is None:
        return
    hedge, first = found
    amount.first = min(amount.first, first)
    if amount.hedge == "range":
        return
    if amount.form in ("vague", "decades") and amount.hedge == "at_least":
        if tokens.word(amount.number_first - 1) != "estimated":
            return
    set_hedge(amount, hedge)


def set_hedge(amount: Amount, hedge: Hedge) -> None:
    """Open the end that ``hedge`` leaves open."""
    value = amount.low if amount.low is not None else amount.high
    amount.hedge = hedge
    amount.low = None if hedge == "at_most" else value
    amount.high = None if hedge == "at_least" else value


def _before(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> tuple[Hedge, int] | None:
    at = amount.first - (tokens.word(amount.first - 1) in _QUOTES)  # 'it was "below" 95 percent'
    for _ in range(3):
        word = tokens.padded[at - 1]
        found = None
        if word in lexicon.hedges_before.lasts:
            found = lexicon.hedges_before.before(tokens.words, at)
        if found is not None:
            first = at - found[0]
            if word == "to" and tokens.word(first - 1) in _NOW and counted.last <= amount.last:
                return None  # "the toll is up to 12": so many by now
            if word == "about" and amount.low == 1 and counted.noun is not None:
                return None  # "what is known about one victim"
            if word in ("under", "over") and at < amount.first:
                return None  # "came under a $2 billion deal"
            if (
                found[0] == 1
                and word in _PLACING
                and not _hedges(tokens, amount, counted, first, word)
            ):
                return None
            return found[1], first
        if word == "of" and tokens.word(at - 3) == "minimum" and at == amount.first:
            return "at_least", at  # "a minimum range of 2 km"; a maximum altitude is one reached
        if word in _DEFINITE:
            found = lexicon.hedges_before.before(tokens.words, at - 1)
            # "larger than the 32 percent" compares: only these leave the number itself open
            if found and tokens.words[at - 2] in ("nearly", "almost", "roughly", "all"):
                return found[1], at - 1 - found[0]
            return None
        if word not in _FILLERS:
            break
        at -= 1
    return _estimated(tokens, amount.first)


def _estimated(tokens: Tokens, first: int) -> tuple[Hedge, int] | None:
    """Read "an estimated range of 90 miles", "costs now estimated at $9 billion"."""
    if tokens.words[max(0, first - 2) : first] == ["estimated", "at"]:
        return "about", first
    far = tokens.word(first - 1) == "of" and tokens.word(first - 3) == "estimated"
    return ("about", first) if far else None


def _hedges(tokens: Tokens, amount: Amount, counted: Counted, at: int, word: str) -> bool:
    """Tell "over 300 people" from "over four years", "flew over two cities"."""
    value = amount.low or amount.high or 0.0
    if word == "over" and tokens.word(at - 1) in _OVER:
        return False  # "to hand over 180"
    if word == "over" and counted.kind == "duration":
        return tokens.word(at - 1) in _BEFORE_OVER
    if word in ("within", "breached", "breaching"):  # and not "breached three walls"
        return counted.kind in _MEASURED
    if counted.kind in _MEASURED:
        return True
    if word in ("under", "near", "beyond") and amount.form != "digits":
        return value >= 20
    return value >= 10 or counted.noun is None or counted.noun.group != ""


def _after(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> tuple[Hedge, int] | None:
    places = {amount.number_last, amount.last}
    if counted.last > amount.last:
        places.add(counted.last)
    for at in sorted(places):
        word = tokens.word(at)
        if word not in DASHES and word not in lexicon.hedges_after.firsts:
            continue
        if word in DASHES and tokens.joined(at):
            at, word = at + 1, tokens.word(at + 1)
            if word not in ("odd", "plus", "ish"):
                continue
        found = lexicon.hedges_after.at(tokens.words, at)
        if found is None:
            continue
        if word == "plus" and tokens.word(at - 1) not in DASHES and amount.last <= at:
            continue
        following = tokens.word(at + found[0])
        if following == "than" or (following == "to" and word == "and"):
            continue  # "11 tanks and more than 20 trucks", "and up to 20"
        if word == "at" and at == amount.last and tokens.word(at + 2).isdigit():
            continue
        return found[1], amount.first
    return None


def carry_over(
    tokens: Tokens, before: tuple[Amount, Counted], after: tuple[Amount, Counted]
) -> None:
    """Hedge the second of two parallel measures like the first: "about 20 miles (33km)"."""
    left, right = before[0], after[0]
    if right.hedge != "exact" or left.hedge not in ("about", "at_least", "at_most"):
        return
    kind = before[1].kind
    if before[1].unit == "mach" and after[1].unit == "times":
        if tokens.words[left.last : right.first] in (["or"], [",", "or"], ["("]):
            set_hedge(right, left.hedge)  # "over Mach 6, or six times the speed of sound"
        return
    if kind == after[1].kind and left.form != "vague" and right.low != 1:
        dozen = "dozen" in tokens.words[left.first : left.last]  # says "about" by itself
        named = not dozen and left.last < before[1].last and right.last < after[1].last
        link = tokens.words[before[1].last : right.first]
        if named and _is_list(link, tokens.word(after[1].last)) and not _is_toll(after[1]):
            set_hedge(right, left.hedge)  # "at least 52 mosques and seven churches"
            return
    measured = kind in _MEASURED or (left.unit is not None and right.unit is not None)
    if kind != after[1].kind or not measured or left.form == "vague":
        return
    link = tokens.words[before[1].last : right.first]
    converted = link[:1] in _CONVERTED and len(link) <= 2 and before[1].unit != after[1].unit
    parallel = before[1].unit == after[1].unit and kind == "distance" and _parallel(link)
    if converted or parallel:
        set_hedge(right, left.hedge)


_CONVERTED = (["("], ["/"], ["–"], ["-"])


def _is_list(link: list[str], following: str) -> bool:
    """Tell a list of things, "over 80 mills, 50 shops and 9 barns", from a thing said anew."""
    return link in (["and"], [",", "and"]) or (link == [","] and following in (",", "and"))


def _is_toll(counted: Counted) -> bool:
    return counted.noun is not None and counted.noun.group == "toll"


def _parallel(link: list[str]) -> bool:
    return len(link) <= 9 and "and" in link and not {";", ".", "but", "while"} & set(link)
