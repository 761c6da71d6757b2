"""A journal with some of everything in it, ways to break it, and what doctor says of it then."""

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from conftest import NOW
from inside import Inside

from onelog.core.model import Answer
from onelog.journal import drafts, skips
from onelog.store import records
from onelog.store.database import Store
from onelog.store.transaction import writing
from onelog.store.vault import snapshots

HERE = datetime.fromisoformat(NOW)
MONTH_ON = HERE.date() + timedelta(weeks=4)
WORD = "zebra"
"""Stands in every record, and must not stand in anything that doctor says."""
NOTE = f"""talked about the {WORD} and the plan #stripes
縞馬の話をした
a: draft the {WORD} plan due:fri why: they asked
aha: a {WORD} decides faster +teams
t: how the {WORD} goes on
g: mau 950000 the {WORD} wrote it"""


def make(folder: Path) -> Path:
    """A folder with a journal in which nothing is wrong, and a backup of it."""
    run = Inside(folder)
    for words in (
        ("people", "add", f"Ben {WORD}", "--alias", "bee", "--every", "2w"),
        ("goals", "add", f"{WORD} to a million", "--metric", "mau", "--from", "1", "--to", "1000000", "--with", "ben"),
        ("log", "mia", NOTE),
        ("aha", f"one {WORD} more", "--with", "mia"),
        ("undo",),
        ("redo",),
        ("undo",),
        ("note", "mia", f"{WORD} for the next time"),
    ):
        assert run(*words).code == 0, words
    snapshots.keep(run.journal, HERE)
    return folder


def skipped_and_answered(run: Inside) -> None:
    """A skip, and an answer to a warning, in a journal and in its newest backup."""
    with Store(run.journal, write=True) as store:
        skips.skip(store, "ben", HERE, why=f"the {WORD} is away")
        with writing(store, "watch --seen", HERE) as change:
            about = records.goals(store)[0].ref
            change.put(Answer(*change.name("answer"), "goal", about, HERE.date(), MONTH_ON, f"the {WORD} can wait"))
    snapshots.keep(run.journal, HERE)


def copied(whole: Path, folder: Path) -> Inside:
    """onelog on a copy of that folder."""
    shutil.copytree(whole, folder, dirs_exist_ok=True)
    return Inside(folder)


# --- what doctor says ----------------------------------------------------------------------------------------------


class Found(NamedTuple):
    check: str
    level: str


def state(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file and folder in a folder, and itself: what is in it, when it was written, its mode."""
    paths = [folder, *sorted(folder.rglob("*"))]
    return {str(p): (p.read_bytes() if p.is_file() else b"", p.stat().st_mtime_ns, p.stat().st_mode) for p in paths}


def report(run: Inside, *words: str, **env: str) -> tuple[dict[str, Any], int]:
    """What doctor says as JSON, and its exit code. It says no word of a note, and changes nothing unless it mends."""
    before = state(run.folder)
    done = run("doctor", *words, "--json", **env)  # type: ignore[arg-type]  # all of them are settings
    assert words or state(run.folder) == before
    assert WORD not in done.out + done.err
    assert (done.err, "Traceback" in done.out) == ("", False)
    told = json.loads(done.out)
    levels = {finding["level"] for finding in told["findings"]}
    assert done.code == (3 if "damage" in levels else 1 if "problem" in levels else 0)
    return told, done.code


def findings(run: Inside, *words: str, **env: str) -> list[Found]:
    return [Found(f["check"], f["level"]) for f in report(run, *words, **env)[0]["findings"]]


def sql(run: Inside, *statements: str) -> None:
    """Does something in the file behind onelog's back."""
    with closing(sqlite3.connect(run.journal, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def only(run: Inside, table: str, column: str = "uid") -> str:
    """A value of the first row of a table."""
    with closing(sqlite3.connect(run.journal)) as db:
        return str(db.execute(f"SELECT {column} FROM {table} ORDER BY rowid LIMIT 1").fetchone()[0])


def content(run: Inside) -> dict[str, list[Any]]:
    """Everything that is in the journal, table by table."""
    with closing(sqlite3.connect(run.journal)) as db:
        db.text_factory = lambda data: data.decode("utf-8", "replace")
        named = db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%'"
        ).fetchall()
        names = ["rowid, * FROM search" if name == "search" else f"* FROM {name}" for (name,) in named]
        return {name: sorted(db.execute(f"SELECT {name}"), key=repr) for name in names}


# --- ways to break it -------------------------------------------------------------------------------------------------


def flip(run: Inside, kind: str, word: bytes = WORD.encode(), bit: int = 0x01) -> str:
    """Flips one bit of a word in the row of a record, in the bytes of the file; elsewhere the word stays.

    Returns the record's id.
    """
    data, before = run.journal.read_bytes(), rows(run, kind)
    at = data.find(word)
    while at >= 0:
        run.journal.write_bytes(data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :])
        for row, was in zip(rows(run, kind), before, strict=True):
            if row != was:
                return str(row[1].decode())
        at = data.find(word, at + 1)
    raise AssertionError(kind)


def rows(run: Inside, kind: str) -> list[Any]:
    with closing(sqlite3.connect(run.journal)) as db:
        db.text_factory = bytes
        return db.execute(f"SELECT * FROM {kind}").fetchall()


def change_a_record_elsewhere(run: Inside) -> None:
    sql(run, "UPDATE action SET status = 'done', closed = '2026-11-22'")


def lose_a_record(run: Inside, kind: str = "moment") -> None:
    sql(run, f"DELETE FROM {kind}")


def lose_a_search_text(run: Inside) -> None:
    sql(run, "DELETE FROM search WHERE rowid = (SELECT n FROM handle WHERE kind = 'goal')")


def lose_a_tag(run: Inside) -> None:
    sql(run, "DELETE FROM tag WHERE name = 'stripes'")


def put_an_index_out_of_step(run: Inside) -> None:
    """A page of the index says what the table does not: its bytes are changed where they stand."""
    data = run.journal.read_bytes()
    id_ = only(run, "topic", "id").encode()
    with closing(sqlite3.connect(run.journal)) as db:
        (root,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_topic_2'").fetchone()
        size = db.execute("PRAGMA page_size").fetchone()[0]
    at = data.index(id_, (root - 1) * size)
    run.journal.write_bytes(data[:at] + id_[:-1] + b"~" + data[at + 4 :])


def cut_off(run: Inside) -> None:
    """A command that was killed while it wrote: some of its pages are in the file, the old ones in the file beside it."""
    copy, beside = run.folder / "copy.db", run.folder / "copy.db-journal"
    shutil.copy(run.journal, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 2")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE change_row SET after = NULL, before = NULL")
        db.execute("UPDATE meeting SET body = hex(zeroblob(20000))")
        shutil.copy(copy, run.journal)
        shutil.copy(beside, f"{run.journal}-journal")
        db.execute("ROLLBACK")
    copy.unlink()
    Path(f"{run.journal}-journal").chmod(0o600)


def leave_a_draft(run: Inside) -> Path:
    """Words that did not reach the journal, as a failed command leaves them."""
    draft = drafts.begin(run.journal, "log", HERE, {"person": "mia"})
    draft.write("words of worth")
    draft.release()
    return draft.path
