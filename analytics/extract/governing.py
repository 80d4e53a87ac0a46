"""The word that governs a number, and what a reader of either side of it must know."""

from dataclasses import dataclass

from analytics.extract.counted import Counted
from analytics.lexicons.figures import Role

BARRIERS = frozenset(
    "in on by at with from near during after since against when while who which because".split()
)
SHOT = frozenset(("shot", "shoot", "shoots", "shooting", "brought", "bring", "gunned"))
CLAUSES = frozenset("— – but whereas although though that because unless he she they we i".split())
# People and things do these; nobody does them to what is counted.
INTRANSITIVE = frozenset(
    """go goes going went gone head heads headed heading arrive arrived arriving arrives depart
    departed departing land landed landing come comes coming came sail sails sailed fly flies flying
    flew cross crosses crossed crossing left return returns returned returning rotate rotates
    rotating enter enters entered entering""".split()
)
BE = frozenset("is are was were be been being".split())
TAKEN = frozenset(("took", "taken", "taking", "take", "takes", "holds", "held", "holding"))
# The beginning of a verb, and the word after it that makes it another verb.
PHRASAL = {
    ("han", "over"): "delivered",
    ("tur", "over"): "delivered",
    ("set", "aside"): "allocated",
    ("tak", "off"): "withdrawn",
    ("tak", "out"): "withdrawn",
    ("sen", "home"): "withdrawn",
    ("sen", "back"): "withdrawn",
    ("pha", "out"): "withdrawn",
    ("hol", "back"): "stationed",
    ("lay", "off"): "cut",
    ("lai", "off"): "cut",
    ("dra", "down"): "cut",
    ("dre", "down"): "cut",
    ("cal", "up"): "mobilize",
    ("sig", "up"): "recruited",
    ("giv", "up"): "withdrawn",
    ("gav", "up"): "withdrawn",
    ("lai", "up"): "withdrawn",
    ("bri", "in"): "deployed",
    ("bro", "in"): "deployed",
    ("fle", "in"): "deployed",
    ("fly", "in"): "deployed",
    ("cal", "in"): "mobilize",
    ("chi", "in"): "contributed",
    ("wri", "off"): "withdrawn",
    ("wro", "off"): "withdrawn",
    ("kno", "out"): "destroyed",
    ("dra", "in"): "deployed",
    ("dre", "in"): "deployed",
    ("too", "in"): "recruited",
    ("tak", "in"): "recruited",
    ("go", "up"): "rise",
    ("goe", "up"): "rise",
    ("wen", "up"): "rise",
    ("go", "down"): "fall",
    ("goe", "down"): "fall",
    ("wen", "down"): "fall",
    ("bri", "home"): "withdrawn",
    ("bro", "home"): "withdrawn",
}


@dataclass(slots=True)
class Governed:
    """The role word that governs a number, where it stands and on which side."""

    word: str
    role: Role
    at: int
    after: bool
    of_it: bool = False  # says which are meant, and no news: "the 40 drones Russia sent"


def can_be_taken(counted: Counted) -> bool:
    """Tell whether "took" and "held" can be said of them: of hostages, not of lessons."""
    return counted.noun is not None and counted.noun.group == "captive"
