"""The page: it holds all that it needs, runs nothing, fetches nothing, and no text in it is ever more than text."""

import io
import re
from base64 import b64encode
from datetime import datetime
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import DEMO_NOW, Onelog
from hostile import ATOMS
from hostile_book import AT, TODAY, hostile, kept
from hypothesis import given
from hypothesis import strategies as st
from inside import Inside

from onelog.core.calendar.periods import Period
from onelog.core.model import Action, Checkin, Goal, Meeting, Moment, Person, Ref, Skip, Topic
from onelog.core.results.common import Book
from onelog.core.sanitize import safe
from onelog.formats.html import page
from onelog.formats.html.markup import tag
from onelog.markdown.body import Note, Slot, body_of

pytestmark = pytest.mark.posix

EMPTY = ("meta",)


class Parts(HTMLParser):
    """A page taken apart: its elements with their attributes, in order, and the text in them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, str, dict[str, str | None]]] = []
        """(where, tag, attributes) of each element."""
        self.texts: list[tuple[str, str]] = []
        """(class or tag of the innermost element, text)."""
        self.strange: list[str] = []
        self.classes: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _ in attrs}) < len(attrs):
            self.strange.append(f"{tag} says an attribute twice")
        self.tags.append((" ".join(self.open), tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)
            self.classes.append(dict(attrs).get("class") or tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.strange.append(f"</{tag}> closes {self.open[-1:]}")
            return
        self.open.pop()
        self.classes.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append((self.classes[-1] if self.classes else "", data))

    def handle_comment(self, data: str) -> None:
        self.strange.append(data)

    def unknown_decl(self, data: str) -> None:
        self.strange.append(data)

    def handle_pi(self, data: str) -> None:
        self.strange.append(data)

    def all(self, of: str) -> list[str]:
        return [text for name, text in self.texts if name == of]


def written(book: Book, language: str = "en") -> str:
    out = io.StringIO()
    page.write(book, out, TODAY, language)
    return out.getvalue()


@given(st.text(), st.text())
def test_a_text_in_an_element_is_that_text_and_nothing_else(words: str, value: str) -> None:
    found = Parts(tag("p", words, class_=value))
    assert found.strange == []
    assert [(name, attributes) for _, name, attributes in found.tags] == [
        ("p", {"class": safe(value)} if value else {})
    ]
    assert "".join(text for _, text in found.texts) == safe(words)


def book_of(words: str) -> Book:
    """A book in which some words stand in every place that somebody can write to."""
    line = " ".join(words.split("\n")).strip() or "x"
    mia, met, parent = Ref("u1", line), Ref("u2", "m2m2"), Ref("u3", "g3g3")
    inside = Action("u4", "bbbb", line, mia, mia, met, parent, TODAY, "open", TODAY, None, line, ("tag",))
    done = Action(
        "u5", "cccc", line, None, mia, None, None, None, "dropped", TODAY, TODAY, line, (line.replace(" ", "-"),)
    )
    said = Moment("u6", "dddd", "praise", line, line, mia, None, mia, met, AT, None, ())
    concern = Moment("u7", "ffff", "concern", line, line, None, None, mia, None, AT, TODAY, ())
    topic = Topic("u8", "gggg", line, mia, None, TODAY, "raised", TODAY, line, ())
    look = Checkin("u9", "hhhh", parent, AT, 2.5, line, None)
    goal = Goal("u3", "g3g3", line, mia, TODAY, line, 1.0, 2.0, line, "open", None, TODAY, None, (), (look,))
    under = Goal("u10", "jjjj", line, None, None, None, None, None, None, "missed", parent, TODAY, TODAY, ())
    notes = [Note(part) for part in f"before {words} after".split("\n")]
    meeting = Meeting(
        "u2", "m2m2", mia, AT, 45, "walk", 4, 3, 5, (), body_of([*notes, Slot("- ", "bbbb"), *notes]), "", AT, (inside,), (said,)
    )  # fmt: skip
    who = Person("u1", "kkkk", line, line, "manager", line, "FREQ=WEEKLY", TODAY)
    skip = Skip("u11", "mmmm", mia, TODAY, TODAY, None, line)
    return Book(None, (who,), (meeting,), (done,), (concern,), (topic,), (goal, under), (skip,))


SKELETON = [(where, name, sorted(attributes)) for where, name, attributes in Parts(written(book_of("x"))).tags]


@pytest.mark.long
@pytest.mark.parametrize("words", ATOMS.values(), ids=ATOMS.keys())
def test_hostile_words_are_text_wherever_they_stand(words: str) -> None:
    words = kept(words)
    found = Parts(written(book_of(words)))
    assert found.strange == []
    assert found.open == []
    assert [(where, name, sorted(attributes)) for where, name, attributes in found.tags] == SKELETON
    note = safe(f"before {words} after").rstrip()
    assert found.all("note") == [note, note]
    line = safe(" ".join(words.split("\n")).strip() or "x")
    assert sum(line in text for _, text in found.texts) >= 20


def test_the_skeleton_is_the_whole_of_a_page() -> None:
    """What the test above compares with has every kind of thing in it."""
    found = Parts(written(book_of("x")))
    assert {name for _, name, _ in found.tags} == {
        "html", "head", "meta", "title", "style", "body", "header", "main", "section", "article", "h1", "h2", "h3", "p", "time",
        "div", "ul", "li", "span", "figure", "figcaption", "svg", "desc", "path", "rect", "text", "details", "summary", "table",
        "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    kinds = {(attributes.get("class") or "").split(" ")[0] for _, name, attributes in found.tags if name == "li"}
    assert kinds == {"action", "praise", "concern", "topic", "checkin", "person", "skipped"}


def test_a_whole_journal_of_them_is_one_sound_page() -> None:
    found = Parts(written(hostile()))
    assert found.strange == []
    assert found.open == []
    ids = [attributes["id"] for _, _, attributes in found.tags if "id" in attributes]
    assert len(set(ids)) == len(ids) > 500


@pytest.fixture(scope="module")
def pages(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The demo's last quarter and all of it, in English and Japanese."""
    run = Inside(tmp_path_factory.mktemp("pages"), ONELOG_NOW=DEMO_NOW)
    run.journal.write_bytes(demo_file.read_bytes())
    config = run.folder / "ja.toml"
    config.write_text('language = "ja"\n', encoding="utf-8")
    whole = ("export", "all", "--private", "--format", "html")
    return {
        "quarter": run("export", "2026Q3", "--format", "html").out, "all": run(*whole).out,
        "japanese": run(*whole, ONELOG_CONFIG=str(config)).out,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["quarter", "all", "japanese"])
def test_a_page_is_sound_and_needs_nothing_else(pages: dict[str, str], name: str) -> None:
    text = pages[name]
    found = Parts(text)
    assert (found.strange, found.open) == ([], [])
    assert text.startswith("<!doctype html>\n")
    assert found.tags[0][2] == {"lang": "ja" if name == "japanese" else "en"}
    names = {key for _, _, attributes in found.tags for key in attributes}
    drawn = {"viewbox", "role", "scope", "x", "y", "width", "height", "d", "stroke-dasharray"}
    assert names <= {"lang", "charset", "http-equiv", "content", "name", "class", "id", "datetime", *drawn}
    assert not {"script", "link", "img", "iframe", "a", "form", "object", "base"} & {tag for _, tag, _ in found.tags}
    (style,) = found.all("style")
    assert not re.search(r"url\(|@import|expression|//", style)


def test_a_page_lets_a_browser_do_nothing_but_show_it(pages: dict[str, str]) -> None:
    found = Parts(pages["all"])
    heads = [attributes for where, name, attributes in found.tags if name == "meta"]
    (policy,) = (m["content"] for m in heads if m.get("http-equiv") == "Content-Security-Policy")
    (style,) = found.all("style")
    fingerprint = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{fingerprint}'; base-uri 'none'; form-action 'none'"
    order = [name for _, name, _ in found.tags]
    assert heads.index(next(m for m in heads if "http-equiv" in m)) < order.index("style")
    assert {"name": "referrer", "content": "no-referrer"} in heads


def test_meetings_stand_in_the_order_of_their_days(pages: dict[str, str]) -> None:
    days = [attributes["datetime"] or "" for _, name, attributes in Parts(pages["all"]).tags if name == "time"]
    assert len(days) == 147
    assert days == sorted(days, key=datetime.fromisoformat)


def test_a_page_has_every_word_of_the_notes(pages: dict[str, str], demo: Onelog) -> None:
    notes = Parts(pages["all"]).all("note")
    shown = "\n".join(notes)
    for meeting in demo.json("timeline --kind meeting --limit 500"):
        for line in meeting["notes"].split("\n"):
            assert line in shown


def test_a_page_keeps_private_kinds_and_other_meetings_words_out(tmp_path: Path) -> None:
    run = Inside(tmp_path)
    run("goals", "add", "more talks")
    run("log", "mia", "we met c: the freeze x: very tired g: talks 3 said to mia")
    run("log", "ben", "another g: talks 4 said to ben")
    run("log", "mia", "long ago g: talks 1 said at first", "--on", "2026-02-02")
    page_of_mia = ("export", "--with", "mia", "--format", "html")
    shown = " ".join(text for _, text in Parts(run(*page_of_mia).out).texts)
    assert shown.count("said to mia") == 2  # in the meeting, and with the goal
    for words in ("freeze", "tired", "said to ben"):
        assert words not in shown
    assert "freeze" in run(*page_of_mia, "--private").out
    assert "said at first" not in run("export", "--format", "html").out
    assert "said at first" in run("export", "all", "--format", "html").out


def test_a_page_says_how_things_stand() -> None:
    book = book_of("draft it")
    found = Parts(
        written(
            book._replace(actions=(*book.actions, Action("u11", "nnnn", "late", None, due=AT.date().replace(day=1))))
        )
    )
    assert found.all("stands")[:2] == ["draft it · open · due Sun 22 Nov 2026", "settled Sun 22 Nov 2026"]
    assert "open · due Sun 1 Nov 2026 · overdue" in found.all("stands")
    assert found.all("h2") == ["At a glance", "Meetings", "Between meetings", "Goals", "People"]
    assert "Meeting" not in found.all("title")
    period = Period(AT.date().replace(month=7, day=1), AT.date().replace(month=10, day=1), "2026Q3")
    empty = Parts(written(Book(period)))
    assert empty.all("facts") == ["Wed 1 Jul 2026 – Wed 30 Sep 2026 · 0 meetings · as of Sun 22 Nov 2026"]
    assert "Nothing was written down in this time." in empty.all("p")
