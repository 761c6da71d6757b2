"""Several documents in one text: where each begins, and a `---` in a note that must not look like it."""

import re
from collections.abc import Iterator

_front_key = re.compile(r"^(?:id|kind|with|at):", re.IGNORECASE)


def guard_rules(lines: list[str]) -> None:
    """Keeps a `---` in a note from being read as the beginning of the next document."""
    for number, line in enumerate(lines[:-1]):
        if "---" in line and re.fullmatch(r"\\*---[ \t]*", line) and _front_key.match(lines[number + 1]):
            lines[number] = "\\" + line


def plain_rules(lines: list[str]) -> list[str]:
    """The inverse of `guard_rules`."""
    following = [*lines[1:], ""][: len(lines)]
    return [
        line[1:] if re.fullmatch(r"\\+---[ \t]*", line) and _front_key.match(after) else line
        for line, after in zip(lines, following, strict=True)
    ]


def parts(text: str) -> Iterator[tuple[int, str]]:
    """Cuts several documents in one text apart: (number of the first line, text) of each."""
    lines = unix(text).split("\n")
    starts = [
        n for n, line in enumerate(lines[:-1])
        if line.rstrip() == "---" and _front_key.match(lines[n + 1]) and _closes(lines, n)
    ]  # fmt: skip
    if not starts or any(line.strip() for line in lines[: starts[0]]):
        starts.insert(0, 0)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        if any(line.strip() for line in lines[start:end]):
            yield start + 1, "\n".join(lines[start:end])


def _closes(lines: list[str], start: int) -> bool:
    """Whether a front matter that begins here ends before a blank line."""
    for line in lines[start + 1 :]:
        if line.rstrip() == "---":
            return True
        if not line.strip():
            return False
    return False


def unix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")
