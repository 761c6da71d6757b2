"""Every list, look, month and mood of a review, and what is said beside each claim, a second time by SQL and a calendar."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from onelog.core.calendar.periods import Period
from onelog.core.model import RELATIONS, Person
from onelog.core.results.review import Claim, GoalLook, Review
from onelog.store.database import Store


def relation(uid: str) -> str:
    """SQL for what somebody (a column) was to the keeper of the journal on :day; empty for nobody."""
    told = f"""SELECT json_extract(value, '$[1]') FROM person p, json_each(p.relations)
    WHERE p.uid = {uid} AND json_extract(value, '$[0]') <= :day ORDER BY json_each.key DESC LIMIT 1"""
    return (
        f"""iif({uid} IS NULL, '', coalesce(({told}), (SELECT relation FROM person p WHERE p.uid = {uid}), 'other'))"""
    )


EVERYBODY = "1"
ABOVE = ("manager", "mentor", "skip")


def among(uid: str, *relations: str) -> str:
    return f"{relation(uid)} IN {relations!r}" if len(relations) > 1 else f"{relation(uid)} = '{relations[0]}'"


ENDED = "status <> 'open' AND coalesce(closed, opened) BETWEEN :first AND :day"
STANDING = "opened <= :day AND (status = 'open' OR coalesce(closed, opened) > :day)"
STATES = {
    "kept": f"{ENDED} AND status = 'done' AND coalesce(closed, opened) <= due",
    "late": f"{ENDED} AND status = 'done' AND coalesce(closed, opened) > due",
    "undated": f"{ENDED} AND status = 'done' AND due IS NULL",
    "overdue": f"{STANDING} AND due < :limit",
    "dropped": f"{ENDED} AND status = 'dropped'",
    "open": f"{STANDING} AND (due IS NULL OR due >= :limit)",
}
OF_ACTION = "(:who IS NULL OR person_uid = :who OR owner_uid = :who)"
OF_MOMENT = (
    "substr(at, 1, 10) BETWEEN :first AND :day AND (:who IS NULL OR :who IN (person_uid, giver_uid, receiver_uid))"
)
THERE = "min(opened, coalesce(closed, opened)) <= :day AND (closed IS NULL OR closed >= :first) AND (:who IS NULL OR person_uid = :who)"

RECEIVED = "giver_uid IS NOT NULL AND receiver_uid IS NULL"
GIVEN = "giver_uid IS NULL AND receiver_uid IS NOT NULL"
OTHER = "(giver_uid IS NULL) = (receiver_uid IS NULL)"
TOLD: dict[str, dict[str, str | None]] = {
    "me": {
        "mine": "1", "theirs": "1", "undated": "0", "goals": "1", "checkins": "1", "ahas": "1", "because": "1", "received": "1", "given": "1",
        "decisions": "1", "topics": "1", "private": "1",
    },
    "manager": {
        "mine": "1", "theirs": among("owner_uid", "manager"), "undated": "1", "goals": among("person_uid", "", *ABOVE, "report"),
        "checkins": "1", "ahas": "1", "because": among("person_uid", "", "manager"), "received": among("giver_uid", "manager"),
        "given": None, "decisions": among("person_uid", "", "manager", "report"), "topics": among("person_uid", "manager"), "private": None,
    },
    "skip": {
        "mine": None, "theirs": None, "undated": "1", "goals": among("person_uid", "", *ABOVE, "report"), "checkins": None, "ahas": None,
        "because": None, "received": None, "given": None, "decisions": among("person_uid", "", "manager", "report"), "topics": None,
        "private": None,
    },
    "hr": {
        "mine": "1", "theirs": None, "undated": "1", "goals": among("person_uid", "", *ABOVE), "checkins": None, "ahas": None,
        "because": None, "received": "1", "given": None, "decisions": None, "topics": None, "private": None,
    },
}  # fmt: skip
"""For each reader, as PRODUCT has it: of which records they are told, as a condition; None is nothing of the kind."""


class Told:
    """What SQL says of a period to a reader."""

    def __init__(
        self, store: Store, found: Review, today: date, who: Person | None, period: Period | None = None
    ) -> None:
        self.store, self.found, self.period = store, found, period or found.period
        self.day, self.told = min(today, self.period.last), TOLD[found.profile]
        self.values: dict[str, Any] = {
            "first": self.period.start.isoformat(), "day": self.day.isoformat(), "who": who.uid if who else None,
            "limit": min(today, self.period.end).isoformat(),
            "ahead": (self.period.end + (self.period.end - self.period.start)).isoformat(),
        }  # fmt: skip

    def rows(self, sql: str, **more: Any) -> list[tuple[Any, ...]]:
        return self.store.db.execute(sql, self.values | more).fetchall()

    def ids(self, sql: str, **more: Any) -> list[str]:
        return sorted(id_ for (id_,) in self.rows(sql, **more))

    # --- which records stand where

    def parts(self) -> dict[str, list[str]]:
        """The ids in each part of the review, but of what is missing."""
        found: dict[str, list[str]] = {}
        for whose, owner in (("mine", "owner_uid IS NULL"), ("theirs", "owner_uid IS NOT NULL")):
            if self.told[whose]:
                base = f"SELECT id FROM action WHERE {owner} AND {OF_ACTION} AND {self.told[whose]}"
                found |= {f"{whose}_{state}": self.ids(f"{base} AND {sql}") for state, sql in STATES.items()}
                dated = f"due IS NOT NULL OR {self.told['undated']}"
                found[f"{whose}_open"] = self.ids(f"{base} AND {STATES['open']} AND ({dated})")
        found |= {key: self.said(kind, self.told[key]) for kind, key in (("aha", "ahas"), ("decision", "decisions"))}
        found["wins"] = self.said("win", "1")
        for way, sql, told in (
            ("received", RECEIVED, "received"),
            ("given", GIVEN, "given"),
            ("other", OTHER, "given"),
        ):
            for kind in ("praise", "growth"):
                found[f"{way}_{kind}"] = self.said(kind, self.told[told] and f"{sql} AND {self.told[told]}")
        if self.found.profile == "me" and not any(kind for kind, _ in self.found.left_out):
            found |= {
                "concerns": self.said("concern", "1"),
                "facts": self.said("fact", "1"),
                "private": self.said("private", "1"),
            }
        soon = f"SELECT id FROM goal WHERE {THERE} AND (status = 'open' OR closed > :day) AND by < :ahead AND {self.told['goals']}"
        found["goals_due"] = self.ids(soon)
        parked = """SELECT id FROM topic WHERE added <= :day AND (status = 'parked' OR coalesce(closed, added) > :day)
        AND (:who IS NULL OR person_uid = :who) AND"""
        found["topics"] = self.ids(f"{parked} {self.told['topics']}") if self.told["topics"] else []
        return {key: ids for key, ids in found.items() if ids}

    def said(self, kind: str, more: str | None) -> list[str]:
        return self.ids(f"SELECT id FROM moment WHERE kind = '{kind}' AND {OF_MOMENT} AND {more}") if more else []

    def goals(self) -> list[str]:
        return self.ids(f"SELECT id FROM goal WHERE {THERE} AND {self.told['goals']}")

    def left_out(self) -> tuple[tuple[str, int], ...]:
        sql = f"SELECT kind, count(*) FROM moment WHERE kind IN ('concern', 'fact', 'private') AND {OF_MOMENT} GROUP BY 1 ORDER BY 1"
        return tuple((kind, n) for kind, n in self.rows(sql))

    def moods(self) -> list[tuple[Any, ...]]:
        return self.rows("""SELECT substr(at, 1, 10), m.id, name, mood, seen, rating FROM meeting m JOIN person p ON p.uid = person_uid
        WHERE substr(at, 1, 10) BETWEEN :first AND :day AND (:who IS NULL OR person_uid = :who)
        AND coalesce(mood, seen, rating) IS NOT NULL ORDER BY at, m.uid""")  # fmt: skip

    def month(self, first: date, whose: str) -> tuple[int, ...] | None:
        """What ended in a month, as far as it is in the period, and what was due in it and is overdue."""
        if not self.told[whose]:
            return None
        owner = "owner_uid IS NULL" if whose == "mine" else "owner_uid IS NOT NULL"
        after = (first + timedelta(days=32)).replace(day=1)
        since = max(first, self.period.start).isoformat()
        until = min(after, self.period.end).isoformat()
        found = []
        for state in ("kept", "late", "overdue", "dropped", "undated"):
            day = "due" if state == "overdue" else "coalesce(closed, opened)"
            sql = f"""SELECT count(*) FROM action WHERE {owner} AND {OF_ACTION} AND {self.told[whose]} AND {STATES[state]}
            AND {day} >= :since AND {day} < :until"""
            found.append(self.rows(sql, since=since, until=until)[0][0])
        return tuple(found)

    # --- what is said of one

    def action(self, one: Claim) -> None:
        (row,) = self.rows("""SELECT due, status, coalesce(closed, opened), why, opened,
        (SELECT id FROM goal WHERE goal.uid = goal_uid) FROM action WHERE id = :id""", id=one.id)  # fmt: skip
        due, status, ended, why, opened, goal = row
        inside = status != "open" and ended <= self.values["day"]
        assert (one.due and one.due.isoformat(), one.day and one.day.isoformat(), one.goal) == (due, opened, goal)
        assert (one.closed and one.closed.isoformat()) == (ended if inside else None)
        assert one.since == (None if inside or status == "open" else (status, date.fromisoformat(ended)))
        assert one.why == (why if one.state == "dropped" and self.found.profile == "me" else None)
        end = {"late": ended, "overdue": self.values["day"]}.get(one.state)
        assert one.days == (between(due, end) if end else None)
        assert one.days is None or one.days >= 0

    def look(self, one: GoalLook) -> None:
        """The pace by the rule of three, in fractions."""
        row = self.rows(
            "SELECT opened, by, start, target, status, closed, uid FROM goal WHERE id = :id", id=one.claim.id
        )[0]
        opened, by, start, target, status, closed, uid = row
        if closed and closed > self.values["day"]:
            status, closed = "open", None
        measured = self.rows("""SELECT substr(at, 1, 10), value FROM checkin WHERE goal_uid = :goal AND value IS NOT NULL
        AND substr(at, 1, 10) <= :day ORDER BY at, uid""", goal=uid)  # fmt: skip
        looked = """SELECT id FROM checkin WHERE goal_uid = :goal AND substr(at, 1, 10) BETWEEN :first AND :day ORDER BY at, uid"""
        shown = [id_ for (id_,) in self.rows(looked, goal=uid)] if self.told["checkins"] else []
        assert [look.id for look in one.checkins] == shown
        assert [(day.isoformat(), value) for day, value in one.values] == measured
        assert one.current == (measured[-1][1] if measured else None)
        assert (one.claim.state, one.claim.closed and one.claim.closed.isoformat()) == (status, closed)
        assert one.early == (between(closed, by) if by and closed and status != "open" else None)
        if not (by and by > opened and start is not None and target is not None and start != target and measured):
            assert (one.pace, one.days, one.expected) == ("unknown", None, None)
            return
        whole = between(opened, by)
        past = max(between(opened, min(closed or self.values["day"], self.values["day"])), 0)
        way = Fraction(target) - Fraction(start)
        done = (Fraction(one.current or 0) - Fraction(start)) / way
        line = Fraction(start) + way * min(past, whole) / whole
        lead = done - Fraction(min(past, whole), whole)
        assert one.expected is not None
        assert abs(Fraction(one.expected) - line) <= abs(way) / 10**9
        if abs(abs(lead) - Fraction(1, 20)) > Fraction(1, 10**8):
            assert one.pace == ("on track" if abs(lead) <= Fraction(1, 20) else "ahead" if lead > 0 else "behind")
        exact = min(max(done, Fraction(0)), Fraction(1)) * whole - (min(past, whole) if done >= 1 else past)
        assert one.days is not None
        assert abs(one.days - exact) <= Fraction(1, 2) + Fraction(1, 10**6)

    def beside(self, win: Claim) -> None:
        """The evidence of a win: what was measured that day or in that talk, and praise in that talk."""
        told = self.told["goals"]
        sql = f"""SELECT c.id FROM checkin c, moment w WHERE w.id = :id AND substr(c.at, 1, 10) <= :day
        AND (substr(c.at, 1, 10) = substr(w.at, 1, 10) OR c.meeting_uid = w.meeting_uid) AND (c.value NOTNULL OR {self.told["checkins"] or 0})
        AND c.goal_uid IN (SELECT uid FROM goal WHERE {THERE} AND {told})"""
        measured = self.ids(sql, id=win.id)
        assert sorted(c.id for c in win.beside if c.kind == "checkin") == measured
        ways = [
            f"({sql} AND {self.told[told]})"
            for sql, told in ((RECEIVED, "received"), (f"NOT ({RECEIVED})", "given"))
            if self.told[told]
        ]
        sql = f"""SELECT id FROM moment WHERE kind = 'praise' AND {OF_MOMENT}
        AND meeting_uid = (SELECT meeting_uid FROM moment WHERE id = :id) AND ({" OR ".join(ways) or "0"})"""
        assert sorted(c.id for c in win.beside if c.kind == "praise") == self.ids(sql, id=win.id)
        assert {c.kind for c in win.beside} <= {"checkin", "praise"}

    def concern(self, one: Claim) -> None:
        """Whether it was settled by the end of the period, and when."""
        ((resolved,),) = self.rows("SELECT resolved FROM moment WHERE id = :id", id=one.id)
        settled = date.fromisoformat(resolved) if resolved and resolved <= self.values["day"] else None
        assert (one.state, one.closed) == ("settled" if settled else "open", settled)

    def why(self, one: Claim) -> None:
        """What led up to it, where the reader is told of that."""
        sql = f"SELECT because FROM moment WHERE id = :id AND {self.told['because'] or '0'}"
        assert one.why == next((because for (because,) in self.rows(sql, id=one.id)), None)

    def skills(self) -> set[tuple[str, int, int]]:
        """(tag, pieces of evidence, people who praised it) of praise to me and of wins but those noted with a report."""
        mine = among("person_uid", "", *(word for word in RELATIONS if word != "report"))
        sql = f"""SELECT name, count(*), count(DISTINCT iif(kind = 'praise', giver_uid, NULL)) FROM tag JOIN moment USING (uid)
        WHERE {OF_MOMENT} AND (kind = 'win' AND {mine} OR kind = 'praise' AND {RECEIVED} AND {self.told["received"] or "0"}) GROUP BY 1"""
        return set(self.rows(sql)) if self.found.profile == "hr" else set()


def between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def agrees(store: Store, found: Review, today: date, who: Person | None) -> None:
    """All that the review lists, and all that it says beside it."""
    told = Told(store, found, today, who)
    parts = {part.key: part.claims for section in found.sections for part in section.parts if section.key != "missing"}
    assert {key: sorted(one.id for one in claims) for key, claims in parts.items()} == told.parts()
    goals = found.section("goals")
    assert sorted(look.claim.id for look in (goals.looks if goals else ())) == told.goals()
    for look in goals.looks if goals else ():
        told.look(look)
    for one in _actions(found):
        told.action(one)
    for win in parts.get("wins", ()):
        told.beside(win)
    for one in (*parts.get("wins", ()), *parts.get("ahas", ())):
        told.why(one)
    for one in parts.get("concerns", ()):
        told.concern(one)
    skills = found.section("skills")
    assert {(s.tag, len(s.claims), s.people) for s in (skills.strengths if skills else ())} == told.skills()
    _months(found, told)
    assert [(m.day.isoformat(), *m[1:]) for m in found.moods] == (told.moods() if found.profile == "me" else [])


def _actions(found: Review) -> Iterator[Claim]:
    for section in found.sections:
        for part in section.parts:
            yield from (one for one in part.claims if one.kind == "action")


def _months(found: Review, told: Told) -> None:
    """One for each month of the period that has begun."""
    if found.profile == "skip" or (found.period.end - found.period.start).days > 750:
        assert found.months == ()
        return
    first, expected = found.period.start.replace(day=1), []
    while first <= found.day:
        theirs = told.month(first, "theirs") if found.profile == "me" else None
        expected.append((first, told.month(first, "mine"), theirs))
        first = (first + timedelta(days=32)).replace(day=1)
    assert [
        (one.first, *(side and (*side[:4], side.undated) for side in (one.mine, one.theirs))) for one in found.months
    ] == expected
