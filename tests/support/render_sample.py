"""A small journal made by hand, seen on Sunday 22 November 2026."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from io import StringIO

from onelog.core import progress
from onelog.core.model import Action, Checkin, Goal, Meeting, Moment, Person, Ref, Skip, SkipAhead, Topic
from onelog.core.results.common import Kept, Standing, Today
from onelog.core.results.history import Change, RecordChange
from onelog.core.results.lessons import Question
from onelog.core.results.prep import Brief, Mood, Prep
from onelog.core.results.safety.drafts import Waiting
from onelog.core.results.search import Hit
from onelog.terminal.kit.screen import Screen

TODAY = date(2026, 11, 22)
TOKYO = timezone(timedelta(hours=9))
MIA, BEN, HANAKO = Ref("p-mia", "Mia Tanaka"), Ref("p-ben", "Ben"), Ref("p-hana", "田中 花子")
MAU, M1 = Ref("g-mau", "g4mx"), Ref("m-1", "m7qf")


def at(month: int, day: int, hour: int = 0, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=TOKYO)


def screen(width: int = 80, language: str = "en", color: str = "never") -> tuple[Screen, StringIO]:
    file = StringIO()
    return Screen(file, language=language, color=color, width=width, height=24), file


PLAN = Action(
    "a-1", "k7qf", "draft the rollout plan and show it to the two teams that will live with it", person=MIA, meeting=M1,
    due=date(2026, 11, 17), opened=date(2026, 11, 3), why="they were surprised by the last one", tags=("ops",),
)  # fmt: skip
VENDORS = Action("a-2", "m3xp", "send the vendor list", MIA, MIA, M1, due=date(2026, 11, 21), opened=date(2026, 11, 20))
CALL = Action("a-3", "w8rt", "call the vendor", person=BEN, due=date(2026, 11, 27), opened=date(2026, 11, 20))
THINK = Action("a-4", "z2hk", "think about the offsite", opened=date(2026, 11, 2))
REVIEW = Action(
    "a-5",
    "b5cd",
    "評価シートの下書きを読む",
    HANAKO,
    HANAKO,
    due=date(2026, 12, 4),
    opened=date(2026, 11, 19),
)
ROOM = Action(
    "a-6", "x2cd", "book the room", person=MIA, status="done", opened=date(2026, 11, 3), closed=date(2026, 11, 10), meeting=M1
)  # fmt: skip
SLIDES = Action(
    "a-7", "t9vb", "new slides", BEN, BEN, status="dropped", opened=date(2026, 9, 1), closed=date(2026, 9, 17),
    why="nobody asked for them again",
)  # fmt: skip
ACTIONS = (PLAN, CALL, THINK, VENDORS, REVIEW)

AHA = Moment(
    "x-1", "h3bd", "aha", "a small team decides faster #teams", "two of us settled in an hour what took weeks", person=MIA,
    meeting=M1, at=at(11, 20, 14), tags=("teams",),
)  # fmt: skip
PRAISE = Moment(
    "x-2", "p6rs", "praise", "the clearest talk she has seen this year", giver=MIA, person=MIA, meeting=M1, at=at(11, 20, 14)
)  # fmt: skip
CONCERN = Moment("x-3", "c4rn", "concern", "on-call is wearing Ben down", person=MIA, meeting=M1, at=at(11, 20, 14))
SETTLED = Moment(
    "x-4", "c5rn", "concern", "the budget is late", person=BEN, at=at(9, 2), resolved=date(2026, 10, 1)
)  # fmt: skip
WIN = Moment("x-5", "w5nn", "win", "shipped the search 🎉 two days early", person=BEN, at=at(11, 14))
GROWTH = Moment("x-6", "g7rw", "growth", "結論を先に言う", receiver=HANAKO, person=HANAKO, at=at(6, 3, 10, year=2025))
MOMENTS = (AHA, PRAISE, CONCERN, WIN, SETTLED, GROWTH)

TOPIC = Topic("t-1", "t4pc", "the budget for next year", MIA, added=date(2026, 11, 19))
RAISED = Topic("t-2", "t5pc", "who leads the migration", MIA, M1, date(2026, 11, 1), "raised", date(2026, 11, 20))
JA_TOPIC = Topic("t-3", "t6pc", "来期の体制について", HANAKO, added=date(2026, 11, 22))
TOPICS = (TOPIC, RAISED, JA_TOPIC)

LOOK = Checkin("k-1", "ck2n", MAU, at(11, 20, 14), 950000.0, "wrote the plan", M1)
EARLIER = Checkin("k-0", "ck1n", MAU, at(10, 2), 810000.0)
GOAL = Goal(
    "g-mau", "g4mx", "A million people use it each month", MIA, date(2026, 12, 31), "monthly users", 700000.0, 1000000.0,
    "people", opened=date(2026, 7, 1), checkins=(EARLIER, LOOK),
)  # fmt: skip
STEP = Goal("g-2", "g5st", "Onboarding without a call", by=date(2026, 12, 11), parent=MAU, opened=date(2026, 9, 1))
ENDED = Goal("g-3", "g6nd", "Search in Japanese", status="achieved", opened=date(2026, 1, 5), closed=date(2026, 11, 14))
GOALS = (GOAL, STEP, ENDED)

BODY = """\
We talked about the launch, and about how the nights have been since the move. She is worried about the on-call load and \
wants a second person. Nothing is decided yet.

- ^k7qf
- ^m3xp
- ^x2cd

  * a point inside that is long enough to be wrapped on any screen that people have on their desks these days
- ^h3bd
- ^p6rs
- ^c4rn
- ^ck2n"""
MEETING = Meeting(
    "m-1", "m7qf", MIA, at(11, 20, 14), 45, "video", 4, 3, 5, ("ops",), BODY, actions=(PLAN, VENDORS, ROOM),
    moments=(AHA, PRAISE, CONCERN), topics=(RAISED,), checkins=(LOOK,),
)  # fmt: skip
COMING = Meeting("m-2", "m8qf", MIA, body="Ask her about the second person.", topics=(TOPIC,))
JA_MEETING = Meeting(
    "m-3", "m9qf", HANAKO, at(10, 29), 30, "office", body="来期の目標について話した。本人は開発よりも育成に関心があるという。次回までに案を"
    "出してもらう。最後に雑談。", actions=(REVIEW,),
)  # fmt: skip
ENTRIES = (COMING, CALL, MEETING, WIN, JA_MEETING, SETTLED)

PERSON = Person(
    "p-mia", "mn7a", "Mia Tanaka", "mt", "manager", "2w", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    relations=((date(2024, 11, 26), "peer"), (date(2026, 7, 1), "manager")), added=date(2024, 11, 26),
    last_met=date(2026, 11, 3),
)  # fmt: skip
PEOPLE = (
    PERSON,
    Person("p-ben", "bn2k", "Ben", relation="report", rule="FREQ=WEEKLY", last_met=date(2026, 11, 20)),
    Person(
        "p-hana",
        "hn4k",
        "田中 花子",
        relation="report",
        rule="FREQ=MONTHLY;BYDAY=1MO",
        last_met=date(2026, 10, 29),
    ),
    Person("p-old", "ld3r", "Chloe", relation="peer", archived=date(2026, 2, 2)),
    Person(
        "p-zoe", "zz4k", "Zoë", relation="skip", rule="FREQ=WEEKLY;BYDAY=WE", last_met=date(2026, 11, 4),
        skips=(SkipAhead(date(2026, 11, 10), date(2026, 11, 11), date(2027, 1, 11)),),
    ),
)  # fmt: skip
ZOE = PEOPLE[4]
LEAVE = Skip(
    "k-1", "kk4w", ZOE.ref, date(2026, 11, 10), date(2026, 11, 11), date(2027, 1, 11), "on leave until her daughter is two"
)  # fmt: skip
ILL = Skip("k-2", "kk5w", HANAKO, date(2026, 11, 1), date(2026, 11, 2), why="風邪")
DUE = (
    Standing(PEOPLE[0], date(2026, 11, 17), "overdue", 5, kept=Kept(9, 1, 1)),
    Standing(PEOPLE[1], date(2026, 11, 27), "due", kept=Kept(2, 0, 1)),
    Standing(PEOPLE[2], date(2026, 12, 7), "coming", skip=ILL, kept=Kept(0, 0, 0)),
    Standing(ZOE, date(2027, 1, 13), "paused", until=date(2027, 1, 11), skip=LEAVE, kept=Kept(0, 0, 0)),
)
NOBODYS = Standing(Person("p-non", "nn4k", "Omar"), None, "none")

SLOW = Goal(
    "g-4", "g7sw", "Half of the ads from our own stack", MIA, date(2026, 12, 31), start=0.0, target=50.0, opened=date(2026, 7, 1),
    checkins=(Checkin("k-4", "ck4n", Ref("g-4", "g7sw"), at(11, 20), 20.0),),
)  # fmt: skip
PAST = Goal("g-5", "g8pt", "田中さんの異動", by=date(2026, 11, 1), opened=date(2026, 7, 1))
MORNING = Today(
    TODAY, due=DUE[:2], mine=(PLAN, CALL, THINK), mine_more=2, theirs=(VENDORS, REVIEW), goals=(PAST, SLOW),
    moment=Moment("x-9", "q7zw", "aha", "the question before the answer: who is it for?", person=MIA, at=at(8, 12)),
)  # fmt: skip

HELD = replace(
    MEETING, at=at(11, 3, 14), actions=(), moments=(), topics=(), checkins=(), body=BODY.split("- ^", 1)[0]
)  # fmt: skip
HANDED = Action(
    "a-8", "v7nd", "show the vendors what the change costs them, before anybody decides", MIA, MIA, due=date(2026, 11, 20),
    opened=date(2026, 10, 6), why="they asked twice and heard nothing",
)  # fmt: skip
BEFORE = Prep(
    DUE[0], "mia", HELD, mine=(PLAN, CALL, ROOM), theirs=(HANDED, VENDORS, replace(SLIDES, person=MIA)), topics=(TOPIC, JA_TOPIC),
    noted=3, coming=Ref("m-2", "m8qf"), concerns=(CONCERN,), goals=tuple(progress.courses((SLOW, GOAL, STEP), {}, TODAY)),
    risky=frozenset({"g-4"}), moods=(Mood(date(2026, 9, 22), 4, None), Mood(date(2026, 10, 6), 2, 5), Mood(date(2026, 11, 3), 3, 1)),
    questions=(
        Question("opening", "opening", "What would make this half hour worth your while?", ("any",)),
        Question("career", "career", "Which of the things that you did this year should nobody ever have to do again?", ("any",)),
    ),
    remembered=MORNING.moment, warnings=2,
)  # fmt: skip
FIRST = Prep(NOBODYS, "omar", questions=BEFORE.questions)
TEAM = (
    Brief(DUE[0], 2, 1, 2, 1, 2, 1, date(2026, 10, 18), BEFORE.moods, 1), Brief(DUE[1], topics=12),
    Brief(DUE[2], 1, moods=(Mood(date(2026, 10, 29), 4, None),)), Brief(DUE[3], theirs=1),
)  # fmt: skip

CHANGES = (
    Change(12, at(11, 22, 9, 5), "done k7qf", "desk", "do", None, False, (
        RecordChange("action", "a-1", "k7qf", {"status": "open", "closed": None}, {"status": "done", "closed": "2026-11-22"}),
    )),
    Change(11, at(11, 21, 18, 30), "undo", "desk", "undo", 10, False, (
        RecordChange("moment", "x-5", "w5nn", {"kind": "win", "text": "shipped"}, None),
    )),
    Change(10, at(11, 14, 8), "win", "desk", "do", None, True, (
        RecordChange("moment", "x-5", "w5nn", None, {"kind": "win", "text": "shipped the search\ntwo days early"}),
    )),
)  # fmt: skip
WAITING = (
    Waiting(1, at(11, 20, 14, 5), "log", "Mia Tanaka", "we talked about the launch, and about how the nights have been since the move to the new office\n\na: draft it"),
    Waiting(2, at(11, 22, 9), "edit k7qf", None, "---\nwith: 田中 花子\n---\n\n来期の目標\n二行目\n三行目\n四行目"),
    Waiting(10, at(11, 22, 9), "", None, "[bold]\x1b[2Jwords"),
)  # fmt: skip
HITS = (
    Hit("meeting", "m7qf", "Mia Tanaka", "2026-11-20T14:00:00+09:00", "…about the launch, and about how the nights have…",
        ((11, 17), (38, 44)), MEETING),
    Hit("growth", "g7rw", "田中 花子", "2025-06-03T10:00:00+09:00", "結論を先に言う", ((0, 2),), GROWTH),
)  # fmt: skip
