"""What is about a goal: every text that names it, every promise for it, and since when there was none."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_journal import BEGIN, empty

from onelog.core.kinds import Record
from onelog.core.model import Checkin, Goal, Meeting
from onelog.core.selection import Selection
from onelog.insight import collect, goal_links
from onelog.journal import follow_up, goals, log
from onelog.store import changelog, meetings, records
from onelog.store.database import Store

LATER = BEGIN + timedelta(days=30)
Touch = Callable[[Store, str], object]

TOUCHES: dict[str, Touch] = {
    "check-in": lambda store, id_: follow_up.check_in(store, id_, 3, "", LATER),
    "check-in in a meeting": lambda store, id_: log.log_meeting(store, "Mia", f"g: {id_} 3 so far", LATER),
    "promise": lambda store, id_: follow_up.add(store, "action", f"write the advert goal:{id_}", LATER),
    "promise that names it": lambda store, id_: follow_up.add(store, "action", f"write it \\goal:{id_}", LATER),
    "moment": lambda store, id_: follow_up.add(store, "win", f"the first one signed goal:{id_}", LATER),
    "its reason": lambda store, id_: follow_up.add(store, "aha", f"ask early because: of goal:{id_}", LATER),
    "worry": lambda store, id_: follow_up.add(store, "concern", f"nobody comes (goal: {id_})", LATER),
    "topic": lambda store, id_: follow_up.park(store, "Mia", f"the advert goal:{id_}", LATER),
    "note": lambda store, id_: log.log_meeting(store, "Mia", f"we talked about Goal:{id_.upper()}, at length", LATER),
    "note for the next": lambda store, id_: log.note_for_next(store, "Mia", f"ask about goal:{id_}", LATER),
    "look at another goal": lambda store, id_: follow_up.check_in(store, "other", None, f"as goal:{id_}", LATER),
    "goal below": lambda store, id_: goals.add(store, "write the advert", LATER, under=id_),
}  # fmt: skip
NOTHING: dict[str, Touch] = {
    "another goal": lambda store, _: follow_up.check_in(store, "other", 3, "", LATER),
    "an id alone": lambda store, id_: follow_up.add(store, "win", f"the first {id_} signed", LATER),
    "another word": lambda store, id_: follow_up.add(store, "win", f"goals{id_} goal-{id_}x goals:{id_}", LATER),
    "words between": lambda store, id_: follow_up.add(store, "win", f"a goal like {id_}", LATER),
    "goal above": lambda store, _: goals.add(store, "lead", LATER),
}


def weeks(store: Store) -> int:
    (seen,) = (one for one in goal_links.courses(store, LATER.date()) if one.goal.title == "hire four engineers")
    return seen.weeks


def begun(store: Store) -> str:
    goals.add(store, "other things", BEGIN)
    return goals.add(store, "hire four engineers", BEGIN).records[0].id


@pytest.mark.parametrize("touch", TOUCHES)
def test_a_goal_is_untouched_until_something_is_about_it(touch: str) -> None:
    with empty() as store:
        id_ = begun(store)
        assert weeks(store) == 4
        TOUCHES[touch](store, id_)
        assert weeks(store) == 0
        changelog.undo(store, 1, LATER)
        assert weeks(store) == 4


@pytest.mark.parametrize("other", NOTHING)
def test_what_is_about_something_else_does_not_touch_it(other: str) -> None:
    with empty() as store:
        NOTHING[other](store, begun(store))
        assert weeks(store) == 4


def test_a_promise_that_ends_touches_its_goal_once_more() -> None:
    with empty() as store:
        promise = follow_up.add(store, "action", f"write the advert goal:{begun(store)}", BEGIN).records[0]
        assert weeks(store) == 4
        follow_up.close(store, [promise.id], LATER.date() - timedelta(days=8), None, "done", LATER)
        assert weeks(store) == 1


def test_a_topic_that_is_raised_touches_its_goal_once_more() -> None:
    with empty() as store:
        topic = follow_up.park(store, "Mia", f"the advert goal:{begun(store)}", BEGIN).records[0]
        assert weeks(store) == 4
        follow_up.close(store, [topic.id], LATER.date() - timedelta(days=8), None, "done", LATER)
        assert weeks(store) == 1


# --- counted again by reading everything

IDS = ("ids0", "ids1", "ids2")
SAID = st.lists(
    st.sampled_from(["goal:ids0", "goal:ids1", "Goal: IDS2", "goals:ids0", "ids1", "goal", "の goal:ids2。", "a goal", "(goal:ids0)"]),
    min_size=1, max_size=4,
).map(" ".join)  # fmt: skip
DONE = st.lists(st.tuples(st.sampled_from(["note", "win", "concern", "action", "topic", "because"]), SAID), max_size=6)


@pytest.mark.long
@given(DONE)
@settings(max_examples=30)
def test_what_names_a_goal_agrees_with_a_reading_of_everything(done: list[tuple[str, str]]) -> None:
    with empty() as store:
        ids = [goals.add(store, f"title {n}", BEGIN).records[0].id for n in range(3)]
        for number, (kind, said) in enumerate(done):
            for n, id_ in enumerate(ids):
                said = said.replace(IDS[n], id_).replace(IDS[n].upper(), id_.upper())
            _say(store, kind, f"x {said}", number)
        for id_ in ids:
            goal = records.by_id(store, id_)
            assert isinstance(goal, Goal)
            found = {one.uid for one in goal_links.related(store, goal, private=True)}
            assert found == {one.uid for one in _everything(store) if _is_about(one, goal)}


def _say(store: Store, kind: str, said: str, number: int) -> None:
    now = BEGIN + timedelta(days=number)
    if kind == "note":
        log.log_meeting(store, "Mia", f"so\n{said}", now)
    elif kind == "because":
        follow_up.add(store, "aha", f"early because: {said}", now)
    elif kind == "topic":
        follow_up.park(store, "Mia", said, now)
    else:
        follow_up.add(store, kind, said, now)


def _everything(store: Store) -> list[Record]:
    book = collect.collect_book(store, None, Selection(private=True))
    inside: list[Record] = []
    for met in book.meetings:
        inside += [*met.actions, *met.moments, *met.topics, *met.checkins]
    return [*book.meetings, *book.actions, *book.moments, *book.topics, *inside]


def _is_about(record: Record, goal: Goal) -> bool:
    if getattr(record, "goal", None) == goal.ref:
        return not isinstance(record, Checkin)  # its check-ins stand beside it, whatever they say
    if isinstance(record, Meeting) and any(checkin.goal == goal.ref for checkin in record.checkins):
        return True
    text = (
        record.body
        if isinstance(record, Meeting)
        else f"{getattr(record, 'text', '')} / {getattr(record, 'because', '')}"
    )
    return bool(re.search(rf"(?i)(?<![a-z])goal[:\s]+{goal.id}(?![a-z0-9])", text))


def test_a_meeting_is_about_the_goals_of_what_stands_in_it() -> None:
    with empty() as store:
        ids = [goals.add(store, f"title {n}", BEGIN).records[0].id for n in range(4)]
        said = (
            f"as (goal: {ids[3]})\na: one goal:{ids[0]}\ng: {ids[1]} 3\nw: it is done goal:{ids[2]} and goal:{ids[0]}"
        )
        met = log.log_meeting(store, "Mia", said, BEGIN).meeting
        met = meetings.by_uid(store, met.uid) or met
        assert {one.id for one in goal_links.related(store, met)} == set(ids)
        assert len(goal_links.related(store, met)) == 4
