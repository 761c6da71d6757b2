"""Early warnings: when each rule fires and when it does not, and what silences one."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone

import pytest
import random_journal

from onelog.core.errors import NotFound, Wrong
from onelog.core.model import Answer, Moment
from onelog.core.results.watch import Warned
from onelog.core.selection import Selection
from onelog.core.settings import Settings, Watch
from onelog.insight import watch, watch_rules
from onelog.journal import changes, delete, follow_up, goals, log, people, skips, warning_answers
from onelog.markdown.document import Fields
from onelog.store import records
from onelog.store.database import Store
from onelog.store.people import everybody

TODAY = date(2026, 11, 22)
"""A Sunday."""
USUAL = Watch()


def day(iso: str | date) -> date:
    return iso if isinstance(iso, date) else date.fromisoformat(iso)


def at(iso: str | date) -> datetime:
    return datetime.combine(day(iso), time(9), timezone(timedelta(hours=9)))


@pytest.fixture
def store() -> Iterator[Store]:
    with random_journal.empty() as opened:
        yield opened


def meet(store: Store, name: str, *days: str | date, text: str = "we met", **fields: int) -> None:
    for one in days:
        log.log_meeting(store, name, text, at(one), Fields(**fields))  # type: ignore[arg-type]  # only numbers


def told(store: Store, today: str | date, limits: Watch = USUAL) -> list[tuple[str, float]]:
    """The rules that warn, with their numbers; the quiet ones are left out."""
    found = watch.find_warnings(store, day(today), Settings(watch=limits))
    return [(one.rule, one.number) for one in found]


# --- moods


@pytest.mark.parametrize(
    ("moods", "how"),
    [
        ([], ()), ([1], ()), ([2, 2], ()), ([2, 2, 2], ("low",)), ([3, 2, 2], ()), ([2, 2, 3], ()), ([2, 2, 5, 2], ()),
        ([5, 2, 1, 2], ("low",)), ([1, 1, 1, 3], ()), ([5, 4, 3, 2], ()),
        ([5, 5, 5, 3, 3, 4, 3], ()), ([5, 5, 5, 5, 3, 3, 4, 3], ("falling",)), ([5, 5, 5, 5, 4, 3, 4, 3], ("falling",)),
        ([5, 5, 5, 5, 4, 4, 4, 3], ()), ([4, 4, 4, 4, 3, 2, 3, 2], ("falling",)), ([4, 4, 4, 4, 3, 2, 3, 3], ()),
        ([4, 4, 5, 4, 3, 2, 2, 2], ("low", "falling")), ([3, 3, 3, 3, 5, 5, 5, 5], ()),
        ([1, 1, 1, *[5] * 9, 3, 4, 3, 4], ("falling",)), ([1, *[5] * 8, 3, 4, 3, 4], ()),
    ],
)  # fmt: skip
def test_a_mood_is_low_three_times_running_or_falls_by_one_and_a_half(moods: list[int], how: tuple[str, ...]) -> None:
    assert watch_rules.mood(moods, USUAL) == how


@pytest.mark.parametrize(
    ("moods", "set_to", "how"),
    [
        ([3, 3, 3], {"mood_low": 3}, ("low",)), ([2, 2, 2], {"mood_low": 1}, ()), ([2, 2], {"mood_running": 2}, ("low",)),
        ([2], {"mood_running": 1}, ("low",)), ([4, 4, 4, 4, 3, 2], {"mood_falling": 2}, ("falling",)),
        ([4, 4, 4, 4, 2, 3, 3], {"mood_falling": 3}, ()), ([4, 4, 4, 4, 2], {"mood_falling": 2}, ()),
    ],
)  # fmt: skip
def test_how_low_how_often_and_how_long_are_settings(
    moods: list[int], set_to: dict[str, int], how: tuple[str, ...]
) -> None:
    assert watch_rules.mood(moods, USUAL._replace(**set_to)) == how  # type: ignore[arg-type]  # whole numbers all


def test_moods_of_one_person_are_looked_at_those_without_a_value_passed_over(store: Store) -> None:
    meet(store, "Ben", "2026-10-20", mood=2, seen=4)
    meet(store, "Ana", "2026-10-21", mood=2, seen=1)
    assert told(store, TODAY) == []
    meet(store, "Ben", "2026-10-27")
    meet(store, "Ben", "2026-11-03", mood=1)
    assert told(store, TODAY) == []
    meet(store, "Ben", "2026-11-10", mood=2)
    found = watch.find_warnings(store, TODAY, Settings())
    assert [(w.rule, w.person and w.person.label, w.number, w.n, w.how) for w in found] == [
        ("mood", "Ben", 1, 3, ("low",))
    ]
    assert [(f.kind, f.day, f.value) for f in found[0].records] == [
        ("meeting", date(2026, 10, 20), 2), ("meeting", date(2026, 11, 3), 1),
        ("meeting", date(2026, 11, 10), 2),
    ]  # fmt: skip
    meet(store, "Ana", "2026-11-04", "2026-11-11", seen=2)
    assert told(store, TODAY) == [("mood", 1), ("seen", 1)]
    assert told(store, "2026-11-10") == [("mood", 1)]  # what is still to come does not count


@pytest.mark.parametrize(("today", "warns"), [("2027-02-24", True), ("2027-02-25", False)])
def test_moods_of_more_than_26_weeks_ago_are_no_early_sign(store: Store, today: str, warns: bool) -> None:
    meet(store, "Ben", "2026-08-26", "2026-09-02", "2026-09-03", mood=2)
    assert bool(told(store, today)) is warns


# --- promises


LATE = [
    ("2026-01-31", "2026-02-13", None, 14), ("2026-01-31", "2026-02-14", 14, 14), ("2026-02-20", "2026-03-05", None, 14),
    ("2026-02-20", "2026-03-06", 14, 14), ("2028-02-20", "2028-03-05", 14, 14), ("2028-02-29", "2028-03-13", None, 14),
    ("2026-12-25", "2027-01-08", 14, 14), ("2026-12-25", "2027-01-07", None, 14), ("2026-06-30", "2026-07-01", 1, 1),
]  # fmt: skip
"""The day due, today, the days late where it warns, and the limit: month ends, leap days, the year's end."""


@pytest.mark.parametrize(("due", "today", "late", "limit"), LATE)
@pytest.mark.parametrize(("owner", "rule"), [("@me", "promise"), ("@them", "waiting")])
def test_a_promise_warns_from_its_day_on(
    store: Store, due: str, today: str, late: int | None, limit: int, owner: str, rule: str
) -> None:
    meet(store, "Ben", day(due) - timedelta(days=10), text=f"a: {owner} send the list due:{due}")
    limits = USUAL._replace(promise_days=limit, waiting_days=limit)
    assert told(store, today, limits) == ([(rule, late)] if late else [])


def test_others_have_three_weeks_and_what_is_closed_or_has_no_day_is_left_alone(store: Store) -> None:
    meet(
        store,
        "Ben",
        "2026-10-01",
        text="a: one due:2026-11-01\na: @them two due:2026-11-01\na: three\n- [x] four due:2026-10-02",
    )
    assert told(store, "2026-11-21") == [("promise", 20)]
    assert told(store, "2026-11-22") == [("promise", 21), ("waiting", 21)]
    follow_up.close(store, [one.id for one in records.actions(store)], TODAY, None, "done", at(TODAY))
    assert told(store, "2027-11-22") == []


# --- the same concern again


NAMES = "Ben Okafor ben"
ALIKE = [
    ("the release is late", "release late once more", True),
    ("the release is late", "the budget is late this time round", True),  # half of two words
    ("release plan late", "release budget small", False),  # one of three
    ("the budget", "the plan", False),
    ("it is what it is", "it is what it is", False),  # nothing is said
    ("Ben is tired", "Ben is bored", False),  # a name says nothing
    ("Ben is tired", "Tired!", True),
    ("pay +money", "a new desk +money", True),
    ("pay +money", "a new desk +room", False),
    ("採用の遅れ", "採用がまた止まった", True),
    ("採用の遅れ", "予算の不足", False),
    ("評価の不満", "評価に不満がある", True),
]


@pytest.mark.parametrize(("first", "second", "same"), ALIKE)
def test_concerns_are_the_same_by_a_tag_or_by_half_of_their_words(first: str, second: str, same: bool) -> None:
    def concern(text: str) -> Moment:
        tags = tuple(word[1:] for word in text.split() if word.startswith("+"))
        return Moment(text, "xxxx", "concern", text, tags=tags)

    assert watch_rules.are_alike(concern(first), concern(second), NAMES) is same
    assert watch_rules.are_alike(concern(second), concern(first), NAMES) is same


def test_a_concern_that_names_an_earlier_one_goes_on_from_it() -> None:
    first = Moment("1", "k7qf", "concern", "the release")
    assert watch_rules.are_alike(first, Moment("2", "zzzz", "concern", "no sleep, re:K7QF"), "")
    assert not watch_rules.are_alike(first, Moment("2", "zzzz", "concern", "no sleep, re:k7qg"), "")


@pytest.mark.parametrize(
    ("settled", "again", "warns"),
    [
        (None, "2027-11-01", True), ("2026-12-01", "2027-02-28", True), ("2026-12-01", "2027-03-01", False),
        ("2027-12-01", "2028-02-28", True), ("2027-12-01", "2028-02-29", False), ("2027-12-02", "2028-02-29", True),
    ],
)  # fmt: skip
def test_a_concern_comes_again_while_it_is_open_or_in_fewer_than_90_days_after(
    store: Store, settled: str | None, again: str, warns: bool
) -> None:
    meet(store, "Ben", "2026-06-01", text="c: a noisy room")  # open all the time
    meet(store, "Ben", "2026-11-01", text="c: the release is late")
    first = concerns(store)[1]
    if settled:
        follow_up.close(store, [first.id], day(settled), None, "done", at(settled))
    meet(store, "Ben", again, text="c: release late again")
    assert told(store, again) == ([("concern", 2)] if warns else [])


def concerns(store: Store) -> list[Moment]:
    """Oldest first."""
    return sorted(
        records.moments(store, Selection(kind="concern", private=True)), key=lambda one: one.at or at(date.min)
    )


def test_concerns_of_a_day_of_two_people_or_of_nobody_are_no_row(store: Store) -> None:
    meet(store, "Ben", "2026-11-01", text="c: the release is late\nc: release late")
    meet(store, "Ana", "2026-11-02", text="c: the release is late")
    follow_up.add(store, "concern", "the release is late", at("2026-11-03"))
    assert told(store, TODAY) == []


def test_a_row_of_concerns_is_one_warning_under_the_last_that_is_open(store: Store) -> None:
    for on in ("2026-10-01", "2026-10-08", "2026-10-15"):
        meet(store, "Ben", on, text="c: the release is late")
    first, second, third = concerns(store)
    (found,) = watch.find_all_warnings(store, TODAY, USUAL, Selection(private=True))
    assert (found.name, found.number) == (f"concern:{third.id}", 3)
    assert [(one.id, one.text) for one in found.records] == [(one.id, one.text) for one in (first, second, third)]
    follow_up.close(store, [third.id], TODAY, None, "done", at(TODAY))
    assert [w.name for w in watch.find_warnings(store, TODAY, Settings())] == [f"concern:{second.id}"]
    people.archive_person(store, "ben", at(TODAY))
    assert told(store, TODAY) == []


def test_no_word_of_a_concern_is_told_unless_it_is_asked_for(store: Store) -> None:
    meet(store, "Ben", "2026-10-01", "2026-10-08", text="c: the secret is out")
    (found,) = watch.find_warnings(store, TODAY, Settings())
    warning_answers.answer(store, found.name, at(TODAY), USUAL, why="the secret again")
    assert "secret" not in str(watch.find_all_warnings(store, TODAY, USUAL))
    assert (
        str(watch.find_all_warnings(store, TODAY, USUAL, Selection(private=True))).count("secret") == 4
    )  # two concerns, the title, the answer


# --- praise


@pytest.mark.parametrize(
    ("since", "today", "days"),
    [
        ("2026-09-23", "2026-11-22", None), ("2026-09-22", "2026-11-22", 61), ("2027-12-31", "2028-02-29", None),
        ("2027-12-31", "2028-03-01", 61), ("2026-12-31", "2027-03-01", None), ("2026-12-31", "2027-03-02", 61),
    ],
)  # fmt: skip
@pytest.mark.parametrize("first", [True, False], ids=["first met", "praised"])
def test_a_report_is_not_praised_for_more_than_60_days(
    store: Store, since: str, today: str, days: int | None, first: bool
) -> None:
    people.add_person(store, "Ben", at("2025-01-01"), relation="report")
    if not first:
        meet(store, "Ben", "2025-01-01")
    meet(store, "Ben", since, text="we met" if first else "p: clear talk")
    meet(store, "Ben", today)
    assert told(store, today) == ([("praise", days)] if days else [])


def test_only_reports_whom_i_met_and_only_praise_from_me_count(store: Store) -> None:
    for name, relation in (("Ben", "report"), ("Ana", "peer"), ("Cleo", "report"), ("Dan", "report")):
        people.add_person(store, name, at("2026-01-01"), relation=relation)
        meet(store, name, "2026-02-01")
    for name in ("Ben", "Ana", "Dan"):
        meet(store, name, "2026-11-20", text="p: he said so from:them\ngr: shorter")  # Cleo is not met lately
    meet(store, "Dan", "2026-11-21", text="we met")
    follow_up.add(store, "praise", "clear talk", at("2026-11-21"), "dan")
    follow_up.add(store, "praise", "clear talk from:ana to:ben", at("2026-11-21"), "ben")
    assert [
        (one.giver and one.giver.label, one.receiver and one.receiver.label)
        for one in records.moments(store, Selection(private=True))
    ][:1] == [("Ana", "Ben")]
    (found,) = watch.find_warnings(store, TODAY, Settings())
    assert (found.person and found.person.label, found.records[0].kind) == ("Ben", "meeting")


def test_praise_in_the_first_meeting_is_the_praise_that_is_told(store: Store) -> None:
    people.add_person(store, "Ben", at("2026-01-01"), relation="report")
    meet(store, "Ben", "2026-02-01", text="p: clear talk")
    meet(store, "Ben", "2026-11-20")
    assert [one.records[0].kind for one in watch.find_warnings(store, TODAY, Settings())] == ["praise"]


def test_days_before_somebody_became_a_report_do_not_count(store: Store) -> None:
    people.add_person(store, "Ben", at("2026-01-01"), relation="peer")
    meet(store, "Ben", "2026-01-05", "2026-11-20")
    people.edit_person(store, "ben", at("2026-10-01"), relation="report")
    assert told(store, "2026-11-30") == []
    assert told(store, "2026-12-01") == [("praise", 61)]


# --- goals


@pytest.mark.parametrize(
    ("opened", "today", "weeks"),
    [
        ("2026-10-25", "2026-11-21", None), ("2026-10-25", "2026-11-22", 4), ("2028-02-01", "2028-02-28", None),
        ("2028-02-01", "2028-02-29", 4), ("2026-02-01", "2026-03-01", 4), ("2026-12-31", "2027-02-04", 5),
    ],
)  # fmt: skip
def test_a_goal_is_untouched_for_four_weeks(store: Store, opened: str, today: str, weeks: int | None) -> None:
    goals.add(store, "read 12 books", at(opened))
    assert told(store, today) == ([("goal", weeks)] if weeks else [])


def test_what_touches_a_goal_and_what_closes_it(store: Store) -> None:
    goals.add(store, "read 12 books", at("2026-06-01"))
    (goal,) = records.goals(store)
    follow_up.check_in(store, goal.id, None, "the first", at("2026-10-01"))
    assert told(store, TODAY) == [("goal", 7)]
    follow_up.add(store, "action", f"buy one goal:{goal.id}", at("2026-10-15"))
    assert told(store, TODAY) == [("goal", 5)]
    follow_up.add(store, "win", f"read one for (goal:{goal.id})", at("2026-10-26"))
    assert told(store, TODAY) == []
    assert told(store, "2026-11-23") == [("goal", 4)]
    goals.close(store, goal.id, "dropped", TODAY, at(TODAY))
    assert told(store, "2026-12-23") == []


def test_of_goals_one_above_another_only_the_lowest_is_untouched(store: Store) -> None:
    goals.add(store, "a lab of its own", at("2026-06-01"))
    (above,) = records.goals(store)
    goals.add(store, "hire four engineers", at("2026-09-01"), under=above.id)
    assert [one.text for one in watch.find_warnings(store, TODAY, Settings())] == ["hire four engineers"]


# --- skips


def test_skips_run_until_a_meeting_takes_place(store: Store) -> None:
    people.add_person(store, "Ben", at("2026-09-01"), every="1w", on="tue")
    meet(store, "Ben", "2026-10-27")
    skip(store, "2026-11-03")
    assert told(store, "2026-11-09") == []
    skip(store, "2026-11-10")
    assert told(store, "2026-11-10") == [("skips", 2)]
    assert told(store, "2026-11-03") == []  # as it was seen on that day
    meet(store, "Ben", "2026-11-03")  # on the day of the first one
    assert told(store, "2026-11-10") == []
    changes.undo(store, 1, at(TODAY))
    assert told(store, "2026-11-10") == [("skips", 2)]
    meet(store, "Ben", "2026-11-12")
    assert told(store, TODAY) == []


def test_a_pause_is_no_skip_and_quiets_them(store: Store) -> None:
    people.add_person(store, "Ben", at("2026-09-01"), every="1w", on="tue")
    meet(store, "Ben", "2026-10-27")
    skip(store, "2026-11-02", until="2026-11-08")
    skip(store, "2026-11-10")
    assert told(store, TODAY) == []
    skip(store, "2026-11-17")
    skip(store, "2026-11-18", until="2026-12-01")
    assert told(store, "2026-11-30") == []
    assert told(store, "2026-12-01") == [("skips", 2)]


def skip(store: Store, on: str, until: str = "") -> None:
    skips.skip(store, "ben", at(on), why="ill", until=day(until) if until else None)


# --- cadence


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=WEEKLY", "7"), ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "14"), ("FREQ=WEEKLY;BYDAY=TU,TH", "3.5"), ("FREQ=DAILY;INTERVAL=10", "10"),
        ("FREQ=MONTHLY;BYDAY=1MO", "30.4"), ("FREQ=MONTHLY;INTERVAL=3", "91.3"), ("FREQ=YEARLY", "inf"), ("soon", "inf"), ("", "inf"),
    ],
)  # fmt: skip
def test_how_many_days_a_rule_asks_for(rule: str, days: str) -> None:
    assert f"{watch_rules.interval(rule):.1f}".removesuffix(".0") == days


@pytest.mark.long
@pytest.mark.parametrize(
    ("every", "gaps", "median"),
    [
        ("1w", (11, 11), None), ("1w", (11, 11, 11), 11), ("1w", (10, 10, 10), None), ("1w", (40, 7, 10), None),
        ("1w", (7, 7, 11, 30, 7), 11), ("2w", (21, 22, 22), 22), ("2w", (21, 21, 60), None), ("monthly", (46, 46, 46), 46),
        ("monthly", (45, 45, 45), None), ("10d", (15, 15, 15), None), ("10d", (16, 16, 16), 16), (None, (90, 90, 90), None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("last", ["2026-11-20", "2028-03-01"])
def test_the_median_of_three_gaps_is_over_one_and_a_half_intervals(
    store: Store, every: str | None, gaps: tuple[int, ...], median: int | None, last: str
) -> None:
    people.add_person(store, "Ben", at("2025-01-01"), every=every)
    on = day(last)
    days = [on, *(on := on - timedelta(days=gap) for gap in reversed(gaps))]
    meet(store, "Ben", *reversed(days))
    assert told(store, last) == ([("cadence", median)] if median else [])


def test_two_meetings_of_a_day_are_one_and_a_factor_is_as_it_is_written(store: Store) -> None:
    people.add_person(store, "Ben", at("2026-01-01"), every="45d")
    meet(store, "Ben", "2026-05-16", "2026-07-18", "2026-07-18", "2026-09-19", "2026-09-19", "2026-11-21")
    assert told(store, TODAY, USUAL._replace(cadence_factor=1.4)) == []
    assert told(store, TODAY, USUAL._replace(cadence_factor=1.39)) == [("cadence", 63)]
    skips.skip(store, "ben", at(TODAY), until=date(2027, 3, 1))
    assert told(store, TODAY, USUAL._replace(cadence_factor=1.39)) == []


# --- what was answered


def low(store: Store) -> Warned:
    meet(store, "Ben", "2026-11-03", "2026-11-10", "2026-11-11", mood=2)
    (found,) = watch.find_warnings(store, TODAY, Settings())
    return found


def test_an_answer_keeps_a_warning_quiet_for_its_time(store: Store) -> None:
    found = low(store)
    done = warning_answers.answer(store, f" {found.name.upper()} ", at(TODAY), USUAL, why="  a hard\nweek ")
    (record,) = done.records
    assert isinstance(record, Answer)
    assert (record.rule, record.about.label, record.at, record.until, record.text) == (
        "mood", "Ben", TODAY, date(2026, 12, 20), "a hard week",
    )  # fmt: skip
    assert told(store, "2026-12-19") == []
    assert [one.answer and one.answer.text for one in watch.find_all_warnings(store, day("2026-12-19"), USUAL)] == [
        "a hard week"
    ]
    assert told(store, "2026-12-20") == [("mood", 2)]
    changes.undo(store, 1, at(TODAY))
    assert told(store, TODAY) == [("mood", 2)]
    changes.redo(store, 1, at(TODAY))
    assert told(store, TODAY) == []
    delete.delete_records(store, record.id, at(TODAY))
    assert told(store, TODAY) == [("mood", 2)]


def test_the_last_answer_holds(store: Store) -> None:
    found = low(store)
    warning_answers.answer(store, found.name, at(TODAY), USUAL, until=date(2027, 3, 1))
    warning_answers.answer(store, found.name, at("2026-11-23"), USUAL, until=date(2026, 11, 25))
    assert told(store, "2026-11-24") == []
    assert told(store, "2026-11-25") == [("mood", 2)]


def test_what_gets_worse_comes_back_sooner(store: Store) -> None:
    found = low(store)
    warning_answers.answer(store, found.name, at(TODAY), USUAL)
    meet(store, "Ben", "2026-11-24", mood=2)
    assert told(store, "2026-11-24") == []
    meet(store, "Ben", "2026-11-26", mood=1)
    assert told(store, "2026-11-26") == [("mood", 1)]


def test_one_skip_more_or_longer_gaps_are_worse_one_day_more_is_not(store: Store) -> None:
    people.add_person(store, "Ben", at("2025-01-01"), every="1w", on="tue")
    meet(store, "Ben", "2026-09-01", "2026-09-15", "2026-09-29", "2026-10-13", text="a: send it due:2026-10-20")
    skip(store, "2026-10-20")
    skip(store, "2026-10-27")
    seen = [one.name for one in watch.find_warnings(store, day("2026-11-03"), Settings())]
    assert [name.partition(":")[0] for name in seen] == [*["promise"] * 4, "skips", "cadence"]
    for name in seen:
        warning_answers.answer(store, name, at("2026-11-03"), USUAL)
    assert told(store, "2026-11-04") == []
    skip(store, "2026-11-04", until="2026-11-06")  # a pause that came and went takes nothing away
    skip(store, "2026-11-10")
    assert told(store, "2026-11-10") == [("skips", 3)]
    meet(store, "Ben", "2026-11-15")
    assert told(store, "2026-11-15") == []  # gaps of 14, 14, 33
    meet(store, "Ben", "2026-11-29")
    assert told(store, "2026-11-29") == []


def test_longer_gaps_come_back(store: Store) -> None:
    people.add_person(store, "Ben", at("2025-01-01"), every="1w")
    meet(store, "Ben", "2026-09-01", "2026-09-15", "2026-09-29", "2026-10-13")
    warning_answers.answer(
        store, watch.find_warnings(store, day("2026-10-13"), Settings())[0].name, at("2026-10-13"), USUAL, until=TODAY
    )
    meet(store, "Ben", "2026-10-29")
    assert told(store, "2026-10-29") == []
    meet(store, "Ben", "2026-11-14")
    assert told(store, "2026-11-14") == [("cadence", 16)]


def test_what_does_not_warn_cannot_be_answered(store: Store) -> None:
    name = low(store).name
    for wrong, near in (
        ("mood:zzzz", True),
        (f"seen:{name[5:]}", True),
        ("mood", True),
        ("", False),
        ("frost:k7qf", False),
    ):
        with pytest.raises(NotFound) as refused:
            warning_answers.answer(store, wrong, at(TODAY), USUAL)
        assert refused.value.hint == (
            f"Did you mean {name}?" if near else "onelog watch --all lists them by their names."
        )
    for until in (TODAY, TODAY - timedelta(days=1)):
        with pytest.raises(Wrong, match="a future day"):
            warning_answers.answer(store, name, at(TODAY), USUAL, until=until)
    assert records.answers(store) == []


# --- rules off, one person


def test_rules_that_are_off_do_not_warn_and_a_person_is_looked_at_alone(store: Store) -> None:
    low(store)
    meet(store, "Ana", "2026-10-27", mood=1)
    meet(store, "Ana", "2026-11-03", "2026-11-10", mood=1, text="a: send it due:2026-11-04\nc: the release is late")
    assert told(store, TODAY) == [("mood", 1), ("mood", 2), ("promise", 18), ("promise", 18), ("concern", 2)]
    assert told(store, TODAY, USUAL._replace(off=("mood", "promise"))) == [("concern", 2)]
    rules = {
        who.name: [w.rule for w in watch.find_all_warnings(store, TODAY, USUAL, Selection(person=who))]
        for who in everybody(store)
    }
    assert rules == {"Ana": ["mood", "promise", "promise", "concern"], "Ben": ["mood"]}
    people.archive_person(store, "ana", at(TODAY))
    assert told(store, TODAY) == [("mood", 2), ("promise", 18), ("promise", 18)]
