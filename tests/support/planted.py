"""Journals made by chance in which one thing goes with high ratings, or nothing does; the same seed makes the same one.

Everybody has ways of their own: what they are rated, how they meet, on which days, about what. So much goes with ratings
when all meetings are thrown together that does not within the talks with one person.
"""

import contextlib
from collections.abc import Iterator
from datetime import datetime, time, timedelta, timezone
from random import Random
from typing import Any

from onelog.core.kinds import Record, kind_of
from onelog.core.model import MODES, Action, Meeting, Moment, Person, Ref, Topic
from onelog.store import mapping
from onelog.store.database import Store

ZONE = timezone(timedelta(hours=9))
BEGIN = datetime(2024, 1, 1, 10, tzinfo=ZONE)
"""A Monday."""
NAMES = ("Mia Tanaka", "Aiko Sato", "Ben Okafor", "田中 花子")
TAGS = ("delivery", "hiring", "courage", "craft", "計画")
KINDS = ("decision", "win", "aha", "praise", "growth", "concern")
SHAPES = ("tag:courage", "weekday:thu", "mode:walk", "prepared", "line:aha")
"""What can be planted."""
HIGH_WITH, HIGH_WITHOUT = 0.8, 0.25
"""How often a talk is rated above the usual where what was planted is there, and where it is not."""

_OFTEN: dict[str, Any] = {
    "high": 0.8, "modes": (0.1, 0.1, 0.1, 0.6, 0.1), "days": (0.1, 0.1, 0.1, 0.6, 0.1), "tags": (0.2, 0.2, 0.7, 0.2, 0.2)
}  # fmt: skip
_SELDOM: dict[str, Any] = {
    "high": 0.2, "modes": (0.4, 0.4, 0.1, 0.1, 0), "days": (0.3, 0.3, 0.2, 0.1, 0.1), "tags": (0.2, 0.2, 0.2, 0.2, 0.2)
}  # fmt: skip


@contextlib.contextmanager
def kept(store: Store, records: list[Record]) -> Iterator[Store]:
    """The journal with these records, which are gone afterwards."""
    store.db.execute("BEGIN")
    try:
        for record in records:
            insert(store, record)
        yield store
    finally:
        store.db.execute("ROLLBACK")


def insert(store: Store, record: Record) -> None:
    row: dict[str, Any] = mapping.row_of(record)
    store.db.execute("INSERT INTO handle (id, kind, uid) VALUES (?, ?, ?)", (row["id"], kind_of(record), row["uid"]))
    marks = ", ".join("?" * len(row))
    store.db.execute(f"INSERT INTO {kind_of(record)} ({', '.join(row)}) VALUES ({marks})", [*row.values()])


class Made:
    """The records of one journal. `shape` is what was planted, None is nothing; `people` are met in turn.

    With `apart` every other one is met on walks, on Thursdays and about courage most of the time, and mostly rated high.
    """

    def __init__(
        self, seed: int, shape: str | None = None, *, meetings: int = 120, people: int = 4, apart: bool = False
    ) -> None:  # fmt: skip
        self.random = Random(seed)  # noqa: S311 - chance that has to repeat itself
        self.shape, self.made = shape, 0
        self.people = [self.person(name) for name in NAMES[:people]]
        self.ways = [self.way() for _ in self.people]
        for number, way in enumerate(self.ways if apart else ()):
            way |= _OFTEN if number % 2 else _SELDOM
        self.records: list[Record] = [*self.people]
        for number in range(meetings):
            place = number % people
            day = BEGIN + timedelta(weeks=2 * (number // people))
            self.records += self.meeting(self.people[place].ref, self.ways[place], day)

    def name(self) -> tuple[str, str]:
        self.made += 1
        return f"uid{self.made:06}", f"x{self.made:06}"

    def person(self, name: str) -> Person:
        return Person(*self.name(), name, added=BEGIN.date())

    def way(self) -> dict[str, Any]:
        """How one person is met: all chances are theirs alone."""
        chance = self.random.random
        return {
            "usual": self.random.randint(2, 4), "modes": [0.1 + chance() ** 3 for _ in MODES],
            "days": [0.1 + chance() ** 3 for _ in range(5)], "tags": [0.1 + 0.4 * chance() for _ in TAGS],
            "lines": [0.1 + 0.4 * chance() for _ in KINDS], "prepared": 0.2 + 0.5 * chance(), "high": 0.15 + 0.7 * chance(),
        }  # fmt: skip

    def meeting(self, person: Ref, way: dict[str, Any], begin: datetime) -> Iterator[Record]:
        """The planted thing is there in four of ten, whoever it is; what is rated is above the usual, or not."""
        pick = self.random
        there = pick.random() < 0.4
        weekday, mode = pick.choices(range(5), way["days"])[0], pick.choices(MODES, way["modes"])[0]
        weekday = self.planted("weekday:thu", there, 3, weekday, (0, 1, 2, 4))
        mode = self.planted("mode:walk", there, "walk", mode, ("video", "office", "phone", "chat"))
        at = datetime.combine((begin + timedelta(days=weekday)).date(), time(9 + pick.randrange(8)), ZONE)
        minutes = pick.choice((25, 30, 30, 45))
        prepared = there if self.shape == "prepared" else pick.random() < way["prepared"]
        above = pick.random() < (way["high"] if self.shape is None else HIGH_WITH if there else HIGH_WITHOUT)
        rating = way["usual"] + above if pick.random() < 0.9 else None
        tags = tuple(self.some(TAGS, way["tags"], there))
        uid, id_ = self.name()
        created = at - timedelta(days=1) if prepared else at + timedelta(minutes=40)
        met = Meeting(
            uid, id_, person, at, minutes, mode if pick.random() < 0.9 else None, pick.randint(1, 5), rating=rating,
            tags=tags, created=created,
        )  # fmt: skip
        yield met
        yield from self.lines(met, way, there)

    def planted(self, shape: str, there: bool, value: Any, other: Any, others: tuple[Any, ...]) -> Any:
        """The value itself where it is to be there, where it is not another one; by chance where it is not planted."""
        if self.shape != shape:
            return other
        return value if there else self.random.choice(others) if other == value else other

    def some(self, names: tuple[str, ...], shares: list[float], there: bool) -> list[str]:
        """Some of the names by their shares; the planted one where it is to be there."""
        _, _, value = (self.shape or "").partition(":")
        drawn = {name: self.random.random() < share for name, share in zip(names, shares, strict=True)}
        return [name for name, is_drawn in drawn.items() if (there if name == value else is_drawn)]

    def lines(self, met: Meeting, way: dict[str, Any], there: bool) -> Iterator[Record]:
        assert met.at
        pick, day = self.random, met.at.date()
        for kind in self.some(KINDS, way["lines"], there):
            ends = (None, met.person) if kind in ("praise", "growth") and pick.random() < 0.5 else (met.person, None)
            yield Moment(*self.name(), kind, f"about {kind}", None, ends[0], ends[1], met.person, met.ref, met.at)
        for owner in (None, met.person):
            if pick.random() < 0.6:
                yield Action(*self.name(), "draft it", owner, met.person, met.ref, opened=day)
        if pick.random() < 0.2:
            raised = day + timedelta(weeks=2)
            yield Topic(*self.name(), "how to go on", met.person, met.ref, day, "raised", raised)
