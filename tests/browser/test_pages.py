"""The pages in a real browser: they fit, they are silent, they ask for nothing, and no text in them is ever more than text."""

import io
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import DEMO_NOW
from hostile import ATOMS
from hostile_book import AT, TODAY, hostile, kept
from inside import Inside

from browser.conftest import Window
from onelog.core.calendar.periods import Period
from onelog.core.results.review import (
    Claim,
    ClaimGroup,
    Count,
    GoalLook,
    MeetingMood,
    MonthOfPromises,
    Promised,
    Review,
    Section,
    YearPage,
)
from onelog.core.results.stats import Strip
from onelog.core.sanitize import safe
from onelog.formats.html import page, person_page, review, year_page

pytestmark = pytest.mark.posix

ELEMENTS = (
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "article", "h1", "h2", "h3", "p", "time",
    "div", "ul", "li", "span", "figure", "figcaption", "svg", "desc", "path", "rect", "text", "details", "summary", "table",
    "thead", "tbody", "tr", "th", "td",
)  # fmt: skip
NAMES = [
    "quarter", "all", "all in Japanese", "review", "review in Japanese", "year", "year in Japanese", "year with Mia", "person", "person in Japanese",
    "hostile", "hostile review", "hostile person", "full year",
]  # fmt: skip


def hostile_review() -> Review:
    """A review in which every text that is out for trouble stands in every place where it can."""
    texts = [" ".join(kept(text).split("\n")).strip() or "x" for text in ATOMS.values()]
    claims = tuple(Claim("win", "wwww", text, TODAY, "mmmm", text, why=text, tags=(text,)) for text in texts)
    goals = [claim._replace(kind="goal", state="open", due=TODAY + timedelta(days=9)) for claim in claims[:20]]
    looks = [
        GoalLook(one, "ahead", 0, 9, 5, 4, 1, None, one.text, one.text, (), ((TODAY, 5.0),))
        for one in (goal._replace(day=TODAY - timedelta(days=9)) for goal in goals)
    ]
    moods = [
        MeetingMood(AT.date() - timedelta(days=n), "mmmm", text, n + 1, 2, 3) for text in texts[:20] for n in (1, 0)
    ]
    period = Period(TODAY - timedelta(days=30), TODAY + timedelta(days=1), "30d")
    sections = Section("goals", looks=tuple(looks)), Section("wins", (ClaimGroup("wins", claims),))
    return Review(period, period, TODAY, False, texts[0], texts[0], "me", sections=sections, moods=tuple(moods))


def full_year() -> YearPage:
    """A page with as much on it as there can be, in long words."""
    told = hostile_review()
    goals, wins = told.sections
    (group,) = wins.parts
    long = tuple(
        one._replace(text=f"{one.text} and so on, for {'a long while, ' * 30}", person="Bartholomew Featherstonehaugh")
        for one in group.claims
    )
    looks = tuple(
        look._replace(claim=look.claim._replace(person="Bartholomew Featherstonehaugh")) for look in goals.looks
    )
    sections = (
        goals._replace(looks=looks), *(Section(key, (ClaimGroup(part, long),)) for key, part in (
            ("wins", "wins"), ("learned", "ahas"), ("feedback", "received_praise"), ("decisions", "decisions"),
        )),
    )  # fmt: skip
    names = (
        "meetings",
        "meetings_kept",
        "promises_mine",
        "promises_theirs",
        "praise_given",
        "praise_received",
        "growth_given",
        "growth_received",
        "ahas",
        "wins",
        "decisions",
        "goals_reached",
    )
    counts = tuple(
        Count(name, 1234, 5678 if n < 4 else None, 999, None, 567 if n in (2, 3) else None)
        for n, name in enumerate(names)
    )
    side = Promised(30, 20, 10, 5, 0, 40)
    months = tuple(MonthOfPromises(date(2026, n, 1), side, side) for n in range(1, 13))
    weeks = (("met", "skipped", "missed", "none", "met") * 11)[:53]
    went = ((5, None, None, None, None) * 11)[:53]
    strips = tuple(
        Strip(f"Bartholomew Featherstonehaugh-Cholmondeley {n}", f"p{n}", date(2025, 12, 29), weeks, True, went)
        for n in range(14)
    )
    period = Period(date(2026, 1, 1), date(2027, 1, 1), "2026")
    moods = tuple(one._replace(day=date(2026, 1, 1) + timedelta(days=9 * n)) for n, one in enumerate(told.moods))
    return YearPage(
        told._replace(
            period=period, day=date(2026, 12, 31), sections=sections, counts=counts, months=months, moods=moods
        ),
        strips,
    )


@pytest.fixture(scope="module")
def pages(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    run = Inside(tmp_path_factory.mktemp("pages"), ONELOG_NOW=DEMO_NOW)
    run.journal.write_bytes(demo_file.read_bytes())
    config = run.folder / "ja.toml"
    config.write_text('language = "ja"\n', encoding="utf-8")
    made = io.StringIO(), io.StringIO(), io.StringIO(), io.StringIO()
    page.write(hostile(), made[0], TODAY)
    review.write_review_page(hostile_review(), made[1], TODAY)
    year_page.write_year_page(full_year(), made[2])
    person_page.write_person_page(hostile(), hostile().people[0], full_year().strips[0], made[3], TODAY)
    return {
        "quarter": run("export", "2026Q3", "--format", "html").out,
        "all": run("export", "all", "--private", "--format", "html").out,
        "all in Japanese": run("export", "all", "--format", "html", ONELOG_CONFIG=str(config)).out,
        "review": run("review", "2026Q3", "--format", "html").out,
        "review in Japanese": run("review", "--format", "html", "--private", ONELOG_CONFIG=str(config)).out,
        "year": run("review", "2026", "--format", "html", "--year").out,
        "year in Japanese": run("review", "--year", ONELOG_CONFIG=str(config)).out,
        "year with Mia": run("review", "2025", "--year", "--with", "mia").out,
        "person": run("show", "mia", "--format", "html", "--private").out,
        "person in Japanese": run("show", "ben", "--format", "html", ONELOG_CONFIG=str(config)).out,
        "hostile": made[0].getvalue(), "hostile review": made[1].getvalue(), "full year": made[2].getvalue(),
        "hostile person": made[3].getvalue(),
    }  # fmt: skip


BEYOND = """[...document.querySelectorAll('svg')].filter(one => {
  const box = one.getBBox(), view = one.viewBox.baseVal;
  return Math.min(box.x, box.y) < -0.5 || box.x + box.width > view.width + 0.5 || box.y + box.height > view.height + 0.5;
}).map(one => one.textContent)"""
"""What is drawn beyond the edge of its picture."""


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_a_page_fits_and_is_silent_and_asks_for_nothing(window: Window, pages: dict[str, str], name: str) -> None:
    shown = window(pages[name], 1280)
    names = shown.page.evaluate("[...new Set([...document.querySelectorAll('*')].map(one => one.localName))]")
    assert set(names) <= set(ELEMENTS)
    assert shown.page.evaluate(BEYOND) == []
    shown.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    for width in (1280, 375):
        shown.page.set_viewport_size({"width": width, "height": 800})
        assert shown.page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [width, width]
    assert (shown.console, shown.asked) == ([], [])


@pytest.mark.long
def test_hostile_notes_stay_text(window: Window, pages: dict[str, str]) -> None:
    shown = window(pages["hostile"])
    notes = shown.page.evaluate("[...document.querySelectorAll('.note')].map(one => one.textContent)")
    wanted = {safe(f"{text}\n{text}") for text in map(kept, ATOMS.values())}
    assert len(wanted & set(notes)) > 50
    for text in ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>"):
        assert any(text in note for note in notes), text
    shown.page.wait_for_load_state("networkidle")
    assert (shown.console, shown.asked) == ([], [])


@pytest.mark.long
def test_what_came_into_a_page_all_the_same_could_do_nothing(window: Window, pages: dict[str, str]) -> None:
    """The policy holds by itself: a script, a picture and a style of somebody else are not run, asked for or obeyed."""
    bad = (
        '<script>document.title = "run"</script><img src="page.png" onerror="document.title = 1">'
        '<p id="bad" style="color: rgb(1, 2, 3)">x</p><style>#bad { color: rgb(1, 2, 3) }</style>'
    )
    shown = window(pages["review"].replace("</main>", f"{bad}</main>"))
    assert shown.page.title() == "Review of 2026Q3"
    assert shown.page.evaluate("getComputedStyle(document.getElementById('bad')).color") != "rgb(1, 2, 3)"
    assert shown.page.evaluate("document.images[0].naturalWidth") == 0
    assert len(shown.console) >= 4
    assert all("Content Security Policy" in said for said in shown.console)


# --- light, dark and paper

CONTRASTS = """() => {
  const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = colour => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number).map(part);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paper = light(getComputedStyle(document.body).backgroundColor);
  const ratio = colour => {
    const [low, high] = [light(colour), paper].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const found = {};
  const add = (name, colour) => { if (colour !== 'none') found[name] = Math.min(found[name] ?? 99, ratio(colour)); };
  for (const one of document.querySelectorAll('body *')) {
    const style = getComputedStyle(one), name = `${one.localName}.${one.getAttribute('class') ?? ''}`;
    if (one.localName === 'text') add(name, style.fill);
    else if (['path', 'rect'].includes(one.localName)) { add(name, style.fill === 'none' ? style.stroke : style.fill); }
    else if ([...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())) add(name, style.color);
  }
  return found;
}"""


PAPERS = {"light": "rgb(253, 252, 250)", "dark": "rgb(23, 25, 28)", "print": "rgb(255, 255, 255)"}


@pytest.mark.long
@pytest.mark.parametrize("name", ["all", "review", "year", "person"])
def test_everything_stands_out_enough(window: Window, pages: dict[str, str], name: str) -> None:
    """WCAG 2.2 AA: 4.5 to 1 for text, 3 to 1 for what is drawn; the lines that only divide are decoration."""
    shown = window(pages[name])
    for look, paper in PAPERS.items():
        shown.page.emulate_media(
            media="print" if look == "print" else "screen", color_scheme="light" if look == "light" else "dark"
        )
        assert shown.page.evaluate("getComputedStyle(document.body).backgroundColor") == paper
        found: dict[str, float] = shown.page.evaluate(CONTRASTS)
        drawn = {one: ratio for one, ratio in found.items() if one.startswith(("path.", "rect."))}
        assert len(found) > 20
        assert {one for one, ratio in found.items() if ratio < 4.5 and one not in drawn} == set()
        assert {one for one, ratio in drawn.items() if ratio < 3} <= {"path.axis", "rect.none"}


@pytest.mark.long
def test_paper_has_the_numbers_that_are_folded_away_on_a_screen(window: Window, pages: dict[str, str]) -> None:
    shown = window(pages["quarter"])
    folded = shown.page.locator("details table").first
    assert not folded.is_visible()
    shown.page.emulate_media(media="print")
    assert folded.is_visible()
    assert shown.page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.long
@pytest.mark.parametrize("name", ["review", "review in Japanese", "person", "person in Japanese"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_quarter_and_a_person_are_at_most_four_sheets(
    window: Window, pages: dict[str, str], name: str, paper: str
) -> None:
    shown = window(pages[name])
    assert 1 < _sheets(shown.page.pdf(format=paper)) <= 4


@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in NAMES if "year" in name])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_year_is_one_sheet(window: Window, pages: dict[str, str], name: str, paper: str) -> None:
    assert _sheets(window(pages[name]).page.pdf(format=paper)) == 1


def _sheets(pdf: bytes) -> int:
    """So many pages as a PDF of Chromium says that it has."""
    return len(re.findall(rb"/Type /Page\b", pdf))


OVER = """[...document.querySelectorAll('svg')].flatMap(svg => {
  const found = [...svg.querySelectorAll('text')].map(one => [one.textContent, one.getBoundingClientRect()]);
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  return found.flatMap(([name, box], n) => found.slice(n + 1).filter(([, other]) => over(box, other))
    .map(([other]) => `${svg.querySelector('title').textContent}: ${name} over ${other}`));
})"""
"""Words of a picture that stand on one another; the boxes of lines reach a little beyond their letters."""


@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in NAMES if "hostile" not in name])
def test_no_words_of_a_picture_stand_on_others(window: Window, pages: dict[str, str], name: str) -> None:
    shown = window(pages[name])
    for width in (1280, 390):
        shown.page.set_viewport_size({"width": width, "height": 800})
        assert shown.page.evaluate(OVER) == []


# --- for those who do not see the pictures


@pytest.mark.long
@pytest.mark.parametrize("name", ["quarter", "review in Japanese"])
def test_each_picture_has_a_name_and_says_what_it_shows(window: Window, pages: dict[str, str], name: str) -> None:
    shown = window(pages[name])
    found: list[dict[str, Any]] = shown.page.evaluate(
        "[...document.querySelectorAll('svg')].map(one => ({"
        " role: one.getAttribute('role'), title: one.querySelector(':scope > title').textContent,"
        " desc: one.querySelector(':scope > desc').textContent,"
        " beside: one.closest('figure').querySelector('.facts').textContent,"
        " width: one.getBoundingClientRect().width }))"
    )
    assert len(found) > 8
    for picture in found:
        assert picture["role"] == "img"
        assert picture["desc"] == picture["beside"]
        assert shown.page.get_by_role("img", name=picture["title"], exact=True).count() == 1
        assert picture["width"] > 250
