"""The comments in rules for a table or for notes, which onelog guesses and somebody edits."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "first": (
        "# Check this, fix what is wrong, and import with --rules. Columns that are not listed stay in the note.",
        "# 確認して、違うところを直してから --rules で取り込んでください。ここにない列はメモに残ります。",
    ),
    "first_of_notes": (
        "# Check this, take the # away from what you want, and import with --rules.",
        "# 確認し、使う行の # を外してから --rules で取り込んでください。",
    ),
    "headings": (
        "# skip leaves out what stands under a heading; action, topic, decision, win … take its list items as that.",
        "# skip：見出しの下を取り込まない　action、topic、decision、win など：箇条書きをその種類として取り込む",
    ),
    "keys": (
        "# person, day, time, length, mode, mood, seen or rating",
        "# person、day、time、length、mode、mood、seen、rating のどれか",
    ),
    "not_named": ("# not listed: {column}", "# 使っていない列：{column}"),
    "one_of_two": ("# one of these two: {line}", "# どちらか一方：{line}"),
    "moods": ("# [moods]   1 is bad, 5 is good", "# [moods]   1が悪い、5が良い"),
}
