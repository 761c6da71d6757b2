"""The commands are made when they are asked for, which leans on undocumented parts of Typer; here is what it rests on."""

import re

import pytest
from conftest import Onelog

from onelog.cli import COMMANDS, Command
from onelog.cli.main import OnDemand, group
from onelog.core.phrases import area

TOP = [row for row in COMMANDS if " " not in row.name]
INNER = [row for row in COMMANDS if " " in row.name]
LISTS = {row.name.split()[0] for row in INNER} - {"db"}


def test_every_row_is_a_command_with_a_help() -> None:
    made = group().commands
    assert list(made) == [row.name for row in TOP]
    for row in TOP:
        assert made[row.name].name == row.name
    for row in INNER:
        outer, _, name = row.name.partition(" ")
        inner = made[outer].commands[name]  # type: ignore[attr-defined]
        assert inner.name == name
    assert {row.name for row in COMMANDS} <= {*area("help.commands"), *area("help.more_commands")}


def test_a_command_is_imported_when_it_is_asked_for_and_made_once() -> None:
    commands = OnDemand()
    assert commands.made == {}
    assert len(commands) == len(TOP)
    assert commands["actions"] is commands["actions"]
    assert list(commands.made) == ["actions"]
    assert list(OnDemand("people")) == ["add", "edit", "archive", "merge"]
    with pytest.raises(KeyError):
        commands["actions add"]


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.name)
def test_help_says_how_a_command_is_used(onelog: Onelog, row: Command) -> None:
    told = onelog(f"{row.name} --help")
    assert re.search(rf"Usage: onelog {row.name}\b", " ".join(told.split()))


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_shows_its_options_and_its_commands(onelog: Onelog, name: str) -> None:
    told = onelog(f"{name} --help")
    assert "--json" in told
    for row in INNER:
        if row.name.startswith(f"{name} "):
            assert re.search(rf"^\s+{row.name.split()[1]}\s+\w", told, re.MULTILINE), row.name


def test_a_list_reads_its_own_arguments_and_its_commands(demo: Onelog) -> None:
    both = demo.json("actions mia"), demo.json("actions --mine mia")
    assert both[0]
    assert {action["owner"] for action in both[1]} == {"me"}
    added = demo.json("actions add write it down --with mia")
    assert added["text"] == "write it down"
    assert added in demo.json("actions --mine mia")
    assert "No such option: --nope" in demo.fails("actions --nope", code=2)
    assert "No such option: --nope" in demo.fails("actions add --nope", code=2)
    assert demo.fails("actions mia ben", code=2)


@pytest.mark.parametrize(
    ("typed", "meant"), [("acton", "actions"), ("tiemline", "timeline"), ("peple", "people"), ("exp", "export")]
)
def test_an_unknown_command_brings_the_nearest(onelog: Onelog, typed: str, meant: str) -> None:
    said = onelog.fails(typed, code=2)
    assert f"No such command '{typed}'." in said
    assert meant in said.split("Did you mean", 1)[1]
