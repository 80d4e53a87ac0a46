"""The tables of a snapshot: what ``publish`` lays down and the pages ask.

Columns marked CODE hold few distinct values and are ENUMs in the file (small integers); they
read as text. ``week`` is the Monday and ``month`` the first day of ``day``; all three are null
where no date is known. Tables are sorted by (topic, day) and (kind, place, day).
"""

SCHEMA_VERSION = 1

TABLES: dict[str, dict[str, str]] = {
    # One row: what this snapshot is.
    "meta": {
        "snapshot_id": "VARCHAR",
        "schema_version": "INTEGER",
        "reader_version": "VARCHAR",
        "publisher_version": "VARCHAR",
        "sample": "BOOLEAN",  # built from data/sample
        "articles": "INTEGER",
        "first_day": "DATE",
        "last_day": "DATE",
        "texts_version": "BIGINT",
        "readings_version": "BIGINT",
    },
    "articles": {
        "article": "INTEGER",  # 0, 1, 2 … within this snapshot
        "article_id": "VARCHAR",  # the identity
        "given_id": "VARCHAR",
        "collection": "CODE",
        "title": "VARCHAR",
        "url": "VARCHAR",  # http(s), without secrets; else null
        "outlet": "CODE",  # "unknown" where nothing tells
        "outlet_evidence": "CODE",
        "family": "CODE",  # the publisher; the outlet itself where it has no family
        "outlet_kind": "CODE",  # general, trade, state, official, local, wire, unknown
        "outlet_country": "CODE",
        "byline": "VARCHAR",
        "wire": "CODE",  # the first, or null
        "wires": "VARCHAR[]",
        "day": "DATE",
        "week": "DATE",
        "month": "DATE",
        "published_at": "TIMESTAMP",  # UTC
        "published_evidence": "CODE",
        "updated_at": "TIMESTAMP",
        "crawled": "DATE",
        "words": "INTEGER",
        "topics": "VARCHAR[]",  # most central first
        "subtopics": "VARCHAR[]",
        "countries": "VARCHAR[]",
        "figures": "INTEGER",  # how many
        "figure_kinds": "VARCHAR[]",
        "story": "INTEGER",
        "lead": "BOOLEAN",  # the article that the story's others are copies of
        "copy": "CODE",  # original, copy, edition
        "flags": "VARCHAR[]",
    },
    "texts": {
        "article": "INTEGER",
        "text": "VARCHAR",  # as delivered
        "blocks": 'STRUCT("start" INTEGER, "end" INTEGER, kind VARCHAR, rule VARCHAR)[]',
    },
    # Wide tables: one row a fact, with the article's columns that filters need.
    "topics": {
        "article": "INTEGER",
        "topic": "CODE",
        "parent": "CODE",  # null for the 16 of the taxonomy
        "weight": "FLOAT",
        "rank": "SMALLINT",  # 1 = most central
        "day": "DATE",
        "week": "DATE",
        "month": "DATE",
        "outlet": "CODE",
        "family": "CODE",
        "wire": "CODE",
        "story": "INTEGER",
        "evidence": 'STRUCT("start" INTEGER, "end" INTEGER)[]',
    },
    "countries": {
        "article": "INTEGER",
        "country": "CODE",
        "day": "DATE",
        "week": "DATE",
        "month": "DATE",
        "outlet": "CODE",
        "family": "CODE",
        "wire": "CODE",
        "story": "INTEGER",
    },
    "figures": {
        "figure": "INTEGER",  # 0, 1, 2 … within this snapshot
        "figure_id": "VARCHAR",  # short hash of article_id, start, end: the same in every snapshot
        "article": "INTEGER",
        "start": "INTEGER",
        "end": "INTEGER",
        "quote": "VARCHAR",
        "low": "DOUBLE",
        "high": "DOUBLE",
        "hedge": "CODE",
        "kind": "CODE",
        "unit": "CODE",
        "of": "VARCHAR",
        "force": "CODE",
        "place": "CODE",
        "role": "CODE",
        "change": "CODE",
        "aspect": "CODE",
        "speaker": "CODE",
        "modality": "CODE",
        "as_of": "DATE",
        "sentence_start": "INTEGER",
        "sentence_end": "INTEGER",
        "sentence": "VARCHAR",
        "series": "CODE",  # "personnel|USA|KOR|stationed|level": figures that count the same thing
        "day": "DATE",
        "week": "DATE",
        "month": "DATE",
        "outlet": "CODE",
        "family": "CODE",
        "wire": "CODE",
        "story": "INTEGER",
        "first": "BOOLEAN",  # the first report of this figure within its story: copies are false
    },
    "places": {
        "article": "INTEGER",
        "start": "INTEGER",
        "end": "INTEGER",
        "name": "VARCHAR",
        "iso3": "CODE",
        "kind": "CODE",
    },
    "speakers": {
        "article": "INTEGER",
        "start": "INTEGER",
        "end": "INTEGER",
        "name": "VARCHAR",
        "body": "VARCHAR",
        "role": "VARCHAR",
        "side": "CODE",
        "direct": "BOOLEAN",
    },
    "stories": {
        "story": "INTEGER",
        "story_id": "VARCHAR",  # stays resolvable from snapshot to snapshot
        "lead": "INTEGER",  # the article
        "articles": "INTEGER",
        "outlets": "INTEGER",
        "families": "INTEGER",
        "wire": "CODE",
        "first_day": "DATE",
        "last_day": "DATE",
    },
    "copies": {  # one row a copy: what it kept, cut and added against its parent
        "article": "INTEGER",
        "parent": "INTEGER",
        "kept": "FLOAT",  # share of the parent's words that stand in the copy
        "added": "FLOAT",  # share of the copy's words that do not stand in the parent
    },
    "story_aliases": {"alias": "VARCHAR", "story_id": "VARCHAR"},
    "refused": {"file": "VARCHAR", "line": "INTEGER", "reason": "VARCHAR"},
    # Roll-ups, for stores of a million articles and more.
    "coverage_by_week": {
        "week": "DATE",
        "topic": "CODE",
        "outlet": "CODE",
        "articles": "INTEGER",
    },
}
