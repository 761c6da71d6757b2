"""Words that come by themselves are on disk before anything about them is refused; what waits is named where one looks."""

import shlex

import pytest
from conftest import Onelog

WORDS = "words that must not go"
UNKNOWN, SEVERAL = "tanaca", "mia"
COMMANDS = (
    "log {who}",
    "log {who} -",
    "note {who}",
    "topic {who}",
    "concern --with {who}",
    "aha --with {who}",
    "actions add --with {who}",
)


def waiting(run: Onelog) -> list[str]:
    return [path.read_text(encoding="utf-8").strip() for path in run.folder.glob("journal.db.drafts/*.md")]


@pytest.fixture
def two(onelog: Onelog) -> Onelog:
    """A journal with two people called Mia, and Ben."""
    for name in ("Mia Tanaka", "Mia Suzuki", "Ben"):
        onelog("people", "add", name)
    return onelog


@pytest.mark.long
@pytest.mark.walk(10)
@pytest.mark.parametrize("who", [UNKNOWN, SEVERAL, "''", "me", "@x"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_pipe_for_a_name_that_is_refused_waits_for_another_one(two: Onelog, command: str, who: str) -> None:
    said = two.fails(command.format(who=who), input=f"{WORDS}\n")
    assert waiting(two) == [WORDS]
    assert "Your words are kept: onelog recover 1" in said
    assert len(said.splitlines()) == 2
    two("recover", "1", "--with", "ben")
    assert waiting(two) == []
    assert WORDS in two("search", "must", "--private")


@pytest.mark.parametrize("who", [UNKNOWN, SEVERAL])
def test_the_refusal_of_a_name_says_which_draft_goes_to_whom(two: Onelog, who: str) -> None:
    two.fails("log zoltan --mood 6", code=2, input="the first", ONELOG_NOW="2026-11-22T13:00:00+09:00")
    assert "onelog recover 2 --with PERSON" in two.fails(f"log {who}", input=WORDS)
    two("recover 2 --with ben")
    assert waiting(two) == ["the first"]


def test_somebody_new_who_resembles_another_gets_the_words_too(two: Onelog) -> None:
    two.fails("log tanaca", input=WORDS)
    assert "--new" in two.fails("recover 1")
    two("recover 1 --new")
    assert two.json("timeline tanaca")[0]["notes"] == WORDS


OPTIONS = ("--mood 6", "--seen x", "--rating 0", "--len long", "--mode train", "--on someday", "--on 2026-02-30")


@pytest.mark.parametrize("option", OPTIONS)
def test_a_pipe_with_an_option_that_is_refused_comes_back_without_it(two: Onelog, option: str) -> None:
    said = two.fails(f"log ben --rating 4 {option}", code=2, input=WORDS)
    assert "onelog recover 1" in said
    assert waiting(two) == [WORDS]
    name = option.split()[0]
    assert f"{name} is left out" in two.run("recover 1").err
    meeting = two.json("timeline")[0]
    assert meeting["notes"] == WORDS
    assert meeting["rating"] == (None if name == "--rating" else 4)


@pytest.mark.parametrize("command", ["log ben", "note ben"])
def test_a_pipe_with_a_document_of_somebody_else_waits(two: Onelog, command: str) -> None:
    text = f"---\nwith: Mia Tanaka\n---\n\n{WORDS}\n"
    assert "Your words are kept: onelog recover 1" in two.fails(command, input=text)
    assert waiting(two) == [text.strip()]


ELSEWHERE = (
    "log {who} --file words.md",
    "log {who} 'words that must not go'",
    "topic {who} pay",
    "aha --with {who} faster",
)


@pytest.mark.parametrize("who", [UNKNOWN, SEVERAL, "ben"])
@pytest.mark.parametrize("command", ELSEWHERE)
def test_words_that_stand_in_a_file_or_on_the_command_line_are_not_kept_twice(
    two: Onelog, command: str, who: str
) -> None:
    (two.folder / "words.md").write_text("---\nwith: Ann\n---\n\nwords\n", encoding="utf-8")
    done = two.run(command.format(who=who))
    assert (done.code == 1) is (who != "ben" or "--file" in command)
    assert "recover" not in done.err
    assert not (two.folder / "journal.db.drafts").exists()


def test_what_waits_is_named_by_today_log_and_doctor_and_by_nothing_else(two: Onelog) -> None:
    two.fails("log tanaca", input=WORDS)
    notice = "1 text has not reached the journal: onelog recover\n"
    assert two.run("--color never").err.startswith(notice)
    assert two.run("log ben 'we met'").err.startswith(notice)
    assert "1 text has not reached the journal" in two.run("doctor").out
    for other in (
        "timeline",
        "note ben pay",
        "actions",
        "people",
        "prep ben",
        "undo",
        "export",
        "next",
        "search words",
    ):
        assert "reached the journal" not in two.run(*shlex.split(other)).err
