"""What the next manager of somebody is given: their goals, open promises both ways, strengths with evidence, how often we met.

Nothing else comes in here: each list is made of what it is to hold, none of what others are to leave out.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from onelog.core.calendar.periods import Period
from onelog.core.model import Action, Goal, Moment, Person
from onelog.core.results.common import Kept
from onelog.core.results.review import HANDOVER, Claim, ClaimGroup, Count, Review, Section
from onelog.insight.review import review_sections
from onelog.insight.review.claims import Teller
from onelog.insight.review.facts import Facts


def compute_handover(
    person: Person,
    facts: tuple[Facts, Facts],
    goals: Sequence[Goal],
    tell: Teller,
    before: Period,
    kept: tuple[Kept, Kept],
    last_met: date | None,
    *,
    redact: bool,
) -> Review:
    """The handover of one person, as of the last day of the period or today; `facts` and `kept` are of it and the one before.

    Goals that were given up are not in it, praise only where it is to the person, and wins that were noted with them.
    """
    now, then = facts
    mine = [one for one in now.promised("overdue", "open", mine=True) if _is(one.person, person)]
    theirs = [one for one in now.promised("overdue", "open", mine=False) if _is(one.owner, person)]
    praise = [one for one in now.of_kind("praise") if _is(one.receiver, person)]
    wins = [one for one in now.of_kind("win") if _is(one.person, person)]
    still = [one for one in goals if one.status != "dropped"]
    sections = (
        Section("met", _parts(("met", [_met(person, last_met, tell)] if last_met else []))),
        review_sections.goals_section(still, tell),
        Section("open_promises", _parts(("mine_open", _open(mine, tell)), ("theirs_open", _open(theirs, tell)))),
        Section(
            "strengths",
            _parts(("praised", _said(praise, tell)), ("wins", _said(wins, tell))),
            strengths=tuple(one for one in review_sections.strengths([*praise, *wins], tell) if one.tag),
        ),
    )
    return Review(
        period=tell.period,
        before=before,
        day=tell.day,
        running=tell.today < tell.period.last,
        me=tell.names.me,
        person=tell.names.shown(person.ref),
        profile=HANDOVER,
        counts=(
            Count("meetings", len(now.met), None, len(then.met), None),
            Count("meetings_kept", kept[0].kept, kept[0].n, kept[1].kept, kept[1].n),
        ),
        sections=tuple(one for one in sections if one.parts or one.looks or one.strengths),
        redacted=redact,
    )


def _is(ref: object, person: Person) -> bool:
    return getattr(ref, "uid", None) == person.uid


def _parts(*parts: tuple[str, Sequence[Claim]]) -> tuple[ClaimGroup, ...]:
    return tuple(ClaimGroup(key, tuple(claims)) for key, claims in parts if claims)


def _met(person: Person, day: date, tell: Teller) -> Claim:
    name = tell.names.shown(person.ref) or ""
    return Claim(kind="person", id=person.id, text=name, day=day, days=(tell.day - day).days)


def _open(found: Iterable[Action], tell: Teller) -> list[Claim]:
    claims = [tell.action(one) for one in found]
    return sorted(claims, key=lambda one: (one.due is None, str(one.due), one.id))


def _said(found: Iterable[Moment], tell: Teller) -> list[Claim]:
    return [tell.moment(one) for one in found]
