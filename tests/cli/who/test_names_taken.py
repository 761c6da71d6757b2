"""Names with signs of ours in them: taken where nothing breaks by it, through every door and back."""

from pathlib import Path

import pytest
from inside import Inside

pytestmark = pytest.mark.posix


@pytest.mark.long
@pytest.mark.parametrize("name", ["Kaʻi Ali`i", "J`o`e", "Mei:Lin", "Ana O:Hara", "Aukai Lee`"])
def test_a_name_goes_through_every_door_and_comes_back(tmp_path: Path, name: str) -> None:
    run = Inside(tmp_path)
    assert run("log", name, "talked a: @them draft it").code == 0
    assert run("people", "add", "Zed Other").code == 0
    assert run("people", "edit", name, "--alias", "xy:z`q").code == 0
    assert run("log", "zed", f'met a: @"{name}" send the plan p: good from:"{name}"').code == 0
    assert run("note", "xy:z`q", "ask again").code == 0
    for words in (["actions"], ["people"], ["moments"], ["actions", name]):
        assert name in run(*words).out
    assert "draft it" in run("actions", "xy:z`q").out
    wanted = {words: run(words, "--json").out for words in ("people", "moments")}
    for target in (
        ["--format", "json", "-o", "a.json"],
        ["--format", "folder", "-o", "all"],
        ["--ids", "-o", "ids.md"],
        ["-o", "a.md"],
    ):
        assert run("export", *target).code == 0
        back = Inside(tmp_path, ONELOG_JOURNAL=str(tmp_path / f"{target[-1]}.db"))
        assert back("import", target[-1]).code == 0, target
        assert [row.split("\t")[3] for row in back("people").out.splitlines()] == [name, "Zed Other"] or name > "Zed"
        assert name in back("actions").out
        if target[-1] == "a.json":
            assert {words: back(words, "--json").out for words in wanted} == wanted
    assert any(name in row for row in run("actions", "", _ONELOG_COMPLETE="offer_fish").out.splitlines())


@pytest.mark.parametrize(
    "name",
    [
        'Dwayne "Rock" J',
        "due:fri",
        "a: call Bob",
        "Anna: Lead",
        "mia:",
        "x due:fri",
        "10:30",
        "宿題:書く",
        "`x`",
        "with:mia",
    ],
)
def test_what_is_a_label_or_a_time_is_no_name(tmp_path: Path, name: str) -> None:
    done = Inside(tmp_path)("people", "add", name)
    assert (done.code, done.out) == (1, "")
    assert not (tmp_path / "journal.db").exists() or not Inside(tmp_path)("people").out
