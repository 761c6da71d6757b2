"""The Markdown of a period, for people: one title, a heading a meeting, nothing that a note could break, and read back."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from io import StringIO
from itertools import pairwise
from typing import Any

import pytest
from conftest import DEMO_NOW, examples
from hostile_book import AT, hostile
from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from odd_journal import TODAY, Odd
from random_journal import BEGIN, Step, World, empty, exported, steps

from onelog.core.model import Meeting
from onelog.core.phrases import spellings
from onelog.core.results.common import Book
from onelog.core.sanitize import safe
from onelog.core.selection import Selection
from onelog.formats import markdown
from onelog.formats.digest import writing
from onelog.insight import collect
from onelog.journal import follow_up
from onelog.journal.imports import import_documents
from onelog.markdown.unseen import seen
from onelog.store.database import Store

READER = MarkdownIt("gfm-like", {"html": True, "linkify": False})
SECTIONS = {said for key in ("between", "goals") for said in spellings(f"digest.{key}")}


def written(book: Book, today: date, language: str = "en", *, by: str = "day", ids: bool = False) -> str:
    out = StringIO()
    writing.write(book, out, today, language, by=by, ids=ids)
    return out.getvalue()


def taken(store: Store, text: str, now: datetime) -> Any:
    return import_documents.documents(store, markdown.read(text, "notes.md", now.date()), now)


# --- what a reader of Markdown sees


def headings(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            yield token.tag, "".join(child.content for child in inline.children or [])


def looked_at(text: str, meetings: int) -> None:
    """One title; a heading a meeting, at the top of the tree; no heading, rule, markup or link that nobody wrote."""
    tokens = READER.parse(text)
    found = list(headings(tokens))
    assert [tag for tag, _ in found].count("h1") == 1
    tops = [words for tag, words in found if tag == "h2" and words not in SECTIONS]
    assert len(tops) == meetings
    assert all(token.level == 0 for token in tokens if token.type == "heading_open" and token.tag in ("h1", "h2"))
    assert not any(token.type == "heading_open" and token.markup in ("=", "-") for token in tokens)
    assert not any(token.type == "html_block" for token in tokens)
    assert not any(child.type == "html_inline" for token in tokens for child in token.children or [])


def rules(text: str) -> int:
    return sum(token.type == "hr" for token in READER.parse(text))


def own_rules(met: tuple[Meeting, ...]) -> int:
    """The rules that people wrote into their notes."""
    return sum(rules(safe(m.body)) for m in met)


# --- journals


def odd(store: Store, seed: int, size: int = 12) -> Book:
    """A journal of rows that no door of the program makes, but for what no document can say.

    That is: whom a promise within a meeting is with, if not whom the meeting is with, and an end without its day.
    """
    Odd(store, seed, size)
    for table in ("action", "moment"):
        met = f"(SELECT m.person_uid FROM meeting m WHERE m.uid = {table}.meeting_uid)"
        store.db.execute(f"UPDATE {table} SET person_uid = {met} WHERE meeting_uid IS NOT NULL")
    store.db.execute("UPDATE action SET closed = opened WHERE status <> 'open' AND closed IS NULL")
    store.db.execute("UPDATE topic SET closed = added WHERE status <> 'parked' AND closed IS NULL")
    return collect.collect_book(store, None, Selection(private=True))


# --- the tests

LOOKS = [("en", "day", False), ("ja", "person", True), ("en", "person", True), ("ja", "day", False)]


@pytest.mark.long
@pytest.mark.walk(2)
@pytest.mark.parametrize(("language", "by", "ids"), LOOKS)
def test_a_book_of_hostile_notes_is_a_title_and_a_heading_a_meeting(language: str, by: str, ids: bool) -> None:
    book = hostile()
    text = written(book, AT.date(), language, by=by, ids=ids)
    looked_at(text, len(book.meetings))
    assert rules(text) <= own_rules(book.meetings)


@pytest.mark.long
@pytest.mark.walk(1)
@pytest.mark.parametrize(("language", "by", "ids"), LOOKS)
def test_hostile_notes_are_read_back(language: str, by: str, ids: bool) -> None:
    text = written(hostile(), AT.date(), language, by=by, ids=ids)
    with empty() as store:
        taken(store, text, AT)
        again = collect.collect_book(store, None, Selection(private=True))
        assert in_parts(written(again, AT.date(), language, by=by, ids=ids)) == in_parts(text)
        before = exported(store)
        assert taken(store, text, AT).made == {}
        assert exported(store) == before


def in_parts(text: str) -> list[str]:
    """The meetings and lists, whichever of one moment comes first."""
    return sorted("\n".join(sorted(part.split("\n"))) for part in text.split("\n## "))


@pytest.mark.long
@pytest.mark.walk(3)
@pytest.mark.parametrize("seed", range(6))
def test_an_odd_journal_is_written_and_read_back(seed: int) -> None:
    now = datetime.fromisoformat(DEMO_NOW)
    with empty() as store, empty() as other:
        book = odd(store, seed)
        text = written(book, TODAY, "en" if seed % 2 else "ja", by="person" if seed % 3 else "day")
        looked_at(text, len(book.meetings))
        taken(other, text, now)
        assert said(other) == said(store)


def said(store: Store) -> Any:
    """The meetings, days, persons, promises and their states, moments and theirs."""
    whole = json.loads(exported(store))
    met = [
        [m["person"], m["at"], m["minutes"], m["mode"], m["mood"], m["seen"], m["rating"], safe(m["notes"])]
        for m in whole["meetings"]
    ]
    inside = [
        record for m in whole["meetings"] for record in (*m["actions"], *m["moments"], *m["topics"], *m["checkins"])
    ]
    loose = [*whole["actions"], *whole["moments"], *whole["topics"]]
    told = [{key: shown(record.get(key)) for key in TOLD} for record in (*inside, *loose)]
    return [sorted(map(json.dumps, met)), sorted(map(json.dumps, told))]


def shown(value: Any) -> Any:
    """A text as it is shown: what is not to be seen is made visible in all that goes out, or left out where a sign follows."""
    return safe(seen(value)) if isinstance(value, str) else value


TOLD = (
    "kind",
    "text",
    "owner",
    "person",
    "due",
    "status",
    "opened",
    "closed",
    "why",
    "because",
    "from",
    "to",
    "resolved",
    "value",
    "added",
)


@pytest.mark.long
@given(steps)
@example([lambda w: follow_up.park(w.store, "Mia Tanaka", "a:", w.now, new=True)])
@example([lambda w: follow_up.park(w.store, "Mia Tanaka", "pay -", w.now, new=True)])
@example([lambda w: follow_up.park(w.store, "Mia Tanaka", "\u200f#tag", w.now, new=True)])
@settings(max_examples=examples(100))
def test_any_journal_is_written_and_read_back(done: list[Step]) -> None:
    with empty() as store:
        world = World(store)
        for step in done:
            world.take(step)
        book = collect.collect_book(store, None, Selection(private=True))
        text = written(book, BEGIN.date())
        with_ids = written(book, BEGIN.date(), "ja", by="person", ids=True)
        for one in (text, with_ids):
            if one:
                looked_at(one, len(book.meetings))
                assert rules(one) <= own_rules(book.meetings)
        before = exported(store)
        if with_ids:
            taken(store, with_ids, world.now)
            assert exported(store) == before
            with empty() as other:
                taken(other, text, world.now)
                assert said(other) == said(store)
                assert taken(other, text, world.now).made == {}
