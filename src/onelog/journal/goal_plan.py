"""Planning a goal backwards: from its day to what must be true before, and to the next step."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from onelog.core import progress
from onelog.core.calendar import dates
from onelog.core.conventions import USUAL, Conventions
from onelog.core.errors import Message, OnelogError, Refused, Wrong
from onelog.core.kinds import Record
from onelog.core.model import Action, Goal, Meeting, Person, Ref, Topic
from onelog.core.phrases import say
from onelog.core.progress import PLANNED, Plan, Step
from onelog.core.results.common import Changed
from onelog.core.sanitize import safe
from onelog.core.selection import Selection
from onelog.insight import goal_links, goal_names, resolve
from onelog.journal.private_labels import check_public
from onelog.journal.record_builder import Placing
from onelog.journal.references import Names
from onelog.markdown import body, document, grammar, labels
from onelog.markdown.correction import has_mark, unwrap
from onelog.markdown.document import Item
from onelog.store import meetings, records
from onelog.store.database import Store
from onelog.store.transaction import Writing, writing

GUIDE = ("plan.guide_1", "plan.guide_2", "plan.guide_3")
"""What stands in the document as a quotation, which is not read."""
_LINE = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s+(\S+)\s*(.*)$")


class PlanLine(NamedTuple):
    """One line of a plan's document."""

    number: int
    text: str
    day: date | None = None
    """Of a step; None for what is the next step."""
    id: str = ""
    kind: str = "goal"
    """Goal, action or topic."""


# --- looking


def make_plan(store: Store, word: str, today: date) -> Plan:
    """The plan of the goal that a word means. Raises as `horizon`."""
    goal = horizon(goal_names.goal_named(store, word), today)
    courses = goal_links.courses(store, today)
    under = progress.children(one.goal for one in courses)
    tree = [one for one in courses if one.goal in (goal, *progress.below(goal, under))]
    tree.sort(key=lambda one: one.goal.uid != goal.uid)  # the goal itself first
    there = progress.planned(goal, [one.goal for one in courses], done=True)
    steps = progress.way(goal, there, today, _quarter_end(store, today))
    return Plan(
        goal, tuple(steps), tuple(_next(store, [goal, *(one for one in there if one.status == "open")])), tuple(tree)
    )


def horizon(goal: Goal, today: date) -> Goal:
    """The goal, if a plan can go back from it. Raises `Refused` where it has no day, or one that is past, or is closed."""
    if goal.status != "open":
        raise goal_names.ended_already(goal)
    if goal.by is None:
        raise Refused("goal.plan_without_day", id=goal.id, year=today.year + 2)
    if goal.by <= today:
        raise Refused("goal.plan_day_past", id=goal.id, by=goal.by, year=today.year + 2)
    return goal


def _quarter_end(store: Store, today: date) -> date:
    return dates.day("eoq", today, conventions=store.conventions)


def _next(store: Store, goals: Sequence[Goal]) -> list[Action | Topic]:
    """Open promises for these goals, and parked topics that name one."""
    found: list[Action | Topic] = [a for goal in goals for a in records.actions(store, goal=goal.uid)]
    ids = {goal.id for goal in goals}
    return found + [topic for topic in records.topics(store) if ids & set(goal_links.named_in(topic))]


# --- the document


def text_of(plan: Plan, language: str = "en") -> str:
    """The plan as a document: the goal, how to write in it, and a list of days."""
    steps = [_step_line(step) for step in plan.steps]
    head = f"# {_shown(plan.goal.title)}, {plan.goal.by}"
    return "\n".join([head, "", *(f"> {say(language, key)}" for key in GUIDE), "", *steps, "- [ ] ", ""])


def _step_line(step: Step) -> str:
    """A step as the document has it; one that is done is a quotation, which is not read."""
    if step.goal is None:
        return line(step.day)
    said = line(step.day, _shown(step.goal.title), "" if step.is_done else step.goal.id)
    return f"> ✓ {said.removeprefix('- ')}" if step.is_done else said


def line(day: date, words: str = "", id_: str = "") -> str:
    """`- 2027-01-31 two leads run their own teams ^k7qf`: a step as the document has it."""
    return " ".join(part for part in ("-", day.isoformat(), words, f"^{id_}" if id_ else "") if part)


def next_line(words: str, *, topic: bool) -> str:
    """The next step as the document has it."""
    return f"- topic: {words}" if topic else f"- [ ] {words}"


def _shown(title: str) -> str:
    return " ".join(safe(title, newlines=False).split())


def read(text: str, now: datetime, conventions: Conventions = USUAL, before: str = "") -> list[PlanLine]:
    """The lines of a plan's document that say something; `before` is the document as it was opened.

    Raises `Wrong` for a line that is not understood, with its number.
    """
    found: list[PlanLine] = []
    numbered = list(enumerate(text.replace("\r\n", "\n").split("\n"), 1))
    for number, words in unwrap(numbered, document.opened(before), has_mark):
        if not words.strip() or words.lstrip().startswith((">", "#")) or labels.lonely_label(words):
            continue
        one = _read_next(number, words) or _read_step(number, words, now, conventions)
        found += [one] if one.text else []
    return found


def _read_next(number: int, words: str) -> PlanLine | None:
    head = labels.heading(words)
    if head is None:
        return None
    if head.kind not in ("action", "topic"):
        raise Wrong("goal.plan_next_kind", line=number, kind=Message(f"errors.record.this_{head.kind}"))
    return PlanLine(number, head.rest.strip(), None, "", head.kind)


def _read_step(number: int, words: str, now: datetime, conventions: Conventions) -> PlanLine:
    found = _LINE.match(words)
    if found is None:
        raise Wrong("goal.plan_line_unknown", line=number)
    try:
        day = dates.day(found[1], now.date(), conventions=conventions)
    except OnelogError as error:
        raise Wrong("goal.plan_line", line=number, error=error) from error
    said, id_ = grammar.cut_id(found[2])
    return PlanLine(number, " ".join(said.split()), day, id_)


# --- planning


def apply_plan(
    store: Store, word: str, text: str, now: datetime, who: str | None = None, *, before: str = ""
) -> Changed:
    """Makes and changes the goals that a plan's document asks for, each under the one of the next later day.

    A step without a line stays as it is, and one that is there already is not made again; so do lines that stand in
    `before`, the document as it was opened: what others changed since then holds. `who` is whom a topic is for, else the
    person of the goal. Raises as `horizon` and `read`; `Wrong` for a new day that is past or not before the goal's,
    `Refused` for a topic for nobody.
    """
    with writing(store, f"goals plan {word[:40]}", now) as change:
        goal = horizon(goal_names.goal_named(store, word), now.date())
        same = {one[1:] for one in read(before, now, store.conventions)}
        lines = [one for one in read(text, now, store.conventions, before) if one[1:] not in same]
        every = progress.planned(goal, records.goals(store, Selection(closed=True)), done=True)
        there, known = [one for one in every if one.status == "open"], {one.id: one for one in every}
        made = [step for one in lines if one.day and (step := _step(change, goal, one, known, now.date()))]
        steps = _chained(change, goal, {one.uid: one for one in (*there, *made)})
        nearest = next((one for one in reversed(steps) if one.by and one.by >= now.date()), goal)
        after = [_next_step(store, change, one, nearest, [goal, *steps], who, now) for one in lines if not one.day]
        changed: list[Record] = [one for one in steps if one.uid in {step.uid for step in made}]
        changed += [record for record, _ in after if record]
    return Changed("planned", tuple(changed), tuple(trouble for _, troubles in after for trouble in troubles))


def _step(change: Writing, goal: Goal, line: PlanLine, known: Mapping[str, Goal], today: date) -> Goal | None:
    """The step that a line makes or changes; None where it is there as the line says."""
    old, day = known.get(line.id), line.day or today
    title = line.text if old or not line.id else f"{line.text} ^{line.id}"
    check_public("goal", title)
    if any(_shown(one.title) == title and one.by == day for one in known.values() if old in (None, one)):
        return None
    if old and old.status != "open":
        raise Refused("goal.plan_step_done", id=old.id, title=_shown(old.title), goal=goal.id, day=day)
    if old is None or old.by != day:
        _check_day(line.number, day, goal, today)
    if old:
        return replace(old, title=old.title if title == _shown(old.title) else title, by=day)
    uid, id_ = change.name("goal")
    return Goal(uid, id_, title, goal.person, day, opened=today, tags=(PLANNED,))


def _check_day(number: int, day: date, goal: Goal, today: date) -> None:
    if day < today:
        raise Wrong("goal.plan_line_past", line=number, day=day)
    if goal.by and day >= goal.by:
        raise Wrong("goal.plan_line_not_before", line=number, day=day, by=goal.by, id=goal.id)


def _chained(change: Writing, goal: Goal, steps: Mapping[str, Goal]) -> list[Goal]:
    """The steps, the last day first, each put under the one before it and the first under the goal."""
    out: list[Goal] = []
    for one in sorted(steps.values(), key=lambda g: (g.by or date.max, g.uid), reverse=True):
        out.append(replace(one, parent=(out[-1] if out else goal).ref))
        change.put(out[-1])
    return out


def _next_step(
    store: Store, change: Writing, line: PlanLine, nearest: Goal, goals: Sequence[Goal], who: str | None, now: datetime
) -> tuple[Record | None, tuple[tuple[int, str], ...]]:
    """The promise or the topic of a line, for the nearest step; None where it is there already."""
    known = Names(store)
    person = _talk_with(store, goals[0], who) if line.kind == "topic" else None
    words = line.text
    if person and not any(one.id in goal_links.ids_in(words) for one in goals):
        words = f"{words} goal:{nearest.id}"
    draft = document.read_item(line.kind, words, now, known)
    item = draft.lines[0] if draft.lines else None
    if not isinstance(item, Item):
        raise Refused("goal.plan_step_without_words", line=line.number)
    if any(one.text == item.text and isinstance(one, Topic) == bool(person) for one in _next(store, goals)):
        return None, ()
    record = (
        _parked(store, change, known, item, person, now) if person else _promised(change, known, item, nearest, now)
    )
    return record, draft.troubles


def _talk_with(store: Store, goal: Goal, who: str | None) -> Ref:
    if who:
        return resolve.person(store, who).ref
    if goal.person is None:
        raise Refused("goal.plan_topic_with_whom", id=goal.id)
    return goal.person


def _promised(change: Writing, known: Names, item: Item, goal: Goal, now: datetime) -> Record:
    record = Placing(change, known, now).record(item)
    if isinstance(record, Action) and record.goal is None:
        record = replace(record, goal=goal.ref)
    change.put(record)
    return record


def _parked(store: Store, change: Writing, known: Names, item: Item, person: Ref, now: datetime) -> Record:
    """The topic, with its line in the document of the coming meeting."""
    coming = meetings.coming(store, person.uid)
    if coming is None:
        uid, id_ = change.name("meeting")
        coming = Meeting(uid, id_, person, None, created=now)
    record = Placing(change, known, now, person, coming).record(item)
    change.put(record)
    change.put(replace(coming, body=body.with_slot(coming.body, record.id)))
    return record


def person_of(store: Store, goal: Goal, who: str | None) -> Person | None:
    """With whom the next step of a goal is talked about: whom somebody names (`me` is nobody), else the goal's person."""
    if who:
        return None if who.casefold() == "me" else resolve.person(store, who)
    return resolve.person(store, goal.person.label) if goal.person else None
