"""A log of git: each commit may be a win, and somebody chooses which; nothing of it is taken as it comes."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from onelog.core.errors import Damaged, Refused, notice
from onelog.core.results.common import IncomingDocument
from onelog.core.results.incoming import SKIPPED, Hints, IncomingFile, Stretch, TextFile
from onelog.markdown import grammar
from onelog.markdown.grammar import Place
from onelog.markdown.split import unix
from onelog.sources.built_document import origin_key
from onelog.sources.written_document import join_lines, write_aside

_COMMIT = re.compile(r"^commit ([0-9a-f]{7,64})\b")
_FIELD = re.compile(r"^(Author|AuthorDate|Date|Commit|CommitDate|Merge):\s+(.*)$")
_FORMS = (
    "%a %b %d %H:%M:%S %Y %z",
    "%Y-%m-%d %H:%M:%S %z",
    "%Y-%m-%dT%H:%M:%S%z",
    "%a, %d %b %Y %H:%M:%S %z",
    "%Y-%m-%d",
)


class Commit(NamedTuple):
    """A commit, with its lines in the log."""

    name: str
    at: str
    """As git writes it."""
    subject: str
    first: int
    last: int
    is_merge: bool


def identify(text: str, name: str) -> int:  # noqa: ARG001 - every source takes the same arguments
    """Sure by its first lines."""
    return 98 if re.match(r"\ufeff?\s*commit [0-9a-f]{7,64}\b.*\n(?:Merge: .*\n)?Author: ", text) else 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """A win a commit, but for merges. Raises `Refused` where they are to be taken without a choice."""
    lines = unix(file.text).rstrip("\n").split("\n")
    commits = [*_commits(lines)]
    if not hints.is_rehearsed:
        raise Refused("import_.choose_commits", file=file.name, n=len(commits))
    skipped = [Stretch(one.first, one.last, SKIPPED, notice("import_.is_merge")) for one in commits if one.is_merge]
    pages = [_win(one, file, hints) for one in commits if not one.is_merge and one.subject]
    why = "" if pages else notice("import_.no_commits")
    return IncomingFile(file.name, "git", len(lines), tuple(pages), () if why else tuple(skipped), why=why)


def _commits(lines: list[str]) -> Iterator[Commit]:
    starts = [n for n, line in enumerate(lines) if _COMMIT.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        part = lines[start:end]
        name = _COMMIT.match(part[0])
        assert name  # noqa: S101 - it begins one
        fields = {found[1]: found[2] for line in part[1:10] if (found := _FIELD.match(line))}
        subject = next((line.strip() for line in part[1:] if line.startswith("    ") and line.strip()), "")
        at = fields.get("AuthorDate") or fields.get("Date") or fields.get("CommitDate") or ""
        yield Commit(name[1], at, subject, start + 1, end, "Merge" in fields)


def _win(commit: Commit, file: TextFile, hints: Hints) -> IncomingDocument:
    at = _time(commit, file).isoformat(timespec="minutes")
    line = f"- **Win:** {grammar.guarded(commit.subject, Place('win', True))}"
    lines = write_aside([("at", at, commit.first), ("with", hints.who, "--with")], line, commit.first)
    return join_lines(file, lines, commit.first, commit.last, origin_key("git", commit.name))


def _time(commit: Commit, file: TextFile) -> datetime:
    """When it was written. Raises `Damaged` where the log does not say that as git does."""
    for form in _FORMS:
        try:
            return datetime.strptime(commit.at.strip(), form)  # noqa: DTZ007 - a zone is said, or it is a day
        except ValueError:
            continue
    raise Damaged("import_.commit_without_day", file=file.name, line=commit.first)
