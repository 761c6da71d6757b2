"""The prompt, at a real terminal: whatever key ends it, the words that were typed are logged or kept."""

import os
import signal
from collections.abc import Callable

import pexpect
import pytest
from at_terminal import hang_up, type_line
from conftest import ONELOG, UNASKED, Onelog

pytestmark = pytest.mark.posix

NEVER = 30
CTRL_C, CTRL_D = "\x03", "\x04"


def paste(text: str) -> str:
    """What a terminal sends for a paste that it marks as one."""
    return f"\x1b[200~{text.replace(chr(10), chr(13))}\x1b[201~"


def heeding_ctrl_c() -> None:
    """In the new process: tests that run in the background are born deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Prompt:
    """`onelog COMMAND` at a terminal, waiting for words."""

    def __init__(self, run: Onelog, *command: str, **env: str) -> None:
        self.run = run
        self.child = pexpect.spawn(
            ONELOG[0], [*ONELOG[1:], *command], env=run.env | UNASKED | env, cwd=str(run.folder), timeout=NEVER, encoding="utf-8",
            codec_errors="replace", preexec_fn=heeding_ctrl_c,
        )  # fmt: skip
        self.child.expect("an empty line ends it")
        self.child.expect("> ")
        assert "Warning" not in str(self.child.before), "the terminal is taken for what it is"

    def line(self, words: str) -> "Prompt":
        """Types a line, and waits for the next prompt; an empty one ends the text."""
        type_line(self.child, words)
        return self

    def keys(self, keys: str) -> "Prompt":
        """Presses keys at the prompt, without Enter."""
        self.child.send(keys)
        return self

    def then(self, keys: str) -> "Prompt":
        self.child.send(keys)
        return self

    def end(self) -> tuple[int, str]:
        """The exit code, and what was said since the last prompt."""
        self.child.expect(pexpect.EOF)
        said = self.child.before or ""
        self.child.close()
        assert self.child.signalstatus is None
        assert "Traceback" not in said
        return self.child.exitstatus or 0, said


@pytest.fixture
def prompt(onelog: Onelog) -> Callable[..., Prompt]:
    return lambda *command, **env: Prompt(onelog, *(command or ("log", "mia")), **env)


Opened = Callable[..., Prompt]


def drafts(run: Onelog) -> list[str]:
    return [path.read_text() for path in sorted(run.folder.glob("journal.db.drafts/*.md"))]


def test_an_empty_line_ends_it(onelog: Onelog, prompt: Opened) -> None:
    code, said = prompt().line("first line").line("a: second").line("").end()
    assert code == 0, said
    (meeting,) = onelog.json("timeline")
    assert (meeting["notes"], meeting["actions"][0]["text"]) == ("first line", "second")
    assert [p.name for p in onelog.folder.iterdir()] == ["journal.db"]


def test_the_end_of_input_ends_it(onelog: Onelog, prompt: Opened) -> None:
    code, said = prompt().line("all I have").keys(CTRL_D).end()
    assert code == 0, said
    assert onelog.json("timeline")[0]["notes"] == "all I have"


@pytest.mark.long
@pytest.mark.parametrize("keys", [["\r"], [CTRL_D], [" ", " ", "\r"]], ids=["enter", "ctrl-d", "blanks"])
def test_nothing_said_is_nothing_done(onelog: Onelog, prompt: Opened, keys: list[str]) -> None:
    asked = prompt().keys(keys[0])
    for key in keys[1:]:
        asked.then(key)
    code, said = asked.end()
    assert code == 1
    assert "nothing was written" in said
    assert list(onelog.folder.iterdir()) == []


def test_leaving_before_a_word_leaves_nothing(onelog: Onelog, prompt: Opened) -> None:
    code, said = prompt().keys(CTRL_C).end()
    assert code == 130
    assert "recover" not in said
    assert list(onelog.folder.iterdir()) == []


@pytest.mark.long
@pytest.mark.parametrize(
    "command", [("log", "mia"), ("note", "mia"), ("topic", "mia"), ("aha",), ("actions", "add")], ids=" ".join
)
def test_leaving_after_words_keeps_them(onelog: Onelog, prompt: Opened, command: tuple[str, ...]) -> None:
    code, said = prompt(*command).line("words of worth").keys(CTRL_C).end()
    assert code == 130
    assert "onelog recover" in said
    assert drafts(onelog) == ["words of worth"]
    assert not onelog.journal.exists()
    assert "onelog recover" in onelog.run("--color never").err
    assert "words of worth" in onelog("recover", "--show")
    assert onelog("recover", "1", "--show") == "words of worth\n"
    onelog("recover", "1")
    assert "words of worth" in onelog("export --format json")
    assert drafts(onelog) == []


def test_a_line_that_was_not_finished_is_kept_too(onelog: Onelog, prompt: Opened) -> None:
    asked = prompt().line("a finished line")
    asked.keys("half a li")
    asked.child.expect("half a li")
    code, said = asked.then(CTRL_C).end()
    assert code == 130
    assert drafts(onelog) == ["a finished line\nhalf a li"], said


def test_what_is_recovered_has_its_own_time_and_fields(onelog: Onelog, prompt: Opened) -> None:
    prompt("log", "mia", "--mood", "4", "--len", "45m").line("words").keys(CTRL_C).end()
    onelog("recover", "1", ONELOG_NOW="2026-11-25T09:00:00+09:00")
    (meeting,) = onelog.json("timeline")
    assert (meeting["at"], meeting["mood"], meeting["minutes"]) == ("2026-11-22T14:00:00+09:00", 4, 45)


def test_a_draft_is_thrown_away_when_that_is_said(onelog: Onelog, prompt: Opened) -> None:
    prompt().line("words").keys(CTRL_C).end()
    onelog("recover", "1", "--discard")
    assert list(onelog.folder.iterdir()) == []
    assert "no draft 1" in onelog.fails("recover", "1")


def test_words_of_a_running_prompt_are_not_offered_elsewhere(onelog: Onelog, prompt: Opened) -> None:
    asked = prompt().line("still talking")
    beside = onelog.run("timeline")
    assert (beside.out, beside.err) == ("", "")
    assert onelog("recover") == ""
    asked.then("\r")
    assert asked.end()[0] == 0
    assert onelog.json("timeline")[0]["notes"] == "still talking"


def test_a_terminal_that_goes_away_leaves_the_words(onelog: Onelog, prompt: Opened) -> None:
    asked = prompt().line("words of worth")
    hang_up(asked.child)
    assert drafts(onelog) == ["words of worth"]
    assert "words of worth" in onelog("recover", "--show")


def test_a_line_in_another_encoding_ends_in_a_sentence(onelog: Onelog, prompt: Opened) -> None:
    asked = prompt().line("first")
    os.write(asked.child.child_fd, b"caf\xe9\r")
    asked.child.expect("> ")
    code, said = asked.then(CTRL_D).end()
    assert "inside onelog" not in said
    kept = onelog.json("timeline")[0]["notes"] if code == 0 else drafts(onelog)[0]
    assert kept.startswith("first")


def test_controls_that_are_typed_command_nothing(onelog: Onelog, prompt: Opened) -> None:
    asked = prompt().keys(paste("\x1b[2Jwords"))
    asked.child.expect("words")
    code, said = asked.then(CTRL_D).end()
    assert code == 0, said
    assert "\x1b[2J" not in said
    assert onelog.json("timeline")[0]["notes"] == "\x1b[2Jwords"


def test_a_name_that_resembles_somebodys_is_asked_about_before_anything_is_typed(onelog: Onelog) -> None:
    onelog("people", "add", "Mia Tanaka")
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "tanakaa"], env=onelog.env | UNASKED, timeout=NEVER, encoding="utf-8"
    )
    child.expect_exact("Nobody is called 'tanakaa'.")
    child.expect_exact("Is this Mia Tanaka?")
    child.sendline("y")
    child.expect("an empty line ends it")
    child.expect("> ")
    type_line(child, "we met")
    child.send("\r")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert [p["name"] for p in onelog.json("people")] == ["Mia Tanaka"]
