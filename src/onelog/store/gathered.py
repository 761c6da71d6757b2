"""What was gathered for somebody before a meeting, told from what was said in it: it is theirs whatever becomes of that."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from difflib import SequenceMatcher
from itertools import pairwise

from onelog.core.kinds import Record
from onelog.core.model import FEEDBACK, Action, Checkin, Meeting, Moment, Person, Topic
from onelog.core.values import value
from onelog.markdown import body
from onelog.markdown.body import Note, Slot
from onelog.store import changelog_fold, mapping, meetings
from onelog.store.database import Store
from onelog.store.mapping import Row
from onelog.store.queries import given_topics
from onelog.store.transaction import Writing

ALIKE = 0.6
"""From this likeness on a line is an earlier one that was changed."""

MeetingRecord = Action | Moment | Topic | Checkin


@value(frozen=True, slots=True)
class Gathered:
    """What a meeting holds that is older than itself."""

    coming: Meeting | None = None
    """The coming meeting that it was, as that was before; None where nothing was noted for it."""
    uids: frozenset[str] = frozenset()
    """The records in it that were there before."""
    lines: tuple[bool, ...] = ()
    """Of each line of its text, whether it was noted before."""
    ids: frozenset[str] = frozenset()
    """The ids of `uids`."""

    def __bool__(self) -> bool:
        return bool(self.uids) or any(self.lines)


def look(store: Store, meeting: Meeting) -> Gathered:
    """What was gathered before a meeting took place, as the change log tells it.

    Where the log does not go back so far, or came from elsewhere, a record tells by its own day that it is older.
    """
    kept = list(body.lines_of(meeting.body))
    if meeting.at is None:  # all of it is, and nothing was said yet
        return _all_of(meeting)
    first, before, bodies = _begun(store, meeting.uid)
    inside = meeting.inside
    older = [one for one in inside if (_stood(store, one.uid, first) if first else _is_older(one, meeting))]
    ids = frozenset(one.id for one in older)
    marks = [True] * len(lines(bodies[0])) if bodies else []
    for was, now in pairwise(bodies):
        marks = follow(lines(was), marks, lines(now))
    marks = marks if len(marks) == len(kept) else [False] * len(kept)
    theirs = (line.id in ids if isinstance(line, Slot) else mark for line, mark in zip(kept, marks, strict=True))
    return Gathered(before, frozenset(one.uid for one in older), tuple(theirs), ids)


def _all_of(coming: Meeting) -> Gathered:
    inside = coming.inside
    all_ = (True,) * len(lines(coming.body))
    return Gathered(coming, frozenset(one.uid for one in inside), all_, frozenset(one.id for one in inside))


def lines(text: str) -> list[str]:
    """The lines of a kept text; none of an empty one."""
    return text.split("\n") if text else []


def _begun(store: Store, uid: str) -> tuple[int, Meeting | None, list[str]]:
    """The change in which a meeting took place first, what it was before that, and its texts since.

    0 where the log does not tell.
    """
    row = changelog_fold.current(store.db, "meeting", uid)
    texts = [str(row["body"])] if row else []
    first = 0
    for line in reversed(list(changelog_fold.log_lines(store.db, [uid]))):
        first = line.change
        row = changelog_fold.step(row, line.after, line.before)
        if row:
            texts.append(str(row["body"]))
            if row["at"] is None:
                return first, _meeting(store, row), texts[::-1]
    return (0 if row else first), None, []


def _meeting(store: Store, row: Row) -> Meeting | None:
    name = store.db.execute("SELECT name FROM person WHERE uid = ?", (row["person_uid"],)).fetchone()
    return mapping.read_row(Meeting, row, person=name[0]) if name else None


def _stood(store: Store, uid: str, n: int) -> bool:
    """Whether a record stood before a change."""
    for line in changelog_fold.log_lines(store.db, [uid]):
        if line.change >= n:
            return line.before is not None
    return True


def _is_older(record: MeetingRecord, meeting: Meeting) -> bool:
    """Whether a record of a meeting is from a day before it, when notes were gathered already."""
    if not meeting.at or not meeting.created or meeting.created.date() >= meeting.at.date():
        return False
    own = record.at if isinstance(record, Moment | Checkin) else None
    day = own.date() if own else getattr(record, "added", None) or getattr(record, "opened", None)
    return day is not None and day < meeting.at.date()


def follow(was: Sequence[str], marks: Sequence[bool], now: Sequence[str]) -> list[bool]:
    """The marks of lines after a change of them: a line keeps its own, also where it was moved or its words changed."""
    found = [False] * len(now)
    lost: list[int] = []
    new: list[int] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            found[j1:j2] = marks[i1:i2]
        else:
            lost += [n for n in range(i1, i2) if was[n].strip()]
            new += [n for n in range(j1, j2) if now[n].strip()]
    for n in new if any(marks[i] for i in lost) else ():
        likeness, mark = max((_likeness(was[i], now[n]), marks[i]) for i in lost)
        found[n] = mark and likeness >= ALIKE
    return found


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


# --- giving it back


def coming_with(store: Store, change: Writing, person: Person, now: datetime) -> Meeting:
    """The coming meeting with somebody, which a topic stands in; a new one is not written yet."""
    if coming := meetings.coming(store, person.uid):
        return coming
    uid, id_ = change.name("meeting")
    return Meeting(uid, id_, person.ref, None, created=now)


def coming_for(store: Store, change: Writing, meeting: Meeting, found: Gathered) -> Meeting:
    """The coming meeting that what was gathered returns to: the one there is with the same person, else a new one."""
    was = found.coming or Meeting("", "", meeting.person, created=meeting.created)
    there = meetings.coming(store, was.person.uid)
    if there:
        days = [day for day in (there.created, was.created) if day]
        extra = [one for one in dict.fromkeys((was.extra, there.extra)) if one]
        tags = tuple(dict.fromkeys((*was.tags, *there.tags)))
        return replace(there, created=min(days) if days else None, extra="\n".join(extra), tags=tags)
    uid, id_ = change.name("meeting")
    return replace(was, uid=uid, id=id_, body="")


def split(lines: Sequence[Note | Slot], marks: Sequence[bool]) -> tuple[str, str]:
    """The text of the lines that are marked, and that of the others; code is open in neither because of the other."""
    theirs = body.tidy(body.body_of(line for line, mark in zip(lines, marks, strict=True) if mark))
    rest: list[Note | Slot] = []
    closing, after = body.closing_of(theirs.split("\n")), False
    for line, mark in zip(lines, marks, strict=True):
        is_blank = isinstance(line, Note) and not line.text.strip()
        if mark or (after and is_blank and not (rest and any(rest[-1]))):
            after = True
        elif after and closing and line == Note(closing):
            closing = ""
        else:
            rest.append(line)
            after = False
    return theirs, body.tidy(body.body_of(rest))


def returned(record: Record, meeting: Meeting, coming: Meeting) -> Record:
    """A record that was gathered for a meeting, for the coming one: a topic that was raised that day is parked again."""
    if isinstance(record, Topic):
        is_over = record.status == "raised" and meeting.at and record.closed == meeting.at.date()
        again = replace(record, status="parked", closed=None, outcome=None) if is_over else record
        return replace(again, meeting=coming.ref, person=coming.person)
    if isinstance(record, Action | Moment):
        return replace(record, meeting=coming.ref, person=coming.person)
    return replace(record, meeting=coming.ref) if isinstance(record, Checkin) else record


def give_back(store: Store, change: Writing, meeting: Meeting) -> tuple[Record, ...]:
    """Returns what was gathered for a meeting to the coming one, before the meeting goes; the records that stay.

    Feedback that was parked until it was given in the meeting is parked again. Where the meeting is still to come itself, it makes room for another one.
    """
    found = look(store, meeting)
    unsaid = _unsaid(store, meeting)
    if not found and not unsaid:
        return ()
    if meeting.at is None:
        change.remove(meeting)
    coming = coming_for(store, change, meeting, found)
    theirs, _ = split(list(body.lines_of(meeting.body)), found.lines)
    kept = tuple(returned(one, meeting, coming) for one in meeting.inside if one.uid in found.uids)
    gather(change, coming, theirs, (*kept, *(replace(topic, meeting=coming.ref) for topic in unsaid)))
    return kept


def _unsaid(store: Store, meeting: Meeting) -> list[Topic]:
    """The topics that the feedback given in a meeting was before."""
    said = (one for one in meeting.moments if one.kind in FEEDBACK and one.giver is None)
    return [topic for one in said if (topic := given_topics.topic_of(store, one))]


def gather(change: Writing, coming: Meeting, text: str, kept: Iterable[Record]) -> None:
    """Puts what returns before what was noted since, each record in one place."""
    there = {line.id for line in body.lines_of(text) if isinstance(line, Slot)}
    for record in kept:
        change.put(record)
        text = text if record.id in there else body.with_slot(text, record.id)
    change.put(replace(coming, body=body.joined(text, coming.body)))
