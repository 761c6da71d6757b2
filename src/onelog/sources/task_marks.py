"""The signs that other programs put into a task, as the grammar says them: a day it is due, done, or was dropped on."""

from onelog.core.regexes import pattern

_TASK = r"^(\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])\s+)\[(.)\](\s+)(.*)$"
_SIGNS = {"📅": "due", "🗓": "due", "📆": "due", "✅": "done", "❌": "dropped", "➕": "opened"}
_FIELDS = {
    "due": "due",
    "completion": "done",
    "completed": "done",
    "done": "done",
    "cancelled": "dropped",
    "created": "opened",
    "期限": "due",
}
_DAY = r"\d{4}-\d{1,2}-\d{1,2}"
_EMOJI = rf"[ \t]*([📅🗓📆✅❌➕])\ufe0f?[ \t]*({_DAY})(?![\w-])"
_FIELD = rf"[ \t]*(?:\[|\()\s*(due|completion|completed|done|cancelled|created|期限)\s*::\s*({_DAY})[^\])]*(?:\]|\))"
_MARKS = {"X": "x", "/": " ", "~": "-"}
_BLOCK_ID = r"[ \t]+\^[\w-]+[ \t]*$"


def read_task(line: str) -> str:
    """A line with the signs of Obsidian's Tasks and Dataview plugins in words that the grammar knows: `✅ 2026-03-20` is `done:2026-03-20`.

    What it does not know stays as it is; so does a line that is no task.
    """
    found = pattern(_TASK).match(line)
    if not found:
        return line
    lead, mark, blank, words = found.groups()
    days: dict[str, str] = {}

    def take(name: str, day: str) -> str:
        days.setdefault(name, day)
        return ""

    tail = pattern(_BLOCK_ID).search(words)
    end = tail[0] if tail else ""
    words = words[: tail.start()] if tail else words
    words = pattern(_EMOJI).sub(lambda one: take(_SIGNS[one[1]], one[2]), words)
    words = pattern(_FIELD).sub(lambda one: take(_FIELDS[one[1]], one[2]), words)
    mark = _MARKS.get(mark, mark)
    if mark == " " and "done" in days:
        mark = "x"
    if mark == " " and "dropped" in days:
        mark = "-"
    gone = {"x": "dropped", "-": "done"}.get(mark, "")
    keys = "".join(f" {name}:{day}" for name, day in days.items() if name != gone)
    return f"{lead}[{mark}]{blank}{words.rstrip()}{keys}{end}"
