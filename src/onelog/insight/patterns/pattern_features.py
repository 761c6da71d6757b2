"""What meetings are like, as far as the journal can tell: how, how long, when, prepared or not, and what stands in them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

from onelog.core.model import FEEDBACK, MODES, MOMENT_KINDS
from onelog.store.queries.patterns import PatternRow, RatedMeeting, TopicDays

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ORDERS = {
    "mode": MODES,
    "gap": ("",),
    "weekday": DAYS,
    "prepared": ("",),
    "topic": ("open", "raised", "parked"),
    "length": ("",),
    "line": (
        *(kind for kind in MOMENT_KINDS if kind not in FEEDBACK),
        *(f"{kind}_{way}" for kind, way in product(FEEDBACK, ("given", "received"))),
        "checkin",
        "mine",
        "theirs",
    ),
}
"""The kinds of trait and their values, in the order in which they are told; after them the tags, which are people's own.

`length` and `gap` (the days since the meeting before it) are beside the middle one with the same person; `topic` tells
whether one waited when the talk began, whether one that had waited was raised, and whether one was parked; `line` which
kinds of line there are, promises as mine and theirs.
"""

PLANNED = ("mode", "gap", "weekday", "prepared", "topic:open")
"""What somebody can choose beforehand. All else is known only when the talk is over: it may as well come from a good talk."""
LATE = timedelta(days=7)
"""Of a talk that was first written down later than this nobody can tell that it was not prepared (an import is such a one)."""

Column = Sequence[frozenset[str] | None]
"""The values of one kind that each meeting has; None where it is not known whether it has any."""


class Trait(NamedTuple):
    """What each meeting has of something, by its place."""

    kind: str
    value: str
    values: tuple[int | None, ...]
    """1 or 0; of `gap` and `length` 1 for longer than usual, -1 for shorter and 0 for neither; None where it is not known."""
    same: tuple[str, ...] = ()
    """The names of those that part the same meetings into the same two halves."""

    @property
    def name(self) -> str:
        """`mode:walk`, `prepared`."""
        return f"{self.kind}:{self.value}" if self.value else self.kind

    @property
    def planned(self) -> bool:
        return self.kind in PLANNED or self.name in PLANNED

    def halves(self, places: Sequence[int]) -> tuple[int | None, ...]:
        """How it parts the meetings at these places, whichever half it is that has it."""
        values = tuple(self.values[place] for place in places)
        first = next((value for value in values if value is not None), 0)
        turned = {None: None, 0: 1, 1: 0}
        return values if first or -1 in values else tuple(turned[value] for value in values)


def of(
    met: Sequence[RatedMeeting],
    gaps: Mapping[str, int],
    lines: Iterable[PatternRow],
    topics: Iterable[TopicDays],
    places: Sequence[int],
) -> list[Trait]:
    """What some of the meetings have and others do not, what can be planned first; what parts them alike is one.

    Looked at are all of them, parted are those of `places`. `gaps` by the uid of a meeting.
    """
    return _once(every(met, gaps, lines, topics), places)


def every(
    met: Sequence[RatedMeeting], gaps: Mapping[str, int], lines: Iterable[PatternRow], topics: Iterable[TopicDays]
) -> list[Trait]:
    """All that any of the meetings has, what can be planned first."""
    said = _said(met, lines)
    days = _topics(topics)
    when = [(one.person.uid, one.day) for one in met]
    columns: dict[str, Column] = {
        "mode": [frozenset({one.mode}) if one.mode else None for one in met],
        "weekday": [frozenset({DAYS[one.day.weekday()]}) for one in met],
        "prepared": [
            _prepared(one, said[one.uid], raised=at in days.raised) for one, at in zip(met, when, strict=True)
        ],
        "topic": [
            frozenset(
                name
                for name, there in (
                    ("open", days.is_open(*at)),
                    ("raised", at in days.raised),
                    ("parked", at in days.parked),
                )
                if there
            )
            for at in when
        ],
        "line": [frozenset(kind for line in said[one.uid] for kind in _kinds(line)) for one in met],
        "tag": [frozenset((*one.tags, *(tag for line in said[one.uid] for tag in line.tags))) for one in met],
    }
    beside = [
        Trait("gap", "", _beside(met, [gaps.get(one.uid) for one in met])),
        Trait("length", "", _beside(met, [one.minutes for one in met])),
    ]
    found = [*beside, *(trait for kind, column in columns.items() for trait in _traits(kind, column))]
    order = list(ORDERS)
    found.sort(key=lambda one: (not one.planned, order.index(one.kind) if one.kind in order else len(order)))
    return found


def _prepared(one: RatedMeeting, lines: Sequence[PatternRow], *, raised: bool) -> frozenset[str] | None:
    if one.begun or raised or any(line.before for line in lines):
        return frozenset({""})
    return None if one.late else frozenset()


def gaps(met: Sequence[RatedMeeting]) -> dict[str, int]:
    """The days since the meeting with the same person before it, by the uid of each that has one; `met` by time."""
    found, last = {}, dict[str, RatedMeeting]()
    for one in met:
        if before := last.get(one.person.uid):
            found[one.uid] = (one.day - before.day).days
        last[one.person.uid] = one
    return found


def _said(met: Iterable[RatedMeeting], lines: Iterable[PatternRow]) -> dict[str, list[PatternRow]]:
    """The lines in each meeting, by its uid."""
    said: dict[str, list[PatternRow]] = {one.uid: [] for one in met}
    for line in lines:
        if line.meeting in said:
            said[line.meeting].append(line)
    return said


class _TopicDays:
    """On which days with whom a topic that had waited was raised, one was parked, and one waited when the talk began."""

    def __init__(self, topics: Sequence[TopicDays]) -> None:
        self.raised = {(one.person, one.ended) for one in topics if one.raised and one.ended and one.added < one.ended}
        self.parked = {(one.person, one.added) for one in topics}
        self.waited: dict[str, list[tuple[date, date]]] = {}
        for one in topics:
            self.waited.setdefault(one.person, []).append((one.added, one.ended or date.max))

    def is_open(self, person: str, day: date) -> bool:
        return any(added < day <= ended for added, ended in self.waited.get(person, ()))


def _topics(topics: Iterable[TopicDays]) -> _TopicDays:
    return _TopicDays(list(topics))


def _kinds(line: PatternRow) -> tuple[str, ...]:
    """Feedback counts by its direction; what was between two others, or has none, is neither."""
    if line.kind in FEEDBACK:
        return tuple(f"{line.kind}_{way}" for way in ("given", "received") if getattr(line, way))
    return (line.kind,) if line.kind != "topic" else ()


def _beside(met: Sequence[RatedMeeting], values: Sequence[int | None]) -> tuple[int | None, ...]:
    """Whether each is longer or shorter than the middle one with its person."""
    given: dict[str, list[int]] = {}
    for one, value in zip(met, values, strict=True):
        if value is not None:
            given.setdefault(one.person.uid, []).append(value)
    twice = {person: _twice_middle(sorted(some)) for person, some in given.items()}
    return tuple(
        None if value is None else _than(2 * value - twice[one.person.uid])
        for one, value in zip(met, values, strict=True)
    )


def _twice_middle(values: Sequence[int]) -> int:
    """The two in the middle together: whole numbers compare exactly."""
    return values[(len(values) - 1) // 2] + values[len(values) // 2]


def _than(over: int) -> int:
    return (over > 0) - (over < 0)


def _traits(kind: str, column: Column) -> list[Trait]:
    """One for each value, in the order of its kind."""
    having = {value for values in column for value in values or ()}
    order = ORDERS.get(kind) or sorted(having)
    return [
        Trait(kind, value, tuple(None if values is None else int(value in values) for values in column))
        for value in order
        if value in having
    ]


def _once(traits: Iterable[Trait], places: Sequence[int]) -> list[Trait]:
    """Those that part the meetings, and each way of parting them only once."""
    found: dict[object, Trait] = {}
    for trait in traits:
        halves = trait.halves(places)
        if len(set(halves) - {None}) < 2:
            continue
        first = found.setdefault(halves, trait)
        if first is not trait:
            found[halves] = first._replace(same=(*first.same, trait.name))
    return list(found.values())
