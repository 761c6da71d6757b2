"""Your own form: which one is taken, what stands in the document, the prompt, and what is said of a broken one."""

import os
from pathlib import Path

import pexpect
import pytest
from conftest import ONELOG, Onelog, at
from test_own_scales import put_form, scales

pytestmark = pytest.mark.posix

FORM = """\
ask: energy 1-5 How are you, as you say it?
ask: workload 1-5

# With {person}

## Since last time
{last}
{promises}

## How are you?
What gave you energy?
What took it?

## To raise
{topics}
{goals}
"""
NEVER = 60


@pytest.fixture
def mia(onelog: Onelog) -> Onelog:
    """Mia, a report with a promise, a topic and a goal; and a form for reports."""
    onelog("people add Mia --relation report --alias mi")
    onelog("log", "mia", "the ads go well #ads a: send the list @them due:2026-11-27", **at("2026-11-13"))
    onelog("topic mia pay")
    onelog("goals add 'A million users' --with mia --by 2026-12-31 --from 0 --to 1000000")
    put_form(onelog, "report", FORM)
    return onelog


def ids(run: Onelog) -> tuple[str, str]:
    """The ids of the topic and of the promise."""
    (topic,), (action,) = run.json("topics"), run.json("actions")
    return topic["id"], action["id"]


# --- the document


def test_the_document_has_the_forms_headings_questions_scales_and_what_onelog_knows(mia: Onelog) -> None:
    topic, action = ids(mia)
    assert (
        mia("prep mia --md").partition("rating:\n")[2]
        == f"""\
energy: # 1-5
workload: # 1-5
---

<!-- [x] done, raised or settled; [-] dropped; what stays [ ] or is taken out stays as it was. -->
<!-- A question with nothing written beneath it goes, and so does a heading with nothing under it. -->
<!-- To hand something over, say what for: - [ ] @them the task due:fri why: what it is for -->

# With Mia

## Since last time
- 2026-11-13: the ads go well \\#ads
- [ ] send the list @them due:2026-11-27 ^{action}

## How are you?
What gave you energy?
What took it?

## To raise
- [ ] **Topic:** pay ^{topic}
- A million users · 0 / 1000000 · 2026-12-31

"""
    )


def filled(run: Onelog, *changes: tuple[str, str]) -> Path:
    """The prepared document with some lines changed, in a file."""
    text = run("prep mia --md")
    for was, now in changes:
        assert was in text
        text = text.replace(was, now)
    file = run.folder / "filled.md"
    file.write_text(text, encoding="utf-8")
    return file


def test_what_was_filled_in_stays_and_what_was_not_goes(mia: Onelog) -> None:
    changes = (
        ("energy: # 1-5", "energy: 4 # 1-5"), ("What took it?", "What took it?\n- the move"),
        ("- [ ] **Topic", "- [x] **Topic"), ("- [ ] send", "- [x] send"),
    )  # fmt: skip
    mia(f"log mia --file {filled(mia, *changes)}")
    meeting = mia.json("timeline")[0]
    assert meeting["notes"] == "## How are you?\nWhat took it?\n- the move\n\n## To raise"
    assert (meeting["tags"], [t["status"] for t in meeting["topics"]]) == ([], ["raised"])
    assert scales(mia)[-1] == {"energy": 4}
    assert mia.json("actions") == []
    mia("undo")
    assert len(mia.json("actions")) == len(mia.json("topics")) == 1


def test_a_form_that_was_changed_meanwhile_loses_no_word(mia: Onelog) -> None:
    file = filled(mia, ("What took it?", "What took it?\n- the move"))
    put_form(mia, "report", "ask: english 1-5\n\n## Something else\n{goals}\n")
    mia(f"log mia --file {file}")
    notes = mia.json("timeline")[0]["notes"]
    assert "What took it?\n- the move" in notes
    assert "the ads go well" not in notes


def test_nothing_filled_in_is_no_meeting(mia: Onelog) -> None:
    done = mia.run(f"log mia --file {filled(mia)}")
    assert (done.code, "You wrote nothing" in done.err) == (1, True)


def test_log_edit_takes_the_form(mia: Onelog) -> None:
    mia("log mia --edit", ONELOG_EDITOR="sed -i 's/^workload:.*/workload: 3/; s/^What took it?/&\\nthe move/'")
    assert (scales(mia)[-1], mia.json("timeline")[0]["notes"]) == (
        {"workload": 3},
        "## How are you?\nWhat took it?\nthe move",
    )  # fmt: skip


def test_private_headings_of_a_form_show_nothing_and_keep_what_is_written_below_private(mia: Onelog) -> None:
    mia("concern 'she may leave' --with mia")
    put_form(mia, "report", "## Concerns\n{concerns}\n\n## Private notes\n")
    assert "she may leave" not in mia("prep mia --md")
    assert "- [ ] she may leave" in mia("prep mia --md --private")
    file = filled(mia, ("## Private notes", "## Private notes\nI am worried"))
    mia(f"log mia --file {file}")
    (meeting,) = [one for one in mia.json("timeline") if "ads" not in one["notes"]]
    assert "worried" not in str(meeting)
    assert "I am worried" in mia(f"show {meeting['id']} --private")


# --- which one


NEAREST: tuple[tuple[tuple[str, ...], str], ...] = (
    (("plain", "report", "mia"), "mia"),
    (("plain", "report", "MI"), "MI"),
    (("mi", "mia"), "mia"),
    (("plain", "report", "ben"), "report"),
    (("plain", "部下"), "部下"),
    (("plain", "peer"), "plain"),
    (("Ｒeport",), "Ｒeport"),
)


@pytest.mark.parametrize(("names", "taken"), NEAREST, ids=[" ".join(row[0]) for row in NEAREST])
def test_the_nearest_form_is_taken(onelog: Onelog, names: tuple[str, ...], taken: str) -> None:
    onelog("people add Mia --relation report --alias mi")
    for n, name in enumerate(names):
        put_form(onelog, name, f"## {name}\nask: s{n} 1-5\n")
    assert f"\n## {taken}\n" in onelog("prep mia --md")


def test_forms_are_listed_with_whom_they_are_for_and_what_is_wrong(mia: Onelog) -> None:
    put_form(mia, "mi", "ask: energy 1-5")
    put_form(mia, "plain", "\n## A\n{nothing}\nask: mood 1-5")
    put_form(mia, "nobody", "## B\n")
    found = {one["name"]: one for one in mia.json("forms")}
    assert {name: one["for"] for name, one in found.items()} == {
        "mi": "Mia", "nobody": None, "plain": "everybody", "report": "report"
    }  # fmt: skip
    assert [(one["line"], one["what"].partition(";")[0]) for one in found["plain"]["troubles"]] == [
        (3, "there is no {nothing}"), (4, "mood already means something"),
    ]  # fmt: skip
    assert (found["report"]["questions"], found["report"]["scales"][0]) == (2, {"name": "energy", "low": 1, "high": 5})


# --- broken ones


def bad_files(folder: Path, kind: str) -> None:
    path = folder / "report.md"
    path.unlink(missing_ok=True)
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "link to nothing":
        path.symlink_to(folder / "gone")
    elif kind == "folder":
        path.mkdir()
    elif kind == "10 MB":
        path.write_bytes(b"x" * 10_000_000)
    elif kind == "latin-1":
        path.write_bytes("Wie läuft es?".encode("latin-1"))
    elif kind == "unreadable words":
        path.write_text("## A\n\n{promisses}\n", encoding="utf-8")
    else:
        path.write_text("", encoding="utf-8")


BAD = (
    ("fifo", "report.md: it cannot be read: it is not a file"),
    ("link to nothing", "report.md: this link leads nowhere"),
    ("folder", "report.md: this is a folder"),
    ("10 MB", "report.md: it cannot be read: it is too large"),
    ("latin-1", "report.md: this is not UTF-8 text"),
    ("unreadable words", "report.md, line 3: there is no {promisses}; you can use"),
    ("empty", "report.md: the form is empty"),
)


@pytest.mark.long
@pytest.mark.parametrize(("kind", "said"), BAD, ids=[row[0] for row in BAD])
def test_a_broken_form_is_named_and_the_plain_one_is_used(mia: Onelog, kind: str, said: str) -> None:
    plain = put_form(mia, "plain", "## Plain\nask: energy 1-5\n")
    bad_files(plain.parent, kind)
    for words in (("prep", "mia", "--md"), ("log", "mia", "energy:3 we met")):
        done = mia.run(*words)
        assert done.code == 0
        assert said in done.err
        assert "onelog forms edit report" in done.err
    assert "\n## Plain\n" in mia("prep mia --md")
    assert scales(mia)[-1] == {"energy": 3}
    assert said.removeprefix("report.md").lstrip(":, ")[:14].strip() in mia("forms")
    assert said in mia.run("doctor").out
    assert mia.run("people").err == mia.run("prep mia").err == ""


def test_a_link_to_a_form_and_line_ends_of_windows_are_fine(mia: Onelog) -> None:
    form = put_form(mia, "report", "")
    (mia.folder / "kept.md").write_bytes("\ufeffask: english 1-5\r\n\r\n## From afar\r\n".encode())
    form.unlink()
    form.symlink_to(mia.folder / "kept.md")
    text = mia("prep mia --md")
    assert "english: # 1-5" in text
    assert "\n## From afar\n" in text


# --- forms edit


@pytest.mark.parametrize(
    ("word", "name", "heading"),
    [
        ("report", "report", "## Growing"), ("manager", "manager", "## I ask for"), ("mentor", "mentor", "## Thanks"),
        ("部下", "report", "## Growing"), ("skip", "skip", "## I ask for"), ("plain", "plain", "## Questions"),
        ("ben", "Ben", "## Growing"),
    ],
)  # fmt: skip
def test_a_new_form_starts_from_a_good_one(onelog: Onelog, word: str, name: str, heading: str) -> None:
    onelog("people add Ben --relation report")
    done = onelog.run(f"forms edit {word}", ONELOG_EDITOR="true")
    file = onelog.folder / ".config" / "onelog" / "forms" / f"{name}.md"
    assert (done.code, done.err) == (0, f"{file} is in use.\n")
    assert heading in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_in_japanese_it_starts_in_japanese(onelog: Onelog) -> None:
    onelog("config set language ja")
    onelog("forms edit 上司", ONELOG_EDITOR="true")
    text = (onelog.folder / ".config" / "onelog" / "forms" / "manager.md").read_text(encoding="utf-8")
    assert "ask: 見通し 1-5" in text
    onelog("people add 田中 --relation manager")
    assert "# 田中さんと" in onelog("prep 田中 --md")
    onelog("log", "田中", "見通し：４ 話した")
    assert scales(onelog) == [{"見通し": 4}]


def test_an_edit_that_breaks_it_is_refused_with_its_line(mia: Onelog) -> None:
    done = mia.run("forms edit report", ONELOG_EDITOR="sed -i 's/^ask: workload.*/ask: workload/'")
    assert done.code == 1
    assert done.err == (
        "onelog: report.md, line 2: “workload” is not a scale; write a name and its range: ask: energy 1-5. This form is not used.\n"
        "  onelog forms edit report\n"
    )


def test_nobody_is_made_by_naming_a_form(mia: Onelog) -> None:
    done = mia.run("forms edit zoe", ONELOG_EDITOR="true")
    assert done.code == 1
    assert "Nobody is called 'zoe'" in done.err
    assert not (mia.folder / ".config" / "onelog" / "forms" / "zoe.md").exists()


# --- the prompt


@pytest.mark.long
def test_the_prompt_asks_for_what_was_not_said(mia: Onelog) -> None:
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "mia"], env=mia.env, cwd=str(mia.folder), timeout=NEVER, encoding="utf-8"
    )
    child.expect("> ")
    child.send("we met workload:2")
    child.expect("2")
    child.send("\x04")
    child.expect(r"How are you, as you say it\? \(1–5\)")
    child.send("7\r")
    child.expect("is not a value from 1 to 5")
    child.expect("How are you")
    child.send("４/5\r")
    child.expect("surprised")
    child.send("\x04")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert scales(mia)[-1] == {"workload": 2, "energy": 4}
    mia("undo")
    assert scales(mia)[-1] == {"workload": 2}
