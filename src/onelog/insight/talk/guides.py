"""The guides: half a page each on one kind of conversation, in English and Japanese."""

from difflib import get_close_matches
from pathlib import Path

from onelog.core.errors import Ambiguous, Message, NotFound, did_you_mean
from onelog.core.results.lessons import Guide

FOLDER = Path(__file__).parents[2] / "core" / "data" / "guides"
LANGUAGES = ("en", "ja")
TOPICS = (
    "first-meeting",
    "before-and-after",
    "listening",
    "praise",
    "learning-cycle",
    "growth-feedback",
    "receiving-feedback",
    "delegating",
    "worries",
    "career-talks",
    "discovery",
    "remote",
    "skipped-meetings",
    "leading-up",
    "quarters-end",
)
"""In the order in which somebody new to it would read them."""


def everything(language: str) -> list[Guide]:
    return [_read(topic, language) for topic in TOPICS]


def guide(word: str, language: str) -> Guide:
    """The guide that a word means: its topic, the beginning of a word of it or of its title, or a part of a Japanese one.

    Raises `Ambiguous` with those that fit, `NotFound` with the nearest.
    """
    key = "-".join(word.casefold().split())
    if key in TOPICS:
        return _read(key, language)
    fitting = [topic for topic in TOPICS if key and _fits(topic, key)]
    if len(fitting) == 1:
        return _read(fitting[0], language)
    if fitting:
        raise Ambiguous("ask.several_guides", word=word[:40], guides=", ".join(fitting))
    raise NotFound("ask.unknown_guide", word=word[:40], near=_nearest(key))


def _fits(topic: str, key: str) -> bool:
    if not key.isascii():
        return key in _read(topic, "ja").title
    english = "-".join(_read(topic, "en").title.casefold().split())
    return f"-{key}" in f"-{topic}" or f"-{key}" in f"-{english}"


def _nearest(key: str) -> Message:
    near = get_close_matches(key, [*TOPICS, *(word for topic in TOPICS for word in topic.split("-"))], 1, 0.6)
    topics = [topic for topic in TOPICS if near and near[0] in (topic, *topic.split("-"))]
    return did_you_mean(topics) if topics else Message("errors.ask.list_guides")


def _read(topic: str, language: str) -> Guide:
    text = (FOLDER / language / f"{topic}.txt").read_text(encoding="utf-8")
    return Guide(topic, text.split("\n", 1)[0], text)
