"""Every number of `stats`, counted a second time with plain SQL and a wall calendar."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from conftest import DEMO_NOW, examples
from day_by_day import Left, Rule, slots
from hypothesis import given, settings
from random_journal import BEGIN, World, empty, steps

from onelog.core.calendar import periods
from onelog.core.calendar.periods import Period
from onelog.core.model import Person
from onelog.core.results.stats import Quantity, Stats, Strip
from onelog.insight import stats
from onelog.store import people
from onelog.store.database import Store

DEMO_DAY = date.fromisoformat(DEMO_NOW[:10])
SPANS = ("2026Q3", "2026Q4", "2026Q1", "2025Q2", "2026", "2026-09", "30d", "2026-08-05..2026-10-13")
FEW = ("2026Q3", "2026Q4")

# --- :first and :day are the first and the last day that is told, :limit the day from which nothing is overdue, :who a person's uid or null

MINE, THEIRS = "owner_uid IS NULL", "owner_uid IS NOT NULL"
_OF = "(:who IS NULL OR person_uid = :who OR owner_uid = :who)"
_ENDED = "status <> 'open' AND coalesce(closed, opened) BETWEEN :first AND :day"
_STANDING = "opened <= :day AND (status = 'open' OR coalesce(closed, opened) > :day)"
STATES = {
    "kept": f"{_ENDED} AND status = 'done' AND coalesce(closed, opened) <= due",
    "late": f"{_ENDED} AND status = 'done' AND coalesce(closed, opened) > due",
    "undated": f"{_ENDED} AND status = 'done' AND due IS NULL",
    "overdue": f"{_STANDING} AND due < :limit",
    "dropped": f"{_ENDED} AND status = 'dropped'",
    "open": f"{_STANDING} AND (due IS NULL OR due >= :limit)",
}
_WEIGHED = "kind = 'concern' AND (:who IS NULL OR :who IN (person_uid, giver_uid, receiver_uid))"
_SAID = """substr(at, 1, 10) BETWEEN :first AND :day
AND (:who IS NULL OR :who IN (person_uid, giver_uid, receiver_uid))"""
_BETWEEN_US = "(:who IS NULL OR coalesce(giver_uid, '') = :who OR coalesce(receiver_uid, '') = :who)"
WAYS = {
    "given": f"giver_uid IS NULL AND receiver_uid IS NOT NULL AND {_BETWEEN_US}",
    "received": f"giver_uid IS NOT NULL AND receiver_uid IS NULL AND {_BETWEEN_US}",
}
_MET = "substr(at, 1, 10) BETWEEN :first AND :day AND (:who IS NULL OR person_uid = :who)"


class Second:
    """A second count of one journal, over one period."""

    def __init__(self, store: Store, period: Period, today: date, who: Person | None) -> None:
        self.store, self.period, self.today, self.who = store, period, today, who
        self.day = min(today, period.last)

    def all(self, sql: str, **more: Any) -> list[Any]:
        values = {
            "first": self.period.start.isoformat(), "day": self.day.isoformat(),
            "limit": min(self.today, self.period.end).isoformat(), "who": self.who.uid if self.who else None, **more,
        }  # fmt: skip
        return [row[0] for row in self.store.db.execute(sql, values)]

    def one(self, sql: str, **more: Any) -> int:
        return int(self.all(sql, **more)[0])

    def counts(self) -> dict[str, Quantity]:
        due = Counter(word for one in self.people() for word, on in self.slots(*one) if on in self.period)
        found = {"meetings": same(self.one(f"SELECT count(*) FROM meeting WHERE {_MET}"))}
        found |= {f"meetings_{word}": Quantity(due[word], due.total()) for word in ("kept", "skipped", "missed")}
        for name, owner in (("mine", MINE), ("theirs", THEIRS)):
            some = {
                s: self.one(f"SELECT count(*) FROM action WHERE {owner} AND {_OF} AND {sql}")
                for s, sql in STATES.items()
            }
            found |= {
                f"{name}_{s}": Quantity(n, sum(some.values()) - some["open"]) for s, n in some.items() if s != "open"
            }
            found[f"{name}_open"] = same(some["open"])
            late = f"SELECT julianday(coalesce(closed, opened)) - julianday(due) FROM action WHERE {owner} AND {_OF} AND {STATES['late']}"
            found[f"{name}_days_late"] = middle(self.all(late))
        made = "SELECT count(*) FROM action WHERE opened >= :first AND opened <= :day AND"
        both = [self.one(f"{made} {owner} AND {_OF}") for owner in (MINE, THEIRS)]
        found |= {f"made_{name}": Quantity(n, sum(both)) for name, n in zip(("mine", "theirs"), both, strict=True)}
        return found | self.weighed() | self.said()

    def weighed(self) -> dict[str, Quantity]:
        took = f"""SELECT max(julianday(resolved) - julianday(substr(at, 1, 10)), 0) FROM moment
        WHERE {_WEIGHED} AND resolved BETWEEN :first AND :day"""
        age = f"""SELECT julianday(:day) - julianday(substr(at, 1, 10)) FROM moment
        WHERE {_WEIGHED} AND substr(at, 1, 10) <= :day AND (resolved IS NULL OR resolved > :day)"""
        ages = self.all(age)
        return {"concern_days": middle(self.all(took)), "concerns_open": same(len(ages)), "concern_age": middle(ages)}

    def said(self) -> dict[str, Quantity]:
        found = {
            score: mean(self.all(f"SELECT {score} FROM meeting WHERE {_MET} AND {score} IS NOT NULL"))
            for score in ("mood", "seen", "rating")
        }
        for way, sql in WAYS.items():
            counted = {
                kind: self.one(f"SELECT count(*) FROM moment WHERE {_SAID} AND kind = :kind AND {sql}", kind=kind)
                for kind in ("praise", "growth")
            }
            found |= {f"{kind}_{way}": Quantity(n, sum(counted.values())) for kind, n in counted.items()}
        return found | {"ahas": same(self.one(f"SELECT count(*) FROM moment WHERE {_SAID} AND kind = 'aha'"))}

    def skills(self) -> dict[str, int]:
        of_me = "(kind IN ('win', 'aha') OR kind IN ('praise', 'growth') AND giver_uid IS NOT NULL AND receiver_uid IS NULL)"
        of_them = "kind IN ('praise', 'growth') AND receiver_uid = :who"
        sql = f"""SELECT name FROM tag JOIN moment USING (uid) WHERE {of_them if self.who else of_me} AND {_SAID}"""
        return dict(Counter(self.all(sql)))

    # --- by the calendar

    def people(self) -> list[tuple[str, str, str | None]]:
        rows = self.store.db.execute("SELECT uid, rule, archived FROM person WHERE rule IS NOT NULL").fetchall()
        return [row for row in rows if self.who is None or row[0] == self.who.uid]

    def met(self, uid: str) -> list[date]:
        sql = "SELECT DISTINCT substr(at, 1, 10) FROM meeting WHERE person_uid = ? AND at IS NOT NULL"
        return [date.fromisoformat(day) for (day,) in self.store.db.execute(sql, (uid,))]

    def slots(self, uid: str, rule: str, archived: str | None) -> list[tuple[str, date]]:
        sql = "SELECT at, due, until FROM skip WHERE person_uid = ? ORDER BY at, uid"
        skips = [
            Left(date.fromisoformat(at), day_of(due), day_of(until))
            for at, due, until in self.store.db.execute(sql, (uid,))
        ]
        end = min(self.today, date.fromisoformat(archived)) if archived else self.today
        return [(word, on) for _, word, on in slots(Rule.of(rule), self.met(uid), skips, end)]


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def same(n: int) -> Quantity:
    return Quantity(n, n)


def middle(values: Sequence[float]) -> Quantity:
    whole = sorted(int(value) for value in values)
    return Quantity(median(whole), len(whole)) if len(whole) >= 3 else Quantity(None, len(whole), tuple(whole))


def mean(values: Sequence[int]) -> Quantity:
    """To a tenth, half a tenth counting up."""
    if len(values) < 3:
        return Quantity(None, len(values), tuple(sorted(values)))
    tenth = (Decimal(sum(values)) / len(values)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Quantity(float(tenth), len(values))


def agrees(store: Store, found: Stats, period: Period, today: date, who: Person | None) -> None:
    earlier = periods.same_part_before(period, today, store.conventions.year_start)
    second, then = (Second(store, one, today, who) for one in (period, earlier))
    for counted, side in ((second, "now"), (then, "before")):
        assert {one.name: getattr(one, side) for one in found.figures} == counted.counts(), side
    tags, before = second.skills(), then.skills()
    assert {one.tag: (one.n, one.before) for one in found.skills} == {
        tag: (n, before.get(tag, 0)) for tag, n in tags.items()
    }
    for score in ("mood", "seen", "rating"):
        values = second.all(f"SELECT {score} FROM meeting WHERE {_MET} AND {score} IS NOT NULL")
        spread = [one.counts for one in found.spreads if one.name == score]
        assert spread == ([tuple(map(values.count, (1, 2, 3, 4, 5)))] if values else [])
    months_agree(store, found, today, who)
    for one in found.strips:
        strip_agrees(store, one, found.until)


def months_agree(store: Store, found: Stats, today: date, who: Person | None) -> None:
    """Each month as SQL counts it: what ended in it, and what was due in it and is overdue at the end of the year."""
    assert len(found.months) == 12
    assert found.months[-1].first == found.until.replace(day=1)
    limit = today if found.until == today else found.until + timedelta(days=1)
    for month in found.months:
        after = (month.first + timedelta(days=32)).replace(day=1)
        span = Period(month.first, min(after, found.until + timedelta(days=1)), "")
        second = Second(store, span, found.until, who)
        counted = second.counts()
        assert month.met == counted["meetings"].value
        assert (month.mood, month.seen, month.rating) == (counted["mood"], counted["seen"], counted["rating"])
        assert month.ahas == counted["ahas"].value
        for name, owner, one in (("mine", MINE, month.mine), ("theirs", THEIRS, month.theirs)):
            assert [one.kept, one.late, one.undated, one.dropped] == [
                counted[f"{name}_{s}"].value for s in ("kept", "late", "undated", "dropped")
            ]
            overdue = f"""SELECT count(*) FROM action WHERE {owner} AND {_OF} AND opened <= :until AND due >= :first
            AND due <= :day AND due < :less AND (status = 'open' OR coalesce(closed, opened) > :until)"""
            until, less = found.until.isoformat(), limit.isoformat()
            assert one.overdue == second.one(overdue, until=until, less=less)


def strip_agrees(store: Store, strip: Strip, day: date) -> None:
    """Each week by what stands in the calendar between its Monday and its Sunday."""
    (uid, rule, archived) = store.db.execute(
        "SELECT uid, rule, archived FROM person WHERE id = ?", (strip.id,)
    ).fetchone()
    second = Second(store, Period(strip.first, day + timedelta(days=1), ""), day, None)
    met = [one for one in second.met(uid) if one <= day]
    due = second.slots(uid, rule, archived) if rule else []
    assert strip.cadence == bool(rule)
    assert (strip.first.weekday(), len(strip.weeks)) == (0, 53)
    assert strip.first + timedelta(weeks=52) <= day < strip.first + timedelta(weeks=53)
    for n, week in enumerate(strip.weeks):
        span = Period(strip.first + timedelta(weeks=n), strip.first + timedelta(weeks=n + 1), "")
        words = {"met"} if any(one in span for one in met) else {word for word, on in due if on in span}
        assert week == next((word for word in ("met", "missed", "skipped") if word in words), "none"), span
        how = "SELECT cast(round(avg(coalesce(rating, mood))) AS int) FROM meeting WHERE person_uid = :of AND substr(at, 1, 10) BETWEEN :a AND :b"
        a, b = span.start.isoformat(), min(span.last, day).isoformat()
        assert [strip.went[n]] == second.all(how, of=uid, a=a, b=b), span


@pytest.fixture(scope="module")
def demo_store(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    copy = tmp_path_factory.mktemp("stats") / "journal.db"
    copy.write_bytes(demo_file.read_bytes())
    with Store(copy) as store:
        yield store


@pytest.mark.long
@pytest.mark.walk(3)
@pytest.mark.parametrize("words", SPANS)
def test_every_number_is_what_sql_counts(demo_store: Store, words: str) -> None:
    span = periods.period(words, DEMO_DAY)
    for who in [None, *people.everybody(demo_store)] if words in FEW else [None]:
        found = stats.compute_stats(demo_store, span, DEMO_DAY, who)
        agrees(demo_store, found, span, DEMO_DAY, who)
        assert who or found.figure("meetings").now.n > 3


@pytest.mark.long
@settings(max_examples=examples(100))
@given(steps)
def test_in_journals_made_by_chance(taken: list[Any]) -> None:
    with empty() as store:
        world = World(store)
        for step in taken:
            world.take(step)
        for words in ("2026Q4", "1y", "2026-11"):
            span = periods.period(words, BEGIN.date())
            for who in [None, *people.everybody(store)]:
                agrees(store, stats.compute_stats(store, span, BEGIN.date(), who), span, BEGIN.date(), who)
