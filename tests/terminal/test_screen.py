"""The one screen: its width, its colours, and that nothing unsafe gets out."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from io import BytesIO, StringIO, TextIOWrapper
from typing import Any

import pytest
import render_sample as sample
from conftest import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from render_sample import TODAY
from rich.cells import cell_len
from rich.segment import Segment, Segments
from rich.style import Style
from strategies import meetings

from onelog.core.kinds import Record
from onelog.core.model import Goal, Meeting, Person, Ref
from onelog.core.results.common import Changed, Logged, Standing, Today
from onelog.core.sanitize import safe
from onelog.terminal.insight import today as draw_today
from onelog.terminal.insight import upcoming as draw_next
from onelog.terminal.kit.screen import Screen
from onelog.terminal.records import actions as draw_actions
from onelog.terminal.records import changed, goals, history, logged, meeting, people, record, search, timeline
from onelog.terminal.records import moments as draw_moments
from onelog.terminal.records import topics as draw_topics

pytestmark = pytest.mark.posix


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


# --- width


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("", 80),
        ("0", 80),
        ("junk", 80),
        ("-5", 80),
        ("1", 20),
        ("19", 20),
        ("60", 60),
        ("500", 500),
        ("99999", 500),
        ("9" * 40, 80),
    ],
)
def test_the_width_is_what_columns_says_within_reason(
    monkeypatch: pytest.MonkeyPatch, columns: str, expected: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert Screen(StringIO()).width == expected


def test_a_width_that_is_given_is_kept_within_reason() -> None:
    assert [Screen(StringIO(), width=width).width for width in (1, 60, 10**6)] == [20, 60, 500]


def test_lines_do_not_grow_with_a_very_wide_screen() -> None:
    screen, file = sample.screen(200)
    screen.row([], ["word " * 60], ["tail"])
    assert max(map(len, file.getvalue().splitlines())) == 100


def test_a_line_that_is_too_long_is_cut() -> None:
    screen, file = sample.screen(20)
    screen.line("目標設定面談の記録を読み返す")
    assert file.getvalue() == "目標設定面談の記録…\n"


# --- colour


@pytest.mark.parametrize(
    ("color", "environment", "terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": ""}, False, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colours_are_used_where_they_are_wanted(
    monkeypatch: pytest.MonkeyPatch, color: str, environment: dict[str, str], terminal: bool, expected: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    file = Terminal() if terminal else StringIO()
    Screen(file, color=color, width=80).line(("late", "late"))
    assert file.getvalue() == ("\x1b[1;31mlate\x1b[0m\n" if expected else "late\n")


def test_without_colour_all_words_are_the_same() -> None:
    plain, colored = (sample.screen(80, color=color) for color in ("never", "always"))
    for screen, _ in (plain, colored):
        timeline.draw(screen, sample.ENTRIES, TODAY, 3)
    assert "\x1b" not in plain[1].getvalue()
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored[1].getvalue()) == plain[1].getvalue()


def test_only_what_is_overdue_is_bold_red() -> None:
    screen, file = sample.screen(80, color="always")
    draw_actions.draw(screen, (sample.PLAN, sample.CALL), TODAY)
    assert re.findall(r"\x1b\[1;31m([^\x1b]*)", file.getvalue()) == [
        "1 overdue",
        "!",
        "5 days ago · Tue 17 Nov",
    ]


# --- what a terminal cannot show


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-8", "☐ ✓ ✗ 5 days · …\n"),
        ("latin-1", "o x - 5 days · ~\n"),
        ("ascii", "o x - 5 days | ~\n"),
        ("cp1252", "o x - 5 days · …\n"),
    ],
)
def test_marks_are_plain_where_the_encoding_has_no_others(encoding: str, expected: str) -> None:
    raw = BytesIO()
    file = TextIOWrapper(raw, encoding=encoding, newline="\n")
    Screen(file, width=80).line("☐ ✓ ✗ 5 days · …")
    file.flush()
    assert raw.getvalue().decode(encoding) == expected


# --- nothing unsafe gets out

NASTY = "a\x1b[2J\x1b]8;;http://x\x07b\u202e\u200b\x9b[5n\r\x00\ud800z"


def spoiled(value: Any) -> Any:
    """The value with hostile text in every field that somebody can write freely."""
    if isinstance(value, Ref):
        return Ref(value.uid, value.label + NASTY)
    named = getattr(value, "_fields", ())
    if isinstance(value, tuple) and not named:
        return tuple(spoiled(one) for one in value)
    if not named and (not is_dataclass(value) or isinstance(value, type)):
        return value
    free = (
        "text",
        "because",
        "why",
        "label",
        "name",
        "alias",
        "title",
        "metric",
        "unit",
        "snippet",
        "command",
        "body",
        "person",
    )
    changes = {}
    for name in named or [field.name for field in fields(value)]:
        old = getattr(value, name)
        changes[name] = old + NASTY if name in free and isinstance(old, str) else spoiled(old)
    return value._replace(**changes) if named else replace(value, **changes)


def everything(screen: Screen) -> None:
    """Every view, of spoiled records."""
    met, hits, made = (spoiled(value) for value in (sample.MEETING, sample.HITS, sample.CHANGES))
    draw_actions.draw(screen, spoiled((*sample.ACTIONS, sample.ROOM, sample.SLIDES)), TODAY)
    timeline.draw(screen, spoiled(sample.ENTRIES), TODAY, 5)
    meeting.draw(screen, met, TODAY)
    for one in (
        sample.PLAN,
        sample.AHA,
        sample.PRAISE,
        sample.TOPIC,
        sample.LOOK,
        sample.GOAL,
        sample.PERSON,
    ):
        record.draw(screen, spoiled(one), TODAY, (met, spoiled(sample.GROWTH)))
    draw_moments.draw(screen, spoiled(sample.MOMENTS), TODAY)
    draw_topics.draw(screen, spoiled(sample.TOPICS), TODAY)
    people.draw(screen, spoiled(sample.PEOPLE), TODAY)
    draw_next.draw(screen, spoiled(sample.DUE), TODAY)
    goals.draw(screen, spoiled(sample.GOALS), TODAY)
    history.draw(screen, made, TODAY)
    search.draw(screen, hits, TODAY)
    draw_today.draw(screen, spoiled(sample.MORNING), TODAY)
    logged.draw(screen, Logged(met, (NASTY,), ((1, NASTY),)), TODAY)
    changed.draw(screen, Changed(NASTY, (met, *spoiled(sample.ACTIONS)), ((1, NASTY),), (NASTY,)), TODAY)


@pytest.mark.parametrize("color", ["never", "always"])
def test_no_field_of_any_view_commands_the_terminal(color: str) -> None:
    screen, file = sample.screen(80, color=color)
    everything(screen)
    out = re.sub(r"\x1b\[[0-9;]*m", "", file.getvalue()) if color == "always" else file.getvalue()
    assert "␛" in out
    assert out == safe(out)


@pytest.mark.parametrize("what", ["\x1b[2J", "\u202e", "\x9b5n", "\x07", "\x00"])
def test_the_outlet_itself_makes_safe_what_a_view_forgot(what: str) -> None:
    screen, file = sample.screen(80, color="always")
    screen._console.print(Segments([Segment(f"a{what}b\n", Style(link="http://x"))]), end="")
    assert file.getvalue() == f"a{safe(what)}b\n"


# --- nothing is wider than the screen


def each(screen: Screen, met: Meeting) -> None:
    records: list[Record] = [*met.actions, *met.moments, *met.topics, *met.checkins]
    for one in records:
        record.draw(screen, one, TODAY, (met,))


NAMES = st.sampled_from(["Mia", "田中 花子", "Maximiliane-Alexandra von Hohenlohe", "🎉", "a b c"])
VIEWS: list[Callable[[Screen, Meeting], None]] = [
    lambda s, m: timeline.draw(s, [m, *m.actions, *m.moments, *m.topics], TODAY, 3),
    lambda s, m: meeting.draw(s, m, TODAY),
    lambda s, m: draw_actions.draw(s, m.actions, TODAY),
    lambda s, m: draw_moments.draw(s, m.moments, TODAY),
    lambda s, m: draw_topics.draw(s, m.topics, TODAY),
    lambda s, m: draw_today.draw(
        s, Today(TODAY, mine=m.actions, theirs=m.actions, moment=next(iter(m.moments), None)), TODAY
    ),
    lambda s, m: logged.draw(s, Logged(m), TODAY),
    lambda s, m: changed.draw(s, Changed("added", (m, *m.actions, *m.moments)), TODAY),
    each,
]


@settings(max_examples=examples(60))
@given(meetings(), st.integers(20, 90), st.sampled_from(["en", "ja"]))
def test_no_drawn_line_is_wider_than_the_screen(met: Meeting, width: int, language: str) -> None:
    for draw in VIEWS:
        screen, file = sample.screen(width, language)
        draw(screen, met)
        assert [line for line in file.getvalue().split("\n") if cell_len(line) > width] == []


@given(NAMES, NAMES, st.integers(20, 90))
def test_people_and_goals_fit_the_screen(name: str, title: str, width: int) -> None:
    person = Person("p", "mn7a", name, relation="manager", rule="FREQ=WEEKLY", last_met=TODAY)
    goal = Goal("g", "g4mx", title, person.ref, TODAY, title, 1.0, 1e9, name, parent=Ref("g", "g4mx"))
    screen, file = sample.screen(width)
    people.draw(screen, (person,), TODAY)
    draw_next.draw(screen, (Standing(person, TODAY, "due"),), TODAY)
    goals.draw(screen, (goal,), TODAY)
    record.draw(screen, person, TODAY, (goal,), facts={"meetings": 3})
    record.draw(screen, goal, TODAY)
    assert max(cell_len(line) for line in file.getvalue().split("\n")) <= width
