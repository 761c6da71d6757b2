"""What a command changed, and how to take it back."""

from datetime import date, datetime, time

from onelog.core.kinds import Record
from onelog.core.model import ASIDE, NEVER, Answer, Checkin, Goal, Meeting, Moment, Skip, Topic
from onelog.core.phrases import find, spoken
from onelog.core.results.common import Changed, Standing
from onelog.core.results.field_changes import say_change
from onelog.terminal.kit import entry
from onelog.terminal.kit.layout import Line, Words, cells, clip, pieces, row
from onelog.terminal.kit.screen import Screen
from onelog.terminal.records import logged

LISTED = 8
_ENDS = ("done", "dropped", "resolved", "achieved", "missed")


def draw(screen: Screen, changed: Changed, today: date) -> None:
    """One line a record, up to eight, then a count; and the way back."""
    for record in changed.records[:LISTED]:
        screen.draw(_drawn(screen, changed, record, today))
        _draw_fields(screen, changed, record, today)
    if len(changed.records) > LISTED:
        screen.line("  … ", screen.say("and_more", n=len(changed.records) - LISTED))
    if changed.records:
        logged.hint(screen, coming(screen, changed.after, today) if changed.after else _settled(screen, changed, today))
    logged.troubles(screen, changed.new_people, changed.troubles, changed.mended_in)


def _back(screen: Screen, topic: Topic, today: date) -> str:
    """`back Mon 28 Dec as k7qf`."""
    day = spoken.short_day(topic.next, today, screen.language) if topic.next else ""
    return screen.say("comes_back_as", day=day, id=topic.id)


def _draw_fields(screen: Screen, changed: Changed, record: Record, today: date) -> None:
    """`due Fri 4 Dec → Fri 11 Dec · owner me → Ben Okafor`: what changed in it, as many fields to a line as fit whole."""
    lines: list[str] = []
    for one in changed.fields:
        told = say_change(one, today, screen.language) if one.id == record.id else ""
        if told and lines and cells([f"  {lines[-1]} · {told}"]) <= screen.measure:
            lines[-1] += f" · {told}"
        elif told:
            lines.append(told)
    for line in lines:
        screen.row("  ", [(line, "quiet")], most=2)


def _settled(screen: Screen, changed: Changed, today: date) -> list[str]:
    """When a standing topic comes back, how long it took until a concern was settled, how early a goal was closed, where there is just one."""
    if changed.back:
        return [_back(screen, one, today) for one in changed.back]
    one = changed.records[0]
    if isinstance(one, Goal) and len(changed.records) == 1:
        return [said] if (said := entry.early(screen, one)) else []
    if len(changed.records) > 1 or not isinstance(one, Moment) or not one.resolved or not one.at:
        return []
    return [f"{screen.say('resolved')} {spoken.took(one.at.date(), one.resolved, screen.language)}"]


def _drawn(screen: Screen, changed: Changed, record: Record, today: date) -> list[Line]:
    """The line of a record; of a check-in and a new goal all numbers that were read, on as many lines as that takes."""
    goal = record if isinstance(record, Goal) else changed.goal
    if changed.verb != "added" or goal is None:
        return [_line(screen, changed, record, today)]
    value = record.value if isinstance(record, Checkin) else None
    said: list[Words] = [f"{_verb(screen, 'added')} ", (record.id, "strong"), screen.colon]
    said += [entry.measured(screen, goal, value)]
    if isinstance(record, Checkin) and record.text:
        said += [f" · {record.text}"]
    due = screen.say("due", day=spoken.short_day(goal.by, today, screen.language)) if record is goal and goal.by else ""
    return row([("✓ ", "kept")], said, [due] if due else (), screen.measure)


def _line(screen: Screen, changed: Changed, record: Record, today: date) -> Line:
    verb = changed.verb
    said: list[Words] = [("✓ ", "kept"), f"{_verb(screen, verb)} ", (record.id, "strong"), screen.colon]
    tail: list[Words] = []
    stands = entry.standing(screen, record, today)
    if isinstance(record, Goal) and record.status == "open" and record.by:  # the day that was understood
        stands = screen.say("due", day=spoken.short_day(record.by, today, screen.language))
    ended = getattr(record, "closed", None) or getattr(record, "resolved", None)
    if stands and not changed.fields and (verb not in _ENDS or ended != today):  # another day than today is said back
        tail = ["  ", stands]
    said += [what(screen, record, today)]
    room = screen.measure - cells(tail) if cells(tail) < screen.measure // 2 else screen.measure
    return [*row((), said, (), room, most=1)[0], *pieces(tail if room < screen.measure else [])]


def _verb(screen: Screen, verb: str) -> str:
    """The journal's word for it in the language of the screen."""
    key = f"did_{verb}"
    return screen.say(key) if find(key) else verb


def what(screen: Screen, record: Record, today: date) -> str:
    """A record in a few words."""
    if isinstance(record, Meeting):
        day = spoken.long_day(record.at.date(), screen.language) if record.at else screen.say("not_held")
        return screen.say("comma").join([record.person.label, day])
    if isinstance(record, Skip):
        return " · ".join(part for part in (_skipped(screen, record, today), record.why) if part)
    if isinstance(record, Answer) and record.rule == ASIDE:
        return f"{record.about.label} · {coming_again(screen, record, today)}"
    if isinstance(record, Answer):
        until = screen.say("watch.quiet_until", day=spoken.short_day(record.until, today, screen.language))
        return " · ".join(part for part in (warning(screen, record), until, record.text) if part)
    said = "".join(text for text, _ in entry.body(screen, record))
    return clip(said, screen.measure)


def _skipped(screen: Screen, skip: Skip, today: date) -> str:
    """`Ben Okafor, Tue 24 Nov`; of a pause its end; of a move both days."""
    if skip.moved:
        return screen.say("comma").join([skip.person.label, moved(screen, skip, skip.moved, today)])
    day = spoken.short_day(skip.until or skip.due or skip.at, today, screen.language)
    return screen.say("comma").join([skip.person.label, screen.say("until", day=day) if skip.until else day])


def moved(screen: Screen, skip: Skip, at: datetime, today: date) -> str:
    """`Tue 24 Nov → Thu 26 Nov 15:00`."""
    day = spoken.short_day(at.date(), today, screen.language)
    day = f"{day} {at:%H:%M}" if at.time() != time() else day
    was = spoken.short_day(skip.due, today, screen.language) if skip.due else ""
    return screen.say("moved_to", was=was, day=day) if was else day


def warning(screen: Screen, answer: Answer) -> str:
    """`My promises, late · k7qf`: what an answer was said to."""
    key = f"watch.{answer.rule}"
    rule = screen.say(key) if find(key) else answer.rule
    return f"{rule} · {answer.about.label}"


def coming_again(screen: Screen, answer: Answer, today: date) -> str:
    """`not before Mon 1 Mar`: when what was set aside may come back."""
    if answer.until == NEVER:
        return screen.say("discover.lets", command=f"onelog discover --later {answer.about.label}")
    return screen.say("discover.not_before", day=spoken.short_day(answer.until, today, screen.language))


def aside(screen: Screen, answer: Answer | None, today: date) -> str:
    """`not before Mon 1 Mar`, or the way back of what never comes again; nothing where it may come."""
    if answer is None or answer.until <= today:
        return ""
    if answer.until == NEVER:
        return screen.say("discover.never", command=f"onelog discover --later {answer.about.label}")
    return coming_again(screen, answer, today)


def coming(screen: Screen, standing: Standing, today: date) -> list[str]:
    """`next due Tue 24 Nov`, `every 2 weeks on Tue`: how it stands with somebody's next meeting."""
    rule, due = standing.person.rule, standing.due
    if due is None:
        return [screen.say("no_cadence")]
    said = f"{spoken.short_day(due, today, screen.language)} {standing.hour or ''}".rstrip()
    return [screen.say("next_due", day=said), *([spoken.every(rule, screen.language)] if rule else [])]
