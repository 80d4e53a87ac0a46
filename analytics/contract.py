"""The public form of a reading: what ``extract`` prints and the archive keeps.

Fields may be added, never renamed. Offsets are code points into the text as delivered.
"""

from typing import Any

import pyarrow as pa

from analytics.model import Figure, Reading, Topic


def _rows(**fields: pa.DataType) -> pa.DataType:
    return pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32()), *fields.items()]))


_TEXT, _TEXTS, _OFFSET = pa.string(), pa.list_(pa.string()), pa.int32()

# The columns of a reading as the archive keeps it: what ``to_row`` gives with ``explain``.
FIELD_TYPES: dict[str, pa.DataType] = {
    **dict.fromkeys(("title", "outlet", "outlet_evidence", "family", "byline"), _TEXT),
    "wires": _TEXTS,
    "wire_evidence": _TEXT,
    **dict.fromkeys(("published", "published_at", "published_evidence"), _TEXT),
    **dict.fromkeys(("updated", "updated_at"), _TEXT),
    **dict.fromkeys(("flags", "topics", "subtopics"), _TEXTS),
    "topic_evidence": pa.list_(
        pa.struct([("topic", _TEXT), ("weight", pa.float64()), ("evidence", _rows())])
    ),
    "countries": _TEXTS,
    "places": _rows(name=_TEXT, iso3=_TEXT, kind=_TEXT, form=_TEXT, government=pa.bool_()),
    "speakers": _rows(
        name=_TEXT,
        body=_TEXT,
        role=_TEXT,
        side=_TEXT,
        direct=pa.bool_(),
        scope_start=_OFFSET,
        scope_end=_OFFSET,
    ),
    "figures": _rows(
        low=pa.float64(),
        high=pa.float64(),
        **dict.fromkeys(("hedge", "kind", "unit", "of", "force", "place", "role"), _TEXT),
        **dict.fromkeys(("change", "aspect", "speaker", "modality", "as_of"), _TEXT),
        sentence_start=_OFFSET,
        sentence_end=_OFFSET,
        quote=_TEXT,
    ),
    "blocks": _rows(kind=_TEXT, rule=_TEXT),
}


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
