"""What must hold after a command, however it ended: what there is, whether it is sound, and whether the truth was told."""

import difflib
import hashlib
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from conftest import Onelog, Run
from tracing import Call

_DENIED = re.compile(
    r"nothing was (?!written to \S*backups/)|\bnot (?:be )?(?:written|saved|logged|kept|changed|made)|no change"
    r"|journal\.db cannot be", re.IGNORECASE,
)  # fmt: skip
"""How it is said that nothing came of a command."""
_DONE = re.compile(r"(?:is|are) out of the (?:journal|log)")
"""How it is said that something did, and only what follows it failed."""
_CHANCE = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9-]{10}.[0-9:]{8}\.[0-9]+")
"""What differs from run to run: the uids of changes, and when the tables were made."""
_NO_STREAMS = 120
"""What Python exits with where neither stdout nor stderr takes anything, `/dev/null` included."""
_LINES = 8
"""How much of what a command said is shown of a fault."""


class Found(NamedTuple):
    """Something that must not be."""

    kind: str
    """`lost` (what was acknowledged or safe is not there), `half` (neither before nor after), or `said` (told wrongly)."""
    what: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.what}"


def meaning(path: Path, data: bytes) -> str:
    """A file's content, without what differs from run to run and means nothing, as a short text."""
    if path.name.startswith("."):  # made aside by a command that was killed: nobody reads it
        return "aside"
    if path.name.endswith("-journal"):  # SQLite looks at its first byte: one that begins with a zero holds nothing
        return "asleep" if data[:1] in (b"", b"\0") else f"awake {hashlib.sha256(data).hexdigest()}"
    if data[:15] == b"SQLite format 3":
        with closing(_read(path)) as db:
            try:
                data = "\n".join(db.iterdump()).encode()
            except sqlite3.Error:
                return hashlib.sha256(data).hexdigest()
    return hashlib.sha256(_CHANCE.sub(b"*", data)).hexdigest()


def _read(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)


def exported(onelog: Onelog, journal: Path | None = None) -> str:
    """The whole journal as JSON; what went wrong, where it cannot be had.

    A meeting that came from a file has a uid by the file's path, which the program beside this one does not share: so
    uids are numbered as they come.
    """
    named = ("--journal", str(journal)) if journal else ()
    got = onelog.run(*named, "export", "--format", "json")
    return _numbered(got.out) if got.code == 0 else f"exit {got.code}: {got.err}"


def history(onelog: Onelog) -> str:
    """The change log as people see it, its uids numbered as above."""
    got = onelog.run("history", "--json")
    return _numbered(got.out) if got.code == 0 else f"exit {got.code}: {got.err}"


def _numbered(said: str) -> str:
    numbers: dict[str, str] = {}
    return re.sub(_UID, lambda found: numbers.setdefault(found[0], f"uid {len(numbers) + 1}"), said)


_UID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def waiting(onelog: Onelog) -> list[str]:
    """The words that `recover` has."""
    return [draft["text"] for draft in onelog.json("recover --show")]


def damage(journal: Path) -> str:
    """What SQLite finds wrong in a journal; nothing where there is none."""
    if not journal.exists():
        return ""
    try:
        with closing(_read(journal)) as db:
            wrong = [row[0] for row in db.execute("PRAGMA integrity_check") if row != ("ok",)]
            wrong += [f"a {row[0]} points at no {row[2]}" for row in db.execute("PRAGMA foreign_key_check")]
    except sqlite3.Error as error:
        return f"{journal.name} cannot be read: {error}"
    return "; ".join(wrong)


def doctor(onelog: Onelog) -> Iterator[Found]:
    """What `doctor` calls damage."""
    got = onelog.run("doctor", "--json")
    if got.code not in (0, 1) or "Traceback" in got.err or "inside onelog" in got.err:
        yield Found("half", f"doctor: {got}")


def difference(wanted: Sequence[str], got: Sequence[str]) -> str:
    """The lines that differ."""
    lines = difflib.unified_diff("\n".join(wanted).splitlines(), "\n".join(got).splitlines(), lineterm="", n=0)
    return "\n".join(lines)[:1500]


def unsaid(calls: Sequence[Call]) -> bool:
    """Whether stderr itself failed, so that nothing could be said."""
    return any(call.file == "stderr" and not call.worked for call in calls)


def manners(run: Run, came: bool, unsaid: bool, *, unchanged: bool) -> Iterator[Found]:
    """What a run said of what it did, against what it did; `unsaid`: that need not be."""
    said = "\n".join(run.err.splitlines()[:_LINES])
    if "Traceback" in run.err or "inside onelog" in run.err:
        yield Found("said", f"not a sentence: {run.err[-2000:]}")
    if run.code not in (0, 1, 3, -9) and not (unsaid and run.code == _NO_STREAMS):
        yield Found("said", f"exit {run.code}: {said}")
    if run.code > 0 and not unsaid and not re.search(r"^onelog: .+[.?!]$", run.err, re.MULTILINE):
        yield Found("said", f"exit {run.code} without a sentence: {said!r}")
    if run.code == 0 and not came:
        yield Found("lost", f"exit 0, and it is not there: {said!r}")
    if run.out and not came and not unsaid:
        yield Found("lost", f"it was shown as done, and it is not there: {run.out!r}")
    if run.code > 0 and came and not unchanged and _DENIED.search(run.err) and not _DONE.search(run.err):
        yield Found("said", f"it is there, and this says that it is not: {said!r}")
