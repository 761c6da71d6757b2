"""How one record looks as a line of the diary: its mark or label, its words, how it stands, its id."""

from collections.abc import Iterable, Sequence
from datetime import date

from onelog.core.kinds import Record, kind_of
from onelog.core.model import FEEDBACK, Action, Checkin, Goal, Moment, Person, Ref, Skip, Topic
from onelog.core.phrases import spoken
from onelog.core.results.common import Holder
from onelog.core.results.facts import NearDay
from onelog.markdown import occasions
from onelog.terminal.kit.layout import Line, Piece, Words, cells, clip, pad, row
from onelog.terminal.kit.screen import Screen

MARKS = {"open": "☐", "done": "✓", "dropped": "✗", "parked": "·", "raised": "✓"}
_BEFORE = ("¥", "€", "$", "£", "₩", "₹")
"""Units that stand before the number."""
WIDEST_LABEL = 16


def mark(action: Action, today: date) -> Piece:
    """`!` for what is overdue, else ☐, ✓ or ✗."""
    if action.overdue(today):
        return "!", "late"
    return MARKS[action.status], {"done": "kept", "dropped": "dropped"}.get(action.status, "")


def kind(record: Record) -> str:
    return record.kind if isinstance(record, Moment) else kind_of(record)


def owner(screen: Screen, ref: Ref | None) -> str:
    return screen.first_name(ref.label) if ref else screen.say("me")


def label_width(screen: Screen, records: Iterable[Record]) -> int:
    """How wide the column of labels must be for these, its gap included."""
    owners = (2 + cells([owner(screen, r.owner)]) for r in records if isinstance(r, Action))
    widest = max([cells([screen.say("decision")]), cells([screen.say("private")]), *owners])
    return min(widest, WIDEST_LABEL) + 2


def lead(screen: Screen, record: Record, today: date, width: int) -> Line:
    """The mark and the owner of a promise, or the label of anything else, in a column of `width` cells."""
    if isinstance(record, Action):
        sign, style = mark(record, today)
        return [(sign, style), (pad(f" {clip(owner(screen, record.owner), width - 4)}", width - 1), style)]
    if isinstance(record, Topic) and record.status != "parked":
        return [(MARKS[record.status], ""), (pad(" " + screen.say("topic"), width - 1), "topic")]
    name = kind(record)
    return [(pad(clip(screen.say(name), width - 2), width), "" if _settled(record) else name)]


def _settled(record: Record) -> bool:
    return isinstance(record, Moment) and record.resolved is not None


def body(screen: Screen, record: Record) -> Line:
    """What the record says, with the direction of feedback."""
    if isinstance(record, Checkin):
        return _look(record)
    if isinstance(record, Goal):
        return [(record.title, "")]
    if isinstance(record, Person):
        return [(record.name, "")]
    if isinstance(record, Skip):
        return [(record.person.label, "name"), (f" · {record.why}" if record.why else "", "")]
    said = to_give(screen, record) if isinstance(record, Topic) else direction(screen, record)
    text = getattr(record, "text", "") or screen.say(kind(record))  # what is private may be without its words
    return [*([(f"{said}{screen.colon}", "quiet")] if said else []), (text, "")]


def _look(record: Checkin) -> Line:
    """The goal, the value and the sentence, with blanks between."""
    value = spoken.number(record.value) if record.value is not None else ""
    parts = [(record.goal.label, "quiet"), (value, "strong"), (record.text, "")]
    return [(f"{' ' * (n > 0)}{text}", style) for n, (text, style) in enumerate(parts) if text]


def direction(screen: Screen, record: Record) -> str:
    """`from Mia`, `to Ben`, `from Mia to Ben`; "" for what is not feedback."""
    if not isinstance(record, Moment) or record.kind not in FEEDBACK:
        return ""
    giver, receiver = record.giver, record.receiver
    if giver and receiver:
        return screen.say("from_to", name=screen.first_name(giver.label), other=screen.first_name(receiver.label))
    if giver:
        return screen.say("from", name=screen.first_name(giver.label))
    return screen.say("to", name=screen.first_name(receiver.label)) if receiver else ""


def held(screen: Screen, action: Action, holders: Sequence[Holder], today: date) -> str:
    """`waiting for Bea for 9 days, before that mine`; of a promise that has ended who had it from which day. "" for one owner."""
    if len(holders) < 2:
        return ""
    if action.status != "open":
        said = [
            screen.say(
                "held_from", name=owner(screen, one.owner), day=spoken.short_day(one.since, today, screen.language)
            )
            for one in holders[1:]
        ]
        return " · ".join([owner(screen, holders[0].owner), *said])
    *earlier, last = holders
    key = f"held_{'theirs' if last.owner else 'mine'}{'' if last.since < today else '_new'}"
    length = spoken.stretch(last.since, today, screen.language)
    was = [
        screen.say("held_was" if one.owner else "held_was_mine", name=owner(screen, one.owner)) for one in earlier[::-1]
    ]
    return screen.say("comma").join([screen.say(key, name=owner(screen, last.owner), length=length), *was])


def to_give(screen: Screen, topic: Topic) -> str:
    """`praise to give` of feedback that is parked; "" for any other topic."""
    return screen.say("to_give", kind=screen.say(topic.becomes).lower()) if topic.becomes else ""


def occasion(screen: Screen, one: NearDay) -> str:
    """`birthday · 34 years`; what a day is of where that is told without a word of the fact."""
    years = screen.say("day.n_years", n=one.years) if one.years else ""
    return " · ".join(part for part in (screen.say(f"day.occasion_{one.occasion}"), years) if part)


def standing(screen: Screen, record: Record, today: date) -> Words:
    """How it ended or when it is due, for the right of the line; "" where there is nothing to say."""
    if isinstance(record, Action):
        return _kept(screen, record, today)
    if isinstance(record, Moment) and record.kind == "concern":
        return _concern(screen, record, today)
    if isinstance(record, Moment) and record.kind == "fact":
        return _returns(screen, record, today), "quiet"
    if isinstance(record, Topic) and record.status != "parked":
        return ended(screen, record.status, record.closed, today), "quiet"
    if isinstance(record, Topic) and record.rule:
        return comes_back(screen, record, today), "quiet"
    if isinstance(record, Topic) and record.becomes and record.added:
        return spoken.waiting(record.added, today, screen.language), "quiet"
    if isinstance(record, Goal) and record.status != "open":
        return ended(screen, record.status, record.closed, today), "quiet"
    return ""


def comes_back(screen: Screen, topic: Topic, today: date) -> str:
    """`every 4 weeks · back Mon 28 Dec` of a standing topic."""
    day = spoken.short_day(topic.next, today, screen.language) if topic.next and topic.waits(today) else ""
    back = screen.say("comes_back", day=day) if day else ""
    return " · ".join(part for part in (spoken.every(topic.rule or "", screen.language), back) if part)


def _concern(screen: Screen, concern: Moment, today: date) -> str:
    """When it was settled; of an open one its age."""
    if concern.resolved:
        return ended(screen, "resolved", concern.resolved, today)
    return spoken.age(concern.at.date(), today, screen.language) if concern.at else screen.say("unsettled")


def _returns(screen: Screen, fact: Moment, today: date) -> str:
    """The next day that a fact tells, as it was understood."""
    days = [day for one in occasions.read(fact.text) if (day := one.nearest(today))]
    return spoken.short_day(min(days), today, screen.language) if days else ""


def _kept(screen: Screen, action: Action, today: date) -> Words:
    if action.status == "done":
        day = spoken.short_day(action.closed, today, screen.language) if action.closed else ""
        return screen.say("kept", day=day).strip(), "kept"
    if action.status == "dropped":
        return ended(screen, "dropped", action.closed, today), "dropped"
    if action.due is None:
        return ""
    if action.overdue(today):
        return spoken.late(action.due, today, screen.language), "late"
    return screen.say("due", day=spoken.short_day(action.due, today, screen.language))


def ended(screen: Screen, word: str, day: date | None, today: date) -> str:
    """`dropped Thu 17 Sep`; the word alone where the day is not known."""
    said = spoken.short_day(day, today, screen.language) if day else ""
    return screen.say("on_day", word=screen.say(word), day=said).strip()


def early(screen: Screen, goal: Goal) -> str:
    """`6 days early`, `1 day late`, `on its day`; "" for a goal that is open or has no day.

    Of one that was not achieved: `6 days before its day`.
    """
    if goal.early is None:
        return ""
    if goal.early == 0:
        return screen.say("on_its_day")
    keys = ("days_early", "days_late") if goal.status == "achieved" else ("days_before", "days_after")
    return screen.say(keys[goal.early < 0], n=abs(goal.early))


def reason(screen: Screen, record: Record) -> str:
    """`because: …` of a moment, `why: …` of a promise or topic, and `outcome: …` of what ended; "" without any."""
    key = "because" if isinstance(record, Moment) else "why"
    said = ((key, getattr(record, key, None)), ("outcome", getattr(record, "outcome", None)))
    return " · ".join(screen.say(word, text=text) for word, text in said if text)


def lines(
    screen: Screen, record: Record, today: date, *, margin: str = "", label: int = 10, note: str = ""
) -> list[Line]:
    """The lines of one record after `margin`, its label in `label` cells; `note` follows its words, dim."""
    width = screen.measure
    front: Line = [(margin, ""), *lead(screen, record, today, label)]
    said = [*body(screen, record), *([(f" · {note}", "quiet")] if note else [])]
    stands = standing(screen, record, today)
    tail: list[Words] = [stands, "  ", (record.id, "quiet")] if stands else [(record.id, "quiet")]
    drawn = row(front, said, tail, width)
    if why := reason(screen, record):
        drawn += row([" " * cells(front)], [(why, "quiet")], (), width - (6 if width > 50 else 0))
    return drawn


def measured(screen: Screen, goal: Goal, value: float | None) -> str:
    """`win rate: 55% (from 40%, target 60%)`: a goal with its numbers and their unit."""
    ends = (("from_n", goal.start), ("target_n", goal.target))
    told = [screen.say(key, n=_with_unit(goal, n)) for key, n in ends if n is not None]
    now = f"{screen.colon}{_with_unit(goal, value)}" if value is not None else ""
    return f"{goal.title}{now}{screen.say('in_brackets', text=screen.say('comma').join(told)) if told else ''}"


def _with_unit(goal: Goal, value: float) -> str:
    unit = goal.unit or ""
    if unit in _BEFORE:
        return f"{unit}{spoken.number(value)}"
    return f"{spoken.number(value)}{unit if unit in ('', '%') else f' {unit}'}"
