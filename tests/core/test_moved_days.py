"""Meetings that were moved: what is due, what became of it, and that both tell the same."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import pytest
from conftest import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from onelog.core import attendance
from onelog.core.model import Person, Ref, Skip, SkipAhead

TUESDAYS, EVERY, FIRST = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY;BYDAY=1MO"


@dataclass
class Days:
    """What was said and held with one person."""

    rule: str | None
    met: list[date] = field(default_factory=list)
    skips: list[Skip] = field(default_factory=list)

    def person(self) -> Person:
        """The person as the journal reads it."""
        last = max(self.met, default=None)
        said = [SkipAhead(s.at, s.due, s.until, s.moved) for s in self.skips]
        ahead = tuple(s for s in said if last is None or not attendance.is_past(s, last))
        origin = attendance.origin(said, last) if last else None
        return Person("p", "p", "p", rule=self.rule, last_met=last, skips=ahead, moved_from=origin, hour="09:30")

    def move(self, said: date, to: date, hour: int = 0) -> None:
        due = attendance.due(self.person(), said)
        at = datetime.combine(to, time(hour), UTC)
        self.skips.append(Skip("s", "s", Ref("p", "p"), said, due, moved=at))

    def skip(self, said: date, until: date | None = None) -> None:
        due = attendance.to_skip(self.person(), said)
        self.skips.append(Skip("s", "s", Ref("p", "p"), said, None if until and due and due >= until else due, until))


def day(text: str) -> date:
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def told(rule: str | None, steps: str) -> Days:
    """`11-10`: met; `11-11>11-30`: moved on the first day to the second; `11-12-`: skipped; `11-12-12-20`: a pause."""
    days = Days(rule)
    for step in steps.split():
        if ">" in step:
            said, to = map(day, step.split(">"))
            days.move(said, to)
        elif len(step) > 5:
            days.skip(day(step[:5]), day(step[6:]) if step[6:] else None)
        else:
            days.met.append(day(step))
    return days


DUE = [
    ("it is due on its new day", TUESDAYS, "11-10 11-11>11-26", "11-26"),
    ("an earlier one too", TUESDAYS, "11-10 11-11>11-20", "11-20"),
    ("it can be moved again", TUESDAYS, "11-10 11-11>11-26 11-12>12-02", "12-02"),
    ("a meeting on that day takes its place", TUESDAYS, "11-10 11-11>11-26 11-26", "12-08"),
    ("so does one in the week before", TUESDAYS, "11-10 11-11>11-26 11-24", "12-08"),
    ("and a later one", TUESDAYS, "11-10 11-11>11-26 11-30", "12-08"),
    ("but not one long before", TUESDAYS, "11-10 11-11>12-20 11-20", "12-20"),
    ("nor one of the day on which it was said", TUESDAYS, "11-10 11-10>11-12", "11-12"),
    ("the rhythm stays over a week's end", TUESDAYS, "11-10 11-11>11-30 11-30", "12-08"),
    ("and over a month's", FIRST, "11-02 11-03>11-30 11-30", "2027-01-04"),
    ("without days the next one is counted from the meeting", EVERY, "11-10 11-11>11-26 11-26", "12-10"),
    ("moved far it leaves out what lies between", TUESDAYS, "11-10 11-11>12-20 12-20", "2027-01-05"),
    ("a skip takes it out", TUESDAYS, "11-10 11-11>11-26 11-12-", "12-08"),
    ("over a week's end, too", TUESDAYS, "11-10 11-11>11-30 11-12-", "12-08"),
    ("a pause takes it out", TUESDAYS, "11-10 11-11>11-26 11-12-12-20", "12-22"),
    ("one that is planned in a pause holds", TUESDAYS, "11-10 11-11-12-20 11-12>12-01", "12-01"),
    ("without a cadence it is due all the same", None, "11-10 11-11>12-01", "12-01"),
    ("and then nothing is", None, "11-10 11-11>12-01 12-01", ""),
    ("a skip takes that out as well", None, "11-10 11-11>12-01 11-12-", ""),
    ("before a first meeting", None, "11-11>12-01", "12-01"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "steps", "due"), [e[1:] for e in DUE], ids=[e[0] for e in DUE])
def test_the_day_that_is_due(rule: str | None, steps: str, due: str) -> None:
    assert attendance.due(told(rule, steps).person(), day("11-12")) == (day(due) if due else None)


KEPT = [
    ("one that is held on its day is kept", TUESDAYS, "11-10 11-11>11-26 11-26", "11-30", "11-26+"),
    ("held on the old day as well", TUESDAYS, "11-10 11-11>11-26 11-24", "11-30", "11-26+"),
    ("one that nobody held is missed on its new day", TUESDAYS, "11-10 11-11>11-26", "12-10", "11-26!"),
    ("what lay between is nothing", TUESDAYS, "11-10 11-11>12-20 12-20", "12-30", "12-20+"),
    ("one that was skipped", TUESDAYS, "11-10 11-11>11-26 11-12-", "12-10", "11-26?"),
    ("an extra one before it", TUESDAYS, "11-10 11-11>12-20 11-20 12-20", "12-30", "12-20+"),
    ("the rhythm goes on", TUESDAYS, "11-10 11-11>11-30 11-30 12-08", "12-30", "11-30+ 12-08+"),
    ("one that is held in a pause", TUESDAYS, "11-10 11-11-12-20 11-12>12-01 12-01", "12-30", "12-01+"),
    ("one that is moved before another that was left out", TUESDAYS, "11-10 11-11- 11-12>11-17", "12-30", "11-17! 11-24?"),
    ("and held there", TUESDAYS, "11-10 11-11- 11-12>11-17 11-18", "12-30", "11-17+"),
]  # fmt: skip
SIGNS = {"+": "kept", "?": "skipped", "!": "missed"}


@pytest.mark.parametrize(("rule", "steps", "today", "became"), [e[1:] for e in KEPT], ids=[e[0] for e in KEPT])
def test_what_became_of_a_moved_meeting(rule: str, steps: str, today: str, became: str) -> None:
    days = told(rule, steps)
    found = attendance.slots(rule, days.met, days.skips, day(today))
    assert [(slot.due, slot.became) for slot in found] == [(day(one[:-1]), SIGNS[one[-1]]) for one in became.split()]


@pytest.mark.parametrize(
    ("hour", "due"), [(15, "15:00"), (0, "")], ids=["one that was said", "none for a day that was said alone"]
)
def test_a_planned_meeting_has_its_own_hour(hour: int, due: str) -> None:
    days = told(TUESDAYS, "11-10")
    assert attendance.hour(days.person(), day("11-12")) == "09:30"
    days.move(day("11-12"), day("11-26"), hour)
    assert attendance.hour(days.person(), day("11-12")) == due


@st.composite
def histories(draw: st.DrawFn) -> tuple[Days, date]:
    """A rule, and up to 12 steps on from a day: meetings, skips, pauses, moves; then today."""
    days = Days(draw(st.sampled_from([TUESDAYS, EVERY, FIRST, "FREQ=MONTHLY", "FREQ=WEEKLY;BYDAY=MO,TH"])))
    today = draw(st.dates(date(2026, 1, 1), date(2027, 1, 1)))
    for _ in range(draw(st.integers(0, 12))):
        what = draw(st.sampled_from(["meet", "due", "due", "skip", "pause", "move", "move"]))
        due = attendance.due(days.person(), today)
        if what == "due" and due and due > today:
            today = due + timedelta(days=draw(st.sampled_from([0, 0, -1, 1, 3, 6])))
        if what in ("meet", "due"):
            days.met.append(max([today, *days.met]))
        elif what == "move":
            days.move(today, today + timedelta(days=draw(st.integers(0, 60))))
        else:
            days.skip(today, today + timedelta(days=draw(st.integers(1, 60))) if what == "pause" else None)
        today = max([today, *days.met]) + timedelta(days=draw(st.integers(0, 30)))
    return days, today


@given(histories())
@settings(max_examples=examples(400))
def test_every_day_due_counts_once_and_every_meeting_keeps_one_at_most(history: tuple[Days, date]) -> None:
    days, today = history
    assert days.rule
    found = attendance.slots(days.rule, days.met, days.skips, today)
    assert [slot.due for slot in found] == sorted({slot.due for slot in found})
    held = [slot.on for slot in found if slot.became == "kept"]
    assert len(set(held)) == len(held) and set(held) <= set(days.met)


@given(histories(), st.integers(1, 60))
@settings(max_examples=examples(400))
def test_what_is_moved_to_a_day_is_due_on_it(history: tuple[Days, date], later: int) -> None:
    days, today = history
    before = attendance.due(days.person(), today)
    days.move(today, today + timedelta(days=later))
    assert attendance.due(days.person(), today) == today + timedelta(days=later)
    days.skips.pop()
    assert attendance.due(days.person(), today) == before


@given(histories(), st.integers(1, 60), st.integers(-7, 20))
@settings(max_examples=examples(400))
def test_a_meeting_near_a_planned_day_uses_it_up(history: tuple[Days, date], later: int, off: int) -> None:
    days, today = history
    planned = today + timedelta(days=later)
    days.move(today, planned)
    held = max(planned + timedelta(days=off), today + timedelta(days=1))
    days.met.append(held)
    following = attendance.due(days.person(), held)
    assert following is None or following > held or any(s.moved or s.until for s in days.person().skips)
