"""A first draft of the rules for a table, from the names of its columns and what stands in them, to be looked at."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onelog.core.phrases import say
from onelog.core.results.incoming import Hints, TextFile
from onelog.markdown.families import LABELS
from onelog.markdown.word_forms import normalized
from onelog.sources.action_table import column_of
from onelog.sources.found_days import FoundDay, read_value
from onelog.sources.import_rules import KINDS
from onelog.sources.note_facts import DAYS, PEOPLE
from onelog.sources.tables.table_rows import CsvTable, read_table

_WORDS = {
    "person": (
        *PEOPLE,
        "name",
        "employee",
        "colleague",
        "direct report",
        "teammate",
        "社員",
        "名前",
        "部下",
        "メンバー名",
        "社員名",
    ),
    "day": (*DAYS, "meeting day", "1:1 date", "created", "実施日時"),
    "time": ("time", "start time", "時刻", "開始時刻", "時間帯"),
    "length": ("length", "duration", "minutes", "min", "mins", "所要時間", "分", "時間"),
    "mode": ("mode", "where", "location", "place", "format", "場所", "形式"),
    "mood": ("mood", "my mood", "気分", "自分の気分"),
    "seen": ("their mood", "seen", "energy", "morale", "相手の様子", "様子", "コンディション"),
    "rating": ("rating", "score", "usefulness", "評価点", "満足度"),
    "id": ("id", "uid", "uuid", "key", "ref", "番号", "管理番号"),
    "note": (
        "note",
        "notes",
        "summary",
        "discussion",
        "comments",
        "comment",
        "details",
        "minutes of meeting",
        "agenda",
        "メモ",
        "内容",
        "備考",
        "話した内容",
        "議事",
        "議事録",
    ),
}
_KIND_OF = {normalized(word): kind for kind, family in LABELS.items() for word in (*family.words, *family.headings)}
MORE_KINDS = {
    "next steps": "action",
    "action items": "action",
    "follow up": "action",
    "follow-ups": "action",
    "blockers": "concern",
    "risks": "concern",
    "アクション": "action",
    "次のステップ": "action",
}


class _Guess(NamedTuple):
    """What a column may be, and in how many of its cells a day stands."""

    column: str
    what: str
    days: int


def guess(file: TextFile, hints: Hints, language: str = "en") -> str:
    """Rules for this table, in TOML; what is not sure stands there as a comment."""
    table = read_table(file)
    guesses = [_guessed(column, table, hints) for column in table.columns]
    is_tasks = not any(one.what == "person" for one in guesses) and any(
        column_of(one.column) == "text" for one in guesses
    )
    return "\n".join([*_lines(table, guesses, language, is_tasks=is_tasks), ""])


def _cells(table: CsvTable, column: str) -> list[str]:
    return [said for row in table.rows[:500] if (said := row.cells.get(column, ""))]


def _guessed(column: str, table: CsvTable, hints: Hints) -> _Guess:
    name = re.sub(r"\s*[(（].*$", "", normalized(column))
    cells = _cells(table, column)
    days = sum(1 for cell in cells if isinstance(read_value(cell, hints.conventions), FoundDay) or _slashes(cell))
    what = next((what for what, words in _WORDS.items() if name in words), "")
    what = what or MORE_KINDS.get(name, "") or _KIND_OF.get(name, "")
    if what in ("day", "") and cells and days > len(cells) * 0.8:
        return _Guess(column, "day", days)
    return _Guess(column, what if what in (*_WORDS, *KINDS) and what != "day" else "", days)


def _slashes(cell: str) -> bool:
    return bool(re.match(r"\d{1,2}/\d{1,2}/\d{4}(?:\s|$)", cell))


def _lines(table: CsvTable, guesses: Sequence[_Guess], language: str, *, is_tasks: bool) -> Iterator[str]:
    yield say(language, "rules.first")
    if is_tasks:
        yield 'kind = "action"'
    yield ""
    yield "[columns]"
    used = _of_tasks(guesses) if is_tasks else _of_meetings(guesses)
    for what, columns in used.items():
        yield f"{what} = {json.dumps(columns[0] if len(columns) == 1 else columns, ensure_ascii=False)}"
    named = {column for columns in used.values() for column in columns}
    for column in table.columns:
        if column not in named:
            yield say(language, "rules.not_named", column=json.dumps(column, ensure_ascii=False))
    if not is_tasks:
        yield from (f'# {what} = "…"' for what in ("person", "day") if what not in used)
    yield from _day_lines(table, used.get("day", used.get("due", [])), language)
    yield from _mood_lines(table, [*used.get("mood", []), *used.get("seen", [])], language)


def _of_meetings(guesses: Sequence[_Guess]) -> dict[str, list[str]]:
    """What each column is; of several that may be the same field the first one is."""
    used: dict[str, list[str]] = {}
    for what in ("person", "day", "time", "length", "mode", "mood", "seen", "rating", "id", "note", *KINDS):
        columns = [one.column for one in guesses if one.what == what]
        if columns:
            used[what] = columns if what in ("note", *KINDS) else columns[:1]
    return used


def _of_tasks(guesses: Sequence[_Guess]) -> dict[str, list[str]]:
    used: dict[str, list[str]] = {}
    for one in guesses:
        what = column_of(one.column) or one.what
        if what in ("text", "owner", "due", "status", "day", "id") and what not in used:
            used[what] = [one.column]
    return used


def _day_lines(table: CsvTable, columns: Sequence[str], language: str) -> Iterator[str]:
    """How days are written, where they are written with slashes; both ways where that cannot be told."""
    cells = [cell for column in columns for cell in _cells(table, column) if _slashes(cell)]
    pairs = [tuple(map(int, re.split(r"[/\s]", cell)[:2])) for cell in cells]
    if not pairs:
        return
    day_first, month_first = any(one > 12 for one, _ in pairs), any(two > 12 for _, two in pairs)
    time = " %H:%M" if all(re.search(r"\d \d{1,2}:\d\d$", cell) for cell in cells) else ""
    yield from ("", "[day]")
    for is_sure, other, order in ((day_first, month_first, "%d/%m/%Y"), (month_first, day_first, "%m/%d/%Y")):
        line = f'format = "{order}{time}"'
        if is_sure or not other:
            yield line if is_sure else say(language, "rules.one_of_two", line=line)


def _mood_lines(table: CsvTable, columns: Sequence[str], language: str) -> Iterator[str]:
    words = dict.fromkeys(cell for column in columns for cell in _cells(table, column) if not cell.isdecimal())
    if words and len(words) <= 12:
        yield from (
            "",
            say(language, "rules.moods"),
            *(f"# {json.dumps(word, ensure_ascii=False)} = 3" for word in words),
        )
