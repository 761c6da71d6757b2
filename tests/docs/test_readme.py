"""What the README shows is what happens."""

import shlex
from pathlib import Path

import pexpect
from conftest import ONELOG

from docs.blocks import README, blocks, example_journal, run


def test_every_console_block_of_the_readme_is_what_the_program_prints(tmp_path: Path) -> None:
    onelog = example_journal(tmp_path)
    shown = blocks(README.read_text(encoding="utf-8"))
    assert len(shown) >= 6
    for block in shown:
        assert run(block, onelog) == block


def test_log_looks_as_the_readme_shows_it_where_somebody_sits_at_the_terminal(tmp_path: Path) -> None:
    """Elsewhere in these tests nobody could be asked anything; here somebody could, and is not."""
    onelog = example_journal(tmp_path)
    (block,) = [one for one in blocks(README.read_text(encoding="utf-8")) if one.startswith("$ onelog log ")]
    typed, _, shown = block.partition("\n")
    env = {name: value for name, value in onelog.env.items() if name not in ("COLUMNS", "LINES")} | {"NO_COLOR": "1"}
    words = [*ONELOG[1:], *shlex.split(typed)[2:]]
    child = pexpect.spawn(ONELOG[0], words, env=env, cwd=tmp_path, dimensions=(24, 80), encoding="utf-8", timeout=60)
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, str(child.before).replace("\r\n", "\n")) == (0, shown)
