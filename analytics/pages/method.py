"""How the numbers come about, in words, for the report."""

from analytics.accuracy import Accuracy
from analytics.aggregates.coverage import Coverage
from analytics.links import View

COUNTS = {
    "articles": "Every article is counted, copies too.",
    "publishers": "Each publishing house is counted once, however much it published.",
    "stories": "Each story is counted once, however many sources copied it.",
}
# What a vague number, which is open above, counts at the least.
VAGUE = {
    "guidelines": "Vague numbers count two of their unit or more: dozens 24, hundreds 200. ACLED’s "
    "convention would count one, 12 and 100.",
    "acled": "Vague numbers count by ACLED’s convention: tens are 10 or more, dozens 12, hundreds "
    "100. The project’s own guidelines would count two of the unit, 20, 24 and 200.",
}


def told(coverage: Coverage, view: View) -> tuple[str, ...]:
    """Say in some paragraphs what is counted, how it is read, and from what."""
    meta = coverage.snapshot.meta
    return (
        f"{COUNTS[view.selection.measure]} An article may have several topics and name several "
        "countries; over time it stands under its main topic. Articles without a known day are "
        "in every count and on no time axis.",
        "Articles that carry one text, whole or cut, are one story; its first or longest telling "
        "is the original, the others are copies.",
        "A figure is a number that a text reports, with the words it stands in: low and high (an "
        "open end is open), hedge (about, at least, at most), what is counted, whose and where. "
        "It is read by rules and word lists, without a model; two reports differ where both "
        "cannot be true within seven days. Official figures count what their definition says, "
        "and are shown beside reported ones, never as the truth about them.",
        VAGUE[view.convention],
        f"Read by version {meta.reader_version}, published by version {meta.publisher_version}, "
        f"schema {meta.schema_version}, into the snapshot {meta.snapshot_id} of {meta.articles:,} "
        "articles. The same texts and versions give the same snapshot on any machine.",
        "Texts belong to their publishers. Quoted here is at most one short passage an article, "
        "with its source; sample articles were written for this project.",
    )


def accuracy(held: Accuracy) -> str:
    """Say what the measured accuracy was measured on."""
    return (
        f"Measured on {held.measured_on:%-d %B %Y} on {held.articles:,} articles with "
        f"{held.figures:,} figures labelled by hand; reader {held.reader_version}. Precision: of "
        "the figures found, how many are right. Recall: of the figures there, how many were "
        "found. A kind with few labels is known only roughly."
    )
