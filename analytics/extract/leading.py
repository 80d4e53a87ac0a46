"""Read a number by the word right before it and what leads to that: "signed for", "drill with".

These words govern nothing by themselves. They do together with a sum, a deal, a drill or a
barrage told shortly before in the same clause.
"""

from collections.abc import Container

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted
from analytics.extract.deals import DEALERS, Reader, clause_before, covered, put, unlocked
from analytics.extract.governing import Governed, can_be_taken
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

_FORCES = frozenset(("personnel", "weapons_platforms"))
_MOVED = _FORCES | {"munitions"}
_BE = frozenset("is was are were be".split())
_CAPTIVES_FOR = (["in", "exchange"], ["in", "return"])
_DRILLS = frozenset(
    """drill drills exercise exercises manoeuvres maneuvers manoeuvre maneuver wargame wargames
    games""".split()
)
_DRILLED = frozenset("with features featured feature featuring gathers gathered together".split())
_BARRAGES = frozenset(
    "barrage barrages salvo salvos salvoes volley volleys swarm swarms wave waves".split()
)
_AIMED = frozenset(
    """attack attacks attacked attacking barrage salvo hit hitting struck strike targeted pounded
    bombarded pummeled pummelled shelled wave waves assault""".split()
)
_GONE = frozenset(("in", "by", "next", "on", "before", "first"))
_CARRY = frozenset(
    """fly flies flew flown flying rush rushed rushes rushing pour pours poured pouring ferry
    ferried ferrying hurried""".split()
)
_SAILED = frozenset("sailed sail left departed arrived deployed steamed".split())
_VESSELS = frozenset(
    "carrier ship warship frigate destroyer submarine cruiser group fleet uss hms flotilla".split()
)
_FORM = frozenset("up form forms formed forming create creates created creating".split())
_STAND = frozenset("stand stands stood standing set sets setting".split())
_DO = frozenset("do does did done doing".split())
_PLACES = frozenset("region border frontier front frontline area coast strait gulf".split())
_FREE = frozenset(
    """free frees swap swaps swapped swapping exchange exchanged exchanging trade traded
    trading""".split()
)
_DRIVE = frozenset("drive drives drove driven driving force forces forced forcing".split())
_HOMES = frozenset("homes home houses villages towns land flee".split())
_COVER = frozenset("include includes covers cover covering including contains containing".split())
_DETERMINERS = frozenset("the all its their those these another".split())


def find_lead(
    tokens: Tokens, amount: Amount, counted: Counted, lexicon: FigureLexicon
) -> Governed | None:
    """Give the role of a number by the word before it; null where that says nothing."""
    at = amount.first - 1
    if at < 0:
        return None
    if can_be_taken(counted):
        return _let_go(tokens, at, lexicon)
    if tokens.words[at] in ("and", ","):
        at = _list_begins(tokens, at, lexicon)
    read = _READERS.get(tokens.words[at])
    word = read(tokens, at, amount, counted) if read is not None else None
    return Governed(word, lexicon.roles[word], at, False) if word is not None else None


def _list_begins(tokens: Tokens, at: int, lexicon: FigureLexicon) -> int:
    """Give the word before "900 American and 500 Italian troops" for the 500; else ``at``."""
    numbers, k = lexicon.numbers, at - 1
    for _ in range(_LONGEST):
        while k > at - 8 and k > 0 and not _is_number(tokens.words[k], numbers):
            word = tokens.words[k]
            if word in lexicon.roles or not (word.isalpha() or word in _HYPHENS):
                return at
            k -= 1
        if k <= max(0, at - 8):
            return at
        while k > 0 and (_is_number(tokens.words[k], numbers) or tokens.words[k] in _ABOUT):
            k -= 1
        if tokens.words[k] not in ("and", ","):
            return k
        at, k = k, k - 1
    return at


def _is_number(word: str, numbers: Container[str]) -> bool:
    return word[0].isdigit() or word in numbers


_LONGEST = 4  # of a list
_ABOUT = frozenset("about some more than over around nearly almost up to roughly - –".split())
_HYPHENS = frozenset(("-", "–"))


def _let_go(tokens: Tokens, at: int, lexicon: FigureLexicon) -> Governed | None:
    """Read "to free 33 hostages", "in return for 900 prisoners", "handed over 40 captives"."""
    while at > 0 and tokens.words[at] in _DETERMINERS:
        at -= 1
    word, before = tokens.words[at], tokens.word(at - 1)
    freed = word in _FREE or (word == "over" and before.startswith("hand"))
    if freed or (word == "for" and tokens.words[max(0, at - 2) : at] in _CAPTIVES_FOR):
        return Governed("freed", lexicon.roles["freed"], at, False)
    return None


def _struck(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "carried out 60 strikes", "conducted 40 air strikes"."""
    if counted.kind != "events" or counted.noun is None:
        return None
    if tokens.words[at] == "out" and not tokens.word(at - 1).startswith("carr"):
        return None
    # a raid may be one of policemen
    fired = any(part in counted.noun.singular for part in ("strike", "attack", "air raid"))
    return "launched" if fired else None


def _in_service(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "took two frigates and nine boats into service"."""
    last = max(amount.last, counted.last)
    if tokens.words[last : last + 2] == ["out", "of"] and tokens.capital(last + 2):
        return "withdrawn" if counted.kind in _FORCES else None  # "took 900 men out of Mali"
    if counted.kind != "weapons_platforms":
        return None
    near = tokens.words[amount.last : amount.last + 14]
    at_into = near.index("service") if "service" in near else 0
    return "delivered" if near[max(0, at_into - 1) : at_into] == ["into"] else None


def _formed(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "is forming two brigades", "stood up two squadrons"."""
    if tokens.words[at] == "up" and tokens.word(at - 1) not in _STAND:
        return None
    unit = counted.noun is not None and counted.noun.group == "unit"
    return "raise" if unit or counted.unit in ("units", "squadrons") else None


def _tested(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    return "launched" if counted.kind == "munitions" else None


def _freed(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "to free 40 soldiers held there", but not "to free 40 seats"."""
    noun = counted.noun
    if counted.kind == "money":
        return unlocked(tokens, at, amount, counted)
    return "freed" if noun is not None and noun.group in ("person", "fighter") else None


def _with(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "a drill with 900 troops", "attacked with 40 drones", ", with 200 going in May"."""
    last = max(amount.last, counted.last)
    if tokens.word(at - 1) == "away" and tokens.word(at - 2) in _DO:
        return "withdrawn" if counted.kind in _MOVED else None  # "do away with 40 tanks"
    if tokens.word(last) == "going" and tokens.word(last + 1) in _GONE and at > 2:
        return _as_told(tokens, at)
    if (counted.kind is None or counted.kind in _FORCES) and not _DRILLS.isdisjoint(
        clause_before(tokens, at, 12)
    ):
        return "participate"
    if counted.kind == "weapons_platforms" or _flies_off(counted):
        if not _AIMED.isdisjoint(clause_before(tokens, at, 8)):
            return "launched" if _flies_off(counted) else "participate"
    if counted.kind == "personnel":
        ahead = clause_before(tokens, at, 12)
        if not (_SAILED.isdisjoint(ahead) or _VESSELS.isdisjoint(ahead)):
            return "deployed"
    return None


def _as_told(tokens: Tokens, at: int) -> str | None:
    """Read of whom it was said that they leave: ", with 200 going in May"."""
    for k in range(at - 1, max(-1, at - 25), -1):
        word = tokens.words[k]
        if word in ("leave", "leaving", "withdraw", "withdrawn", "withdrawal", "depart", "return"):
            return "withdrawn"
        if word in ("send", "deploy", "sent", "deployed", "deployment"):
            return "deployed"
    return None


def _drilled(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "the drill features 40 jets", "an exercise that brings together 900 troops"."""
    if counted.kind not in _FORCES:
        return None
    if tokens.words[at] == "together" and not tokens.word(at - 1).startswith(("bring", "brought")):
        return None
    return None if _DRILLS.isdisjoint(tokens.words[max(0, at - 12) : at]) else "participate"


def _of(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "a barrage of 40 rockets", "the barrage consisted of 40", "get rid of 40 tanks"."""
    if tokens.word(at - 1) == "rid" and counted.kind in _MOVED:
        return "withdrawn"
    if not _flies_off(counted):
        return None
    return None if _BARRAGES.isdisjoint(tokens.words[max(0, at - 2) : at]) else "launched"


def _by(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "is being replaced by 900 soldiers from Ohio", "was attacked by 40 drones"."""
    if _flies_off(counted) and counted.kind != "munitions" and tokens.word(at - 1) in _AIMED:
        return "launched"
    if counted.kind != "personnel" or tokens.word(at - 1) not in ("replaced", "relieved"):
        return None
    return "deployed"


def _to(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "is home to 900 sailors"."""
    if counted.kind not in _FORCES or tokens.word(at - 1) != "home":
        return None
    return "based" if tokens.word(at - 2) in _BE else None


def _carried(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "flew 200 soldiers to Riga", "poured 9,000 troops into the region"."""
    if counted.kind == "money":
        return put(tokens, at, amount, counted)
    if counted.kind not in _MOVED or (tokens.words[at] == "flying" and tokens.word(at - 1) != ","):
        return None
    last = max(amount.last, counted.last)
    if tokens.words[last : last + 2] == ["out", "of"]:
        return "withdrawn" if tokens.capital(last + 2) else None
    for k in range(last, min(last + 6, len(tokens) - 1)):
        if tokens.words[k] in ("to", "into"):
            name = k + 1 + (tokens.words[k + 1] in ("the", "its", "a"))
            there = tokens.capital(name) or not _PLACES.isdisjoint(tokens.words[name : name + 2])
            return "sent" if there else None
    return None


def _driven(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "has driven 900 people from their homes", "forced thousands to flee"."""
    if counted.kind not in ("other", None):
        return None
    last = max(amount.last, counted.last)
    if tokens.word(last) not in ("from", "out", "to"):
        return None
    return None if _HOMES.isdisjoint(tokens.words[last : last + 5]) else "displaced"


def _included(tokens: Tokens, at: int, amount: Amount, counted: Counted) -> str | None:
    """Read "the drill includes 12 ships" and what a deal covers."""
    if not _DRILLS.isdisjoint(tokens.words[max(0, at - 3) : at]):
        return "participate" if counted.kind in _FORCES else None
    return covered(tokens, at, counted)


def _flies_off(counted: Counted) -> bool:
    """Tell missiles and drones, which a barrage is made of, from tanks and men."""
    if counted.kind == "munitions":
        return True
    noun = counted.noun
    return counted.kind == "weapons_platforms" and noun is not None and "drone" in noun.singular


_READERS: dict[str, Reader] = {
    **DEALERS,
    "with": _with,
    "of": _of,
    "by": _by,
    "to": _to,
    **dict.fromkeys(_DRILLED - {"with"}, _drilled),
    **dict.fromkeys(_CARRY, _carried),
    **dict.fromkeys(_DRIVE, _driven),
    **dict.fromkeys(_COVER, _included),
    **dict.fromkeys(("free", "frees"), _freed),
    **dict.fromkeys(_FORM, _formed),
    **dict.fromkeys(("tested", "testing"), _tested),
    **dict.fromkeys(("take", "takes", "took", "taken", "bring", "brought"), _in_service),
    **dict.fromkeys(("out", "conducted", "conducts", "mounted", "staged"), _struck),
}
