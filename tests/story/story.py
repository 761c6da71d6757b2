"""Half a year of somebody's journal, month by month, in Markdown beside this: what was typed, and what a terminal showed.

A heading such as `## Tue 2026-01-06 09:00` moves the clock; the console blocks below it are typed one after the other, on
a terminal of 80 columns and 24 lines. `python tests/story/story.py` writes all outputs anew; where records were added
before, the ids in later commands follow.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from conftest import ONELOG, Onelog  # noqa: E402, I001 - after the path is set; it says where the support is
import at_terminal  # noqa: E402 - as above

PART = re.compile(r"^## (?P<head>[^\n]+)$|^```console\n(?P<block>.*?)^```$", re.MULTILINE | re.DOTALL)
HEAD = re.compile(r"\w{3} (\d{4}-\d\d-\d\d \d\d:\d\d)")
ID = re.compile(r"\b(?=[2-9]*[b-z])[2-9b-df-hj-np-tv-z]{4}\b")


class Typed(NamedTuple):
    """A command (its further lines begin with `> `) and what it showed."""

    command: str
    shown: str

    def __str__(self) -> str:
        return f"$ {self.command}\n{self.shown}"


class Step(NamedTuple):
    """What was typed in one block, and when."""

    at: datetime
    start: int
    """Where the block is in its text, and its end."""
    end: int
    typed: tuple[Typed, ...]


def months() -> list[Path]:
    return sorted(HERE.glob("2026-*.md"))


def own_forms() -> list[Path]:
    """Half a year with forms of one's own, a language a file."""
    return sorted(HERE.glob("own-form-*.md"))


def in_japanese() -> list[Path]:
    """Half a fiscal year wholly in Japanese, on a journal of its own."""
    return [HERE / "half-year-ja.md"]


def steps(text: str) -> Iterator[Step]:
    """The blocks of a month. Raises `ValueError` for a weekday that is not that day's."""
    at = moment("Thu 2026-01-01 00:00")
    for found in PART.finditer(text):
        if head := found["head"]:
            at = moment(head)
        else:
            yield Step(at, found.start("block"), found.end("block"), tuple(typed(found["block"])))


def moment(head: str) -> datetime:
    said = HEAD.match(head)
    if said is None:
        raise ValueError(f"{head!r} does not begin with a day and a time")
    at = datetime.fromisoformat(f"{said[1]}:00+09:00")
    if f"{at:%a}" != head[:3]:
        raise ValueError(f"{head!r} is a {at:%A}")
    return at


def typed(block: str) -> Iterator[Typed]:
    for one in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        lines = one.split("\n")
        more = next((n for n, line in enumerate(lines) if n and not line.startswith("> ")), len(lines))
        yield Typed("\n".join(lines[:more]), "\n".join(lines[more:]))


class Desk:
    """Where the story is typed: a shell that knows onelog, on a journal of its own."""

    def __init__(self, folder: Path) -> None:
        self.onelog = Onelog(folder)
        program = folder / "bin" / "onelog"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\nexec {" ".join(ONELOG)} "$@"\n', encoding="utf-8")
        program.chmod(0o700)
        shell = {"NO_COLOR": "1", "COLUMNS": "", "LINES": "", "ONELOG_SEED": "story"}
        self.env = self.onelog.env | shell | {"PATH": f"{program.parent}:{self.onelog.env['PATH']}"}

    def types(self, command: str, at: datetime, columns: int = 80) -> Typed:
        line = command.replace("\n> ", "\n")
        env = self.env | {"ONELOG_NOW": at.isoformat()}
        shown = at_terminal.on_terminal(at_terminal.typed(line), env, self.onelog.folder, columns, 24).rstrip("\n")
        return Typed(command, f"{shown}\n" if shown else "")


def rewritten(text: str, desk: Desk, known: dict[str, str]) -> str:
    """A month with its outputs anew; `known` has the ids that became others."""
    parts, last = list[str](), 0
    for step in steps(text):
        parts += [text[last : step.start]]
        for old in step.typed:
            new = desk.types(followed(old.command, known), step.at)
            known |= renamed(old.shown, new.shown)
            parts.append(str(new))
        last = step.end
    return "".join([*parts, text[last:]])


def followed(text: str, known: dict[str, str]) -> str:
    return ID.sub(lambda found: known.get(found[0], found[0]), text)


def renamed(old: str, new: str) -> dict[str, str]:
    """The ids of lines that are the same but for them."""
    before = {ID.sub("····", line): ID.findall(line) for line in old.split("\n")}
    pairs = ((before.get(ID.sub("····", line), []), ID.findall(line)) for line in new.split("\n"))
    return {one: other for was, now in pairs for one, other in zip(was, now, strict=False)}


def rewrite(pages: list[Path]) -> None:
    """Writes the outputs of pages anew, on one journal."""
    with tempfile.TemporaryDirectory() as place:
        here, ids = Desk(Path(place)), dict[str, str]()
        for page in pages:
            page.write_text(rewritten(page.read_text(encoding="utf-8"), here, ids), encoding="utf-8")


if __name__ == "__main__":
    for pages in (months(), *([page] for page in (*own_forms(), *in_japanese()))):
        if not sys.argv[1:] or any(page.name in sys.argv for page in pages):
            rewrite(pages)
