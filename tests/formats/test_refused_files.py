"""A file that is damaged, or is no document and no export at all, is refused in a sentence that names it; nothing is taken in."""

import json
import os
import subprocess
from collections.abc import Callable
from copy import deepcopy
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from conftest import NOW, ONELOG, Onelog
from inside import Inside
from refused import BYTES, CHANGES, DOCUMENTS, MEETING, TEXTS, UID, Json, Row, doc

from onelog.core.model import Answer, Ref
from onelog.store.database import Store
from onelog.store.transaction import writing

pytestmark = pytest.mark.posix


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Json]:
    """A journal with one of each, and its export."""
    run = Onelog(tmp_path_factory.mktemp("kept"))
    run("people add Mia --relation manager --every 2w --alias m")
    run("people add Ben")
    run("goals add mau to a million")
    run("goals checkin mau 3 so far")
    run("log", "mia", "we met a: draft it aha: faster")
    run("skip", "mia", "--why", "both away")
    action, now = run.json("actions")[0], datetime.fromisoformat(NOW)
    with Store(run.journal, write=True) as store, writing(store, "watch --seen", now) as change:
        about = Ref(action["uid"], action["id"])
        change.put(
            Answer(*change.name("answer"), "promise", about, now.date(), now.date() + timedelta(weeks=4), "seen")
        )
    return run.journal.read_bytes(), json.loads(run("export --json"))


def refused(folder: Path, journal: bytes | None, row: Row, name: str) -> None:
    """An import of a file that says so much and changes nothing, whether there is a journal or not."""
    run = Inside(folder)
    if journal is not None:
        run.journal.write_bytes(journal)
        run.journal.chmod(0o600)
    file = folder / name
    file.write_bytes(row.data if isinstance(row.data, bytes) else row.data.encode())
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for words in (("import", name), ("import", "--dry-run", name)):
        done = run(*words)
        assert (done.code, done.out) == (row.code, ""), done
        *said, last, hint = done.err.removesuffix("\n").split("\n")
        assert (last.startswith("onelog: "), hint[:2]) == (True, "  ")
        assert row.says in "\n".join([*said, last])
        assert all(name in message for message in said or [last])
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.long
@pytest.mark.parametrize("row", (*BYTES, *DOCUMENTS), ids=lambda row: row.about)
@pytest.mark.parametrize("first", [True, False], ids=["first", "later"])
def test_a_document_is_refused(tmp_path: Path, kept: tuple[bytes, Json], row: Row, first: bool) -> None:
    refused(tmp_path, None if first else kept[0], row, "file.md")


@pytest.mark.parametrize("row", (*BYTES[:-1], *TEXTS), ids=lambda row: row.about)
def test_an_export_is_refused(tmp_path: Path, kept: tuple[bytes, Json], row: Row) -> None:
    refused(tmp_path, kept[0], row, "file.json")


@pytest.mark.long
@pytest.mark.parametrize(("about", "change", "says"), CHANGES, ids=lambda part: part if isinstance(part, str) else "")
def test_an_export_that_was_changed_is_refused(
    tmp_path: Path, kept: tuple[bytes, Json], about: str, change: Callable[[Json], None], says: str
) -> None:
    book = deepcopy(kept[1])
    change(book)
    refused(tmp_path, None, Row(about, json.dumps(book, indent=1), says), "file.json")


@pytest.mark.parametrize("share", [0, 1, 5, 20, 50, 80, 95, 99])
def test_an_export_that_is_cut_is_refused_with_its_line(tmp_path: Path, kept: tuple[bytes, Json], share: int) -> None:
    whole = json.dumps(kept[1], indent=1)
    cut = whole[: len(whole) * share // 100]
    lines = cut.count("\n") + 1
    refused(tmp_path, None, Row("cut", cut, f"line {lines} cannot be read" if cut else "is empty"), "file.json")


def test_where_something_is_off_is_said_by_its_line(tmp_path: Path, kept: tuple[bytes, Json]) -> None:
    book = deepcopy(kept[1])
    book["people"][1]["relation"] = "boss"
    text = json.dumps(book, indent=1)
    line = text[: text.index(book["people"][1]["uid"])].count("\n") + 1
    refused(
        tmp_path, None, Row("", text, f"file.json, line {line}: people, record 2: relation is none of"), "file.json"
    )


def test_what_the_tables_change_is_taken_in_when_it_is_not_changed(tmp_path: Path, kept: tuple[bytes, Json]) -> None:
    """Else they would be refused for another reason."""
    run = Inside(tmp_path)
    (tmp_path / "file.json").write_text(json.dumps(kept[1], indent=1), encoding="utf-8")
    assert run("import", "file.json").code == 0
    assert json.loads(run("export", "--json").out) == kept[1]
    (tmp_path / "file.md").write_bytes(MEETING.encode("utf-16"))
    assert run("import", "file.md").code == 0
    assert len(BYTES) + len(DOCUMENTS) + len(TEXTS) + len(CHANGES) > 120


# --- what is no file -------------------------------------------------------------------------------------------------


def pipe(place: Path) -> None:
    os.mkfifo(place)


def link_to(target: str) -> Callable[[Path], None]:
    return lambda place: place.symlink_to(target)


def folder_in_itself(place: Path) -> None:
    place.mkdir()
    (place / "again").symlink_to(place)


def folder_of_hidden_files(place: Path) -> None:
    place.mkdir()
    (place / "._a.md").write_bytes(b"\0\5\x16\7")


NO_FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a pipe": (pipe, "is not a file"),
    "an endless device": (link_to("/dev/zero"), "is not a file"),
    "an empty device": (link_to("/dev/null"), "is not a file"),
    "a link to nothing": (link_to("nowhere"), "There is no file"),
    "a link to itself": (link_to("file.md"), "There is no file"),
    "an empty folder": (lambda place: place.mkdir(), "There is nothing there to import"),
    "a folder that holds itself": (folder_in_itself, "There is nothing there to import"),
    "a folder in a folder": (lambda place: (place / "a.md").mkdir(parents=True), "There is nothing there to import"),
    "a folder of hidden files": (folder_of_hidden_files, "There is nothing there to import"),
}  # fmt: skip


@pytest.mark.parametrize("about", NO_FILES)
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, about: str) -> None:
    make, says = NO_FILES[about]
    make(tmp_path / "file.md")
    done = Inside(tmp_path)("import", "file.md")
    assert (done.code, done.out) == (1, "")
    assert says in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["file.md"]


@pytest.mark.parametrize("about", ["a pipe", "an endless device"])
def test_words_come_from_no_endless_file_either(tmp_path: Path, about: str) -> None:
    NO_FILES[about][0](tmp_path / "file.md")
    done = Inside(tmp_path)("log", "mia", "--file", "file.md")
    assert (done.code, done.out) == (1, "")
    assert "file.md is not a file" in done.err


# --- what is too large, or wrong from its first block on: the rest is never read, for nothing could hold it


def holes(place: Path, begin: bytes = b"") -> None:
    """A file of a terabyte, most of which is on no disk."""
    with place.open("wb") as file:
        file.write(begin)
        file.truncate(1 << 40)


ENDLESS: dict[str, tuple[str, bytes, str, int]] = {
    "documents": ("import file.md", b"# Notes\n" * 10_000, "file.md has more than 256 MB.", 1),
    "words": ("log mia --file file.md", b"hello\n" * 20_000, "file.md has more than 16 MB.", 1),
    "an image of a disk": ("import file.json", b"", "file.json, line 1: this is not text", 3),
    "a film": ("import file.json", b"\x00\x00\x00\x20ftypisom", "file.json, line 1: this is not text", 3),
    "a photograph": ("import file.json", b"\xff\xd8\xff\xe0" * 20_000, "file.json is not UTF-8 text (line 1)", 3),
    "a table": ("import file.json", b"kind,id,uid\n" * 20_000, "file.json is not an export of onelog.", 3),
}  # fmt: skip


@pytest.mark.parametrize("about", ENDLESS)
def test_what_is_far_too_large_is_refused_before_it_is_read(tmp_path: Path, about: str) -> None:
    command, begin, says, code = ENDLESS[about]
    words = command.split()
    holes(tmp_path / words[-1], begin)
    done = Inside(tmp_path)(*words)
    assert (done.code, done.out) == (code, ""), done
    assert says in done.err
    assert not (tmp_path / "journal.db").exists()


@pytest.mark.long
@pytest.mark.parametrize("words", [("log", "mia", "-"), ("note", "mia", "-"), ("aha", "-")], ids=" ".join)
def test_a_pipe_without_an_end_is_not_waited_for(onelog: Onelog, words: tuple[str, ...]) -> None:
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            [*ONELOG, *words], stdin=endless, capture_output=True, text=True, env=onelog.env, check=False
        )
    assert (done.returncode, done.stdout) == (1, "")
    assert "What came through the pipe has more than 16 MB." in done.stderr
    assert not onelog.journal.exists()


def test_what_an_editor_saved_is_kept_though_it_is_too_large(onelog: Onelog) -> None:
    done = onelog.run("log", "mia", "--edit", EDITOR="truncate -s 20000000")
    assert (done.code, done.out) == (1, "")
    assert "What the editor saved has more than 16 MB." in done.err
    assert "onelog recover" in done.err


@pytest.mark.long
def test_a_file_of_some_megabytes_is_taken(tmp_path: Path) -> None:
    run, words = Inside(tmp_path), "目標\n" * 150_000  # longer than a block, and cut there within a character
    (tmp_path / "file.md").write_text(f"a{words}", encoding="utf-8")
    assert run("log", "mia", "--file", "file.md").code == 0
    (tmp_path / "file.json").write_text(" " * 100_000 + run("export", "--format", "json").out, encoding="utf-8")
    assert "here already" in run("import", "file.json").err


def test_one_bad_file_of_a_folder_stops_them_all(tmp_path: Path, kept: tuple[bytes, Json]) -> None:
    run = Inside(tmp_path)
    run.journal.write_bytes(kept[0])
    run.journal.chmod(0o600)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text(MEETING, encoding="utf-8")
    (tmp_path / "notes" / "b.md").write_text(doc("with: Mia\nat: never"), encoding="utf-8")
    before = run.journal.read_bytes()
    done = run("import", "notes")
    assert (done.code, done.out) == (3, "")
    assert "notes/b.md, line 1: at: never is not understood (line 3)" in done.err
    assert run.journal.read_bytes() == before


def test_two_exports_are_taken_in_together_or_not_at_all(tmp_path: Path, kept: tuple[bytes, Json]) -> None:
    run = Inside(tmp_path)
    good, bad = deepcopy(kept[1]), deepcopy(kept[1])
    bad["people"][0].update(alias=None, aliases=[])
    bad["people"][1].update(name="Zoe", alias="m", aliases=["m"], id="zzzz", uid=UID)
    for name, book in (("good.json", good), ("bad.json", bad)):
        (tmp_path / name).write_text(json.dumps(book), encoding="utf-8")
    done = run("import", "good.json", "bad.json")
    assert (done.code, done.out) == (1, ""), done.err
    assert "bad.json: 'm' is Mia's name or alias already" in done.err
    assert not run.journal.exists()
    assert run("import", "good.json").code == 0
    assert run("undo").code == 0
