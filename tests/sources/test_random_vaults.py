"""Whatever is in a vault: nothing is dated or attributed that it does not say, and the report has every line once."""

from datetime import date, datetime

from conftest import examples
from hypothesis import given, settings
from hypothesis import strategies as st

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
        keys = [f"{draw(st.sampled_from(('person', 'with', 'attendees')))}: {person()}"] if draw(st.booleans()) else []
        keys += [f"{draw(st.sampled_from(('date', 'meeting_date', '日付')))}: {day()}"] if draw(st.booleans()) else []
        lines += ["---", *keys, "tags: [x]", "---"]
    if draw(st.booleans()):
        lines.append(f"# {draw(st.sampled_from(OTHER))}")
    for _ in range(draw(st.integers(0, 3))):
        head = draw(st.sampled_from(("day", "both", "section", "other")))
        if head == "both":
            lines.append(f"## {day()} · {person()}")
        elif head == "section":
            lines.append(f"## 1:1 with {person()}")
        else:
            lines.append(f"## {day() if head == 'day' else draw(st.sampled_from(OTHER))}")
        lines += draw(st.lists(WORDS, max_size=4))
    lines += draw(st.lists(WORDS, max_size=4))
    folder = draw(st.sampled_from(("People", "1-on-1s", "misc", "Work")))
    inner = person() if draw(st.booleans()) else draw(st.sampled_from(OTHER))
    name = f"{days_name(days, draw)} {draw(st.sampled_from(('', 'x', 'Notes')))}".strip() or "note"
    parts = (folder, inner, f"{name}.md")
    return TextFile("/".join(parts), "/".join(parts), "\n".join(lines) + "\n", parts, draw(st.booleans())), people, days


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
        assert keys["with"][0] in people
        assert date.fromisoformat(keys["at"][0][:10]) in days
        assert [place for place in page.places if isinstance(place, int) and place > found.lines] == []


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
