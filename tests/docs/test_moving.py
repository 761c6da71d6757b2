"""Each source and each format has its section on the page that says how to move in, or out, in both languages."""

import re
from pathlib import Path

import pytest

from onelog.formats import FORMATS
from onelog.sources import SOURCES

DOCS = Path(__file__).parents[2] / "docs"
IN = {
    "md": ("## Markdown", "## Markdown"), "transcript": ("## Transcripts", "## 文字起こし"), "todo": ("todo.txt", "todo.txt"),
    "taskwarrior": ("Taskwarrior", "Taskwarrior"), "ics": ("## Calendars", "## カレンダー"), "csv": ("## Tables", "## 表"),
    "docx": ("## Word documents", "## Word"), "notion": ("| Notion |", "| Notion |"), "vibe-manager": ("| vibe-manager |", "| vibe-manager |"),
    "logseq": ("| Logseq |", "| Logseq |"), "org": ("| Org |", "| Org |"), "jrnl": ("## jrnl", "## jrnl"), "dayone": ("Day One's JSON", "Day OneのJSON"),
    "git": ("## Wins from git", "## gitの履歴"),
}  # fmt: skip
"""What stands on the page where a source is told of, in English and in Japanese."""


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_has_its_section(name: str) -> None:
    for page, words in zip(("moving-in.md", "ja/moving-in.md"), IN[name], strict=True):
        assert words in (DOCS / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_has_its_row(name: str) -> None:
    rows = re.findall(r"^\| (`[^|]*`) \|", (DOCS / "moving-out.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert name in {word.strip("`") for row in rows for word in row.split(", ")}
