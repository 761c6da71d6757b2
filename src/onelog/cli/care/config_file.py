"""One setting read, checked and written, while everything else in config.toml stays as somebody wrote it."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from onelog.core import settings
from onelog.core.calendar import recurrence
from onelog.core.errors import OnelogError, Refused, Wrong
from onelog.core.model import RELATIONS
from onelog.core.settings import Settings, Watch

_YES, _NO = ("on", "true", "yes"), ("off", "false", "no")


def defaults() -> dict[str, Any]:
    """Every key, with what holds unless it is set."""
    own = {key: value for key, value in Settings._field_defaults.items() if key not in ("cadences", "watch")}
    return own | dict.fromkeys((f"cadences.{r}" for r in RELATIONS), "") | _watched(Watch())


def in_force(found: Settings) -> dict[str, Any]:
    """Every key with what holds now."""
    said = {f"cadences.{relation}": every for relation, every in found.cadences.items()}
    return {key: getattr(found, key, value) for key, value in defaults().items()} | said | _watched(found.watch)


def _watched(watch: Watch) -> dict[str, Any]:
    return {f"watch.{key}": list(value) if key == "off" else value for key, value in watch._asdict().items()}


def check_key(key: str) -> str:
    """Raises `Wrong` for a key that is none, with those there are."""
    if key not in defaults():
        raise Wrong("settings.unknown", key=key[:40], known=", ".join(defaults()))
    return key


def read_value(key: str, words: str) -> Any:
    """The value that somebody means. Raises `Wrong` with what the setting takes."""
    usual, words = defaults()[check_key(key)], words.strip()
    if isinstance(usual, bool):
        if words.lower() not in (*_YES, *_NO):
            raise Wrong("settings.on_or_off", key=key, said=words[:20])
        return words.lower() in _YES
    if isinstance(usual, list):
        return [] if words.lower() in ("", "none") else re.split(r"[\s,]+", words)
    if isinstance(usual, (int, float)):
        try:
            return int(words) if re.fullmatch(r"-?\d+", words) else float(words)
        except ValueError:
            raise Wrong("settings.a_number", key=key, said=words[:20], usual=usual) from None
    if key.startswith("cadences."):
        recurrence.rule(*recurrence.split(words))
    return words


def with_value(text: str, key: str, value: Any, file: Path) -> str:
    """The text of the file with one setting changed or added.

    Raises `Wrong` for a value that the setting does not take, `Refused` where it is written in a way that is not changed here.
    """
    table, _, name = key.rpartition(".")
    wanted = tomllib.loads(text)
    (wanted.setdefault(table, {}) if table else wanted)[name] = value
    _check(wanted)
    changed = _changed(text.split("\n"), table, name, value)
    try:
        if tomllib.loads(changed) == wanted:
            return changed
    except tomllib.TOMLDecodeError:
        pass
    raise Refused("settings.written_otherwise", file=file, key=key)


def _check(wanted: Mapping[str, Any]) -> None:
    try:
        settings.checked(wanted)
    except OnelogError as error:
        if "=" not in error.hint:
            raise
        raise type(error)("settings.for_example", error=error) from error


def _changed(lines: list[str], table: str, name: str, value: Any) -> str:
    start, end = _section(lines, table)
    for n in range(start, end):
        if re.match(rf'\s*["\']?{re.escape(name)}["\']?\s*=', lines[n]):
            last = _last_line(lines, n, end)
            comment = _comment(lines[n]) if last == n else ""
            head = lines[n][: lines[n].index("=") + 1]
            return "\n".join([*lines[:n], f"{head} {_toml(value)}{comment}", *lines[last + 1 :]])
    new = [f"{name} = {_toml(value)}"]
    if table and not any(_heads(line, table) for line in lines):
        start, new = 0, [*([""] if any(lines) else []), f"[{table}]", *new]
    while end > start and not lines[end - 1].strip():
        end -= 1
    return "\n".join([*lines[:end], *new, *(lines[end:] or [""])])


def _section(lines: list[str], table: str) -> tuple[int, int]:
    """The lines of a table, less its head; ("" is what stands before any)."""
    heads = [n for n, line in enumerate(lines) if re.match(r"\s*\[", line) and "=" not in line.split("#")[0]]
    start = 0
    if table:
        start = next((n + 1 for n in heads if _heads(lines[n], table)), len(lines))
    return start, next((n for n in heads if n >= start), len(lines))


def _heads(line: str, table: str) -> bool:
    return bool(re.match(rf'\s*\[\s*["\']?{table}["\']?\s*\]', line))


def _parses(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _last_line(lines: list[str], first: int, end: int) -> int:
    """The last line of the value that begins in a line."""
    return next((n for n in range(first, end) if _parses("\n".join(lines[first : n + 1]))), first)


def _comment(line: str) -> str:
    """The comment behind a value, with the blanks before it."""
    for found in re.finditer(r"\s*#", line):
        if _parses(line[: found.start()]):
            return line[found.start() :]
    return ""


def _toml(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
