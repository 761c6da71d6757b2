"""Two minutes before a meeting, on one screen: the last time, promises, topics, concerns, goals, mood, what to ask."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from onelog.core.calendar import dates
from onelog.core.model import Action, Moment
from onelog.core.phrases import spoken
from onelog.core.progress import QUIET_WEEKS, Course
from onelog.core.results.experiments import Experiment
from onelog.core.results.prep import Mood, Prep
from onelog.core.scales import ScaleLine
from onelog.terminal.insight import experiments
from onelog.terminal.insight.upcoming import reason, when
from onelog.terminal.kit import entry
from onelog.terminal.kit.layout import Line, Words, cells, clip, pad, pieces, row
from onelog.terminal.kit.screen import Screen
from onelog.terminal.kit.sections import Part, ScreenSection, laid
from onelog.terminal.records import goals, timeline

TALLEST = 24
_TITLE = 16
"""The least of a goal's title that stands before what is said of it; on fewer cells that has a line of its own."""
ROOMY = 70
"""On fewer columns a goal's pace is said in days alone, and a mood has a line for each of us."""
LEVELS = "▁▂▃▄▅"
"""A mood from 1 to 5; the screen has plain signs where the encoding has none of these."""
_EXTRA = 3
"""The group of what is no record to be counted: a screen that is very short does without."""


def draw(screen: Screen, value: Prep, today: date, height: int | None = None) -> None:
    """Fits in a terminal of `height` lines and its prompt, 24 at most; what does not fit is counted."""
    sections = [section for section in _sections(screen, value, today) if section.parts]
    margin = max((cells([section.label]) for section in sections), default=0) + 2
    head = _head(screen, value, today)
    room = min(TALLEST, (height or screen.height) - 1) - len(head)
    while sections and sections[-1].group == _EXTRA and sum(section.cost(1) for section in sections) > room:
        sections.pop()
    screen.draw([*head, *laid(screen, sections, room, margin)][: room + len(head)])


# --- who, and the last time


def _head(screen: Screen, seen: Prep, today: date) -> list[Line]:
    """Name and when the meeting is due; what was skipped, a first meeting, warnings: each a line where there is one."""
    person, width = seen.person, screen.measure
    about = [spoken.relation(person.relation, screen.language)] if person.relation else []
    about += [spoken.every(person.rule, screen.language)] if person.rule and width >= ROOMY else []
    tail: Words = (when(screen, seen.standing, today), "late" if seen.standing.state == "overdue" else "")
    if person.archived:
        tail = (screen.say("archived", day=spoken.short_day(person.archived, today, screen.language)), "quiet")
    said: list[Words] = [(person.name, "name"), ("".join(f" · {part}" for part in about), "quiet")]
    lines = row((), said, [tail], width, most=1)
    if skipped := reason(screen, seen.standing, today):
        lines += row((), [(skipped, "quiet")], (), width, most=1)
    if seen.warnings:
        said = [("! ", "late"), *screen.phrase("day.n_warning", f"onelog watch {seen.word}", n=seen.warnings)]
        lines += row((), said, (), width, most=1)
    if seen.last is None:
        name = screen.first_name(person.name)
        said = screen.phrase("day.first_meeting", "onelog guide first", name=name)
        lines += row((), said, (), width)
    return lines


def _last(screen: Screen, seen: Prep, today: date, width: int) -> Iterator[Part]:
    """`9 days ago · Wed 11 Nov · office · 35m · mood 4`, broken between its parts; and the gist of the note."""
    met = seen.last
    if met is None or met.at is None:
        return
    facts = timeline.facts_of(screen, replace(met, at=None))
    said = spoken.both(met.at.date(), today, screen.language) + (f" · {facts}" if facts else "")
    lines: list[Line] = [[(line, "")] for line in _broken(said.split(" · "), width)]
    gist, id_ = timeline.gist_of(met), [(met.id, "quiet")]
    short, full = (row((), [(gist, "quiet")], id_, width, most) for most in (1, 2))
    yield Part([*lines, *short], [*lines, *full])


def _broken(parts: Sequence[str], width: int) -> list[str]:
    """The parts with ` · ` between them, in lines that none of them is broken over."""
    lines = [parts[0]]
    for part in parts[1:]:
        longer = f"{lines[-1]} · {part}"
        lines[-1:] = [longer] if cells([longer]) <= width else [lines[-1], part]
    return lines


# --- the sections


_LABELS = {
    "day.prep_last": 0,
    "i_owe": 1,
    "day.prep_theirs": 1,
    "day.prep_topics": 2,
    "day.prep_feedback": 2,
    "day.prep_concerns": 2,
    "day.prep_facts": 2,
    "day.prep_goals": 2,
    "day.prep_try": 2,
    "day.prep_mood": _EXTRA,
    "scales": _EXTRA,
    "day.prep_ask": _EXTRA,
    "day.today_moment": _EXTRA,
}
"""The words in the margin, and the group of each."""


def _sections(screen: Screen, seen: Prep, today: date) -> list[ScreenSection]:
    """In the order in which somebody needs them."""
    word = seen.word
    width = screen.measure - max(cells([screen.say(key)]) for key in _LABELS) - 2
    promises = [[_promise(screen, seen, a, today, width) for a in group] for group in (seen.mine, seen.theirs)]
    made = (
        ("day.prep_last", _last(screen, seen, today, width), f"onelog timeline {word}"),
        ("i_owe", promises[0], f"onelog actions --mine {word}{_closed_too(seen.mine)}"),
        ("day.prep_theirs", promises[1], f"onelog actions --theirs {word}{_closed_too(seen.theirs)}"),
        ("day.prep_topics", _topics(screen, seen, today, width), f"onelog topics {word}"),
        ("day.prep_feedback", _feedback(screen, seen, today, width), f"onelog topics {word}"),
        ("day.prep_concerns", _concerns(screen, seen, today, width), _concerns_of(word)),
        ("day.prep_facts", _facts(screen, seen, today, width), f"onelog moments {word} --kind fact"),
        ("day.prep_goals", [_goal(screen, seen, one, today, width) for one in seen.goals], "onelog goals"),
        ("day.prep_try", [_experiment(screen, one, width) for one in seen.experiments], "onelog thread --tried"),
        ("day.prep_mood", _mood(screen, seen, width), ""),
        ("scales", [Part(scale, scale) for scale in scale_rows(seen.scales, width)], ""),
        ("day.prep_ask", [_question(one.text, width) for one in seen.questions], f"onelog ask {word}"),
        ("day.today_moment", [_moment(screen, seen.remembered, today, width)] if seen.remembered else [], ""),
    )
    return [ScreenSection(screen.say(key), list(parts), command, _LABELS[key]) for key, parts, command in made]


def _concerns_of(word: str) -> str:
    return f"onelog moments {word} --kind concern"


def _closed_too(actions: Sequence[Action]) -> str:
    return " --all" if any(action.status != "open" for action in actions) else ""


def _promise(screen: Screen, seen: Prep, action: Action, today: date, width: int) -> Part:
    """One line, and below it why: of what others owe, and of what was dropped."""
    lead: list[Words] = [entry.mark(action, today), " ", (action.id, "quiet"), "  "]
    other = action.owner if action.owner and action.owner.uid != seen.person.uid else None
    said: list[Words] = [(f"{screen.first_name(other.label)}{screen.colon}", "name")] if other else []
    said.append((action.text, "" if action.status == "open" else "quiet"))
    tail = entry.standing(screen, action, today)
    short, full = (row(lead, said, [tail] if tail else (), width, most) for most in (1, 2))
    why = entry.reason(screen, action) if action.owner or action.status == "dropped" else ""
    below = row([" " * cells(lead)], [(why, "quiet")], (), width, most=2) if why else []
    handed = entry.held(screen, action, seen.held.get(action.uid, ()), today) if action.status == "open" else ""
    below += row([" " * cells(lead)], [(handed, "quiet")], (), width, most=2) if handed else []
    return Part(short, [*full, *below])


def _experiment(screen: Screen, one: Experiment, width: int) -> Part:
    """What the coin says for this meeting."""
    said = screen.say(f"experiment.now_{one.next}")
    line = row(["· ", (one.id, "quiet"), "  "], [f"{experiments.trait(screen, one)}{screen.colon}{said}"], (), width, 1)
    return Part(line, line)


def _topics(screen: Screen, seen: Prep, today: date, width: int) -> Iterator[Part]:
    """A line a topic; one more for how much was noted for the coming meeting."""
    for topic in seen.topics:
        lead: list[Words] = ["· ", (topic.id, "quiet"), "  "]
        since = dates.spoken(topic.added, today, screen.language) if topic.added else ""
        tail = [entry.standing(screen, topic, today) or (since, "quiet")]
        yield Part(*(row(lead, [topic.text], tail, width, most) for most in (1, 2)))
    if seen.noted and seen.coming:
        said = screen.phrase("day.n_noted", f"onelog show {seen.coming.label}", n=seen.noted)
        lines = row(["+ "], said, (), width, most=1)
        yield Part(lines, lines)


def _feedback(screen: Screen, seen: Prep, today: date, width: int) -> Iterator[Part]:
    """A line for each praise or growth feedback that is still to be given, with how long it waits."""
    for topic in seen.feedback:
        lead: list[Words] = ["· ", (topic.id, "quiet"), "  "]
        said: list[Words] = [(f"{screen.say(topic.becomes or '')}{screen.colon}", topic.becomes or ""), topic.text]
        yield Part(*(row(lead, said, [entry.standing(screen, topic, today)], width, most) for most in (1, 2)))


def _concerns(screen: Screen, seen: Prep, today: date, width: int) -> Iterator[Part]:
    """A line a concern; where their words are not to be told, how many there are and what shows them."""
    if any(concern.text for concern in seen.concerns):
        yield from (_concern(screen, concern, today, width) for concern in seen.concerns)
    elif seen.concerns:
        said = screen.phrase("day.n_untold", f"onelog prep {seen.word} --private", n=len(seen.concerns))
        lines = row(["· "], said, (), width, most=1)
        yield Part(lines, lines)


def _concern(screen: Screen, concern: Moment, today: date, width: int) -> Part:
    lead: list[Words] = [("· ", "concern"), (concern.id, "quiet"), "  "]
    tail = [(dates.spoken(concern.at.date(), today, screen.language), "quiet")] if concern.at else []
    return Part(*(row(lead, [concern.text], tail, width, most) for most in (1, 2)))


def _facts(screen: Screen, seen: Prep, today: date, width: int) -> Iterator[Part]:
    """A line a fact; where their words are not to be told, the days that are near, and how many facts there are beside."""
    days = {day.id: day for day in reversed(seen.days)}
    if any(fact.text for fact in seen.facts):
        for fact in seen.facts:
            lead: list[Words] = ["· ", (fact.id, "quiet"), "  "]
            day = days[fact.id].day if fact.id in days else fact.at.date() if fact.at else None
            style = "" if fact.id in days else "quiet"
            tail = [(spoken.both(day, today, screen.language), style)] if day else []
            yield Part(*(row(lead, [fact.text], tail, width, most) for most in (1, 2)))
        return
    for near in seen.days:
        when_ = spoken.both(near.day, today, screen.language)
        lines = row(["· ", (near.id, "quiet"), "  "], [entry.occasion(screen, near)], [when_], width, most=1)
        yield Part(lines, lines)
    if beside := sum(fact.id not in days for fact in seen.facts):
        said = screen.phrase("day.n_facts_untold", f"onelog prep {seen.word} --private", n=beside)
        lines = row(["· "], said, (), width, most=1)
        yield Part(lines, lines)


def _goal(screen: Screen, seen: Prep, one: Course, today: date, width: int) -> Part:
    """Title, when it was touched, and its pace: on one line where all of it has room, else on two.

    Where room is short, what is untouched is said all the same, the title cut for it; what was touched is not said.
    """
    goal = one.goal
    lead: list[Words] = [("! ", "late") if goal.uid in seen.risky else "· ", (goal.id, "quiet"), "  "]
    tail = _pace(screen, one, today)
    notes = [screen.first_name(goal.person.label)] if goal.person and goal.person.uid != seen.person.uid else []
    note = " · ".join(part for part in (*notes, _touched(screen, seen, one, today)) if part)
    beside: list[Words] = [(f" · {note}", "quiet")] if note else []
    room = width - cells([*lead, *beside, *tail]) - 2

    def line(*said: Words) -> list[Line]:
        return row(lead, said, tail, width, most=1)

    if cells([goal.title]) <= room:
        return Part(line(goal.title, *beside), line(goal.title, *beside))
    below = row([" " * cells(lead)], [(note, "quiet")], (), width, most=1) if note else []
    full = [*row(lead, [goal.title], tail, width, most=2), *below]
    if not (one.weeks >= QUIET_WEEKS or seen.untouched(one)):
        return Part(line(goal.title), full)
    return Part([*line(goal.title), *below] if room < _TITLE else line(clip(goal.title, room), *beside), full)


def _touched(screen: Screen, seen: Prep, one: Course, today: date) -> str:
    """`untouched for 5 weeks`, `not touched since` we met, or when it was touched."""
    if said := goals.quiet(screen, one):
        return said
    if seen.untouched(one):
        return screen.say("untouched_since")
    return screen.say("touched", day=dates.spoken(one.touched, today, screen.language)) if one.touched else ""


def _pace(screen: Screen, one: Course, today: date) -> list[Words]:
    """`58 days behind, -35`, the amount where there is room; `on track, 2 days behind`; without a measure how near the day is, or how long past."""
    by, goal = one.ahead, one.goal
    if by and by.days == 0:
        return [(screen.say(one.pace), one.pace)]
    if by:
        days = screen.say("days_ahead" if by.days > 0 else "days_behind", n=abs(by.days))
        if one.pace == "on track":
            return goals.at_pace(screen, one.pace, days if screen.width >= ROOMY else "")
        amount = goals.amount(goal, by.amount) if screen.width >= ROOMY else ""
        return [(days, one.pace), (f"{screen.say('comma')}{amount}" if amount else "", "quiet")]
    if goal.by is None:
        return []
    if goal.by < today:
        return [(spoken.late(goal.by, today, screen.language), "late")]
    return [(dates.spoken(goal.by, today, screen.language), "quiet")]


# --- mood, questions, the past


def _mood(screen: Screen, seen: Prep, width: int) -> Iterator[Part]:
    """`me ▄▄▃▅ 4 4 3 5   Aiko ▃▃▄ 3 3 4`; on a narrow screen a line each."""
    names = (screen.say("me"), screen.first_name(seen.person.name))
    sides = [
        [name, " ", *spark(levels)]
        for name, levels in zip(names, _levels(seen.moods), strict=True)
        if any(level is not None for level in levels)
    ]
    if not sides:
        return
    together = pieces([piece for n, side in enumerate(sides) for piece in (["   "] if n else []) + side])
    lines = [together] if cells(together) <= width else [pieces(side) for side in sides]
    yield Part(lines, lines)


def _levels(moods: Sequence[Mood]) -> tuple[list[int | None], list[int | None]]:
    return [mood.mine for mood in moods], [mood.theirs for mood in moods]


def spark(levels: Sequence[int | None], *, numbers: bool = True) -> list[Words]:
    """The levels as bars, then as numbers; a dash where there is none."""
    bars = "".join("–" if level is None else LEVELS[level - 1] for level in levels)
    said = " ".join("–" if level is None else str(level) for level in levels)
    return [(bars, "goal"), (f" {said}", "quiet")] if numbers else [(bars, "goal")]


def scale_rows(scales: Sequence[ScaleLine], width: int) -> list[list[Line]]:
    """`energy ▂▄▅ 2 4 5 (1–5)`: a row a scale, with the newest values that fit."""
    name = max((cells([one.name]) for one in scales), default=0)
    return [[_scale_row(one, width, name)] for one in scales]


def _scale_row(one: ScaleLine, width: int, name: int) -> Line:
    values = [value for _, value in one.values]
    while True:
        bars = "".join(LEVELS[step(value, one.low, one.high)] for value in values)
        said = (f" {' '.join(map(str, values))} ({one.low}–{one.high})", "quiet")
        line = pieces([pad(one.name, name + 1), (bars, "goal"), said])
        if cells(line) <= width or len(values) == 1:
            return line
        values = values[1:]


def step(value: float, low: int, high: int) -> int:
    """Which of the bars a value has: the lowest (0) at the lowest, the highest at the highest."""
    return round((value - low) / (high - low) * (len(LEVELS) - 1))


def _question(text: str, width: int) -> Part:
    lines = row(["· "], [text], (), width)
    return Part(lines, lines)


def _moment(screen: Screen, moment: Moment, today: date, width: int) -> Part:
    """`Praise from Mia, 5 weeks ago: the clearest talk she has seen`, on two lines where there is room."""
    about = f"{screen.say(moment.kind)} {entry.direction(screen, moment)}".rstrip()
    when = dates.spoken(moment.at.date(), today, screen.language) if moment.at else ""
    note = screen.say("comma").join(part for part in (about, when) if part)
    said: list[Words] = [(f"{note}{screen.colon}", "quiet"), (moment.text, moment.kind)]
    return Part(*(row((), said, [(moment.id, "quiet")], width, most) for most in (1, 2)))
