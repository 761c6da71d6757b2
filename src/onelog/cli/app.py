"""What a command works with: the journal, the clock, the settings, and the one place where answers go out."""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from onelog import dates
from onelog.settings import Settings, folder, load
from onelog.store.file import Store

if TYPE_CHECKING:
    from onelog.model import Person
    from onelog.render.screen import Screen
    from onelog.views import Changed, Logged


class App:
    """One run of onelog. What is not asked for is not made; the imports that are made late are made here."""

    always_draw = False
    """Set by the demo, which shows screens wherever it runs."""

    def __init__(self, journal: str | None = None, color: str = "auto") -> None:
        self._journal = journal
        self.color = color
        self._open: list[Store] = []

    @cached_property
    def now(self) -> datetime:
        return dates.now()

    @property
    def today(self) -> date:
        return self.now.date()

    @cached_property
    def settings(self) -> Settings:
        return load()

    @property
    def language(self) -> str:
        return self.settings.language

    @cached_property
    def path(self) -> Path:
        """Where the journal is: --journal or ONELOG_JOURNAL (Typer reads it), else the platform's data folder."""
        return Path(self._journal).expanduser().absolute() if self._journal else folder("data") / "journal.db"

    @cached_property
    def store(self) -> Store:
        """The journal to read; an empty one where there is none yet."""
        return self._opened(Store(self.path))

    @cached_property
    def journal(self) -> Store:
        """The journal to write; made where there is none yet."""
        store = self._opened(Store(self.path, write=True))
        self.__dict__["store"] = store
        return store

    def _opened(self, store: Store) -> Store:
        self._open.append(store)
        return store

    def close(self) -> None:
        for store in self._open:
            store.close()

    # --- words to values

    def day(self, text: str | None, looking: dates.Looking = "back") -> date | None:
        year = self.settings.fiscal_year_start
        return dates.day(text, self.today, looking=looking, fiscal_year_start=year) if text else None

    def moment(self, text: str | None) -> datetime | None:
        return dates.moment(text, self.now, looking="back") if text else None

    def period(self, text: str) -> dates.Period:
        return dates.period(text, self.today, fiscal_year_start=self.settings.fiscal_year_start)

    def since(self, text: str | None) -> date | None:
        """The first day of a day or a period that somebody names."""
        return self._edge(text, 0)

    def until(self, text: str | None) -> date | None:
        """The day after the last one of a day or a period that somebody names."""
        return self._edge(text, 1)

    def _edge(self, text: str | None, end: int) -> date | None:
        from datetime import timedelta  # noqa: PLC0415 - beside its one use

        from onelog.errors import OnelogError  # noqa: PLC0415 - beside its one use

        if not text:
            return None
        try:
            day = self.day(text)
            return day + timedelta(days=end) if day else None
        except OnelogError as error:
            try:
                period = self.period(text)
            except OnelogError:
                raise error from None
            return period.end if end else period.start

    def person(self, word: str | None) -> "Person | None":
        from onelog.journal import names  # noqa: PLC0415 - only where a person is named

        return names.person(self.store, word) if word else None

    def uid_of(self, word: str | None) -> str | None:
        person = self.person(word)
        return person.uid if person else None

    # --- answers

    @cached_property
    def on_terminal(self) -> bool:
        return self.always_draw or sys.stdout.isatty()

    @cached_property
    def screen(self) -> "Screen":
        from onelog.render.screen import Screen  # noqa: PLC0415 - Rich, only where something is drawn

        return Screen(sys.stdout, language=self.language, color=self.color)

    def show(self, values: Any, view: str, json: bool = False, **drawn: Any) -> None:
        """The answer: JSON when asked for, drawn on a terminal, else one plain line a record."""
        if json:
            self.json([self.as_json(v) for v in values] if isinstance(values, list | tuple) else self.as_json(values))
        elif self.on_terminal:
            import_module(f"onelog.render.{view}").draw(self.screen, values, today=self.today, **drawn)
        else:
            from onelog.render.lines import lines  # noqa: PLC0415 - only in a pipe

            for line in lines(values, self.today):
                self.write(line + "\n")

    def as_json(self, value: Any) -> Any:
        from onelog.formats.records import record_json  # noqa: PLC0415 - only for JSON
        from onelog.formats.views import view_json  # noqa: PLC0415 - only for JSON

        return view_json(value, self.today, record_json)

    def json(self, value: Any) -> None:
        import json  # noqa: PLC0415 - only for JSON

        self.write(json.dumps(value, indent=2) + "\n")

    def changed(self, changed: "Changed", json: bool = False) -> None:
        """What a command did: the records in JSON or in a pipe, a word and a way back on a terminal."""
        if json:
            records = [self.as_json(r) for r in changed.records]
            self.json(records[0] if len(records) == 1 else records)
        elif self.on_terminal:
            import_module("onelog.render.changed").draw(self.screen, changed, today=self.today)
            return
        else:
            self.show(changed.records, "changed")
        self.talk_of(changed.troubles, changed.new_people)

    def logged(self, logged: "Logged", json: bool = False) -> None:
        """What came of a meeting or a note."""
        if self.on_terminal and not json:
            import_module("onelog.render.logged").draw(self.screen, logged, today=self.today)
            return
        self.show(logged.meeting, "logged", json)
        self.talk_of(logged.troubles, logged.new_people)

    def talk_of(self, troubles: Sequence[tuple[int, str]], new_people: Sequence[str]) -> None:
        for name in new_people:
            self.talk(f"{name} is new: onelog people edit says who they are.")
        for line, what in troubles:
            self.talk(f"line {line}: {what}")

    def text(self, text: str) -> None:
        """A document or an export: as it is."""
        self.write(text)

    def write(self, text: str) -> None:
        sys.stdout.write(text)

    def talk(self, words: str) -> None:
        """Everything that is not the answer."""
        from onelog.plain import safe  # noqa: PLC0415 - only where something is said

        sys.stderr.write(safe(words, newlines=False) + "\n")

    # --- asking

    def confirm(self, question: str) -> bool:
        """Yes or no, on a terminal; no where nobody can be asked."""
        if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
            return False
        sys.stderr.write(f"{question} [y/N] ")
        sys.stderr.flush()
        return sys.stdin.readline().strip().lower() in ("y", "yes", "はい")


class Ctx(typer.Context):
    """A command's context, with the App of this run."""

    obj: App


