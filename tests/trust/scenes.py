"""The commands that are hit, and the journals they start from."""

import gzip
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from conftest import Onelog
from faults import Case, Scene
from holding import Found, damage, exported, history

from onelog.store.schema import VERSION

TALKS = {
    "1.md": """---
with: Mia Tanaka
at: 2026-11-02T10:00+09:00
len: 45m
---
Talked about the ads move, and that a smaller plan may do.

- [ ] draft the plan due:2026-11-13 why: finance decides on Monday
- [ ] @them send the numbers due:2026-11-20
- **Aha:** a small team decides faster because: three of us were away
""",
    "2.md": """---
with: 田中 花子
at: 2026-11-05T15:30+09:00
mood: 4
---
目標の見直しについて話した。来週までに計画を書く。

- [ ] 計画を書く due:2026-11-12
- **Concern:** 予算が足りない
- **Topic:** 採用のこと
""",
    "3.md": """---
with: Aiko Sato
at: 2026-11-09T09:00+09:00
---
The hiring plan, and how the interviews went.

- **Praise:** asked the question nobody asked +courage
- **Decision:** two interviews a week
""",
}
MORE = {
    "4.md": "---\nwith: Mia Tanaka\nat: 2026-11-16T10:00+09:00\n---\nThe plan is through. 計画が通った。\n\n- [ ] thank finance\n",
    "5.md": "---\nwith: Ben Okafor\nat: 2026-11-17T10:00+09:00\n---\nA first talk.\n\n- **Win:** the search page is out\n",
}
WORDS = (
    "It was about the roof, と屋根のこと。\nIt leaks since the storm; nobody knew.\n\n"
    "a: call the roofer due:fri why: it rains on Saturday\naha: asking early is cheaper because: the quote doubled\n"
    "c: 予算が心配\n"
)
EDIT = 'sed "s/a smaller plan may do/half the plan will do: 半分で足りる/; s/draft the plan/draft half the plan/" "$f" > "$f.2"; cat "$f.2" > "$f"; rm "$f.2"'
WRITE = f"cat >> \"$f\" <<'END'\n{WORDS}END"
AHA = "a roof is cheaper than a flood, 早いほうが安い because: the quote doubled"
DAY = "what the day brought: 今日のこと"


def talks(folder: Path, **env: str) -> None:
    """A journal with three meetings and a change that was undone; documents to take in; ids to name."""
    onelog = Onelog(folder)
    onelog.env |= env
    _write(folder / "first", TALKS)
    _write(folder / "in", MORE)
    onelog("import", "first")
    onelog("people", "edit", "mia", "--alias", "mia")
    onelog("log", "aiko", "a talk that is taken back a: something wrong")
    onelog("undo")
    onelog("log", "mia", "the newest talk, on the weather")
    ids = {"action": onelog.json("actions", "--mine")[0]["id"]}
    ids["meeting"] = next(
        m["id"] for m in onelog.json("timeline", "--limit", "0") if "ads move" in (m.get("notes") or "")
    )
    (folder / "ids.json").write_text(json.dumps(ids))


def an_old_journal(folder: Path) -> None:
    """A journal of version 1.

    It was made by the last onelog of that version (commit 125c815) from three `people add`, four `log`, `goals add`,
    `note`, `win`, `concern`, `done` and `undo` at fixed times; then VACUUM and gzip.
    """
    journal = folder / "journal.db"
    journal.write_bytes(gzip.decompress((Path(__file__).parent / "journal-1.db.gz").read_bytes()))
    journal.chmod(0o600)


def nothing(folder: Path) -> None:
    """No journal yet."""
    assert folder.is_dir()


def documents(folder: Path) -> None:
    """No journal yet, and documents to take in."""
    _write(folder / "in", MORE)


def a_draft(folder: Path) -> None:
    """Words that an editor left when it failed."""
    talks(folder)
    (folder / "words").write_text(WORDS, encoding="utf-8")
    (folder / "failing.sh").write_text('cat words > "$1"; exit 1\n')
    Onelog(folder).fails("log", "mia", "--edit", ONELOG_EDITOR="sh failing.sh")


def a_backup(folder: Path) -> None:
    """A backup from yesterday, and a talk since."""
    talks(folder)
    Onelog(folder)("backup", ONELOG_NOW="2026-11-21T14:00:00+09:00")
    Onelog(folder)("log", "aiko", "what was said since, それから a: write it down")


def old_changes(folder: Path) -> None:
    """Changes of last week, and one of today."""
    talks(folder, ONELOG_NOW="2026-11-14T14:00:00+09:00")
    Onelog(folder)("log", "aiko", "what was said since, それから a: write it down")


def a_stale_index(folder: Path) -> None:
    """A journal in which a note cannot be searched for."""
    talks(folder)
    with closing(sqlite3.connect(folder / "journal.db")) as db, db:
        db.execute("DELETE FROM search WHERE rowid IN (SELECT rowid FROM search LIMIT 3)")


STARTS = {
    "talks": talks, "an old journal": an_old_journal, "nothing": nothing, "documents": documents, "a draft": a_draft, "a backup": a_backup,
    "old changes": old_changes, "a stale index": a_stale_index,
}  # fmt: skip


# --- what is looked at ------------------------------------------------------------------------------------------------


def backups(onelog: Onelog) -> list[str]:
    """The journals in the backups that there are, by their exports."""
    places = sorted((onelog.folder / "journal.db.backups").glob("[!.]*.db"))
    return sorted(exported(onelog, path) for path in places)


def with_backups(onelog: Onelog) -> str:
    return "\n".join([exported(onelog), *backups(onelog)])


def with_file(onelog: Onelog) -> str:
    file = onelog.folder / "out.json"
    return exported(onelog) + (file.read_text(encoding="utf-8") if file.exists() else "")


def with_history(onelog: Onelog) -> str:
    return exported(onelog) + history(onelog).replace(_MARK, "")


def with_search(onelog: Onelog) -> str:
    """The journal, and what is found in its oldest note."""
    return exported(onelog) + onelog.run("search", "ads", "--json").out


# --- what else must hold ----------------------------------------------------------------------------------------------


def whole_backups(scene: Scene) -> Iterator[Found]:
    for path in sorted((scene.folder / "journal.db.backups").glob("[!.]*.db")):
        if problem := damage(path):
            yield Found("half", f"{path.name}: {problem}")


def migrated(scene: Scene, came: bool) -> Iterator[Found]:
    """Version 1 or the newest, and once it is that one the backup from before is there."""
    yield from whole_backups(scene)
    with closing(sqlite3.connect(scene.onelog.journal)) as db:
        version = db.execute("PRAGMA user_version").fetchone()[0]
    if version not in ((VERSION,) if came else (1, VERSION)):
        yield Found("half", f"version {version}")
    if set(backups(scene.onelog)) != {scene.before} and (came or version == VERSION):
        yield Found("lost", "there is no backup of the older journal")


def kept_what_was_there(scene: Scene, came: bool) -> Iterator[Found]:
    yield from whole_backups(scene)
    if came and scene.before not in backups(scene.onelog):
        yield Found("lost", "what was there before is in no backup")


_MARK = " (under way)"
"""What the change log has at an erasure that was not finished."""


def erased(*words: str) -> Callable[[Scene, bool], Iterator[Found]]:
    """Once it came through, doing it again goes on where it was stopped, and leaves no trace of these words."""

    def traces(folder: Path) -> list[str]:
        own = [path for place in ("journal.db*", "journal.db*/**/*") for path in folder.glob(place) if path.is_file()]
        return [path.name for path in own if any(word.encode() in path.read_bytes() for word in words)]

    def hold(scene: Scene, came: bool) -> Iterator[Found]:
        yield from whole_backups(scene)
        if came and (traces(scene.folder) or _MARK in history(scene.onelog)):
            again = scene.onelog.run(*scene.words)
            if again.code or _MARK in history(scene.onelog) or traces(scene.folder):
                yield Found("half", f"traces in {traces(scene.folder)} after {again}")

    return hold


def _write(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


CASES = [
    Case("log from a pipe", ("log", "mia", "-"), sample=2, piped=WORDS, typed=WORDS),
    Case("log of words", ("log", "mia", DAY, "a: ring Ben"), typed=f"{DAY} a: ring Ben"),
    Case("log in the editor", ("log", "mia", "--edit"), sample=1, editor=WRITE),
    Case("the first log", ("log", "mia", "-"), sample=1, piped=WORDS, typed=WORDS, start="nothing"),
    Case(
        "the first log without links",
        ("log", "mia", "-"),
        sample=2,
        piped=WORDS,
        typed=WORDS,
        start="nothing",
        links=False,
    ),
    Case("the first import", ("import", "in"), start="documents"),
    Case("the first import without links", ("import", "in"), sample=2, start="documents", links=False),
    Case("note", ("note", "mia", "-"), piped=WORDS, typed=WORDS),
    Case("edit", ("edit", "{meeting}"), sample=2, editor=EDIT),
    Case("done", ("done", "{action}", "--why", "it was sent on Friday"), sample=1),
    Case("undo", ("undo",), sample=1),
    Case("import", ("import", "in"), sample=1),
    Case(
        "a migration", ("log", "mia", "-"), sample=2, piped=WORDS, typed=WORDS, start="an old journal", after=migrated
    ),
    Case("delete", ("delete", "{meeting}")),
    Case("an aha", ("aha", AHA, "--with", "mia"), typed=AHA),
    Case("recover", ("recover", "1"), typed=WORDS, kept=True, start="a draft"),
    Case("export", ("export", "--format", "json", "-o", "out.json"), look=with_file),
    Case("export without links", ("export", "--format", "json", "-o", "out.json"), look=with_file, links=False),
    Case("backup", ("backup",), sample=1, start="a backup", look=with_backups),
    Case(
        "restore", ("restore", "journal-20261121T140000+0900.db"), sample=1, start="a backup", after=kept_what_was_there
    ),
    Case(
        "forget",
        ("forget", "Aiko Sato", "--confirm", "Aiko Sato"),
        sample=1,
        start="a backup",
        step=8,
        after=erased("Aiko", "aiko"),
    ),
    Case(
        "delete for good",
        ("delete", "{meeting}", "--for-good", "--confirm", "{meeting}"),
        start="a backup",
        step=8,
        after=erased("ads move"),
    ),
    Case("prune", ("history", "--prune", "1d", "--yes"), start="old changes", look=with_history, after=erased()),
    Case("mend", ("doctor", "--mend"), start="a stale index", reports=True, look=with_search),
]
"""Every command that writes, by the way in which it writes."""
