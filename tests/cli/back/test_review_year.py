"""review --year: a year on one page."""

import re
from datetime import date

import pytest
from conftest import DEMO_NOW, Onelog
from inside import Inside

from onelog.core.calendar.periods import Period
from onelog.core.results.review import Review, YearPage
from onelog.core.results.stats import Strip
from onelog.formats.html import year_page as year

pytestmark = pytest.mark.posix


@pytest.fixture
def run(demo: Onelog) -> Inside:
    inside = Inside(demo.folder, ONELOG_NOW=DEMO_NOW)
    inside.journal = demo.journal
    return inside


def heads(page: str) -> list[str]:
    return [re.sub("<[^>]*>", "", one) for one in re.findall("<h[12]>(.*?)</h[12]>", page)]


def names(page: str) -> list[str]:
    return re.findall("<figcaption>(.*?)</figcaption>", page)


PEOPLE = ["Aiko Sato", "Ben Okafor", "Chloé Martin", "Daniel Weiss", "Mia Tanaka", "Yuki Hayashi"]
PICTURES = [
    "Mood and rating, month by month",
    "How often each value",
    "My promises, by month",
    "Their promises, by month",
    "Feedback",
]


def test_a_page_has_the_year(run: Inside) -> None:
    made = run("review", "2026", "--format", "html", "--year")
    assert (made.code, made.err) == (0, "")
    assert heads(made.out) == [
        "2026 in 1-on-1s", "Week by week", "Goals 5 of 6", "Wins 4 of 11", "Learned 4 of 19", "Received: praise 4 of 14",
        "Decisions 4 of 18",
    ]  # fmt: skip
    assert sorted(names(made.out)[:6]) == PEOPLE
    assert names(made.out)[6:] == PICTURES
    assert "1 Jan 2026 – 31 Dec 2026 · for me · so far, up to 20 Nov 2026" in made.out


@pytest.mark.parametrize(
    ("words", "title", "has", "has_not"),
    [
        (["review", "--year"], "2026 in 1-on-1s", PEOPLE, []),
        (
            ["review", "2025", "--year", "--with", "mia"],
            "2025: 1-on-1s with Mia Tanaka",
            ["Mia Tanaka"],
            ["Ben Okafor"],
        ),
        (
            ["review", "2026", "--year", "--for", "hr"],
            "2026 in 1-on-1s",
            ["My promises, by month"],
            PEOPLE + PICTURES[:2],
        ),
        (["review", "2026", "--year", "--redact"], "2026 in 1-on-1s", ["A.S.", "M.T."], PEOPLE),
        (["review", "2026Q2", "--year"], "2026Q2 in 1-on-1s", PEOPLE, []),
        (["review", "2019", "--year"], "2019 in 1-on-1s", [], PEOPLE + PICTURES),
    ],
)
def test_it_is_of_one_year_one_person_one_reader(
    run: Inside, words: list[str], title: str, has: list[str], has_not: list[str]
) -> None:
    made = run(*words)
    assert made.code == 0
    assert heads(made.out)[0] == title
    assert set(has) <= set(names(made.out))
    assert not set(has_not) & set(names(made.out))


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["2026", "--format", "md"], "--year makes a page, and no md."),
        (["2026", "--json"], "--year makes a page, and no json."),
        (["2025-01-01..2026-06-30"], "One page holds at most a year; this period has 546 days."),
        (["all"], "One page holds at most a year; this period has"),
        (["2026", "--private"], "The page of a year never includes concerns or private notes."),
        (["2026", "--for", "nobody"], "There is no reader"),
    ],
)
def test_what_is_no_page_of_a_year_is_refused(run: Inside, words: list[str], error: str) -> None:
    made = run("review", *words, "--year")
    assert (made.code, made.out) == (2, "")
    assert error in made.err


def test_nothing_private_is_on_it(run: Inside) -> None:
    run("log", "aiko", "we talked c: the SECRETWORD freeze\nx: SECRETWORD too\n", "--on", "yesterday")
    assert "SECRETWORD" not in run("review", "2026", "--year").out


def test_a_file_is_written_once_and_in_japanese(run: Inside) -> None:
    config = run.folder / "ja.toml"
    config.write_text('language = "ja"\nfiscal_year_start = 4\n', encoding="utf-8")
    made = run("review", "--year", "-o", "year.html", ONELOG_CONFIG=str(config))
    assert made.code == 0
    assert heads((run.folder / "year.html").read_text(encoding="utf-8"))[:2] == ["2026年度の1on1", "週ごと"]
    assert run("review", "--year", "-o", "year.html").code == 1


def test_the_most_met_are_on_the_page_and_the_others_counted(tmp_path: object) -> None:
    import io  # noqa: PLC0415 - for this test alone

    strips = tuple(
        Strip(
            f"Person {n}",
            f"p{n}",
            date(2026, 1, 5),
            ("met",) * n + ("none",) * (52 - n),
            False,
            (4,) * n + (None,) * (52 - n),
        )
        for n in range(1, 13)
    )
    period = Period(date(2026, 1, 1), date(2027, 1, 1), "2026")
    out = io.StringIO()
    year.write_year_page(YearPage(Review(period, period, date(2026, 12, 31), False, "", None, "me"), strips), out)
    assert names(out.getvalue()) == [f"Person {n}" for n in range(12, 3, -1)]
    assert "And 3 others." in out.getvalue()


@pytest.mark.parametrize(
    ("n", "chosen"), [(0, []), (3, [0, 1, 2]), (4, [0, 1, 2, 3]), (7, [0, 2, 4, 6]), (100, [0, 33, 66, 99])]
)
def test_a_choice_goes_over_the_whole_year(n: int, chosen: list[int]) -> None:
    assert year.spaced(range(n), 4) == chosen
