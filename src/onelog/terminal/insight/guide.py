"""A guide, wrapped to the screen; or the list of them."""

import re
from collections.abc import Sequence
from datetime import date

from onelog.core.results.lessons import Guide
from onelog.terminal.kit.layout import Words, cells, pad
from onelog.terminal.kit.screen import Screen


def draw(screen: Screen, value: "Guide | Sequence[Guide]", today: date) -> None:
    """One guide whole; of several a line each."""
    if isinstance(value, Guide):
        _one(screen, value)
        return
    guides = [one for one in value if isinstance(one, Guide)]
    width = max((cells([guide.topic]) for guide in guides), default=0) + 2
    for guide in guides:
        screen.row([(pad(guide.topic, width), "command")], [guide.title])
    screen.blank()
    screen.text(*screen.phrase("lesson.one_guide", "onelog guide TOPIC"))


def _one(screen: Screen, guide: Guide) -> None:
    for number, line in enumerate(guide.text.rstrip("\n").split("\n")):
        if number == 0:
            screen.text((line, "head"))
        elif line.startswith("- "):
            screen.row(["- "], _said(line[2:]))
        else:
            screen.row((), _said(line))


def _said(line: str) -> list[Words]:
    """What stands between backticks in the colour of commands, the label at the beginning in bold."""
    said: list[Words] = []
    label = re.match(r"[^:：`.。]{2,12}[:：]", line)
    if label:
        said.append((label[0], "strong"))
        line = line[label.end() :]
    for number, part in enumerate(line.split("`")):
        said.append((part, "command" if number % 2 else ""))
    return said
