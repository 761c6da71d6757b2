"""Hostile text in the journal: it is kept word for word, stays in its place, and is shown without a trick."""

import io
import json
import re
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import NOW
from hostile import ATOMS, ONE_LINERS, TEXTS, leaks, obeyed, some

from onelog import terminal
from onelog.core.errors import OnelogError
from onelog.core.kinds import Record
from onelog.core.model import Action, Answer, Checkin, Goal, Meeting, Moment, Person, Skip, Topic
from onelog.core.presenter import Listed
from onelog.core.results.common import Book
from onelog.core.results.history import Change
from onelog.core.results.search import Hit
from onelog.core.sanitize import safe
from onelog.core.selection import Selection
from onelog.formats import folder, json_export
from onelog.formats.digest import writing
from onelog.formats.tsv import lines
from onelog.insight import collect, resolve
from onelog.journal import edit, follow_up, goals, log, people
from onelog.journal.imports import import_documents, import_export
from onelog.journal.private_labels import private_label
from onelog.markdown import body, document, entities, frontmatter
from onelog.store import changelog, meetings, records
from onelog.store import people as stored_people
from onelog.store.database import Store
from onelog.store.search import search, tokenizer
from onelog.terminal.kit.screen import Screen

AT = datetime.fromisoformat(NOW)
TODAY = AT.date()


SAMPLE = 100
"""Texts that are tried unless all are asked for by --full."""


def through_the_door(texts: dict[str, str]) -> dict[str, str]:
    """What `cli/ask.py` lets in: what no file can hold is replaced, and no words are refused."""
    return {name: text.replace("\0", "\ufffd") for name, text in texts.items() if text.strip()}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test with a `text` gets the texts, one with `words` those of one line, as they come through the door."""
    whole = metafunc.config.getoption("--full")
    for name, texts, sample in (("text", TEXTS, SAMPLE), ("words", ONE_LINERS, SAMPLE // 2)):
        if name in metafunc.fixturenames:
            chosen = through_the_door(texts if whole else some(texts, sample))
            metafunc.parametrize(name, chosen.values(), ids=chosen.keys())


def test_there_are_more_than_400_of_them() -> None:
    assert len(set(TEXTS.values())) == len(TEXTS) > 700
    assert len(set(ATOMS.values())) == len(ATOMS) > 140


def test_leaks_are_seen() -> None:
    assert leaks("a\x1b\x9b\x7f\r\u202e\u200b\u2028\ufeff\ufffe\U000e0041\x00") != []
    assert leaks("a\tb\n目標 👩\u200d💻 é [/] \\x1b ␛") == []


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A new journal."""
    path = tmp_path_factory.mktemp("new") / "journal.db"
    Store(path, write=True).close()
    return path.read_bytes()


@pytest.fixture
def store(tmp_path: Path, new: bytes) -> Iterator[Store]:
    path = tmp_path / "journal.db"
    path.write_bytes(new)
    with Store(path, write=True) as store:
        store.db.execute("PRAGMA synchronous = OFF")
        yield store


def drawn(value: object, color: str = "never", **more: object) -> str:
    """What a terminal of 60 columns would get."""
    out = io.StringIO()
    terminal.draw(Screen(out, color=color, width=60), value, TODAY, **more)
    return out.getvalue()


def shown(record: Record) -> Iterator[str]:
    """A record in all the ways in which it leaves the journal for somebody's eyes."""
    yield drawn(record)
    yield "\n".join(lines([record], TODAY))
    yield safe(entities.write(record))
    if not isinstance(record, Checkin | Skip | Answer):
        yield drawn(Listed(type(record), [record]))


def check_shown(record: Record) -> None:
    for out in shown(record):
        assert leaks(out) == [], out
    assert obeyed(entities.write(record)) == []
    for line in lines([record], TODAY):
        assert "\n" not in line
    inside = record.inside if isinstance(record, Meeting) else []
    assert len(list(lines([record], TODAY))) == 1 + len(inside)


def comes_back(store: Store, record: Record) -> None:
    """The record's document, read back, changes nothing; nor does it once more."""
    text = entities.write(record, blanks=True)
    assert edit.apply_edit(store, record, text, AT).records == (), text


READ = ("action", "because", "due", "why", "done", "goal", "from", "mood", "aha", "yesterday")
"""Words that the grammar reads as something else than text."""


# --- as notes ------------------------------------------------------------------------------------------------------


@pytest.mark.walk(33)
def test_a_raw_note_is_kept_word_for_word(store: Store, text: str) -> None:
    logged = log.log_meeting(store, "mia", text, AT, raw=True)
    assert (logged.meeting.actions, logged.meeting.moments, logged.troubles) == ((), (), ())
    said = json.loads(json.dumps(import_module("onelog.formats.json_records").record_json(logged.meeting, TODAY)))
    assert said["notes"] == body.tidy(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    check_shown(logged.meeting)
    comes_back(store, logged.meeting)


@pytest.mark.long
@pytest.mark.walk(33)
def test_a_logged_text_loses_nothing_and_reads_back_unchanged(store: Store, text: str) -> None:
    try:
        logged = log.log_meeting(store, "mia", text, AT)
    except OnelogError as error:
        assert re.search("with 'Ben'|head of the document", error.message), "no other text is refused"
        return
    for out in (drawn(logged), *(f"{what}" for _, what in logged.troubles)):
        assert leaks(safe(out)) == []
    check_shown(logged.meeting)
    comes_back(store, logged.meeting)
    written = document.write(logged.meeting)
    kept = "".join(c for c in written if c.isalnum())
    for run in re.findall("(?<![A-Za-z])[a-z]{3,}(?![A-Za-z])", text):
        assert run in kept or run in READ, run


@pytest.mark.long
@pytest.mark.walk(33)
def test_a_note_between_meetings_becomes_part_of_the_next(store: Store, text: str) -> None:
    try:
        log.note_for_next(store, "mia", text, AT)
    except OnelogError as error:
        assert re.search("with 'Ben'|no day of its own|head of the document", error.message), "no other text is refused"
        return
    logged = log.log_meeting(store, "mia", "the talk itself", AT)
    assert logged.folded > 0
    check_shown(logged.meeting)
    comes_back(store, logged.meeting)


# --- as one line: actions, moments, topics, titles, reasons, check-ins -----------------------------------------------


@pytest.mark.long
@pytest.mark.walk(80)
@pytest.mark.parametrize("kind", ["action", "aha", "praise", "concern", "topic"])
def test_one_line_is_kept_or_refused_with_a_sentence(store: Store, kind: str, words: str) -> None:
    try:
        added = (
            follow_up.park(store, "mia", words, AT) if kind == "topic" else follow_up.add(store, kind, words, AT, "mia")
        )
        record = added.records[0]
    except OnelogError as error:
        assert error.message
        assert error.hint
        return
    check_shown(record)
    comes_back(store, record)
    if not re.search(r"[@#+\\:＠＃＋：]|\[.\]|\^k7qf", words):  # nothing in it that the grammar reads
        assert getattr(record, "text", "") == words.strip()


@pytest.mark.long
def test_reasons_are_kept(store: Store, words: str) -> None:
    action = follow_up.add(store, "action", "a thing", AT).records[0]
    if private_label(words):  # what is private is no reason, which everybody may read
        with pytest.raises(OnelogError):
            follow_up.close(store, [action.id], TODAY, words, "dropped", AT)
        return
    done = follow_up.close(store, [action.id], TODAY, words, "dropped", AT).records[0]
    assert getattr(done, "outcome", "").split() == words.split()
    check_shown(done)
    comes_back(store, done)


@pytest.mark.long
def test_goals_keep_their_title_metric_unit_and_check_ins(store: Store, words: str) -> None:
    if private_label(words):
        with pytest.raises(OnelogError):
            goals.add(store, words, AT)
        return
    made = goals.add(store, words, AT, metric=words, unit=words, start=1, target=2).records[0]
    assert isinstance(made, Goal)
    assert made.title.split() == words.split()
    follow_up.check_in(store, made.id, 1.5, f"so {words}", AT)  # the unit alone would be the unit
    follow_up.check_in(store, made.id, None, words, AT)
    goal = records.by_id(store, made.id)
    assert isinstance(goal, Goal)
    assert [c.text.split() for c in goal.checkins] == [["so", *words.split()], words.split()]
    check_shown(goal)
    comes_back(store, goal)


def test_a_name_or_alias_is_kept_or_refused(store: Store, words: str) -> None:
    for name, alias in ((words, None), ("Mia Tanaka", words)):
        try:
            person = people.add_person(store, name, AT, aliases=alias and [alias], new=True).records[0]
        except OnelogError as error:
            assert leaks(safe(error.message)) == []
            continue
        assert (getattr(person, "alias", "") if alias else getattr(person, "name", "")) == " ".join(words.split())
        check_shown(person)
        comes_back(store, person)
        assert resolve.person(store, words).uid == person.uid


# --- all of them in one journal --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A journal in which every one of them stands as a note, and every one-liner as a moment, topic and goal."""
    with Store(tmp_path_factory.mktemp("full") / "journal.db", write=True) as store:
        for text in through_the_door(TEXTS).values():
            log.log_meeting(store, "mia", text, AT, raw=True)
        for line in through_the_door(ONE_LINERS).values():
            if not private_label(line):
                goals.add(store, line, AT, metric=line)
            for kind in ("aha", "action", "concern"):
                try:
                    follow_up.add(store, kind, line, AT, "mia")
                except OnelogError:
                    continue
        yield store


@pytest.mark.long
@pytest.mark.parametrize("color", ["never", "always"])
def test_every_screen_is_clean(full: Store, color: str) -> None:
    screens: list[Listed] = [
        Listed(Meeting, meetings.newest(full)), Listed(Action, records.actions(full)),
        Listed(Moment, records.moments(full, Selection(private=True))), Listed(Goal, records.goals(full)), Listed(Topic, records.topics(full)),
        Listed(Person, stored_people.everybody(full)), Listed(Change, changelog.history(full, limit=None)),
        Listed(Hit, search.find_hits(full, "x", Selection(limit=500))),
    ]  # fmt: skip
    for screen in screens:
        out = drawn(screen, color)
        assert leaks(re.sub(r"\x1b\[[0-9;]*m", "", out)) == [], screen.of
        assert (color == "always") == ("\x1b[" in out) or not screen.values, screen.of
        assert leaks("\n".join(lines(screen, TODAY))) == []


def exported(store: Store, module: Any) -> str:
    out = io.StringIO()
    module.write(collect.collect_book(store, None, Selection(private=True)), out, TODAY)
    return out.getvalue()


@pytest.mark.long
def test_the_markdown_of_all_of_them_is_clean_and_in_its_places(full: Store, tmp_path: Path) -> None:
    assert obeyed(exported(full, writing)) == []
    book = collect.collect_book(full, None, Selection(private=True))
    text = in_one(book)
    assert obeyed(text) == []
    there = sum(map(len, (book.people, book.meetings, book.goals, book.actions, book.moments, book.topics)))
    parts = list(document.parts(text))
    assert len(parts) == there
    with Store(tmp_path / "other.db", write=True) as other:
        import_documents.documents(
            other, [import_documents.IncomingDocument("all.md", n, part) for n, part in parts], AT
        )
        again = in_one(collect.collect_book(other, None, Selection(private=True)))
        assert sorted(p for _, p in document.parts(again)) == sorted(p for _, p in parts)


def in_one(book: Book) -> str:
    """The documents of a folder, one after the other."""
    return "\n".join(text for _, text in folder.documents(book))


def test_the_json_of_all_of_them_makes_the_same_journal(full: Store, tmp_path: Path) -> None:
    text = exported(full, json_export)
    assert text.isascii()
    with Store(tmp_path / "other.db", write=True) as other:
        import_export.book(other, json_export.read(text), AT)
        assert exported(other, json_export) == text


@pytest.mark.long
@pytest.mark.walk(33)
def test_anything_can_be_searched_for(full: Store, text: str) -> None:
    found = search.find_hits(full, text, Selection(limit=5))
    assert leaks(drawn(Listed(Hit, found))) == []
    leaves_out = re.search(r"(?:^|\s)-\S", text)  # -word: what has it is not found
    if tokenizer.match(text) and not leaves_out:
        assert found


def test_front_matter_reads_the_same_for_any_reader_of_yaml(words: str) -> None:
    for value in (
        words.strip(),
        f"{words} :",
        f"{words} #x",
        f"- {words}",
        f"'{words}'",
        "12:",
        "0x1f",
        "y",
        "~",
        "null",
        "1:30",
        "é: x",
    ):
        block = "\n".join(frontmatter.lines([("title", value), ("with", value)])[1:-1])
        assert yaml.load(block, yaml.BaseLoader) == {"title": value, "with": value}  # noqa: S506 - BaseLoader makes texts only
        assert frontmatter.split(f"---\n{block}\n---\n", ("title", "with")).keys["title"][0] == value
