"""When an article was published: every form of date, and which evidence wins."""

from datetime import UTC, date, datetime

import pytest

from analytics.extract.dates import find_dates
from analytics.extract.layout import find_blocks
from analytics.lexicons.sources import load_sources
from analytics.model import Article

SOURCES = load_sources()


def an_article(text="The hangar burned down on Friday.", **given):
    return Article(identity="id:t/1", text=text, sha256="", id="1", collection="t", **given)


def dates(text="The hangar burned down on Friday.", no_later_than=None, country=None, **given):
    article = an_article(text, **given)
    return find_dates(article, find_blocks(article, SOURCES), no_later_than, country)


# field as given → day; the crawl was on 15 October 2024
FIELDS = {
    "ISO": ("2021-04-06", date(2021, 4, 6)),
    "ISO with offset: the outlet's own day": ("2018-12-21T23:31:51-05:00", date(2018, 12, 21)),
    "ISO with Z and thousandths": ("2024-12-07T12:43:39.889Z", None),  # after the crawl
    "ISO without colon": ("2017-11-16T14:15+0000", date(2017, 11, 16)),
    "RFC 822": ("Tue, 06 Apr 2021 09:18:00 +0900", date(2021, 4, 6)),
    "month first": ("Aug 16, 2024", date(2024, 8, 16)),
    "day first": ("15 Sep 2024", date(2024, 9, 15)),
    "with clock and zone": ("October 11, 2023 9:16am EDT", date(2023, 10, 11)),
    "clock first": ("4:42 PM EDT, Mon October 23, 2023", date(2023, 10, 23)),
    "short year": ("13-Oct-23", date(2023, 10, 13)),
    "no year: the last before the crawl": ("June 25", date(2024, 6, 25)),
    "no year, month ahead: the year before": ("December 2", date(2023, 12, 2)),
    "no year, dashed": ("8-Oct", date(2024, 10, 8)),
    "slashes": ("2021/04/06", date(2021, 4, 6)),
    "dots": ("06.04.2021", date(2021, 4, 6)),
    "day above twelve": ("25/3/2021", date(2021, 3, 25)),
    "compact": ("20210406", date(2021, 4, 6)),
    "seconds since 1970": ("1617667200", date(2021, 4, 6)),
    "milliseconds since 1970": ("1617667200000", date(2021, 4, 6)),
    "hours ago": ("8 hrs ago", date(2024, 10, 15)),
    "days ago": ("3 days ago", date(2024, 10, 12)),
    "a day ago": ("a day ago", date(2024, 10, 14)),
    "yesterday": ("Yesterday", date(2024, 10, 14)),
    "years ago tells no day": ("6 YEARS AGO", None),
    "weeks ago tells no day": ("2 weeks ago", None),
    "no such day": ("2021-02-30", None),
    "no date": ("recently", None),
    "blank": (" ", None),
}


@pytest.mark.parametrize(
    ("field", "expected"), [pytest.param(*case, id=name) for name, case in FIELDS.items()]
)
def test_a_given_date_is_read_in_any_form(field, expected):
    assert dates(date=field, crawled="2024-10-15").published == expected


URLS = {
    "slashes": ("https://a.example/news/2019/11/19/raid/", date(2019, 11, 19)),
    "month as a word": ("https://a.example/us-news/2017/feb/27/raid", date(2017, 2, 27)),
    "single digits": ("https://a.example/2019/1/6/18170788/raid", date(2019, 1, 6)),
    "month and day together": ("http://a.example/USA/2013/0322/Raid", date(2013, 3, 22)),
    "dashes at the end": ("https://a.example/world/raid-2024-03-07/", date(2024, 3, 7)),
    "compact at the end": ("http://a.example/article/idUK0K601G20141230", date(2014, 12, 30)),
    "a number that starts with the day": (
        "https://a.example/world/201906201075975805-raid/",
        date(2019, 6, 20),
    ),
    "year and month, then a short day": (
        "https://a.example/news/2020/04/raid-in-the-north-200422094829029.html",
        date(2020, 4, 22),
    ),
    "year and month only": ("https://a.example/2018/10/raid.html", None),
    "a number that is no date": ("https://a.example/news/473849-three-killed/", None),
    "a query does not count": ("https://a.example/raid?d=2019/11/19/", None),
    "no such month": ("https://a.example/2019/13/19/raid", None),
}


@pytest.mark.parametrize(
    ("url", "expected"), [pytest.param(*case, id=name) for name, case in URLS.items()]
)
def test_a_url_tells_the_day(url, expected):
    assert dates(url=url).published == expected


def a_headed_text(*lines):
    return "\n".join(
        (
            "Frigate returns to Busan after six months",
            *lines,
            "The frigate came home on Tuesday, the navy said in a note to reporters.",
            "Its crew of two hundred had been away since the autumn of the year before.",
        )
    )


PRINTS = {
    "both on a line": (
        ("Published : May 3, 2022 - 10:02       Updated : May 4, 2022 - 11:40",),
        (date(2022, 5, 3), date(2022, 5, 4)),
    ),
    "on two lines": (
        ("Posted: 3 May 2022 10:02", "Updated: 4 May 2022 11:40"),
        (date(2022, 5, 3), date(2022, 5, 4)),
    ),
    "glued": (
        ("Published: 2022-05-03 09:14:33Update: 2022-05-04 10:00",),
        (date(2022, 5, 3), date(2022, 5, 4)),
    ),
    "year glued to the clock": (("May 3, 20227:55 AM UTC",), (date(2022, 5, 3), None)),
    "bare": (("May 3, 2022",), (date(2022, 5, 3), None)),
    "clock before the date": (
        ("10:36 03.05.2022", "(updated 12:07 04.05.2022)"),
        (date(2022, 5, 3), date(2022, 5, 4)),
    ),
    "labels without dates": (("Published:", "Updated:"), (None, None)),
    "only an update": (("Updated: 4 May 2022",), (date(2022, 5, 4), date(2022, 5, 4))),
    "relative without a crawl": (("Updated 15 hours ago",), (None, None)),
}


@pytest.mark.parametrize(
    ("lines", "expected"), [pytest.param(*case, id=name) for name, case in PRINTS.items()]
)
def test_printed_dates_are_told_apart(lines, expected):
    found = dates(a_headed_text(*lines))

    assert (found.published, found.updated) == expected


def test_the_field_outweighs_the_url_and_the_url_the_print():
    text = a_headed_text("May 3, 2022")
    url = "https://a.example/2022/05/02/raid"

    assert dates(text, url=url, date="2022-05-01").published_evidence == "given"
    assert dates(text, url=url).published_evidence == "url"
    assert dates(text).published_evidence == "text"


def test_a_date_that_cannot_be_is_set_aside_and_the_next_one_taken():
    found = dates(url="https://a.example/2022/05/02/raid", date="2999-01-01")

    assert found.published == date(2022, 5, 2)
    assert found.flags == ("published on an impossible day",)


def test_a_day_after_the_crawl_or_the_bound_is_in_the_future():
    assert dates(date="2024-10-18", crawled="2024-10-15").flags == ("published in the future",)
    assert dates(date="2024-10-18", no_later_than=date(2024, 10, 17)).published is None
    assert dates(date="2024-10-16", crawled="2024-10-15").published == date(2024, 10, 16)


def test_nothing_is_dated_for_want_of_a_date():
    found = dates()

    assert (found.published, found.published_evidence, found.flags) == (None, None, ())


def test_a_dateline_without_a_year_takes_the_one_that_fits_the_prefix():
    text = " date 2021-01-02 SEOUL, Dec. 31 (Yonhap) -- The frigate came home."

    found = dates(text)

    assert (found.published, found.published_evidence) == (date(2020, 12, 31), "dateline")


def test_a_dateline_that_no_year_fits_is_left_undated_to_the_prefix():
    found = dates(" date 2021-04-02 SEOUL, Dec. 31 (Yonhap) -- The frigate came home.")

    assert (found.published, found.published_evidence) == (date(2021, 4, 2), "prefix")
    assert found.flags == ("published only by the crawler's prefix",)


def test_a_dateline_without_year_or_hint_tells_nothing():
    assert dates("SEOUL, Dec. 31 (Yonhap) -- The frigate came home.").published is None


def test_the_whole_date_of_a_release_outweighs_a_bare_field_beside_it():
    release = "Night Operational Update\nKABUL, Afghanistan (June 3, 2011)\nA patrol found a cache."

    assert dates(release, date="2011-06-02").published == date(2011, 6, 3)
    assert dates(release, date="2011-05-02").published == date(2011, 5, 2)
    assert dates(release, date="2011-06-02", url="https://a.example/1").published == date(
        2011, 6, 2
    )


def test_an_instant_needs_clock_and_offset():
    assert dates(date="2021-04-06").published_at is None
    assert dates(date="Apr 6, 2021 - 09:18").published_at is None
    assert dates(date="Apr 6, 2021 - 09:18", country="KOR").published_at == datetime(
        2021, 4, 6, 0, 18, tzinfo=UTC
    )
    assert dates(date="July 9, 2023 9:16am ET").published_at == datetime(
        2023, 7, 9, 13, 16, tzinfo=UTC
    )
    assert dates(date="Dec 9, 2023 9:16am ET").published_at == datetime(
        2023, 12, 9, 14, 16, tzinfo=UTC
    )


def test_precision_is_told():
    assert dates(date="2021-04-06").published_precision == "day"
    assert dates(date="2021-04-06 09:18").published_precision == "minute"
    assert dates(date="2021-04-06T09:18:00Z").published_precision == "second"


def test_slashes_follow_the_country_of_the_domain():
    british = dates(date="02/11/2023 02:00pm", url="https://a.co.uk/raid")
    american = dates(date="02/11/2023 02:00pm", url="https://a.com/raid")

    assert (british.published, american.published) == (date(2023, 11, 2), date(2023, 2, 11))
    assert "day and month may be swapped" in american.flags


def test_slashes_follow_the_country_of_the_outlet_the_month_of_the_url_or_the_crawl():
    assert dates(date="07/02/2023", country="GBR").published == date(2023, 2, 7)
    assert dates(date="07/02/2023", country="USA").published == date(2023, 7, 2)
    assert dates(date="07/02/2023", url="https://a.com/2023/02/raid").published == date(2023, 2, 7)
    assert dates(date="07/02/2023", crawled="2023-03-01").published == date(2023, 2, 7)
