"""What Tab offers: for every parameter that takes a name, an id or one of a few words; each is taken, none is private."""

import json
import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Onelog
from inside import Inside
from typer._click.core import Command, Parameter
from typer.core import TyperGroup

from onelog.cli import complete, shells
from onelog.cli.main import group

pytestmark = pytest.mark.posix


def offered(run: Onelog | Inside, line: str, **env: Any) -> dict[str, str]:
    """What fish gets at the end of a line, and what is said of each."""
    *words, last = line.removeprefix("onelog ").split(" ")
    done = (
        run.run(*words, last, _ONELOG_COMPLETE="offer_fish", **env)
        if isinstance(run, Onelog)
        else run(*words, last, **env)
    )
    assert (done.code in (0, shells.FILES), done.err) == (True, ""), done
    rows = (row.partition("\t") for row in done.out.splitlines())
    return {word: says for word, _, says in rows}


# --- every parameter


def parameters(command: Command, path: str = "") -> Iterator[tuple[str, Parameter]]:
    yield from ((path, param) for param in command.params if not getattr(param, "is_flag", False))
    if isinstance(command, TyperGroup):
        for name in command.commands:
            yield from parameters(command.commands[name], f"{path} {name}".strip())


def test_every_parameter_is_completed_or_is_ones_own_words() -> None:
    """Say of a new metavar what can stand there, in `complete.OFFERS`, or that it is free, in `complete.FREE`."""
    free, missing = complete.FREE, []
    for path, param in parameters(group()):
        kinds = set(complete.kinds_of(param.metavar or ""))
        if not kinds & set(complete.OFFERS) and (path, param.name) not in complete.SPECIAL and not kinds <= free:
            missing.append(f"{path} {param.opts[0]}: {param.metavar}")
    assert missing == []


def test_no_row_is_for_a_parameter_that_is_not_there() -> None:
    there = {(path, param.name) for path, param in parameters(group())}
    assert set(complete.SPECIAL) - there == set()
    used = {kind for _, param in parameters(group()) for kind in complete.kinds_of(param.metavar or "")}
    assert (set(complete.OFFERS) | complete.FREE) - used == set()


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """People of like names, and something of every kind. For reading only."""
    run = Onelog(tmp_path_factory.mktemp("team"))
    for name, *more in (
        ("Mia Tanaka", "--relation", "report"), ("Ken Tanaka",), ("Aaron Blythe",), ("Aaron O'Neil", "--alias", "Ao"),
        ("Zoë Quinn",), ("田中花子",), ("Ann-Sofie de la Cruz",),
    ):  # fmt: skip
        run("people", "add", name, *more, "--new")
    run("people", "add", "Gone Away")
    run("people", "archive", "gone")
    goal = run.json("goals add one million users --metric MAU --from 0 --to 10 --by eoq")["id"]
    closed = run.json("goals add an old one")["id"]
    run("goals", "close", closed, "--as", "dropped")
    run(
        "log",
        "mia",
        f"talked\na: send the plan goal:{goal}\na: call the bank\nc: she may leave +leaving\nx: tired +tired\nw: a win +english",
    )
    call = next(a["id"] for a in run.json("actions") if a["text"] == "call the bank")
    run("done", call)
    run("topic", "ken", "the offsite")
    return run


def id_of(run: Onelog, text: str) -> str:
    whole = json.loads(run("export", "--format", "json", "--private"))
    text_of = [
        *whole["actions"],
        *whole["moments"],
        *whole["topics"],
        *(r for m in whole["meetings"] for k in ("actions", "moments", "topics") for r in m[k]),
    ]
    return next(str(one["id"]) for one in text_of if one["text"].startswith(text))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("log mi", ["Mia"]),
        ("log Mi", ["Mia"]),
        ("log MIA", ["Mia"]),
        ("log tan", ["Ken Tanaka", "Mia Tanaka"]),
        ("log aa", ["Aaron Blythe", "Aaron O'Neil"]),
        ("log a", ["Aaron Blythe", "Ao", "Ann-Sofie"]),
        ("log bly", ["Blythe"]),
        ("log o\\'n", ["O'Neil"]),
        ("log de", ["de"]),
        ("log 田", ["田中花子"]),
        ("log zoë", ["Zoë"]),
        ("log ZO", ["Zoë"]),
        ("log xyz", []),
        ("log gone", []),
        ("people archive gone", ["Gone"]),
        ("note k", ["Ken"]),
        ("aha x --with mi", ["Mia"]),
        ("aha x --with=mi", ["--with=Mia"]),
        ("--color never log mi", ["Mia"]),
        ("import x --people Aron=bl", ["Aron=Blythe"]),
        ("import x --people=Aron=ta", ["--people=Aron=Ken Tanaka", "--people=Aron=Mia Tanaka"]),
        ("import x --people Ar", []),
        ("log 花", ["花子"]),
        ("log zoe", ["Zoë"]),
        ("config ref", ["reflect"]),
        ("config reflect ", ["off", "on"]),
        ("config set language ", ["en", "ja"]),
        ("config get fis", ["fiscal_year_start"]),
        ("help stat", ["stats", "status"]),
        ("prep --all --relation m", ["manager", "mentor"]),
        ("ask --about c", ["career", "closing"]),
        ("ask --about weather", []),
        ("actions a", ["Aaron Blythe", "Ao", "Ann-Sofie", "add"]),
        ("people ar", ["archive"]),
        ("goals ch", ["checkin"]),
        ("re", ["recover", "redo", "reopen", "restore", "review"]),
        ("log mia ", []),
        ("log mia x --mode ", ["chat", "office", "phone", "video", "walk"]),
        ("log mia x --mode=V", ["--mode=video"]),
        ("log mia x --mood ", ["1", "2", "3", "4", "5"]),
        ("review --for ", ["handover", "hr", "manager", "me", "skip"]),
        ("review --format ", ["html", "json", "md"]),
        ("import x --format ", ["json", "jsonl", "md"]),
        ("export --format h", ["html"]),
        ("export --format I", ["ics"]),
        ("goals close x --as ", ["achieved", "dropped", "missed"]),
        ("people add x --relation m", ["manager", "mentor"]),
        ("timeline --kind m", ["meeting"]),
        ("moments --kind m", []),
        ("search x --kind c", ["checkin", "concern"]),
        ("timeline --tag ", ["english"]),
        ("skills ", ["english"]),
        ("--color ", ["always", "auto", "never"]),
        ("guide PR", ["praise"]),
        ("explain bm", []),
        ("guide --language ", ["en", "ja"]),
        ("goals add x --by e", ["eom", "eoq", "eow"]),
        ("log mia --on ye", ["yesterday"]),
        ("timeline --since last", ["last month", "last quarter", "last year"]),
        ("review 2026Q", ["2026Q1", "2026Q2", "2026Q3", "2026Q4"]),
        ("goals checkin m", ["MAU"]),
        ("log mia --mo", ["--mode", "--mood", "--more"]),
        ("delete x --confirm ", []),
    ],
)  # fmt: skip
def test_what_is_offered(team: Onelog, line: str, words: list[str]) -> None:
    assert sorted(offered(team, line)) == sorted(words)


def test_ids_are_offered_with_their_words_where_they_can_be_taken(team: Onelog) -> None:
    send, call, offsite = (id_of(team, text) for text in ("send", "call", "the offsite"))
    leave, tired, win = (id_of(team, text) for text in ("she may", "tired", "a win"))
    can_end = {send: "action: send the plan", offsite: "topic: the offsite", leave: "concern"}
    assert offered(team, "done ") == offered(team, "drop ") == can_end
    assert offered(team, f"done {send} ") == {offsite: "topic: the offsite", leave: "concern"}
    closed = offered(team, "reopen ")
    assert closed.pop(call) == "action: call the bank"
    assert list(closed.values()) == ["goal: an old one"]
    for line in ("show ", "edit ", "delete ", "history "):
        every = offered(team, line)
        assert {every[send], every[win], every[leave], every[tired]} == {
            "action: send the plan", "win: a win +english" if "+" in every[win] else "win: a win", "concern", "private note",
        }  # fmt: skip
        assert "meeting: Mia Tanaka 2026-11-22" in every.values()
    assert list(offered(team, f"history {send[:2].upper()}")) == [send]
    assert "Mia" in offered(team, "show m")
    assert list(offered(team, "actions --goal ").values()) == ["one million users", "one million users"]


@pytest.mark.long
def test_no_private_word_is_offered_anywhere(team: Onelog) -> None:
    for path, param in parameters(group()):
        option = f"{param.opts[0]} " if param.param_type_name == "option" else ""
        shown = str(offered(team, f"{path} {option}".lstrip()))
        assert not [word for word in ("leav", "tired") if word in shown], path


def test_what_was_deleted_can_be_brought_back(onelog: Onelog) -> None:
    gone = onelog.json("actions add write it down")["id"]
    onelog("delete", gone)
    assert offered(onelog, "reopen ") == {gone: "deleted action"}


@pytest.mark.long
@pytest.mark.parametrize(
    "line",
    [
        "timeline --since ", "timeline --until ", "goals add x --by ", "skip mia --until ", "prep --all --on ", "log mia x --on ",
        "review ", "stats ", "export ", "people edit mia --every ", "people edit mia --every 2w --on ", "search x --kind ",
        "timeline --kind ", "moments --kind ", "log mia x --len ", "log mia x --mode ", "log mia x --seen ", "export --format ",
        "review --for ", "review --format ", "people edit mia --relation ", "explain ", "guide ", "ask --about ", "history --prune ",
    ],
)  # fmt: skip
def test_whatever_is_offered_is_taken(tmp_path: Path, line: str) -> None:
    inside = Inside(tmp_path, ONELOG_NOW="2026-11-25T14:00:00+09:00")
    inside("people", "add", "Mia Tanaka", "--every", "2w")
    words = offered(inside, line, _ONELOG_COMPLETE="offer_fish")
    assert len(words) > 1
    for number, word in enumerate(words):
        wanted = {"folder": ["-o", f"out{number}"], "handover": ["--with", "mia"] * line.startswith("review")}
        more = ["--why", "away"] if line.startswith("skip") else wanted.get(word, [])
        done = inside(*shlex.split(line), word, *more)
        assert done.code == 0, (word, done)


# --- nothing goes wrong


def spoil(run: Inside, how: str) -> dict[str, Any]:
    match how:
        case "missing":
            run.journal.unlink()
        case "empty":
            run.journal.write_bytes(b"")
        case "foreign":
            run.journal.write_bytes(b"not a journal" * 50)
        case "spoiled":
            data = bytearray(run.journal.read_bytes())
            data[4096:] = os.urandom(len(data) - 4096)
            run.journal.write_bytes(data)
        case "folder":
            run.journal.unlink()
            run.journal.mkdir()
        case "settings":
            (run.folder / "config.toml").write_text("nonsense = = 1")
            return {"ONELOG_CONFIG": str(run.folder / "config.toml")}
        case "clock":
            return {"ONELOG_NOW": "yesterday"}
        case "half written":
            (run.folder / "journal.db-journal").write_bytes(b"x" * 600)
    return {}


@pytest.mark.long
@pytest.mark.walk(30)
@pytest.mark.parametrize(
    "how", ["missing", "empty", "foreign", "spoiled", "folder", "settings", "clock", "half written", "nothing"]
)
@pytest.mark.parametrize(
    "line", ["log m", "done ", "show ", "timeline --tag ", "actions ", "nosuch x", "--version ", "log --on ", "--nope "]
)
def test_tab_says_no_error_writes_nothing_and_makes_nothing(tmp_path: Path, how: str, line: str) -> None:
    inside = Inside(tmp_path)
    inside("log", "Mia Tanaka", "words\na: act")
    env = spoil(inside, how)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for shell, words in (
        ("bash", ["onelog " + line, line.rpartition(" ")[2], "80"]), ("zsh", line.split(" ")), ("fish", line.split(" ")),
    ):  # fmt: skip
        done = inside(*words, _ONELOG_COMPLETE=f"offer_{shell}", **env)
        assert done.err == ""
        assert not any(word in done.out for word in ("onelog:", "Traceback", "0.", "rror"))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("instruction", ["offer_tcsh", "offer", "complete_tcsh", "x", "source_bash", "offer_bash"])
def test_an_unknown_shell_gets_nothing(onelog: Onelog, instruction: str) -> None:
    assert onelog.run("log", _ONELOG_COMPLETE=instruction)[:2] == ("", "")


def test_the_journal_that_the_line_names_is_looked_in(onelog: Onelog) -> None:
    onelog("--journal", "other.db", "log", "Quentin", "words")
    onelog("log", "Mia", "words")
    assert list(offered(onelog, "--journal other.db log ")) == ["Quentin"]
    assert list(offered(onelog, "log ")) == ["Mia"]


@pytest.mark.long
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_scripts_are_ours(onelog: Onelog, shell: str) -> None:
    detected = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    said = onelog("--show-completion", shell, **detected)
    assert f"_ONELOG_COMPLETE=offer_{shell}" in said
    onelog("--install-completion", shell, **detected)
    left = {path.read_text() for path in onelog.folder.rglob("*") if path.is_file() and "onelog" in path.name}
    assert said.strip() in {text.strip() for text in left}


@pytest.mark.long
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_scripts_that_were_installed_earlier_are_answered(team: Onelog, shell: str) -> None:
    pressed = {
        "COMP_WORDS": "onelog log mi", "COMP_CWORD": "2", "_TYPER_COMPLETE_ARGS": "onelog log mi",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "mi", "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }  # fmt: skip
    done = team.run(_ONELOG_COMPLETE=f"complete_{shell}", **pressed)
    assert (done.code, done.err) == (0, "")
    assert "Mia" in done.out
