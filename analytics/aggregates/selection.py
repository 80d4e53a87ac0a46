"""A selection as SQL: one condition over ``articles``, which every other question reuses."""

from collections.abc import Collection
from dataclasses import dataclass, field

from analytics.model import Selection

# What a measure counts, for rows that have article, family and story.
COUNT_BY_MEASURE = {
    "articles": "count(distinct {0}.article)",
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

    if selection.topics and "topics" not in without:
        condition = "(list_has_any(a.topics, $topics) or list_has_any(a.subtopics, $topics))"
        add("topics", condition, list(selection.topics))
    if selection.outlets and "outlets" not in without:
        add("outlets", "list_contains($outlets, a.outlet::varchar)", list(selection.outlets))
    if selection.countries and "countries" not in without:
        add("countries", "list_has_any(a.countries, $countries)", list(selection.countries))
    if selection.kinds and "kinds" not in without:
        add("kinds", "list_has_any(a.figure_kinds, $kinds)", list(selection.kinds))
    if selection.wires and "wires" not in without:
        add("wires", "list_has_any(a.wires, $wires)", list(selection.wires))
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
