"""Broken and hostile files of each source: one sentence each, and nothing is taken."""

import io
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import Onelog

HEAD = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n"
TITLE = "SUMMARY:1:1 with Mia Tanaka"


def event(*lines: str) -> str:
    return "\r\n".join(
        [*HEAD.split("\n")[:-1], "BEGIN:VEVENT", "UID:1", *lines, TITLE, "END:VEVENT", "END:VCALENDAR", ""]
    )


RDATES = ",".join(
    f"2026{m:02}{d:02}T{h:02}{minute:02}00Z"
    for m in range(1, 11)
    for d in range(1, 28)
    for h in range(24)
    for minute in (0, 30)
)
CALENDARS = {
    "every second": (event("DTSTART:20200101T000000Z", "RRULE:FREQ=SECONDLY"), "more than once a day"),
    "every hour": (event("DTSTART:20200101T000000Z", f"RRULE:FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))}"), "more than once a day"),
    "ten thousand days": (event("DTSTART:19900101T000000Z", "RRULE:FREQ=DAILY"), "more than 5,000 past 1-on-1s"),
    "very many days one by one": (event("DTSTART:20260101T000000Z", f"RDATE:{RDATES}"), "more than 5,000 past 1-on-1s"),
    "no rule": (event("DTSTART:20260101T000000Z", "RRULE:FREQ=SOMETIMES"), "line 4: this is a broken calendar"),
    "no step": (event("DTSTART:20260101T000000Z", "RRULE:FREQ=WEEKLY;INTERVAL=0"), "line 4: this is a broken calendar"),
    "no end": (event("DTSTART:20260101T000000Z", "RRULE:FREQ=WEEKLY;UNTIL=garbage"), "line 4: this is a broken calendar"),
    "no day": (event(), "line 4: this is a broken calendar"),
    "no such day": (event("DTSTART:20261399T000000Z"), "line 4: this is a broken calendar"),
    "the year 1": (event("DTSTART:00010101T000000Z", "RRULE:FREQ=YEARLY"), "line 4: this is a broken calendar"),
    "half of it": (event("DTSTART:20260101T000000Z")[:80], "this is a broken calendar"),
    "nested events": (HEAD + "BEGIN:VEVENT\n" * 20_000, "this is a broken calendar"),
    "of onelog itself": (HEAD.replace(":x", ":-//onelog//onelog//EN") + "END:VCALENDAR\n", "onelog wrote it"),
    "empty": (HEAD + "END:VCALENDAR\n", "there are no events in it"),
}  # fmt: skip


def refused(onelog: Onelog, name: str, data: bytes | str, says: str, *words: str) -> None:
    (onelog.folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    done = onelog.run("import", name, *words)
    assert done.code in (1, 2, 3), done
    assert says in done.err
    assert "went wrong inside" not in done.err
    assert not onelog.journal.exists()


@pytest.mark.long
@pytest.mark.skipif(not find_spec("recurring_ical_events"), reason="needs the extra calendar")
@pytest.mark.parametrize("about", CALENDARS)
def test_a_broken_calendar_is_refused(onelog: Onelog, about: str) -> None:
    refused(onelog, "a.ics", *CALENDARS[about])


RULES = '[columns]\nperson = "Name"\nday = "Date"\n'
TABLES = {
    "a quote that is never closed": ('Date,Name,Notes\n"2026,Mia\n', RULES, "line 2: the quotes of this table are broken"),
    "a row too long": ("Date,Name,Notes\n1,2,3,4,5\n", RULES, "line 2: 5 cells, and the first row has 3"),
    "a cell too large": ('Date,Name,Notes\n"' + "x" * 5_000_000 + '",1,2\n', RULES, "the quotes of this table are broken"),
    "no such column": ("Date,Who,Notes\n1,2,3\n", RULES, "no column 'Name'"),
    "no such day": ("Date,Name,Notes\n2026-02-30,Mia Tanaka,x\n", RULES, "line 2: there is no day 2026-02-30"),
    "a day that may be two": ("Date,Name,Notes\n03/04/2026,Mia Tanaka,x\n", RULES, "line 2: '03/04/2026' may be"),
    "another way to write days": ("Date,Name,Notes\n2026-03-24,Mia Tanaka,x\n", f'{RULES}[day]\nformat = "%d.%m.%Y"\n', "does not match %d.%m.%Y"),
    "nobody": ("Date,Name,Notes\n2026-03-24,,x\n", RULES, "line 2: This document does not say whom it is with"),
    "too many": ("Date,Name,Notes\n" + "2026-03-24,Mia Tanaka,x\n" * 20_001, RULES, "more than 20,000 records"),
    "no TOML": ("Date,Name,Notes\n1,2,3\n", "x = \n", "is not TOML"),
    "no rule": ("Date,Name,Notes\n1,2,3\n", "[colums]\n", "no rule 'colums'"),
    "no way to write days": ("Date,Name,Notes\n1,2,3\n", f'{RULES}[day]\nformat = "%q"\n', "day.format has a wrong value"),
    "a mood too high": ("Date,Name,Notes\n1,2,3\n", f"{RULES}[moods]\ngood = 9\n", "moods has a wrong value"),
    "a column twice": ("Date,Name,Notes\n1,2,3\n", '[columns]\nperson = ["Name", "Notes"]\n', "person has a wrong value"),
}  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("about", TABLES)
def test_a_broken_table_or_rule_is_refused(onelog: Onelog, about: str) -> None:
    table, rules, says = TABLES[about]
    (onelog.folder / "rules.toml").write_text(rules, encoding="utf-8")
    refused(onelog, "a.csv", table, says, "--rules", "rules.toml")


TEXTS = {
    "half of Day One": ("a.json", '{"metadata":{},"entries":[{"uuid":"A","creationDate":"2026-03-24T01:30:00Z","text":"1:1', "broken JSON"),
    "a zone that is a path": ("a.json", '{"entries":[{"uuid":"A","creationDate":"2026-03-24T01:30:00Z","timeZone":"../../etc/passwd","text":"1:1 with Mia"}]}', "broken JSON"),
    "JSON that is very deep": ("a.json", '{"uuid":"creationDate","entries":' + "[" * 100_000, "broken JSON"),
    "a task without words": ("a.json", '[{"uuid":"1","description":"","status":"pending"}]', "not a Taskwarrior task"),
    "a task of no day": ("a.json", '[{"uuid":"1","description":"x","status":"pending","due":"20261399T000000Z"}]', "there is no day"),
    "a line of no day": ("todo.txt", "(A) 2026-13-99 call Bob\n", "line 1: there is no day 2026-13-99"),
    "a million tasks": ("todo.txt", "x 2026-03-01 buy milk\n" * 1_000_000, "more than 20,000 records"),
    "a page of no day": ("page 0123456789abcdef0123456789abcdef.md", "# 1:1 with Mia\n\nDate: February 30, 2026\nPerson: Mia\n\nx\n", "there is no day"),
    "an entry of no day": ("a.txt", "[2026-13-45 10:30] 1:1 with Mia Tanaka. x\n", "there is no day 2026-13-45"),
    "commits that are not chosen": ("log.txt", "commit 0123456789abcdef\nAuthor: x <x@y>\nDate:   Tue Mar 24 10:30:00 2026 +0900\n\n    x\n", "choose those that are wins"),
    "a table without rules": ("a.csv", "Date,Name,Notes\n2026-03-24,Mia,hi\n", "--guess-rules"),
}  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("about", TEXTS)
def test_a_broken_text_is_refused(onelog: Onelog, about: str) -> None:
    refused(onelog, *TEXTS[about])


def test_a_commit_without_a_day_is_refused(onelog: Onelog) -> None:
    refused(
        onelog,
        "log.txt",
        "commit 0123456789abcdef\nAuthor: x <x@y>\nDate:   soon\n\n    x\n",
        "does not say its day",
        "--dry-run",
    )


@pytest.mark.long
@pytest.mark.skipif(not find_spec("orgparse"), reason="needs the extra org")
@pytest.mark.parametrize("text", ["* " * 100_000, "#+TITLE: x\n" + "".join("*" * n + " TODO h\n" for n in range(1, 3000))], ids=["stars", "deep"])  # fmt: skip
def test_a_hostile_outline_is_refused(onelog: Onelog, text: str) -> None:
    refused(onelog, "a.org", text, "cannot be read as Org")


def zipped(files: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


SAMPLE = (Path(__file__).parent / "samples" / "docx" / "plain.docx").read_bytes()
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
WORDS = {
    "half of it": (SAMPLE[: len(SAMPLE) // 2], "broken Word document"),
    "no zip": (b"PK\3\4" + b"\0" * 200, "broken Word document"),
    "nothing in it": (zipped({"word/document.xml": ""}), "broken Word document"),
    "half of its XML": (zipped({"word/document.xml": "<w:document><w:body>"}), "broken Word document"),
    "a billion laughs": (zipped({"word/document.xml": f'<!DOCTYPE l [<!ENTITY a0 "ha">{LAUGHS}]><w:document>&a11;</w:document>'}), "broken Word document"),
    "a bomb": (zipped({"word/document.xml": b"0" * 70_000_000}), "is too large for a note once unpacked"),
}  # fmt: skip


@pytest.mark.skipif(not find_spec("mammoth"), reason="needs the extra docx")
@pytest.mark.parametrize("about", WORDS)
def test_a_broken_word_document_is_refused(onelog: Onelog, about: str) -> None:
    refused(onelog, "a.docx", *WORDS[about])


def test_a_missing_library_is_named_with_how_to_install_it(onelog: Onelog) -> None:
    (onelog.folder / "recurring_ical_events.py").write_text("raise ImportError\n", encoding="utf-8")
    onelog.env["PYTHONPATH"] = str(onelog.folder)
    (onelog.folder / "a.ics").write_text(event("DTSTART:20260101T000000Z"), encoding="utf-8", newline="")
    done = onelog.run("import", "a.ics")
    if "Imported" in done.err:  # the commands of the tests share an interpreter that has it already
        pytest.skip("the library is in memory")
    assert "needs the library recurring-ical-events" in done.err
    assert "onelog-journal[calendar]" in done.err


def test_words_in_a_drawer_that_is_never_closed_stay(onelog: Onelog) -> None:
    if not find_spec("orgparse"):
        pytest.skip("needs the extra org")
    (onelog.folder / "a.org").write_text(
        "#+TITLE: 1:1 with Mia Tanaka\n* <2026-03-24 Tue>\n:NOTES:\nwords behind\n", encoding="utf-8"
    )
    assert "words behind" in onelog("import a.org --dry-run")


@pytest.mark.parametrize("text", ["[2026-03-24 10:30] Dinner with Mia.\nPasta.\n", "[2026-03-24 10:30] Rain\n", "[2026-03-24 10:30] Mia Tanaka\n"])  # fmt: skip
def test_an_entry_of_a_diary_is_no_meeting_unless_it_says_so(onelog: Onelog, text: str) -> None:
    refused(onelog, "a.txt", text, "nothing says whether it is a 1-on-1")


def test_rules_are_guessed_and_take_the_table(onelog: Onelog) -> None:
    table = "Date,Employee,Notes,Next steps,Mood\n24/03/2026,Mia Tanaka,talked,book the room,4\n13/04/2026,Ann Lee,more,,5\n"
    (onelog.folder / "a.csv").write_text(table, encoding="utf-8")
    (onelog.folder / "a.toml").write_text(onelog("import a.csv --guess-rules"), encoding="utf-8")
    assert "2 people, 2 meetings, 1 action" in onelog.run("import a.csv").err
    assert sorted(met["at"][:10] for met in onelog.json("timeline")) == ["2026-03-24", "2026-04-13"]


@pytest.mark.parametrize(
    ("written", "at"), [("13:00 PM", "13:00"), ("0:30 AM", "00:30"), ("12:15 AM", "00:15"), ("9:05", "09:05")]
)
def test_a_clock_of_no_known_half_is_read_all_the_same(onelog: Onelog, written: str, at: str) -> None:
    name = f"Talk {'0a' * 16}.md"
    (onelog.folder / name).write_text(
        f"# Talk with Mia\n\nDate: March 3, 2026 {written}\nAttendees: Mia\n\nwe met\n", "utf-8"
    )
    onelog("import", name)
    assert [one["at"][11:16] for one in onelog.json("timeline")] == [at]
