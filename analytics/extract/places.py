"""Find the countries that a text names."""

import re
from collections.abc import Iterable, Sequence

from analytics.lexicons.places import PlaceLexicon
from analytics.model import Place, Span

# "in Kyiv", "near Seoul": there the capital is a place. "Kyiv said", "Seoul's": its government.
_WHERE = re.compile(
    r"\b(?:in|near|at|from|to|outside|around|over|of|into|via|toward|towards)\s{1,3}$"
)


def find_places(
    text: str, lowered: str, body: Sequence[Span], lexicon: PlaceLexicon
) -> tuple[Place, ...]:
    """Find the mentions of countries in the body, left to right, apart.

    A name in lower case is no mention ("turkey", "china"), in a text that has capitals at all.
    """
    spans = iter(body)
    span = next(spans, None)
    found = []
    for start, end, form in lexicon.countries.find(text, lowered):
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is None:
            break
        if start < span.start or text[start].islower():
            continue
        government = form.form == "capital" and not _WHERE.search(
            lowered, max(0, start - 12), start
        )
        found.append(
            Place(
                start,
                end,
                form.name,
                form.iso3,
                "city" if form.form == "capital" else "country",
                form.form,
                government,
            )
        )
    return tuple(found)


def countries_of(places: Iterable[Place]) -> tuple[str, ...]:
    """List the countries named, by first mention: a capital counts where it is a government."""
    return tuple(
        dict.fromkeys(
            place.iso3
            for place in places
            if place.iso3 and (place.form != "capital" or place.government)
        )
    )
