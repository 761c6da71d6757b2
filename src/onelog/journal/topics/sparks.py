"""Taking a spark to the next meeting, and how it ended."""

import re
from dataclasses import replace
from datetime import date, datetime

from onelog.core.errors import Message, Refused
from onelog.core.model import Person, Topic
from onelog.core.results.common import Changed
from onelog.core.results.sparks import Proposal
from onelog.insight import spark
from onelog.journal import follow_up
from onelog.markdown import grammar
from onelog.store import records
from onelog.store.database import Store
from onelog.store.transaction import writing


def take(store: Store, person: Person, one: Proposal, now: datetime, on: date | None = None) -> Changed:
    """Parks a proposal as a topic with the tag of its way; `on` is the day it is meant for. Raises `Refused`."""
    if one.taken:
        raise Refused("ask.spark_parked_already", number=one.n, id=one.taken)
    day = f" ({on.isoformat()})" if on else ""
    text = grammar.guarded(one.text, grammar.Place("topic"))
    return follow_up.park(store, person.name, f"{text}{day} +{spark.TAG}-{one.why}", now)


def end(store: Store, id_: str, how: str, why: str | None, now: datetime) -> Changed:
    """Says whether a spark landed (one of `spark.ENDS`); a topic that still waits was raised with that. Raises `NotFound`, `Refused`."""
    with writing(store, f"spark {id_}", now) as change:
        topic = check_end(store, id_, how)
        other = next(end for end in spark.ENDS if end != how)
        text = re.sub(rf"(?<!\S)[+#]{other}(?!\S)", "", topic.text).rstrip()
        tags = (*(tag for tag in topic.tags if tag != other), how)
        closed = topic.closed or now.date()
        status = "raised" if topic.status == "parked" else topic.status
        reason = " ".join(why.split()) if why else None
        said = reason or topic.outcome
        ended = replace(topic, text=f"{text} +{how}", tags=tags, status=status, closed=closed, outcome=said)
        change.put(ended)
    return Changed("flat" if how == "missed" else how, (records.by_uid(store, "topic", ended.uid) or ended,))


def check_end(store: Store, id_: str, how: str) -> Topic:
    """The spark of which it can be said how it ended. Raises as `end`."""
    topic = spark.find_spark(store, id_)
    if how in topic.tags:
        raise Refused("ask.spark_noted_already", id=id_, how=Message(f"errors.ask.spark_as_{how}"))
    return topic
