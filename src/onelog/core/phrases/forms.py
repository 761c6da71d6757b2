"""Forms of one's own."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "everybody": ("everybody without a nearer one", "ほかに書式のない全員"),
    "nobody": ("nobody in the journal", "記録にいない人"),
    "broken": ("line {line}: {what}. It is not used.", "{line}行目：{what} この書式は使われません。"),
    "broken_file": ("It {what}. It is not used.", "{what} この書式は使われません。"),
    "mend": ("One for a relation or a person: {command}", "関係や人ごとの書式：{command}"),
    "none": (
        "No forms of your own yet. Start from a good one: {command}",
        "自分の書式はまだありません。見本から始める：{command}",
    ),
}
