"""team: a line a report, the worst first; it says what that goes by."""

from pathlib import Path

import pytest
from conftest import Onelog, at, with_settings

pytestmark = pytest.mark.posix

TODAY = at("2026-11-22")
SCREEN = """\
          Due         I owe  They owe  Mood   Praised
! Cleo ⚑  5 days ago  –      1         ▂▂▁ 1  –
· Ada     in 3 days   1      2 (1)     ▄ 4    2w
    energy ▁▅ 1 5 (1–5)
· Ben     in 3 days   –      –         ▂ 2    –
· Dora    in 3 days   –      –         ▄ 4    –
  Eve     –           –      –         –      –
  ⚑: see onelog watch · (1): how many are overdue
  Worst first: ⚑, late promises, days overdue, mood, praise.
"""


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """Five reports and a peer."""
    run = Onelog(tmp_path_factory.mktemp("reports"))
    for name in ("Ada", "Ben", "Cleo", "Dora"):
        run(f"people add {name} --relation report --every 2w", **at("2026-10-01"))
    run("people add Eve --relation report", **at("2026-10-01"))
    run("people add Pia --relation peer --every 2w", **at("2026-10-01"))
    forms = run.folder / ".config" / "onelog" / "forms"
    forms.mkdir(parents=True)
    (forms / "report.md").write_text("# {name}\nask: energy 1-5\n", encoding="utf-8")
    run("log", "ada", "seen:4 energy:1 p: calm in the storm", **at("2026-11-08"))
    run("log", "ada", "energy:5 a: mine a: @them theirs due:2026-11-20 a: @them later", **at("2026-11-11"))
    run("log", "ben", "seen:2 we met", **at("2026-11-11"))
    for day, mood in (("2026-10-15", 2), ("2026-10-29", 2), ("2026-11-03", 1)):
        run("log", "cleo", f"seen:{mood} we met", **at(day))
    run("actions", "add", "@cleo the plan", "--with", "cleo", **at("2026-11-03"))
    run("log", "dora", "seen:4 we met", **at("2026-11-11"))
    run("log", "pia", "seen:1 we met", **at("2026-11-03"))
    return run


def names(run: Onelog, *words: str) -> list[str]:
    return [one["standing"]["name"] for one in run.json("team", *words, **TODAY)]


def test_the_worst_stand_first_and_what_that_goes_by_is_said(team: Onelog) -> None:
    assert team.screen("team", **TODAY) == SCREEN
    assert names(team) == ["Cleo", "Ada", "Ben", "Dora", "Eve"]


def test_each_rule_of_the_order_goes_before_the_next(team: Onelog) -> None:
    found = team.json("team", **TODAY)
    keys = [
        (
            -one["warnings"],
            -one["mine_overdue"] - one["theirs_overdue"],
            -one["standing"]["days_late"],
            next((mood["theirs"] for mood in reversed(one["moods"]) if mood["theirs"]), 6),
            one["praised"] or "",
        )
        for one in found
    ]
    assert keys == sorted(keys)
    assert [len(set(column)) > 1 for column in zip(*keys, strict=True)] == [True] * 5


def test_other_relations_and_those_without_a_report(team: Onelog, onelog: Onelog) -> None:
    assert names(team, "--relation", "peer") == ["Pia"]
    assert names(team, "--relation", "peer,report") == ["Cleo", "Ada", "Pia", "Ben", "Dora", "Eve"]
    assert "Nobody is one of these" in team.screen("team --relation mentor", **TODAY)
    assert "Nobody has a cadence yet" in onelog.screen("team", **TODAY)
    onelog("people add Kim --relation manager --every 2w", **TODAY)
    assert names(onelog) == ["Kim"]


def test_a_pipe_has_all_of_it(team: Onelog) -> None:
    lines = [line.split("\t") for line in team("team", **TODAY).splitlines()]
    assert [line[3] for line in lines] == ["Cleo", "Ada", "Ben", "Dora", "Eve"]
    assert lines[1][-2:] == ["2026-11-08", "energy 1 5"]


@pytest.mark.parametrize(("columns", "rows"), [(60, 20), (80, 24), (80, 8)])
def test_it_fits_and_counts_who_does_not(team: Onelog, columns: int, rows: int) -> None:
    lines = team.screen("team", columns=columns, rows=rows, **TODAY).split("\n")[:-1]
    assert len(lines) < rows
    assert all(len(line) <= columns for line in lines)
    assert any("Worst first" in line for line in lines)
    assert any("more" in line for line in lines) is (rows == 8)


def test_in_japanese(team: Onelog, tmp_path: Path) -> None:
    other = Onelog(tmp_path)
    with_settings(other, 'language = "ja"\n')
    screen = other.screen("team", ONELOG_JOURNAL=str(team.journal), **TODAY)
    assert "気になる順：⚑、期限超過、1on1の遅れ、気分、称賛。" in screen and "2週" in screen
