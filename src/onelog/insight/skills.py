"""Skills as they show over time: the tags on praise, growth, wins and a-has, each piece of evidence with who saw it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches

from onelog.core.calendar.periods import quarters
from onelog.core.errors import Message, NotFound, did_you_mean
from onelog.core.model import FEEDBACK, Moment, Person
from onelog.core.results.skills import Grown, QuarterCount, Skill, Skills
from onelog.core.selection import Selection
from onelog.markdown.tags import tags_in
from onelog.markdown.word_forms import composed
from onelog.store import records
from onelog.store.database import Store

KINDS = ("praise", "growth", "win", "aha")


def compute_skills(store: Store, today: date, person: Person | None = None) -> Skills:
    """My skills (feedback to me, wins, a-has), or somebody's: the feedback to them that I have noted."""
    found = _evidence(store, person)
    named = None if person else _named(store, found)
    tags = dict.fromkeys(tag for moment in found for tag in moment.tags)
    made = [_skill(store, tag, found, today, person, named) for tag in tags]
    made.sort(key=lambda skill: (-skill.n, -skill.last.toordinal(), skill.tag))
    return Skills(tuple(made), sum(bool(moment.tags) for moment in found), len(found))


def compute_skill(store: Store, word: str, today: date, person: Person | None = None) -> Skill:
    """One skill with its evidence. Raises `NotFound` with the nearest tags."""
    found = _evidence(store, person)
    tag = composed(word.strip()).lstrip("#+").lower()
    known = Counter(tag for moment in found for tag in moment.tags)
    if tag not in known:
        raise NotFound("ask.unknown_skill", word=word[:40], near=_nearest(tag, known))
    made = _skill(store, tag, found, today, person, None if person else _named(store, found))
    return made._replace(evidence=tuple(moment for moment in found if tag in moment.tags))


def _nearest(tag: str, known: Iterable[str]) -> Message:
    near = [one for one in known if tag and one.startswith(tag)][:3] or get_close_matches(tag, known, 3, 0.6)
    return did_you_mean(near) if near else Message("errors.ask.list_skills")


def _evidence(store: Store, person: Person | None) -> list[Moment]:
    """Everything that could be evidence, newest first."""
    found = [moment for moment in records.moments(store) if moment.kind in KINDS and moment.at]
    return [moment for moment in found if is_about(moment, person)]


def is_about(moment: Moment, person: Person | None) -> bool:
    """Feedback to that person; without one to me, and wins and a-has as well."""
    if moment.kind not in FEEDBACK:
        return person is None
    if person is None:
        return moment.giver is not None and moment.receiver is None
    return moment.receiver is not None and moment.receiver.uid == person.uid


def _named(store: Store, found: Sequence[Moment]) -> frozenset[str]:
    """The tags that I have put on a win, an a-ha, or a check-in of a goal of mine."""
    tags = {tag for moment in found if moment.kind not in FEEDBACK for tag in moment.tags}
    for goal in records.goals(store, Selection(closed=True)):
        if goal.person is None:
            tags |= {tag for look in goal.checkins for tag in tags_in(look.text)}
    return frozenset(tags)


def _skill(
    store: Store, tag: str, found: Sequence[Moment], today: date, person: Person | None, named: frozenset[str] | None
) -> Skill:
    said = [moment for moment in found if tag in moment.tags]
    days = [_day(moment) for moment in said]
    kinds = Counter(moment.kind for moment in said)
    names = dict.fromkeys(moment.giver.label if moment.giver else "me" for moment in said if moment.kind in FEEDBACK)
    spans = quarters(min(days), max(today, *days), store.conventions.year_start)
    return Skill(
        tag=tag,
        person=person.name if person else None,
        n=len(said),
        praise=kinds["praise"],
        growth=kinds["growth"],
        win=kinds["win"],
        aha=kinds["aha"],
        people=tuple(names),
        first=min(days),
        last=max(days),
        grown=_grown(said),
        named=None if named is None else tag in named,
        quarters=tuple(QuarterCount(span.name, sum(day in span for day in days)) for span in spans),
    )


def _grown(said: Sequence[Moment]) -> Grown | None:
    growth = min((_day(moment) for moment in said if moment.kind == "growth"), default=None)
    praised = [_day(moment) for moment in said if moment.kind == "praise"]
    later = min((day for day in praised if growth and day > growth), default=None)
    return Grown(growth, later) if growth and later else None


def _day(moment: Moment) -> date:
    assert moment.at  # noqa: S101 - _evidence sees to it
    return moment.at.date()
