"""What was said of a field and not understood, which goes from the words once the field is said anew."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from onelog.core.calendar import dates
from onelog.core.conventions import Conventions
from onelog.core.errors import OnelogError
from onelog.core.kinds import Record
from onelog.core.model import Action, Meeting
from onelog.journal.change.change_words import Changes
from onelog.markdown import body, families, grammar


def without_unread(record: Record, said: Changes, now: datetime, conventions: Conventions) -> Record:
    """The record without what was said before for one of these keys and not understood: `due:frii` among its words."""
    if isinstance(record, Meeting):
        parts = record.body.split("\n\n")
        first = next((n for n, part in enumerate(parts) if body.notes_of(part)), 0)
        for key in _HEADED & said.words.keys():
            parts[first] = _cut_unread(parts[first], key, partial(_is_field, now, key))
        return replace(record, body=body.tidy("\n\n".join(parts)))
    if not isinstance(record, Action) or "text" in said.words or "due" not in said.words or record.due:
        return record
    text = record.text
    for word in families.KEYS["due"]:
        text = _cut_unread(
            text, word, lambda value: _is_read(lambda: dates.day(value, now.date(), conventions=conventions))
        )
    return replace(record, text=text or record.text)


_HEADED = frozenset(("on", "len", "mode", "mood", "seen", "rating"))
"""The keys that are read in the first paragraph of a note."""


def _cut_unread(words: str, key: str, is_read: Callable[[str], bool]) -> str:
    """The words without `key:value` where the value is none."""
    found = re.search(rf"(?i)(?<!\S){re.escape(key)}[:：](\"[^\"]*\"|\S+)", words)
    if not found or is_read(found[1].strip('"')):
        return words
    return grammar.cut(words, found.start(), found.end()).strip()


def _is_field(now: datetime, key: str, words: str) -> bool:
    return _is_read(lambda: grammar.read_field(key, words, now))


def _is_read(read: Callable[[], object]) -> bool:
    try:
        read()
    except (OnelogError, ValueError, KeyError):
        return False
    return True
