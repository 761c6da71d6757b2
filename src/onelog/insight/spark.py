"""Small discoveries for the next meeting: proposed from what the journal knows, parked as a topic, and whether they landed."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from onelog.core.errors import Refused
from onelog.core.model import Meeting, Moment, Person, Topic
from onelog.core.names.honorifics import titled
from onelog.core.phrases import say
from onelog.core.results.sparks import Proposal, Sparks
from onelog.core.selection import Selection
from onelog.insight import resolve, spaced_repetition
from onelog.insight.patterns.planned import planned
from onelog.insight.related import day_of, with_newest
from onelog.insight.review.pseudonyms import relation_on
from onelog.insight.talk import questions
from onelog.store import people, records
from onelog.store.database import Store
from onelog.store.queries import discover, memory
from onelog.store.search import tokenizer

MOST = 3
WAYS = ("thanks", "aha", "win", "goal", "touch", "question", "try")
"""Thanks for praise, what a talk with them brought me, a win to look back on, an a-ha that fits a goal of theirs, two facts
that touch, a question never asked, what an experiment plans."""
TAG = "spark"
"""Marks a topic as a spark; mostly with its way: `spark-thanks`."""
ENDS = ("landed", "missed")
"""Tags too."""
_ABOVE = ("manager", "skip")
"""What was said in a talk with them is proposed to nobody else."""
_LONG = 160
"""Characters of a record in the words of a topic."""


# --- what to propose


def propose_sparks(store: Store, person: Person, today: date, language: str) -> list[Proposal]:
    """At most three for the next meeting with somebody, the same all day, one of each way while there are others.

    What was set aside, or parked as a spark before, in these words, is not proposed; what was parked today keeps its number.
    """
    parked = list_sparks(store, person)
    known = [topic.text for topic in parked if topic.added != today]
    aside = memory.ids_aside(store, today)
    fresh = [
        one
        for way in (_back, _goal, _touch, _question)
        for one in way(store, person, today, language)
        if not any(one.text in text for text in known) and aside.isdisjoint(one.about)
    ]
    first = list({one.why: one for one in reversed(fresh)}.values())[::-1]
    chosen = [*_planned(store, person, today, language), *first, *(one for one in fresh if one not in first)][:MOST]
    return [one._replace(n=n, taken=_taken(one, parked, today)) for n, one in enumerate(chosen, 1)]


def _planned(store: Store, person: Person, today: date, language: str) -> list[Proposal]:
    """What experiments plan for the next meeting: it comes each time, until they rest or end."""
    return [
        Proposal(
            n=0,
            why="try",
            person=person.name,
            text=say(language, f"spark.try_{one.next}", trait=one.trait),
            about=(one.id,),
        )
        for one in planned(store, person, today)
    ]


def _taken(one: Proposal, parked: list[Topic], today: date) -> str | None:
    return next((topic.id for topic in parked if topic.added == today and one.text in topic.text), None)


def _plain(text: str) -> str:
    """A record's words on one line, without tags: as a topic's words they would be tags of the topic."""
    line = " ".join(re.sub(r"(?<!\S)[#+](?=[^\W\d_])\S*", "", text).split())
    return line if len(line) <= _LONG else line[: _LONG - 1].rstrip() + "…"


def _said(language: str, why: str, person: Person, text: str, goal: str = "") -> str:
    name = (person.name.split() or [person.name])[0]
    name = titled(name) if language == "ja" else name
    return say(language, f"spark.say_{why}", name=name, text=_plain(text), goal=_plain(goal))


def _back(store: Store, person: Person, today: date, language: str) -> Iterator[Proposal]:
    """What comes back today of what there is with them: their praise for me, my a-ha, a win."""
    back = spaced_repetition.coming_back(store, today, date.min, person.uid)
    for record, due in islice(back, 2 * MOST):
        if record.kind != "praise" or record.giver:
            why = "thanks" if record.kind == "praise" else record.kind
            said = _said(language, why, person, record.text)
            yield Proposal(
                n=0,
                why=why,
                person=person.name,
                text=said,
                day=day_of(record),
                years=due.years,
                about=(record.id,),
            )


def _may_hear(store: Store, person: Person, record: Moment) -> bool:
    """Whether somebody may be told: not what was said in a talk with who is, or was then, my manager or theirs."""
    other = people.by_uid(store, record.person.uid) if record.person and record.person.uid != person.uid else None
    then = relation_on(other, record.at.date()) if other and record.at else ""
    return other is None or not {other.relation, then} & set(_ABOVE)


def _goal(store: Store, person: Person, today: date, language: str) -> Iterator[Proposal]:
    """A-has that were not had with them, with a tag that an open goal of theirs has, or has as a word of its title."""
    for goal in records.goals(store, Selection(person=person)):
        title = tokenizer.index_text(goal.title).split()
        for tag in dict.fromkeys((*goal.tags, *(word for word in title if len(word) > 1))):
            for aha in records.moments(store, Selection(kind="aha", before=today, tag=tag, limit=MOST)):
                apart = aha.person is None or aha.person.uid != person.uid
                if apart and _may_hear(store, person, aha) and not discover.archived_or_low(store, "moment", aha.uid):
                    text = _said(language, "goal", person, aha.text, goal.title)
                    yield Proposal(
                        n=0,
                        why="goal",
                        person=person.name,
                        text=text,
                        day=aha.at.date() if aha.at else None,
                        years=0,
                        about=(aha.id, goal.id),
                        words=(tag,),
                    )


def _touch(store: Store, person: Person, today: date, language: str) -> Iterator[Proposal]:
    """What shares rare words with the newest meeting with them, and was said with nobody or somebody else, or in another year.

    What others said of their own stays with them: only a-has, wins and decisions are told.
    """
    met, related = with_newest(store, person.uid)
    for record, shared in related:
        if not isinstance(record, Moment) or record.kind not in ("aha", "win", "decision"):
            continue
        if _is_new_to(person, record, today) and _may_hear(store, person, record):
            said = _said(language, "touch", person, record.text)
            about = (record.id, *([met.id] if met else []))
            yield Proposal(
                n=0,
                why="touch",
                person=person.name,
                text=said,
                day=day_of(record),
                years=0,
                about=about,
                words=shared,
            )


def _is_new_to(person: Person, record: Moment, today: date) -> bool:
    """Whether it was not said with them, or so long ago that it comes as a surprise."""
    with_them = record.person is not None and record.person.uid == person.uid
    return not with_them or (record.at is not None and record.at.year < today.year)


def _question(store: Store, person: Person, today: date, language: str) -> Iterator[Proposal]:
    own = questions.own_file()
    for question in questions.suggest(store, person, today, MOST, language=language, own=own, kept=True):
        if question.asked in (None, today):
            yield Proposal(0, "question", person.name, question.text)


# --- parked, and whether it landed


def find_spark(store: Store, id_: str) -> Topic:
    """The spark with this id. Raises `NotFound`, `Refused`."""
    topic = resolve.record(store, id_, "topic")
    if not isinstance(topic, Topic) or not is_spark(topic):
        raise Refused("ask.spark_not_one", id=id_)
    return topic


def is_spark(topic: Topic) -> bool:
    return any(tag == TAG or tag.startswith(f"{TAG}-") for tag in topic.tags)


def list_sparks(store: Store, person: Person | None = None) -> list[Topic]:
    """The topics that are sparks, the newest first."""
    found_ = (records.by_uid(store, "topic", uid) for uid in discover.sparks(store, person.uid if person else None))
    return [topic for topic in found_ if isinstance(topic, Topic)]


def count_sparks(topics: list[Topic]) -> list[Sparks]:
    """How often they landed: all, then by way, those that there are."""
    ways = [("", topics), *((way, [one for one in topics if f"{TAG}-{way}" in one.tags]) for way in WAYS)]
    return [_counted(way, some) for way, some in ways if some]


def _counted(way: str, topics: list[Topic]) -> Sparks:
    ends = [next((end for end in ENDS if end in one.tags), "") for one in topics]
    landed, missed = (ends.count(end) for end in ENDS)
    waiting = sum(not set(ENDS) & set(one.tags) and one.status != "dropped" for one in topics)
    return Sparks(way, landed, missed, waiting)


def unsaid(meeting: Meeting) -> list[Topic]:
    """The sparks of a meeting of which it was not said whether they landed."""
    return [one for one in meeting.topics if is_spark(one) and not set(ENDS) & set(one.tags)]
