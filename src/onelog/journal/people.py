"""The people of a journal: who they are to me, and how often we meet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from onelog.core.calendar import recurrence
from onelog.core.errors import Refused, Wrong
from onelog.core.model import FEEDBACK, Moment, Person
from onelog.core.names import name_forms, name_matching
from onelog.core.relations import check_relation
from onelog.core.results.common import Changed, Standing
from onelog.core.selection import Selection
from onelog.insight import resolve, schedule
from onelog.markdown.entities import read_hour
from onelog.store import people, records
from onelog.store.database import Store
from onelog.store.transaction import Writing, writing

NO_CADENCES: Mapping[str, str] = MappingProxyType({})
"""No relation has a usual cadence."""


def add_person(
    store: Store,
    name: str,
    now: datetime,
    *,
    aliases: Sequence[str] | None = None,
    reading: str | None = None,
    relation: str | None = None,
    every: str | None = None,
    on: str | None = None,
    hour: str | None = None,
    usual: Mapping[str, str] = NO_CADENCES,
    new: bool = False,
) -> Changed:
    """A new person, without a cadence of their own with the `usual` one of the relation.

    Raises `Refused` when the name or alias is somebody's already, `Resembles` when it may be (unless `new` insists),
    `Wrong` for a bad cadence.
    """
    with writing(store, "people add", now) as change:
        name = name_forms.without_honorific(resolve.check_new(name))
        _free(store, name, None)
        resolve.check_unlike(store, name, insist=new)
        uid, id_ = change.name("person")
        person = Person(uid, id_, name, added=now.date())
        person = _called(store, person, aliases, reading)
        person = _at_hour(_with(person, now.date(), relation, every, on, usual), hour)
        change.put(person)
    return Changed("added", (person,), after=_after(store, person, now) if person.rule else None)


def edit_person(
    store: Store,
    word: str,
    now: datetime,
    *,
    name: str | None = None,
    aliases: Sequence[str] | None = None,
    reading: str | None = None,
    relation: str | None = None,
    every: str | None = None,
    on: str | None = None,
    hour: str | None = None,
    since: date | None = None,
    usual: Mapping[str, str] = NO_CADENCES,
) -> Changed:
    """Changes what is known of a person; an empty text takes a thing away. A new relation holds from `since`.

    All the aliases that somebody is to have are given at once.

    With a relation comes its `usual` cadence, for somebody who has none.
    """
    with writing(store, f"people edit {word[:40]}", now) as change:
        was = person = resolve.person(store, word)
        if name:
            _free(store, name, person)
            person = replace(person, name=resolve.check_name(name))
        before = person.rule, person.hour
        person = _called(store, person, aliases, reading)
        person = _at_hour(_with(person, since or now.date(), relation, every, on, usual), hour)
        if not change.put(person):
            raise Refused("person.nothing_different", name=person.name)
        turned = turn_feedback(store, change, was, person)
    after = _after(store, person, now) if (person.rule, person.hour) != before else None
    return Changed("changed", (person,), after=after, turned=turned)


def turn_feedback(store: Store, change: Writing, was: Person, now: Person) -> tuple[Moment, ...]:
    """Turns feedback of a report that was taken for theirs while no relation was known; what was turned."""
    if was.relation or was.relations or now.relation != "report":
        return ()
    found = [
        one
        for kind in sorted(FEEDBACK)
        for one in records.moments(store, Selection(person=now, kind=kind, private=True))
    ]
    received = [one for one in found if one.giver and one.giver.uid == now.uid and one.receiver is None]
    turned = tuple(replace(one, giver=None, receiver=now.ref) for one in received)
    for one in turned:
        change.put(one)
    return turned


def _called(store: Store, person: Person, aliases: Sequence[str] | None, reading: str | None) -> Person:
    """The person with these aliases and this reading; None leaves them as they are."""
    if aliases is not None:
        person = with_aliases(person, aliases)
        for alias in person.aliases:
            _free(store, alias, person)
    return (
        person if reading is None else replace(person, reading=resolve.check_name(reading) if reading.strip() else None)
    )


def with_aliases(person: Person, aliases: Iterable[str]) -> Person:
    """The person with these aliases, each of them once. Raises `Refused` for what cannot be a name."""
    once = {
        name_forms.plain(alias): alias for alias in [resolve.check_name(one) for one in aliases if one.strip()][::-1]
    }
    found = tuple(once.values())[::-1]
    return replace(person, alias=found[0] if found else None, more_aliases=found[1:])


def _with(
    person: Person, day: date, relation: str | None, every: str | None, on: str | None, usual: Mapping[str, str]
) -> Person:
    if relation is not None:
        person = with_relation(person, check_relation(relation) if relation else None, day)
    if every is None and relation and not person.rule:
        every = usual.get(check_relation(relation))
        every = (
            recurrence.split(every)[0] if every and on is not None else every
        )  # a day that is said goes before its day
    if every is not None or on is not None:
        person = _at_intervals(person, recurrence.split(person.every or "")[0] if every is None else every, on)
    return person


def _at_intervals(person: Person, every: str | None, on: str | None) -> Person:
    """The person with a cadence, or (`every` empty) without one; an empty `on` takes its days away."""
    if on and not every:
        raise Wrong("person.weekday_without_cadence")
    if on is None and every:
        every, on = recurrence.split(every)
    return replace(person, every=every or None, rule=recurrence.rule(every, on or None) if every else None)


def _at_hour(person: Person, hour: str | None) -> Person:
    """The person with a usual hour of the cadence; an empty one takes it away."""
    return person if hour is None else replace(person, hour=read_hour(hour) if hour.strip() else None)


def _after(store: Store, person: Person, now: datetime) -> Standing:
    """How it stands with the next meeting after a change."""
    return schedule.one(people.by_uid(store, person.uid) or person, now.date())


def with_relation(person: Person, relation: str | None, day: date) -> Person:
    """The person with a relation that holds from a day on; the history keeps the ones before."""
    if relation == person.relation:
        return person
    history = tuple(entry for entry in person.relations if entry[0] < day)
    return replace(person, relation=relation, relations=(*history, (day, relation)) if relation else history)


def _free(store: Store, word: str, person: Person | None) -> None:
    """Raises `Refused` when a name that somebody is to get is another one's, however it is written."""
    others = [other for other in people.everybody(store) if person is None or other.uid != person.uid]
    for other in name_matching.named(others, word):
        if name_forms.plain(word) != other.id:
            raise _taken(word, other)


def _taken(word: str, other: Person) -> Refused:
    return Refused("person.name_taken", name=word[:40], owner=other.name)


def check_free(person: Person, others: Iterable[Person]) -> None:
    """Raises `Refused` when the person's name or an alias is one of somebody else's, letter by letter."""
    for other in others:
        theirs = {word.casefold() for word in (other.name, *other.aliases)} if other.uid != person.uid else set()
        if word := next((word for word in (person.name, *person.aliases) if word.casefold() in theirs), ""):
            raise _taken(word, other)


def archive_person(store: Store, word: str, now: datetime, *, back: bool = False) -> Changed:
    """Hides a person from daily lists, or brings them back; nothing of theirs is lost."""
    with writing(store, f"people archive {word[:40]}", now) as change:
        person = resolve.person(store, word)
        if bool(person.archived) != back:
            raise Refused("person.not_archived" if back else "person.archived_already", name=person.name)
        person = replace(person, archived=None if back else now.date())
        change.put(person)
    return Changed("brought back" if back else "archived", (person,))
