"""The calendar: any program reads it, it is the same every time, and nothing of a note is in it."""

import io
import re
from datetime import date, datetime
from pathlib import Path

import pytest
from conftest import DEMO_NOW, Onelog
from hostile_book import AT, TODAY, hostile
from hypothesis import given
from hypothesis import strategies as st
from inside import Inside

from onelog.core.model import Action, Goal, Meeting, Ref
from onelog.core.results.common import Book
from onelog.core.sanitize import storable
from onelog.formats import ics

pytestmark = pytest.mark.posix

MIA = Ref("u1", "Mia Tanaka")
Entry = dict[str, str]


def written(book: Book, today: date = TODAY, language: str = "en") -> str:
    out = io.StringIO()
    ics.write(book, out, today, language)
    return out.getvalue()


def unfolded(text: str) -> list[str]:
    """The lines as section 3.1 puts them together again, after a look at how they are folded."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    for line in text.encode().split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no character is cut
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def entries(text: str) -> list[Entry]:
    lines = unfolded(text)
    assert lines[:4] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//onelog//onelog//EN", "CALSCALE:GREGORIAN"]
    assert [line.partition(":")[0] for line in lines[4:7]] == ["METHOD", "NAME", "X-WR-CALNAME"]
    assert lines[-1] == "END:VCALENDAR"
    found: list[Entry] = []
    for line in lines[7:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif line != "END:VEVENT":
            assert name not in found[-1]
            found[-1][name] = value
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(found)
    return found


def text_of(value: str) -> str:
    r"""A TEXT value read as section 3.3.11 says; nothing in it is left unescaped."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", value)
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)


@given(st.text(min_size=1))
def test_words_come_back_from_a_calendar(words: str) -> None:
    action = Action("uid", "bbbb", words, due=TODAY, opened=TODAY)
    (entry,) = entries(written(Book(None, actions=(action,))))
    assert text_of(entry["SUMMARY"]) == storable(words)


@pytest.mark.parametrize("sign", ["x", "é", "目", "👩"])
def test_a_line_of_any_length_is_folded_where_a_character_ends(sign: str) -> None:
    for length in range(1, 160):
        action = Action("uid", "bbbb", sign * length, due=TODAY, opened=TODAY)
        (entry,) = entries(written(Book(None, actions=(action,))))
        assert entry["SUMMARY"] == sign * length


def test_every_entry_has_what_a_calendar_needs() -> None:
    found = entries(written(hostile()))
    there = hostile()
    assert len(found) == sum(1 for m in there.meetings if m.at)
    open_ = Action("u4", "bbbb", "draft; it,\nwell", MIA, due=date(2026, 12, 31), opened=date(2026, 11, 20))
    goal = Goal("u5", "cccc", "a million", by=date(2027, 1, 31), opened=date(2026, 1, 1))
    met = Meeting("u2", "m2m2", MIA, AT, 45, created=datetime.fromisoformat("2026-11-22T15:00:01+09:00"))
    assert entries(written(Book(None, meetings=(met,), actions=(open_,), goals=(goal,)))) == [
        {
            "UID": "u2", "DTSTAMP": "20261122T060001Z", "SUMMARY": "1-on-1 with Mia Tanaka", "DTSTART": "20261122T050000Z",
            "DURATION": "PT45M", "CLASS": "PRIVATE",
        },
        {
            "UID": "u4", "DTSTAMP": "20261120T000000Z", "SUMMARY": r"Mia Tanaka: draft\; it\,\nwell", "TRANSP": "TRANSPARENT",
            "DTSTART;VALUE=DATE": "20261231", "DTEND;VALUE=DATE": "20270101", "CLASS": "PRIVATE",
        },
        {
            "UID": "u5", "DTSTAMP": "20260101T000000Z", "SUMMARY": "Goal: a million", "TRANSP": "TRANSPARENT",
            "DTSTART;VALUE=DATE": "20270131", "DTEND;VALUE=DATE": "20270201", "CLASS": "PRIVATE",
        },
    ]  # fmt: skip


def test_a_meeting_whose_time_nobody_said_takes_up_its_own_day() -> None:
    met = Meeting("u2", "m2m2", MIA, datetime.fromisoformat("2026-11-20T00:00:00+09:00"), created=AT)
    (entry,) = entries(written(Book(None, meetings=(met,))))
    assert (entry["DTSTART;VALUE=DATE"], entry["DTEND;VALUE=DATE"]) == ("20261120", "20261121")


def test_what_is_done_or_has_no_day_is_in_no_calendar() -> None:
    day = date(2026, 12, 1)
    actions = (Action("u1", "bbbb", "done", due=day, status="done"), Action("u2", "cccc", "some day"))
    goals = (Goal("u3", "dddd", "reached", by=day, status="achieved"), Goal("u4", "ffff", "one day"))
    assert entries(written(Book(None, actions=actions, goals=goals))) == []


def test_what_was_is_the_same_on_every_day_and_each_entry_is_in_it_once(demo: Onelog) -> None:
    words = ("export", "all", "--format", "ics")
    text = Inside(demo.folder)(*words, ONELOG_NOW=DEMO_NOW).out
    later = Inside(demo.folder)(*words, ONELOG_NOW="2027-03-01T09:00:00+09:00").out
    been, then = ([one for one in entries(some) if "SEQUENCE" not in one] for some in (text, later))
    assert been == then
    uids = [entry["UID"] for entry in entries(text)]
    assert len(uids) == len(set(uids)) > 147


def test_nothing_of_a_note_is_in_a_calendar(tmp_path: Path) -> None:
    run = Inside(tmp_path)
    text = "secret words\naha: hidden thing\nc: the freeze\nx: very tired\na: draft it due:2026-12-01 why: whispered"
    run("log", "mia", text)
    for private in ((), ("--private",)):
        done = run("export", "--format", "ics", *private)
        assert [entry["SUMMARY"] for entry in entries(done.out)] == ["1-on-1 with mia", "draft it"]
        for words in ("secret", "hidden", "freeze", "tired", "whispered"):
            assert words not in done.out
        assert done.err == "2026Q4: 1 meeting.\n"
