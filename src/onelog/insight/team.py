"""The whole team before a week or a day: a line a person, counted from few queries."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from onelog.core.model import Action, Ref
from onelog.core.results.common import Standing
from onelog.core.results.prep import Brief, Mood
from onelog.core.scales import lines_of
from onelog.core.settings import Settings
from onelog.insight import schedule, watch
from onelog.insight.prep import MOODS
from onelog.insight.today import at_risk
from onelog.store import records
from onelog.store.database import Store
from onelog.store.queries import prep

YEAR = timedelta(days=365)
"""So far back values on scales are shown."""


def compute_team(
    store: Store,
    today: date,
    settings: Settings,
    span: tuple[date, date] | None = None,
    relations: Collection[str] = (),
) -> tuple[list[Brief], int]:
    """Everybody who has a cadence, or of these `relations`, in the order of `next`; and how many have none.

    With the days of a `span` (the second is not in it) those who are due by its end, and those whose newest meeting is
    on one of its days; somebody in a pause only where that ends before it does. Nobody is counted then.
    """
    everybody = [one for one in schedule.of(store, today) if not relations or one.person.relation in relations]
    shown = [one for one in everybody if (_inside(one, span) if span else one.person.rule)]
    return _told(store, shown, today, settings), 0 if span else len(everybody) - len(shown)


def worst_first(store: Store, today: date, settings: Settings, relations: Collection[str] = ()) -> list[Brief]:
    """Everybody of these `relations`, else my reports, else everybody who has a cadence; the worst first.

    That goes by warnings, then promises that are late, then days that the meeting is overdue, then their mood, the lowest
    first, then how long ago I praised them.
    """
    everybody = schedule.of(store, today)
    wanted = relations or (["report"] if any(one.person.relation == "report" for one in everybody) else [])
    shown = [one for one in everybody if (one.person.relation in wanted if wanted else one.person.rule)]
    return sorted(_told(store, shown, today, settings), key=_how_bad)


def _how_bad(one: Brief) -> tuple[int, int, int, int, date]:
    late = one.mine_late + one.theirs_late
    return -one.warnings, -late, -one.standing.late, one.mood or 6, one.praised or date.min


def _told(store: Store, shown: Iterable[Standing], today: date, settings: Settings) -> list[Brief]:
    actions = records.actions(store)
    mine, mine_late = _counted(actions, today, mine=True)
    theirs, theirs_late = _counted(actions, today, mine=False)
    parked = records.topics(store)
    concerns = prep.open_concerns(store)
    counted = Counter(_uid(concern.person) for concern in concerns)
    oldest = {_uid(concern.person): concern.at.date() for concern in reversed(concerns) if concern.at}
    risky = Counter(_uid(goal.person) for goal in at_risk(records.goals(store), today))
    warned = Counter(_uid(one.person) for one in watch.find_warnings(store, today, settings))
    praised, said = prep.praised(store), prep.scaled_lately(store, today - YEAR)
    return [
        Brief(
            standing=one,
            mine=mine[uid],
            mine_late=mine_late[uid],
            theirs=theirs[uid],
            theirs_late=theirs_late[uid],
            topics=sum(_uid(topic.person) == uid and not topic.waits(max(one.due or today, today)) for topic in parked),
            concerns=counted[uid],
            worried=oldest.get(uid),
            moods=tuple(Mood(*mood) for mood in prep.moods(store, uid, MOODS)),
            risky=risky[uid],
            warnings=warned[uid],
            praised=praised.get(uid),
            scales=lines_of(said.get(uid, ())),
        )
        for one in shown
        for uid in (one.person.uid,)
    ]


def _inside(one: Standing, span: tuple[date, date]) -> bool:
    start, end = span
    met = one.person.last_met
    return (one.due is not None and one.due < end) or (met is not None and start <= met < end)


def _counted(actions: Iterable[Action], today: date, *, mine: bool) -> tuple[Counter[str], Counter[str]]:
    """How many open promises there are with each person, and how many are overdue; theirs with whoever owns them too."""
    every, late = Counter[str](), Counter[str]()
    for action in actions:
        if (action.owner is None) == mine:
            whose = {_uid(action.person), _uid(action.owner)}
            every.update(whose)
            late.update(whose if action.overdue(today) else ())
    return every, late


def _uid(ref: Ref | None) -> str:
    return ref.uid if ref else ""
