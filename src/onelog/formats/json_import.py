"""The records of an export, looked at one by one: what is missing, cannot be or contradicts another is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from onelog.core.errors import Damaged
from onelog.core.model import (  # fmt: skip
    ACTION_STATES,
    FEEDBACK,
    GOAL_STATES,
    MODES,
    MOMENT_KINDS,
    RELATIONS,
    TOPIC_STATES,
    Action,
    Answer,
    Checkin,
    Goal,
    Meeting,
    Moment,
    Person,
    Ref,
    Skip,
    Topic,
)
from onelog.core.results.common import Book
from onelog.core.sanitize import safe
from onelog.core.settings import WARNINGS
from onelog.formats import json_validate
from onelog.formats.json_records import Json
from onelog.formats.json_validate import Off, needed
from onelog.markdown import body

HINT = "Export again, and bring that in."
_GROUPS: dict[str, tuple[tuple[str, ...], str]] = {
    "people": (
        ("person",),
        "name alias aliases reading relation every rule last_met next_due overdue archived archived_on relations added",
    ),
    "goals": (
        ("goal",),
        "title person by metric start target current unit status pace parent opened closed tags checkins",
    ),
    "meetings": (
        ("meeting",),
        "person at minutes mode mood seen rating tags notes actions moments topics checkins body extra created",
    ),
    "actions": (("action",), "text owner person meeting goal due status overdue opened closed why tags outcome"),
    "moments": (MOMENT_KINDS, "text because from to person meeting at resolved tags outcome"),
    "topics": (("topic",), "text person added meeting status outcome closed why tags"),
    "checkins": (("checkin",), "goal at value text meeting"),
    "skips": (("skip",), "person at due until why"),
    "answers": (("answer",), "rule about about_uid at until text"),
}
"""Of each list of records: their kinds, and the keys they have beside id, uid and kind."""
_LISTS = ("people", "goals", "meetings", "actions", "moments", "topics", "skips", "answers")
"""The lists that stand in an export by themselves."""


class Reading:
    """One export being read: names and ids become references."""

    def __init__(self, said: Json, file: str, source: str) -> None:
        self.said, self.file, self.source = said, file, source
        self.given: dict[str, Json] = {}
        """The record that has an id or a uid."""
        self.called: set[str] = set()
        """The names and aliases of people, as they are told apart."""
        self.coming: set[str] = set()
        """Who has notes for a next meeting."""
        for name in said:
            if name not in ("onelog", *_LISTS):
                raise Damaged(f"{file}: {_shown(name)} is no list that this onelog knows; nothing was taken.", HINT)
        self.people = self.refs("people", "name")
        self.goals = self.refs("goals", "id")
        self.meetings = self.refs("meetings", "id")

    # --- the lists of an export

    def group(self, name: str) -> Iterator[tuple[int, Json]]:
        """The records of a list with their numbers."""
        group = self.said.get(name, [])
        if not isinstance(group, list):
            raise Damaged(f"{self.file}: {name} is not a list; nothing was taken.", HINT)
        for n, record in enumerate(group, 1):
            if not isinstance(record, dict):
                raise Damaged(f"{self.file}: {name}, record {n}: it is no record; nothing was taken.", HINT)
            yield n, record

    @contextmanager
    def at(self, name: str, n: int, said: Json) -> Iterator[None]:
        """Says of what is off in a record where it stands."""
        try:
            yield
        except Off as error:
            uid = said.get("uid")
            found = self.source.find(f'"{uid}"') if isinstance(uid, str) and uid else -1
            line = f", line {self.source.count(chr(10), 0, found) + 1}" if found >= 0 else ""
            raise Damaged(f"{self.file}{line}: {name}, record {n}: {error}; nothing was taken.", HINT) from error

    def refs(self, name: str, label: str) -> dict[str, Ref]:
        """What others point at, by the label that they say."""
        found: dict[str, Ref] = {}
        for n, said in self.group(name):
            with self.at(name, n, said):
                ref = Ref(json_validate.uid(said), json_validate.line(said, label))
                if ref.label in found:
                    raise Off(f"{label} is another one's too")
                found[ref.label] = ref
        return found

    def book(self) -> Book:
        book = Book(
            period=None,
            people=self.all("people", self.person),
            meetings=self.all("meetings", self.meeting),
            actions=self.all("actions", self.action),
            moments=self.all("moments", self.moment),
            topics=self.all("topics", self.topic),
            goals=self.all("goals", self.goal),
            skips=self.all("skips", self.skip),
            answers=self.all("answers", self.answer),  # these last: they name any of the others
        )
        self.no_circle(book.goals)
        return book

    def all(self, name: str, read: Any) -> tuple[Any, ...]:
        records = []
        for n, said in self.group(name):
            with self.at(name, n, said):
                records.append(read(said))
        return tuple(records)

    def no_circle(self, goals: tuple[Goal, ...]) -> None:
        parents = {goal.uid: goal.parent.uid for goal in goals if goal.parent}
        for n, goal in enumerate(goals, 1):
            above, seen = parents.get(goal.uid), {goal.uid}
            while above and above not in seen:
                seen.add(above)
                above = parents.get(above)
            if above:
                raise Damaged(f"{self.file}: goals, record {n}: it is under itself; nothing was taken.", HINT)

    # --- what others are called by

    def named(self, said: Json, group: str) -> tuple[str, str]:
        """The uid and the id of a record, which is what its list says, and says nothing that is not known."""
        kinds, keys = _GROUPS[group]
        if unknown := said.keys() - {"id", "uid", "kind", *keys.split()}:
            raise Off(f"{_shown(min(unknown))} is no key that this onelog knows")
        json_validate.one_of(said, "kind", kinds)
        uid, id_ = json_validate.uid(said), json_validate.id_(said)
        for name in (uid, id_):
            other = self.given.setdefault(name, said)
            if other is not said and not (group == "checkins" and other == said):  # with its goal and in its meeting
                raise Off("its id or uid is another record's too")
        return uid, id_

    def who(self, said: Json, key: str) -> Ref | None:
        name = json_validate.text(said, key)
        return None if name == "me" else self.ref(self.people, key, name)

    def ref(self, known: dict[str, Ref], key: str, label: str | None) -> Ref | None:
        if label is None:
            return None
        if label not in known:
            raise Off(f"{key} is {_shown(label)}, which this file does not have")
        return known[label]

    def goal_of(self, said: Json, key: str) -> Ref | None:
        return self.ref(self.goals, key, json_validate.text(said, key))

    def met(self, said: Json, inside: str = "") -> Ref | None:
        """The meeting of a record, which is the one it stands in."""
        label = json_validate.text(said, "meeting")
        if inside and label != inside:
            raise Off("meeting is not the one it stands in")
        return self.ref(self.meetings, "meeting", label)

    # --- one record of each kind

    def person(self, p: Json) -> Person:
        uid, id_ = self.named(p, "people")
        history = tuple(
            (needed(json_validate.day, r, "since"), json_validate.one_of(r, "relation", RELATIONS))
            for r in json_validate.each(p, "relations")
        )
        every, rule = json_validate.every(p), json_validate.rule(p)
        if (every is None) != (rule is None):
            raise Off("every and rule do not go together")
        name, alias, more = json_validate.line(p, "name"), json_validate.words(p, "alias"), _more_aliases(p)
        words = {word.casefold() for word in (name, alias, *more) if word}
        if words & self.called:
            raise Off("its name or alias is another one's too")
        self.called |= words
        return Person(
            uid, id_, name, alias, json_validate.maybe(p, "relation", RELATIONS), every, rule,
            json_validate.day(p, "archived_on"), history, needed(json_validate.day, p, "added"), more_aliases=more,
            reading=json_validate.words(p, "reading") if "reading" in p else None,
        )  # fmt: skip

    def meeting(self, m: Json) -> Meeting:
        uid, id_ = self.named(m, "meetings")
        met = Meeting(
            uid, id_, needed(self.who, m, "person"), json_validate.time(m, "at"), json_validate.whole(m, "minutes", 1440),
            json_validate.maybe(m, "mode", MODES), json_validate.whole(m, "mood", 5), json_validate.whole(m, "seen", 5),
            json_validate.whole(m, "rating", 5), json_validate.tags(m), body.tidy(needed(json_validate.text, m, "body")), json_validate.front_lines(m),
            needed(json_validate.time, m, "created"), tuple(self.action(a, id_) for a in json_validate.each(m, "actions")),
            tuple(self.moment(x, id_) for x in json_validate.each(m, "moments")),
            tuple(self.topic(t, id_) for t in json_validate.each(m, "topics")),
            tuple(self.checkin(c, id_) for c in json_validate.each(m, "checkins")),
        )  # fmt: skip
        if met.at is None and met.person.uid in self.coming:
            raise Off("its person has notes for the next meeting already")
        self.coming |= {met.person.uid} if met.at is None else set()
        return _in_place(met)

    def action(self, a: Json, inside: str = "") -> Action:
        uid, id_ = self.named(a, "actions")
        return Action(
            uid, id_, json_validate.line(a, "text"), self.who(a, "owner"), self.who(a, "person"), self.met(a, inside),
            self.goal_of(a, "goal"), json_validate.day(a, "due"), json_validate.one_of(a, "status", ACTION_STATES),
            needed(json_validate.day, a, "opened"), json_validate.day(a, "closed"), json_validate.words(a, "why"), json_validate.tags(a),
            _outcome(a),
        )  # fmt: skip

    def moment(self, m: Json, inside: str = "") -> Moment:
        uid, id_ = self.named(m, "moments")
        kind = json_validate.one_of(m, "kind", MOMENT_KINDS)
        giver, receiver = (self.who(m, "from"), self.who(m, "to")) if kind in FEEDBACK else (None, None)
        return Moment(
            uid, id_, kind, json_validate.line(m, "text"), json_validate.words(m, "because"), giver, receiver, self.who(m, "person"),
            self.met(m, inside), needed(json_validate.time, m, "at"), json_validate.day(m, "resolved"), json_validate.tags(m),
            _outcome(m) if kind == "concern" else None,
        )  # fmt: skip

    def topic(self, t: Json, inside: str = "") -> Topic:
        uid, id_ = self.named(t, "topics")
        return Topic(
            uid, id_, json_validate.line(t, "text"), self.who(t, "person"), self.met(t, inside), needed(json_validate.day, t, "added"),
            json_validate.one_of(t, "status", TOPIC_STATES), json_validate.day(t, "closed"), json_validate.words(t, "why"), json_validate.tags(t),
            _outcome(t),
        )  # fmt: skip

    def goal(self, g: Json) -> Goal:
        uid, id_ = self.named(g, "goals")
        return Goal(
            uid, id_, json_validate.line(g, "title"), self.who(g, "person"), json_validate.day(g, "by"), json_validate.words(g, "metric"),
            json_validate.number(g, "start"), json_validate.number(g, "target"), json_validate.words(g, "unit"),
            json_validate.one_of(g, "status", GOAL_STATES), self.goal_of(g, "parent"), needed(json_validate.day, g, "opened"),
            json_validate.day(g, "closed"), json_validate.tags(g), tuple(self.look(c, id_) for c in json_validate.each(g, "checkins")),
        )  # fmt: skip

    def look(self, c: Json, goal: str) -> Checkin:
        """A check-in that stands with its goal; it may be from a meeting that a part of a journal does not have."""
        if json_validate.text(c, "goal") != goal:
            raise Off("goal is not the one it stands with")
        return self.checkin(c, elsewhere=json_validate.text(c, "meeting") not in self.meetings)

    def checkin(self, c: Json, inside: str = "", *, elsewhere: bool = False) -> Checkin:
        uid, id_ = self.named(c, "checkins")
        return Checkin(
            uid, id_, needed(self.goal_of, c, "goal"), needed(json_validate.time, c, "at"), json_validate.number(c, "value"),
            needed(json_validate.words, c, "text"), None if elsewhere else self.met(c, inside),
        )  # fmt: skip

    def skip(self, s: Json) -> Skip:
        uid, id_ = self.named(s, "skips")
        at, until = needed(json_validate.day, s, "at"), json_validate.day(s, "until")
        if until and until <= at:
            raise Off("until is not after at")
        return Skip(
            uid, id_, needed(self.who, s, "person"), at, json_validate.day(s, "due"), until, needed(json_validate.words, s, "why")
        )  # fmt: skip

    def answer(self, a: Json) -> Answer:
        uid, id_ = self.named(a, "answers")
        at, until = needed(json_validate.day, a, "at"), needed(json_validate.day, a, "until")
        if until <= at:
            raise Off("until is not after at")
        rule, about = json_validate.one_of(a, "rule", WARNINGS), self.about(a)
        return Answer(uid, id_, rule, about, at, until, needed(json_validate.words, a, "text"))

    def about(self, a: Json) -> Ref:
        """What a warning is about that was answered: a person by name, or any other record by its id."""
        uid, label = json_validate.uid(a, "about_uid"), json_validate.line(a, "about")
        said = self.given.get(uid, {})
        if said.get("uid") != uid or said["kind"] == "answer":
            raise Off(f"about is {_shown(label)}, which this file does not have")
        if label != json_validate.line(said, "name" if said["kind"] == "person" else "id"):
            raise Off("about and about_uid are not of one record")
        return Ref(uid, label)


def _outcome(said: Json) -> str | None:
    """What came of it; an export of an older onelog has none."""
    return json_validate.words(said, "outcome") if "outcome" in said else None


def _more_aliases(said: Json) -> tuple[str, ...]:
    """The aliases beside the first one; an export of an older onelog has none."""
    found = said.get("aliases") or []
    if not isinstance(found, list) or not all(
        isinstance(one, str) and one.strip() and "\n" not in one for one in found
    ):
        raise Off("aliases is wrong")
    if found and found[0] != said.get("alias"):
        raise Off("alias is not the first of aliases")
    return tuple(found[1:])


def _in_place(met: Meeting) -> Meeting:
    """The meeting, unless its text has a place for a record that it does not have."""
    inside = {record.id for group in (met.actions, met.moments, met.topics, met.checkins) for record in group}
    places = [line.id for line in body.lines_of(met.body) if isinstance(line, body.Slot)]
    if len(set(places)) < len(places) or not inside.issuperset(places):
        raise Off("body has a place for a record that is not there")
    return met


def _shown(word: str) -> str:
    return repr(safe(word, newlines=False)[:40])
