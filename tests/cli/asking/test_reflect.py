"""The three questions after a meeting, at a real terminal: easily left, switched off, and never in the way of scripts."""

import shutil
import signal
import unicodedata

import pexpect
import pytest
from at_terminal import type_line
from conftest import ONELOG, UNASKED, Onelog
from test_prompt import CTRL_C, CTRL_D, NEVER, heeding_ctrl_c

from onelog.cli.asking import reflect

pytestmark = pytest.mark.posix

ASKED = ("What surprised me", "What will I do differently", "Their energy")


def logged(run: Onelog, *answers: str, words: str = "we met", **env: str) -> str:
    """`onelog log mia` at a terminal, the words, and these answers (a key, or a line and its Enter); what was said."""
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "mia"], env=run.env | env, cwd=str(run.folder), timeout=NEVER, encoding="utf-8",
        preexec_fn=heeding_ctrl_c,
    )  # fmt: skip
    child.expect("> ")
    child.send(words)
    child.expect("w")
    child.send(CTRL_D)
    child.expect("Logged")
    said = ""
    for n, answer in enumerate(answers):
        child.expect("is not a score" if n > 2 else "")
        said += f"{child.before}{child.after}"
        child.expect(f"{ASKED[min(n, 2)]}[^?]*\\? ")
        said += f"{child.before}{child.after}"
        child.send(answer if answer in (CTRL_C, CTRL_D) else f"{answer}\r")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, child.before
    assert [path.name for path in run.folder.iterdir() if path.suffix != ".toml" and path.name != ".config"] == [
        "journal.db"
    ]
    return said + str(child.before)


@pytest.mark.long
def test_the_answers_become_part_of_the_meeting_in_a_change_of_their_own(onelog: Onelog) -> None:
    said = logged(onelog, "彼女は静かだった because: 二人で歩いた", "ask on:friday first #asking", "4")
    (meeting,) = onelog.json("timeline")
    assert [(m["kind"], m["text"], m["because"]) for m in meeting["moments"]] == [
        ("aha", "彼女は静かだった", "二人で歩いた")
    ]
    assert meeting["notes"] == "we met\n\nI will do differently: ask on:friday first #asking"
    assert (meeting["seen"], meeting["at"]) == (4, "2026-11-22T14:00:00+09:00")
    assert said.count("takes it back") == 2
    onelog("undo")
    (meeting,) = onelog.json("timeline")
    assert (meeting["notes"], meeting["moments"], meeting["seen"]) == ("we met", [], None)


LEFT: tuple[tuple[tuple[str, ...], int, str, list[str]], ...] = (
    (("", "", ""), 3, "we met", []),
    ((CTRL_D,), 1, "we met", []),
    ((CTRL_C,), 1, "we met", []),
    (("-", "", ""), 3, "we met", []),
    (("-", "listen", ""), 3, "we met\n\nI will do differently: listen", []),
    (("her plan", CTRL_D), 2, "we met", ["her plan"]),
    (("her plan", CTRL_C), 2, "we met", ["her plan"]),
    (("her plan", "", CTRL_D), 3, "we met", ["her plan"]),
)


@pytest.mark.long
@pytest.mark.walk(4)
@pytest.mark.parametrize(("answers", "asked", "notes", "ahas"), LEFT, ids=[repr(row[0]) for row in LEFT])
def test_each_may_be_left_and_the_meeting_stays(
    onelog: Onelog, answers: tuple[str, ...], asked: int, notes: str, ahas: list[str]
) -> None:
    said = logged(onelog, *answers)
    (meeting,) = onelog.json("timeline")
    assert (meeting["notes"], [m["text"] for m in meeting["moments"]], meeting["seen"]) == (notes, ahas, None)
    assert sum(question in said for question in ASKED) == asked
    assert len(onelog.json("history")) == 1 + bool(ahas or notes != "we met")


def asked(run: Onelog, question: int = 0, **env: str) -> "pexpect.spawn[str]":
    """A terminal where one of the questions is asked; the ones before have the answers `first`, `second`."""
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "mia"], env=run.env | env, cwd=str(run.folder), timeout=NEVER, encoding="utf-8",
        preexec_fn=heeding_ctrl_c,
    )  # fmt: skip
    child.expect("> ")
    type_line(child, "we met")
    child.send("\r")
    for n in range(question):
        child.expect(f"{ASKED[n]}[^?]*\\? ")
        child.send(f"{('first', 'second')[n]}\r")
    child.expect(f"{ASKED[question]}[^?]*\\? ")
    return child


def waiting(run: Onelog) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(run.folder.glob("journal.db.drafts/*.md"))]


HALF = (
    (0, "彼女は静か", "aha: 彼女は静か"),
    (0, "c: she looked tired", "c: she looked tired"),
    (1, "ask on:friday", "aha: first\nI will do differently: ask \\on:friday"),
    (2, "４", "aha: first\nI will do differently: second\nseen:4"),
    (2, "high", "aha: first\nI will do differently: second\nhigh"),
)


@pytest.mark.long
@pytest.mark.walk(4)
@pytest.mark.parametrize(("question", "typed", "kept"), HALF)
@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_an_answer_that_a_closed_terminal_broke_off_waits(
    onelog: Onelog, question: int, typed: str, kept: str, term: str
) -> None:
    child = asked(onelog, question, TERM=term)
    child.send(typed)
    child.expect(typed)
    child.close(force=True)
    assert waiting(onelog) == [kept]
    onelog("recover 1")
    (meeting,) = onelog.json("timeline --private")
    assert (
        unicodedata.normalize("NFKC", typed.removeprefix("c: "))
        in f"{meeting['notes']} {meeting['moments']} {meeting['seen']}"
    )
    assert onelog.json("recover") == []


@pytest.mark.long
def test_an_answer_is_on_disk_while_it_is_typed(onelog: Onelog) -> None:
    child = asked(onelog, 1)
    child.send("ask her")
    while waiting(onelog) != ["aha: first\nI will do differently: ask her"]:
        assert child.isalive()
    child.send("\x15")
    while waiting(onelog) != ["aha: first\n"]:
        assert child.isalive()
    child.send("-")
    child.send("\r")
    child.expect(f"{ASKED[2]}[^?]*\\? ")
    child.kill(signal.SIGKILL)
    child.close()
    assert waiting(onelog) == ["aha: first\n"]


@pytest.mark.long
def test_an_answer_that_ctrl_c_broke_off_waits_and_the_others_are_taken(onelog: Onelog) -> None:
    child = asked(onelog, 1)
    child.send("ask her")
    child.expect("ask her")
    child.send(CTRL_C)
    child.expect("Your words are kept: onelog recover 1")
    child.expect(pexpect.EOF)
    assert [moment["text"] for moment in onelog.json("moments")] == ["first"]
    assert waiting(onelog) == ["I will do differently: ask her"]
    onelog("recover 1")
    assert onelog.json("timeline")[0]["notes"].endswith("\n\nI will do differently: ask her")


@pytest.mark.long
@pytest.mark.walk(4)
@pytest.mark.parametrize("blank", ["\u3000", "  ", "\u00a0", "\t"])
@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_a_blank_answer_is_none(onelog: Onelog, blank: str, term: str) -> None:
    logged(onelog, blank, blank, blank, TERM=term)
    (meeting,) = onelog.json("timeline")
    assert (meeting["notes"], meeting["moments"], meeting["seen"]) == ("we met", [], None)


@pytest.mark.long
def test_what_was_said_already_is_not_asked(onelog: Onelog) -> None:
    assert "Their energy" not in logged(onelog, "her plan", "", words="we met seen:3")
    assert onelog.json("timeline")[0]["seen"] == 3


@pytest.mark.long
def test_labels_in_an_answer_mean_what_they_mean_elsewhere(onelog: Onelog) -> None:
    logged(onelog, "c: she looked tired +rest", "ask first a: book a room due:fri \\d: is no label", "2")
    (meeting,) = onelog.json("timeline --private")
    assert [(m["kind"], m["text"], m["tags"]) for m in meeting["moments"]] == [
        ("concern", "she looked tired +rest", ["rest"])
    ]
    assert [(a["text"], a["due"]) for a in meeting["actions"]] == [("book a room d: is no label", "2026-11-27")]
    assert (meeting["notes"], meeting["seen"]) == ("we met\n\nI will do differently: ask first", 2)


@pytest.mark.long
@pytest.mark.parametrize("score", ["3.5", "high", "0", "6", "３.５", "4!", "五"])
def test_a_score_that_is_none_is_said_and_asked_again(onelog: Onelog, score: str) -> None:
    said = logged(onelog, "", "", score, "４")
    assert f"{score} is not a score: 1, 2, 3, 4 or 5, or Enter for none." in said
    assert onelog.json("timeline")[0]["seen"] == 4


PASTED = [
    ("He was calm.\n\n## Private notes\n- SECRETQ tom is ill", [("aha", "He was calm."), ("private", "SECRETQ tom is ill")], ""),
    ("■非公開\n・SECRETQ 病気\n・来月休む", [("private", "SECRETQ 病気"), ("private", "来月休む")], ""),
    ("静かだった。\n懸念：SECRETQ\n　続き", [("aha", "静かだった。"), ("concern", "SECRETQ 続き")], ""),
    ("x: SECRETQ she cried\n\nAsk her again", [("private", "SECRETQ she cried")], "Ask her again"),
    ("She asked.\na: book a room due:fri\nShe loves jazz.", [("action", "book a room"), ("aha", "She asked.")], "She loves jazz."),
    ("- [ ] prepare deck\n- [x] book", [("action", "prepare deck"), ("action", "book")], ""),
]  # fmt: skip


@pytest.mark.long
@pytest.mark.walk(4)
@pytest.mark.parametrize(("pasted", "found", "note"), PASTED, ids=[row[0] for row in PASTED])
@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_a_pasted_answer_is_read_as_at_the_prompt(
    onelog: Onelog, pasted: str, found: list[tuple[str, str]], note: str, term: str
) -> None:
    child, keys = asked(onelog, TERM=term), pasted.replace("\n", "\r")
    child.send(f"\x1b[200~{keys}\x1b[201~")
    child.expect_exact(pasted.split("\n")[-1].strip())
    child.send("\r")
    for question, answer in zip(ASKED[1:], ("listen", "4"), strict=True):
        child.expect(f"{question}[^?]*\\? ")
        child.send(f"{answer}\r")
    child.expect(pexpect.EOF)
    (meeting,) = onelog.json("timeline --private")
    inside = [("action", one["text"]) for one in meeting["actions"]] + [
        (one["kind"], one["text"]) for one in meeting["moments"]
    ]
    assert inside == found
    assert meeting["notes"].startswith("we met")
    assert note in meeting["notes"]
    assert meeting["notes"].endswith("I will do differently: listen")
    assert (meeting["seen"], meeting["at"]) == (4, "2026-11-22T14:00:00+09:00")
    assert "SECRETQ" not in onelog("timeline --json") + onelog("export") + onelog("review --for manager")


@pytest.mark.long
def test_a_pasted_answer_that_was_broken_off_comes_back_as_it_was(onelog: Onelog) -> None:
    child = asked(onelog)
    child.send("\x1b[200~calm\r\r## Private notes\r- SECRETQ\x1b[201~")
    child.expect("SECRETQ")
    child.send("\r")
    child.expect(f"{ASKED[1]}[^?]*\\? ")
    child.send("half")
    child.expect("half")
    child.close(force=True)
    assert "SECRETQ" in onelog("recover 1 --show")
    onelog("recover 1")
    (meeting,) = onelog.json("timeline --private")
    assert [(m["kind"], m["text"]) for m in meeting["moments"]] == [("aha", "calm"), ("private", "SECRETQ")]
    assert meeting["notes"].endswith("I will do differently: half")
    assert "SECRETQ" not in onelog("timeline") + onelog("export")


@pytest.mark.long
@pytest.mark.parametrize("refused", ["low, because her father died", "低い。お父さんが亡くなったから"])
@pytest.mark.parametrize("then", [CTRL_C, CTRL_D, "", "2"])
def test_words_that_are_no_score_wait(onelog: Onelog, refused: str, then: str) -> None:
    child = asked(onelog, 2)
    child.send(f"{refused}\r")
    child.expect("is not a score")
    child.expect(f"{ASKED[2]}[^?]*\\? ")
    assert refused in waiting(onelog)[0]
    child.send(then if then in (CTRL_C, CTRL_D) else f"{then}\r")
    child.expect("Your words are kept: onelog recover 1")
    child.expect(pexpect.EOF)
    assert waiting(onelog) == [refused]
    onelog("recover 1")
    (meeting,) = onelog.json("timeline")
    assert meeting["notes"].endswith(refused)
    assert meeting["seen"] == (2 if then == "2" else None)


@pytest.mark.long
def test_they_say_how_to_switch_them_off_until_somebody_has_answered(onelog: Onelog) -> None:
    assert "onelog config reflect off" in logged(onelog, "", "", "")
    assert "onelog config reflect off" in logged(onelog, "her plan", CTRL_D)
    assert "onelog config reflect off" not in logged(onelog, CTRL_D)
    onelog("config reflect off")
    assert not [question for question in ASKED if question in logged(onelog)]


@pytest.mark.long
def test_in_japanese(onelog: Onelog) -> None:
    (onelog.folder / "ja.toml").write_text('language = "ja"\n', encoding="utf-8")
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "mia"], env=onelog.env | {"ONELOG_CONFIG": "ja.toml"}, cwd=str(onelog.folder),
        timeout=NEVER, encoding="utf-8",
    )  # fmt: skip
    child.expect("自分の言葉で（空の行で終わり、Ctrl-C で中止）")
    child.expect("> ")
    type_line(child, "会った")
    child.send("\r")
    for question, answer in (
        ("意外だったことは", "-"),
        ("次回、変えてみたいことは", "先に聞く"),
        ("相手の様子は", "5"),
    ):
        child.expect(question)
        child.send(f"{answer}\r")
    child.expect(pexpect.EOF)
    (meeting,) = onelog.json("timeline")
    assert (meeting["notes"], meeting["seen"]) == ("会った\n\n次回変えてみること：先に聞く", 5)


def test_nobody_is_asked_where_it_is_switched_off(onelog: Onelog) -> None:
    said = logged(onelog, **UNASKED)
    assert "we met" in onelog("timeline")
    assert not [question for question in ASKED if question in said]


@pytest.mark.long
@pytest.mark.walk(4)
@pytest.mark.parametrize(
    "rest",
    ["", "< /dev/null", "> /dev/null", "| cat", "--json", "--file w.md", "--edit"],
    ids=lambda rest: rest.strip("<>| ") or "arguments",
)
def test_nobody_is_asked_after_words_that_came_otherwise(onelog: Onelog, rest: str) -> None:
    (onelog.folder / "w.md").write_text("we met\n", encoding="utf-8")
    (onelog.folder / "edit.sh").write_text('echo "we met" >> "$1"\n', encoding="utf-8")
    words = "" if rest.startswith(("--file", "--edit")) else "we met"
    child = pexpect.spawn(
        "/bin/sh", ["-c", f"{' '.join(ONELOG)} log mia {words} {rest}"], env=onelog.env | {"ONELOG_EDITOR": "sh edit.sh"},
        cwd=str(onelog.folder), timeout=NEVER, encoding="utf-8",
    )  # fmt: skip
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert not [question for question in ASKED if question in (child.before or "")]
    assert "we met" in onelog("timeline")


@pytest.mark.long
def test_answers_of_a_terminal_that_went_away_are_recovered(onelog: Onelog) -> None:
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "mia"], env=onelog.env, cwd=str(onelog.folder), timeout=NEVER, encoding="utf-8"
    )  # fmt: skip
    child.expect("> ")
    type_line(child, "we met")
    child.send("\r")
    child.expect(f"{ASKED[0]}[^?]*\\? ")
    child.send("her plan\r")
    child.expect(ASKED[1])
    child.close(force=True)
    (waiting,) = onelog.json("recover --show")
    (meeting,) = onelog.json("timeline")
    assert (waiting["command"], waiting["text"]) == (f"reflect {meeting['id']}", "aha: her plan\n")
    onelog("recover 1")
    assert [m["text"] for m in onelog.json("timeline")[0]["moments"]] == ["her plan"]
    assert onelog.json("recover") == []


@pytest.mark.long
@pytest.mark.parametrize("command", ["clear", "onelog", "onelog prep mia", "ls -la", "cd notes", "exit"])
def test_a_command_for_the_shell_is_no_answer_unless_it_is_meant(onelog: Onelog, command: str) -> None:
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "mia"], env=onelog.env, cwd=str(onelog.folder), timeout=NEVER, encoding="utf-8",
        dimensions=(24, 120),
    )  # fmt: skip
    child.expect("> ")
    type_line(child, "we met")
    child.send("\r")
    for answer in ("n", "y"):
        child.expect(f"{ASKED[0]}[^?]*\\? ")
        child.send(f"{command}\r")
        child.expect_exact("is a command of the shell. Keep it as the answer? [y/N] ")
        child.send(f"{answer}\r")
    child.expect(f"{ASKED[1]}[^?]*\\? ")
    child.send(CTRL_D)
    child.expect(pexpect.EOF)
    assert [moment["text"] for moment in onelog.json("timeline")[0]["moments"]] == [command]


@pytest.mark.long
def test_wrapped_prose_pasted_into_an_answer_is_one_line(onelog: Onelog) -> None:
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "mia"], env=onelog.env, cwd=str(onelog.folder), timeout=NEVER, encoding="utf-8"
    )  # fmt: skip
    child.expect("> ")
    type_line(child, "we met")
    child.send("\r")
    child.expect(f"{ASKED[0]}[^?]*\\? ")
    child.send("she was calm\rand clear")
    child.expect_exact("and clear")
    child.send("\r")
    child.expect(ASKED[1])
    child.send(CTRL_D)
    child.expect(pexpect.EOF)
    assert [moment["text"] for moment in onelog.json("timeline")[0]["moments"]] == ["she was calm and clear"]


@pytest.mark.parametrize(
    "answer", ["make time for her", "find out who decides", "cat and dog", "sleep more", "test it first"]
)
def test_a_sentence_that_begins_with_the_name_of_a_program_is_an_answer(answer: str) -> None:
    """A second word makes a command of it only where it is an option."""
    assert shutil.which(answer.split()[0])
    assert not reflect._is_command(answer)
    first, _, rest = answer.partition(" ")
    assert reflect._is_command(f"{first} -{rest}")
