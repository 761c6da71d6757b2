"""The tags of a record that changes: those in its words, and those that are put on it or taken from it."""

from dataclasses import replace
from typing import cast

from onelog.core.kinds import Record
from onelog.core.model import Goal, Meeting
from onelog.journal.change.change_words import Changes
from onelog.journal.change.unchangeable import not_there
from onelog.markdown.tags import add_to_note, tags_in, take_from_note, without

WORDED = ("text", "why", "because", "outcome")
"""The fields in which a tag can stand."""


def tags_of(new: Record, old: Record) -> tuple[str, ...]:
    """The tags in the words of a record; in those that were not changed the ones that it had."""
    had: tuple[str, ...] = getattr(old, "tags", ())
    found: list[str] = []
    for name in WORDED:
        words = getattr(new, name, None) or ""
        is_same = words == (getattr(old, name, None) or "")
        found += [tag for tag in tags_in(words) if not is_same or tag in had]
    return tuple(dict.fromkeys(found))


def with_tags(record: Record, said: Changes) -> Record:
    if not hasattr(record, "tags"):
        raise not_there(record, "tags", "")
    had: tuple[str, ...] = record.tags
    added = tuple(tag for tag in said.added if tag not in had)
    tags = (*(tag for tag in had if tag not in said.removed), *added)
    if isinstance(record, Goal):
        return replace(record, tags=tags)
    if isinstance(record, Meeting):
        text = record.body
        for tag in said.removed:
            text = take_from_note(text, tag)
        for tag in added:
            text = add_to_note(text, tag)
        return replace(record, body=text, tags=tags)
    worded = {name: words for name in WORDED if (words := getattr(record, name, None))}
    for tag in said.removed:
        worded = {name: without(words, tag) for name, words in worded.items()}
    worded["text"] = " ".join([worded["text"], *(f"+{tag}" for tag in added)])
    return cast("Record", replace(record, **worded, tags=tags))  # type: ignore[arg-type]  # each is the record's own field
