"""Every number of a review, counted a second time with plain SQL; and every claim looked up in the journal."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import DEMO_NOW, examples
from day_by_day import Left, Rule, slots
from hypothesis import given, settings
from journals import make
from random_journal import BEGIN, World, empty, steps
from reviewed_by_sql import ABOVE, GIVEN, OF_ACTION, OF_MOMENT, RECEIVED, STATES, among, relation

from onelog.core.calendar import periods
from onelog.core.calendar.periods import Period
from onelog.core.model import Person
from onelog.core.results.review import PROFILES, Claim, Review
from onelog.core.selection import Selection
from onelog.core.settings import Settings
from onelog.insight.review import compute, nomination
from onelog.store import people
from onelog.store.database import Store

pytestmark = pytest.mark.posix

DEMO_DAY = date.fromisoformat(DEMO_NOW[:10])
SPANS = ("2026Q3", "2026Q4", "2026Q1", "2025Q2", "2026", "2026-09", "30d", "2026-08-05..2026-10-13")
FEW = ("2026Q3", "2026Q4")

# --- the same numbers in plain SQL: :first and :day are the first and the last day that is told (today where the period
# is not over), :limit the day from which nothing is overdue, :who a person's uid or null

_PROMISES = f"""SELECT count(*) FROM action WHERE (owner_uid IS NULL) = :mine AND {OF_ACTION}
AND (:boss = 0 OR owner_uid IS NULL OR {among("owner_uid", "manager")}) AND"""
PROMISES = {state: f"{_PROMISES} {sql}" for state, sql in STATES.items()}
_FROM = among("giver_uid", "manager")
_TEAM = among("person_uid", "", "manager", "report")


def said(kind: str, more: str = "1") -> str:
    return f"SELECT count(*) FROM moment WHERE kind = '{kind}' AND {OF_MOMENT} AND {more}"


_REACHED = """SELECT count(*) FROM goal WHERE status = 'achieved' AND closed >= :first AND closed <= :day
AND (:who IS NULL OR person_uid = :who)"""
_MINE = among("person_uid", "", *ABOVE)
_NOT_OTHERS = among("person_uid", "", *ABOVE, "report")
SAID = {
    "me": {
        "meetings": """SELECT count(*) FROM meeting WHERE substr(at, 1, 10) BETWEEN :first AND :day
            AND (:who IS NULL OR person_uid = :who)""",
        "praise_received": said("praise", RECEIVED), "growth_received": said("growth", RECEIVED),
        "praise_given": said("praise", GIVEN), "growth_given": said("growth", GIVEN),
        "ahas": said("aha"), "wins": said("win"), "decisions": said("decision"), "goals_reached": _REACHED,
    },
    "manager": {
        "praise_received": said("praise", f"{RECEIVED} AND {_FROM}"),
        "growth_received": said("growth", f"{RECEIVED} AND {_FROM}"),
        "ahas": said("aha"), "wins": said("win"), "decisions": said("decision", _TEAM),
        "goals_reached": f"{_REACHED} AND {_NOT_OTHERS}",
    },
    "skip": {"wins": said("win"), "decisions": said("decision", _TEAM), "goals_reached": f"{_REACHED} AND {_NOT_OTHERS}"},
    "hr": {
        "praise_received": said("praise", RECEIVED), "growth_received": said("growth", RECEIVED),
        "wins": said("win"), "goals_reached": f"{_REACHED} AND {_MINE}",
    },
}  # fmt: skip


def count(store: Store, sql: str, period: Period, today: date, who: Person | None, **more: int) -> int:
    values: dict[str, Any] = {
        "first": period.start.isoformat(), "day": min(today, period.last).isoformat(),
        "limit": min(today, period.end).isoformat(), "who": who.uid if who else None, **more,
    }  # fmt: skip
    (found,) = store.db.execute(sql, values).fetchone()
    return int(found)


def day_or_none(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def by_calendar(store: Store, period: Period, today: date, who: Person | None) -> tuple[int, int]:
    """Meetings kept, and due, of everybody with a cadence: rows from SQL, walked through one day after the other."""
    became = []
    for uid, rule, archived in store.db.execute(
        "SELECT uid, rule, archived FROM person WHERE rule IS NOT NULL"
    ).fetchall():
        if who and who.uid != uid:
            continue
        met = store.db.execute(
            "SELECT DISTINCT substr(at, 1, 10) FROM meeting WHERE person_uid = ? AND at IS NOT NULL", (uid,)
        )
        left = store.db.execute("SELECT at, due, until FROM skip WHERE person_uid = ? ORDER BY at, uid", (uid,))
        days = [date.fromisoformat(day) for (day,) in met]
        skips = [Left(date.fromisoformat(at), day_or_none(due), day_or_none(until)) for at, due, until in left]
        end = min(today, date.fromisoformat(archived)) if archived else today
        became += [word for _, word, on in slots(Rule.of(rule), days, skips, end) if on in period]
    return became.count("kept"), len(became)


def agrees(store: Store, found: Review, today: date, who: Person | None) -> None:
    """Every number of the review, and of the period before, is what plain SQL counts."""
    boss = int(found.profile == "manager")
    for period, now in ((found.period, True), (found.before, False)):
        promised = {
            mine: {
                state: count(store, sql, period, today, who, mine=mine, boss=boss) for state, sql in PROMISES.items()
            }
            for mine in (1, 0)
        }
        numbers = {one.name: (one.now, one.of) if now else (one.before, one.of_before) for one in found.counts}
        for name, sql in SAID[found.profile].items():
            assert numbers.pop(name) == (count(store, sql, period, today, who), None), (name, period)
        for mine, name in ((1, "promises_mine"), (0, "promises_theirs")):
            if name in numbers:
                done = sum(promised[mine][state] for state in ("kept", "late", "undated"))
                due = done + promised[mine]["overdue"] + promised[mine]["dropped"]
                assert numbers.pop(name) == (done, due), (name, period)
        if found.profile == "me":
            assert numbers.pop("meetings_kept") == by_calendar(store, period, today, who), period
        assert not numbers
        if now:
            for side, counts in ((found.mine, promised[1]), (found.theirs, promised[0])):
                assert side is None or side._asdict() == counts


def listed(found: Review) -> None:
    """A number is the length of the list that stands below it."""
    parts = {part.key: len(part.claims) for section in found.sections for part in section.parts}
    for side, counts in (("mine", found.mine), ("theirs", found.theirs)):
        for state in ("kept", "late", "undated", "overdue", "dropped") if counts else ():
            assert parts.get(f"{side}_{state}", 0) == getattr(counts, state)
        months = [month for one in found.months if (month := getattr(one, side))]
        if counts and months:
            for state in ("kept", "late", "undated", "dropped"):
                assert sum(getattr(month, state) for month in months) == getattr(counts, state)
    for one in found.counts:
        if one.name in ("ahas", "wins", "decisions"):
            assert parts.get(one.name, 0) == one.now


# --- claims


def claims_of(found: Review) -> Iterator[Claim]:
    for section in found.sections:
        for part in section.parts:
            for claim in part.claims:
                yield from (claim, *claim.beside)
        for look in section.looks:
            yield from (look.claim, *look.checkins)
        for strength in section.strengths:
            yield from strength.claims


COLUMNS = {
    "action": ("text", "opened"), "goal": ("title", "opened"), "checkin": ("text", "substr(at, 1, 10)"),
    "topic": ("text", "added"), "moment": ("text", "substr(at, 1, 10)"), "person": ("name", "NULL"),
}  # fmt: skip


def looked_up(store: Store, claim: Claim) -> tuple[str, str | None, str | None]:
    """(text, day, id of the meeting) of the record with the claim's id, of the claim's kind."""
    kind, uid = store.db.execute("SELECT kind, uid FROM handle WHERE id = ?", (claim.id,)).fetchone()
    assert kind == (claim.kind if claim.kind in COLUMNS else "moment")
    text, day = COLUMNS[kind]
    met = "NULL" if kind in ("goal", "person") else "(SELECT id FROM meeting WHERE meeting.uid = r.meeting_uid)"
    row = store.db.execute(f"SELECT {text}, {day}, {met} FROM {kind} r WHERE uid = ?", (uid,)).fetchone()
    if kind == "moment":
        assert store.db.execute("SELECT kind FROM moment WHERE uid = ?", (uid,)).fetchone() == (claim.kind,)
    return tuple(row)


def stands(store: Store, claim: Claim) -> None:
    """The record is there, of that day, in that meeting (which took place), and says so."""
    text, day, meeting = looked_up(store, claim)
    assert claim.text == text
    assert claim.kind == "person" or claim.day == date.fromisoformat(str(day))
    assert claim.meeting_id == meeting
    if claim.why and claim.kind in ("aha", "win"):
        assert store.db.execute("SELECT because FROM moment WHERE id = ?", (claim.id,)).fetchone() == (claim.why,)


# --- the demo's journal, and made-up ones


@pytest.fixture(scope="module")
def demo_store(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    copy = tmp_path_factory.mktemp("review") / "journal.db"
    copy.write_bytes(demo_file.read_bytes())
    copy.chmod(0o600)
    with Store(copy, write=False) as store:
        yield store


@pytest.mark.long
@pytest.mark.walk(12)
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("words", SPANS)
def test_numbers_of_the_demo(demo_store: Store, words: str, profile: str) -> None:
    period = periods.period(words, DEMO_DAY)
    found = compute.compute_review(demo_store, period, DEMO_DAY, Settings(), profile=profile)
    agrees(demo_store, found, DEMO_DAY, None)
    listed(found)


@pytest.mark.parametrize("words", FEW)
def test_numbers_with_one_person(demo_store: Store, words: str) -> None:
    for person in people.everybody(demo_store):
        found = compute.compute_review(
            demo_store, periods.period(words, DEMO_DAY), DEMO_DAY, Settings(), Selection(person=person)
        )
        agrees(demo_store, found, DEMO_DAY, person)
        listed(found)
        assert all(
            person.name in (c.person, c.owner, c.giver, c.receiver, c.text)
            for c in claims_of(found)
            if c.kind != "checkin"
        )


@pytest.mark.parametrize("words", SPANS)
def test_every_claim_says_what_its_record_says(demo_store: Store, words: str) -> None:
    found = compute.compute_review(
        demo_store, periods.period(words, DEMO_DAY), DEMO_DAY, Settings(), Selection(private=True)
    )
    claims = list(claims_of(found))
    assert len(claims) > 20
    for claim in claims:
        stands(demo_store, claim)


@pytest.mark.parametrize("profile", PROFILES[1:])
def test_claims_for_others_have_their_record_too(demo_store: Store, profile: str) -> None:
    found = compute.compute_review(demo_store, periods.period("2026", DEMO_DAY), DEMO_DAY, Settings(), profile=profile)
    for claim in claims_of(found):
        _, day, meeting = looked_up(demo_store, claim)
        assert (claim.day and claim.day.isoformat(), claim.meeting_id) == (day, meeting)


@pytest.mark.long
def test_what_is_missing_counted_by_sql(demo_store: Store) -> None:
    """For each month of the demo: people not met, reports without praise, goals that nothing touched."""
    seen = Counter[str]()
    for words in (f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)):
        period = periods.period(words, DEMO_DAY)
        seen += lacks(demo_store, compute.compute_review(demo_store, period, DEMO_DAY, Settings()), DEMO_DAY)
    assert all(seen[key] for key in MISSING), seen


def lacks(store: Store, found: Review, today: date) -> Counter[str]:
    """What is missing in a review with everybody is what SQL misses; how much of each."""
    missing = found.section("missing")
    parts = {part.key: sorted(c.id for c in part.claims) for part in missing.parts} if missing else {}
    day = min(today, found.period.last).isoformat()
    values = {"first": found.period.start.isoformat(), "day": day}
    for key, sql in MISSING.items() if found.period.start <= today else ():
        assert parts.pop(key, []) == sorted(id_ for (id_,) in store.db.execute(sql, values)), (found.period, key)
    assert not parts
    for claim in [c for part in missing.parts for c in part.claims if c.kind == "person"] if missing else ():
        ((last,),) = store.db.execute(
            """SELECT max(substr(at, 1, 10)) FROM meeting JOIN person p ON p.uid = person_uid
            WHERE p.id = ? AND substr(at, 1, 10) <= ?""",
            (claim.id, day),
        )
        met = day_or_none(last)
        assert (claim.day, claim.days) == (met, (date.fromisoformat(day) - met).days if met else None)
    return Counter({part.key: len(part.claims) for part in missing.parts} if missing else {})


_IN = "BETWEEN :first AND :day"
_TOUCHED = f"""SELECT goal_uid AS uid FROM checkin WHERE substr(at, 1, 10) {_IN}
UNION SELECT goal_uid FROM action WHERE goal_uid IS NOT NULL AND (opened {_IN} OR closed {_IN})
UNION SELECT uid FROM goal WHERE opened {_IN} OR closed {_IN}"""
MISSING = {
    "not_met": """SELECT id FROM person WHERE rule IS NOT NULL AND added <= :day AND (archived IS NULL OR archived > :day)
        AND uid NOT IN (SELECT person_uid FROM meeting WHERE substr(at, 1, 10) BETWEEN :first AND :day)""",
    "no_praise": f"""SELECT id FROM person WHERE {relation("person.uid")} = 'report' AND added < :first AND (archived IS NULL OR archived > :day)
        AND uid NOT IN (SELECT receiver_uid FROM moment WHERE kind = 'praise' AND giver_uid IS NULL
        AND receiver_uid IS NOT NULL AND substr(at, 1, 10) BETWEEN :first AND :day)""",
    "no_day": "SELECT id FROM action WHERE due IS NULL AND opened <= :day AND (status = 'open' OR coalesce(closed, opened) > :day)",
    "untouched": f"""WITH RECURSIVE touched (uid) AS ({_TOUCHED} UNION
        SELECT parent_uid FROM goal JOIN touched USING (uid) WHERE parent_uid IS NOT NULL)
        SELECT id FROM goal WHERE opened < :first AND (closed IS NULL OR closed > :day) AND uid NOT IN (SELECT uid FROM touched)
        AND NOT EXISTS (SELECT 1 FROM moment WHERE substr(at, 1, 10) {_IN} AND text LIKE '%goal:' || goal.id || '%')""",
}  # fmt: skip


def test_a_goal_that_is_named_in_a_text_is_not_untouched(tmp_path: Path) -> None:
    with Store(tmp_path / "journal.db", write=True) as store:
        world = World(store)
        from onelog.journal import follow_up, goals  # noqa: PLC0415 - only here

        goal = goals.add(store, "learn to listen", world.now, by=date(2027, 12, 31)).records[0]
        period = Period(date(2027, 1, 1), date(2027, 4, 1), "2027Q1")
        missing = compute.compute_review(store, period, date(2027, 3, 1), Settings()).section("missing")
        assert missing
        assert [(part.key, [c.id for c in part.claims]) for part in missing.parts] == [("untouched", [goal.id])]
        named = world.now.replace(year=2027, month=2, day=3)
        follow_up.add(store, "aha", f"silence helps goal:{goal.id}", named)
        assert not compute.compute_review(store, period, date(2027, 3, 1), Settings()).section("missing")


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2])
def test_numbers_of_a_made_up_journal(tmp_path: Path, seed: int) -> None:
    make(tmp_path / "made.db", 150, seed)
    today = date(2026, 11, 22)
    with Store(tmp_path / "made.db", write=False) as store:
        for words in ("2026Q3", "2026Q4", "2026-09"):
            for profile in PROFILES:
                found = compute.compute_review(store, periods.period(words, today), today, Settings(), profile=profile)
                agrees(store, found, today, None)
                listed(found)
            for claim in claims_of(
                compute.compute_review(store, periods.period(words, today), today, Settings(), Selection(private=True))
            ):
                stands(store, claim)


@pytest.mark.long
@given(steps)
@settings(max_examples=examples(60))
def test_numbers_of_any_journal(done: list[Any]) -> None:
    """Whatever people do: no review fails, every number is SQL's, every claim has its record."""
    with empty() as store:
        world = World(store)
        for step in done:
            world.take(step)
        today = BEGIN.date()
        for words in ("2026", "2026Q4", "2025Q4"):
            period = periods.period(words, today)
            found = compute.compute_review(store, period, today, Settings(), Selection(private=True))
            agrees(store, found, today, None)
            listed(found)
            for claim in claims_of(found):
                stands(store, claim)
            for profile in PROFILES:
                compute.compute_review(store, period, today, Settings(me="Ken"), profile=profile, redact=True)
        nomination.case(store, periods.period("2026", today), today, Settings())


@pytest.mark.parametrize("words", ["2026", "2026Q3", "2025"])
def test_strengths_and_wins_counted_by_sql(demo_store: Store, words: str) -> None:
    for person in [None, *people.everybody(demo_store)]:
        makes_the_case(demo_store, periods.period(words, DEMO_DAY), DEMO_DAY, person)


def makes_the_case(store: Store, period: Period, today: date, person: Person | None) -> None:
    """Strengths, wins and goals of a nomination are what SQL finds; each claim has its record."""
    found = nomination.case(store, period, today, Settings(), person=person)
    to = "receiver_uid = :who" if person else RECEIVED
    said_in = "substr(at, 1, 10) BETWEEN :first AND :day"
    sql = f"""SELECT tag.name, count(*), count(DISTINCT coalesce(giver_uid, 'me')) FROM moment JOIN tag USING (uid)
    WHERE kind = 'praise' AND {to} AND {said_in} GROUP BY 1"""
    values = {
        "first": period.start.isoformat(), "day": min(today, period.last).isoformat(), "who": person.uid if person else None,
    }  # fmt: skip
    assert {(s.tag, len(s.claims), s.people) for s in found.strengths if s.tag} == set(store.db.execute(sql, values))
    untagged = f"SELECT id FROM moment WHERE kind = 'praise' AND {to} AND {said_in} AND tags = '' ORDER BY at, uid"
    bare = [c.id for s in found.strengths if not s.tag for c in s.claims]
    assert bare == [id_ for (id_,) in store.db.execute(untagged, values)]
    people_ = [s.people for s in found.strengths if s.tag]
    assert people_ == sorted(people_, reverse=True)
    won = "person_uid = :who" if person else f"NOT {among('person_uid', 'report')}"
    sql = f"SELECT id FROM moment WHERE kind = 'win' AND {said_in} AND {won} ORDER BY at, uid"
    assert [c.id for c in found.wins] == [id_ for (id_,) in store.db.execute(sql, values)]
    own = "person_uid = :who" if person else _MINE
    sql = f"SELECT id FROM goal WHERE status = 'achieved' AND closed BETWEEN :first AND :day AND {own} ORDER BY id"
    assert sorted(one.claim.id for one in found.goals) == [id_ for (id_,) in store.db.execute(sql, values)]
    for claim in (*found.wins, *(c for s in found.strengths for c in s.claims)):
        stands(store, claim)
        assert claim.kind in ("win", "praise")


def test_the_values_are_json(demo_store: Store) -> None:
    from onelog.formats.json_results import result_json  # noqa: PLC0415 - only here

    found = compute.compute_review(demo_store, periods.period("2026Q3", DEMO_DAY), DEMO_DAY, Settings())
    said = json.loads(json.dumps(result_json(found, found.day)))
    assert said["period"] == {"name": "2026Q3", "first": "2026-07-01", "last": "2026-09-30"}
    assert {count["name"] for count in said["counts"]} == {one.name for one in found.counts}
