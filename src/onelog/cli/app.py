"""What a command works with: the run and its journal, words made values, and the one place where answers go out."""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import typer

from onelog.cli.run import Run

if TYPE_CHECKING:
    from onelog.core.calendar import dates, periods
    from onelog.core.model import Person
    from onelog.core.results.common import Changed, Logged
    from onelog.terminal.kit.screen import Screen


class App(Run):
    """The run, as a command has it: it reads words, asks, and shows."""

    always_draw = False
    """Set by the demo, which shows screens wherever it runs."""

    def close(self) -> None:
        super().close()
        if self.terminal:
            from onelog.cli.asking import typed

            typed.leave(self)

    def tell_of_forms(self, person: "Person | None") -> None:
        """Says of a form of one's own that would be used for somebody, and is broken, what is wrong with it."""
        from onelog.insight import forms

        for one in forms.broken(person):
            self.tell("talk.form_not_used", what=forms.describe_trouble(one), name=one.key)

    # --- words to values

    def day(self, text: str | None, looking: "dates.Looking" = "back") -> date | None:
        from onelog.core.calendar import dates

        try:
            return dates.day(text, self.today, looking=looking, conventions=self.settings.conventions) if text else None
        except dates.Unclear as error:
            return self._nearest(error, looking)

    def moment(self, text: str | None, looking: "dates.Looking" = "back") -> datetime | None:
        from onelog.core.calendar import dates

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
        from onelog.core.calendar import dates
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
        from onelog.core.calendar import dates

        return dates.day_text(day, self.language, weekday=True)

    def period(self, text: str) -> "periods.Period":
        from onelog.core.calendar import periods

        return periods.period(text, self.today, conventions=self.settings.conventions)

    def span(self, words: "Sequence[str] | None") -> "periods.Period":
        """The period in somebody's words; without any the running quarter."""
        from onelog.core.calendar import periods

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

    def rename(self, name: str, new: str) -> None:
        """Calls somebody by another name from now on."""
        from onelog.journal.people import edit_person

        edit_person(self.journal, name, self.now, name=new)

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
            self.draw(value, day, **drawn)
        else:
            from onelog.formats.tsv import lines

            for line in lines(value, day):
                self.write(line + "\n")

    def draw(self, value: Any, day: date | None = None, **drawn: Any) -> None:
        """Draws a value as the views of its type do, as of today or of a day."""
        from onelog import terminal

        terminal.draw(self.screen, value, day or self.today, **drawn)

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
        self.write(json.dumps(value, indent=2) + "\n")

    def changed(self, changed: "Changed", json: bool = False) -> None:
        """What a command did: the records in JSON or in a pipe, a word and a way back on a terminal.

        A private record has its words where this run wrote them, or on a terminal where it was named by its id.
        """
        from onelog.cli import outcomes

        outcomes.show_changed(self, changed, json)

    def logged(self, logged: "Logged", json: bool = False) -> "Logged":
        """What came of a meeting or a note, and what of it was shown: of private lines those that this run wrote."""
        from onelog.cli import outcomes

        return outcomes.show_logged(self, logged, json)

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
        return " ".join((self.ask_line(question) or "").split()) if self.can_ask else ""

    def ask_line(self, question: str) -> str | None:
        """As `ask_briefly`, as it was typed and of somebody who can be asked; None for Ctrl-D."""
        from onelog.cli.asking import terminal

        self.terminal = self.terminal or terminal.hold()
        return terminal.ask_briefly(question, self.terminal)


def _counted(kinds: Mapping[str, int]) -> object:
    """`2 concerns and 1 private`, 懸念2件、非公開1件."""
    from onelog.core.errors import Message, joined_by_and

    counts = [Message(f"n_{kind.replace(' ', '_')}", n=n) for kind, n in sorted(kinds.items()) if n]
    return joined_by_and(counts)


class Ctx(typer.Context):
    """A command's context, with the App of this run."""

    obj: App
