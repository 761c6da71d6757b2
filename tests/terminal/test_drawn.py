"""Every view, drawn whole: the pages in `drawn/` are what somebody sees.

To draw them anew after a change of the look: `ONELOG_REDRAW=1 pytest tests/terminal/test_drawn.py`, then read the diff.
"""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import looking_back_sample as back
import pytest
import render_sample as sample
from render_sample import TODAY

from onelog.core import progress
from onelog.core.progress import Plan, Step
from onelog.core.results.common import Changed, Kept, Logged, Today
from onelog.core.settings import Watch
from onelog.terminal.insight import feedback, patterns, prep, skills, spark, stats, team, today, upcoming, watch
from onelog.terminal.kit.screen import Screen
from onelog.terminal.records import (
    actions,
    changed,
    drafts,
    forms,
    goals,
    history,
    logged,
    meeting,
    moments,
    people,
    plan,
    record,
    search,
    timeline,
    topics,
)

pytestmark = pytest.mark.posix

PAGES = Path(__file__).parent / "drawn"
ALL_ACTIONS = (*sample.ACTIONS, sample.ROOM, sample.SLIDES)
JUST_LOGGED = Logged(sample.MEETING, ("Zoë",), ((3, "due:someday is not a day that onelog understands"),), parked=2)
FACTS = {"meetings": 12, "actions": 1}
COURSES = progress.courses(sample.GOALS, {}, TODAY)
STEPS = (Step("half", date(2026, 6, 30)), Step("quarter", date(2026, 12, 11), sample.STEP))
PLAN = Plan(sample.GOAL, STEPS, (sample.PLAN, sample.TOPIC), tuple(COURSES[:2]))

VIEWS: dict[str, Callable[[Screen], None]] = {
    "actions": lambda s: actions.draw(s, ALL_ACTIONS, TODAY),
    "timeline": lambda s: timeline.draw(s, sample.ENTRIES, TODAY, more=123),
    "meeting": lambda s: meeting.draw(s, sample.MEETING, TODAY),
    "action": lambda s: record.draw(s, sample.PLAN, TODAY, (sample.GOAL, sample.MEETING)),
    "praise": lambda s: record.draw(s, sample.PRAISE, TODAY),
    "concern": lambda s: record.draw(s, sample.SETTLED, TODAY),
    "concern-followed": lambda s: record.draw(s, sample.CONCERN, TODAY, follow_ups=back.FOLLOWED),
    "topic": lambda s: record.draw(s, sample.RAISED, TODAY),
    "checkin": lambda s: record.draw(s, sample.LOOK, TODAY),
    "goal": lambda s: record.draw(s, sample.GOAL, TODAY, (sample.STEP, sample.PLAN), course=COURSES[0]),
    "person": lambda s: record.draw(
        s, sample.PERSON, TODAY, (sample.TOPIC,), facts=FACTS, kept=Kept(9, 1, 1), skips=(sample.LEAVE, sample.ILL)
    ),
    "skip": lambda s: record.draw(s, sample.LEAVE, TODAY),
    "moments": lambda s: moments.draw(s, sample.MOMENTS, TODAY),
    "topics": lambda s: topics.draw(s, sample.TOPICS, TODAY),
    "people": lambda s: people.draw(s, sample.PEOPLE, TODAY),
    "next": lambda s: upcoming.draw(s, sample.DUE, TODAY, without=2),
    "next-all": lambda s: upcoming.draw(s, (*sample.DUE, sample.NOBODYS), TODAY, whole=True),
    "prep": lambda s: prep.draw(s, sample.BEFORE, TODAY),
    "prep-first": lambda s: prep.draw(s, sample.FIRST, TODAY),
    "team": lambda s: team.draw(s, sample.TEAM, TODAY, without=2),
    "goals": lambda s: goals.draw(s, COURSES, TODAY),
    "goals-tree": lambda s: goals.draw(s, COURSES, TODAY, tree=True),
    "plan": lambda s: plan.draw(s, PLAN, TODAY, Changed("planned", (sample.STEP, sample.TOPIC))),
    "history": lambda s: history.draw(s, sample.CHANGES, TODAY),
    "drafts": lambda s: drafts.draw(s, sample.WAITING, TODAY),
    "drafts-none": lambda s: drafts.draw(s, (), TODAY),
    "search": lambda s: search.draw(s, sample.HITS, TODAY),
    "today": lambda s: today.draw(s, sample.MORNING, TODAY),
    "today-empty": lambda s: today.draw(s, Today(TODAY, empty=True), TODAY),
    "forms": lambda s: forms.draw(s, back.FORMS, TODAY),
    "forms-none": lambda s: forms.draw(s, (), TODAY),
    "feedback": lambda s: feedback.draw(s, back.FEEDBACK, TODAY, lately=60),
    "feedback-with": lambda s: feedback.draw(s, back.FEEDBACK_WITH, TODAY, lately=60),
    "skills": lambda s: skills.draw(s, back.SKILLS, TODAY, tagged=5, n=9),
    "skill": lambda s: skills.draw(s, back.SKILL, TODAY),
    "stats": lambda s: stats.draw(s, back.STATS, TODAY),
    "stats-january": lambda s: stats.draw(s, back.NEW_YEAR, date(2027, 1, 20)),
    "thread": lambda s: patterns.draw(s, back.THREAD, TODAY),
    "thread-all": lambda s: patterns.draw(s, back.THREAD, TODAY, everything=True),
    "thread-none": lambda s: patterns.draw(s, back.UNRATED, TODAY),
    "watch": lambda s: watch.draw(s, back.WARNED, TODAY, limits=Watch(), quiet=2),
    "watch-private": lambda s: watch.draw(s, (back.WORRY,), TODAY, limits=Watch(), private=True),
    "watch-none": lambda s: watch.draw(s, (), TODAY, limits=Watch()),
    "spark": lambda s: spark.draw(s, back.PROPOSALS, TODAY),
    "spark-past": lambda s: spark.draw(s, back.SPARKS, TODAY),
    "spark-none": lambda s: spark.draw(s, (), TODAY),
    "logged": lambda s: logged.draw(s, JUST_LOGGED, TODAY),
    "changed": lambda s: changed.draw(s, Changed("done", (sample.ROOM,)), TODAY),
    "changed-skip": lambda s: changed.draw(s, Changed("skipped", (sample.ILL,), after=sample.DUE[2]), TODAY),
    "changed-pause": lambda s: changed.draw(s, Changed("paused", (sample.LEAVE,), after=sample.DUE[3]), TODAY),
    "changed-many": lambda s: changed.draw(s, Changed("added", sample.ACTIONS * 2), TODAY),
}
WAYS = [(80, "en"), (60, "en"), (80, "ja")]


def page(view: str, width: int, language: str) -> str:
    screen, file = sample.screen(width, language)
    VIEWS[view](screen)
    return file.getvalue()


@pytest.mark.long
@pytest.mark.parametrize(("width", "language"), WAYS)
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_drawn_as_its_page(view: str, width: int, language: str) -> None:
    file = PAGES / f"{view}-{width}-{language}.txt"
    drawn = page(view, width, language)
    if os.environ.get("ONELOG_REDRAW"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(drawn, encoding="utf-8")
        pytest.fail(f"{file.name} is drawn anew; now read it.")
    assert drawn == file.read_text(encoding="utf-8")


def test_every_page_belongs_to_a_view() -> None:
    known = {f"{view}-{width}-{language}.txt" for view in VIEWS for width, language in WAYS}
    assert {path.name for path in PAGES.iterdir()} == known


EMPTY: dict[str, tuple[Callable[[Screen], None], str]] = {
    "actions": (
        lambda s: actions.draw(s, (), TODAY),
        "Nothing is open. A new promise: onelog actions add write the plan due:fri\n",
    ),
    "timeline": (
        lambda s: timeline.draw(s, (), TODAY, 0),
        "Nothing here yet. A first meeting: onelog log Mia a: send the notes due:fri\n",
    ),
    "moments": (
        lambda s: moments.draw(s, (), TODAY),
        "No moments here yet. A first one: onelog aha a small team decides faster\n",
    ),
    "topics": (
        lambda s: topics.draw(s, (), TODAY),
        "Nothing is parked. For the next meeting: onelog topic Mia the budget\n",
    ),
    "people": (
        lambda s: people.draw(s, (), TODAY),
        "Nobody here yet. Add somebody: onelog people add Mia --every 2w\n",
    ),
    "next": (
        lambda s: upcoming.draw(s, (), TODAY),
        "Nobody has a cadence yet. Set one: onelog people edit Mia --every 2w\n",
    ),
    "goals": (
        lambda s: goals.draw(s, (), TODAY),
        "No goals here yet. A first one: onelog goals add ship the new search --by eoq\n",
    ),
    "history": (lambda s: history.draw(s, (), TODAY), "Nothing has been changed yet.\n"),
    "search": (
        lambda s: search.draw(s, (), TODAY),
        "Nothing found. Fewer words find more; onelog search goa* finds beginnings.\n",
    ),
    "today": (
        lambda s: today.draw(s, Today(TODAY), TODAY),
        "Sun 22 Nov 2026\n\nNobody is due this week, and you owe nothing.\n",
    ),
}


@pytest.mark.parametrize("view", EMPTY)
def test_an_empty_list_says_what_to_do_first(view: str) -> None:
    screen, file = sample.screen()
    draw, expected = EMPTY[view]
    draw(screen)
    assert file.getvalue() == expected
