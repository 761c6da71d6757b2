"""The records of an export, looked at one by one: what is missing, cannot be or contradicts another is refused.

All that is wrong is said at once.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from onelog.core.errors import Damaged, Message, OnelogError, check_none
from onelog.core.fields import FIELDS, Field, stored
from onelog.core.kinds import KINDS
from onelog.core.model import MOMENT_KINDS, Action, Answer, Checkin, Goal, Meeting, Moment, Person, Ref, Skip, Topic
from onelog.core.results.common import Book
from onelog.core.sanitize import safe
from onelog.formats import json_validate
from onelog.formats.json_records import Json
from onelog.formats.json_validate import Off, check_right, gathered, needed
from onelog.markdown import body

T = TypeVar("T")
_GROUPS: dict[str, type] = {
    "people": Person,
    "goals": Goal,
    "meetings": Meeting,
    "actions": Action,
    "moments": Moment,
    "topics": Topic,
    "checkins": Checkin,
    "skips": Skip,
    "answers": Answer,
}
"""What each list of records holds."""
_KEYS = {kind: {"id", "uid", "kind", *(field.key for field in fields if field.key)} for kind, fields in FIELDS.items()}
"""The keys that a record of each kind has."""
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
        self.refused: dict[tuple[str, int], list[OnelogError]] = {}
        """What is wrong, by the list and the number of the record, 0 for a list as a whole."""
        self.unsure: list[str] = []
        """Lists of which some record cannot be pointed at: nothing is wrong with what may mean that."""
        for name in said:
            if name not in ("onelog", *_LISTS):
                self.refused[(name, 0)] = [Damaged("export.unknown_list", file=file, name=_shown(name))]
        self.people = self.refs("people", "name")
        self.goals = self.refs("goals", "id")
        self.meetings = self.refs("meetings", "id")

    # --- the lists of an export

    def group(self, name: str) -> Iterator[tuple[int, Json]]:
        """The records of a list with their numbers."""
        group = self.said.get(name, [])
        if not isinstance(group, list):
            self.refused[(name, 0)] = [Damaged("export.not_a_list", file=self.file, name=name)]
            return
        for n, record in enumerate(group, 1):
            if isinstance(record, dict):
                yield n, record
            else:
                self.refused[(name, n)] = [Damaged("export.not_a_record", file=self.file, name=name, n=n)]

    @contextmanager
    def at(self, name: str, n: int, said: Json) -> Iterator[None]:
        """Keeps what is off in a record, and where it stands."""
        try:
            yield
        except Off as error:
            uid = said.get("uid")
            found = self.source.find(f'"{uid}"') if isinstance(uid, str) and uid else -1
            at = Message("errors.export.line", line=self.source.count("\n", 0, found) + 1) if found >= 0 else ""
            whys = [Damaged("export.bad_record", file=self.file, at=at, name=name, n=n, why=w) for w in error.messages]
            said_so = self.refused.setdefault((name, n), [])
            said_so += [why for why in whys if why.message not in {one.message for one in said_so}]

    def refs(self, name: str, label: str) -> dict[str, Ref]:
        """What others point at, by the label that they say."""
        found: dict[str, Ref] = {}
        for n, said in self.group(name):
            with self.at(name, n, said):
                ref = Ref(json_validate.uid(said), json_validate.line(said, label))
                if ref.label in found:
                    raise Off("export.label_taken", key=label)
                found[ref.label] = ref
            if isinstance(word := said.get(label), str):
                found.setdefault(word, Ref("", word))  # nothing is wrong with what points at a record that is
            else:
                self.unsure.append(name)
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
        if not self.refused:
            self.no_circle(book.goals)
        check_none([error for errors in self.refused.values() for error in errors])
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
                raise Damaged("export.under_itself", file=self.file, n=n)

    # --- what others are called by

    def named(self, said: Json, group: str) -> tuple[str, str]:
        """The uid and the id of a record, which is what its list says, and says nothing that is not known."""
        type_ = _GROUPS[group]
        if unknown := said.keys() - _KEYS[type_]:
            raise Off("export.unknown_key", word=_shown(min(unknown)))
        json_validate.one_of(said, "kind", MOMENT_KINDS if type_ is Moment else (KINDS[type_],))
        uid, id_ = json_validate.uid(said), json_validate.id_(said)
        for name in (uid, id_):
            other = self.given.setdefault(name, said)
            if other is not said and not (group == "checkins" and other == said):  # with its goal and in its meeting
                raise Off("export.id_taken")
        return uid, id_

    def who(self, said: Json, key: str) -> Ref | None:
        name = json_validate.text(said, key)
        return None if name == "me" else self.ref("people", self.people, key, name)

    def ref(self, group: str, known: dict[str, Ref], key: str, label: str | None) -> Ref | None:
        if label is None:
            return None
        if label not in known and group not in self.unsure:
            raise Off("export.not_in_file", key=key, label=_shown(label))
        return known.get(label, Ref("", label))

    def goal_of(self, said: Json, key: str) -> Ref | None:
        return self.ref("goals", self.goals, key, json_validate.text(said, key))

    def met(self, said: Json, inside: str = "") -> Ref | None:
        """The meeting of a record, which is the one it stands in."""
        label = json_validate.text(said, "meeting")
        if inside and label != inside:
            raise Off("export.other_meeting")
        return self.ref("meetings", self.meetings, "meeting", label)

    # --- one record of each kind

    def fields(self, group: str, said: Json, inside: str = "", *, without: str = "") -> dict[str, Any]:
        """The values of a record's fields by their names, but for the one `without`, as `core/fields.py` has them."""
        uid, id_ = self.named(said, group)
        read: dict[str, Any] = {"uid": uid, "id": id_}
        wrong: list[Off] = []
        for field in stored(_GROUPS[group]):
            is_had = said["kind"] in field.only if field.only else field.name != without
            if field.key and is_had and not (field.is_late and field.key not in said):
                with gathered(wrong):
                    read[field.name] = self.value(field, said, field.key, inside)
        check_right(wrong)
        return read

    def value(self, field: Field, said: Json, key: str, inside: str) -> Any:
        """The value of one field. A record that is said to be of a meeting stands in that one (`inside`)."""
        if field.type == "ref":
            read: json_validate.FieldReader = partial(self.pointed, field, inside)
        else:
            read = json_validate.reader(field)
        return needed(read, said, key) if field.is_needed else read(said, key)

    def pointed(self, field: Field, inside: str, said: Json, key: str) -> Ref | None:
        """The record that a field points at."""
        if field.of == "meeting":
            return self.met(said, inside)
        if field.of == "goal":
            return self.goal_of(said, key)
        return self.who(said, key) if field.of else self.about(said)

    def person(self, p: Json) -> Person:
        person = Person(**self.fields("people", p), more_aliases=_more_aliases(p))
        if (person.every is None) != (person.rule is None):
            raise Off("export.every_and_rule")
        words = {word.casefold() for word in (person.name, *person.aliases) if word}
        if words & self.called:
            raise Off("export.name_taken")
        self.called |= words
        return person

    def meeting(self, m: Json) -> Meeting:
        wrong: list[Off] = []
        read: dict[str, Any] = {}
        with gathered(wrong):
            read = self.fields("meetings", m)
        id_ = str(m.get("id"))
        inside = {
            "actions": self.inside(wrong, m, "actions", id_, self.action),
            "moments": self.inside(wrong, m, "moments", id_, self.moment),
            "topics": self.inside(wrong, m, "topics", id_, self.topic),
            "checkins": self.inside(wrong, m, "checkins", id_, self.checkin),
        }
        check_right(wrong)
        met = Meeting(**{**read, **inside, "body": body.tidy(read["body"])})
        if met.at is None and met.person.uid in self.coming:
            raise Off("export.two_next")
        self.coming |= {met.person.uid} if met.at is None else set()
        return _in_place(met)

    def inside(self, wrong: list[Off], m: Json, key: str, id_: str, read: Callable[[Json, str], T]) -> tuple[T, ...]:
        """The records of one kind that stand in a meeting; keeps what is wrong with them."""
        found: list[T] = []
        with gathered(wrong):
            for said in json_validate.each(m, key):
                with gathered(wrong):
                    found.append(read(said, id_))
        return tuple(found)

    def action(self, a: Json, inside: str = "") -> Action:
        return Action(**self.fields("actions", a, inside))

    def moment(self, m: Json, inside: str = "") -> Moment:
        return Moment(**self.fields("moments", m, inside), kind=m["kind"])

    def topic(self, t: Json, inside: str = "") -> Topic:
        return Topic(**self.fields("topics", t, inside))

    def goal(self, g: Json) -> Goal:
        read = self.fields("goals", g)
        return Goal(**read, checkins=tuple(self.look(c, read["id"]) for c in json_validate.each(g, "checkins")))

    def look(self, c: Json, goal: str) -> Checkin:
        """A check-in that stands with its goal; it may be from a meeting that a part of a journal does not have."""
        if json_validate.text(c, "goal") != goal:
            raise Off("export.other_goal")
        is_elsewhere = json_validate.text(c, "meeting") not in self.meetings
        return Checkin(**self.fields("checkins", c, without="meeting" if is_elsewhere else ""))

    def checkin(self, c: Json, inside: str = "") -> Checkin:
        return Checkin(**self.fields("checkins", c, inside))

    def skip(self, s: Json) -> Skip:
        skip = Skip(**self.fields("skips", s))
        if skip.until and skip.until <= skip.at:
            raise Off("export.until_before")
        return skip

    def answer(self, a: Json) -> Answer:
        answer = Answer(**self.fields("answers", a))
        if answer.until <= answer.at:
            raise Off("export.until_before")
        return answer

    def about(self, a: Json) -> Ref:
        """What a warning is about that was answered: a person by name, or any other record by its id."""
        uid, label = json_validate.uid(a, "about_uid"), json_validate.line(a, "about")
        said = self.given.get(uid, {})
        if said.get("uid") != uid or said["kind"] == "answer":
            raise Off("export.not_in_file", key="about", label=_shown(label))
        if label != json_validate.line(said, "name" if said["kind"] == "person" else "id"):
            raise Off("export.about_two")
        return Ref(uid, label)


def _more_aliases(said: Json) -> tuple[str, ...]:
    """The aliases beside the first one; an export of an older onelog has none."""
    found = said.get("aliases") or []
    if not isinstance(found, list) or not all(
        isinstance(one, str) and one.strip() and "\n" not in one for one in found
    ):
        raise Off("export.wrong", key="aliases")
    if found and found[0] != said.get("alias"):
        raise Off("export.first_alias")
    return tuple(found[1:])


def _in_place(met: Meeting) -> Meeting:
    """The meeting, unless its text has a place for a record that it does not have."""
    inside = {record.id for group in (met.actions, met.moments, met.topics, met.checkins) for record in group}
    places = [line.id for line in body.lines_of(met.body) if isinstance(line, body.Slot)]
    if len(set(places)) < len(places) or not inside.issuperset(places):
        raise Off("export.no_record_there")
    return met


def _shown(word: str) -> str:
    return repr(safe(word, newlines=False)[:40])
