"""The pictures of a page: their numbers are those of the journal, and where there is nothing to draw there is none."""

import io
import re
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, Onelog
from inside import Inside
from test_html import Parts

from onelog.core.calendar.day_words import months_after
from onelog.core.calendar.periods import Period
from onelog.core.model import Action, Checkin, Goal, Meeting, Moment, Person, Ref, Skip
from onelog.core.results.common import Book
from onelog.formats.html import book_charts, page, page_charts
from onelog.formats.html.line_charts import Axis
from onelog.formats.html.style import STYLE

pytestmark = pytest.mark.posix

AT = datetime.fromisoformat(NOW)
TODAY = AT.date()
MIA = Person("u1", "kkkk", "Mia", rule="FREQ=WEEKLY")
WEEK = timedelta(weeks=1)


def drawn(book: Book, language: str = "en") -> Parts:
    return Parts("".join(book_charts.pictures(book, TODAY, language)))


def met(number: int, weeks_ago: int, **more: Any) -> Meeting:
    return Meeting(f"m{number}", f"m{number}m{number}", MIA.ref, AT - weeks_ago * WEEK, **more)


def numbers(found: Parts, caption: str) -> list[list[str]]:
    """The rows of the table under a picture's name."""
    cells: list[tuple[str, str]] = []
    here = False
    for where, text in found.texts:
        here = text == caption if where == "figcaption" else here
        cells += [(where, text)] if here and where in ("th", "td") else []
    head = next(number for number, (where, _) in enumerate(cells) if where == "td") - 1
    starts = [0, *(number for number, (where, _) in enumerate(cells) if where == "th" and number >= head)]
    ends = [*starts[1:], len(cells)]
    return [[text for _, text in cells[start:end]] for start, end in zip(starts, ends, strict=True)]


def classes(found: Parts, name: str) -> list[str | None]:
    return [attributes.get("class") for _, tag, attributes in found.tags if tag == name]


def weeks(found: Parts) -> list[str | None]:
    """What each week of the strip is drawn as."""
    states = {"met", "unsaid", "skipped", "missed", "none"}
    return [attributes["class"] for _, _, attributes in found.tags if attributes.get("class") in states]


def test_a_week_is_as_high_as_its_talks_went() -> None:
    found = drawn(
        Book(
            None,
            (MIA,),
            (met(1, 4, rating=5, mood=1), met(2, 3, mood=1), met(3, 2, mood=3), met(4, 2, mood=5)),
            whole=True,
        )
    )
    bars = [float(attributes["height"] or 0) for _, _, attributes in found.tags if attributes.get("class") == "met"]
    assert [round(height / bars[1], 1) for height in bars] == [5, 1, 4]


def test_weeks_say_what_became_of_each() -> None:
    """Met 5, 4 and 1 weeks ago: of the weeks between, one was skipped and one missed."""
    meetings = (met(1, 5), met(2, 4, rating=3), met(3, 1))
    skip = Skip("s1", "ssss", MIA.ref, TODAY - 3 * WEEK, TODAY - 3 * WEEK)
    found = drawn(Book(None, (MIA,), meetings, skips=(skip,), whole=True))
    strip = weeks(found)
    assert len(strip) == 53
    assert strip[-6:] == ["unsaid", "met", "skipped", "missed", "unsaid", "none"]
    assert set(strip[:-6]) == {"none"}
    assert "3 of 53 weeks with a meeting, 1 with one skipped, 1 with one missed, up to 22 Nov 2026." in found.all(
        "desc"
    )


def test_a_part_of_a_journal_does_not_say_what_was_missed() -> None:
    """What was skipped, and when the meeting before was, stands outside it."""
    period = Period(TODAY - 5 * WEEK, TODAY + timedelta(days=1), "some")
    found = drawn(Book(period, (MIA,), (met(1, 5), met(2, 1))))
    assert weeks(found) == ["unsaid", "none", "none", "none", "unsaid", "none"]
    assert found.all("desc") == ["2 of 6 weeks with a meeting, up to 22 Nov 2026."]


def test_moods_are_a_line_from_two_meetings_on() -> None:
    one = Book(None, (MIA,), (met(1, 3, mood=2, seen=4),))
    assert "Mood and rating: Mia" not in drawn(one).all("figcaption")
    two = drawn(one._replace(meetings=(*one.meetings, met(2, 1, mood=5), met(3, 0))))
    assert numbers(two, "Mood and rating: Mia") == [
        ["Day", "mine", "theirs", "rating"], ["1 Nov 2026", "2", "4", "–", "m1m1"], ["15 Nov 2026", "5", "–", "–", "m2m2"],
    ]  # fmt: skip
    assert {"m0", "m1"} <= set(classes(two, "path"))
    assert "m2" not in classes(two, "path")


SPREAD = ((5, 2, 1), (4, 4, 4), (3, 3, 5), (4, 4, 4), (1, 5, 4))
"""Mine, theirs and the rating, also where they are alike."""


def test_each_point_stands_on_its_value_in_a_panel_of_its_own() -> None:
    meetings = tuple(
        met(n, 9 - n, mood=one[0], seen=one[1], rating=one[2]) for n, one in enumerate(SPREAD)
    )  # fmt: skip
    found = drawn(Book(None, (MIA,), meetings))
    paths = [(attributes["class"] or "", attributes["d"] or "") for _, tag, attributes in found.tags if tag == "path"]
    panels = [re.findall(r"M[\d.]+ ([\d.]+)H", way) for name, way in paths if name == "axis"]
    lines = [re.findall(r"[ML][\d.]+ ([\d.]+)", way) for name, way in paths if re.fullmatch("s[012]", name)]
    assert (len(panels), len(lines)) == (3, 3)
    for (top, bottom), line, wanted in zip(panels, lines, zip(*SPREAD, strict=True), strict=True):
        unit = (float(bottom) - float(top)) / 4
        assert tuple(round(1 + (float(bottom) - float(y)) / unit, 2) for y in line) == wanted
    assert [float(bottom) < float(top) for (_, bottom), (top, _) in pairwise(panels)] == [True, True]
    assert found.all("text")[-3:] == ["mine", "theirs", "rating"]
    assert "Mean: mine 3.4 (5), theirs 3.6 (5), rating 3.6 (5)." in found.all("desc")[-1]


def test_what_fell_while_its_median_stayed_is_told() -> None:
    """Four years of a talk a week: a 5 less and a 3 more a month, the median 4 all the time."""
    values = [5, 4, 4, 4] * 52 + [4, 4, 4, 3] * 52
    meetings = tuple(met(n, len(values) - n, mood=value) for n, value in enumerate(values))
    found = drawn(Book(None, (MIA,), meetings))
    (says,) = [text for text in found.all("desc") if "Mean" in text]
    assert says.endswith(
        "Mean: mine 4.0 (416). A point is the mean of a quarter, the line across it goes from its lowest to its highest value."
    )
    assert [text for text in found.all("mid") if text.isdigit()] == ["2020", "2022", "2024", "2026"]
    assert classes(found, "path").count("span") == 1


@pytest.mark.parametrize(
    ("months", "years"), [(23, []), (24, ["2025", "2026"]), (47, ["2023", "2024", "2025", "2026"])]
)
def test_an_axis_of_two_years_and_more_has_its_years(months: int, years: list[str]) -> None:
    first = months_after(TODAY, -months)
    axis = Axis.of([first, TODAY], ("a", "b"), "{year}")
    assert [name for _, name in axis.years] == years
    assert all(first <= day <= TODAY for day, _ in axis.years)


@pytest.mark.parametrize(
    ("first", "n", "names"),
    [
        ("2026-07", 5, "Jul Aug Sep Oct Nov"),
        ("2025-12", 12, "Dec - Feb - Apr - Jun - Aug - Oct -"),
        ("2024-12", 24, "- 2025 - - Apr - - Jul - - Oct - - 2026 - - Apr - - Jul - - Oct -"),
        ("2025-02", 14, "- - Apr_2025 - - Jul - - Oct - - 2026 - -"),
    ],
)
def test_bars_of_more_than_a_year_have_its_name(first: str, n: int, names: str) -> None:
    start = date.fromisoformat(f"{first}-01")
    shown = [page_charts.Came(months_after(start, place), 1, 0, 0, 0) for place in range(n)]
    found = [name.replace(" ", "_") or "-" for name in page_charts.Pictures("en").months(shown)]
    assert " ".join(found) == names


def test_what_was_neither_skipped_nor_missed_is_not_told() -> None:
    found = drawn(Book(None, (MIA,), (met(1, 2), met(2, 1)), whole=True))
    assert found.all("desc") == ["2 of 53 weeks with a meeting, up to 22 Nov 2026."]


def test_numbers_stand_above_every_bar_or_above_none() -> None:
    few = [page_charts.Came(date(2026, n, 1), 3, 1, 1, 0) for n in range(1, 13)]
    many = [page_charts.Came(date(2026, n, 1), 30 * n, 1, 10, 0) for n in range(1, 13)]
    for months, wanted in ((few, 12), (many, 0)):
        found = Parts("".join(page_charts.Pictures("en").promises("mine", months)))
        assert sum("/" in text for text in found.all("mid")) == wanted


def a_goal(*values: float | None, **more: Any) -> Goal:
    opened = TODAY - timedelta(days=50)
    looks = [
        Checkin(f"c{n}", f"c{n}c{n}", Ref("g", "gggg"), AT - timedelta(days=50 - 10 * n), value)
        for n, value in enumerate(values)
    ]
    known: dict[str, Any] = {"start": 0.0, "target": 100.0, "by": TODAY + timedelta(days=50), "opened": opened}
    return Goal("g", "gggg", "Run <far>", checkins=tuple(looks), **(known | more))


def test_a_goal_stands_against_its_line() -> None:
    found = drawn(Book(None, goals=(a_goal(None, 5, 30),)))
    assert found.all("figcaption") == ["Goal: Run <far>"]
    assert found.all("desc") == ["30 measured, 50 expected by 22 Nov 2026; the line goes from 0 to 100 on 11 Jan 2027."]
    assert numbers(found, "Goal: Run <far>")[1:] == [["13 Oct 2026", "5", "10"], ["23 Oct 2026", "30", "20"]]


@pytest.mark.parametrize(
    "goal",
    [a_goal(), a_goal(None), a_goal(5, by=None), a_goal(5, target=0.0), a_goal(1e300), a_goal(float("inf"))],
    ids=["no check-in", "no value", "no day", "no way", "too large", "endless"],
)  # fmt: skip
def test_a_goal_without_a_line_is_no_picture(goal: Goal) -> None:
    assert drawn(Book(None, goals=(goal,))).tags == []


def an_action(number: int, owner: Ref | None = None, **more: Any) -> Action:
    return Action(f"a{number}", f"a{number}a{number}", "x", owner, **more)


def test_promises_are_counted_in_the_month_they_ended_in() -> None:
    day = date(2026, 9, 10)
    book = Book(
        None,
        actions=(
            an_action(1, status="done", closed=day, due=day),
            an_action(2, status="done", closed=day, due=day - timedelta(days=1)),
            an_action(3, status="dropped", closed=date(2026, 11, 2)),
            an_action(4, due=date(2026, 11, 21)),
            an_action(5, due=TODAY),
            an_action(6),
            an_action(7, MIA.ref, status="done", closed=day),
        ),
    )
    found = drawn(book)
    assert numbers(found, "My promises, by month") == [
        ["Month", "in time", "late", "not kept", "dropped"],
        ["Sep 2026", "1", "1", "0", "0"], ["Oct 2026", "0", "0", "0", "0"], ["Nov 2026", "0", "0", "1", "1"],
    ]  # fmt: skip
    assert "2 of 4 kept from Sep 2026 to Nov 2026, 1 of them late." in found.all("desc")
    assert numbers(found, "Their promises, by month") == [
        ["Month", "in time", "late", "no day", "not kept", "dropped"], ["Sep 2026", "0", "0", "1", "0", "0"],
    ]  # fmt: skip
    assert found.all("mid").count("2/2") == 1
    assert [text for text in found.all("text") if text in ("in time", "late", "not done", "in time or no day")] == [
        "in time", "late", "not done", "in time or no day"
    ]  # fmt: skip
    assert classes(found, "path").count("late-part") == 2


def test_feedback_between_others_is_in_no_count() -> None:
    def said(kind: str, giver: Ref | None, receiver: Ref | None) -> Moment:
        return Moment("f", "ffff", kind, "x", None, giver, receiver)

    ben = Ref("u2", "Ben")
    moments = (
        said("praise", None, ben), said("praise", None, ben), said("growth", ben, None), said("praise", ben, MIA.ref)
    )  # fmt: skip
    assert drawn(Book(None, moments=moments)).all("desc") == [
        "Praise given: 2, To work on, given: 0, Praise received: 0, To work on, received: 1"
    ]
    assert drawn(Book(None, moments=moments[-1:])).tags == []


def test_the_pictures_of_the_demo_count_what_is_in_the_journal(demo: Onelog) -> None:
    found = Parts(demo("export all --format html"))
    moments = demo.json("moments")
    for kind, way, words in (("praise", "from", "Praise given"), ("growth", "to", "To work on, received")):
        n = sum(moment["kind"] == kind and moment[way] == "me" for moment in moments)
        assert n
        assert any(f"{words}: {n}" in text for text in found.all("desc"))
    meetings = [m for m in demo.json("timeline --kind meeting --limit 500") if m["person"] == "Aiko Sato"]
    rated = [m for m in meetings if m["mood"] or m["seen"] or m["rating"]]
    rows = numbers(found, "Mood and rating: Aiko Sato")[1:]
    assert sorted(row[-1] for row in rows) == sorted(m["id"] for m in rated)
    mondays = {day - timedelta(days=day.weekday()) for day in (date.fromisoformat(m["at"][:10]) for m in meetings)}
    weeks = sum(day >= date(2026, 11, 16) - 52 * WEEK for day in mondays)
    assert any(text.startswith(f"{weeks} of 53 weeks") for text in found.all("desc"))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_empty_journal_has_no_pictures(tmp_path: Path, language: str) -> None:
    out = io.StringIO()
    page.write(Book(None, (MIA,), whole=True), out, TODAY, language)
    assert "<svg" not in out.getvalue()
    run = Inside(tmp_path)
    run.folder.joinpath("set.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
    config = str(run.folder / "set.toml")
    assert "<svg" not in run("export", "--format", "html", ONELOG_CONFIG=config).out
    run("log", "mia", "hello")
    assert run("export", "--format", "html", ONELOG_CONFIG=config).out.count("<svg") == 1


# --- colours


def _schemes() -> dict[str, dict[str, str]]:
    blocks = re.findall(r":root \{([^}]*)\}", STYLE)
    light, dark, paper = (dict(re.findall(r"--(\w+): (#\w+)", block)) for block in blocks)
    return {"light": light, "dark": light | dark, "print": light | paper}


def _luminance(colour: str) -> float:
    """Of WCAG 2.2, relative luminance."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * sign for sign in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("name", ["ink", "soft", "late", "kept", "other"])
def test_colours_stand_out_enough_to_be_read(scheme: str, name: str) -> None:
    """4.5 to 1, what WCAG 2.2 AA asks of text; all of them are used for text or for lines."""
    colours = _schemes()[scheme]
    low, high = sorted((_luminance(colours[name]), _luminance(colours["paper"])))
    assert (high + 0.05) / (low + 0.05) >= 4.5
