"""A table of action items: each row becomes a task in the place of that row."""

import re
from typing import NamedTuple

from onelog.core.names import name_forms
from onelog.core.results.incoming import Hints
from onelog.markdown.word_forms import normalized
from onelog.sources.found_people import cleaned, is_known, is_me

_COLUMNS = {
    "text": ("action", "actions", "action item", "action items", "task", "tasks", "todo", "to do", "to-do", "item", "what", "next step", "commitment",
             "宿題", "アクション", "アクションアイテム", "タスク", "やること", "内容", "項目"),
    "owner": ("owner", "who", "assignee", "assigned", "assigned to", "responsible", "担当", "担当者"),
    "due": ("due", "due date", "deadline", "when", "by", "by when", "eta", "target date", "期限", "期日", "締切", "〆切"),
    "status": ("status", "done", "done?", "state", "complete", "completed", "✅", "状態", "状況", "ステータス", "完了"),
}  # fmt: skip  # the words of one thing in a line
_COLUMN_OF = {word: name for name, words in _COLUMNS.items() for word in words}
_DONE = frozenset(
    (
        "done",
        "x",
        "yes",
        "y",
        "complete",
        "completed",
        "closed",
        "finished",
        "✅",
        "☑",
        "[x]",
        "✔",
        "済",
        "完了",
        "済み",
        "はい",
    )
)
_DROPPED = frozenset(("dropped", "cancelled", "canceled", "won't do", "wontfix", "❌", "中止", "取り下げ"))
_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")


class _ActionColumns(NamedTuple):
    """Where each part of an action stands in a row."""

    text: int
    owner: int | None
    due: int | None
    status: int | None
    names: tuple[str, ...]


def read_tables(lines: list[str], person: str, hints: Hints) -> list[str]:
    """The lines, with the rows of tables of action items as tasks; a heading row is a blank line then."""
    out = list(lines)
    columns: _ActionColumns | None = None
    for number, line in enumerate(lines):
        if "|" not in line:
            columns = None
        elif columns is None and number + 1 < len(lines) and _RULE.match(lines[number + 1]):
            columns = _columns(_cells(line))
            if columns:
                out[number] = ""
        elif columns and _RULE.match(line):
            out[number] = ""
        elif columns:
            out[number] = _task(_cells(line), columns, person, hints) or line
    return out


def _cells(line: str) -> list[str]:
    line = line.strip().removeprefix("|")
    line = line[:-1] if line.endswith("|") and not line.endswith("\\|") else line
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)]


def _columns(cells: list[str]) -> _ActionColumns | None:
    names = [column_of(cell) for cell in cells]
    at = {name: names.index(name) for name in ("text", "owner", "due", "status") if name in names}
    if "text" not in at or len(at) < 2:
        return None
    return _ActionColumns(at["text"], at.get("owner"), at.get("due"), at.get("status"), tuple(cells))


def _task(cells: list[str], columns: _ActionColumns, person: str, hints: Hints) -> str:
    """A row as a task; "" for one without words. What fits no column of ours is kept in brackets."""

    def cell(at: int | None) -> str:
        return cells[at] if at is not None and at < len(cells) else ""

    text = cell(columns.text)
    if not text:
        return ""
    mark, is_status_read = mark_of_status(cell(columns.status))
    owner, is_read = _owner(cell(columns.owner), person, hints)
    used = {columns.text, columns.due, *([columns.status] if is_status_read else [])}
    used |= {columns.owner} if is_read else set()
    more = [
        f"{columns.names[at]}: {said}" if at < len(columns.names) and columns.names[at] else said
        for at, said in enumerate(cells)
        if at not in used and said
    ]
    due = cell(columns.due)
    keys = [owner, f'due:"{due}"' if re.search(r"\s", due) else f"due:{due}" if due else ""]
    return " ".join(part for part in (f"- [{mark}]", text, f"({'; '.join(more)})" if more else "", *keys) if part)


def column_of(name: str) -> str:
    """What a column of that name is in a table of action items: text, owner, due or status; "" for any other."""
    return _COLUMN_OF.get(normalized(name).strip("*_ "), "")


def mark_of_status(said: str) -> tuple[str, bool]:
    """The mark in a box that a status is, and whether that says all of it."""
    status = normalized(said).strip("*_ ")
    mark = "x" if status in _DONE else "-" if status in _DROPPED else " "
    return mark, mark != " " or status in (
        "",
        "open",
        "todo",
        "to do",
        "no",
        "not started",
        "未",
        "未完了",
        "未着手",
        "[ ]",
    )


def _owner(word: str, person: str, hints: Hints) -> tuple[str, bool]:
    """The owner as the grammar says it, and whether the word is read: somebody who is not known stays a word."""
    name = cleaned(word)
    if not name or is_me(word, hints):
        return "", True
    said, them = name_forms.normalize(name), name_forms.normalize(person)
    if said in (them, *them.split()):
        return "@them", True
    return (f'@"{name}"', True) if is_known(name, hints) else ("", False)
