"""A private label in the words of what is not private: never stored for everybody, never lost."""

import pexpect
import pytest
from conftest import ONELOG, Onelog

pytestmark = pytest.mark.posix

REFUSED = [
    ("aha", ["c: SECRETQ", "--with", "ann"], "c:"),
    ("praise", ["x: SECRETQ", "--with", "ann"], "x:"),
    ("win", ["she did it 懸念：SECRETQ", "--with", "ann"], "c:"),
    ("growth", ["【非公開】SECRETQ", "--with", "ann"], "x:"),
    ("decision", ["decision: c: SECRETQ"], "c:"),
    ("topic", ["ann", "c: SECRETQ"], "c:"),
    ("actions", ["add", "ask c: SECRETQ"], "c:"),
    ("goals", ["checkin", "ship", "half c: SECRETQ"], "c:"),
    ("goals", ["add", "ship it c: SECRETQ"], "c:"),
    ("skip", ["ann", "--why", "x: SECRETQ"], "x:"),
    ("skip", ["ann", "--why", "ill 懸念：SECRETQ"], "c:"),
    ("aha", ["## Confidential: SECRETQ"], "x:"),
    ("aha", ["Private notes: SECRETQ"], "x:"),
]
TAKEN = [
    ("concern", ["c: SECRETQ", "--with", "ann"]),
    ("concern", ["SECRETQ x: more", "--with", "ann"]),
    ("aha", ["\\c: is no label", "--with", "ann"]),
    ("aha", ["the c: drive is full", "--with", "ann"]),
    ("actions", ["add", "a: choose one b: choose c: choose"]),
]


@pytest.fixture
def ann(onelog: Onelog) -> Onelog:
    onelog("people", "add", "Ann", "--every", "2w")
    onelog("goals", "add", "ship it", "--with", "ann")
    return onelog


@pytest.mark.parametrize(("command", "words", "label"), REFUSED, ids=[row[0] for row in REFUSED])
def test_it_is_refused_with_the_command_that_keeps_it(ann: Onelog, command: str, words: list[str], label: str) -> None:
    said = ann.run(command, *words)
    assert said.code == 1
    assert f"These words have a private label ({label})" in said.err
    assert ("onelog concern" if label == "c:" else "onelog note PERSON") in said.err
    assert "SECRETQ" not in ann("export", "--private") + ann("timeline", "--private") + ann("actions")


@pytest.mark.parametrize(("command", "words"), TAKEN, ids=[" ".join(row[1]) for row in TAKEN])
def test_what_is_private_itself_or_no_label_is_taken(ann: Onelog, command: str, words: list[str]) -> None:
    assert ann.run(command, *words).code == 0
    assert "SECRETQ" not in ann("export") + ann("timeline")


@pytest.mark.parametrize("command", [["done"], ["drop"]])
def test_a_reason_with_one_is_refused(ann: Onelog, command: list[str]) -> None:
    ann("actions", "add", "draft it")
    (action,) = ann.json("actions")
    assert "private label" in ann.run(*command, action["id"], "--why", "x: SECRETQ").err
    assert ann.json("actions")[0]["status"] == "open"


@pytest.mark.parametrize(
    "words", ["c: SECRETQ", "He was calm.\n\n## Private notes\n- SECRETQ", "He was calm.\n■非公開\n・SECRETQ"]
)
def test_words_from_a_pipe_wait_and_come_back_as_a_note(ann: Onelog, words: str) -> None:
    assert ann.run("aha", "-", "--with", "ann", input=words).code == 1
    ann("recover", "1", "--with", "ann")
    assert "SECRETQ" in ann("moments", "--private")
    assert "SECRETQ" not in ann("export") + ann("timeline", "--json")


def test_a_private_block_pasted_at_the_prompt_of_one_line_waits(ann: Onelog) -> None:
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "aha", "--with", "ann"], env=ann.env, cwd=str(ann.folder), timeout=40, encoding="utf-8"
    )
    child.expect("> ")
    child.send("\x1b[200~He was calm.\r\r## Private notes\r- SECRETQ\x1b[201~")
    child.expect("SECRETQ")
    child.send("\x04")
    child.expect("onelog recover 1")
    child.expect(pexpect.EOF)
    ann("recover", "1", "--with", "ann")
    assert "SECRETQ" not in ann("export") + ann("timeline", "--json")
    found = {(m["kind"], m["text"]) for m in ann.json("moments", "--private")}
    assert found == {("aha", "He was calm."), ("private", "SECRETQ")}


ASKED = [
    (["aha", "c: SECRETQ", "--with", "ann"], [("concern", "SECRETQ")]),
    (["aha", "x: SECRETQ", "--with", "ann"], [("private", "SECRETQ")]),
    (["win", "she did it x: SECRETQ", "--with", "ann"], [("win", "she did it"), ("private", "SECRETQ")]),
    (["topic", "ann", "pay c: SECRETQ"], [("topic", "pay"), ("concern", "SECRETQ")]),
    (["actions", "add", "draft it 懸念：SECRETQ", "--with", "ann"], [("action", "draft it"), ("concern", "SECRETQ")]),
]


def asked_apart(ann: Onelog, command: list[str], answer: str) -> list[tuple[str, str]]:
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], *command], env=ann.env, cwd=str(ann.folder), timeout=40, encoding="utf-8"
    )
    child.expect("Keep “SECRETQ” private")
    child.send(f"{answer}\r")
    child.expect(pexpect.EOF)
    return kept(ann)


def kept(ann: Onelog) -> list[tuple[str, str]]:
    alone = [("topic", one["text"]) for one in ann.json("topics", "ann")]
    alone += [("action", one["text"]) for one in ann.json("actions")]
    return alone + [(one["kind"], one["text"]) for one in reversed(ann.json("moments", "--private"))]


@pytest.mark.long
@pytest.mark.parametrize(("command", "found"), ASKED, ids=[" ".join(row[0]) for row in ASKED])
def test_a_terminal_is_asked(ann: Onelog, command: list[str], found: list[tuple[str, str]]) -> None:
    assert sorted(asked_apart(ann, command, "y")) == sorted(found)
    assert "SECRETQ" not in ann("export") + ann("timeline", "--json") + ann("topics", "--json")
    ann("undo")
    assert kept(ann) == []


def test_what_is_not_meant_to_be_private_is_refused_with_the_way_to_say_so(ann: Onelog) -> None:
    assert asked_apart(ann, ASKED[2][0], "n") == []
    assert "SECRETQ" not in ann("history", "--private")


def edited(onelog: Onelog, id_: str, old: str, new: str) -> str:
    (onelog.folder / "e.sh").write_text(f"sed -i 's/{old}/{new}/' \"$1\"\n", encoding="utf-8")
    said = onelog.run("edit", id_, ONELOG_EDITOR="sh e.sh")
    assert said.code == 0, said
    return said.err


TURNED = [
    ("- \\[ \\] talk", "- c: talk", "was an action and is the concern", ("concern", "talk to HR")),
    ("- \\[ \\] talk", "- x: talk", "was an action and is the private", ("private", "talk to HR")),
    ("- \\[ \\] talk", "- t: talk", "was an action and is the topic", None),
    ("- \\*\\*Topic:\\*\\* pay", "- c: pay", "was a topic and is the concern", ("concern", "pay")),
    ("\\*\\*Decision:\\*\\*", "**Private:**", "", ("private", "he leaves")),
]


@pytest.mark.long
@pytest.mark.parametrize(("old", "new", "told", "moment"), TURNED, ids=[row[1] for row in TURNED])
def test_a_line_that_becomes_of_another_kind_is_one_record(
    ann: Onelog, old: str, new: str, told: str, moment: tuple[str, str] | None
) -> None:
    ann("log", "ann", "we met\na: talk to HR\nd: he leaves\nt: pay")
    (meeting,) = ann.json("timeline")
    before = len(meeting["actions"]) + len(meeting["moments"]) + len(meeting["topics"])
    assert told in edited(ann, meeting["id"], old, new)
    (after,) = ann.json("timeline", "--private")
    assert len(after["actions"]) + len(after["moments"]) + len(after["topics"]) == before
    if moment:
        assert moment in [(m["kind"], m["text"]) for m in after["moments"]]
        assert moment[1] not in ann("timeline") + ann("actions") + ann("export")
    ann("undo")
    assert ann.json("timeline") == [meeting]


def test_an_action_of_no_meeting_becomes_a_concern(ann: Onelog) -> None:
    ann("actions", "add", "talk to HR", "--with", "ann")
    (action,) = ann.json("actions")
    assert "was an action and is the concern" in edited(ann, action["id"], "- \\[ \\] talk", "- c: talk")
    assert ann.json("actions", "--all") == []
    assert [(m["kind"], m["text"]) for m in ann.json("moments", "--private")] == [("concern", "talk to HR")]


def test_a_copy_of_another_kind_leaves_the_record(ann: Onelog) -> None:
    ann("log", "ann", "we met\na: talk to HR")
    (meeting,) = ann.json("timeline")
    (ann.folder / "e.sh").write_text('sed -n "s/- \\[ \\]/- c:/p" "$1" >> "$1.c"; cat "$1.c" >> "$1"; rm "$1.c"\n')
    said = ann.run("edit", meeting["id"], ONELOG_EDITOR="sh e.sh")
    assert "is another record's id; this line got its own" in said.err
    assert len(ann.json("actions")) == 1
