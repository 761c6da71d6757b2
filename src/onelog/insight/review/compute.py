"""A period looked back on: what was promised and done, learned, decided, and comes next, each claim with its meeting."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from onelog.core.calendar import periods
from onelog.core.calendar.day_words import months_after
from onelog.core.calendar.periods import Period
from onelog.core.errors import Wrong
from onelog.core.model import Goal, Person
from onelog.core.results.common import Kept
from onelog.core.results.review import HANDOVER, Count, MeetingMood, MonthOfPromises, Promised, Review, Section
from onelog.core.selection import ANYTHING, Selection
from onelog.core.settings import Settings
from onelog.insight.review import audiences, gaps, handover, review_sections
from onelog.insight.review.claims import Teller
from onelog.insight.review.facts import Facts, count_kept, end_of, gather_facts, goals_then
from onelog.insight.review.pseudonyms import Pseudonyms
from onelog.store import people
from onelog.store.database import Store
from onelog.store.queries import review

_ENDED = ("kept", "late", "overdue", "dropped", "undated")


def compute_review(
    store: Store,
    period: Period,
    today: date,
    settings: Settings,
    selection: Selection = ANYTHING,
    *,
    profile: str = "me",
    redact: bool = False,
) -> Review:
    """The review of a period for one reader, as it stood on its last day or stands today.

    `selection` says with whom, and whether what is private is in it. Raises `Wrong` for a reader whom there is not, and for
    what is private with any reader but me.
    """
    reader, person = audiences.named(profile), selection.person
    if selection.private and not reader.private:
        raise Wrong("review.private_for_others")
    if reader.name == HANDOVER and person is None:
        raise Wrong("review.handover_of_whom")
    tell = teller(store, period, today, profile, settings, redact=redact)
    before = periods.same_part_before(period, today, settings.fiscal_year_start)
    earlier = teller(store, before, today, profile, settings, redact=redact)
    now, then = (gather_facts(store, one.period, today, selection) for one in (tell, earlier))
    goals, goals_before = (goals_then(store, one.period, one.day, person) for one in (tell, earlier))
    if reader.name == HANDOVER and person:
        return _handover(store, person, (now, then), (tell, earlier), goals, redact=redact)
    topics = review.parked(store, tell.day, selection.uid)
    kept = [count_kept(store, one.period, today, person) if reader.meetings else None for one in (tell, earlier)]
    lacking = gaps.missing(store, now, goals, tell, person)
    found = (*review_sections.all_of(now, goals, topics, tell), *([lacking] if lacking.parts else []))
    return Review(
        period=period,
        before=earlier.period,
        day=tell.day,
        running=today < period.last,
        me=tell.names.me,
        person=tell.names.shown(person.ref) if person else None,
        profile=reader.name,
        counts=tuple(_counts((now, goals, tell, kept[0]), (then, goals_before, earlier, kept[1]))),
        mine=_promised(now, tell, mine=True),
        theirs=_promised(now, tell, mine=False),
        sections=found,
        left_out=now.private if reader.private else (),
        months=tuple(_months(now, tell)),
        moods=tuple(_moods(now, tell)),
        redacted=redact,
    )


def _handover(
    store: Store,
    person: Person,
    facts: tuple[Facts, Facts],
    tell: tuple[Teller, Teller],
    goals: Sequence[Goal],
    *,
    redact: bool,
) -> Review:
    """The review for the next manager of somebody."""
    now, then = tell
    kept = [count_kept(store, one.period, one.today, person) for one in tell]
    met = review.last_met(store, now.day).get(person.uid)
    return handover.compute_handover(person, facts, goals, now, then.period, (kept[0], kept[1]), met, redact=redact)


def teller(store: Store, period: Period, today: date, profile: str, settings: Settings, *, redact: bool) -> Teller:
    """What a reader is told of a period, and how people are called."""
    reader = audiences.named(profile)
    day = min(today, period.last)
    names = Pseudonyms(people.everybody(store), reader.names, day, me=settings.me, redact=redact)
    return Teller(names, reader, period, today)


# --- numbers

_Side = tuple[Facts, Sequence[Goal], Teller, Kept | None]


def _counts(now: _Side, then: _Side) -> Iterable[Count]:
    """Each number beside that of the period before; only of what the reader is told."""
    both = [dict(_numbers(*side)) for side in (now, then)]
    lates = [dict(_lates(facts, tell)) for facts, _, tell, _ in (now, then)]
    for name, (n, of_) in both[0].items():
        yield Count(name, n, of_, *both[1][name], *(late.get(name) for late in lates))


def _numbers(
    facts: Facts, goals: Sequence[Goal], tell: Teller, kept: Kept | None
) -> Iterable[tuple[str, tuple[int, int | None]]]:
    """(name, (how many, of how many)); each is the length of the list that the review shows."""
    if kept:
        yield "meetings", (len(facts.met), None)
        yield "meetings_kept", (kept.kept, kept.n)
    for mine, name in ((True, "promises_mine"), (False, "promises_theirs")):
        promised = _promised(facts, tell, mine=mine)
        if promised:
            yield name, (promised.done, promised.n)
    feedback = _lengths(review_sections.feedback(facts, tell))
    ways = (["received"] if tell.profile.received else []) + (["given"] if tell.profile.given else [])
    for way in ways:
        yield f"praise_{way}", (feedback[f"{way}_praise"], None)
        yield f"growth_{way}", (feedback[f"{way}_growth"], None)
    if tell.profile.ahas:
        yield "ahas", (_lengths(review_sections.learned(facts, tell))["ahas"], None)
    yield "wins", (len(facts.of_kind("win")), None)
    if tell.profile.decisions:
        yield "decisions", (_lengths(review_sections.decisions(facts, tell))["decisions"], None)
    yield "goals_reached", (len(reached(goals, tell)), None)


def _lates(facts: Facts, tell: Teller) -> Iterable[tuple[str, int]]:
    """(name, how many of these promises were done late)."""
    for mine, name in ((True, "promises_mine"), (False, "promises_theirs")):
        promised = _promised(facts, tell, mine=mine)
        if promised:
            yield name, promised.late


def _lengths(section: Section) -> Counter[str]:
    return Counter({part.key: len(part.claims) for part in section.parts})


def reached(goals: Sequence[Goal], tell: Teller) -> list[Goal]:
    """The goals that were achieved in the period."""
    told = review_sections.told_goals(goals, tell)
    return [one for one in told if one.status == "achieved" and one.closed and one.closed in tell.period]


def _promised(facts: Facts, tell: Teller, *, mine: bool) -> Promised | None:
    if not _is_counted(tell, mine=mine):
        return None
    states = (*_ENDED, "open")
    return Promised(**{state: len(review_sections.told_promises(facts, tell, state, mine=mine)) for state in states})


def _is_counted(tell: Teller, *, mine: bool) -> bool:
    """Whether the reader is told what came of promises in numbers: of those of others nobody but me is."""
    return tell.profile.mine if mine else bool(tell.profile.theirs) and tell.profile.meetings


def _months(facts: Facts, tell: Teller) -> Iterable[MonthOfPromises]:
    """The months of the period up to its end or today; of a period of more than two years none."""
    first, period = tell.period.start.replace(day=1), tell.period
    if not tell.profile.mine or period.days > 750:
        return
    while first <= tell.day:
        span = Period(max(first, period.start), min(months_after(first, 1), period.end), "")
        yield MonthOfPromises(first, *(_of_month(facts, tell, span, mine=mine) for mine in (True, False)))
        first = months_after(first, 1)


def _of_month(facts: Facts, tell: Teller, span: Period, *, mine: bool) -> Promised | None:
    if not _is_counted(tell, mine=mine):
        return None
    counts = dict.fromkeys((*_ENDED, "open"), 0)
    for state in _ENDED:
        for one in review_sections.told_promises(facts, tell, state, mine=mine):
            day = one.due if state == "overdue" else end_of(one)
            counts[state] += bool(day and day in span)
    return Promised(**counts)


def _moods(facts: Facts, tell: Teller) -> Iterable[MeetingMood]:
    if not tell.profile.meetings:
        return
    for one in facts.met:
        if one.mood or one.seen or one.rating:
            yield MeetingMood(
                day=one.day,
                meeting_id=one.id,
                person=tell.names.called.get(one.person_uid, ""),
                mine=one.mood,
                theirs=one.seen,
                rating=one.rating,
            )
