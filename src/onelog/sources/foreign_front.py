"""Other programs' front matter: any keys, lists and blocks, as far as a meeting can be found in it; the rest stays as it is."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from onelog.markdown import frontmatter

_KEY = re.compile(r"""^(["']?)([^\s"':#\-][^"':]*?)\1\s*[:：](?:\s+(.*?)|)\s*$""")
_ITEM = re.compile(r"^\s*-\s+(.*?)\s*$")


class FrontKey(NamedTuple):
    """One key of a front matter."""

    name: str
    """As keys are compared: small, with blanks for `-` and `_`."""
    values: tuple[str, ...]
    line: int
    """Of the file, counted from 1."""
    lines: tuple[str, ...]
    """As it stands there."""


class ForeignFront(NamedTuple):
    """A front matter and where the text begins beneath it."""

    keys: tuple[FrontKey, ...] = ()
    start: int = 0
    """How many lines stand before the text."""

    def first(self, names: Iterable[str]) -> FrontKey | None:
        """The first key that has one of these names and says something, by the order of the names."""
        said = {key.name: key for key in reversed(self.keys) if any(value.strip() for value in key.values)}
        return next((said[name] for name in names if name in said), None)

    def called(self, names: Mapping[str, str]) -> "ForeignFront":
        """The same with other names for some keys, by the names that they have as names are compared."""
        return self._replace(keys=tuple(key._replace(name=names.get(key.name, key.name)) for key in self.keys))


def read_front(lines: list[str]) -> ForeignFront:
    """The front matter between two `---` at the top (also `...` at its end); nothing where there is none."""
    if not lines or lines[0].rstrip() != "---":
        return ForeignFront()
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    groups: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines[1:end], 2):
        if _KEY.match(line):
            groups.append((number, [line]))
        elif groups:
            groups[-1][1].append(line)
        elif line.strip() and not line.lstrip().startswith("#"):
            return ForeignFront()  # two rules with words between them
    if not end or not groups:
        return ForeignFront()
    return ForeignFront(tuple(_key(number, group) for number, group in groups), end + 1)


def _key(number: int, lines: list[str]) -> FrontKey:
    found = _KEY.match(lines[0])
    assert found  # noqa: S101 - a group begins with a key
    said = (found[3] or "").strip()
    below = [item[1] for line in lines[1:] if (item := _ITEM.match(line))]
    if said[:1] == "[" and said[:2] != "[[" and said[-1:] == "]":
        values = _listed(said[1:-1])
    elif said and said[0] not in "|>":
        values = [said]
    else:
        values = below or [line.strip() for line in lines[1:] if line.strip()]
    return FrontKey(named(found[2]), tuple(map(_scalar, values)), number, tuple(lines))


def named(word: str) -> str:
    """The name of a key as names are compared."""
    return re.sub(r"[\s_-]+", " ", word.strip().casefold())


def _listed(text: str) -> list[str]:
    return [
        part.strip() for part in re.findall(r"""(?:"[^"]*"|'[^']*'|\[\[[^\]]*\]\]|[^,"'])+""", text) if part.strip()
    ]


def _scalar(value: str) -> str:
    return frontmatter.read_scalar(value) if not value.startswith("[[") else value
