"""todo.txt: a task a line, as https://github.com/todotxt/todo.txt has it; what onelog exported ticks its promise."""

import re
from datetime import date
from typing import NamedTuple

from onelog.core.errors import OnelogError, Refused, check_none, kept_in, notice
from onelog.core.results.incoming import SKIPPED, Hints, IncomingFile, Stretch, TextFile
from onelog.markdown.split import unix
from onelog.sources.tasks.written_task import TaskFacts, TaskWriter, is_tag

_DAY = r"\d{4}-\d\d-\d\d"
_TASK = re.compile(rf"(?P<done>x )?(?:\((?P<pri>[A-Z])\) )?(?:(?P<one>{_DAY}) )?(?:(?P<two>{_DAY}) )?(?P<words>.*)")
_SIGNS = re.compile(rf"x (?:{_DAY} )|\([A-Z]\) |{_DAY} \S|.*(?:^|\s)(?:due:{_DAY}|onelog:[2-9a-z]{{4,}})(?:\s|$)")
_SIGN = re.compile(r"(?:^|\s)[+@]\S")


class _Line(NamedTuple):
    """The words of a task without what has a place of its own."""

    words: str
    due: str
    promise: str
    priority: str


def identify(text: str, name: str) -> int:
    """Sure where most lines have its signs, or its name says so and some do."""
    lines = [line for line in unix(text).split("\n")[:50] if line.strip()]
    clear = sum(1 for line in lines if _SIGNS.match(line))
    weak = sum(1 for line in lines if _SIGNS.match(line) or _SIGN.search(line))
    if any(re.match(r"#{1,6} |---$|[-*] |\[", line) for line in lines):
        clear = weak = 0
    named = bool(re.search(r"(?i)(?:^|[/\\.-])(?:todo|done)\.txt$", name))
    if named and (weak or not lines):
        return 97
    if lines and clear / len(lines) > 0.6:
        return 92
    return 75 if named else 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """A promise a task, mine; of a line that onelog wrote, only whether it is done."""
    lines = unix(file.text).split("\n")
    lines = lines[:-1] if lines and not lines[-1] else lines
    writer = TaskWriter(file, "todo", hints)
    pages, skipped = [], []
    refused: list[OnelogError] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        task = _read(line.strip(), number, file, refused)
        if not task.words:
            skipped.append(Stretch(number, number, SKIPPED, notice("import_.no_words")))
        elif not refused:
            pages.append(writer.write(task))
    check_none(refused)
    why = "" if pages else notice("import_.no_tasks")
    return IncomingFile(file.name, "todo", len(lines), tuple(pages), tuple(skipped) if pages else (), why=why)


def _read(line: str, number: int, file: TextFile, refused: list[OnelogError]) -> TaskFacts:
    """A task, whose days are real ones or among what is `refused`."""
    found = _TASK.fullmatch(line)
    assert found  # noqa: S101 - any line is one
    done = bool(found["done"])
    closed, opened = (found["one"], found["two"]) if done else ("", found["one"])
    if not done and found["two"]:
        opened = found["one"]
    rest = f"{found['two']} {found['words']}" if found["two"] and not done else found["words"]
    said = _parted(rest)
    for day in (closed, opened, said.due):
        with kept_in(refused):
            _check_day(day, number, file)
    priority = found["pri"] or said.priority
    tags = tuple(word[1:] for word in said.words.split() if word[0] == "+" and is_tag(word[1:]))
    return TaskFacts(
        words=said.words,
        line=number,
        last=number,
        mark="x" if done else " ",
        due=said.due,
        opened=opened or "",
        closed=closed or "",
        tags=tags,
        more=(f"pri: {priority}",) if priority else (),
        promise=said.promise,
    )


def _parted(rest: str) -> _Line:
    due = promise = priority = ""
    words = []
    for word in rest.split():
        if not due and re.fullmatch(rf"due:{_DAY}", word):
            due = word[4:]
        elif not promise and re.fullmatch(r"onelog:[2-9b-df-hj-np-tv-z]{4,8}", word):
            promise = word[7:]
        elif not priority and re.fullmatch(r"pri:[A-Z]", word):
            priority = word[4:]
        else:
            words.append(word)
    return _Line(" ".join(words), due, promise, priority)


def _check_day(day: str | None, number: int, file: TextFile) -> None:
    try:
        date.fromisoformat(day or "2026-01-01")
    except ValueError:
        raise Refused("import_.task_day", file=file.name, line=number, day=day) from None
