"""Every cell of records that are full, bare and odd: the row in the file, JSON, CSV and the line of a pipe.

`python tests/formats/test_cells.py` writes the golden files anew; read the difference. They were first written by code
that spelled each field by hand in every one of these places, before `core/fields.py` came to be the one that does.
"""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from onelog.core.kinds import Record, kind_of
from onelog.core.model import Action, Answer, Checkin, Goal, Meeting, Moment, Person, Ref, Skip, SkipAhead, Topic
from onelog.core.results.common import Book
from onelog.formats import csv_table, tsv
from onelog.formats.json_records import record_json
from onelog.store.mapping import row_of

GOLDEN = Path(__file__).parents[1] / "golden" / "cells"
TODAY = date(2026, 11, 20)
EARLY, LATE = date(2024, 2, 29), date(2026, 12, 31)
AT, ELSEWHERE = datetime.fromisoformat("2026-11-03T10:00:00+09:00"), datetime.fromisoformat("2025-12-31T23:59:59-03:30")
MIA, ME, MEETING, GOAL = (
    Ref("u-mia", "Mia Tanaka"),
    Ref("u-ben", "田中\t花子"),
    Ref("u-met", "m3tk"),
    Ref("u-goal", "g4lk"),
)

PEOPLE = (
    Person(
        "u-p1", "p111", "Mia Tanaka", "mia", "manager", "2w on tue", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", added=EARLY,
        relations=((EARLY, "peer"), (date(2026, 1, 1), "manager")), last_met=date(2026, 10, 6),
        skips=(SkipAhead(EARLY, date(2026, 10, 20)),), more_aliases=("mt", "=boss"), reading="たなか",
        hour="14:00",
    ),
    Person("u-p2", "p222", "Ben", archived=LATE, added=EARLY, relation="other"),
    Person("u-p3", "p333", "Zoë", more_aliases=("z",), rule="FREQ=MONTHLY", every="monthly", last_met=date(2026, 11, 1)),
)  # fmt: skip
ACTIONS = (
    Action("u-a1", "a111", "=draft\tthe plan", ME, MIA, MEETING, GOAL, EARLY, "open", EARLY, None, "+so", ("calm", "c++"), "went well"),
    Action("u-a2", "a222", "call"),
    Action("u-a3", "a333", "wait", MIA, due=EARLY, status="done", opened=EARLY, closed=LATE),
    Action("u-a4", "a444", "leave", due=TODAY, status="dropped", closed=EARLY, outcome="no time", goal=Ref("u-x", "")),
)  # fmt: skip
MOMENTS = (
    *(
        Moment(f"u-{kind}", f"{kind}1", kind, "first\nsecond", "-it rained", giver, receiver, MIA, MEETING, AT, LATE, ("計画",), "settled")
        for kind in ("decision", "win", "aha", "praise", "growth", "concern", "private")
        for giver, receiver in ((MIA, None),)
    ),
    Moment("u-m1", "m111", "praise", "calm", receiver=ME, at=ELSEWHERE),
    Moment("u-m2", "m222", "growth", "", at=ELSEWHERE),
    Moment("u-m3", "m333", "praise", "nobody's"),
    Moment("u-m4", "m444", "win", "", because=""),
)  # fmt: skip
TOPICS = (
    Topic("u-t1", "t111", "who joins?", MIA, MEETING, EARLY, "raised", LATE, "it was late", ("calm", "craft"), "Ben"),
    Topic("u-t2", "t222", "@later"),
    Topic("u-t4", "t444", "speak slower", MIA, added=EARLY, becomes="growth"),
    Topic("u-t3", "t333", "career", MIA, added=EARLY, rule="FREQ=WEEKLY;INTERVAL=4", next=LATE),
)
CHECKINS = (
    Checkin("u-c1", "c111", GOAL, AT, 1.5, "half way", MEETING),
    Checkin("u-c2", "c222", GOAL, ELSEWHERE, -3.0),
    Checkin("u-c3", "c333", Ref("u-x", ""), AT, 1e16, ""),
)
GOALS = (
    Goal("u-g1", "g111", "ship it", MIA, LATE, "users", 0.5, 1_200_000.0, "人", "open", GOAL, EARLY, None, ("計画", "craft"), CHECKINS),
    Goal("u-g2", "g222", "bare"),
    Goal("u-g3", "g333", "over", by=EARLY, start=10.0, target=0.25, status="missed", closed=TODAY, checkins=CHECKINS[1:2]),
)  # fmt: skip
SKIPS = (
    Skip("u-s1", "s111", MIA, TODAY, EARLY, LATE, "she is away"),
    Skip("u-s2", "s222", ME, EARLY),
    Skip("u-s3", "s333", MIA, TODAY, EARLY, moved=AT),
)
ANSWERS = (
    Answer("u-w1", "w111", "promise", MIA, TODAY, LATE, "I know"),
    Answer("u-w2", "w222", "concern", Ref("u-concern", "concern1"), EARLY, TODAY),
)
MEETINGS = (
    Meeting("u-n1", "n111", MIA, AT, 1440, "video", 1, 5, 3, ("calm", "計画"), "=a note\n\n- ^a111\n- ^none\n\nend\n", "x: 1\ny: [a]\n", ELSEWHERE,
            ACTIONS, MOMENTS, TOPICS, CHECKINS),
    Meeting("u-n2", "n222", ME),
    Meeting("u-n3", "n333", MIA, ELSEWHERE, body="\n", created=AT, mood=5, tags=("c#",)),
)  # fmt: skip
RECORDS: tuple[Record, ...] = (
    *PEOPLE, *MEETINGS, *ACTIONS, *MOMENTS, *TOPICS, *GOALS, *CHECKINS, *SKIPS, *ANSWERS,
)  # fmt: skip


def _json(record: Record) -> dict[str, Any]:
    """What stands inside is a record of its own here."""
    parts = {"actions": (), "moments": (), "topics": (), "checkins": ()} if isinstance(record, Meeting) else {}
    short = {key: list(value) for key, value in (("keys", record_json(record, TODAY)),)}
    return short | record_json(replace(record, **parts), TODAY, whole=True)  # type: ignore[arg-type]  # empty tuples


def _csv() -> str:
    out = io.StringIO()
    csv_table.write(
        Book(None, PEOPLE, (replace(MEETINGS[0], checkins=CHECKINS[:1]), *MEETINGS[1:]), goals=GOALS, skips=SKIPS, answers=ANSWERS),
        out, TODAY,
    )  # fmt: skip
    return out.getvalue().replace("\r\n", "\n")


def _lined(values: list[dict[str, Any]]) -> str:
    return "".join(f"{json.dumps(value, ensure_ascii=False)}\n" for value in values)


WRITTEN: dict[str, Callable[[], str]] = {
    "rows.jsonl": lambda: _lined([{"table": kind_of(record), **dict(sorted(row_of(record).items()))} for record in RECORDS]),
    "records.jsonl": lambda: _lined([_json(record) for record in RECORDS]),
    "records.csv": _csv,
    "records.tsv": lambda: "".join(f"{tsv.line(record, TODAY)}\n" for record in RECORDS),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITTEN)
def test_every_cell_is_as_it_was(name: str) -> None:
    assert WRITTEN[name]().split("\n") == (GOLDEN / name).read_text(encoding="utf-8").split("\n")


if __name__ == "__main__":
    for name, written in WRITTEN.items():
        (GOLDEN / name).write_text(written(), encoding="utf-8")
