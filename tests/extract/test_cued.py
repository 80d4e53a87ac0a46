"""What is tried only where a cue stands must never match without one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.extract import mentions, scene, where_other, where_sums, where_things
from analytics.extract.cued import Cued

CUED = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in (mentions, scene, where_other, where_sums, where_things)
    for name, value in vars(module).items()
    if isinstance(value, Cued)
}


@pytest.mark.parametrize("cued", CUED.values(), ids=CUED)
@given(data=st.data())
def test_whatever_matches_has_a_cue(cued, data):
    text = data.draw(st.from_regex(cued.pattern))

    found = cued.pattern.search(text)

    assert found
    assert any(cue in found[0][: cued.reach or None] for cue in cued.cues)


def test_a_pattern_is_found_where_it_stands():
    cued = Cued(r"\bby sea\b$", "sea|ocean", reach=9)

    assert cued.search("they came by sea", 5, 16).span() == (10, 16)
    assert cued.search("they came by sea", 5, 15) is None
    assert cued.match("they came by sea", 10).end() == 16
    assert cued.match("they came by sea", 9) is None
