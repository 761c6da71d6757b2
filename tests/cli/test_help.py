"""What onelog says of itself: one screen of everyday commands, the rest by group, and how each command is used."""

import re
import shlex

import pytest
from conftest import Onelog

from onelog.cli import COMMANDS, EVERYDAY, GROUPS, Command
from onelog.cli.main import group

HELP = """\
A private journal of 1-on-1 meetings. Alone it says what today brings.

  log       Record a meeting in your own words.
  prep      See all you need before a meeting.
  next      See who is due, overdue, coming or paused.
  note      Keep something for the next meeting with somebody.
  topic     Park a topic for the next meeting with somebody.
  actions   List what is promised, overdue first.
  done      Close actions.
  timeline  Look back, newest first.
  search    Find what was once said, in English and Japanese.
  people    List people and how often you meet.
  goals     List goals with their pace.
  review    Look back on a period.
  undo      Take back the last change, or the last N.

  onelog log mia "The ads move. a: draft the plan due:fri"
  onelog prep mia
  onelog export 2026Q3 --with mia

onelog help COMMAND says how to use one; onelog help --all lists them all.
"""


def test_help_is_one_screen(onelog: Onelog) -> None:
    assert onelog("--help") == HELP
    assert onelog("help") == HELP
    assert len(onelog.screen("--help").splitlines()) < 24


@pytest.mark.parametrize("words", ["--help", "help", "help --all", "help back", "help log", "help people edit"])
def test_help_fits_in_sixty_columns(onelog: Onelog, words: str) -> None:
    for line in onelog(words, COLUMNS="60").splitlines():
        assert len(line) <= 60, line


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.name)
def test_every_command_has_a_sentence_and_an_example_that_can_be_typed(onelog: Onelog, row: Command) -> None:
    told = onelog(f"{row.name} --help", COLUMNS="60")
    assert max(len(line) for line in told.splitlines()) <= 60
    sentence, (example,) = told.split("\n\n")[1].strip(), re.findall(r"^    (onelog .*)$", told, re.MULTILINE)
    assert sentence
    words = shlex.split(example)[1:]
    assert " ".join(words).startswith(row.name)
    command, context = group(), None
    for name in row.name.split():
        context = command.make_context(name, words, parent=context, resilient_parsing=True) if context else context
        words, command = words[1:], command.commands[name]  # type: ignore[assignment]
    with command.make_context(row.name, list(words)) as made:
        assert not made.args


def test_help_on_a_command_is_its_own_help(onelog: Onelog) -> None:
    for name in ("log", "goals", "goals add", "help"):
        assert onelog(f"help {name}") == onelog(f"{name} --help")


def test_help_on_a_group_lists_its_commands(onelog: Onelog) -> None:
    for key, panel in GROUPS.items():
        told = onelog(f"help {key}")
        assert told == onelog("help", panel.lower()) == onelog("help", panel.split()[0])
        assert told.startswith(f"{panel} (onelog help {key}):\n")
        for row in COMMANDS:
            assert (re.search(rf"^  {row.name}  +\w", told, re.MULTILINE) is not None) == (
                next(top.panel for top in COMMANDS if top.name == row.name.split()[0]) == panel
            ), row.name


def test_all_of_it_lists_every_command_and_the_options_of_all(onelog: Onelog) -> None:
    told = onelog("help --all")
    assert [told.index(panel) for panel in GROUPS.values()] == sorted(told.index(panel) for panel in GROUPS.values())
    for row in COMMANDS:
        assert re.search(rf"^  {row.name}  +\w", told, re.MULTILINE), row.name
    for option in ("--journal PATH", "--color WHEN", "--version", "--install-completion"):
        assert option in told


def test_what_nothing_is_called_has_no_help(onelog: Onelog) -> None:
    assert onelog.fails("help todo") == (
        "onelog: There is no help on 'todo'.\n  onelog actions lists promises; onelog actions add WORDS adds one.\n"
    )
    assert onelog.fails("help xyzzy") == "onelog: There is no help on 'xyzzy'.\n  onelog help --all\n"
    assert onelog.fails("help people edti") == "onelog: There is no help on 'people edti'.\n  Did you mean people?\n"


def test_every_everyday_command_is_one() -> None:
    assert set(EVERYDAY) <= {row.name for row in COMMANDS}
    assert 12 <= len(EVERYDAY) <= 13


def test_all_commands_are_listed_once_each(onelog: Onelog) -> None:
    listed = re.findall(r"^  ([a-z]+(?: [a-z]+)?)  +[A-Z]", onelog("help --all", COLUMNS="200"), re.MULTILINE)
    assert sorted(listed) == sorted(row.name for row in COMMANDS)
