"""What a line of a prepared document decides: it changes the record that it is about in just what was changed in it."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from onelog.core.kinds import Record, kind_of
from onelog.core.model import Action, Checkin, Moment, Ref, Topic
from onelog.markdown.document import STATUS_OF_MARK, Item

AgendaRecord = Action | Moment | Topic | Checkin
"""A record that is a line of a document."""
T = TypeVar("T", Action, Topic)

_SAID = {
    "action": ("text", "owner", "due", "goal", "why", "outcome"),
    "topic": ("text", "why", "outcome", "rule", "next", "becomes"),
    "moment": ("text", "because", "kind", "giver", "receiver", "outcome"),
    "checkin": ("goal", "value", "text"),
}
"""What a line says of its record, apart from how that ended, its tags, and days that it need not say."""


def differs(line: Record, record: Record) -> bool:
    """Whether the words of a line are others than those of its record."""
    return bool(_others(line, record))


def _others(line: Record, record: Record) -> list[str]:
    kind = kind_of(record)
    return [name for name in _SAID[kind] if not _same(getattr(line, name), getattr(record, name))]


def _same(one: object, other: object) -> bool:
    """Backslashes make no difference: a line that has moved may need more of them, or fewer, to say the same."""
    if isinstance(one, Ref) and isinstance(other, Ref):
        return one.uid == other.uid or one.label == other.label  # somebody may have been taken out and made again
    if isinstance(one, str) and isinstance(other, str):
        return one.replace("\\", "") == other.replace("\\", "")
    return one == other


def changed(
    now: AgendaRecord, item: Item, line: AgendaRecord, before: AgendaRecord, day: date, *, own: bool
) -> AgendaRecord:
    """The record as it is to be: `now` with what was changed in its line, which was written when it was as `before`.

    `line` is what the line says now. It ends on `day`, unless the line says when. A box that was left empty says nothing
    about a record of another meeting; in one of the meeting's `own` it opens what had ended.
    """
    names = [
        *_others(line, before),
        *(name for name in ("opened", "added") if name in item.days and hasattr(line, name)),
    ]
    if {"text", "why", "because", "outcome"} & {*names}:
        names += [name for name in ("tags",) if hasattr(line, name)]
    new = replace(now, **{name: getattr(line, name) for name in names})
    if isinstance(new, Action) and isinstance(line, Action) and isinstance(before, Action):
        return _action(new, item, before, day, own=own)
    if isinstance(new, Topic) and isinstance(before, Topic):
        return _topic(new, item, before, day, own=own)
    return _concern(new, item, before, day, own=own) if isinstance(new, Moment) and isinstance(before, Moment) else new


def _action(now: Action, item: Item, before: Action, day: date, *, own: bool) -> Action:
    status = STATUS_OF_MARK[item.mark]
    if status == "open" and not own:
        return now
    return _ended(now, before, status, item.days.get(status), max(day, now.opened or day), "open")


def _topic(now: Topic, item: Item, before: Topic, day: date, *, own: bool) -> Topic:
    said = next((status for status in ("raised", "dropped") if status in item.days), "parked")
    status = {"x": "raised", "-": "dropped"}.get(item.mark, said)
    if status == "parked" and not own:
        return now
    return _ended(now, before, status, item.days.get(status), max(day, now.added or day), "parked")


def _ended(now: T, before: T, status: str, said: date | None, day: date, opened: str) -> T:
    """`now` with another state, where the line says another than `before`, or another day for it."""
    if status == before.status and (said is None or said == before.closed):
        return now
    if status == opened:
        return replace(now, status=status, closed=None, outcome=None)
    if status == now.status and said is None:  # it came to the same end meanwhile
        return now
    return replace(now, status=status, closed=said or day)


def _concern(now: Moment, item: Item, before: Moment, day: date, *, own: bool) -> Moment:
    """A concern that is dropped is settled as well: it is not to be followed any more."""
    said = item.days.get("resolved")
    if now.kind != "concern" or (said and said == before.resolved):
        return now
    if said:
        return replace(now, resolved=said)
    if item.mark != " ":
        return replace(now, resolved=now.resolved or max(day, now.at.date() if now.at else day))
    return replace(now, resolved=None, outcome=None) if own and before.resolved else now
