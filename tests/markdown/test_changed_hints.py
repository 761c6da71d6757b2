"""A hint of a document that a command of the editor changed is a hint still; a comment of one's own is a note."""

from datetime import datetime

import pytest

from onelog.markdown import document
from onelog.markdown.forms import template

NOW = datetime.fromisoformat("2026-11-22T14:00+09:00")
COMMANDS = [("[ ]", "[x]"), ("[x]", "[ ]"), ("done", "finished"), ("。", "．"), ("@them", "@mia"), ("due:", "Due: ")]
OWN = ["<!-- ask about pay -->", "<!-- [x] done -->", "<!-- 任せる -->", "<!-- a question for her -->"]


@pytest.mark.parametrize("hint", sorted(template.hints()))
@pytest.mark.parametrize(("old", "new"), COMMANDS)
def test_a_changed_hint_goes(hint: str, old: str, new: str) -> None:
    draft = document.read(f"---\nwith: mia\n---\n\n{hint.replace(old, new)}\n\nwe met\n", NOW)
    assert [line.text for line in draft.lines] == ["we met"]


@pytest.mark.parametrize("comment", OWN)
def test_a_comment_of_ones_own_stays(comment: str) -> None:
    draft = document.read(f"---\nwith: mia\n---\n\n{comment}\n\nwe met\n", NOW)
    assert [line.text for line in draft.lines] == [comment, "", "we met"]
