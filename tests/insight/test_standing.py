"""How it stands with everybody, and how many meetings were kept, as the journal is read."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from random import Random

import pytest
from day_by_day import Left, Rule, due, slots

from onelog.core.errors import Refused, Wrong
from onelog.core.model import Person, Skip
from onelog.core.results.common import Kept, Standing
from onelog.insight import schedule
from onelog.journal import changes, delete, log, skips
from onelog.journal import people as keep
from onelog.store import people, records
from onelog.store.database import Store

TODAY = date(2026, 11, 22)
"""A Sunday."""


def at(day: date | str) -> datetime:
    day = day if isinstance(day, date) else date.fromisoformat(day)
    return datetime.combine(day, time(9), timezone(timedelta(hours=9)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "journal.db", write=True)
    opened.db.execute("PRAGMA synchronous = OFF")  # nothing is to survive this test
    yield opened
    opened.close()


def meet(store: Store, name: str, *days: str) -> None:
    for day in days:
        log.log_meeting(store, name, "we met", at(day))


def skip(store: Store, name: str, day: date | str, why: str = "", until: str = "") -> Skip:
    (record,) = skips.skip(
        store, name, at(day), why=why, until=date.fromisoformat(until) if until else None
    ).records  # fmt: skip
    assert isinstance(record, Skip)
    return record


@pytest.fixture
def team(store: Store) -> Store:
    """People of every state, and one who is archived."""
    for name, every, met in (
        ("Ana", "1w", "2026-11-10"), ("Ben", "2w on tue", "2026-11-03"), ("Cleo", "1w", "2026-11-22"),
        ("Dan", "2w on fri", "2026-11-20"), ("Eva", "monthly", None), ("Finn", None, "2026-11-01"), ("Gus", "1w", "2026-10-01"),
        ("Hana", "1m", "2026-10-31"),
    ):  # fmt: skip
        keep.add_person(store, name, at("2026-01-01"), every=every, new=True)
        if met:
            meet(store, name, met)
    keep.archive_person(store, "gus", at(TODAY))
    skip(store, "hana", TODAY, "on leave", "2026-12-24")
    return store


def of(store: Store, name: str, day: date = TODAY) -> Standing:
    (one,) = [s for s in schedule.of(store, day) if s.person.name == name]
    return one


def test_everybody_in_the_order_in_which_it_matters(team: Store) -> None:
    found = schedule.of(team, TODAY)
    assert [(s.person.name, s.state, s.due and s.due.isoformat(), s.late) for s in found] == [
        ("Ana", "overdue", "2026-11-17", 5),
        ("Ben", "overdue", "2026-11-17", 5),
        ("Eva", "due", "2026-11-22", 0),
        ("Cleo", "due", "2026-11-29", 0),
        ("Dan", "coming", "2026-12-04", 0),
        ("Hana", "paused", "2026-12-24", 0),
        ("Finn", "none", None, 0),
    ]
    assert [s.until for s in found if s.until] == [date(2026, 12, 24)]
    assert all(s.skip is None and s.kept is None for s in found)


@pytest.mark.parametrize(
    ("away", "state", "late"),
    [(-8, "coming", 0), (-7, "due", 0), (0, "due", 0), (1, "overdue", 1), (400, "overdue", 400)],
)
def test_due_begins_a_week_before_and_ends_with_the_day(team: Store, away: int, state: str, late: int) -> None:
    dan = of(team, "Dan", date(2026, 12, 4) + timedelta(days=away))
    assert (dan.state, dan.late) == (state, late)


@pytest.mark.parametrize(("day", "state"), [("2026-12-23", "paused"), ("2026-12-24", "due"), ("2026-12-25", "overdue")])
def test_a_pause_ends_on_its_last_day(team: Store, day: str, state: str) -> None:
    hana = of(team, "Hana", date.fromisoformat(day))
    assert (hana.state, hana.until) == (state, date(2026, 12, 24) if state == "paused" else None)


def test_the_last_skip_that_is_not_past_comes_with_its_reason(team: Store) -> None:
    skip(team, "ana", TODAY, "she was ill")
    skip(team, "ana", TODAY, " and \n still is ")
    skip(team, "ben", TODAY, "a holiday")
    meet(team, "ben", "2026-11-22")
    known = {s.person.name: s for s in schedule.known(team, TODAY)}
    assert {name: s.skip.why for name, s in known.items() if s.skip} == {"Ana": "and still is", "Hana": "on leave"}
    assert known["Ana"].due == date(2026, 12, 1)
    assert known["Finn"].kept is None
    assert known["Cleo"].kept == Kept(0, 0, 0)
    skip(team, "dan", TODAY, "perhaps")
    meet(team, "dan", "2026-12-04")
    assert [s.skip for s in schedule.known(team, date(2026, 12, 4)) if s.person.name == "Dan"] == [None]


def test_a_skip_names_the_day_it_leaves_out_and_what_comes_after(team: Store) -> None:
    assert skip(team, "ana", TODAY).due == date(2026, 11, 17)
    assert skip(team, "dan", TODAY).due == date(2026, 12, 4)
    assert skip(team, "dan", TODAY, until="2026-12-18").due is None  # due on that day anyway
    assert skip(team, "dan", TODAY, until="2026-12-19").due == date(2026, 12, 18)
    assert skip(team, "finn", TODAY, until="2026-12-19").due is None
    done = skips.skip(team, "ben", at("2026-12-20"))
    assert done.after
    assert (done.after.state, done.after.due) == ("coming", date(2026, 12, 29))
    assert records.skips(team, of(team, "Ben").person.uid)[-1].due == date(2026, 12, 15)  # those before were missed


@pytest.mark.parametrize(
    ("name", "until", "error", "said"),
    [
        ("gus", None, Refused, "Gus is archived"), ("gus", "2027-01-01", Refused, "Gus is archived"),
        ("finn", None, Refused, "Finn has no cadence"), ("ana", "2026-11-22", Wrong, "a future day"),
    ],
)  # fmt: skip
def test_what_cannot_be_skipped(team: Store, name: str, until: str | None, error: type[Refused], said: str) -> None:
    with pytest.raises(error, match=said) as refused:
        skip(team, name, TODAY, until=until or "")
    assert refused.value.hint
    assert len(records.skips(team)) == 1


def test_undone_and_deleted_skips_are_none(team: Store) -> None:
    changes.undo(team, 1, at(TODAY))
    assert (of(team, "Hana").state, of(team, "Hana").due) == ("coming", date(2026, 11, 30))
    changes.redo(team, 1, at(TODAY))
    delete.delete_records(team, skip(team, "ana", TODAY).id, at(TODAY))
    assert (of(team, "Hana").state, of(team, "Ana").state) == ("paused", "overdue")
    with pytest.raises(Refused, match="stands in 1 record"):
        keep.add_person(team, "Zoe", at(TODAY), every="1w")
        skip(team, "zoe", TODAY)
        delete.delete_records(team, of(team, "Zoe").person.id, at(TODAY))


def test_what_was_kept_belongs_to_its_days(store: Store) -> None:
    keep.add_person(store, "Ben", at("2026-08-01"), every="1w", on="tue")
    meet(store, "ben", "2026-09-01", "2026-09-08", "2026-09-24", "2026-10-06", "2026-10-13")
    skip(store, "ben", "2026-10-20", "ill")
    meet(store, "ben", "2026-11-03", "2026-11-04")
    ben = of(store, "Ben").person

    def kept(since: str, until: str, today: date | None = None) -> tuple[int, ...]:
        return tuple(schedule.kept(store, ben, date.fromisoformat(since), date.fromisoformat(until), today))

    # missed: 15 and 29 September, 27 October, 10 November
    assert kept("2026-01-01", "2027-01-01", TODAY) == (5, 1, 4)
    assert kept("2026-01-01", "2026-10-01", TODAY) == (2, 0, 2)
    assert kept("2026-10-01", "2026-11-01", TODAY) == (2, 1, 1)
    assert kept("2026-10-20", "2026-10-21", TODAY) == (0, 1, 0)
    assert kept("2026-10-20", "2026-10-21") == (0, 0, 0)  # as it was seen on that day: still open
    assert kept("2026-11-03", "2026-11-10", TODAY) == (1, 0, 0)  # the day after it was another one, not counted
    assert kept("2026-12-01", "2027-01-01", TODAY) == (0, 0, 0)
    assert schedule.lately(store, ben, TODAY) == Kept(5, 1, 4)
    keep.archive_person(store, "ben", at("2026-11-09"))
    (ben,) = people.everybody(store)
    assert kept("2026-11-01", "2027-01-01", TODAY) == (1, 0, 0)


def test_lately_is_26_weeks_with_today(store: Store) -> None:
    keep.add_person(store, "Ben", at("2026-01-01"), every="1d")
    first = TODAY - timedelta(days=181)
    for day in (*(first - timedelta(days=away) for away in (2, 1, 0)), first + timedelta(days=1), TODAY):
        meet(store, "ben", str(day))
    kept = schedule.lately(store, of(store, "Ben").person, TODAY)
    assert (kept.kept, kept.missed, kept.n) == (3, 179, 182)


RULES = ("1w", "2w on tue", "10d", "monthly", "monthly on 1st mon", "1w on tue,thu", "3w on fri", "2m on last fri")


HALF_A_YEAR = timedelta(weeks=26)


@pytest.mark.long
@pytest.mark.parametrize("begin", ["2026-01-05", "2027-12-20", "2028-02-27"])  # the third year has a leap day
def test_a_year_agrees_with_a_calendar_on_the_wall(store: Store, begin: str, request: pytest.FixtureRequest) -> None:
    """Meetings, skips and pauses of several people at random: what the journal says against a count day by day."""
    steps = 1000 if request.config.getoption("--full") else 100
    chance, day = Random(begin), date.fromisoformat(begin)  # noqa: S311 - chance that repeats itself
    for number, every in enumerate(RULES):
        keep.add_person(store, f"P{number}", at(day), every=every)
    for _ in range(steps):
        day += timedelta(days=chance.choice((0, 1, 1, 2, 3, 5)))
        name, what = (
            f"P{chance.randrange(len(RULES))}",
            chance.choice(("meet", "meet", "meet", "meet", "skip", "pause")),
        )
        if what == "meet":
            meet(store, name, str(day))
        else:
            end = day + timedelta(days=chance.randint(2, 60))
            skip(store, name, day, until=str(end) if what == "pause" else "")
    everybody = schedule.of(store, day)
    assert len(everybody) == len(RULES)
    for one in everybody:
        _agrees(store, one.person, one.due, day)


def _agrees(store: Store, person: Person, said: date | None, today: date) -> None:
    assert person.rule
    rule = Rule.of(person.rule)
    met = people.met_days(store, person.uid, date.min)
    left = [Left(s.at, s.due, s.until) for s in records.skips(store, person.uid)]
    assert said == due(rule, met, left, today)
    for since in (date.min + HALF_A_YEAR, today - timedelta(days=60)):
        begun = max((day for day in met if day < since - HALF_A_YEAR), default=date.min)
        wall = slots(rule, [day for day in met if day >= begun], left, today)
        became = [what for _, what, on in wall if since <= on <= today]
        counts = tuple(became.count(what) for what in ("kept", "skipped", "missed"))
        assert tuple(schedule.kept(store, person, since, today + timedelta(days=1))) == counts


# --- never met -------------------------------------------------------------------------------------------------------

NEVER_MET = (
    # rule, added, day, state, due, late
    ("1st mon", "2026-05-20", "2026-05-31", "due", "2026-06-01", 0),
    ("1st mon", "2026-05-20", "2026-06-01", "due", "2026-06-01", 0),
    ("1st mon", "2026-05-20", "2026-06-02", "overdue", "2026-06-01", 1),
    ("1st mon", "2026-05-20", "2026-07-05", "overdue", "2026-06-01", 34),
    ("1st mon", "2026-05-20", "2026-07-06", "due", "2026-07-06", 0),
    ("1st mon", "2026-06-02", "2026-06-03", "coming", "2026-07-06", 0),
    ("2w on tue", "2026-05-20", "2026-05-26", "due", "2026-05-26", 0),
    ("2w on tue", "2026-05-20", "2026-05-27", "overdue", "2026-05-26", 1),
    ("2w on tue", "2026-05-20", "2026-06-01", "overdue", "2026-05-26", 6),
    ("2w on tue", "2026-05-20", "2026-06-02", "due", "2026-06-02", 0),
    ("weekly on mon,thu", "2020-01-01", "2026-06-05", "overdue", "2026-06-04", 1),
    ("3m on last fri", "2026-05-01", "2026-05-30", "overdue", "2026-05-29", 1),
    ("2w", "2026-05-20", "2026-06-02", "due", "2026-06-02", 0),
)


@pytest.mark.parametrize(("every", "added", "day", "state", "due", "late"), NEVER_MET)
def test_a_day_that_came_before_anybody_met_stays_due(
    store: Store, every: str, added: str, day: str, state: str, due: str, late: int
) -> None:
    keep.add_person(store, "hayashi", at(added), every=every)
    found = of(store, "hayashi", date.fromisoformat(day))
    assert (found.state, found.due and found.due.isoformat(), found.late) == (state, due, late)


@pytest.mark.parametrize(
    ("every", "came", "following"), [("1st mon", "2026-06-01", "2026-07-06"), ("2w on tue", "2026-05-26", "2026-06-09")]
)
def test_it_is_due_until_it_was_held_or_skipped(store: Store, every: str, came: str, following: str) -> None:
    for name in ("hayashi", "otto"):
        keep.add_person(store, name, at("2026-05-20"), every=every)
    meet(store, "hayashi", came)
    assert of(store, "hayashi", date(2026, 6, 2)).due == date.fromisoformat(following)
    assert skip(store, "otto", date(2026, 6, 1)).due == date.fromisoformat(came)
    assert of(store, "otto", date(2026, 6, 2)).due == date.fromisoformat(following)
