"""Tell whether the counted are people whom the sentence calls killed, hurt or missing."""

from analytics.extract.amounts import DASHES, Amount
from analytics.extract.counted import Counted
from analytics.extract.governing import Governed
from analytics.extract.tokens import Tokens
from analytics.lexicons.figures import FigureLexicon

PEOPLE = frozenset(("person", "fighter", "unit"))


HELD = frozenset(("hostage", "captive", "prisoner", "detainee"))


_AMONG = frozenset(("including", "among"))


TOLL = frozenset(
    """toll casualties fatalities deaths losses victims dead wounded injured killed
    casualty""".split()
)


_AT = frozenset(
    "at to of reached included include were was stood stands as from by : is are".split()
)


_BE = frozenset("were was been are be is being remain remains remained".split())


_HURT = frozenset("injured wounded dead killed slain murdered missing maimed".split())


_STRUCK = frozenset(("shot", "gunned", "stabbed", "electrocuted", "hit"))


def suffers(
    tokens: Tokens,
    amount: Amount,
    counted: Counted,
    governed: Governed | None,
    harmed: Counted | None,
    lexicon: FigureLexicon,
) -> bool:
    """Tell whether the counted are people whom the sentence calls killed, hurt or missing."""
    noun = counted.noun
    if counted.kind not in ("personnel", "other", None) or counted.unit in lexicon.measures:
        return False
    if noun is not None and (noun.singular in HELD or noun.group not in PEOPLE):
        return False
    if noun is None and not (counted.unit in (None, "others") or counted.borrowed):
        return False
    last = max(amount.last, counted.last)
    verb = lexicon.roles.get(tokens.word(amount.first - 1))
    if verb is not None and verb.kind == "casualties":
        return True
    if not _HURT.isdisjoint(tokens.words[amount.last : counted.last]):
        return True
    if tokens.word(amount.first - 2) == "fatally":
        return True  # "fatally shot three people"
    if tokens.words[last : last + 2] == ["their", "lives"]:
        return True  # "the collision cost nine sailors their lives"
    other = governed is not None and governed.after and governed.role.kind != "casualties"
    if other and governed is not None and governed.role.role in ("captured", "released"):
        return False  # "several were killed and one man was detained"
    if harmed is not None and _is_part_of(tokens, amount, harmed):
        counted.part = True
        return True
    if harmed is not None and not other and harmed.last > 0:
        link = tokens.words[harmed.last : amount.first]
        if link == ["and"] or _in_both(tokens, link, last):
            return True  # "killing nine soldiers and four guards"
    if harmed is not None and counted.unit is None and tokens.word(amount.first - 1) == ",":
        if tokens.word(amount.first - 3) in ("in", "at") and tokens.capital(amount.first - 2):
            return True  # "300 died in Syria; in Ukraine, 13"
    ahead = tokens.words[max(0, amount.first - 2) : amount.first]
    if ahead in (["suffered", "by"], ["sustained", "by"]):
        return "injuries" in tokens.words[max(0, amount.first - 5) : amount.first]
    if not other and ahead in (["along", "with"], ["well", "as"]):
        if harmed is not None or not _DIED.isdisjoint(
            tokens.words[max(0, amount.first - 30) : amount.first]
        ):
            return True  # "30 were killed, along with six soldiers"
    if tokens.word(amount.first - 1) == "claimed" and not tokens.word(last)[:1].isalpha():
        return True  # "a war that has claimed 70,000 people"
    if tokens.word(amount.first - 1) == "of" and tokens.word(amount.first - 2) in _KILLING:
        return True
    if noun is not None and noun.group != "unit" and _is_shot(tokens, governed, lexicon):
        return True
    if _is_feared_for(tokens, last, lexicon):
        return True
    return _told_by_toll(tokens, amount) or _falls(tokens, amount, last, lexicon)


def _is_shot(tokens: Tokens, governed: Governed | None, lexicon: FigureLexicon) -> bool:
    """Tell "were hit by gunfire" and "a rocket hit four men" from "were hit by sanctions"."""
    if governed is None or governed.word not in ("hit", "struck", "hits"):
        return False
    at = governed.at
    if governed.after:
        near = tokens.words[at + 2 : at + 7] if tokens.word(at + 1) in ("by", "with") else []
    else:
        near = tokens.words[max(0, at - 3) : at]
    arms = (lexicon.nouns.get(word) for word in near)
    return not _FIRE.isdisjoint(near) or any(n is not None and n.kind == "munitions" for n in arms)


def _is_feared_for(tokens: Tokens, last: int, lexicon: FigureLexicon) -> bool:
    """Read "seven sailors and two pilots, feared dead"."""
    for k in range(last, last + 6):
        word = tokens.word(k)
        if word in _FEARED:
            at = k + 1
            while tokens.word(at) in _TO_BE:
                at += 1
            return tokens.word(at) in _LOST
        if not (word in (",", "and") or tokens.capital(k) or word in lexicon.nouns):
            if word not in lexicon.numbers and not word.isdecimal():
                return False
    return False


_FEARED = frozenset("feared presumed believed".split())
_TO_BE = frozenset("to be have been now".split())
_LOST = frozenset("dead killed drowned".split())
_FIRE = frozenset("gunfire fire shrapnel bullets gunshots debris crossfire shelling".split())
_DIED = frozenset(("died", "killed", "murdered", "perished"))
_KILLING = frozenset(
    """killing killings death deaths murder murders slaying slayings execution executions
    assassination assassinations wounding massacre loss""".split()
)


def _in_both(tokens: Tokens, link: list[str], last: int) -> bool:
    """Read on in "left 33 clerks dead in one town and two people in another"."""
    parallel = tokens.word(last) in ("in", "at") and 2 < len(link) < 7 and link[-1] == "and"
    return parallel and (link[0] in ("in", "at") or link[:2] in (["dead", "in"], ["dead", "at"]))


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
    return not TOLL.isdisjoint(ahead[:-1]) and not _AT.isdisjoint(ahead)


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
        if word in _ENDS or (word[0].isdigit() and _is_of_them(tokens, k, lexicon)):
            return False  # "92 people on board, 47 of whom died"
        if word in _SUFFERED:
            return not _HARM.isdisjoint(tokens.words[k + 1 : k + 6])
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
                at = (
                    k
                    + 3
                    + (tokens.word(k + 3)[:1].isdigit() or tokens.word(k + 3) in lexicon.numbers)
                )
                after = lexicon.roles.get(tokens.word(at))
                return after is not None and after.kind == "casualties"
            continue
        if word in _BROUGHT and (be or word == "diagnosed"):
            return not _TO_CARE.isdisjoint(tokens.words[k + 1 : k + 6])
        if be and word not in _BETWEEN and not word.endswith("ly"):
            return False
        if word in lexicon.grammar["verb"] and tokens.word(k - 1) in DASHES:
            continue  # "Hamas-linked"
        if word in lexicon.grammar["verb"] and word not in _BETWEEN and word not in _HAVE:
            return False
    return False


def _is_of_them(tokens: Tokens, k: int, lexicon: FigureLexicon) -> bool:
    after = tokens.word(k + 1)
    role = lexicon.roles.get(after)
    if after == "of" or tokens.word(k - 1) != ",":
        return after == "of"
    return after == "were" or (role is not None and role.kind == "casualties")


_SUFFERED = frozenset(("suffered", "sustained"))
_HARM = frozenset(
    """injury injuries wounds burns frostbite concussion concussions fractures trauma shrapnel
    inhalation""".split()
)
_BROUGHT = frozenset("taken rushed brought transported airlifted admitted diagnosed".split())
_TO_CARE = frozenset("hospital hospitals injury injuries concussion concussions tbi".split())
_QUOTES = frozenset("\"“”‘’'")


_ENDS = frozenset(". ; : ? ! while but after when as before whom".split())


_HAVE = frozenset(("have", "has", "had"))


_BETWEEN = frozenset(
    """have has had also later reportedly either all both believed reported confirmed said feared
    found known thought left to be not and or including aged so far""".split()
)
