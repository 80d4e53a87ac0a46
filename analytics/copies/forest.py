"""From links to trees: what each text hangs on.

Each text hangs on the one longer text that it is most like. One that hangs on nothing may hang
on a shorter one instead, where it is that text and little else, or all of that text amid more of
its own: another copy led anew, or with paragraphs of its own. So a text chooses once, and none can
draw many stories together.
"""

from collections.abc import Iterable

from analytics.copies.likeness import Link

# Of the shorter text and of the longer, what both have, to hang on it: either pair is enough.
HANGS = ((0.6, 0.45), (0.85, 0.15))
OWN = 0.9  # … or so much of what the longer one has of its own, without background


def branches(links: Iterable[Link]) -> list[Link]:
    """Choose from ``links``, in an order that does not depend on theirs, at most one a text."""
    on_longer: dict[int, Link] = {}
    on_shorter: dict[int, Link] = {}
    ordered = sorted(links, key=lambda link: (-link.alike, link.longer, link.shorter))
    for link in ordered:
        on_longer.setdefault(link.shorter, link)
    for link in ordered:
        if link.longer not in on_longer and _hangs(link):
            on_shorter.setdefault(link.longer, link)
    return [*on_longer.values(), *on_shorter.values()]


def _hangs(link: Link) -> bool:
    shares = ((link.of_shorter, link.of_longer), (link.own_shorter, link.own_longer))
    return link.own_longer >= OWN or any(
        of_shorter >= held and of_longer >= filled
        for of_shorter, of_longer in shares
        for held, filled in HANGS
    )


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
