"""Early warnings against a second count of them, on journals made by chance."""

import contextlib
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
import random_journal
from hypothesis import given
from hypothesis import settings as trials
from journals import make
from test_warnings import TODAY, USUAL, at, concerns, day
from warned_by_hand import LIMITS, Book, Found

from onelog.core.errors import OnelogError
from onelog.core.settings import WARNINGS, Watch
from onelog.insight import watch, watch_rules
from onelog.journal import changes, follow_up, goals, log, people, skips
from onelog.markdown.document import Fields
from onelog.store import records
from onelog.store.database import Store

OTHER = Watch(
    mood_low=3, mood_running=3, mood_falling=2, promise_days=1, waiting_days=30, concern_days=20, praise_days=25, goal_weeks=2,
    skips_running=1, cadence_factor=1.1,
)  # fmt: skip


@pytest.fixture
def store() -> Iterator[Store]:
    with random_journal.empty() as opened:
        yield opened


def agreed(store: Store, today: date, limits: Watch = USUAL, *left_out: str) -> list[str]:
    """The rules of the warnings of a day, where both counts agree."""
    by_hand = Book(json.loads(random_journal.exported(store)), today, watch_rules._COMMON)
    expected = sorted(one for one in by_hand.warnings(limits._asdict()) if one.rule not in left_out)
    warned = watch.find_all_warnings(store, today, limits._replace(off=left_out))
    found = [(one.rule, one.about.label, one.number, tuple(f.id for f in one.records)) for one in warned]
    assert sorted(found) == expected
    return [one.rule for one in expected]


def test_the_limits_of_the_second_count_are_the_usual_ones() -> None:
    assert USUAL._asdict() == {**LIMITS, "off": ()}
    assert Found._fields == ("rule", "about", "number", "records")


TEAM = {"Ana": "1w", "Ben": "2w on tue", "Cleo": "monthly", "Dan": "10d", "Eva": "1w on tue,thu", "Finn": None}
REPORTS = ("Ana", "Ben", "Dan", "Finn")
WORRIES = (
    "release late",
    "release budget",
    "budget late again",
    "pager nights +calm",
    "roster +calm",
    "promotion",
    "the team",
)


class Story:
    """Months of a team, by chance; one day has several things, some days have none."""

    def __init__(self, store: Store, begin: date) -> None:
        self.store, self.chance, self.day = store, Random(str(begin)), begin  # noqa: S311 - chance that repeats itself
        for name, every in TEAM.items():
            people.add_person(store, name, at(begin), relation="report" if name in REPORTS else "peer", every=every)
        for title in ("lead twenty", "read 12 books"):
            goals.add(store, title, at(begin))
        self.goals = [one.id for one in records.goals(store)]
        goals.add(store, "hire four", at(begin), under=self.goals[0])
        self.goals = [one.id for one in records.goals(store)]
        self.who = ""

    def step(self) -> None:
        self.day += timedelta(days=self.chance.choice((0, 0, 1, 1, 2, 3)))
        self.who = self.chance.choice(list(TEAM))
        often = [self.meet] * 12 + [self.skip] * 6 + [self.end] * 6 + [self.check_in, self.change, self.change]
        with contextlib.suppress(OnelogError):  # refused: nobody is due, nothing is different
            self.chance.choice(often)()

    def meet(self) -> None:
        mood, seen = (self.chance.choice((None, 1, 2, 2, 3, 4, 5)) for _ in range(2))
        due = self.day + timedelta(days=self.chance.randint(0, 60))
        owner, goal = self.chance.choice(("@me", "@them")), self.chance.choice(("", f"goal:{self.goals[0]}"))
        worry = self.chance.choice(WORRIES)
        lines = [f"a: {owner} send it due:{due} {goal}", f"c: {worry}", "p: clear talk", "gr: shorter", "we met"]
        said = "\n".join(self.chance.sample(lines, self.chance.randint(1, 2)))
        log.log_meeting(self.store, self.who, said, at(self.day), Fields(mood=mood, seen=seen))

    def skip(self) -> None:
        pause = self.chance.random() < 0.2
        end = self.day + timedelta(days=self.chance.randint(2, 40))
        skips.skip(self.store, self.who, at(self.day), until=end if pause else None)

    def end(self) -> None:
        """Ends a promise or a concern."""
        promises = [one.id for one in records.actions(self.store)]
        worries = [one.id for one in concerns(self.store) if not one.resolved]
        follow_up.close(
            self.store, [self.chance.choice([*promises, *worries, "none"])], self.day, None, "done", at(self.day)
        )

    def check_in(self) -> None:
        follow_up.check_in(self.store, self.chance.choice(self.goals), None, "a step further", at(self.day))

    def change(self) -> None:
        """Takes back what was last done, changes what somebody is, archives somebody or brings them back."""
        chance = self.chance.random()
        if chance < 0.5:
            changes.undo(self.store, 1, at(self.day))
        elif chance < 0.8:
            people.edit_person(self.store, "finn", at(self.day), relation=self.chance.choice(("report", "peer")))
        else:
            people.archive_person(self.store, "cleo", at(self.day), back=chance > 0.9)


@pytest.mark.long
@pytest.mark.parametrize("begin", ["2026-01-05", "2027-11-20", "2028-01-30"])  # over leap days and the ends of years
def test_both_counts_agree_on_what_a_team_does(store: Store, begin: str, request: pytest.FixtureRequest) -> None:
    steps, every = (800, 8) if request.config.getoption("--full") else (200, 16)
    story, seen = Story(store, day(begin)), set[str]()
    for number in range(steps):
        story.step()
        if number % every == 0:
            seen.update(agreed(store, story.day))
            seen.update(agreed(store, story.day + timedelta(days=20), OTHER))
    assert seen == set(WARNINGS)


@pytest.mark.long
@trials(max_examples=25)
@given(random_journal.steps)
def test_both_counts_agree_on_any_journal(steps: list[random_journal.Step]) -> None:
    with random_journal.empty() as store:
        world = random_journal.World(store)
        for step in steps:
            world.take(step)
        for later in (0, 30, 100):
            # what words of any language have in common is not counted twice
            agreed(store, world.now.date() + timedelta(days=later), OTHER, "concern")


def test_both_counts_agree_on_a_large_journal(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    make(tmp_path / "journal.db", 4000 if request.config.getoption("--full") else 300)
    with Store(tmp_path / "journal.db") as store:
        for later, limits in ((0, USUAL), (9, OTHER)):
            assert {"promise", "waiting", "praise"} <= set(agreed(store, TODAY + timedelta(days=later), limits))
