"""What the README shows is what happens."""

from pathlib import Path

from docs.blocks import README, blocks, example_journal, run


def test_every_console_block_of_the_readme_is_what_the_program_prints(tmp_path: Path) -> None:
    onelog = example_journal(tmp_path)
    shown = blocks(README.read_text(encoding="utf-8"))
    assert len(shown) >= 6
    for block in shown:
        assert run(block, onelog) == block
