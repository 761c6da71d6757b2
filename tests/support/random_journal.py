"""Journals made by chance: anything that a person does, in any order, with any words."""

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache
from io import StringIO
from pathlib import Path

from hypothesis import strategies as st
from strategies import note_text, words

from onelog.core.errors import OnelogError
from onelog.core.model import GOAL_STATES, MODES, MOMENT_KINDS, RELATIONS, Answer, Person, Ref
from onelog.core.selection import Selection
from onelog.core.settings import WARNINGS
from onelog.formats import folder, json_export, markdown
from onelog.insight import collect
from onelog.journal import delete, edit, follow_up, goals, log, merge_people, people, skips
from onelog.journal.change import apply_changes
from onelog.journal.imports import import_documents, import_export
from onelog.markdown import entities
from onelog.markdown.document import Fields
from onelog.store import changelog, records
from onelog.store.database import Store
from onelog.store.transaction import writing

BEGIN = datetime.fromisoformat("2026-11-22T14:00:00+09:00")
PEOPLE = ("Mia Tanaka", "Ben", "田中 花子")

Step = Callable[["World"], object]


class World:
    """A journal under someone's hands; the clock moves on by an hour with every step."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now = BEGIN

    def take(self, step: Step) -> bool:
        """Does one step; False where it was refused with a sentence, and then nothing may have changed."""
        self.now += timedelta(hours=1)
        before = changelog.count(self.store)
        try:
            step(self)
        except OnelogError as error:
            assert error.message
            assert changelog.count(self.store) == before
            return False
        return True

    def id(self, number: int, *kinds: str) -> str:
        """The id of some standing record of these kinds (of any, if none is named); "zzzz" where there is none."""
        asked = f"SELECT h.id FROM handle h JOIN ({_standing(kinds)}) r ON r.uid = h.uid ORDER BY h.n"
        found = [row[0] for row in self.store.db.execute(asked)]
        return found[number % len(found)] if found else "zzzz"


KINDS = ("person", "meeting", "action", "moment", "topic", "goal", "checkin", "skip", "answer")
WRITTEN = KINDS[:-2]
"""What has a document, alone or in another one."""
WARNED = KINDS[:-1]
"""What a warning can be about."""


def _standing(kinds: tuple[str, ...]) -> str:
    return " UNION ALL ".join(f"SELECT uid FROM {kind}" for kind in kinds or KINDS)


@contextlib.contextmanager
def empty() -> Iterator[Store]:
    """A journal of its own in a file that goes away; not synced to the disk, which these tests need not."""
    with tempfile.TemporaryDirectory(prefix="onelog-test-") as folder:
        file = Path(folder) / "journal.db"
        file.write_bytes(_fresh())
        file.chmod(0o600)
        with Store(file, write=True) as store:
            store.db.execute("PRAGMA synchronous = OFF")
            yield store


@cache
def _fresh() -> bytes:
    with tempfile.TemporaryDirectory(prefix="onelog-test-") as folder:
        Store(Path(folder) / "journal.db", write=True).close()
        return (Path(folder) / "journal.db").read_bytes()


def exported(store: Store) -> str:
    """The whole truth about a journal, seen on a day far from all others, so that nothing depends on today."""
    out = StringIO()
    json_export.write(collect.collect_book(store, None, Selection(private=True)), out, BEGIN.date())
    return out.getvalue()


def exported_documents(store: Store) -> str:
    """The documents of a folder, one after the other, in the order in which it names them."""
    return "\n".join(text for _, text in folder.documents(collect.collect_book(store, None, Selection(private=True))))


def brought(text: str) -> str:
    """A journal's export after it was taken into an empty journal."""
    with empty() as other:
        import_export.book(other, json_export.read(text), BEGIN)
        return exported(other)


def brought_documents(text: str) -> str:
    with empty() as other:
        pages = markdown.read(text, "book.md", BEGIN.date())
        import_documents.documents(other, pages, BEGIN)
        return exported_documents(other)


# --- steps ----------------------------------------------------------------------------------------------------------

who = st.sampled_from(PEOPLE)
number = st.integers(0, 30)
days_ago = st.integers(0, 400)
scores = st.none() | st.integers(1, 5)
LABELLED = (
    "a: draft the plan due:fri why: they asked", "a: @them sends the list", '- [x] @"Mia Tanaka" pays', "- [-] leave it",
    "aha: small teams decide faster #teams", "because: two people reviewed it", "p: clear talk +talking", "gr: slower from:me",
    "c: the freeze", "d: one change", "w: shipped", "t: pay", "t: pay every:4w", "t: gr: ask first", "t: thanks as:praise", "x: tired", "g: mau 950000 wrote it", "g: books 3", "宿題: 計画を書く",
    "mood:4 len:45m mode:walk on:yesterday", "- **Aha:** bold ones too", "- [ ] known ^k7qf", "",
)  # fmt: skip
text = st.lists(st.sampled_from(LABELLED) | words | note_text, min_size=1, max_size=5).map("\n".join)
fields = st.builds(
    lambda ago, minutes, mode, mood, seen, rating: (ago, Fields(None, minutes, mode, mood, seen, rating)),
    st.none() | days_ago, st.none() | st.integers(1, 1440), st.none() | st.sampled_from(MODES), scores, scores, scores,
)  # fmt: skip


def logging(name: str, said: str, with_fields: tuple[int | None, Fields], raw: bool) -> Step:
    ago, given = with_fields

    def step(w: World) -> object:
        own = given if ago is None else log.with_time(given, w.now - timedelta(days=ago))
        return log.log_meeting(w.store, name, said, w.now, own, raw=raw, new=True)

    return step


def closing(numbers: list[int], status: str, why: str | None) -> Step:
    return lambda w: follow_up.close(
        w.store, [w.id(n, "action", "topic", "moment") for n in numbers], w.now.date(), why, status, w.now
    )


def editing(n: int, change: Callable[[str], str], gone: bool, language: str) -> Step:
    def step(w: World) -> object:
        record = records.by_id(w.store, w.id(n))
        document = entities.write(record, language, blanks=True)
        return edit.apply_edit(w.store, record, change(document), w.now, lambda _: gone)

    return step


def skipping(n: int, why: str, weeks: int | None) -> Step:
    def step(w: World) -> object:
        until = w.now.date() + timedelta(weeks=weeks) if weeks else None
        return skips.skip(w.store, w.id(n, "person"), w.now, why=why, until=until)

    return step


def answering(n: int, rule: str, said: str, *kinds: str) -> Step:
    """What somebody says to a warning about some record, whether it warns today or not."""

    def step(w: World) -> object:
        about = records.by_id(w.store, w.id(n, *(kinds or WARNED)))
        label = about.name if isinstance(about, Person) else about.id
        today = w.now.date()
        with writing(w.store, f"watch --seen {rule}:{about.id}", w.now) as change:
            uid, id_ = change.name("answer")
            answer = Answer(uid, id_, rule, Ref(about.uid, label), today, today + timedelta(weeks=4), said)
            change.put(answer)
        return answer

    return step


def line_changes(at: int, how: str, line: str) -> Callable[[str], str]:
    """A document with one of its lines changed."""

    def change(document: str) -> str:
        lines = document.split("\n")
        n = at % len(lines)
        match how:
            case "drop":
                lines[n : n + 1] = []
            case "add":
                lines[n:n] = [line]
            case "swap":
                lines[n - 1], lines[n] = lines[n], lines[n - 1]
            case "box":
                lines[n] = lines[n].replace("[ ]", "[x]").replace("[-]", "[ ]")
            case "append":
                lines[n] += f" {line}"
        return "\n".join(lines)

    return change


changed_lines = st.builds(
    line_changes,
    st.integers(0, 40),
    st.sampled_from(["drop", "add", "swap", "box", "append", "none"]),
    st.sampled_from(LABELLED) | words,
)
optional = st.none() | words
CHANGES = (
    "due:+1w", "due:none", "@ben", "@me", "why:it is late", "text:other words +new", "on:yesterday", "mood:4", "len:1h", "with:ben", "+added",
    "-teams", "because:two", "from:me", "by:eoq", "target:5", "value:3",
)  # fmt: skip
any_step: st.SearchStrategy[Step] = st.one_of(
    st.builds(logging, who, text, fields, st.booleans()),
    st.builds(lambda name, said: lambda w: log.note_for_next(w.store, name, said, w.now, new=True), who, text),
    st.builds(lambda name, said: lambda w: follow_up.park(w.store, name, said, w.now, new=True), who, words),
    st.builds(
        lambda kind, said, name: lambda w: follow_up.add(w.store, kind, said, w.now, name, new=True),
        st.sampled_from(("action", *MOMENT_KINDS)), words | st.sampled_from(LABELLED), st.none() | who,
    ),
    st.builds(closing, st.lists(number, min_size=1, max_size=3), st.sampled_from(["done", "dropped"]), optional),
    st.builds(lambda n: lambda w: follow_up.reopen(w.store, [w.id(n)], w.now), number),
    st.builds(lambda n: lambda w: delete.delete_records(w.store, w.id(n), w.now), number),
    st.builds(
        lambda title, name, start, target, metric, under: lambda w: goals.add(
            w.store, title, w.now, who=w.id(0, "person") if name else None, by=w.now.date() + timedelta(days=90), metric=metric,
            start=start, target=target, under=w.id(under, "goal") if under else None,
        ),
        st.sampled_from(["mau to a million", "read 12 books"]) | words, st.booleans(), st.none() | st.just(900000.0), st.none() | st.just(12.5),
        st.none() | st.just("MAU"), st.none() | st.integers(1, 5),
    ),
    st.builds(
        lambda n, value, said: lambda w: follow_up.check_in(w.store, w.id(n, "goal"), value, said, w.now),
        number, st.none() | st.integers(-10**9, 10**9).map(float) | st.just(2.5), words | st.just(""),
    ),
    st.builds(
        lambda n, how: lambda w: goals.close(w.store, w.id(n, "goal"), how, w.now.date(), w.now), number, st.sampled_from(GOAL_STATES[1:])
    ),
    st.builds(editing, number, changed_lines, st.booleans(), st.sampled_from(["en", "ja"])),
    st.builds(
        lambda n, aliases, relation, every: lambda w: people.edit_person(
            w.store, w.id(n, "person"), w.now, aliases=aliases, relation=relation, every=every
        ),
        number, st.sampled_from([None, ("",), ("m",), ("bee",), ("m", "みーちゃん, 部長"), ("bee", "b", "bo")]), st.sampled_from([None, *RELATIONS]), st.sampled_from([None, "", "2w", "monthly"]),
    ),
    st.builds(
        lambda numbers, said: lambda w: apply_changes.change_records(w.store, [w.id(n) for n in numbers], said, w.now),
        st.lists(number, min_size=1, max_size=2), st.lists(st.sampled_from(CHANGES), min_size=1, max_size=2),
    ),
    st.builds(skipping, number, st.just("") | words.map(lambda said: " ".join(said.split())), st.none() | st.integers(1, 9)),
    st.builds(answering, number, st.sampled_from(WARNINGS), st.just("") | words.map(lambda said: " ".join(said.split()))),
    st.builds(
        lambda old, into: lambda w: merge_people.merge(w.store, w.id(old, "person"), w.id(into, "person"), w.now), number, number
    ),
    st.builds(lambda n, back: lambda w: people.archive_person(w.store, w.id(n, "person"), w.now, back=back), number, st.booleans()),
)  # fmt: skip
taking_back: st.SearchStrategy[Step] = st.one_of(
    st.builds(lambda n: lambda w: changelog.undo(w.store, n, w.now), st.integers(1, 3)),
    st.builds(lambda n: lambda w: changelog.redo(w.store, n, w.now), st.integers(1, 3)),
)
steps = st.lists(any_step, min_size=1, max_size=8)
