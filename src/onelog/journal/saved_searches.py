"""Searches that are kept under a name: a line each, `NAME: SEARCH`, in a file beside the settings."""

import re
import shlex
import unicodedata
from collections.abc import Collection
from itertools import pairwise
from pathlib import Path

from onelog.core import files, settings
from onelog.core.errors import Damaged, NotFound, Wrong
from onelog.store.vault import atomic_file

_NAME = r"[^\W_][\w-]*"
_LINE = re.compile(rf"\s*({_NAME})\s*[:：]\s*(\S.*?)\s*", re.DOTALL)


def path() -> Path:
    """Where the file is, or would be. Raises `NoHome`."""
    return settings.path().with_name("searches.txt")


def load() -> dict[str, str]:
    """Each search by its name, in the order of the file; a line that is none (`# …`) is left alone."""
    return {found[1]: found[2] for line in _lines() if (found := _LINE.fullmatch(line))}


def is_called(word: str) -> bool:
    """Whether a word is `:NAME`."""
    return bool(re.fullmatch(rf"[:：]{_NAME}", word.strip()))


def check_name(name: str) -> str:
    """The name as it is kept. Raises `Wrong` for what no name is."""
    name = unicodedata.normalize("NFC", name.strip().removeprefix(":"))
    if not re.fullmatch(_NAME, name):
        raise Wrong("search.no_name", name=name[:40])
    return name


def named(name: str) -> str:
    """The search of this name. Raises `NotFound`, with the names there are."""
    saved = load()
    found = next((search for one, search in saved.items() if _plain(one) == _plain(name)), None)
    if found is None:
        raise NotFound("search.not_saved" if saved else "search.none_saved", name=name[:40], names=", ".join(saved))
    return found


def save(name: str, search: str) -> None:
    """Keeps a search under a name, in place of what had it; all other lines stay as they are."""
    name, lines = check_name(name), _lines()
    new = f"{name}: {' '.join(search.split())}"
    place = _place(lines, name)
    _write([*lines[:place], new, *lines[place + 1 :]])


def remove(name: str) -> str:
    """Takes the search of a name away, and says what it was. Raises `NotFound`."""
    search, lines = named(check_name(name)), _lines()
    place = _place(lines, check_name(name))
    _write([*lines[:place], *lines[place + 1 :]])
    return search


def take_out(names: Collection[str]) -> None:
    """Takes these searches away at once; all other lines stay as they are."""
    lines = _lines()
    stay = [line for line in lines if not ((found := _LINE.fullmatch(line)) and found[1] in names)]
    if len(stay) < len(lines):
        _write(stay)


def whom(search: str) -> list[str]:
    """Those whom a search is narrowed to: the words behind `--with`."""
    parts = split(search)
    behind = [value for option, value in pairwise(parts) if option == "--with"]
    return [*behind, *(part.partition("=")[2] for part in parts if part.startswith("--with="))]


def split(search: str) -> list[str]:
    """The words and options of a search; one with a quote that is never closed is words alone."""
    try:
        return shlex.split(search)
    except ValueError:
        return ["--", search]


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _place(lines: list[str], name: str) -> int:
    """The place of the line with this name; the end where there is none."""
    known = (n for n, line in enumerate(lines) if (found := _LINE.fullmatch(line)) and _plain(found[1]) == _plain(name))
    return next(known, len(lines))


def _lines() -> list[str]:
    try:
        return files.read(path()).decode().splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise Damaged("search.unreadable", file=path(), reason=getattr(error, "strerror", None) or error) from error


def _write(lines: list[str]) -> None:
    file = path()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = file.resolve()  # a file that is linked to stays where it is
    atomic_file.write(target, "".join(f"{line}\n" for line in lines).encode(), replace=True)
