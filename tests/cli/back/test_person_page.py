"""show PERSON --format html: a person on a page; and the formats of show."""

import re

import pytest
from conftest import DEMO_NOW, Onelog
from inside import Inside

pytestmark = pytest.mark.posix


@pytest.fixture
def run(demo: Onelog) -> Inside:
    inside = Inside(demo.folder, ONELOG_NOW=DEMO_NOW)
    inside.journal = demo.journal
    return inside


def heads(page: str) -> list[str]:
    return [re.sub("<[^>]*>", "", one) for one in re.findall("<h[12]>(.*?)</h[12]>", page)]


def test_a_page_has_what_there_is_with_somebody(run: Inside) -> None:
    made = run("show", "mia", "--format", "html")
    assert made.code == 0
    assert heads(made.out) == [
        "Mia Tanaka", "At a glance", "Open promises", "Topics for the next meeting", "Goals", "Praise 6 of 15", "Growth 4 of 13",
        "Wins", "Aha moments 5 of 7", "Decisions 5 of 21", "Meetings 3 of 35",
    ]  # fmt: skip
    captions = re.findall("<figcaption>(.*?)</figcaption>", made.out)
    assert captions[:2] == ["Weeks: Mia Tanaka", "Mood and rating: Mia Tanaka"]
    assert "last met Tue 10 Nov 2026 · next due Tue 24 Nov 2026" in made.out
    assert "with Mia Tanaka" not in made.out


def test_what_is_private_is_on_it_where_it_was_asked_for(run: Inside) -> None:
    run("log", "mia", "we talked c: the SECRETWORD freeze\nf: SECRETWORD is her dog\n", "--on", "yesterday")
    without = run("show", "mia", "--format", "html")
    assert "SECRETWORD" not in without.out
    assert "Only for me" not in heads(without.out)
    assert "--private shows them too" in without.err
    with_ = run("show", "mia", "--format", "html", "--private")
    assert with_.out.count("SECRETWORD") == 4  # under its heading, and in its meeting
    assert with_.err == ""


def test_somebody_of_whom_there_is_nothing(run: Inside) -> None:
    run("people", "add", "Zoë Quist")
    made = run("show", "zoë", "--format", "html")
    assert (made.code, heads(made.out)) == (0, ["Zoë Quist"])
    assert "<svg" not in made.out


def test_it_is_in_japanese_and_in_a_file(run: Inside) -> None:
    config = run.folder / "ja.toml"
    config.write_text('language = "ja"\n', encoding="utf-8")
    made = run("show", "mia", "--format", "html", "-o", "mia.html", ONELOG_CONFIG=str(config))
    assert (made.code, made.out) == (0, "")
    page = (run.folder / "mia.html").read_text(encoding="utf-8")
    assert heads(page)[:4] == ["Mia Tanaka", "概要", "未完了の宿題", "次回の話題"]
    assert run("show", "mia", "--format", "html", "-o", "mia.html").code == 1


@pytest.mark.parametrize(
    ("words", "same_as"),
    [
        (["--format", "md"], ["--md"]), (["--format", "markdown"], ["--md"]), (["--format", "json"], ["--json"]),
        (["--md", "--format", "md"], ["--md"]), (["--format", "HTML"], ["--format", "html"]),
    ],
)  # fmt: skip
def test_one_format_has_several_names(run: Inside, words: list[str], same_as: list[str]) -> None:
    assert run("show", "mia", *words) == run("show", "mia", *same_as)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["mia", "--format", "pdf"], "A record has no format 'pdf'."), (["mia", "--md", "--json"], "It is one of json, md, not all"),
        (["mia", "--md", "--format", "html"], "It is one of html, md, not all"),
        (["g4mx", "--format", "html"], "g4mx is a goal, and only people have a page."),
        (["mia", "--json", "-o", "mia.json"], "JSON goes to standard output."),
    ],
)  # fmt: skip
def test_what_is_no_page_is_refused(run: Inside, words: list[str], error: str) -> None:
    made = run("show", *words)
    assert (made.code, made.out) == (2, "")
    assert error in made.err


def test_a_document_goes_into_a_file(run: Inside) -> None:
    assert run("show", "g4mx", "-o", "goal.md").code == 0
    assert (run.folder / "goal.md").read_text(encoding="utf-8") == run("show", "g4mx", "--md").out
