"""What comes back in 365 days of six journals: it rests on both sides, nothing forbidden comes, and on how many days something does."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta, timezone
from itertools import pairwise
from random import Random
from typing import NamedTuple

import pytest
import random_journal

from onelog.core.model import NEVER
from onelog.insight.spaced_repetition import REST, remembered, remembered_with
from onelog.journal import log, people, set_aside
from onelog.markdown.document import Fields
from onelog.store import people as known
from onelog.store import records
from onelog.store.database import Store

pytestmark = pytest.mark.posix

BEGUN = date(2026, 1, 5)
TOKYO = timezone(timedelta(hours=9))
DAYS = 365
GOOD = ("aha:", "aha:", "w:", "p:")
MARK = "kestrel"
"""Stands in what must never come back."""
FORBIDDEN = ("c:", "x:", "gr:", "d:")


class Journal(NamedTuple):
    """A journal by what it had when the 365 days began, and what is written each week."""

    years: int
    a_week: float
    days: tuple[int, int]
    """On how many of the 365 days something comes back: what was counted, give or take a few."""


JOURNALS = {
    "young, few": Journal(0, 0.5, (70, 110)),
    "young, many": Journal(0, 3, (230, 290)),
    "a year, few": Journal(1, 0.5, (95, 130)),
    "a year, many": Journal(1, 3, (310, 365)),
    "five years, few": Journal(5, 0.5, (160, 210)),
    "five years, many": Journal(5, 3, (340, 365)),
}


class Diary:
    """Somebody who writes, day after day, good things and others."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store, self.chance = store, Random(seed)  # noqa: S311 - days by chance, not secrets
        self.n = 0
        self.aside: dict[str, date] = {}
        """What was set aside, and until when."""
        first = datetime.combine(BEGUN - timedelta(366 * 5), time(8), TOKYO)
        for name, relation in (("Mia", "manager"), ("Ben", "report"), ("Zoe", "peer")):
            people.add_person(store, name, first, relation=relation)

    def now(self, day: date) -> datetime:
        self.n += 1
        return datetime.combine(day, time(20), TOKYO) + timedelta(milliseconds=self.n)

    def write(self, day: date, a_week: float) -> None:
        if self.chance.random() < a_week / 7:
            self.log(day, self.chance.choice(GOOD), "good")
        if self.chance.random() < 1 / 14:
            self.log(day, self.chance.choice(FORBIDDEN), MARK)
        if self.chance.random() < 1 / 14:  # in a low mood
            self.log(day, self.chance.choice(GOOD), MARK, mood=self.chance.choice((1, 2)))

    def log(self, day: date, label: str, word: str, mood: int | None = None) -> None:
        ago = self.chance.choice((0, 0, 0, 0, 6, 40))  # logged late
        now = self.now(day)
        who = self.chance.choice(("Mia", "Ben"))
        log.log_meeting(self.store, who, f"{label} {word} {self.n}", now, Fields(at=now - timedelta(ago), mood=mood))

    def turn_away(self, day: date, id_: str, uid: str) -> None:
        if self.chance.random() < 1 / 20:
            set_aside.rest(self.store, id_, self.now(day))
            self.aside[uid] = records.set_aside(self.store, uid)[-1].until
        elif self.chance.random() < 1 / 20:
            set_aside.end(self.store, id_, self.now(day))
            self.aside[uid] = NEVER


@pytest.mark.long
@pytest.mark.walk(2)
@pytest.mark.parametrize("name", JOURNALS)
def test_what_comes_back_rests_on_both_sides(name: str) -> None:
    journal = JOURNALS[name]
    with random_journal.empty() as store:
        diary = Diary(store, sum(map(ord, name)))
        for n in range(journal.years * 365, 0, -1):
            diary.write(BEGUN - timedelta(n), journal.a_week)
        diary.log(BEGUN - timedelta(1), "aha:", "good")
        mia = next(one.uid for one in known.everybody(store) if one.name == "Mia")
        back: defaultdict[str, list[date]] = defaultdict(list)
        before: dict[date, str] = {}
        days = [BEGUN + timedelta(n) for n in range(DAYS)]
        for day in days:
            one = remembered(store, day)
            met = remembered_with(store, mia, day)
            for found in (one, met):
                if found:
                    assert MARK not in found.text
                    assert found.at
                    assert found.at.date() < day
                    assert diary.aside.get(found.uid, day) <= day
            if one:
                assert one.kind != "praise" or one.giver
                back[one.uid].append(day)
            if met and met != one:
                before[day] = met.uid
            diary.write(day, journal.a_week)
            assert remembered(store, day) == one
            if one and name.endswith("many"):
                diary.turn_away(day, one.id, one.uid)
                assert (remembered(store, day) is None) is (diary.aside.get(one.uid, day) > day)
        rests = [[(later - first).days for first, later in pairwise(on)] for on in back.values()]
        assert min(gap for gaps in rests for gap in gaps) >= REST
        for uid, on in back.items():  # at the other door nothing that came at this one within a week
            assert not [
                day
                for day, with_her in before.items()
                if with_her == uid and any(abs((day - one).days) <= 7 for one in on)
            ]
        least, most = journal.days
        shown = sum(map(len, back.values()))
        print(f"{name}: {shown} of {DAYS} days, before a meeting {len(before)}")  # noqa: T201 - what is measured
        assert least <= shown <= most
