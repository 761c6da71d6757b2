"""The head of a document after a formatter or a slip: never words of the note; and notices that end with what mends them."""

import re

import pytest
from conftest import Onelog

pytestmark = pytest.mark.posix

HEADS = [
    "--- with: Bea at: 2026-11-20T08:50:00+09:00 len:\nmood: 4 ---\n\nwe met",
    "--- id: k7qf with: Bea at: 2026-11-20T08:50+09:00 ---\n\nwe met",
    "______\n\n## with: Bea at: 2026-11-20T08:50:00+09:00 len: mood: 4\n\nwe met",
    "## with: Bea\nat: 2026-11-20\n\nwe met",
    "---\nwith: Bea\nat: 2026-11-20\n\nwe met",
    "with: Bea at: 2026-11-20T08:50 len: mood: 4\n\nwe met",
]
HEADLESS = [
    "we met\n---\nat: her place",
    "---\nwe met with: Bea\n---\nat: her place",
    "with: joy\nat: noon",
    "---\nNote: we met",
    "we met with: Bea at: 2026-11-20",
]


@pytest.mark.long
@pytest.mark.walk(12)
@pytest.mark.parametrize("text", HEADS)
@pytest.mark.parametrize("door", ["pipe", "file", "editor", "edit", "import"])
def test_a_broken_head_is_refused_and_the_text_kept(onelog: Onelog, door: str, text: str) -> None:
    id_ = onelog.json("log", "bea", "before")["id"]
    (onelog.folder / "talk.md").write_text(text, encoding="utf-8")
    editor = {"ONELOG_EDITOR": "cp talk.md"}
    command = {
        "pipe": ("log", "bea", "-"), "file": ("log", "bea", "--file", "talk.md"), "editor": ("log", "bea", "--edit"),
        "edit": ("edit", id_), "import": ("import", "talk.md", "--with", "bea"),
    }[door]  # fmt: skip
    found = onelog.run(*command, input=text if door == "pipe" else None, **(editor if door[0] == "e" else {}))
    assert found.code in ((1, 3) if door == "import" else (1,))
    broken = "The head of the document (is broken|has no end); nothing was changed"
    assert re.search(broken if found.code == 1 else "nothing was imported", found.err)
    assert [meeting["notes"] for meeting in onelog.json("timeline")] == ["before"]
    assert door in ("import", "file") or "we met" in onelog("recover 1 --show")


@pytest.mark.parametrize("text", HEADLESS)
def test_words_that_are_no_head_are_taken(onelog: Onelog, text: str) -> None:
    onelog("log", "bea", input=text)
    assert [meeting["notes"] for meeting in onelog.json("timeline")] == [text]


def test_hints_that_were_wrapped_or_put_together_go_too(onelog: Onelog) -> None:
    onelog("people add Bea")
    (onelog.folder / "editor.sh").write_text(
        """fmt -w 50 "$1" > body; (sed -n '1,/^---$/p;' /dev/null; sed '1,/^with/!d' "$1"; \
        echo "at: 2026-11-20T08:50"; echo ---; echo; sed '1,/^---$/d' "$1" | sed '1,/^---$/d' | fmt -w 50; echo; echo we met) > new
        cp new "$1"
        """,
        encoding="utf-8",
    )
    onelog("log", "bea", "--edit", ONELOG_EDITOR="sh editor.sh")
    assert [meeting["notes"] for meeting in onelog.json("timeline")] == ["we met"]


def test_an_edit_of_several_records_names_the_document_that_mends_it(onelog: Onelog) -> None:
    id_ = onelog.json("log", "bea", "a: one a: two")["id"]
    (onelog.folder / "editor.sh").write_text('echo "a: three due:blub" >> "$1"', encoding="utf-8")
    found = onelog.run("edit", id_, ONELOG_EDITOR="sh editor.sh")
    assert "'blub' is not a day" in found.err
    assert f"onelog change last, or onelog edit {id_}, fixes it." in found.err


def test_an_import_names_the_records_that_mend_it(onelog: Onelog) -> None:
    text = "---\nwith: Bea\nat: 2026-11-19\n---\n\nwe met\n\na:send it\n"
    (onelog.folder / "talk.md").write_text(text, encoding="utf-8")
    tried = onelog.run("import", "talk.md", "--dry-run")
    assert "talk.md, line 8: “a:” was read as text" in tried.err
    assert "Fix it in the file" in tried.err
    found = onelog.run("import", "talk.md")
    (meeting,) = onelog.json("timeline")
    assert f"onelog edit {meeting['id']} fixes it." in found.err
