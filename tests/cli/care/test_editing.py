"""`onelog edit` with a real editor: unchanged is nothing, a change is that change, a line that is gone is asked about."""

import shlex

import pexpect
import pytest
from conftest import ONELOG, Onelog

pytestmark = pytest.mark.posix

SAMPLE = ("ytbp", "2qd2", "f5r5", "s7kg", "g4mx", "ng6r", "j8qw", "jtgq", "vmsx", "z6yk", "d724")
"""Meetings, goals, people, an aside, a parked topic, an action and a check-in of the demo."""


def editor(run: Onelog, script: str) -> str:
    """An editor that runs a line of shell; "$1" is the file."""
    file = run.folder / "editor.sh"
    file.write_text(script + "\n", encoding="utf-8")
    return f"sh {shlex.quote(str(file))}"


def replaced(run: Onelog, old: str, new: str) -> str:
    """An editor that replaces words."""
    return editor(run, f'sed -i {shlex.quote(f"s/{old}/{new}/")} "$1"')


@pytest.mark.parametrize("id_", SAMPLE)
def test_saving_it_unchanged_changes_nothing(demo: Onelog, id_: str) -> None:
    before = demo.journal.read_bytes()
    done = demo.run(f"edit {id_}", ONELOG_EDITOR=editor(demo, 'cp "$1" "$1.new"; mv "$1.new" "$1"'))
    assert (done.code, done.out, done.err) == (0, "", "Nothing was changed.\n")
    assert demo.journal.read_bytes() == before
    assert not demo.journal.with_name("journal.db.drafts").exists()


def test_the_editor_gets_the_document_with_fields_to_fill_in(demo: Onelog) -> None:
    seen = demo.folder / "seen.md"
    keep = editor(demo, f'cp "$1" {shlex.quote(str(seen))}')
    demo("edit aiko", ONELOG_EDITOR=keep)
    filled = (
        demo("show aiko --md")
        .replace("alias: aiko\n", "alias: aiko\nreading:\n")
        .replace("\nrelations:", "\nat:\nrelations:")
    )
    with_blanks = filled.removesuffix("---\n") + "archived:\n---\n"
    assert seen.read_text(encoding="utf-8") == with_blanks
    demo("edit jtgq", ONELOG_EDITOR=keep)
    assert seen.read_text(encoding="utf-8") == demo("show jtgq --md")


@pytest.mark.long
@pytest.mark.parametrize(("what", "old", "new", "key", "value"), [
    ("ytbp", "mood: 3", "mood: 4", "mood", 4),
    ("z6yk", "- \\[ \\]", "- [x]", "status", "done"),
    ("s7kg", "by: 2027-01-31", "by: 2027-02-28", "by", "2027-02-28"),
    ("aiko", "alias: aiko", "alias: ai", "alias", "ai"),
    ("jtgq", "Win:", "Aha:", "kind", "aha"),
])  # fmt: skip
def test_a_change_is_taken_over(demo: Onelog, what: str, old: str, new: str, key: str, value: object) -> None:
    id_ = demo.json(f"show {what}")["id"]
    demo(f"edit {what}", ONELOG_EDITOR=replaced(demo, old, new))
    assert demo.json(f"show {id_}")[key] == value
    newest = demo.json("history --limit 1")[0]
    assert newest["command"] == f"edit {id_}"
    assert [r["id"] for r in newest["records"]] == [id_]
    demo("undo")
    assert demo.json(f"show {id_}")[key] != value


@pytest.mark.long
@pytest.mark.parametrize(("answer", "stays"), [("y", False), ("n", True), ("", True), ("はい", False)])
def test_on_a_terminal_a_line_that_is_gone_is_asked_about(demo: Onelog, answer: str, stays: bool) -> None:
    before = demo("show ytbp --md").rstrip().split("\n")
    env = demo.env | {"ONELOG_EDITOR": editor(demo, 'sed -i "/\\^c6cc/d" "$1"')}
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "edit", "ytbp"], env=env, cwd=str(demo.folder), timeout=60, encoding="utf-8"
    )
    child.expect_exact("The line of decision c6cc is gone (Mia asks Watanabe-san")
    child.expect_exact("[y/N] ")
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert ("c6cc" in [m["id"] for m in demo.json("show ytbp")["moments"]]) is stays
    lines = demo("show ytbp --md").rstrip().split("\n")
    assert lines == [line for line in before if stays or "^c6cc" not in line]  # what is kept stands where it stood
    assert (demo.run("show c6cc").code == 0) is stays


def test_off_a_terminal_a_line_that_is_gone_is_kept(demo: Onelog) -> None:
    before = demo("show ytbp --md")
    done = demo.run("edit ytbp", ONELOG_EDITOR=editor(demo, 'sed -i "/\\^c6cc/d" "$1"'))
    assert done.err.endswith("c6cc stays, though its line is gone: onelog delete c6cc takes it away.\n")
    assert demo("show ytbp --md") == before
    done = demo.run("edit ytbp", ONELOG_EDITOR=editor(demo, 'sed -i "/\\^c6cc/d; /\\^z6yk/d" "$1"'))
    assert "c6cc and z6yk stay, though their lines are gone: onelog delete ID takes one away." in done.err.replace(
        "z6yk and c6cc", "c6cc and z6yk"
    )
    assert demo("show ytbp --md") == before


def test_an_emptied_document_is_refused_and_never_a_deletion(demo: Onelog) -> None:
    before = demo.journal.read_bytes()
    assert "left empty" in demo.fails("edit ytbp", ONELOG_EDITOR=editor(demo, ': > "$1"'))
    assert demo.journal.read_bytes() == before


def test_what_was_written_and_could_not_be_taken_waits_for_recover(demo: Onelog) -> None:
    demo.fails("edit s7kg", code=2, ONELOG_EDITOR=replaced(demo, "to: 12", "to: a dozen"))
    assert "to: a dozen" in demo("recover 1 --show")


def test_done_changes_one_line_of_the_document(demo: Onelog) -> None:
    before = demo("show ytbp --md").split("\n")
    demo("done z6yk")
    after = demo("show ytbp --md").split("\n")
    (changed,) = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    words, why = (
        "write the headcount case for January, two pages, with me drawn in due:2026-11-27 goal:c2gr",
        "why: the budget closes",
    )
    assert [line.split(" on 4 December")[0] for line in changed] == [
        f"- [ ] {words} {why}",
        f"- [x] {words} done:2026-11-20 {why}",
    ]
    demo("reopen z6yk")
    assert demo("show ytbp --md").split("\n") == before


def test_documents_that_show_writes_are_shown_the_same_by_another_journal(demo: Onelog) -> None:
    names = ("c2gr", "s7kg", "x5dv", "ytbp")
    for name in names:
        (demo.folder / f"{name}.md").write_text(demo(f"show {name} --md"), encoding="utf-8")
    other = ["--journal", str(demo.folder / "other.db")]
    demo(*other, "import", *(f"{name}.md" for name in names))
    for name in names:
        assert demo(*other, "show", name, "--md") == (demo.folder / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("at", ["some day", "next blub", "the 40th", "いつか"])
def test_a_coming_meeting_takes_no_words_for_its_day(onelog: Onelog, at: str) -> None:
    onelog("note", "mia", "remember the plan")
    (coming,) = onelog.json("timeline", "mia")
    words = f"sed -i -e 's/^at:.*/at: {at}/' -e 's/the plan/all of it/'"
    told = onelog.fails("edit", coming["id"], ONELOG_EDITOR=words, code=2)
    assert f"at: {at}' in line 4 is no day" in told
    assert "onelog move mia DAY" in told
    assert onelog.json("timeline", "mia") == [coming]
    assert "remember all of it" in onelog("recover", "--show")


def test_words_for_the_day_of_a_coming_meeting_survive_a_folder(onelog: Onelog) -> None:
    onelog("note", "mia", "-", input="---\nwith: mia\nat: some day\n---\nremember the plan\n")
    (coming,) = onelog.json("timeline", "mia")
    shown = onelog("show", coming["id"], "--md")
    assert "at: some day" in shown
    onelog("export", "all", "--format", "folder", "-o", "out")
    onelog("import", "out", ONELOG_JOURNAL=str(onelog.folder / "other.db"))
    assert onelog("show", coming["id"], "--md", ONELOG_JOURNAL=str(onelog.folder / "other.db")) == shown
