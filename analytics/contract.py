"""The public form of a reading: what ``extract`` prints and the archive keeps.

Fields may be added, never renamed: each is named here. Offsets are code points into the text as
delivered.
"""

from typing import Any

from analytics.model import Block, Figure, Place, Reading, Rejected, Speaker, Topic


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
        "places": [_place(place) for place in reading.places],
        "speakers": [_speaker(speaker) for speaker in reading.speakers],
        "figures": [_figure(figure, text) for figure in reading.figures],
    }
    if rejected:
        row["rejected"] = [_rejected(each) for each in reading.rejected]
    if explain:
        row["blocks"] = [_block(block) for block in reading.blocks]
    return row


def _iso(value: Any) -> str | None:
    return None if value is None else value.isoformat()


def _topic(topic: Topic) -> dict[str, Any]:
    spans = [{"start": start, "end": end} for start, end in topic.evidence]
    return {"topic": topic.topic, "weight": round(topic.weight, 4), "evidence": spans}


def _place(place: Place) -> dict[str, Any]:
    start, end, name, iso3, kind, form, government = place
    return {
        "start": start,
        "end": end,
        "name": name,
        "iso3": iso3,
        "kind": kind,
        "form": form,
        "government": government,
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    start, end, name, body, role, side, direct, scope_start, scope_end = speaker
    return {
        "start": start,
        "end": end,
        "name": name,
        "body": body,
        "role": role,
        "side": side,
        "direct": direct,
        "scope_start": scope_start,
        "scope_end": scope_end,
    }


def _rejected(rejected: Rejected) -> dict[str, Any]:
    start, end, low, high, reason = rejected
    return {"start": start, "end": end, "low": low, "high": high, "reason": reason}


def _block(block: Block) -> dict[str, Any]:
    start, end, kind, rule = block
    return {"start": start, "end": end, "kind": kind, "rule": rule}


def _figure(figure: Figure, text: str) -> dict[str, Any]:
    start, end, low, high, hedge, kind, unit, of, force, place, role, *rest = figure
    change, aspect, speaker, modality, as_of, sentence_start, sentence_end = rest
    return {
        "start": start,
        "end": end,
        "low": low,
        "high": high,
        "hedge": hedge,
        "kind": kind,
        "unit": unit,
        "of": of,
        "force": force,
        "place": place,
        "role": role,
        "change": change,
        "aspect": aspect,
        "speaker": speaker,
        "modality": modality,
        "as_of": _iso(as_of),
        "sentence_start": sentence_start,
        "sentence_end": sentence_end,
        "quote": text[start:end],
    }
