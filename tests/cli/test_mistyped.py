"""Words that people try: each leads to the command that they look for."""

import re

import pytest
from conftest import Onelog

from onelog.cli import COMMANDS, mistyped
from onelog.core.errors import Message

pytestmark = pytest.mark.posix

NAMES = {row.name for row in COMMANDS}

TRIED = [
    ("todo", "onelog actions"),
    ("tasks", "onelog actions"),
    ("list", "onelog timeline"),
    ("meetings", "onelog timeline"),
    ("new", "onelog log PERSON"),
    ("add", "onelog log PERSON"),
    ("1on1", "onelog log PERSON"),
    ("1-on-1", "onelog log PERSON"),
    ("report", "onelog review"),
    ("sync", "onelog backup PATH"),
    ("agenda", "onelog prep PERSON"),
    ("search-person", "onelog show PERSON"),
    ("find", "onelog search"),
    ("TODO", "onelog actions"),
    ("remove", "onelog delete ID"),
    ("okrs", "onelog goals"),
    ("rollback", "onelog undo"),
    ("insight", "onelog aha"),
    ("init", "onelog log PERSON"),
    ("version", "onelog --version"),
    ("settings", "onelog config list"),
    ("merge", "onelog people merge FROM INTO"),
    ("meetigns", "onelog timeline"),
]


@pytest.mark.parametrize(("word", "command"), TRIED)
def test_a_word_that_people_try_leads_to_its_command(onelog: Onelog, word: str, command: str) -> None:
    said, hint, *more = onelog.fails(word, code=2).splitlines()
    assert said == f"onelog: No such command '{word}'."
    assert f"{command} " in hint
    assert not more


TOGETHER = [
    ("show all", 1, "onelog timeline --limit 0 shows all meetings."),
    ("prep all", 1, "onelog team has everybody at a glance."),
    ("prep team", 1, "onelog team has everybody at a glance."),
    ("people list", 2, "onelog people alone lists them."),
    ("goals list", 1, "onelog goals alone lists them."),
    ("actions all", 1, "onelog actions --all has the others too."),
    ("people new Aaron", 2, "onelog people add WORDS makes one."),
    ("people show mia", 2, "onelog show PERSON shows somebody."),
    ("people remove mia", 2, "onelog people archive PERSON hides; onelog forget PERSON erases somebody."),
    ("topics add mia words", 2, "onelog topic PERSON WORDS parks one."),
    ("moments concern", 1, "onelog moments --kind concern lists them."),
    ("backup list", 2, "onelog backup --list lists them; ./list names a file."),
    ("actions done k7qf", 2, "onelog done is a command of its own: onelog help done"),
    ("--color never goals edit k7qf", 2, "onelog edit is a command of its own: onelog help edit"),
]


@pytest.mark.parametrize(("words", "code", "hint"), TOGETHER)
def test_two_words_that_people_try_lead_to_theirs(demo: Onelog, words: str, code: int, hint: str) -> None:
    assert demo.fails(words, code=code).splitlines()[1:] == [f"  {hint}"]


OPTIONS = [
    ("timeline --from fri", "--since"),
    ("timeline --sinec fri", "--since"),
    ("timeline --lim 3", "--limit"),
    ("moments --type aha", "--kind"),
    ("done k7qf --reason sent", "--why"),
    ("log mia --date fri", "--on"),
    ("people add Mia --cadence 2w", "--every"),
    ("actions add call --person mia", "--with"),
]


@pytest.mark.parametrize(("words", "option"), OPTIONS)
def test_an_option_that_people_try_leads_to_its_own(demo: Onelog, words: str, option: str) -> None:
    said, hint = demo.fails(words, code=2).splitlines()
    assert re.fullmatch(r"onelog: No such option: --\w+\.", said)
    assert hint.startswith(f"  Did you mean {option}? onelog {words.split()[0]}")


IN_WORDS = [
    ("actions add call --due fri", "due:fri"),
    ("actions add call --owner mia", "@name"),
    ("log mia call --due=fri", "due:fri"),
    ("praise clear --from mia", "from:name"),
    ("win 'closed it' --tag sales", "#tag"),
]


@pytest.mark.parametrize(("words", "form"), IN_WORDS)
def test_an_option_that_stands_in_the_words_says_so(demo: Onelog, words: str, form: str) -> None:
    said, hint = demo.fails(words, code=2).splitlines()
    assert re.fullmatch(r"onelog: No such option: --\w+\.", said)
    assert hint == f"  Write it in the words: {form}"


def test_a_name_for_a_command_names_what_is_done_with_people(demo: Onelog) -> None:
    assert demo.fails("mia", code=2) == (
        "onelog: No such command 'mia'.\n  onelog log mia, onelog prep mia, or onelog show mia?\n"
    )
    assert "help --all" in demo.fails("nobody", code=2)
    assert "help --all" in demo.fails("mia", code=2, ONELOG_JOURNAL="/dev/null")
    assert "help --all" in demo.fails("", "--json", code=2)


def test_the_table_names_commands_that_there_are_and_no_word_twice() -> None:
    words = [word for many in mistyped._TRIED for word in many.split()]
    assert len(words) == len(set(words))
    assert not set(words) & NAMES
    for key in (*mistyped._TRIED.values(), *mistyped._TOGETHER.values()):
        hint = Message(f"errors.{key}", kind="aha").said()
        assert len(hint) <= 78, hint
        for name, inner in re.findall(r"onelog ([a-z]+)(?: ([a-z]+)\b)?", hint):
            assert name == "alone" or name in NAMES, hint
            if inner in ("add", "edit", "archive", "merge", "checkin", "path", "list", "set"):
                assert f"{name} {inner}" in NAMES, hint
