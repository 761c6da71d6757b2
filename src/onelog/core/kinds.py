"""What a record is: all of them as one type, and the kind of each."""

from onelog.core.model import FEEDBACK, Action, Answer, Checkin, Goal, Meeting, Moment, Person, Skip, Topic

Record = Person | Meeting | Action | Moment | Topic | Goal | Checkin | Skip | Answer
TimelineEntry = Meeting | Moment | Action | Topic


def is_of_nobody(record: Record) -> bool:
    """Whether a record is feedback of which nobody is known, from whom or to whom it is: not me either."""
    return isinstance(record, Moment) and record.kind in FEEDBACK and not (record.giver or record.receiver)


def kind_of(record: Record) -> str:
    """The kind and table of a record: "person", "meeting", "action", "moment", "topic", "goal", "checkin", "skip", "answer"."""
    return KINDS[type(record)]


KINDS: dict[type, str] = {
    Person: "person",
    Meeting: "meeting",
    Action: "action",
    Moment: "moment",
    Topic: "topic",
    Goal: "goal",
    Checkin: "checkin",
    Skip: "skip",
    Answer: "answer",
}
