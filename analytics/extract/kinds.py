"""Settle the kind of a figure, and turn away numbers that count nothing."""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.counted import Counted, noun_before
from analytics.extract.governing import Governed
from analytics.extract.noun_phrase import looks_plural
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

_PEOPLE = frozenset(("person", "fighter", "unit"))
_VAGUE_ROLES = frozenset(("lost", "losing", "lives", "victims", "eliminated", "eliminating"))
_RANKED = frozenset("top bottom last first final big".split())
_STATISTICS = frozenset(
    """average total mean median maximum minimum high low record peak sum rate ratio score level
    average price value tally""".split()
)
_REACHED = frozenset("magnitude reached hit totaled totalled numbered exceeded surpassed".split())
_CROWDS = frozenset("crew party team force crowd delegation convoy fleet staff garrison".split())
_PARENTS = frozenset("father mother parent parents dad mum mom gang group".split())
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
    if amount.low == 1 and tokens.words[amount.number_first] == "one" and _is_many(counted):
        return "pronoun"  # "it is one that officials avoid", without "that"
    if counted.unit is not None or counted.kind is not None:
        return None
    first, last = amount.number_first, amount.last
    of = first - 1 - (tokens.word(first - 1) in DASHES)  # "a father-of-five"
    parent = of - 1 - (tokens.word(of - 1) in DASHES)
    if tokens.word(of) == "of" and tokens.word(parent) in _PARENTS:
        return "no noun"
    if governed is not None and governed.role.kind == "casualties":
        return None
    if amount.hedge != "exact" or amount.form == "vague" or amount.scale > 1:
        return None
    if tokens.word(last) == "of" or "," in tokens.words[first]:
        return None
    before = tokens.word(first - 1)
    if before == "the" or (before in _RANKED and tokens.word(first - 2) == "the"):
        return "no noun" if before in _RANKED else None  # "the bottom three", "the two agreed"
    if before in (":", "by", "from", "to") or governed is not None:
        return None
    if before == "of" and tokens.word(first - 2) in _STATISTICS:
        return None
    if amount.form == "digits" and "." in tokens.words[first] and before in _SET_AT:
        return None
    if before in _REACHED or (before == "of" and tokens.word(first - 2) in _CROWDS):
        return None
    if before == "at" and not _TOLL.isdisjoint(tokens.words[max(0, first - 4) : first]):
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


def _is_many(counted: Counted) -> bool:
    """Tell a plural, which "one" cannot count."""
    if counted.unit is None or counted.kind in ("duration", "distance"):
        return False
    if counted.noun is not None:
        return counted.noun.plural and counted.noun.singular != counted.unit
    return looks_plural(counted.unit) and counted.unit not in _ONE_AND_MANY


_ONE_AND_MANY = frozenset("series means species headquarters gas lens canvas corps news".split())


def settle(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    before: Counted | None,
    harmed: Counted | None,
    lexicon: FigureLexicon,
) -> None:
    """Fill in unit and kind: a noun left out is the one before; killed people are casualties."""
    if counted.unit is None and counted.kind is None:
        _borrow(tokens, amount, counted, before, lexicon)
    if counted.borrowed and counted.kind == "casualties" and _lives(governed):
        counted.kind = counted.noun.kind if counted.noun else "other"
    _name_kind(tokens, amount, counted, governed, lexicon)
    if governed is not None and governed.word in _VAGUE_ROLES and _is_unit(counted):
        return  # "eliminating 10 brigades"
    if _suffers(tokens, amount, counted, governed, harmed, lexicon):
        counted.kind = "casualties"
        return
    role = governed.role if governed else None
    if counted.noun is not None and counted.noun.singular in _HELD:
        return
    if role is None or role.kind != "casualties" or counted.kind not in (
        "personnel", "other", None
    ):  # fmt: skip
        return
    group = counted.noun.group if counted.noun else ""
    if counted.borrowed and group not in ("person", "fighter", "unit", "toll"):
        counted.unit, counted.noun, group = None, None, ""  # the dead are no "reports"
    if group in _PEOPLE or (counted.noun is None and counted.unit not in _MEASURES):
        counted.kind = "casualties"


def _lives(governed: Governed | None) -> bool:
    """Tell whether the verb after the number says something else than harm: "251 taken hostage"."""
    told = governed is not None and governed.after and governed.role.kind != "casualties"
    return told and governed is not None and governed.role.role in _ALIVE


_ALIVE = frozenset("captured released displaced evacuated".split())


def _name_kind(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    lexicon: FigureLexicon,
) -> None:
    """Tell occasions from factors, bare billions from things, aircraft from those who fight."""
    last = max(amount.last, counted.last)
    after = tokens.word(last)
    if counted.unit == "times" and amount.form != "factor" and amount.scale == 1:
        if (amount.low or 0) % 1 == 0 and after not in _FACTOR_OF:
            counted.kind = "events"
    elif counted.unit == "groups" and tokens.word(last - 2) == "strike":
        counted.kind = "weapons_platforms"
    elif (
        counted.kind == "other"
        and counted.noun is not None
        and counted.noun.group == "person"
        and _go_to_fight(tokens, last, lexicon)
    ):
        counted.kind = "personnel"
    elif counted.unit == "fighters" and _are_aircraft(tokens, amount, governed):
        counted.kind = "weapons_platforms"
    elif (
        amount.form == "vague"
        and tokens.words[amount.last - 1] in ("billions", "trillions", "millions")
        and (counted.borrowed or counted.unit is None)
        and (
            tokens.words[amount.last - 1] != "millions"
            or (governed is not None and governed.role.role in ("spent", "invested"))
            or "cost" in tokens.words[max(0, amount.first - 12) : amount.first]
        )
    ):
        counted.kind, counted.unit, counted.noun = "money", None, None


def _go_to_fight(tokens: Tokens, last: int, lexicon: FigureLexicon) -> bool:
    """Read "2,000 foreigners have gone to fight", "nationals who are fighting for the group"."""
    for k in range(last, min(last + 7, len(tokens))):
        word = tokens.words[k]
        if word in ("fight", "fighting", "fought"):
            return tokens.word(k + 1) in _FIGHT_FOR or tokens.word(k - 1) == "to"
        if not word.isalpha() or word in lexicon.numbers:
            return False
    return False


_FIGHT_FOR = frozenset("for with alongside in against on".split())


def _are_aircraft(tokens: Tokens, amount: Amount, governed: Governed | None) -> bool:
    """Tell fighters that are built, bought and flown from fighters who fight."""
    last = amount.last
    while last < len(tokens) and tokens.words[last] != "fighters":
        if tokens.words[last][0].isdigit():
            return True  # "32 F-35A fighters"
        last += 1
    if governed is not None and governed.role.role in ("ordered", "delivered"):
        return True
    words = tokens.words
    wide = words[max(0, amount.first - 8) : amount.last + 10]
    if not _FIGHTING.isdisjoint(wide):
        return False
    close = words[max(0, amount.first - 4) : amount.last + 5]
    return not _FLYING.isdisjoint(wide) or not _FLYERS.isdisjoint(close)


_FLYING = frozenset(
    """batch squadron squadrons airframe airframes fleet stealth generation scrambled scramble
    aeronautics gripen rafale rafales multirole hornets cargo airlifter""".split()
)
_FLYERS = frozenset("jet jets aircraft bombers helicopters warplanes airspace planes".split())
_FIGHTING = frozenset(
    """killed wounded dead died captured militant militants rebel rebels militia militias armed
    insurgents taliban hamas hezbollah houthi isis isil kurdish islamist jihadist foreign tribal
    surrendered recruited trained""".split()
)
_FACTOR_OF = frozenset(
    """more as larger bigger higher the greater faster its their his that what smaller longer
    stronger a an per less fewer over""".split()
)
_HELD = frozenset(("hostage", "captive", "prisoner", "detainee"))
_AMONG = frozenset(("including", "among"))
_TOLL = frozenset(
    """toll casualties fatalities deaths losses victims dead wounded injured killed
    casualty""".split()
)
_AT = frozenset(
    "at to of reached included include were was stood stands as from by : is are".split()
)
_BE = frozenset("were was been are be is being".split())
_HURT = frozenset("injured wounded dead killed slain murdered missing maimed".split())
_STRUCK = frozenset(("shot", "gunned", "stabbed", "electrocuted", "hit"))


def _suffers(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    harmed: Counted | None,
    lexicon: FigureLexicon,
) -> bool:
    """Tell whether the counted are people whom the sentence calls killed, hurt or missing."""
    noun = counted.noun
    if counted.kind not in ("personnel", "other", None) or counted.unit in _MEASURES:
        return False
    if noun is not None and (noun.singular in _HELD or noun.group not in _PEOPLE):
        return False
    if noun is None and not (counted.unit in (None, "others") or counted.borrowed):
        return False
    last = max(amount.last, counted.last)
    verb = lexicon.roles.get(tokens.word(amount.first - 1))
    if verb is not None and verb.kind == "casualties":
        return True
    if not _HURT.isdisjoint(tokens.words[amount.last : counted.last]):
        return True
    other = governed is not None and governed.after and governed.role.kind != "casualties"
    if other and governed is not None and governed.role.role in ("captured", "released"):
        return False  # "several were killed and one man was detained"
    if harmed is not None and _is_part_of(tokens, amount, harmed):
        counted.part = True
        return True
    if harmed is not None and not other and harmed.last > 0:
        if tokens.words[harmed.last : amount.first] == ["and"]:
            return True  # "killing at least 10 soldiers and four police"
    if tokens.word(amount.first - 1) == "of" and tokens.word(amount.first - 2) in _KILLING:
        return True
    return _told_by_toll(tokens, amount) or _falls(tokens, amount, last, lexicon)


_KILLING = frozenset(
    """killing killings death deaths murder murders slaying slayings execution executions
    assassination assassinations wounding massacre loss""".split()
)


def _is_unit(counted: Counted) -> bool:
    return counted.noun is not None and counted.noun.group == "unit"


def _is_part_of(tokens: Tokens, amount: Amount, harmed: Counted) -> bool:
    """Tell the parts of a toll: "67 were killed, including 64 soldiers, two civilians and"."""
    if harmed.part and amount.first <= harmed.last + 2:
        return tokens.word(harmed.last) in (",", "and")
    ahead = tokens.words[max(harmed.last, amount.first - 5) : amount.first]
    return not _AMONG.isdisjoint(ahead) and "." not in ahead


def _told_by_toll(tokens: Tokens, amount: Amount) -> bool:
    """Read "put losses at up to 250 soldiers", "the victims included two men"."""
    if tokens.word(amount.first - 1) not in _AT and tokens.word(amount.first - 1) != "and":
        return False
    ahead = tokens.words[max(0, amount.first - 7) : amount.first]
    if {".", ";"} & set(ahead):
        return False
    return not _TOLL.isdisjoint(ahead[:-1]) and not _AT.isdisjoint(ahead)


def _falls(tokens: Tokens, amount: Amount, last: int, lexicon: FigureLexicon) -> bool:
    """Read on to the predicate: "N workers and their driver were killed", "N in one town died"."""
    left = not {"left", "leaving", "leaves"}.isdisjoint(
        tokens.words[max(0, amount.first - 4) : amount.first]
    )
    be = False
    for k in range(last, min(last + 13, len(tokens))):
        word = tokens.words[k]
        if word in _QUOTES:
            continue
        if word in _ENDS:
            return False
        role = lexicon.roles.get(word)
        hurts = (role is not None and role.kind == "casualties") or word in _STRUCK
        if hurts and word not in ("lost", "losing", "lives", "death", "deaths"):
            if be or left or word in ("died", "perished"):
                return word != "hit" or "by" not in tokens.words[k + 1 : k + 2]
            if word == "dead" or tokens.word(k - 1) in ("and", "or"):
                continue
            return False
        if word in _BE:
            be = True
            if tokens.words[k + 1 : k + 3] == ["among", "the"]:
                after = lexicon.roles.get(tokens.word(k + 3))
                return after is not None and after.kind == "casualties"
            continue
        if be and word not in _BETWEEN and not word.endswith("ly"):
            return False
        if word in lexicon.grammar["verb"] and word not in _BETWEEN and word not in _HAVE:
            return False
    return False


_QUOTES = frozenset("\"“”‘’'")
_ENDS = frozenset((".", ";", ":", "?", "!", "while", "but", "after", "when", "as", "before"))
_HAVE = frozenset(("have", "has", "had"))
_BETWEEN = frozenset(
    """have has had also later reportedly either all both believed reported confirmed said feared
    found known thought to be not and or""".split()
)

_MEASURES = frozenset(("times", "points", "point", "degrees", "degree", "cents", "pence"))


def _borrow(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    before: Counted | None,
    lexicon: FigureLexicon,
) -> None:
    at = amount.first - 1 - (tokens.word(amount.first - 1) in ("all", "another", "the"))
    verb = lexicon.roles.get(tokens.word(at))
    if verb is not None and verb.kind == "casualties" and verb.role != "missing":
        counted.kind = "casualties"  # "Crash kills 12:"
        if before is None or before.kind != "casualties" or before.noun is None:
            return
    low = amount.low or amount.high or 0.0
    if amount.form == "digits" and low % 1 and amount.scale == 1:
        if before is not None and before.unit in _MEASURES:
            counted.unit, counted.kind, counted.borrowed = before.unit, before.kind, True
        return  # "at 84.75 cents, the lowest is 74.07"; nothing is counted by parts
    found = noun_before(tokens, amount, lexicon) if amount.scale < 1e9 else None
    if found is not None and found.kind == "events" and amount.form == "vague":
        found = None  # "strikes that plunged millions into darkness"
    if (
        before is not None
        and (before.noun is not None or tokens.word(amount.first - 1) in ("from", "by", "than"))
        and (found is None or tokens.word(amount.first - 1) not in (":", *DASHES))
    ):
        found = before
    if found is not None:
        counted.unit, counted.kind, counted.noun = found.unit, found.kind, found.noun
        counted.borrowed = True
