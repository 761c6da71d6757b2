"""Notes that people come with, in the shapes in which they keep them: what says a day and a person is a meeting, and nothing else is."""

import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Onelog, Run, at

HELD = "---\nwith: John\nat: 2026-03-24\n---\n\n"


def put(onelog: Onelog, files: dict[str, str], place: str = "notes") -> Path:
    folder = onelog.folder / place
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def met(onelog: Onelog) -> list[tuple[str, str]]:
    """(day, person) of every meeting, the oldest first."""
    return sorted((one["at"][:10], one["person"]) for one in onelog.json("timeline"))


ONE_FILE: dict[str, tuple[str, str, tuple[str, str]]] = {
    "person and date": ("a.md", "---\nperson: John\ndate: 2026-03-24\n---\nhi\n", ("2026-03-24", "John")),
    "meeting_date": ("a.md", "---\nwith: John\nmeeting_date: 2026-03-24\n---\nhi\n", ("2026-03-24", "John")),
    "a link": ("a.md", '---\nwith: "[[John Smith]]"\ndate: 2026-03-24\n---\nhi\n', ("2026-03-24", "John Smith")),
    "a link to a folder, with another word": (
        "a.md", '---\nperson: "[[People/John Smith|Johnny]]"\ndate: 2026-03-24\n---\nhi\n', ("2026-03-24", "John Smith")
    ),
    "attendees and me": ("a.md", "---\nattendees: [me, John]\ndate: 24 Mar 2026\n---\nhi\n", ("2026-03-24", "John")),
    "attendees in lines": ("a.md", "---\nattendees:\n  - Me\n  - John\ndate: 2026-03-24\n---\nhi\n", ("2026-03-24", "John")),
    "an address": ("a.md", "---\nwith: john.smith@example.com\ndate: 2026-03-24\n---\nhi\n", ("2026-03-24", "John Smith")),
    "a name with its address": ("a.md", "---\nwith: John Smith <js@example.com>\ndate: 2026-03-24\n---\nhi\n", ("2026-03-24", "John Smith")),
    "a dated file name": ("2026-03-24.md", "---\nwith: John\n---\nhi\n", ("2026-03-24", "John")),
    "a file name in one": ("20260324 1-1 John.md", "hi\n", ("2026-03-24", "John")),
    "a file name with words": ("2026-03-24 1on1 with John Smith.md", "hi\n", ("2026-03-24", "John Smith")),
    "a file name in slugs": ("1-on-1s/2026-03-24-john-smith.md", "hi\n", ("2026-03-24", "John Smith")),
    "a title": ("a.md", "# 1:1 with John, March 24, 2026\n\nhi\n", ("2026-03-24", "John")),
    "a title and a line": ("a.md", "# 1:1 John / Me\n\nDate: 2026-03-24\n\nhi\n", ("2026-03-24", "John")),
    "lines in bold": ("a.md", "# Notes\n\n**Date:** 2026-03-24\n**Attendees:** John, me\n\nhi\n", ("2026-03-24", "John")),
    "a folder of people": ("People/John Smith/2026-03-24.md", "hi\n", ("2026-03-24", "John Smith")),
    "a folder for one": ("1-1 John/2026-03-24.md", "hi\n", ("2026-03-24", "John")),
    "a folder of 1-on-1s": ("1-on-1s/John/2026-03-24.md", "hi\n", ("2026-03-24", "John")),
    "another ending": ("deep/er/a.markdown", "---\nwith: John\ndate: 2026-03-24\n---\nhi\n", ("2026-03-24", "John")),
    "plain text": ("a.txt", "1:1 with John\n\nDate: 2026-03-24\nWith: John\n\nhi\n", ("2026-03-24", "John")),
    "a first line without a sign": ("a.txt", "1on1 田中花子\n日付：2026-03-24\n\n話した\n", ("2026-03-24", "田中花子")),
    "a first line with the day": ("a.txt", "1:1 with John Smith, 24 March 2026\n\nhi\n", ("2026-03-24", "John Smith")),
    "Japanese keys": ("a.md", "---\n相手: 田中花子\n日付: 2026年3月24日(火)\n---\n話した\n", ("2026-03-24", "田中花子")),
    "a Japanese title": ("a.md", "# 田中さんとの1on1 2026年3月24日\n\n話した\n", ("2026-03-24", "田中")),
    "a person behind a point": ("a.md", "## 2026-03-24 · John Smith\n\nhi\n", ("2026-03-24", "John Smith")),
    "a Japanese name behind a point": ("a.md", "## 2026年3月24日(火)・林\n\nhi\n", ("2026-03-24", "林")),
    "a Japanese name with a title": ("a.md", "## 2026-03-24 林さん\n\nhi\n", ("2026-03-24", "林さん")),
    "with": ("a.md", "## 2026-03-24 with Ludwig van Dijk\n\nhi\n", ("2026-03-24", "Ludwig van Dijk")),
    "a topic below somebody's folder": ("People/Mia Tanaka/2026-03-24 Phoenix.md", "hi\n", ("2026-03-24", "Mia Tanaka")),
    "an archive below somebody's folder": ("People/Mia Tanaka/Archive/2026-03-24.md", "hi\n", ("2026-03-24", "Mia Tanaka")),
    "a section with a link that has other words": (
        "2026-03-24.md", "# Tuesday\n\n## 1:1 with [[People/John Smith|Johnny]]\nhi\n", ("2026-03-24", "John Smith")
    ),
    "a title that is a link": ("a.md", "# 1:1 2026-03-24 · [[People/John Smith|Johnny]]\n\nhi\n", ("2026-03-24", "John Smith")),
    "tags behind the name": ("a.md", "## 2026-03-24 1:1 with John Smith #career #q3\n\nhi\n", ("2026-03-24", "John Smith")),
    "a Japanese folder": ("面談/田中花子/2026-03-24.md", "話した\n", ("2026-03-24", "田中花子")),
    "Japanese lines": ("a.md", "# 面談メモ\n\n日時：令和8年3月24日\n相手：田中花子\n\n話した\n", ("2026-03-24", "田中花子")),
}  # fmt: skip


@pytest.mark.parametrize("about", ONE_FILE)
def test_a_file_is_a_meeting_of_the_day_and_with_the_person_that_it_says(onelog: Onelog, about: str) -> None:
    name, text, expected = ONE_FILE[about]
    put(onelog, {name: text})
    done = onelog.run("import", "notes")
    assert done.code == 0, done.err
    assert met(onelog) == [expected]
    assert onelog.json("timeline")[0]["notes"].split("\n")[-1] in ("hi", "話した")
    assert onelog.run("import", "notes").err.startswith("Imported nothing new; 1 here already.")


REFUSED: dict[str, tuple[str, str, str]] = {
    "no day": ("a.md", "---\nwith: John\n---\nhi\n", "a.md, line 1: This document does not say which day it is from."),
    "no person": ("2026-03-24.md", "hi\n", "2026-03-24.md, line 1: This document does not say whom it is with."),
    "several people": (
        "a.md", "---\nattendees: [Ann, Bob]\ndate: 2026-03-24\n---\nhi\n", "a.md, line 2: it names several people (Ann, Bob)"
    ),
    "a day without its year": ("a.md", "---\nwith: John\ndate: March 24\n---\nhi\n", "'March 24' is not a day with its year"),
    "two days in one": ("a.md", "---\nwith: John\ndate: 04/05/2026\n---\nhi\n", "'04/05/2026' may be"),
    "a wrong weekday": ("a.md", "# 1:1 with John, Mon 24 Mar 2026\n\nhi\n", "2026-03-24 is a Tuesday, not a Mon"),
    "a folder that may be anything": ("Marketing/2026-03-24.md", "hi\n", "does not say whom it is with"),
    "the weather beside a day": ("a.md", "## 2026-06-03 Rain\n\nhi\n", "a.md, line 1: This document does not say whom it is with."),
    "the weather before a day": ("a.md", "## Rain, 2026-06-03\n\nhi\n", "a.md, line 1: This document does not say whom it is with."),
    "a place": ("a.md", "## 2026-06-03 Lisbon\n\nhi\n", "does not say whom it is with"),
    "a project": ("a.md", "## 2026-06-03 Phoenix\n\nhi\n", "does not say whom it is with"),
    "a bare name": ("a.md", "## 2026-06-03 John\n\nhi\n", '--people "NAME=new" where a heading, a file or a folder'),
    "a team": ("a.md", "## 2026-06-03 · Team sync\n\nhi\n", "does not say whom it is with"),
    "Japanese weather": ("a.md", "## 2026-06-03 雨\n\nhi\n", "does not say whom it is with"),
    "Japanese weather behind a point": ("a.md", "## 2026年6月3日・雨\n\nhi\n", "does not say whom it is with"),
    "a Japanese place": ("a.md", "## 2026-06-03 千葉\n\nhi\n", "does not say whom it is with"),
    "the weather in a file name": ("2026-06-03 Rain.md", "hi\n", "does not say whom it is with"),
    "the weather among 1-on-1s": ("1-on-1s/2026-06-03 Rain.md", "hi\n", "does not say whom it is with"),
    "a topic among 1-on-1s": ("1-on-1s/2026-06-03 Phoenix launch.md", "hi\n", "does not say whom it is with"),
    "an archive": ("People/Archive/2026-06-03.md", "hi\n", "does not say whom it is with"),
    "a year": ("1-on-1s/2026/2026-06-03.md", "hi\n", "does not say whom it is with"),
    "a heading that may be anything": ("a.md", "# 2026-03-24 Sprint planning\n\nhi\n", "does not say whom it is with"),
}  # fmt: skip


@pytest.mark.parametrize("about", REFUSED)
def test_no_day_and_no_person_is_made_up(onelog: Onelog, about: str) -> None:
    name, text, says = REFUSED[about]
    put(onelog, {name: text})
    done = onelog.run("import", f"notes/{name}")
    assert done.code == 1
    assert says in done.err
    assert not onelog.journal.exists()


def test_a_bare_name_beside_a_day_is_somebody_who_is_known_or_said_to_be(onelog: Onelog) -> None:
    put(onelog, {"a.md": "## 2026-03-24 John\n\nhi\n\n## 2026-04-07 John\n\nho\n"})
    assert onelog.run("import", "notes/a.md", "--people", "John=new").code == 0
    put(onelog, {"b.md": "## 2026-05-05 John\n\nhm\n"})
    assert onelog.run("import", "notes/b.md").code == 0
    assert met(onelog) == [("2026-03-24", "John"), ("2026-04-07", "John"), ("2026-05-05", "John")]


def test_options_say_what_the_notes_do_not(onelog: Onelog) -> None:
    put(onelog, {"a.md": "hi\n"})
    assert onelog.run("import", "notes/a.md", "--with", "John", "--on", "2026-03-24").code == 0
    put(onelog, {"b.md": "ho\n"})
    assert onelog.run("import", "notes/b.md", "--with", "John", "--undated", "today").code == 0
    assert met(onelog) == [("2026-03-24", "John"), ("2026-11-22", "John")]
    assert "--undated is not 'soon'" in onelog.fails("import notes/a.md --undated soon", code=2)


def test_all_that_cannot_be_taken_is_said_at_once(onelog: Onelog) -> None:
    put(
        onelog,
        {f"{n}/1-1 John.md": "hi\n" for n in range(3)}
        | {"ok.md": HELD, "bad.md": f"---\nwith: {'x' * 500}\nat: 2026-03-24\n---\nhi\n"},
    )
    done = onelog.run("import", "notes")
    assert done.code == 1
    assert [line.partition(",")[0] for line in done.err.split("\n")[:4]] == [
        "notes/0/1-1 John.md", "notes/1/1-1 John.md", "notes/2/1-1 John.md", "notes/bad.md"
    ]  # fmt: skip
    assert "4 documents cannot be imported; nothing was imported." in done.err
    assert not onelog.journal.exists()


RUNNING = """\
---
tags: [people]
---
# John Smith

Joined in 2019.

## 2026-03-24

talked about the move
- [x] booked ✅ 2026-03-20
- [ ] send the list 📅 2026-04-03
- [ ] call [due:: 2026-04-05]

## Career talk, 7 April 2026

more

### By 2026-05-01

it is done
"""


def test_running_notes_are_a_meeting_a_day_with_the_person_of_the_file(onelog: Onelog) -> None:
    put(onelog, {"People/John Smith.md": RUNNING})
    done = onelog.run("import", "notes")
    assert done.code == 0, done.err
    assert "line 6: left out, because it belongs to no meeting" in done.err
    later, first = onelog.json("timeline")
    assert (first["at"][:10], first["person"]) == ("2026-03-24", "John Smith")
    assert [(a["text"], a["status"], a["closed"], a["due"]) for a in first["actions"]] == [
        ("booked", "done", "2026-03-20", None), ("send the list", "open", None, "2026-04-03"), ("call", "open", None, "2026-04-05"),
    ]  # fmt: skip
    assert (later["at"][:10], later["notes"]) == (
        "2026-04-07",
        "### Career talk\n\nmore\n\n### By 2026-05-01\n\nit is done",
    )


@pytest.mark.parametrize(
    "day", ["**2026-03-24**", "2026-03-24", "March 24, 2026", "2026年3月24日", "Tuesday, 24 March 2026:"]
)
def test_a_bold_or_bare_line_that_is_a_day_begins_a_meeting_too(onelog: Onelog, day: str) -> None:
    put(
        onelog,
        {"1-1 John.md": f"{day}\n\nhi\n\n**2026-04-07**\n\nagain on 2026-05-01\n" if "*" in day else f"{day}\n\nhi\n"},
    )
    assert onelog.run("import", "notes").code == 0
    assert met(onelog)[0] == ("2026-03-24", "John")


DAILY = """\
# Tuesday

- [ ] buy milk

## 1:1 with John

talked

## Standup

nothing

## 1-on-1 [[Mia Tanaka]]

praised
"""


def test_a_daily_note_gives_its_sections_that_are_1_on_1s(onelog: Onelog) -> None:
    put(onelog, {"daily/2026-03-24.md": DAILY, "daily/2026-03-25.md": "# Wednesday\n\nnothing\n"})
    done = onelog.run("import", "notes")
    assert done.code == 0, done.err
    assert met(onelog) == [("2026-03-24", "John"), ("2026-03-24", "Mia Tanaka")]
    assert {one["notes"] for one in onelog.json("timeline")} == {"talked", "praised"}
    assert "lines 9 to 11: left out, because it belongs to no meeting" in done.err
    assert (
        "Left out 1 file, because nothing says whether it is a 1-on-1, or with whom: notes/daily/2026-03-25.md"
        in done.err
    )


def test_an_action_table_is_promises(onelog: Onelog) -> None:
    table = "| Action | Owner | Due | Status |\n|---|:-:|---|---|\n| send the list | John | 2026-04-03 | open |\n| draft | me | | Done |\n| ask | Bob | | |\n"
    put(onelog, {"a.md": HELD.replace("at:", "date:") + table})
    onelog("import notes")
    (one,) = onelog.json("timeline")
    assert [(a["text"], a["owner"], a["due"], a["status"]) for a in one["actions"]] == [
        ("send the list", "John", "2026-04-03", "open"), ("draft", "me", None, "done"), ("ask (Owner: Bob)", "me", None, "open"),
    ]  # fmt: skip


def test_private_sections_stay_private(onelog: Onelog) -> None:
    put(onelog, {"a.md": HELD.replace("at:", "date:") + "open words\n\n## 🔒 Private notes\n\nsecret words\n"})
    onelog("import notes")
    assert "secret words" not in onelog("export all")
    assert "secret words" in onelog("export all --private")


def test_two_files_with_the_same_words_are_two_meetings(onelog: Onelog) -> None:
    put(onelog, {f"{n}.md": HELD + "hi\n" for n in range(3)})
    put(onelog, {f"x/{n}.md": HELD.replace("at:", "date:") + "ho\n" for n in range(3)})
    assert "6 meetings" in onelog.run("import", "notes").err
    assert "Imported nothing new; 6 here already." in onelog.run("import", "notes").err


# --- edited sources


def test_two_documents_of_a_file_with_one_head_stay_two(onelog: Onelog) -> None:
    """They are known by their heads and their order, so an edit of the second changes the second."""
    head, place = "---\nwith: Mia\nat: 2026-03-24\n---\n\n", onelog.folder / "both.md"
    for first, second in (("in the morning", "in the evening"), ("in the morning", "late at night")):
        place.write_text(f"{head}{first}\n\n{head}{second}\n", encoding="utf-8")
        onelog("import", "both.md")
        assert sorted(one["notes"] for one in onelog.json("timeline")) == sorted([first, second])


@pytest.mark.parametrize("front", [HELD, HELD.replace("at:", "date:")], ids=["own", "foreign"])
def test_an_edited_source_is_an_update_of_what_was_edited(onelog: Onelog, front: str) -> None:
    text = front + "we met\n\n- [ ] send the list due:2026-04-03\n- [ ] call Bob\n"
    place = put(onelog, {"a.md": text})
    onelog("import notes")
    (before,) = onelog.json("timeline")
    (place / "a.md").write_text(text.replace("[ ] send the list", "[x] send the whole list"), encoding="utf-8")
    done = onelog.run("import", "notes")
    assert "Imported nothing new; 1 changed." in done.err
    (after,) = onelog.json("timeline")
    assert after["id"] == before["id"]
    assert [(a["id"], a["status"]) for a in after["actions"]] == [
        (before["actions"][0]["id"], "done"), (before["actions"][1]["id"], "open")
    ]  # fmt: skip
    assert after["actions"][0]["text"] == "send the whole list"
    assert "nothing new; 1 here already" in onelog.run("import", "notes").err
    onelog("undo")
    assert onelog.json("timeline") == [before]


def test_what_was_changed_on_both_sides_is_merged_or_kept_and_said(onelog: Onelog) -> None:
    text = HELD + "we met\n\n- [ ] send the list\n\nfirst\n\n- [ ] call Bob\n"
    place = put(onelog, {"a.md": text})
    onelog("import notes")
    (before,) = onelog.json("timeline")
    onelog("done", before["actions"][0]["id"])
    (place / "a.md").write_text(text.replace("call Bob", "call Bob soon"), encoding="utf-8")
    assert "1 changed" in onelog.run("import", "notes").err
    (after,) = onelog.json("timeline")
    assert [(a["text"], a["status"]) for a in after["actions"]] == [
        ("send the list", "done"),
        ("call Bob soon", "open"),
    ]
    (place / "a.md").write_text(
        text.replace("send the list", "send no list").replace("Bob", "Bob soon"), encoding="utf-8"
    )
    done = onelog.run("import", "notes")
    assert "it was edited both in the source and here; yours is kept" in done.err
    assert onelog.json("timeline") == [after]


def test_a_source_that_has_moved_is_known_again(onelog: Onelog) -> None:
    put(onelog, {"a.md": HELD + "we met\n", "b.md": HELD + "we met\n"})
    onelog("import notes")
    (onelog.folder / "notes").rename(onelog.folder / "vault")
    assert "nothing new; 2 here already" in onelog.run("import", "vault").err
    (onelog.folder / "vault/a.md").write_text(HELD + "we met again\n", encoding="utf-8")
    assert "1 changed; 1 here already" in onelog.run("import", "vault").err


def bases(onelog: Onelog) -> list[str]:
    with closing(sqlite3.connect(onelog.journal)) as db:
        return [base for (base,) in db.execute("SELECT base FROM source")]


def test_what_is_erased_is_not_kept_for_comparing_either(onelog: Onelog) -> None:
    put(onelog, {"a.md": HELD + "we met\n\n- [ ] send the quince\n", "b.md": HELD.replace("John", "Ann") + "hi\n"})
    onelog("import notes")
    (action,) = onelog.json("actions")
    assert sum("quince" in base for base in bases(onelog)) == 1
    onelog("delete", action["id"], "--for-good", "--confirm", action["id"])
    assert sorted(map(bool, bases(onelog))) == [False, True]
    onelog("forget ann --confirm Ann")
    assert bases(onelog) == [""]
    assert b"quince" not in onelog.journal.read_bytes()


def test_what_is_pruned_is_not_kept_for_comparing_either(onelog: Onelog) -> None:
    put(onelog, {"a.md": HELD + "the quince\n", "b.md": HELD + "the medlar\n", "c.md": HELD + "the sloe\n"})
    onelog("import notes")
    first, second, _ = [one["id"] for one in sorted(onelog.json("timeline"), key=lambda one: one["notes"])]
    onelog("delete", first)
    onelog("edit", second, ONELOG_EDITOR="sed -i s/quince/pear/")
    onelog("history --prune 1d --yes", ONELOG_NOW="2027-06-01T10:00:00+09:00")
    left = "".join(bases(onelog))
    assert ("medlar" in left, "quince" in left, "sloe" in left) == (False, False, True)


# --- the dry run and the report


def test_a_dry_run_shows_the_documents_and_where_each_line_comes_from(onelog: Onelog) -> None:
    put(onelog, {"People/John Smith.md": RUNNING})
    done = onelog.run("import", "notes", "--dry-run")
    lines = done.out.split("\n")
    file = "notes/People/John Smith.md"
    assert lines[1:3] == ["with: John Smith  <!-- from the file name -->", f"at: 2026-03-24  <!-- from {file}:8 -->"]
    assert f"- [x] booked done:2026-03-20  <!-- from {file}:11 -->" in lines
    assert not onelog.journal.exists()
    (onelog.folder / "shown.md").write_text(done.out.replace("talked about", "spoke of"), encoding="utf-8")
    assert "2 meetings" in onelog.run("import", "shown.md").err
    assert onelog.json("timeline")[1]["notes"].startswith("spoke of the move")
    assert "nothing new; 2 here already" in onelog.run("import", "notes").err


def test_the_json_of_a_dry_run_says_the_same(onelog: Onelog) -> None:
    put(onelog, {"1-1 John.md": "## 2026-03-24\n\nhi\n", "other.md": "# Shopping\n\nmilk\n"})
    said = onelog.json("import", "notes", "--dry-run")
    (page,) = said["documents"]
    assert {"text": "hi", "from": "notes/1-1 John.md:3"} in page["lines"]
    assert {"text": "at: 2026-03-24", "from": "notes/1-1 John.md:1"} in page["lines"]
    assert said["sums"] == {"taken": 3, "same": 0, "skipped": 3, "not understood": 0}
    assert [(file["file"], file["state"]) for file in said["files"]] == [
        ("notes/1-1 John.md", "taken"), ("notes/other.md", "skipped")
    ]  # fmt: skip


def test_the_report_has_every_file_and_every_line_once(onelog: Onelog) -> None:
    files = {
        "People/John Smith.md": RUNNING,
        "daily/2026-03-24.md": DAILY.replace("John", "Bob"),
        "same.md": HELD.replace("John", "Ann") + "hi\n",
        "x.png": "\0",
        "t.md": "{{date}}\n",
    }
    put(onelog, files)
    onelog("import notes/same.md")
    onelog("import", "notes", "--report", "report.txt")
    report = (onelog.folder / "report.txt").read_text(encoding="utf-8")
    lines = {name: text.count("\n") for name, text in files.items()}
    assert report.startswith(f"{len(files)} files\t{sum(lines.values()) - 0} lines\n")
    rows = [line.split("\t") for line in report.split("\n")]
    for name, many in lines.items():
        spans = [row[0].rpartition(":")[2] for row in rows if row[0].startswith(f"notes/{name}:")]
        seen = [n for span in spans for n in range(int(span.split("-")[0]), int(span.split("-")[1]) + 1)]
        assert seen == list(range(1, many + 1)), name


def test_what_can_be_read_is_listed(onelog: Onelog) -> None:
    assert onelog("import --list").startswith("md\t")


@pytest.mark.parametrize(("name", "text", "kind"), [
    ("a.txt", "BEGIN:VCARD\nVERSION:3.0\nFN:John\nEND:VCARD\n", "a list of contacts (vCard)"),
])  # fmt: skip
def test_an_unknown_text_is_never_taken_as_a_meeting(onelog: Onelog, name: str, text: str, kind: str) -> None:
    put(onelog, {name: text})
    done = onelog.run("import", f"notes/{name}", "--with", "John", "--on", "2026-03-24")
    assert done.code == 1
    assert f"notes/{name} looks like {kind}, which onelog does not read." in done.err or "may be" in done.err
    assert not onelog.journal.exists()


def piped(onelog: Onelog, text: str, *words: str) -> Run:
    return onelog.run("import", "-", *words, input=text)


def test_a_pipe_is_read(onelog: Onelog) -> None:
    assert piped(onelog, HELD + "hi\n").code == 0
    assert met(onelog) == [("2026-03-24", "John")]
    assert (
        "What came through the pipe, line 1: This document does not say whom it is with." in piped(onelog, "hi\n").err
    )


def test_json_that_is_shown_is_json(onelog: Onelog) -> None:
    put(onelog, {"a.md": HELD + "hi\n"})
    said: Any = json.loads(onelog("import", "notes", "--json"))
    assert (said["made"], said["files"][0]["state"]) == ({"person": 1, "meeting": 1}, "taken")


def test_a_workspace_of_vibe_manager_is_people_with_their_cadence_and_what_was_seen(onelog: Onelog) -> None:
    place = onelog.folder / "team"
    shutil.copytree(Path(__file__).parent / "samples" / "vibe", place)
    for golden in place.rglob("*.golden"):
        golden.unlink()
    standup = place / "alex-chen" / "2026-01-16T090000.md"
    standup.write_text("---\nmood: 2\ncontext: standup\n---\n\nlooked tired\n", encoding="utf-8")
    (place / "alex-chen" / "2026-01-17T090000.md").write_text("---\nmood: 4\n---\n", encoding="utf-8")
    zipped = shutil.make_archive(str(onelog.folder / "team"), "zip", onelog.folder, "team")
    said = onelog.run("import", "team").err
    assert "Left out 2 files, because it is no 1-on-1" in said
    people = {one["name"]: (one["relation"], one["every"]) for one in onelog.json("people")}
    assert people == {
        "Alex Chen": ("report", "1w"), "Chris Wong": ("report", "2w"), "Jordan Lee": (None, None), "田中花子": ("report", "1m"),
    }  # fmt: skip
    talks = {(one["person"], one["at"][:16]): (one["mood"], one["seen"]) for one in onelog.json("timeline")}
    assert talks[("Alex Chen", "2026-01-22T14:30")] == (None, 3)
    assert talks[("田中花子", "2026-03-24T15:00")] == (None, 4)
    assert len(talks) == 5
    assert onelog.run("import", "team").err.count("nothing new")
    onelog.journal.unlink()
    onelog("import", zipped)
    assert {one["name"] for one in onelog.json("people")} == set(people)
    onelog.journal.unlink()
    with zipfile.ZipFile(onelog.folder / "outer.zip", "w") as outer:
        outer.write(zipped, "backup/team.zip")
    onelog("import outer.zip")
    assert {one["name"] for one in onelog.json("people")} == set(people)
    assert {one["person"] for one in onelog.json("timeline")} == set(people)


def test_what_only_looks_like_vibe_manager_is_markdown(onelog: Onelog) -> None:
    put(onelog, {"People/Mia/2026-03-24.md": "---\nmood: 4\n---\nhi\n"})
    onelog("import", "notes")
    (talk,) = onelog.json("timeline")
    assert (talk["mood"], talk["seen"]) == (4, None)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "---\nwith: John\n---\n\nhi\n"),
        ("call.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v John>hi\n"),
        ("t.csv", "Employee,Note\nJohn,hi\n"),
    ],
)
def test_what_has_no_day_is_once_however_often_it_is_said_to_be_of_today(onelog: Onelog, name: str, text: str) -> None:
    (onelog.folder / name).write_text(text, encoding="utf-8")
    (onelog.folder / "t.toml").write_text('[columns]\nperson = "Employee"\nnote = "Note"\n', encoding="utf-8")
    for day in ("2026-03-24", "2026-03-25"):
        assert onelog.run("import", name, "--undated", "today", **at(day)).code == 0
        assert met(onelog) == [("2026-03-24", "John")]
    onelog("import", name, "--on", "2026-03-20", **at("2026-03-26"))
    assert met(onelog) == [("2026-03-20", "John")]


def test_what_was_corrected_in_a_dry_run_outlives_an_edit_of_the_source(onelog: Onelog) -> None:
    folder = put(onelog, {"a.md": HELD + "we met\n- [ ] send it\n", "b.md": HELD.replace("24", "25") + "again\n"})
    dry = onelog.folder / "dry.md"
    dry.write_text(onelog("import notes --dry-run").replace("send it", "send the list"), encoding="utf-8")
    onelog("import dry.md")
    assert onelog.run("import", "dry.md").err == "Imported nothing new; 2 here already.\n"
    (folder / "a.md").write_text(HELD + "we met twice\n- [ ] send it\n", encoding="utf-8")
    (folder / "b.md").write_text(HELD.replace("24", "25") + "once again\n", encoding="utf-8")
    said = onelog.run("import", "notes").err
    assert "Imported nothing new; 1 changed; 1 here already." in said
    assert "its earlier text is no longer known here; yours is kept" in said
    assert [one["notes"] for one in onelog.json("timeline") if one["kind"] == "meeting"] == ["once again", "we met"]
    assert onelog.json("actions")[0]["text"] == "send the list"
    dry.write_text(dry.read_text(encoding="utf-8").replace("the list", "a list"), encoding="utf-8")
    assert "yours is kept" in onelog.run("import", "dry.md").err
    assert onelog.json("actions")[0]["text"] == "send the list"


EVENT = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:one\nSUMMARY:1:1 with John\n"
    "DTSTART;TZID=Asia/Tokyo:20260324T100000\nDTEND;TZID=Asia/Tokyo:20260324T103000\nEND:VEVENT\nEND:VCALENDAR\n"
)


@pytest.mark.parametrize("order", [["a.md", "c.ics"], ["c.ics", "a.md"], ["."]], ids=" ".join)
def test_an_event_and_the_note_of_its_day_are_one_meeting(onelog: Onelog, order: list[str]) -> None:
    folder = put(onelog, {"a.md": HELD + "we met\n- [ ] send it\n", "c.ics": EVENT})
    for _ in range(2):
        for name in order:
            onelog("import", f"notes/{name}")
        (one,) = [one for one in onelog.json("timeline") if one["kind"] == "meeting"]
        assert (one["notes"], [a["text"] for a in one["actions"]]) == ("we met", ["send it"])
    (folder / "a.md").write_text(HELD + "we met again\n- [ ] send it\n", encoding="utf-8")
    onelog("import notes")
    (one,) = [one for one in onelog.json("timeline") if one["kind"] == "meeting"]
    assert (one["notes"], len(one["actions"])) == ("we met again", 1)


@pytest.mark.parametrize(
    "note",
    [
        HELD.replace("24", "25") + "we met\n", HELD.replace("John", "Ann") + "we met\n", HELD.replace("03-24", "03-24T15:00") + "we met\n",
    ],
    ids=["another day", "somebody else", "another hour"],
)  # fmt: skip
def test_an_event_and_a_note_of_something_else_are_two(onelog: Onelog, note: str) -> None:
    put(onelog, {"a.md": note, "c.ics": EVENT})
    onelog("import notes/c.ics")
    onelog("import notes/a.md")
    assert len([one for one in onelog.json("timeline") if one["kind"] == "meeting"]) == 2


def test_two_notes_and_two_events_of_a_day_are_two_meetings_each(onelog: Onelog) -> None:
    other = EVENT.replace("UID:one", "UID:two").replace("T10", "T16")
    put(onelog, {"c.ics": EVENT, "d.ics": other, "a.md": HELD + "we met\n", "b.md": HELD + "we met again\n"})
    onelog("import notes/c.ics notes/d.ics")
    assert len(met(onelog)) == 2
    onelog("import notes/a.md notes/b.md")
    assert len(met(onelog)) == 4


def test_what_was_deleted_here_stays_so(onelog: Onelog) -> None:
    put(onelog, {"a.md": HELD + "we met\n", "b.md": HELD.replace("24", "25") + "again\n"})
    onelog("import notes")
    gone = next(one["id"] for one in onelog.json("timeline") if one["notes"] == "again")
    onelog("delete", gone)
    said = onelog.run("import", "notes").err
    assert f"notes/b.md, line 1: it was deleted here, and stays so; onelog undo takes that back ({gone}).\n" in said
    assert met(onelog) == [("2026-03-24", "John")]
    onelog("undo")
    assert onelog.run("import", "notes").err == "Imported nothing new; 2 here already.\n"
    onelog("undo")
    assert met(onelog) == []
    onelog("import notes")
    assert len(met(onelog)) == 2


def test_a_page_about_somebody_in_a_folder_for_people_stops_nothing(onelog: Onelog) -> None:
    put(onelog, {"People/Mia Tanaka.md": "# Mia Tanaka\n\nlikes tea\n", "People/Mia Tanaka/2026-03-24.md": "hi\n"})
    said = onelog.run("import", "notes").err
    assert "Left out 1 file, because it has no day: notes/People/Mia Tanaka.md.\n" in said
    assert met(onelog) == [("2026-03-24", "Mia Tanaka")]
    put(onelog, {"1-on-1s/John.md": "hi\n"}, "others")
    assert "others/1-on-1s/John.md, line 1: This document does not say which day" in onelog.fails("import", "others")


@pytest.mark.parametrize(
    ("name", "text", "notes"),
    [
        ("1-1s/Mia Sato/2026-03-24.md", "# Mia Sato — March 24, 2026\n\nhi\n", "hi"),
        ("People/Mia Sato.md", "## 2026-03-24 Mia Sato\n\nhi\n", "hi"),
        ("1-1 Mia Sato.txt", "■2026年3月24日（火）\n話した\n", "話した"),
        ("1-1s/Mia Sato/2026-03-24.md", "# Mia Sato and the plan — March 24, 2026\n\nhi\n", None),
    ],
)
def test_a_title_is_read_alike_before_and_after_somebody_is_known(
    onelog: Onelog, name: str, text: str, notes: str | None
) -> None:
    put(onelog, {name: text})
    onelog("import notes")
    assert notes in (None, onelog.json("timeline")[0]["notes"])
    assert onelog.run("import", "notes").err.startswith("Imported nothing new; 1 here already.")
