"""Hostile text through real processes, on a terminal and in a pipe; and bytes that are no text at all."""

import json
import os
from collections.abc import Sequence
from datetime import datetime

import pytest
from conftest import NOW, Onelog
from hostile import ATOMS, leaks, obeyed

from onelog.core.errors import Damaged
from onelog.formats import json_export

pytestmark = pytest.mark.posix

AT = datetime.fromisoformat(NOW)
TODAY = AT.date()


THROUGH = [" ".join(ATOMS[name].split("\n")) for name in (
    "markup that closes nothing", "a cleared screen", "a hidden link", "the clipboard", "C1", "a carriage return",
    "unicode line ends", "right to left",
)]  # fmt: skip
COMMANDS = ("", "timeline", "show mia", "moments", "history", "search x", "export --private")


def test_nothing_leaks_to_a_terminal_or_a_pipe(onelog: Onelog) -> None:
    for text in THROUGH:
        onelog("log", "mia", "-", "--raw", input=text)
        onelog("log", "mia", f"\\{text}", "mood:3")
        onelog("aha", "-", "--with", "mia", input=f"x {text}")
    kept = [m["notes"] for m in onelog.json("timeline --limit 0") if m["kind"] == "meeting"]
    assert sorted(kept[::-1][::2]) == sorted(THROUGH)
    for command in COMMANDS:
        assert leaks(onelog.screen(*command.split()) if command else onelog.screen("--color", "never")) == [], command
        done = onelog.run(*command.split(), "") if not command else onelog.run(command)
        assert (obeyed if command.startswith("export") else leaks)(done.out) == [], command
        assert leaks(done.err) == [], command


@pytest.mark.parametrize("text", THROUGH[1::3])
def test_what_is_refused_is_named_cleanly(onelog: Onelog, text: str) -> None:
    """A hostile word where a name, an id, a day, an option or a command is expected."""
    wrong: Sequence[Sequence[str]] = (
        ("show", text), ("log", "mia", "x", "--on", text), ("export", text), ("--color", "never", text),
        ("goals", "close", "x", "--as", text), ("timeline", f"--{text}"), ("import", f"{text}.md"),
    )  # fmt: skip
    for command in wrong:
        done = onelog.run(*command)
        assert done.code in (1, 2), (command, done)
        assert leaks(done.err) == []
        assert 1 <= len(done.err.splitlines()) <= 3
        assert "inside onelog" not in done.err


BROKEN = {
    "NUL": (b"one\0two", "one\ufffdtwo"),
    "NUL in a document": (b"---\nwith: mia\n---\n\none\0two\n", "one\ufffdtwo"),
    "half a pair": (b"one\xed\xa0\x80two", None),
    "Latin-1": (b"caf\xe9", None),
    "UTF-16": ("one 目標".encode("utf-16"), "one 目標"),
    "a byte order mark": (b"\xef\xbb\xbfone", "one"),
}


@pytest.mark.parametrize(("data", "kept"), BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("door", ["pipe", "file"])
def test_bytes_that_are_no_text_are_replaced_or_refused_and_it_is_said(
    onelog: Onelog, data: bytes, kept: str | None, door: str
) -> None:
    (onelog.folder / "note.md").write_bytes(data)
    done = (
        onelog.run("log", "mia", "-", input=data) if door == "pipe" else onelog.run("log", "mia", "--file", "note.md")
    )
    if kept is None:
        assert done.code == 1
        assert "not UTF-8" in done.err
        assert not onelog.journal.exists()
        return
    assert done.code == 0, done
    assert ("\ufffd" in done.err) == ("\ufffd" in kept)
    assert onelog.json("timeline")[0]["notes"] == kept


ARGUMENTS: Sequence[tuple[str, ...]] = (
    ("log", "mia", "one \udcff two"), ("aha", "one \udcff two"), ("topic", "mia", "\udcff"), ("note", "mia", "x\udcff"),
    ("log", "\udcff", "x"), ("log", "mia", "x", "--on", "\udcff"), ("people", "add", "M\udcff"), ("people", "add", "Ben", "--alias", "\udcff"),
    ("goals", "add", "title \udcff"), ("goals", "add", "t", "--metric", "\udcff"), ("goals", "checkin", "big", "5", "\udcff"),
    ("drop", "IDID", "--why", "\udcff"), ("done", "\udcff"), ("search", "\udcff"), ("search", "x", "--tag", "\udcff"), ("show", "\udcff"),
    ("timeline", "\udcff"), ("moments", "--tag", "\udcff"), ("history", "\udcff"), ("export", "\udcff"), ("actions", "--goal", "\udcff"),
    ("log", "mia", "--file", "\udcff"), ("import", "\udcff"), ("import", "--format", "\udcff", "x"), ("\udcff",), ("export", "-o", "\udcff/x"),
)  # fmt: skip


FILES = ("--file", "import", "-o")


def test_arguments_that_are_no_text_are_refused(onelog: Onelog) -> None:
    onelog("goals", "add", "big one")
    id_ = onelog.json("actions", "add", "a thing")["id"]
    before = onelog.journal.read_bytes()
    for command in ARGUMENTS:
        done = onelog.run(*(id_ if word == "IDID" else word for word in command))
        assert "inside onelog" not in done.err, (command, done.err)
        assert "Traceback" not in done.err, command
        assert done.code in (0, 1, 2), (command, done)
        assert leaks(done.out + done.err) == [], command
        assert done.err.startswith("onelog: "), command
        if len(command) > 1 and command[-2] not in FILES:
            assert "is not UTF-8 text; nothing was changed." in done.err, (command, done)
        assert onelog.journal.read_bytes() == before


@pytest.mark.long
@pytest.mark.walk(18)
@pytest.mark.parametrize("words", ["caf\udce9 late", "\udce9", "目標 \udce9t\udce9"])
@pytest.mark.parametrize("line", [
    "log mia T", "note mia T", "aha T", "topic mia T", "actions add T", "log mia x --mode T", "people add T", "people edit mia --alias T",
    "goals add T", "goals checkin big 5 T", "drop ID --why T", "done ID --why T", "skip mia --why T", "search T", "timeline T", "delete T",
    "config me T", "config set me T", "forget T --confirm T", "recover 1 --with T", "export T", "review T", "prep T", "actions T",
])  # fmt: skip
def test_latin_1_among_the_words_is_refused_by_every_command(onelog: Onelog, line: str, words: str) -> None:
    onelog("goals", "add", "big one")
    id_ = onelog.json("actions", "add", "a thing")["id"]
    onelog("people", "add", "Mia")
    before = onelog.journal.read_bytes()
    done = onelog.run(*(words if word == "T" else id_ if word == "ID" else word for word in line.split()))
    assert (done.code, "is not UTF-8 text; nothing was changed." in done.err) == (2, True), done
    assert onelog.journal.read_bytes() == before
    assert not (onelog.folder / "journal.db.drafts").exists()


def test_a_file_may_have_a_name_that_is_no_text(onelog: Onelog) -> None:
    """It is read and written under its own bytes, and no damaged name is kept anywhere."""
    name = os.fsdecode(b"caf\xe9.md")
    (onelog.folder / name).write_text("---\nwith: mia\nat: 2026-11-20\n---\n\nwords\n", encoding="utf-8")
    onelog("import", name)
    onelog("log", "mia", "--file", name, "--on", "2026-11-21")
    onelog("export", "--format", "json", "-o", os.fsdecode(b"\xe9.json"))
    onelog("--journal", os.fsdecode(b"\xe9.db"), "import", os.fsdecode(b"\xe9.json"))
    assert {b"\xe9.db", b"\xe9.json"} <= set(os.listdir(os.fsencode(onelog.folder)))
    for journal in ((), ("--journal", os.fsdecode(b"\xe9.db"))):
        assert [m["notes"] for m in json.loads(onelog(*journal, "timeline", "--json"))] == ["words", "words"]
        assert onelog.run(*journal, "history", "--json").code == onelog.run(*journal, "doctor").code == 0
    assert onelog.run("timeline", "--json").code == 0
    assert onelog("export --format json").isascii()


@pytest.mark.parametrize(("what", "place"), [("\\u0000", "text"), ("\\udfff x", "name")])
def test_an_export_with_what_is_no_text_is_refused_whole(onelog: Onelog, what: str, place: str) -> None:
    onelog("log", "Mia", "MARK a: draft")
    text = onelog("export --format json").replace("MARK" if place == "text" else "Mia", what)
    (onelog.folder / "in.json").write_text(text)
    other = {"ONELOG_JOURNAL": str(onelog.folder / "other.db")}
    said = onelog.fails("import", "in.json", code=3, **other)
    assert "in.json" in said
    assert onelog.json("timeline", **other) == []


def test_a_document_whose_front_matter_has_an_empty_line_stays_apart_from_its_neighbours(onelog: Onelog) -> None:
    one = "---\nwith: Mia\nat: 2026-11-20T10:00+09:00\n\nzodiac: lion\n---\n\nfirst\n"
    (onelog.folder / "a.md").write_text(one)
    (onelog.folder / "b.md").write_text("---\nwith: Mia\nat: 2026-11-19T10:00+09:00\n---\n\nbefore\n")
    onelog("import", "a.md", "b.md")
    onelog("export", "--format", "folder", "-o", "out")
    assert len(list((onelog.folder / "out").glob("2026-11-*.md"))) == 2


def test_damaged_is_what_it_says() -> None:
    with pytest.raises(Damaged, match="not text"):
        json_export.read('{"onelog": 1, "people": [{"name": "\\u0000"}]}', "in.json")
