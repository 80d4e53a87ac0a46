"""The speaker files are checked when they are read."""

from pathlib import Path

import pytest

from analytics.errors import LexiconError
from analytics.lexicons.speakers import load_speakers

BODIES = "surface,body,side,kind\nPentagon,US Department of Defense,USA,government\n"
WORDS = "surface,part,body\nsaid,verb,\n"

BROKEN = {
    "a body twice": (BODIES + "Pentagon,Pentagon,USA,government\n", WORDS, "speakers.csv:3: form"),
    "a bad side": (BODIES + "Kremlin,Kremlin,RU,government\n", WORDS, "speakers.csv:3: not ISO"),
    "an unknown part": (BODIES, WORDS + "aloud,adverb,\n", "words.csv:3: unknown part"),
    "a word twice": (BODIES, WORDS + "said,verb,\n", "words.csv:3: form listed twice"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_row_is_refused_for(fault: str, tmp_path: Path) -> None:
    bodies, words, reason = BROKEN[fault]
    (tmp_path / "speakers.csv").write_text(bodies, encoding="utf-8")
    (tmp_path / "speaker_words.csv").write_text(words, encoding="utf-8")
    with pytest.raises(LexiconError, match=reason):
        load_speakers(tmp_path)


def test_every_body_is_found_by_its_own_names() -> None:
    lexicon = load_speakers()
    assert lexicon.body_by_name["CENTCOM"].body == "US Central Command"
