"""Journals as odd as a file allows: noted late or too early, ended before they were begun, paused, archived, with an end.

The rows are written straight into a file, so that nothing is made right on the way. The same seed makes the same journal.
"""

import json
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from onelog.core.model import FEEDBACK, GOAL_STATES, MOMENT_KINDS, RELATIONS
from onelog.store.database import Store

TODAY = date(2026, 11, 20)
NAMES = ("Mia Tanaka", "Mia Sato", "Ben", "田中 花子", "田中 太郎")
RULES = ("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=MONTHLY", "FREQ=WEEKLY;BYDAY=MO,TH", None)
TAGS = ("calm", "craft", "計画")


class Odd:
    """Fills a journal with `size` meetings and as much of everything else, around TODAY."""

    def __init__(self, store: Store, seed: int, size: int = 25) -> None:
        self.db, self.random, self.made = store.db, Random(seed), 0  # noqa: S311 - chance that has to repeat itself
        self.people = [self.person(name) for name in NAMES]
        self.goals = [self.goal() for _ in range(12)]
        self.meetings = [self.meeting() for _ in range(size)]
        makers: tuple[Callable[[], object], ...] = (
            self.action, self.action, self.moment, self.moment, self.checkin, self.topic,
        )  # fmt: skip
        for number in range(6 * size):
            makers[number % 6]()
        for _ in range(self.random.randrange(5)):
            self.skip()

    def put(self, table: str, **row: Any) -> str:
        self.made += 1
        row = {"uid": f"uid{self.made:05}", "id": f"x{self.made:05}"} | row
        self.db.execute("INSERT INTO handle (id, kind, uid) VALUES (?, ?, ?)", (row["id"], table, row["uid"]))
        marks = ", ".join("?" * len(row))
        self.db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", [*row.values()])
        for tag in str(row.get("tags", "")).split():
            self.db.execute("INSERT INTO tag (name, uid) VALUES (?, ?)", (tag, row["uid"]))
        return str(row["uid"])

    # --- what it is made of

    def day(self, *, ahead: int = 40) -> str:
        """Some day of the last two years, often one at the edge of a period, at times one to come."""
        edges = (
            "2024-02-29",
            "2025-12-31",
            "2026-01-01",
            "2026-06-30",
            "2026-09-30",
            "2026-10-01",
            "2026-11-19",
            "2026-11-20",
        )
        if self.random.random() < 0.3:
            return self.random.choice(edges)
        return (TODAY + timedelta(days=self.random.randint(-700, ahead))).isoformat()

    def near(self, day: str, least: int, most: int) -> str:
        return (date.fromisoformat(day) + timedelta(days=self.random.randint(least, most))).isoformat()

    def at(self) -> str:
        return f"{self.day()}T{self.random.randint(0, 23):02}:00:00+09:00"

    def maybe(self, value: Any, share: float = 0.5) -> Any:
        return value if self.random.random() < share else None

    def tags(self) -> str:
        return " ".join(tag for tag in TAGS if self.random.random() < 0.3)

    def who(self) -> str:
        return self.random.choice(self.people)

    def person(self, name: str) -> str:
        days = sorted({self.day(ahead=0) for _ in range(self.random.randrange(4))})
        past = [[day, self.random.choice(RELATIONS)] for day in days]
        now = past[-1][1] if past else self.maybe(self.random.choice(RELATIONS))
        rule = self.random.choice(RULES)
        return self.put(
            "person", name=name, relation=now, every=rule and "odd", rule=rule, archived=self.maybe(self.day(ahead=0), 0.25),
            relations=json.dumps(past), added=self.day(ahead=0),
        )  # fmt: skip

    def goal(self) -> str:
        opened = self.day(ahead=0)
        status = self.random.choice(("open", *GOAL_STATES))
        closed = self.random.choice((self.day(ahead=0), self.near(opened, -90, 400)))
        start, target = self.random.choice(((0.0, 10.0), (900.0, 250.0), (None, 5.0), (3.0, 3.0), (None, None)))
        return self.put(
            "goal", title="reach it", person_uid=self.maybe(self.who()), by=self.maybe(self.near(opened, -5, 500), 0.8), start=start,
            target=target, status=status, opened=opened, closed=None if status == "open" else closed,
        )  # fmt: skip

    def meeting(self) -> str:
        score = (None, 1, 2, 3, 4, 5)
        return self.put(
            "meeting", person_uid=self.who(), at=self.at(), mood=self.random.choice(score), seen=self.random.choice(score),
            rating=self.random.choice(score), created=self.at(),
        )  # fmt: skip

    def action(self) -> None:
        opened = self.day()
        status = self.random.choice(("open", "done", "done", "dropped"))
        self.put(
            "action", text="do it", owner_uid=self.maybe(self.who()), person_uid=self.maybe(self.who(), 0.8),
            meeting_uid=self.maybe(self.random.choice(self.meetings)), goal_uid=self.maybe(self.random.choice(self.goals), 0.2),
            due=self.maybe(self.near(opened, -20, 90), 0.7), status=status, opened=opened,
            closed=self.maybe(self.near(opened, -60, 200), 0.9) if status != "open" else None, why=self.maybe("so it is"),
        )  # fmt: skip

    def moment(self) -> None:
        kind, at = self.random.choice((*MOMENT_KINDS, *FEEDBACK, "concern")), self.at()
        directed = kind in FEEDBACK
        self.put(
            "moment", kind=kind, text="it was so", because=self.maybe("that"), at=at, tags=self.tags(),
            giver_uid=self.maybe(self.who()) if directed else None, receiver_uid=self.maybe(self.who()) if directed else None,
            person_uid=self.maybe(self.who(), 0.8), meeting_uid=self.maybe(self.random.choice(self.meetings)),
            resolved=self.maybe(self.near(at[:10], -100, 200)) if kind == "concern" else None,
        )  # fmt: skip

    def topic(self) -> None:
        added = self.day()
        status = self.random.choice(("parked", "raised", "dropped"))
        self.put(
            "topic", text="speak of it", person_uid=self.maybe(self.who(), 0.9), added=added, status=status,
            closed=self.maybe(self.near(added, 0, 100), 0.9) if status != "parked" else None,
            rule=self.maybe("FREQ=WEEKLY;INTERVAL=4", 0.2), next=self.maybe(self.near(added, -50, 100), 0.2), becomes=self.maybe("growth", 0.2),
        )  # fmt: skip

    def checkin(self) -> None:
        value = self.maybe(float(self.random.randint(-5, 1000)) / self.random.choice((1, 10, 100)), 0.8)
        self.put(
            "checkin", goal_uid=self.random.choice(self.goals), at=self.at(), value=value, text="looked",
            meeting_uid=self.maybe(self.random.choice(self.meetings)),
        )  # fmt: skip

    def skip(self) -> None:
        at = self.day(ahead=0)
        due = self.maybe(self.near(at, 0, 20))
        self.put(
            "skip",
            person_uid=self.who(),
            at=at,
            due=due,
            until=None if due else self.near(at, 1, 60),
            why="away",
            moved=self.maybe(self.at(), 0.2),
        )
