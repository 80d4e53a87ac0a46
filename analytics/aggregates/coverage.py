"""What a snapshot holds, and the answers already given about it."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from analytics.snapshot import Snapshot

P = ParamSpec("P")
Answer = TypeVar("Answer")
KEPT = 1024  # answers; each is a small table


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
        self._answers: OrderedDict[tuple[object, ...], object] = OrderedDict()
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
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return cast(Answer, self._answers[key])
        answer = question(self.snapshot, *args, **kwargs)
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > KEPT:
                self._answers.popitem(last=False)
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
