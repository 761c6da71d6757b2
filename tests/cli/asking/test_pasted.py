"""Words that come in one piece, or before they are asked for: all of them are kept, and neither the next question nor the shell sees any."""

import re
import shlex
import shutil
from typing import Any

import pexpect
import pytest
from at_terminal import hang_up, type_line
from conftest import ONELOG, UNASKED, Onelog, examples
from hypothesis import given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.posix

NEVER = 40
CTRL_C, CTRL_D = "\x03", "\x04"
BASH = shutil.which("bash") or ""
MANY = "\n".join(f"line {n} of what we said, and a word more about it 日本語" for n in range(300))
TEXTS = {
    "a line": "she may leave",
    "paragraphs": "she may leave\n\nsalary talks\n\n\nrm -rf nothing\n",
    "Japanese": "異動の話をした。\n\n給料のこと、来期のこと\n宿題：図を書く",
    "300 lines": MANY,
    "signs": "$(touch gone) `touch gone` ; touch gone\n\n!! & \\ \" ' #\n\ttabbed\n~",
    "y and n": "y\n\ny\nyes\n1\n",
}


def words(text: str) -> list[str]:
    return text.replace("\\", "").split()


class Shell:
    """A real bash at a real terminal, in which somebody runs onelog."""

    def __init__(self, run: Onelog, **env: str) -> None:
        self.run, self.history = run, run.folder / "history.txt"
        env = run.env | {"PS1": "ready$ ", "HISTFILE": str(self.history), "INPUTRC": "/dev/null"} | env
        self.child: pexpect.spawn[str] = pexpect.spawn(
            BASH, ["--norc", "--noprofile", "-i"], env=env, cwd=str(run.folder), timeout=NEVER, encoding="utf-8",
            codec_errors="replace", dimensions=(24, 80),
        )  # fmt: skip
        self.child.delaybeforesend = 0.08
        self.child.expect_exact("ready$ ")

    def asks(self, *command: str, ahead: str = "") -> "Shell":
        """Runs a command and waits for its prompt; `ahead` is typed with it, before anything is asked."""
        self.ran = shlex.join([*ONELOG, *command])
        self.child.send(f"{self.ran}\r{ahead}")
        self.child.expect("an empty line ends it[^>]*> ")
        return self

    def types(self, *keys: str) -> "Shell":
        for key in keys:
            self.child.send(key)
        return self

    def answered(self) -> str:
        """Waits for the shell's prompt; what was said until then."""
        self.child.expect_exact("ready$ ")
        return str(self.child.before)

    def leave(self) -> list[str]:
        """What bash was told to do, by its own history."""
        self.child.send("exit\r")
        self.child.expect(pexpect.EOF)
        self.child.close()
        lines = self.history.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if line not in (self.ran, "exit")]


def marked(text: str) -> str:
    """As a terminal sends a paste that it marks as one."""
    return f"\x1b[200~{text.replace(chr(10), chr(13))}\x1b[201~"


def bare(text: str) -> str:
    """As a terminal without such marks sends it."""
    return text.replace("\n", "\r")


@pytest.fixture
def shell(onelog: Onelog) -> Shell:
    if not BASH:
        pytest.skip("there is no bash")
    onelog("people", "add", "Mia Tanaka")
    return Shell(onelog, **UNASKED)


def kept(run: Onelog, command: str) -> str:
    """All the words of the journal's one text, its records' included."""
    if command == "log":
        return run("show", run.json("timeline")[0]["id"], "--md").split("---\n", 2)[2]
    if command == "note":
        return run("prep", "mia", "--md").split("---\n", 2)[2]
    (record,) = run.json("topics") if command == "topic" else run.json("moments", "--private")
    return str(record["text"])


@pytest.mark.long
@pytest.mark.walk(4)
@pytest.mark.parametrize("how", [marked, bare], ids=["marked", "bare"])
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("command", [("log", "mia"), ("concern", "--with", "mia"), ("topic", "mia")], ids=" ".join)
def test_a_paste_is_text_whatever_is_in_it(shell: Shell, command: tuple[str, ...], name: str, how: Any) -> None:
    raw = ("--raw",) if command[0] == "log" else ()
    shell.asks(*command, *raw).types(how(TEXTS[name]))
    shell.child.expect_exact(words(TEXTS[name])[-1][-3:])
    shell.types("\r", "\r")
    shell.answered()
    assert shell.leave() == []
    assert words(kept(shell.run, command[0])) == words(TEXTS[name])
    assert not (shell.run.folder / "gone").exists()


@pytest.mark.long
@pytest.mark.walk(3)
@pytest.mark.parametrize("name", ["a line", "paragraphs", "Japanese", "signs", "y and n"])
def test_what_is_typed_before_the_prompt_is_there_belongs_to_the_text(shell: Shell, name: str) -> None:
    text = TEXTS[name].rstrip("\n")
    shell.asks("log", "mia", "--raw", ahead=bare(text))
    shell.child.expect_exact(words(text)[-1][-3:])
    shell.types("\r", "\r")
    shell.answered()
    assert shell.leave() == []
    assert words(kept(shell.run, "log")) == words(text)


@pytest.mark.long
def test_nothing_answers_a_question_that_was_not_there_yet(onelog: Onelog) -> None:
    shell = Shell(onelog)
    shell.asks("log", "mia").types("we met", "\r")
    type_line(shell.child, "and talked")
    shell.types("\rfalse surprise\rwith more\r")  # Enter that ends it, and what comes with it
    shell.child.expect_exact("with more")
    shell.types("\r", "\r")
    shell.child.expect("What surprised me[^?]*\\? ")
    shell.types(CTRL_D)
    shell.answered()
    assert shell.leave() == []
    (meeting,) = onelog.json("timeline")
    assert meeting["moments"] == []
    assert words(meeting["notes"]) == words("we met and talked false surprise with more")


@pytest.mark.long
def test_what_comes_after_the_end_is_kept_apart_and_never_the_shells(onelog: Onelog) -> None:
    shell = Shell(onelog)
    shell.asks("log", "mia").types("we met", "\r")
    shell.child.expect("we met[^>]*> ")
    shell.types("\r")
    shell.child.expect_exact("Logged")
    shell.types("touch gone\rmore\r")
    shell.child.expect("What surprised me[^?]*\\? ")
    shell.types(CTRL_D)
    said = shell.answered()
    assert shell.leave() == []
    assert not (onelog.folder / "gone").exists()
    if "kept apart" in said:  # it came before the question was drawn
        assert words(onelog("recover", "1", "--show")) == words("touch gone more")
    else:  # it came behind it, and is its answer
        assert words(onelog.json("timeline")[0]["moments"][0]["text"]) == words("touch gone more")


@pytest.mark.long
@pytest.mark.walk(4)
@pytest.mark.parametrize("term", ["dumb", ""])
@pytest.mark.parametrize("name", ["a line", "paragraphs", "Japanese", "signs"])
def test_the_plain_reader_takes_a_paste_too(onelog: Onelog, name: str, term: str) -> None:
    shell = Shell(onelog, TERM=term, **UNASKED)
    shell.asks("log", "mia", "--raw").types(bare(TEXTS[name]))
    shell.child.expect_exact(words(TEXTS[name])[-1][-3:])
    shell.types("\r", "\r")
    shell.answered()
    assert shell.leave() == []
    assert words(kept(onelog, "log")) == words(TEXTS[name])


@pytest.mark.long
@pytest.mark.walk(2)
@pytest.mark.parametrize("rest", ["", "> out.txt", "--json > out.txt"])
@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_a_long_line_is_whole_wherever_the_answer_goes(onelog: Onelog, rest: str, term: str) -> None:
    line = " ".join(f"word{n}" for n in range(1500)) + "Ω"
    assert len(line) > 10_000
    child: pexpect.spawn[str] = pexpect.spawn(
        "/bin/sh", ["-c", f"exec {shlex.join([*ONELOG, 'log', 'mia'])} {rest}"], env=onelog.env | UNASKED | {"TERM": term},
        cwd=str(onelog.folder), timeout=NEVER, encoding="utf-8",
    )  # fmt: skip
    child.expect("an empty line ends it[^>]*> ")
    child.send(line)
    child.expect_exact("Ω")
    child.send(CTRL_D)
    child.expect(pexpect.EOF)
    assert onelog.json("timeline")[0]["notes"] == line


@pytest.mark.long
@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_ctrl_c_in_the_middle_of_a_paste_keeps_it(onelog: Onelog, term: str) -> None:
    shell = Shell(onelog, TERM=term)
    shell.asks("log", "mia").types(bare("first\n\nsecond"))
    shell.child.expect_exact("second")
    shell.types(CTRL_C)
    assert "Not logged; the words are kept: onelog recover" in shell.answered()
    assert shell.leave() == []
    assert onelog("recover", "1", "--show") == "first\n\nsecond\n"


@pytest.mark.long
@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
@pytest.mark.parametrize("keys", [marked("first\n\nsecond"), bare("first\n\nsecond"), "\x1b[200~first\r\rsecond"])
def test_a_terminal_that_goes_away_leaves_all_that_was_typed(onelog: Onelog, keys: str, term: str) -> None:
    if term == "dumb" and "\x1b" in keys:
        pytest.skip("no terminal sends marks that nobody asked for")
    child: pexpect.spawn[str] = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "mia"], env=onelog.env | {"TERM": term}, cwd=str(onelog.folder), timeout=NEVER,
        encoding="utf-8",
    )  # fmt: skip
    child.expect("an empty line ends it[^>]*> ")
    child.send(keys)
    if keys.endswith("~") or "\x1b" not in keys:
        child.expect_exact("second")
    else:
        child.send("!")
    hang_up(child)
    (draft,) = (onelog.folder / "journal.db.drafts").glob("*.md")
    assert words(draft.read_text(encoding="utf-8").rstrip("!")) == ["first", "second"]


# --- whatever it is


TEXT = st.text(
    st.sampled_from("ab あ漢\u3000\u00a0é🙂 \t\n\n$`'\"\\!#;&|>\x0b\x7f~-:@") | st.characters(exclude_categories=["C"]),
    max_size=120,
)


@pytest.mark.long
@settings(max_examples=examples(20))
@given(typed=TEXT, ahead=TEXT, how=st.sampled_from([marked, bare]), crlf=st.booleans())
def test_any_words_are_kept_and_read_by_nobody_else(
    tmp_path_factory: pytest.TempPathFactory, typed: str, ahead: str, how: Any, crlf: bool
) -> None:
    run = Onelog(tmp_path_factory.mktemp("any"))
    typed, ahead = (re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text) for text in (typed, ahead))
    sent = how(typed.replace("\n", "\r\n") if crlf else typed)
    shell = Shell(run, **UNASKED)
    shell.asks("log", "mia", "--raw", ahead=bare(ahead.replace("\t", " ")))
    shell.types(sent, "the end", CTRL_D)
    shell.answered()
    assert shell.leave() == []
    (meeting,) = run.json("timeline")
    assert "".join(meeting["notes"].split()) == "".join(f"{ahead}{typed}the end".split())
