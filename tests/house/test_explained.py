"""Every number on a screen can explain itself, in both languages; and nothing is said in percent of fewer than five."""

import re
from typing import Any

import pytest
from conftest import Onelog

from onelog.cli import COMMANDS
from onelog.cli.main import group
from onelog.core.glossary import known
from onelog.core.results.common import LEAST

pytestmark = pytest.mark.posix

GOALS = ("way", "pace", "ahead", "untouched", "below", "early", "away")
EXPLAINED: dict[str, tuple[str, ...]] = {
    "": ("due", "overdue", "at-risk", "ahead", "warnings", "more", "away"),
    "next": ("due", "planned", "met", "kept", "counts", "away"),
    "prep": (
        "due", "planned", "met", "length", "mood", "rating", "warnings", "open", "overdue", "handed-over", "parked", "waiting", "noted", "age", "at-risk", "pace",
        "ahead", "untouched", "mood-line", "own-scales", "asked", "more", "left-out", "away",
    ),
    "prep --all": (
        "due", "met", "open", "overdue", "parked", "age", "mood-line", "at-risk", "warnings", "more", "counts", "away",
    ),
    "team": (
        "team", "due", "open", "overdue", "mood-line", "praised", "own-scales", "warnings", "more", "away",
    ),
    "topics": ("parked", "standing", "waiting", "away"),
    "actions": ("open", "overdue", "handed-over", "away"),
    "watch": (
        "warnings", "low-mood", "late-promise", "same-concern", "no-praise", "long-untouched", "untouched", "skips-running",
        "slipping", "away",
    ),
    "feedback": ("feedback", "quiet", "away"),
    "skills": ("evidence", "counts", "seen-by", "growth-to-praise", "unnamed"),
    "thread": ("thread", "points", "high", "chance", "unrated", "enough", "odds", "rating"),
    "discover": ("discover", "related", "left-alone", "away"),
    "spark": ("landed", "discover", "related", "asked", "away"),
    "review": (
        "readers", "handover", "held", "promises", "late-by", "in-period", "strip", "mood", "rating", "mean", "before", "pace", "ahead", "early",
        "win-evidence", "missing", "left-out",
    ),
    "nominate": ("nominated", "win-evidence", "early"),
    "stats": (
        "held", "strip", "promises", "late-by", "made", "by-month", "settling", "age", "mood", "rating", "by-mode", "own-scales", "mean", "median", "feedback",
        "in-period", "evidence", "way", "pace", "ahead", "before",
    ),
    "timeline": ("length", "mood", "rating", "own-scales", "overdue", "age", "more", "left-out", "away"),
    "search WORD": ("rank", "left-out"),
    "show PERSON": ("due", "met", "kept", "strip", "own-scales", "counts", "away"),
    "show GOAL": ("way", "pace", "ahead", "below", "early", "overdue", "away"),
    "show MEETING": ("length", "mood", "rating", "own-scales", "overdue", "age", "left-out", "away"),
    "show CONCERN": ("age", "follow-ups", "away"),
    "show ACTION": ("overdue", "handed-over", "away"),
    "show AHA": ("away",),
    "moments": ("age", "follow-ups", "left-out", "away"),
    "people": ("due", "met", "away"),
    "goals": GOALS,
    "goals --tree": GOALS,
    "goals plan GOAL": ("plan-days", *GOALS, "overdue"),
    "ask": ("questions", "asked", "ask-state", "away"),
    "status": ("status", "overdue", "due"),
}  # fmt: skip
"""What a command says with --explain: the names of the measures, in their order."""
WITHOUT = {
    "guide": "has no numbers",
    "explain": "is what explains",
    "help": "tells how commands are used",
    "export": "prints documents, and records as they are",
    "history": "numbers are the names of changes",
    "recover": "days and lines of words that are no record yet",
    "doctor": "tells what is wrong, and how many of what it looked at",
    "backup": "tells facts about files",
    "db": "tells facts about a file",
    "db path": "tells a place",
    "db info": "tells facts about a file",
    "db schema": "tells facts about a file",
    "config": "tells settings",
    "config list": "tells settings",
    "config get": "tells a setting",
    "config path": "tells a place",
    "demo": "plays other commands",
    "forms": "tells what files hold",
}
"""Commands that read, and why they explain nothing. What is in neither table changes something, and tells what."""
CHANGES = {
    "log", "skip", "move", "note", "topic", "actions add", "done", "drop", "change", "reopen", "aha", "win", "praise", "growth", "concern", "fact", "decision",
    "people add", "people edit", "people archive", "people merge", "goals add", "goals checkin", "goals close", "edit", "delete", "undo", "redo",
    "import", "restore", "forget", "config set", "config edit",
    "forms edit",
}  # fmt: skip


def named(words: str, run: Onelog) -> str:
    """The command with ids of the demo's records for its places."""
    places = ("GOAL", "MEETING", "CONCERN", "ACTION", "AHA")
    found: dict[str, Any] = {"PERSON": "aiko", "WORD": "courage"}
    for place in places:
        if place in words:
            ways = {
                "GOAL": "goals", "MEETING": "timeline --kind meeting", "CONCERN": "moments --kind concern --private",
                "ACTION": "actions", "AHA": "moments --kind aha",
            }  # fmt: skip
            found[place] = run.json(ways[place])[0]["id"]
    for place, word in found.items():
        words = words.replace(place, word)
    return words


def in_language(run: Onelog, language: str) -> None:
    config = run.folder / f"{language}.toml"
    config.write_text(f'language = "{language}"\n', encoding="utf-8")
    run.env["ONELOG_CONFIG"] = str(config)


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("words", EXPLAINED)
def test_a_command_explains_its_numbers(demo: Onelog, words: str, language: str) -> None:
    command = named(words, demo)
    in_language(demo, language)
    before = demo.journal.read_bytes()
    told = [line.split("\t") for line in demo(f"{command} --explain").splitlines()]
    assert tuple(line[1] for line in told) == EXPLAINED[words]
    for kind, name, _, _, title, definition, window, n, not_ in told:
        said = getattr(known()[name], language)
        assert (kind, title, definition, window, n, not_) == ("measure", *said)
    assert demo.journal.read_bytes() == before


def test_a_command_that_shows_numbers_explains_them() -> None:
    """A new command stands in one of the three tables; what has --explain stands in the first."""
    explaining = {" ".join(re.findall(r"[a-z]+\b", re.sub(r"--\w+", "", words))) for words in EXPLAINED} - {""}
    assert explaining | set(WITHOUT) | CHANGES == {row.name for row in COMMANDS}
    assert not explaining & (set(WITHOUT) | CHANGES)
    for row in COMMANDS:
        outer, _, inner = row.name.partition(" ")
        command = group().commands[outer]
        command = command.commands[inner] if inner else command  # type: ignore[attr-defined]
        assert any("--explain" in parameter.opts for parameter in command.params) == (row.name in explaining), row.name


def test_every_measure_is_some_command_s() -> None:
    assert {name for names in EXPLAINED.values() for name in names} == set(known())


# --- nothing in percent of fewer than five


READING = (
    "", "next", "next --all", "prep ben", "prep --all", "topics", "actions --all", "watch", "feedback", "feedback ben", "skills",
    "skills --with ben", "skills care --with ben", "timeline", "search a", "show ben", "moments", "people", "goals --all",
    "goals --all --tree", "ask ben", "ask --list", "status", "history",
)  # fmt: skip


def mondays(run: Onelog, n: int) -> Onelog:
    """Ben is due every Monday: met on the first of them, 7 September, and on `n` more."""
    run(
        "people",
        "add",
        "Ben",
        "--relation",
        "report",
        "--every",
        "1w",
        "--on",
        "mon",
        ONELOG_NOW="2026-09-01T09:00:00+09:00",
    )
    for week in range(n + 1):
        day, month = 7 + 7 * week, 9
        day, month = (day - 30, 10) if day > 30 else (day, month)
        words = f"on:2026-{month:02}-{day:02} mood:3 seen:4 we met praise: calm in the storm +care"
        run("log", "ben", words, ONELOG_NOW=f"2026-{month:02}-{day:02}T18:00:00+09:00")
        run.env["ONELOG_NOW"] = f"2026-{month:02}-{day:02}T20:00:00+09:00"
    return run


@pytest.mark.parametrize(("n", "language"), [(1, "en"), (LEAST - 1, "en"), (LEAST - 1, "ja")])
def test_no_percentage_of_few(onelog: Onelog, n: int, language: str, request: pytest.FixtureRequest) -> None:
    mondays(onelog, n)
    goal = onelog.json("goals add give four talks --by 2026-12-31 --from 0 --to 4 --unit talks --with ben")["id"]
    onelog("goals", "checkin", goal, "3")
    onelog("goals", "add", "one", "step", "--by", "2026-12-31", "--under", goal)
    in_language(onelog, language)
    whole = (n, language) == (LEAST - 1, "en") or request.config.getoption("--full")
    for words in READING if whole else ("next --all", "show ben", "goals --all"):
        assert "%" not in onelog.screen(words or "--color never"), words
    assert f"kept {n} of {n}" in onelog.screen("next") or language == "ja"
    assert "0 → 3 → 4 talks" in onelog.screen("goals")


def test_a_percentage_of_five_and_of_a_way_that_is_measured(onelog: Onelog) -> None:
    mondays(onelog, LEAST)
    goal = onelog.json("goals add a million users --by 2026-12-31 --from 0 --to 1000000")["id"]
    onelog("goals", "checkin", goal, "250000")
    faster = onelog.json("goals add a quarter of a second --by 2026-12-31 --from 0.75 --to 0.25")["id"]
    onelog("goals", "checkin", faster, "0.5")
    assert f"kept {LEAST} of {LEAST}, 100%" in onelog.screen("next")
    assert re.findall(r"(\d+%)", onelog.screen("goals")) == ["25%", "50%"]
    assert re.findall(r"(\d+%)", onelog.screen("goals --tree")) == ["25%", "50%"]
