"""From a pattern to an experiment: what is tried, how it is planned, and the evidence of later talks alone.

An experiment is a topic with a tag, as a spark is: so it is in the history, undone, exported, merged and forgotten like one.
"""

from collections.abc import Sequence
from datetime import date
from zlib import crc32

from onelog.core.errors import Wrong
from onelog.core.model import MODES, Topic
from onelog.core.results.experiments import Experiment
from onelog.core.results.patterns import Cut
from onelog.core.selection import Selection
from onelog.core.statistics import e_values
from onelog.core.statistics.e_values import SETTLED
from onelog.insight import resolve
from onelog.insight.patterns import pattern_features
from onelog.insight.patterns.planned import TAG
from onelog.insight.patterns.rating_cuts import find_cuts
from onelog.markdown import families
from onelog.store import records
from onelog.store.database import Store
from onelog.store.queries import patterns
from onelog.store.queries.patterns import RatedMeeting

RESTING, ENDED = "resting", "ended"
"""Tags too."""
TRAITS = {
    **{mode: f"mode:{mode}" for mode in MODES},
    **{day: f"weekday:{day}" for day in pattern_features.DAYS},
    "prepared": "prepared",
    "later": "gap",
    "waiting": "topic:open",
}
"""What can be tried, and the trait of meetings that it is: `later` after the last one, a topic `waiting`."""
USUAL = 4
"""From this rating on a talk is high with somebody with whom none was rated before."""
APART = 2
"""So many talks more on one side, and the other comes next."""


def trait_of(typed: str) -> str:
    """The word of `TRAITS` that somebody means. Raises `Wrong`."""
    said = typed.strip().lower().rpartition(":")[2]
    found = said if said in TRAITS else next((name for name, trait in TRAITS.items() if typed.lower() == trait), "")
    if not found:
        found = families.NAME_OF_MODE.get(said, "") or (said[:3] if said[:3] in pattern_features.DAYS else "")
    if found not in TRAITS:
        raise Wrong("review.thread_cannot_plan", word=typed, traits=", ".join(TRAITS))
    return found


def named(store: Store, id_: str) -> Topic:
    """The experiment with this id. Raises `NotFound`, `Wrong`."""
    topic = resolve.record(store, id_, "topic")
    if not isinstance(topic, Topic) or not word(topic):
        raise Wrong("review.thread_no_experiment", id=id_)
    return topic


def topics(store: Store) -> list[Topic]:
    """The topics that are experiments, the newest first."""
    found = [one for one in records.topics(store, Selection(closed=True)) if word(one)]
    return sorted(found, key=lambda one: (one.added or date.min, one.uid), reverse=True)


def word(topic: Topic) -> str:
    """What it tries; "" where it is no experiment."""
    tag = next((tag for tag in topic.tags if tag.startswith(f"{TAG}-")), "")
    return tag.removeprefix(f"{TAG}-") if tag.removeprefix(f"{TAG}-") in TRAITS else ""


def tried(store: Store, today: date) -> list[Experiment]:
    """All experiments with what came of them, those that run first."""
    every = topics(store)
    if not every:
        return []
    met = [one for one in patterns.meetings(store) if one.day <= today]
    order = ("running", "settled", "resting", "ended")
    return sorted((_judged(store, one, met) for one in every), key=lambda one: order.index(one.state))


def is_running(topic: Topic) -> bool:
    return not {RESTING, ENDED} & set(topic.tags)


def _judged(store: Store, topic: Topic, met: Sequence[RatedMeeting]) -> Experiment:
    uid = topic.person.uid if topic.person else None
    own = [one for one in met if uid in (None, one.person.uid)]
    begun = topic.added or date.max
    has = _values(store, met, TRAITS[word(topic)])
    sides: dict[bool, list[RatedMeeting]] = {True: [], False: []}
    for one in own:
        if one.day > begun and (value := has.get(one.uid)) is not None:
            sides[value > 0].append(one)
    cuts = find_cuts([one for one in met if one.rating is not None and one.day <= begun])
    high = {side: [_is_high(one, cuts) for one in some if one.rating is not None] for side, some in sides.items()}
    course = list(e_values.courses(zip(high[True], high[False], strict=False)))
    state = ENDED if ENDED in topic.tags else RESTING if RESTING in topic.tags else "running"
    if state == "running" and max(course, default=0.0) >= SETTLED:
        state = "settled"
    return Experiment(
        id=topic.id,
        begun=topic.added,
        person=topic.person.label if topic.person else "",
        trait=word(topic),
        state=state,
        with_=len(high[True]),
        without=len(high[False]),
        high_with=sum(high[True]),
        high_without=sum(high[False]),
        pairs=len(course),
        evidence=round(course[-1], 6) if course else 1.0,
        settles=SETTLED,
        next=next_side(topic.uid, len(sides[True]), len(sides[False])) if state == "running" else "",
        ended=topic.closed if state == ENDED else None,
        why=topic.outcome or "",
    )


def _is_high(one: RatedMeeting, cuts: dict[str, Cut]) -> bool:
    """By what was high with the person when the experiment began: later ratings move no bar."""
    cut = cuts.get(one.person.uid)
    return (one.rating or 0) >= ((cut.rating if cut else None) or USUAL)


def _values(store: Store, met: Sequence[RatedMeeting], trait: str) -> dict[str, int]:
    """By the uid of each meeting of which it is known whether it has the trait; as usual is neither."""
    every = pattern_features.every(
        met, pattern_features.gaps(met), list(patterns.lines(store)), list(patterns.topics(store))
    )
    values = next((one.values for one in every if one.name == trait), (0,) * len(met))
    return {one.uid: value for one, value in zip(met, values, strict=True) if value is not None}


def next_side(uid: str, with_: int, without: int) -> str:
    """A coin that falls the same however often it is asked, until a talk has taken place; never more than two apart."""
    if abs(with_ - without) >= APART:
        return "with" if with_ < without else "without"
    return "with" if crc32(f"{uid} {with_ + without}".encode()) & 1 else "without"
