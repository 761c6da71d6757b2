"""What a command works with: the journal, the clock, the settings, and the one place where answers go out."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from onelog.cli import aside

if TYPE_CHECKING:
    from onelog.cli.asking.terminal import Terminal
    from onelog.core import dates, periods
    from onelog.core.errors import OnelogError
    from onelog.core.model import Person
    from onelog.core.results.common import Changed, FieldChange, Logged
    from onelog.core.settings import Settings
    from onelog.store.database import Store
    from onelog.terminal.kit.screen import Screen


class App:
    """One run of onelog. What is not asked for is not made; the imports that are made late are made here."""

    always_draw = False
    """Set by the demo, which shows screens wherever it runs."""

    def __init__(self, journal: str | None = None, color: str = "auto") -> None:
        self._journal = journal
        self.color = color
        self.next_change = ""
        """The uid of the change that brings the words of this run into the journal."""
        self.terminal: Terminal | None = None
        """The terminal, held from the first question on."""
        self.prompted: tuple[str, dict[str, object]] | None = None
        """The command (and its options) whose words were typed at the prompt."""
        self.awaited: tuple[str, dict[str, object]] = ("", {})
        """The command (and its options) that failed before its words could be typed."""
        self.remark = ""
        """What is said of the words of the command once they are in the journal."""
        self.acted = False
        """Whether this run has done something that no change of the journal tells of: a backup, a setting."""
        self._open: list[Store] = []
        self._meant: dict[str, date | None] = {}
        """The days that were meant by words that are none."""

    @cached_property
    def now(self) -> datetime:
        from onelog.core import dates

        return dates.now()

    @property
    def today(self) -> date:
        return self.now.date()

    @cached_property
    def settings(self) -> "Settings":
        from onelog.core import settings

        return settings.load()

    @property
    def language(self) -> str:
        return self.settings.language

    @cached_property
    def path(self) -> Path:
        """Where the journal is: --journal or ONELOG_JOURNAL (Typer reads it), else the platform's data folder."""
        if self._journal:
            from onelog.core import files

            return files.expanded(self._journal).absolute()
        from onelog.core import settings

        return settings.place("data", "journal.db")

    @cached_property
    def store(self) -> "Store":
        """The journal to read; an empty one where there is none yet."""
        return self._opened(write=False)

    @cached_property
    def journal(self) -> "Store":
        """The journal to write; made where there is none yet."""
        store = self._opened(write=True)
        store.next_change = self.next_change
        if store.made:
            self.tell_of_folder()
        self.__dict__["store"] = store
        return store

    def _opened(self, *, write: bool) -> "Store":
        from onelog.store.database import Store

        store = Store(self.path, write=write, conventions=self.settings.conventions, waiting=self._waiting)
        self._open.append(store)
        return store

    def tell_of_folder(self) -> None:
        """Says of a new journal that the folder in which it lies is open to others."""
        from onelog.store import private

        if private.is_loose(self.path):
            self.tell("talk.open_journal")
        elif (folder := private.open_folder(self.path)) is not None:
            self.tell("talk.open_folder", folder=folder)

    def _waiting(self) -> None:
        self.tell("talk.waiting_to_write")

    def explained(self, error: Exception) -> "OnelogError | None":
        """What the store has to say about an error of the database's; None for any other."""
        file = sys.modules.get("onelog.store.database")  # no journal was opened, then it is no error of the store's
        if not file:
            return None
        from onelog.core.errors import Unreadable

        of_a_value = TypeError | ValueError | LookupError | AttributeError | ArithmeticError
        if isinstance(error, of_a_value) and not isinstance(error, UnicodeError | Unreadable) and self._is_spoiled():
            error = Unreadable()  # what nobody has written can make trouble anywhere
        known: OnelogError | None = file.explained(error, self.path, written=self.is_done)
        return known

    @property
    def is_done(self) -> bool:
        """Whether this run has done what it was to do, whatever happens to its answer."""
        return self.acted or any(store.written for store in self._open)

    def _is_spoiled(self) -> bool:
        """Whether the doctor finds something wrong inside the journal: then that is what an inner error comes from."""
        from onelog.core.results.doctor import ADVICE
        from onelog.store.vault import findings, integrity

        look = findings.Examination()
        if self.path.exists():
            integrity.inside(self.path, self.now, look)
        return any(found.level != ADVICE for found in look.findings)

    def close(self) -> None:
        for store in self._open:
            store.close()
        if self.terminal:
            from onelog.cli.asking import typed

            typed.leave(self)

    def tell_of_forms(self, person: "Person | None") -> None:
        """Says of a form of one's own that would be used for somebody, and is broken, what is wrong with it."""
        from onelog.insight import forms

        for one in forms.broken(person):
            self.talk(f"{forms.say_what_is_wrong(one)}.")
            self.tell("talk.form_not_used", name=one.key)

    # --- words to values

    def day(self, text: str | None, looking: "dates.Looking" = "back") -> date | None:
        from onelog.core import dates

        try:
            return dates.day(text, self.today, looking=looking, conventions=self.settings.conventions) if text else None
        except dates.Unclear as error:
            return self._nearest(error, looking)

    def moment(self, text: str | None, looking: "dates.Looking" = "back") -> datetime | None:
        from onelog.core import dates

        conventions = self.settings.conventions
        try:
            return dates.moment(text, self.now, looking=looking, conventions=conventions) if text else None
        except dates.Unclear as error:
            day = self._nearest(error, looking)
            return dates.moment(day.isoformat(), self.now, looking=looking, conventions=conventions)

    def _nearest(self, error: "dates.Unclear", looking: "dates.Looking") -> date:
        """The day that was meant by words that are none, on a terminal; else raises the error."""
        if error.message not in self._meant:  # asked once, however often it is read
            self._meant[error.message] = self.day_meant(error.said(self.spoken), error, self.today, looking)
        if day := self._meant[error.message]:
            return day
        raise error

    def day_meant(
        self, what: str, error: "dates.Unclear", base: date, looking: "dates.Looking" = "ahead"
    ) -> date | None:
        """The day that was meant by words that are none, of the nearest ones or another that is typed; on a terminal."""
        from onelog.cli.asking import answers
        from onelog.core import dates
        from onelog.core.errors import OnelogError

        def read(said: str) -> date | None:
            try:
                return dates.day(said, base, looking=looking, conventions=self.settings.conventions)
            except OnelogError:
                return None

        offered = [(self.said("prompt.mean_day", what=what, day=self.day_text(day)), day) for day in error.nearest]
        found = answers.meant(self, offered, read, "prompt.wants_day")
        orders: Mapping[str, date] = getattr(error, "orders", {})
        for order in [order for order, day in orders.items() if day == found]:
            self.tell("talk.date_order", order=order)
        return found

    def day_text(self, day: date) -> str:
        """`Fri 4 Dec 2026`: a day in the language of the screen, as it is asked about."""
        from onelog.core import dates

        return dates.day_text(day, self.language, weekday=True)

    def period(self, text: str) -> "periods.Period":
        from onelog.core import periods

        return periods.period(text, self.today, conventions=self.settings.conventions)

    def span(self, words: "Sequence[str] | None") -> "periods.Period":
        """The period in somebody's words; without any the running quarter."""
        from onelog.core import periods

        if words:
            return self.period(" ".join(words))
        return periods.quarter(self.today, self.settings.fiscal_year_start)

    def begun(self, words: "Sequence[str] | None") -> "periods.Period":
        """As `span`, of a period that has begun: nothing can be looked back on before. Raises `Wrong`."""
        found = self.span(words)
        if found.start > self.today:
            from onelog.core.errors import Wrong

            raise Wrong("value.not_begun", period=found.name, running=self.span(None).name)
        return found

    def person(self, word: str | None) -> "Person | None":
        from onelog.core.errors import Ambiguous
        from onelog.insight import resolve

        try:
            return resolve.person(self.store, word) if word else None
        except Ambiguous as error:
            if not self.can_ask:
                raise
            from onelog.cli.asking import whom

            return resolve.person(self.store, whom.pick(self, error))

    # --- answers

    @cached_property
    def on_terminal(self) -> bool:
        return self.always_draw or sys.stdout.isatty()

    @cached_property
    def screen(self) -> "Screen":
        from onelog.terminal.kit.screen import Screen

        return Screen(sys.stdout, language=self.language, color=self.color, names=self._everybody)

    def _everybody(self) -> "list[str]":
        from onelog.store import people

        return people.names(self.store)

    def show(self, value: Any, json: bool = False, *, day: date | None = None, **drawn: Any) -> None:
        """The answer: JSON when asked for, drawn on a terminal, else one plain line a record; as of today, or of `day`.

        The value's type says how (`core/presenter.py`); a list is a `Listed`.
        """
        day = day or self.today
        if json:
            self.json(self.as_json(value, day))
        elif self.on_terminal:
            from onelog import terminal

            terminal.draw(self.screen, value, day, **drawn)
        else:
            from onelog.formats.tsv import lines

            for line in lines(value, day):
                self.write(line + "\n")

    def explain(self, *names: str, json: bool = False) -> None:
        """What the numbers of a screen mean: the measures of these names, the answer of `--explain`."""
        from onelog.core import glossary
        from onelog.core.presenter import Listed
        from onelog.core.results.lessons import Explained

        self.show(Listed(Explained, [glossary.explained(name, self.language) for name in names]), json)

    def as_json(self, value: Any, day: date | None = None) -> Any:
        """What `--json` says of a value, as of today or of a day."""
        day = day or self.today
        from onelog.formats.json_results import result_json

        return result_json(value, day)

    def json(self, value: Any) -> None:
        import json

        self.write(json.dumps(value, indent=2) + "\n")

    def changed(self, changed: "Changed", json: bool = False) -> None:
        """What a command did: the records in JSON or in a pipe, a word and a way back on a terminal.

        A private record has its words where this run wrote them, or on a terminal where it was named by its id.
        """
        from onelog.core.model import Meeting

        is_line = bool(changed.fields) or not any(isinstance(one, Meeting) for one in changed.records)
        named = self.on_terminal and not json and is_line
        records, left, id_ = (changed.records, {}, "") if named else self._discreet(changed.records)
        self._changed(changed._replace(records=records, fields=changed.fields if named else _discreet(changed)), json)
        self.without_words(left, f"onelog {'history' if changed.verb == 'deleted' else 'show'} {id_} --private")

    def _changed(self, changed: "Changed", json: bool) -> None:
        if json:
            records = [self.as_json(r) for r in changed.records]
            self.json(records[0] if len(records) == 1 else records)
        elif self.on_terminal:
            from onelog import terminal

            terminal.draw(self.screen, changed, self.today)
            return
        else:
            from onelog.formats.tsv import line

            for record in changed.records:
                self.write(line(record, self.today) + "\n")
            self._talk_of_fields(changed.fields)
        self.talk_of(changed.troubles, changed.new_people, changed.mended_in)
        self.way_back(json)

    def _talk_of_fields(self, fields: "Sequence[FieldChange]") -> None:
        from onelog.core.results.field_changes import say_change

        for one in fields:
            self.talk(f"{one.id}: {say_change(one, self.today, self.language)}")

    def logged(self, logged: "Logged", json: bool = False) -> "Logged":
        """What came of a meeting or a note, and what of it was shown: of private lines those that this run wrote."""
        (meeting,), left, id_ = self._discreet([logged.meeting])
        decided, others, other = self._discreet(logged.decided)
        logged = logged._replace(meeting=meeting, decided=decided)
        if self.on_terminal and not json:
            from onelog import terminal

            terminal.draw(self.screen, logged, self.today)
        else:
            self.show(logged.meeting, json)
            self.talk_of(logged.troubles, logged.new_people, logged.meeting.id)
            self.way_back(json)
        self.left_out(left, command=f"onelog show {id_} --private")
        self.without_words({} if json else others, f"onelog show {other} --private")
        return logged

    def _discreet(self, records: Sequence[Any]) -> tuple[tuple[Any, ...], Mapping[str, int], str]:
        """The records without private words but those of this run, how many are left out by kind, and the first id."""
        from onelog.markdown import privacy

        named = self.store.named
        left = {one.uid: privacy.private_kind(one) for record in records for one in privacy.hidden(record, named)}
        first = next((record.id for record in records if privacy.hidden(record, named)), "")
        kinds = list(left.values())
        return tuple(privacy.discreet(r, named) for r in records), {kind: kinds.count(kind) for kind in kinds}, first

    def way_back(self, json: bool) -> None:
        """How to take a change back, said in a pipe as well; a script that reads JSON knows."""
        if self.remark:
            self.talk(self.remark)
        if not json:
            self.tell("talk.undo")

    def say_late(self) -> None:
        """Takes away what an open editor saved of what was forgotten, and says so."""
        from onelog.journal import drafts

        if times := drafts.take_late(self.path):
            self.tell("talk.saved_late", n=times)

    def talk_of(self, troubles: Sequence[tuple[int, str]], new_people: Sequence[str], id_: str = "") -> None:
        """Whom a text made new, what in it was not understood, and where that is mended: in the record with this id."""
        from onelog.core.sanitize import quoted_name

        for name in new_people:
            self.tell("talk.is_new", name=name, quoted=quoted_name(name))
        for line, what in troubles:
            self.tell("talk.in_line", line=line, what=what)
        if troubles and id_:
            self.tell("talk.set_right", id=id_)

    def tells_private(self, private: bool, asked: bool, json: bool) -> bool:
        """Whether concerns and private notes are shown: with --private, or `asked` for alone and on a terminal."""
        return private or (asked and self.on_terminal and not json)

    def left_out(self, kinds: Mapping[str, int], key: str = "talk.left_out", command: str = "--private") -> None:
        """Says how many records of private kinds are not in the answer, and what brings them in."""
        if any(kinds.values()):
            self.tell(key, listed=_counted(kinds), command=command)

    def without_words(self, kinds: Mapping[str, int], command: str = "--private") -> None:
        """Says how many records of private kinds are in the answer without their words, and what shows these."""
        if any(kinds.values()):
            self.tell("talk.without_words", listed=_counted(kinds), command=command)

    def text(self, text: str) -> None:
        """A document: as it is; on a terminal nothing is hidden in it."""
        from onelog.core import sanitize

        self.write(sanitize.safe(text) if self.on_terminal else sanitize.storable(text))

    def write(self, text: str) -> None:
        sys.stdout.write(text)

    def talk(self, words: str) -> None:
        """Everything that is not the answer."""
        aside.say(words)

    def tell(self, key: str, /, **values: object) -> None:
        """As `talk`, a phrase with its values."""
        self.talk(self.said(key, **values))

    def said(self, key: str, /, **values: object) -> str:
        """A phrase with its values in the language that is set; a value may be a message."""
        from onelog.core.errors import Message

        return Message(key, **values).said(self.spoken)

    @property
    def spoken(self) -> str:
        """The language in which onelog speaks, also where other settings cannot be taken."""
        from onelog.core import settings

        return self.settings.language if "settings" in self.__dict__ else settings.spoken()

    # --- asking

    @property
    def can_ask(self) -> bool:
        """Whether somebody sits at a terminal who can answer."""
        return bool(sys.stdin and sys.stdin.isatty() and sys.stderr.isatty())

    def confirm(self, question: str) -> bool:
        """Yes or no, on a terminal; no where nobody can be asked."""
        from onelog.cli.asking import answers

        return answers.confirm(self, question)

    def ask_briefly(self, question: str) -> str:
        """A word or a line that is typed after a question is there, never before; "" where nobody can be asked."""
        if not self.can_ask:
            return ""
        from onelog.cli.asking import terminal

        self.terminal = self.terminal or terminal.hold()
        return " ".join((terminal.ask_briefly(question, self.terminal) or "").split())


def _discreet(changed: "Changed") -> "tuple[FieldChange, ...]":
    """The changes of fields, without what is private in them."""
    from onelog.markdown import privacy

    hidden = {one.id for one in changed.records if privacy.private_kind(one)}
    return tuple(one._replace(before=None, after=None) if one.id in hidden else one for one in changed.fields)


def _counted(kinds: Mapping[str, int]) -> object:
    """`2 concerns and 1 private`, 懸念2件、非公開1件."""
    from onelog.core.errors import Message, joined_by_and

    counts = [Message(f"n_{kind.replace(' ', '_')}", n=n) for kind, n in sorted(kinds.items()) if n]
    return joined_by_and(counts)


class Ctx(typer.Context):
    """A command's context, with the App of this run."""

    obj: App
