"""What a snapshot holds, and the answers already given about it."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from analytics.links import View
from analytics.snapshot import Snapshot

P = ParamSpec("P")
Answer = TypeVar("Answer")
KEPT = 1024  # answers; each is a small table
DRAWN = 128  # charts
Memory = OrderedDict[tuple[object, ...], Future[object]]
_DRAWING = ThreadPoolExecutor(2, thread_name_prefix="drawing")  # a thread only where one is needed


@dataclass(frozen=True, slots=True)
class Options:
    """What can be chosen in this snapshot, most frequent first."""

    topics: tuple[str, ...]
    outlets: tuple[str, ...]
    countries: tuple[str, ...]
    kinds: tuple[str, ...]
    wires: tuple[str, ...]
    series: tuple[str, ...]


class Coverage:
    """One open snapshot with a memory: a question asked again is answered without a query.

    A snapshot never changes, so an answer stays true for as long as it is open. Answers are shared
    between viewers and threads: read them, never change them.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._answers: Memory = OrderedDict()
        self._drawn: Memory = OrderedDict()
        self._lock = Lock()

    @property
    def id(self) -> str:
        """The snapshot's id."""
        return self.snapshot.id

    @property
    def empty(self) -> bool:
        """Whether there is no article at all."""
        return self.snapshot.meta.articles == 0

    def ask(
        self,
        question: Callable[Concatenate[Snapshot, P], Answer],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Answer:
        """Return ``question(snapshot, *args)``, from memory where it was asked before."""
        key = (question, args, tuple(sorted(kwargs.items())))
        return self._kept(
            self._answers, KEPT, key, lambda: question(self.snapshot, *args, **kwargs)
        )

    def draw(self, draw: Callable[["Coverage", View], Answer], view: View) -> Answer:
        """Return ``draw(self, view)``, from memory where it was drawn before."""
        return self._kept(self._drawn, DRAWN, (draw, view), lambda: draw(self, view))

    def draw_all(
        self, draws: Iterable[Callable[["Coverage", View], Answer]], view: View
    ) -> list[Answer]:
        """Return what ``draw`` returns for each, in their order; they are drawn side by side."""
        return list(_DRAWING.map(lambda draw: self.draw(draw, view), draws))

    def _kept(
        self, memory: Memory, most: int, key: tuple[object, ...], work: Callable[[], Answer]
    ) -> Answer:
        """Return what ``work`` returns; it works once for all who ask at the same time."""
        with self._lock:
            held = memory.get(key)
            if held is None:
                mine = memory[key] = Future()
                while len(memory) > most:
                    memory.popitem(last=False)
            else:
                memory.move_to_end(key)
        if held is not None:
            return cast(Answer, held.result())
        try:
            answer = work()
        except BaseException as error:
            with self._lock:
                if memory.get(key) is mine:
                    del memory[key]
            mine.set_exception(error)
            raise
        mine.set_result(answer)
        return answer


def options(snapshot: Snapshot) -> Options:
    """List what can be chosen; an empty snapshot has nothing to choose."""
    return Options(
        topics=_listed(snapshot, "select topic v from topics"),
        outlets=_listed(snapshot, "select outlet v from articles"),
        countries=_listed(snapshot, "select country v from countries"),
        kinds=_listed(snapshot, "select kind v from figures"),
        wires=_listed(snapshot, "select unnest(wires) v from articles"),
        series=_listed(snapshot, "select series v from figures"),
    )


def _listed(snapshot: Snapshot, values: str) -> tuple[str, ...]:
    rows: list[Any] = snapshot.rows(
        f"select v::varchar from ({values}) where v is not null "
        "group by v order by count(*) desc, v"
    )
    return tuple(row[0] for row in rows)
