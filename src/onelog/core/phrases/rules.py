"""The comments in rules for a table, which onelog guesses and somebody edits."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "first": (
        "# Check this, fix what is wrong, and import with --rules. Columns that are not listed stay in the note.",
        "# 確認して、違うところを直してから --rules で取り込んでください。ここにない列はメモに残ります。",
    ),
    "not_named": ("# not listed: {column}", "# 使っていない列：{column}"),
    "one_of_two": ("# one of these two: {line}", "# どちらか一方：{line}"),
    "moods": ("# [moods]   1 is bad, 5 is good", "# [moods]   1が悪い、5が良い"),
}
