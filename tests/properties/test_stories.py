"""Laws of the grouping that hold for any set of articles."""

import random
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from analytics.stories import group, story_id
from analytics.tellings import Telling

WORDS = [a + b + c for a in "bdfgklm" for b in "aeiou" for c in "nrst"]


def paragraph(seed: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=25))


# Few paragraphs, so that texts share them: copies, cuts, mixtures, shared background.
bodies = st.lists(st.integers(0, 12).map(paragraph), max_size=6).map("\n".join) | st.text(
    max_size=60
)
days = st.none() | st.integers(0, 40).map(lambda n: date(2024, 1, 1) + timedelta(n))
houses = st.none() | st.sampled_from(["Post", "Mercury"])


@st.composite
def sets_of_tellings(draw: st.DrawFn) -> list[Telling]:
    parts = draw(
        st.lists(st.tuples(bodies, days, houses, st.booleans()), max_size=14),
    )
    return [
        Telling(f"k{n}", body, title="x", outlet=house, agency=agency, day=day)
        for n, (body, day, house, agency) in enumerate(parts)
    ]


@given(sets_of_tellings(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_says_nothing(tellings: list[Telling], order: random.Random) -> None:
    shuffled = list(tellings)
    order.shuffle(shuffled)

    assert group(shuffled) == group(tellings)


@given(sets_of_tellings())
def test_every_telling_stands_in_one_story_that_its_lead_names(tellings: list[Telling]) -> None:
    grouping = group(tellings)

    assert sorted(grouping.members) == sorted(t.key for t in tellings)
    assert sorted(k for s in grouping.stories for k in s.members) == sorted(grouping.members)
    for story in grouping.stories:
        assert story.members[0] == story.lead
        assert story.id == story_id(story.lead)
        assert all(grouping.members[key].story == story.id for key in story.members)


@given(sets_of_tellings())
def test_parents_lead_to_the_lead_of_the_same_story(tellings: list[Telling]) -> None:
    grouping = group(tellings)

    for member in grouping.members.values():
        seen = set()
        while member.parent is not None:
            assert member.key not in seen
            seen.add(member.key)
            assert member.kept is not None
            assert member.added is not None
            assert 0 <= member.kept <= 1
            assert 0 <= member.added <= 1
            parent = grouping.members[member.parent]
            assert parent.story == member.story
            member = parent
        assert member.role == "original"
        assert story_id(member.key) == member.story


@given(sets_of_tellings())
def test_the_id_of_every_article_resolves_to_its_story(tellings: list[Telling]) -> None:
    grouping = group(tellings)

    for member in grouping.members.values():
        own = story_id(member.key)
        assert grouping.aliases.get(own, own) == member.story
