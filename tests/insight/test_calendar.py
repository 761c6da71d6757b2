"""The 1-on-1s that are to come in a calendar: read by another program, known again where they are moved, at their local hour."""

import os
import time as clock
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from conftest import Onelog, at, with_settings

from onelog.insight import collect
from onelog.journal import log as journal_log
from onelog.journal import people
from onelog.store.database import Store

TODAY = at("2026-11-18")


@pytest.fixture
def mia(onelog: Onelog) -> Onelog:
    """Mia, met on Tuesday the 10th of November, every two weeks at two."""
    onelog("people add Mia --relation report --every 2w --on tue --at 14:00", **at("2026-11-10"))
    onelog(
        "log", "mia", "talked len:45m a: @them writes it; well, soon due:2026-11-23 c: she is tired", **at("2026-11-10")
    )
    return onelog


def read(run: Onelog, *words: str, day: str = "2026-11-18") -> icalendar.Calendar:
    """The calendar as `icalendar` reads it, without a complaint."""
    text = run("export", *words, "--format", "ics", **at(day))
    found = icalendar.Calendar.from_ical(text)
    assert isinstance(found, icalendar.Calendar)
    assert not [error for part in found.walk() for error in part.errors]
    assert found.to_ical()
    for line in text.encode().split(b"\r\n"):
        assert len(line) <= 75
    return found


def talks(calendar_: icalendar.Calendar) -> list[Any]:
    """The talks that are to come, in their order."""
    return [one for one in calendar_.walk("VEVENT") if "SEQUENCE" in one]


def begin(event: Any) -> str:
    return str(event.decoded("DTSTART"))


def test_the_talks_of_twelve_weeks_are_in_it_with_what_is_due_before_them(mia: Onelog) -> None:
    found = read(mia)
    assert str(found["X-WR-CALNAME"]) == str(found["NAME"]) == "1-on-1s"
    assert [begin(one) for one in talks(found)] == [
        f"{date(2026, 11, 24) + timedelta(weeks=2 * n)} 05:00:00+00:00" for n in range(6)
    ]
    first, second, *_ = talks(found)
    assert str(first["SUMMARY"]) == "1-on-1 with Mia"
    assert str(first["DESCRIPTION"]) == "Mia: writes it; well, soon · due Mon 23 Nov"
    assert "DESCRIPTION" not in second
    assert first.decoded("DURATION") == timedelta(minutes=45)
    assert str(first["CLASS"]) == "PRIVATE"
    assert b"tired" not in found.to_ical()


def test_an_alarm_comes_where_one_is_asked_for(mia: Onelog) -> None:
    assert not read(mia).walk("VALARM")
    alarms = read(mia, "--alarm", "1h30m").walk("VALARM")
    assert [one.decoded("TRIGGER") for one in alarms] == [timedelta(minutes=-90)] * 6
    assert {str(one["ACTION"]) for one in alarms} == {"DISPLAY"}
    assert "for a calendar" in mia.fails("export --alarm 1h", code=2)
    assert mia.fails("export --format ics --alarm soon", code=2)


def test_a_moved_one_is_known_again_and_no_other_changes(mia: Onelog) -> None:
    before = talks(read(mia))
    mia("move mia 2026-11-26 15:00", **at("2026-11-18"))
    after = talks(read(mia, day="2026-11-19"))
    assert [str(one["UID"]) for one in after] == [str(one["UID"]) for one in before]
    assert begin(after[0]) == "2026-11-26 06:00:00+00:00"
    assert [int(one["SEQUENCE"]) for one in after] == [1, 0, 0, 0, 0, 0]
    for stamp in ("DTSTAMP", "LAST-MODIFIED"):
        assert after[0].decoded(stamp) == datetime(2026, 11, 18, 1, 0, tzinfo=UTC)
    assert [one.to_ical() for one in after[1:]] == [one.to_ical() for one in before[1:]]
    mia("move mia 2026-12-01", **at("2026-11-20"))
    assert int(talks(read(mia))[0]["SEQUENCE"]) == 2
    mia("undo", **at("2026-11-21"))
    again = talks(read(mia))[0]
    assert (begin(again), int(again["SEQUENCE"])) == ("2026-11-26 06:00:00+00:00", 3)


def test_what_was_skipped_or_goes_with_one_that_was_moved_is_cancelled(mia: Onelog) -> None:
    mia("skip mia --why 'she is ill'", **at("2026-11-18"))
    first, *others = talks(read(mia))
    assert (begin(first), str(first["STATUS"]), int(first["SEQUENCE"])) == ("2026-11-24 05:00:00+00:00", "CANCELLED", 1)
    assert not any("STATUS" in one for one in others)
    mia("move mia 2027-01-07", **at("2026-11-19"))
    found = {begin(one)[:10]: one for one in talks(read(mia, day="2026-11-19"))}
    cancelled = [day for day, one in found.items() if "STATUS" in one]
    assert cancelled == ["2026-11-24", "2026-12-22", "2027-01-05"]
    assert str(found["2027-01-07"]["UID"]).endswith("-20261208")


def test_a_pause_cancels_what_lies_in_it(mia: Onelog) -> None:
    mia("skip mia --until 2026-12-20", **at("2026-11-18"))
    found = talks(read(mia))
    assert [begin(one)[:10] for one in found if "STATUS" in one] == ["2026-11-24", "2026-12-08"]
    assert all(int(one["SEQUENCE"]) == 1 for one in found if "STATUS" in one)


def test_what_is_said_counts_those_that_take_place(mia: Onelog) -> None:
    said = mia.run("export --format ics", **at("2026-11-18")).err
    assert ", 6 to come" in said
    mia("skip mia --why 'she is ill'", **at("2026-11-18"))
    assert len(talks(read(mia))) == 6
    assert mia.run("export --format ics", **at("2026-11-18")).err == said.replace(", 6 to come", ", 5 to come")


def test_another_hour_is_a_change_of_all(mia: Onelog) -> None:
    mia("people edit mia --at 9:30", **at("2026-11-18"))
    found = talks(read(mia))
    assert {begin(one)[11:16] for one in found} == {"00:30"}
    assert {int(one["SEQUENCE"]) for one in found} == {1}


def test_without_an_hour_it_takes_up_its_day_and_has_no_alarm(onelog: Onelog) -> None:
    onelog("people add Ben", **TODAY)
    onelog("move ben 2026-12-01", **TODAY)
    found = read(onelog, "--alarm", "1h")
    (talk,) = talks(found)
    assert (talk.decoded("DTSTART"), talk.decoded("DTEND")) == (date(2026, 12, 1), date(2026, 12, 2))
    assert not found.walk("VALARM")


def test_a_cadence_that_nothing_is_counted_from_has_no_days_yet(onelog: Onelog) -> None:
    onelog("people add Ben --every 2w --at 10:00", **TODAY)
    assert talks(read(onelog)) == []
    onelog("log ben talked", **TODAY)
    assert begin(talks(read(onelog))[0]) == "2026-12-02 01:00:00+00:00"


def test_a_calendar_of_the_past_has_nothing_to_come_and_one_person_only_theirs(mia: Onelog) -> None:
    mia("people add Ben --every 1w --on wed", **TODAY)
    assert talks(read(mia, "2026Q3")) == []
    assert {str(one["SUMMARY"]) for one in talks(read(mia, "--with", "ben"))} == {"1-on-1 with Ben"}
    mia("people archive ben", **TODAY)
    assert talks(read(mia, "--with", "ben")) == []


def test_in_japanese_long_lines_are_folded_between_characters(mia: Onelog) -> None:
    with_settings(mia, 'language = "ja"\n')
    words = "来期の体制についての提案書を書いて、部長に見せてから送る" * 3
    mia("actions", "add", f"{words} due:2026-11-23", "--with", "mia", **TODAY)
    first = talks(read(mia))[0]
    assert str(first["SUMMARY"]) == "Miaさんとの1on1"
    assert words in str(first["DESCRIPTION"])


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine in Berlin, whose clock is its own."""
    monkeypatch.delenv("ONELOG_NOW", raising=False)
    monkeypatch.setenv("TZ", "Europe/Berlin")
    clock.tzset()
    yield
    monkeypatch.undo()
    clock.tzset()


@pytest.mark.usefixtures("berlin")
def test_a_year_of_weekly_talks_keeps_its_local_hour(tmp_path: Path) -> None:
    now = datetime(2026, 1, 5, 10).astimezone()
    with Store(tmp_path / "j.db", write=True) as store:
        people.add_person(store, "Mia", now, every="1w", on="mon", hour="09:30")
        journal_log.log_meeting(store, "mia", "we met", now)
        found = collect.coming_talks(store, now, ahead=timedelta(weeks=52))
    assert len(found) == 52 and os.environ["TZ"] == "Europe/Berlin"
    begins = [talk.at for talk in found if talk.at]
    assert {f"{one:%H:%M}" for one in begins} == {"09:30"}
    assert {one.astimezone(UTC).hour for one in begins} == {7, 8}
    assert {one.utcoffset() for one in begins} == {timedelta(hours=1), timedelta(hours=2)}
