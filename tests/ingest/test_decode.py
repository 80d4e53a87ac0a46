"""Bytes to text: encodings, what is no text, and what is replaced without moving an offset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.errors import InputError
from analytics.ingest.decode import clean, decode

WESTERN = "Le café déplaça 40 soldats à l’aube, a dit le général français à la presse hier soir. "
RUSSIAN = "Россия перебросила войска к границе, сообщило министерство обороны."
KOREAN = "국방부는 북한이 미사일을 발사했다고 밝혔다."

TEXTS = {
    "UTF-8": (RUSSIAN, "utf-8"),
    "UTF-8 with a mark": (RUSSIAN, "utf-8-sig"),
    "UTF-16 with a mark": (RUSSIAN, "utf-16"),
    "UTF-16 without a mark": ("Some 40 troops moved.", "utf-16-le"),
    "UTF-16, the other way round": ("Some 40 troops moved.", "utf-16-be"),
    "western": (WESTERN, "cp1252"),
    "English with its own quotes": ("“Some” 40 troops — it’s said — moved south today.", "cp1252"),
    "Cyrillic": (RUSSIAN, "cp1251"),
    "Polish": (
        "Wojsko przerzuciło czołgi na granicę, powiedział rzecznik. Żołnierze są.",
        "cp1250",
    ),
    "Korean": (KOREAN, "cp949"),
    "line ends stay": ("one\r\ntwo\rthree\n", "utf-8"),
}
# Western and central European texts fit both alphabets; the western one is taken.
KNOWN_GAPS = {
    "Czech": ("Ministr obrany řekl, že český kontingent má 40 vojáků v zahraničí.", "cp1250")
}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *(pytest.param(*case, id=name) for name, case in TEXTS.items()),
        *(
            pytest.param(*case, id=name, marks=pytest.mark.xfail(strict=True))
            for name, case in KNOWN_GAPS.items()
        ),
    ],
)
def test_a_text_is_read_in_the_encoding_that_it_is_in(text, encoding):
    assert decode(text.encode(encoding)) == text


def test_the_user_names_the_encoding():
    text, encoding = KNOWN_GAPS["Czech"]

    assert decode(text.encode(encoding), encoding) == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"%PDF-1.7 \xe2", "a PDF file"),
        (b"PK\x03\x04....", "a zip file"),
        (b"\x1f\x8b....", "a gzip file"),
        (b"\x89PNG....", "an image"),
        (bytes(range(256)) * 20, "not UTF-8 (byte 129)"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(raw, reason):
    with pytest.raises(InputError, match="not") as error:
        decode(raw)

    assert reason in str(error.value)


CLEANED = {
    "NUL": ("40\0troops", "40\ufffdtroops"),
    "escape": ("\x1b[31mred", "\ufffd[31mred"),
    "a lone surrogate": ("a\ud800b", "a\ufffdb"),
    "an override": ("a\u202eb\u2066c", "a\u200bb\u200bc"),
    "a page break": ("one\x0ctwo", "one\ntwo"),
    "what a text needs stays": ("a\tb\r\nc\u200d\u200e\u2028\u00a0d", None),
}


@pytest.mark.parametrize(("text", "expected"), CLEANED.values(), ids=CLEANED)
def test_what_no_text_needs_is_replaced(text, expected):
    assert clean(text)[0] == (expected or text)


@given(st.text(st.characters()))
def test_no_offset_moves_and_every_text_can_be_stored(text):
    cleaned, replaced = clean(text)

    assert len(cleaned) == len(text)
    assert sum(a != b for a, b in zip(cleaned, text, strict=True)) == replaced
    assert "\0" not in cleaned
    cleaned.encode("utf-8")


@given(st.binary())
def test_any_bytes_are_a_text_or_an_error_of_ours(raw):
    try:
        text = decode(raw)
    except InputError:
        return
    assert isinstance(text, str)
