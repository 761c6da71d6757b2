"""What meetings are like, as far as the journal can tell: how, how long, when, prepared or not, and what stands in them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from onelog.core.model import FEEDBACK, MODES, MOMENT_KINDS
from onelog.store.queries.patterns import PatternRow, RatedMeeting, TopicDays

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ORDERS = {
    "mode": MODES, "length": ("longer", "shorter"), "gap": ("longer", "shorter"), "weekday": DAYS, "prepared": ("",),
    "topic": ("raised", "parked"),
    "line": (
        *(kind for kind in MOMENT_KINDS if kind not in FEEDBACK),
        *(f"{kind}_{way}" for kind, way in product(FEEDBACK, ("given", "received"))), "checkin", "mine", "theirs",
    ),
}  # fmt: skip
"""The kinds of trait and their values, in the order in which they are told; after them the tags, which are people's own.

`length` and `gap` (the days since the meeting before it) are beside the middle one with the same person; `topic` tells
whether one that had waited was raised, and whether one was parked; `line` which kinds of line there are, promises as mine
and theirs.
"""

Column = Sequence[frozenset[str] | None]
"""The values of one kind that each meeting has; None where it is not known whether it has any."""


class Trait(NamedTuple):
    """The places of the meetings of which something is known, and of those that have it."""

    kind: str
    value: str
    known: frozenset[int]
    having: frozenset[int]
    same: tuple[str, ...] = ()
    """The names of those that part the same meetings into the same two halves."""

    @property
    def name(self) -> str:
        """`mode:walk`, `prepared`."""
        return f"{self.kind}:{self.value}" if self.value else self.kind

    @property
    def halves(self) -> tuple[frozenset[int], frozenset[int]]:
        """How it parts the meetings, whichever half it is that has it."""
        first = min(self.known, default=0)
        return self.known, self.having if first in self.having else self.known - self.having


def of(
    met: Sequence[RatedMeeting], gaps: Mapping[str, int], lines: Iterable[PatternRow], topics: Iterable[TopicDays]
) -> list[Trait]:  # fmt: skip
    """What some of the meetings have and others do not; what parts them alike is one. `gaps` by the uid of a meeting."""
    said = _said(met, lines)
    raised, parked = _topics(topics)
    days = [(one.person.uid, one.day) for one in met]
    columns: dict[str, Column] = {
        "mode": [frozenset({one.mode}) if one.mode else None for one in met],
        "length": _beside(met, [one.minutes for one in met]),
        "gap": _beside(met, [gaps.get(one.uid) for one in met]),
        "weekday": [frozenset({DAYS[one.day.weekday()]}) for one in met],
        "prepared": [
            frozenset({""} if one.begun or when in raised or any(line.before for line in said[one.uid]) else ())
            for one, when in zip(met, days, strict=True)
        ],
        "topic": [
            frozenset(name for name, where in (("raised", raised), ("parked", parked)) if when in where) for when in days
        ],
        "line": [frozenset(kind for line in said[one.uid] for kind in _kinds(line)) for one in met],
        "tag": [frozenset((*one.tags, *(tag for line in said[one.uid] for tag in line.tags))) for one in met],
    }  # fmt: skip
    return _once(trait for kind, column in columns.items() for trait in _traits(kind, column))


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


def _topics(topics: Iterable[TopicDays]) -> tuple[set[tuple[str, date]], set[tuple[str, date]]]:
    """(person, day) on which a topic that had waited was raised, and on which one was parked."""
    known = list(topics)
    raised = {(one.person, one.raised) for one in known if one.raised and one.added < one.raised}
    return raised, {(one.person, one.added) for one in known}


def _kinds(line: PatternRow) -> tuple[str, ...]:
    """Feedback counts by its direction; what was between two others, or has none, is neither."""
    if line.kind in FEEDBACK:
        return tuple(f"{line.kind}_{way}" for way in ("given", "received") if getattr(line, way))
    return (line.kind,) if line.kind != "topic" else ()


def _beside(met: Sequence[RatedMeeting], values: Sequence[int | None]) -> Column:
    """Whether each is longer or shorter than the middle one with its person."""
    given: dict[str, list[int]] = {}
    for one, value in zip(met, values, strict=True):
        if value is not None:
            given.setdefault(one.person.uid, []).append(value)
    twice = {person: _twice_middle(sorted(some)) for person, some in given.items()}
    return [
        None if value is None else _than(2 * value - twice[one.person.uid])
        for one, value in zip(met, values, strict=True)
    ]


def _twice_middle(values: Sequence[int]) -> int:
    """The two in the middle together: whole numbers compare exactly."""
    return values[(len(values) - 1) // 2] + values[len(values) // 2]


def _than(over: int) -> frozenset[str]:
    return frozenset(("longer",) if over > 0 else ("shorter",) if over < 0 else ())


def _traits(kind: str, column: Column) -> list[Trait]:
    """One for each value, in the order of its kind."""
    known = frozenset(place for place, values in enumerate(column) if values is not None)
    having: dict[str, set[int]] = {}
    for place, values in enumerate(column):
        for value in values or ():
            having.setdefault(value, set()).add(place)
    order = ORDERS.get(kind) or sorted(having)
    return [Trait(kind, value, known, frozenset(having[value])) for value in order if value in having]


def _once(traits: Iterable[Trait]) -> list[Trait]:
    """Those that part the meetings, and each way of parting them only once."""
    found: dict[object, Trait] = {}
    for trait in traits:
        if trait.having == trait.known:
            continue
        first = found.setdefault(trait.halves, trait)
        if first is not trait:
            found[trait.halves] = first._replace(same=(*first.same, trait.name))
    return list(found.values())
