"""Whatever stands at the other end of its streams, the program ends in a sentence or in silence, never in a traceback."""

import json
import os
import pty
import re
import signal
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import ONELOG, Onelog

pytestmark = pytest.mark.posix

COMMANDS = ("", "timeline", "actions", "goals", "search talked", "export", "show mia", "--help")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def shell(run: Onelog, line: str, **env: str) -> subprocess.CompletedProcess[str]:
    """A line of shell in which `onelog` is the program."""
    program = " ".join(ONELOG)
    return subprocess.run(
        ["/bin/sh", "-c", f'onelog() {{ {program} "$@"; }}; {line}'], env=run.env | env, cwd=run.folder, capture_output=True, text=True,
        stdin=subprocess.DEVNULL, check=False, timeout=60, encoding="utf-8", errors="surrogateescape",
    )  # fmt: skip


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with more in it than one screen shows; to be copied."""
    onelog = Onelog(tmp_path_factory.mktemp("some"))
    note = "目標 é 👩\u200d💻 talked a long while " * 5
    onelog(
        "log",
        "Mia Tanaka",
        f"{note}\na: draft it due:-3d\naha: 小さなチーム\ntopic: next time\nc: a worry",
        "--mood",
        "4",
    )
    onelog("goals", "add", "One million", "--by", "eoq", "--from", "1", "--to", "9")
    for n in range(3):
        onelog("log", "mia", f"meeting {n} " + note * 40)
    return onelog.journal


@pytest.fixture
def some(journal: Path, onelog: Onelog) -> Onelog:
    """onelog on a copy of it."""
    onelog.journal.write_bytes(journal.read_bytes())
    onelog.journal.chmod(0o600)
    return onelog


def count(run: Onelog, table: str) -> int:
    """How many rows a table of the journal has."""
    with closing(sqlite3.connect(run.journal)) as db:
        return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def calm(text: str) -> None:
    for word in ("Traceback", "Exception ignored", "BrokenPipe", "Errno", "inside onelog"):
        assert word not in text, text


@pytest.mark.long
@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_who_leaves_is_no_error(some: Onelog, command: str) -> None:
    done = shell(some, f"{{ onelog {command}; echo $? >&2; }} | head -1")
    assert done.stderr.splitlines()[-1] == "0"
    calm(done.stderr)
    assert len(done.stdout.splitlines()) == 1


def test_a_reader_who_has_left_before_anything_is_written_is_no_error(some: Onelog) -> None:
    done = shell(some, "{ sleep 0.1; onelog timeline; echo $? >&2; } | true")
    assert done.stderr.splitlines() == ["0"]


@pytest.mark.long
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_under_the_output_is_an_error_with_a_sentence(some: Onelog, command: str) -> None:
    done = shell(some, f"onelog {command} > /dev/full")
    assert done.returncode == 1
    calm(done.stderr)
    assert "No space left" in done.stderr


WRITING = (
    "log mia words",
    "note mia words",
    "aha words",
    "actions add words",
    "people add Ben",
    "goals add big",
    "topic mia words",
    "undo",
)


UNTAKEN = {">/dev/full": "No space left on device", ">&-": "Bad file descriptor", "| true": "Broken pipe"}
"""Answers that nobody can take, and what the system says of them."""
SAYS = "onelog: The command worked, but its output could not be written: {}.\n  Do not repeat it; onelog history shows what was changed.\n"


def with_answer_to(run: Onelog, command: str, where: str, talk: str = "") -> tuple[int, str]:
    """The exit code of a command whose answer goes nowhere, and what it says on stderr."""
    alone = f"onelog {command} {where} {talk}; echo $? >code"
    left = f"{{ read gone <fifo; onelog {command} {talk}; echo $? >code; }} | {{ exec <&-; echo >fifo; }}"
    done = shell(run, f"mkfifo fifo; {left}; rm fifo" if where[0] == "|" else alone)  # a reader who has left before
    calm(done.stderr)
    return int((run.folder / "code").read_text()), done.stderr


@pytest.mark.long
@pytest.mark.walk(6)
@pytest.mark.parametrize("command", WRITING)
@pytest.mark.parametrize("json", ["", "--json"])
@pytest.mark.parametrize("where", UNTAKEN)
def test_what_is_done_is_done_though_nobody_takes_the_answer(some: Onelog, command: str, json: str, where: str) -> None:
    """The answer cannot be written, the words can: exit 0, or a script would log them twice; and it is said."""
    before = count(some, "change")
    code, said = with_answer_to(some, f"{command} {json}", where)
    assert count(some, "change") == before + 1
    assert code == 0
    assert said.endswith(SAYS.format(UNTAKEN[where])), said
    assert not re.search(r"nothing was|not (logged|saved|written|recorded)", said, re.IGNORECASE), said
    assert not (some.folder / "journal.db.drafts").exists()


DOING = {
    "backup": "journal.db.backups/*", "config reflect off": "config.toml", "forget mia --confirm 'Mia Tanaka'": "journal.db.backups/*",
    "--journal new.db import all.json --json": "new.db", "restore old.db": "journal.db.backups/*",
    "delete ID --for-good --confirm ID": "journal.db.backups/*",
}  # fmt: skip
"""What no change of the log tells of, and what of it can be seen."""


@pytest.mark.long
@pytest.mark.walk(6)
@pytest.mark.parametrize("where", UNTAKEN)
@pytest.mark.parametrize("command", [*DOING])
def test_what_is_done_outside_the_log_is_done_too(some: Onelog, command: str, where: str) -> None:
    some("export", "--format", "json", "-o", "all.json")
    (some.folder / "old.db").write_bytes(some.journal.read_bytes())
    some.env["ONELOG_CONFIG"] = str(some.folder / "config.toml")
    (some.folder / "config.toml").touch()
    code, said = with_answer_to(some, command.replace("ID", some.json("timeline")[0]["id"]), where)
    assert (code, "The command worked, but its output could not be written" in said) == (0, True), said
    assert list(some.folder.glob(DOING[command]))


@pytest.mark.long
@pytest.mark.parametrize("talk", ["2>/dev/full", "2>&-"])
@pytest.mark.parametrize("where", UNTAKEN)
def test_where_nobody_can_be_told_either_it_is_done_all_the_same(some: Onelog, where: str, talk: str) -> None:
    before = count(some, "change")
    assert with_answer_to(some, "log mia words", where, talk) == (0, "")
    assert with_answer_to(some, "timeline --kind aha", where, talk)[0] == (0 if where == "| true" else 1)
    assert count(some, "change") == before + 1


@pytest.mark.parametrize("command", ["log mia words", "timeline", "show mia"])
def test_talk_that_nobody_hears_is_no_error(some: Onelog, command: str) -> None:
    done = shell(some, f"onelog {command} 2>/dev/full")
    assert (done.returncode, done.stdout != "") == (0, True)


@pytest.mark.long
@pytest.mark.parametrize("command", ["log nobody-here --on yesterdayish words", "done zzzz", "aha -"])
@pytest.mark.parametrize("where", UNTAKEN)
def test_what_is_not_done_is_not_called_done(some: Onelog, command: str, where: str) -> None:
    before = count(some, "change")
    code, said = with_answer_to(some, command, where)
    assert (code in (1, 2), "The command worked" in said, count(some, "change")) == (True, False, before)


@pytest.mark.long
@pytest.mark.walk(10)
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize("command", ["timeline", "log mia words", "aha -", "show nobody", "", "nonsense"])
def test_closed_streams_are_no_trouble(some: Onelog, closed: str, command: str) -> None:
    before = count(some, "meeting")
    done = shell(some, f"onelog {command} {closed}")
    calm(done.stdout + done.stderr)
    expected = {"show nobody": 1, "nonsense": 2, "aha -": 1}.get(command, 0)
    if command in ("timeline", "") and ">&-" in closed.split():  # an answer that nobody can take was not given
        expected = 1
    assert done.returncode == expected, done
    assert count(some, "meeting") == before + (command == "log mia words")
    assert some.journal.read_bytes()[:15] == b"SQLite format 3", "no stream took the number of the journal's file"


def test_no_terminal_and_no_words_is_not_a_prompt(onelog: Onelog) -> None:
    assert "no words" in onelog.fails("log", "mia", input="")
    assert "no words" in onelog.fails("log", "mia", "-", input=" \n \n")


# --- colours -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["timeline", "goals", "search talked"])
def test_a_pipe_has_no_colours_whatever_is_forced(some: Onelog, command: str) -> None:
    plain = some(command)
    for env in ({"FORCE_COLOR": "1"}, {"CLICOLOR_FORCE": "1"}, {"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert some(command, **env) == plain
    assert "\x1b" not in plain


@pytest.mark.parametrize(
    ("env", "option", "coloured"),
    [
        ({}, (), True), ({"NO_COLOR": "1"}, (), False), ({"NO_COLOR": ""}, (), True), ({"TERM": "dumb"}, (), False),
        ({"TERM": ""}, (), False), ({}, ("--color", "never"), False), ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"TERM": "dumb"}, ("--color", "always"), True), ({"TERM": "dumb", "FORCE_COLOR": "1"}, (), True),
    ],
)  # fmt: skip
def test_a_terminal_has_colours_unless_somebody_says_otherwise(
    some: Onelog, env: dict[str, Any], option: tuple[str, ...], coloured: bool
) -> None:
    out = some.screen(*option, "actions", **{"NO_COLOR": "", **env})
    assert bool(COLOUR.search(out)) == coloured
    assert "\x1b" not in COLOUR.sub("", out)
    assert COLOUR.sub("", out).split() == some.screen("--color", "never", "actions").split(), (
        "without colour nothing is lost"
    )


def test_help_and_errors_have_no_colours_where_none_are_wanted(some: Onelog) -> None:
    for words in (("log", "--help"), ("--color", "never", "nonsense"), ("log",)):
        assert "\x1b" not in some.screen(*words, NO_COLOR="1", TERM="dumb")


# --- sizes and encodings ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", ["0", "1", "20", "500", "99999", "-5", "٣", "9" * 30])
def test_any_width_is_drawn(some: Onelog, columns: str) -> None:
    for command in (("timeline",), ("goals",), ()):
        out = some.screen("--color", "never", *command, COLUMNS=columns)
        calm(out)
        assert out.strip()


ASCII: tuple[dict[str, Any], ...] = (
    {"PYTHONIOENCODING": "ascii"},
    {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
)


@pytest.mark.long
@pytest.mark.walk(3)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_terminal_or_pipe_that_knows_ascii_only_gets_ascii(some: Onelog, command: str) -> None:
    for env in ASCII:
        piped = some.run("--color", "never", *command.split(), **env)
        calm(piped.out + piped.err)
        assert piped.code == 0, piped
        assert piped.out.isascii()
    drawn = some.screen("--color", "never", *command.split(), **ASCII[0])
    calm(drawn)
    assert drawn.isascii()


def test_a_terminal_that_knows_latin_1_only_is_drawn(some: Onelog) -> None:
    calm(some.screen("timeline", PYTHONIOENCODING="latin-1"))


@pytest.mark.long
@pytest.mark.parametrize("env", ASCII, ids=["ascii", "C"])
def test_words_come_in_whole_where_only_ascii_goes_out(onelog: Onelog, env: dict[str, Any]) -> None:
    onelog("log", "mia", "-", input="目標 é", **env)
    onelog("log", "ミア", "田中 ü", "--new", **env)
    onelog("aha", "-", input="小さな", **env)
    assert {m.get("notes") or m["text"] for m in onelog.json("timeline --limit 0")} == {"目標 é", "田中 ü", "小さな"}
    calm(onelog.run("log", "mia", "目標", **env).err)
    assert json.loads(onelog("show", "ミア", "--json", **env))["name"] == "ミア"
    (onelog.folder / "計画.md").write_text("計画", encoding="utf-8")
    onelog("log", "mia", "--file", "計画.md", **env)
    onelog("export", "--format", "json", "-o", "出力.json", **env)
    assert (onelog.folder / "出力.json").exists()
    onelog("--journal", "日記.db", "import", "出力.json", **env)
    onelog("--journal", "日記.db", "backup", "控え.db", **env)
    onelog("--journal", "日記.db", "restore", "控え.db", **env)
    assert (onelog.folder / "日記.db").exists()


def test_a_terminal_without_a_size_is_drawn(some: Onelog) -> None:
    ours, theirs = pty.openpty()  # 0 by 0, as some serial lines and containers say
    env = {k: v for k, v in some.env.items() if k not in ("COLUMNS", "LINES")}
    done = subprocess.run(
        [*ONELOG, "actions"], env=env, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, check=False
    )
    os.close(theirs)
    out = os.read(ours, 100_000).decode()
    os.close(ours)
    assert done.returncode == 0, out
    assert "draft it" in out


# --- surroundings ----------------------------------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.parametrize("command", ["", "timeline", "log mia words", "db path", "--help"])
def test_a_machine_without_a_home_is_no_trouble(onelog: Onelog, command: str) -> None:
    gone = [name for name in onelog.env if name.startswith("XDG_")]
    env = {k: v for k, v in onelog.env.items() if k not in ("HOME", *gone)}
    done = subprocess.run(
        [*ONELOG, *command.split()], env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    assert done.returncode == 0, done
    calm(done.stderr)


def test_a_folder_that_is_gone_is_no_trouble(some: Onelog) -> None:
    done = shell(some, "mkdir gone && cd gone && rmdir ../gone && onelog timeline | head -1; onelog log mia words")
    calm(done.stderr)
    assert done.returncode == 0, done


def test_interrupted_while_it_waits_for_words_it_ends_quietly(onelog: Onelog) -> None:
    process = subprocess.Popen(
        [*ONELOG, "log", "mia"], env=onelog.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, preexec_fn=heeding_ctrl_c,  # noqa: PLW1509 - it calls nothing that could wait for a lock
    )  # fmt: skip
    while not list(onelog.folder.glob("journal.db.drafts/*")):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=30) == ("", "")
    assert process.returncode == 130
    assert not onelog.journal.exists()


def heeding_ctrl_c() -> None:
    """In the new process: tests that run in the background are born deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
