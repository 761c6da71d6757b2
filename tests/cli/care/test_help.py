"""What onelog says of itself: one screen of everyday commands, the rest by group, and how each command is used."""

import os
import re
import shlex
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from conftest import Onelog

from onelog.cli import COMMANDS, EVERYDAY, GROUPS, Command, help_texts
from onelog.cli.main import group
from onelog.cli.manual import pages
from onelog.core.phrases import area, say

pytestmark = pytest.mark.posix

DOCS = Path(__file__).parents[3] / "docs"

HELP = """\
A private journal of 1-on-1 meetings. On its own, onelog shows your day.

  log       Record a meeting in your own words.
  prep      See all you need before a meeting.
  next      See who is due, overdue, coming up or paused.
  note      Save something for the next meeting with somebody.
  topic     Park a topic for the next meeting with somebody.
  actions   List action items, overdue first.
  done      Mark action items as done.
  timeline  Look back, newest first.
  search    Find what was said, in English and Japanese.
  people    List people and how often you meet.
  goals     List goals with their pace.
  review    Sum up a period.
  undo      Undo the last change, or the last N.

  onelog log mia "The ads move. a: draft the plan due:fri"
  onelog prep mia
  onelog export 2026Q3 --with mia

onelog help COMMAND shows how to use one; onelog help --all lists them all,
and pages to read.
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
    for key in GROUPS:
        panel = say("en", f"help.pages.{key}")
        told = onelog(f"help {key}")
        assert told == onelog("help", panel.lower()) == onelog("help", panel.split()[0])
        assert told.startswith(f"{panel} (onelog help {key}):\n")
        for row in COMMANDS:
            assert (re.search(rf"^  {row.name}  +\w", told, re.MULTILINE) is not None) == (
                next(top.panel for top in COMMANDS if top.name == row.name.split()[0]) == key
            ), row.name


def test_all_of_it_lists_every_command_and_the_options_of_all(onelog: Onelog) -> None:
    told = onelog("help --all")
    places = [told.index(say("en", f"help.pages.{key}")) for key in GROUPS]
    assert places == sorted(places)
    for row in COMMANDS:
        assert re.search(rf"^  {row.name}  +\w", told, re.MULTILINE), row.name
    for name, about in pages().items():
        assert re.search(rf"^  {name}  +{about}$", told, re.MULTILINE)
    for option in ("--journal PATH", "--color WHEN", "--version", "--install-completion"):
        assert option in told


@pytest.mark.parametrize("name", ["tutorial", "grammar", "looking-back", "people-and-goals", "architecture", "Grammar"])
def test_a_page_of_the_docs_comes_as_it_is_in_a_pipe_and_drawn_on_a_terminal(onelog: Onelog, name: str) -> None:
    text = (DOCS / f"{name.lower()}.md").read_text(encoding="utf-8")
    assert onelog(f"help {name}") == text
    drawn = onelog.screen("help", name)
    assert drawn.splitlines()[0] == text.splitlines()[0].removeprefix("# ")
    for line in set(drawn.splitlines()) - set(text.splitlines()):  # blocks are shown as they are
        assert not re.search(r"\]\(|^#|```|\*\*|\x1b", line)
        assert columns(line) <= 80
    for link in re.findall(r"\]\((\w[\w-]*)\.md", text):
        assert f"onelog help {link}" in " ".join(drawn.split())


def test_where_japanese_is_spoken_a_page_is_shown_in_japanese_if_it_is_written(onelog: Onelog) -> None:
    (onelog.folder / "config.toml").write_text('language = "ja"\n', encoding="utf-8")
    onelog.env["ONELOG_CONFIG"] = str(onelog.folder / "config.toml")
    written = {path.stem for path in (DOCS / "ja").glob("*.md")} - {"index"}
    assert written == {"tutorial", "moving-in", "grammar"}
    for name in pages():
        file = DOCS / "ja" / f"{name}.md" if name in written else DOCS / f"{name}.md"
        assert onelog(f"help {name}") == file.read_text(encoding="utf-8")
    for name in written:
        text = (DOCS / "ja" / f"{name}.md").read_text(encoding="utf-8")
        drawn = onelog.screen("help", name)
        assert drawn.startswith(text.split("\n")[0].removeprefix("# "))
        assert all(columns(line) <= 80 for line in set(drawn.splitlines()) - set(text.splitlines()))
        assert drawn.count("…") == text.count("…")  # nothing is cut
    assert re.search(r"^  tutorial +10分で一通り$", onelog("help --all"), re.MULTILINE)


def test_the_pages_are_those_of_the_docs_and_named_like_no_command_or_group() -> None:
    assert set(pages()) == {path.stem for path in DOCS.glob("*.md")} - {"index"}
    assert set(pages()).isdisjoint({row.name for row in COMMANDS} | set(GROUPS))


def test_man_pages_are_copied_to_where_man_looks(onelog: Onelog, tmp_path: Path) -> None:
    folder = tmp_path / ".local" / "share" / "man" / "man1"
    folder.mkdir(parents=True)
    elsewhere = tmp_path / "an installer's.1"
    elsewhere.write_text("as it was", encoding="utf-8")
    (folder / "onelog-log.1").symlink_to(elsewhere)
    (folder / "onelog-gone.1").write_text("of an earlier version", encoding="utf-8")
    (folder / "ls.1").write_text("of somebody else", encoding="utf-8")
    made = sorted(path.name for path in (DOCS / "man").iterdir())
    for path in (os.environ["PATH"], f"{tmp_path}/.local/bin:{os.environ['PATH']}"):
        told = onelog("--install-man", PATH=path)
        assert told.startswith(f"{len(made)} man pages are in {folder}: man onelog, man onelog-log\n")
        assert ("MANPATH" in told) is (".local" not in path)
        assert sorted(path.name for path in folder.iterdir()) == sorted([*made, "ls.1"])
        for name in made:
            assert (folder / name).read_bytes() == (DOCS / "man" / name).read_bytes()
            assert (folder / name).stat().st_mode & 0o777 == 0o644
    assert elsewhere.read_text(encoding="utf-8") == "as it was"
    assert not onelog.journal.exists()


def test_man_pages_need_a_home(onelog: Onelog, tmp_path: Path) -> None:
    (tmp_path / ".local").write_text("a file", encoding="utf-8")
    assert "man1" in onelog.fails("--install-man")


@pytest.mark.skipif(not shutil.which("man"), reason="there is no man here")
def test_man_finds_them(onelog: Onelog, tmp_path: Path) -> None:
    onelog("--install-man")
    env = onelog.env | {"PATH": f"{tmp_path}/.local/bin:{os.environ['PATH']}", "MANWIDTH": "80"}
    for name in ("onelog", "onelog-log", "onelog-goals-plan"):
        shown = subprocess.run(["man", name], env=env, capture_output=True, text=True, check=True)  # noqa: S607 - man itself
        assert "NAME" in shown.stdout


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)


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


# --- in Japanese


@pytest.fixture
def japanese(onelog: Onelog, tmp_path: Path) -> Onelog:
    (tmp_path / "ja.toml").write_text('language = "ja"\n', encoding="utf-8")
    onelog.env["ONELOG_CONFIG"] = str(tmp_path / "ja.toml")
    return onelog


ENGLISH = re.compile(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")
"""Three words of English in a row."""


@pytest.mark.parametrize("row", [None, *COMMANDS], ids=lambda row: row.name if row else "onelog")
def test_the_help_is_japanese_where_that_is_the_language(japanese: Onelog, row: Command | None) -> None:
    told = japanese(f"{row.name} --help" if row else "--help")
    assert told.startswith(f"使い方：onelog {row.name} [OPTIONS]" if row else "1on1を")
    for line in told.splitlines():
        assert columns(line) <= 80, line
        assert not ENGLISH.search(re.sub(r"onelog [a-z ]+", "", line)), line
    assert ("例：" in told) is (row is not None)


def test_groups_and_pages_have_japanese_headings(japanese: Onelog) -> None:
    told = japanese("help --all")
    assert [line for line in told.splitlines() if line and line[0] != " " and line[-1] == "："] == [
        *(f"{say('ja', f'help.pages.{key}')}（onelog help {key}）：" for key in GROUPS),
        "オプション：",
        "解説（onelog help PAGE）：",
    ]
    assert japanese("help 振り返り") == japanese("help back")


def test_every_option_has_its_words_in_the_catalogue() -> None:
    """What stands at an option is a key, and every key stands at one."""
    keys = set[str]()

    def look(command: Any, above: Any, name: str) -> None:
        context = command.context_class(command, info_name=name, parent=above)
        help_texts.put_words(command, context, "en")
        keys.update(param.key for param in command.get_params(context) if param.key)
        for inner, made in getattr(command, "commands", {}).items():
            look(made, context, inner)

    look(group(), None, "onelog")
    assert keys == set(area("help.options"))
