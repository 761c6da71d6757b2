"""A journal by chance in which every text is a word of its own: where each should be, and whose it is, is known."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from random_journal import BEGIN, exported_documents

from onelog.core.errors import OnelogError
from onelog.core.model import Action, Meeting, Moment, Topic
from onelog.core.selection import Selection
from onelog.journal import delete as trash
from onelog.journal import edit, follow_up, log, merge_people
from onelog.journal.imports import import_documents
from onelog.journal.prepared import agenda
from onelog.markdown import body, document
from onelog.markdown.document import Fields
from onelog.store import as_of, changelog, meetings, people, records
from onelog.store.database import Store

WORD = re.compile(r"w\d+w")


class Planting:
    """A journal with three people under someone's hands. A further way to correct one is a method, and its name in `ACTS`."""

    ACTS = (
        "note", "park", "aha", "log", "log", "log_late", "prepare", "prepare", "hand_in", "hand_in", "hand_in", "edit", "move",
        "delete", "close", "reopen", "undo", "redo", "give", "give_by_import",
        "merge",
    )  # fmt: skip

    def __init__(self, store: Store, seed: int) -> None:
        self.store, self.seed, self.chance, self.now = store, seed, Random(seed), BEGIN  # noqa: S311 - chance, no secret
        self.did: list[str] = []
        self.planted: dict[str, int] = {}
        """Word -> the change that brought it."""
        self.removed: list[tuple[int, frozenset[str]]] = []
        """(The change that took words out, the words)."""
        self.said_in: dict[str, str] = {}
        """Word -> the meeting in which it was said; for all others it was gathered, or is of no meeting."""
        self.gathered: list[tuple[int, str, str]] = []
        """(Since which change, word, for whom it was gathered)."""
        self.merged: list[tuple[int, str, str]] = []
        """(The change that made two people one, who went, who stayed)."""
        self.documents: list[tuple[str, str]] = []
        """(With whom, what was prepared)."""

    def step(self) -> None:
        self.now += timedelta(hours=self.chance.choice([1, 5, 30]))
        act = getattr(self, self.chance.choice(self.ACTS))
        self.did.append(act.__name__)
        self.fresh: list[str] = []
        self.gone: frozenset[str] = frozenset()
        self.whose: dict[str, str] = {}
        before = self.newest()
        try:
            act()
        except OnelogError as error:
            self.did[-1] += f" refused: {error.message}"
            assert self.newest() == before
            return
        if (n := self.newest()) > before and act not in (self.undo, self.redo):
            self.planted |= dict.fromkeys(self.fresh, n)
            self.removed.append((n, self.gone))
            self.gathered += [(n, word, who) for word, who in self.whose.items()]

    def newest(self) -> int:
        return as_of.newest(self.store)

    def check(self) -> None:
        """Every word that should be there is there once; every other one is not there."""
        undone = {n for (n,) in self.store.db.execute("SELECT n FROM change WHERE undone = 1")}
        gone = {word for n, words in self.removed if n not in undone for word in words}
        everything = exported_documents(self.store)
        there = {word: everything.count(word) for word in self.planted}
        should = {word: int(n not in undone and word not in gone) for word, n in self.planted.items()}
        assert there == should, f"seed {self.seed}: {self.did}"

    def check_whose(self) -> None:
        """What was gathered for somebody stands with nobody else, in no note and no record."""
        undone = {n for (n,) in self.store.db.execute("SELECT n FROM change WHERE undone = 1")}
        whose = {word: who for n, word, who in self.gathered if n not in undone}
        for n, old, into in self.merged:
            whose |= {word: into for word, who in whose.items() if who == old and n not in undone}
        for text, who in self.places():
            others = {word: whose[word] for word in WORD.findall(text) if whose.get(word, who) != who}
            assert not others, f"{text!r} is with {who}; seed {self.seed}: {self.did}"

    def places(self) -> Iterator[tuple[str, str]]:
        """Every note and every record, and with whom it stands; a record in a meeting stands with that one's person."""
        for met in (*meetings.newest(self.store), *meetings.gathered(self.store)):
            yield body.notes_of(met.body), met.person.label
            inside: list[Action | Moment | Topic] = [*met.actions, *met.moments, *met.topics]
            for one in inside:
                yield one.text, met.person.label
                assert one.person == met.person, f"{one} in {met.id}; seed {self.seed}: {self.did}"
                assert f"^{one.id}" in met.body
            for id_ in re.findall(r"^- \^(\w+)$", met.body, re.MULTILINE):
                assert id_ in {one.id for one in inside}, self.did

    # --- what somebody does

    def word(self) -> str:
        self.fresh.append(f"w{len(self.planted) + len(self.fresh)}w")
        return self.fresh[-1]

    def text(self) -> str:
        """A few lines of all kinds, each with a word of its own."""
        kinds = ("", "", "a: ", "a: @them ", "t: ", "c: ", "aha: ", "x: ", "- [ ] ", "- [x] ", "## ")
        return "\n".join(f"{self.chance.choice(kinds)}{self.word()}" for _ in range(self.chance.randint(1, 4)))

    def who(self) -> str:
        return self.chance.choice(["Mia", "Mia", "Mia", "Ben", "花子"])

    def note(self) -> None:
        who, text = self.who(), self.text()
        log.note_for_next(self.store, who, text, self.now)
        self.whose = dict.fromkeys(self.fresh, who)

    def park(self) -> None:
        who = self.who()
        follow_up.park(self.store, who, self.word(), self.now)
        self.whose = dict.fromkeys(self.fresh, who)

    def aha(self) -> None:
        follow_up.add(self.store, "aha", self.word(), self.now, self.who(), new=True)

    def log(self) -> None:
        at = Fields(self.now + timedelta(days=self.chance.choice([0, -1, -9])))
        self.met(log.log_meeting(self.store, self.who(), self.text(), self.now, at).meeting)

    def met(self, meeting: Meeting) -> None:
        self.said_in |= dict.fromkeys(self.fresh, meeting.uid)

    def log_late(self) -> None:
        """Words that were left by a crash, brought back with the time they were typed."""
        now = self.now - timedelta(days=self.chance.choice([0, 2]))
        self.met(log.log_meeting(self.store, self.who(), self.text(), now).meeting)

    def prepare(self) -> None:
        someone = self.chance.choice(people.everybody(self.store) or [None])
        if someone:
            private, language = self.chance.random() < 0.5, self.chance.choice(["en", "ja"])
            text = agenda.document_for(self.store, someone, self.now.date(), language, private=private)
            self.documents.append((someone.name, text))

    def hand_in(self) -> None:
        """A prepared document, perhaps of long ago, with some boxes ticked, some lines taken out and words at its end."""
        if not self.documents:
            return
        name, text = self.documents[-1] if self.chance.random() < 0.6 else self.chance.choice(self.documents)
        lines = [self.ticked(line) for line in text.split("\n")]
        lines = [line for line in lines if not (re.search(r"\^\w+$", line) and self.chance.random() < 0.1)]
        at = Fields(self.now - timedelta(days=self.chance.choice([0, 0, 0, 3])))
        self.met(log.log_meeting(self.store, name, "\n".join([*lines, self.text()]), self.now, at).meeting)

    def ticked(self, line: str) -> str:
        return line.replace("[ ]", self.chance.choice(["[x]", "[-]", "[ ]", "[ ]"]), 1) if "^" in line else line

    def any_of(self, *kinds: type) -> Any:
        found: list[Any] = [
            *records.topics(self.store, Selection(closed=True)), *records.actions(self.store, Selection(closed=True)),
            *records.moments(self.store, Selection(private=True)), *meetings.newest(self.store), *meetings.gathered(self.store),
        ]  # fmt: skip
        fitting = [record for record in found if isinstance(record, kinds)]
        return self.chance.choice(fitting) if fitting else None

    def edit(self) -> None:
        if meeting := self.any_of(Meeting):
            text = document.write(meeting, blanks=True)
            edit.apply_edit(self.store, meeting, f"{text}\n{self.text()}", self.now)
            if meeting.at:
                self.met(meeting)
            else:
                self.whose = dict.fromkeys(self.fresh, meeting.person.label)

    def move(self) -> None:
        meeting = self.any_of(Meeting)
        if meeting and meeting.at:
            at = meeting.at + timedelta(days=self.chance.choice([-5, 1, 3]))
            text = document.write(replace(meeting, at=at), blanks=True)
            edit.apply_edit(self.store, meeting, text, self.now)

    def given(self) -> tuple[Meeting, str, str] | None:
        """A meeting, its document with another person, and who that is; notes for a coming one are that one's from now on."""
        meeting, to = self.any_of(Meeting), self.who()
        if meeting is None or meeting.person.label == to or to not in [p.name for p in people.everybody(self.store)]:
            return None
        text = document.write(meeting, blanks=True)
        if meeting.at is None:
            self.whose = dict.fromkeys(WORD.findall(text), to)
        return meeting, text.replace(f"with: {meeting.person.label}", f"with: {to}"), to

    def give(self) -> None:
        """A meeting turns out to be another person's; sometimes more was changed in it at the same time."""
        if found := self.given():
            meeting, text, to = found
            lines = text.split("\n")
            if self.chance.random() < 0.3:
                lines = [line for line in lines if not (re.search(r"\^\w+$", line) and self.chance.random() < 0.3)]
            if self.chance.random() < 0.3:
                lines = [*lines, self.text()]
                self.met(meeting)
                self.whose |= dict.fromkeys(self.fresh, to) if meeting.at is None else {}
            edit.apply_edit(self.store, meeting, "\n".join(lines), self.now)

    def give_by_import(self) -> None:
        if found := self.given():
            import_documents.documents(self.store, [import_documents.IncomingDocument("a.md", 1, found[1])], self.now)

    def merge(self) -> None:
        """Two people turn out to be one; not often, or soon there would be one person only."""
        found = [person.name for person in people.everybody(self.store)]
        if len(found) > 1 and self.chance.random() < 0.2:
            old, into = self.chance.sample(found, 2)
            merge_people.merge(self.store, old, into, self.now)
            self.merged.append((self.newest(), old, into))

    def delete(self) -> None:
        record = self.any_of(Meeting, Action, Topic, Moment)
        if record and self.chance.random() < 0.5:
            text = document.write(record) if isinstance(record, Meeting) else record.text
            is_met = isinstance(record, Meeting) and record.at
            words = WORD.findall(text)
            self.gone = frozenset(w for w in words if not is_met or self.said_in.get(w) == record.uid)
            trash.delete_records(self.store, record.id, self.now)

    def close(self) -> None:
        if record := self.any_of(Action, Topic):
            follow_up.close(
                self.store, [record.id], self.now.date(), None, self.chance.choice(["done", "dropped"]), self.now
            )

    def reopen(self) -> None:
        if record := self.any_of(Action, Topic):
            follow_up.reopen(self.store, [record.id], self.now)

    def undo(self) -> None:
        changelog.undo(self.store, self.chance.choice([1, 1, 2, 4]), self.now)

    def redo(self) -> None:
        changelog.redo(self.store, self.chance.choice([1, 2]), self.now)
