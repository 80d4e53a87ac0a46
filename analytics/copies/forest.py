"""From links to trees: what each text hangs on.

Each text hangs on the one longer text that it is most like. One that hangs on nothing may hang
on a shorter one instead, where it is that text and little else: another copy led anew, or with
paragraphs of its own. So a text chooses once, and none can draw many stories together.
"""

from collections.abc import Iterable

from analytics.copies.likeness import Link

HELD, FILLED = 0.6, 0.45  # of the shorter text and of the longer, what both have, to hang on it


def branches(links: Iterable[Link]) -> list[Link]:
    """Choose from ``links``, in an order that does not depend on theirs, at most one a text."""
    on_longer: dict[int, Link] = {}
    on_shorter: dict[int, Link] = {}
    ordered = sorted(links, key=lambda link: (-link.alike, link.longer, link.shorter))
    for link in ordered:
        on_longer.setdefault(link.shorter, link)
    for link in ordered:
        if link.longer in on_longer or link.of_shorter < HELD or link.of_longer < FILLED:
            continue
        on_shorter.setdefault(link.longer, link)
    return [*on_longer.values(), *on_shorter.values()]


def trees(count: int, links: Iterable[Link]) -> list[int]:
    """Number each of ``count`` texts by the first text of its tree."""
    first = list(range(count))

    def root(at: int) -> int:
        while first[at] != at:
            first[at] = first[first[at]]
            at = first[at]
        return at

    for link in links:
        one, other = root(link.longer), root(link.shorter)
        first[max(one, other)] = min(one, other)
    return [root(at) for at in range(count)]
