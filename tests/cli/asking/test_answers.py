"""Short questions at a real terminal, in a real bash: what is no answer is kept, and neither No nor the shell's."""

from typing import Any

import pytest
from at_terminal import type_line
from conftest import ONELOG, UNASKED, Onelog
from test_pasted import BASH, CTRL_C, CTRL_D, Shell, bare, marked, words

pytestmark = pytest.mark.posix

ISTHIS = "Is this Ben Carter"
PASTE = "We talked about the deal\n\na: send quote due:fri\n\nsecret: she may leave\n"


@pytest.fixture
def bens(onelog: Onelog) -> Onelog:
    if not BASH:
        pytest.skip("there is no bash")
    onelog("people", "add", "Ben Carter")
    onelog("people", "add", "Ben Okoro", "--new")
    return onelog


def run(shell: Shell, *command: str, asks: str, ahead: str = "") -> None:
    shell.child.send(f"onelog {' '.join(command)}\r{ahead}")
    shell.child.expect_exact(asks)


@pytest.fixture
def shell(bens: Onelog) -> Shell:
    made = Shell(bens, **UNASKED)
    made.child.send(f'onelog() {{ {" ".join(ONELOG)} "$@"; }}\r')
    made.child.expect_exact("ready$ ")
    made.ran = ""
    return made


def asked_of_bash(shell: Shell) -> list[str]:
    return [line for line in shell.leave() if not line.startswith("onelog")]


# --- yes or no


@pytest.mark.long
def test_lines_typed_at_a_question_belong_to_the_text(shell: Shell) -> None:
    run(shell, "log", "carterr", asks=ISTHIS)
    for line in ("We talked about the deal", "a: send quote due:fri", ""):
        shell.child.expect_exact("[y/N] ")
        type_line(shell.child, line)
    shell.child.expect_exact("Type y, n or the name")
    shell.child.expect_exact("[y/N] ")
    type_line(shell.child, "y")
    shell.child.expect("an empty line ends it[^>]*> ")
    shell.child.expect_exact("due:fri")
    shell.types("\r", "\r")
    shell.answered()
    assert asked_of_bash(shell) == []
    (meeting,) = shell.run.json("timeline")
    assert (meeting["person"], meeting["notes"].startswith("We talked about the deal")) == ("Ben Carter", True)
    assert [action["text"] for action in meeting["actions"]] == ["send quote"]
    assert len(shell.run.json("people")) == 2


@pytest.mark.long
@pytest.mark.parametrize("how", [marked, bare], ids=["marked", "bare"])
def test_lines_pasted_at_a_question_belong_to_the_text(shell: Shell, how: Any) -> None:
    run(shell, "log", "carterr", "--raw", asks=ISTHIS)
    shell.types(how(PASTE))
    shell.child.expect_exact("Type y")
    shell.child.expect_exact("[y/N] ")
    shell.types("y\r")
    shell.child.expect("an empty line ends it[^>]*> ")
    shell.child.expect_exact("may leave")
    shell.types(CTRL_D)
    shell.answered()
    assert asked_of_bash(shell) == []
    (meeting,) = shell.run.json("timeline")
    assert (words(meeting["notes"]), meeting["person"]) == (words(PASTE), "Ben Carter")


@pytest.mark.long
@pytest.mark.parametrize(
    ("command", "asks"),
    [
        (("log", "carterr"), ISTHIS),
        (("people", "add", "carterr"), ISTHIS),
        (("praise", "--with", "carterr"), ISTHIS),
        (("praise", "'Ben was good'"), "With Ben Carter?"),
    ],
)
def test_what_is_left_of_a_question_is_a_draft(shell: Shell, command: tuple[str, ...], asks: str) -> None:
    run(shell, *command, asks=asks)
    shell.child.expect_exact("[y/N] ")
    type_line(shell.child, "We talked about the deal")
    shell.child.expect_exact("That is not an answer; it was kept.")
    shell.child.expect_exact("[y/N] ")
    shell.types(CTRL_C)
    assert "onelog recover" in shell.answered()
    assert asked_of_bash(shell) == []
    texts = [one["text"].strip() for one in shell.run.json("recover --show")]
    assert "We talked about the deal" in texts
    assert len(shell.run.json("people")) == 2
    assert shell.run.json("moments") == []


@pytest.mark.long
def test_a_name_answers_whom(shell: Shell) -> None:
    run(shell, "log", "carterr", "--raw", asks=ISTHIS)
    shell.child.expect_exact("[y/N] ")
    type_line(shell.child, "ben okoro")
    shell.child.expect("an empty line ends it[^>]*> ")
    shell.types("we met", CTRL_D)
    shell.answered()
    assert shell.run.json("timeline")[0]["person"] == "Ben Okoro"


@pytest.mark.long
@pytest.mark.parametrize(
    ("answer", "again", "due"),
    [("12 May", "", "2027-05-12"), ("perhaps", "y", "2026-12-05"), ("n", "", None), ("2026-12-07", "", "2026-12-07")],
)
def test_a_day_answers_which_day(shell: Shell, answer: str, again: str, due: str | None) -> None:
    run(shell, "log", "carter", "'a: send it due:12/5'", asks="Do you mean Sat 5 Dec")
    shell.child.expect_exact("[y/N] ")
    type_line(shell.child, answer)
    if again or not due:
        shell.child.expect_exact("[y/N] ")
        type_line(shell.child, again or "n")
    shell.answered()
    assert [one["due"] for one in shell.run.json("actions")] == [due]


@pytest.mark.long
def test_a_day_of_a_meeting_is_asked_for_until_it_is_one(shell: Shell) -> None:
    run(shell, "log", "carter", "'on:whenever we met'", asks="When was it?")
    type_line(shell.child, "blub")
    shell.child.expect_exact("When was it?")
    type_line(shell.child, "12 Nov")
    shell.answered()
    assert shell.run.json("timeline")[0]["at"].startswith("2026-11-12")


# --- which of several, and nobody


AHEAD = "touch gone\rsecret: she may leave\r"


@pytest.mark.long
@pytest.mark.parametrize("answer", ["2", "okoro", "２"])
def test_which_of_several_is_asked_and_what_was_typed_ahead_is_the_text(shell: Shell, answer: str) -> None:
    run(shell, "log", "ben", "--raw", asks="Which one? [1-2] ", ahead=AHEAD)
    type_line(shell.child, answer)
    shell.child.expect("an empty line ends it[^>]*> ")
    shell.child.expect_exact("may leave")
    shell.types(CTRL_D)
    said = shell.answered()
    assert asked_of_bash(shell) == [], said
    assert not (shell.run.folder / "gone").exists()
    (meeting,) = shell.run.json("timeline")
    assert (meeting["person"], words(meeting["notes"])) == (
        "Ben Okoro",
        words("touch gone secret: she may leave"),
    )


@pytest.mark.long
@pytest.mark.walk(3)
@pytest.mark.parametrize(
    "command", ["log ben", "note ben", "topic ben", "concern --with ben", "actions add --with ben"]
)
def test_nothing_chosen_keeps_what_was_typed_ahead(shell: Shell, command: str) -> None:
    run(shell, command, asks="Which one? [1-2] ", ahead=AHEAD)
    shell.types("\r")
    said = shell.answered()
    assert "Several people fit 'ben'" in said
    assert "is kept" in said
    assert asked_of_bash(shell) == []
    assert not (shell.run.folder / "gone").exists()
    (draft,) = shell.run.json("recover --show")
    assert (words(draft["text"]), draft["person"]) == (words("touch gone secret: she may leave"), "ben")
    assert command.startswith(draft["command"])


@pytest.mark.long
@pytest.mark.walk(3)
@pytest.mark.parametrize(
    "command",
    ["log 'ben and mia'", "log mia --modee office", "log mia --mood 9", "topic everybody", "aha --why", "note 'a@b:'"],
)
def test_an_error_leaves_nothing_to_the_shell(shell: Shell, command: str) -> None:
    run(shell, command, asks="onelog: ", ahead=AHEAD)
    said = shell.answered()
    assert asked_of_bash(shell) == [], said
    assert not (shell.run.folder / "gone").exists()
    (draft,) = shell.run.json("recover --show")
    assert words(draft["text"]) == words("touch gone secret: she may leave")


def test_after_words_on_the_command_line_the_shell_goes_on(shell: Shell) -> None:
    run(shell, "log", "'ben and mia'", "'we met'", asks="onelog: ", ahead="touch gone\r")
    shell.answered()
    shell.answered()
    assert (shell.run.folder / "gone").exists()


@pytest.mark.long
@pytest.mark.parametrize("command", ["log", "note", "topic"])
def test_whom_is_asked_where_nobody_is_named(shell: Shell, command: str) -> None:
    run(shell, command, asks="Esc leaves", ahead="we met\r")
    type_line(shell.child, "We talked about the deal")
    shell.child.expect_exact("not an answer; it was kept")
    shell.child.expect_exact("Esc leaves")
    shell.child.send("ben c\r")
    shell.child.expect("an empty line ends it[^>]*> ")
    shell.child.expect_exact("the deal")
    shell.types(CTRL_D)
    shell.answered()
    assert asked_of_bash(shell) == []
    assert "We talked about the deal" in shell.run("search talked deal --with carter")


@pytest.mark.long
@pytest.mark.parametrize(("answer", "people"), [("y", 3), ("n", 2)])
def test_somebody_new_is_made_only_when_the_name_is_right(shell: Shell, answer: str, people: int) -> None:
    run(shell, "log", asks="Esc leaves")
    shell.child.send("Olga\r")
    shell.child.expect_exact("Olga is new here. Is the name right? [y/N] ")
    type_line(shell.child, answer)
    if answer == "n":
        shell.child.expect_exact("Esc leaves")
        shell.child.send("carter\r")
    shell.child.expect("an empty line ends it[^>]*> ")
    shell.types("we met", CTRL_D)
    shell.answered()
    assert len(shell.run.json("people")) == people


@pytest.mark.long
def test_nobody_named_leaves_what_was_typed_ahead_as_a_draft(shell: Shell) -> None:
    run(shell, "log", asks="Esc leaves", ahead=AHEAD)
    shell.types("\x1b")
    assert "Nobody was named" in shell.answered()
    assert asked_of_bash(shell) == []
    assert words(shell.run.json("recover --show")[0]["text"]) == words("touch gone secret: she may leave")


@pytest.mark.parametrize("command", ["log", "note", "topic"])
def test_words_through_a_pipe_wait_for_a_name(bens: Onelog, command: str) -> None:
    said = bens.fails(command, input="we met\n")
    assert "onelog recover 1 --with PERSON" in said
    bens("recover 1 --with carter")
    assert "we met" in bens("search met")
