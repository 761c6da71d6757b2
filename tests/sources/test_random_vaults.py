"""Whatever is in a vault: nothing is dated or attributed that it does not say, and the report has every line once."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from conftest import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from onelog.core.names.name_forms import without_honorific
from onelog.core.results.common import Brought
from onelog.core.results.incoming import STATES, Hints, IncomingFile, TextFile
from onelog.formats.digest import reading
from onelog.markdown import frontmatter
from onelog.markdown.parsed import FRONT
from onelog.sources import notes
from onelog.sources.report import account

NOW = datetime.fromisoformat("2026-11-22T10:00:00+09:00")
PEOPLE = ("John Smith", "Mia Tanaka", "Zoë", "田中花子", "Kai-Uwe Berg")
OTHER = ("Marketing", "notes", "Sprint planning", "2026", "Ideas", "メモ")
DECOYS = ("Rain", "Kyoto", "Project Phoenix", "Lisbon", "Team sync", "雨", "京都", "千葉", "Career talk", "Offsite")
"""What stands beside days and is nobody."""
WORDS = st.sampled_from(
    (
        "talked about it",
        "- [ ] send it 📅 2026-12-01",
        "- [x] sent",
        "",
        "## Actions",
        "### More",
        "```",
        "| a | b |",
        "決定：進める",
        "> quoted",
    )
)


def hints() -> Hints:
    return Hints(
        NOW,
        lambda lines, first, who, day, clock: reading.read_meeting(lines, first, who, day, clock, NOW.date()),
        me="Ken Mori",
    )


def written(day: date, how: int) -> str:
    return [f"{day}", f"{day:%d %B %Y}", f"{day:%B} {day.day}, {day.year}", f"{day.year}年{day.month}月{day.day}日"][
        how % 4
    ]


@st.composite
def files(draw: st.DrawFn) -> tuple[TextFile, set[str], set[date]]:
    """A file, the people whom it names as such, and the days that it says."""
    people: set[str] = set()
    days: set[date] = set()

    def person() -> str:
        people.add(found := draw(st.sampled_from(PEOPLE)))
        return found

    def day() -> str:
        days.add(found := draw(st.dates(date(2019, 5, 1), date(2026, 11, 20))))
        return written(found, draw(st.integers(0, 3)))

    lines: list[str] = []
    if draw(st.booleans()):
        named = draw(
            st.sampled_from(
                ("person: {}", "with: {}", "attendees: [me, {}]", 'with: "[[{}]]"', "相手: {}", "attendees:\n  - {}")
            )
        )
        keys = named.format(person()).split("\n") if draw(st.booleans()) else []
        keys += [f"{draw(st.sampled_from(('date', 'meeting_date', '日付')))}: {day()}"] if draw(st.booleans()) else []
        lines += ["---", *keys, "tags: [x]", "---"]
    if title := draw(st.sampled_from(("", "other", "one", "dated"))):
        lines.append(f"# {titled(title, draw, day, person)}")
    lines += said_in_lines(draw, day, person) if draw(st.booleans()) else []
    for _ in range(draw(st.integers(0, 3))):
        lines += heading(draw, day, person)
        lines += draw(st.lists(WORDS, max_size=4))
    lines += draw(st.lists(WORDS, max_size=4))
    folder = draw(st.sampled_from(("People", "1-on-1s", "misc", "Work", "面談", "Direct reports")))
    inner = person() if draw(st.booleans()) else draw(st.sampled_from((*OTHER, "Rain", "雨", "Archive")))
    deeper = draw(st.sampled_from(((), (), ("Archive",), ("2026",), ("2026", "Q3"))))
    more = (
        f"1-1 {person()}" if draw(st.integers(0, 5)) == 0 else draw(st.sampled_from(("", "x", "Notes", "Rain", "雨")))
    )
    name = f"{days_name(days, draw)} {more}".strip() or "note"
    parts = (folder, inner, *deeper, f"{name}.md")
    return TextFile("/".join(parts), "/".join(parts), "\n".join(lines) + "\n", parts, draw(st.booleans())), people, days


def heading(draw: st.DrawFn, day: Callable[[], str], person: Callable[[], str]) -> list[str]:
    """What begins a part of a file: a heading in each shape that is read, and such that say less than they seem to."""
    level = draw(st.sampled_from(("##", "##", "###")))
    shapes: tuple[Callable[[], list[str]], ...] = (
        lambda: [f"{level} {day()}"],
        lambda: [f"{level} {day()} · {person()}"],
        lambda: [f"{level} 1:1 with {person()}"],
        lambda: [f"{level} 1:1 with [[{person()}]], {day()}"],
        lambda: [f"{level} {person()}さん {day()}"],
        lambda: [f"{level} {draw(st.sampled_from(OTHER))}"],
        lambda: [f"{level} {day()} {draw(st.sampled_from(DECOYS))}"],
        lambda: [f"{level} {draw(st.sampled_from(DECOYS))} - {day()}"],
        lambda: [f"{level} {day()} {draw(st.sampled_from(PEOPLE))}"],
        lambda: [f"**{day()}**"],
        lambda: ["", day(), ""],
        lambda: [f"- {day()}", "    - talked"],
        lambda: ["", day(), "=========="],
        lambda: ["~~~~", f"## {date(2018, 1, 1)} · Nobody Known", "~~~~"],
    )
    return draw(st.sampled_from(shapes))()


def titled(how: str, draw: st.DrawFn, day: Callable[[], str], person: Callable[[], str]) -> str:
    if how == "other":
        return draw(st.sampled_from((*OTHER, *DECOYS)))
    return f"1:1 with {person()}" if how == "one" else f"{day()} {draw(st.sampled_from(DECOYS))}"


def said_in_lines(draw: st.DrawFn, day: Callable[[], str], person: Callable[[], str]) -> list[str]:
    """Lines beneath the title that say the day and the people."""
    shapes: tuple[Callable[[], str], ...] = (
        lambda: f"Date: {day()}",
        lambda: f"**Date:** {day()}",
        lambda: f"■日時：{day()}",
        lambda: f"Attendees: {person()}, me",
        lambda: f"■相手：{person()}",
        lambda: f"- With: [[People/{person()}|them]]",
        lambda: f"Attendees: {person()}, {person()}",
        lambda: f"Deadline: {date(2018, 1, 1)}",
        lambda: "From: Nobody Known",
    )
    return [shape() for shape in draw(st.lists(st.sampled_from(shapes), max_size=3))]


def days_name(days: set[date], draw: st.DrawFn) -> str:
    if not draw(st.booleans()):
        return ""
    days.add(found := draw(st.dates(date(2019, 5, 1), date(2026, 11, 20))))
    return f"{found}"


@settings(max_examples=examples(500), deadline=None)
@given(files())
def test_nothing_is_dated_or_attributed_that_a_file_does_not_say(one: tuple[TextFile, set[str], set[date]]) -> None:
    file, people, days = one
    found = notes.extract(file, hints())
    for page in found.documents:
        keys = frontmatter.split(page.text, FRONT).keys
        assert without_honorific(keys["with"][0]) in people
        assert date.fromisoformat(keys["at"][0][:10]) in days
        assert [place for place in page.places if isinstance(place, int) and place > found.lines] == []


@pytest.mark.long
@settings(max_examples=examples(500), deadline=None)
@given(st.lists(files(), max_size=4))
def test_the_report_has_every_file_and_every_line(vault: list[tuple[TextFile, set[str], set[date]]]) -> None:
    found: list[IncomingFile] = [notes.extract(file, hints()) for file, _, _ in vault]
    report = account(found, Brought())
    assert len(report.files) == len(vault)
    assert sum(report.sums.values()) == sum(file.text.count("\n") for file, _, _ in vault)
    for file in report.files:
        assert [n for s in file.stretches for n in range(s.first, s.last + 1)] == list(range(1, file.lines + 1))
        assert {s.state for s in file.stretches} <= {*STATES}
        assert all(s.why for s in file.stretches if s.state in STATES[2:])


@settings(max_examples=examples(500), deadline=None)
@given(files())
def test_no_word_of_a_meeting_is_lost(one: tuple[TextFile, set[str], set[date]]) -> None:
    found = notes.extract(one[0], hints())
    lines = one[0].text.split("\n")
    for page in found.documents:
        first = page.heading or 1
        for n in range(first + 1, page.last + 1):
            words = lines[n - 1].strip().removeprefix("- [ ] ").partition(" 📅")[0]
            if words and n > 12:  # below what front matter and titles may take
                assert words in page.text
