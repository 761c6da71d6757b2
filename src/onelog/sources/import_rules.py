"""The rules for what a source cannot say itself: a small TOML file.

It says which column or key is what, how days are written, what words for moods mean, what headings of notes stand for, and
what to skip.
"""

import re
import tomllib  # noqa: TID253 - one late import less: whoever imports reads much anyway
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from onelog.core.errors import Damaged, Wrong
from onelog.core.model import MOMENT_KINDS
from onelog.core.results.incoming import Hints, TextFile
from onelog.sources.foreign_front import named
from onelog.sources.found_days import FoundDay

FIELDS = ("person", "day", "time", "length", "mode", "mood", "seen", "rating", "id", "text", "owner", "due", "status")
"""What one column is; of the last four, tables of tasks have some."""
KINDS = ("action", "topic", *MOMENT_KINDS)
"""What each line of a column becomes."""
_KEYS = MappingProxyType(
    {"person": "with", "day": "at", "length": "len"}
    | {name: name for name in ("time", "mode", "mood", "seen", "rating")}
)
"""The fields that a key of a note may be, and what keys are called."""
SKIP = "skip"
"""Says of a heading that what stands beneath it is left out."""
_TABLES = ("kind", "columns", "headings", "day", "moods", "skip", "people")
_KEY = re.compile(r"""^([ \t]*)([^\s"'#=\[\]{}][^"'#=\[\]{}\n]*?)([ \t]*=)""", re.MULTILINE)
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class ImportRules(NamedTuple):
    """What the rules say, with the names of columns as they are written there."""

    kind: str = "meeting"
    """meeting, or action: a row is a task."""
    columns: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """note, a field or a kind -> the columns of a table, or the keys of a note, that are that."""
    headings: Mapping[str, str] = MappingProxyType({})
    """A heading of notes -> the kind of the list items beneath it, or `SKIP`."""
    day_format: str = ""
    moods: Mapping[str, int] = MappingProxyType({})
    people: Mapping[str, str] = MappingProxyType({})
    skip_columns: tuple[str, ...] = ()
    skip_rows: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """A column -> the words in it for which a row is left out; a key of a note -> those for which that is."""

    def column(self, name: str) -> str:
        """The one column that is a field; "" where none is."""
        return next(iter(self.columns.get(name, ())), "")

    @property
    def keys(self) -> Mapping[str, str]:
        """What the front matter of a note calls a field -> what onelog calls it."""
        found = ((named(name), _KEYS.get(what, "")) for what, names in self.columns.items() for name in names)
        return {name: key for name, key in found if key}


def read_rules(text: str, name: str) -> ImportRules:
    """The rules in a text. Raises `Damaged` for what is no TOML, `Wrong` for what no rule is."""
    try:
        said = tomllib.loads(_KEY.sub(_quoted, text.removeprefix("\ufeff")))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Damaged("import_.rules_unreadable", file=name, why=str(error)[:80]) from error
    if unknown := ", ".join(key[:30] for key in said if key not in _TABLES):
        raise Wrong("import_.unknown_rule", file=name, rule=unknown, rules=", ".join(_TABLES))
    kind = said.get("kind", "meeting")
    if kind not in ("meeting", "action"):
        raise Wrong("import_.bad_rule", file=name, rule="kind", wanted='"meeting", "action"')
    skip = _table(said, "skip", name)
    rows = _table(skip, "rows", name)
    return ImportRules(
        kind=kind,
        columns={key: _columns(key, value, name) for key, value in _table(said, "columns", name).items()},
        headings={key: _heading(value, name) for key, value in _table(said, "headings", name).items()},
        day_format=_day_format(_table(said, "day", name), name),
        moods={str(word).casefold(): _mood(value, name) for word, value in _table(said, "moods", name).items()},
        people={str(key): str(value) for key, value in _table(said, "people", name).items()},
        skip_columns=_texts(skip.get("columns", []), "skip.columns", name),
        skip_rows={str(key): _texts(value, "skip.rows", name) for key, value in rows.items()},
    )


def _quoted(key: re.Match[str]) -> str:
    """A key in quotes where TOML wants them: one with blanks, or with letters other than English ones."""
    return key[0] if re.fullmatch(r"[A-Za-z0-9_.-]+", key[2]) else f'{key[1]}"{key[2]}"{key[3]}'


def rules_of(hints: Hints) -> ImportRules:
    """The rules that were given; none that say anything where there are none."""
    return hints.rules if isinstance(hints.rules, ImportRules) else ImportRules()


def rules_beside(file: TextFile) -> ImportRules | None:
    """The rules in a file that stands beside another and is called as it is, with .toml at the end."""
    place = Path(file.name).with_suffix(".toml")
    if "\0" in file.key or not place.is_file():
        return None
    return read_rules(place.read_text(encoding="utf-8", errors="replace"), str(place))


def day_in_format(value: str, rules: ImportRules) -> FoundDay | None:
    """The day that a value says in the format of the rules; None where it says none so, or there is no format."""
    if not rules.day_format:
        return None
    try:
        when = datetime.strptime(value, rules.day_format)  # noqa: DTZ007 - a day, or a time of the keeper
    except ValueError:
        return None
    return FoundDay(when.date(), f"{when:%H:%M}" if re.search("%[HIcX]", rules.day_format) else "", 0, 0)


def _table(said: Mapping[str, Any], key: str, name: str) -> Mapping[str, Any]:
    found = said.get(key, _NOTHING)
    if not isinstance(found, Mapping):
        raise Wrong("import_.bad_rule", file=name, rule=key, wanted=f"[{key}]")
    return found


def _columns(key: str, value: Any, name: str) -> tuple[str, ...]:
    if key not in ("note", *FIELDS, *KINDS):
        raise Wrong("import_.unknown_rule", file=name, rule=key[:30], rules=", ".join(("note", *FIELDS, *KINDS)))
    found = _texts(value, key, name)
    if key in FIELDS and len(found) > 1:
        raise Wrong("import_.bad_rule", file=name, rule=key, wanted='"…"')
    return found


def _heading(value: Any, name: str) -> str:
    if value not in (SKIP, *KINDS):
        raise Wrong("import_.bad_rule", file=name, rule="headings", wanted=", ".join((SKIP, *KINDS)))
    return str(value)


def _texts(value: Any, key: str, name: str) -> tuple[str, ...]:
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise Wrong("import_.bad_rule", file=name, rule=key, wanted='"…", ["…", "…"]')
    return tuple(found)


def _mood(value: Any, name: str) -> int:
    if type(value) is not int or not 1 <= value <= 5:
        raise Wrong("import_.bad_rule", file=name, rule="moods", wanted="1, 2, 3, 4, 5")
    return value


def _day_format(said: Mapping[str, Any], name: str) -> str:
    """How days are written, for `strptime`. Raises `Wrong` for one that does not read what it writes."""
    found = said.get("format", "")
    wanted = '"%d/%m/%Y"'
    try:
        when = datetime(2026, 12, 31, 23, 59, tzinfo=UTC)  # a day to try it with
        is_good = isinstance(found, str) and (not found or _read(when.strftime(found), found) == when.date())
    except (ValueError, TypeError):
        is_good = False
    if not is_good or set(said) - {"format"}:
        raise Wrong("import_.bad_rule", file=name, rule="day.format", wanted=wanted)
    return str(found)


def _read(text: str, form: str) -> date:
    return datetime.strptime(text, form).replace(tzinfo=UTC).date()
