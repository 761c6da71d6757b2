"""Several documents in one text: where each begins, and a `---` in a note that must not look like it."""

from collections.abc import Iterator

from onelog.core.errors import Refused
from onelog.core.regexes import pattern
from onelog.markdown import frontmatter
from onelog.markdown.parsed import FRONT
from onelog.markdown.token_patterns import UNSEEN

_RULE = rf"\\*{UNSEEN}*---(?:\s|{UNSEEN})*"
_FRONT_KEY = rf"(?i)^{UNSEEN}*(?:id|kind|with|at){UNSEEN}*:"


def guard_rules(lines: list[str]) -> None:
    """Keeps a `---` in a note from being read as the beginning of the next document."""
    for number, line in enumerate(lines[:-1]):
        if "---" in line and pattern(_RULE).fullmatch(line) and pattern(_FRONT_KEY).match(lines[number + 1]):
            lines[number] = "\\" + line


def plain_rules(lines: list[str]) -> list[str]:
    """The inverse of `guard_rules`."""
    following = [*lines[1:], ""][: len(lines)]
    return [
        line[1:] if line[:1] == "\\" and pattern(_RULE).fullmatch(line) and pattern(_FRONT_KEY).match(after) else line
        for line, after in zip(lines, following, strict=True)
    ]


def parts(text: str) -> Iterator[tuple[int, str]]:
    """Cuts several documents in one text apart: (number of the first line, text) of each."""
    lines = unix(text).split("\n")
    starts = [
        n
        for n, line in enumerate(lines[:-1])
        if frontmatter.is_rule(line) and pattern(_FRONT_KEY).match(lines[n + 1]) and _closes(lines, n)
    ]
    if not starts or any(line.strip() for line in lines[: starts[0]]):
        starts.insert(0, 0)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        if any(line.strip() for line in lines[start:end]):
            yield start + 1, "\n".join(lines[start:end])


def _closes(lines: list[str], start: int) -> bool:
    """Whether a front matter that begins here ends before a blank line."""
    for line in lines[start + 1 :]:
        if frontmatter.is_rule(line):
            return True
        if not line.strip():
            return False
    return False


_BROKEN = (
    r"(?is)---[ \t]+(?:id|kind|with|at):|(?:(?:#{1,6}|[-*_]{3,})\s+)*(?:id:\s\S+\s+)?with:\s.*?\sat:\s+\d{4}-\d\d-\d\d"
)
"""The head of a document whose lines were filled like those of a paragraph, or made a heading."""
_KEYED = r"(?i)---[ \t]*\n(?:id|kind|with|at):"


def check_head(text: str, *, has_one: bool = False) -> None:
    """Raises `Refused` for a document whose head is none any more: its fields would become words of the note.

    A text that `has_one` for sure has it also where no field is known again behind its first line.
    """
    text = unix(text).lstrip()
    if frontmatter.split(text, FRONT).keys:
        return
    first, *others = text.split("\n")
    is_open = frontmatter.is_rule(first) and not any(frontmatter.is_rule(line) for line in others)
    is_open = is_open and (has_one or bool(pattern(_KEYED).match(text)))
    has_marks = "---" in text or "with:" in text.lower()
    if is_open or (has_marks and pattern(_BROKEN).match(text)):
        raise Refused("document.head_open" if is_open else "document.head_broken")


def unix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")
