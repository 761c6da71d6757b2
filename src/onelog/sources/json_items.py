"""The objects of a JSON array one by one, each with the lines that it stands on; nothing is guessed of what is broken."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from onelog.core.errors import Damaged
from onelog.core.results.incoming import TextFile

_BLANK = re.compile(r"[\s,\ufeff]*")
_MOST = 200_000
"""So many objects at most are read from a file."""


class JsonItem(NamedTuple):
    """An object, and the lines of the file that it stands on, counted from 1."""

    said: dict[str, Any]
    first: int
    last: int


def read_items(file: TextFile, key: str = "") -> Iterator[JsonItem]:
    """The objects in the array of a file, in the array under `key` there, or one after the other without one.

    Raises `Damaged`, naming the line.
    """
    text = file.text
    at = _start(file, key)
    decoder, line, counted, n = json.JSONDecoder(), 1, 0, 0
    is_array = text[at : at + 1] == "["
    at += is_array
    while True:
        begin = at
        at = _blank(text, at)
        if at >= len(text) or (is_array and text[at] == "]"):
            if is_array and at >= len(text):
                raise _broken(file, text.count("\n", 0, begin) + 1)
            return
        line += text.count("\n", counted, at)
        counted = at
        try:
            said, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            raise _broken(file, getattr(error, "lineno", line)) from error
        n += 1
        if not isinstance(said, dict) or n > _MOST:
            raise _broken(file, line)
        yield JsonItem(said, line, line + text.count("\n", at, end))
        at = end


def _blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _start(file: TextFile, key: str) -> int:
    """Where the array begins. The whole text is read once where it is under a key, so that nothing broken is taken."""
    if not key:
        return _blank(file.text, 0)
    try:
        whole = json.loads(file.text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise _broken(file, getattr(error, "lineno", 1)) from error
    found = re.search(rf'"{key}"\s*:\s*(?=\[)', file.text)
    if not isinstance(whole, dict) or not isinstance(whole.get(key), list) or not found:
        raise _broken(file, 1)
    return found.end()


def _broken(file: TextFile, line: int) -> Damaged:
    return Damaged("import_.broken_json", file=file.name, line=line)
