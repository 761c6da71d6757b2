"""A day with onelog on any system: words come and go as UTF-8, whatever door, line end or code page they come through."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import ONELOG, Onelog

WORDS = "停止について話した.\na: plan it due:fri\nt: ask Zoë"
EDITOR = """\
import pathlib, sys
file = pathlib.Path(sys.argv[-1])
file.write_bytes(file.read_bytes().replace(b"\\n", b"\\r\\n").replace(b"plan it", b"draw it"))
"""


def texts(run: Onelog, list_: str) -> list[str]:
    return [one["text"] for one in run.json(list_)]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CR LF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("door", ["pipe", "file"])
def test_words_come_in_as_they_are(onelog: Onelog, door: str, mark: str, end: str) -> None:
    data = f"{mark}{WORDS}".replace("\n", end).encode()
    file = onelog.folder / "notes of Mia.txt"
    file.write_bytes(data)
    onelog("log", "mia", "-", input=data) if door == "pipe" else onelog("log", "mia", "--file", str(file))
    assert texts(onelog, "actions") == ["plan it"]
    assert texts(onelog, "topics mia") == ["ask Zoë"]
    (met,) = onelog.json("timeline")
    assert met["notes"] == "停止について話した."


def test_an_editor_of_another_system_changes_what_it_changed(onelog: Onelog) -> None:
    """One that writes CR LF: the journal keeps its own line ends."""
    met = onelog.json("log", "mia", WORDS)["id"]
    script = onelog.folder / "my editor.py"
    script.write_text(EDITOR, encoding="utf-8", newline="\n")
    onelog("edit", met, ONELOG_EDITOR=f'"{sys.executable}" "{script}"')
    assert texts(onelog, "actions") == ["draw it"]
    assert "\r" not in onelog("show", met, "--json")


@pytest.mark.parametrize(
    ("form", "end"), [("md", "\n"), ("json", "\n"), ("csv", "\r\n"), ("ics", "\r\n")], ids=["md", "json", "csv", "ics"]
)
def test_what_goes_out_has_the_line_ends_of_its_format(onelog: Onelog, form: str, end: str) -> None:
    onelog("log", "zoë", WORDS)
    piped = subprocess.run(
        [*ONELOG, "export", "--format", form], capture_output=True, env=onelog.env, cwd=onelog.folder, check=True
    )
    onelog("export", "--format", form, "-o", f"file.{form}")
    written = (onelog.folder / f"file.{form}").read_bytes()
    assert piped.stdout == written.removeprefix(b"\xef\xbb\xbf")  # the mark is for Excel, which opens files
    assert written.decode().replace(end, "").count("\r") == 0
    assert written.endswith(end.encode())


def test_everything_goes_out_and_comes_back_elsewhere(onelog: Onelog) -> None:
    onelog("log", "zoë", WORDS)
    onelog("concern", "he looks tired", "--with", "zoë")
    onelog("export", "--format", "json", "--private", "-o", "all.json")
    elsewhere = {"ONELOG_JOURNAL": str(onelog.folder / "別の場所" / "my journal.db")}
    onelog("import", "all.json", **elsewhere)
    first, second = (json.loads(onelog("export", "--format", "json", "--private", **at)) for at in ({}, elsewhere))
    assert first["meetings"] == second["meetings"]
    assert first["people"] == second["people"]


def test_what_was_done_is_undone_in_the_next_run(onelog: Onelog) -> None:
    onelog("log", "mia", WORDS)
    before = onelog("export", "--format", "json", "--private")
    onelog("log", "mia", "we met again", "--new")
    onelog("undo")
    assert onelog("export", "--format", "json", "--private") == before


def test_a_backup_brings_back_what_was_deleted(onelog: Onelog) -> None:
    met = onelog.json("log", "mia", WORDS)["id"]
    onelog("backup")
    onelog("delete", met)
    onelog("restore", "1", "--yes")
    assert [one["id"] for one in onelog.json("timeline")] == [met]


def test_nothing_of_somebody_is_left_in_any_file(onelog: Onelog) -> None:
    onelog("log", "mia", WORDS)
    onelog("log", "ben", "we met")
    onelog("backup")
    onelog("forget", "mia", "--confirm", "mia")
    left = [file.read_bytes() for file in onelog.folder.rglob("*") if file.is_file()]
    assert not [data for data in left if "停止".encode() in data or b"plan it" in data]


def test_what_is_refused_waits_as_a_draft(onelog: Onelog) -> None:
    onelog.fails("log", "mia, ben", "-", input=WORDS)
    (draft,) = onelog.json("recover", "--show")
    assert draft["text"].splitlines() == WORDS.split("\n")


def test_two_at_once_lose_nothing(onelog: Onelog) -> None:
    onelog("log", "mia", "we met")
    with ThreadPoolExecutor(4) as together:
        list(together.map(lambda n: onelog("log", "mia", f"talk {n}", "--new"), range(4)))
    assert sorted(one["notes"] for one in onelog.json("timeline")) == [*(f"talk {n}" for n in range(4)), "we met"]


def test_a_pipe_is_utf_8_whatever_the_system_says(onelog: Onelog) -> None:
    onelog("log", "zoë", WORDS, LC_ALL="C", PYTHONIOENCODING="ascii", WINDOWS_CODE_PAGE="cp932")
    assert "停止について話した." in onelog("timeline", LC_ALL="C", WINDOWS_CODE_PAGE="cp932")


def test_a_journal_in_a_folder_of_any_name(onelog: Onelog) -> None:
    folder = onelog.folder / "Zoë's 日誌 & more" / "a b"
    onelog("--journal", str(folder / "journal.db"), "log", "mia", "we met")
    assert Path(onelog("--journal", str(folder / "journal.db"), "db", "path").strip()) == folder / "journal.db"
