"""What others do while an editor is open is not lost; what is taken out and put back is what it was."""

import sys
from pathlib import Path

import pytest
from conftest import ONELOG, Onelog

from onelog.markdown.merge3 import together


def editor(onelog: Onelog, change: str, *commands: str) -> str:
    """An editor that replaces words in the file, while other commands run."""
    script = onelog.folder / "editor.py"
    old, new = change.split(" => ")
    ran = "\n".join(
        f"subprocess.run({[*ONELOG, *command.split(' ', 2)]!r}, check=True, stdout=-3)" for command in commands
    )
    script.write_text(
        f"import subprocess, sys\nfrom pathlib import Path\n{ran}\nfile = Path(sys.argv[1])\n"
        f"text = file.read_text()\nassert {old!r} in text\nfile.write_text(text.replace({old!r}, {new!r}))\n",
        encoding="utf-8",
    )
    return f"{sys.executable} {script}"


def id_of(onelog: Onelog, text: str) -> str:
    return next(str(a["id"]) for a in onelog.json("actions --all") if a["text"] == text)


def test_an_action_that_is_done_while_its_meeting_is_edited_stays_done(onelog: Onelog) -> None:
    onelog("log", "mia", "a note a: one a: two")
    meeting = onelog.json("timeline")[0]["id"]
    one = id_of(onelog, "one")
    onelog("edit", meeting, ONELOG_EDITOR=editor(onelog, "a note => another note", f"done {one}"))
    assert {a["text"]: a["status"] for a in onelog.json("actions --all")} == {"one": "done", "two": "open"}
    assert onelog.json("timeline")[0]["notes"] == "another note"


def test_a_meeting_logged_while_the_notes_for_it_are_edited_stays_logged(onelog: Onelog) -> None:
    onelog("note", "mia", "ask about the budget")
    coming = onelog.json("timeline")[0]["id"]
    onelog("edit", coming, ONELOG_EDITOR=editor(onelog, "the budget => the money", "log mia said"))
    logged = onelog.json("timeline")[0]
    assert (logged["id"], logged["at"] is None) == (coming, False)
    assert "said" in logged["notes"]
    assert "the money" in logged["notes"]


def test_where_both_changed_the_same_line_nothing_is_written_and_the_text_is_kept(onelog: Onelog) -> None:
    onelog("log", "mia", "a: one")
    one = id_of(onelog, "one")
    said = onelog.fails("edit", one, ONELOG_EDITOR=editor(onelog, "one => uno", f"done {one}"))
    assert f"{one} was changed meanwhile, in the same lines; nothing was written." in said
    assert [a["text"] for a in onelog.json("actions --all")] == ["one"]
    assert "uno" in onelog("recover", "1", "--show")


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("A\nb\nc", "a\nb\nC", "A\nb\nC"),
        ("a\nb\nc\nd", "A\nb\nc", "A\nb\nc\nd"),
        ("a\nc", "A\nb\nc", "A\nc"),
        ("A\nb\nc", "A\nb\nc", "A\nb\nc"),
        ("A\nb\nc", "Z\nb\nc", None),
        ("a\nx\nb\nc", "a\ny\nb\nc", None),
        ("a\nb\nc", "a\nb\nc", "a\nb\nc"),
    ],
)
def test_two_changes_of_one_text_come_together(mine: str, theirs: str, both: str | None) -> None:
    assert together("a\nb\nc", mine, theirs) == both


def test_redo_does_again_what_was_undone_last_also_after_something_new(onelog: Onelog) -> None:
    onelog("log", "mia", "one")
    onelog("log", "mia", "two")
    onelog("undo")
    onelog("log", "mia", "three")
    assert "nothing to redo" in onelog.fails("redo")
    onelog("undo")
    onelog("redo")
    assert sorted(m["notes"] for m in onelog.json("timeline")) == ["one", "three"]


def test_a_deleted_goal_comes_back_with_its_links_and_lines(onelog: Onelog) -> None:
    goal = onelog.json("goals add growth --from 0 --to 10")["id"]
    onelog("log", "mia", f"a: one goal:{goal} g: growth 5 half way")
    before = onelog("export --json")
    onelog("delete", goal)
    onelog("reopen", goal)
    assert onelog("export --json") == before


def test_a_public_export_brought_in_again_changes_nothing(onelog: Onelog) -> None:
    onelog("log", "mia", "first\n\n- [ ] one\n- **Concern:** a worry\n\nlast", input=None)
    file = onelog.folder / "public.md"
    file.write_text(onelog("export Q4"), encoding="utf-8")
    assert "a worry" not in file.read_text(encoding="utf-8")
    assert onelog.run("import", str(file)).err.startswith("Imported nothing new; 1 here already")


def test_a_newer_export_of_the_same_meeting_puts_its_new_records_into_the_document(
    onelog: Onelog, tmp_path: Path
) -> None:
    onelog("log", "mia", "a note")
    copy = tmp_path / "copy.db"
    copy.write_bytes(onelog.journal.read_bytes())
    meeting = onelog.json("timeline")[0]["id"]
    change = editor(onelog, "a note => a note\n- [ ] a new one")
    onelog("edit", meeting, ONELOG_JOURNAL=str(copy), ONELOG_EDITOR=change, ONELOG_SEED="copy")
    newer = tmp_path / "newer.json"
    newer.write_text(onelog("export --json", ONELOG_JOURNAL=str(copy)), encoding="utf-8")
    onelog("import", str(newer))
    assert "- [ ] a new one ^" in onelog("show", meeting, "--md")


def test_a_mistyped_field_does_not_wipe_the_old_one(onelog: Onelog) -> None:
    onelog("log", "mia", "a note mood:4 len:30m")
    meeting = onelog.json("timeline")[0]["id"]
    onelog("edit", meeting, ONELOG_EDITOR=editor(onelog, "mood: 4 => mood: 44"))
    found = onelog.json("timeline")[0]
    assert (found["mood"], found["minutes"]) == (4, 30)


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("a: plan why: they asked due:soonish more", ["plan due:soonish more"]),
        ("Q: can we ship? A: yes, C: drive is full", []),
        ("line one\na: do x\nA: not this", ["do x"]),
        ("- [ ] call the bank", ["call the bank"]),
    ],
)
def test_words_given_as_arguments(onelog: Onelog, words: str, texts: list[str]) -> None:
    assert [a["text"] for a in onelog.json("log", "mia", words)["actions"]] == texts


def test_a_number_below_zero_is_a_value_and_not_an_option(onelog: Onelog) -> None:
    onelog("goals", "add", "debt", "--from", "0", "--to", "-10")
    assert onelog.json("goals", "checkin", "debt", "-3", "less")["value"] == -3
    assert onelog.json("goals")[0]["target"] == -10
