"""File systems that fold the names of files, and paths that are no names of computers."""

from pathlib import Path
from unicodedata import normalize

import pytest
from conftest import Onelog


@pytest.mark.parametrize("journal", ["journal.db", "日誌が.db", "Zoë.db"])
@pytest.mark.parametrize("fold", [str.upper, lambda name: normalize("NFD", name)], ids=["capitals", "decomposed"])
def test_backups_are_seen_in_whatever_letters_the_file_system_keeps_their_names(onelog: Onelog, journal: str, fold) -> None:  # type: ignore[no-untyped-def]  # fmt: skip
    onelog.env["ONELOG_JOURNAL"] = str(onelog.folder / journal)
    onelog("log", "mia", "we met")
    onelog("backup")
    before = onelog.json("backup", "--list")
    (made,) = (onelog.folder / f"{journal}.backups").iterdir()
    made.rename(made.with_name(f"{fold(made.name.removesuffix('.db'))}.db"))
    (after,) = onelog.json("backup", "--list")
    assert {**after, "path": ""} == {**before[0], "path": ""}
    onelog("restore", "1", "--yes")


def test_a_path_with_two_slashes_is_a_path(onelog: Onelog) -> None:
    """SQLite took the first name in it for that of another computer."""
    path = f"/{onelog.folder}/two.db"
    assert path.startswith("//")
    onelog("--journal", path, "log", "mia", "we met")
    assert len(onelog.json("--journal", path, "people")) == 1
    onelog("--journal", path, "backup")
    assert len(list(Path(f"{path}.backups").iterdir())) == 1
