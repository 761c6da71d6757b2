"""What `last` stands for: the record that was made or changed last, and the last meeting with somebody."""

from collections.abc import Sequence

from onelog.core.errors import Ambiguous, NotFound
from onelog.core.model import Person
from onelog.core.results.history import RecordChange
from onelog.core.sanitize import quoted_name
from onelog.core.selection import Selection
from onelog.store import changelog, meetings, records
from onelog.store.database import Store

WORD = "last"
LOOKED_AT = 200
"""Records of a change that are looked at; an import may have made ten thousand."""
_SHOWN = 4


def last_record(store: Store, kinds: Sequence[str] = (), *, removed: bool = False) -> str:
    """The id of the record that was made or changed last, of one of `kinds` where it can be.

    Where the main one of the last change is of another kind, it is the only other one there that fits. With `removed` it
    may have been taken out. Raises `NotFound` where nothing was changed yet, `Ambiguous` where several fit.
    """
    n = changelog.to_undo(store)
    lines = changelog.lines(store, n, LOOKED_AT) if n is not None else ()
    there = [line for line in lines if removed or records.by_uid(store, line.kind, line.uid) is not None]
    if not there:
        raise NotFound("change.nothing_last")
    main = _main(there, changelog.command_of(store, n or 0))
    fitting = [line for line in there if not kinds or _kind(store, line) in kinds]
    if not fitting or main in fitting:
        return main.id
    if len(fitting) > 1:
        shown = ", ".join(line.id for line in fitting[:_SHOWN])
        raise Ambiguous("change.several_last", ids=shown)
    return fitting[0].id


def _main(lines: Sequence[RecordChange], command: str) -> RecordChange:
    """What a change was about: what its command named, a meeting that was logged, somebody, what was made, what was changed."""
    words = command.lower().split()
    named = [line for word in words for line in lines if line.id == word]
    verb = words[0] if words else ""
    met = [line for line in lines if line.kind == "meeting"] if verb in ("log", "note", "import") else []
    people = [line for line in lines if line.kind == "person"] if verb == "people" else []
    made = [line for line in lines if line.before is None and line.kind not in ("meeting", "person")]
    return (named or met or people or made or list(lines))[-1]


def _kind(store: Store, line: RecordChange) -> str:
    """The kind of a record; of a moment which one it is."""
    record = records.by_uid(store, line.kind, line.uid)
    return str(getattr(record, "kind", line.kind))


def last_meeting(store: Store, person: Person) -> str:
    """The id of the last meeting with somebody. Raises `NotFound`."""
    found = meetings.newest(store, Selection(person=person, limit=1))
    if not found:
        raise NotFound("change.never_met", name=person.name, quoted=quoted_name(person.name))
    return found[0].id
