"""Which meetings were kept, skipped or missed: by examples, and against a second calculation day by day."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from conftest import examples
from day_by_day import Left, Rule
from day_by_day import due as due_by_hand
from day_by_day import slots as slots_by_hand
from hypothesis import given, settings
from hypothesis import strategies as st

from onelog.core import attendance
from onelog.core.calendar import recurrence
from onelog.core.model import Person, Ref, Skip, SkipAhead

DAYS = st.dates(date(2023, 1, 1), date(2029, 12, 31))
RULES = st.sampled_from([
    "FREQ=DAILY;INTERVAL=10", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3",
    "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO",
    "FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,3MO",
])  # fmt: skip


def day(text: str) -> date:
    """`11-17` of 2026, or a whole day."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def left(text: str) -> Skip:
    """`said due until`, `-` for none."""
    said, due, until = (None if part == "-" else day(part) for part in text.split())
    assert said
    return Skip("s", "s", Ref("p", "p"), said, due, until)


TUESDAYS = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
EXAMPLES: list[tuple[str, str, str, tuple[str, ...], str, str]] = [
    # what it shows, rule, met, left out, today, what became of the days due
    ("nobody was met", TUESDAYS, "", (), "11-20", ""),
    ("the first meeting is no slot", TUESDAYS, "11-03", (), "11-20", ""),
    ("on the day", TUESDAYS, "10-06 10-20 11-03", (), "11-20", "10-20+ 11-03+"),
    ("a day early or late", TUESDAYS, "10-06 10-19 11-04", (), "11-20", "10-20+ 11-03+"),
    ("a week late is late", TUESDAYS, "10-06 10-27 11-10", (), "11-20", "10-20+ 11-10+"),
    ("more than a week late, one was missed", TUESDAYS, "10-06 11-03", (), "11-20", "10-20! 11-03+"),
    ("two were missed", TUESDAYS, "09-22 11-03", (), "11-20", "10-06! 10-20! 11-03+"),
    ("one in between is extra", TUESDAYS, "10-06 10-08 10-20", (), "11-16", "10-20+"),
    ("the open one is not counted", TUESDAYS, "10-20", (), "11-16", ""),
    ("until the next one comes", TUESDAYS, "10-20", (), "11-17", "11-03!"),
    ("skipped", TUESDAYS, "10-06 11-03", ("10-20 10-20 -",), "11-20", "10-20? 11-03+"),
    ("skipped beforehand", TUESDAYS, "10-06 11-03", ("10-07 10-20 -",), "11-20", "10-20? 11-03+"),
    ("skipped and held all the same", TUESDAYS, "10-06 10-21", ("10-20 10-20 -",), "11-16", "10-20+"),
    ("skipped when the day was another one, by the rule of then", TUESDAYS, "10-06 11-17", ("10-20 10-21 -",), "11-20",
        "10-20? 11-03! 11-17+"),
    ("two of four left out", TUESDAYS, "09-08 11-03", ("09-22 09-22 -", "10-20 10-20 -"), "11-20",
        "09-22? 10-06! 10-20? 11-03+"),
    ("a skip is not counted before the next one comes", TUESDAYS, "11-03", ("11-17 11-17 -",), "11-30", ""),
    ("and then it is", TUESDAYS, "11-03", ("11-17 11-17 -",), "12-01", "11-17?"),
    ("what is due in a pause is none", TUESDAYS, "10-06 11-17", ("10-07 10-20 11-10",), "11-20", "11-17+"),
    ("what was due before a pause counts", TUESDAYS, "10-06 11-17", ("10-23 10-20 11-10",), "11-20", "10-20? 11-17+"),
    ("a pause that ends before the next day due", TUESDAYS, "11-03 11-17", ("11-04 - 11-10",), "11-20", "11-17+"),
    ("who comes back and does not meet", TUESDAYS, "10-06", ("10-07 10-20 10-27",), "11-17", "11-03!"),
    ("without days a pause ends with a day due", "FREQ=WEEKLY", "10-06 10-29", ("10-07 10-13 10-28",), "11-16",
        "10-28+ 11-05!"),
    ("who meets in a pause keeps nothing", TUESDAYS, "10-06 10-20 11-10", ("10-07 10-20 11-10",), "11-16", "11-17+"),
    ("a pause said on the day due, after the meeting", TUESDAYS, "10-06 10-20", ("10-20 11-03 11-10",), "11-20", "10-20+"),
    ("a pause said on the day due, without one", TUESDAYS, "10-06 11-17", ("10-20 10-20 11-10",), "11-20", "10-20? 11-17+"),
    ("without days it is counted from the meeting", "FREQ=WEEKLY;INTERVAL=2", "10-06 10-22 11-05", (), "11-20",
        "10-20+ 11-05+"),
    ("half the way is not extra", "FREQ=WEEKLY;INTERVAL=2", "10-06 10-13 10-27", (), "11-20", "10-20+ 10-27+"),
    ("less than half the way is", "FREQ=WEEKLY;INTERVAL=2", "10-06 10-12 10-26", (), "11-20", "10-26+"),
    ("extra ones add up", "FREQ=WEEKLY;INTERVAL=2", "10-06 10-11 10-16 10-30", (), "11-20", "10-25+ 10-30+"),
    ("the ends of months", "FREQ=MONTHLY", "2025-12-31 01-31 02-28 03-28", (), "04-30", "01-31+ 02-28+ 03-28+"),
    ("the ends of months, skipped", "FREQ=MONTHLY", "01-31 04-30", ("02-01 02-28 -",), "05-31", "02-28? 03-31! 04-30+"),
    ("a leap day", "FREQ=MONTHLY", "2028-01-31 2028-02-29 2028-03-29", (), "2028-04-30", "2028-02-29+ 2028-03-29+"),
    ("the first Monday, held at the month's end", "FREQ=MONTHLY;BYDAY=1MO", "09-07 10-30 11-02", (), "11-20",
        "10-05+ 11-02+"),
    ("the last Friday, over the year's end", "FREQ=MONTHLY;BYDAY=-1FR", "10-30 12-18", (), "2027-01-29",
        "11-27! 12-25+"),
    ("two days a week", "FREQ=WEEKLY;BYDAY=TU,TH", "11-03 11-04 11-05 11-12", (), "11-16", "11-05+ 11-10! 11-12+"),
]  # fmt: skip
SIGNS = {"+": "kept", "?": "skipped", "!": "missed"}


@pytest.mark.parametrize(
    ("rule", "met", "skips", "today", "became"), [e[1:] for e in EXAMPLES], ids=[e[0] for e in EXAMPLES]
)
def test_what_became_of_the_days_due(rule: str, met: str, skips: tuple[str, ...], today: str, became: str) -> None:
    found = attendance.slots(rule, [day(m) for m in met.split()], [left(s) for s in skips], day(today))
    assert [(slot.due, slot.became) for slot in found] == [(day(b[:-1]), SIGNS[b[-1]]) for b in became.split()]
    assert all(slot.on == slot.due for slot in found if slot.became != "kept")
    held = [day(m) for m in met.split()]
    assert all(slot.on in held for slot in found if slot.became == "kept")


# --- against the second calculation, on journals that somebody could have kept


@dataclass
class Kept:
    """What somebody did with one person, day by day."""

    rule: str
    person: Person
    met: list[date] = field(default_factory=list)
    skips: list[Skip] = field(default_factory=list)

    def ahead(self) -> Person:
        """The person as the journal reads it: skips up to the last meeting are past."""
        last = max(self.met, default=None)
        said = [SkipAhead(s.at, s.due, s.until, s.moved) for s in self.skips]
        kept = [s for s in said if last is None or not attendance.is_past(s, last)]
        origin = attendance.origin(said, last) if last else None
        return Person("p", "p", "p", rule=self.rule, last_met=last, skips=tuple(kept), moved_from=origin)

    def skip(self, today: date, until: date | None) -> None:
        due = attendance.to_skip(self.ahead(), today)
        if until and due and due >= until:
            due = None
        self.skips.append(Skip("s", "s", Ref("p", "p"), today, due, until))

    @property
    def left(self) -> list[Left]:
        return [Left(s.at, s.due, s.until) for s in self.skips]


@st.composite
def histories(draw: st.DrawFn) -> tuple[Kept, date]:
    """A rule, and up to 14 steps on from a day: meetings, skips, pauses; then today."""
    kept = Kept(draw(RULES), Person("p", "p", "p"))
    today = draw(DAYS)
    for _ in range(draw(st.integers(0, 14))):
        what = draw(st.sampled_from(["meet", "meet", "meet", "due", "due", "skip", "pause"]))
        if what == "due" and (due := attendance.due(kept.ahead(), today)) and due > today:
            today = due + timedelta(days=draw(st.sampled_from([0, 0, 0, -1, 1, 2, 6])))
        if what in ("meet", "due"):
            kept.met.append(max([today, *kept.met]))
        else:
            kept.skip(today, today + timedelta(days=draw(st.integers(1, 60))) if what == "pause" else None)
        today = max([today, *kept.met]) + timedelta(days=draw(st.integers(0, 40)))
    return kept, today


@given(histories())
@settings(max_examples=examples(400))
def test_who_is_due_is_what_a_wall_calendar_says(history: tuple[Kept, date]) -> None:
    kept, today = history
    assert attendance.due(kept.ahead(), today) == due_by_hand(Rule.of(kept.rule), kept.met, kept.left, today)


@given(histories())
@settings(max_examples=examples(400))
def test_what_became_of_the_days_due_is_what_a_wall_calendar_says(history: tuple[Kept, date]) -> None:
    kept, today = history
    found = [tuple(slot) for slot in attendance.slots(kept.rule, kept.met, kept.skips, today)]
    assert found == slots_by_hand(Rule.of(kept.rule), kept.met, kept.left, today)


# --- what holds for everybody


@given(RULES, DAYS, st.integers(1, 20))
def test_who_meets_when_next_says_so_keeps_all(rule: str, first: date, times: int) -> None:
    met = [first]
    for _ in range(times):
        following = recurrence.next_due(rule, met[-1], met[-1])
        assert following
        met.append(following)
    assert [slot.became for slot in attendance.slots(rule, met, (), met[-1])] == ["kept"] * times


@given(histories())
def test_every_meeting_keeps_one_day_at_most_and_every_day_due_counts_once(history: tuple[Kept, date]) -> None:
    kept, today = history
    found = attendance.slots(kept.rule, kept.met, kept.skips, today)
    held = [slot.on for slot in found if slot.became == "kept"]
    assert len(set(held)) == len(held)
    assert set(held) <= set(kept.met)
    days = [slot.due for slot in found]
    assert days == sorted(set(days))


@given(histories(), st.integers(0, 400))
def test_what_was_said_of_a_day_stays_said_until_somebody_meets(history: tuple[Kept, date], later: int) -> None:
    kept, today = history
    now, then = (attendance.slots(kept.rule, kept.met, kept.skips, d) for d in (today, today + timedelta(days=later)))
    assert then[: len(now)] == now
