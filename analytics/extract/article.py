"""Read one article: every stage in turn, each a function that can be run alone."""

from datetime import date

from analytics.extract.dates import find_dates
from analytics.extract.figures import find_figures
from analytics.extract.layout import body_spans, find_blocks
from analytics.extract.places import countries_of, find_bodies, find_places
from analytics.extract.setting import find_setting
from analytics.extract.sources import find_source
from analytics.extract.speakers import find_speakers
from analytics.extract.topics import find_topics
from analytics.lexicons.all import Lexicons
from analytics.model import Article, Reading, Span
from analytics.text import lower, sentences


def read_article(
    article: Article, lexicons: Lexicons, no_later_than: date | None = None
) -> Reading:
    """Read an article into a record of what it says.

    Args:
        article: the text as delivered, with what was said about it.
        lexicons: what the reader knows.
        no_later_than: a day after which no article can have been published; later dates are set
            aside and flagged.

    Returns:
        A reading whose spans are code points of ``article.text``. A text that says nothing gives
        a reading with empty tuples; no text raises.
    """
    text = article.text
    lowered = lower(text)
    blocks = find_blocks(article, lexicons.sources, lowered)
    body = body_spans(blocks)
    lines = sentences(text, body)
    source = find_source(article, blocks, lexicons.sources)
    dates = find_dates(article, blocks, no_later_than, source.country)
    places = find_places(text, lowered, body, lexicons.places)
    topics, subtopics = find_topics(text, lowered, body, source.title, lexicons.topics)
    speakers = find_speakers(text, lowered, lines, places, lexicons.speakers)
    title = source.title or ""
    setting = find_setting(
        lowered,
        places,
        find_bodies(text, lowered, body, lexicons.places),
        lower(title),
        find_places(title, lower(title), [Span(0, len(title))], lexicons.places),
        source.country,
    )
    figures, rejected = find_figures(
        text, lowered, body, lines, places, speakers, dates.published, lexicons.figures, setting
    )
    return Reading(
        article_id=article.id,
        title=source.title,
        outlet=source.outlet,
        outlet_evidence=source.outlet_evidence,
        family=source.family,
        byline=source.byline,
        wires=source.wires,
        wire_evidence=source.wire_evidence,
        published=dates.published,
        published_at=dates.published_at,
        published_evidence=dates.published_evidence,
        updated=dates.updated,
        updated_at=dates.updated_at,
        flags=dates.flags,
        topics=topics,
        subtopics=subtopics,
        countries=countries_of(places),
        places=places,
        speakers=speakers,
        figures=figures,
        rejected=rejected,
        blocks=blocks,
    )
