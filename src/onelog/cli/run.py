"""One run of onelog: its clock, settings and journal, and the one place where everything but the answer is said."""

import sys
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from onelog.cli import aside

if TYPE_CHECKING:
    from onelog.cli.asking.terminal import Terminal
    from onelog.core.errors import OnelogError
    from onelog.core.settings import Settings
    from onelog.store.database import Store


class Run:
    """One run of onelog. What is not asked for is not made; the imports that are made late are made here and in `App`."""

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
        from onelog.core.calendar import dates

        return dates.now()

    @property
    def today(self) -> date:
        return self.now.date()

    @cached_property
    def settings(self) -> "Settings":
        from onelog.core import ambiguous, settings

        found = settings.load()
        ambiguous.is_wide = found.ambiguous_width == 2
        return found

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
        from onelog.core.results.safety.doctor import ADVICE
        from onelog.store.vault import findings, integrity

        look = findings.Examination()
        if self.path.exists():
            integrity.inside(self.path, self.now, look)
        return any(found.level != ADVICE for found in look.findings)

    def close(self) -> None:
        for store in self._open:
            store.close()

    # --- what is said beside the answer

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
