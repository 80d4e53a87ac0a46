"""How the tables of a snapshot are filled: one query a table, over what ``publish`` lays ready.

``texts_in`` and ``readings_in`` are the archive's two tables; ``newest`` is each article's newest
text that was read and not withdrawn, ``base`` that text beside its reading; ``facts``, ``members``,
``story_rows``, ``alias_rows``, ``refused_rows`` and ``meta_in`` come from Python.

A figure belongs to a series where it is asserted (not planned, denied or supposed) and the text
says whose or where; a percentage must say of what.
"""

ORDER = (
    "articles",
    "texts",
    "topics",
    "countries",
    "figures",
    "places",
    "speakers",
    "stories",
    "copies",
    "story_aliases",
    "refused",
    "coverage_by_week",
    "meta",
)

# The columns that every wide table carries over from the article.
_WIDE = "a.day, a.week, a.month, a.outlet, a.family, a.wire, a.story"

QUERIES = {
    "newest": """
        create temp table newest as
        select identity, sha256, md5(concat_ws('\x1f', collection, coalesce(id, ''),
            coalesce(title, ''), coalesce(url, ''), coalesce(outlet, ''), coalesce("date", ''),
            coalesce(crawled, ''))) as given
        from texts_in semi join readings_in using (identity, sha256)
        where not withdrawn
            and identity not in (select identity from texts_in where withdrawn)
        qualify row_number() over
            (partition by identity order by revision desc, received desc, sha256) = 1
    """,
    "base": """
        create temp table base as
        select (row_number() over (order by r.published nulls last, identity) - 1)::int article,
            identity, t.id, t.collection, t.url, t.text,
            r.* exclude (identity, sha256, reader_version)
        from newest join texts_in t using (identity, sha256)
        join readings_in r using (identity, sha256)
        where not t.withdrawn
    """,
    "articles": """
        select b.article, b.identity as article_id, b.id as given_id, b.collection,
            f.shown_title as title, f.url, coalesce(b.outlet, 'unknown') as outlet,
            b.outlet_evidence, coalesce(b.family, b.outlet, 'unknown') as family,
            b.outlet_kind, b.outlet_country, b.byline, b.wires[1] as wire, b.wires,
            b.published::date as day, date_trunc('week', b.published::date)::date as week,
            date_trunc('month', b.published::date)::date as month, f.published_at,
            b.published_evidence, f.updated_at,
            b.crawled_day::date as crawled, b.words, b.topics, b.subtopics,
            b.countries, len(b.figures) as figures,
            list_sort(list_distinct(list_transform(b.figures, lambda x: x.kind))) as figure_kinds,
            m.story, m.lead, m.copy, b.flags
        from base b join facts f using (article) join members m on m.identity = b.identity
        order by b.article
    """,
    "texts": "select article, text, blocks from base order by article",
    "topics": f"""
        select a.article, e.topic, t.parent, e.weight,
            list_position(if(t.parent is null, a.topics, a.subtopics), e.topic) as rank,
            {_WIDE}, e.evidence
        from (select article, unnest(topic_evidence) as e, unnest(topic_parents) as parent
            from base) t
        join articles a using (article)
        order by e.topic, a.day, a.article
    """,
    "countries": f"""
        select a.article, c.country, {_WIDE}
        from (select article, unnest(countries) as country from base) c
        join articles a using (article)
        order by c.country, a.day, a.article
    """,
    "figures": f"""
        with found as (
            select b.article, b.identity, unnest(b.figures) as f, b.text from base b
        ), wide as (
            select md5(concat_ws('|', found.identity, f.start, f."end"))[:12] as figure_id,
                a.article, f.*,
                substring(found.text, f.sentence_start + 1,
                    f.sentence_end - f.sentence_start) as sentence,
                case when f.modality = 'reported' and coalesce(f.force, f.place) is not null
                    and (f.kind <> 'percent' or f."of" is not null)
                then concat_ws('|',
                    case f.kind when 'personnel' then f.kind when 'casualties' then f.kind
                        when 'percent' then 'percent:' || f."of"
                        else f.kind || ':' || coalesce(f.unit, '') end,
                    coalesce(f.force, ''), coalesce(f.place, ''), coalesce(f.role, ''), f.aspect)
                end as series,
                {_WIDE}, a.lead
            from found join articles a using (article)
        )
        select row_number() over (order by kind, place, day, article, start) - 1 as figure,
            * exclude (lead),
            row_number() over (
                partition by story, kind, unit, place, role, low, high
                order by lead desc, day nulls last, article, start) = 1 as first
        from wide order by kind, place, day, article, start
    """,
    "places": """
        select article, p.start, p."end", p.name, p.iso3, p.kind
        from (select article, unnest(places) as p from base) order by article, p.start
    """,
    "speakers": """
        select article, s.start, s."end", s.name, s.body, s.role, s.side, s.direct
        from (select article, unnest(speakers) as s from base) order by article, s.start
    """,
    "stories": """
        select s.story, s.story_id, any_value(l.article) as lead, count(*) as articles,
            count(distinct a.outlet) as outlets, count(distinct a.family) as families,
            any_value(s.wire) as wire, min(a.day) as first_day, max(a.day) as last_day
        from story_rows s join articles l on l.article_id = s.lead
        join articles a on a.story = s.story
        group by s.story, s.story_id order by s.story
    """,
    "copies": """
        select a.article, p.article as parent, m.kept, m.added
        from members m join articles a on a.article_id = m.identity
        join articles p on p.article_id = m.parent
        order by a.article
    """,
    "story_aliases": "select alias, story_id from alias_rows order by alias",
    "refused": "select file, line, reason from refused_rows",
    "coverage_by_week": """
        select week, topic, outlet, count(*) as articles from topics where parent is null
        group by week, topic, outlet order by topic, week, outlet
    """,
    "meta": """
        select col0 as snapshot_id, col1 as schema_version, col2 as reader_version,
            col3 as publisher_version, col4 as sample,
            (select count(*) from articles) as articles,
            (select min(day) from articles) as first_day,
            (select max(day) from articles) as last_day,
            col5 as texts_version, col6 as readings_version
        from meta_in
    """,
}
