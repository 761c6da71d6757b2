"""What a record is after one line of changes: each key read as the same field is read everywhere else."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from onelog.core import numbers
from onelog.core.calendar import dates, recurrence
from onelog.core.errors import NotFound, OnelogError, Refused, Wrong
from onelog.core.fields import FIELDS
from onelog.core.kinds import Record, kind_of
from onelog.core.model import FEEDBACK, Checkin, Goal, Meeting, Moment, Ref, Topic
from onelog.core.names import name_words
from onelog.core.scales import Scale, updated
from onelog.insight import goal_names, resolve
from onelog.journal import goals
from onelog.journal.change.change_words import Changes
from onelog.journal.change.changed_tags import WORDED, tags_of, with_tags
from onelog.journal.change.unchangeable import KEYS_OF, by_another_command, not_there
from onelog.journal.change.unread_fields import without_unread
from onelog.journal.private_labels import check_public
from onelog.journal.references import Names
from onelog.markdown import document
from onelog.markdown.forms import scale_fields
from onelog.store.transaction import Writing

_AWAY = r"([+-]\d{1,4}) ?([dwmy])"
"""Days that are counted from the one that a record has."""


class ChangeReading(NamedTuple):
    """What the values of one change are read with."""

    names: Names
    change: Writing
    now: datetime
    scales: Mapping[str, Scale]


def changed_value(reading: ChangeReading, record: Record, said: Changes) -> Record:
    """The record as it is to be. Raises `Wrong`, and `Refused` for what it does not have, with the command that can."""
    keys = KEYS_OF.get(word_of(record))
    if keys is None:
        raise by_another_command(record, said)
    values: dict[str, Any] = {}
    for key, words in said.words.items():
        name = keys.get(key)
        if name is None:
            raise not_there(record, key, words)
        if name in values:
            raise Wrong("change.said_twice", key=key)
        values[name] = _value(reading, record, name, key, words)
    _complete(reading, record, values)
    new: Record = replace(without_unread(record, said, reading.now, reading.names.conventions), **values)
    if any(name in values for name in WORDED) and not isinstance(new, Checkin):
        values["tags"] = tags_of(new, record)
        new = replace(new, **values)
    if said.scales:
        new = _with_scales(reading, new, said.scales)
    return with_tags(new, said) if said.added or said.removed else new


def word_of(record: Record) -> str:
    """The kind of a record; of a moment which one it is."""
    return record.kind if isinstance(record, Moment) else kind_of(record)


def _value(reading: ChangeReading, record: Record, name: str, key: str, words: str) -> object:
    """The value of one field, None where it is taken away."""
    old = getattr(record, name)
    if name in ("closed", "resolved", "outcome"):
        _check_ended(record, name, words)
    if isinstance(record, Topic) and name in ("rule", "next", "becomes") and record.status != "parked":
        raise Refused("change.not_to_give" if name == "becomes" else "change.no_return", id=record.id)
    if not words:
        _check_nothing(record, name, key)
        return None
    field = next(field for field in FIELDS[type(record)] if field.name == name)
    if field.type == "ref":
        return _ref(reading, record, name, words)
    if field.type == "day":
        return _day(reading, record, name, key, words)
    if field.type == "time":
        return _time(reading, old, words)
    if field.type == "rule":
        return recurrence.rule(words)
    if field.type == "number":
        return numbers.number(words, reading.names.conventions.decimal)
    if field.type in ("line", "words"):
        check_public(word_of(record), words)
        return words
    return _READ[name](words)


_READ: dict[str, Callable[[str], object]] = {
    "becomes": lambda words: _feedback_kind(words),
    "minutes": dates.minutes,
    "mode": document.mode,
    "mood": lambda words: document.score("mood", words),
    "seen": lambda words: document.score("seen", words),
    "rating": lambda words: document.score("rating", words),
}
"""The fields that are read in a way of their own."""
_NEVER_NONE = ("text", "title", "at", "opened", "added", "closed", "resolved", "giver", "receiver", "owner")


def _feedback_kind(words: str) -> str:
    """Praise or growth. Raises `Wrong`."""
    if kind := document.feedback_kind(words):
        return kind
    raise Wrong("change.no_feedback", word=words[:20])


def _check_nothing(record: Record, name: str, key: str) -> None:
    """Raises `Refused` where a record cannot be without this field."""
    meeting = getattr(record, "meeting", None)
    if name == "text" and isinstance(record, Checkin):
        return
    needed = any(field.name == name and field.is_needed for field in FIELDS[type(record)])
    if needed or name in _NEVER_NONE:
        raise Refused("change.needed", id=record.id, key=key)
    if name == "person" and (meeting or word_of(record) == "fact"):
        raise Refused("change.with_somebody", id=record.id)


def _check_ended(record: Record, name: str, words: str) -> None:
    """Raises `Refused` for the end of what has not ended, and for one before its beginning."""
    status = getattr(record, "status", "") or ("open" if getattr(record, "resolved", None) is None else "ended")
    if status in ("open", "parked"):
        how = (
            f"onelog done {record.id}"
            if not isinstance(record, Goal)
            else f"onelog goals close {record.id} --as achieved"
        )
        more = ' --why "…"' if name == "outcome" else f" --on {words or 'DAY'}"
        raise Refused("change.not_ended", id=record.id, command=f"{how}{more}")


def _day(reading: ChangeReading, record: Record, name: str, key: str, words: str) -> date:
    old = getattr(record, name)
    day = away(words, old or reading.now.date())
    looking: dates.Looking = "ahead" if name in ("due", "by", "next") else "back"
    try:
        day = day or dates.day(words, reading.now.date(), looking=looking, conventions=reading.names.conventions)
    except OnelogError as error:
        raise Wrong("change.of_key", key=key, error=error) from None
    begun = getattr(record, "opened", None) or getattr(record, "added", None) or getattr(record, "at", None)
    begun = begun.date() if isinstance(begun, datetime) else begun
    if name in ("closed", "resolved") and begun and day < begun:
        raise Refused("change.ends_before", id=record.id, day=begun)
    return day


def away(words: str, base: date) -> date | None:
    """The day that is so far from the one that was there (`+1w`, `-2d`); None for any other words."""
    found = re.fullmatch(_AWAY, dates.plain(words))
    if not found:
        return None
    return dates.day(f"{found[1]}{found[2]}", base)


def _time(reading: ChangeReading, old: datetime | None, words: str) -> datetime:
    """When it was: another day keeps its hour, another hour its day."""
    conventions = reading.names.conventions
    if old is None:
        return dates.moment(words, reading.now, looking="back", conventions=conventions)
    day = away(words, old.date())
    if day is None:
        try:
            day = dates.day(words, reading.now.date(), looking="back", conventions=conventions)
        except OnelogError:
            last = (
                old.replace(hour=23, minute=59, second=59) if re.search(r"^\d{1,2}[:：時]|^\d+ ?[ap]m", words) else None
            )
            return dates.moment(words, last or reading.now, looking="back", conventions=conventions)
    return datetime.combine(day, old.timetz())


def _ref(reading: ChangeReading, record: Record, name: str, words: str) -> Ref | None:
    if name in ("goal", "parent"):
        return goal_names.goal(reading.names.store, words)
    words = words.removeprefix("@").removeprefix("＠")
    if name == "person":
        return resolve.person(reading.names.store, words).ref
    them = getattr(record, "person", None)
    if name_words.is_them(words) and them is None:
        raise Refused("change.nobody_is_them", id=record.id)
    if doubt := reading.names.person(words):
        raise NotFound("change.name_doubtful", doubt=doubt)
    return reading.names.ref(words, them, reading.change, reading.now)


# --- what hangs together


def _complete(reading: ChangeReading, record: Record, values: dict[str, Any]) -> None:
    """Fills in what follows from what was said: the other way of feedback, the unit of a number."""
    if isinstance(record, Moment) and record.kind in FEEDBACK and {"giver", "receiver"} & values.keys():
        _both_ways(record, values)
    if isinstance(record, Goal):
        for name in ("start", "target"):
            if values.get(name) is not None:
                values[name], unit = values[name]
                values.setdefault("unit", record.unit or unit or None)
    if isinstance(record, Topic):
        _comes_back(record, values)
    if isinstance(record, Checkin):
        _measured(reading, record, values)
    if isinstance(record, Meeting) and record.at and "at" in values:
        values |= _moved(record, record.at.date(), values["at"].date())


def _comes_back(topic: Topic, values: dict[str, Any]) -> None:
    """A topic that does not come back has no next day."""
    if values.get("rule", topic.rule) is None:
        if values.get("next"):
            raise Refused("change.no_cadence", id=topic.id)
        values["next"] = None


def _moved(meeting: Meeting, old: date, new: date) -> dict[str, object]:
    """What began in a meeting begins on its day, as its document says without a word."""
    return {
        "actions": tuple(replace(one, opened=new) if one.opened == old else one for one in meeting.actions),
        "topics": tuple(replace(one, added=new) if one.added == old else one for one in meeting.topics),
    }


def _both_ways(record: Moment, values: dict[str, Any]) -> None:
    """Feedback from somebody is to me, and feedback from me is to them; so it is where one of both is said."""
    for one, other in (("giver", "receiver"), ("receiver", "giver")):
        if one in values and other not in values:
            values[other] = None if values[one] else record.person
    if values["giver"] == values["receiver"]:
        raise Refused("change.to_themselves", id=record.id)


def _measured(reading: ChangeReading, record: Checkin, values: dict[str, Any]) -> None:
    """The value of a check-in; a unit that is not its goal's stands before the words."""
    if values.get("text", record.text) is None:
        values["text"] = ""
    if values.get("value") is not None:
        values["value"], unit = values["value"]
        goal = values.get("goal", record.goal)
        if unit:
            values["text"] = goals.measured_words(reading.names.store, goal, unit, values.get("text", record.text))
    if values.get("value", record.value) is None and not values.get("text", record.text):
        raise Refused("change.empty_checkin", id=record.id)


def _with_scales(reading: ChangeReading, record: Record, said: Mapping[str, str]) -> Record:
    if not isinstance(record, Meeting):
        raise not_there(record, next(iter(said)), "")
    values, gone = [], set[str]()
    for key, words in said.items():
        scale = reading.scales[key]
        number = words.removesuffix(f"/{scale.high}")
        if not words:
            gone.add(key)
        elif not number.isdecimal() or not scale.holds(int(number)):
            raise Wrong(
                "change.out_of_scale", doubt=scale_fields.out_of(scale, words), name=scale.name, high=scale.high
            )
        else:
            values.append(scale.at(int(number)))
    return replace(record, scales=tuple(one for one in updated(record.scales, values) if one.key not in gone))
