"""An amount: a number with the currency or unit that it is written with, or a range of them."""

from dataclasses import dataclass

from analytics.extract.magnitudes import Form
from analytics.extract.tokens import Tokens
from analytics.model import Hedge, Kind

DASHES = frozenset("-‐‑–—−")


@dataclass(slots=True)
class Amount:
    """One quantity as written; tokens ``first`` to before ``last`` are the number with its unit."""

    first: int
    last: int
    low: float | None
    high: float | None
    form: Form
    hedge: Hedge
    scale: float
    number_first: int
    number_last: int
    unit: str | None = None
    kind: Kind | None = None
    compound: bool = False  # "12-day"
    count: int = 1  # how many numbers it is made of


def scale(amount: Amount, by: float) -> None:
    """Multiply the amount by a magnitude that was read after it."""
    amount.scale *= by
    amount.low = amount.low * by if amount.low is not None else None
    amount.high = amount.high * by if amount.high is not None else None


def looks_like_year(tokens: Tokens, amount: Amount) -> bool:
    """Tell a bare number of four digits that can be a year."""
    word = tokens.words[amount.number_first]
    return len(word) == 4 and word.isdigit() and "1500" <= word <= "2100" and not amount.unit
