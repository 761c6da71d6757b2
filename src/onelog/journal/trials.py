"""Beginning an experiment, letting it rest and ending it."""

import re
from dataclasses import replace
from datetime import datetime

from onelog.core.errors import Refused
from onelog.core.model import Person, Topic
from onelog.core.results.common import Changed
from onelog.insight.patterns import experiments
from onelog.insight.patterns.experiments import ENDED, RESTING
from onelog.insight.patterns.planned import TAG
from onelog.store import records
from onelog.store.database import Store
from onelog.store.transaction import writing

_TEXTS = {"en": "try {trait}", "ja": "試す {trait}"}


def begin(store: Store, trait: str, person: Person | None, now: datetime, language: str = "en") -> Changed:
    """Keeps a hypothesis with its day; one that rests goes on.

    Raises `Refused` for one that runs, and where another one plans the same of the same talks.
    """
    uid = person.uid if person else None
    with writing(store, f"thread --try {trait}", now) as change:
        known = [one for one in experiments.topics(store) if ENDED not in one.tags]
        again = next((one for one in known if experiments.word(one) == trait and _whose(one) == uid), None)
        for one in known:
            both = _whose(one) == uid or None in (_whose(one), uid)
            if RESTING not in one.tags and both and _kind(experiments.word(one)) == _kind(trait):
                raise Refused("review.thread_planned_already", id=one.id)
        if again:
            again = _without(again, RESTING)
            change.put(again)
            return Changed("tried", (again,))
        made_uid, id_ = change.name("topic")
        text = f"{_TEXTS[language].format(trait=trait)} +{TAG}-{trait}"
        made = Topic(
            made_uid,
            id_,
            text,
            person.ref if person else None,
            added=now.date(),
            status="raised",
            closed=now.date(),
            tags=(f"{TAG}-{trait}",),
        )
        change.put(made)
    return Changed("tried", (made,))


def _whose(one: Topic) -> str | None:
    return one.person.uid if one.person else None


def _kind(word: str) -> str:
    return experiments.TRAITS[word].partition(":")[0]


def rest(store: Store, id_: str, now: datetime) -> Changed:
    """It is planned no more until it is tried again; what came of it stays. Raises `NotFound`, `Wrong`, `Refused`."""
    with writing(store, f"thread --rest {id_}", now) as change:
        one = running(store, id_)
        if RESTING in one.tags:
            raise Refused("review.thread_rests_already", id=id_)
        rests = replace(one, text=f"{one.text} +{RESTING}", tags=(*one.tags, RESTING))
        change.put(rests)
    return Changed("rested", (records.by_uid(store, "topic", rests.uid) or rests,))


def end(store: Store, id_: str, why: str | None, now: datetime) -> Changed:
    """Ends it, with what was made of it. Raises `NotFound`, `Wrong`, `Refused`."""
    with writing(store, f"thread --end {id_}", now) as change:
        one = _without(running(store, id_), RESTING)
        reason = " ".join(why.split()) if why else None
        text = f"{one.text} +{ENDED}"
        ended = replace(one, text=text, tags=(*one.tags, ENDED), status="dropped", closed=now.date(), outcome=reason)
        change.put(ended)
    return Changed("ended", (records.by_uid(store, "topic", ended.uid) or ended,))


def running(store: Store, id_: str) -> Topic:
    """The experiment that has not ended. Raises as `end`."""
    one = experiments.named(store, id_)
    if ENDED in one.tags:
        raise Refused("review.thread_has_ended", id=id_)
    return one


def _without(one: Topic, tag: str) -> Topic:
    text = re.sub(rf"(?<!\S)[+#]{tag}(?!\S)", "", one.text).rstrip()
    return replace(one, text=text, tags=tuple(name for name in one.tags if name != tag))
