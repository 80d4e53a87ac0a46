"""Every lexicon at once, and the hash that says which version they are."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analytics.conventions import Convention
from analytics.lexicons.figures import FigureLexicon, load_figures
from analytics.lexicons.places import PlaceLexicon, load_places
from analytics.lexicons.rows import LEXICONS
from analytics.lexicons.sources import SourceLexicon, load_sources
from analytics.lexicons.speakers import SpeakerLexicon, load_speakers
from analytics.lexicons.topics import TopicLexicon, load_topics


@dataclass(frozen=True, slots=True)
class Lexicons:
    """What a reader knows before it reads; ``version`` changes with any byte of any file."""

    sources: SourceLexicon
    places: PlaceLexicon
    topics: TopicLexicon
    speakers: SpeakerLexicon
    figures: FigureLexicon
    version: str


def load(
    folder: Path = LEXICONS,
    extra: Sequence[Path] = (),
    convention: Convention = "guidelines",
) -> Lexicons:
    """Read and check every lexicon of ``folder``.

    Args:
        folder: where the files lie.
        extra: folders with further ``outlets.csv`` and ``wires.csv``.
        convention: how vague numbers count (``analytics.conventions``).

    Raises:
        LexiconError: a file breaks its rules; the message is ``file:line: reason``.
    """
    return Lexicons(
        sources=load_sources(folder, extra),
        places=load_places(folder),
        topics=load_topics(folder),
        speakers=load_speakers(folder),
        figures=load_figures(folder, convention),
        version=_version((folder, *extra)),
    )


def _version(folders: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.csv")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
