"""Read what is ordered, asked for and paid by the word before a number: "signed for 54 tanks".

"For", "on" and "covers" govern things together with a deal or a sum told shortly before in the
same clause; "agreed" and "put" govern a sum together with what it is for."""

from collections.abc import Callable

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.tokens import Tokens

_ARMS = frozenset(("weapons_platforms", "munitions"))
_STOCKS = _ARMS | {"personnel", "money"}
_ENDS = frozenset((".", ";", "?", "!", ":", "but", "while", "who", "which", "that"))
_BE = frozenset("is was are were be".split())
_SIGN = frozenset("sign signs signed signing".split())
DEALS = frozenset("order orders contract contracts deal deals tender agreement".split())
_SUMS = frozenset(
    """$ € £ ¥ ₹ ₩ ₪ million millions billion billions trillion crore lakh bn m euro euros dollars
    pounds kronor kroner zlotys won shekels yen rupees yuan roubles rubles francs lira""".split()
)
_BUYING = DEALS | frozenset(
    """approve approves approved approving approval clear cleared clears pay pays paid paying spend
    spends spent spending allocate allocated allocates allocating earmark earmarked earmarks
    invest invested budgeted budget put puts set award awarded agreed ordered purchase bought
    releases released""".split()
)
_ASK = frozenset("ask asks asked asking request requests bid".split())
_GRANT = frozenset(
    """agree agrees agreed clear clears cleared propose proposes proposed proposing vote votes
    voted voting""".split()
)
_PUT = frozenset(
    """put puts putting pour pours poured pouring pump pumped pumping inject injected injecting
    plough ploughed plow plowed channel channelled channeled funnel funnelled funneled""".split()
)
_ASIDE = frozenset(("aside", "allocated", "earmarked", "allocates", "allocate", "earmark"))
_WHOLE = frozenset("defense defence military army armed forces security next this".split())
_TO_COME = frozenset("will would to could may might plans shall".split())
_PLANS = frozenset("budget budgets request bill plan legislation".split())
_FUND = frozenset("fund funds funding funded".split())
_UNLOCK = frozenset(
    """release releases released releasing unlock unlocks unlocked unlocking unblocked disburse
    disburses disbursed disbursing""".split()
)


def _for(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "signed for 54 tanks", "asked Rome for 46", "approved $2 billion for 20 jets"."""
    if counted.kind not in _STOCKS:
        return None
    if not _ASK.isdisjoint(clause_before(tokens, at, 6)):
        return "requested"
    if not _are_arms(counted):
        return None
    if tokens.word(at - 1) in _SIGN or tokens.word(at - 1) == "opted":
        return "ordered"
    if tokens.word(at - 1) in ("pay", "pays", "paying"):
        return None if _PLANS.isdisjoint(clause_before(tokens, at, 8)) else "ordered"
    if tokens.word(at - 1) in _BE:
        return None if DEALS.isdisjoint(clause_before(tokens, at, 16)) else "ordered"
    return "ordered" if _is_with(tokens, at) else _paid(tokens, at)


def _is_with(tokens: Tokens, at: int) -> bool:
    """Read "a contract with the Dutch army for 22 guns", "an order from Norway for nine"."""
    for k in range(at - 2, max(-1, at - 12), -1):
        word = tokens.words[k]
        if word in DEALS:
            return tokens.words[k + 1] in ("with", "from", "by", "placed", "awarded")
        if word in _ENDS:
            break
    return False


def _funded(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "the budget funds 68 jets"."""
    if not _are_arms(counted) or _PLANS.isdisjoint(clause_before(tokens, at, 8)):
        return None
    return "ordered"


def _made(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "won a contract to make 500 missiles"."""
    if not _are_arms(counted) or tokens.word(at - 1) != "to":
        return None
    return None if DEALS.isdisjoint(clause_before(tokens, at, 5)) else "build"


def _chosen(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "has picked 40 howitzers", "will field 40 howitzers"."""
    if not _are_arms(counted):
        return None
    if tokens.words[at] == "field":
        return "fielded" if tokens.word(at - 1) in _TO_COME else None
    return "ordered"


def unlocked(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "released 1.5 billion euros", "disbursed $1.1 billion"."""
    return "provided" if counted.kind == "money" else None


def _on(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "signed off on 24 frigates", "spends $2 billion on 27 jets"."""
    if tokens.word(at - 1) == "off" and tokens.word(at - 2) in _SIGN and counted.kind in _STOCKS:
        return "approved"
    return _paid(tokens, at) if _are_arms(counted) else None


def _are_arms(counted: Counted) -> bool:
    """Tell arms, and the fighters that may turn out to be aircraft."""
    fighters = counted.noun is not None and counted.noun.singular == "fighter"
    return counted.kind in _ARMS or fighters


def _paid(tokens: Tokens, at: int) -> str | None:
    """Find what a sum is paid, approved or agreed by: "an order worth $9 million" for things."""
    for k in range(at - 1, max(-1, at - 8), -1):
        if tokens.words[k] in _SUMS:
            break
        if tokens.words[k] in ("for", "on", "to"):
            return None  # "paid $9 million for fuel for 40 ships"
    else:
        return None
    return None if _BUYING.isdisjoint(clause_before(tokens, at, 14)) else "ordered"


def put(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "will put $9 billion into the fund"."""
    if counted.kind != "money" or _INTO.isdisjoint(tokens.words[amount.last : amount.last + 4]):
        return None
    to_come = not _TO_COME.isdisjoint(tokens.words[max(0, at - 2) : at])
    return "pledged" if to_come else "invested"


_INTO = frozenset(("into", "towards", "toward"))


def _granted(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "agreed €50 billion for Latvia", "proposed $3 million in aid"."""
    if _are_arms(counted):
        last = max(amount.last, counted.last)
        return "approved" if tokens.word(last) == "for" and tokens.capital(last + 1) else None
    if counted.kind != "money" or tokens.word(amount.last) not in ("for", "in", "to", "of"):
        return None
    return "approved"


def _set_aside(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "set aside $4 million for huts", but not "for defense next year": a budget."""
    if counted.kind != "money" or tokens.word(amount.last) not in ("for", "to"):
        return None
    known = amount.last + 1 + (tokens.word(amount.last + 1) in ("the", "its", "national"))
    if "budget" in tokens.words[known : known + 14]:
        return None
    return None if tokens.word(known) in _WHOLE else "pledged"


def _has(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "the bill has $9 million for huts"."""
    at -= tokens.word(at - 1) == "also"
    if counted.kind != "money" or tokens.word(at - 1) not in ("bill", "package", "legislation"):
        return None
    return "pledged"


def clause_before(tokens: Tokens, at: int, length: int) -> list[str]:
    """Give the words of the clause before ``at``, at most ``length``."""
    for k in range(at - 1, max(-1, at - 1 - length), -1):
        if tokens.words[k] in _ENDS:
            return tokens.words[k + 1 : at]
    return tokens.words[max(0, at - length) : at]


def covered(tokens: Tokens, at: int, counted: Counted) -> str | None:
    """Read "the order, worth $9 million, covers 40 guns"."""
    if counted.kind not in _ARMS or tokens.word(at - 1) not in (",", "and"):
        return None
    ahead = clause_before(tokens, at, 14)
    if "package" in ahead:
        return "pledged"
    return None if DEALS.isdisjoint(ahead) else "ordered"


# What reads the word at ``at``, which ends before the number: it gives a word that has the role.
Reader = Callable[[Tokens, int, Amount, Counted], str | None]
DEALERS: dict[str, Reader] = {
    "for": _for,
    "on": _on,
    **dict.fromkeys(_GRANT, _granted),
    **dict.fromkeys(_ASIDE, _set_aside),
    **dict.fromkeys(_PUT, put),
    **dict.fromkeys(_FUND, _funded),
    **dict.fromkeys(("make", "makes", "making"), _made),
    **dict.fromkeys(_UNLOCK, unlocked),
    **dict.fromkeys(("picked", "chose", "chosen", "field"), _chosen),
    **dict.fromkeys(("has", "have", "had", "holds", "contains"), _has),
}
