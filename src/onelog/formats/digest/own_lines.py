"""Lines that only a digest writes: a label that says more than a kind."""

import re
from functools import cache

from onelog.core.model import FEEDBACK, MOMENT_KINDS
from onelog.core.phrases import LANGUAGES, say, spellings
from onelog.core.regexes import pattern
from onelog.formats.digest.marks import read_plain_words
from onelog.markdown import labels
from onelog.markdown.body import LEAD

LINE = rf"^(?P<lead>{LEAD})(?:\[(?P<mark>[ xX-])\][ \t]+)?(?:\*\*(?P<label>[^*].*?):\*\*[ \t]*)?(?P<rest>.*)$"


def is_only_ours(line: str) -> bool:
    """Whether a line would be read as one that only a digest writes: a label that says more than a kind."""
    found = pattern(LINE).match(line)
    if not found or not found["lead"].strip() or not found["label"] or found["mark"] or labels.heading(line):
        return False
    return bool(read_checked_title(found["label"]) or find_kind(found["label"]))


def find_kind(label: str) -> tuple[str, str | None, str | None] | None:
    """(kind, giver, receiver) of a label; "" is me, None that it does not say."""
    for language in LANGUAGES:
        for kind in (*MOMENT_KINDS, "topic"):
            name = say(language, f"digest.{kind}")
            if label.casefold() == name.casefold():
                return kind, None, None
            for how in ("of_others", "to_me", "from_me") if kind in FEEDBACK else ():
                if found := _direction_pattern(language, how, name).fullmatch(label):
                    said = {key: _one(value) for key, value in found.groupdict().items()}
                    return kind, said.get("giver", ""), said.get("receiver", "")
    return None


@cache
def _direction_pattern(language: str, how: str, name: str) -> re.Pattern[str]:
    phrase = re.escape(say(language, f"digest.{how}", kind="KIND", giver="GIVER", receiver="RECEIVER"))
    phrase = phrase.replace("KIND", re.escape(name)).replace("GIVER", "(?P<giver>.+?)")
    return re.compile(phrase.replace("RECEIVER", "(?P<receiver>.+)"))


def _one(name: str) -> str:
    """A name in a label; "" for me."""
    return (
        "" if name in {word for me in spellings("digest.me") for word in (me, me.lower())} else read_plain_words(name)
    )


def read_checked_title(label: str) -> str:
    """The title of the goal in the label of a check-in; "" where it is none."""
    word, _, title = label.partition(" · ")
    return read_plain_words(title) if word in spellings("digest.checkin") else ""
