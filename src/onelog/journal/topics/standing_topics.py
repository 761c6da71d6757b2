"""Topics that come back: when one was raised, it is parked again for the first meeting on its next day or after it."""

from dataclasses import replace

from onelog.core.calendar import recurrence
from onelog.core.kinds import Record
from onelog.core.model import Topic
from onelog.store.transaction import Writing


def kept(change: Writing, before: Record | None, after: Record, back: list[Topic] | None = None) -> Record:
    """The record to be written: a standing topic that was raised is one no more, and the one that comes back is written.

    The next day is counted from the one on which it was raised, and the new topic stands in no meeting until it is raised;
    it goes to `back`.
    """
    if not isinstance(before, Topic) or before.status != "parked":
        return after
    if not isinstance(after, Topic) or after.status != "raised" or not after.rule:
        return after
    raised = after.closed or change.at.date()
    uid, id_ = change.name("topic")
    again = Topic(
        uid,
        id_,
        after.text,
        after.person,
        added=raised,
        why=after.why,
        tags=after.tags,
        rule=after.rule,
        becomes=after.becomes,
        next=recurrence.next_due(after.rule, raised, raised, before.next.day if before.next else 0),
    )
    change.put(again)
    if back is not None:
        back.append(again)
    return replace(after, rule=None, next=None)
