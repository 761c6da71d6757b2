"""Two people of the journal turn out to be one: all that one of them has becomes the other's."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from onelog.core.errors import Refused
from onelog.core.model import FEEDBACK, Moment, Person
from onelog.core.names import name_forms
from onelog.core.scales import updated
from onelog.core.selection import Selection
from onelog.insight import resolve
from onelog.journal.people import with_aliases
from onelog.markdown import body
from onelog.store import meetings, people, records
from onelog.store.database import Store
from onelog.store.transaction import Writing, writing
from onelog.store.vault import history_rewrite


class Merged(NamedTuple):
    """Two people who are one now."""

    person: Person
    was: str
    """The name of the one who is gone."""
    counts: Mapping[str, int]
    """Kind -> how many records came along."""
    to_themselves: tuple[Moment, ...] = ()
    """Feedback between the two, which is from and to one person now."""


def merge(store: Store, old_word: str, word: str, now: datetime) -> Merged:
    """Makes two people one: the records of the first become the second's, and so do the name and the aliases.

    Of what only one can have, the second one's stays. Raises `Refused` where both words mean one person, and as
    `names.person`.
    """
    with writing(store, f"people merge {old_word[:40]} {word[:40]}", now) as change:
        old, into = resolve.person(store, old_word), resolve.person(store, word)
        if old.uid == into.uid:
            raise Refused("person.both_the_same", name=into.name)
        between = _between(store, old, into)
        _join_coming(store, change, old, into)
        counts = Counter(_repoint(change, store, old.uid, into.uid))
        change.remove(old)  # before its names are another's
        change.put(_as_one(old, into))
    found = [records.by_uid(store, "moment", moment.uid) for moment in between]
    return Merged(
        people.by_uid(store, into.uid) or into, old.name, counts, tuple(m for m in found if isinstance(m, Moment))
    )


def _between(store: Store, old: Person, into: Person) -> list[Moment]:
    """Feedback from one of the two to the other."""
    both = {old.uid, into.uid}
    return [
        moment
        for moment in records.moments(store, Selection(person=old, private=True))
        if moment.kind in FEEDBACK and {ref.uid for ref in (moment.giver, moment.receiver) if ref} == both
    ]


def _join_coming(store: Store, change: Writing, old: Person, into: Person) -> None:
    """Of two coming meetings one stays, with the words and the records of both."""
    theirs, mine = meetings.coming(store, old.uid), meetings.coming(store, into.uid)
    if theirs is None or mine is None:
        return
    both = {
        name: getattr(mine, name) or getattr(theirs, name) for name in ("minutes", "mode", "mood", "seen", "rating")
    }
    created = [at for at in (mine.created, theirs.created) if at]
    joined = replace(
        mine,
        body=body.joined(mine.body, theirs.body),
        tags=tuple(dict.fromkeys((*mine.tags, *theirs.tags))),
        extra="\n".join(extra for extra in (mine.extra, theirs.extra) if extra),
        created=min(created, default=None),
        scales=updated(theirs.scales, mine.scales),
        **both,
    )
    _repoint(change, store, theirs.uid, mine.uid)
    change.put(joined)
    change.remove(theirs)


def _repoint(change: Writing, store: Store, old: str, new: str) -> list[str]:
    """Lets whatever points at one record point at another; the kind of each record that changed."""
    kinds = []
    for kind, uid in history_rewrite.pointing_at(store.db, old):
        row = change.row(kind, uid) or {}
        change.replay(kind, uid, {name: new if value == old else value for name, value in row.items()})
        kinds.append(kind)
    return kinds


def _as_one(old: Person, into: Person) -> Person:
    """The person who stays, with what the other one had and this one has not."""
    relations = _by_date(old.relations, into.relations)
    merged = replace(
        into,
        reading=into.reading or old.reading,
        relations=relations,
        relation=relations[-1][1] if relations and (into.relation or old.relation) else into.relation or old.relation,
        every=into.every if into.rule else old.every,
        rule=into.rule or old.rule,
        hour=into.hour or old.hour,
        archived=max(into.archived, old.archived) if into.archived and old.archived else None,
        added=min((day for day in (into.added, old.added) if day), default=None),
    )
    known = {name_forms.plain(name) for name in (merged.name, merged.reading or "")}
    called = (*into.aliases, *old.aliases, old.name, *([old.reading] if old.reading else []))
    return with_aliases(merged, [name for name in called if name_forms.plain(name) not in known])


def _by_date(old: Sequence[tuple[date, str]], into: Sequence[tuple[date, str]]) -> tuple[tuple[date, str], ...]:
    """What both were, in the order of its days; of one day, what the person who stays was."""
    days = dict(old) | dict(into)
    out: list[tuple[date, str]] = []
    for day in sorted(days):
        if not out or out[-1][1] != days[day]:
            out.append((day, days[day]))
    return tuple(out)
