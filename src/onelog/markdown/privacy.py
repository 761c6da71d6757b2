"""What is private, and what is left of a record where nobody asked for that: the one rule of every command.

Private are concerns, facts about somebody and private notes with all their words (what led up to one, how it was settled, its tags), what was
answered to a warning about a concern, and what stood in a record while it was one of these, or before it became one. A
command shows such words with `--private`; on a terminal also those of a record, or a kind, that was asked for alone;
and those that this run itself wrote down. What is left out is counted.
"""

from collections.abc import Collection
from dataclasses import replace

from onelog.core.fields import EMPTY, FIELDS
from onelog.core.kinds import Record
from onelog.core.model import PRIVATE, Answer, Meeting, Moment

SKIP = "reason to skip"
"""What a meeting was skipped for is no private note, but nothing to hand on: exports have it with `--private` only."""
_SAID = {field.name: EMPTY[field.type] for field in FIELDS[Moment] if field.type in EMPTY}
WORDS = tuple(_SAID)
"""The fields of a private record that hold what was said."""


def is_private(kind: str | None, rule: str | None = None) -> bool:
    """Whether a record of this kind (of an answer: to a warning of this rule) is private."""
    return bool(private_kind_of(kind, rule))


def private_kind_of(kind: str | None, rule: str | None = None) -> str:
    """The private kind that a kind of moment, or the rule of an answer, is; "" for any other."""
    return "concern" if rule == "concern" else kind if kind in PRIVATE else ""


def private_kind(record: object) -> str:
    """The private kind that a record belongs to; "" for what is not private."""
    if isinstance(record, Moment):
        return private_kind_of(record.kind)
    return private_kind_of(None, record.rule) if isinstance(record, Answer) else ""


def hidden(record: Record, own: Collection[str] = ()) -> list[Moment | Answer]:
    """The private records in a meeting, or the one record itself, but for those with the uids `own`."""
    inside = record.moments if isinstance(record, Meeting) else (record,)
    return [one for one in inside if isinstance(one, Moment | Answer) and private_kind(one) and one.uid not in own]


def public(meeting: Meeting, own: Collection[str] = ()) -> tuple[Meeting, list[str]]:
    """The meeting without its private lines but for those with the uids `own`, and the kind of each of the others.

    Headings go with the lines under them where those are all that stands there: they would tell what is left out.
    """
    left = hidden(meeting, own)
    if not left:
        return meeting, []
    from onelog.markdown.parsing import private_headings  # noqa: PLC0415 - only where there is something to take out

    text = private_headings.without(meeting.body, {one.id for one in left})
    shown = replace(meeting, body=text, moments=tuple(m for m in meeting.moments if m not in left))
    return shown, [private_kind(one) for one in left]


def silent(moment: Moment) -> Moment:
    """A private record that is there, and says nothing."""
    return replace(moment, **_SAID)  # type: ignore[arg-type]  # each is empty as its type is


def discreet(record: Record, own: Collection[str] = ()) -> Record:
    """A record without private words: a meeting without its private lines, a private record that says nothing."""
    if isinstance(record, Meeting):
        return public(record, own)[0]
    if isinstance(record, Moment) and hidden(record, own):
        return silent(record)
    return replace(record, text="") if isinstance(record, Answer) and hidden(record, own) else record
