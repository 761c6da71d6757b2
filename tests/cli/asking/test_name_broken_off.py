"""Words behind a name: what is no name is never asked about, and Ctrl-C at such a question loses nothing."""

import pexpect
import pytest
from conftest import ONELOG, Onelog

pytestmark = pytest.mark.posix

SAID = [
    ("佐藤", "評価の話をした"), ("佐藤", "ありがとうと言われた"), ("佐藤", "評価の話"), ("Ann", "Good."), ("Ann", "Fine!"),
    ("Ann", "good."), ("佐藤", "面談実施。"),
]  # fmt: skip


@pytest.mark.parametrize(("person", "words"), SAID, ids=[row[1] for row in SAID])
@pytest.mark.parametrize("known", [True, False])
def test_words_that_are_no_name_are_what_was_said(onelog: Onelog, person: str, words: str, known: bool) -> None:
    if known:
        onelog("people", "add", person)
    logged = onelog.json("log", person, words)
    assert (logged["person"], logged["notes"]) == (person, words)


@pytest.mark.parametrize("name", [("Ann", "Lee"), ("佐藤", "ひろ子"), ("佐藤", "健太"), ("Ann", "J.")])
def test_what_may_be_a_name_is_not_taken_for_words(onelog: Onelog, name: tuple[str, str]) -> None:
    onelog("people", "add", name[0])
    said = onelog.run("log", *name)
    assert said.code == 1 or f'If it belongs to the name: onelog undo, then onelog log "{" ".join(name)}"' in said.err


BROKEN = [
    (["log", "Ann", "Lee", "she is calm"], "Is Ann Lee the name?", "she is calm"),
    (["log", "Anna", "she is calm"], "Is this Ann", "she is calm"),
    (["topic", "Anna", "her plan"], "Is this Ann", "her plan"),
    (["aha", "small is fast", "--with", "Anna"], "Is this Ann", "small is fast"),
    (["actions", "add", "draft it", "--with", "Anna"], "Is this Ann", "draft it"),
]


@pytest.mark.long
@pytest.mark.parametrize(("command", "question", "words"), BROKEN, ids=[row[0][0] + row[2] for row in BROKEN])
def test_a_question_that_is_broken_off_keeps_the_words(
    onelog: Onelog, command: list[str], question: str, words: str
) -> None:
    onelog("people", "add", "Ann")
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], *command], env=onelog.env, cwd=str(onelog.folder), timeout=40, encoding="utf-8"
    )
    child.expect_exact(question)
    child.sendintr()
    child.expect_exact("Your words are kept: onelog recover 1")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert words in onelog("recover", "--show")
    onelog("recover", "1", "--with", "ann")
    assert words in onelog("timeline") + onelog("moments") + onelog("actions") + onelog("topics")
