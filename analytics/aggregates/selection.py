"""A selection as SQL: one condition over ``articles``, which every other question reuses."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from analytics.model import Selection

FEW = 4  # values, up to which one question each is three times quicker than one for all
# What a measure counts, for rows that have article, family and story, each article once a group.
COUNT_BY_MEASURE = {
    "articles": "count(*)",
    "publishers": "count(distinct {0}.family)",
    "stories": "count(distinct {0}.story)",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition and its parameters; an empty condition keeps every article."""

    condition: str = ""
    parameters: dict[str, object] = field(default_factory=dict)

    @property
    def where(self) -> str:
        """``where …`` for a query over ``articles a``, or nothing."""
        return f"where {self.condition}" if self.condition else ""

    def only(self, alias: str) -> str:
        """``semi join …`` that keeps the rows of another table whose article is chosen."""
        if not self.condition:
            return ""
        return (
            f"semi join (select a.article from articles a where {self.condition}) chosen "
            f"on {alias}.article = chosen.article"
        )


def filter_of(selection: Selection, without: Collection[str] = ()) -> Filter:
    """Turn a selection into SQL.

    Args:
        selection: what to keep. Values of one field widen (or), fields narrow (and).
        without: names of fields to leave out, for a chart that shows its own field whole and only
            marks what is chosen in it.
    """
    conditions: list[str] = []
    parameters: dict[str, object] = {}

    def add(name: str, condition: str, value: object) -> None:
        conditions.append(condition)
        parameters[name] = value

    def add_any(name: str, values: Sequence[str], *columns: str) -> None:
        """Add that a list of an article holds any of the values."""
        if len(values) > FEW:
            condition = " or ".join(f"list_has_any({column}, ${name})" for column in columns)
            add(name, f"({condition})", list(values))
            return
        conditions.append(
            "({})".format(
                " or ".join(
                    f"list_contains({column}, ${name}{index})"
                    for index in range(len(values))
                    for column in columns
                )
            )
        )
        parameters.update({f"{name}{index}": value for index, value in enumerate(values)})

    if selection.topics and "topics" not in without:
        add_any("topics", selection.topics, "a.topics", "a.subtopics")
    if selection.outlets and "outlets" not in without:
        add("outlets", "list_contains($outlets, a.outlet::varchar)", list(selection.outlets))
    if selection.countries and "countries" not in without:
        add_any("countries", selection.countries, "a.countries")
    if selection.kinds and "kinds" not in without:
        add_any("kinds", selection.kinds, "a.figure_kinds")
    if selection.wires and "wires" not in without:
        add_any("wires", selection.wires, "a.wires")
    if selection.start and "period" not in without:
        add("start", "a.day >= $start", selection.start)
    if selection.end and "period" not in without:
        add("end", "a.day <= $end", selection.end)
    for index, word in enumerate(selection.words.lower().split()):
        name = f"word{index}"
        condition = (
            f"(contains(lower(coalesce(a.title, '')), ${name}) or a.article in "
            f"(select t.article from texts t where contains(lower(t.text), ${name})))"
        )
        add(name, condition, word)
    return Filter(" and ".join(conditions), parameters)


def counted(selection: Selection, alias: str) -> str:
    """Return the SQL that counts what the selection's measure counts."""
    return COUNT_BY_MEASURE[selection.measure].format(alias)
