"""What can be changed of each kind of record in one line, and what is said of anything else: the command that can."""

from collections.abc import Callable, Sequence
from functools import partial

from onelog.core.calendar import dates
from onelog.core.errors import Refused
from onelog.core.kinds import Record, kind_of
from onelog.core.model import FEEDBACK, Checkin, Goal, Meeting, Moment, Person, Skip
from onelog.core.sanitize import quoted_name
from onelog.insight import resolve
from onelog.journal.change.change_words import FORMS, Changes, listed

_MOMENT = {"text": "text", "because": "because", "with": "person", "on": "at"}
KEYS_OF: dict[str, dict[str, str]] = {
    "action": {
        "text": "text", "owner": "owner", "due": "due", "by": "due", "why": "why", "goal": "goal", "with": "person", "on": "opened",
        "outcome": "outcome", "closed": "closed",
    },
    "topic": {
        "text": "text", "why": "why", "because": "why", "with": "person", "on": "added", "as": "becomes", "every": "rule", "next": "next", "outcome": "outcome", "closed": "closed",
    },
    **dict.fromkeys(("decision", "win", "aha", "fact", "private"), _MOMENT),
    **dict.fromkeys(FEEDBACK, _MOMENT | {"from": "giver", "to": "receiver"}),
    "concern": _MOMENT | {"outcome": "outcome", "closed": "resolved"},
    "checkin": {"text": "text", "value": "value", "goal": "goal", "on": "at"},
    "goal": {
        "text": "title", "with": "person", "by": "by", "due": "by", "metric": "metric", "start": "start", "from": "start", "target": "target",
        "to": "target", "unit": "unit", "under": "parent", "on": "opened", "closed": "closed",
    },
    "meeting": {
        "with": "person", "on": "at", "len": "minutes", "mode": "mode", "mood": "mood", "seen": "seen", "rating": "rating",
    },
}  # fmt: skip  # short pairs in lines
"""The keys of each kind, and the fields that they are. All but a check-in have tags, too."""

_SHOWN = 4
_OF_PERSON = {
    "name": "name",
    "text": "name",
    "alias": "alias",
    "reading": "reading",
    "relation": "relation",
    "every": "every",
    "on": "on",
}
"""The keys of a person, and the options of `people edit`."""


def kinds_with_keys(keys: Sequence[str]) -> tuple[str, ...]:
    """The kinds of records that have all of these keys; of moments each kind."""
    return tuple(
        kind
        for kind, own in KEYS_OF.items()
        if all(key in own or (key == "tags" and kind != "checkin") for key in keys)
    )


def by_another_command(record: Record, said: Changes) -> Refused:
    """What is said of a record that has no document of its own, or a command of its own."""
    if isinstance(record, Skip) and record.moved:
        when, quoted = said.words.get("on") or "WHEN", quoted_name(record.person.label)
        return Refused("change.move", id=record.id, name=record.person.label, quoted=quoted, when=when)
    if not isinstance(record, Person):
        return Refused("change.nothing_changes", id=record.id, kind=resolve.a_kind(kind_of(record)))
    options = [(option, words) for key, words in said.words.items() if (option := _option(key, words))]
    shown = " ".join(f"--{option} {quoted_name(words) or chr(34) * 2}" for option, words in options)
    return Refused(
        "change.person", id=record.id, name=record.name, quoted=quoted_name(record.name), options=shown or "--help"
    )


def _option(key: str, words: str) -> str | None:
    """The option of `people edit` that says the same; an hour (`on:14:00`, `at:14:00`) is the usual one."""
    return "at" if key == "on" and dates.clock(words) else _OF_PERSON.get(key)


def not_there(record: Record, key: str, words: str) -> Refused:
    """What is said of a key that a record does not have."""
    word = record.kind if isinstance(record, Moment) else kind_of(record)
    if key == "status" and "closed" in KEYS_OF[word]:
        return Refused("change.status_goal" if word == "goal" else "change.status", id=record.id)
    if isinstance(record, Meeting) and key == "text":
        return Refused("change.note", id=record.id)
    if isinstance(record, Checkin) and key in ("with", "metric", "unit", "target", "under", "start"):
        return Refused("change.checkin", id=record.id, key=key, goal=record.goal.label, words=words or "none")
    if isinstance(record, Goal) and key == "value":
        return Refused("change.goal_value", id=record.id, words=words)
    return _elsewhere(record, word, key, words)


def _elsewhere(record: Record, word: str, key: str, words: str) -> Refused:
    """That a record has no such key: what it has, or which other one has it: its meeting, or one that stands in it."""
    meeting, kind = getattr(record, "meeting", None), resolve.a_kind(word)
    if meeting and key in KEYS_OF["meeting"]:
        return Refused(
            "change.not_here_meeting", id=record.id, kind=kind, key=key, meeting=meeting.label, words=words or "none"
        )
    inside = record.inside if isinstance(record, Meeting) else ()
    ids = [one.id for one in inside if key in KEYS_OF[one.kind if isinstance(one, Moment) else kind_of(one)]]
    if ids:
        shown = ", ".join(ids[:_SHOWN])
        return Refused("change.not_here_inside", id=record.id, kind=kind, key=key, ids=shown, one=ids[0])
    return Refused("change.not_here", id=record.id, kind=kind, key=partial(_called, key), known=_listed(word))


def _called(key: str, language: str) -> str:
    return listed([f"{key}:"], language).rstrip(":：")


def _listed(word: str) -> Callable[[str], str]:
    """What can be changed, in the words of a language."""
    forms = dict.fromkeys(_form(word, name) for name in KEYS_OF[word])
    return partial(listed, [*forms, *(["+tag", "-tag"] if word != "checkin" else [])])


def _form(word: str, key: str) -> str:
    if word == "goal":
        return {"from": "from:10", "to": "target:20", "start": "from:10", "due": "by:eoq"}.get(key, FORMS[key])
    return FORMS["due"] if (word, key) == ("action", "by") else FORMS[key]
