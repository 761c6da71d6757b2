"""Words that did not reach the journal: listed so that they are known again, and brought back as they were meant."""

import json
import os
from pathlib import Path

import pytest
from conftest import Onelog

pytestmark = pytest.mark.posix

LATER = "2026-11-25T09:00:00+09:00"
"""A Wednesday, three days after the words."""


def left_by(run: Onelog, command: str, text: str, at: str = "2026-11-20T15:00:00+09:00", **options: object) -> Path:
    """A draft as a command leaves it that was killed on Friday 20 November."""
    place = run.folder / "journal.db.drafts"
    place.mkdir(mode=0o700, exist_ok=True)
    path = place / f"20261120T1500{len(list(place.glob('*.md'))):02}-{os.urandom(4).hex()}.md"
    path.write_text(text, encoding="utf-8")
    head = {"onelog": 1, "command": command, "at": at, "options": options}
    path.with_suffix(".json").write_text(json.dumps(head), encoding="utf-8")
    return path


def files(run: Onelog) -> list[str]:
    return sorted(path.name for path in run.folder.iterdir())


# --- days are counted from when the words were typed ----------------------------------------------------------------


def test_days_in_the_words_are_counted_from_when_they_were_typed(onelog: Onelog) -> None:
    left_by(onelog, "log", "words on:yesterday\na: draft it due:fri", person="mia")
    onelog("recover 1", ONELOG_NOW=LATER)
    (meeting,) = onelog.json("timeline", ONELOG_NOW=LATER)
    assert meeting["at"] == "2026-11-19T00:00:00+09:00"
    assert meeting["actions"][0]["due"] == "2026-11-20"
    assert meeting["actions"][0]["opened"][:10] == "2026-11-19"


@pytest.mark.parametrize(
    ("on", "at"),
    [(None, "2026-11-20T15:00:00+09:00"), ("yesterday", "2026-11-19T00:00:00+09:00"), ("mon 10:00", "2026-11-16T10:00:00+09:00")],
)  # fmt: skip
def test_a_day_that_was_an_option_is_counted_from_there_too(onelog: Onelog, on: str | None, at: str) -> None:
    left_by(onelog, "log", "words", person="mia", on=on)
    onelog("recover 1", ONELOG_NOW=LATER)
    assert onelog.json("timeline")[0]["at"] == at


@pytest.mark.parametrize(
    ("command", "options"), [("actions add", {}), ("actions add", {"with": "mia"}), ("note", {"person": "mia"})]
)
def test_a_promise_is_due_when_it_was_meant(onelog: Onelog, command: str, options: dict[str, str]) -> None:
    left_by(onelog, command, "draft it due:tomorrow" if command != "note" else "a: draft it due:tomorrow", **options)
    onelog("recover 1", ONELOG_NOW=LATER)
    assert [action["due"] for action in onelog.json("actions")] == ["2026-11-21"]


@pytest.mark.parametrize(("document", "promises"), [(True, []), (False, ["draft it"])])
def test_words_come_back_through_the_door_they_came_by(onelog: Onelog, document: bool, promises: list[str]) -> None:
    """A file and the editor have labels at the starts of lines, typed words anywhere in them."""
    left_by(onelog, "log", "we met\nthen it was late. a: draft it", person="mia", document=document)
    meeting = onelog.json("recover 1")
    assert [action["text"] for action in meeting["actions"]] == promises


def test_an_edited_document_has_its_days_from_there_too(onelog: Onelog) -> None:
    meeting = onelog.json("log", "mia", "words")
    document = "---\nwith: mia\n---\n\nwords\n\n- [ ] draft it due:tomorrow\n"
    left_by(onelog, "edit", document, id=meeting["id"])
    onelog("recover 1", ONELOG_NOW=LATER)
    assert [action["due"] for action in onelog.json("actions")] == ["2026-11-21"]


def test_a_spoiled_head_leaves_the_time_in_the_name(onelog: Onelog) -> None:
    left_by(onelog, "log", "words on:yesterday").with_suffix(".json").write_text("", encoding="utf-8")
    assert "--with PERSON" in onelog.fails("recover 1", code=2)
    onelog("recover 1 --with mia", ONELOG_NOW=LATER)
    assert onelog.json("timeline")[0]["at"] == "2026-11-19T00:00:00+09:00"


# --- several lines that were to be one ------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["aha", "concern", "actions add", "topic mia", "aha --with mia"])
def test_several_lines_that_were_to_be_one_become_a_note(onelog: Onelog, command: str) -> None:
    onelog.fails(command, input="two\nlines")
    said = onelog.fails("recover 1")
    assert "several" in said
    assert "onelog recover 1 --with PERSON keeps them as a note" in said
    onelog("recover 1 --with mia")
    assert not (onelog.folder / "journal.db.drafts").exists()
    assert onelog.json("log", "mia", "and then")["notes"] == "two\nlines\n\nand then"


def test_one_line_stays_what_it_was_to_be(onelog: Onelog) -> None:
    left_by(onelog, "aha", "fewer people, faster\n")
    onelog("recover 1 --with mia")
    (moment,) = onelog.json("moments")
    assert (moment["kind"], moment["text"], moment["person"]) == ("aha", "fewer people, faster", "mia")


# --- the list --------------------------------------------------------------------------------------------------------


def some(run: Onelog) -> None:
    left_by(run, "log", 'it\'s a "long" day\nand\ttabs\n', person="mia")
    left_by(run, "edit", "---\nwith: Mia Tanaka\n---\n\nbelow the head\n", id="k7qf")
    left_by(run, "aha", "\x1b[2Jone\ntwo\nthree\nfour", **{"with": "ben"})


def test_the_list_in_a_pipe_is_one_plain_line_a_draft(onelog: Onelog) -> None:
    some(onelog)
    at = "2026-11-20T15:00:00+09:00"
    assert onelog("recover --show").splitlines() == [
        f'1\t{at}\tlog\tmia\tit\'s a "long" day\\nand\\ttabs\\n',
        f"2\t{at}\tedit k7qf\t\t---\\nwith: Mia Tanaka\\n---\\n\\nbelow the head\\n",
        f"3\t{at}\taha\tben\t␛[2Jone\\ntwo\\nthree\\nfour",
    ]


def test_the_list_says_no_words_unless_they_are_asked_for(onelog: Onelog) -> None:
    """A draft may hold anything, so it is as private as a private note."""
    some(onelog)
    at = "2026-11-20T15:00:00+09:00"
    left = "Left out: 10 lines of words (--show prints them too)."
    done = onelog.run("recover")
    assert done.out.splitlines() == [f"1\t{at}\tlog\tmia\t", f"2\t{at}\tedit k7qf\t\t", f"3\t{at}\taha\tben\t"]
    assert done.err.splitlines()[0] == left
    done = onelog.run("recover --json")
    assert [one["text"] for one in json.loads(done.out)] == [None, None, None]
    assert done.err == f"{left}\n"
    assert onelog.screen("recover", columns=60).split("\n")[:4] == [
        "1  log mia · 2 lines                        2 days ago 15:00",
        "2  edit k7qf · 4 lines                      2 days ago 15:00",
        "3  aha ben · 4 lines                        2 days ago 15:00",
        "",
    ]
    assert onelog.run("recover --show --json").err == ""


def test_the_list_as_json(onelog: Onelog) -> None:
    assert onelog.json("recover") == []
    some(onelog)
    first, second, third = onelog.json("recover --show")
    assert list(first) == ["number", "at", "command", "person", "text"]
    assert first == {
        "number": 1, "at": "2026-11-20T15:00:00+09:00", "command": "log", "person": "mia", "text": "it's a \"long\" day\nand\ttabs\n",
    }  # fmt: skip
    assert (second["command"], second["person"]) == ("edit k7qf", None)
    assert (third["person"], third["text"]) == ("ben", "\x1b[2Jone\ntwo\nthree\nfour")
    assert onelog.json("recover 1 --show") == first
    assert onelog.json("recover 1")["notes"] == 'it\'s a "long" day\nand\ttabs'


def test_the_list_on_a_terminal_is_drawn(onelog: Onelog) -> None:
    assert onelog.screen("recover") == "No drafts are waiting.\n"
    some(onelog)
    assert onelog.screen("recover --show", columns=60) == (
        "1  log mia                                  2 days ago 15:00\n"
        '   it\'s a "long" day\n'
        "   and tabs\n"
        "2  edit k7qf                                2 days ago 15:00\n"
        "   with: Mia Tanaka\n"
        "   below the head\n"
        "3  aha ben                                  2 days ago 15:00\n"
        "   ␛[2Jone\n"
        "   two\n"
        "   three\n"
        "   … and 1 more\n"
        "\n"
        "onelog recover 1 brings it back\n"
        "onelog recover 1 --show prints all of it\n"
        "onelog recover 1 --discard throws it away\n"
    )


# --- numbers ---------------------------------------------------------------------------------------------------------


def numbers(run: Onelog) -> dict[str, int]:
    return {draft["text"]: draft["number"] for draft in run.json("recover --show")}


def test_each_keeps_its_number_as_long_as_it_waits(onelog: Onelog) -> None:
    for name in ("one", "two", "three"):
        left_by(onelog, "log", name)
    assert numbers(onelog) == {"one": 1, "two": 2, "three": 3}
    onelog("recover 1 --with mia")
    assert "There is no draft 1; 2, 3 wait." in onelog.fails("recover 1 --with mia")
    assert "onelog recover 2 --with PERSON" in onelog.fails("recover 2", code=2)
    onelog("recover 2 --with ben")
    left_by(onelog, "log", "four")
    assert numbers(onelog) == {"three": 3, "four": 4}
    onelog("recover 3 --discard")
    assert "There is no draft 3; 4 waits." in onelog.fails("recover 3")
    onelog("recover 4 --with mia")
    assert "There is no draft 4; none waits." in onelog.fails("recover 4")
    assert [meeting["notes"] for meeting in onelog.json("timeline")] == ["four", "two", "one"]


def test_a_refusal_names_the_number_that_the_list_has(onelog: Onelog) -> None:
    for name in ("one", "two"):
        left_by(onelog, "log", name)
    numbers(onelog)
    onelog("recover 1 --discard")
    assert "Your words are kept: onelog recover 3" in onelog.fails("aha", input="three\nlines")
    assert "Your words are kept: onelog recover 4" in onelog.fails("aha", input="four\nlines")
    assert numbers(onelog) == {"two": 2, "three\nlines": 3, "four\nlines": 4}


def test_two_that_were_given_one_number_at_once_have_one_each(onelog: Onelog) -> None:
    for name in ("one", "two"):
        head = left_by(onelog, "log", name).with_suffix(".json")
        head.write_text(json.dumps(json.loads(head.read_text(encoding="utf-8")) | {"number": 1}), encoding="utf-8")
    for _ in range(2):
        assert numbers(onelog) == {"one": 1, "two": 2}


def test_a_draft_without_a_head_and_one_whose_head_is_spoiled_keep_theirs(onelog: Onelog) -> None:
    left_by(onelog, "log", "one").with_suffix(".json").unlink()
    left_by(onelog, "log", "two").with_suffix(".json").write_text("{", encoding="utf-8")
    left_by(onelog, "log", "three")
    for _ in range(2):
        assert numbers(onelog) == {"one": 1, "two": 2, "three": 3}
    onelog("recover 1 --with mia")
    assert numbers(onelog) == {"two": 2, "three": 3}
    onelog("recover 2 --with mia", ONELOG_NOW=LATER)
    assert onelog.json("timeline")[0]["at"] == "2026-11-20T15:00:01+09:00"


# --- what killed commands leave -------------------------------------------------------------------------------------


def head_alone(run: Onelog) -> Path:
    """What a command leaves that was killed before a word."""
    words = left_by(run, "log", "", person="mia")
    words.unlink()
    return words.with_suffix(".json")


@pytest.mark.parametrize("command", ["recover", "log mia words"])
def test_a_head_without_words_is_swept(onelog: Onelog, command: str) -> None:
    head_alone(onelog)
    head_alone(onelog)
    onelog(command)
    assert files(onelog) == (["journal.db"] if "log" in command else [])


def test_an_empty_folder_is_swept(onelog: Onelog) -> None:
    head_alone(onelog).unlink()
    onelog("recover")
    assert files(onelog) == []


def test_a_head_that_a_running_command_holds_stays(onelog: Onelog) -> None:
    fcntl = pytest.importorskip("fcntl")
    head = head_alone(onelog)
    with head.open("r+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        onelog("recover")
        onelog("log mia words")
        assert head.exists()


def test_words_that_were_written_aside_are_a_draft(onelog: Onelog) -> None:
    head = head_alone(onelog)
    head.with_suffix(".new").write_text("words of worth", encoding="utf-8")
    assert onelog("recover 1 --show") == "words of worth\n"
    onelog("recover 1")
    assert files(onelog) == ["journal.db"]


def test_what_was_written_aside_goes_with_its_words(onelog: Onelog) -> None:
    left_by(onelog, "log", "words", person="mia").with_suffix(".new").write_text("wor", encoding="utf-8")
    onelog("recover 1")
    assert files(onelog) == ["journal.db"]


# --- where the journal is, as JSON ----------------------------------------------------------------------------------


def test_where_the_journal_is_and_how_it_is_built_as_json(onelog: Onelog) -> None:
    assert onelog.json("db path") == {"path": str(onelog.journal)}
    assert files(onelog) == []
    built = onelog.json("db schema")
    assert built["page"] == onelog("db schema")
    assert built["application_id"] == 0x6F6E6C67
    assert built["version"] == onelog.json("db info")["version"]
    assert built["tables"]["action"].startswith("A promise")
    assert all(f"\n## {name}" in built["page"] for name in built["tables"])


def test_nothing_to_take_back_makes_no_journal(onelog: Onelog) -> None:
    assert "There is nothing to undo." in onelog.fails("undo")
    assert "There is nothing to redo." in onelog.fails("redo")
    assert files(onelog) == []
    onelog("log mia words")
    onelog("undo")
    assert "There is nothing to undo." in onelog.fails("undo")


def test_a_draft_whose_first_word_never_reached_the_disk_is_swept_away(onelog: Onelog) -> None:
    folder = onelog.folder / "journal.db.drafts"
    folder.mkdir(mode=0o700)
    (folder / "20261122T140000-0a0b0c0d.json").write_text("{}", encoding="utf-8")
    (folder / "20261122T140000-0a0b0c0d.new").touch()
    assert onelog("recover") == ""
    assert (
        onelog.run("log mia hello").err
        == "mia is new: onelog people edit mia says who they are.\nonelog undo takes it back.\n"
    )
    assert not folder.exists()
