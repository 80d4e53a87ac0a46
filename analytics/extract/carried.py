"""Carry a change along a list: "will send 20 tanks, 300 missiles and, for $40 million, radars".

What a list adds to or takes from a stock it says once, at its head. The things that follow, and
the sums that they are bought for, change it the same way, as long as no verb comes between.
"""

from analytics.extract.granted import STOCKS
from analytics.extract.role_words import LEVELS
from analytics.extract.sentence import ReadAmount
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon
from analytics.model import Change

_FARTHEST = 24  # words between one of a list and the next
_REACH = 150  # words before one of a list in which the deal is named
_GLUE = frozenset(", ; and or plus including includes as with by ( /".split())
_PAIRED = {"with": ("along", "together"), "as": ("well",), "by": ("accompanied", "manned")}
_PRICED = frozenset("for at worth totaling totalling".split())
_DEALS = frozenset(
    """sale sales package packages deal deals contract contracts order orders purchase purchases
    procurement acquisition sell sells selling sold buy buys buying bought ordered purchased
    acquire acquired""".split()
)
_FOR = frozenset(("for", "in", "at", "on"))
_EACH = frozenset(("each", "apiece", "per"))
_SAID = frozenset(
    """estimated valued related including includes included manned accompanied modified guided
    upgraded associated combined a an the value cost""".split()
)
_STOPS = frozenset(
    """. ? ! : while but who which that where when after before because since until against
    from if than not without ’s""".split()
)
_WHOLES = frozenset(("them", "those", "these", "whom", "which"))
_WHEN = frozenset("this next in by".split())
_BE = frozenset("is are was were be been has have had will would could can may".split())


def carried_change(
    tokens: Tokens,
    before: ReadAmount,
    change: Change,
    read: ReadAmount,
    lexicon: FigureLexicon,
) -> Change | None:
    """Give ``change``, that of the number before, where ``read`` goes on with its list.

    Args:
        tokens: the sentence.
        before: the number before, in the same sentence.
        change: which way it changes a stock.
        read: the number, which by itself says no change.
        lexicon: the word lists.
    """
    amount, counted = read.amount, read.counted
    start = max(before.amount.last, before.counted.last)
    link = tokens.words[start : amount.first]
    if not link or len(link) > _FARTHEST:
        return None
    if before.counted.kind == counted.kind == "percent":
        same = link[0] in _FOR and tokens.word(amount.last) == link[0]  # "5 for these, 3 for those"
        return change if same and link[-1] in (",", "and") else None
    if not _goes_with(before, read):
        return None
    last = link[-1]
    part = last == "including" and counted.kind == before.counted.kind
    if _has_own(tokens, read, lexicon):
        return None
    if not part and _has_verb(tokens, start, amount.first, lexicon):
        return None
    if counted.kind == "money" and (before.counted.kind != "money" or last in _PRICED):
        at = before.amount.first
        bought = not _DEALS.isdisjoint(tokens.words[max(0, at - _REACH) : at])
        if last == "worth" and before.governed is not None:
            bought = bought or before.governed.role.role in ("delivered", "pledged")
        apiece = tokens.word(amount.last) in _EACH
        return change if last in _PRICED and bought and not apiece else None
    if last in LEVELS or last not in _GLUE:
        return None
    pairs = _PAIRED.get(last)
    return change if pairs is None or link[-2:-1] in ([p] for p in pairs) else None


def _goes_with(before: ReadAmount, read: ReadAmount) -> bool:
    """Tell things, people and sums, which can stand in one list, from shares and lengths."""
    for counted in (before.counted, read.counted):
        if counted.compound:
            return False
        thing = counted.kind in (None, "other") and (
            counted.noun is not None and counted.noun.group != "captive"
        )
        if counted.kind not in STOCKS and not thing:
            return False
    return True


def _has_verb(tokens: Tokens, start: int, end: int, lexicon: FigureLexicon) -> bool:
    """Tell whether a verb, or a clause of its own, stands between."""
    verbs, roles = lexicon.grammar["verb"], lexicon.roles
    for k in range(start, end):
        word = tokens.words[k]
        if word in _STOPS:
            return True
        if word in _SAID or word in lexicon.nouns or word in _PRICED:
            continue
        if (word in verbs or word in roles) and not word.endswith("ing"):
            return True  # but "for arms, such as buying guns, and $60 million"
    return False


def _has_own(tokens: Tokens, read: ReadAmount, lexicon: FigureLexicon) -> bool:
    """Tell whether something else is said of the number: "and 9,000 troops are there"."""
    governed, last = read.governed, max(read.amount.last, read.counted.last)
    if governed is not None and governed.after:
        return True
    if tokens.word(last) == "of" and tokens.word(last + 1) in _WHOLES:
        return tokens.word(last + 2) not in _WHEN  # "will give 30 jets, two of them this year"
    word = tokens.word(last)
    return (
        word in _BE
        or word in ("short", "shy")
        or (word in lexicon.grammar["verb"] and word not in _SAID | _PRICED)
    )
