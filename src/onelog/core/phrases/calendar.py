"""Entries of a calendar."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "name": ("1-on-1s", "1on1"),
    "met": ("1-on-1 with {name}", "{name}との1on1"),
    "owes": ("{name}: {text}", "{name}: {text}"),
    "goal": ("Goal: {text}", "目標: {text}"),
}
