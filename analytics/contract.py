"""The public form of a reading: what ``extract`` prints and the archive keeps.

Fields may be added, never renamed. Offsets are code points into the text as delivered.
"""

from typing import Any

from analytics.model import Figure, Reading, Topic


def to_row(
    reading: Reading, text: str, *, rejected: bool = False, explain: bool = False
) -> dict[str, Any]:
    """Lay out a reading as one flat row of plain values, ready for JSON.

    Args:
        reading: what was read.
        text: the text it was read from, for the quotes.
        rejected: also list the numbers that were seen and not counted.
        explain: also list the blocks of the text: body or furniture, and the rule that said so.
    """
    row: dict[str, Any] = {
        "article_id": reading.article_id,
        "title": reading.title,
        "outlet": reading.outlet,
        "outlet_evidence": reading.outlet_evidence,
        "family": reading.family,
        "byline": reading.byline,
        "wires": list(reading.wires),
        "wire_evidence": reading.wire_evidence,
        "published": _iso(reading.published),
        "published_at": _iso(reading.published_at),
        "published_evidence": reading.published_evidence,
        "updated": _iso(reading.updated),
        "updated_at": _iso(reading.updated_at),
        "flags": list(reading.flags),
        "topics": [topic.topic for topic in reading.topics],
        "subtopics": [topic.topic for topic in reading.subtopics],
        "topic_evidence": [_topic(t) for t in (*reading.topics, *reading.subtopics)],
        "countries": list(reading.countries),
        "places": [place._asdict() for place in reading.places],
        "speakers": [speaker._asdict() for speaker in reading.speakers],
        "figures": [_figure(figure, text) for figure in reading.figures],
    }
    if rejected:
        row["rejected"] = [each._asdict() for each in reading.rejected]
    if explain:
        row["blocks"] = [block._asdict() for block in reading.blocks]
    return row


def _iso(value: Any) -> str | None:
    return None if value is None else value.isoformat()


def _topic(topic: Topic) -> dict[str, Any]:
    spans = [{"start": start, "end": end} for start, end in topic.evidence]
    return {"topic": topic.topic, "weight": round(topic.weight, 4), "evidence": spans}


def _figure(figure: Figure, text: str) -> dict[str, Any]:
    row = figure._asdict()
    row["quote"] = text[figure.start : figure.end]
    row["as_of"] = _iso(figure.as_of)
    return row
