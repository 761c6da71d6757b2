"""What a format has to carry: a book in which every text that is out for trouble stands in every place where it can."""

import contextlib
import tempfile
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from conftest import NOW
from hostile import ATOMS

from onelog.core.errors import OnelogError
from onelog.core.model import Answer, Ref
from onelog.core.results.common import Book
from onelog.core.selection import Selection
from onelog.insight import collect
from onelog.journal import follow_up, goals, log, people, skips
from onelog.store.database import Store
from onelog.store.transaction import writing

AT = datetime.fromisoformat(NOW)
TODAY = AT.date()
MONTH_ON = TODAY + timedelta(weeks=4)


@cache
def hostile() -> Book:
    """The whole of a journal of hostile notes, promises, moments, topics, goals, check-ins, skips, answers and names."""
    with (
        tempfile.TemporaryDirectory(prefix="onelog-test-") as folder,
        Store(Path(folder) / "journal.db", write=True) as store,
    ):
        store.db.execute("PRAGMA synchronous = OFF")
        people.add_person(store, "Mia [/] & <b> =1+1", AT, aliases=["=mia"], new=True)
        for text in map(kept, ATOMS.values()):
            with contextlib.suppress(OnelogError):  # there are no words in it
                log.log_meeting(store, "mia", f"{text}\n{text}", AT, raw=True)
                _say_everywhere(store, " ".join(text.split("\n")))
        return collect.collect_book(store, None, Selection(private=True))


def kept(text: str) -> str:
    """What the doors of the program make of a text: what no file can hold is replaced."""
    return "".join("\ufffd" if sign == "\0" or "\ud800" <= sign <= "\udfff" else sign for sign in text)


def _say_everywhere(store: Store, words: str) -> None:
    goal = goals.add(store, words, AT, metric=words, unit=words).records[0]
    follow_up.check_in(store, goal.id, None, words, AT)
    skips.skip(store, "mia", AT, why=words, until=MONTH_ON)
    with writing(store, f"watch --seen goal:{goal.id}", AT) as change:
        about = Ref(goal.uid, goal.id)
        change.put(Answer(*change.name("answer"), "goal", about, TODAY, MONTH_ON, " ".join(words.split())))
    for kind in ("aha", "action", "praise", "concern", "topic"):
        with contextlib.suppress(OnelogError):  # there are none of this kind in it
            said = (
                follow_up.park(store, "mia", words, AT)
                if kind == "topic"
                else follow_up.add(store, kind, words, AT, "mia")
            )
            if kind == "action":
                follow_up.close(store, [said.records[0].id], TODAY, words, "dropped", AT)
