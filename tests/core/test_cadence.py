"""How often people meet: the rule that is kept, the day the next meeting is due, the words for the screen."""

from datetime import date, datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from onelog.core import attendance
from onelog.core.calendar import recurrence
from onelog.core.errors import Wrong
from onelog.core.model import Person, SkipAhead
from onelog.core.phrases import spoken

TODAY = date(2026, 11, 12)  # a Thursday
DAYS = st.dates(date(1975, 1, 1), date(2060, 12, 31))
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


# --- what people say


@pytest.mark.parametrize(
    ("every", "on", "kept"),
    [
        ("weekly", None, "FREQ=WEEKLY"),
        ("Weekly", "tue", "FREQ=WEEKLY;BYDAY=TU"),
        ("biweekly", None, "FREQ=WEEKLY;INTERVAL=2"),
        ("fortnightly", "fri", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("monthly", None, "FREQ=MONTHLY"),
        ("quarterly", None, "FREQ=MONTHLY;INTERVAL=3"),
        ("daily", None, "FREQ=DAILY"),
        ("1w", None, "FREQ=WEEKLY"),
        ("2w", "tue", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("2w", "Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("2w", "火曜", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("1w", "tue,thu", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("1w", "thu, tue", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("1w", "thu tue thu", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("10d", None, "FREQ=DAILY;INTERVAL=10"),
        ("1m", None, "FREQ=MONTHLY"),
        ("3m", None, "FREQ=MONTHLY;INTERVAL=3"),
        ("2 weeks", None, "FREQ=WEEKLY;INTERVAL=2"),
        ("every 3 months", None, "FREQ=MONTHLY;INTERVAL=3"),
        ("every week", "mon", "FREQ=WEEKLY;BYDAY=MO"),
        ("2-weeks", None, "FREQ=WEEKLY;INTERVAL=2"),
        (" ２Ｗ ", None, "FREQ=WEEKLY;INTERVAL=2"),
        ("105w", None, "FREQ=WEEKLY;INTERVAL=105"),
        ("毎週", None, "FREQ=WEEKLY"),
        ("隔週", "月", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("毎月", None, "FREQ=MONTHLY"),
        ("隔週火曜", None, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("隔週の火曜日", None, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("毎週火・木", None, "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("月1回", None, "FREQ=MONTHLY"),
        ("月一回", None, "FREQ=MONTHLY"),
        ("週に１回", None, "FREQ=WEEKLY"),
        ("隔月", None, "FREQ=MONTHLY;INTERVAL=2"),
        ("2週間ごと", None, "FREQ=WEEKLY;INTERVAL=2"),
        ("二週間に一回", None, "FREQ=WEEKLY;INTERVAL=2"),
        ("3か月ごと", None, "FREQ=MONTHLY;INTERVAL=3"),
        ("四半期ごと", None, "FREQ=MONTHLY;INTERVAL=3"),
        ("毎月第1月曜", None, "FREQ=MONTHLY;BYDAY=1MO"),
        ("毎月の最終金曜日", None, "FREQ=MONTHLY;BYDAY=-1FR"),
        ("毎月第1火曜・第3火曜", None, "FREQ=MONTHLY;BYDAY=1TU,3TU"),
        ("2週間ごと（火）", None, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("every other week", "tue", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("every 2 weeks on tue", None, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("once a month", None, "FREQ=MONTHLY"),
        ("1w", "tues and thurs", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("1st mon", None, "FREQ=MONTHLY;BYDAY=1MO"),
        ("1st-mon", None, "FREQ=MONTHLY;BYDAY=1MO"),
        ("2nd mon", None, "FREQ=MONTHLY;BYDAY=2MO"),
        ("first mon", None, "FREQ=MONTHLY;BYDAY=1MO"),
        ("second mon", None, "FREQ=MONTHLY;BYDAY=2MO"),
        ("third wednesday", None, "FREQ=MONTHLY;BYDAY=3WE"),
        ("fourth mon", None, "FREQ=MONTHLY;BYDAY=4MO"),
        ("4th sun", None, "FREQ=MONTHLY;BYDAY=4SU"),
        ("last fri", None, "FREQ=MONTHLY;BYDAY=-1FR"),
        ("monthly", "last-fri", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("quarterly", "1st tue", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU"),
        ("1st mon, 3rd mon", None, "FREQ=MONTHLY;BYDAY=1MO,3MO"),
        ("2w on tue", None, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("every week on tue,thu", None, "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("monthly on the 1st mon", None, "FREQ=MONTHLY;BYDAY=1MO"),
        ("every 3 months ON last fri", None, "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR"),
        ("monthly", "1st-tue,3rd-tue", "FREQ=MONTHLY;BYDAY=1TU,3TU"),
        # a rule as it is
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", None, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("freq=weekly;byday=tu", None, "FREQ=WEEKLY;BYDAY=TU"),
        ("RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", None, "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR"),
        ("FREQ=WEEKLY;WKST=MO", None, "FREQ=WEEKLY;WKST=MO"),
    ],
)
def test_a_cadence_is_kept_as_a_rule(every: str, on: str | None, kept: str) -> None:
    assert recurrence.rule(every, on) == kept
    assert recurrence.rule(kept) == kept
    rrulestr(kept)  # and others can read it


@pytest.mark.parametrize(
    ("every", "on"),
    [
        ("", None), ("often", None), ("0w", None), ("-1w", None), ("2", None), ("w", None), ("2x", None),
        ("1.5w", None),
        ("106w", None), ("25m", None), ("732d", None), ("9999w", None), ("tue", None),
        ("2w tue", None), ("隔日", None), ("毎日火曜", None), ("毎月火曜", None), ("毎週第1火曜", None),
        ("隔週火曜は午後", None), ("毎週", "火曜の午後"), ("隔週火曜", "wed"),
        ("5th fri", None), ("1st", None), ("mon 1st", None), ("1st day", None), ("next fri", None),
        ("2w\0", None),
        ("\ud800", None), ("w" * 1_000_000, None),
        # on
        ("2w", ""), ("2w", "someday"), ("2w", "tue,"), ("2w", "tue,x"), ("2w", "1st tue"), ("2w", "15"),
        ("10d", "tue"), ("10d on tue", None), ("2w on", None), ("on tue", None), ("2w on someday", None),
        ("2w on tue", "tue"), ("2w on tue on wed", None), ("1st mon on tue", None),
        ("daily", "mon,tue"), ("monthly", "tue"), ("monthly", "15"), ("monthly", "1st tue,wed"),
        ("1st mon", "tue"),
        ("last fri", "fri"), ("FREQ=WEEKLY", "tue"),
        # rules that cannot be kept
        ("FREQ=", None), ("FREQ=HOURLY", None), ("FREQ=SECONDLY;INTERVAL=5", None),
        ("FREQ=WEEKLY;INTERVAL=0", None),
        ("FREQ=WEEKLY;INTERVAL=999", None), ("FREQ=WEEKLY;COUNT=3", None),
        ("FREQ=WEEKLY;UNTIL=20270101", None),
        ("FREQ=WEEKLY;BYDAY=XX", None), ("FREQ=MONTHLY;BYDAY=9MO", None),
        ("FREQ=MONTHLY;BYMONTHDAY=32", None),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", None), ("FREQ=DAILY;BYMONTH=13", None),
        ("FREQ=WEEKLY;BYHOUR=9", None),
        ("FREQ=MONTHLY;BYDAY=MO", None), ("FREQ=WEEKLY;BYDAY=1MO", None), ("FREQ=DAILY;BYDAY=MO", None),
        ("FREQ=YEARLY", None),
        ("FREQ=MONTHLY;BYDAY=5FR", None), ("FREQ=MONTHLY;BYDAY=-2FR", None),
        ("FREQ=WEEKLY;BYDAY=MO,", None),
        ("FREQ=WEEKLY\nDTSTART:20260101", None), ("FREQ=WEEKLY;", None),
        ("FREQ=MONTHLY;BYDAY=" + "1MO," * 50, None), ("FREQ=WEEKLY" + ";BYDAY=MO" * 100_000, None),
    ],
)  # fmt: skip
def test_what_is_no_cadence_is_refused(every: str, on: str | None) -> None:
    with pytest.raises(Wrong) as refused:
        recurrence.rule(every, on)
    assert refused.value.hint
    assert len(refused.value.message) < 200
    assert refused.value.message.isprintable()


RULE_TEXT = st.builds(
    "FREQ={}{}".format,
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.lists(
        st.builds(
            ";{}={}".format,
            st.sampled_from(["INTERVAL", "BYDAY", "BYDAY", "BYMONTHDAY", "BYSETPOS", "COUNT", "WKST"]),
            st.sampled_from(["0", "1", "-1", "999", "MO", "SU,MO,SU", "2TU", "-1FR,1FR", "5SU", "1,2", ","]),
        ),
        max_size=3,
    ).map("".join),
)


@given(st.one_of(st.text(st.characters()), RULE_TEXT), st.one_of(st.none(), st.text(st.characters())))
def test_only_wrong_is_ever_raised(every: str, on: str | None) -> None:
    try:
        kept = recurrence.rule(every, on)
    except Wrong as refused:
        assert refused.message.isprintable()
        return
    due = recurrence.next_due(kept, TODAY, TODAY)
    assert due is not None
    assert due > TODAY
    assert recurrence.every_text(kept)
    assert recurrence.next_due(kept, date.max, date.max) is None


# --- the day that is due


@pytest.mark.parametrize(
    ("rule", "last", "due"),
    [
        # weeks with a day: met early or late, the day of the week stays
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-03", "2026-11-17"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-04", "2026-11-17"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-02", "2026-11-17"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-08", "2026-11-17"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-09", "2026-11-24"),
        ("FREQ=WEEKLY;BYDAY=FR", "2026-11-06", "2026-11-13"),
        ("FREQ=WEEKLY;BYDAY=FR", "2026-11-05", "2026-11-13"),
        ("FREQ=WEEKLY;BYDAY=MO", "2026-12-30", "2027-01-04"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2025-11-04", "2025-11-18"),  # long ago: due long ago
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO", "2026-11-04", "2026-11-17"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", "2026-11-04", "2026-11-17"),
        # several days: a meeting stands for the nearest of them
        ("FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-03", "2026-11-05"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-05", "2026-11-10"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-02", "2026-11-05"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-04", "2026-11-05"),
        ("FREQ=WEEKLY;BYDAY=TH,TU", "2026-11-06", "2026-11-10"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2026-11-03", "2026-11-06"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2026-11-05", "2026-11-16"),
        # no day
        ("FREQ=WEEKLY", "2026-11-04", "2026-11-11"),
        ("FREQ=WEEKLY;INTERVAL=3", "2026-11-04", "2026-11-25"),
        ("FREQ=WEEKLY;INTERVAL=3;WKST=MO", "2026-11-04", "2026-11-25"),
        ("FREQ=DAILY", "2026-11-04", "2026-11-05"),
        ("FREQ=DAILY;INTERVAL=10", "2026-11-04", "2026-11-14"),
        ("FREQ=MONTHLY", "2026-01-31", "2026-02-28"),
        ("FREQ=MONTHLY;INTERVAL=2", "2026-01-31", "2026-03-31"),
        ("FREQ=MONTHLY;INTERVAL=3", "2026-11-30", "2027-02-28"),
        ("FREQ=MONTHLY", "2028-01-31", "2028-02-29"),
        ("FREQ=MONTHLY;INTERVAL=12", "2028-02-29", "2029-02-28"),
        # months with a day: the one in a later month than the last meeting's
        ("FREQ=MONTHLY;BYDAY=1MO", "2026-11-02", "2026-12-07"),
        ("FREQ=MONTHLY;BYDAY=1MO", "2026-11-20", "2026-12-07"),
        ("FREQ=MONTHLY;BYDAY=1MO", "2026-10-30", "2026-11-02"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-04", "2026-12-25"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-30", "2026-12-25"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU", "2026-11-12", "2027-02-02"),
        ("FREQ=MONTHLY;BYDAY=1MO,3MO", "2026-11-02", "2026-11-16"),
        ("FREQ=MONTHLY;BYDAY=1MO,3MO", "2026-11-10", "2026-12-07"),
        ("FREQ=MONTHLY;BYDAY=-1FR,1FR", "2026-11-04", "2026-11-27"),
    ],
)
def test_the_day_that_is_due(rule: str, last: str, due: str) -> None:
    assert recurrence.next_due(rule, date.fromisoformat(last), TODAY) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ("FREQ=WEEKLY", "2026-11-12"),
        ("FREQ=MONTHLY;INTERVAL=3", "2026-11-12"),
        ("FREQ=WEEKLY;BYDAY=TH", "2026-11-12"),
        ("FREQ=WEEKLY;BYDAY=FR", "2026-11-13"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-17"),
        ("FREQ=WEEKLY;BYDAY=TU,SU", "2026-11-15"),
        ("FREQ=MONTHLY;BYDAY=1MO", "2026-12-07"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", "2026-12-07"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27"),
        ("FREQ=MONTHLY;BYDAY=2TH", "2026-11-12"),
        ("FREQ=MONTHLY;BYDAY=1MO,3MO", "2026-11-16"),
    ],
)
def test_without_a_meeting_yet_the_first_is_due_today_or_on_the_coming_day(rule: str, due: str) -> None:
    assert recurrence.next_due(rule, None, TODAY) == date.fromisoformat(due)


@pytest.mark.parametrize("rule", ["", "weekly", "FREQ=YEARLY", "FREQ=WEEKLY;BYDAY=1MO", "\0"])
@pytest.mark.parametrize("last", [None, date(2026, 11, 4)])
def test_what_is_no_rule_is_said_and_not_taken_for_never(rule: str, last: date | None) -> None:
    with pytest.raises(Wrong, match="is not a rule"):
        recurrence.next_due(rule, last, TODAY)


@pytest.mark.parametrize("every", ["1d", "1w", "1m", "1st mon"])
def test_nothing_is_due_after_the_end_of_the_calendar(every: str) -> None:
    assert recurrence.next_due(recurrence.rule(every), date.max, date.max) is None
    assert recurrence.next_due("FREQ=WEEKLY;BYDAY=MO", date.max, date.max) is None


@given(DAYS, st.integers(1, 24), st.sampled_from([("d", "days"), ("w", "weeks"), ("m", "months")]))
def test_an_interval_alone_counts_from_the_meeting(last: date, count: int, unit: tuple[str, str]) -> None:
    expected = last + relativedelta(**{unit[1]: count})  # type: ignore[arg-type]  # each by its name
    assert recurrence.next_due(recurrence.rule(f"{count}{unit[0]}"), last, TODAY) == expected


@given(DAYS, st.integers(1, 8), st.integers(0, 6))
def test_a_weekday_is_kept_in_the_week_that_is_due(last: date, count: int, weekday: int) -> None:
    due = recurrence.next_due(f"FREQ=WEEKLY;INTERVAL={count};BYDAY={CODES[weekday]}", last, TODAY)
    assert due is not None
    assert due.weekday() == weekday
    monday = last - timedelta(days=last.weekday())
    assert monday + timedelta(weeks=count) <= due < monday + timedelta(weeks=count + 1)


@given(DAYS, st.integers(1, 4), st.sets(st.sampled_from(CODES), min_size=1), st.booleans())
def test_a_meeting_held_on_the_day_is_followed_as_dateutil_says(
    last: date, count: int, codes: set[str], monthly: bool
) -> None:
    nth = sorted(f"{n}{code}" for code, n in zip(sorted(codes), [1, 2, 3, 4, -1, 1, 2], strict=False))
    freq, byday = ("MONTHLY", nth) if monthly else ("WEEKLY", sorted(codes))
    rule = f"FREQ={freq};INTERVAL={count};BYDAY={','.join(byday)}"
    start = datetime(last.year, last.month, 1) if monthly else datetime(last.year, 1, 1)
    held, following, *_ = (at.date() for at in rrulestr(f"{rule};COUNT=2", dtstart=start))
    assert recurrence.next_due(rule, held, held) == following
    assert recurrence.next_due(rule, None, held) == held


@given(DAYS, st.sampled_from(["1st mon", "2nd tue", "4th sun", "last fri"]), st.integers(1, 6))
def test_a_day_of_the_month_comes_in_the_month_that_is_due(last: date, nth: str, count: int) -> None:
    due = recurrence.next_due(recurrence.rule(f"{count}m", nth), last, TODAY)
    assert due is not None
    assert (due.year * 12 + due.month) - (last.year * 12 + last.month) == count
    assert due.strftime("%a").lower() == nth[-3:]


# --- skips and pauses


def person(rule: str | None, last: str | None, *skips: str, archived: date | None = None) -> Person:
    """Somebody with skips (`2026-11-17`) and pauses (`- 2026-12-10`, or with the day left out before it)."""
    left_out = [[None if part == "-" else date.fromisoformat(part) for part in skip.split()] for skip in skips]
    pairs = tuple(SkipAhead(date.min, skip[0], skip[1] if len(skip) > 1 else None) for skip in left_out)
    met = date.fromisoformat(last) if last else None
    return Person("p", "p", "Mia", rule=rule, last_met=met, skips=pairs, archived=archived)


TUE, WEEK, MONTH, MON1 = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=1MO"
MONTH3, YEAR = "FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=12"
DUE_AFTER: list[tuple[str | None, str | None, tuple[str, ...], str | None]] = [
    (None, "2026-11-03", (), None),
    (TUE, "2026-11-03", (), "2026-11-17"),
    # a skip leaves out one due day
    (TUE, "2026-11-03", ("2026-11-17",), "2026-12-01"),
    (TUE, "2026-11-03", ("2026-11-17", "2026-12-01"), "2026-12-15"),
    (WEEK, "2026-11-04", ("2026-11-11",), "2026-11-18"),
    (MONTH, "2026-01-31", ("2026-02-28",), "2026-03-31"),
    (MONTH, "2026-01-31", ("2026-02-28", "2026-03-31"), "2026-04-30"),
    (MONTH, "2026-01-31", ("2026-02-28", "2026-03-31", "2026-04-30"), "2026-05-31"),
    (MONTH, "2026-01-30", ("2026-02-28",), "2026-03-30"),
    (MONTH, "2026-02-28", ("2026-03-28",), "2026-04-28"),
    (MONTH, None, ("2026-01-31", "2026-02-28"), "2026-03-31"),
    (MONTH3, "2026-11-30", ("2027-02-28",), "2027-05-30"),
    (YEAR, "2028-02-29", ("2029-02-28", "2030-02-28", "2031-02-28"), "2032-02-29"),
    # after a pause that ends on another day, that one counts
    (MONTH, "2026-01-31", ("- 2026-02-28",), "2026-02-28"),
    (MONTH, "2026-01-31", ("2026-02-28 2026-03-15", "2026-03-15"), "2026-04-15"),
    (MONTH, "2026-01-31", ("2026-02-28 2026-04-30", "2026-04-30"), "2026-05-30"),
    (MON1, "2026-11-02", ("2026-12-07",), "2027-01-04"),
    (TUE, None, ("2026-11-17",), "2026-12-01"),
    (WEEK, None, ("2026-11-12",), "2026-11-19"),
    # one that the rule of today has no day for
    (TUE, "2026-11-03", ("2026-11-18",), "2026-12-01"),
    (TUE, "2026-11-03", ("2026-11-16",), "2026-11-17"),
    # a pause: the rule's first day from its end on, or its end
    (TUE, "2026-11-03", ("2026-11-17 2026-12-15",), "2026-12-15"),
    (TUE, "2026-11-03", ("2026-11-17 2026-12-16",), "2026-12-29"),
    (TUE, "2026-11-03", ("- 2026-11-10",), "2026-11-17"),
    (WEEK, "2026-11-04", ("2026-11-11 2026-12-15",), "2026-12-15"),
    (WEEK, "2026-11-04", ("- 2026-11-10",), "2026-11-11"),
    (WEEK, None, ("- 2026-11-10",), "2026-11-12"),
    (MON1, "2026-11-02", ("2026-12-07 2026-12-31",), "2027-01-04"),
    # both, one after the other
    (TUE, "2026-11-03", ("2026-11-17 2026-12-10", "2026-12-15"), "2026-12-29"),
    (TUE, "2026-11-03", ("2026-11-17", "2026-12-01 2026-12-10"), "2026-12-15"),
]


@pytest.mark.parametrize(("rule", "last", "skips", "due"), DUE_AFTER)
def test_what_is_due_when_something_was_left_out(
    rule: str | None, last: str | None, skips: tuple[str, ...], due: str | None
) -> None:
    assert attendance.due(person(rule, last, *skips), TODAY) == (date.fromisoformat(due) if due else None)
    assert attendance.due(person(rule, last, *skips, archived=TODAY), TODAY) is None


@pytest.mark.parametrize(
    ("today", "left_out"),
    [
        ("2026-11-04", "2026-11-17"), ("2026-11-17", "2026-11-17"), ("2026-11-30", "2026-11-17"),
        ("2026-12-01", "2026-12-01"), ("2026-12-14", "2026-12-01"), ("2026-12-15", "2026-12-15"),
    ],
)  # fmt: skip
def test_a_skip_leaves_out_the_day_due_that_came_last_else_the_coming_one(today: str, left_out: str) -> None:
    day = date.fromisoformat(today)
    assert attendance.to_skip(person(TUE, "2026-11-03"), day) == date.fromisoformat(left_out)
    after = person(TUE, "2026-11-03", left_out)
    due = attendance.due(after, day)
    assert due
    assert due > day
    assert attendance.to_skip(after, day) == due


@given(DAYS, st.integers(1, 24), st.integers(1, 12))
def test_so_many_steps_one_by_one_are_as_many_at_once(last: date, count: int, steps: int) -> None:
    rule = recurrence.rule(f"{count}m")
    skipped: list[date] = []
    for n in range(1, steps + 1):
        due = attendance.due(person(rule, str(last), *map(str, skipped)), last)
        assert due == last + relativedelta(months=count * n)
        assert due
        skipped.append(due)


def test_nothing_is_left_out_where_nothing_is_due() -> None:
    assert attendance.to_skip(person(None, "2026-11-03"), TODAY) is None
    assert attendance.to_skip(person(TUE, "2026-11-03", archived=TODAY), TODAY) is None


@pytest.mark.parametrize(
    ("skips", "until"),
    [
        ((), None), (("2026-12-10",), None), (("- 2026-11-12",), None), (("- 2026-11-13",), "2026-11-13"),
        (("- 2026-12-10", "2026-11-17 2026-11-20"), "2026-12-10"),
    ],
)  # fmt: skip
def test_a_pause_holds_until_the_day_before_its_end(skips: tuple[str, ...], until: str | None) -> None:
    assert attendance.paused(person(TUE, "2026-11-03", *skips), TODAY) == (date.fromisoformat(until) if until else None)


# --- for the screen


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=DAILY;INTERVAL=10", "every 10 days"),
        ("FREQ=WEEKLY", "every week"),
        ("FREQ=WEEKLY;INTERVAL=2", "every 2 weeks"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=MO", "every 2 weeks"),
        ("FREQ=WEEKLY;BYDAY=TU", "every week on Tue"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every 2 weeks on Tue"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "every week on Tue and Thu"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "every week on Mon, Wed and Fri"),
        ("FREQ=MONTHLY", "every month"),
        ("FREQ=MONTHLY;INTERVAL=3", "every 3 months"),
        ("FREQ=MONTHLY;BYDAY=1MO", "every month on the 1st Mon"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "every 3 months on the last Fri"),
        ("FREQ=MONTHLY;BYDAY=1MO,3MO", "every month on the 1st Mon and 3rd Mon"),
        ("FREQ=MONTHLY;BYDAY=2MO,4MO", "every month on the 2nd Mon and 4th Mon"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("FREQ=WEEKLY;BYDAY=1TU", "FREQ=WEEKLY;BYDAY=1TU"),
        ("what is this", "what is this"),
        ("FREQ=WEEKLY" + ";BYDAY=MO" * 50, "FREQ=WEEKLY" + ";BYDAY=MO" * 50),
    ],
)
def test_a_rule_in_words(rule: str, text: str) -> None:
    assert recurrence.every_text(rule) == text


RULES = st.one_of(
    st.builds("FREQ={};INTERVAL={}".format, st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]), st.integers(2, 24)),
    st.builds(
        "FREQ=WEEKLY;INTERVAL={};BYDAY={}".format, st.integers(2, 9),
        st.sets(st.sampled_from(CODES), min_size=1).map(lambda codes: ",".join(c for c in CODES if c in codes)),
    ),
    st.builds(
        "FREQ=MONTHLY;INTERVAL={};BYDAY={}".format, st.integers(2, 9),
        st.lists(st.builds("{}{}".format, st.sampled_from(["1", "2", "3", "4", "-1"]), st.sampled_from(CODES)),
            min_size=1, max_size=3, unique=True).map(",".join),
    ),
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=WEEKLY;BYDAY=FR", "FREQ=MONTHLY;BYDAY=-1FR"]),
)  # fmt: skip


@given(RULES)
def test_a_rule_as_a_screen_writes_it_is_read_as_that_rule(rule: str) -> None:
    assert recurrence.rule(recurrence.every_text(rule)) == rule
    assert recurrence.rule(spoken.every(rule, "ja")) == rule
