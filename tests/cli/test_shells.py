"""Tab in real shells: what comes to stand on the command line is one word, whatever is in it."""

import os
import re
import shutil
import sys
from pathlib import Path

import pexpect
import pytest
from conftest import Onelog

pytestmark = pytest.mark.posix

PEOPLE = (
    "Mia Tanaka",
    "Ken Tanaka",
    "Aaron Blythe",
    "Aaron O'Neil",
    "Bob O'Hara",
    "Zoë Quinn",
    "田中花子",
    "Anna-Lou $HOME `x`",
)
START = {
    "bash": (["--norc", "--noprofile", "-i"], "PS1='READY> '; bind 'set enable-bracketed-paste off'"),
    "zsh": (["-f", "-i"], "PS1='READY> '; autoload -Uz compinit; compinit -u -D"),
    "fish": (["--no-config", "-i"], "function fish_prompt; echo 'READY> '; end"),
}


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """People of all sorts, and a `onelog` for shells to find. For reading only."""
    run = Onelog(tmp_path_factory.mktemp("team"))
    for name in PEOPLE:
        run("people", "add", name, "--new")
    run("actions", "add", "write 'it' down: $(touch evil) `touch evil` \"all\"")
    (run.folder / "bin").mkdir()
    (run.folder / "bin" / "onelog").write_text(f'#!/bin/sh\nexec {sys.executable} -m onelog "$@"\n')
    (run.folder / "bin" / "onelog").chmod(0o755)
    (run.folder / "Mia").mkdir()
    (run.folder / "notes.md").write_text("words")
    for shell in START:
        said = run("--show-completion", shell, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
        (run.folder / f"onelog.{shell}").write_text(said)
    return run


def completed(run: Onelog, shell: str, typed: str) -> list[str]:
    """The words of a command line after Tab was pressed at its end, as the shell reads them."""
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell}")
    options, begin = START[shell]
    path = f"{run.folder}/bin:{os.environ['PATH']}"
    env = run.env | {"PATH": path, "TERM": "xterm" if shell == "fish" else "dumb", "LANG": "C.UTF-8", "COLUMNS": "100"}
    child = pexpect.spawn(
        shell, options, env=env, cwd=str(run.folder), encoding="utf-8", timeout=30, dimensions=(40, 100)
    )
    try:
        child.sendline(f"{begin}; source ./onelog.{shell}; echo 'go''on'")
        child.expect("goon\r?\n")
        child.send(typed + "\t")  # what comes after it waits until the shell is done with it
        child.send("\x01printf '<%s>' \x05; echo 'en''d'\r")
        child.expect("end")
        shown = re.sub(r"\x1b\[[0-9;?>]*[a-zA-Z]", "", str(child.before))
        return re.findall(r"<([^<>]*)>", shown[shown.rindex("<onelog>") :])
    finally:
        child.close(force=True)


@pytest.mark.long
@pytest.mark.walk(12)
@pytest.mark.parametrize("shell", START)
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("onelog import x --people=Aron=bly", ["onelog", "import", "x", "--people=Aron=Blythe"]),
        ("onelog log mi", ["onelog", "log", "Mia"]),
        ("onelog log MIA", ["onelog", "log", "Mia"]),
        ("onelog log ke", ["onelog", "log", "Ken"]),
        ("onelog log 'Aaron O", ["onelog", "log", "Aaron O'Neil"]),
        ('onelog log "Aaron O', ["onelog", "log", "Aaron O'Neil"]),
        ("onelog log Aaron\\ O", ["onelog", "log", "Aaron O'Neil"]),
        ("onelog log O\\'N", ["onelog", "log", "O'Neil"]),
        ("onelog log 'mia t", ["onelog", "log", "Mia Tanaka"]),
        ("onelog log zo", ["onelog", "log", "Zoë"]),
        ("onelog log 田", ["onelog", "log", "田中花子"]),
        ("onelog aha x --with=mi", ["onelog", "aha", "x", "--with=Mia"]),
        ("onelog aha x --with mi", ["onelog", "aha", "x", "--with", "Mia"]),
        ("onelog timeline --since 'last y", ["onelog", "timeline", "--since", "last year"]),
        ("onelog timeline --since last\\ y", ["onelog", "timeline", "--since", "last year"]),
        ("onelog review --for=sk", ["onelog", "review", "--for=skip"]),
        ("onelog tim", ["onelog", "timeline"]),
        ("onelog import no", ["onelog", "import", "notes.md"]),
        ("onelog log mia no", ["onelog", "log", "mia", "no"]),
    ],
)
def test_tab_completes_to_whole_words(team: Onelog, shell: str, typed: str, words: list[str]) -> None:
    assert completed(team, shell, typed) == words


@pytest.mark.long
@pytest.mark.parametrize("shell", START)
def test_an_id_is_completed_and_its_words_are_only_shown(team: Onelog, shell: str) -> None:
    (action,) = team.json("actions")
    assert completed(team, shell, "onelog done ") == ["onelog", "done", action["id"]]
    assert not Path(team.folder / "evil").exists()


@pytest.mark.long
@pytest.mark.parametrize(("shell", "after"), [("bash", ["tan"]), ("zsh", ["Ken Tanaka"]), ("fish", ["tan"])])
def test_two_people_of_one_name_are_both_offered_and_what_was_typed_stays(
    team: Onelog, shell: str, after: list[str]
) -> None:
    """Zsh begins to go through them; bash and fish list them, and wait."""
    assert completed(team, shell, "onelog log tan") == ["onelog", "log", *after]
