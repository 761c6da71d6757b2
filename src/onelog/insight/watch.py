"""Early warnings: which rules fire today, from which records, and which of them were answered and stay quiet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from onelog.core import attendance
from onelog.core.errors import Message, NotFound, did_you_mean
from onelog.core.model import Action, Answer, Moment, Person, Ref
from onelog.core.names import name_forms
from onelog.core.results.watch import Fired, Warned
from onelog.core.selection import ANYTHING, Selection
from onelog.core.settings import WARNINGS, Settings, Watch
from onelog.insight import watch_rules
from onelog.store import people, records
from onelog.store.database import Store
from onelog.store.queries import watch
from onelog.store.queries.watch import DatedValue

if TYPE_CHECKING:
    from onelog.core.progress import Course

LATELY = timedelta(weeks=26)
"""Moods further back are not looked at: they are no early sign."""
_DAY = timedelta(days=1)
_GROWS = ("mood", "seen", "skips", "cadence")
"""Rules whose warnings can get worse."""


def find_warnings(
    store: Store,
    today: date,
    settings: Settings,
    person: Person | None = None,
    courses: "Sequence[Course] | None" = None,
) -> list[Warned]:
    """The warnings that are not quiet; with everybody, or about one person. As `with_quiet`, no words of concerns."""
    found = find_all_warnings(store, today, settings.watch, Selection(person=person), courses=courses)
    return [one for one in found if one.answer is None]


def find_all_warnings(
    store: Store,
    today: date,
    limits: Watch,
    selection: Selection = ANYTHING,
    *,
    courses: "Sequence[Course] | None" = None,
) -> list[Warned]:
    """All warnings of the rules that are on, in their order; those that stay quiet come with their answer.

    One that was answered is quiet before the day that its last answer names, unless it has got worse since the day on
    which that was said. Unless what is private is selected no words of a concern are in them, nor of what was answered to one. `courses`
    are those of `linked.courses`, where they are known already.
    """
    person, private = selection.person, selection.private
    known = [one for one in people.everybody(store, archived=False) if person is None or one.uid == person.uid]
    look = _Look(store=store, today=today, limits=limits, people=known, person=person, private=private, courses=courses)
    found = [one for rule in WARNINGS if rule not in limits.off for one in _RULES[rule](look)]
    answers = {(one.rule, one.about.uid): one for one in records.answers(store)}  # the last one of each
    return [_answered(look, one, answers.get((one.rule, one.about.uid))) for one in found]


def find_warning(store: Store, name: str, today: date, limits: Watch) -> Warned:
    """The warning of this name, quiet or not. Raises `NotFound` where it does not warn today."""
    found = find_all_warnings(store, today, limits)
    word = name.strip().lower()
    for one in found:
        if one.name == word:
            return one
    near = [one.name for one in found if {one.rule, one.about.label} & set(word.split(":"))][:4]
    hint = did_you_mean(near) if near else Message("errors.review.watch_list_all")
    raise NotFound("review.watch_unknown", name=name[:40], hint=hint)


class _Look(NamedTuple):
    """What is looked at, and as of which day."""

    store: Store
    today: date
    limits: Watch
    people: list[Person]
    """Those whose meetings are looked at: nobody archived."""
    person: Person | None
    private: bool
    courses: "Sequence[Course] | None"

    @property
    def tomorrow(self) -> date:
        return self.today + _DAY

    def is_about(self, *refs: Ref | None) -> bool:
        """Whether it is about the person who was asked for, where one was."""
        return self.person is None or any(ref and ref.uid == self.person.uid for ref in refs)


def _answered(look: _Look, one: Warned, answer: Answer | None) -> Warned:
    if answer is None or answer.until <= look.today:
        return one
    if one.rule in _GROWS:
        known = [replace(p, skips=()) for p in look.people if p.uid == one.about.uid]  # pauses came and went since
        then = look._replace(today=answer.at, people=known)
        if any(one.is_worse(before) for before in _RULES[one.rule](then)):
            return one
    hidden = one.rule == "concern" and not look.private
    return one._replace(answer=replace(answer, text="") if hidden else answer)


# --- people


def _moods(rule: str) -> Callable[[_Look], list[Warned]]:
    """My mood ("mood"), or theirs as I saw it ("seen")."""

    def look_at(look: _Look) -> list[Warned]:
        found = []
        for person in look.people:
            most = watch_rules.most_looked_at(look.limits)
            met = watch.moods(look.store, person.uid, rule, look.today - LATELY, look.tomorrow, most)
            if how := watch_rules.mood([one.value or 0 for one in met], look.limits):
                found.append(_mood(look, rule, person, met, how))
        return sorted(found, key=lambda one: one.number)

    return look_at


def _mood(look: _Look, rule: str, person: Person, met: list[DatedValue], how: tuple[str, ...]) -> Warned:
    met = met[-watch_rules.looked_at(how, look.limits) :]
    lowest = min(one.value or 0 for one in met)
    fired = tuple(Fired("meeting", one.id, one.day, one.value) for one in met)
    return Warned(
        rule=rule,
        about=_ref(person),
        person=person.ref,
        day=met[-1].day,
        number=lowest,
        limit=look.limits.mood_low,
        records=fired,
        n=len(met),
        how=how,
    )


def _skips(look: _Look) -> list[Warned]:
    """Meetings that were skipped one after another: due after the last one that took place. A pause is none."""
    found = []
    for person in look.people:
        if attendance.paused(person, look.today):
            continue
        last = watch.newest_days(look.store, person.uid, look.tomorrow, 1)
        said = [
            s for s in records.skips(look.store, person.uid) if s.until is None and not s.moved and s.at <= look.today
        ]
        days = [(s.due or s.at, s.id) for s in said if not last or (s.due or s.at) > last[0].day]
        if len(days) >= look.limits.skips_running:
            fired = tuple(Fired("skip", id_, day) for day, id_ in sorted(days))
            limit = look.limits.skips_running
            found.append(
                Warned(
                    rule="skips",
                    about=_ref(person),
                    person=person.ref,
                    day=fired[-1].day,
                    number=len(fired),
                    limit=limit,
                    records=fired,
                )
            )
    return sorted(found, key=lambda one: -one.number)


def _cadence(look: _Look) -> list[Warned]:
    found = []
    pauses: dict[str, list[tuple[date, date]]] = {}
    for skip in records.skips(look.store):
        if skip.until:
            pauses.setdefault(skip.person.uid, []).append((skip.at, skip.until))
    for person in look.people:
        if not person.rule or attendance.paused(person, look.today):
            continue
        away = pauses.get(person.uid, [])
        most = None if away else watch_rules.GAPS + 1  # nobody knows how many gaps a pause lies in
        met = watch.newest_days(look.store, person.uid, look.tomorrow, most)
        between = watch_rules.gaps([one.day for one in met], away)
        median = watch_rules.slipping(between, person.rule, look.limits.cadence_factor)
        if median is not None:
            found.append(_slipping(look, person, person.rule, met, between, median))
    return sorted(found, key=lambda one: one.limit / one.number)


def _slipping(
    look: _Look, person: Person, rule: str, met: list[DatedValue], between: list[tuple[date, date]], median: int
) -> Warned:
    limit = watch_rules.longest(rule, look.limits.cadence_factor)
    since = {later: (later - earlier).days for earlier, later in between}
    told = [one for one in met if one.day in {day for pair in between for day in pair}]
    fired = tuple(Fired("meeting", one.id, one.day, since.get(one.day)) for one in told)
    return Warned(
        rule="cadence",
        about=_ref(person),
        person=person.ref,
        day=met[-1].day,
        number=median,
        limit=limit,
        records=fired,
        n=watch_rules.GAPS,
        text=rule,
    )


def _praise(look: _Look) -> list[Warned]:
    reports = [person for person in look.people if person.relation == "report"]
    found = [one for person in reports if (one := _no_praise(look, person))]
    return sorted(found, key=lambda one: -one.number)


def _no_praise(look: _Look, person: Person) -> Warned | None:
    """Counted from the last praise to them, the first meeting or the day they became a report, whichever is the latest."""
    met = watch.newest_days(look.store, person.uid, look.tomorrow, 1)
    limit = look.limits.praise_days
    if not met or (look.today - met[0].day).days > limit:
        return None
    first = watch.first_met(look.store, person.uid, look.tomorrow)
    praise = watch.last_praise(look.store, person.uid, look.tomorrow)
    counted = [("praise", praise), ("meeting", first)]
    kind, since = max(((kind, one) for kind, one in counted if one), key=lambda pair: pair[1].day)
    report = max((day for day, relation in person.relations if relation == "report"), default=since.day)
    day = max(since.day, report)
    if (look.today - day).days <= limit:
        return None
    fired = (Fired(kind, since.id, since.day),)
    return Warned(
        rule="praise",
        about=_ref(person),
        person=person.ref,
        day=day,
        number=(look.today - day).days,
        limit=limit,
        records=fired,
    )


def _ref(person: Person) -> Ref:
    return Ref(person.uid, person.id)


# --- promises, concerns, goals


def _promises(look: _Look) -> Iterator[Warned]:
    """Mine, the longest overdue first."""
    limit = look.limits.promise_days
    before = look.today - timedelta(days=limit - 1)
    for one in records.actions(look.store, Selection(person=look.person), whose="mine", overdue=before):
        yield _promise(look, "promise", one, one.person, limit)


def _waiting(look: _Look) -> Iterator[Warned]:
    """Theirs, the longest overdue first."""
    limit = look.limits.waiting_days
    before = look.today - timedelta(days=limit - 1)
    for one in records.actions(look.store, Selection(person=look.person), whose="theirs", overdue=before):
        yield _promise(look, "waiting", one, one.owner, limit)


def _promise(look: _Look, rule: str, one: Action, person: Ref | None, limit: int) -> Warned:
    late = (look.today - one.due).days if one.due else 0
    fired = (Fired("action", one.id, one.due),)
    return Warned(
        rule=rule,
        about=Ref(one.uid, one.id),
        person=person,
        day=one.due,
        number=late,
        limit=limit,
        records=fired,
        text=one.text,
    )


def _concerns(look: _Look) -> Iterator[Warned]:
    """The oldest first."""
    days = look.limits.concern_days
    said = watch.concerns(look.store, look.tomorrow, days)
    called = {one.uid: " ".join(name_forms.names(one)) for one in look.people}
    for chain in watch_rules.again([one for one in said if one.person and one.person.uid in called], called, days):
        last = chain[-1]
        fired = tuple(_concern(one, look.private) for one in chain)
        about = Ref(last.uid, last.id)
        yield Warned(
            rule="concern",
            about=about,
            person=last.person,
            day=fired[-1].day,
            number=len(chain),
            limit=2,
            records=fired,
            text=fired[-1].text,
        )


def _concern(one: Moment, private: bool) -> Fired:
    return Fired("concern", one.id, one.at.date() if one.at else None, text=one.text if private else None)


def _goals(look: _Look) -> list[Warned]:
    """The longest untouched first."""
    limit = look.limits.goal_weeks
    before = look.today - timedelta(weeks=limit)
    old = [one for one in records.goals(look.store) if look.is_about(one.person) and (one.opened or before) <= before]
    if not old:  # nothing is looked up that cannot warn
        return []
    courses = _courses(look) if look.courses is None else look.courses
    late = [one for one in courses if one.weeks >= limit]
    above = {one.goal.parent.uid for one in late if one.goal.parent}  # untouched because what leads to them is
    late = [one for one in late if one.goal.uid not in above and look.is_about(one.goal.person)]
    return [_untouched(one, limit) for one in sorted(late, key=lambda one: -one.weeks)]


def _courses(look: _Look) -> "Sequence[Course]":
    from onelog.insight import goal_links  # noqa: PLC0415 - where a goal is old enough to be untouched

    return goal_links.courses(look.store, look.today)


def _untouched(one: "Course", limit: int) -> Warned:
    goal = one.goal
    fired = (Fired("goal", goal.id, one.touched),)
    return Warned(
        rule="goal",
        about=Ref(goal.uid, goal.id),
        person=goal.person,
        day=one.touched,
        number=one.weeks,
        limit=limit,
        records=fired,
        text=goal.title,
    )


_RULES: Mapping[str, Callable[[_Look], Iterable[Warned]]] = {
    "mood": _moods("mood"), "seen": _moods("seen"), "promise": _promises, "waiting": _waiting, "concern": _concerns,
    "praise": _praise, "goal": _goals, "skips": _skips, "cadence": _cadence,
}  # fmt: skip  # short pairs in lines
