"""Records as claims: one sentence each, with its day and its meeting, in the names that the reader sees."""

from datetime import date

from onelog.core.calendar.periods import Period
from onelog.core.model import FEEDBACK, Action, Checkin, Goal, Moment, Ref, Topic
from onelog.core.progress import ahead, pace
from onelog.core.results.review import Claim, GoalLook
from onelog.core.values import value
from onelog.insight.review.audiences import Profile
from onelog.insight.review.facts import became, end_of
from onelog.insight.review.pseudonyms import Pseudonyms


@value(frozen=True, slots=True)
class Teller:
    """Tells records to one reader."""

    names: Pseudonyms
    profile: Profile
    period: Period
    today: date

    @property
    def day(self) -> date:
        return min(self.today, self.period.last)

    def told(self, ref: Ref | None, whose: frozenset[str]) -> bool:
        """Whether the reader is told of what is with somebody."""
        return self.names.relation(ref) in whose

    def is_mine(self, ref: Ref | None) -> bool:
        """Whether a win noted with somebody is mine: one noted with a report is theirs."""
        return self.names.relation(ref) != "report"

    def _words(self, text: str | None) -> str | None:
        return self.names.inside(text) if text else None

    def _tags(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.names.inside(tag) for tag in tags)

    def action(self, one: Action) -> Claim:
        """A promise, with what came of it by the end of the period and, where that was later, since."""
        state, ended = became(one, self.period, self.today), end_of(one)
        inside = ended if ended and ended <= self.day else None
        days = (ended - one.due).days if state == "late" and ended and one.due else None
        days = (self.day - one.due).days if state == "overdue" and one.due else days
        return Claim(
            kind="action",
            id=one.id,
            text=self.names.inside(one.text),
            day=one.opened,
            meeting_id=_label(one.meeting),
            person=self.names.beside(one.person),
            state=state,
            owner=self.names.shown(one.owner),
            due=one.due,
            closed=inside,
            days=days,
            since=(one.status, ended) if ended and not inside else None,
            why=self._words(one.outcome or one.why) if state == "dropped" and self.profile.meetings else None,
            tags=self._tags(one.tags),
            goal=_label(one.goal),
        )

    def moment(self, one: Moment, beside: tuple[Claim, ...] = ()) -> Claim:
        directed = one.kind in FEEDBACK
        because = one.because if self.told(one.person, self.profile.because) else None
        settled = one.resolved if one.resolved and one.resolved <= self.day else None
        return Claim(
            kind=one.kind,
            id=one.id,
            text=self.names.inside(one.text),
            day=one.at.date() if one.at else None,
            meeting_id=_label(one.meeting),
            person=self.names.beside(one.person),
            state=_concern_state(one, settled),
            closed=settled,
            giver=self.names.shown(one.giver) if directed else None,
            receiver=self.names.shown(one.receiver) if directed else None,
            why=self._words(because),
            tags=self._tags(one.tags),
            beside=beside,
        )

    def topic(self, one: Topic) -> Claim:
        ended = (one.closed or one.added) if one.status != "parked" else None
        return Claim(
            kind="topic",
            id=one.id,
            text=self.names.inside(one.text),
            day=one.added,
            meeting_id=_label(one.meeting),
            person=self.names.beside(one.person),
            state="parked",
            since=(one.status, ended) if ended else None,
            tags=self._tags(one.tags),
        )

    def checkin(self, one: Checkin) -> Claim:
        """A look at a goal; its words for who is told of those."""
        text = self.names.inside(one.text) if self.profile.checkins else ""
        return Claim("checkin", one.id, text, one.at.date(), _label(one.meeting), goal=one.goal.label, value=one.value)

    def goal(self, one: Goal) -> Claim:
        return Claim(
            "goal",
            one.id,
            self.names.inside(one.title),
            one.opened,
            person=self.names.beside(one.person),
            state=one.status,
            due=one.by,
            closed=one.closed,
            tags=self._tags(one.tags),
        )

    def look(self, one: Goal, depth: int = 0) -> GoalLook:
        """How it goes with a goal, as it stood on the day; the check-ins are those of the period."""
        how = ahead(one, self.day)
        measured = [(look.at.date(), look.value) for look in one.checkins if look.value is not None]
        current = measured[-1][1] if measured else None
        expected = current - how.amount if how and current is not None else None
        said = [look for look in one.checkins if look.at.date() in self.period]
        shown = said if self.profile.checkins else []
        return GoalLook(
            claim=self.goal(one),
            pace=pace(one, self.day),
            start=one.start,
            target=one.target,
            current=current,
            expected=expected,
            days=how.days if how else None,
            early=one.early,
            unit=self._words(one.unit) or "",
            metric=self._words(one.metric) or "",
            checkins=tuple(self.checkin(look) for look in shown),
            values=tuple(measured),
            depth=depth,
        )


def _concern_state(one: Moment, settled: date | None) -> str:
    return "" if one.kind != "concern" else "settled" if settled else "open"


def _label(ref: Ref | None) -> str | None:
    return ref.label if ref else None
