"""Changing records in one line: as their documents would be changed, field by field, in one change."""

from collections.abc import Sequence
from datetime import datetime

from onelog.core.calendar.dates import check_past
from onelog.core.errors import Refused
from onelog.core.fields import FIELDS
from onelog.core.kinds import Record, kind_of
from onelog.core.model import Meeting, Ref
from onelog.core.results.common import Changed, FieldChange
from onelog.core.scales import Scale
from onelog.insight import resolve
from onelog.journal import edit, edit_meeting
from onelog.journal.change import change_words
from onelog.journal.change.changed_values import ChangeReading, changed_value
from onelog.journal.references import Names
from onelog.markdown import entities
from onelog.markdown.correction import Opened
from onelog.store import records
from onelog.store.database import Store
from onelog.store.transaction import Writing, writing

_UNTOLD = ("body", "extra", "created", "meeting")
"""Fields that follow from others."""
_TAGGED = ("text", "why", "because", "outcome")
"""Fields in which a tag can stand."""


def change_records(
    store: Store, ids: Sequence[str], words: Sequence[str], now: datetime, *, to_come: bool = False
) -> Changed:
    """Changes the records with these ids to what the words say, all or none.

    Raises `NotFound` and `Refused` for a record, `Wrong` for a value that cannot be, `ToCome` for a meeting that is moved
    to a day that is not here yet, unless it is said to be `to_come`.
    """
    ids = [*dict.fromkeys(ids)]
    with writing(store, f"change {' '.join(ids)}", now) as change:
        found = [resolve.record(store, id_) for id_ in ids]
        said = change_words.read(words, _scales(store, found))
        if not said.names:
            raise Refused("change.no_changes", id=ids[0])
        made = [_changed(store, change, record, said, now, to_come) for record in found]
    after = [(old, records.by_uid(store, kind_of(old), old.uid)) for old in found]
    told = tuple(one for old, new in after if new for one in _differences(old, new, said))
    touched = {one.id for one in told}
    return Changed(
        "changed",
        tuple(new for _, new in after if new and new.id in touched),
        new_people=tuple(n for names in made for n in names),
        fields=told,
    )


def _scales(store: Store, found: Sequence[Record]) -> dict[str, Scale]:
    """The scales of one's own that may be said of the meetings among these records."""
    return {
        key: scale
        for one in found
        if isinstance(one, Meeting)
        for key, scale in edit_meeting.scales(store, one).items()
    }


def _changed(
    store: Store, change: Writing, record: Record, said: change_words.Changes, now: datetime, to_come: bool
) -> tuple[str, ...]:
    """Writes a record as it is to be; the names of those whom that made."""
    old = records.by_uid(store, kind_of(record), record.uid) or record  # one before it may have changed this one
    known = Names(store)
    scales = edit_meeting.scales(store, old) if isinstance(old, Meeting) and said.scales else {}
    new = changed_value(ChangeReading(known, change, now, scales), old, said)
    if isinstance(new, Meeting) and isinstance(old, Meeting) and new.at and new.at != old.at and not to_come:
        check_past(new.at, new.person.label, now)
    edit.take_over(store, change, old, entities.write(new), now, was=Opened())
    return tuple(person.name for person in known.made)


def _differences(old: Record, new: Record, said: change_words.Changes) -> list[FieldChange]:
    """What is different between a record and what it was, field by field; of a tag that alone, not the text that it stands in."""
    told, tagged = [], bool(said.added or said.removed)
    for field in FIELDS[type(old)]:
        is_tagged = tagged and field.name in _TAGGED and field.name not in said.words
        if not field.stored or field.name in _UNTOLD or is_tagged:
            continue
        was, now = getattr(old, field.name), getattr(new, field.name)
        if (was.uid if isinstance(was, Ref) else was) != (now.uid if isinstance(now, Ref) else now):
            told.append(FieldChange(old.id, field.name, was, now, is_me=field.is_me(getattr(old, "kind", ""))))
    return told
