"""Text that is out for trouble: nothing of it commands a terminal, breaks out of its place, stalls a command or is changed."""

import io
import json
import re
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import NOW, Onelog

from onelog import body, cards, document, frontmatter
from onelog.errors import Damaged, OnelogError
from onelog.formats import markdown, whole
from onelog.grammar import Place, guarded, plain, split_inline
from onelog.journal import bring, edit, follow, goals, log, merge, names, people, period
from onelog.model import Goal, Meeting, Record
from onelog.plain import safe
from onelog.render.lines import lines
from onelog.render.screen import Screen
from onelog.store import changes, meetings, records, search, words
from onelog.store import people as stored_people
from onelog.store.file import Store

AT = datetime.fromisoformat(NOW)
TODAY = AT.date()

# --- 200 hostile texts ---------------------------------------------------------------------------------------------

ATOMS = {
    "markup that closes nothing": "[/]",
    "markup": "[bold red]x[/bold red] [todo] [@click=app.bell]x[/]",
    "a link in markup": "[link=file:///etc/passwd]x[/link] :smile: :boom:",
    "colours": "\x1b[31mred\x1b[0m",
    "a cleared screen": "\x1b[2J\x1b[H\x1b[3J",
    "a hidden link": "\x1b]8;;http://example.org\x1b\\x\x1b]8;;\x1b\\",
    "the clipboard": "\x1b]52;c;aGVsbG8=\x07",
    "a window title": "\x1b]0;title\x07\x1b[21t",
    "device control": "\x1bP+q544e\x1b\\\x1bc",
    "C1": "\x9b31m \x90q\x9c \x9d0;x\x9c \x85",
    "backspaces": "password\x08\x08\x08\x08gone\x7f\x7f",
    "a carriage return": "shown\rhidden",
    "other line ends": "a\x0bb\x0cc\x1cd\x1de\x1ef\x1fg",
    "unicode line ends": "a\u2028b\u2029c\x85d",
    "right to left": "\u202etxt.exe\u202c \u2066x\u2069 \u200f\u061c",
    "zero width": "a\u200bb\u2060c\ufeffd\u180ee\xadf",
    "tag characters": "\U000e0068\U000e0069\U000e007f",
    "hidden selectors": "a\ufe01\ufe02\U000e0101\U000e0102",
    "noncharacters": "\ufffe \uffff \ufdd0 \U0001ffff \U0010fffe",
    "private use": "\ue000 \U000f0000 \U0010fffd",
    "a heap of accents": "e" + "\u0301" * 60,
    "emoji": "👩\u200d💻 👨\u200d👩\u200d👧\u200d👦 🇯🇵 ✌🏽 ☺\ufe0f",
    "fillers": "a\u3164b\uffa0c\u115fd\u2800e",
    "wide blanks": "a\u3000b\xa0c\u2003d\u205fe",
    "a rule": "---",
    "a field of a document": "with: x",
    "an id of a document": "id: zzzz",
    "a document": "---\nwith: Ben\nid: zzzz\nat: 2020-01-01\n---\n\nnot mine",
    "a broken document": "---\nwith: [x\n: -\n---",
    "a fence": "```",
    "a label in a fence": "```\na: in code #no ^k7qf\n```",
    "a longer fence": "~~~~~ x\n```\nd: x\n",
    "a comment": "<!-- a: x -->",
    "an open comment": "<!--",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;",
    "a setext heading": "Title\n=====\n- x\n-----",
    "another record's id": "words ^k7qf",
    "an id alone": "- ^k7qf",
    "labels": "a: b d: e w: f aha: g because: h",
    "labels that are kept": r"\a: b \\d: c \#tag \because: x",
    "boxes": "- [ ] [x] [-] []",
    "owners": '@ @@ @"" @"x @me @them @: x@example.org',
    "keys": 'due: due:x due:"" why: goal:zzzz from:me to: done:2020-01-01 mood:9 on:"',
    "tags": "#a #b/c-d #1 ##x +y -#z (#w) `#code` # +",
    "a spreadsheet": "=cmd|'/C calc'!A0\t+1,-2;@SUM(1)",
    "quotes": "\"a\",'b','';\"\"\" `c` ´d´ “e” \\\"",
    "formats": "%s %d %n {0} {x!r:>99999} %(a)s $x ${HOME} $(id) `id`",
    "sql": "'; DROP TABLE meeting; -- ? ?1 :a",
    "full-text syntax": '" OR NEAR(x y, 5) * AND ^ - title:x {a b}: x* "',
    "backslashes": "\\ \\\\ \\\\\\ \\n \\x1b \\u202e\\",
}  # fmt: skip

PLACES: dict[str, Callable[[str], str]] = {
    "alone": lambda x: x,
    "within": lambda x: f"before {x} after",
    "behind labels": lambda x: f"note {x}\na: {x}\naha: {x}\nbecause: {x}",
    "in a list": lambda x: f"# Heading\n\n* {x}\n  1. {x}\n\n> {x}\n{x}\n{x}",
}
TEXTS = {f"{name}, {place}": put(x) for name, x in ATOMS.items() for place, put in PLACES.items()}

texts = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
one_liners = pytest.mark.parametrize("words", [" ".join(x.split("\n")) for x in ATOMS.values()], ids=ATOMS.keys())


def test_there_are_200_of_them() -> None:
    assert len(set(TEXTS.values())) == 200


# --- what must not get out -----------------------------------------------------------------------------------------

_HIDDEN = re.compile("[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")


def leaks(out: str) -> list[str]:
    """What is in a text that a terminal might obey or a reader cannot see; found without the code that prevents it."""
    obeyed = [c for c in out if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c not in "\n\t"]
    nobody = [c for c in out if ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF]
    return [hex(ord(c)) for c in (*obeyed, *nobody, *_HIDDEN.findall(out))]


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


def drawn(view: str, values: object, color: str = "never", **more: object) -> str:
    """What a terminal of 60 columns would get."""
    out = io.StringIO()
    import_module(f"onelog.render.{view}").draw(Screen(out, color=color, width=60), values, today=TODAY, **more)
    return out.getvalue()


def shown(record: Record) -> Iterator[str]:
    """A record in all the ways in which it leaves the journal for somebody's eyes."""
    view = {"Meeting": "meeting"}.get(type(record).__name__, "record")
    yield drawn(view, record)
    yield "\n".join(lines([record], TODAY))
    yield cards.write(record)
    listed = {"Action": "actions", "Moment": "moments", "Topic": "topics", "Goal": "goals", "Person": "people"}
    if name := listed.get(type(record).__name__):
        yield drawn(name, [record])
    if isinstance(record, Meeting):
        yield drawn("timeline", [record])


def check_shown(record: Record) -> None:
    for out in shown(record):
        assert leaks(out) == [], out
    for line in lines([record], TODAY):
        assert "\n" not in line
    inside = edit.records_in(record) if isinstance(record, Meeting) else []
    assert len(list(lines([record], TODAY))) == 1 + len(inside)


def comes_back(store: Store, record: Record) -> None:
    """The record's document, read back, changes nothing; nor does it once more."""
    text = cards.write(record, blanks=True)
    assert edit.apply(store, record, text, AT).records == (), text


# --- as notes ------------------------------------------------------------------------------------------------------


@texts
def test_a_raw_note_is_kept_word_for_word(store: Store, text: str) -> None:
    logged = log.log_meeting(store, "mia", text, AT, raw=True)
    assert (logged.meeting.actions, logged.meeting.moments, logged.troubles) == ((), (), ())
    said = json.loads(json.dumps(import_module("onelog.formats.records").record_json(logged.meeting, TODAY)))
    assert said["notes"] == body.tidy(text)
    check_shown(logged.meeting)
    comes_back(store, logged.meeting)


@texts
def test_a_logged_text_loses_nothing_and_reads_back_unchanged(store: Store, text: str) -> None:
    try:
        logged = log.log_meeting(store, "mia", text, AT)
    except OnelogError as error:
        assert "with 'Ben'" in error.message, "only a text that says it is with somebody else is refused"
        return
    for out in (drawn("logged", logged), *(f"{what}" for _, what in logged.troubles)):
        assert leaks(safe(out)) == []
    check_shown(logged.meeting)
    comes_back(store, logged.meeting)
    written = document.write(logged.meeting)
    kept = "".join(c for c in written if c.isalnum())
    for run in re.findall("[a-z]{3,}", text):
        assert run in kept or run in ("action", "because", "due", "why", "done", "goal", "from", "mood", "aha"), run


@texts
def test_a_note_between_meetings_becomes_part_of_the_next(store: Store, text: str) -> None:
    try:
        log.note(store, "mia", text, AT)
    except OnelogError as error:
        assert "with 'Ben'" in error.message, "only a text that says it is with somebody else is refused"
        return
    logged = log.log_meeting(store, "mia", "the talk itself", AT)
    assert logged.folded > 0
    check_shown(logged.meeting)
    comes_back(store, logged.meeting)


# --- as one line: actions, moments, topics, titles, reasons, check-ins -----------------------------------------------


@pytest.mark.parametrize("kind", ["action", "aha", "praise", "concern", "topic"])
@one_liners
def test_one_line_is_kept_or_refused_with_a_sentence(store: Store, kind: str, words: str) -> None:
    add = (lambda: follow.park(store, "mia", words, AT)) if kind == "topic" else (lambda: follow.add(store, kind, words, AT, "mia"))
    try:
        record = add().records[0]
    except OnelogError as error:
        assert error.message
        assert error.hint
        return
    check_shown(record)
    comes_back(store, record)
    if not re.search(r"[@#+\\:]|\[.\]|\^k7qf", words):  # nothing in it that the grammar reads
        assert getattr(record, "text", "") == words.strip()


@one_liners
def test_reasons_are_kept(store: Store, words: str) -> None:
    action = follow.add(store, "action", "a thing", AT).records[0]
    done = follow.close(store, [action.id], TODAY, words, "dropped", AT).records[0]
    assert getattr(done, "why", "").split() == words.split()
    check_shown(done)
    comes_back(store, done)


@one_liners
def test_goals_keep_their_title_metric_unit_and_check_ins(store: Store, words: str) -> None:
    made = goals.add(store, words, AT, metric=words, unit=words, start=1, target=2).records[0]
    assert isinstance(made, Goal)
    assert made.title.split() == words.split()
    follow.check_in(store, made.id, 1.5, words, AT)
    follow.check_in(store, made.id, None, words, AT)
    goal = records.by_id(store, made.id)
    assert isinstance(goal, Goal)
    assert [c.text.split() for c in goal.checkins] == [words.split()] * 2
    check_shown(goal)
    comes_back(store, goal)


@one_liners
def test_a_name_or_alias_is_kept_or_refused(store: Store, words: str) -> None:
    for name, alias in ((words, None), ("Mia Tanaka", words)):
        try:
            person = people.add(store, name, AT, alias=alias).records[0]
        except OnelogError as error:
            assert leaks(safe(error.message)) == []
            continue
        assert (getattr(person, "alias", "") if alias else getattr(person, "name", "")) == " ".join(words.split())
        check_shown(person)
        comes_back(store, person)
        assert names.person(store, words).uid == person.uid


# --- all of them in one journal --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A journal in which every one of them stands as a note, and every one-liner as a moment, topic and goal."""
    with Store(tmp_path_factory.mktemp("full") / "journal.db", write=True) as store:
        for text in TEXTS.values():
            log.log_meeting(store, "mia", text, AT, raw=True)
        for text in ATOMS.values():
            line = " ".join(text.split("\n"))
            goals.add(store, line, AT, metric=line)
            for kind in ("aha", "action", "concern"):
                try:
                    follow.add(store, kind, line, AT, "mia")
                except OnelogError:
                    continue
        yield store


@pytest.mark.parametrize("color", ["never", "always"])
def test_every_screen_is_clean(full: Store, color: str) -> None:
    views = {
        "timeline": meetings.newest(full, None, None, None),
        "actions": records.actions(full), "moments": records.moments(full), "goals": records.goals(full),
        "people": stored_people.everybody(full), "history": changes.history(full, limit=None),
        "search": search.search(full, "x", limit=500), "topics": records.topics(full),
    }  # fmt: skip
    for view, values in views.items():
        out = drawn(view, values, color)
        assert leaks(re.sub(r"\x1b\[[0-9;]*m", "", out)) == [], view
        assert (color == "always") == ("\x1b[" in out) or not values, view
        assert leaks("\n".join(lines(values, TODAY))) == []


def exported(store: Store, module: Any) -> str:
    out = io.StringIO()
    module.write(period.book(store, None, None, private=True), out, TODAY)
    return out.getvalue()


def test_the_markdown_of_all_of_them_is_clean_and_in_its_places(full: Store, tmp_path: Path) -> None:
    text = exported(full, markdown)
    assert leaks(text) == []
    book = period.book(full, None, None, private=True)
    there = sum(map(len, (book.people, book.meetings, book.goals, book.actions, book.moments, book.topics)))
    parts = list(document.parts(text))
    assert len(parts) == there
    with Store(tmp_path / "other.db", write=True) as other:
        bring.documents(other, [bring.Page("all.md", n, part) for n, part in parts], AT)
        assert sorted(p for _, p in document.parts(exported(other, markdown))) == sorted(p for _, p in parts)


def test_the_json_of_all_of_them_makes_the_same_journal(full: Store, tmp_path: Path) -> None:
    text = exported(full, whole)
    assert text.isascii()
    with Store(tmp_path / "other.db", write=True) as other:
        merge.book(other, whole.read(text), AT)
        assert exported(other, whole) == text


@texts
def test_anything_can_be_searched_for(full: Store, text: str) -> None:
    found = search.search(full, text, limit=5)
    assert leaks(drawn("search", found)) == []
    if words.match(text):
        assert found


@pytest.mark.parametrize("query", ["x " * 20_000, "ab" * 50_000, "目標" * 20_000, '"' * 50_000, "a*b" * 9_999, " ".join(map(str, range(9999)))])
def test_a_very_long_query_is_a_query(full: Store, query: str) -> None:
    search.search(full, query)


@one_liners
def test_front_matter_reads_the_same_for_any_reader_of_yaml(words: str) -> None:
    for value in (words.strip(), f"{words} :", f"{words} #x", f"- {words}", f"'{words}'", "12:", "0x1f", "y", "~", "null", "1:30", "é: x"):
        block = "\n".join(frontmatter.lines([("title", value), ("with", value)])[1:-1])
        assert yaml.load(block, yaml.BaseLoader) == {"title": value, "with": value}  # noqa: S506 - BaseLoader makes texts only
        assert frontmatter.split(f"---\n{block}\n---\n", ("title", "with")).keys["title"][0] == value


# --- much of it ----------------------------------------------------------------------------------------------------

MUCH = (
    "\\", " ", "\t", "*", "-", "_", "1", "1,", "`", "``` ", "` `` ", "~", '"', "@", '@"', '@"x" ', "@x ", "@: ", "#", "#a", "#a-",
    " #a", "+", "a: ", "a:", "a: x ", "- [ ] ", "- ", "1. ", "on:", 'on:"', "on:x ", "mood:4 ", "mood:9 ", "due:x ", "because:",
    " why: x", "^", " ^k7qf", "**aha:** ", "宿題:", "目標", "\u200d", "👩\u200d", "e\u0301", "\x1b[31m", "\u202e", "<!--", "[", "{", "\r", "x ",
    "> ", "| ", "(", "\u3000", "\\a: ", "\\#x ", "' ", ": ",
)  # fmt: skip
LINES = ("x", "", " ", "---", "---\nwith: x", "a: x", "- [ ] x due:fri @mia", "```", "> x", "^k7qf", "#t", "because: x", "with: x", "- ^k7qf")
SIZE = 40_000
PATIENCE = 1.5
"""Seconds of work. What is meant takes a hundredth of that; what grows with the square of the size takes minutes."""


def within_patience(what: Callable[[], object]) -> None:
    begun = time.process_time()
    what()
    took = time.process_time() - begun
    assert took < PATIENCE, f"{took:.1f} s"


def round_trip(text: str) -> None:
    """All that is done with a text between the keyboard and the screen, without the journal."""
    draft = document.read(text, AT)
    for line in draft.lines:
        if isinstance(line, body.Note):
            for alone in (True, False):
                assert plain(guarded(line.text, Place("note", True, alone)), Place("note", True, alone)) == line.text
    document.read_item("action", text.replace("\n", " "), AT)
    cards.kind_of_text(text)
    list(document.parts(text))
    safe(text)
    frontmatter.read_scalar(frontmatter.scalar(text.replace("\n", " ")))
    words.index_text(text)
    words.match(text[:100_000])
    words.snippet(text, text[:20])


@pytest.mark.parametrize("bit", MUCH)
def test_a_very_long_line_takes_no_long_time(bit: str) -> None:
    much = bit * (SIZE // len(bit))
    for text in (much, f"a: {much}x", f"---\nwith: {much}x\n---\nx"):
        within_patience(lambda text=text: round_trip(text))  # type: ignore[misc]  # the text of this round


@pytest.mark.parametrize("line", LINES)
def test_very_many_lines_take_no_long_time(line: str) -> None:
    text = f"{line}\n" * (SIZE // 4)
    within_patience(lambda: round_trip(text))


def test_very_many_labels_in_a_line_take_no_long_time() -> None:
    within_patience(lambda: split_inline("a: " * 300_000))


def test_very_many_names_that_cannot_be_are_looked_up_once_and_told_in_few_lines(store: Store) -> None:
    people.add(store, "Mia Tanaka", AT)
    within_patience(lambda: follow.add(store, "action", "x " + "@: " * 100_000, AT))
    changed = follow.add(store, "action", "x " + "@: due:x " * 100, AT)
    assert 10 < len(changed.troubles) < 60
    assert "more" in changed.troubles[-1][1]


def test_a_line_of_a_megabyte_goes_through_the_journal(onelog: Onelog) -> None:
    for much in ("x " * 500_000, "\u202e" * 300_000):
        begun = time.monotonic()
        onelog("log", "mia", "-", input=much)
        for command in ("timeline", "show mia", "export", "search x", "timeline --json"):
            onelog(command)
        assert time.monotonic() - begun < 30
    assert leaks(onelog.screen("timeline")) == []


# --- through real processes ------------------------------------------------------------------------------------------

THROUGH = [" ".join(ATOMS[name].split("\n")) for name in (
    "markup that closes nothing", "a cleared screen", "a hidden link", "the clipboard", "C1", "a carriage return",
    "unicode line ends", "right to left",
)]  # fmt: skip
COMMANDS = ("", "timeline", "show mia", "moments", "history", "search x", "export --private")


def test_nothing_leaks_to_a_terminal_or_a_pipe(onelog: Onelog) -> None:
    for text in THROUGH:
        onelog("log", "mia", "-", "--raw", input=text)
        onelog("log", "mia", f"\\{text}", "mood:3")
        onelog("aha", "-", "--with", "mia", input=f"x {text}")
    kept = [m["notes"] for m in onelog.json("timeline --limit 0") if m["kind"] == "meeting"]
    assert sorted(kept[::-1][::2]) == sorted(THROUGH)
    for command in COMMANDS:
        assert leaks(onelog.screen(*command.split()) if command else onelog.screen("--color", "never")) == [], command
        done = onelog.run(*command.split(), "") if not command else onelog.run(command)
        assert leaks(done.out) == [], command
        assert leaks(done.err) == [], command


@pytest.mark.parametrize("text", THROUGH[1::3])
def test_what_is_refused_is_named_cleanly(onelog: Onelog, text: str) -> None:
    """A hostile word where a name, an id, a day, an option or a command is expected."""
    wrong: Sequence[Sequence[str]] = (
        ("show", text), ("log", "mia", "x", "--on", text), ("export", text), ("--color", "never", text),
        ("goals", "close", "x", "--as", text), ("timeline", f"--{text}"), ("import", f"{text}.md"),
    )  # fmt: skip
    for command in wrong:
        done = onelog.run(*command)
        assert done.code in (1, 2), (command, done)
        assert leaks(done.err) == []
        assert 1 <= len(done.err.splitlines()) <= 3
        assert "inside onelog" not in done.err


BROKEN = {
    "NUL": (b"one\0two", "one\ufffdtwo"),
    "NUL in a document": (b"---\nwith: mia\n---\n\none\0two\n", "one\ufffdtwo"),
    "half a pair": (b"one\xed\xa0\x80two", None),
    "Latin-1": (b"caf\xe9", None),
    "UTF-16": ("one 目標".encode("utf-16"), "one 目標"),
    "a byte order mark": (b"\xef\xbb\xbfone", "one"),
}


@pytest.mark.parametrize(("data", "kept"), BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("door", ["pipe", "file"])
def test_bytes_that_are_no_text_are_replaced_or_refused_and_it_is_said(
    onelog: Onelog, data: bytes, kept: str | None, door: str
) -> None:
    (onelog.folder / "note.md").write_bytes(data)
    done = onelog.run("log", "mia", "-", input=data) if door == "pipe" else onelog.run("log", "mia", "--file", "note.md")
    if kept is None:
        assert done.code == 1
        assert "not UTF-8" in done.err
        assert not onelog.journal.exists()
        return
    assert done.code == 0, done
    assert ("\ufffd" in done.err) == ("\ufffd" in kept)
    assert onelog.json("timeline")[0]["notes"] == kept


ARGUMENTS: Sequence[tuple[str, ...]] = (
    ("log", "mia", "one \udcff two"), ("aha", "one \udcff two"), ("topic", "mia", "\udcff"), ("note", "mia", "x\udcff"),
    ("log", "\udcff", "x"), ("log", "mia", "x", "--on", "\udcff"), ("people", "add", "M\udcff"), ("people", "add", "Ben", "--alias", "\udcff"),
    ("goals", "add", "title \udcff"), ("goals", "add", "t", "--metric", "\udcff"), ("goals", "checkin", "big", "5", "\udcff"),
    ("drop", "IDID", "--why", "\udcff"), ("done", "\udcff"), ("search", "\udcff"), ("search", "x", "--tag", "\udcff"), ("show", "\udcff"),
    ("timeline", "\udcff"), ("moments", "--tag", "\udcff"), ("history", "\udcff"), ("export", "\udcff"), ("actions", "--goal", "\udcff"),
    ("log", "mia", "--file", "\udcff"), ("import", "\udcff"), ("import", "--format", "\udcff", "x"), ("\udcff",), ("export", "-o", "\udcff/x"),
)  # fmt: skip


def test_arguments_that_are_no_text_are_kept_as_such_or_refused(onelog: Onelog) -> None:
    onelog("goals", "add", "big one")
    id_ = onelog.json("actions", "add", "a thing")["id"]
    for command in ARGUMENTS:
        done = onelog.run(*(id_ if word == "IDID" else word for word in command))
        assert "inside onelog" not in done.err, (command, done.err)
        assert "Traceback" not in done.err, command
        assert done.code in (0, 1, 2), (command, done)
        assert leaks(done.out + done.err) == [], command
        if done.code:
            assert done.err.startswith("onelog: "), command
        elif command[0] not in ("search", "moments", "timeline", "export"):
            assert "\ufffd" in done.err, (command, done)
    assert onelog.run("timeline", "--json").code == 0
    assert onelog("export --format json").isascii()


@pytest.mark.parametrize(("what", "place"), [("\\u0000", "text"), ("\\udfff x", "name")])
def test_an_export_with_what_is_no_text_is_refused_whole(onelog: Onelog, what: str, place: str) -> None:
    onelog("log", "Mia", "MARK a: draft")
    text = onelog("export --format json").replace("MARK" if place == "text" else "Mia", what)
    (onelog.folder / "in.json").write_text(text)
    other = {"ONELOG_JOURNAL": str(onelog.folder / "other.db")}
    said = onelog.fails("import", "in.json", code=3, **other)
    assert "in.json" in said
    assert onelog.json("timeline", **other) == []


def test_a_document_whose_front_matter_has_an_empty_line_stays_apart_from_its_neighbours(onelog: Onelog) -> None:
    one = "---\nwith: Mia\nat: 2026-11-20T10:00+09:00\n\nzodiac: lion\n---\n\nfirst\n"
    (onelog.folder / "a.md").write_text(one)
    (onelog.folder / "b.md").write_text("---\nwith: Mia\nat: 2026-11-19T10:00+09:00\n---\n\nbefore\n")
    onelog("import", "a.md", "b.md")
    text = onelog("export")
    assert len(list(document.parts(text))) == 2


def test_damaged_is_what_it_says() -> None:
    with pytest.raises(Damaged, match="no text"):
        whole.read('{"onelog": 1, "people": [{"name": "\\u0000"}]}', "in.json")
