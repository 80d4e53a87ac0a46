"""Laws of links: what is written is read again, and nonsense is repaired, never believed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics import links
from analytics.links import Known, View
from analytics.model import Selection

KNOWN = Known(
    topics=frozenset({"missiles", "naval"}),
    outlets=frozenset({"Gazette", "Post & Times=?"}),
    series=frozenset({"personnel|USA|KOR|stationed|level"}),
)
days = st.dates(date(1990, 1, 1), date(2099, 12, 31))
names = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=20)
fields = st.lists(names, unique=True, max_size=4).map(tuple)
words = st.lists(names, max_size=3).map(" ".join)


@st.composite
def selections(draw):
    start, end = sorted(draw(st.tuples(days, days)))
    return Selection(
        topics=draw(fields),
        outlets=draw(fields),
        countries=draw(fields),
        kinds=draw(fields),
        wires=draw(fields),
        start=draw(st.sampled_from([None, start])),
        end=draw(st.sampled_from([None, end])),
        words=draw(words),
        measure=draw(st.sampled_from(["articles", "publishers", "stories"])),
    )


views = st.builds(
    View,
    selection=selections(),
    split=st.sampled_from(["topic", "source"]),
    scale=st.sampled_from(["count", "share"]),
    convention=st.sampled_from(["guidelines", "acled"]),
    order=st.sampled_from(["newest", "figures"]),
    page=st.integers(1, 9999),
    series=st.none() | names,
    article=st.none() | st.from_regex(r"[0-9a-f]{12}", fullmatch=True),
    snapshot=st.none() | st.from_regex(r"[0-9a-f]{16}", fullmatch=True),
)
parameters = st.dictionaries(
    st.sampled_from(["topic", "from", "to", "q", "count", "page", "series", "b.topic"]) | st.text(),
    st.lists(st.text(), max_size=4),
)


@given(views)
def test_what_is_written_is_read_again(view):
    assert links.read(links.write(view), Known()) == (view, ())


@given(parameters)
def test_any_link_gives_a_view_that_can_be_written_again(given_parameters):
    view, _ = links.read(given_parameters, KNOWN)

    assert links.read(links.write(view), KNOWN) == (view, ())
    assert set(view.selection.topics) <= {"missiles", "naval"}


@given(selections())
def test_a_second_click_takes_the_first_back(selection):
    fresh = "a value not chosen yet"

    once = links.toggle(selection, "topic", [fresh])

    assert fresh in once.topics
    assert links.toggle(once, "topic", [fresh]) == selection


NONSENSE = {
    "unknown topic": {"topic": ["<script>alert(1)</script>"]},
    "not a day": {"from": ["2024-13-45"]},
    "a day far off": {"to": ["9999-01-01"]},
    "unknown count": {"count": ["everything"]},
    "page zero": {"page": ["0"]},
    "page of words": {"page": ["٣"]},
    "a figure with markup": {"figure": ["<b>"]},
    "unknown parameter": {"admin": ["1"]},
    "said twice": {"q": ["one", "two"]},
    "ends before it begins": {"from": ["2024-02-01"], "to": ["2024-01-01"]},
}


@pytest.mark.parametrize("given_parameters", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_is_repaired_with_a_notice(given_parameters):
    view, notices = links.read(given_parameters, KNOWN)

    assert notices
    assert not view.selection.topics
    assert view.page == 1 and view.figure is None


def test_embedding_is_not_nonsense():
    assert links.read({"embed": ["true"]}, KNOWN) == (View(), ())
