"""Leaving the prompt or the editor half-way, or with nothing in it: what is kept is kept, and what is said is so."""

import json
import shlex
import signal
from pathlib import Path

import pexpect
import pytest
from at_terminal import ctrl_c, type_line
from conftest import ONELOG, Onelog

pytestmark = pytest.mark.posix

ASKS = "an empty line ends it"


def at_prompt(run: Onelog, rest: str = "") -> "pexpect.spawn[str]":
    """`onelog log mia`, with a piece of shell behind it, at a terminal."""
    line = f"{shlex.join([*ONELOG, 'log', 'mia'])} {rest}"
    child = pexpect.spawn(
        "/bin/sh", ["-c", f"exec {line}"], env=run.env, cwd=str(run.folder), timeout=30, encoding="utf-8"
    )
    child.expect(ASKS)
    child.expect("> ")
    return child


def ended(child: "pexpect.spawn[str]") -> str:
    child.expect(pexpect.EOF)
    child.close()
    return child.before or ""


def drafts(run: Onelog) -> list[str]:
    return [path.read_text() for path in sorted(run.folder.glob("journal.db.drafts/*.md"))]


# --- an answer that goes to a file -----------------------------------------------------------------------------------


@pytest.mark.long
def test_the_prompt_does_not_stand_in_the_answer(onelog: Onelog) -> None:
    child = at_prompt(onelog, "--json > o.json")
    type_line(child, "we talked")
    child.send("\r")
    ended(child)
    assert json.loads((onelog.folder / "o.json").read_text())["notes"] == "we talked"


@pytest.mark.long
@pytest.mark.parametrize("rest", ["--json > o.json", "> o.txt", "2> e.txt"])
def test_half_a_line_is_kept_wherever_the_answer_goes(onelog: Onelog, rest: str) -> None:
    child = at_prompt(onelog, rest)
    type_line(child, "we talked")
    child.send("half a li")
    child.expect("half a li")
    said = ctrl_c(child)
    assert rest.startswith("2>") or "Not logged; the words are kept: onelog recover" in said
    assert drafts(onelog) == ["we talked\nhalf a li"]


# --- half a line ------------------------------------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.parametrize("words", ["half a li", "日本語の途"])
def test_half_a_line_alone_is_kept(onelog: Onelog, words: str) -> None:
    child = at_prompt(onelog)
    child.send(words)
    child.expect(words)
    assert "Not logged; the words are kept: onelog recover" in ctrl_c(child)
    assert drafts(onelog) == [words]


# --- a prompt that is killed -----------------------------------------------------------------------------------------


def test_a_prompt_that_is_killed_before_a_word_leaves_nothing_for_good(onelog: Onelog) -> None:
    child = at_prompt(onelog)
    child.kill(signal.SIGKILL)
    ended(child)
    assert list(onelog.folder.glob("journal.db.drafts/*.json"))
    onelog("log mia words")
    assert [path.name for path in onelog.folder.iterdir()] == ["journal.db"]


def test_a_prompt_that_still_waits_is_not_swept(onelog: Onelog) -> None:
    child = at_prompt(onelog)
    onelog("log mia words")
    onelog("recover")
    type_line(child, "we talked")
    child.kill(signal.SIGKILL)
    ended(child)
    assert onelog.json("recover --show")[0] | {"text": ""} == {
        "number": 1, "at": "2026-11-22T14:00:00+09:00", "command": "log", "person": "mia", "text": "",
    }  # fmt: skip
    onelog("recover 1")
    assert sorted(meeting["notes"] for meeting in onelog.json("timeline")) == ["we talked", "words"]


# --- an editor that leaves nothing -----------------------------------------------------------------------------------


def editor(folder: Path, script: str) -> str:
    path = folder / "editor.sh"
    path.write_text(script + "\n", encoding="utf-8")
    return f"sh {shlex.quote(str(path))}"


def test_an_emptied_document_is_named_as_that(onelog: Onelog) -> None:
    meeting = onelog.json("log mia words")
    said = onelog.fails("edit", meeting["id"], ONELOG_EDITOR=editor(onelog.folder, ': > "$1"'))
    assert "The document was left empty; nothing was changed." in said
    assert f"onelog delete {meeting['id']}" in said
    assert "prompt" not in said


@pytest.mark.parametrize(("script", "how"), [(': > "$1"', "empty"), ("true", "as it was"), ('rm "$1"', "as it was")])
def test_a_new_document_without_words_is_named_as_that(onelog: Onelog, script: str, how: str) -> None:
    said = onelog.fails("log", "mia", "--edit", ONELOG_EDITOR=editor(onelog.folder, script))
    assert f"The document was left {how}; nothing was written." in said
    assert "pipe" not in said
