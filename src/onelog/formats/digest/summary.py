"""The first lines of a digest: what the period held, counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from onelog.core.calendar.dates import day_text
from onelog.core.model import FEEDBACK, Action, Meeting, Moment
from onelog.core.phrases import say, spoken
from onelog.core.results.common import Book
from onelog.formats.digest.times import write_offset


def title(book: Book, language: str) -> str:
    """`2026Q3 · 1-on-1 notes`, with the name of the person whom alone it is about."""
    said = say(language, "digest.title_with", name=book.about.label) if book.about else say(language, "digest.title")
    return f"{spoken.period(book.period.name, book.period.start, language)} · {said}" if book.period else said


def summary(book: Book, today: date, language: str) -> str:
    """What the period held: meetings and people, promises and what came of them, moments, goals."""
    parts = [
        _span(book, today, language),
        _met(book, language),
        *_promises(book, today, language),
        *_moments(book, language),
        say(language, "digest.n_goal", n=len(book.goals)) if book.goals else "",
    ]
    stop = say(language, "digest.stop")
    return stop.join(part for part in parts if part) + stop.rstrip()


def _span(book: Book, today: date, language: str) -> str:
    if not book.period:
        return say(language, "digest.as_of", day=day_text(today, language))
    first, last = book.period.start, book.period.last
    begins = day_text(first, language, year=first.year != last.year or language == "ja")
    ends = day_text(last, language, year=first.year != last.year or language != "ja")
    if first > today:
        return say(language, "digest.span", first=begins, last=ends)
    return say(language, "digest.so_far", first=begins, last=ends, day=day_text(today, language))


def _met(book: Book, language: str) -> str:
    by_name = Counter(m.person.label for m in book.meetings if m.at)
    if not by_name:
        return ""
    meetings = say(language, "digest.n_meeting", n=by_name.total())
    if book.about:
        return meetings
    several = [
        say(language, "digest.times", name=name, n=n)
        for name, n in sorted(by_name.items(), key=lambda one: (-one[1], one[0]))
    ]
    names = f"{say(language, 'digest.comma').join(several)}"
    people = say(language, "digest.n_person", n=len(by_name))
    if len(by_name) == 1:
        people = next(iter(by_name))
        return say(language, "digest.met", meetings=meetings, people=people)
    said = say(language, "digest.met", meetings=meetings, people=people)
    return f"{said}（{names}）" if language == "ja" else f"{said} ({names})"


def _promises(book: Book, today: date, language: str) -> Iterator[str]:
    everything = [*book.actions, *(action for m in book.meetings for action in m.actions)]
    for key, some in (("mine", [a for a in everything if not a.owner]), ("theirs", [a for a in everything if a.owner])):
        states = Counter(_state(a) for a in some)
        said = [
            say(language, f"digest.n_{state}", n=states[state])
            for state in ("kept", "late", "undated", "dropped", "open")
            if states[state]
        ]
        if late := sum(a.overdue(today) for a in some):
            said[-1] += (
                f"（うち{say(language, 'digest.n_overdue', n=late)}）"
                if language == "ja"
                else f" ({say(language, 'digest.n_overdue', n=late)})"
            )
        if some:
            yield say(
                language,
                f"digest.{key}",
                n=say(language, "digest.n_promise", n=len(some)),
                states=say(language, "digest.comma").join(said),
            )


def _state(action: Action) -> str:
    if action.status != "done":
        return action.status
    if action.due is None:
        return "undated"
    return "late" if action.closed and action.closed > action.due else "kept"


def _moments(book: Book, language: str) -> Iterator[str]:
    said = Counter(_kind(moment) for moment in moments(book))
    comma = say(language, "digest.comma")
    yield comma.join(say(language, f"digest.n_{key}", n=said[key]) for key in ("aha", "win", "decision") if said[key])
    for kind in FEEDBACK:
        counts = [
            say(language, f"digest.n_{way}", n=n) for way in ("received", "given") if (n := said[f"{kind}_{way}"])
        ]
        yield say(language, f"digest.n_{kind}", counts=comma.join(counts)) if counts else ""


def moments(book: Book) -> Iterable[Moment]:
    yield from book.moments
    for meeting in book.meetings:
        yield from meeting.moments


def _kind(moment: Moment) -> str:
    if moment.kind not in FEEDBACK or (moment.giver is None) == (moment.receiver is None):
        return moment.kind if moment.kind not in FEEDBACK else ""
    return f"{moment.kind}_{'received' if moment.receiver is None else 'given'}"


def usual_offset(book: Book) -> timedelta | None:
    """The offset that most times have."""
    times = [m.at for m in book.meetings if m.at] + [x.at for x in book.moments if x.at]
    times += [c.at for g in book.goals for c in g.checkins if c.meeting is None]
    offsets = Counter(at.utcoffset() for at in times)
    return offsets.most_common(1)[0][0] if offsets else None


def legend(book: Book, offset: timedelta | None, language: str) -> str:
    """What one has to know to read the rest."""
    actions = [*book.actions, *(action for m in book.meetings for action in m.actions)]
    mixed = any(a.owner for a in actions) and any(not a.owner for a in actions)
    parts = [
        say(language, "digest.unnamed") if mixed else "",
        say(language, "digest.clock", offset=write_offset(offset)) if offset is not None else "",
    ]
    return ("" if language == "ja" else " ").join(part for part in parts if part)


def ordered(meetings: Iterable[Meeting], by: str) -> list[Meeting]:
    """Meetings by day, or by person and then by day; a coming one is the last."""
    by_day = list(meetings)
    if by != "person":
        return by_day
    return sorted(by_day, key=lambda m: m.person.label.casefold())
