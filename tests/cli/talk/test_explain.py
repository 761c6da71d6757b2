"""explain: every number on a screen says what it is, from how many, and what it does not mean."""

import re
from datetime import date
from io import StringIO
from pathlib import Path
from string import Formatter

import pytest
from conftest import Onelog
from rich.cells import cell_len

import onelog as package
from onelog.core.glossary import everything, explained, known
from onelog.core.phrases import area, find
from onelog.core.results.common import LEAST
from onelog.core.sanitize import one_line
from onelog.terminal.insight import explain as drawn_explain
from onelog.terminal.kit.screen import Screen

pytestmark = pytest.mark.posix

MEASURES = known()
SOURCES = Path(package.__file__).parent
TODAY = date(2026, 11, 22)
TEXTS = {
    "name", "names", "other", "word", "text", "command", "kind", "id", "day", "when", "first", "last", "growth", "praise",
    "path", "file", "what", "ids", "title", "counts", "changes", "size", "before", "wants", "meaning", "written", "of_day", "words", "days",
    "said", "error", "why",
}  # fmt: skip
"""Places of phrases that hold words or a day. Every other place holds a number."""
SCREENS = ("day", "team", "plan", "watch", "prompt", "care", "feedback", "lesson", "status", "record")
SAID = {*area("words"), *(f"{name}.{key}" for name in SCREENS for key in area(name))}
"""The keys of all that screens say, but for what has its own measures."""
NO_MEASURE = {
    "now", "undo_of", "redo_of", "trouble", "n_day", "folded", "n_deleted", "n_draft", "n_backup", "n_saved_search", "care.searches_have", "care.left_held", "care.mentioned",
    "care.mentioned_before", "prompt.ask_ends", "prompt.reflect_score", "prompt.reflect_command", "from_n", "target_n", "care.draft_lines", "day.n_untold", "day.n_facts_untold", "day.n_years", "n_fact", "prompt.no_value", "prompt.ask_scale",
    "prompt.ask_ends_live", "care.had_it_once", "care.has_the_word", "care.held_running", "care.lines_left_out", "care.n_change", "care.n_record", "prompt.which_one",
    "prompt.add_or_new", "prompt.second_today", "prompt.ask_checkin", "with_rest", "pace_and_days", "day_and_away", "day.more_later",
    *(key for key in SAID if key.startswith("care.doctor_is_")),
}  # fmt: skip
"""Numbers that name a change or a line, are a part of another phrase, or tell what a command has just done or looked at."""


def places(key: str) -> set[str]:
    row = find(key)
    phrase = row[0] if row else ""
    texts = (phrase,) if isinstance(phrase, str) else phrase
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def test_every_number_that_a_screen_says_has_a_row() -> None:
    said = {key for row in MEASURES.values() for key in row.says}
    numbers = {key for key in SAID if places(key) - TEXTS} - NO_MEASURE
    assert numbers - said == set(), "add the key to `says` of its measure in core/data/measures.txt"
    assert said - SAID == set(), "no screen says these"


def test_shares_are_in_percent_only_where_there_are_enough() -> None:
    """What writes a percentage looks at `LEAST`."""
    percent = [path for path in (SOURCES / "terminal").rglob("*.py") if "%}" in path.read_text(encoding="utf-8")]
    assert sorted(path.name for path in percent) == ["goals.py", "upcoming.py"]
    assert [path.name for path in percent if "LEAST" not in path.read_text(encoding="utf-8")] == []
    assert LEAST == 5


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_is_whole_in_both_languages(name: str) -> None:
    row = MEASURES[name]
    assert row.name == name
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
    for english, japanese in zip(row.en, row.ja, strict=True):
        assert re.search(r"[A-Za-z]", english)
        assert re.search(r"[ぁ-ゖァ-ヺ一-鿿]", japanese)
        assert not re.search(r"[ぁ-ゖァ-ヺ一-鿿]", english)
        for text in (english, japanese):
            assert one_line(text) == text == text.strip()
            assert "  " not in text
            assert not re.search(r"あなたの|leverage|stakeholder", text)
    for text in row.en[1:]:
        assert text.endswith(".")
        assert len(text) <= 360
    for text in row.ja[1:]:
        assert text.endswith("。")
        assert len(text) <= 180


@pytest.mark.parametrize("language", ["en", "ja"])
def test_titles_tell_measures_apart(language: str) -> None:
    titles = [row.title for row in everything(language)]
    assert len(set(titles)) == len(titles)
    assert max(cell_len(title) for title in titles) <= 50


@pytest.mark.parametrize("width", [36, 60, 80])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_measures_are_wrapped_to_the_screen_and_nothing_is_lost(language: str, width: int) -> None:
    for row in everything(language):
        file = StringIO()
        drawn_explain.draw(Screen(file, language=language, color="never", width=width), [row], TODAY)
        drawn = file.getvalue()
        assert max(cell_len(line) for line in drawn.split("\n")) <= width
        for text in row[2:]:
            assert re.sub(r"\s", "", text) in re.sub(r"\s", "", drawn)


def test_a_measure_on_a_terminal(onelog: Onelog) -> None:
    assert onelog.screen("explain overdue", columns=60) == OVERDUE


OVERDUE = """\
Overdue promises                                     overdue
  Counted  Open action items whose day is before today; one
           that is due today is not overdue yet. A length is
           the time from that day to today.
  Over     The whole journal, as of today.
  From     Open action items with a day. Without a day,
           nothing is ever overdue.
  But      It doesn't say whose fault it is, or that it
           still matters: putting it off may have been
           right.
"""


def test_measures_are_listed(onelog: Onelog) -> None:
    drawn = onelog.screen("explain").split("\n")
    assert len(drawn) == len(MEASURES) + 3
    assert [line.split("\t")[1] for line in onelog("explain").splitlines()] == list(MEASURES)
    assert [row["name"] for row in onelog.json("explain")] == list(MEASURES)
    assert not onelog.journal.exists()


def test_a_measure_in_json_and_in_a_pipe(onelog: Onelog) -> None:
    (row,) = onelog.json("explain pace")
    assert list(row) == ["kind", "name", "title", "definition", "window", "n", "not"]
    assert onelog("explain pace").rstrip("\n").split("\t") == [
        "measure", "pace", "", "", row["title"], row["definition"], row["window"], row["n"], row["not"],
    ]  # fmt: skip
    config = onelog.folder / "ja.toml"
    config.write_text('language = "ja"\n', encoding="utf-8")
    assert onelog.json("explain pace", ONELOG_CONFIG=str(config))[0]["title"] == MEASURES["pace"].ja.title


@pytest.mark.parametrize(
    ("word", "name"),
    [("PACE", "pace"), ("topics", "parked"), ("useful", "rating"), ("役立ち", "rating"), ("rat", "rating")],
)
def test_a_measure_is_named_by_a_word_of_its_name_or_title(word: str, name: str) -> None:
    assert explained(word, "en").name == name


def test_an_unknown_name_brings_the_nearest(onelog: Onelog) -> None:
    said = onelog.fails("explain overdeu")
    assert "There is no number called 'overdeu'." in said
    assert "Did you mean overdue?" in said
    assert "onelog explain lists them." in onelog.fails("explain zzzz")
