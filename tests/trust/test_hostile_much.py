"""Very long lines and very many of them: the work grows with the text, not with its square."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from conftest import NOW, Onelog
from hostile import TEXTS, leaks
from inside import Inside

from onelog.core.sanitize import safe
from onelog.journal import follow_up, log, people
from onelog.markdown import body, document, entities, frontmatter
from onelog.markdown.grammar import Place, guarded, plain
from onelog.markdown.labels import split_inline
from onelog.store.database import Store
from onelog.store.search import search, snippets, tokenizer

pytestmark = pytest.mark.posix

AT = datetime.fromisoformat(NOW)
TODAY = AT.date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "journal.db", write=True) as store:
        yield store


MUCH = (
    "\\", " ", "\t", "*", "-", "_", "1", "1,", "`", "``` ", "` `` ", "~", '"', "@", '@"', '@"x" ', "@x ", "@: ", "#", "#a", "#a-",
    " #a", "+", "a: ", "a:", "a: x ", "- [ ] ", "- ", "1. ", "on:", 'on:"', "on:x ", "mood:4 ", "mood:9 ", "due:x ", "because:",
    " why: x", "^", " ^k7qf", "**aha:** ", "宿題:", "目標", "\u200d", "👩\u200d", "e\u0301", "\x1b[31m", "\u202e", "<!--", "[", "{", "\r", "x ",
    "> ", "| ", "(", "\u3000", "\\a: ", "\\#x ", "' ", ": ",
)  # fmt: skip
LINES = (
    "x",
    "",
    " ",
    "---",
    "---\nwith: x",
    "a: x",
    "- [ ] x due:fri @mia",
    "```",
    "> x",
    "^k7qf",
    "#t",
    "because: x",
    "with: x",
    "- ^k7qf",
)
SIZE = 40_000
PATIENCE = 20
"""Seconds of work, so many that no slow machine needs them. What grows with the square of the size takes minutes."""


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
            for first in (True, False):
                assert plain(guarded(line.text, Place("note", first)), Place("note", first)) == line.text
    document.read_item("action", text.replace("\n", " "), AT)
    entities.kind_of_text(text)
    list(document.parts(text))
    safe(text)
    frontmatter.read_scalar(frontmatter.scalar(text.replace("\n", " ")))
    tokenizer.index_text(text)
    tokenizer.match(text[:100_000])
    snippets.snippet(text, text[:20])


@pytest.mark.long
@pytest.mark.walk(8)
@pytest.mark.parametrize("bit", MUCH)
def test_a_very_long_line_takes_no_long_time(bit: str) -> None:
    much = bit * (SIZE // len(bit))
    for text in (much, f"a: {much}x", f"---\nwith: {much}x\n---\nx"):
        within_patience(lambda text=text: round_trip(text))  # type: ignore[misc]  # the text of this round


@pytest.mark.walk(3)
@pytest.mark.parametrize("line", LINES)
def test_very_many_lines_take_no_long_time(line: str) -> None:
    text = f"{line}\n" * (SIZE // 4)
    within_patience(lambda: round_trip(text))


def test_very_many_labels_in_a_line_take_no_long_time() -> None:
    within_patience(lambda: split_inline("a: " * 100_000))


def test_very_many_names_that_cannot_be_are_looked_up_once_and_told_in_few_lines(store: Store) -> None:
    people.add_person(store, "Mia Tanaka", AT)
    within_patience(lambda: follow_up.add(store, "action", "x " + "@: " * 100_000, AT))
    changed = follow_up.add(store, "action", "x " + "@: due:x " * 100, AT)
    assert 10 < len(changed.troubles) < 60
    assert "more" in changed.troubles[-1][1]


@pytest.mark.walk(2)
@pytest.mark.parametrize(
    "query",
    ["x " * 20_000, "ab" * 50_000, "目標" * 20_000, '"' * 50_000, "a*b" * 9_999, " ".join(map(str, range(9999)))],
)
def test_a_very_long_query_is_a_query(store: Store, query: str) -> None:
    log.log_meeting(store, "mia", "\n".join(TEXTS.values()).replace("\0", ""), AT, raw=True)
    within_patience(lambda: search.find_hits(store, query))


def test_a_line_of_a_megabyte_goes_through_the_journal(onelog: Onelog) -> None:
    inside = Inside(onelog.folder)
    for much in ("x " * 500_000, "\u202e" * 300_000):
        within_patience(lambda much=much: inside("log", "mia", "-", input=much.encode()))  # type: ignore[misc]  # as above
        for command in ("timeline", "show mia", "export", "search x", "timeline --json"):
            within_patience(lambda command=command: inside(*command.split()))  # type: ignore[misc]  # as above
        assert much[:9] in onelog("export")
    assert leaks(onelog.screen("timeline")) == []
