"""What vague numbers count: "dozens", "hundreds of thousands".

Nobody can say how many "dozens" are, so totals rest on a convention, and it has a name. What is
stored follows the labelling guidelines of this project, by which a vague plural is two of its
unit: dozens are 24 or more. ACLED, whose event counts many analysts hold reports against, takes
one: dozens are 12, hundreds 100. Either is a least number, open above.
"""

import re
from typing import Literal

Convention = Literal["guidelines", "acled"]

# How many of its unit a vague plural stands for.
UNITS_BY_CONVENTION: dict[Convention, int] = {"guidelines": 2, "acled": 1}

# The words that make a quoted number vague, in lower case; RE2 reads it as Python does, so that a
# query may ask the same of a column of quotes.
VAGUE = (
    r"^(?:(?:\w+ )?(?:more|better|fewer|less) than |at least |up to |as many as |(?:well )?over "
    r"|about |some |nearly |another |(?:an )?estimated )?"
    r"(?:(?:the |a )?(?:several|few|many) |couple of )?"
    r"(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions|lakhs|crores|decades"
    r"|centuries)\b"
    r"|\b(?:several|few|many|couple of) (?:dozen|hundred|thousand|million|billion|trillion)\b"
)
_VAGUE = re.compile(VAGUE)


def is_vague(quote: str) -> bool:
    """Tell whether the number of ``quote``, a figure's words, is a vague one."""
    return _VAGUE.search(quote.lower()) is not None


def least(low: float | None, quote: str, convention: Convention) -> float | None:
    """Give the least that a figure stands for under ``convention``.

    Args:
        low: the figure's ``low``, which follows the guidelines; null where it is open.
        quote: the figure's words as the text has them.
        convention: how vague numbers count.
    """
    if low is None or not is_vague(quote):
        return low
    return low * UNITS_BY_CONVENTION[convention] / UNITS_BY_CONVENTION["guidelines"]
