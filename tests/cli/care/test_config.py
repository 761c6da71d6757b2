"""config: one setting read or set, and everything else in the file as somebody wrote it."""

import tomllib
from pathlib import Path

import pytest
from conftest import Onelog
from hypothesis import given
from hypothesis import strategies as st

from onelog.cli.care import config_file
from onelog.core.errors import OnelogError

pytestmark = pytest.mark.posix

WRITTEN = """\
# mine
language = "ja"   # comment # with "hash"
  me='Ken #1 Mori'#x

[watch]
promise_days = 14  # two weeks
off = [
  "cadence", # one
]

[ cadences ]
manager = "2w on tue"
"""


@pytest.fixture
def file(onelog: Onelog) -> Path:
    """A config.toml that somebody wrote."""
    path = onelog.folder / ".config" / "onelog" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(WRITTEN, encoding="utf-8")
    return path


CHANGED: dict[tuple[str, ...], tuple[str, str]] = {
    ("reflect", "off"): ("  me='Ken #1 Mori'#x\n", "  me='Ken #1 Mori'#x\nreflect = false\n"),
    ("hints", "ON"): ("  me='Ken #1 Mori'#x\n", "  me='Ken #1 Mori'#x\nhints = true\n"),
    ("language", "en"): ('language = "ja"   # comment', 'language = "en"   # comment'),
    ("me", "Aiko", "田中"): ("  me='Ken #1 Mori'#x", '  me= "Aiko 田中"#x'),
    ("fiscal_year_start", "4"): ("  me='Ken #1 Mori'#x\n", "  me='Ken #1 Mori'#x\nfiscal_year_start = 4\n"),
    ("watch.promise_days", "7"): ("promise_days = 14  # two", "promise_days = 7  # two"),
    ("watch.cadence_factor", "2.5"): ('  "cadence", # one\n]\n', '  "cadence", # one\n]\ncadence_factor = 2.5\n'),
    ("watch.off", "mood,seen"): ('off = [\n  "cadence", # one\n]', 'off = ["mood", "seen"]'),
    ("watch.off", "none"): ('off = [\n  "cadence", # one\n]', "off = []"),
    ("cadences.report", "every", "2", "weeks"): ('manager = "2w on tue"\n', 'manager = "2w on tue"\nreport = "every 2 weeks"\n'),
    ("cadences.manager", "weekly"): ('"2w on tue"', '"weekly"'),
}  # fmt: skip


@pytest.mark.parametrize("words", CHANGED, ids=" ".join)
def test_just_the_line_of_a_setting_changes(onelog: Onelog, file: Path, words: tuple[str, ...]) -> None:
    before, after = CHANGED[words]
    onelog("config", *words)
    assert file.read_text(encoding="utf-8") == WRITTEN.replace(before, after)
    assert onelog("config", "get", words[0]) == onelog("config", words[0])
    onelog("config", "set", *words)
    assert file.read_text(encoding="utf-8") == WRITTEN.replace(before, after)


REFUSED: dict[tuple[str, ...], str] = {
    ("nonsense", "1"): "「nonsense」という設定はありません。\n  使えるもの：fiscal_year_start, ",
    ("cadences.friend", "2w"): "「cadences.friend」という設定はありません。\n  使えるもの：",
    ("reflect", "maybe"): "reflect には on か off を指定します（「maybe」は使えません）。\n  onelog config reflect off",
    ("language", "fr"): 'language は en か ja です。\n  例：language = "ja"',
    ("fiscal_year_start", "13"): "fiscal_year_start は月（1〜12）です。",
    (
        "fiscal_year_start",
        "April",
    ): "には数値を指定します（「April」は使えません）。\n  onelog config fiscal_year_start 1",
    ("fiscal_year_start", "4.5"): "fiscal_year_start は数値にしてください。",
    ("watch.off", "weather"): "watch.off に「weather」という項目はありません。\n  使えるもの：mood, seen, promise",
    ("watch.mood_low", "9"): "watch.mood_low は1〜5です。",
    ("cadences.report", "blub"): "「blub」は頻度として読み取れません。",
}
"""In the language of the file."""


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_what_a_setting_does_not_take_is_refused_with_what_it_takes(
    onelog: Onelog, file: Path, words: tuple[str, ...]
) -> None:
    assert REFUSED[words] in onelog.fails("config", *words, code=2)
    assert file.read_text(encoding="utf-8") == WRITTEN


def test_without_a_file_one_is_made_for_its_owner_alone(onelog: Onelog) -> None:
    path = Path(onelog("config path").strip())
    assert not path.exists()
    assert onelog("config get reflect") == "on\n"
    assert onelog("config reflect off") == "reflect\toff\n"
    assert path.read_text(encoding="utf-8") == "reflect = false\n"
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    onelog("config watch.off cadence")
    assert path.read_text(encoding="utf-8") == 'reflect = false\n\n[watch]\noff = ["cadence"]\n'
    assert [p.name for p in path.parent.iterdir()] == ["config.toml"]


def test_the_list_has_every_setting_as_it_is_in_force(onelog: Onelog, file: Path) -> None:
    listed = dict(line.split("\t") for line in onelog("config").splitlines())
    assert listed == dict(line.split("\t") for line in onelog("config list").splitlines())
    assert listed["me"] == "Ken #1 Mori"
    assert listed["cadences.manager"] == "2w on tue"
    assert (listed["watch.off"], listed["watch.goal_weeks"], listed["reflect"]) == ("cadence", "4", "on")
    assert onelog.json("config list")["watch.off"] == ["cadence"]
    assert "me                    Ken #1 Mori\n" in onelog.screen("config")


def test_a_broken_file_is_left_alone_and_can_be_edited(onelog: Onelog, file: Path) -> None:
    file.write_text("language = \n", encoding="utf-8")
    assert "is not TOML" in onelog.fails("config reflect off", code=3)
    assert file.read_text(encoding="utf-8") == "language = \n"
    assert onelog("config path") == f"{file}\n"
    (onelog.folder / "mend.sh").write_text('echo "reflect = false" > "$1"\n', encoding="utf-8")
    onelog("config edit", ONELOG_EDITOR="sh mend.sh")
    assert onelog("config get reflect") == "off\n"
    (onelog.folder / "spoil.sh").write_text('echo "reflect = 3" > "$1"\n', encoding="utf-8")
    assert "reflect is not true or false" in onelog.fails("config edit", code=2, ONELOG_EDITOR="sh spoil.sh")


@pytest.mark.parametrize("text", ["watch = { off = [] }\n", "watch.off = []\n"])
def test_what_is_written_in_another_way_is_left_to_the_editor(onelog: Onelog, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    assert "onelog config edit" in onelog.fails("config", "watch.off", "mood")
    assert file.read_text(encoding="utf-8") == text


def test_a_linked_file_stays_a_link(onelog: Onelog, file: Path) -> None:
    dotfiles = onelog.folder / "dotfiles.toml"
    file.rename(dotfiles)
    file.symlink_to(dotfiles)
    onelog("config reflect off")
    assert file.is_symlink()
    assert "reflect = false" in dotfiles.read_text(encoding="utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.sampled_from(["me", "editor"]))
def test_any_words_are_a_value_and_nothing_else(words: str, key: str) -> None:
    file = Path("config.toml")
    before = tomllib.loads(WRITTEN)
    try:
        after = config_file.with_value(WRITTEN, key, words, file)
    except OnelogError:
        raise AssertionError(words) from None
    assert tomllib.loads(after) == before | {key: words}
