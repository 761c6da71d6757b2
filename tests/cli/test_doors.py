"""The same text gives the same records, whichever door it comes through: arguments, a pipe, a file, the editor, the prompt."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest
from at_terminal import ctrl_c, type_line
from conftest import ONELOG, UNASKED, Onelog

pytestmark = pytest.mark.posix

NEVER = 60
"""Seconds after which a prompt that does not come is a failure."""


def bare(value: Any) -> Any:
    """A meeting's JSON less ids, uids and times."""
    if isinstance(value, dict):
        return {k: bare(v) for k, v in value.items() if k not in ("id", "uid", "meeting", "at", "opened", "added")}
    return [bare(v) for v in value] if isinstance(value, list) else value


def editor(folder: Path, text: str, how: str = 'cat {words} > "$1"') -> str:
    """An editor that writes `text` into the file it is given."""
    words, script = folder / "words.txt", folder / "editor.sh"
    words.write_text(text, encoding="utf-8")
    script.write_text(how.format(words=shlex.quote(str(words))) + "\n", encoding="utf-8")
    return f"sh {shlex.quote(str(script))}"


def by_arguments(run: Onelog, text: str) -> Any:
    return run.json("log", "mia", text)


def by_words(run: Onelog, text: str) -> Any:
    return run.json("log", "mia", *text.split(" "))


def by_dash(run: Onelog, text: str) -> Any:
    return json.loads(run("log", "mia", "-", "--json", input=text + "\n"))


def by_pipe(run: Onelog, text: str) -> Any:
    return json.loads(run("log", "mia", "--json", input=text))


def by_windows_pipe(run: Onelog, text: str) -> Any:
    return json.loads(run("log", "mia", "--json", input=b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()))


def by_file(run: Onelog, text: str) -> Any:
    file = run.folder / "meeting.md"
    file.write_text(text, encoding="utf-8")
    return run.json("log", "mia", "--file", str(file))


def by_editor(run: Onelog, text: str) -> Any:
    return run.json("log", "mia", "--edit", ONELOG_EDITOR=editor(run.folder, text))


def by_editor_under_the_front_matter(run: Onelog, text: str) -> Any:
    """As most people would: what is there stays, the words come under it."""
    return run.json("log", "mia", "--edit", ONELOG_EDITOR=editor(run.folder, text, 'cat {words} >> "$1"'))


def by_prompt(run: Onelog, text: str) -> Any:
    child = prompted(run)
    child.send(f"\x1b[200~{text.replace(chr(10), chr(13))}\x1b[201~")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, child.before
    (meeting,) = run.json("timeline mia --private")
    return meeting


def prompted(run: Onelog) -> "pexpect.spawn[str]":
    """`onelog log mia` on a terminal, at its prompt."""
    child = pexpect.spawn(
        ONELOG[0],
        [*ONELOG[1:], "log", "mia"],
        env=run.env | UNASKED,
        cwd=str(run.folder),
        timeout=NEVER,
        encoding="utf-8",
    )
    child.expect("> ")
    return child


ONE_LINE = {
    "the first": "talked about the ads move a: me draft the plan due:fri aha: a small team decides faster mood:4",
    "all kinds": (
        "we met len:45m mode:walk mood:3 seen:4 rating:5 a: @them send the list due:2026-12-01 why: they have it d: one change "
        "w: shipped +delivery aha: faster because: two of us p: clear talk gr: slower c: the freeze t: pay x: tired"
    ),
    "Japanese": "異動の話 宿題: 計画を書く due:金曜 気づき： 小さいほど速い 称賛: 話が明快 次回: 給料",
    "no labels": "re: the offer at 10:30, see http://example.org and \\a: is no action",
    "quoted": 'they said "half" a: call @"Mia" due:"12 Jan" why: "it" costs',
}
MANY_LINES = {
    "a list": "we met mood:4\nlen:30m\n\n- [ ] draft the plan due:fri\n- [x] sent the list\naha: faster\nbecause: two of us\n\nthe rest",
    "Japanese": "異動の話\n宿題：計画を書く due:明日\n- **気づき:** 速い\n次回: 給料",
    "code": "see\n```\na: not an action\n```\na: but this is one",
    "sections": "## Decisions\n- one list\n\n■宿題\n・図を描く due:金曜\n\n- the rest",
    "Japanese signs": "　・宿題：　図　＠相手　due：金曜\n■決定：一本化する\n＃計画",
}
INSIDE = "we met\nthen it was late. a: draft the plan due:fri aha: a list is enough"
"""Labels inside a line: read as they are typed, and text in a document."""
FILES = {f.__name__: f for f in (by_pipe, by_file, by_editor, by_editor_under_the_front_matter)}
DOCUMENTS = {name: FILES[name] for name in ("by_file", "by_editor", "by_editor_under_the_front_matter")}
ONE_LINE_DOORS = {"by_pipe": by_pipe, "by_words": by_words, "by_dash": by_dash, "by_prompt": by_prompt}
MANY_LINES_DOORS = {**FILES, "by_windows_pipe": by_windows_pipe}


class Reference:
    """What a text becomes when it comes as one argument; each asked for once."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self.folders = folders
        self.known: dict[str, Any] = {}

    def __call__(self, text: str) -> Any:
        if text not in self.known:
            self.known[text] = bare(by_arguments(Onelog(self.folders.mktemp("reference")), text))
        return self.known[text]


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    return Reference(tmp_path_factory)


@pytest.mark.long
@pytest.mark.parametrize("door", ONE_LINE_DOORS)
@pytest.mark.parametrize("text", ONE_LINE)
def test_one_line(onelog: Onelog, reference: Reference, text: str, door: str) -> None:
    assert bare(ONE_LINE_DOORS[door](onelog, ONE_LINE[text])) == reference(ONE_LINE[text])
    assert not drafts(onelog).exists()


@pytest.mark.long
@pytest.mark.walk(10)
@pytest.mark.parametrize("door", MANY_LINES_DOORS)
@pytest.mark.parametrize("text", MANY_LINES)
def test_many_lines(onelog: Onelog, reference: Reference, text: str, door: str) -> None:
    assert bare(MANY_LINES_DOORS[door](onelog, MANY_LINES[text])) == reference(MANY_LINES[text])
    assert not drafts(onelog).exists()


@pytest.mark.parametrize("door", [by_arguments, by_pipe, by_prompt], ids=lambda door: door.__name__)
def test_labels_inside_a_typed_line(onelog: Onelog, door: Callable[[Onelog, str], Any]) -> None:
    meeting = door(onelog, INSIDE)
    assert meeting["notes"] == "we met\nthen it was late."
    assert [action["text"] for action in meeting["actions"]] == ["draft the plan"]
    assert [moment["text"] for moment in meeting["moments"]] == ["a list is enough"]


@pytest.mark.parametrize("door", DOCUMENTS)
def test_labels_inside_a_line_of_a_document(onelog: Onelog, door: str) -> None:
    meeting = DOCUMENTS[door](onelog, INSIDE)
    assert (meeting["notes"], meeting["actions"], meeting["moments"]) == (INSIDE, [], [])


@pytest.mark.long
@pytest.mark.parametrize("text", MANY_LINES)
def test_many_lines_at_the_prompt(onelog: Onelog, reference: Reference, text: str) -> None:
    """The first empty line ends it, so the text comes without any."""
    said = MANY_LINES[text].replace("\n\n", "\n")
    assert bare(by_prompt(onelog, said)) == reference(said)
    assert not drafts(onelog).exists()


def drafts(run: Onelog) -> Path:
    return run.journal.with_name("journal.db.drafts")


def test_what_the_first_text_becomes(onelog: Onelog) -> None:
    meeting = bare(by_arguments(onelog, ONE_LINE["all kinds"]))
    fields = {k: meeting[k] for k in ("person", "minutes", "mode", "mood", "seen", "rating", "notes", "tags")}
    assert fields == {
        "person": "mia", "minutes": 45, "mode": "walk", "mood": 3, "seen": 4, "rating": 5, "notes": "we met", "tags": [],
    }  # fmt: skip
    assert [(a["text"], a["owner"], a["due"], a["why"]) for a in meeting["actions"]] == [
        ("send the list", "mia", "2026-12-01", "they have it")
    ]
    assert [(m["kind"], m["text"], m["because"], m["from"], m["to"], m["tags"]) for m in meeting["moments"]] == [
        ("decision", "one change", None, None, None, []),
        ("win", "shipped +delivery", None, None, None, ["delivery"]),
        ("aha", "faster", "two of us", None, None, []),
        ("praise", "clear talk", None, "mia", "me", []),
        ("growth", "slower", None, "mia", "me", []),
        ("concern", "the freeze", None, None, None, []),
        ("private", "tired", None, None, None, []),
    ]
    assert [(t["text"], t["status"]) for t in meeting["topics"]] == [("pay", "parked")]


def test_options_say_the_same_as_fields(onelog: Onelog, reference: Reference) -> None:
    meeting = onelog.json(
        *[
            "log",
            "mia",
            "--on",
            "fri",
            "--len",
            "45m",
            "--mode",
            "walk",
            "--mood",
            "3",
            "--seen",
            "4",
            "--rating",
            "5",
            "we",
            "met",
        ]
    )
    assert meeting["at"] == "2026-11-20T00:00:00+09:00"
    assert bare(meeting) == reference("we met on:fri len:45m mode:walk mood:3 seen:4 rating:5")
    assert (meeting["minutes"], meeting["mode"], meeting["mood"], meeting["seen"], meeting["rating"]) == (
        45,
        "walk",
        3,
        4,
        5,
    )


def test_raw_words_are_the_note_as_they_are(onelog: Onelog) -> None:
    text = "a: not an action mood:4 #tag \\a: ^k7qf"
    meeting = onelog.json("log", "mia", "--raw", text)
    assert (meeting["notes"], meeting["actions"], meeting["mood"], meeting["tags"]) == (text, [], None, [])


def test_the_prompt_ends_at_the_end_of_the_input_too(onelog: Onelog) -> None:
    child = prompted(onelog)
    type_line(child, "we talked about everything")
    child.sendeof()
    child.expect(pexpect.EOF)
    assert [m["notes"] for m in onelog.json("timeline")] == ["we talked about everything"]


def test_ctrl_c_at_the_prompt_logs_nothing_and_keeps_the_words(onelog: Onelog) -> None:
    child = prompted(onelog)
    type_line(child, "we talked about everything")
    ctrl_c(child)
    assert child.exitstatus == 130
    assert not onelog.journal.exists()
    assert onelog("recover 1 --show") == "we talked about everything\n"
    onelog("recover 1")
    assert [m["notes"] for m in onelog.json("timeline")] == ["we talked about everything"]
    assert not drafts(onelog).exists()


def test_an_editor_that_fails_leaves_the_words_for_recover(onelog: Onelog) -> None:
    failing = editor(onelog.folder, "we met", 'cat {words} >> "$1"; exit 3')
    said = onelog.fails("log", "mia", "--edit", ONELOG_EDITOR=failing)
    assert "code 3" in said
    assert "onelog recover" in said
    onelog("recover 1")
    assert [m["notes"] for m in onelog.json("timeline")] == ["we met"]


@pytest.mark.parametrize("how", ["exit 1", ': > "$1"', 'rm "$1"', "printf '  \\n\\n' > \"$1\""])
def test_an_editor_that_writes_no_words_logs_nothing(onelog: Onelog, how: str) -> None:
    said = onelog.fails("log", "mia", "--edit", ONELOG_EDITOR=editor(onelog.folder, "", how))
    assert "onelog: The " in said
    assert not onelog.journal.exists()
    assert not drafts(onelog).exists()


def test_what_was_not_read_is_said_with_its_line_and_the_command_and_not_again(onelog: Onelog) -> None:
    onelog("people add Mia")
    done = onelog.run("log", "mia", "-", input="we met\nthe drive c: full")
    id_ = onelog.json("timeline mia")[0]["id"]
    assert done.err.split("\n")[:2] == [
        "line 2: “drive c:” was read as text; concern: makes it one",
        f"onelog change last, or onelog edit {id_}, fixes it.",
    ]
    edited = onelog.run("edit", id_, ONELOG_EDITOR=editor(onelog.folder, "prase: x", 'cat {words} >> "$1"'))
    assert "“prase:”" in edited.err
    assert "“drive c:”" not in edited.err
