"""Words that never reached the journal, each with what it was typed for and when; how it begins where that is asked for."""

from collections.abc import Iterator, Sequence
from datetime import date

from onelog.core.calendar import dates
from onelog.core.results.safety.drafts import Waiting
from onelog.terminal.kit.layout import Words, cells
from onelog.terminal.kit.screen import Screen

LINES = 3
"""Lines of the words that are shown; --show prints them all."""


def draw(screen: Screen, waiting: Sequence[Waiting], today: date) -> None:
    """The drafts by number, then how to bring one back."""
    if not waiting:
        screen.text(screen.say("care.no_drafts"))
        return
    width = len(str(waiting[-1].number))
    for one in waiting:
        _draw_one(screen, one, today, width)
    screen.blank()
    for key, option in (("care.draft_back", ""), ("care.draft_show", " --show"), ("care.draft_discard", " --discard")):
        screen.text(*screen.phrase(key, f"onelog recover {waiting[0].number}{option}"))


def _draw_one(screen: Screen, one: Waiting, today: date, width: int) -> None:
    when = f"{dates.spoken(one.at.date(), today, screen.language)} {one.at:%H:%M}"
    lead: list[Words] = [(f"{one.number:>{width}}", "quiet"), "  "]
    said: list[Words] = [(one.command or screen.say("care.draft_unknown"), "strong")]
    said += [f" {one.person}"] if one.person else []
    said += [] if one.text else [(f" · {screen.say('care.draft_lines', n=one.lines)}", "quiet")]
    screen.row(lead, said, [(when, "quiet")])
    lines = list(_own_lines(one.text)) if one.text else []
    for line in lines[:LINES]:
        screen.row([" " * cells(lead)], [line], most=1)
    if len(lines) > LINES:
        more = screen.say("and_more", n=len(lines) - LINES)
        screen.row([" " * cells(lead)], [(f"… {more}", "quiet")])


def _own_lines(text: str) -> Iterator[str]:
    """The lines with words; the head of a document is one of them, its empty fields left out."""
    lines = text.split("\n")
    if lines[0].rstrip() == "---" and "---" in lines[1:]:
        end = lines.index("---", 1)
        yield " · ".join(line.strip() for line in lines[1:end] if not line.rstrip().endswith(":"))
        lines = lines[end + 1 :]
    yield from (line for line in lines if line.strip())
