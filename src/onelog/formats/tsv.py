r"""One plain line a record, for pipes: `onelog actions --mine | cut -f2,3,5`.

Fields stand between tabs, are never cut, and are empty where there is nothing. A newline in a text is written
`\n`. The first five are the same for every kind, so that a script reads every list alike:

| kind | 2 id | 3 day | 4 person | 5 text | from 6 on |
|---|---|---|---|---|---|
| meeting | id | held | name | note | at, minutes, mode, mood, seen, rating, tags |
| action | id | due | with | text | status, overdue, owner, opened, closed, goal, meeting, why, tags, and outcome where it has one |
| decision, win … | id | said | with | text | because, from, to, resolved, meeting, tags, and outcome where it has one |
| topic | id | parked | with | text | status, closed, why, meeting, tags, and outcome where it has one |
| goal | id | by | with | title | status, pace, start, current, target, unit, metric, parent, … |
| checkin | id | looked at | | text | goal, value, meeting |
| person | id | last met | name | aliases | relation, every, rule, next due, overdue, archived, reading |
| skip | id | said | name | why | due, until |
| answer | id | said | what it is about | text | rule, until |
| change | number | made | | command | time, op, undone, records (`kind:id` with blanks between, at the end `more:n` for those that are only counted) |
| due | id | due | name | why the last one was skipped | state, days late, paused until, last met, rule, kept, skipped, missed |
| skill | tag | last seen | whose | by whom | number, praise, growth, wins, a-has, people, first, growth, praise, `unnamed` |
| quarter | name | first day | | | given: praise, growth; received: praise, growth |
| quiet | | last feedback | name | `given` or `received` | days |
| measure | name | | | title | definition, window, n, what it does not mean |
| question | | asked | name | text | theme, for whom |
| theme | name | | name | title | questions, asked lately |
| guide | topic | | | title | |
| status | | today | | | due, late, overdue, mine, theirs |
| prep | id | due | name | | state, days late, paused until, last met, lines noted, warnings, moods: mine, theirs |
| brief | id | due | name | | as prep up to last met, then open mine, overdue, open theirs, overdue, topics, concerns, since, moods: mine, theirs, goals at risk |
| warning | its name | last looked at | name | promise, goal, rule of the cadence | rule, number, limit, from how many, records (`kind:id`), their values, `low` `falling`, quiet until, why |
| thread | | last day | name | `found`, `nothing` or `not enough` | first day, meetings, rated, compared, high, looked at, tested, level, more needed, method, correction |
| feature | its name | | on whom it rests | `more`, `less`, `nothing`, `few`, `person` | high with it, all with it, high without, all without, chance, corrected, the same as |
| stat | its name | | | | value, of how many, its values where they are few, the same of the period before |
| tagged | tag | | | | number, that of the period before |
| month | name | first day | | | meetings, a-has, mine: kept, late, overdue, dropped, theirs, then mood, theirs, rating: value, n, values |
| strip | id | first Monday | name | met, missed, skipped, none: `m` `x` `s` `.`, a week each | weeks met, skipped, missed |
| a discovery: its kind | id | said | with | text | why, years, id of what it is related to, shared words |
| proposal | number | day of what it is from | name | text | thanks, aha, win, goal, touch or question, years, ids of what it is from, as what it was parked |
| sparks | why, or nothing for all | | | | landed, missed, not said yet |
| a search hit: its kind | id | day | name | the part that fits | |

A goal's line ends with opened, closed, tags; in the list of goals days ahead (below 0 behind), amount ahead, weeks
untouched, achieved below and all below follow. The kind of a moment is its own: decision, win, aha, praise,
growth, concern, private. Days are ISO days, times ISO 8601 with offset; `overdue` is that word, or empty. The
keeper of the journal is `me`, as an owner and as a giver or receiver of feedback.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from onelog.core import recurrence
from onelog.core.model import FEEDBACK, Action, Answer, Checkin, Goal, Meeting, Moment, Person, Ref, Skip, Topic, pace
from onelog.core.results.common import Changed, Logged, Standing, Today
from onelog.core.sanitize import one_line
from onelog.markdown.body import notes_of, words_of

if TYPE_CHECKING:
    from onelog.core.model import Record
    from onelog.core.progress import Course, Plan
    from onelog.core.results.discover import Discovery
    from onelog.core.results.feedback import Feedback, Quarter, Quiet
    from onelog.core.results.history import Change
    from onelog.core.results.lessons import Explained, Guide, Question, Theme
    from onelog.core.results.patterns import Feature, Thread
    from onelog.core.results.prep import Brief, Mood, Prep
    from onelog.core.results.search import Hit
    from onelog.core.results.skills import Skill
    from onelog.core.results.sparks import Proposal, Sparks
    from onelog.core.results.stats import Figure, Month, Number, Stats, Strip, Tagged
    from onelog.core.results.today import Status
    from onelog.core.results.watch import Warned

    Value = (
        Record
        | Course
        | Standing
        | Hit
        | Change
        | Skill
        | Quarter
        | Quiet
        | Explained
        | Question
        | Theme
        | Guide
        | Status
        | Prep
        | Brief
        | Warned
        | Thread
        | Feature
        | Discovery
        | Proposal
        | Sparks
        | Figure
        | Tagged
        | Month
        | Strip
    )
    Many = Value | Today | Logged | Changed | Feedback | Plan | Stats | Iterable[Value]


def lines(value: "Many", today: date) -> Iterator[str]:
    """The lines of a record or a list of them; after the line of a meeting, one for each record in it."""
    if isinstance(value, Today):
        parts: Iterable[Value] = (
            *value.due,
            *value.mine,
            *value.theirs,
            *value.goals,
            *((value.moment,) if value.moment else ()),
        )
    elif isinstance(value, Logged):
        parts = (value.meeting,)
    elif isinstance(value, Changed):
        parts = value.records
    elif type(value).__name__ in ("Feedback", "Plan", "Prep", "Thread", "Stats"):
        parts = cast("Feedback | Plan | Prep | Thread | Stats", value).parts
    else:
        single = type(value).__name__ in _FIELDS
        parts = (cast("Value", value),) if single else cast("Iterable[Value]", value)
    for part in parts:
        yield line(part, today)
        if isinstance(part, Meeting):
            for group in (part.actions, part.moments, part.topics, part.checkins):
                for record in group:
                    yield line(record, today)
        for record in getattr(part, "evidence", None) or ():
            yield line(record, today)


def line(value: "Value", today: date) -> str:
    """The one line of a record."""
    fields = _FIELDS[type(value).__name__](value, today)
    return "\t".join([one_line(field) if field else "" for field in fields])


def _meeting(m: Meeting, today: date) -> tuple[str, ...]:
    return (
        "meeting", m.id, m.at.date().isoformat() if m.at else "", m.person.label, notes_of(m.body),
        m.at.isoformat() if m.at else "", _number(m.minutes), m.mode or "", _number(m.mood), _number(m.seen),
        _number(m.rating), " ".join(m.tags),
    )  # fmt: skip


def _outcome(record: Action | Moment | Topic) -> tuple[str, ...]:
    """A field at the end of what has one: all other lines are as they were."""
    return (record.outcome,) if record.outcome else ()


def _action(a: Action, today: date) -> tuple[str, ...]:
    return (
        "action", a.id, _day(a.due), _label(a.person), a.text,
        a.status, "overdue" if a.overdue(today) else "", _label(a.owner, "me"), _day(a.opened),
        _day(a.closed), _label(a.goal), _label(a.meeting), a.why or "", " ".join(a.tags),
        *_outcome(a),
    )  # fmt: skip


def _moment(m: Moment, today: date) -> tuple[str, ...]:
    me = "me" if m.kind in FEEDBACK else ""
    return (
        m.kind, m.id, m.at.date().isoformat() if m.at else "", _label(m.person), m.text,
        m.because or "", _label(m.giver, me), _label(m.receiver, me), _day(m.resolved), _label(m.meeting),
        " ".join(m.tags), *_outcome(m),
    )  # fmt: skip


def _topic(t: Topic, today: date) -> tuple[str, ...]:
    return (
        "topic", t.id, _day(t.added), _label(t.person), t.text,
        t.status, _day(t.closed), t.why or "", _label(t.meeting), " ".join(t.tags),
        *_outcome(t),
    )  # fmt: skip


def _goal(g: Goal, today: date) -> tuple[str, ...]:
    return (
        "goal", g.id, _day(g.by), _label(g.person), g.title,
        g.status, pace(g, today), _number(g.start), _number(g.current), _number(g.target), g.unit or "",
        g.metric or "", _label(g.parent), _day(g.opened), _day(g.closed), " ".join(g.tags),
    )  # fmt: skip


def _course(one: "Course", today: date) -> tuple[str, ...]:
    days, amount = (str(one.ahead.days), _number(round(one.ahead.amount, 6))) if one.ahead else ("", "")
    counts = (str(n) for n in (one.weeks, one.done, one.below))
    return *_goal(one.goal, today), days, amount, *counts


def _checkin(c: Checkin, today: date) -> tuple[str, ...]:
    return (
        "checkin",
        c.id,
        c.at.date().isoformat(),
        "",
        c.text,
        c.goal.label,
        _number(c.value),
        _label(c.meeting),
    )


def _person(p: Person, today: date) -> tuple[str, ...]:
    due = recurrence.due(p, today)
    return (
        "person", p.id, _day(p.last_met), p.name, ", ".join(p.aliases),
        p.relation or "", p.every or "", p.rule or "", _day(due), "overdue" if due and due < today else "",
        _day(p.archived), p.reading or "",
    )  # fmt: skip


def _skip(s: Skip, today: date) -> tuple[str, ...]:
    return "skip", s.id, _day(s.at), s.person.label, s.why, _day(s.due), _day(s.until)


def _answer(a: Answer, today: date) -> tuple[str, ...]:
    return "answer", a.id, _day(a.at), a.about.label, a.text, a.rule, _day(a.until)


def _standing(one: Standing, today: date) -> tuple[str, ...]:
    return (
        "due", one.person.id, _day(one.due), one.person.name, one.skip.why if one.skip else "",
        one.state, _number(one.late or None), _day(one.until), _day(one.person.last_met), one.person.rule or "",
        *(map(str, one.kept) if one.kept else ("", "", "")),
    )  # fmt: skip


def _hit(hit: "Hit", today: date) -> tuple[str, ...]:
    return hit.kind, hit.id, hit.at[:10], hit.person or "", hit.snippet


def _explained(measure: "Explained", today: date) -> tuple[str, ...]:
    return "measure", measure.name, "", "", *measure[1:]


def _question(question: "Question", today: date) -> tuple[str, ...]:
    asked, fits = _day(question.asked), " ".join(question.relations)
    return "question", "", asked, question.person or "", question.text, question.theme, fits


def _theme(theme: "Theme", today: date) -> tuple[str, ...]:
    return "theme", theme.name, "", theme.person or "", theme.title, str(theme.n), str(theme.asked)


def _guide(guide: "Guide", today: date) -> tuple[str, ...]:
    return "guide", guide.topic, "", "", guide.title


def _status(status: "Status", today: date) -> tuple[str, ...]:
    return "status", "", today.isoformat(), "", "", *(str(n) for n in status)


def _change(change: "Change", today: date) -> tuple[str, ...]:
    records = [f"{part.kind}:{part.id}" for part in change.lines]
    if change.unsaid:
        records.append(f"more:{change.unsaid}{'+' * change.uncounted}")
    return (
        "change", str(change.n), change.at.date().isoformat(), "", change.command,
        change.at.isoformat(), change.op, "undone" if change.undone else "", " ".join(records),
    )  # fmt: skip


def _skill(skill: "Skill", today: date) -> tuple[str, ...]:
    grown = map(_day, skill.grown) if skill.grown else ("", "")
    counts = (skill.n, skill.praise, skill.growth, skill.win, skill.aha, len(skill.people))
    unnamed = "unnamed" if skill.unnamed else ""
    return (
        "skill",
        skill.tag,
        _day(skill.last),
        skill.person or "",
        ", ".join(skill.people),
        *map(str, counts),
        _day(skill.first),
        *grown,
        unnamed,
    )


def _quarter(one: "Quarter", today: date) -> tuple[str, ...]:
    return (
        "quarter",
        one.quarter,
        _day(one.start),
        "",
        "",
        *(str(n) for way in (one.given, one.received) for n in way[:2]),
    )


def _quiet(one: "Quiet", today: date) -> tuple[str, ...]:
    return "quiet", "", _day(one.last), one.person, one.direction, _number(one.days)


def _prep(seen: "Prep", today: date) -> tuple[str, ...]:
    noted = (_number(seen.noted or None), _number(seen.warnings or None))
    return "prep", *_due(seen.standing), *noted, *_moods(seen.moods)


def _brief(one: "Brief", today: date) -> tuple[str, ...]:
    counts = (one.mine, one.mine_late, one.theirs, one.theirs_late, one.topics, one.concerns)
    return (
        "brief",
        *_due(one.standing),
        *map(str, counts),
        _day(one.worried),
        *_moods(one.moods),
        str(one.risky),
        str(one.warnings),
    )


def _due(one: Standing) -> tuple[str, ...]:
    late, until, met = _number(one.late or None), _day(one.until), _day(one.person.last_met)
    return one.person.id, _day(one.due), one.person.name, "", one.state, late, until, met


def _moods(moods: "Iterable[Mood]") -> tuple[str, str]:
    """Mine and theirs with blanks between, the oldest first, a dash where none was noted."""
    pairs = [(str(mood.mine or "-"), str(mood.theirs or "-")) for mood in moods]
    return " ".join(mine for mine, _ in pairs), " ".join(theirs for _, theirs in pairs)


def _warned(one: "Warned", today: date) -> tuple[str, ...]:
    records = " ".join(f"{fired.kind}:{fired.id}" for fired in one.records)
    values = " ".join(str(fired.value) for fired in one.records if fired.value is not None)
    until, why = (_day(one.answer.until), one.answer.text) if one.answer else ("", "")
    return (
        "warning", one.name, _day(one.day), _label(one.person), one.text or "",
        one.rule, _number(one.number), _number(one.limit), _number(one.n), records, values, " ".join(one.how), until, why,
    )  # fmt: skip


def _thread(one: "Thread", today: date) -> tuple[str, ...]:
    state = "not enough" if one.more is not None else "found" if any(f.found for f in one.features) else "nothing"
    counts = (one.meetings, one.rated, one.compared, one.high, one.looked_at, one.tested)
    how = (_number(one.level), _number(one.more), one.method, one.correction)
    return "thread", "", _day(one.until), one.person or "", state, _day(one.since), *map(str, counts), *how


def _discovery(one: "Discovery", today: date) -> tuple[str, ...]:
    kind = getattr(one.record, "kind", type(one.record).__name__.lower())
    whom = _label(one.record.person)
    return (
        kind,
        one.record.id,
        _day(one.day),
        whom,
        words_of(one.record),
        one.why,
        _number(one.years or None),
        one.to or "",
        " ".join(one.words),
    )


def _proposal(one: "Proposal", today: date) -> tuple[str, ...]:
    return (
        "proposal",
        str(one.n),
        _day(one.day),
        one.person,
        one.text,
        one.why,
        _number(one.years or None),
        " ".join(one.about),
        one.taken or "",
    )


def _sparks(one: "Sparks", today: date) -> tuple[str, ...]:
    return "sparks", one.why, "", "", "", str(one.landed), str(one.missed), str(one.open)


def _feature(one: "Feature", today: date) -> tuple[str, ...]:
    counts = (one.high_with, one.with_, one.high_without, one.without)
    chances = ("" if value is None else f"{value:.3g}" for value in (one.chance, one.corrected))
    return (
        "feature", one.feature, "", ", ".join(one.rests_on), one.state,
        *map(str, counts), *chances, " ".join(one.same),
    )  # fmt: skip


def _figure(one: "Figure", today: date) -> tuple[str, ...]:
    return "stat", one.name, "", "", "", *_amount(one.now), *_amount(one.before)


def _amount(one: "Number") -> tuple[str, str, str]:
    return _number(one.value), str(one.n), " ".join(map(str, one.values))


def _tagged(one: "Tagged", today: date) -> tuple[str, ...]:
    return "tagged", one.tag, "", "", "", str(one.n), str(one.before)


def _month(one: "Month", today: date) -> tuple[str, ...]:
    counts = (one.met, one.ahas, *one.mine, *one.theirs)
    scores = (part for score in (one.mood, one.seen, one.rating) for part in _amount(score))
    return "month", f"{one.first:%Y-%m}", _day(one.first), "", "", *map(str, counts), *scores


def _strip(one: "Strip", today: date) -> tuple[str, ...]:
    signs = {"met": "m", "missed": "x", "skipped": "s", "none": "."}
    weeks = "".join(signs[week] for week in one.weeks)
    counts = (one.count(word) for word in ("met", "skipped", "missed"))
    return "strip", one.id, _day(one.first), one.person, weeks, *map(str, counts)


_FIELDS: Mapping[str, Callable[[Any, date], tuple[str, ...]]] = {
    "Meeting": _meeting, "Action": _action, "Moment": _moment, "Topic": _topic, "Goal": _goal,
    "Course": _course, "Checkin": _checkin,
    "Person": _person, "Skip": _skip, "Answer": _answer, "Standing": _standing, "Hit": _hit, "Change": _change,
    "Skill": _skill, "Quarter": _quarter, "Quiet": _quiet,
    "Explained": _explained, "Question": _question, "Theme": _theme, "Guide": _guide, "Status": _status,
    "Discovery": _discovery, "Proposal": _proposal, "Sparks": _sparks,
    "Prep": _prep, "Brief": _brief, "Warned": _warned, "Thread": _thread, "Feature": _feature,
    "Figure": _figure, "Tagged": _tagged, "Month": _month, "Strip": _strip,
}  # fmt: skip
"""By the name of the type: hits and changes come from the store, which a list of actions need not import."""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _label(ref: Ref | None, nobody: str = "") -> str:
    return ref.label if ref else nobody


def _number(value: float | None) -> str:
    return "" if value is None else str(int(value)) if value == int(value) else str(value)
