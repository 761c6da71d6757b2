"""The demo is played in a folder that is nobody else's: not another demo's, nor one that somebody has put there."""

import os
import re
import subprocess
from pathlib import Path

import pexpect
import pytest
from at_terminal import ctrl_c
from conftest import ONELOG, Onelog

pytestmark = pytest.mark.posix


def folder_of(said: str) -> Path:
    found = re.search(r"export ONELOG_JOURNAL=(.*)/journal\.db", said)
    assert found, said
    return Path(found[1])


@pytest.mark.long
def test_two_demos_at_once_do_not_spoil_each_other(onelog: Onelog) -> None:
    first, second = (
        subprocess.Popen(
            [*ONELOG, "demo"], env=onelog.env, cwd=onelog.folder, text=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for _ in range(2)
    )  # fmt: skip
    said = [demo.communicate(timeout=120) for demo in (first, second)]
    assert [(demo.returncode, "onelog: " in err) for demo, (_, err) in zip((first, second), said, strict=True)] == [
        (0, False)
    ] * 2
    folders = [folder_of(out) for out, _ in said]
    assert len(set(folders)) == 2
    for folder in folders:
        assert (folder.parent, folder.stat().st_mode & 0o777) == (onelog.folder, 0o700)
        assert len(onelog.json("people", ONELOG_JOURNAL=str(folder / "journal.db"))) == 6


@pytest.mark.long
@pytest.mark.parametrize("kind", ["folder", "link", "file"])
def test_what_lies_there_stays(onelog: Onelog, kind: str) -> None:
    """A demo once wrote to one fixed place, and took away what was there."""
    mine, fixed = onelog.folder / "mine", onelog.folder / f"onelog-demo-{os.getuid()}"
    mine.mkdir()
    (mine / "journal.db").write_text("words")
    if kind == "folder":
        mine.rename(fixed)
    elif kind == "link":
        fixed.symlink_to(mine)
    else:
        fixed.write_text("words")
    folder = folder_of(onelog("demo"))
    assert folder != fixed
    kept = fixed / "journal.db" if kind != "file" else fixed
    assert kept.read_text() == "words"
    assert not (onelog.folder / "journal.db").exists()


@pytest.mark.long
def test_a_demo_that_is_broken_off_leaves_nothing(onelog: Onelog) -> None:
    child = pexpect.spawn(ONELOG[0], [*ONELOG[1:], "demo"], env=onelog.env, cwd=str(onelog.folder), encoding="utf-8", timeout=60)  # fmt: skip
    child.expect_exact("Enter goes on, q leaves")
    ctrl_c(child)
    assert child.exitstatus == 130
    assert [path.name for path in onelog.folder.iterdir()] == []


def test_the_demo_speaks_the_language_that_is_set(onelog: Onelog) -> None:
    assert "── How are the goals doing?" in onelog("demo")
    onelog("config language ja")
    said = onelog("demo")
    assert "── 目標の進み具合を見ます" in said
    assert "自分の宿題" in said
    assert not re.search(r"^── [ -~]+$", said, re.MULTILINE)
