"""Where onelog looks and writes: homes that are none, settings that are no files, folders that somebody else has made."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Onelog
from inside import Inside

pytestmark = pytest.mark.posix

HOMES = {
    "not set": ({}, "There is no home folder: HOME is not set."),
    "empty": ({"HOME": ""}, "There is no home folder: HOME is not set."),
    "not there": ({"HOME": "/nowhere/at/all"}, "There is no home folder: HOME is /nowhere/at/all."),
    "a file": ({"HOME": "{folder}/a file"}, "There is no home folder: HOME is {folder}/a file."),
    "relative": ({"HOME": "some/home"}, "HOME is 'some/home', which is not a whole path."),
    "here": ({"HOME": "."}, "HOME is '.', which is not a whole path."),
    "data relative": ({"HOME": "{folder}", "XDG_DATA_HOME": "data"}, "XDG_DATA_HOME is 'data', which is not a whole path."),
    "config relative": ({"HOME": "{folder}", "XDG_CONFIG_HOME": "./c"}, "XDG_CONFIG_HOME is './c', which is not a whole path."),
}  # fmt: skip


def names(run: Onelog) -> list[str]:
    return sorted(str(path.relative_to(run.folder)) for path in run.folder.rglob("*"))


@pytest.fixture
def homeless(onelog: Onelog) -> Onelog:
    """onelog with nothing in its environment that says where a journal is."""
    for name in ("HOME", "ONELOG_JOURNAL"):
        del onelog.env[name]
    (onelog.folder / "a file").write_text("words")
    return onelog


@pytest.mark.parametrize("words", ["log mia 'we met'", "timeline", "import 'a file'", "config language ja", "db path"])
@pytest.mark.parametrize("home", HOMES)
def test_a_home_that_is_none_makes_nothing_and_is_said(homeless: Onelog, home: str, words: str) -> None:
    env, said = ({k: v.format(folder=homeless.folder) for k, v in HOMES[home][0].items()}, HOMES[home][1])
    if (home == "config relative" and words == "db path") or (home == "data relative" and "config" in words):
        return  # what is asked for is somewhere else
    done = homeless.run(words, **env)
    assert done.code == 3, done
    assert done.err.splitlines()[0] == f"onelog: {said.format(folder=homeless.folder)}"
    assert (len(done.err.splitlines()), done.out) == (2, "")
    assert names(homeless) == ["a file"]


@pytest.mark.parametrize("home", ["not set", "empty", "not there", "a file"])
def test_a_journal_that_is_named_needs_no_home(homeless: Onelog, home: str) -> None:
    """As services have it: no home, and a journal of their own; there is nothing that could be set."""
    env = {k: v.format(folder=homeless.folder) for k, v in HOMES[home][0].items()}
    homeless("--journal", "mine/journal.db", "log", "mia", "we met", **env)
    assert "we met" in homeless("--journal", "mine/journal.db", "timeline", **env)
    homeless("--journal", "mine/journal.db", "ask", "mia", **env)
    homeless("--journal", "mine/journal.db", "prep", "mia", **env)
    assert names(homeless) == ["a file", "mine", "mine/journal.db"]


@pytest.mark.parametrize("home", ["not set", "relative", "not there"])
@pytest.mark.parametrize("words", ["--journal ~/j.db log mia hello", "restore ~/j.db", "backup ~/copies"])
def test_the_sign_for_home_is_not_a_folder_here(homeless: Onelog, home: str, words: str) -> None:
    homeless.env["ONELOG_JOURNAL"] = str(homeless.folder / "journal.db")
    homeless("log mia hello", HOME=str(homeless.folder))
    before = names(homeless)
    done = homeless.run(words, **HOMES[home][0])
    assert done.code == 3
    assert "home folder" in done.err or "HOME is" in done.err
    assert names(homeless) == before


@pytest.mark.parametrize(
    "words", ["--journal ~nobody-here/j.db timeline", "restore ~nobody-here/j.db", "backup ~nobody-here/"]
)
def test_nobodys_home_is_a_sentence_everywhere(onelog: Onelog, words: str) -> None:
    onelog("log mia hello")
    assert "begins with nobody's home" in onelog.fails(words, code=2)


# --- what is no file is not waited for -------------------------------------------------------------------------------


def fifo(path: Path) -> None:
    os.mkfifo(path)


def device(name: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(name)


NO_FILES = {"a pipe": fifo, "an endless device": device("/dev/zero"), "an empty device": device("/dev/null"),
            "a terminal": device("/dev/tty"), "a folder": Path.mkdir}  # fmt: skip


@pytest.mark.parametrize("kind", NO_FILES)
@pytest.mark.parametrize("words", ["timeline", "log mia hello", "config me", "config me Ken", "config edit", "status"])
def test_settings_that_are_no_file_are_not_waited_for(onelog: Onelog, kind: str, words: str) -> None:
    settings = onelog.folder / "config.toml"
    NO_FILES[kind](settings)
    done = onelog.run(words, ONELOG_CONFIG=str(settings), ONELOG_EDITOR="cat")
    first, hint = done.err.splitlines()
    assert first.startswith(f"onelog: {settings} cannot be read: ")
    assert (done.code in (1, 3), hint) == (True, "  Look what it is, and at its permissions.")
    assert names(onelog) == ["config.toml"]


@pytest.mark.long
@pytest.mark.parametrize("kind", NO_FILES)
def test_questions_that_are_no_file_are_not_waited_for(onelog: Onelog, kind: str) -> None:
    onelog("log mia hello")
    questions = onelog.folder / "questions.txt"
    NO_FILES[kind](questions)
    config = str(onelog.folder / "config.toml")
    (onelog.folder / "config.toml").write_text("")
    done = onelog.run("ask mia", ONELOG_CONFIG=config)
    assert (done.code, len(done.err.splitlines())) == (0, 1), done
    assert done.err.startswith(f"{questions} cannot be read: ")
    assert "Ask" in onelog.screen("prep mia", ONELOG_CONFIG=config)


@pytest.mark.long
@pytest.mark.parametrize("kind", NO_FILES)
def test_what_lies_among_the_drafts_is_not_waited_for(onelog: Onelog, kind: str) -> None:
    onelog("log mia hello")
    place = onelog.folder / "journal.db.drafts"
    place.mkdir(mode=0o700)
    (place / "20261120T150000-0badcafe.md").write_text("words")
    NO_FILES[kind](place / "20261120T150000-0badcafe.json")
    assert "words" in onelog("recover", "--show")
    assert onelog.run("doctor").code == 1  # a text waits
    onelog("forget mia --confirm mia")


# --- the folders beside a journal ------------------------------------------------------------------------------------


def linked(place: Path) -> None:
    place.with_name("elsewhere").mkdir()
    place.symlink_to("elsewhere")


def of_somebody_else(place: Path) -> None:
    place.mkdir(mode=0o777)
    place.chmod(0o777)
    os.chown(place, 12345, 12345)


MADE_BEFORE = {"is a link": linked, "belongs to somebody else": of_somebody_else}
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives a folder away")


@pytest.mark.long
@pytest.mark.parametrize("why", ["is a link", pytest.param("belongs to somebody else", marks=needs_root)])
@pytest.mark.parametrize(
    ("which", "words"), [("drafts", "log mia secret"), ("drafts", "note mia secret"), ("backups", "backup")]
)
@pytest.mark.parametrize("planted", [True, False], ids=["with words in it", "empty"])
def test_a_folder_that_somebody_has_made_before_is_not_used(
    onelog: Onelog, which: str, words: str, why: str, planted: bool
) -> None:
    onelog("log mia hello")
    place = onelog.folder / f"journal.db.{which}"
    MADE_BEFORE[why](place)
    if planted:
        (place / "20261120T150000-0badcafe.json").write_text("{}")
        (place / "20261120T150000-0badcafe.md").write_text("planted")
    before = names(onelog)
    assert onelog.fails(words) == f"onelog: {place} {why}; nothing is written there.\n  Move it away, then try again.\n"
    assert names(onelog) == before
    assert "planted" not in onelog("recover")
    assert f"{place} {why}; nothing is written there." in onelog.run("doctor").out


@pytest.mark.parametrize("which", ["drafts", "backups"])
@pytest.mark.parametrize("mode", [0o777, 0o755, 0o770, 0o711])
def test_a_folder_of_ours_that_is_open_to_others_is_closed_before_a_word_is_in_it(
    onelog: Onelog, which: str, mode: int
) -> None:
    onelog("log mia hello")
    place = onelog.folder / f"journal.db.{which}"
    place.mkdir()
    place.chmod(mode)
    (place / "keep").touch()
    onelog("backup" if which == "backups" else "log mia again")
    assert place.stat().st_mode & 0o777 == 0o700


# --- the folder that a new journal goes into -------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.walk(6)
@pytest.mark.parametrize(
    ("mode", "said"), [(0o700, False), (0o711, False), (0o750, True), (0o755, True), (0o777, True), (0o1777, True)]
)
@pytest.mark.parametrize("words", ["log mia hello", "import all.json", "restore copy.db"])
def test_a_folder_that_others_may_read_is_said_once(onelog: Onelog, mode: int, said: bool, words: str) -> None:
    onelog("log ken hello")
    onelog("export --format json -o all.json")
    onelog("backup copy.db")
    place = onelog.folder / "place"
    place.mkdir()
    place.chmod(mode)
    run = onelog.run(words, ONELOG_JOURNAL="place/journal.db")
    line = f"Other people on this computer may look into {place}; the journal itself is closed to them."
    assert (run.code, run.err.splitlines().count(line)) == (0, int(said))
    assert (place / "journal.db").stat().st_mode & 0o777 == 0o600
    assert line not in onelog.run("log mia more", ONELOG_JOURNAL="place/journal.db").err
    assert line not in onelog.run("log mia", "--new", "hello", ONELOG_JOURNAL="place/made/journal.db").err


@pytest.mark.parametrize(
    ("name", "says"),
    [("config.toml", "config.toml cannot be read: it is too large."), ("questions.txt", "it is too large")],
)
def test_a_setting_of_a_terabyte_is_not_read(tmp_path: Path, name: str, says: str) -> None:
    run = Inside(tmp_path)
    folder = tmp_path / ".config" / "onelog"
    folder.mkdir(parents=True)
    with (folder / name).open("wb") as file:
        file.truncate(1 << 40)
    done = run("ask", ONELOG_CONFIG="")
    assert says in done.err
    assert (done.code == 3) == (name == "config.toml")
