"""Transcripts: captions with times (WebVTT, SubRip), and plain text with who speaks."""

from onelog.core.results.incoming import Hints, IncomingFile, TextFile
from onelog.sources.transcripts import captions, spoken_text


def identify(text: str, name: str) -> int:
    """As sure as the surer of the two."""
    return max(captions.identify(text, name), spoken_text.identify(text, name))


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """One meeting with a note of who said what."""
    text = file.text[:100_000]
    is_plain = spoken_text.identify(text, file.name) > captions.identify(text, file.name)
    return spoken_text.extract(file, hints) if is_plain else captions.extract(file, hints)
