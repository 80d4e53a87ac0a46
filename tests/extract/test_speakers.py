"""Who is quoted or cited, and for whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.extract.places import find_places
from analytics.extract.speakers import find_speakers
from analytics.lexicons.places import load_places
from analytics.lexicons.speakers import load_speakers
from analytics.model import Span, Speaker
from analytics.text import lower, sentences

PLACES = load_places()
SPEAKERS = load_speakers()


def speakers_of(text: str) -> tuple[Speaker, ...]:
    lowered = lower(text)
    body = [Span(0, len(text))]
    places = find_places(text, lowered, body, PLACES)
    return find_speakers(text, lowered, sentences(text, body), places, SPEAKERS)


# rule → text, (name, body, role, side) of each speaker
CASES = {
    "a body says": (
        "Forty crews left on Friday, the Pentagon said.",
        [("the Pentagon", "US Department of Defense", None, "USA")],
    ),
    "a role of a body": (
        "A Pentagon spokesman said 40 crews left.",
        [("A Pentagon spokesman", "US Department of Defense", "spokesman", "USA")],
    ),
    "a role, then the name that also said": (
        "A Pentagon spokesman said 40 crews left. John Brook also said two would stay.",
        [
            ("A Pentagon spokesman", "US Department of Defense", "spokesman", "USA"),
            ("John Brook", "US Department of Defense", "spokesman", "USA"),
        ],
    ),
    "a role, then somebody else": (
        "A Pentagon spokesman said 40 crews left. John Brook said two would stay.",
        [
            ("A Pentagon spokesman", "US Department of Defense", "spokesman", "USA"),
            ("John Brook", None, None, None),
        ],
    ),
    "a ministry is its country's": (
        "Norway's defense ministry said two frigates sailed.",
        [("Norway's defense ministry", "Ministry of Defense of Norway", None, "NOR")],
    ),
    "the ministry again is the one named last": (
        "Norway's defense ministry said two frigates sailed. The defense ministry added little.",
        [
            ("Norway's defense ministry", "Ministry of Defense of Norway", None, "NOR"),
            ("The defense ministry", "Ministry of Defense of Norway", None, "NOR"),
        ],
    ),
    "an official of a country": (
        "A South Korean official told Reuters that nine boats had returned.",
        [("A South Korean official", "Government of South Korea", "official", "KOR")],
    ),
    "a country speaks": (
        "Poland said it would buy 50 guns.",
        [("Poland", "Government of Poland", None, "POL")],
    ),
    "a capital speaks": (
        "Tallinn said it would buy 50 guns.",
        [("Tallinn", "Government of Estonia", None, "EST")],
    ),
    "according to": (
        "Nine were hurt, according to Ukraine's General Staff.",
        [("Ukraine's General Staff", "General Staff of Ukraine", None, "UKR")],
    ),
    "said and then the name": (
        '"We lost two trucks," said Ann Brook, a Pentagon spokeswoman.',
        [("Ann Brook", "US Department of Defense", "spokeswoman", "USA")],
    ),
    "an apposition gives the body to the name": (
        "Ann Brook, a Pentagon spokeswoman, said two trucks were lost. Brook also said why.",
        [
            ("Ann Brook", "US Department of Defense", "spokeswoman", "USA"),
            ("Ann Brook", "US Department of Defense", "spokeswoman", "USA"),
        ],
    ),
    "a pronoun is the last speaker": (
        'NATO spokesman Per Lund said three ships were late. "They are slow," he said.',
        [("Per Lund", "NATO", "spokesman", None), ("Per Lund", "NATO", "spokesman", None)],
    ),
    "it is the body": (
        "The Kremlin said so. It added that 12 planes flew.",
        [
            ("The Kremlin", "Kremlin", None, "RUS"),
            ("The Kremlin", "Kremlin", None, "RUS"),
        ],
    ),
    "adverbs stand between": (
        "Ten ships left, the French navy also said on Monday.",
        [("the French navy", "Navy of France", None, "FRA")],
    ),
    "a title before a name": (
        "U.S. Secretary of State Ann Brook said four envoys came.",
        [("Ann Brook", "US Department of State", "secretary of state", "USA")],
    ),
    "two bodies at once": (
        "The Pentagon and the State Department said nine guns came.",
        [
            ("The Pentagon", "US Department of Defense", None, "USA"),
            ("the State Department", "US Department of State", None, "USA"),
        ],
    ),
    "two countries' officials": (
        "Polish and Czech officials said nine guns came.",
        [
            ("Polish officials", "Government of Poland", "officials", "POL"),
            ("Czech officials", "Government of Czech Republic", "officials", "CZE"),
        ],
    ),
    "a body that no country names": (
        "Nine were hurt, police said.",
        [("police", None, None, None)],
    ),
    "a ministry of no country": (
        "Nine were hurt, the ministry of defence had at first said.",
        [("the ministry of defence", None, None, None)],
    ),
    "he is the last person, past a body that nobody owns": (
        "Per Lund said three ships were late. The military said two. He said it again.",
        [
            ("Per Lund", None, None, None),
            ("The military", None, None, None),
            ("Per Lund", None, None, None),
        ],
    ),
    "a statement by somebody": (
        "A statement by a Norwegian official said two ships were late.",
        [("a Norwegian official", "Government of Norway", "official", "NOR")],
    ),
    "an attack that somebody claimed": ("A Hamas-claimed attack left six dead.", []),
    "confirmed by": ("Two deaths were confirmed by the Kremlin.", []),
    "nobody is named": ("The plan was said to be ready.", []),
    "who is told does not tell": ("Nobody had told the Pentagon.", []),
    "a thing says nothing": ("A sign near the gate said no entry.", []),
}


@pytest.mark.parametrize("rule", CASES)
def test_a_speaker_is_found_by(rule: str) -> None:
    text, expected = CASES[rule]
    assert [(s.name, s.body, s.role, s.side) for s in speakers_of(text)] == expected


KNOWN_GAPS = {
    "three bodies at once": (
        "Polish, Czech and Latvian officials said nine guns came.",
        [
            ("Polish officials", "Government of Poland", "officials", "POL"),
            ("Czech officials", "Government of Czech Republic", "officials", "CZE"),
            ("Latvian officials", "Government of Latvia", "officials", "LVA"),
        ],
    ),
}


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("rule", KNOWN_GAPS)
def test_a_gap_is_still_open(rule: str) -> None:
    text, expected = KNOWN_GAPS[rule]
    assert [(s.name, s.body, s.role, s.side) for s in speakers_of(text)] == expected


def test_the_scope_is_the_sentence() -> None:
    text = "It rained. Two died, the Pentagon said. It was cold."
    (speaker,) = speakers_of(text)
    assert text[speaker.scope_start : speaker.scope_end] == "Two died, the Pentagon said."
    assert not speaker.direct


def test_a_quotation_that_goes_on_is_in_the_scope() -> None:
    text = '"We lost two," the Pentagon said. "We found nine." Nobody came.'
    (speaker,) = speakers_of(text)
    assert text[speaker.scope_start : speaker.scope_end].endswith('"We found nine."')
    assert speaker.direct


def test_two_credits_share_a_sentence() -> None:
    text = "Kyiv said five were hurt, while Moscow said three."
    first, second = speakers_of(text)
    assert (first.side, second.side) == ("UKR", "RUS")
    assert text[second.scope_start : second.scope_end] == "Moscow said three."


WORDS = """said told according the a of he who Pentagon spokesman Brook Kyiv U.S. , . " ’s İ"""
words = st.sampled_from([*WORDS.split(), "according to", "\n"])


@given(st.lists(words, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_gives_spans_that_lie_in_it_in_order(text: str) -> None:
    found = speakers_of(text)
    for speaker in found:
        assert 0 <= speaker.start < speaker.end <= len(text)
        assert 0 <= speaker.scope_start < speaker.scope_end <= len(text)
        assert speaker.name
    assert [s.start for s in found] == sorted(s.start for s in found)


@given(st.lists(words, max_size=30).map(" ".join))
def test_lines_before_only_move_the_speakers(text: str) -> None:
    before = "Rain fell.\n\n"
    text = f"Today {text}"
    moved = [s[2:7] for s in speakers_of(before + text)]
    assert moved == [s[2:7] for s in speakers_of(text)]
