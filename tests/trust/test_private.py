"""What is written stays between the journal and its keeper: no network, no open files, no words in errors or in names."""

import json
import os
import re
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pexpect
import pytest
from at_terminal import type_line
from conftest import ONELOG, Onelog, at
from inside import Inside

from onelog.cli import COMMANDS

pytestmark = [pytest.mark.trust, pytest.mark.posix]

WORDS = ("Zwetschgenmus", "ひみつのことば", "kumquat-4711")
"""Words that are in notes and nowhere else."""


# --- no network ------------------------------------------------------------------------------------------------------

WATCH = """
import os, sys

def heard(event, arguments, begins=tuple(os.environ.get("WATCHED", "").split())):
    if begins and event.startswith(begins):
        os.write(2, f"heard {event}\\n".encode())
        os._exit(97)

sys.addaudithook(heard)
"""
NETWORK = "socket. urllib. http. ftplib. smtplib. imaplib. poplib. webbrowser. ssl."
"""Beginnings of the names of audit events (PEP 578) that come before anything goes out."""

EVERY: dict[str, str] = {
    "log": "log mia 'talked about the plan a: draft it'", "note": "note mia 'ask her'", "topic": "topic mia 'the plan'",
    "topics": "topics", "actions": "actions", "actions add": "actions add 'a thing'", "done": "done A1", "drop": "drop A2 --why no",
    "reopen": "reopen A3", "aha": "aha less", "win": "win more", "praise": "praise good --with mia", "growth": "growth slower --with mia",
    "concern": "concern late", "fact": "fact 'birthday 12 Mar' --with mia", "forms": "forms", "forms edit": "forms edit report", "decision": "decision yes", "timeline": "timeline", "search": "search plan", "show": "show mia",
    "moments": "moments", "export": "export --format html", "people": "people", "people add": "people add Ben",
    "people edit": "people edit mia --alias mi", "people archive": "people archive mia", "people merge": "people merge Ben mia", "goals": "goals",
    "goals add": "goals add bigger", "goals checkin": "goals checkin G1 5", "goals close": "goals close G1 --as missed",
    "edit": "edit mia", "delete": "delete A1", "undo": "undo", "redo": "redo", "history": "history", "import": "import note.md",
    "recover": "recover", "backup": "backup", "restore": "restore kept.db", "doctor": "doctor", "forget": "forget Mia --confirm 'Mia Tanaka'",
    "next": "next", "move": "move mia friday", "change": "change last text:more", "skip": "skip mia --why away", "prep": "prep mia", "team": "team", "help": "help back", "watch": "watch", "skills": "skills", "feedback": "feedback",
    "ask": "ask mia", "guide": "guide listening", "explain": "explain pace", "status": "status --short", "goals plan": "goals plan G1",
    "review": "review --format html -o page.html", "nominate": "nominate mia", "stats": "stats 2026", "thread": "thread --all --private",
    "discover": "discover", "spark": "spark mia --take 1",
    "db": "db --help", "db path": "db path", "db info": "db info", "db schema": "db schema", "demo": "demo",
    "config": "config reflect off", "config list": "config list", "config path": "config path", "config get": "config get reflect",
    "config set": "config set reflect on", "config edit": "config edit",
}  # fmt: skip
"""Every command, at work."""
MORE = (
    "--color never", "--help", "--version", "nonsense", "--show-completion bash", "export --format json", "export --format csv",
    "export --format ics", "import all.json", "show mia --md", "doctor --mend", "backup --list", "timeline --json",
    "review --for manager", "review 2026 --private --json", "spark --list", "thread mia", "stats --json",
)  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """A journal with some of everything in it, and beside it a copy, an export, a document and the watch."""
    run = Onelog(tmp_path_factory.mktemp("kept"))
    run("people", "add", "Mia Tanaka", "--relation", "manager", "--every", "2w")
    met = run.json("log", "mia", "the plan\na: one\na: two\na: three\naha: less")
    names = {f"A{n}": action["id"] for n, action in enumerate(met["actions"], 1)}
    run("done", names["A3"])
    names["G1"] = run.json("goals", "add", "a goal", "--from", "0", "--to", "9")["id"]
    (run.folder / "all.json").write_text(run("export --format json"), encoding="utf-8")
    (run.folder / "note.md").write_text("---\nwith: mia\nat: 2026-11-01\n---\n\nhello\n", encoding="utf-8")
    run("aha less is more")
    run("undo")
    shutil.copy(run.journal, run.folder / "kept.db")
    (run.folder / "watch").mkdir()
    (run.folder / "watch" / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    (run.folder / "names.json").write_text(json.dumps(names), encoding="utf-8")
    return run


WORK = """
import os, shlex, shutil, sys
from onelog.cli.main import main

for line in sys.argv[1:]:
    shutil.copy("kept.db", "journal.db")
    sys.stderr.write(f"{line}: {main(shlex.split(line))}\\n")
"""
"""Does many commands in one process, each on a fresh copy of the journal, and tells how each of them ended."""


def watched(kept: Onelog, folder: Path, events: str, *lines: str) -> list[str]:
    """What the commands said on stderr; the process ends with code 97 as soon as one of the events happens."""
    shutil.copytree(kept.folder, folder / "here")
    names = json.loads((kept.folder / "names.json").read_text(encoding="utf-8"))
    lines = tuple(shlex.join(names.get(word, word) for word in shlex.split(line)) for line in lines)
    env = Onelog(folder / "here").env | {
        "PYTHONPATH": str(kept.folder / "watch"),
        "WATCHED": events,
        "ONELOG_EDITOR": "true",
    }
    done = subprocess.run(
        [sys.executable, "-c", WORK, *lines], env=env, cwd=folder / "here", stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    said = done.stderr.splitlines()
    assert done.returncode == (97 if "heard" in said[-1] else 0), done
    return said


def test_every_command_is_looked_at() -> None:
    assert set(EVERY) == {row.name for row in COMMANDS}


def test_no_command_opens_a_connection(kept: Onelog, tmp_path: Path) -> None:
    said = watched(kept, tmp_path, NETWORK, *EVERY.values(), *MORE)
    assert not [line for line in said if line.startswith("heard")]
    ended = [line for line in said if re.search(r": \d+$", line)]
    assert len(ended) == len(EVERY) + len(MORE)
    failed = [line for line in ended if not line.endswith(": 0")]
    failed = [line for line in failed if not line.startswith(("people merge", "nonsense", "--show-completion"))]
    assert len(failed) <= 1, (
        failed
    )  # an editor that changes nothing; nobody is there to merge, no such command or shell


@pytest.mark.parametrize("event", ["sqlite3.connect", "open", "import"])
def test_what_does_happen_is_heard(kept: Onelog, tmp_path: Path, event: str) -> None:
    assert watched(kept, tmp_path, event, "timeline")[-1].startswith(f"heard {event}")


@pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace")
@pytest.mark.parametrize("line", ["log mia words", "export --format html", "backup", "doctor"])
def test_the_system_is_asked_for_no_connection(onelog: Onelog, line: str) -> None:
    """Below Python as well: no library that onelog stands on asks for one."""
    onelog("log mia words")
    trace = ["strace", "-f", "-qq", "-e", "trace=socket,connect,bind,sendto", "-o", "trace"]
    subprocess.run([*trace, *ONELOG, *line.split()], env=onelog.env, cwd=onelog.folder, check=True, capture_output=True)
    asked = (onelog.folder / "trace").read_text(encoding="utf-8")
    assert not [line for line in asked.splitlines() if re.search(r"\b(socket|connect|bind|sendto)\(", line)]


def test_pressing_tab_opens_no_connection(kept: Onelog, tmp_path: Path) -> None:
    done = Onelog(kept.folder).run(
        _ONELOG_COMPLETE="complete_bash", COMP_WORDS="onelog log ", COMP_CWORD="2", PYTHONPATH=str(kept.folder / "watch"),
        WATCHED=NETWORK,
    )  # fmt: skip
    assert (done.code, "Mia" in done.out) == (0, True), done


# --- no open files ---------------------------------------------------------------------------------------------------


def all_that_is_made(run: Onelog) -> None:
    """Everything that onelog ever makes: journal, drafts, backups, exports."""
    run("log", "mia", "talked about the plan")
    run.fails("log", "mia", "--edit", ONELOG_EDITOR="sh -c 'echo more >> \"$1\"; exit 3' sh")
    for form in ("md", "html", "csv", "ics"):
        run("export", "--format", form, "-o", f"out.{form}")
    run("export", "--format", "folder", "-o", "documents")
    run("export", "--format", "json", "-o", "all.json")
    run("backup")
    run("backup", "copy.db")
    run("log", "mia", "and once more")
    run("restore", "copy.db", "--yes")


def test_whatever_is_made_is_for_its_owner_alone(onelog: Onelog) -> None:
    os.umask(mask := os.umask(0))
    try:
        os.umask(0)  # what the programs are born with
        all_that_is_made(onelog)
    finally:
        os.umask(mask)
    own = [path for path in onelog.folder.rglob("*") if not path.is_symlink()]
    assert {(path.name, oct(path.stat().st_mode & 0o777)) for path in own if path.is_dir()} == {
        (path.name, "0o700") for path in own if path.is_dir()
    }
    assert [path.name for path in own if path.is_file() and path.stat().st_mode & 0o777 != 0o600] == []
    assert {"journal.db", "out.md", "out.html", "out.csv", "out.ics", "all.json", "copy.db"} <= {p.name for p in own}
    assert {"journal.db.drafts", "journal.db.backups", "documents"} <= {p.name for p in own if p.is_dir()}


# --- drafts ----------------------------------------------------------------------------------------------------------


def half_typed(run: Onelog) -> None:
    """A prompt that is killed."""
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "mia"], env=run.env, cwd=str(run.folder), timeout=30, encoding="utf-8"
    )
    child.expect("an empty line ends it")
    child.expect("> ")
    type_line(child, WORDS[1])
    child.kill(signal.SIGKILL)
    child.expect(pexpect.EOF)
    child.close()


def half_written(run: Onelog) -> None:
    """An editor that fails."""
    run.fails("log", "mia", "--edit", ONELOG_EDITOR=f"sh -c 'echo {WORDS[1]} >> \"$1\"; exit 3' sh")


def refused(run: Onelog) -> None:
    """A pipe whose words are not one line."""
    run.fails("aha", "-", input=f"{WORDS[0]}\n{WORDS[1]}\n")


@pytest.mark.parametrize("way", [half_typed, half_written, refused], ids=lambda way: str(way.__name__))
def test_a_draft_is_private_has_no_words_in_its_name_is_offered_and_goes(
    onelog: Onelog, way: Callable[[Onelog], None]
) -> None:
    way(onelog)
    place = onelog.folder / "journal.db.drafts"
    files = sorted(place.iterdir())
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert place.stat().st_mode & 0o777 == 0o700
    assert {path.suffix for path in files} == {".md", ".json"}
    assert all(re.fullmatch(r"20261122T140000-[0-9a-f-]+", path.stem) for path in files), "a time and a number"
    for command in ("--color never", "log ben hello"):
        said = onelog.run(command).err
        assert "1 text has not reached the journal: onelog recover" in said
        assert not any(word in said for word in WORDS)
    assert WORDS[1] not in onelog("recover")
    assert WORDS[1] in onelog("recover --show")
    onelog("recover", "1", "--with", "mia")
    assert not place.exists()
    assert WORDS[1] in onelog("timeline") + onelog("export --format json").encode().decode("unicode_escape")


# --- what looks back -----------------------------------------------------------------------------------------------------

PLANTED = ("zwetschgenmus", "kumquat", "ひみつ", "quittengelee", "mispel", "schlehe")
"""In a concern, in a private line, in their tags, in what led up to them and in how one was settled; and nowhere else."""
ASIDE = """
c: zwetschgenmus again +kumquat
because: quittengelee
x: ひみつ and more +mispel"""
OPEN = """mood:5 seen:5 rating:5 a good talk
aha: small teams decide faster +teams
p: you asked before you answered +listening
a: draft the plan due:fri"""
LOOKING_BACK = (
    "review", "review 2026", "review 2026 --with mia", "review 2026 --redact", "review 2026 --for manager", "review 2026 --for skip",
    "review 2026 --for hr", "review 2026 --format md", "review 2026 --format html", "review 2026 --for manager --format html",
    "review 2026 --json", "nominate 2026", "nominate mia 2026", "nominate mia 2026 --json", "stats 2026", "stats 2026 --with mia",
    "stats 2026 --json", "thread", "thread mia --all", "thread --all --json", "discover", "discover mia", "discover mia --json", "spark mia",
    "spark mia --json", "spark --list", "spark --list --json", "export 2026 --format html", "export 2026 --format html --with mia",
)  # fmt: skip


@pytest.fixture(scope="module")
def aside(tmp_path_factory: pytest.TempPathFactory) -> Inside:
    """Ten talks, every other with a concern and a private line; one concern is settled."""
    inside = Inside(tmp_path_factory.mktemp("aside"))
    inside("people", "add", "Mia Tanaka", "--relation", "manager", "--every", "2w", **at("2026-01-01"))
    for n in range(10):
        day = f"2026-{2 + n:02}-02"
        text = OPEN.replace("rating:5", f"rating:{3 + n % 3}") + (ASIDE if n % 2 else "")
        assert inside("log", "mia", "-", input=text.encode(), **at(day)).code == 0
    concern = json.loads(inside("moments", "--kind", "concern", "--private", "--json").out)[-1]
    assert inside("done", concern["id"], "--why", "schlehe", **at("2026-11-10")).code == 0
    for word in PLANTED:
        assert word in inside("export", "2026", "--private").out + inside("show", concern["id"], "--json").out
    return inside


@pytest.mark.long
@pytest.mark.parametrize("terminal", [False, True], ids=["in a pipe", "on a terminal"])
@pytest.mark.parametrize("words", LOOKING_BACK)
def test_what_looks_back_shows_nothing_private_unasked(aside: Inside, words: str, terminal: bool) -> None:
    """A concern is said with --private only, whoever looks over the shoulder; thread knows the kinds of lines alone."""
    done = aside(*words.split(), terminal=terminal, **at("2026-11-22"))
    assert done.code == 0, done
    said = (done.out + done.err).encode().decode("unicode_escape") if "json" in words else done.out + done.err
    assert [word for word in PLANTED if word in said.lower()] == []


def test_what_is_private_is_there_for_who_asks(aside: Inside) -> None:
    shown = aside("review", "2026", "--private", **at("2026-11-22")).out
    assert {word for word in PLANTED if word in shown} >= {"zwetschgenmus", "ひみつ"}


@pytest.mark.parametrize(
    ("line", "back"),
    [("c: kestrel finance", 0), ("x: kestrel finance", 0), ("kestrel\nc: finance", 0), ("kestrel finance", 1)],
)
def test_words_of_a_concern_bring_nothing_back(tmp_path: Path, line: str, back: int) -> None:
    """Who sees that an old a-ha belongs to the newest talk sees words of that talk."""
    inside = Inside(tmp_path)
    inside("log", "ben", "--new", "aha: a kestrel is small, and finance counts it", **at("2026-11-18"))
    inside("log", "mia", "--new", f"we talked\n{line}", **at("2026-11-20"))
    for words in ("discover", "discover mia", "spark mia"):
        told = json.loads(inside(*words.split(), "--json", **at("2026-11-22")).out)
        assert len([one for one in told if one["why"] in ("related", "touch")]) == back, words


# --- who looks at the list of processes --------------------------------------------------------------------------------


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="there is no /proc")
def test_no_words_stand_in_the_list_of_processes(onelog: Onelog) -> None:
    """Neither onelog's own line and surroundings nor the editor's tell more than what was typed to start them."""
    onelog("note", "mia", f"{WORDS[0]} and {WORDS[1]}")
    looks = 'cat /proc/$PPID/cmdline /proc/$PPID/environ /proc/$PPID/comm /proc/$$/cmdline /proc/$$/environ > seen; echo more >> "$1"'
    (onelog.folder / "editor.sh").write_text(looks, encoding="utf-8")
    a_start_of_its_own = {"PYTHONNOUSERSITE": "1"}
    onelog("edit", onelog.json("timeline")[0]["id"], ONELOG_EDITOR="sh editor.sh", **a_start_of_its_own)
    seen = (onelog.folder / "seen").read_bytes().decode()
    assert "\0edit\0" in seen
    assert not any(word in seen for word in WORDS)


# --- errors ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def full_of_secrets(tmp_path_factory: pytest.TempPathFactory) -> tuple[Inside, bytes]:
    """A journal with the words in every text that it holds, and its bytes."""
    one = " ".join(WORDS)
    inside = Inside(tmp_path_factory.mktemp("secrets"))
    inside("people", "add", "Mia Tanaka", "--relation", "manager", "--every", "2w")
    inside(
        "log",
        "mia",
        "-",
        input=f"{one}\na: {one} due:fri\naha: {one} because: {one}\nt: {one}\nd: {one}\nmood:3".encode(),
    )
    inside("goals", "add", "a goal", "--from", "0", "--to", "9", "--by", "eoq")
    inside("goals", "checkin", "goal", "3", one)
    inside("note", "mia", one)
    action = json.loads(inside("actions", "add", one, "--json").out)["id"]
    inside("done", action, "--why", one)
    return inside, inside.journal.read_bytes()


READING = (
    ("--color", "never"), ("timeline",), ("actions", "--all"), ("moments",), ("topics",), ("goals",), ("people",), ("search", "kumquat"),
    ("history",), ("show", "mia"), ("export", "--json"), ("export", "2026"), ("doctor",),
)  # fmt: skip
SPOILED: tuple[tuple[str, str, Any], ...] = (
    ("person", "added", "one day"), ("person", "archived", "2026-02-30"), ("person", "relations", '{"Zwetschgenmus": '),
    ("person", "relations", '[["Zwetschgenmus", "peer"]]'), ("person", "relations", "null"), ("person", "name", b"\xff\xfe"),
    ("meeting", "at", "Zwetschgenmus"), ("meeting", "created", "2026-11-22T25:00"), ("meeting", "body", b"Zwetschgenmus \xff"),
    ("action", "due", "Zwetschgenmus"), ("action", "opened", ""), ("action", "closed", "2026-13-01"), ("action", "text", b"\xff"),
    ("moment", "at", "Zwetschgenmus"), ("moment", "resolved", "never"), ("moment", "tags", b"\xc3"), ("topic", "added", "Zwetschgenmus"),
    ("goal", "by", "Zwetschgenmus"), ("goal", "start", float("inf")), ("goal", "target", float("-inf")), ("checkin", "at", "Zwetschgenmus"),
    ("checkin", "value", float("inf")), ("change", "at", "Zwetschgenmus"), ("change_row", "after", '{"Zwetschgenmus": '),
    ("change_row", "before", b'{"text": "\xff"}'), ("change_row", "after", "[1]"), ("handle", "kind", "Zwetschgenmus"),
)  # fmt: skip
"""A table, a column of it, and a value that onelog never writes there; bytes are put there as a text."""


def spoil(journal: Path, table: str, column: str, value: object) -> None:
    """What another program, or a bad disk, may do."""
    with closing(sqlite3.connect(journal)) as db, db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute(f"UPDATE {table} SET {column} = {'CAST(? AS TEXT)' if isinstance(value, bytes) else '?'}", (value,))


@pytest.mark.long
@pytest.mark.walk(9)
@pytest.mark.parametrize(("table", "column", "value"), SPOILED, ids=lambda value: str(value)[:30])
def test_a_value_that_cannot_be_read_is_an_error_without_a_word_of_it(
    full_of_secrets: tuple[Inside, bytes], table: str, column: str, value: object
) -> None:
    inside, data = full_of_secrets
    inside.journal.write_bytes(data)
    spoil(inside.journal, table, column, value)
    spoiled, codes = inside.journal.read_bytes(), set()
    for command in READING:
        done = inside(*command)
        codes.add(done.code)
        said = done.err
        assert done.code in (0, 3) or command == ("doctor",), (command, done)
        assert "Traceback" not in said, (command, done)
        if done.code and command != ("doctor",):
            assert said.startswith(f"onelog: {inside.journal} "), (command, done)
            assert len(said.splitlines()) == 2, (command, done)
            said += (shown := inside(*command, ONELOG_DEBUG="1")).err
            assert "Traceback" in said
            assert shown.code == 3
        for word in WORDS:
            assert word not in said, (command, said)
    assert max(codes) > 0
    assert inside.journal.read_bytes() == spoiled


TROUBLES = (
    "done zzzz", "done M1", "drop A1", "reopen A1", "show zzzz", "delete MIA", "people add 'Mia Tanaka'", "goals checkin goal",
    "goals close goal --as lost", "actions --goal zzzz", "log mia --file latin.md", "log mia --file other.md", "import latin.md",
    "import kind.md", "import cut.json", "import wrong.json", "import folder", "export -o all.json", "log ben -", "aha -", "log mia - --mood 9",
    "note mia -", "edit M1", "undo 99", "redo", "recover 9", "restore all.json", "restore zeros.db", "forget mia --confirm no", "backup zeros.db",
)  # fmt: skip


@pytest.mark.long
@pytest.mark.walk(20)
@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("debug", ["", "1"], ids=["", "with a traceback"])
def test_no_error_quotes_a_note(
    full_of_secrets: tuple[Inside, bytes], tmp_path: Path, trouble: str, debug: str
) -> None:
    """Errors are sent around: to a colleague, into a bug report, into the log of a server."""
    inside, data = Inside(tmp_path), full_of_secrets[1]
    inside.journal.write_bytes(data)
    words = " ".join(WORDS)
    met = json.loads(inside("timeline", "--json", "--kind", "meeting").out)[0]
    names = {
        "A1": met["actions"][0]["id"],
        "M1": met["id"],
        "MIA": json.loads(inside("show", "mia", "--json").out)["id"],
    }
    whole = inside("export", "--format", "json").out
    for name, text in {
        "latin.md": words.encode() + b"\xe9", "other.md": f"---\nwith: Nobody Known\nid: zzzz\n---\n\n{words}".encode(),
        "kind.md": f"---\nkind: {words}\n---\n\n{words}".encode(),
        "cut.json": whole[: len(whole) // 2].encode(), "wrong.json": whole.replace('"at": "2026', '"at": "soon').encode(),
        "all.json": whole.encode(), "zeros.db": bytes(9000),
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(text)
    (tmp_path / "folder").mkdir()
    done = inside(
        *(names.get(word, word) for word in shlex.split(trouble)), input=f"---\nwith: Nobody Known\n---\n{words}\n{words}".encode(),
        ONELOG_EDITOR="false", ONELOG_DEBUG=debug,
    )  # fmt: skip
    assert done.code in (1, 2, 3) or trouble in ("log ben -", "undo 99", "note mia -"), done
    for word in WORDS:
        assert word not in done.err, done


def test_the_tracebacks_have_no_words_where_the_program_itself_is_at_fault(onelog: Onelog) -> None:
    """A spoiled value, met by a process of its own: what is on stderr goes into bug reports."""
    onelog("log", "mia", f"{WORDS[0]} a: {WORDS[1]} due:fri")
    spoil(onelog.journal, "action", "due", WORDS[2])
    done = onelog.run("actions", ONELOG_DEBUG="1")
    assert (done.code, done.err.count("Traceback") > 0) == (3, True)
    assert not any(word in done.err for word in WORDS)
    assert subprocess.run([*ONELOG, "actions"], env=onelog.env, capture_output=True, check=False).returncode == 3
