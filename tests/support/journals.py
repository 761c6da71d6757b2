"""Large journals to measure on: `python tests/support/journals.py PATH --meetings 10000`; the same seed gives the same records.

Eight people meet the keeper of the journal every week, for as many years as it takes, up to a given day (more than
10,000 meetings: more people). A note has about 120 words, some of them Japanese, and two promises stand in it. Almost all
are kept; as many stay open in a small journal as in a large one, so that lists of both have the same length.
"""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

from sqlite_utils import Database

from onelog.core.kinds import Record, kind_of
from onelog.core.model import MODES, Action, Checkin, Goal, Meeting, Moment, Person, Ref, Topic
from onelog.markdown.body import Note, Slot, body_of
from onelog.store import mapping
from onelog.store.checksum import checksum
from onelog.store.database import Store
from onelog.store.search import tokenizer
from onelog.store.transaction import ALPHABET, searched, uuid7

TODAY = date(2026, 11, 22)
ZONE = timezone(timedelta(hours=9))
PEOPLE = (
    ("Mia Tanaka", "manager"), ("Aiko Sato", "report"), ("Ben Okafor", "report"), ("Chloé Martin", "report"),
    ("Daniel Kim", "mentor"), ("Yuki Mori", "peer"), ("田中 花子", "report"), ("Omar Haddad", "peer"),
)  # fmt: skip
LONGEST = 1250
"""Weeks that one person is met: 24 years."""
OPEN = 60

SUBJECTS = "the team|Mia|we|the client|finance|the new hire|the vendor|sales|the release|the board|our users|support"
VERBS = "moved|asked about|agreed on|put off|wrote down|measured|liked|questioned|finished|opened|split|shortened"
THINGS = (
    "the budget|the plan|the roadmap|the search page|the launch|the interview loop|the on-call rota|the contract|the report|"
    "the migration|the pricing test|the onboarding|the retro notes|the error rate|the hiring plan|the demo|the backlog"
)
REASONS = (
    "because nobody owned it|before the end of the quarter|after a long look at the numbers|without a meeting|"
    "and it took one sentence|although it was late|so that others can begin|as two people had hoped|to learn early|"
    "which surprised both of us|in half the time we thought|and we both slept better"
)
JAPANESE = (
    "目標の見直しについて話した。|来週までに計画を書く。|小さなチームは決めるのが早い。|採用の面接を手伝うことになった。|"
    "予算は足りている。|言葉を選んで伝えることが大切だと思う。|リリースは順調に進んでいる。|田中さんに感謝を伝えた。"
)
PROMISES = "draft the plan|send the numbers|book the room|review the contract|ask finance|write to the vendor|計画を書く|call the client"
INSIGHTS = "a small team decides faster|asking early is cheaper|the numbers were wrong|silence is not agreement|勇気は小さな一歩から"
TAGS = ("delivery", "hiring", "courage", "craft", "計画")
RARE = "kestrel"
"""A word in about one note of five hundred."""


class Journal:
    """The records of one made-up journal, oldest first."""

    def __init__(self, meetings: int, seed: int = 1, today: date = TODAY) -> None:
        self.random, self.today, self.meetings = Random(seed), today, meetings
        self.given: set[str] = set()
        self.turn = 0
        crowd = len(PEOPLE) * -(-meetings // (len(PEOPLE) * LONGEST))
        self.weeks = -(-meetings // crowd)
        self.open = (
            set(self.random.sample(range(4 * OPEN), min(OPEN, meetings))) if meetings * 2 >= 4 * OPEN else {0, 1}
        )
        self.people = [self.person(n) for n in range(crowd)]
        self.goals = [self.goal(n) for n in range(6)]

    def one_of(self, words_: str) -> str:
        return self.random.choice(words_.split("|"))

    def identity(self, at: datetime) -> tuple[str, str]:
        """A uid and an id of a record made at a time; those made later come later."""
        self.turn = (self.turn + 1) % 0x1000
        while True:
            id_ = "".join(self.random.choices(ALPHABET, k=4 if len(self.given) < 150_000 else 5))
            if id_ not in self.given and not id_.isdigit():
                self.given.add(id_)
                return uuid7(at, self.turn, self.random.randbytes(10)), id_

    def person(self, n: int) -> Person:
        name, relation = PEOPLE[n % len(PEOPLE)]
        first = self.today - timedelta(weeks=self.weeks)
        uid, id_ = self.identity(datetime.combine(first, time(9), ZONE))
        again = n // len(PEOPLE)
        return Person(
            uid, id_, f"{name} {again + 1}" if again else name, None if again else name.split()[0].lower(), relation,
            "1w", "FREQ=WEEKLY", relations=((first, relation),), added=first,
        )  # fmt: skip

    def goal(self, n: int) -> Goal:
        opened = self.today - timedelta(days=30 * (n + 1))
        uid, id_ = self.identity(datetime.combine(opened, time(9), ZONE))
        person = self.people[n % len(self.people)].ref
        return Goal(
            uid, id_, f"Reach step {n + 1} of the plan", person, self.today + timedelta(days=60), f"metric{n + 1}", 0.0, 100.0,
            opened=opened,
        )  # fmt: skip

    def records(self) -> Iterator[Record]:
        """People and goals, then what stands in each meeting and the meeting, from the oldest to the newest."""
        yield from self.people
        yield from self.goals
        for number in range(self.meetings):
            left = self.meetings - number - 1
            person = self.people[left % len(self.people)]
            weeks, turn = divmod(left, len(self.people))
            day = self.today - timedelta(weeks=weeks, days=turn * 6 // len(self.people))
            at = datetime.combine(day, time(9 + left % 8, self.random.choice((0, 30))), ZONE)
            yield from self.meeting(person.ref, at, left)

    def meeting(self, person: Ref, at: datetime, left: int) -> Iterator[Record]:
        uid, id_ = self.identity(at)
        pick = self.random
        made = Meeting(
            uid, id_, person, at, pick.choice((25, 30, 45, 60)), pick.choice(MODES), pick.choice((None, 2, 3, 4, 5)),
            pick.choice((None, None, 3, 4)), pick.choice((None, 3, 4, 5)), created=at,
        )  # fmt: skip
        inside = [*self.actions(made, left), *self.others(made)]
        tags = (pick.choice(TAGS),) if pick.random() < 0.2 else ()
        lines: list[Note | Slot] = [Note(line) for line in self.note(tags)]
        lines += [Slot("- ", record.id) for record in inside]
        yield replace(made, body=body_of(lines), tags=tags)
        yield from inside

    def note(self, tags: tuple[str, ...]) -> Iterator[str]:
        """Three paragraphs, about 120 words."""
        for paragraph in range(3):
            for _ in range(self.random.choice((2, 3))):
                yield f"{self.sentence()} {self.sentence()}"
            if self.random.random() < 0.4:
                yield self.one_of(JAPANESE)
            if self.random.random() < 0.002:
                yield f"The word of the day is {RARE}."
            if paragraph < 2:
                yield ""
        yield from (f"+{tag}" for tag in tags)
        yield ""

    def sentence(self) -> str:
        words_ = f"{self.one_of(SUBJECTS)} {self.one_of(VERBS)} {self.one_of(THINGS)}"
        return f"{words_[0].upper()}{words_[1:]}{f' {self.one_of(REASONS)}' if self.random.random() < 0.3 else ''}."

    def actions(self, meeting: Meeting, left: int) -> Iterator[Action]:
        assert meeting.at
        day = meeting.at.date()
        for n in range(2):
            uid, id_ = self.identity(meeting.at)
            due = day + timedelta(days=self.random.randint(2, 21)) if self.random.random() < 0.8 else None
            open_ = left * 2 + n in self.open
            closed = None if open_ else min(day + timedelta(days=self.random.randint(1, 25)), self.today)
            status = "open" if open_ else "dropped" if self.random.random() < 0.05 else "done"
            text = (
                f"{self.one_of(PROMISES)} {self.one_of(REASONS)}"
                if self.random.random() < 0.5
                else self.one_of(PROMISES)
            )
            goal = self.random.choice(self.goals).ref if self.random.random() < 0.05 else None
            yield Action(
                uid, id_, text, meeting.person if n else None, meeting.person, meeting.ref, goal, due, status, day, closed,
                "the plan changed" if status == "dropped" else None,
            )  # fmt: skip

    def others(self, meeting: Meeting) -> Iterator[Record]:
        """Sometimes an a-ha, praise, a concern, a decision, a topic, a check-in."""
        assert meeting.at
        person, at, chance = meeting.person, meeting.at, self.random.random()
        if chance < 0.4:
            uid, id_ = self.identity(at)
            kind = self.random.choice(("aha", "aha", "praise", "praise", "growth", "win", "concern", "decision"))
            because = self.one_of(REASONS) if kind == "aha" else None
            tags = (self.random.choice(TAGS),) if kind in ("praise", "win") else ()
            giver = person if kind in ("praise", "growth") else None
            text = f"{self.one_of(INSIGHTS)}{''.join(f' +{tag}' for tag in tags)}"
            resolved = (
                at.date() + timedelta(days=14)
                if kind == "concern" and at.date() < self.today - timedelta(days=90)
                else None
            )
            yield Moment(uid, id_, kind, text, because, giver, None, person, meeting.ref, at, resolved, tags)
        elif chance < 0.5:
            uid, id_ = self.identity(at)
            raised = at.date() + timedelta(days=7)
            state = ("raised", raised) if raised < self.today else ("parked", None)
            yield Topic(uid, id_, f"how to go on with {self.one_of(THINGS)}", person, meeting.ref, at.date(), *state)
        elif chance < 0.55 and at.date() > self.today - timedelta(days=30):
            uid, id_ = self.identity(at)
            yield Checkin(
                uid, id_, self.goals[0].ref, at, float(self.random.randint(1, 100)), "a step further", meeting.ref
            )


def make(path: Path, meetings: int = 10_000, seed: int = 1, today: date = TODAY) -> None:
    """A journal of so many meetings in a new file; all of it is one change in its log."""
    with Store(path, write=True):
        pass
    journal = Journal(meetings, seed, today)
    file = Database(path, execute_plugins=False)
    file.execute("PRAGMA synchronous = OFF")
    file.execute("PRAGMA foreign_keys = OFF")  # who is named before being there is checked at the end
    try:
        for table, made in _rows(journal):
            file.table(table).insert_all(made, batch_size=500)
        assert not list(file.query("PRAGMA foreign_key_check"))
    finally:
        file.close()


def _rows(journal: Journal) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    """Every table with its rows."""
    made = [(kind_of(record), mapping.row_of(record)) for record in journal.records()]
    yield "handle", ({"id": row["id"], "kind": kind, "uid": row["uid"], "sum": checksum(row)} for kind, row in made)
    for table in ("person", "goal", "meeting", "action", "moment", "topic", "checkin"):
        yield table, (row for kind, row in made if kind == table)
    yield "search", ({"rowid": n, "text": tokenizer.index_text(text)} for n, text in _texts(made))
    yield "tag", ({"name": name, "uid": row["uid"]} for _, row in made for name in row.get("tags", "").split())
    at = datetime.combine(journal.today, time(8), ZONE)
    change = {"uid": journal.identity(at)[0], "at": at.isoformat(), "command": "import", "device": "desk", "op": "do"}
    yield "change", chain([change])
    yield "change_row", (
        {"change_n": 1, "seq": n, "kind": kind, "uid": row["uid"], "before": None, "after": json.dumps(row, ensure_ascii=False)}
        for n, (kind, row) in enumerate(made)
    )  # fmt: skip


def _texts(made: list[tuple[str, dict[str, Any]]]) -> Iterator[tuple[int, str]]:
    return ((n, text) for n, (kind, row) in enumerate(made, 1) if (text := searched(kind, row)))


if __name__ == "__main__":
    ask = ArgumentParser(description=__doc__)
    ask.add_argument("path", type=Path)
    ask.add_argument("--meetings", type=int, default=10_000)
    ask.add_argument("--seed", type=int, default=1)
    said = ask.parse_args()
    make(said.path, said.meetings, said.seed)
