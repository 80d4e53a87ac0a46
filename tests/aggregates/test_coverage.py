"""What an open snapshot keeps in mind: one answer a question, however many ask."""

from threading import Barrier, Thread

import pandas as pd
import pytest

from analytics.aggregates.coverage import Coverage
from analytics.errors import StoreError
from analytics.links import View
from analytics.snapshot import open_snapshot
from tests.snapshots import write_snapshot

ARTICLES = pd.DataFrame({"article": [0, 1], "outlet": ["Gazette", "Herald"], "figures": [1, 0]})
COUNT = "select outlet::varchar as outlet, figures from articles order by outlet"


@pytest.fixture
def coverage(tmp_path):
    with open_snapshot(write_snapshot(tmp_path, {"articles": ARTICLES})) as snapshot:
        yield Coverage(snapshot)


def test_many_who_ask_at_once_wait_for_one_answer(coverage):
    begun, asked, answers = Barrier(4), [], []

    def question(snapshot):
        asked.append(snapshot.id)
        return len(snapshot.query(COUNT))

    def ask():
        begun.wait()
        answers.append(coverage.ask(question))

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [2, 2, 2, 2]
    assert len(asked) == 1


def test_a_question_that_failed_is_asked_again(coverage):
    attempts = []

    def question(snapshot):
        attempts.append(1)
        if len(attempts) == 1:
            raise StoreError("not this time")
        return "answered"

    with pytest.raises(StoreError):
        coverage.ask(question)

    assert coverage.ask(question) == "answered"


def test_charts_drawn_side_by_side_are_drawn_once_each_and_come_in_order(coverage):
    drawn = []

    def draw(of, view):
        drawn.append(view.page)
        return view.page

    def other(of, view):
        return -view.page

    assert coverage.draw_all([draw, other], View(page=3)) == [3, -3]
    assert coverage.draw_all([other, draw], View(page=3)) == [-3, 3]
    assert coverage.draw(draw, View(page=4)) == 4
    assert drawn == [3, 4]


def test_an_error_of_one_chart_is_the_error_of_all(coverage):
    def broken(of, view):
        raise StoreError("not this time")

    with pytest.raises(StoreError):
        coverage.draw_all([broken], View())


def test_a_frame_may_be_changed_without_changing_the_next_ones(coverage):
    first = coverage.snapshot.query(COUNT)
    first["chosen"] = True
    first.loc[0, "figures"] = 99

    again = coverage.snapshot.query(COUNT)

    assert list(again.columns) == ["outlet", "figures"]
    assert list(again["figures"]) == [1, 0]


def test_queries_with_other_parameters_are_other_queries(coverage):
    some = "select article from articles where outlet::varchar = $outlet"

    found = [coverage.snapshot.query(some, {"outlet": name}) for name in ("Gazette", "Herald")]

    assert [list(frame["article"]) for frame in found] == [[0], [1]]
