"""`log PERSON --more`: another word for today's meeting, from every door; and the second `log` of a day."""

import pexpect
import pytest
from conftest import ONELOG, UNASKED, Onelog, at

pytestmark = pytest.mark.posix


@pytest.fixture
def met(onelog: Onelog) -> Onelog:
    """Mia, a meeting with her this morning, and one yesterday."""
    onelog("people", "add", "Mia Tanaka", "--relation", "report")
    onelog("log", "mia", "yesterday's words", **at("2026-11-21"))
    onelog("log", "mia", "mood:2 we met a: draft the plan", "--on", "10:00")
    return onelog


def notes(run: Onelog) -> list[str]:
    """The note of each meeting without its empty lines, the newest first."""
    return ["\n".join(filter(None, meeting["notes"].split("\n"))) for meeting in run.json("timeline")]


def test_words_go_to_the_end_of_the_meeting_of_today_with_their_records(met: Onelog) -> None:
    done = met.run("log", "mia", "--more", "and one thing more mood:4 a: call the bank due:fri +money")
    assert done.out.startswith("meeting\t")
    assert "onelog undo takes it back." in done.err
    meeting, _ = met.json("timeline")
    assert notes(met)[0] == "we met\nand one thing more"
    assert (meeting["mood"], [action["text"] for action in meeting["actions"]]) == (
        4,
        ["draft the plan", "call the bank +money"],
    )
    met("undo")
    assert notes(met) == ["we met", "yesterday's words"]
    assert met.json("log", "mia", "--more", "again", "--rating", "5")["rating"] == 5


PLUS = (
    ("log", "+"),
    ("log", "mia", "+"),
    ("log", "Mia Tanaka", "+"),
    ("log", "mia", "tanaka", "+"),
    ("log", "＋"),
    ("log", "mia", "＋"),
)


@pytest.mark.long
@pytest.mark.parametrize("words", PLUS, ids=" ".join)
@pytest.mark.parametrize("more", [("and June",), ("and", "June"), ("-",)], ids=" ".join)
def test_a_plus_says_that_the_words_are_more_of_today(
    met: Onelog, words: tuple[str, ...], more: tuple[str, ...]
) -> None:
    met(*words, *more, input="and June" if more == ("-",) else None)
    assert notes(met) == ["we met\nand June", "yesterday's words"]


def test_a_plus_needs_one_talk_of_today(met: Onelog) -> None:
    met("log", "ben", "hello", "--new")
    said = met.fails("log", "+", "and June")
    assert "Today there were meetings with ben or Mia Tanaka." in said
    assert "onelog log ben + WORDS" in said
    assert "There is no meeting today" in met.fails("log", "+", "and June", **at("2026-11-25"))
    assert len(notes(met)) == 3


@pytest.mark.parametrize("words", ["+money and June", "1 + 1 is two", "\\\\+ and June", "++ and June"])
def test_any_other_plus_is_text(met: Onelog, words: str) -> None:
    met("log", "mia", *words.split())
    assert len(notes(met)) == 3


@pytest.mark.long
@pytest.mark.parametrize("door", ["pipe", "file", "editor", "prompt"])
def test_every_door_adds(met: Onelog, door: str) -> None:
    (met.folder / "note.md").write_text("from afar\n\n- [ ] send it\n", encoding="utf-8")
    if door == "pipe":
        met("log", "mia", "--more", "-", input="from afar\na: send it")
    elif door == "file":
        met("log", "mia", "--more", "--file", "note.md")
    elif door == "editor":
        met("log", "mia", "--more", "--edit", ONELOG_EDITOR="cp note.md")
    else:
        child = spawned(met, "log", "mia", "--more")
        child.expect_exact("In your own words")
        child.send("from afar\r")
        child.send("a: send it\r")
        child.send("\x04")
        child.expect(pexpect.EOF)
    assert len(notes(met)) == 2
    assert notes(met)[0] == "we met\nfrom afar"
    assert [action["text"] for action in met.json("actions")] == ["draft the plan", "send it"] or len(
        met.json("actions")
    ) == 2


def spawned(run: Onelog, *words: str) -> "pexpect.spawn[str]":
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], *words], env=run.env | UNASKED | {"COLUMNS": "120"}, cwd=str(run.folder), timeout=60, encoding="utf-8",
        dimensions=(24, 120),
    )  # fmt: skip
    child.delaybeforesend = 0.05
    return child


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["log", "bea", "--more", "x"], 1, "Nobody is called 'bea'"),
        (["log", "mia", "--more", "x", "--on", "yesterday"], 2, "another day is another meeting"),
        (["log", "mia", "--more", "--prep"], 2, "--more and --prep do not go together"),
        (["log", "mia", "--more", "on:yesterday x"], 1, "has its day already"),
    ],
)  # fmt: skip
def test_what_cannot_be_added_is_said(met: Onelog, words: list[str], code: int, said: str) -> None:
    assert said in met.fails(*words, code=code)
    assert notes(met) == ["we met", "yesterday's words"]


def test_without_a_meeting_today_there_is_nothing_to_add_to(onelog: Onelog) -> None:
    onelog("log", "mia", "long ago", **at("2026-11-01"))
    assert "There is no meeting with mia today to add to" in onelog.fails("log", "mia", "--more", "x")


@pytest.mark.long
@pytest.mark.parametrize(("answer", "count"), [("a", 2), ("n", 3), ("", 3)])
def test_a_second_log_of_the_day_asks_at_a_terminal(met: Onelog, answer: str, count: int) -> None:
    child = spawned(met, "log", "mia", "and then this")
    child.expect_exact("Add to the meeting of 10:00, or a new one? [a/N]")
    child.send(f"{answer}\r")
    child.expect(pexpect.EOF)
    assert len(notes(met)) == count
    assert any("and then this" in text for text in notes(met))


def test_a_second_log_in_a_pipe_is_a_new_meeting_and_says_how_to_add(met: Onelog) -> None:
    done = met.run("log", "mia", "and then this")
    assert 'There was a meeting at 10:00 today; onelog log "Mia Tanaka" --more adds to it.' in done.err
    assert len(notes(met)) == 3
    assert "There was a talk" not in met.run("log", "mia", "long ago", "--on", "2026-11-02").err


def test_words_that_could_not_be_added_are_recovered_into_that_meeting(met: Onelog) -> None:
    (met.folder / "note.md").write_text("on:yesterday from afar", encoding="utf-8")
    met.fails("log", "mia", "--more", "-", input="on:yesterday from afar")
    draft = next(met.folder.glob("journal.db.drafts/*.md"))
    draft.write_text(draft.read_text(encoding="utf-8").replace("on:yesterday ", ""), encoding="utf-8")
    met("recover", "1")
    assert notes(met)[0] == "we met\nfrom afar"
