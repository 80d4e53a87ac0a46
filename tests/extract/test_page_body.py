"""Body and furniture between two lines of a raw page."""

from analytics.extract.lines import cut_lines
from analytics.extract.page_body import fill_body


def test_a_wrapped_line_too_long_for_its_form_is_passed():
    lines = cut_lines("Omega " * 60)
    parts = [("body", "unread")]
    fill_body(lines, ["promo"], frozenset(), [True], parts, 0, 1)

    assert parts != [("body", "unread")]
