"""What every number on a screen means: how it is counted, over which time, from how many, and what it does not mean.

A number that a screen shows stands in core/data/measures.txt (its form stands at its head); `onelog explain NAME` prints it,
and so does `--explain` of the command that shows it. The file is read when somebody asks, not before.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import NamedTuple

from onelog.core.errors import Message, NotFound, did_you_mean
from onelog.core.results.lessons import Explained

TEXTS = Path(__file__).parent / "data" / "measures.txt"
LABELS = ("title", "counted", "over", "from", "but")
"""What stands at the beginning of the five lines of a measure."""


class Said(NamedTuple):
    """One measure in one language."""

    title: str
    definition: str
    window: str
    """Which days it looks at."""
    n: str
    """What is counted, and how many that are."""
    not_: str
    """What it does not mean."""


class Measure(NamedTuple):
    """One number, in both languages."""

    name: str
    """The word by which `explain` knows it."""
    en: Said
    ja: Said
    says: tuple[str, ...] = ()
    """The keys of the phrases in core/phrases/ that say it."""

    def explained(self, language: str) -> Explained:
        return Explained(self.name, *(self.ja if language == "ja" else self.en))


@cache
def known() -> Mapping[str, Measure]:
    """All measures by name, in the order of the file."""
    found = {}
    for part in TEXTS.read_text(encoding="utf-8").split("\n# ")[1:]:
        head, *lines = (line for line in part.split("\n") if line and not line.startswith("##"))
        name, _, says = head.partition(" | ")
        texts = [dict(zip(("label", "en", "ja"), line.split(" | "), strict=True)) for line in lines]
        assert tuple(text["label"] for text in texts) == LABELS, name  # noqa: S101 - the file is ours
        en, ja = (Said(*(text[language] for text in texts)) for language in ("en", "ja"))
        found[name] = Measure(name, en, ja, tuple(says.split()))
    return found


def explained(name: str, language: str) -> Explained:
    """The measure that somebody means by a word: its name, else the beginning of a word of its name or title.

    Raises `NotFound` with the nearest names.
    """
    key = name.strip().casefold()
    row = known().get(key) or next((row for row in known().values() if _fits(row, key)), None)
    if row is None:
        raise NotFound("ask.unknown_measure", name=name[:40], near=_nearest(key))
    return row.explained(language)


def _fits(row: Measure, key: str) -> bool:
    """Whether a word begins a word of the name or of the English title, or stands in the Japanese one."""
    words = f" {row.name} {row.en.title}".casefold().replace("(", "").replace(",", "").replace(":", "")
    return bool(key) and (f" {key}" in words or (not key.isascii() and key in row.ja.title))


def _nearest(key: str) -> Message:
    near = get_close_matches(key, known(), 3, 0.6)
    return did_you_mean(near) if near else Message("errors.ask.list_measures")


def everything(language: str) -> list[Explained]:
    """All measures, in the order of the file."""
    return [row.explained(language) for row in known().values()]
