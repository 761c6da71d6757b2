"""What looks back, made by hand on the small journal of `render_sample`, as of Sunday 22 November 2026."""

from datetime import date

from render_sample import AHA, BEN, GOAL, GROWTH, HANAKO, MEETING, MIA, PLAN, PRAISE, SLOW, TODAY, WIN

from onelog.core.model import Answer, Ref, Topic
from onelog.core.results.feedback import Feedback, Quarter, Quiet, Tally
from onelog.core.results.forms import ListedForm
from onelog.core.results.patterns import Cut, Feature, RatedShare, Side, Thread
from onelog.core.results.search import Hit
from onelog.core.results.skills import Grown, QuarterCount, Skill
from onelog.core.results.sparks import Proposal, Sparks
from onelog.core.results.stats import Ended, Figure, Month, OwnScale, Quantity, Spread, Stats, Strip, Tagged
from onelog.core.results.watch import Fired, Warned
from onelog.terminal.insight.stats import GROUPS

NONE = Tally(0, 0, 0)
FEEDBACK = Feedback(
    None, None, Tally(2, 1, 2), Tally(1, 0, 1), 1,
    (
        Quarter("2026Q2", date(2026, 4, 1), Tally(0, 1, 1), NONE), Quarter("2026Q3", date(2026, 7, 1), NONE, NONE),
        Quarter("2026Q4", date(2026, 10, 1), Tally(2, 0, 1), Tally(1, 0, 1)),
    ),
    (PRAISE, GROWTH),
    (Quiet("Ben", "given", date(2026, 8, 20), 94), Quiet("田中 花子", "received", None, None)),
)  # fmt: skip
FEEDBACK_WITH = FEEDBACK._replace(
    person="Mia Tanaka", since=date(2026, 4, 1), neither=0, quiet=(), newest=(PRAISE,), quarters=FEEDBACK.quarters[2:]
)

QUARTERS = tuple(QuarterCount(quarter.quarter, n) for quarter, n in zip(FEEDBACK.quarters, (1, 0, 3), strict=True))
TALKING = Skill(
    "talking", None, 4, 2, 1, 0, 1, ("Mia Tanaka", "me"), date(2026, 4, 6), date(2026, 11, 20),
    Grown(date(2026, 4, 6), date(2026, 11, 20)), False, QUARTERS,
)  # fmt: skip
SEARCH = Skill(
    "検索", None, 1, 0, 0, 1, 0, (), date(2026, 11, 14), date(2026, 11, 14), None, True, (QuarterCount("2026Q4", 1),)
)
SKILLS = (TALKING, SEARCH)
YEARS = tuple(
    QuarterCount(f"{year}Q{n}", int((year, n) == (2024, 3))) for year in (2024, 2025, 2026) for n in range(1, 5)
)
SKILL = TALKING._replace(
    n=5, praise=3, first=date(2024, 8, 6), evidence=(PRAISE, AHA, GROWTH), quarters=(*YEARS[2:9], *QUARTERS)
)
"""Seen first in a quarter for which there is no column."""

FIGURES = {
    "meetings": (Quantity(7, 7), Quantity(12, 12)), "meetings_kept": (Quantity(5, 6), Quantity(0, 0)),
    "mine_kept": (Quantity(3, 4), Quantity(2, 9)), "mood": (Quantity(3.5, 6), Quantity(None, 2, (2, 5))),
    "ahas": (Quantity(2, 2), Quantity(0, 0)), "mine_days_late": (Quantity(1, 5), Quantity(None, 2, (2, 3))),
}  # fmt: skip
NOTHING = (Quantity(0, 0), Quantity(0, 0))
UNTOLD = Quantity(None, 0)
MONTHS = tuple(
    Month(
        date(2026, month, 1), month - 8, Ended(month - 8, 1, 0, 1, month % 2), Ended(0, 0, month % 2, 0),
        Quantity(None, 1, (month - 7,)), UNTOLD, UNTOLD, month - 9,
    )
    for month in (9, 10, 11)
)  # fmt: skip
STATS = Stats(
    "2026Q4", date(2026, 10, 1), TODAY, True, "2026-07-01..2026-08-20", date(2026, 7, 1), date(2026, 8, 20), None,
    tuple(Figure(name, *FIGURES.get(name, NOTHING)) for _, names in GROUPS for name in names),
    (Tagged("talking", 3, 1), Tagged("検索", 1, 0)), MONTHS,
    (
        Strip("Mia Tanaka", "mn7a", date(2026, 9, 28), ("met", "none", "met", "skipped", "met", "none", "missed", "met"), True, (3, None, 5, None, None, None, None, 1)),
        Strip("田中 花子", "hn4k", date(2026, 9, 28), ("none", "met", "none", "none", "none", "none", "met", "none"), False),
    ),
    (GOAL, SLOW),
    (OwnScale("energy", 1, 10, Quantity(7, 5), Quantity(None, 2, (4, 6)), (UNTOLD, Quantity(None, 1, (4,)), Quantity(7, 5))),),
    spreads=(Spread("mood", 0, 1, 2, 2, 1),),
)  # fmt: skip

WALK = Feature(
    "mode:walk", True, "more", 0.62, 0.2, 0.9, 14, 30, 11, 5.4, 0.0041, ("Mia Tanaka",), ("length", "weekday:fri"),
    (Side("Mia Tanaka", 0.7, 0.3, 0.9, 8, 12), Side("Ben", 0.4, -0.1, 0.8, 6, 18)),
)  # fmt: skip
PREPARED = Feature("prepared", True, "nothing", 0.1, -0.2, 0.4, 20, 24, 9, 8.7, 0.8, (), (), ())
THREAD = Thread(
    None, date(2025, 1, 6), date(2026, 11, 20), 60, 44, 40, 17, 12, 5, 1, 0.02, 80, 0.45, 120, "neighbours",
    (RatedShare("walk", 14, 15), RatedShare("", 30, 45)), (Cut("Mia Tanaka", 4, 11, 20), Cut("Ben", 5, 6, 20), Cut("Zoë", None, 0, 4)),
    (WALK, PREPARED),
)  # fmt: skip
UNRATED = THREAD._replace(rated=0, compared=0, high=0, look=0, next_look=40, shares=(), cuts=(), features=())

NEW_YEAR = STATS._replace(
    period="2027Q1", since=date(2027, 1, 1), until=date(2027, 1, 20), before="2026-10-01..2026-10-20",
    before_since=date(2026, 10, 1), before_until=date(2026, 10, 20), months=(), strips=(), goals=(), scales=(),
)  # fmt: skip
"""The same numbers beside those of the year before."""

MOODS = tuple(Fired("meeting", f"m{n}qf", date(2026, 11, 7 * n - 4), 3 - n) for n in (1, 2))
LATE = Warned(
    "promise", Ref(PLAN.uid, PLAN.id), MIA, date(2026, 10, 27), 26, 14, (Fired("action", "k7qf", date(2026, 10, 27), None, PLAN.text),), text=PLAN.text,
)  # fmt: skip
WORRIES = (
    Fired("concern", "c5rn", date(2026, 9, 2), None, "the budget is late"),
    Fired("concern", "c4rn", date(2026, 11, 20), None, "the budget is later still"),
)
WORRY = Warned("concern", Ref("x-3", "c4rn"), BEN, date(2026, 11, 20), 2, 2, WORRIES, text=WORRIES[1].text)
UNTOLD_WORRY = WORRY._replace(records=tuple(one._replace(text=None) for one in WORRIES), text=None)
WARNED = (
    Warned("mood", BEN, BEN, date(2026, 11, 3), 1, 2, MOODS, 2, ("low",)), LATE, UNTOLD_WORRY,
    Warned(
        "skips", HANAKO, HANAKO, date(2026, 11, 2), 3, 2, (Fired("skip", "kk5w", date(2026, 11, 2), None, "風邪"),),
        answer=Answer("n-1", "nn5w", "skips", HANAKO, date(2026, 11, 10), date(2026, 12, 10), "she is back in December"),
    ),
)  # fmt: skip

PROPOSALS = (
    Proposal(1, "thanks", "Mia Tanaka", "the clearest talk she has seen this year", date(2026, 11, 20), about=("p6rs",)),
    Proposal(2, "aha", "Mia Tanaka", "a small team decides faster", date(2024, 11, 20), 2, ("h3bd",), ("team", "faster"), "t8pc"),
)  # fmt: skip
SPARKS = (
    Sparks("", 6, 2, 1), Sparks("aha", 4, 1, 0), Sparks("thanks", 2, 1, 1), Sparks("win", 0, 0, 0),
    Topic("t-8", "t8pc", "what a small team decides", MIA, added=date(2026, 11, 22), tags=("spark", "aha")),
    Topic("t-9", "t9pc", WIN.text, Ref("p-ben", "Ben"), None, date(2026, 11, 14), "raised", TODAY, "he laughed", ("spark", "landed")),
)  # fmt: skip

FOLLOWED = (
    Hit("meeting", "m7qf", "Mia Tanaka", "2026-11-20T14:00:00+09:00", MEETING.body[:60], (), MEETING),
    Hit("action", "k7qf", "Mia Tanaka", "2026-11-03", PLAN.text, (), PLAN),
)
FORMS = (
    ListedForm("report", "report", True, "forms/report.md", (("energy", 1, 10),), 3),
    ListedForm("everybody", "everybody", False, "forms/everybody.md", (), 1),
    ListedForm("chloe", "", False, "forms/chloe.md", (), 0, ((4, "a scale has two ends"), (0, "is not UTF-8"))),
    ListedForm("mia", "Mia Tanaka", False, "forms/mia.md", (), 0),
)
