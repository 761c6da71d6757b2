"""Where the journal and the settings are, on each system; and that an earlier place is found again."""

import sys
from pathlib import Path

import platformdirs
import pytest

from onelog.core import settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ONELOG_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


MAC = "Library/Application Support/onelog"
PLACES = [
    # system, XDG_DATA_HOME, where a journal is already, where it is looked for
    ("linux", "", "", ".local/share/onelog"),
    ("linux", "data", "", "data/onelog"),
    ("linux", "data", ".local/share/onelog", "data/onelog"),  # the variable is its keeper's own word
    ("darwin", "", "", MAC),
    ("darwin", "data", "", "data/onelog"),
    ("darwin", "data", MAC, MAC),  # where platformdirs had put it, whatever the variable says
    ("darwin", "", "data/onelog", MAC),
]


@pytest.mark.parametrize(("system", "variable", "there", "found"), PLACES)
def test_a_journal_is_where_it_was(
    home: Path, monkeypatch: pytest.MonkeyPatch, system: str, variable: str, there: str, found: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    if variable:
        monkeypatch.setenv("XDG_DATA_HOME", str(home / variable))
    if there:
        (home / there).mkdir(parents=True)
        (home / there / "journal.db").touch()
    assert settings.place("data", "journal.db") == home / found / "journal.db"


def test_on_windows_it_is_in_the_folder_of_onelog_and_found_in_the_double_one_of_before(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda name, **_: str(home / name))
    assert settings.place("data", "journal.db") == home / "onelog" / "journal.db"
    (home / "onelog" / "onelog").mkdir(parents=True)
    (home / "onelog" / "onelog" / "journal.db").touch()
    assert settings.place("data", "journal.db") == home / "onelog" / "onelog" / "journal.db"
    assert settings.path() == home / "onelog" / "config.toml"
