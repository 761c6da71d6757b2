"""Which records stand in a review and what is said beside each, by SQL; each in the meeting that it names; odd journals too."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import planted
import pytest
import random_journal
import reviewed_by_sql
import test_review_counts as by_count
import test_stats_counts as by_sql
from conftest import DEMO_NOW, Onelog
from odd_journal import TODAY, Odd
from reviewed_by_sql import Told

from onelog.core.calendar import periods
from onelog.core.conventions import Conventions
from onelog.core.kinds import Record
from onelog.core.model import Action, Goal, Meeting, Moment, Person
from onelog.core.results.review import PROFILES, Review
from onelog.core.results.stats import Stats
from onelog.core.sanitize import safe
from onelog.core.selection import Selection
from onelog.core.settings import Settings
from onelog.insight import feedback, stats
from onelog.insight.review import compute, nomination
from onelog.journal import log
from onelog.journal import people as keep
from onelog.store import people
from onelog.store.database import Store

DEMO_DAY = date.fromisoformat(DEMO_NOW[:10])
SPANS = ("2026Q3", "2026Q4", "2025Q2", "2026", "2026-09", "30d", "2026-08-05..2026-10-13", "2027Q1")
ODD_SPANS = (
    "2026Q3", "2026Q4", "2026", "2025", "2024-02-29..2024-02-29", "2025-12-20..2026-01-10", "2026-11-20..2026-11-20", "2026-11",
    "2027", "2019", "6w", "2025-01-15..2026-02-10",
)  # fmt: skip


@pytest.fixture(scope="module")
def demo_store(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    copy = tmp_path_factory.mktemp("lists") / "journal.db"
    copy.write_bytes(demo_file.read_bytes())
    with Store(copy) as store:
        yield store


@pytest.fixture(scope="module")
def bare() -> Iterator[Store]:
    with random_journal.empty() as opened:
        yield opened


@pytest.mark.walk(12)
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("words", SPANS)
def test_every_list_of_the_demo(demo_store: Store, words: str, profile: str) -> None:
    """With everybody and, for me, with each person; with private kinds and without."""
    period = periods.period(words, DEMO_DAY)
    for who in [None, *people.everybody(demo_store)] if profile == "me" and words in SPANS[:2] else [None]:
        found = compute.compute_review(demo_store, period, DEMO_DAY, Settings(), Selection(person=who), profile=profile)
        reviewed_by_sql.agrees(demo_store, found, DEMO_DAY, who)
        if profile == "me":
            assert found.left_out == Told(demo_store, found, DEMO_DAY, who).left_out()
            told = compute.compute_review(demo_store, period, DEMO_DAY, Settings(), Selection(person=who, private=True))
            reviewed_by_sql.agrees(demo_store, told, DEMO_DAY, who)
            assert told.left_out == ()


@pytest.mark.parametrize(
    ("words", "first", "before"),
    [
        ("2026Q1", "2026-04-01", "2026-01-01"), ("2026Q3", "2026-10-01", "2026-07-01"), ("FY2025", "2025-04-01", "2024-04-01"),
        ("2025Q4", "2026-01-01", "2025-10-01"),
    ],
)  # fmt: skip
def test_a_year_that_begins_in_april(demo_store: Store, words: str, first: str, before: str) -> None:
    """The same counts over other days; the quarter before a quarter of that year is one of that year too."""
    period = periods.period(words, DEMO_DAY, conventions=Conventions(4))
    found = compute.compute_review(demo_store, period, DEMO_DAY, Settings(fiscal_year_start=4))
    end = date(2026, 8, 21) if found.running else period.start  # of a quarter that is running as much of the one before
    assert (period.start.isoformat(), found.before.start.isoformat(), found.before.end) == (first, before, end)
    by_count.agrees(demo_store, found, DEMO_DAY, None)
    reviewed_by_sql.agrees(demo_store, found, DEMO_DAY, None)


def test_every_meeting_says_what_its_claims_say(demo: Onelog) -> None:
    """The document of the meeting that a claim names has the claim's record, with its words, its id at the end of its line."""
    folder = demo.folder / "documents"
    demo("export", "2020-01-01..2027-12-31", "--private", "--format", "folder", "-o", str(folder))
    documents = [file.read_text(encoding="utf-8") for file in folder.iterdir()]
    pages = {found[1]: page for page in documents if (found := re.match(r"---\nid: (\w+)", page))}
    checked = 0
    with Store(demo.journal) as store:
        told = compute.compute_review(
            store, periods.period("2025-01-01..2026-11-20", DEMO_DAY), DEMO_DAY, Settings(), Selection(private=True)
        )
        case = nomination.case(store, periods.period("2026", DEMO_DAY), DEMO_DAY, Settings())
    for claim in (*by_count.claims_of(told), *case.wins, *(one for s in case.strengths for one in s.claims)):
        if claim.meeting_id:
            (line,) = re.findall(rf"(?m)^.*\^{claim.id}$", pages[claim.meeting_id])
            assert " ".join(safe(claim.text).split()) in " ".join(line.split()), claim
            assert claim.why is None or claim.kind not in ("aha", "win") or claim.why in pages[claim.meeting_id]
            checked += 1
    assert checked > 150


def test_meetings_kept_in_the_quarters_are_those_of_the_half_year(tmp_path: Path) -> None:
    """The last meeting before the quarter was an extra one: days due are not counted from it."""
    with Store(tmp_path / "journal.db", write=True) as store:
        keep.add_person(store, "Mia", datetime.fromisoformat("2026-06-01T09:00:00+09:00"), every="3w")
        for day in ("08-11", "09-19", "09-24", "10-04", "10-11", "10-18", "11-16"):
            log.log_meeting(store, "mia", "we met", datetime.fromisoformat(f"2026-{day}T09:00:00+09:00"))
        found = []
        for words in ("2026Q3", "2026Q4", "2026-07-01..2026-12-31"):
            told = compute.compute_review(store, periods.period(words, TODAY), TODAY, Settings())
            by_count.agrees(store, told, TODAY, None)
            found.append(next(one.now for one in told.counts if one.name == "meetings_kept"))
        assert found[0] + found[1] == found[2] == 4


def test_what_was_over_before_it_was_noted_counts_where_it_ended(bare: Store) -> None:
    """A goal reached in summer that is added in autumn, a promise kept before it was made, a concern settled before it was said."""
    mia = Person("uid1", "mi22", "Mia", added=date(2026, 1, 1))
    noted, ended = datetime.fromisoformat("2026-11-02T09:00:00+09:00"), date(2026, 6, 30)
    records: list[Record] = [
        mia, Goal("uid2", "gl22", "reach it", status="achieved", opened=noted.date(), closed=ended),
        Action("uid3", "ac22", "did it", None, mia.ref, due=date(2026, 6, 20), status="done", opened=noted.date(), closed=ended),
        Moment("uid4", "cn22", "concern", "worn out", person=mia.ref, at=noted, resolved=ended),
    ]  # fmt: skip
    with planted.kept(bare, records):
        for words, there in (("2026Q2", 1), ("2026Q3", 0), ("2026Q4", 0), ("2026", 1)):
            period = periods.period(words, TODAY)
            found, numbers = (
                compute.compute_review(bare, period, TODAY, Settings()),
                stats.compute_stats(bare, period, TODAY),
            )
            counts = {one.name: one.now for one in found.counts}
            assert (counts["goals_reached"], numbers.figure("concern_days").now.n) == (there, there)
            for told in (found.mine and found.mine.late, numbers.figure("mine_late").now.value):
                assert told == there
            assert numbers.figure("mine_days_late").now.values == (10,) * there


def test_what_is_to_come_is_in_no_number(bare: Store) -> None:
    """A meeting and praise of tomorrow have not been yet; and who was added in the period could not be praised before."""
    mia = Person("uid1", "mi22", "Mia", relation="report", every="1w", rule="FREQ=WEEKLY", added=date(2026, 10, 1))
    at = datetime.fromisoformat("2026-11-21T09:00:00+09:00")
    met = Meeting("uid2", "me22", mia.ref, at, rating=5, created=at)
    said = Moment("uid3", "pr22", "praise", "clear", None, mia.ref, None, mia.ref, met.ref, at)
    records: list[Record] = [mia, met, said]
    with planted.kept(bare, records):
        period = periods.period("2026Q4", TODAY)
        for today, there in ((TODAY, 0), (at.date(), 1)):
            found, numbers = (
                compute.compute_review(bare, period, today, Settings()),
                stats.compute_stats(bare, period, today),
            )
            assert (found.counts[0].now, len(found.moods), bool(found.section("feedback"))) == (
                there,
                there,
                bool(there),
            )
            figures = [numbers.figure(name).now for name in ("meetings", "praise_received", "rating")]
            assert [one.n for one in figures] == [there] * 3
            missing = found.section("missing")
            assert [part.key for part in (missing.parts if missing else ())] == ["not_met"] * (not there)


# --- odd journals


@pytest.fixture
def seeds(request: pytest.FixtureRequest) -> range:
    return range(100 if request.config.getoption("--full") else 1)


@pytest.mark.long
def test_every_number_of_odd_journals(bare: Store, seeds: range) -> None:
    for seed in seeds:
        bare.db.execute("BEGIN")
        try:
            Odd(bare, seed)
            everybody = people.everybody(bare)
            for number, words in enumerate(ODD_SPANS):
                _one(bare, words, PROFILES[(number + seed) % 4], None)
                _one(bare, words, "me", everybody[(number + seed) % 5])
            _adds_up(bare)
            _parts_agree(bare, everybody)
        finally:
            bare.db.execute("ROLLBACK")


def _one(store: Store, words: str, profile: str, who: Person | None) -> None:
    period = periods.period(words, TODAY)
    found = compute.compute_review(
        store, period, TODAY, Settings(), Selection(person=who, private=profile == "me"), profile=profile
    )
    by_count.agrees(store, found, TODAY, who)
    by_count.listed(found)
    reviewed_by_sql.agrees(store, found, TODAY, who)
    for claim in by_count.claims_of(found) if profile == "me" else ():
        by_count.stands(store, claim)
    numbers = stats.compute_stats(store, period, TODAY, who)
    by_sql.agrees(store, numbers, period, TODAY, who)
    if profile == "me":
        _same(found, numbers, who)
        assert who or by_count.lacks(store, found, TODAY) is not None
        by_count.makes_the_case(store, period, TODAY, who)


def _same(found: Review, numbers: Stats, who: Person | None) -> None:
    """What a review and `stats` both tell is one number."""
    counts = {one.name: (one.now, one.before) for one in found.counts}
    names = {"meetings", "meetings_kept", "ahas"}
    if who is None:  # with a person a review lists what was said in talks with them, whoever gave it to whom
        names |= {f"{kind}_{way}" for kind in ("praise", "growth") for way in ("given", "received")}
    for name in names:
        figure = numbers.figure(name)
        assert (figure.now.value, figure.before.value) == counts[name], name
    for whose in ("mine", "theirs"):
        for state, n in getattr(found, whose)._asdict().items():
            assert numbers.figure(f"{whose}_{state}").now.value == n
    goals = found.section("goals")
    looks = {one.claim.id: one for one in (goals.looks if goals else ())}
    assert {goal.id for goal in numbers.goals} == {id_ for id_, one in looks.items() if one.target is not None}
    for goal in numbers.goals:
        assert len(goal.checkins) >= len(looks[goal.id].checkins)
        assert (goal.status, goal.closed) == (looks[goal.id].claim.state, looks[goal.id].claim.closed)
        assert goal.current == (goal.start if looks[goal.id].current is None else looks[goal.id].current)


ADDED = (
    "meetings", "meetings_kept", "meetings_skipped", "meetings_missed", "mine_kept", "mine_late", "mine_dropped",
    "theirs_kept", "theirs_late", "theirs_dropped", "made_mine", "made_theirs", "praise_given", "praise_received",
    "growth_given", "growth_received", "ahas",
)  # fmt: skip
"""Those that happened on one day each. What is open or overdue may be so at the end of several quarters."""


def _adds_up(store: Store) -> None:
    """The quarters of a year are the year, and its months are."""
    year = stats.compute_stats(store, periods.period("2026", TODAY), TODAY)
    quarters = [stats.compute_stats(store, periods.period(f"2026Q{n}", TODAY), TODAY) for n in range(1, 5)]
    months = [stats.compute_stats(store, periods.period(f"2026-{n:02}", TODAY), TODAY) for n in range(1, 13)]
    for name in ADDED:
        for parts in (quarters, months):
            assert sum(one.figure(name).now.value or 0 for one in parts) == year.figure(name).now.value, name
    assert sum(one.met for one in year.months if one.first.year == 2026) == year.figure("meetings").now.value


def _parts_agree(store: Store, everybody: list[Person]) -> None:
    """With each person what `feedback` counts of the same days; with all of them together no meeting twice."""
    period = periods.period("2026-03-10..2026-11-20", TODAY)
    numbers = [stats.compute_stats(store, period, TODAY, who) for who in everybody]
    for who, one in zip(everybody, numbers, strict=True):
        told = feedback.compute_feedback(store, TODAY, Selection(person=who, since=period.start))
        sides = (("given", told.given), ("received", told.received))
        counted = {f"{kind}_{way}": getattr(side, kind) for way, side in sides for kind in ("praise", "growth")}
        later = stats.compute_stats(
            store, periods.period("2026-11-21..2027-12-31", date(2027, 12, 31)), date(2027, 12, 31), who
        )
        found = {name: (one.figure(name).now.value or 0) + (later.figure(name).now.value or 0) for name in counted}
        assert found == counted
    whole = stats.compute_stats(store, period, TODAY)
    for name in ("meetings", "meetings_kept", "meetings_skipped", "meetings_missed"):
        assert sum(one.figure(name).now.value or 0 for one in numbers) == whole.figure(name).now.value
