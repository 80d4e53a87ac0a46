"""What stands at the head of a block, and before a name in a byline."""

import re

from analytics.model import Block

LED_BY = re.compile(r"^(?:By|BY|by|From our|Written by)(?::|\s[—–-])?\s+")


def start_of(text: str, block: Block, longest: int) -> str:
    """Return the first ``longest`` characters of a block, without the space around them."""
    return text[block.start : min(block.end, block.start + longest)].strip()
