"""The examples with which moving in began: each was a day, a person or a file that was lost or made up without a word.

Others stand beside what they are of: two files with the same words, an edited source, private sections and all that is wrong
said at once in `test_notes`; task signs here and in `test_samples`; the views in `tests/store`; the mark for Excel, Obsidian's
signs and calendars in `tests/formats`.
"""

import pytest
from conftest import Onelog

DATED = {
    "person and date": ("a.md", "---\nperson: John\ndate: 2026-03-24\n---\nhi\n"),
    "meeting_date": ("a.md", "---\nmeeting_date: 2026-03-24\n---\nhi\n"),
    "a date heading": ("a.md", "# 2026-03-24\n\nhi\n"),
    "a date heading below a title": ("a.md", "# Notes\n\n## Tue 24 March 2026\n\nhi\n"),
    "a dated file name": ("2026-03-24.md", "hi\n"),
    "a Japanese key": ("a.md", "---\n日付: 2026年3月24日\n---\n話した\n"),
}


@pytest.mark.parametrize("about", DATED)
def test_a_note_that_says_its_day_is_of_that_day_with_the_person_of_the_option(onelog: Onelog, about: str) -> None:
    name, text = DATED[about]
    (onelog.folder / name).write_text(text, encoding="utf-8")
    onelog("import", name, "--with", "John")
    (talk,) = onelog.json("timeline")
    assert (talk["person"], talk["at"][:10]) == ("John", "2026-03-24")


UNDATED = {
    "with: without at:": ("a.md", "---\nwith: John\n---\nhi\n", "does not say which day it is from"),
    "org": ("a.org", "* Notes\nhi\n", "does not say which day it is from"),
    "VTT": ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nhi\n", "does not say which day it is from"),
    "vCard": ("a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:John\nEND:VCARD\n", "looks like a list of contacts (vCard)"),
    "plain text": ("a.txt", "hi\n", "does not say which day it is from"),
}


@pytest.mark.parametrize("about", UNDATED)
def test_what_says_no_day_is_no_meeting_of_today(onelog: Onelog, about: str) -> None:
    name, text, says = UNDATED[about]
    (onelog.folder / name).write_text(text, encoding="utf-8")
    assert says in onelog.fails("import", name, "--with", "John")
    assert onelog.json("people") == []


def test_a_list_of_tasks_is_promises_and_no_note(onelog: Onelog) -> None:
    (onelog.folder / "todo.txt").write_text("(A) 2026-03-01 call +home due:2026-04-01\n", encoding="utf-8")
    onelog("import todo.txt --with John")
    assert onelog.json("timeline") == []
    assert [(one["due"], one["person"]) for one in onelog.json("actions")] == [("2026-04-01", "John")]


def test_a_running_document_of_two_years_is_a_meeting_a_heading(onelog: Onelog) -> None:
    days = [f"{year}-{month:02}-10" for year in (2024, 2025) for month in range(1, 13)]
    (onelog.folder / "1-1 John.md").write_text("".join(f"## {day}\n\nhi\n\n" for day in days), encoding="utf-8")
    onelog.run("import", "1-1 John.md")
    assert sorted(one["at"][:10] for one in onelog.json("timeline")) == days


def test_what_was_done_and_is_due_keeps_its_day(onelog: Onelog) -> None:
    (onelog.folder / "a.md").write_text(
        "---\nwith: John\nat: 2026-03-01\n---\n\n- [x] a ✅ 2026-03-20\n- [ ] b 📅 2026-04-03\n- [ ] c [due:: 2026-04-04]\n"
        "- [x] d [completion:: 2026-03-09]\n- [-] e ❌ 2026-03-10\n- [ ] f ➕ 2026-02-01\n",
        encoding="utf-8",
    )
    onelog("import a.md")
    said = {one["text"]: (one["opened"], one["due"], one["closed"]) for one in onelog.json("actions --all")}
    held = "2026-03-01"
    assert said == {
        "a": (held, None, "2026-03-20"), "b": (held, "2026-04-03", None), "c": (held, "2026-04-04", None), "d": (held, None, "2026-03-09"),
        "e": (held, None, "2026-03-10"), "f": ("2026-02-01", None, None),
    }  # fmt: skip


def test_other_endings_and_folders_are_read(onelog: Onelog) -> None:
    for n, name in enumerate(("a.md", "deep/er/b.markdown", "deep/c.txt"), 1):
        path = onelog.folder / "notes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\nwith: John\nat: 2026-03-0{n}\n---\nsame\n", encoding="utf-8")
    onelog("import notes")
    assert len(onelog.json("timeline")) == 3


def test_a_private_section_leaves_with_no_export(onelog: Onelog) -> None:
    (onelog.folder / "a.md").write_text(
        "---\nwith: John\nat: 2026-03-01\n---\n\nhi\n\n## 🔒 Private notes\n\nthe quince\n", encoding="utf-8"
    )
    onelog("import a.md")
    for name in ("md", "html", "csv", "jsonl"):
        assert "quince" not in onelog("export", "2026-03", "--format", name)


def test_a_link_is_a_person_without_brackets(onelog: Onelog) -> None:
    (onelog.folder / "a.md").write_text('---\nwith: "[[John Smith]]"\nat: 2026-03-01\n---\nhi\n', encoding="utf-8")
    onelog("import a.md")
    assert [one["name"] for one in onelog.json("people")] == ["John Smith"]
