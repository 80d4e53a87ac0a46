"""From a row to an article: who it is, what is taken, what is refused."""

import pytest

from analytics.errors import InputError
from analytics.ingest.record import article_of, normalised_url, without_secrets

TEXT = "Some 40 troops moved to the border."

# what is given, the identity
IDENTITIES = {
    "an address": ({"url": "https://a.example/n/1"}, "url:a.example/n/1"),
    "http, www, a slash at the end": ({"url": "http://www.a.example/n/1/"}, "url:a.example/n/1"),
    "a port and a query": ({"url": "https://a.example:8080/n?id=3"}, "url:a.example:8080/n?id=3"),
    "tracking and the fragment fall": (
        {"url": "https://a.example/n?id=3&utm_source=x&fbclid=y#top"},
        "url:a.example/n?id=3",
    ),
    "keys fall": ({"url": "https://u:p@a.example/n?token=s&id=3"}, "url:a.example/n?id=3"),
    "an address before an id": ({"url": "https://a.example/n", "id": 7}, "url:a.example/n"),
    "a site is no article": ({"url": "https://a.example/", "id": 7}, "id:c/7"),
    "another scheme is no address": ({"url": "javascript:alert(1)", "id": 7}, "id:c/7"),
    "a broken address is none": ({"url": "https://[::1", "id": "x"}, "id:c/x"),
    "an id that is a number": ({"id": 12}, "id:c/12"),
    "an id that is blank": ({"id": " "}, "text:…"),
}


@pytest.mark.parametrize(("given", "identity"), IDENTITIES.values(), ids=IDENTITIES)
def test_identity(given, identity):
    article = article_of({"text": TEXT, **given}, "c", "f:1")

    if identity.startswith("text:"):
        identity = f"text:{article.sha256}"
    assert article.identity == identity


def test_the_same_text_without_id_or_address_is_the_same_article():
    one, other = (article_of({"text": TEXT}, c, f"{c}:1") for c in ("a", "b"))

    assert one.identity == other.identity == f"text:{one.sha256}"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({}, "no text"),
        ({"text": ""}, "no text"),
        ({"text": None}, "no text"),
        ({"text": float("nan")}, "no text"),
        ({"text": " \n\t"}, "text is blank"),
        ({"text": 5}, "text is int, not a string"),
        ({"text": ["a"]}, "text is list, not a string"),
        ({"text": "a" * 500_001}, "text too large: 500,001 of 500,000 characters"),
        ({"text": TEXT, "id": {"a": 1}}, "id is neither a string nor a number"),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(row, reason):
    with pytest.raises(InputError) as error:
        article_of(row, "c", "f:1")

    assert str(error.value) == reason


def test_other_columns_are_taken_where_the_user_names_them():
    row = {"body": TEXT, "headline": "Troops move", "text": "not this"}

    article = article_of(row, "c", "f:1", {"text": "body", "title": "headline"})

    assert (article.text, article.title) == (TEXT, "Troops move")


def test_a_secret_is_never_stored():
    article = article_of({"text": TEXT, "url": "https://u:p@a.example/n?api_key=s&x=1"}, "c", "f:1")

    assert article.url == "https://a.example/n?x=1"


@pytest.mark.parametrize("url", ["", "no address", "https://a.example/ä b?q=1", "mailto:a@b.c"])
def test_an_address_without_secrets_is_left_as_it_is(url):
    assert without_secrets(url) == url
    assert normalised_url(url) is None or "a.example" in url
