"""What comes back through a year and more of days on which people write, change, delete, archive and bring back."""

import contextlib
import re
from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from itertools import pairwise
from random import Random

import pytest
import random_journal
from conftest import Onelog

from onelog.core.errors import OnelogError
from onelog.core.model import Moment
from onelog.core.settings import Settings
from onelog.insight.spaced_repetition import REST, remembered_with
from onelog.insight.today import compute_today
from onelog.journal import delete as trash
from onelog.journal import edit, follow_up, log, people
from onelog.markdown import entities
from onelog.markdown.document import Fields
from onelog.store import changelog, records
from onelog.store.database import Store

BEGUN = date(2026, 1, 5)
TOKYO = timezone(timedelta(hours=9))
FIRST_YEAR = timedelta(365)
WHO = ("mia", "ben", "zoe")
MARK = "kestrel"
"""Stands in every text that must never come back, whatever becomes of it."""
NEVER = ("c:", "x:", "gr:", "d:", "a:", "t:")
STANDS = """SELECT x.uid, x.kind, x.at, p.name, x.giver_uid FROM moment x LEFT JOIN meeting m ON m.uid = x.meeting_uid
LEFT JOIN person p ON p.uid = x.person_uid
WHERE x.kind IN ('aha', 'win', 'praise') AND NOT (coalesce(m.mood, 5) < 3 OR coalesce(m.seen, 5) < 3) AND NOT EXISTS (
    SELECT 1 FROM person gone WHERE gone.archived IS NOT NULL AND gone.uid IN (x.person_uid, x.giver_uid, x.receiver_uid))"""
"""What may come back before a meeting, in the plainest words; in the morning no praise that was given."""


class Year:
    """Days of somebody's journal, each with what they write on it."""

    def __init__(self, store: Store, chance: Random) -> None:
        self.store, self.chance = store, chance
        self.day = BEGUN
        self.clock = 0
        self.ahas: set[date] = set()
        """The days of this week on which there is an a-ha: never more than two."""
        people.add_person(store, "Mia", self.now, relation="manager")
        people.add_person(store, "Ben", self.now, relation="report")
        people.add_person(store, "Zoe", self.now, relation="peer")

    @property
    def now(self) -> datetime:
        self.clock += 1
        return datetime.combine(self.day, time(9), TOKYO) + timedelta(minutes=self.clock)

    def next_day(self) -> None:
        self.day, self.clock = self.day + timedelta(1), 0
        if self.day.weekday() == 0:
            self.ahas = {self.day + timedelta(n) for n in self.chance.sample(range(7), 2)}

    def write(self) -> None:
        """What is done on a day; what cannot be done is refused, and then it is not done."""
        if self.day in self.ahas:
            self.an_aha()
        for what, often in ((self.a_meeting, 3), (self.low, 1), (self.loose, 2), (self.change, 2), (self.archive, 0.3)):
            if self.chance.random() < often / 10:
                with contextlib.suppress(OnelogError):
                    what()

    def text(self, label: str, mark: str = "") -> str:
        return f"{label} {mark or 'words'} of {self.day} {self.clock} {self.chance.randrange(10**6)}"

    def an_aha(self) -> None:
        kind = self.chance.random()
        low = {"mood": self.chance.choice((1, 2))} if kind < 0.1 else {}
        if kind < 0.4:
            follow_up.add(self.store, "aha", self.text("").strip(), self.now)
        else:
            self.log(self.chance.choice(WHO), self.text("aha:"), **low)

    def log(self, who: str, *lines: str, ago: int = 0, mood: int | None = None, seen: int | None = None) -> None:
        now = self.now
        log.log_meeting(self.store, who, "\n".join(lines), now, Fields(at=now - timedelta(ago), mood=mood, seen=seen))

    def a_meeting(self) -> None:
        good = ("w:", "p:", "p: from:me", "p: to:me")
        lines = [self.text(label) for label in self.chance.sample(good, 2)]
        lines += [self.text(label, MARK) for label in self.chance.sample(NEVER, 2)]
        ago = self.chance.choice((0, 0, 0, 5, 40, 100, 365, 700))
        self.log(self.chance.choice(WHO), *lines, ago=ago, mood=self.chance.choice((None, 3, 5)))

    def low(self) -> None:
        mood, seen = self.chance.choice(((1, 5), (2, None), (4, 2), (None, 1)))
        lines = [self.text(label) for label in ("w:", "p:", "p: to:me")]
        self.log(self.chance.choice(WHO), *lines, ago=self.chance.choice((0, 7, 30)), mood=mood, seen=seen)

    def loose(self) -> None:
        kind = self.chance.choice(("win", "praise", "concern", "private", "growth", "decision"))
        good = kind in ("win", "praise")
        follow_up.add(self.store, kind, self.text("", "" if good else MARK).strip(), self.now, self.chance.choice(WHO))

    def change(self) -> None:
        ways = (self.delete, self.delete, self.undo, self.mood, self.mood, self.kind, self.date)
        self.chance.choice(ways)()

    def delete(self) -> None:
        for _ in range(self.chance.choice((1, 1, 3))):
            if id_ := self.one_of("moment" if self.chance.random() < 0.8 else "meeting"):
                trash.delete_records(self.store, id_, self.now)

    def undo(self) -> None:
        changelog.undo(self.store, self.chance.choice((1, 1, 2)), self.now)

    def mood(self) -> None:
        """Sets the mood of a meeting low or high; what stands in it is hidden, or may come back."""
        low = self.chance.choice(("1", "2", "4", "5"))
        self.edit(
            "meeting", lambda text: re.sub(r"(?m)^mood:.*\n", "", text).replace("\nwith:", f"\nmood: {low}\nwith:", 1)
        )

    def kind(self) -> None:
        self.edit("meeting", lambda text: re.sub(r"\*\*Aha:\*\*", "**Concern:**", text, count=1))

    def date(self) -> None:
        day = self.day - timedelta(self.chance.choice((0, 3, 30, 200)))
        self.edit("meeting", lambda text: re.sub(r"(?m)^at:.*", f"at: {day}T08:00:00+09:00", text))

    def edit(self, kind: str, how: Callable[[str], str]) -> None:
        if id_ := self.one_of(kind):
            record = records.by_id(self.store, id_)
            before = entities.write(record, "en", blanks=True)
            edit.apply_edit(self.store, record, how(before), self.now)

    def one_of(self, kind: str) -> str:
        """Some record, a new one more likely, or what has just been shown."""
        shown = compute_today(self.store, self.day, Settings()).moment
        if shown and self.chance.random() < 0.15:
            return shown.id if kind == "moment" or not shown.meeting else shown.meeting.label
        table = "SELECT id FROM {} ORDER BY {} DESC LIMIT 200".format(kind, "at")
        found = [id_ for (id_,) in self.store.db.execute(table)]
        return found[int(self.chance.random() ** 2 * len(found))] if found else ""

    def archive(self) -> None:
        people.archive_person(self.store, "zoe", self.now, back=self.chance.random() < 0.5)


class Look:
    """What may be shown at one time, and what is shown: in the morning's screen ("") and before a meeting with each."""

    def __init__(self, year: Year) -> None:
        store, self.day = year.store, year.day
        self.may = {row[0]: row[1:] for row in store.db.execute(STANDS)}
        self.shown: dict[str, Moment | None] = {"": compute_today(store, self.day, Settings()).moment}
        for name, uid in store.db.execute("SELECT name, uid FROM person"):
            self.shown[name] = remembered_with(store, uid, self.day)

    def allows(self, who: str, uid: str) -> bool:
        kind, at, name, giver = self.may.get(uid, ("", "", "", None))
        with_them = name == who if who else kind != "praise" or giver is not None
        return bool(kind) and at[:10] < self.day.isoformat() and with_them

    def nothing_forbidden(self) -> None:
        for who, moment in self.shown.items():
            assert moment is None or (self.allows(who, moment.uid) and MARK not in moment.text)

    def still(self, morning: "Look") -> None:
        """What was shown in the morning is shown all day; nothing is, where it must not be any more."""
        for who, was in morning.shown.items():
            uid = was.uid if was and self.allows(who, was.uid) else None
            now = self.shown[who]
            assert (now.uid if now else None) == uid


class Kept:
    """The a-has that were allowed all the time since their day, and the days on which each came back."""

    def __init__(self) -> None:
        self.back: defaultdict[str, set[date]] = defaultdict(set)
        self.first: dict[str, date] = {}
        self.broken: set[str] = set()

    def see(self, look: Look) -> None:
        ahas = {uid: row[1] for uid, row in look.may.items() if row[0] == "aha"}
        for uid, at in ahas.items():
            if uid not in self.first and date.fromisoformat(at[:10]) == look.day:
                self.first[uid] = look.day
        changed = {uid for uid, day in self.first.items() if ahas.get(uid, "")[:10] != day.isoformat()}
        self.broken |= changed
        if moment := look.shown[""]:
            self.back[moment.uid].add(look.day)

    def rested(self) -> None:
        """Whatever was written, changed, taken out or brought back, nothing came twice within its rest."""
        for days in self.back.values():
            assert all((later - day).days >= REST for day, later in pairwise(sorted(days)))

    def times(self, end: date) -> dict[str, int]:
        """How often each came back within its first year, of those that had one."""
        return {
            uid: sum(day <= back <= day + FIRST_YEAR for back in self.back[uid])
            for uid, day in self.first.items()
            if uid not in self.broken and day + FIRST_YEAR < end
        }


def in_processes(year: Year, hour: int) -> dict[str, str | None]:
    """What the program says in processes of its own, at an hour of the day."""
    run = Onelog(year.store.path.parent)
    clock = {"ONELOG_NOW": f"{year.day}T{hour:02}:30:00+09:00"}
    moment = run.json("", **clock)["moment"]
    said = {"": moment["id"] if moment else None}
    moment = run.json("prep", "mia", **clock)["remembered"]
    return said | {"Mia": moment["id"] if moment else None}


def live(seed: int, days: int, sample: int) -> tuple[Kept, date]:
    """Days of writing, at each of which all must hold; on `sample` of them other processes are asked as well."""
    chance = Random(seed)  # noqa: S311 - days by chance, not secrets
    asked = set(chance.sample(range(days // 4, days), sample))
    kept = Kept()
    with random_journal.empty() as store:
        year = Year(store, chance)
        for n in range(days):
            year.next_day()
            morning = Look(year)
            morning.nothing_forbidden()
            if n in asked:
                assert in_processes(year, 8) == _ids(morning)
            kept.see(morning)
            year.write()
            evening = Look(year)
            evening.nothing_forbidden()
            evening.still(morning)
            if n in asked:
                assert in_processes(year, 22) == _ids(evening)
            kept.see(evening)
        kept.rested()
        return kept, year.day


def _ids(look: Look) -> dict[str, str | None]:
    return {who: moment.id if moment else None for who, moment in look.shown.items() if who in ("", "Mia")}


@pytest.mark.long
def test_some_weeks_of_days() -> None:
    live(0, 70, 2)


@pytest.mark.walk(0)
@pytest.mark.parametrize("seed", range(10))
def test_a_year_of_days(seed: int) -> None:
    kept, end = live(seed, 700, 8)
    times = kept.times(end)
    assert len(times) > 30
    assert {uid: n for uid, n in times.items() if n < 3} == {}
