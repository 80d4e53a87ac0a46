"""Read the amounts of one sentence, each with what it counts and what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from analytics.extract.amounts import Amount
from analytics.extract.counted import Counted, find_counted
from analytics.extract.ellipsis import (
    is_gap,
    is_parallel,
    leaves_noun_out,
    may_be_told,
    refers_back,
    share_nouns,
)
from analytics.extract.governing import Governed
from analytics.extract.hedges import apply_hedge, carry_over
from analytics.extract.kinds import settle
from analytics.extract.noun_before import noun_before
from analytics.extract.quantities import read_amounts
from analytics.extract.rejections import reason_against
from analytics.extract.roles import find_role
from analytics.extract.tokens import Tokens
from analytics.extract.uncounted import unfit
from analytics.lexicons.figures import FigureLexicon


@dataclass(slots=True)
class ReadAmount:
    """An amount on its way to become a figure."""

    amount: Amount
    counted: Counted
    governed: Governed | None


def read_sentence(
    tokens: Tokens, lexicon: FigureLexicon, earlier: Counted | None
) -> Iterator[tuple[ReadAmount, str | None]]:
    """Read the amounts of one sentence, each with the reason why it is no figure, or null.

    ``earlier`` is what a figure shortly before the sentence counts: "Of those, 29 were shot down".
    """
    numbers = lexicon.numbers
    starts = [i for i, w in enumerate(tokens.words) if w in numbers or ":" > w >= "0"]
    before: ReadAmount | None = None
    harmed: Counted | None = None  # the last who were killed, hurt or missing
    previous: str | None = None
    end = 0
    told = earlier
    names: set[float | None] = set()  # what was a name is one again: "iPhone 11 and 11 Pro"
    done: list[tuple[ReadAmount, str | None]] = []
    for amount in read_amounts(tokens, starts, lexicon):
        reason = reason_against(tokens, amount, previous, lexicon)
        counted = Counted(amount.last, amount.last, amount.unit, amount.kind)
        read = ReadAmount(amount, counted, None)
        here = before is not None
        missing = before.counted if before and _is_share(before) else told
        gap = here and reason == "designation" and is_gap(tokens, amount, missing, lexicon)
        if gap:
            reason = None
        if reason is None and amount.number_first < end:
            reason = "designation"  # inside the name of what is counted: "106 Hawk 132s"
        if reason is None:
            read.counted = find_counted(tokens, amount, lexicon)
            if amount.low in names and read.counted.noun is None and tokens.capital(amount.last):
                reason = "designation"
        if reason is None:
            amount.first = max(amount.first, end)
            apply_hedge(tokens, amount, read.counted, lexicon)
            amount.first = max(amount.first, end)
            if before is not None and is_parallel(tokens, before, read):
                read.counted.unit, read.counted.kind = before.counted.unit, before.counted.kind
            read.governed = find_role(tokens, amount, read.counted, lexicon)
            reason = unfit(tokens, amount, read.counted, read.governed, lexicon)
            if reason == "no noun" and leaves_noun_out(tokens, amount, told, here, lexicon):
                reason = None
        if reason is None:
            _tell(tokens, read, before, missing if gap else told, gap, lexicon)
            led = before.counted if before else None
            if led is not None and led.kind == "duration" and _is_compared(tokens, amount):
                led = told  # "26 raids in nine days, up from 12"
            settle(tokens, amount, read.counted, read.governed, led, harmed, lexicon)
            if read.counted.kind == "casualties":
                harmed = read.counted
            if before is not None:
                carry_over(tokens, (before.amount, before.counted), (amount, read.counted))
                if read.governed is None and read.counted.kind == "casualties":
                    read.governed = before.governed
            before, previous = read, None
            if may_be_told(read.counted):
                told = read.counted
            end = max(amount.last, read.counted.last)
        else:
            previous = reason
            end = max(end, amount.last)
            if reason == "designation":
                names.add(amount.low)
        done.append((read, reason))
    for at in share_nouns(tokens, done, lexicon):
        done[at] = (done[at][0], None)
    yield from done


def _is_compared(tokens: Tokens, amount: Amount) -> bool:
    return tokens.words[max(0, amount.first - 2) : amount.first] in (
        ["up", "from"],
        ["down", "from"],
    )


def _is_share(read: ReadAmount) -> bool:
    return read.counted.kind in ("percent", "money")


def _tell(
    tokens: Tokens,
    read: ReadAmount,
    before: ReadAmount | None,
    told: Counted | None,
    gap: bool,
    lexicon: FigureLexicon,
) -> None:
    """Give a number without a noun the one that was told before, where the words refer to it."""
    counted = read.counted
    if told is None or counted.unit is not None or counted.kind is not None:
        return
    if gap:
        counted.unit, counted.kind, counted.noun = told.unit, told.kind, told.noun
        counted.borrowed = True
    elif told.noun is None or _is_told_otherwise(tokens, read, before, told, lexicon):
        return
    elif (
        refers_back(tokens, read.amount, lexicon)
        or leaves_noun_out(tokens, read.amount, told, before is not None, lexicon)
        or (told.kind in _ARMS and _is_object(tokens, read))
    ):
        counted.unit = told.unit
        counted.kind = told.kind if told.kind != "casualties" else told.noun.kind
        counted.noun, counted.borrowed = told.noun, True


def _is_object(tokens: Tokens, read: ReadAmount) -> bool:
    """Tell the number that a verb of loss governs right before it: "lost five", "shot down 59"."""
    governed = read.governed
    if governed is None or governed.after:
        return False
    down = tokens.word(governed.at + 1) == "down"
    if not down and governed.word not in _LOST and governed.role.role not in _TAKES_ARMS:
        return False
    return read.amount.first - governed.at <= 1 + down


_ARMS = frozenset(("weapons_platforms", "munitions"))
_LOST = frozenset("lost lose loses losing".split())
_TAKES_ARMS = frozenset("destroyed intercepted captured launched".split())


def _is_told_otherwise(
    tokens: Tokens,
    read: ReadAmount,
    before: ReadAmount | None,
    told: Counted,
    lexicon: FigureLexicon,
) -> bool:
    """Tell whether the sentence itself says what is counted: killed people, a noun before."""
    if before is not None and (before.counted.noun or before.counted.kind == "casualties"):
        return True
    if before is not None and before.counted.kind == "other" and before.counted.unit is not None:
        if tokens.word(read.amount.last) == "more":
            return True  # "emptied 24 hamlets and 14 more"
    if told.kind in _ARMS and _is_object(tokens, read):
        return False  # "Its crews shot down 59": of the drones told of before
    if read.governed is not None and read.governed.role.kind == "casualties":
        people = told.noun is not None and told.noun.group in ("person", "fighter", "unit")
        return not (people and refers_back(tokens, read.amount, lexicon))
    return noun_before(tokens, read.amount, lexicon) is not None
