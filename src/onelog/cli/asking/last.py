"""`last` where an id is typed: put in its place before the command reads its words."""

from collections.abc import Sequence

from onelog.cli.app import App
from onelog.core.model import Person
from onelog.core.names import name_matching
from onelog.journal.change import change_words, unchangeable
from onelog.store import people, records
from onelog.store.queries import last_changed
from onelog.store.queries.last_changed import WORD

_ENDING = ("action", "concern", "topic")
_KINDS: dict[str, tuple[str, ...]] = {
    "done": _ENDING,
    "drop": ("action", "topic"),
    "reopen": (*_ENDING, "goal"),
    "checkin": ("goal",),
    "close": ("goal",),
    "plan": ("goal",),
    "goal": ("goal",),
    "under": ("goal",),
    "spark": ("topic",),
    "rest": ("topic",),
    "end": ("topic",),
}
"""The kinds of records that a command, or an option, is for."""


def ids_of_last(app: App, command: str, words: Sequence[str], count: int) -> list[str]:
    """The words with the id of what `last` stands for, or `last MIA`, in its place; the first `count` can be ids."""
    out: list[str] = []
    left = list(words)
    while left:
        word = left.pop(0)
        if (
            word.strip().casefold() != WORD
            or len(out) >= count
            or (command == "change" and any(map(change_words.begins_change, out)))
        ):
            out.append(word)
            continue
        who = _named(app, command, left)
        out.append(last_changed.last_meeting(app.store, who) if who else _record(app, command, left))
    return out


def id_of_last(app: App, name: str) -> str:
    """The id that `last` stands for as the value of an option."""
    return last_changed.last_record(app.store, _KINDS.get(name, ()))


def _record(app: App, command: str, left: Sequence[str]) -> str:
    kinds = _KINDS.get(command, ())
    if command == "change" and left:
        kinds = unchangeable.kinds_with_keys(change_words.keys_in(left))
    return last_changed.last_record(app.store, kinds, removed=command == "reopen")


def _named(app: App, command: str, left: list[str]) -> Person | None:
    """The person whose name stands behind `last`, taken off the words; an id is nobody's name, an owner in `change` neither."""
    everybody = people.everybody(app.store)
    for count in range(min(len(left), 4), 0, -1):
        name = " ".join(word.strip() for word in left[:count])
        is_owner = name[:1] in ("@", "＠")
        if (is_owner and command == "change") or (
            command == "change" and any(map(change_words.begins_change, left[:count]))
        ):
            continue
        bare = name.lstrip("@＠")
        if count == 1 and records.handle(app.store, bare):
            return None
        fitting = name_matching.fitting(everybody, bare)
        if len(fitting) == 1 and (count > 1 or is_owner or not bare.isdecimal()):
            del left[:count]
            return fitting[0]
    return None
