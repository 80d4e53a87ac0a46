"""How far the work is: one changing line for a person, a line a step for a file."""

import io
import json

import pytest

from analytics.progress import Line, Step, duration, said, teller

HALF = Step("reading", 0.5, read=1200, new=1100, unchanged=100, refused=3)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def screen(written):
    """What a terminal shows in its line after all that was written."""
    line = ""
    for part in written.split("\r"):
        line = part + line[len(part) :]
    return line.rstrip()


def test_a_terminal_keeps_one_line_and_ends_with_none():
    out = Terminal()
    tell = teller("plain", out)

    tell(HALF)
    assert (
        screen(out.getvalue()) == f"[{'#' * 12}{'.' * 12}]  50%: 1,200 read, 1,100 new, 3 refused"
    )
    tell(Step("publishing", None, read=1203))
    assert screen(out.getvalue()).startswith("1,203 read: laying out")
    tell(Step("done", 1.0))
    assert screen(out.getvalue()) == "" and out.getvalue().endswith("\r")
    assert "\n" not in out.getvalue()


def test_a_line_is_never_wider_than_the_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    out = Terminal()
    Line(out).tell(HALF)

    assert len(screen(out.getvalue())) < 20


def test_a_file_has_a_line_a_step():
    out = io.StringIO()
    tell = teller("plain", out)
    tell(HALF)
    tell(Step("done", 1.0))

    assert out.getvalue().splitlines()[0].startswith("reading 50 %: 1,200 read")
    assert len(out.getvalue().splitlines()) == 2


def test_a_program_has_an_object_a_line_and_silence_is_silence():
    out = Terminal()
    teller("none", out)(HALF)
    assert out.getvalue() == ""
    teller("json", out)(HALF)
    assert json.loads(out.getvalue())["share"] == 0.5


# seconds since it began, share, what is said to be left
CASES = {
    "too early to tell": (2, 0.5, None),
    "hardly begun": (20, 0.01, None),
    "half a minute": (30, 0.5, "30 s left"),
    "minutes": (300, 0.5, "5 min left"),
    "hours": (7500, 0.5, "2 h 5 min left"),
    "the end": (100, 1.0, None),
}


@pytest.mark.parametrize(("seconds", "share", "left"), CASES.values(), ids=CASES)
def test_how_long_it_may_last_is_said_once_it_can_be(seconds, share, left):
    line = said(Step("reading", share, read=5), seconds)

    assert (left in line) if left else ("left" not in line)


def test_a_rereading_says_how_much_is_done():
    assert said(Step("rereading", None, read=1500), 9) == "reading again 1,500 read"
    assert duration(89) == "89 s" and duration(90) == "2 min"
