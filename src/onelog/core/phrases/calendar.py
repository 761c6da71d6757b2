"""Entries of a calendar."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "met": ("1-on-1 with {name}", "{name}との1on1"),
    "owes": ("{name}: {text}", "{name}: {text}"),
    "goal": ("Goal: {text}", "目標: {text}"),
}
