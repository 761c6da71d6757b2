"""A folder export writes again into the folder it made: what is new and what changed; what is gone goes; nothing else is touched."""

import json
from pathlib import Path

import pytest
from conftest import Onelog

EXPORT = ("export", "all", "--format", "folder", "-o", "notes")


@pytest.fixture(name="run")
def _run(onelog: Onelog) -> Onelog:
    onelog("log", "mia", "about the ads a: draft the plan due:2026-12-01")
    onelog("log", "ben", "about hiring", "--new")
    assert onelog.run(*EXPORT).err.startswith(f"4 documents in {onelog.folder / 'notes'}.\n")
    return onelog


def documents(run: Onelog) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (run.folder / "notes").iterdir() if not path.name.startswith(".")}


def fresh(run: Onelog) -> dict[str, bytes]:
    """What an export into a new folder writes."""
    number = len(list(run.folder.glob("fresh*")))
    run("export", "all", "--format", "folder", "-o", f"fresh{number}")
    return {path.name: path.read_bytes() for path in (run.folder / f"fresh{number}").glob("*.md")}


def of(run: Onelog, word: str) -> Path:
    (found,) = [path for path in (run.folder / "notes").glob("2026*.md") if word in path.name]
    return found


def test_nothing_is_written_where_nothing_changed(run: Onelog) -> None:
    before = {path: path.stat() for path in (run.folder / "notes").iterdir()}
    assert run.run(*EXPORT).err.startswith(f"4 documents in {run.folder / 'notes'}: 0 written, 0 removed.\n")
    assert {path: path.stat() for path in (run.folder / "notes").iterdir()} == before


def test_what_is_new_changed_or_gone_is_as_in_a_new_folder(run: Onelog) -> None:
    run("change", run.json("actions")[0]["id"], "due:2026-12-09")
    run("log", "zoe", "a first talk", "--new")
    run("log", "mia", "a second talk", "--on", "2026-11-10")
    assert ": 4 written, 0 removed." in run.run(*EXPORT).err
    assert documents(run) == fresh(run)
    run("undo 2")
    assert ": 0 written, 3 removed." in run.run(*EXPORT).err
    assert documents(run) == fresh(run)


def test_a_file_it_did_not_write_stays(run: Onelog) -> None:
    place = run.folder / "notes"
    (place / "mine.md").write_text("mine", encoding="utf-8")
    (place / "more").mkdir()
    (place / "more" / "deep.md").write_text("mine", encoding="utf-8")
    run(*EXPORT)
    assert (place / "mine.md").read_text(encoding="utf-8") == "mine"
    assert (place / "more" / "deep.md").exists()


def test_a_file_that_somebody_changed_stays_and_is_named_until_it_is_brought_in(run: Onelog) -> None:
    file = of(run, "mia")
    file.write_text(file.read_text(encoding="utf-8") + "\nand a line more\n", encoding="utf-8")
    typed = file.read_bytes()
    run("change", run.json("actions")[0]["id"], "due:2026-12-09")
    said = run.run(*EXPORT).err
    assert f"1 file is not as onelog wrote it and stays: {file.name}" in said
    assert file.read_bytes() == typed
    file.unlink()
    assert ": 1 written, 0 removed." in run.run(*EXPORT).err
    assert documents(run) == fresh(run)


def test_a_change_that_was_brought_in_is_onelog_s_again(run: Onelog) -> None:
    file = of(run, "mia")
    file.write_text(file.read_text(encoding="utf-8").replace("about the ads", "about the budget"), encoding="utf-8")
    assert "1 file is not as onelog wrote it" in run.run(*EXPORT).err
    run("import", "notes")
    assert "is not as onelog wrote it" not in run.run(*EXPORT).err
    run("change", run.json("actions")[0]["id"], "due:2026-12-09")
    assert ": 1 written, 0 removed." in run.run(*EXPORT).err
    assert documents(run) == fresh(run)


def test_a_name_that_somebody_else_s_file_has_is_left_to_it(run: Onelog) -> None:
    run("log", "mia", "a second talk")
    name = next(iter(fresh(run).keys() - documents(run).keys()))
    (run.folder / "notes" / name).write_text("mine", encoding="utf-8")
    assert name in run.run(*EXPORT).err
    assert (run.folder / "notes" / name).read_text(encoding="utf-8") == "mine"


def test_a_link_in_the_place_of_a_file_is_not_followed(run: Onelog) -> None:
    file, other = of(run, "mia"), run.folder / "other.md"
    other.write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(other)
    run("change", run.json("actions")[0]["id"], "due:2026-12-09")
    before = other.read_bytes()
    assert file.name in run.run(*EXPORT).err
    assert other.read_bytes() == before
    assert file.is_symlink()


ANOTHER = (
    ("export", "2026Q3"), ("export",), ("export", "all", "--with", "mia"), ("export", "all", "--private"),
    ("export", "all", "--obsidian", "emoji"),
)  # fmt: skip


@pytest.mark.parametrize("words", ANOTHER, ids=" ".join)
def test_another_export_does_not_take_the_folder(run: Onelog, words: tuple[str, ...]) -> None:
    before = documents(run)
    said = run.fails(*words, "--format", "folder", "-o", "notes")
    assert "holds another export" in said
    assert "onelog export all --format folder -o" in said
    assert documents(run) == before


LISTS = {
    "none": None, "no JSON": "{", "a list": "[]", "of nothing": "{}", "no files": '{"export": "all", "files": 3}',
}  # fmt: skip


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS.keys())
def test_a_folder_without_its_list_is_anybody_s(run: Onelog, text: str | None) -> None:
    file = run.folder / "notes" / ".onelog-export.json"
    file.unlink()
    if text is not None:
        file.write_text(text, encoding="utf-8")
    before = documents(run)
    assert "is there already" in run.fails(*EXPORT)
    assert documents(run) == before


def test_a_list_that_names_other_places_is_not_believed(run: Onelog) -> None:
    file = run.folder / "notes" / ".onelog-export.json"
    said = json.loads(file.read_text(encoding="utf-8"))
    (run.folder / "victim.md").write_bytes(of(run, "mia").read_bytes())
    said["files"]["../victim.md"] = said["files"][of(run, "mia").name]
    file.write_text(json.dumps(said), encoding="utf-8")
    run(*EXPORT)
    assert (run.folder / "victim.md").exists()


def test_its_folder_comes_back_as_before(run: Onelog) -> None:
    """The list is no note: import does not name it."""
    assert "onelog-export" not in run.run("import notes").err
